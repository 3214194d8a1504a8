"""Word, where Windows has it and LibreOffice is absent: a script for Windows' own PowerShell drives it, so nothing is to be installed.

Not tried on Windows yet: what is known of Word and PowerShell is what their makers and users write.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from notice_gen.convert.papers import Program, Work
from notice_gen.errors import N_

NAME = "Word"
SCRIPT = Path(__file__).with_name("word.ps1")
_POWERSHELL = Path("System32", "WindowsPowerShell", "v1.0", "powershell.exe")  # version 5.1, of every Windows since 10
_MEND = N_("Đóng Word, mở lại xem có hỏi gì (kích hoạt, cập nhật) thì trả lời, đóng lại rồi chạy lại; vẫn không được thì cài LibreOffice (libreoffice.org).")  # noqa: E501


def find() -> Program | None:
    """Return Word, driven by PowerShell; None where one of them is missing, as everywhere but on Windows."""
    path = Path(os.environ.get("SYSTEMROOT", "")) / _POWERSHELL
    return Program(NAME, path, _MEND, command, _environment) if path.is_absolute() and path.is_file() and _is_installed() else None


def _is_installed() -> bool:
    """Say whether Word is registered, as what other programs can start."""
    try:
        winreg: Any = importlib.import_module("winreg")
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except (ImportError, OSError):
        return False
    return True


def command(program: Path, work: Work) -> list[str]:
    """Return the command line of a call.

    The script is an argument, not a file: whether files of scripts may run is a policy of Windows, and ``-EncodedCommand`` is what
    virus scanners look for.  So it has no double quotes, and is asked what to make by a line before it.
    """
    text = f"$kind = '{work.target.word}'\n{SCRIPT.read_text('ascii')}"
    return [str(program), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", text]


def _environment(temporary: Path) -> Mapping[str, str]:
    return dict(os.environ) | dict.fromkeys(("TEMP", "TMP"), str(temporary))

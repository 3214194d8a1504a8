"""Which program of this machine converts papers: LibreOffice; Word on a Windows without it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from notice_gen.convert import libreoffice, word
from notice_gen.convert.papers import Program
from notice_gen.errors import N_, Problem, ToolError

VARIABLE = "NOTICE_GEN_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_OF_WINDOWS = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
INSTALL = N_("Cài LibreOffice (libreoffice.org; Linux: gói libreoffice-writer) rồi chạy lại; đã cài ở chỗ lạ thì ghi đường dẫn tới soffice vào biến NOTICE_GEN_SOFFICE.")  # noqa: E501
"""What a machine without LibreOffice needs."""
_REINSTALL = N_("Cài lại LibreOffice, đủ cả Writer (Linux: gói libreoffice-writer; bản snap, flatpak không đọc được thư mục tạm) rồi chạy lại.")  # noqa: E501
MISSING = Problem(N_("Máy này chưa có LibreOffice."), INSTALL)


def find() -> Program | None:
    """Return the program; None when there is none.  Raises ToolError: the variable that names LibreOffice names no program."""
    path = _libreoffice()
    if path:
        return Program("LibreOffice", path, _REINSTALL, libreoffice.command, libreoffice.environment)
    return word.find()


def _libreoffice() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named)
        if path is None:
            message = N_("Biến NOTICE_GEN_SOFFICE ghi “{tep}”, không có chương trình nào ở đó.")
            raise ToolError(Problem(message, N_("Sửa biến cho đúng đường dẫn tới soffice, hoặc bỏ biến đi."), {"tep": named}))
        return Path(path)
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return Path(on_path) if on_path else next((path for path in _usual() if path.is_file()), None)


def _usual() -> Iterator[Path]:
    """Yield where installers put it, the newest first."""
    if os.name == "nt":
        roots = [Path(os.environ[name]) for name in _OF_WINDOWS if os.environ.get(name)]
        if "LOCALAPPDATA" in os.environ:
            roots.append(Path(os.environ["LOCALAPPDATA"]) / "Programs")
        for root in roots:
            for folder in sorted(root.glob("LibreOffice*"), reverse=True):
                yield folder / "program" / "soffice.com"  # waits for its end, as soffice.exe does not
    elif sys.platform == "darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            for folder in sorted(root.glob("LibreOffice*.app"), reverse=True):
                yield folder / "Contents" / "MacOS" / "soffice"
    else:
        for pattern in ("usr/lib/libreoffice", "usr/lib64/libreoffice", "opt/libreoffice*", "usr/local/lib/libreoffice"):
            for folder in sorted(Path("/").glob(pattern), reverse=True):
                yield folder / "program" / "soffice"

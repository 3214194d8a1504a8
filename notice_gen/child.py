"""This program once more, for work that may die of what it reads or must outlive its parent: the same Python, or the same frozen program.

A program in one file (PyInstaller, Nuitka) has no Python to be called with ``-c``: there it calls itself, and
:func:`notice_gen.cli.main.main` sees by the first argument that it is such a child.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

MARK = "--viec-con"
"""The first argument of a child of a frozen program; the second says which work."""

_WORKS = {
    "doc-bang": "notice_gen.reader.rows.values", "to-loi": "notice_gen.batch.marked", "giu-thu-muc": "notice_gen.convert.guard",
    "doc-chu-ky": "notice_gen.signatures.judging",
}
"""Each work's module, whose ``main`` does it."""
_PROGRAM = "import sys; sys.path.append(sys.argv[2]); from notice_gen import child; child.work(sys.argv[1])"


def command(work_name: str) -> list[str]:
    """Return the command line that starts a child for the work of that name."""
    if is_frozen():
        return [sys.executable, MARK, work_name]
    return [sys.executable, "-P", "-c", _PROGRAM, work_name, str(Path(__file__).parents[1])]  # where this program is, installed or not


def is_frozen() -> bool:
    """Say whether this program is one file without a Python beside it."""
    return bool(getattr(sys, "frozen", False)) or "__compiled__" in globals()  # PyInstaller and its like; Nuitka


def asked_for(arguments: Sequence[str]) -> str | None:
    """Return the work that the command line of a child names, None for any other."""
    return arguments[1] if len(arguments) == 2 and arguments[0] == MARK and arguments[1] in _WORKS else None


def work(name: str) -> None:
    """Do a child's work."""
    importlib.import_module(_WORKS[name]).main()

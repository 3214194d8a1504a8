"""Which font stands for Times New Roman on this machine."""

from __future__ import annotations

import shutil
import subprocess

WANTED = "Times New Roman"
SAME_WIDTHS = frozenset({"Liberation Serif", "Tinos"})
"""Fonts whose letters are as wide as those of Times New Roman: lines and pages end where they would."""


def substitute() -> str:
    """Return the font that is printed instead; empty where it is there, or where nothing tells (Windows and macOS have it)."""
    program = shutil.which("fc-match")
    if program is None:
        return ""
    try:
        said = subprocess.run([program, "-f", "%{family}", WANTED], capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    families = said.stdout.split(",")
    return "" if WANTED in families else families[0].strip()

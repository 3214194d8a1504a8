"""Run as a child: keeps a temporary folder for another process, and clears up after it, however that one ends.

It makes the folder and prints its name; each line of its input is the process group at work there, 0 for none.  When the input ends,
because its keeper is done or was killed, the group is ended and the folder removed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_GENTLY = 1.0  # seconds that a group has to end by itself
_TRIES = 20  # a file of Windows may be held for a moment after its program has ended


def end(group: int) -> None:
    """End all processes of a group; of Windows, a process and its children."""
    if os.name == "nt":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
        with contextlib.suppress(OSError):
            subprocess.run([taskkill, "/T", "/F", "/PID", str(group)], capture_output=True, check=False)  # noqa: S603 - Windows' own
        return
    with contextlib.suppress(OSError):
        os.killpg(group, signal.SIGTERM)
        until = time.monotonic() + _GENTLY
        while time.monotonic() < until:
            time.sleep(0.02)
            os.killpg(group, 0)
    with contextlib.suppress(OSError):
        os.killpg(group, signal.SIGKILL)


def remove(folder: Path) -> None:
    """Remove a folder and all that is in it."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def main() -> None:
    """Keep a folder until the input ends."""
    folder = Path(tempfile.mkdtemp(prefix="notice-gen-"))
    group = 0
    try:
        sys.stdout.buffer.write(os.fsencode(folder) + b"\n")
        sys.stdout.buffer.flush()
        for line in sys.stdin:
            group = int(line)
    finally:
        if group:
            end(group)
        remove(folder)

"""Run as a child: keeps a temporary folder for another process, runs programs in it, and clears up, however that process ends.

It makes the folder and prints its name.  Each line of its input is a call, JSON: ``command``, ``environment``, ``seconds``; it prints
``{"pid": …}`` when the program runs, ``{"code": …}`` when it has ended, null after its time, or ``{"error": …}`` where it does not start.
Whoever starts a program is there to end it: when the input ends, because its keeper is done or was killed, so does what runs, and the
folder is removed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

LARGEST = 200 << 20  # bytes of a file that is written; a paper of 300 pages has a twentieth
LOG = "noi-gi.txt"
"""What the program said."""
OTHERS = "kem-theo.txt"
"""Where a program names processes that are not its children and end with it, a number a line."""

_MEMORY = 3 << 30  # bytes of addresses; a paper of some pages takes less than one
_GENTLY = 1.0  # seconds that a group has to end by itself
_TRIES = 20  # a file of Windows may be held for a moment after its program has ended
APART: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)} if os.name == "nt" else {"start_new_session": True}
)
"""How a program is started apart from this one: Ctrl-C in a terminal is not for it, and its group can be ended."""


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


def end_with_others(group: int, folder: Path) -> None:
    """End a group, and the processes that its program named in *folder*."""
    end(group)
    with contextlib.suppress(OSError):
        for number in (folder / OTHERS).read_text("ascii", "replace").split():
            if number.isdecimal():
                end(int(number))
        (folder / OTHERS).unlink()


def remove(folder: Path) -> None:
    """Remove a folder and all that is in it."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def main() -> None:
    """Keep a folder, and what runs in it, until the input ends."""
    folder = Path(tempfile.mkdtemp(prefix="notice-gen-"))
    running: subprocess.Popen[bytes] | None = None
    try:
        _tell(str(folder))
        for line in sys.stdin.buffer:
            call = json.loads(line)
            try:
                with (folder / LOG).open("wb") as log:
                    running = subprocess.Popen(  # noqa: S603 - the program that was found
                        call["command"], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=folder,
                        env=call["environment"], **APART,
                    )  # fmt: skip
            except OSError as error:
                _tell({"error": f"{type(error).__name__}: {error}"})
                continue
            _limit(running.pid)
            _tell({"pid": running.pid})
            threading.Thread(target=_wait, args=(running, call["seconds"], folder), daemon=True).start()
    finally:
        if running:
            end_with_others(running.pid, folder)
        remove(folder)


def _wait(running: subprocess.Popen[bytes], seconds: float, folder: Path) -> None:
    """Tell how a program ended, within its time or after it; whatever is left of its processes is ended."""
    code = None
    with contextlib.suppress(subprocess.TimeoutExpired):
        code = running.wait(seconds)
    end_with_others(running.pid, folder)
    running.wait()
    _tell({"code": code})


def _tell(said: object) -> None:
    with contextlib.suppress(OSError):  # nobody listens any more
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
        sys.stdout.buffer.flush()


def _limit(process: int) -> None:
    """Set bounds to what a program may write and take, where the system has them (Linux)."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process, resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))

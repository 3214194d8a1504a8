"""One worker: a folder of its own, one call of a program at a time, within limits."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

from notice_gen import child
from notice_gen.convert import guard
from notice_gen.convert.papers import Program, Work
from notice_gen.errors import N_, Problem, ToolError, in_one_line
from notice_gen.records import record


@record
class Ended:
    """How one call ended."""

    code: int | None  # its exit code; None: it was ended after its time
    said: str = ""  # the last line of what it said


class Session:
    """A folder, gone when the session ends, and with it what runs there, however this process ends."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._profiles = 0

    def __enter__(self) -> Session:
        try:
            self._guard = subprocess.Popen(  # noqa: S603 - this Python
                child.command("giu-thu-muc"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **guard.APART,
            )  # fmt: skip
            self.folder = Path(self._answer() or "")
            self.renew()  # fails where the guard could make no folder
        except OSError as error:
            self._close()
            raise ToolError(no_room(error)) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def _close(self) -> None:
        with contextlib.suppress(AttributeError, OSError):
            with self._guard:  # closes its input, so that it clears up; then waits
                pass
            if self.folder.is_absolute():  # somebody ended the guard
                guard.remove(self.folder)

    def renew(self) -> None:
        """Begin a new profile: a call that was ended may leave one that is not whole."""
        if not self.folder.is_absolute():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), tempfile.gettempdir())
        self._profiles += 1
        (self.folder / "tam").mkdir(exist_ok=True)

    @property
    def profile(self) -> Path:
        """The folder for what the program keeps between calls."""
        return self.folder / f"ho-so-{self._profiles}"

    def call(self, work: Work, seconds: float) -> Ended:
        """Run the program within so many seconds; whatever is left of its processes is ended.  Raises ToolError: it cannot be started."""
        try:
            command = self.program.command(self.program.path, work)
        except OSError as error:
            raise ToolError(no_room(error)) from error
        call = {"command": command, "environment": dict(self.program.environment(self.folder / "tam")), "seconds": seconds}
        started = self._asked(call)
        if "pid" not in started:
            message = N_("Không chạy được {may} ({tep}): {loi}.")
            values = {"may": self.program.name, "tep": self.program.path, "loi": started.get("error", "-").partition("\n")[0]}
            raise ToolError(Problem(message, self.program.mend, values))
        ended = self._answer()
        if ended is None:  # somebody ended the guard
            guard.end_with_others(started["pid"], self.folder)
        said = []
        with contextlib.suppress(OSError):
            lines = (self.folder / guard.LOG).read_bytes()[-4096:].decode("utf-8", "replace").splitlines()
            said = [line.strip() for line in lines if line.strip()]
        return Ended(ended["code"] if ended else None, said[-1] if said else "")

    def _asked(self, call: object) -> dict[str, Any]:
        """Give the guard a call; return what it says of its start."""
        with contextlib.suppress(OSError):
            if self._guard.stdin:
                self._guard.stdin.write(json.dumps(call).encode() + b"\n")
                self._guard.stdin.flush()
                return self._answer() or {}
        return {}

    def _answer(self) -> Any:
        """Return what the guard says next; None where it is gone."""
        line = self._guard.stdout.readline() if self._guard.stdout else b""
        return json.loads(line) if line.endswith(b"\n") else None


def no_room(error: Exception) -> Problem:
    """Return why nothing can be put into the temporary folder."""
    message = N_("Không ghi được vào thư mục tạm của máy: {loi}.")
    hint = N_("Xóa bớt tệp trên ổ đĩa, hoặc đặt biến TMPDIR (Windows: TEMP) sang thư mục ghi được.")
    return Problem(message, hint, {"loi": in_one_line(error)})

"""One worker of LibreOffice: a folder of its own, a profile of its own, one call at a time within limits."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from notice_gen import child
from notice_gen.convert import guard
from notice_gen.errors import N_, Problem, ToolError, in_one_line
from notice_gen.records import record

LARGEST = 200 << 20  # bytes of a file that is written; a paper of 300 pages has a twentieth
_MEMORY = 3 << 30  # bytes of addresses; a paper of some pages takes less than one
_UNSET = ("PYTHON", "NOTICE_GEN_")  # beginnings of variables that are none of LibreOffice's business
_NOT_ASKED = {"DISPLAY", "WAYLAND_DISPLAY", "SAL_LOG", "LD_PRELOAD"}

_COMMON, _WRITER, _CALC = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer", "/org.openoffice.Office.Calc"
_SETTINGS = (  # path, name, value: no macro runs, no link is followed, nothing is fetched, nothing is recovered
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", 3),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", True),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", True),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", True),
    (f"{_COMMON}/Misc", "FirstRun", False),
    (f"{_COMMON}/Load", "UserDefinedSettings", False),
    (f"{_WRITER}/Content/Update", "Link", 2),
    (f"{_WRITER}/Content/Update", "Field", False),
    (f"{_WRITER}/Content/Update", "Chart", False),
    (f"{_CALC}/Content/Update", "Link", 2),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", 9),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", 9),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", False),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", False),
)


@record
class Ended:
    """How one call ended."""

    code: int | None  # its exit code; None: it was ended after its time
    said: str = ""  # the last line of what it said


class Session:
    """A folder with a profile, gone when the session ends, however this process ends."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._profiles = 0

    def __enter__(self) -> Session:
        try:
            self._guard = _start(child.command("giu-thu-muc"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            self.folder = Path(os.fsdecode(self._guard.stdout.readline().rstrip(b"\r\n")) if self._guard.stdout else "")
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
        user = self._profile / "user"
        user.mkdir(parents=True)
        (self.folder / "tam").mkdir(exist_ok=True)
        (user / "registrymodifications.xcu").write_text(_settings(), "utf-8")

    @property
    def _profile(self) -> Path:
        return self.folder / f"ho-so-{self._profiles}"

    def call(self, arguments: Sequence[str], seconds: float) -> Ended:
        """Run LibreOffice within so many seconds; whatever is left of its processes is ended.  Raises ToolError: it cannot be started."""
        log = self.folder / "noi-gi.txt"
        flags = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
        command = [str(self._program), f"-env:UserInstallation={self._profile.as_uri()}", *flags, *arguments]
        environment = _environment(self.folder / "tam")
        try:
            with log.open("wb") as out:
                process = _start(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, cwd=self.folder, env=environment)
        except OSError as error:
            message = N_("Không chạy được LibreOffice ({tep}): {loi}.")
            values = {"tep": self._program, "loi": in_one_line(error)}
            raise ToolError(Problem(message, N_("Cài lại LibreOffice rồi chạy lại."), values)) from error
        code = None
        try:
            self._tell(process.pid)
            _limit(process.pid)
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = process.wait(seconds)
        finally:
            guard.end(process.pid)
            process.wait()
            self._tell(0)
        said = [line for line in log.read_bytes()[-4096:].decode("utf-8", "replace").splitlines() if line.strip()]
        return Ended(code, said[-1].strip() if said else "")

    def _tell(self, group: int) -> None:
        """Tell the guard which processes are at work; one that somebody ended is not needed for this."""
        if self._guard.stdin:
            with contextlib.suppress(OSError):
                self._guard.stdin.write(b"%d\n" % group)
                self._guard.stdin.flush()


def no_room(error: Exception) -> Problem:
    """Return why nothing can be put into the temporary folder."""
    message = N_("Không ghi được vào thư mục tạm của máy: {loi}.")
    hint = N_("Xóa bớt tệp trên ổ đĩa, hoặc đặt biến TMPDIR (Windows: TEMP) sang thư mục ghi được.")
    return Problem(message, hint, {"loi": in_one_line(error)})


def _start(command: Sequence[str], **how: Any) -> subprocess.Popen[bytes]:
    """Start a program apart from this one: Ctrl-C in a terminal is for this one alone, and its group can be ended."""
    apart = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)} if os.name == "nt" else {"start_new_session": True}
    return subprocess.Popen(command, **apart, **how)  # noqa: S603 - this Python, and the program that was found


def _environment(temporary: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_UNSET) and name not in _NOT_ASKED}
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    return {name: value for name, value in kept.items() if not name.lower().endswith("_proxy")} | places | {"SAL_USE_VCLPLUGIN": "svp"}


def _limit(process: int) -> None:
    """Set bounds to what it may write and take, where the system has them (Linux)."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process, resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{str(value).lower()}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {names}>{items}</oor:items>\n'

"""One server a folder: started, found again when it runs, ended."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from notice_gen import files
from notice_gen.errors import N_, InputError, OutputError, Problem, ToolError, why_refused
from notice_gen.web.door import KEY, Door

_FIRST, _SPAN = 20_000, 20_000  # ports from which a folder has its own: what the browser keeps for a page is kept by its port
_WAIT = 2.0  # seconds that another start of the same folder has to say where it is
_LAST = "thu-muc.txt"
_MISSING = Problem(
    N_("Màn hình cần thêm Starlette, uvicorn và python-multipart."), N_("Cài: pip install \"notice-gen[web]\", rồi chạy lại.")
)  # fmt: skip


def kept_folder() -> Path:
    """Return the user's folder for what is not saved yet and what is remembered between two runs; it is there, and nobody else's."""
    import platformdirs

    folder = platformdirs.user_state_path("notice-gen", appauthor=False) / "man-hinh"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        message = N_("Không ghi được thư mục “{thu_muc}”: {loi}.")
        raise OutputError(Problem(message, N_("Xem lại quyền của thư mục đó."), {"thu_muc": folder, "loi": why_refused(error)})) from error
    return folder


def folder_to_open(given: Path | None) -> Path:
    """Return the folder to open: the one that is given, else the one opened last, else the user's documents.

    Raises InputError: there is no such folder.
    """
    import platformdirs

    if given is not None:
        if given.is_dir():
            return given.resolve()
        message = N_("Không có thư mục “{thu_muc}”.")
        raise InputError(Problem(message, N_("Gõ đường dẫn của thư mục chứa các tệp nội dung."), {"thu_muc": given}))
    with contextlib.suppress(OSError, ValueError):
        last = Path((kept_folder() / _LAST).read_text("utf-8").strip())
        if last.is_absolute() and last.is_dir():
            return last
    documents = platformdirs.user_documents_path()
    return (documents if documents.is_dir() else Path.home()).resolve()


def running(root: Path) -> str | None:
    """Return a one-time address of the server that runs for a folder; None when none does."""
    import urllib.request

    try:
        note = json.loads(files.read(_note(root)))
        port, key = int(note["port"]), str(note["key"])
        asked = urllib.request.Request(f"http://127.0.0.1:{port}/instance", b"", {KEY: key}, method="POST")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(asked, timeout=_WAIT) as answer:
            address = json.loads(answer.read(10_000))["address"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return address if isinstance(address, str) and address.startswith(f"http://127.0.0.1:{port}/open?t=") else None


def serve(root: Path, *, port: int | None, register: str | None = None, opened: Callable[[Callable[[], str]], None]) -> None:
    """Serve a folder until it is ended; *opened* is called, once it listens, with what gives addresses that open once.

    Args: *port*: to listen at; None for the folder's own, else any that is free; *register*: the one that the user names.
    Raises ToolError: what the server needs is not installed; OutputError: the port is taken.
    """
    try:
        import uvicorn

        from notice_gen.web.app import application
    except ImportError as error:
        raise ToolError(_MISSING) from error
    from notice_gen.web.desk import Desk

    listening = _listening(root, port)
    if isinstance(listening, str):
        opened(lambda: listening)
        return
    door = Door(listening.getsockname()[1])
    server: Any = None

    def stop() -> None:
        server.should_exit = True

    desk = Desk(root, kept_folder() / _named(root), door, stop, register)
    server = uvicorn.Server(uvicorn.Config(
        application(desk), log_config=None, log_level="critical", access_log=False, ws="none", lifespan="off", http="h11",
        server_header=False, limit_concurrency=100, timeout_keep_alive=60, timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32_768,
    ))  # fmt: skip
    note = _note(root)
    files.write(note, json.dumps({"port": door.port, "key": door.key, "folder": str(root)}).encode(), if_exists=files.IfExists.OVERWRITE)
    if os.name != "nt":
        note.chmod(0o600)
    files.write(kept_folder() / _LAST, str(root).encode("utf-8", "surrogateescape"), if_exists=files.IfExists.OVERWRITE)
    _warm_up()
    opened(door.address)
    try:
        with contextlib.chdir(root):  # a register without settings beside it lies where one stands
            server.run(sockets=[listening])
    finally:
        listening.close()
        with contextlib.suppress(OSError):
            note.unlink()


def _warm_up() -> None:
    """Load what the first notice needs, beside the start: the first key pressed must not wait for it."""
    import threading

    from notice_gen import assist
    from notice_gen.library.documents import this_day

    def warm() -> None:
        with contextlib.suppress(Exception):
            assist.warm_up(assist.Desk(this_day()))

    threading.Thread(target=warm, daemon=True).start()


def _named(root: Path) -> str:
    return hashlib.sha256(os.fsencode(root)).hexdigest()[:24]


def _note(root: Path) -> Path:
    return kept_folder() / f"{_named(root)}.json"


def _listening(root: Path, port: int | None) -> socket.socket | str:
    """Return a socket that listens, or the address of the server that another start was quicker with."""
    wished = port if port is not None else _FIRST + int(_named(root)[:8], 16) % _SPAN
    made = _bound(wished)
    if made is None and port is not None:
        message = N_("Cổng {cong} đang có chương trình khác dùng.")
        raise OutputError(Problem(message, N_("Gõ số cổng khác, hoặc bỏ --port."), {"cong": port}))
    end = time.monotonic() + _WAIT
    while made is None and time.monotonic() < end:
        address = running(root)
        if address:
            return address
        time.sleep(0.1)
    return made or _bound(0) or _no_port()


def _no_port() -> socket.socket:
    raise OutputError(Problem(N_("Máy không còn cổng nào trống."), N_("Khởi động lại máy rồi chạy lại.")))


def _bound(port: int) -> socket.socket | None:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "nt":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", port))
        made.listen(128)
    except OSError as error:
        made.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES} or os.name == "nt":
            return None
        raise
    return made

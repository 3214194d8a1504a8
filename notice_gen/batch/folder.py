"""The output folder while a batch runs in it: the lock, files finished but not named yet, the manifest."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files, windows
from notice_gen.batch import manifest
from notice_gen.batch.manifest import Record
from notice_gen.errors import N_, OutputError, Problem

if TYPE_CHECKING:
    from notice_gen.register.plan import Borne

STAGE = ".dang-ghi"
"""Where finished files wait for their names."""

_AT_ONCE = 8  # files that the disk is asked for at a time, where it cannot be asked for all
_LOCKED_BYTE = 1 << 40  # of the manifest, far beyond its end: Windows lets nobody else read what is locked


class Look:
    """An output folder as it is, to look at only: nothing is kept in it, and it may not be there.

    *path*: where it is; *records*: what the manifest says of earlier runs, by key; *numbered*: by key, all notices of earlier runs that
    bore a number, the latest last; *beside*: the digests of the PDFs and metadata written beside them, by name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records: dict[str, Record] = {}
        self.numbered: dict[str, list[Record]] = {}
        self.beside: dict[str, str] = {}
        try:
            lines = files.read(path / manifest.NAME).splitlines()
            self.records, self.numbered = manifest.load(lines)
            self.beside = manifest.beside(lines)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise OutputError(_why(path / manifest.NAME, error)) from error

    def state(self, record: Record) -> str | None:
        """Say whether the file of *record* is as it was written (``unchanged``), ``edited``, or gone (None)."""
        path = f"{self.path}{os.sep}{record.output}"
        try:
            data = files.read(path)
        except FileNotFoundError:
            return None
        except OSError:  # a link; locked by Word; Windows says the same of a folder
            return manifest.EDITED if files.is_link(path) or Path(path).is_file() else None
        if not data:
            return None  # nothing is in it that could be lost
        return manifest.UNCHANGED if hashlib.sha256(data).hexdigest() == record.sha256 else manifest.EDITED

    def with_numbers(self) -> dict[str, Record]:
        """Return by its file's name every notice that bears a number and lies there."""
        named = {record.output: record for records in self.numbered.values() for record in records}
        return {name: record for name, record in named.items() if os.path.lexists(self.path / name)}

    def borne(self, record: Record) -> Borne:
        """Return the number that the file of *record* bears; its year is read only where no key says it."""
        return record.register, record.number or 0, None if record.register else self.year(record.output)

    def year(self, name: str, at: int | None = None) -> int | None:
        """Return the year of the notice in the file *name*, of the open folder *at* if given; None when it cannot be read."""
        from notice_gen import render

        try:
            return int(render.year(files.read(self.path / name if at is None else name, at)) or 0) or None
        except (OSError, ValueError):
            return None

    def stage(self, index: int, docx: bytes) -> None:
        """Take a finished file; it is not kept."""

    def sync(self) -> None:
        """Wait for nothing."""


class Folder(Look):
    """An output folder that is ours alone."""

    def __init__(self, path: Path, log: io.FileIO, at: int | None) -> None:
        super().__init__(path)
        self._log, self._at = log, at
        self._stage = path / STAGE
        self._prefix = f"{self._stage}{os.sep}" if at is None else ""  # from the open folder where the system can: no link comes between
        self._files: list[int] = []  # staged and perhaps not on the disk yet

    def stage(self, index: int, docx: bytes) -> None:
        """Keep a finished file until it gets its name; nothing (a notice refused) is not kept.  Raises OutputError: it is not written."""
        if not docx:
            return
        files.fill(f"{self._prefix}{index}", docx, self._at)
        self._files.append(index)

    def staged(self, index: int) -> bytes:
        """Return a finished file.  Raises OSError: it is gone."""
        return files.read(f"{self._prefix}{index}", self._at)

    def sync(self) -> None:
        """Wait until every finished file is on the disk.  Raises OutputError: the disk says it is not."""
        if self._files:
            _sync(self._stage, self._at, self._files)
            self._files = []

    def settle(self, index: int, name: str, *, sha256: str, before: Record | None, if_exists: files.IfExists) -> str | None:
        """Give a finished file its name and return it; None where ``SKIP`` left another alone.

        Args: *index*: under which it was staged; *sha256*: of its bytes; *before*: the file written for it in an earlier run.
        Raises OutputError: the place is not free; nothing was done.
        """
        finished, at = f"{self._prefix}{index}", self._at

        def is_ours(old: bytes) -> bool:
            from notice_gen import render
            from notice_gen.office import others

            new = files.read(finished, at)
            if if_exists is files.IfExists.FAIL:
                others.of_its_year(old, new, self.path / name)
                others.of_a_number(old, self.path / name)
            return not old or render.is_earlier(old, new)

        is_same = before is not None and before.output == name and self.state(before) == manifest.UNCHANGED
        if is_same and self.year(name) == self.year(f"{STAGE}{os.sep}{index}" if at is None else finished, at):
            if_exists = files.IfExists.OVERWRITE

        written = files.settle(finished, f"{self.path}{os.sep}{name}", sha256=sha256, if_exists=if_exists, is_ours=is_ours, at=at)
        return written.rpartition(os.sep)[2] if written else None

    def drop(self, record: Record) -> bool:
        """Remove the file of *record* if nobody changed it; say whether it was there and is gone."""
        with contextlib.suppress(OSError):
            if self.state(record) == manifest.UNCHANGED:
                windows.patiently((self.path / record.output).unlink)
                return True
        return False

    def append(self, lines: Sequence[str]) -> None:
        """Write *lines* into the manifest; names given before and they are on the disk afterwards.  Raises OutputError: they are not."""
        try:
            if os.name != "nt":
                _sync_file(self.path, os.O_RDONLY)
            end = self._log.seek(0, os.SEEK_END)
            self._log.seek(max(end - 1, 0))
            torn = self._log.read(1) not in {b"", b"\n"}  # whatever was read, it is written at the end
            data = memoryview((("\n" if torn else "") + "".join(lines)).encode())
            while data:
                data = data[self._log.write(data) :]
            os.fsync(self._log.fileno())
        except OSError as error:
            raise OutputError(files.refusal(self.path / manifest.NAME, error)) from error

    def close(self) -> None:
        """Leave nothing behind but files and the manifest."""
        _empty(self._stage, self._at)
        with contextlib.suppress(OSError):
            if self._at is not None:
                os.close(self._at)
            self._stage.rmdir()
        _left(self.path / manifest.NAME, self._log)


def _left(path: Path, log: io.FileIO) -> None:
    """Close the manifest; one that says nothing goes."""
    with contextlib.suppress(OSError):
        if not os.fstat(log.fileno()).st_size:
            if os.name == "nt":
                log.close()  # there an open file cannot be removed
            path.unlink()
    log.close()


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    """Make the folder if need be, and keep other batches out.  Raises OutputError: it cannot be made or written, or one is at work."""
    new = [parent for parent in (path, *path.parents) if not parent.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        log = _locked(path / manifest.NAME)
        try:
            folder = Folder(path, log, _staged(path / STAGE))
        except (OSError, OutputError):
            _left(path / manifest.NAME, log)
            raise
    except FileExistsError as error:
        raise OutputError(Problem(N_("“{thu_muc}” không phải thư mục."), N_("Chọn tên khác sau -o."), {"thu_muc": path})) from error
    except OSError as error:
        raise OutputError(files.refusal(path / manifest.NAME, error)) from error
    try:
        yield folder
    finally:
        folder.close()
        for parent in new:  # made for nothing
            with contextlib.suppress(OSError):
                parent.rmdir()


def _why(path: Path, error: OSError) -> Problem:
    return files.linked(path) if files.is_link(path) else _not_alone(path) if error.errno == errno.EINVAL else files.refusal(path, error)


def _not_alone(path: Path) -> Problem:
    message = N_("“{tep}” không phải tệp thường, hoặc còn một tên khác ở chỗ khác (hard link), nên không ghi thêm vào đó.")
    hint = N_("Chép tệp đó sang tên mới, xóa tên cũ rồi đổi bản chép về tên cũ; hoặc chọn thư mục khác sau -o.")
    return Problem(message, hint, {"tep": path})


def _staged(stage: Path) -> int | None:
    """Return the folder of unfinished files, empty and open; None where the system opens no folders: then it is only looked at."""
    with contextlib.suppress(FileExistsError):
        stage.mkdir()
    try:
        if files.is_link(stage):
            raise OutputError(files.linked(stage))
        if os.link not in os.supports_dir_fd:
            _empty(stage, None)
            return None
        at = os.open(stage, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise OutputError(_why(stage, error)) from error
    _empty(stage, at)
    return at


def _own(path: str, flags: int) -> int:
    """Open the manifest itself, no link, no pipe, no file that has a second name elsewhere."""
    if files.is_link(path):  # Windows opens what it leads to
        raise OutputError(files.linked(Path(path)))
    number = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)
    about = os.fstat(number)
    if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
        os.close(number)
        raise OutputError(_not_alone(Path(path)))
    return number


def _locked(path: Path) -> io.FileIO:
    while True:
        log = io.FileIO(path, "a+", opener=_own)
        try:
            _lock(log.fileno())
            same = os.path.samestat(os.fstat(log.fileno()), path.lstat())
        except BlockingIOError as error:
            log.close()
            message = N_("Một lệnh notice-gen batch khác đang ghi vào thư mục “{thu_muc}”.")
            hint = N_("Chờ lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác sau -o.")
            raise OutputError(Problem(message, hint, {"thu_muc": path.parent})) from error
        except FileNotFoundError:
            same = False
        if same:
            return log
        log.close()  # another batch left and took its empty manifest away: begin anew


def _lock(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(number, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:  # a file system without locks
            return


def _empty(stage: Path, at: int | None) -> None:
    """Remove what a run left unfinished, never what a link leads to."""
    with contextlib.suppress(OSError):
        for name in os.listdir(stage if at is None else at):  # noqa: PTH208 - an open folder
            with contextlib.suppress(OSError):
                os.unlink(stage / name if at is None else name, dir_fd=at)


def _sync(stage: Path, at: int | None, indices: Sequence[int]) -> None:
    """Put finished files on the disk; once for all, at the end: while files are made, waiting for the disk would slow them."""

    def sync(index: int) -> None:
        _sync_file(stage / str(index) if at is None else str(index), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), at)

    try:
        if not _sync_disk(at):
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(_AT_ONCE) as threads:
                list(threads.map(sync, indices))
    except OSError as error:
        raise OutputError(files.refusal(stage, error)) from error


def _sync_disk(at: int | None) -> bool:
    """Put everything of the open folder's file system on the disk, in one go, where the system can (Linux)."""
    if at is None or not sys.platform.startswith("linux"):
        return False
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is not None and syncfs(at):
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return syncfs is not None


def _sync_file(path: Path | str, flags: int, at: int | None = None) -> None:
    """Put a file, or a folder's names, on the disk; *at*: the open folder that *path* starts from."""
    number = os.open(path, flags, dir_fd=at)
    try:
        os.fsync(number)
    finally:
        os.close(number)



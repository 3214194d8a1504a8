"""The output folder while a batch runs in it: the lock, files finished but not named yet, the manifest."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from notice_gen import files
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
    bore a number, the latest last.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records: dict[str, Record] = {}
        self.numbered: dict[str, list[Record]] = {}
        with contextlib.suppress(FileNotFoundError), (path / manifest.NAME).open("rb") as lines:
            self.records, self.numbered = manifest.load(lines)

    def state(self, record: Record) -> str | None:
        """Say whether the file of *record* is as it was written (``unchanged``), ``edited``, or gone (None)."""
        try:
            data = (self.path / record.output).read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            return None
        except OSError:  # locked by Word; Windows says the same of a folder
            return manifest.EDITED if (self.path / record.output).is_file() else None
        if not data:
            return None  # nothing is in it that could be lost
        return manifest.UNCHANGED if hashlib.sha256(data).hexdigest() == record.sha256 else manifest.EDITED

    def with_numbers(self) -> dict[str, Record]:
        """Return by its file's name every notice that bears a number and lies there."""
        named = {record.output: record for records in self.numbered.values() for record in records}
        return {name: record for name, record in named.items() if (self.path / name).exists()}

    def borne(self, record: Record) -> Borne:
        """Return the number that the file of *record* bears; its year is read only where no key says it."""
        return record.register, record.number or 0, None if record.register else self.year(record.output)

    def year(self, name: str) -> int | None:
        """Return the year of the notice in the file *name*; None when it cannot be read."""
        from notice_gen import render

        try:
            return int(render.year((self.path / name).read_bytes()) or 0) or None
        except (OSError, ValueError):
            return None

    def stage(self, index: int, docx: bytes) -> None:
        """Take a finished file; it is not kept."""

    def sync(self) -> None:
        """Wait for nothing."""


class Folder(Look):
    """An output folder that is ours alone."""

    def __init__(self, path: Path, log: io.FileIO) -> None:
        super().__init__(path)
        self._log = log
        self._stage = path / STAGE
        self._files: list[int] = []  # staged and perhaps not on the disk yet

    def stage(self, index: int, docx: bytes) -> None:
        """Keep a finished file until it gets its name; nothing (a notice refused) is not kept.

        Raises OutputError: it cannot be written.
        """
        if not docx:
            return
        files.fill(f"{self._stage}{os.sep}{index}", docx)
        self._files.append(index)

    def sync(self) -> None:
        """Wait until every finished file is on the disk.

        Raises OutputError: the disk says it is not.
        """
        if self._files:
            _sync(self._stage, self._files)
            self._files = []

    def settle(self, index: int, name: str, *, sha256: str, before: Record | None, if_exists: files.IfExists) -> str | None:
        """Give a finished file its name and return it; None where ``SKIP`` left another alone.

        Args: *index*: under which it was staged; *name*: its name; *sha256*: of its bytes; *before*: the file written for it in an earlier
        run; *if_exists*: what to do over a file that somebody changed.
        Raises OutputError: the place is not free; nothing was done.
        """
        finished = f"{self._stage}{os.sep}{index}"

        def is_ours(old: bytes) -> bool:
            from notice_gen import render

            return not old or render.is_earlier(old, Path(finished).read_bytes())

        is_same = before is not None and before.output == name and self.state(before) == manifest.UNCHANGED
        if is_same and self.year(name) == self.year(f"{STAGE}{os.sep}{index}"):
            if_exists = files.IfExists.OVERWRITE

        written = files.settle(finished, f"{self.path}{os.sep}{name}", sha256=sha256, if_exists=if_exists, is_ours=is_ours)
        return written.rpartition(os.sep)[2] if written else None

    def drop(self, record: Record) -> bool:
        """Remove the file of *record* if nobody changed it; say whether it was there and is gone."""
        if self.state(record) != manifest.UNCHANGED:
            return False
        with contextlib.suppress(OSError):
            (self.path / record.output).unlink()
            return True
        return False

    def append(self, lines: Sequence[str]) -> None:
        """Write *lines* into the manifest; names given before and they are on the disk afterwards.

        Raises OutputError: they are not.
        """
        try:
            _sync_folder(self.path)
            end = self._log.seek(0, os.SEEK_END)
            torn = end > 0 and self._last_byte(end) != b"\n"
            data = memoryview((("\n" if torn else "") + "".join(lines)).encode())
            while data:
                data = data[self._log.write(data) :]
            os.fsync(self._log.fileno())
        except OSError as error:
            raise OutputError(files.refusal(self.path / manifest.NAME, error)) from error

    def _last_byte(self, end: int) -> bytes:
        self._log.seek(end - 1)
        last = self._log.read(1)
        self._log.seek(0, os.SEEK_END)
        return last

    def close(self) -> None:
        """Leave nothing behind but files and the manifest."""
        _sweep(self._stage)
        path = self.path / manifest.NAME
        with contextlib.suppress(OSError):
            if not path.stat().st_size:
                if os.name == "nt":
                    self._log.close()  # there an open file cannot be removed
                path.unlink()
        self._log.close()


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    """Make the folder if need be, and keep every other batch out of it.

    Raises OutputError: it cannot be made or written, or another batch is at work there.
    """
    new = [parent for parent in (path, *path.parents) if not parent.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        log = _locked(path / manifest.NAME)
        try:
            _sweep(path / STAGE)
            (path / STAGE).mkdir(exist_ok=True)
            folder = Folder(path, log)
        except OSError:
            log.close()
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


def _locked(path: Path) -> io.FileIO:
    while True:
        log = io.FileIO(path, "a+")
        try:
            _lock(log.fileno())
            same = os.path.samestat(os.fstat(log.fileno()), path.stat())
        except BlockingIOError as error:
            log.close()
            raise OutputError(_busy(path.parent)) from error
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


def _busy(path: Path) -> Problem:
    return Problem(
        N_("Một lệnh notice-gen batch khác đang ghi vào thư mục “{thu_muc}”."),
        N_("Chờ lệnh đó xong rồi chạy lại, hoặc chọn thư mục khác sau -o."), {"thu_muc": path},
    )


def _sweep(stage: Path) -> None:
    """Remove what a run left unfinished."""
    with contextlib.suppress(OSError):
        for path in stage.iterdir():
            with contextlib.suppress(OSError):
                path.unlink()
        stage.rmdir()


def _sync(stage: Path, indices: Sequence[int]) -> None:
    """Put finished files on the disk; once for all, at the end: while files are made, waiting for the disk would slow them."""

    def sync_file(index: int) -> None:
        with (stage / str(index)).open("r+b") as file:
            os.fsync(file.fileno())

    try:
        if not _sync_disk(stage):
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(_AT_ONCE) as threads:
                list(threads.map(sync_file, indices))
    except OSError as error:
        raise OutputError(files.refusal(stage, error)) from error


def _sync_disk(folder: Path) -> bool:
    """Put everything of the folder's file system on the disk, in one go, where the system can (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return False
    number = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(number):
            error = ctypes.get_errno()
            raise OSError(error, os.strerror(error))
    finally:
        os.close(number)
    return True


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)



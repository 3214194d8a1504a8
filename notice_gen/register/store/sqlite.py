"""A register in one SQLite file: one writer at a time, on a disk of one machine."""

from __future__ import annotations

import itertools
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from notice_gen import windows
from notice_gen.errors import N_, RegisterError
from notice_gen.register import failures, place
from notice_gen.register.store.protocol import Store, Use

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_PLUGGED = N_("Kiểm tra ổ đĩa và chỗ trống rồi chạy lại; chưa có số nào bị mất.")
_UNKNOWN = (failures.OTHER, failures.CHOOSE)
_CODES = (  # SQLite's names of its result codes, the first that begins so
    (("SQLITE_BUSY", "SQLITE_LOCKED"), failures.BUSY, failures.AGAIN),
    (("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"), failures.READ_ONLY, failures.RIGHTS),
    ("SQLITE_FULL", failures.FULL, failures.TIDY),
    ("SQLITE_NOTADB", failures.NOT_OURS, failures.CHOOSE),
    ("SQLITE_CANTOPEN", failures.CLOSED, failures.RIGHTS),
    ("SQLITE_IOERR", N_("Ổ đĩa không ghi được vào sổ “{so}” (đầy, hỏng, hoặc bị rút ra)."), _PLUGGED),
    (("SQLITE_NOMEM", "SQLITE_INTERRUPT", "SQLITE_PROTOCOL", "SQLITE_NOLFS"), *_UNKNOWN),
)  # fmt: skip


class SqliteStore(Store):
    """The register in the file at a path."""

    path: Path

    def __init__(self, path: Path) -> None:
        """Take the file at *path*, which need not be there.  Raises RegisterError: a folder, a device, or on a network share."""
        try:
            may_be_file = path.is_file() or not path.exists()  # no folder, no device
        except OSError as error:
            raise failures.unopened(path, error) from error
        if not may_be_file:
            raise failures.failure(N_("“{so}” không phải tệp sổ văn bản."), failures.CHOOSE, path)
        place.refuse_share(path)
        self.path = path
        self.label = str(path)
        self._engine = _engine(path)
        self._identity: tuple[int, int] | None = None

    def is_there(self) -> bool:
        """Say whether there is a file; one without a byte never is one being made, and is refused."""
        try:
            size = self.path.stat().st_size if self.path.exists() else None
        except OSError as error:  # a name too long, a drive that is gone
            raise failures.unopened(self.path, error) from error
        if size == 0:
            raise failures.failure(*failures.EMPTY, self.label)
        return size is not None

    def make(self, fill: Callable[[sa.Connection], None]) -> bool:
        """Put a new register's file at its place, whole or not at all."""

        def write(temporary: Path) -> None:
            engine = _engine(temporary)
            with engine.connect().execution_options(use="write") as connection, connection.begin():
                fill(connection)
            engine.dispose()

        return self._put(self.path, write)

    def _put(self, path: Path, write: Callable[[Path], None]) -> bool:
        """Make the file *path* and never an existing one anew; False when there is one."""
        temporary = path.with_name(f".{secrets.token_hex(6)}.tmp")
        try:
            temporary.touch(exist_ok=False)
            write(temporary)
            _move(temporary, path)
        except FileExistsError:
            return False
        except (OSError, SQLAlchemyError) as error:
            raise self.failure(error) from error
        finally:
            with suppress(OSError):
                temporary.unlink()
        _sync_folder(path)
        return True

    @contextmanager
    def transaction(self, use: Use) -> Iterator[sa.Connection]:
        """Begin a transaction: of one who writes at once, so that two readers who both want to write never wait for each other."""
        self._must_be_the_same_file()
        if use == "trial":
            with self._in_memory() as connection:
                yield connection
            return
        with self._engine.connect().execution_options(use=use) as connection:
            with connection.begin():
                yield connection
                if use == "upgrade" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise failures.failure(*failures.UNSOUND, self.label)
                if use != "read":
                    self._must_be_the_same_file()
            if use != "read":
                self._must_be_the_same_file()

    def _must_be_the_same_file(self) -> None:
        # A file removed while open lives on without a name, and would take numbers that nobody finds again.
        try:
            status = self.path.stat()
        except OSError as error:
            raise failures.failure(*failures.GONE, self.label) from error
        identity = (status.st_dev, status.st_ino)
        if identity != (self._identity or identity):
            raise failures.failure(*failures.GONE, self.label)
        self._identity = identity

    @contextmanager
    def _in_memory(self) -> Iterator[sa.Connection]:
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with closing(memory):
            with self._raw() as source:
                source.backup(memory)
            engine = sa.create_engine("sqlite://", creator=lambda: memory, poolclass=sa.pool.StaticPool)
            with engine.connect() as connection, connection.begin():
                yield connection
            engine.dispose()

    @contextmanager
    def _raw(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(self._engine.raw_connection()) as pooled:
                raw = pooled.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - for the type checker
                yield raw
        except (sqlite3.Error, SQLAlchemyError, OSError, UnicodeDecodeError) as error:
            raise self.failure(error) from error

    def lock(self, connection: sa.Connection, names: Iterable[str]) -> None:
        """Do nothing: one who writes is alone from the beginning of the transaction (``BEGIN IMMEDIATE``)."""

    def now(self, connection: sa.Connection) -> str:
        """Return the time by the clock of this machine."""
        return str(connection.exec_driver_sql("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").scalar())

    def keep(self, connection: sa.Connection, version: int) -> Path:
        """Copy the register to a file beside it, named by version and day, and never over another."""
        data = self.snapshot()  # over a line of its own: SQLite copies from none that is writing
        name = f"{self.path.stem}.phien-ban-{version}.{self.now(connection)[:10]}"
        names = (f"{name}{f'-{number}' if number > 1 else ''}{self.path.suffix}" for number in itertools.count(1))
        places = map(self.path.with_name, names)
        return next(kept for kept in places if self._put(kept, lambda temporary: _write(temporary, data)) or _holds(kept, data))

    def snapshot(self) -> bytes:
        """Return the file as of one moment."""
        self._must_be_the_same_file()
        with self._raw() as source, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "so.db"
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target)
                sound = [row[0] for row in target.execute("PRAGMA integrity_check")] == ["ok"]
            data = copy.read_bytes()
        if not sound:
            raise failures.failure(*failures.UNSOUND, self.label)
        return data

    def faults(self, connection: sa.Connection) -> list[str]:
        """Return what SQLite's own two checks find."""
        broken = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        loose = [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [line for line in broken if line != "ok"] + loose

    def failure(self, error: Exception) -> RegisterError:
        """Return what SQLite means; what is no fault of the machine is one of the file."""
        cause = failures.cause(error)
        if isinstance(cause, OSError):
            return failures.unopened(self.path, cause)
        code = str(getattr(cause, "sqlite_errorname", ""))
        damage = failures.UNSOUND if isinstance(cause, sqlite3.Error | UnicodeDecodeError | failures.UnsoundError) else _UNKNOWN
        message, hint = next(((message, hint) for start, message, hint in _CODES if code.startswith(start)), damage)
        return failures.failure(message, hint, self.label, loi=failures.reason(cause))


def _engine(path: Path) -> sa.Engine:
    def connect() -> sqlite3.Connection:
        # Not made by opening: a register removed while in use must be missed, not replaced by an empty one.
        address = f"{path.absolute().as_uri()}?mode=rw"
        raw = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute("PRAGMA synchronous = EXTRA")  # the commit is on the disk, its directory entry too
        except (sqlite3.Error, UnicodeDecodeError):
            raw.close()  # no database: Windows would keep the file from everybody as long as it is open
            raise
        return raw

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.NullPool)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        use = connection.get_execution_options()["use"]
        if use == "upgrade":  # a table is changed by making it again: what points to it must not be in the way
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN" if use == "read" else "BEGIN IMMEDIATE")

    return engine


def _move(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        windows.patiently(lambda: temporary.rename(path))  # refuses an existing file by itself
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this drive
        if path.exists():
            raise FileExistsError from None
        temporary.replace(path)


def _sync_folder(path: Path) -> None:
    if os.name != "nt":
        with suppress(OSError):
            folder = os.open(path.absolute().parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False

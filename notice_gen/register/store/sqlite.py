"""A register in one SQLite file: one writer at a time, on a disk of one machine."""

from __future__ import annotations

import itertools
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from notice_gen import windows
from notice_gen.errors import N_, RegisterError
from notice_gen.register import failures, place
from notice_gen.register.connection import Connection, Group, Value, value
from notice_gen.register.store.protocol import Store, Use

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_MOST = 400
"""Values of the lines that one statement adds: a third quicker than a statement for each line, and no SQLite takes less than 999."""

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


class _Connection(Connection):
    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        return self._raw.execute(statement, _kept(values)).fetchall()

    def do(self, statement: str, values: Sequence[Value] = ()) -> None:
        self._raw.execute(statement, _kept(values))

    def do_all(self, statement: str, every: Sequence[Sequence[Value]]) -> None:
        self._raw.executemany(statement, map(_kept, every))

    def set_texts(self, table: str, columns: Sequence[str], lines: Sequence[Sequence[str | int]]) -> None:
        says = ", ".join(f"{name} = ?" for name in columns)
        self._raw.executemany(f"UPDATE {table} SET {says} WHERE id = ?", lines)  # noqa: S608 - our own

    def insert(self, table: str, columns: Sequence[str], groups: Iterable[Group]) -> None:
        names = tuple(columns)
        lines = ((*first, *line) for first, several in groups for line in several)
        while some := [*itertools.islice(lines, _MOST // len(names))]:
            self._raw.execute(_adding(table, names, len(some)), _kept([*itertools.chain.from_iterable(some)]))

    def make(self, statement: str) -> None:
        self._raw.execute(statement.format(counted="INTEGER", by_key=" WITHOUT ROWID", bytes="BLOB"))

    def held(self, statement: str, table: str, *, shared: bool = False) -> str:  # noqa: ARG002 - one who writes is alone
        return statement

    def tables(self) -> frozenset[str]:
        return frozenset(name for (name,) in self._raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


@lru_cache(maxsize=64)
def _adding(table: str, columns: tuple[str, ...], lines: int) -> str:
    line = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([line] * lines)}"  # noqa: S608 - our own


def _kept(values: Sequence[Value]) -> Sequence[Value]:
    """Return values as the file keeps them: a day as its text."""
    if date not in map(type, values):  # the most by far
        return values
    return [each.isoformat() if type(each) is date else each for each in values]


class SqliteStore(Store):
    """The register in the file at a path."""

    path: Path
    errors = (sqlite3.Error,)

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

    def make(self, fill: Callable[[Connection], None]) -> bool:
        """Put a new register's file at its place, whole or not at all."""

        def write(temporary: Path) -> None:
            with closing(_opened(temporary)) as raw, _begun(raw, "write") as connection:
                fill(connection)

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
        except (OSError, sqlite3.Error) as error:
            raise self.failure(error) from error
        finally:
            with suppress(OSError):
                temporary.unlink()
        _sync_folder(path)
        return True

    @contextmanager
    def transaction(self, use: Use) -> Iterator[Connection]:
        """Begin a transaction: of one who writes at once, so that two readers who both want to write never wait for each other."""
        self._must_be_the_same_file()
        with closing(_opened(self.path)) as raw:
            if use == "trial":
                with closing(_in_memory(raw)) as memory, _begun(memory, "write") as connection:
                    yield connection
                return
            with _begun(raw, use) as connection:
                yield connection
                if use == "upgrade" and connection.rows("PRAGMA foreign_key_check"):
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

    def lock(self, connection: Connection, names: Iterable[str]) -> None:
        """Do nothing: one who writes is alone from the beginning of the transaction (``BEGIN IMMEDIATE``)."""

    def now(self, connection: Connection) -> str:
        """Return the time by the clock of this machine."""
        return str(value(connection, "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"))

    def keep(self, connection: Connection, version: int) -> Path:
        """Copy the register to a file beside it, named by version and day, and never over another."""
        data = self.snapshot()  # over a line of its own: SQLite copies from none that is writing
        name = f"{self.path.stem}.phien-ban-{version}.{self.now(connection)[:10]}"
        names = (f"{name}{f'-{number}' if number > 1 else ''}{self.path.suffix}" for number in itertools.count(1))
        places = map(self.path.with_name, names)
        return next(kept for kept in places if self._put(kept, lambda temporary: _write(temporary, data)) or _holds(kept, data))

    def snapshot(self) -> bytes:
        """Return the file as of one moment."""
        self._must_be_the_same_file()
        try:
            with closing(_opened(self.path)) as source, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                copy = Path(folder) / "so.db"
                with closing(sqlite3.connect(copy)) as target:
                    source.backup(target)
                    sound = [row[0] for row in target.execute("PRAGMA integrity_check")] == ["ok"]
                data = copy.read_bytes()
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            raise self.failure(error) from error
        if not sound:
            raise failures.failure(*failures.UNSOUND, self.label)
        return data

    def is_passing(self, error: Exception) -> bool:
        """Say whether another program made the same line at the same moment; for one who writes the file is waited for."""
        return isinstance(error, sqlite3.IntegrityError)

    def close(self) -> None:
        """Do nothing: a file is open only while a transaction lasts."""

    def faults(self, connection: Connection) -> list[str]:
        """Return what SQLite's own two checks find."""
        broken = [str(row[0]) for row in connection.rows("PRAGMA integrity_check")]
        loose = [str(row) for row in connection.rows("PRAGMA foreign_key_check")]
        return [line for line in broken if line != "ok"] + loose

    def failure(self, error: Exception) -> RegisterError:
        """Return what SQLite means; what is no fault of the machine is one of the file."""
        if isinstance(error, OSError):
            return failures.unopened(self.path, error)
        code = str(getattr(error, "sqlite_errorname", ""))
        damage = failures.UNSOUND if isinstance(error, sqlite3.Error | UnicodeDecodeError | failures.UnsoundError) else _UNKNOWN
        message, hint = next(((message, hint) for start, message, hint in _CODES if code.startswith(start)), damage)
        return failures.failure(message, hint, self.label, loi=failures.reason(error))


def _opened(path: Path) -> sqlite3.Connection:
    # Not made by opening: a register removed while in use must be missed, not replaced by an empty one.
    raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = EXTRA")  # the commit is on the disk, its directory entry too
    except (sqlite3.Error, UnicodeDecodeError):
        raw.close()  # no database: Windows would keep the file from everybody as long as it is open
        raise
    return raw


def _in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    source.backup(memory)
    return memory


@contextmanager
def _begun(raw: sqlite3.Connection, use: Use) -> Iterator[Connection]:
    """Begin a transaction; whatever is raised in it undoes it."""
    if use == "upgrade":  # a table is changed by making it again: what points to it must not be in the way
        raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("BEGIN" if use == "read" else "BEGIN IMMEDIATE")
    try:
        yield _Connection(raw)
        _commit(raw)
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


def _commit(raw: sqlite3.Connection) -> None:
    raw.execute("COMMIT")


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

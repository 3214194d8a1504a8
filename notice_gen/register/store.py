"""Connections and transactions on SQLite and PostgreSQL, and what can go wrong with them."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from notice_gen.errors import N_, RegisterError
from notice_gen.records import record
from notice_gen.register import failures, place, tables

T = TypeVar("T")

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_TRIES = 5
_CREATING = 0x736F7662  # any number: PostgreSQL's lock while the tables are made


@record
class Register:
    """An open register.

    Attributes:
        engine: SQLAlchemy's.
        label: its path, or its URL without the password.
        path: its file; None for a server.
        ready: False where nothing is there yet and nothing was to be made: it reads as empty.
        created: it was made just now.
        identity: device and inode of the file, to notice that it was removed or replaced.
    """

    engine: sa.Engine
    label: str
    path: Path | None
    ready: bool
    created: bool
    identity: tuple[int, int] | None


@contextmanager
def connect(where: str | Path, *, create: bool = True) -> Iterator[Register]:
    """Open the register at *where*, a path or a URL of PostgreSQL or SQLite.

    Args:
        where: ``so-van-ban.db``, ``postgresql://nguoi-dung@may-chu/csdl``, ``sqlite:////duong/dan.db``.
        create: make it where there is none.

    Raises:
        RegisterError: it cannot be reached or read, or is none; SQLite on a network share.
    """
    url, path = _target(where)
    label = str(path) if path else url.set(drivername="postgresql").render_as_string(hide_password=True)
    if path:
        place.refuse_share(path)
        missing = not _is_there(path)
        if missing and not create:
            yield Register(sa.create_engine("sqlite://"), label, path, ready=False, created=False, identity=None)
            return
    engine = _sqlite(path) if path else _postgresql(url, label)
    try:
        ready, created = _prepared(engine, label, path, create=create)
        yield Register(engine, label, path, ready, created, _identity(path))
    finally:
        engine.dispose()


def _target(where: str | Path) -> tuple[sa.URL, Path | None]:
    if not place.is_url(where):
        path = Path(where)
        if not str(where).strip() or path.is_dir():
            raise failures.failure(N_("“{so}” không phải tệp sổ văn bản."), failures.CHOOSE, where)
        return sa.make_url("sqlite://"), path
    try:
        url = sa.make_url(str(where))
        port = url.port
    except (ArgumentError, ValueError) as error:
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai."), failures.ADDRESS, "") from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and not (url.query or url.host or port):
        return url, Path(url.database)
    if kind in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg"), None
    raise failures.failure(N_("Không dùng được loại sổ “{so}”."), failures.ADDRESS, url.render_as_string(hide_password=True))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:  # a name too long, a drive that is gone
        raise failures.unopened(path, error) from error


def _identity(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError as error:
        raise failures.gone(path) from error
    return found.st_dev, found.st_ino


# --- engines -------------------------------------------------------------------------------------------


def _sqlite(path: Path) -> sa.Engine:
    def connect() -> sqlite3.Connection:
        # Not made by opening: a register removed while in use must be missed, not replaced by an empty one.
        raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = EXTRA")  # the commit is on the disk, its directory entry too
        return raw

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.NullPool)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # Taken at once: two readers that both want to write later would wait for each other.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: sa.URL, label: str) -> sa.Engine:
    # Read committed, and the counter's lock first: what is read after it is what the last writer left.
    options = {"connect_timeout": url.query.get("connect_timeout", "10")}
    try:
        return sa.create_engine(url, poolclass=sa.pool.NullPool, connect_args=options, isolation_level="READ COMMITTED")
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        hint = N_("Cài thêm: python -m pip install \"notice-gen[postgresql]\".")
        raise failures.failure(N_("Chưa cài phần nối với PostgreSQL."), hint, label) from error


def _prepared(engine: sa.Engine, label: str, path: Path | None, *, create: bool) -> tuple[bool, bool]:
    """Return whether the tables are there and whether they were made just now."""
    if create and path and not _is_there(path):
        try:
            path.touch()
        except OSError as error:
            raise failures.unopened(path, error) from error
    try:
        with engine.connect() as connection, connection.begin():
            if _has_tables(connection, label):
                return True, False
        if not create:
            return False, False
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CREATING})
            if _has_tables(connection, label):  # another program was quicker
                return True, False
            tables.metadata.create_all(connection)
            connection.execute(tables.phien_ban.insert(), {"phien_ban": tables.SCHEMA})
        _sync_folder(path)
    except SQLAlchemyError as error:
        raise failures.of(error, label) from error
    return True, True


def _has_tables(connection: sa.Connection, label: str) -> bool:
    names = set(sa.inspect(connection).get_table_names())
    ours = set(tables.metadata.tables)
    if not names & ours:
        if names and connection.dialect.name == "sqlite":
            raise failures.not_ours(label)
        return False
    if not names >= ours:
        raise failures.not_ours(label)
    version = connection.scalar(sa.select(tables.phien_ban.c.phien_ban))
    if not version:
        raise failures.not_ours(label)
    if version > tables.SCHEMA:
        raise failures.newer(label)
    return True


def _sync_folder(path: Path | None) -> None:
    if path and os.name != "nt":
        with suppress(OSError):
            folder = os.open(path.absolute().parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)


# --- transactions --------------------------------------------------------------------------------------


def read(register: Register, work: Callable[[sa.Connection], T]) -> T:
    """Return what *work* reads, all of it as of one moment.

    Raises:
        RegisterError: it cannot be read.
    """
    return _run(register, work, writes=False)


def write(register: Register, work: Callable[[sa.Connection], T]) -> T:
    """Return what *work* gives, once everything it wrote is on the disk; else nothing of it is.

    *work* may be called again when another program was in the way.

    Raises:
        RegisterError: it cannot be written.
    """
    return _run(register, work, writes=True)


def _run(register: Register, work: Callable[[sa.Connection], T], *, writes: bool) -> T:
    if not register.ready:
        raise failures.gone(Path(register.label))
    for attempt in range(_TRIES):
        try:
            return _once(register, work, writes=writes)
        except (DBAPIError, IntegrityError) as error:
            if attempt == _TRIES - 1 or not failures.is_passing(error):
                raise failures.of(error, register.label) from error
            time.sleep(0.05 * 2**attempt)
        except SQLAlchemyError as error:
            raise failures.of(error, register.label) from error
    raise AssertionError  # the last attempt returned or raised


def _once(register: Register, work: Callable[[sa.Connection], T], *, writes: bool) -> T:
    _same_file(register)
    with register.engine.connect().execution_options(writes=writes) as connection:
        with connection.begin():
            if writes and register.path is None:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            result = work(connection)
            if writes:
                _same_file(register)
        if writes:
            _same_file(register)
    return result


def _same_file(register: Register) -> None:
    # A file removed while open lives on without a name, and would take numbers that nobody finds again.
    if register.path and _identity(register.path) != register.identity:
        raise failures.gone(register.path)


def snapshot(register: Register) -> bytes:
    """Return a copy of a SQLite register, taken while it may be in use, its integrity checked.

    Raises:
        RegisterError: it is a server, cannot be read, or is damaged.
    """
    import tempfile

    if register.path is None:
        hint = N_("Sao lưu bằng pg_dump (ví dụ: pg_dump --format=custom --file=so.dump CSDL), hoặc xuất sổ: notice-gen register export so.xlsx.")
        raise failures.failure(N_("Sổ trên PostgreSQL không sao lưu bằng lệnh này."), hint, register.label)
    _same_file(register)
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "so.db"
            source: Any = register.engine.raw_connection().driver_connection
            with closing(source), closing(sqlite3.connect(copy)) as target:
                source.backup(target)
                faults = [row[0] for row in target.execute("PRAGMA integrity_check") if row[0] != "ok"]
            data = copy.read_bytes()
    except (sqlite3.Error, SQLAlchemyError, OSError) as error:
        raise failures.of(error, register.label) from error
    if faults:
        raise failures.damaged(register.label)
    return data


def integrity(register: Register) -> list[str]:
    """Return what the database itself finds wrong, in its own words; nothing for a sound one.

    Raises:
        RegisterError: it cannot be read.
    """
    if register.path is None or not register.ready:
        return []

    def work(connection: sa.Connection) -> list[str]:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        loose = [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"] + loose

    return read(register, work)


__all__ = ["PATIENCE", "Register", "RegisterError", "connect", "integrity", "read", "snapshot", "write"]

"""Connections and transactions on SQLite and PostgreSQL, and what can go wrong with them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from notice_gen.errors import N_, RegisterError
from notice_gen.records import record
from notice_gen.register import engine as engines
from notice_gen.register import failures, place, tables
from notice_gen.register.engine import PATIENCE

T = TypeVar("T")

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
    url, path = engines.target(where)
    label = str(path) if path else engines.label(url)
    created = False
    if path:
        place.refuse_share(path)
        if not engines.is_there(path):
            if not create:
                yield Register(sa.create_engine("sqlite://"), label, path, ready=False, created=False, identity=None)
                return
            created = engines.begun(path, _make)
    engine = engines.sqlite(path) if path else engines.postgresql(url)
    try:
        ready, made = _prepared(engine, label, path, create=create)
        yield Register(engine, label, path, ready, created or made, engines.identity(path))
    finally:
        engine.dispose()


def _make(connection: sa.Connection) -> None:
    """Make the tables of a register that holds nothing yet."""
    tables.metadata.create_all(connection)
    connection.execute(tables.phien_ban.insert(), {"phien_ban": tables.SCHEMA})


def _prepared(engine: sa.Engine, label: str, path: Path | None, *, create: bool) -> tuple[bool, bool]:
    """Return whether the tables are there and whether they were made just now."""
    try:
        with engine.connect() as connection, connection.begin():
            if _has_tables(connection, label):
                return True, False
        if path:
            raise failures.not_ours(label) if path.stat().st_size else failures.empty(label)
        if not create:
            return False, False
        with engine.connect() as connection, connection.begin():
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CREATING})
            if _has_tables(connection, label):  # another program was quicker
                return True, False
            _make(connection)
    except (SQLAlchemyError, OSError) as error:
        raise failures.of(error, label) from error
    return True, True


def _has_tables(connection: sa.Connection, label: str) -> bool:
    names = set(sa.inspect(connection).get_table_names())
    ours = set(tables.metadata.tables)
    if not names & ours:
        return False
    if not names >= ours:
        raise failures.not_ours(label)
    version = connection.scalar(sa.select(tables.phien_ban.c.phien_ban))
    if not version:
        raise failures.not_ours(label)
    if version > tables.SCHEMA:
        raise failures.newer(label)
    return True


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
    if register.path and engines.identity(register.path) != register.identity:
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
            with closing(register.engine.raw_connection()) as source, closing(sqlite3.connect(copy)) as target:
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

"""Where a register is and how one speaks to it: addresses, files, SQLite and PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from notice_gen.errors import N_
from notice_gen.register import failures, place

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_SECRETS = frozenset(["password", "sslpassword"])
_LINE = {"connect_timeout": "10", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3", "client_encoding": "utf8"}


def target(where: str | Path) -> tuple[sa.URL, Path | None]:
    """Return the URL of the register at *where*, and its path when it is a file.

    Raises:
        RegisterError: a folder or device, or an address that cannot be one.
    """
    if not place.is_url(where):
        path = Path(where)
        if not str(where).strip() or not _may_be_file(path):
            raise failures.failure(N_("“{so}” không phải tệp sổ văn bản."), failures.CHOOSE, where)
        return sa.make_url("sqlite://"), path
    try:
        url = sa.make_url(str(where))
        port = url.port
    except (ArgumentError, ValueError) as error:
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai."), failures.ADDRESS, "") from error
    if "@" in (url.host or ""):  # what stands before it would be a piece of the password
        raise failures.failure(N_("Địa chỉ sổ văn bản viết sai: có hai dấu @."), N_("Dấu @ trong mật khẩu viết là %40; tốt hơn là để mật khẩu trong tệp .pgpass."), "")
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and not (url.query or url.host or port):
        return url, Path(url.database)
    if kind in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg"), None
    raise failures.failure(N_("Không dùng được loại sổ “{so}”."), failures.ADDRESS, label(url))


def label(url: sa.URL) -> str:
    """Return *url* as it may be shown: without a password.

    >>> label(sa.make_url("postgresql://van-thu:bi-mat@may-chu/so?password=bi-mat&connect_timeout=5"))
    'postgresql://van-thu:***@may-chu/so?connect_timeout=5'
    """
    query = {name: value for name, value in url.query.items() if name not in _SECRETS}
    kind = "postgresql" if url.get_backend_name().startswith("postgres") else url.drivername
    return url.set(drivername=kind, query=query).render_as_string(hide_password=True)


def is_there(path: Path) -> bool:
    """Say whether there is a file at *path*.

    Raises:
        RegisterError: one cannot know.
    """
    try:
        return path.exists()
    except OSError as error:  # a name too long, a drive that is gone
        raise failures.unopened(path, error) from error


def _may_be_file(path: Path) -> bool:
    try:
        return path.is_file() or not path.exists()  # no folder, no device
    except OSError as error:
        raise failures.unopened(path, error) from error


def identity(path: Path | None) -> tuple[int, int] | None:
    """Return what tells the file at *path* from another that took its place.

    Raises:
        RegisterError: it is gone.
    """
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError as error:
        raise failures.gone(path) from error
    return found.st_dev, found.st_ino


def begun(path: Path, make: Callable[[sa.Connection], None]) -> bool:
    """Put a new register's file at *path*, whole or not at all; False when another program was quicker.

    A file that lies there empty is then never one just being made, but one that lost what it held.

    Args:
        path: where there is none.
        make: makes the tables.

    Raises:
        RegisterError: it cannot be written there.
    """
    temporary = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        temporary.touch(exist_ok=False)
        engine = sqlite(temporary)
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            make(connection)
        engine.dispose()
        _move(temporary, path)
    except FileExistsError:
        return False
    except (OSError, SQLAlchemyError) as error:
        raise failures.of(error, str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(path)
    return True


def _move(temporary: Path, path: Path) -> None:
    if os.name == "nt":
        temporary.rename(path)  # refuses an existing file by itself
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
        with contextlib.suppress(OSError):
            folder = os.open(path.absolute().parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)


def sqlite(path: Path) -> sa.Engine:
    """Return what opens the SQLite file at *path*."""

    def connect() -> sqlite3.Connection:
        # Not made by opening: a register removed while in use must be missed, not replaced by an empty one.
        raw = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute("PRAGMA synchronous = EXTRA")  # the commit is on the disk, its directory entry too
        except sqlite3.Error:
            raw.close()  # no database: Windows would keep the file from everybody as long as it is open
            raise
        return raw

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.pool.NullPool)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # Taken at once: two readers that both want to write later would wait for each other.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def postgresql(url: sa.URL) -> sa.Engine:
    """Return what connects to the PostgreSQL at *url*.

    Raises:
        RegisterError: its driver is not installed.
    """
    # Read committed, and the counter's lock first: what is read after it is what the last writer left.
    options = {name: value for name, value in _LINE.items() if name not in url.query}
    try:
        return sa.create_engine(url, poolclass=sa.pool.NullPool, connect_args=options, isolation_level="READ COMMITTED")
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        hint = N_("Cài thêm: python -m pip install \"notice-gen[postgresql]\".")
        raise failures.failure(N_("Chưa cài phần nối với PostgreSQL."), hint, label(url)) from error

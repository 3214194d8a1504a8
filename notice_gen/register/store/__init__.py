"""An open register, and its transactions: tried again when another program was in the way, its version looked after."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from notice_gen.errors import N_, Problem, RegisterError
from notice_gen.register import failures, migrations, tables
from notice_gen.register.connection import Connection, value
from notice_gen.register.migrations import MIGRATIONS, Migration
from notice_gen.register.store import address
from notice_gen.register.store.postgresql import PostgresqlStore
from notice_gen.register.store.protocol import Store, Use
from notice_gen.register.store.sqlite import SqliteStore

T = TypeVar("T")

_TRIES = 5


@dataclass
class Register:
    """An open register.

    Attributes:
        store: its database.
        migrations: how an older one is brought up.
        version: of its tables; 0 where nothing is there yet and nothing was to be made: it reads as empty.
        created: it was made just now.
        remarks: what whoever opened it should hear: that it was brought up, and where the copy lies.
    """

    store: Store
    migrations: Sequence[Migration]
    version: int = 0
    created: bool = False
    remarks: list[Problem] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its path, or its URL without the password."""
        return self.store.label

    @property
    def path(self) -> Path | None:
        """Its file; None for a server."""
        return self.store.path

    @property
    def ready(self) -> bool:
        """Whether there is one."""
        return self.version > 0

    @property
    def newest(self) -> int:
        """The version that this program writes."""
        return migrations.newest(self.migrations)


@contextmanager
def connect(where: str | Path, *, create: bool = True, migrations: Sequence[Migration] = MIGRATIONS) -> Iterator[Register]:
    """Open the register at *where*, a path or a URL of PostgreSQL or SQLite.

    Args:
        where: ``so-van-ban.db``, ``postgresql://nguoi-dung@may-chu/csdl``, ``sqlite:////duong/dan.db``.
        create: something will be written: make it where there is none, bring it up where it is of an older version.
            Else it is brought up at the first writing, and only looked at as if it were until then.
        migrations: how it is brought up.

    Raises RegisterError: it cannot be reached or read, or is none; SQLite on a network share.
    """
    store = store_at(where)
    try:
        register = Register(store, migrations)
        there = _tried(store, store.is_there)
        if create and not there:
            register.created = _tried(store, partial(store.make, partial(_fill, version=register.newest)))
        if create or there:
            register.version = _run(store, partial(_version, register), "read")
        if create and register.version < register.newest:
            _bring_up(register)
        yield register
    finally:
        store.close()


def store_at(where: str | Path) -> Store:
    """Return the database at *where*, which need not hold anything.

    Raises RegisterError: a folder or device, or an address that cannot be one.
    """
    if not address.is_address(where):
        if not str(where).strip():
            raise failures.failure(N_("“{so}” không phải tệp sổ văn bản."), failures.CHOOSE, where)
        return SqliteStore(Path(where))
    url = address.parsed(str(where))
    if url.kind == "sqlite" and url.database and not (url.query or url.host or url.port):
        return SqliteStore(Path(url.database))
    if url.kind == "postgresql":
        return PostgresqlStore(url)
    raise failures.failure(N_("Không dùng được loại sổ “{so}”."), failures.ADDRESS, url.shown())


def _fill(connection: Connection, version: int) -> None:
    """Make the tables of a register that holds nothing yet."""
    for statement in tables.TABLES:
        connection.make(statement)
    connection.do("INSERT INTO so_phien_ban VALUES (?)", (version,))


def _version(register: Register, connection: Connection, *, use: Use = "read") -> int:
    """Return the version of a register that is there; for one who writes, nobody changes it before the end.

    Raises RegisterError: it is another program's, or of a version newer than this program.
    """
    if use == "read" and not tables.FIRST_TABLES.issubset(connection.tables()):
        raise failures.failure(*failures.OTHERS, register.label)
    query = "SELECT phien_ban FROM so_phien_ban"
    version = value(connection, query if use == "read" else connection.held(query, "so_phien_ban", shared=use == "write"))
    if not isinstance(version, int) or version < migrations.FIRST:
        raise failures.failure(*failures.OTHERS, register.label)
    if version > register.newest:
        raise failures.failure(*failures.NEWER, register.label)
    return version


def read(register: Register, work: Callable[[Connection], T]) -> T:
    """Return what *work* reads, all of it as of one moment; an older register is read as if it were brought up, and left as it is.

    Raises RegisterError: it cannot be read.
    """
    if not register.ready:
        raise failures.failure(*failures.GONE, register.label)
    if register.version == register.newest:
        return _run(register.store, work, "read")

    def on_trial(connection: Connection) -> T:
        migrations.bring_up(connection, _version(register, connection, use="trial"), register.migrations)
        return work(connection)

    return _run(register.store, on_trial, "trial")


def write(register: Register, work: Callable[[Connection], T]) -> T:
    """Return what *work* gives, once everything it wrote is on the disk; else nothing of it is.

    *work* may be called again when another program was in the way.

    Raises RegisterError: it cannot be written.
    """
    if not register.ready:
        raise failures.failure(*failures.GONE, register.label)

    def on_newest(connection: Connection) -> T:
        if _version(register, connection, use="write") < register.newest:  # an older one was put back meanwhile
            raise failures.failure(*failures.GONE, register.label)
        return work(connection)

    if register.version < register.newest:
        _bring_up(register)
    return _run(register.store, on_newest, "write")


def _bring_up(register: Register) -> None:
    """Bring an older register to this program's version, a copy of it kept first; done by another, it is waited for.

    Raises RegisterError: it cannot be copied or written; it is as it was.
    """

    def work(connection: Connection) -> tuple[int, Path | None]:
        old = _version(register, connection, use="upgrade")
        kept = None
        if old < register.newest:
            kept = register.store.keep(connection, old)
            migrations.bring_up(connection, old, register.migrations)
        return old, kept

    old, kept = _run(register.store, work, "upgrade")
    register.version = register.newest
    if old < register.newest:
        message = N_("Sổ “{so}” đã được nâng từ phiên bản {cu} lên {moi}; máy khác dùng chung sổ này cũng phải cập nhật notice-gen.")
        with_copy = N_("Bản sao trước khi nâng: “{ban_sao}”; giữ lại tới khi thấy mọi việc như thường.")
        hint = with_copy if kept else N_("Bản sao của sổ trên máy chủ do người quản trị giữ; máy khác báo sổ mới hơn thì cập nhật máy ấy.")
        values = {"so": register.label, "cu": old, "moi": register.newest, "ban_sao": kept}
        register.remarks.append(Problem(message, hint, values, level="warning"))


def _run(store: Store, work: Callable[[Connection], T], use: Use) -> T:
    return _tried(store, partial(_once, store, work, use))


def _once(store: Store, work: Callable[[Connection], T], use: Use) -> T:
    with store.transaction(use) as connection:
        return work(connection)


def _tried(store: Store, do: Callable[[], T]) -> T:
    broken: tuple[type[Exception], ...] = (*store.errors, UnicodeDecodeError, failures.UnsoundError)
    for attempt in range(_TRIES):
        try:
            return do()
        except broken as error:
            if attempt == _TRIES - 1 or not store.is_passing(error):
                raise store.failure(error) from error
            time.sleep(0.05 * 2**attempt)
    raise AssertionError  # the last attempt returned or raised


def integrity(register: Register) -> list[str]:
    """Return what the database itself finds wrong, in its own words; nothing for a sound one.  Raises RegisterError: it cannot be read."""
    return read(register, register.store.faults) if register.ready else []


__all__ = ["Connection", "Register", "RegisterError", "Store", "connect", "integrity", "read", "store_at", "value", "write"]

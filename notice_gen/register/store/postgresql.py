"""A register on a PostgreSQL server: many desks, who wait for each other only within a series."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

from notice_gen.errors import N_, RegisterError
from notice_gen.register import failures, tables
from notice_gen.register.connection import Connection, Group, Value, value
from notice_gen.register.store import address
from notice_gen.register.store.protocol import Store, Use

if TYPE_CHECKING:
    import psycopg

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_LINE = {"connect_timeout": "10", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3", "client_encoding": "utf8"}
_CREATING = 0x736F7662  # any number: the lock while the tables are made
_NOW = "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
_STATES = (  # SQLSTATE, the first that begins so
    ("28", N_("Máy chủ sổ “{so}” không cho đăng nhập."), N_("Kiểm tra tên người dùng và mật khẩu trong địa chỉ sổ (hoặc tệp .pgpass).")),
    ("3D", N_("Không có cơ sở dữ liệu “{so}”."), N_("Kiểm tra tên cơ sở dữ liệu; người quản trị tạo bằng: createdb TÊN.")),
    (("25006", "42501"), failures.READ_ONLY, N_("Xin người quản trị quyền ghi vào cơ sở dữ liệu.")),
    ("42P01", failures.NOT_OURS, failures.ADDRESS),
    ("53100", failures.FULL, failures.TIDY),
    (("40", "55P03"), failures.BUSY, failures.AGAIN),
    ("XX", failures.DAMAGED, failures.RESTORE),
    ("", failures.OTHER, N_("Nhờ người quản trị cơ sở dữ liệu xem giúp; chưa có số nào bị mất.")),
)  # fmt: skip
_AT_THE_DOOR = (  # a connection refused has no SQLSTATE, only the words of a server, as a rule English
    (re.compile(r"authentication failed|no password supplied|no pg_hba\.conf entry|role \".*\" does not exist"), "28"),
    (re.compile(r"database \".*\" does not exist"), "3D"),
)
_UNREACHABLE = (N_("Không nối được tới sổ “{so}”: {loi}."),
                N_("Kiểm tra mạng, tên máy chủ, tên người dùng, và máy chủ có đang chạy không; rồi chạy lại, chưa có số nào bị mất."))
_PASSING = ("23", "40001", "40P01", "57P0", "08")
"""The same line made at the same moment, serialisation, deadlock, a server restarting, a connection lost."""
_SEEN = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND pg_table_is_visible(oid)"
_BEGIN = {"read": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
# Read committed, and the locks first: what is read after them is what the last writer left.
_BEGIN_TO_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED"


class _Connection(Connection):
    def __init__(self, raw: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._raw = raw

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        return self._raw.execute(statement.replace("?", "%s").encode(), values or None).fetchall()

    def do(self, statement: str, values: Sequence[Value] = ()) -> None:
        self._raw.execute(statement.replace("?", "%s").encode(), values or None)

    def do_all(self, statement: str, every: Sequence[Sequence[Value]]) -> None:
        with self._raw.cursor() as cursor:
            cursor.executemany(statement.replace("?", "%s").encode(), every)

    def set_texts(self, table: str, columns: Sequence[str], lines: Sequence[Sequence[str | int]]) -> None:
        # As one value: the driver takes its time for each.
        told = json.dumps([dict(zip((*columns, "id"), line, strict=True)) for line in lines])
        says = ", ".join(f"{name} = moi.{name}" for name in columns)
        kinds = ", ".join(f"{name} text" for name in columns)
        moi = f"json_to_recordset(?::json) AS moi (id int, {kinds})"
        self.do(f"UPDATE {table} SET {says} FROM {moi} WHERE {table}.id = moi.id", (told,))  # noqa: S608 - our own

    def insert(self, table: str, columns: Sequence[str], groups: Iterable[Group]) -> None:
        with self._raw.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN".encode()) as copy:
            for first, lines in groups:
                for line in lines:
                    copy.write_row((*first, *line))

    def make(self, statement: str) -> None:
        self.do(statement.format(counted="SERIAL", by_key="", bytes="BYTEA"))

    def held(self, statement: str, table: str, *, shared: bool = False) -> str:
        return f"{statement} FOR {'SHARE' if shared else 'UPDATE'} OF {table}"

    def tables(self) -> frozenset[str]:
        return frozenset(name for (name,) in self.rows(_SEEN))


class PostgresqlStore(Store):
    """The register in a database of a PostgreSQL server."""

    path = None

    def __init__(self, url: address.Url) -> None:
        """Take the database at *url*, not connecting yet.  Raises RegisterError: the driver is not installed."""
        self.label = url.shown()
        self._secrets = {form(secret) for secret in url.secrets() for form in (str, quote, quote_plus)}
        self._options = {**_LINE, **url.options()}
        self._idle: list[psycopg.Connection[tuple[Any, ...]]] = []
        self._lost = False  # the line broke in the transaction that was last
        try:
            import psycopg
        except ImportError as error:
            hint = N_("Cài thêm: python -m pip install \"notice-gen[postgresql]\".")
            raise failures.failure(N_("Chưa cài phần nối với PostgreSQL."), hint, self.label) from error
        self.errors = (psycopg.Error,)

    def is_there(self) -> bool:
        """Say whether the database has a table of ours."""
        with self.transaction("read") as connection:
            return _has_tables(connection)

    def make(self, fill: Callable[[Connection], None]) -> bool:
        """Make the tables, in one transaction."""
        with self.transaction("write") as connection:
            connection.rows("SELECT pg_advisory_xact_lock(?)", (_CREATING,))
            if _has_tables(connection):
                return False
            fill(connection)
        return True

    @contextmanager
    def transaction(self, use: Use) -> Iterator[Connection]:
        """Begin a transaction; one who only looks sees one moment and waits for nobody."""
        self._lost = False
        raw = self._idle.pop() if self._idle else self._connected()
        try:
            raw.execute(_BEGIN.get(use, _BEGIN_TO_WRITE))
            if use != "read":
                raw.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'".encode())
            yield _Connection(raw)
            raw.execute("ROLLBACK" if use == "trial" else "COMMIT")
            self._idle.append(raw)
        except BaseException:
            self._lost = raw.broken
            raw.close()  # which undoes it
            raise

    def _connected(self) -> psycopg.Connection[tuple[Any, ...]]:
        import psycopg

        return psycopg.connect(psycopg.conninfo.make_conninfo(**self._options), autocommit=True)

    def lock(self, connection: Connection, names: Iterable[str]) -> None:
        """Take the server's advisory locks of these names, in one order for all, so that two never wait for each other."""
        digests = {hashlib.blake2b(name.encode(), digest_size=8).digest() for name in names}
        for key in sorted(int.from_bytes(digest, "big", signed=True) for digest in digests):
            connection.rows("SELECT pg_advisory_xact_lock(?)", (key,))

    def now(self, connection: Connection) -> str:
        """Return when the transaction began, by the server's clock."""
        return str(value(connection, _NOW))

    def keep(self, connection: Connection, version: int) -> None:
        """Copy nothing: the server's files cannot be reached from here, and the change is one transaction."""

    def snapshot(self) -> bytes:
        """Refuse: a server is copied by its own tools."""
        hint = N_("Sao lưu bằng pg_dump (ví dụ: pg_dump --format=custom --file=so.dump CSDL), hoặc xuất sổ: notice-gen register export so.xlsx.")  # noqa: E501
        raise failures.failure(N_("Sổ trên PostgreSQL không sao lưu bằng lệnh này."), hint, self.label)

    def failure(self, error: Exception) -> RegisterError:
        """Return what the server means, or why it was not reached."""
        if isinstance(error, failures.UnsoundError | UnicodeDecodeError):
            return failures.failure(*failures.UNSOUND, self.label)
        reason = failures.reason(error)
        for secret in sorted({*self._secrets, os.environ.get("PGPASSWORD", "")} - {""}, key=len, reverse=True):
            reason = reason.replace(secret, "***")
        state = getattr(error, "sqlstate", None) or next((state for words, state in _AT_THE_DOOR if words.search(str(error))), None)
        if not state:
            return failures.failure(*_UNREACHABLE, self.label, loi=reason)
        message, hint = next((message, hint) for start, message, hint in _STATES if state.startswith(start))
        return failures.failure(message, hint, self.label, loi=reason)

    def is_passing(self, error: Exception) -> bool:
        """Say whether another desk or a line that broke was in the way."""
        return self._lost or str(getattr(error, "sqlstate", "")).startswith(_PASSING)

    def close(self) -> None:
        """Let the lines to the server go."""
        while self._idle:
            with suppress(*self.errors):
                self._idle.pop().close()


def _has_tables(connection: Connection) -> bool:
    return not tables.FIRST_TABLES.isdisjoint(connection.tables())

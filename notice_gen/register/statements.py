"""What the operations say to the database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from notice_gen.register import plan
from notice_gen.register.entry import HUY, NHIEU_NHAT, Day, Entry, Request, hang_of
from notice_gen.register.tables import day as days
from notice_gen.register.tables import van_ban as lines

T = TypeVar("T")

_COLUMNS = tuple(column.name for column in lines.columns if column.name not in {"id", "day"})
_FEW = 50  # requests: a batch needs every line anyhow
_CHUNK = 500  # values in one statement; SQLite once took no more than 999


def series_id(connection: sa.Connection, series: Day) -> int:
    """Return the id of *series*, made when it is new."""
    insert: Any = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(days)
    values = {"co_quan": series.co_quan, "nam": series.nam, "nhom": series.nhom}
    connection.execute(insert.values(**values, so_cuoi=0).on_conflict_do_nothing())
    return int(connection.scalar(sa.select(days.c.id).filter_by(**values)))  # type: ignore[arg-type]  # it is there now


def lock(connection: sa.Connection, ids: list[int]) -> None:
    """Let nobody else number in these agencies' years until the end; locks are taken in order."""
    connection.execute(sa.select(days.c.id).where(days.c.id.in_(ids)).order_by(days.c.id).with_for_update()).all()


def state(connection: sa.Connection, years: Sequence[tuple[str, int]], requests: Sequence[Request] | None = None) -> plan.State:
    """Return what the register holds of some agencies' years.

    Args:
        connection: to the register.
        years: the agencies, as compared, and years.
        requests: what is to be planned; of a few only the lines are read that have a say in it. None reads all.
    """
    ours = sa.or_(sa.false(), *(sa.and_(days.c.co_quan == co_quan, days.c.nam == nam) for co_quan, nam in years))
    kinds = sa.select(days.c.co_quan, days.c.nam, lines.c.loai, days.c.nhom).join_from(lines, days).where(ours).distinct()
    nhom_of = {(co_quan, nam, loai): nhom for co_quan, nam, loai, nhom in connection.execute(kinds)}
    told = ours if requests is None or len(requests) > _FEW else sa.and_(ours, _with_a_say(requests))
    return plan.state(counters(connection, ours), select(connection, [told]), nhom_of)


def _with_a_say(requests: Sequence[Request]) -> sa.ColumnElement[bool]:
    """Return the condition for the lines that :func:`plan.plan` looks at.

    These notices; these numbers and their neighbours; those at the counter or beyond; those that may be the same document, or
    of the same unit: which it is, however it is spelt, only :func:`plan.plan` can tell.
    """
    numbers = {request.so + step for request in requests if request.so for step in (-1, 0, 1)}
    mailings = {request.khoa.partition("|")[0] for request in requests if hang_of(request.khoa)}
    return sa.or_(
        lines.c.khoa.in_({request.khoa for request in requests}),
        lines.c.so.in_({number for number in numbers if number <= NHIEU_NHAT}),
        lines.c.so >= days.c.so_cuoi,
        lines.c.ngay.in_({request.ngay for request in requests if request.ngay}),
        *(lines.c.khoa.startswith(f"{tep}|", autoescape=True) for tep in mailings),
    )


def counters(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> dict[Day, int]:
    """Return the highest number given in each series that matches."""
    rows = connection.execute(sa.select(days.c.co_quan, days.c.nam, days.c.nhom, days.c.so_cuoi).where(condition))
    return {Day(co_quan, nam, nhom): so_cuoi for co_quan, nam, nhom, so_cuoi in rows}


def select(connection: sa.Connection, conditions: Iterable[sa.ColumnElement[bool]], *, for_update: bool = False) -> list[Entry]:
    """Return the lines that match any of *conditions*, each a statement of its own."""
    found: list[Entry] = []
    for condition in conditions:
        query = sa.select(lines, days.c.nam, days.c.nhom).join_from(lines, days).where(condition)
        query = query.order_by(days.c.co_quan, days.c.nam, days.c.nhom, lines.c.so)
        rows = connection.execute(query.with_for_update(of=lines) if for_update else query).mappings()
        found += [Entry(**{name: value for name, value in row.items() if name != "day"}) for row in rows]
    return found


def save(connection: sa.Connection, planned: Sequence[Entry], ids: dict[Day, int]) -> None:
    """Write the lines planned, new ones and those that change, and move the counters of their series."""
    time = now(connection)
    planned = tuple({entry.khoa: entry for entry in planned}.values())  # one notice asked for twice has one line
    for chunk in chunks([entry for entry in planned if not entry.id]):
        given = ({"day": ids[entry.day], "giu_luc": time, "huy_luc": time if entry.trang_thai == HUY else ""} for entry in chunk)
        connection.execute(lines.insert(), [{name: getattr(entry, name) for name in _COLUMNS} | more for entry, more in zip(chunk, given, strict=True)])
    old = [entry for entry in planned if entry.id]
    if old:
        values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in _COLUMNS}
        statement = lines.update().where(lines.c.id == sa.bindparam("line")).values(values)
        connection.execute(statement, [{"line": entry.id} | {f"new_{name}": getattr(entry, name) for name in _COLUMNS} for entry in old])
    for series, number in ids.items():
        highest = max((entry.so for entry in planned if entry.day == series), default=0)
        connection.execute(days.update().where(days.c.id == number, days.c.so_cuoi < highest).values(so_cuoi=highest))


def as_saved(connection: sa.Connection, planned: Sequence[Entry]) -> list[Entry]:
    """Return lines just saved with what the database gave the new ones: an id and the time."""
    new = [entry.khoa for entry in planned if not entry.id]
    query = sa.select(lines.c.khoa, lines.c.id, lines.c.giu_luc).where(lines.c.trang_thai != HUY, lines.c.khoa.in_(new))
    given = {khoa: {"id": number, "giu_luc": sys.intern(time)} for khoa, number, time in connection.execute(query)}
    return [entry if entry.id else replace(entry, **given[entry.khoa]) for entry in planned]


def now(connection: sa.Connection) -> str:
    """Return the time by the database's clock, the same for every desk, in UTC."""
    if connection.dialect.name == "postgresql":
        said = sa.text("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
    else:
        said = sa.text("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')")
    return str(connection.scalar(said))


def chunks(values: Sequence[T]) -> list[Sequence[T]]:
    """Return *values* in pieces that one statement takes."""
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]

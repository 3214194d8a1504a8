"""What the operations say to the database, whichever it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from types import NoneType
from typing import Any, TypeVar, get_args

import sqlalchemy as sa

from notice_gen.register import failures, journal, plan
from notice_gen.register.entry import CONG_VAN, HUY, NHIEU_NHAT, DaySo, Entry, Request, TrangThai, hang_of, series_of
from notice_gen.register.store.protocol import Store
from notice_gen.register.tables import COLUMNS
from notice_gen.register.tables import day_so as series_table
from notice_gen.register.tables import van_ban as lines

T = TypeVar("T")

_FEW = 50  # requests: a batch needs every line anyhow
_CHUNK = 500  # values in one statement; SQLite once took no more than 999

_FIELDS = tuple(field.name for field in fields(Entry) if field.name != "doubts")
_SELECTED = tuple(series_table.c[name] if name in {"nam", "nhom"} else lines.c[name] for name in _FIELDS)
_TYPES = {tuple({"id": int, "so": int, "nam": int, "ngay": ngay}.get(name, str) for name in _FIELDS) for ngay in (date, NoneType)}
_STATES = frozenset(get_args(TrangThai))


def series_id(connection: sa.Connection, series: DaySo) -> int:
    """Return the id of *series*, made when it is new; its lock is held."""
    values = {"co_quan": series.co_quan, "nam": series.nam, "nhom": series.nhom}
    query = sa.select(series_table.c.id).filter_by(**values)
    number = connection.scalar(query)
    if number is None:
        connection.execute(series_table.insert(), {**values, "so_cuoi": 0})
        number = connection.scalar(query)
    return int(number)  # type: ignore[arg-type]  # it is there now


def lock(store: Store, connection: sa.Connection, wanted: Iterable[Request | Entry]) -> None:
    """Let nobody else number in the series of these lines, nor number their types in other series, until the end."""
    pairs = {(line.day_so, line.loai) for line in wanted}
    names = {_lock_name(series.co_quan, series.nam, nhom) for series, loai in pairs for nhom in (series.nhom, loai)}
    store.lock(connection, names)


def lock_types(store: Store, connection: sa.Connection, keys: Iterable[str]) -> None:
    """Let nobody else change the lines of these notices (:func:`entry.khoa`), nor any other of their types."""
    store.lock(connection, {_lock_name(*series) for series in map(series_of, keys) if len(series) == 3})


def _lock_name(co_quan: str, nam: int | str, nhom: str) -> str:
    return f"so-van-ban|{co_quan}|{nam}|{nhom or CONG_VAN}"


def state(connection: sa.Connection, years: Sequence[tuple[str, int]], requests: Sequence[Request] | None = None) -> plan.State:
    """Return what the register holds of some *years* of agencies, these named as compared.

    Of a few *requests*, which are to be planned, only the lines are read that have a say in it; None reads all.
    """
    ours = sa.or_(sa.false(), *(sa.and_(series_table.c.co_quan == co_quan, series_table.c.nam == nam) for co_quan, nam in years))
    columns = (series_table.c.co_quan, series_table.c.nam, lines.c.loai, series_table.c.nhom)
    with _sound():
        kinds = connection.execute(sa.select(*columns).join_from(lines, series_table).where(ours).distinct())
        nhom_of = {(co_quan, nam, loai): nhom for co_quan, nam, loai, nhom in kinds}
    entries = select(connection, [ours if requests is None or len(requests) > _FEW else sa.and_(ours, _with_a_say(requests))])
    living = {entry.khoa: entry for entry in entries if entry.trang_thai != HUY}
    return plan.State(counters(connection, ours), living, {(entry.day_so, entry.so): entry for entry in entries}, nhom_of)


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
        lines.c.so >= series_table.c.so_cuoi,
        lines.c.ngay.in_({request.ngay for request in requests if request.ngay}),
        *(lines.c.khoa.startswith(f"{tep}|", autoescape=True) for tep in mailings),
    )


def counters(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> dict[DaySo, int]:
    """Return the highest number given in each series that matches."""
    columns = (series_table.c.co_quan, series_table.c.nam, series_table.c.nhom, series_table.c.so_cuoi)
    with _sound():
        rows = connection.execute(sa.select(*columns).where(condition)).all()
        if any(tuple(map(type, row)) != (str, int, str, int) for row in rows):
            raise failures.UnsoundError
        return {DaySo(co_quan, nam, nhom): so_cuoi for co_quan, nam, nhom, so_cuoi in rows}


def select(connection: sa.Connection, conditions: Iterable[sa.ColumnElement[bool]], *, for_update: bool = False) -> list[Entry]:
    """Return the lines that match any of *conditions*, each a statement of its own.  Raises UnsoundError: one says what no line can."""
    entries: list[Entry] = []
    for condition in conditions:
        query = sa.select(*_SELECTED).join_from(lines, series_table).where(condition)
        query = query.order_by(series_table.c.co_quan, series_table.c.nam, series_table.c.nhom, lines.c.so)
        with _sound():
            entries += map(_entry, connection.execute(query.with_for_update(of=lines) if for_update else query))
    return entries


def _entry(row: sa.Row[Any]) -> Entry:
    if tuple(map(type, row)) not in _TYPES:
        raise failures.UnsoundError
    entry = Entry(*row)  # type: ignore[call-arg]  # a row is its values
    moments = (entry.giu_luc, entry.cap_luc or entry.giu_luc, entry.huy_luc or entry.giu_luc)
    is_line = entry.trang_thai in _STATES and entry.so >= 1 and 0 < entry.nam <= date.max.year and entry.khoa.count("|") == 4
    if not is_line or not all(map(journal.MOMENT.fullmatch, moments)):
        raise failures.UnsoundError
    return entry


@contextmanager
def _sound() -> Iterator[None]:
    """Turn what a wrong value in the file makes SQLAlchemy or Python say into one error."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise failures.UnsoundError from error


def save(
    connection: sa.Connection, store: Store, planned: Sequence[Entry], ids: dict[DaySo, int], before: Iterable[Entry], kind: str
) -> None:
    """Write the lines planned, new ones and those that change, move the counters of their series, and note it in the journal.

    The series of *ids* are locked; *before* are the lines as they are in the register, *kind* is what the journal says of the new ones.
    """
    time = store.now(connection)
    planned = tuple({entry.khoa: entry for entry in planned}.values())  # one notice asked for twice has one line
    there = {entry.id: entry for entry in before}
    changes: list[journal.Change] = []
    for chunk in chunks([entry for entry in planned if not entry.id]):
        changes += [(kind, entry.day_so, values) for entry, values in zip(chunk, _insert(connection, chunk, ids, time), strict=True)]
    if old := [entry for entry in planned if entry.id and replace(entry, doubts=()) != there.get(entry.id)]:
        update = lines.update().where(lines.c.id == sa.bindparam("line")).values({name: sa.bindparam(f"new_{name}") for name in COLUMNS})
        connection.execute(update, [{"line": entry.id} | {f"new_{name}": getattr(entry, name) for name in COLUMNS} for entry in old])
        changes += [(journal.SUA, entry.day_so, _values(entry)) for entry in old]
    for series, number in ids.items():
        highest = max((entry.so for entry in planned if entry.day_so == series), default=0)
        forward = series_table.update().where(series_table.c.id == number, series_table.c.so_cuoi < highest)
        connection.execute(forward.values(so_cuoi=highest))
    journal.append(store.lock, connection, changes, time)


def _values(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in COLUMNS}


def _insert(connection: sa.Connection, new: Sequence[Entry], ids: dict[DaySo, int], time: str) -> list[dict[str, Any]]:
    """Write new lines and return what stands in each."""
    given = ({"giu_luc": time, "huy_luc": time if entry.trang_thai == HUY else "", "day": ids[entry.day_so]} for entry in new)
    values = [_values(entry) | more for entry, more in zip(new, given, strict=True)]
    connection.execute(lines.insert(), values)
    return values


def as_saved(connection: sa.Connection, planned: Sequence[Entry]) -> list[Entry]:
    """Return lines just saved with what the database gave the new ones: an id and the time."""
    new = [entry.khoa for entry in planned if not entry.id]
    query = sa.select(lines.c.khoa, lines.c.id, lines.c.giu_luc).where(lines.c.trang_thai != HUY, lines.c.khoa.in_(new))
    given = {khoa: {"id": number, "giu_luc": sys.intern(time)} for khoa, number, time in connection.execute(query)}
    return [entry if entry.id else replace(entry, **given[entry.khoa]) for entry in planned]


def chunks(values: Sequence[T]) -> list[Sequence[T]]:
    """Return *values* in pieces that one statement takes."""
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]

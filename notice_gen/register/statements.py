"""What the operations say to the database, whichever it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from operator import attrgetter
from types import NoneType
from typing import Any, TypeVar, get_args

from notice_gen.register import failures, journal, plan
from notice_gen.register.connection import Connection, Value, value
from notice_gen.register.entry import CONG_VAN, HUY, NHIEU_NHAT, DaySo, Entry, Request, TrangThai, hang_of, series_of
from notice_gen.register.store.protocol import Store
from notice_gen.register.tables import COLUMNS

T = TypeVar("T")

_FEW = 50  # requests: a batch needs every line anyhow
_CHUNK = 500  # values in one statement; SQLite once took no more than 999

Condition = tuple[str, Sequence[Value]]
"""What lines, or series, are asked for: SQL, and the values in it."""

EVERY: Condition = ("1 = 1", ())
LIVING: Condition = (f"trang_thai <> '{HUY}'", ())  # word for word what the index of keys says: else a database reads every line

_FIELDS = tuple(name for name in Entry._fields if name != "doubts")
_SELECTED = ", ".join(f"{'so_day' if name in {'nam', 'nhom'} else 'so_van_ban'}.{name}" for name in _FIELDS)
_JOINED = "so_van_ban JOIN so_day ON so_van_ban.day = so_day.id"
_NGAY = _FIELDS.index("ngay")
_TYPES = {tuple({"id": int, "so": int, "nam": int, "ngay": ngay}.get(name, str) for name in _FIELDS) for ngay in (date, NoneType)}
_STATES = frozenset(get_args(TrangThai))
_of_line = attrgetter(*COLUMNS)


def among(column: str, values: Iterable[Value]) -> Condition:
    """Return the condition that a column holds one of *values*."""
    every = tuple(values)
    return f"{column} IN ({', '.join('?' * len(every))})" if every else "1 = 0", every


def any_of(*conditions: Condition) -> Condition:
    """Return that one of *conditions* holds."""
    return _joined(" OR ", conditions) if conditions else ("1 = 0", ())


def all_of(*conditions: Condition) -> Condition:
    """Return that all *conditions* hold."""
    return _joined(" AND ", conditions) if conditions else EVERY


def _joined(word: str, conditions: Sequence[Condition]) -> Condition:
    return f"({word.join(text for text, _ in conditions)})", [each for _, values in conditions for each in values]


def series_id(connection: Connection, series: DaySo) -> int:
    """Return the id of *series*, made when it is new; its lock is held."""
    values = (series.co_quan, series.nam, series.nhom)
    query = "SELECT id FROM so_day WHERE co_quan = ? AND nam = ? AND nhom = ?"
    number = value(connection, query, values)
    if number is None:
        connection.do("INSERT INTO so_day (co_quan, nam, nhom, so_cuoi) VALUES (?, ?, ?, 0)", values)
        number = value(connection, query, values)
    return int(number)


def lock(store: Store, connection: Connection, wanted: Iterable[Request | Entry]) -> None:
    """Let nobody else number in the series of these lines, nor number their types in other series, until the end."""
    pairs = {(line.day_so, line.loai) for line in wanted}
    names = {_lock_name(series.co_quan, series.nam, nhom) for series, loai in pairs for nhom in (series.nhom, loai)}
    store.lock(connection, names)


def lock_types(store: Store, connection: Connection, keys: Iterable[str]) -> None:
    """Let nobody else change the lines of these notices (:func:`entry.khoa`), nor any other of their types."""
    store.lock(connection, {_lock_name(*series) for series in map(series_of, keys) if len(series) == 3})


def _lock_name(co_quan: str, nam: int | str, nhom: str) -> str:
    return f"so-van-ban|{co_quan}|{nam}|{nhom or CONG_VAN}"


def state(connection: Connection, years: Sequence[tuple[str, int]], requests: Sequence[Request] | None = None) -> plan.State:
    """Return what the register holds of some *years* of agencies, these named as compared.

    Of a few *requests*, which are to be planned, only the lines are read that have a say in it; None reads all.
    """
    ours = any_of(*(("so_day.co_quan = ? AND so_day.nam = ?", year) for year in years))
    with _sound():
        query = f"SELECT DISTINCT so_day.co_quan, so_day.nam, so_van_ban.loai, so_day.nhom FROM {_JOINED} WHERE {ours[0]}"  # noqa: S608 - our own
        nhom_of = {(co_quan, nam, loai): nhom for co_quan, nam, loai, nhom in connection.rows(query, ours[1])}
    entries = select(connection, [ours if requests is None or len(requests) > _FEW else all_of(ours, _with_a_say(requests))])
    living = {entry.khoa: entry for entry in entries if entry.trang_thai != HUY}
    return plan.State(counters(connection, ours), living, {(entry.day_so, entry.so): entry for entry in entries}, nhom_of)


def _with_a_say(requests: Sequence[Request]) -> Condition:
    """Return the condition for the lines that :func:`plan.plan` looks at.

    These notices; these numbers and their neighbours; those at the counter or beyond; those that may be the same document, or
    of the same unit: which it is, however it is spelt, only :func:`plan.plan` can tell.
    """
    numbers = {request.so + step for request in requests if request.so for step in (-1, 0, 1)}
    mailings = {request.khoa.partition("|")[0] for request in requests if hang_of(request.khoa)}
    return any_of(
        among("khoa", {request.khoa for request in requests}),
        among("so", {number for number in numbers if number <= NHIEU_NHAT}),
        ("so >= so_cuoi", ()),
        among("ngay", {request.ngay for request in requests if request.ngay}),
        *(("substr(khoa, 1, ?) = ?", (len(tep) + 1, f"{tep}|")) for tep in mailings),
    )


def counters(connection: Connection, condition: Condition = EVERY) -> dict[DaySo, int]:
    """Return the highest number given in each series that matches."""
    with _sound():
        rows = connection.rows(f"SELECT co_quan, nam, nhom, so_cuoi FROM so_day WHERE {condition[0]}", condition[1])  # noqa: S608 - our own
        if any(tuple(map(type, row)) != (str, int, str, int) for row in rows):
            raise failures.UnsoundError
        return {DaySo(co_quan, nam, nhom): so_cuoi for co_quan, nam, nhom, so_cuoi in rows}


def select(connection: Connection, conditions: Iterable[Condition], *, for_update: bool = False) -> list[Entry]:
    """Return the lines that match any of *conditions*, each a statement of its own.  Raises UnsoundError: one says what no line can."""
    entries: list[Entry] = []
    for condition, values in conditions:
        query = f"SELECT {_SELECTED} FROM {_JOINED} WHERE {condition} ORDER BY so_day.co_quan, so_day.nam, so_day.nhom, so"  # noqa: S608 - our own
        with _sound():
            entries += map(_entry, connection.rows(connection.held(query, "so_van_ban") if for_update else query, values))
    return entries


def _entry(row: tuple[Any, ...]) -> Entry:
    if type(row[_NGAY]) is str:
        row = (*row[:_NGAY], date.fromisoformat(row[_NGAY]), *row[_NGAY + 1 :])
    if tuple(map(type, row)) not in _TYPES:
        raise failures.UnsoundError
    entry = Entry(*row)
    moments = (entry.giu_luc, entry.cap_luc or entry.giu_luc, entry.huy_luc or entry.giu_luc)
    is_line = entry.trang_thai in _STATES and entry.so >= 1 and 0 < entry.nam <= date.max.year and entry.khoa.count("|") == 4
    if not is_line or not all(map(journal.MOMENT.fullmatch, moments)):
        raise failures.UnsoundError
    return entry


@contextmanager
def _sound() -> Iterator[None]:
    """Turn what a wrong value in the file makes Python say into one error."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise failures.UnsoundError from error


def save(
    connection: Connection, store: Store, planned: Sequence[Entry], ids: Mapping[DaySo, int], before: Iterable[Entry], kind: str
) -> list[Entry]:
    """Write the lines planned, new ones and those that change, move the counters of their series, and note it in the journal.

    The series of *ids* are locked; *before* are the lines as they are in the register, *kind* is what the journal says of the new ones.
    Returns the lines *planned* with what the new ones have in the database: an id and the time.
    """
    time = store.now(connection)
    every = {entry.khoa: entry for entry in planned}.values()  # one notice asked for twice has one line
    new = [(entry.day_so, _new_line(entry, time)) for entry in every if not entry.id]
    connection.insert("so_van_ban", ("day", *COLUMNS), [((ids[series],), [line]) for series, line in new])
    changes: list[journal.Change] = [(kind, series, zip(COLUMNS, line, strict=True)) for series, line in new]
    changes += _change(connection, every, {entry.id: entry for entry in before})
    for series, number in ids.items():
        highest = max((entry.so for entry in every if entry.day_so == series), default=0)
        connection.do("UPDATE so_day SET so_cuoi = ? WHERE id = ? AND so_cuoi < ?", (highest, number, highest))
    given = _ids(connection, ids, new)
    journal.append(store.lock, connection, changes, time)
    return [entry if entry.id else _as_saved(entry, given[entry.day_so, entry.so], time) for entry in planned]


def _change(connection: Connection, planned: Iterable[Entry], there: Mapping[int, Entry]) -> list[journal.Change]:
    """Write the lines of the register that the plan changes, and return what the journal says; *there*: the lines as they are, by id."""
    old = [entry for entry in planned if entry.id and entry._replace(doubts=()) != there.get(entry.id)]
    if old:
        says = ", ".join(f"{name} = ?" for name in COLUMNS)
        connection.do_all(f"UPDATE so_van_ban SET {says} WHERE id = ?", [(*_of_line(entry), entry.id) for entry in old])  # noqa: S608 - our own
    return [(journal.SUA, entry.day_so, zip(COLUMNS, _of_line(entry), strict=True)) for entry in old]


_SO, _TIMES = COLUMNS.index("so"), slice(_FIELDS.index("giu_luc"), _FIELDS.index("huy_luc") + 1)


def _new_line(entry: Entry, time: str) -> tuple[Value, ...]:
    """Return what stands in a line entered at a *time*."""
    line: tuple[Value, ...] = _of_line(_as_saved(entry, 0, time))
    return line


def _as_saved(entry: Entry, number: int, time: str) -> Entry:
    """Return a line as it is entered at a *time*, with its id; not changed by name: a mailing has thousands."""
    times = (time, entry.cap_luc, time if entry.trang_thai == HUY else "")
    return Entry._make((number, *entry[1 : _TIMES.start], *times, *entry[_TIMES.stop :]))


def _ids(connection: Connection, ids: Mapping[DaySo, int], new: Iterable[tuple[DaySo, Sequence[Value]]]) -> dict[tuple[DaySo, int], int]:
    """Return the ids of new lines by series and number."""
    numbers: dict[DaySo, list[Value]] = {}
    for series, line in new:
        numbers.setdefault(series, []).append(line[_SO])
    found: dict[tuple[DaySo, int], int] = {}
    for series, several in numbers.items():
        for condition, values in (among("so", chunk) for chunk in chunks(several)):
            rows = connection.rows(f"SELECT so, id FROM so_van_ban WHERE day = ? AND {condition}", (ids[series], *values))  # noqa: S608 - our own
            found |= {(series, so): number for so, number in rows}
    return found


def chunks(values: Sequence[T], most: int = _CHUNK) -> list[Sequence[T]]:
    """Return *values* in pieces, by default as many as one statement takes."""
    return [values[start : start + most] for start in range(0, len(values), most)]

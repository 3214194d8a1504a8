"""The findings and figures of papers written with their numbers, in the transaction that takes these: both or neither.

A finding is known by its paper and its label.  It is never deleted: one that its paper no longer has is put aside (``bo_luc``),
because what has come of it stays true; what comes back is taken up again.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from notice_gen.register import statements, taking
from notice_gen.register.connection import Connection
from notice_gen.register.entry import Entry, Request

COLUMNS = ("van_ban", "nhan", "stt", "ma", "don_vi", "ma_don_vi", "loai", "linh_vuc", "noi_dung", "han", "bo_luc")
Finding = tuple[Any, ...]
"""A line of the table, values in the order of :data:`COLUMNS`."""

_OF_UNIT, _OWN = ("van_ban", "bo_luc", "don_vi", "ma_don_vi"), ("nhan", "stt", "ma", "loai", "linh_vuc", "noi_dung", "han")
"""The same, in the order in which a mailing is noted: what is alike in a paper's findings, what each has of its own."""

_AT_ONCE = 64
"""Papers written at a time: of more Python would look again and again which of their thousands of values are still needed."""
_ALIKE = 30  # findings of them that are written by one statement

FIGURES = ("van_ban", "don_vi", "ten", "gia_tri")
_CHANGE = f"UPDATE kien_nghi SET {', '.join(f'{name} = ?' for name in COLUMNS[2:])} WHERE van_ban = ? AND nhan = ?"  # noqa: S608 - our own


def keep(
    connection: Connection, requests: Sequence[Request], given: Sequence[Entry], new: Collection[str],
    now: Callable[[Connection], str],
) -> None:  # fmt: skip
    """Note what each of *requests* has to be followed under the line it was *given*; *new*: the keys of lines not there before."""
    asked = {entry.id: at for at, entry in enumerate(given)}  # one notice asked for twice has one line
    fresh = ((number, request) for number, at in asked.items() if given[at].khoa in new and (request := requests[at]).kem)
    followers: list[tuple[int, tuple[str, ...]]] = []
    for alike, group in itertools.groupby(fresh, key=lambda each: each[1].kem_chung):
        several = ((number, request.kem) for number, request in group)
        while chunk := [*itertools.islice(several, _AT_ONCE)]:
            followers += _added(connection, chunk, alike)
    known = {number: requests[at] for number, at in asked.items() if given[at].khoa not in new}
    if known:
        followers += _renewed(connection, known, now)
    for number, truoc in followers:
        _link(connection, given[asked[number]], *truoc)


def _added(connection: Connection, several: Sequence[tuple[int, bytes]], alike: bytes) -> list[tuple[int, tuple[str, ...]]]:
    """Note what new papers have, some of their findings *alike*, and return which paper each of them follows."""
    opened = [(number, _of_units(taking.opened_own(kem))) for number, kem in several]
    papers = [(number, each) for number, every in opened for each in every]
    units = [(number, each.don_vi, each.ma_don_vi) for number, each in papers]
    for lines in statements.chunks(taking.opened_alike(alike), _ALIKE):
        _add_alike(connection, units, lines)
    begin = ((number, "", don_vi, ma) for number, don_vi, ma in units)
    connection.insert("kien_nghi", _OF_UNIT + _OWN, zip(begin, (each.kien_nghi for _, each in papers), strict=True))
    connection.insert("so_lieu_van_ban", FIGURES, [((number, _figures_of(each)), each.so_lieu) for number, each in papers])
    return [(number, every[0].truoc) for number, every in opened if every[0].truoc]


def _add_alike(connection: Connection, units: Sequence[tuple[int, str, str]], lines: Sequence[taking.Line]) -> None:
    """Write *lines* for each paper: they are told to the database once, not once for each."""
    paper, line = (f"({', '.join('?' * n)})" for n in (3, len(_OWN)))
    own = ", ".join(_OWN)
    connection.do(
        f"WITH moi (van_ban, don_vi, ma_don_vi) AS (VALUES {', '.join([paper] * len(units))}), "  # noqa: S608 - our own
        f"chung ({own}) AS (VALUES {', '.join([line] * len(lines))}) "
        f"INSERT INTO kien_nghi (van_ban, don_vi, ma_don_vi, bo_luc, {own}) "
        f"SELECT van_ban, don_vi, ma_don_vi, '', {own} FROM moi CROSS JOIN chung",
        [value for told in (units, lines) for each in told for value in each],
    )


_Opened = list[taking.Taken]


def _of_units(every: _Opened) -> _Opened:
    """Return what a paper has; where several share its number, each with findings of its own unit."""
    return [each._replace(kien_nghi=_of_unit(each)) for each in every] if every and every[0].chung else every


def _of_unit(each: taking.Taken) -> tuple[taking.Line, ...]:
    unit = each.ma_don_vi or each.don_vi
    return tuple((f"{unit}|{nhan}", *rest) for nhan, *rest in each.kien_nghi)  # type: ignore[misc]  # as they were, but for the first


def _lines(number: int, each: taking.Taken) -> list[Finding]:
    don_vi, ma_don_vi = each.don_vi, each.ma_don_vi
    return [
        (number, nhan, stt, ma, don_vi, ma_don_vi, loai, linh_vuc, noi_dung, han, "")
        for nhan, stt, ma, loai, linh_vuc, noi_dung, han in each.kien_nghi
    ]


def _figure_lines(number: int, each: taking.Taken) -> list[tuple[int, str, str, str]]:
    unit = _figures_of(each)
    return [(number, unit, ten, gia_tri) for ten, gia_tri in each.so_lieu]


def _figures_of(each: taking.Taken) -> str:
    """Return whose the figures of a paper are: nobody's but the paper's, unless others share its number."""
    return f"{each.don_vi}|{each.ma_don_vi}" if each.chung else ""


def _renewed(
    connection: Connection, known: dict[int, Request], now: Callable[[Connection], str]
) -> list[tuple[int, tuple[str, ...]]]:  # fmt: skip
    """Bring up to date what is noted of papers that are printed again, and return which paper each of them follows."""
    there = _there(connection, known)
    figures: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
    for number, unit, ten, gia_tri in _rows(connection, "so_lieu_van_ban", FIGURES, known):
        figures[number][unit, ten] = gia_tri
    new: list[Finding] = []
    changed: list[Finding] = []
    new_figures: list[tuple[int, str, str, str]] = []
    followers: list[tuple[int, tuple[str, ...]]] = []
    time = ""
    for number, request in known.items():
        every = _of_units(taking.opened(request.kem, request.kem_chung))
        followers += [(number, each.truoc) for each in every[:1] if each.truoc]
        first, other, gone = _differences(number, every, there.get(number, {}))
        new += first
        time = time or (now(connection) if gone else "")
        changed += [*other, *((*line[:-1], time) for line in gone)]
        new_figures += _renewed_figures(connection, number, every, figures[number])
    connection.insert("kien_nghi", COLUMNS, [((), new)])
    connection.insert("so_lieu_van_ban", FIGURES, [((), new_figures)])
    connection.do_all(_CHANGE, [(*line[2:], *line[:2]) for line in changed])
    return followers


def _differences(
    number: int, every: _Opened, before: dict[str, Finding]
) -> tuple[list[Finding], list[Finding], list[Finding]]:  # fmt: skip
    """Return the findings of a paper that are new, those that say something else now, and those that it has no more."""
    wanted = {line[1]: line for each in every for line in _lines(number, each)}
    new = [line for nhan, line in wanted.items() if nhan not in before]
    other = [line for nhan, line in wanted.items() if nhan in before and before[nhan] != line]
    gone = [line for nhan, line in before.items() if nhan not in wanted and not line[-1] and _is_asked(line, every)]
    return new, other, gone


def _is_asked(line: Finding, every: _Opened) -> bool:
    """Say whether a run speaks of the unit of a finding: one of a few rows of a mailing says nothing of the other rows."""
    return not any(each.chung for each in every) or (line[5] or line[4]) in {each.ma_don_vi or each.don_vi for each in every}


def _renewed_figures(
    connection: Connection, number: int, every: _Opened, before: dict[tuple[str, str], str]
) -> list[tuple[int, str, str, str]]:  # fmt: skip
    """Return the figures of a paper that are to be written anew, the old ones taken away; none where nothing changed."""
    lines = [line for each in every for line in _figure_lines(number, each)]
    units = {_figures_of(each) for each in every if each.chung}
    told = {(unit, ten): gia_tri for _, unit, ten, gia_tri in lines}
    if told == {key: value for key, value in before.items() if not units or key[0] in units}:
        return []
    of_units, values = statements.among("don_vi", units) if units else statements.EVERY
    connection.do(f"DELETE FROM so_lieu_van_ban WHERE van_ban = ? AND {of_units}", (number, *values))  # noqa: S608 - our own
    return lines


def _there(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, Finding]]:
    found: dict[int, dict[str, Finding]] = defaultdict(dict)
    for row in _rows(connection, "kien_nghi", COLUMNS, numbers):
        found[row[0]][row[1]] = row
    return found


def _rows(connection: Connection, table: str, columns: Sequence[str], numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    """Yield what a table has of some papers."""
    for chunk in statements.chunks(list(numbers)):
        wanted, values = statements.among("van_ban", chunk)
        yield from connection.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {wanted}", values)  # noqa: S608 - our own


def _link(connection: Connection, entry: Entry, viec: str, so_ky_hieu: str, ngay: str) -> None:
    """Note which earlier paper a paper corrects, withdraws or replaces."""
    connection.do("DELETE FROM van_ban_truoc WHERE van_ban = ?", (entry.id,))
    truoc = _earlier(connection, entry, so_ky_hieu, ngay)
    line = (entry.id, viec, so_ky_hieu, ngay, truoc)
    connection.insert("van_ban_truoc", ("van_ban", "viec", "so_ky_hieu", "ngay", "truoc"), [((), [line])])


def _earlier(connection: Connection, entry: Entry, so_ky_hieu: str, ngay: str) -> int | None:
    """Return the line of the paper of the same agency that has this number, symbol and day; None when there is none, or not only one."""
    so, _, ky_hieu = so_ky_hieu.partition("/")
    if not so.strip().isdecimal():
        return None
    same: statements.Condition = (
        "so_day.co_quan = ? AND so = ? AND ky_hieu = ? AND so_van_ban.id <> ?", (entry.day_so.co_quan, int(so), ky_hieu.strip(), entry.id),
    )  # fmt: skip
    lines = statements.select(connection, [same])
    found = [line.id for line in lines if not ngay or line.ngay is None or line.ngay.isoformat() == ngay]
    return found[0] if len(found) == 1 else None

"""Who gets which number: plain values in, plain values out; the database only remembers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from notice_gen import legal
from notice_gen.errors import InputError, Problem
from notice_gen.records import record
from notice_gen.register import refusals
from notice_gen.register.entry import BAN_SAO, DA_CAP, GIU_CHO, HUY, NHIEU_NHAT, DaySo, Entry, Request, hang_of, series_of, ten_chuan
from notice_gen.register.likeness import about, alike, columns, is_another, is_for_another, likeness
from notice_gen.vietnamese import don_vi as units

_OF_REQUESTS = {"so", "rieng", "hom_nay", "kem", "kem_chung", "khoa", "co_quan", "nam", "loai"}
_COPIED = tuple(name for name in Request._fields if name not in _OF_REQUESTS)  # a line has them in the same order
_copied = attrgetter(*_COPIED)
_BLANK = tuple(Entry._field_defaults.values())


class NumberRefusedError(InputError):
    """Some notices cannot have their numbers; none got any.

    Attributes:
        by_request: the problems of each request, in the order they were asked.
    """

    def __init__(self, by_request: Sequence[Sequence[Problem]]) -> None:
        self.by_request = tuple(tuple(problems) for problems in by_request)
        super().__init__(problem for problems in self.by_request for problem in problems)

    def __reduce__(self) -> tuple[type[NumberRefusedError], tuple[tuple[tuple[Problem, ...], ...]]]:  # type: ignore[override]
        return type(self), (self.by_request,)


Borne = tuple[str, int, int | None]
"""A number that a paper bears: the notice's key, the number, the year; the key may be empty and the year not known."""


@record
class State:
    """What the register holds of the series in question."""

    last: Mapping[DaySo, int]  # the counter of each series: the highest number it ever gave
    by_khoa: Mapping[str, Entry]  # the living entry of each notice
    by_so: Mapping[tuple[DaySo, int], Entry]  # every entry by series and number
    nhom_of: Mapping[tuple[str, int, str], str]  # in which series an agency's type has its numbers this year, by (agency, year, type)


def plan(now: State, requests: Sequence[Request], borne: Iterable[Borne] = ()) -> list[Entry]:
    """Return the line of the register for each of *requests*, in their order: a new one, or the one it has.

    *borne* are keys, numbers and years of papers that lie before the clerk and of which the register may not know: it was lost, or begun
    after them.  A key may be empty.  These numbers are given to nobody else.

    Raises NumberRefusedError: with what is wrong of every request.
    """
    book = _Book(now, requests, borne)
    out: list[Entry] = []
    refused: list[list[Problem]] = []
    first: dict[str, int] = {}
    for at, request in enumerate(requests):
        asked = _asked(request)
        line = book.line_of(asked)
        faults = list(book.faults(asked, line))
        if (one := first.setdefault(request.khoa, at)) != at and requests[one] != request:
            faults = [refusals.one_identity(requests[one], request)]
        refused.append(faults)
        if not faults:
            out.append(book.entered(asked, line))
    if any(refused):
        raise NumberRefusedError(refused)
    return out


class _Asked(NamedTuple):
    """A request, and what is asked of it more than once."""

    request: Request
    series: DaySo
    row: _Row | None


class _Row(NamedTuple):
    """What the key of a row says."""

    mailing: _Mailing
    hang: str
    unit: str  # which it is, however the row calls it


_Mailing = tuple[str, tuple[str, ...]]
"""The name of a common file, and agency, year and type."""


@lru_cache(maxsize=64)  # one for all rows of a mailing
def _mailing(tep: str, rest: str) -> _Mailing:
    return tep, series_of(f"{tep}||{rest}")


def _row(line: Entry | Request) -> _Row | None:
    """Return what the key of a line says if it is of a row of a mailing."""
    tep, said, rest = line.khoa.split("|", 2)
    if not said:
        return None
    hang = hang_of(line.khoa)
    return _Row(_mailing(tep, rest), hang, units.nhan_ra(hang, line.ngay) if line.ngay else hang)


def _asked(request: Request) -> _Asked:
    return _Asked(request, request.day_so, _row(request))


class _Book:
    """The register as it will be, one request after the other."""

    def __init__(self, now: State, requests: Sequence[Request], borne: Iterable[Borne]) -> None:
        self._last = dict(now.last)
        self._by_khoa, self._by_so, self._nhom_of = dict(now.by_khoa), dict(now.by_so), dict(now.nhom_of)
        self._first: dict[tuple[object, ...], Entry] = {}  # of all lines about one matter
        self._twins: dict[tuple[object, ...], Entry] = {}  # where there are several, by what they are like
        for entry in reversed(self._by_khoa.values()):
            self._first_like(entry)
        self._before = bool(self._first)
        self._kin: _Kin = {}
        self._rows: dict[_Mailing, list[Entry]] = {}  # of each mailing, the lines of its rows
        self._paper: dict[tuple[object, ...], list[Entry]] = {}  # lines from paper by all that the paper says of them
        for entry in self._by_khoa.values():
            self._note_unit(entry, _row(entry))
            if entry.is_paper and entry.ngay and entry.trich_yeu:
                self._paper.setdefault(columns(entry), []).append(entry)
        self._explicit = {(request.day_so, request.so) for request in requests if request.so is not None}
        self._asked: dict[DaySo, list[int]] = {}
        for series, so in self._explicit:
            self._asked.setdefault(series, []).append(so or 0)
        for numbers in self._asked.values():
            numbers.sort()
        self._borne: dict[int, list[Borne]] = {}
        for bearer in borne:
            self._borne.setdefault(bearer[1], []).append(bearer)

    def _note_unit(self, entry: Entry, row: _Row | None) -> None:
        """Note the line of a mailing by common file, series and unit."""
        if row:
            self._kin.setdefault((row.mailing, row.unit), []).append(entry.khoa)
            self._rows.setdefault(row.mailing, []).append(entry)

    def _first_like(self, entry: Entry) -> Entry:
        """Return the first line that would be one document with *entry*: itself where there is none."""
        first = self._first.setdefault(about(entry), entry)
        if first is entry:
            return entry
        self._twins.setdefault(likeness(first, first.so), first)
        return self._twins.setdefault(likeness(entry, entry.so), entry)

    def line_of(self, asked: _Asked) -> Entry | None:
        """Return the line that the request has already: its own, or one from paper that it claims.

        That is the one whose number it says, or the only one alike in every column.
        """
        request, series, _ = asked
        if own := self._by_khoa.get(request.khoa):
            return own
        if request.so is None:
            if not self._paper:
                return None
            same = [entry for entry in self._paper.get(columns(request), ()) if self._by_so[series, entry.so].is_paper]
            return same[0] if len(same) == 1 else None
        line = self._by_so.get((series, request.so))
        if not line or not line.is_paper or line.trang_thai == HUY or ten_chuan(line.ky_hieu) not in {"", ten_chuan(request.ky_hieu)}:
            return None
        same_day = not line.ngay or not request.ngay or line.ngay == request.ngay
        return line if same_day and alike(line.trich_yeu, request.trich_yeu) else None

    def faults(self, asked: _Asked, own: Entry | None) -> Iterator[Problem]:
        """Yield what stands against the request, whose line is *own*."""
        (request, series, row), so = asked, asked.request.so
        if self._nhom_of.get((series.co_quan, series.nam, request.loai), series.nhom) != series.nhom:
            yield refusals.other_series(request)
        elif so is not None and so > NHIEU_NHAT:
            yield Problem(*refusals.TOO_HIGH, {"so": so}, refusals.SO)
        elif own and so is None and own.trang_thai == DA_CAP and is_another(own, request):
            yield refusals.of(refusals.REUSED_FILE, own)
        elif own and so not in {None, own.so}:
            yield refusals.of(refusals.HOLDS_ANOTHER, own, so_moi=so)
        elif not own:
            yield from self._not_new(asked)
        if row and not own and (kin := self._known_unit(request, row)):
            yield refusals.of(refusals.KNOWN_UNIT, kin, hang=kin.hang)

    def _not_new(self, asked: _Asked) -> Iterator[Problem]:
        """Yield why a request without a line is not to have a new one."""
        (request, series, row), so = asked, asked.request.so
        if other := self._other_way(request, row):
            yield other
        elif so is not None and (taken := self._by_so.get((series, so))):
            yield refusals.of(_why_not(taken, new(request, so)), taken)
        elif so is None and row and (twin := self._same_row(request, row)):
            yield refusals.of(refusals.RENAMED, twin)

    def _other_way(self, request: Request, row: _Row | None) -> Problem | None:
        """Return that the rows of the mailing have numbers of their own and one is asked for all, or the other way round."""
        tep, _, rest = request.khoa.split("|", 2)
        if row:
            whole = self._by_khoa.get(f"{tep}||{rest}")
            return refusals.of(refusals.SPLIT, whole) if whole else None
        rows = self._rows.get((tep, series_of(request.khoa)))
        return refusals.joined(rows) if rows else None

    def _same_row(self, request: Request, row: _Row) -> Entry | None:
        """Return the line, there before this run, of a row that says the same of one unit in a mailing of another name."""
        first = self._first.get(about(request)) if request.trich_yeu and self._before else None
        is_like = first and likeness(first, first.so) == likeness(request)
        twin = first if is_like else self._twins.get(likeness(request)) if first else None
        its = _row(twin) if twin and twin.id else None
        return twin if its and (its.mailing[1], its.unit) == (row.mailing[1], row.unit) else None

    def _known_unit(self, request: Request, row: _Row) -> Entry | None:
        """Return the line of the same unit in the same mailing, which called it otherwise: by its code, with its province."""
        same = self._kin.get((row.mailing, row.unit), ())
        return next((self._by_khoa[key] for key in same if key != request.khoa and key in self._by_khoa), None)

    def entered(self, asked: _Asked, line: Entry | None) -> Entry:
        """Return the request's line after entering it."""
        request, series, row = asked
        if line:
            claimed = request.khoa not in self._by_khoa
            in_doubt = request.so is None and (claimed or is_another(line, request) or is_for_another(line, request))
            doubts = (refusals.doubt(refusals.CLAIMED if claimed else refusals.CHANGED, line),) if in_doubt else ()
            if not doubts and request.so is None and line.trang_thai == DA_CAP and line.ngay != request.ngay:
                doubts = (refusals.doubt(refusals.DATED, line, ngay_moi=refusals.day(request.ngay)),)
            entry = _renewed(line, request)._replace(doubts=doubts)
            self._by_khoa.pop(line.khoa)
            self._first_like(entry)
        else:
            entry = self._new_line(asked)
            self._last[series] = max(self._last.get(series, 0), entry.so)
        self._by_khoa[request.khoa] = self._by_so[series, entry.so] = entry
        self._note_unit(entry, row)
        self._nhom_of[series.co_quan, series.nam, request.loai] = series.nhom
        return entry

    def _new_line(self, asked: _Asked) -> Entry:
        """Return the new line of a request, with what is to be doubted of it."""
        request, series, _ = asked
        last = self._last.get(series, 0)
        entry = new(request, request.so or self._next(asked, last + 1))
        first = self._first_like(entry)
        twin = None if first is entry or _are_two(first, entry) else first
        skipped = self._skipped(entry, series, last) if request.so is not None else ""
        found = (*_far(entry, request), *_doubts(entry, series, last, self._by_so, twin, skipped))
        return entry._replace(doubts=found) if found else entry

    def _skipped(self, entry: Entry, series: DaySo, last: int) -> str:
        """Return the numbers between the *last* and that of *entry* which no notice of the run asks for by name: ``3-10, 12``."""
        numbers = self._asked.get(series, [])
        ends = [last, *numbers[bisect_right(numbers, last) : bisect_left(numbers, entry.so)], entry.so]
        gaps = [(one + 1, other - 1) for one, other in pairwise(ends) if other > one + 1]
        return ", ".join(f"{first}" if first == final else f"{first}-{final}" for first, final in gaps) if last else ""

    def _next(self, asked: _Asked, so: int) -> int:
        """Return the number from *so* on that no other notice of the run asks for by name, and no paper bears."""
        request, series, _ = asked
        while (
            (series, so) in self._explicit or (series, so) in self._by_so
            or any(_is_of_series(bearer, request) for bearer in self._borne.get(so, ()))
        ):  # fmt: skip
            so += 1
        return so


def _is_of_series(borne: Borne, request: Request) -> bool:
    """Tell whether the paper may have its number from the series of *request*, without having it as that notice."""
    key, _, nam = borne
    if not key:
        return nam in {None, request.nam}
    if key == request.khoa:
        return False
    co_quan, year, loai = series_of(key)
    same = loai == request.loai if request.rieng else (loai in BAN_SAO) == (request.loai in BAN_SAO)
    return (co_quan, year) == (request.day_so.co_quan, str(request.nam)) and same


def new(request: Request, so: int) -> Entry:
    """Return the line of *request* with the number *so*, reserved and not in the register yet."""
    begin = (0, so, request.khoa, request.co_quan, request.nam, request.day_so.nhom, request.loai)
    return Entry._make((*begin, *_copied(request), GIU_CHO, *_BLANK))


def _why_not(taken: Entry, asked: Entry) -> tuple[str, str]:
    """Return why a number that is *taken* is not to be had: void, of this same paper before it was moved, another's."""
    if taken.trang_thai == HUY:
        return refusals.VOID
    return refusals.MOVED if likeness(taken, taken.so) == likeness(asked, asked.so) else refusals.TAKEN


def _renewed(entry: Entry, request: Request) -> Entry:
    """Return *entry* with what the notice says now; what only paper knows is kept when it says nothing."""
    values = {name: getattr(request, name) for name in _COPIED}
    news = {name: value for name, value in values.items() if value not in {"", None}}
    return entry._replace(khoa=request.khoa, co_quan=request.co_quan, **news)


_Kin = dict[tuple[_Mailing, str], list[str]]


def _are_two(former: Entry, other: Entry) -> bool:
    """Tell whether two rows are two units, though of one name: of two provinces."""
    one, two = _row(former), _row(other)
    return one is not None and two is not None and bool(former.ngay) and (one.mailing, one.unit) != (two.mailing, two.unit)


def _doubts(
    entry: Entry, series: DaySo, last: int, by_so: Mapping[tuple[DaySo, int], Entry], twin: Entry | None, skipped: str
) -> Iterator[Problem]:
    if skipped:
        yield refusals.doubt(refusals.SKIPS, entry, cuoi=last, bo_qua=skipped)
    for step in (-1, 1):
        other = by_so.get((series, entry.so + step))
        if other and entry.ngay and other.ngay and (other.ngay - entry.ngay).days * step < 0:
            dieu = legal.law(entry.ngay).dieu["so_van_ban"]
            yield refusals.doubt(refusals.OUT_OF_ORDER, entry, so_kia=other.so, ngay_kia=refusals.day(other.ngay), dieu=dieu)
    if twin:
        yield refusals.doubt(refusals.TWIN, entry, so_ky_hieu_kia=twin.so_ky_hieu, tep_kia=twin.tep)


_LONG = timedelta(days=60)  # a paper numbered on the day it is signed, or some weeks later


def _far(entry: Entry, request: Request) -> Iterator[Problem]:
    """Yield that a paper which has its number only now is dated long ago: its year or month is that of another paper."""
    if request.so is None and request.hom_nay and entry.ngay and request.hom_nay - entry.ngay > _LONG:
        yield refusals.doubt(refusals.LONG_AGO, entry, hom_nay=refusals.day(request.hom_nay))

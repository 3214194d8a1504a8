"""Findings counted by kind, field, unit, month and state; figures added up over all units, compared with the year before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from notice_gen.errors import N_, Problem
from notice_gen.follow.model import LOAI, KienNghi, SoLieu, TheoDoi, VanBan, alphabetical, by_unit
from notice_gen.follow.states import QUA_HAN, STATES, Today
from notice_gen.records import record

NO_FIELD = N_("(chưa ghi lĩnh vực)")
NO_DAY = N_("(chưa ghi ngày)")
_SHARE = re.compile(r"(?:.*_)?(?:ty_le|tyle|ti_le|phan_tram|binh_quan|trung_binh)(?:_.*)?")
"""Names of figures that do not add up."""

Number = int | Decimal


class Key(NamedTuple):
    """What findings are counted by."""

    loai: str
    linh_vuc: str
    don_vi: str
    thang: str  # 2026-10


class OfUnit(NamedTuple):
    """A figure of one unit: the value, what part of the sum it is, its place among all, the change on the year before."""

    don_vi: str
    gia_tri: Number
    van_ban: VanBan
    ty_trong: float | None
    hang: int
    nam_truoc: Number | None
    tang: float | None  # against the year before, 0.1 is ten per cent more


@record
class Figure:
    """A figure over all units of a year; *tong* is None for a share, which does not add up."""

    ten: str
    nhan: str  # what the office calls it; empty when it does not say
    tong: Number | None
    binh_quan: Number
    tong_nam_truoc: Number | None
    don_vi: tuple[OfUnit, ...]  # the highest first


@record
class Stats:
    """All that is counted of one year, or of all."""

    nam: int | None
    tong: int
    van_ban: tuple[VanBan, ...]  # those that have findings or figures
    dem: Mapping[Key, int]
    trang_thai: Mapping[str, int]  # of the findings that are waited for
    trang_thai_don_vi: Mapping[str, Mapping[str, int]]
    so_lieu: tuple[Figure, ...]
    ngoai: Mapping[str, int]
    ghi_chu: tuple[Problem, ...] = ()  # what is worth a look

    def by(self, *fields: str) -> dict[tuple[str, ...], int]:
        """Return the counts by some of the fields of :class:`Key`, in the order of a report."""
        sums: dict[tuple[str, ...], int] = defaultdict(int)
        at = [Key._fields.index(name) for name in fields]
        wanted = itemgetter(*at) if len(at) > 1 else itemgetter(slice(at[0], at[0] + 1))  # a tuple of one, too
        for key, count in self.dem.items():
            sums[wanted(key)] += count
        return dict(sorted(sums.items(), key=lambda item: [_order(name, value) for name, value in zip(fields, item[0], strict=True)]))

    def names(self, field: str) -> list[str]:
        """Return every value of a field, in the order of a report."""
        return [key[0] for key in self.by(field)]


def _order(field: str, value: str) -> tuple[object, ...]:
    if field == "loai":
        return (list(LOAI).index(value) if value in LOAI else len(LOAI), value)
    return (value.startswith("("), *(alphabetical(value) if field != "thang" else (value,)))


def stats(theo_doi: TheoDoi, today: Today, *, nam: int | None = None, labels: Mapping[str, str] = {}) -> Stats:
    """Count everything of the papers of a year; of all years without one, figures then of the latest; *labels* are what figures are called.

    >>> paper = VanBan(1, "01/TB-UBND", date(2026, 10, 15), 2026, "UBND", "xã A", "", "a.toml")
    >>> finding = KienNghi(paper, "TTHC-01", 1, "TTHC-01", "xã A", "", "yeu-cau", "Đất đai", "Rà soát", date(2026, 10, 30))
    >>> counted = stats(TheoDoi((paper,), (finding,)), Today(date(2026, 11, 30)))
    >>> counted.by("loai", "linh_vuc"), dict(counted.trang_thai)
    ({('yeu-cau', 'Đất đai'): 1}, {'quá hạn': 1})
    """
    found = [each for each in theo_doi.kien_nghi if nam is None or each.van_ban.nam == nam]
    months = {paper.id: month_of(paper) for paper in theo_doi.van_ban}
    counts = Counter([(each.loai, each.linh_vuc or NO_FIELD, by_unit(each), months[each.van_ban.id]) for each in found])
    states: Counter[str] = Counter()
    of_units: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        if each.is_followed:
            state = today.state(each).ten
            states[state] += 1
            of_units[by_unit(each)][state] += 1
    figures, doubts = _figures(theo_doi.so_lieu, nam, labels)
    papers = {each.van_ban.id: each.van_ban for each in found}
    papers |= {one.van_ban.id: one.van_ban for figure in figures for one in figure.don_vi}
    in_order = tuple(sorted(papers.values(), key=lambda paper: (paper.ngay or date.max, paper.nam, paper.id)))
    return Stats(
        nam, len(found), in_order, {Key(*key): count for key, count in counts.items()},
        {name: states[name] for name in STATES if states[name]},
        {unit: dict(counts) for unit, counts in sorted(of_units.items(), key=lambda item: alphabetical(item[0]))},
        tuple(figures), theo_doi.ngoai, tuple(doubts),
    )  # fmt: skip


def month_of(paper: VanBan) -> str:
    """Return the month that a paper is counted in, as 2026-10."""
    return f"{paper.ngay:%Y-%m}" if paper.ngay else NO_DAY


def _figures(every: Sequence[SoLieu], nam: int | None, labels: Mapping[str, str]) -> tuple[list[Figure], list[Problem]]:
    """Return the figures that are numbers, of papers about units; letters (công văn) have none to be counted."""
    numbers = [each for each in every if not isinstance(each.gia_tri, date) and each.don_vi and each.van_ban.loai]
    if not numbers:
        return [], []
    year = nam if nam is not None else max(each.van_ban.nam for each in numbers)
    now, twice = _latest(each for each in numbers if each.van_ban.nam == year)
    before, _ = _latest(each for each in numbers if each.van_ban.nam == year - 1)
    by_name: dict[str, dict[str, SoLieu]] = defaultdict(dict)
    for (ten, don_vi), each in now.items():
        by_name[ten][don_vi] = each
    figures = [_figure(ten, labels.get(ten, ""), units, before) for ten, units in sorted(by_name.items())]
    doubts = [
        Problem(N_("“{don_vi}” có {so} văn bản cùng năm có số liệu; lấy văn bản mới nhất ({van_ban})."),
                N_("Số liệu theo tháng, theo quý thì cộng trong báo cáo của đơn vị đó."),
                {"don_vi": don_vi, "so": count, "van_ban": paper.so_ky_hieu}, level="warning")
        for don_vi, (count, paper) in twice.items()
    ]  # fmt: skip
    return figures, doubts[:20]


def _latest(every: Iterable[SoLieu]) -> tuple[dict[tuple[str, str], SoLieu], dict[str, tuple[int, VanBan]]]:
    """Return the latest value of each figure of each unit, and the units that have several papers."""
    latest: dict[tuple[str, str], SoLieu] = {}
    papers: dict[str, dict[int, VanBan]] = defaultdict(dict)
    for each in sorted(every, key=lambda one: (one.van_ban.ngay or date.min, one.van_ban.id)):
        latest[each.ten, each.don_vi] = each
        papers[each.don_vi][each.van_ban.id] = each.van_ban
    return latest, {unit: (len(own), list(own.values())[-1]) for unit, own in papers.items() if len(own) > 1}


def _figure(ten: str, nhan: str, units: Mapping[str, SoLieu], before: Mapping[tuple[str, str], SoLieu]) -> Figure:
    values = {unit: value for unit, each in units.items() if isinstance(value := each.gia_tri, int | Decimal)}
    adds_up = _SHARE.fullmatch(ten) is None
    total = sum(values.values())
    former = {unit: value for (name, unit), each in before.items() if name == ten and isinstance(value := each.gia_tri, int | Decimal)}
    ranks = {value: rank for rank, value in reversed(list(enumerate(sorted(values.values(), reverse=True), start=1)))}
    rows = [
        OfUnit(unit, value, units[unit].van_ban, float(value / total) if adds_up and total else None, ranks[value], former.get(unit),
               float((value - former[unit]) / former[unit]) if former.get(unit) else None)
        for unit, value in values.items()
    ]  # fmt: skip
    rows.sort(key=lambda row: (row.hang, alphabetical(row.don_vi)))
    average = Decimal(total) / len(values) if values else Decimal(0)
    last_year = sum(former.values()) if adds_up and former else None
    return Figure(ten, nhan, total if adds_up else None, average.quantize(Decimal("0.01")), last_year, tuple(rows))


def overdue(found: Iterable[KienNghi], today: Today) -> list[KienNghi]:
    """Return the findings whose deadline has passed and that nobody answered, by unit, paper, place."""
    late = [each for each in found if each.is_followed and today.state(each).ten == QUA_HAN]
    return sorted(late, key=lambda each: (alphabetical(by_unit(each)), each.van_ban.id, each.stt))

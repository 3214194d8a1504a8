"""Findings after issue, as they count: papers that are issued and in force, each finding with what has come of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen import vietnamese
from notice_gen.errors import N_, InputError
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.register.kien_nghi.reading import Noted

KET_QUA, TON_TAI, YEU_CAU = "ket-qua", "ton-tai", "yeu-cau"
LOAI = {KET_QUA: N_("Kết quả"), TON_TAI: N_("Tồn tại"), YEU_CAU: N_("Yêu cầu"), "": N_("Chưa ghi loại")}
"""Kinds of findings, as people call them; in the order of a page."""

DINH_CHINH, THU_HOI, THAY_THE = "dinh-chinh", "thu-hoi", "thay-the"
DA_CAP, GIU_CHO, HUY = "đã cấp", "giữ chỗ", "hủy"


class VanBan(NamedTuple):
    """A paper."""

    id: int
    so_ky_hieu: str
    ngay: date | None
    nam: int
    co_quan: str
    don_vi: str
    trich_yeu: str
    tep: str
    trang_thai: str = DA_CAP
    loai: str = ""  # the type's code; empty for a công văn


class DienBien(NamedTuple):
    """Something that has come of a finding."""

    ngay: date
    loai: str
    han: date | None
    van_ban_den: str
    ghi_chu: str


class KienNghi(NamedTuple):
    """A finding of a paper that is in force."""

    van_ban: VanBan
    nhan: str  # what tells it from the others of its paper
    stt: int  # its place among them, from 1
    ma: str  # its code; empty when it has none
    don_vi: str
    ma_don_vi: str
    loai: str
    linh_vuc: str
    noi_dung: str
    han: date | None  # as its paper says
    dien_bien: tuple[DienBien, ...] = ()  # by the day on which each happened

    @property
    def ten(self) -> str:
        """What a clerk calls it by within its paper: its code, else its place."""
        return self.ma or str(self.stt)

    @property
    def is_followed(self) -> bool:
        """Say whether an answer is waited for: something is asked, or has a deadline, or was answered already."""
        return self.loai in {TON_TAI, YEU_CAU} or self.han is not None or bool(self.dien_bien)


class SoLieu(NamedTuple):
    """A figure of a paper."""

    van_ban: VanBan
    don_vi: str
    ten: str
    gia_tri: int | Decimal | date
    ma_don_vi: str = ""


@record
class TheoDoi:
    """All that counts, and what was left out and why.

    *ngoai*: by reason (``hủy``, ``giữ chỗ``, ``thay-the``, ``thu-hoi``, ``bo``) how many findings do not count;
    *lien_ket*: of each paper that another follows, ``(viec, the later paper)``.
    """

    van_ban: tuple[VanBan, ...] = ()
    kien_nghi: tuple[KienNghi, ...] = ()
    so_lieu: tuple[SoLieu, ...] = ()
    ngoai: Mapping[str, int] = field(default_factory=dict)
    lien_ket: Mapping[int, tuple[tuple[str, VanBan], ...]] = field(default_factory=dict)


def counted(noted: Noted) -> TheoDoi:
    """Return what counts of all that the register has *noted*."""
    papers = {
        entry.id: VanBan(entry.id, entry.so_ky_hieu, entry.ngay, entry.nam, entry.co_quan, entry.don_vi, entry.trich_yeu,
                         "" if entry.is_paper else entry.tep, entry.trang_thai, entry.loai)
        for entry in noted.van_ban
    }  # fmt: skip
    later = _later(noted.lien_ket, papers)
    out = {truoc: viec for truoc, links in later.items() for viec, _ in links if viec != DINH_CHINH}
    out |= {number: paper.trang_thai for number, paper in papers.items() if paper.trang_thai != DA_CAP}
    events = _events(noted.dien_bien)
    _hand_on(events, later)
    left: Counter[str] = Counter()
    found: list[KienNghi] = []
    for number, nhan, stt, ma, don_vi, ma_don_vi, loai, linh_vuc, noi_dung, han, bo_luc in noted.kien_nghi:
        if number in out or bo_luc:
            left[out.get(number, "bo")] += 1
            continue
        paper = papers[number]
        found.append(KienNghi(
            paper, nhan, stt, ma, don_vi or paper.don_vi, ma_don_vi, loai, linh_vuc, noi_dung, _day(han) if han else None,
            tuple(events[number, nhan]) if (number, nhan) in events else (),
        ))  # fmt: skip
    in_force = {number: paper for number, paper in papers.items() if number not in out}
    links = {number: tuple(several) for number, several in later.items()}
    told = told_apart(found, list(_so_lieu(noted, in_force, {each.van_ban.id: each.ma_don_vi for each in found})))
    return TheoDoi(tuple(in_force.values()), *told, left, links)


def told_apart(found: list[KienNghi], figures: list[SoLieu]) -> tuple[tuple[KienNghi, ...], tuple[SoLieu, ...]]:
    """Return findings and figures with the units that share a name told apart by their provinces: else two would be counted as one."""
    codes: dict[str, set[str]] = defaultdict(set)
    for don_vi, ma in {*((each.don_vi, each.ma_don_vi) for each in found), *((each.don_vi, each.ma_don_vi) for each in figures)}:
        codes[don_vi].add(ma)
    several = {don_vi: {ma: _in_full(ma, don_vi) for ma in mas if ma} for don_vi, mas in codes.items() if len(mas - {""}) > 1}
    if not several:
        return tuple(found), tuple(figures)

    def in_full(each: Any) -> Any:
        return each._replace(don_vi=several[each.don_vi].get(each.ma_don_vi, each.don_vi))

    return (
        tuple([in_full(each) if each.don_vi in several else each for each in found]),
        tuple([in_full(each) if each.don_vi in several else each for each in figures]),
    )


def _in_full(ma: str, don_vi: str) -> str:
    """Return the name of a unit with its province; with its code where the list has no such unit."""
    from notice_gen.vietnamese import don_vi as units

    try:
        return units.theo_ma(ma, date.max.replace(year=2100)).day_du
    except InputError:
        return f"{don_vi} ({ma})"


def _later(rows: Sequence[Any], papers: Mapping[int, VanBan]) -> dict[int, list[tuple[str, VanBan]]]:
    """Return of each paper those, issued, that correct, withdraw or replace it."""
    later: dict[int, list[tuple[str, VanBan]]] = defaultdict(list)
    for number, viec, _, _, truoc in rows:
        if truoc in papers and number in papers and papers[number].trang_thai == DA_CAP:
            later[truoc].append((viec, papers[number]))
    return later


def _so_lieu(noted: Noted, papers: Mapping[int, VanBan], of_findings: Mapping[int, str]) -> Iterator[SoLieu]:
    codes = {entry.id: entry.hang for entry in noted.van_ban if entry.hang.isdecimal()} | dict(of_findings)
    for number, don_vi, ten, gia_tri in noted.so_lieu:
        if number in papers and (value := _value(gia_tri)) is not None:
            name, _, ma = don_vi.partition("|")  # of papers that share a number
            yield SoLieu(papers[number], name or papers[number].don_vi, ten, value, ma or codes.get(number, ""))


def _events(rows: Sequence[Any]) -> dict[tuple[int, str], list[DienBien]]:
    events: dict[tuple[int, str], list[DienBien]] = defaultdict(list)
    for _, number, nhan, ngay, loai, han, van_ban_den, ghi_chu, _ in rows:
        events[number, nhan].append(DienBien(_day(ngay), loai, _day(han) if han else None, van_ban_den, ghi_chu))
    for several in events.values():
        several.sort(key=lambda event: event.ngay)  # of one day in the order in which they came in
    return events


def _hand_on(events: dict[tuple[int, str], list[DienBien]], later: Mapping[int, Sequence[tuple[str, VanBan]]]) -> None:
    """Let what has come of a finding count for the finding of the same label in the paper that replaces its paper."""
    replaced = {truoc: paper.id for truoc, links in later.items() for viec, paper in links if viec == THAY_THE}
    for (number, nhan), own in list(events.items()):
        at, seen = number, {number}
        while at in replaced and replaced[at] not in seen:
            at = replaced[at]
            seen.add(at)
        if at != number:
            events[at, nhan] = sorted([*own, *events.get((at, nhan), ())], key=lambda event: event.ngay)


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=65536)
def _value(text: str) -> int | Decimal | date | None:
    if text.lstrip("-").isdigit():
        return int(text)
    try:
        return date.fromisoformat(text) if text.count("-") == 2 else Decimal(text)
    except (ValueError, ArithmeticError):
        return None


def by_unit(kien_nghi: KienNghi) -> str:
    """Return the name by which a finding's unit is listed."""
    return kien_nghi.don_vi or "(không ghi đơn vị)"


def alphabetical(text: str) -> tuple[Any, ...]:
    """Return the key that sorts names as a Vietnamese list does."""
    return _sort_key(text)


@lru_cache(maxsize=8192)
def _sort_key(text: str) -> tuple[Any, ...]:
    return (vietnamese.bo_dau(text).casefold(), text.casefold())

"""Units of before 1/7/2025 in a text of today: names that no unit has, the level of districts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from notice_gen import facts
from notice_gen.facts import Pattern, Phrases
from notice_gen.vietnamese.chinh_ta import LoiChu, dat_dau
from notice_gen.vietnamese.chu_cai import bieu_thuc
from notice_gen.vietnamese.danh_muc import BEFORE, KINDS, SINCE, changes, lines, two_levels
from notice_gen.vietnamese.ngay_thang import ngay as _ngay
from notice_gen.vietnamese.trich_dan import vien_dan

_SYLLABLE = r"[A-Z][a-z'’]*\b"
_LEVEL = "[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố|[Xx]ã|[Pp]hường|[Đđ]ặc khu"
_NAMED = rf"\b(?P<loai>{_LEVEL}) (?P<ten>{_SYLLABLE}(?:(?: - |[ -]){_SYLLABLE}){{0,4}}(?: \d{{1,2}}\b)?)"
# Words of a sentence that tells of what was.
_PAST = Phrases("{chuyen_da_qua}")
_YEAR = Pattern(r"(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!\d)|/2025\b|năm 2025\b")
_MARKS = {kind: mark for mark, kind in KINDS.items()}
_OTHER = {"Tỉnh": "Thành phố", "Thành phố": "Tỉnh"}


def neu_ten(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield the units that a text names: where, the noun with its capital, the words after it that begin with capitals."""
    for found in bieu_thuc(_NAMED).finditer(text):
        noun = found["loai"]
        yield found, noun[0].upper() + noun[1:], found["ten"]


def chuyen_cu(text: str) -> bool:
    """Tell whether a text speaks of the years before the units of today, or of how they were made."""
    return bool(_PAST.search(text) or _YEAR.search(text))


@lru_cache(maxsize=1024)
def khong_con(loai: str, ten: str) -> str:
    """Return the name of the unit of before 1/7/2025 that is meant, when there is none of that kind and name today.

    The longest words of the name that are a unit count; nothing when they are no unit we know, or one of today's.

    >>> khong_con("Huyện", "Ba Vì"), khong_con("Xã", "Ba Vì Đông"), khong_con("Tỉnh", "Thừa Thiên Huế"), khong_con("Xã", "Tân Phước 1")
    ('Ba Vì', '', 'Thừa Thiên Huế', '')
    """
    words = ten.split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        # A province that became a city since, and communes that became wards: either kind is no fault.
        kinds = {loai, _OTHER.get(loai, loai)} | ({"Xã"} if loai == "Phường" else set())
        if any(_listed(SINCE, kind, name) for kind in kinds):
            return ""
        if _listed(BEFORE, loai, name) or any((loai, name) == (one["loai_cu"], one["ten_rieng_cu"]) for one in changes()["ten_cu"]):
            return name
    return ""


def _listed(name: str, loai: str, ten: str) -> bool:
    """Tell whether a unit stands in a list."""
    spelt = {ten, *(dat_dau(ten, kieu, chu_hoa_dau=True) for kieu in ("cu", "moi"))}
    heads = [_MARKS[loai]] if loai in _MARKS else [f"-{loai} ", f" {loai} "]
    return any(f"{head}{one}\n" in lines(name) for one in spelt for head in heads)


def ten_cu(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the units named in a text of the day *ngay* that are no more."""
    if not two_levels(ngay):
        return
    for found, loai, ten in neu_ten(text):
        name = khong_con(loai, ten)
        if name and not chuyen_cu(text):
            yield LoiChu(*found.span(), None, {"ten": f"{loai.lower()} {name}"})


def co_quan_cu(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield the ministries and departments named in a text of the day *ngay* that have gone into others.

    >>> [loi.gia_tri["nay"] for loi in co_quan_cu("Báo cáo Sở KH&ĐT, Sở Nội vụ.", date(2026, 3, 5))]
    ['Sở Tài chính']
    """
    names = _gone_offices()
    for found in _office_names().finditer(text):
        row = names[found[0].lower()]
        if _told(row, ngay) and not chuyen_cu(text):
            yield LoiChu(*found.span(), None, {"nay": row["nay"], "ngay": _ngay(row["tu"]), "van_ban": row["van_ban"]})


def ky_hieu_cu(text: str) -> Iterator[LoiChu]:
    """Yield the symbols of papers cited that name a ministry or department which was no more on the day of that paper.

    >>> [loi.gia_tri["nay"] for loi in ky_hieu_cu("Công văn số 12/BTTTT-VP ngày 05/3/2026, số 15/BTTTT-VP ngày 05/01/2025")]
    ['Bộ Khoa học và Công nghệ']
    """
    for paper in vien_dan(text):
        year = date(paper.so_ky_hieu.nam, 1, 1) if paper.so_ky_hieu.nam else None
        if gone := co_quan_het(paper.so_ky_hieu.nhom, paper.ngay or year):
            yield LoiChu(*paper.cho_so, None, {"nay": gone["nay"], "ngay": _ngay(gone["tu"])})


def co_quan_het(nhom: Iterable[str], ngay: date | None) -> Mapping[str, Any] | None:
    """Return the row of the ministry or department that the groups of a symbol name and that was no more on a day; None for none.

    >>> co_quan_het(("TC", "BTTTT"), date(2026, 10, 12))["nay"], co_quan_het(("TC", "BKHCN"), date(2026, 10, 12))
    ('Bộ Khoa học và Công nghệ', None)
    """
    rows = (_by_symbol()[group] for group in nhom if group in _by_symbol())
    return next((row for row in rows if ngay and _told(row, ngay)), None)


def _told(row: Mapping[str, Any], ngay: date) -> bool:
    """Tell whether what a row names was no more on a day, and its name not yet another's."""
    return bool(row["tu"] <= ngay <= row.get("den", ngay))


@facts.once
def _by_symbol() -> Mapping[str, Mapping[str, Any]]:
    """Return the rows of what is no more by the letters of its symbol: ``Sở KH&ĐT`` signs ``SKH&ĐT``."""
    short = ((name, row) for row in facts.table("co-quan-cu.toml")["khong_con"] for name in row["ten"])
    return {name.replace(name[:3], name[0]): row for name, row in short if name[3:].isupper() and "-" not in name}


@facts.once
def _gone_offices() -> Mapping[str, Mapping[str, Any]]:
    """Return the rows of what is no more, by each of their names in small letters."""
    return {name.lower(): row for row in facts.table("co-quan-cu.toml")["khong_con"] for name in row["ten"]}


@facts.once
def _office_names() -> re.Pattern[str]:
    longest_first = sorted(_gone_offices(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?![\w&-])", re.IGNORECASE)


_UNNAMED = r"(?:huyện|quận|thị xã)\b(?! [A-Z\d])"
_COMMITTEE = (
    "UBND|HĐND|[UỦ]BMTTQ|MTTQ|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Mặt trận Tổ quốc|Tòa án nhân dân|Viện kiểm sát nhân dân"
)
_DISTRICT = (
    rf"\b(?:cấp huyện|(?:{_COMMITTEE}|[Cc]ác|[Tt]oàn|địa bàn) (?:quận, )?{_UNNAMED}"
    r"|xã, phường, thị trấn|phường, xã, thị trấn|(?:[Hh]uyện|[Qq]uận|[Tt]hị) (?:ủy|uỷ)\b"
    rf"|(?:Phòng [A-Z][a-z]+(?:(?:,| -| và|) [A-Za-z]+){{0,7}}|Công an|Ban Chỉ huy [Qq]uân sự|Trung tâm [Yy] tế) {_UNNAMED}"
    rf"|(?:{_COMMITTEE}) (?P<loai>huyện|quận|thị trấn|thị xã) (?P<ten>[A-Z\d]\w*(?: [A-Z][a-z]+){{0,3}}))"
)


def cap_huyen(text: str, ngay: date) -> Iterator[LoiChu]:
    """Yield where a text of the day *ngay* first speaks of districts, which have been no more since 1/7/2025."""
    found = bieu_thuc(_DISTRICT).search(text) if two_levels(ngay) else None
    gone = found and found["loai"] and khong_con(found["loai"].capitalize(), found["ten"])  # told by its name
    if found and not gone and not chuyen_cu(text):
        yield LoiChu(*found.span(), None)

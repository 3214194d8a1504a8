"""What a line of the register says in the ten columns of the form (Nghị định 30/2020/NĐ-CP, Phụ lục IV, mục I.2)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from notice_gen import facts, legal, vietnamese
from notice_gen.records import record
from notice_gen.register.entry import CHUNG, CONG_VAN, DA_CAP, GIU_CHO, HUY, Entry

SO_DI: Final[dict[str, Any]] = facts.table("so-van-ban-di.toml")
"""The form as data: its columns, and the Word file around it."""
COT: Final[tuple[str, ...]] = tuple(SO_DI["cot"])
"""The headings, columns (1) to (10)."""

GIU = "Giữ chỗ, chưa in"
_NOI = {
    "dinh-chinh": ("Đính chính", "Được đính chính bằng"), "thu-hoi": ("Thu hồi", "Bị thu hồi bằng"),
    "thay-the": ("Thay thế", "Được thay thế bằng"),
}  # fmt: skip
"""What the tenth column says of a paper that follows another, and of the other."""


@record
class Quyen:
    """One volume: an agency, a year, a series."""

    co_quan: str  # the agency's name
    nam: int  # the year
    loai: str  # the type's name where each has its series; else empty
    entries: Sequence[Entry]  # its lines, by number


def quyen(entries: Iterable[Entry]) -> list[Quyen]:
    """Return the volumes that *entries*, as :func:`register.entries` orders them, make."""
    out = []
    for series, group in itertools.groupby(entries, key=lambda entry: entry.day_so):
        lines = tuple(group)
        loai = "" if series.nhom == CHUNG else ten_loai("" if series.nhom == CONG_VAN else series.nhom, date(series.nam, 12, 31))
        out.append(Quyen(lines[-1].co_quan, series.nam, loai, lines))
    return out


def ten_loai(ma: str, ngay: date) -> str:
    """Return the name of a type of document by its code on a day, empty for a công văn.

    >>> [ten_loai(ma, date(2026, 11, 23)) for ma in ("TB", "", "???")]
    ['Thông báo', 'Công văn', '???']
    """
    loai = legal.law(ngay).loai.get(ma)
    return loai.ten if loai else ma or "Công văn"


def told(linked: Iterable[tuple[Entry, str, Entry]]) -> dict[int, list[str]]:
    """Return what the tenth column says of papers that follow each other, by their lines: of those that are issued, not void."""
    out: dict[int, list[str]] = {}
    for later, viec, earlier in linked:
        if later.trang_thai == DA_CAP:
            does, done = _NOI[viec]
            out.setdefault(later.id, []).append(f"{does} {earlier.so_ky_hieu}")
            out.setdefault(earlier.id, []).append(f"{done} {later.so_ky_hieu}")
    return out


def noted(entries: Sequence[Entry], linked: Iterable[tuple[Entry, str, Entry]]) -> list[Entry]:
    """Return *entries* as they are written out: in their remarks which papers follow each other."""
    texts = told(linked)
    return [
        entry._replace(ghi_chu="\n".join(dict.fromkeys(filter(None, (*texts[entry.id], *entry.ghi_chu.split("\n"))))))
        if entry.id in texts else entry
        for entry in entries
    ]  # fmt: skip


def row(entry: Entry) -> tuple[str, ...]:
    """Return what the ten columns say; the ninth is for the hand."""
    ngay = entry.ngay or date(entry.nam, 12, 31)
    ten = ten_loai(entry.loai, ngay) if not entry.loai or entry.loai in legal.law(ngay).loai else ""
    about = entry.trich_yeu
    if ten and about.startswith(("Về ", "V/v ")):
        about = f"{ten} {about[0].lower()}{about[1:]}"
    elif ten:  # below each other, as on the page: either begins with its own capital
        about = f"{ten}\n{about}"
    ngay_in = vietnamese.ngay(entry.ngay) if entry.ngay else ""
    texts = (about.strip(), entry.nguoi_ky, entry.noi_nhan, entry.luu, entry.so_ban, entry.ngay_chuyen)
    state = {HUY: f"Hủy: {entry.ly_do}" if entry.ly_do else "Hủy", GIU_CHO: GIU}.get(entry.trang_thai, "")
    return (entry.so_ky_hieu, ngay_in, *texts, "", "\n".join(filter(None, [state, entry.ghi_chu])))

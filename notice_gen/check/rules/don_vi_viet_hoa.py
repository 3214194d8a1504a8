"""Danh từ chung chỉ đơn vị hành chính viết hoa giữa câu.

Căn cứ: Phụ lục II, Mục III, khoản 1, điểm a: chỉ viết hoa tên riêng của đơn vị hành chính.

Sai: trên địa bàn Tỉnh Nghệ An; UBND các Xã, Phường

Đúng: trên địa bàn tỉnh Nghệ An

Bỏ qua khi: tên đơn vị là chữ số, tên người hay tên sự kiện lịch sử, ví dụ Phường Điện Biên Phủ.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import danh_muc
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.dia_danh import giu_danh_tu

RULE = Rule("VH14", "don_vi_viet_hoa", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm a")

_SYLLABLE = r"[A-Z][a-z]+"
_NAMED = texts.vietnamese(rf"(?<=[a-z,(])[ \u00a0](?P<loai>Xã|Phường|Thị trấn|Thị xã|Huyện|Tỉnh|Đặc khu|Thành phố) (?P<ten>{_SYLLABLE}(?:[ -]{{1,3}}{_SYLLABLE}){{0,4}})")
_NOUN = "(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Tỉnh|Đặc khu|Thành phố)"
_SEVERAL = texts.vietnamese(rf"\b(?:[Cc]ác|[Nn]hững|[Tt]ừng|[Mm]ỗi) (?P<doan>{_NOUN}(?:(?:,| và) {_NOUN})*)\b(?! (?:[A-Z\d]|ủy|uỷ|đoàn|đội)|,? (?:và )?(?:Thành|Tỉnh|Quận|Huyện) [uủỷ])")
# A commune called after a person keeps its capital, and not all of them are known.
_FAMILIES = frozenset(
    ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đinh", "Lương", "Trương", "Mai", "Phùng", "Tô", "Lưu", "Cao", "Hà", "Đoàn", "Trịnh", "Tạ", "Chu", "Châu", "Kim", "Thạch", "Quách"]
)


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in _NAMED.finditer(span.text):
            name = _known(found["loai"], found["ten"])
            if name:
                message = N_("Giữa câu, danh từ chung trong “{doan}” không viết hoa.")
                yield RULE.at(texts.piece(span, found, "loai"), message, N_("Viết: {dung}"), doan=f"{found['loai']} {name}", dung=f"{found['loai'].lower()} {name}")
        for found in _SEVERAL.finditer(span.text):
            yield RULE.at(texts.piece(span, found, "doan"), N_("Giữa câu, danh từ chung trong “{doan}” không viết hoa."), N_("Viết: {dung}"), doan=found[0], dung=found["doan"].lower())


def _known(kind: str, shown: str) -> str:
    """Return the longest head of *shown* that is a unit's own name and leaves the noun small, or nothing."""
    words = shown.split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if (kind, bo_dau(name).lower()) in _units():
            above = kind in {"Tỉnh", "Thành phố", "Thị xã", "Huyện"}
            return "" if giu_danh_tu(name) or (not above and words[0] in _FAMILIES) else name
    return ""


@cache
def _units() -> frozenset[tuple[str, str]]:
    """Return every unit of both lists, communes, districts and provinces, by its kind and bare name."""
    found = set()
    for listed in (danh_muc.BEFORE, danh_muc.SINCE):
        for unit in danh_muc.read(listed).values():
            found.add((unit.loai, bo_dau(unit.ten_rieng).lower()))
            found.add((unit.tinh.loai, bo_dau(unit.tinh.ten_rieng).lower()))
            kind = next((one for one in ("Thành phố", "Thị xã", "Huyện") if unit.huyen.startswith(one)), "")
            if kind:
                found.add((kind, bo_dau(unit.huyen[len(kind) + 1 :]).lower()))
    return frozenset(found)

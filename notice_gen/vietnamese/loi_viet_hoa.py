"""Capitals where a text shows by itself that they are wrong (Phụ lục II): heads of sentences, Nhà nước, kinds of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from notice_gen import facts
from notice_gen.vietnamese import danh_muc
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import TU_CO_CHAM, bieu_thuc, bo_dau
from notice_gen.vietnamese.dia_danh import co_the_giu_danh_tu

_SENTENCE = r"(?<![\w./@-])(?P<truoc>[a-z]{2,7}|\d{4})(?P<dau>[.?!])[ \u00a0]+(?P<sau>[a-z]{1,7})(?![\w.@/])"
_STATE = (
    r"(?:(?:Đảng(?: và|,)?|pháp luật(?: của)?|do|của|được) (?P<a>nhà nước)|(?P<b>nhà nước)(?= và (?:nhân dân|Nhân dân)))\b"
    r"(?! pháp quyền| phong kiến| tư sản| cấp| khác)"
)
_STATE_IN_CAPITALS = r"(?<!Kho bạc )\bNhà Nước\b(?! Việt Nam)"
_SYLLABLE = r"[A-Z][a-z]+"
_NOUNS = ("Xã", "Phường", "Thị trấn", "Thị xã", "Huyện", "Tỉnh", "Đặc khu", "Thành phố")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
_UNIT_NAMED = rf"(?:(?<=[a-z,(])|(?<=UBND)|(?<=HĐND))[ \u00a0](?P<loai>{_NOUN}) (?P<ten>{_SYLLABLE}(?:[ -]{{1,3}}{_SYLLABLE}){{0,4}})"
_SEVERAL_UNITS = (
    rf"\b(?:[Cc]ác|[Nn]hững|[Tt]ừng|[Mm]ỗi) (?P<doan>{_NOUN}(?:(?:,| và) {_NOUN})*)\b"
    r"(?! (?:[A-Z\d]|ủy|uỷ|đoàn|đội)|,? (?:và )?(?:Thành|Tỉnh|Quận|Huyện) [uủỷ])"
)
_NUMBERED_UNIT = (
    r"\b(?P<loai>quận(?= [1-9]\d?\b(?![/%.]\d))"
    r"|phường(?= [1-9]\d?(?:[,;.)](?!\d)|$| (?:quận|Quận|thành phố|Thành phố|tỉnh)\b)))"
)


def dau_cau(text: str) -> Iterator[LoiChu]:
    """Yield the words with a small letter after the end of a sentence; a word short for another ends none.

    >>> [text_ for text_ in map(lambda loi: loi.dung, dau_cau("Các xã đã báo cáo. đề nghị tổng hợp. Liên hệ đt. 0234"))]
    ['Đề']
    """
    for found in bieu_thuc(_SENTENCE).finditer(text):
        if found["truoc"] not in TU_CO_CHAM:
            values = {"doan": found[0], "sau": found["sau"], "dau": found["dau"]}
            yield LoiChu(*found.span("sau"), found["sau"].capitalize(), values)


def nha_nuoc(text: str) -> Iterator[LoiChu]:
    """Yield the noun *Nhà nước* with a small letter, or with two capitals; *quản lý nhà nước* is right.

    In a name of the list the whole name is another rule's.
    """
    if "nhà nước" in text:
        for found in bieu_thuc(_STATE).finditer(text):
            yield LoiChu(*found.span("a" if found["a"] else "b"), "Nhà nước")
    if "Nhà Nước" in text:
        yield from (LoiChu(*found.span(), "Nhà nước") for found in bieu_thuc(_STATE_IN_CAPITALS).finditer(text))


def don_vi(text: str) -> Iterator[LoiChu]:
    """Yield the kinds of units with a capital inside a sentence: *tại Tỉnh Nghệ An*, *UBND các Xã, Phường*.

    >>> [loi.dung for loi in don_vi("trên địa bàn Tỉnh Nghệ An, các Xã, Phường và Phường 3")]
    ['tỉnh', 'xã, phường']
    """
    if not any(noun in text for noun in _NOUNS):
        return
    for found in bieu_thuc(_UNIT_NAMED).finditer(text):
        if name := _known_unit(found["loai"], found["ten"]):
            yield LoiChu(*found.span("loai"), found["loai"].lower(), {"doan": f"{found['loai']} {name}"})
    for found in bieu_thuc(_SEVERAL_UNITS).finditer(text):
        yield LoiChu(*found.span("doan"), found["doan"].lower(), {"doan": found[0]})


def don_vi_so(text: str) -> Iterator[LoiChu]:
    """Yield the kinds of units that a number names, with a small letter: *quận 1*."""
    for found in bieu_thuc(_NUMBERED_UNIT).finditer(text) if "quận " in text or "phường " in text else ():
        number = re.match(r" \d+", text[found.end() : found.end() + 4])
        yield LoiChu(*found.span(), found["loai"].capitalize(), {"doan": found[0] + (number[0] if number else "")})


def _known_unit(kind: str, shown: str) -> str:
    """Return the longest head of *shown* that is a unit's own name and leaves the noun small, or nothing."""
    words = shown.split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if (kind, bo_dau(name).lower()) in _bare_units():
            above = kind in {"Tỉnh", "Thành phố", "Thị xã", "Huyện"}
            return "" if co_the_giu_danh_tu(name) or (not above and words[0] in facts.words("ho_dat_ten_xa")) else name
    return ""


@cache
def _bare_units() -> frozenset[tuple[str, str]]:
    """Return every unit of both lists, communes, districts and provinces, by its kind and bare name."""
    lists = (danh_muc.BEFORE, danh_muc.SINCE)
    return frozenset((kind, bo_dau(name).lower()) for listed in lists for kind, name in danh_muc.all_levels(listed))

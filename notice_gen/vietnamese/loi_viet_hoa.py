"""Capitals where a text shows by itself that they are wrong (Phụ lục II): heads of sentences, Nhà nước, kinds of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from notice_gen import facts
from notice_gen.facts import Phrases
from notice_gen.vietnamese import danh_muc, ten_goi
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import TU_CO_CHAM, Heads, bieu_thuc, cac_cum, dau_cum
from notice_gen.vietnamese.dia_danh import co_the_giu_danh_tu

_SENTENCE = r"(?<![\w./@-])(?P<truoc>[a-z]{2,7}|\d{4})(?P<dau>[.?!])[ \u00a0]+(?!(?:[ivx]{1,4}|[a-zđ])\))(?P<sau>[a-z]{1,7})(?![\w.@/])"
_STATE = (
    r"(?:(?:Đảng(?: và|,)?|pháp luật(?: của)?|do|của|được) (?P<a>nhà nước)|(?P<b>nhà nước)(?= và (?:nhân dân|Nhân dân)))\b"
    r"(?! pháp quyền| phong kiến| tư sản| cấp| khác)"
)
_STATE_IN_CAPITALS = r"(?<!Kho bạc )\bNhà Nước\b(?! Việt Nam)"
_SYLLABLE = r"[A-Z][a-z]+"
_NOUNS = ("Xã", "Phường", "Thị trấn", "Thị xã", "Huyện", "Tỉnh", "Đặc khu", "Thành phố")
_NOUN = f"(?:{'|'.join(_NOUNS)})"
_UNIT_NAMED = (
    rf"(?:(?<=[a-z,(])|(?<=UBND)|(?<=HĐND))[ \u00a0](?P<loai>{_NOUN}) "
    rf"(?P<ten>{_SYLLABLE}(?:[ -]{{1,3}}{_SYLLABLE}){{0,4}}(?: \d{{1,2}}\b)?)"
)
_SEVERAL_UNITS = (
    rf"\b(?:[Cc]ác|[Nn]hững|[Tt]ừng|[Mm]ỗi) (?P<doan>{_NOUN}(?:(?:,| và) {_NOUN})*)\b"
    r"(?! (?:[A-Z\d]|ủy|uỷ|đoàn|đội)|,? (?:và )?(?:Thành|Tỉnh|Quận|Huyện) [uủỷ])"
)
_NUMBERED_UNIT = (
    r"\b(?P<loai>quận(?= [1-9]\d?\b(?![/%.]\d))"
    r"|phường(?= [1-9]\d?(?:[,;.)](?!\d)|$| (?:quận|Quận|thành phố|Thành phố|tỉnh)\b)))"
)


_SMALL_LAW = (
    r"(?:\b(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo|[Tt]hi hành|[Qq]uy định (?:của|tại)|Điều \d{1,3}|khoản \d{1,2}|và|của)|,) "
    r"(?P<ten>luật (?P<rieng>[A-Z][a-z]+)(?! [A-Z])(?=(?:,? [a-z]+)+|[;.,)]|$))"
)
# Whose law, not what about: “luật Hồi giáo”, “luật Anh”.
_NO_MATTER = frozenset(
    {"Anh", "Mỹ", "Pháp", "Đức", "Nga", "Nhật", "Úc", "Lào", "Công", "Hồi", "Do", "Phật", "Việt", "Hàn", "Trung", "Quốc"}
)


def ten_luat(text: str) -> Iterator[LoiChu]:
    """Yield the names of laws whose capitals are wrong: those of the list, and any whose own first word has its capital and *luật* not.

    >>> [loi.dung for loi in ten_luat("Thực hiện luật Lâm nghiệp, theo luật Đất đai; đúng luật chơi; theo luật Anh")]
    ['Luật Đất đai', 'Luật Lâm']
    """
    listed = [*ten_goi.sai_chu_hoa(text, "luat")]
    yield from listed
    for found in bieu_thuc(_SMALL_LAW).finditer(text) if "luật " in text else ():
        start, end = found.span("ten")
        if found["rieng"] not in _NO_MATTER and all(end <= one.tu or one.den <= start for one in listed):
            yield LoiChu(start, end, f"L{found['ten'][1:]}")


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

    >>> [loi.dung for loi in don_vi("trên địa bàn Tỉnh Nghệ An, các Xã, Phường và Phường 3, tại Xã Tân Phước 1")]
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
        if danh_muc.nhu_danh_muc(danh_muc.khong_dau(kind), danh_muc.khong_dau(name), danh_muc.khong_dau):
            above = kind in {"Tỉnh", "Thành phố", "Thị xã", "Huyện"}
            kept = name[-1].isdigit() or co_the_giu_danh_tu(name)
            return "" if kept or (not above and words[0] in facts.words("ho_dat_ten_xa")) else name
    return ""


_DIRECTION = re.compile(r"(?:phía|hướng|giáp|cửa|gió)\s$")
_OF_A_REGION = re.compile(r"(?:vùng|miền|khu vực|các tỉnh|đồng bào)\s$", re.IGNORECASE)


def vung(text: str) -> Iterator[LoiChu]:
    """Yield the names of regions with wrong capitals; *phía tây bắc* is a direction.

    >>> [loi.dung for loi in vung("vùng tây bắc, các tỉnh Tây nguyên, miền trung, phía tây bắc, cán bộ nam bộ đội")]
    ['Tây Bắc', 'Tây Nguyên', 'miền Trung']
    """
    for found in _regions().finditer(text) if cac_cum(text.lower(), _heads_of_regions()) else ():
        typed, before = found[0], text[max(found.start() - 10, 0) : found.start()]
        right = next(name for name in facts.table("ten-viet-hoa.toml")["vung"] if name.lower() == typed.lower())
        if typed.isupper() or typed in {right, right[0].upper() + right[1:]}:
            continue
        partly = any(word[0].isupper() for word in typed.split(" ")) and before.strip() and not before.rstrip().endswith((".", ":", "-"))
        if right.startswith("miền") or _OF_A_REGION.search(before) or (partly and not _DIRECTION.search(before)):
            yield LoiChu(*found.span(), right)


@facts.once
def _heads_of_regions() -> Heads:
    return dau_cum(name.lower() for name in facts.table("ten-viet-hoa.toml")["vung"])


@facts.once
def _regions() -> re.Pattern[str]:
    names = sorted(facts.table("ten-viet-hoa.toml")["vung"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, names))})(?!\w)(?! (?:đội|Á|Phi|Mỹ|cực|Kinh|Ninh|Giang)\b)")


_EVENT = r"(?<!đường )(?<!phố )(?<!trường )\b(?P<ten>[Cc]ách mạng tháng) (?P<thang>8|10|[Tt]ám|[Mm]ười)\b(?!/)"


def su_kien(text: str) -> Iterator[LoiChu]:
    """Yield the revolutions whose month is a figure, or has a small letter.

    >>> [loi.dung for loi in su_kien("Cách mạng tháng 8, cách mạng tháng Mười, Cách mạng tháng Tám, đường Cách mạng tháng 8")]
    ['Cách mạng tháng Tám', 'Cách mạng tháng Mười']
    """
    for found in bieu_thuc(_EVENT).finditer(text):
        right = f"Cách mạng tháng {'Tám' if found['thang'] in {'8', 'tám', 'Tám'} else 'Mười'}"
        if found[0] != right:
            yield LoiChu(*found.span(), right)


_POSTS = (
    "Chủ tịch", "Giám đốc", "Hiệu trưởng", "Bộ trưởng", "Thứ trưởng", "Bí thư", "Tổ trưởng", "Cục trưởng", "Vụ trưởng", "Thủ tướng",
    "Chánh Văn phòng",
)  # fmt: skip


def chuc_vu_thua_hoa(text: str) -> Iterator[LoiChu]:
    """Yield the posts with a capital at each syllable.

    >>> [loi.dung for loi in chuc_vu_thua_hoa("Chủ Tịch, các Phó Chủ Tịch; CHỦ TỊCH; Trưởng Phòng Tư pháp; Chủ tịch")]
    ['Chủ tịch', 'Chủ tịch']
    """
    for post in _POSTS:
        typed = post.title()
        for found in re.finditer(rf"(?<!\w){typed}(?!\w)", text) if typed in text else ():
            yield LoiChu(*found.span(), post)


_NAMED = (
    r"\b(?P<loai>xã|phường|đặc khu|tỉnh|thành phố|huyện|thị xã|thị trấn) "
    rf"(?P<ten>{_SYLLABLE}(?: [A-Za-z]+){{1,3}})|\b(?P<tinh>tỉnh) (?P<thuong>[a-z]+(?: [a-z]+){{1,3}})"
)


@lru_cache(maxsize=4096)
def ten_don_vi(text: str) -> tuple[LoiChu, ...]:
    """Return the names of units whose later syllables have small letters; of provinces, all of them.

    >>> [loi.dung for loi in ten_don_vi("xã Bình điền, tỉnh nghệ an, xã Bình Điền tiếp nhận, tỉnh đoàn kết")]
    ['Bình Điền', 'Nghệ An']
    """
    slips = []
    for found in bieu_thuc(_NAMED).finditer(text):
        group = "ten" if found["ten"] else "thuong"
        kind, words = found["loai"] or found["tinh"], found[group].split(" ")
        for length in range(min(len(words), 4), 1, -1):
            name = " ".join(words[:length])
            right = _marked(kind, name)
            end = found.start(group) + len(name)
            whole = not re.match(r"\s*[-–]\s*[A-Z]", text[end:])
            if right and right != name and whole and not _marked(kind, " ".join(words[: length - 1])):
                slips.append(LoiChu(found.start(group), found.start(group) + len(name), right))
                break
    return tuple(slips)


def _marked(kind: str, name: str) -> str:
    """Return the name of a unit as the lists have it; nothing for one with a mark of its own, or in none."""
    return danh_muc.nhu_danh_muc(kind, name.lower()) if name.replace(" ", "").isalpha() else ""


_DIVISION = re.compile(r"(?:điều|[Mm]ục|chương|phần) [\dIVXL]")
_SMALL_DIVISION = Phrases(
    r"(?:(?<!\d )|(?<=khoản \d )|(?<=khoản \d\d ))(?<!các )(?<!vài )(?<!những )\b(?:(?<!một số )điều(?= \d{{1,3}}[a-zđ]?\b(?!/))"
    r"|{muc_cua_van_ban}(?= (?:[IVXL]{{1,6}}|\d{{1,2}}) (?:của )?{van_ban_chia_muc}))"
)
_COUNTED = Phrases(r"^ \d{{1,3}} (?:{dem_duoc}|{luong_trong_khoang}|{viec_dem})\b")
_SURELY_CITED = re.compile(r"(?:theo|tại|ở|khoản \d{1,2}|điểm [a-zđ]|quy định|của|,)\s$", re.IGNORECASE)
_DIVIDED = r"(?i:điểm|khoản|điều|tiểu mục|mục|chương|phần) (?:(?:thứ )?(?:[IVXL]{1,6}|\d{1,3})|[a-zđ])\b"
_CHAIN = re.compile(rf"\b{_DIVIDED}(?:,? {_DIVIDED})+")
_WIDE = re.compile(r"\b(?P<tu>(?i:điều|tiểu mục|mục|chương|phần)) (?P<so>(?:thứ )?(?:[IVXL]{1,6}|\d{1,3})\b)")
_STATUTE = re.compile(r"(?i:phần|chương) (?:thứ )?[IVXL]|Điều \d|(?i:tiểu mục) \d")
_MANY = re.compile(r"(?:nhiều|mấy|bao nhiêu|tất cả|mọi|từng|mỗi|đôi|hai|ba|bốn|năm|sáu|những|các|vài)\s$", re.IGNORECASE)


def vien_dan_muc(text: str) -> Iterator[LoiChu]:
    """Yield the divisions of a cited paper, *điều 5*, *mục 3 chương II*, with small letters."""
    told: set[int] = set()
    for found in _SMALL_DIVISION.finditer(text) if _DIVISION.search(text) else ():
        before = text[max(found.start() - 14, 0) : found.start()]
        # “nhiều điều 4 người cùng nêu”: things, and how many said them
        if _MANY.search(before) or (_COUNTED.search(text[found.end() : found.end() + 30]) and not _SURELY_CITED.search(before)):
            continue
        shown = found[0] + " " + text[found.end() + 1 : found.end() + 7].split(" ", maxsplit=1)[0].rstrip(".,;:)")
        yield LoiChu(found.start(), found.end(), found[0].capitalize(), {"doan": shown, "dung": (shown[0].upper() + shown[1:])})
        told.add(found.start())
    # “mục 3 chương II”: divisions of several levels, one behind another, are a statute's.
    for chain in _CHAIN.finditer(text):
        for one in _WIDE.finditer(chain[0]) if _STATUTE.search(chain[0]) else ():
            start, word = chain.start() + one.start(), one["tu"]
            if not (word.isupper() or word == word.capitalize() or start in told):
                right = word.capitalize()
                yield LoiChu(start, start + len(word), right, {"doan": one[0], "dung": f"{right} {one['so']}"})

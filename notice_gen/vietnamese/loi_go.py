"""Slips of typing, found in any text: marks and spaces, spelling, capitals, figures (``data/loi-go.toml``).

The checker asks them of Word files, the reader of texts as typed; a row of the data is a rule, and how it looks is a pattern there or a
function here.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from notice_gen import facts
from notice_gen.facts import Pattern, Phrases
from notice_gen.records import remembered
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import CHU_DUNG_SAN, bieu_thuc, cac_tu
from notice_gen.vietnamese.ngay_thang import NOT_COUNTED
from notice_gen.vietnamese.nghi_sai import nghi_sai
from notice_gen.vietnamese.ten_nguoi import la_ho
from notice_gen.vietnamese.tu_co_that import viet_lien
from notice_gen.vietnamese.viet_tat import cac_loai

from notice_gen.vietnamese import (  # isort: skip
    am_tiet, bo_go, chinh_ta, don_vi_cu, het_hieu_luc, khoang_thoi_gian, loi_dau, loi_gio, loi_ho_so, loi_lien_lac,
    loi_luong, loi_ngay, loi_so, loi_vien_dan, loi_viet_hoa, noi_ban_hanh, ten_goi, thieu_thua, viec_da_qua,
)  # fmt: skip

Dong = Mapping[str, Any]
"""A row of the data."""


class VanBan(NamedTuple):
    """What rules ask of the paper in which a text stands.

    Attributes:
        ngay: its day; None where it is not known, and rules that need it are silent.
        ngay_cuoi: the last day on which a draft of a month can be issued; *ngay* is the first.
        co_so: it has its number, so that nothing is left to be filled in.
    """

    ngay: date | None = None
    ngay_cuoi: date | None = None
    co_so: bool = True


KHONG_RO = VanBan()
_LONGEST = 3000  # characters that rows look at that look at a whole text: some of their patterns go back


@facts.once
def cac_dong() -> tuple[Dong, ...]:
    """Return every row."""
    return tuple(row for rows in facts.table("loi-go.toml").values() for row in rows)


def tim(dong: Dong, text: str, van_ban: VanBan = KHONG_RO) -> Iterable[LoiChu]:
    """Return the slips of one row in *text*, a paragraph of a paper with its marks on their letters (NFC).

    >>> [(dong["ma"], loi.dung) for dong in cac_dong() for loi in tim(dong, "đã tiếp nhận 1,250 hồ sơ , đạt 98.7%")]
    [('SL04', '1.250'), ('DC02', 'ơ,'), ('SL05', '98,7')]
    """
    return hoi(dong)(text, van_ban)


Hoi = Callable[[str, VanBan], Iterable[LoiChu]]
"""What asks one row of a text."""


@remembered(512)
def hoi(dong: Dong) -> Hoi:
    """Return what :func:`tim` does with one row, worked out of its keys once."""
    needed, rare, is_cut, is_issued = dong.get("co", ()), "ky_tu_la" in dong, "ca_doan" in dong, "khi_co_so" in dong
    look = _theo_mau(dong) if "tim" in dong else _theo_nhom(dong["nhom"])

    def asked(text: str, van_ban: VanBan) -> Iterable[LoiChu]:
        if (needed and not any(map(text.__contains__, needed))) or (rare and _is_usual(text)) or (is_issued and not van_ban.co_so):
            return ()
        return look(text[:_LONGEST] if is_cut else text, van_ban)

    return asked


def _theo_mau(dong: Dong) -> Hoi:
    return lambda text, _: _mau(dong, text) if bieu_thuc(dong["tim"]).search(text) else ()


def _theo_nhom(name: str) -> Hoi:
    if name in _THEO_NGAY:
        dated, late = _THEO_NGAY[name], name in _AFTER
        return lambda text, paper: dated(text, ngay) if (ngay := (late and paper.ngay_cuoi) or paper.ngay) else ()
    plain = _TIM.get(name)
    if plain is None:
        return lambda text, _: ten_goi.sai_chu_hoa(text, name)  # type: ignore[arg-type]  # a group of names
    if name in _OF_ODD_WORDS:
        return lambda text, _: plain(text) if has_odd(text) else ()
    return lambda text, _: plain(text)


_OF_ODD_WORDS = frozenset({"khong_am_tiet", "dau_thanh", "bo_go"})
"""Functions that find nothing in a text none of whose words, each by itself, is odd."""


def has_odd(text: str) -> bool:
    """Tell whether one of a text's words, by itself, may be no syllable, misplace its tone mark, or be left as its keys were hit."""
    return any(map(_is_odd, cac_tu(text)))


@lru_cache(maxsize=16384)
def _is_odd(word: str) -> bool:
    """Tell whether a word may be no syllable, have its tone mark in the wrong place, or be left as its keys were hit."""
    if bo_go.CO_DAU_GO.search(word):
        return True
    return len(word) <= _LONGEST_WORD and not word.isascii() and (_syllables(word) is not None or am_tiet.dat_dung_dau(word) != word)


CHUA_BIET = "\u0966\u0967"
"""Figures that no paper has, for those that are not known yet; two, so that a second may follow the first."""

_UNUSUAL = Pattern(f"[^{re.escape(string.printable)}{CHU_DUNG_SAN}{CHUA_BIET}“”‘’–…]")


def _is_usual(text: str) -> bool:
    """Tell whether a text has none but usual characters."""
    return _UNUSUAL.search(text) is None


def _mau(dong: Dong, text: str) -> Iterator[LoiChu]:
    """Yield the places of a pattern; what its group ``ho_nguoi`` finds has to be a family's name."""
    group, shown = dong.get("nhom", 0), dong.get("thay", dong.get("viet"))
    for found in bieu_thuc(dong["tim"]).finditer(text):
        named = found.groupdict()
        if "ho_nguoi" in named and not la_ho(named["ho_nguoi"]):
            continue
        typed = found[group]
        right = (
            typed.lower() if dong.get("viet_thuong") else typed.upper() if dong.get("viet_hoa")
            else typed.capitalize() if dong.get("viet_hoa_dau") else shown and found.expand(shown)
        )
        yield LoiChu(found.start(group), found.end(group), right, named)
        if dong.get("mot_lan"):
            return


# A small word with a letter of Vietnamese alone; a hyphen, a figure or an apostrophe makes it something else.
_LONGEST_WORD = 14
_SMALL_WORD = re.compile(rf"(?<![\w'’/.@&-])[^\W\d_]{{2,{_LONGEST_WORD}}}(?![\w'’/@&-])")
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{2,8}(?![\w'’-])")
_FOREIGN = r"[fjwz]|[bcdđgkp][lr]|[st]l|s[ckmnpt]|[lrsvxkdđbq]$|(?<!n)g$|(?<![nc])h$"
_CONSONANTS = frozenset("bcdđghklmnpqrstvx")


def _no_syllable(text: str) -> Iterator[LoiChu]:
    odd = [(found, right) for found in _SMALL_WORD.finditer(text) if (right := _syllables(found[0])) is not None]
    known = {at for slip in chinh_ta.viet_sai(text) for at in range(slip.tu, slip.den)} if odd else set()
    for found, right in odd:
        if known.isdisjoint(range(*found.span())):
            yield LoiChu(found.start(), found.end(), right or _meant(text, found))


def _meant(text: str, word: re.Match[str]) -> str | None:
    """Return what a word is likely meant to be, by those beside it; None when that is not plain."""
    doubt = next((doubt for doubt in nghi_sai(text) if doubt.tu <= word.start() and word.end() <= doubt.den), None)
    if doubt is None or doubt.dung is None or len(parts := doubt.dung.split(" ")) != len(text[doubt.tu : doubt.den].split()):
        return None
    return parts[0 if doubt.tu == word.start() else -1]


def _syllables(word: str) -> str | None:
    """Return two words for those that run together, an empty text for what is no syllable; None when nothing is wrong."""
    small = word.lower()
    if word.isascii() or word[1:] != small[1:] or am_tiet.la_am_tiet(small) or _CONSONANTS.issuperset(small) or not _is_usual(word):
        return None
    if apart := am_tiet.dinh_chu(small):
        return f"{word[: len(apart[0])]} {apart[1]}"
    if word != small or word in viet_lien():
        return None  # a name, of another language maybe
    return "" if len(word) <= 7 and not am_tiet.la_tu_ghep(word) and not re.search(_FOREIGN, am_tiet.khong_thanh(word)) else None


def _tone(text: str) -> Iterator[LoiChu]:
    for found in _WORD.finditer(text):
        right = found[0] if found[0].isascii() else am_tiet.dat_dung_dau(found[0])
        if right != found[0]:
            yield LoiChu(found.start(), found.end(), right)


def _told_by_data(text: str) -> Iterable[LoiChu]:
    """Return the slips of two rows that are sure."""
    sure = {"ten_co_quan_thieu_tieng", "don_vi_hanh_chinh_sai_dau"}
    return [loi for dong in cac_dong() if dong["ten"] in sure for loi in tim(dong, text)]


_SURE = (
    chinh_ta.viet_sai, thieu_thua.tu_lap, _told_by_data, _no_syllable, _tone, loi_dau.nhin_giong, loi_dau.tach_am_tiet,
    bo_go.chua_bo_dau, loi_so.tien_sai_chu,
)  # fmt: skip


def _doubted(text: str) -> Iterator[LoiChu]:
    """Yield what is doubted and no sure slip."""
    if doubts := nghi_sai(text):
        sure = {at for look in _SURE for slip in look(text) for at in range(slip.tu, slip.den)}
        yield from (doubt for doubt in doubts if sure.isdisjoint(range(doubt.tu, doubt.den)))


_COMMA = re.compile(r"\d,\d{3}")
# Things that are counted and have no thousandths.
_THOUSANDS = Phrases(r"(?<![\d.,/])[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}(?![\d,])|,\d{{3}}(?= {dem_duoc}\b))")
_POST = Phrases(r"(?<![\w-]){chuc_vu_lien_ten}")
_PEOPLE = r"\bnhân dân\b(?! tệ| thế giới| (?:các|hai|ba|nhiều) nước)"
_DAY = r"hai|ba|tư|năm|sáu|bảy"
_TO_DAY = r"(?:đến|tới)(?: hết)?(?: ngày)?"
_WEEKDAY = (
    rf"{NOT_COUNTED}\b[Tt]hứ (?P<a>{_DAY})(?=,? (?:ngày \d|\(?\d{{1,2}}/\d|(?:hằng|hàng|mỗi|trong) tuần\b)| {_TO_DAY} thứ (?i:{_DAY})\b)"
    rf"|(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|\b[Tt]hứ (?i:{_DAY}) {_TO_DAY}) thứ (?P<b>{_DAY})\b"
)
_NUMBERED = re.compile(r" (?:số:? ?)?\d+(?:/(?:\d{4}/)?[A-ZĐ]|-[A-ZĐ][\w]*/)")


def _agencies(text: str) -> Iterator[LoiChu]:
    for slip in ten_goi.sai_chu_hoa(text, "co_quan_rieng", "co_quan"):
        before = text[max(slip.tu - 40, 0) : slip.tu].split()[-1:]
        # a person’s name: “ông Trần Quốc Hội”
        person = slip.dung == "Quốc hội" and before and before[0].isalpha() and before[0][0].isupper()
        # “ủy viên thường trực Hội đồng nhân dân”: a post
        post = (slip.dung or "").startswith("Thường trực") and before and before[0].lower() in _BEFORE_A_POST
        # “Ban Cán sự Đảng Ủy ban nhân dân”
        party = slip.dung == "Đảng ủy" and text.startswith(" ban", slip.den)
        if not person and not post and not party and not _is_of_many(text, slip.tu):
            yield slip
    for found in _GOVERNMENT.finditer(text) if "chính phủ" in text else ():
        yield LoiChu(*found.span("ai"), "Chính phủ")


def _is_of_many(text: str, at: int) -> bool:
    """Tell whether the head of a sentence speaks of all of a kind: “b) Trạm y tế xã, phường báo cáo”."""
    return (text[:at].rstrip()[-1:] or ".") in ".;:)-+" and bieu_thuc(_OF_MANY).match(text, at) is not None


_OF_MANY = r"(?:Trạm|Trường|Trung tâm|Bệnh viện)(?: [a-z]+)+? (?:(?:các|cấp|tuyến) [a-z]|xã, |phường, |xã và )"
_BEFORE_A_POST = frozenset({"viên", "tịch", "trưởng", "quan", "phó", "thư"})
_GOVERNMENT = re.compile(r"/NĐ-CP(?:,? ngày [\d/]{8,10}|,? ngày \d{1,2} tháng \d{1,2} năm \d{4})? của (?P<ai>chính phủ)\b")


def _people(text: str) -> Iterator[LoiChu]:
    for found in re.finditer(_PEOPLE, text) if "nhân dân" in text else ():
        before = text[max(found.start() - 20, 0) : found.start()]
        of_committee = re.search(r"\b[ỦUuủ][yỷ] (?:\w+ )?$", before)  # a slip within Ủy ban nhân dân is told by itself
        if not (of_committee or before.lower().rstrip().endswith(facts.words("truoc_nhan_dan_trong_ten"))):
            yield LoiChu(found.start(), found.end(), "Nhân dân")


def _posts(text: str) -> Iterator[LoiChu]:
    for found in _POST.finditer(text):
        capitals = 2 if found[0].startswith("phó ") else 1
        words = [_capital(word) if number < capitals else word for number, word in enumerate(found[0].split(" "))]
        yield LoiChu(found.start(), found.end(), " ".join(words))


def _types(text: str) -> Iterator[LoiChu]:
    for number in _NUMBERED.finditer(text):
        before = text[: number.start()]
        name = next((name for name in _small_types() if before.endswith(name)), "")
        start = number.start() - len(name)
        if name and not re.match(r"[\w-]", text[start - 1 : start]) and not before.endswith(_NO_TYPE):
            yield LoiChu(start, number.start(), _capital(name))


@facts.once
def _small_types() -> tuple[str, ...]:
    return tuple(name.lower() for name in cac_loai())


_NO_TYPE = ("văn bản", "pháp luật", "pháp lệnh", "Pháp lệnh", "Thông báo kết luận")  # any paper at all; the end of a name, of a type's


def _weekdays(text: str) -> Iterator[LoiChu]:
    for found in re.finditer(_WEEKDAY, text):
        group = "a" if found["a"] else "b"
        yield LoiChu(found.start(group), found.end(group), found[group].capitalize())


def _thousands(text: str) -> Iterator[LoiChu]:
    figures = _THOUSANDS.finditer(text) if _COMMA.search(text) else ()
    return (LoiChu(found.start(), found.end(), found[0].replace(",", ".")) for found in figures)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


_TIM: Mapping[str, Callable[[str], Iterable[LoiChu]]] = {
    "viet_sai": chinh_ta.viet_sai, "tu_lap": thieu_thua.tu_lap, "khong_am_tiet": _no_syllable, "dau_thanh": _tone, "nghi_sai": _doubted,
    "nhin_giong": loi_dau.nhin_giong, "toan_hinh": loi_dau.toan_hinh, "sat_dau": loi_dau.sat_dau, "dau_lap": loi_dau.dau_lap,
    "hang_nghin": _thousands,
    "ten_co_quan": _agencies,
    "dieu": loi_viet_hoa.vien_dan_muc, "nhan_dan": _people, "chuc_vu": _posts, "ten_loai": _types, "thu": _weekdays,
    "ngay_khong_co": loi_ngay.khong_co,
    "gio_khong_co": loi_ngay.gio_khong_co, "thu_khac_ngay": loi_ngay.thu_khac_ngay, "khoang_nguoc": loi_ngay.khoang_nguoc,
    "so_nam": loi_ngay.so_nam,
    "sai_ma_loai": loi_vien_dan.sai_ma_loai, "sai_ma_quy_pham": loi_vien_dan.sai_ma_quy_pham,
    "thieu_nam": loi_vien_dan.thieu_nam, "thua_nam": loi_vien_dan.thua_nam,
    "nam_khac_ngay": loi_vien_dan.nam_khac_ngay, "thieu_so_khong": loi_vien_dan.thieu_so_khong, "cach_chu": loi_vien_dan.cach_chu,
    "sai_ky_hieu": loi_vien_dan.vien_dan_viet_sai, "tien_sai_chu": loi_so.tien_sai_chu, "dem": loi_so.dem_khong_khop,
    "bo_go": bo_go.chua_bo_dau,
    "luong_nguoc": loi_luong.khoang_nguoc, "hai_don_vi": loi_luong.hai_don_vi, "chu_lan_so": loi_luong.chu_lan_so,
    "dien_thoai": loi_lien_lac.dien_thoai, "so_giay_to": loi_lien_lac.so_giay_to, "dia_chi_mang": loi_lien_lac.dia_chi_mang,
    "gio_nguoc": loi_gio.nguoc, "buoi_khac_gio": loi_gio.buoi_khac_gio, "ky_khac_thang": loi_gio.ky_khac_thang,
    "so_ngay_khac_khoang": loi_ho_so.so_ngay_khac_khoang, "so_ngay_it_hon": khoang_thoi_gian.so_ngay_it_hon_khoang,
    "sai_noi": noi_ban_hanh.sai_noi, "luat": loi_viet_hoa.ten_luat,
    "ky_hieu_cu": don_vi_cu.ky_hieu_cu,
    "cau_lap": chinh_ta.cau_lap,
    "dau_cau": loi_viet_hoa.dau_cau, "nha_nuoc": loi_viet_hoa.nha_nuoc, "don_vi_viet_hoa": loi_viet_hoa.don_vi,
    "vung": loi_viet_hoa.vung, "su_kien": loi_viet_hoa.su_kien, "chuc_vu_hoa": loi_viet_hoa.chuc_vu_thua_hoa,
    "don_vi_so": loi_viet_hoa.don_vi_so, "dinh_chu_hoa": loi_dau.dinh_chu_hoa, "tach_am_tiet": loi_dau.tach_am_tiet,
}
"""The functions, by the name that a row has for its own."""

_CITED_AFTER, _DONE_AFTER = "trich_dan_sau", "viec_sau"
_AFTER = frozenset({_CITED_AFTER, _DONE_AFTER})
"""Those that ask for the last day that a draft may have."""
_THEO_NGAY: Mapping[str, Callable[[str, date], Iterable[LoiChu]]] = {
    "han_da_qua": loi_ngay.han_da_qua, "hieu_luc_da_qua": loi_gio.hieu_luc_da_qua, _CITED_AFTER: loi_ho_so.viet_sau,
    _DONE_AFTER: viec_da_qua.viec_sau,
    "gia_tri_da_het": loi_ho_so.gia_tri_da_het,
    "thu_nam_nay": loi_ngay.thu_khac_ngay_nam_nay, "nam_hai_so": loi_ngay.nam_hai_chu_so,
    "het_hieu_luc": het_hieu_luc.het_hieu_luc,
    "ten_cu": don_vi_cu.ten_cu, "cap_huyen": don_vi_cu.cap_huyen, "co_quan_cu": don_vi_cu.co_quan_cu,
}
"""Those that need the paper's day."""

"""Slips in how a text cites papers: symbols that no paper of its type has, numbers without what belongs to them or with too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bieu_thuc, bo_dau
from notice_gen.vietnamese.trich_dan import TrichDan, co_ky_hieu, cut_ngang, tim, vien_dan
from notice_gen.vietnamese.viet_tat import rut_gon

# Codes that no agency has for its own name.
_NO_AGENCY = frozenset({"QĐ", "NQ", "TTr", "TB", "BC", "BB", "CTr", "GM", "CĐ"})
# Nghị quyết, Quyết định, Chỉ thị may be texts of law, which have the year.
_NEVER_LAW = frozenset({"Kế hoạch", "Thông báo", "Báo cáo", "Tờ trình", "Công văn", "Công điện", "Chương trình", "Giấy mời", "Biên bản"})
_YEARS_IN_NUMBERS = 1997
_OF_LAW = {"Nghị định": ("NĐ",), "Quyết định": ("QĐ",), "Thông tư": ("TT", "TTLT"), "Thông tư liên tịch": ("TTLT",), "Chỉ thị": ("CT",)}


def _all(text: str) -> Iterator[TrichDan]:
    """Yield every paper named, those within another's subject too: no text of law has such a number, whoever quotes it."""
    return (one for one in tim(text) if not cut_ngang(text, one)) if co_ky_hieu(text) else iter(())


def sai_ma_loai(text: str) -> Iterator[LoiChu]:
    """Yield the papers cited whose symbol is of another type.

    >>> [loi.gia_tri["mau"] for loi in sai_ma_loai("Kế hoạch số 12/TB-UBND và Công văn số 12/BC-UBND")]
    ['12/KH-…', '12/UBND-VP']
    """
    for paper in vien_dan(text):
        shown, right = paper.so_ky_hieu, rut_gon(paper.loai, "loai")
        if shown.nam or shown.dang:
            continue
        if paper.loai == "Công văn" and len(shown.nhom) > 1 and shown.nhom[0] in _NO_AGENCY:
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai, "mau": f"{shown.so}/UBND-VP"})
        elif right and not shown.nhom[0].startswith(right):
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai, "mau": f"{shown.so}/{right}-…"})


def sai_ma_quy_pham(text: str) -> Iterator[LoiChu]:
    """Yield the texts of law cited whose symbol is of another type: Nghị định số 126/2024/QĐ-CP."""
    for paper in _all(text):
        shown, right = paper.so_ky_hieu, _OF_LAW.get(paper.loai)
        if right and shown.nam and len(shown.nhom) > 1 and bo_dau(shown.nhom[0]).upper() not in map(bo_dau, right):
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai.lower(), "ma": right[0]})


def thieu_nam(text: str) -> Iterator[LoiChu]:
    """Yield the decrees and circulars cited whose number has no year."""
    for paper in _all(text):
        shown, old = paper.so_ky_hieu, paper.ngay is not None and paper.ngay.year < _YEARS_IN_NUMBERS
        if paper.loai in {"Nghị định", "Thông tư"} and shown.nam is None and len(shown.nhom) > 1 and not old:
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai.lower()})


def thua_nam(text: str) -> Iterator[LoiChu]:
    """Yield the administrative papers cited whose number has a year."""
    return (LoiChu(*one.cho_so, None) for one in vien_dan(text) if one.so_ky_hieu.nam and one.loai in _NEVER_LAW)


def nam_khac_ngay(text: str) -> Iterator[LoiChu]:
    """Yield the papers cited whose number has the year of another date than theirs.

    >>> [loi.gia_tri["nam"] for loi in nam_khac_ngay("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ")]
    ['2020']
    """
    for one in vien_dan(text):
        if one.so_ky_hieu.nam and one.ngay and one.so_ky_hieu.nam != one.ngay.year:
            yield LoiChu(*one.vi_tri, None, {"nam": str(one.so_ky_hieu.nam), "nam_ngay": str(one.ngay.year)})


_ONE_DIGIT = Pattern(r"(?<!\d)[1-9][/-]")


def thieu_so_khong(text: str) -> Iterator[LoiChu]:
    """Yield the papers cited whose number below 10 has no zero before it."""
    for one in vien_dan(text):
        start, end = one.cho_so
        if found := _ONE_DIGIT.search(text, start, end):
            yield LoiChu(start, end, f"{text[start : found.start()]}0{text[found.start() : end]}")


_SPACED = r"(?<=số )[0-9]{1,5} ?/ ?(?:[0-9]{4} ?/ ?)?[A-Z][A-Za-z]{0,5} ?[-–] ?[A-Z]{2}[A-Za-z]{0,9}(?:-[A-Z][A-Za-z]*)*"


def cach_chu(text: str) -> Iterator[LoiChu]:
    """Yield the numbers and symbols that have spaces, or a dash for a hyphen.

    >>> [loi.dung for loi in cach_chu("theo Kế hoạch số 12 /KH - UBND")]
    ['12/KH-UBND']
    """
    for found in bieu_thuc(_SPACED).finditer(text) if "/" in text else ():
        if re.search(r"[ –]", found[0]):
            yield LoiChu(*found.span(), re.sub(r" ?([/–-]) ?", r"\1", found[0]).replace("–", "-"))


_SYMBOL = r"(?<=[0-9]/)(?:(?:19|20)[0-9]{2}/)?(?P<ky_hieu>[A-Z]{1,4}[/–_-]?[A-Z]{2,12}(?:-[A-Za-z]+)*)(?![\w/])"
_MISSPELT = (
    (Pattern(r"_"), "-"), (Pattern(r"(?:ND|NÐ|NĐ)[/–-]?CP"), "NĐ-CP"), (Pattern(r"TT/(?=B)"), "TT-"), (Pattern(r"QD-"), "QĐ-"),
    (Pattern(r"(?<=-)(?:UBNĐ|UNBD|UBDN|UBN|UBD|UNND)(?![A-ZĐa-zđ])"), "UBND"),
    (Pattern(r"(?<=-)(?:HDND|HĐNĐ|HNĐD|HĐDN)(?![A-ZĐa-zđ])"), "HĐND"),
    (Pattern(r"TTG(?![A-ZĐ])"), "TTg"),
)  # fmt: skip
_LETTERS = r"(?<=số )(?=[0-9OolI]*[0-9])[0-9OolI]*[OolI][0-9OolI]*(?=/(?:[0-9]{4}/)?[A-Z])"


def viet_sai_ky_hieu(text: str) -> Iterator[LoiChu]:
    """Yield symbols that are spelt as no paper's: another letter, a stroke for a hyphen; letters among the digits of a number.

    >>> [loi.dung for loi in viet_sai_ky_hieu("Nghị định số 3O/2020/ND-CP và Quyết định số 12/QD-UBNĐ")]
    ['30', 'NĐ-CP', 'QĐ-UBND']
    """
    if not co_ky_hieu(text):
        return
    for found in bieu_thuc(_LETTERS).finditer(text):
        yield LoiChu(*found.span(), found[0].translate(str.maketrans("OolI", "0011")))
    for found in bieu_thuc(_SYMBOL).finditer(text):
        right = found["ky_hieu"]
        for wrong, meant in _MISSPELT:
            right = wrong.sub(meant, right)
        if right != found["ky_hieu"]:
            yield LoiChu(*found.span("ky_hieu"), right)

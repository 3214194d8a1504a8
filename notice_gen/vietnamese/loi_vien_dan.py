"""Slips in how a text cites papers: symbols that no paper of its type has, numbers without what belongs to them or with too much."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.chu_cai import bieu_thuc, bo_dau
from notice_gen.vietnamese.trich_dan import TrichDan, co_ky_hieu, cut_ngang, tim, vien_dan
from notice_gen.vietnamese.viet_tat import rut_gon

# Codes that no agency has for its own name.
_OF_PLANS = {("KH", "UBND"), ("KH", "HĐND"), ("HD", "UBND")}  # alone, KH may be an agency
_NO_AGENCY = frozenset({"QĐ", "NQ", "TTr", "TB", "BC", "BB", "CTr", "GM", "CĐ"})
# Nghị quyết, Quyết định, Chỉ thị may be texts of law, which have the year.
_NEVER_LAW = frozenset({"Kế hoạch", "Thông báo", "Báo cáo", "Tờ trình", "Công văn", "Công điện", "Chương trình", "Giấy mời", "Biên bản"})
_YEARS_IN_NUMBERS = 1997
_BY_HOUSE = {"Luật": ("QH",), "Bộ luật": ("QH",), "Pháp lệnh": ("UBTVQH",), "Nghị quyết": ("QH", "UBTVQH")}
_OF_ANOTHER = {
    "Quyết định": ("QĐ-CP", "QĐ-TTg"), "Chỉ thị": ("CT-CP", "CT-TTg"), "Công điện": ("CĐ-CP", "CĐ-TTg"), "Nghị quyết": ("NQ-TTG", "NQ-CP"),
}
"""What types of papers the one of Government and Prime Minister does not issue: its symbol in capitals, and the other's."""
_BARE_LAW = Pattern(r"\b(?P<loai>Bộ luật|Luật|Pháp lệnh) số:? (?P<so>[0-9]{1,3}/[\w/-]*\w)")
_TERMS = {10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}
"""The terms of the National Assembly and their years; in the last of one the next begins."""
_NO_MINISTRY = Pattern(r"(?:UBND|HĐND|HDND|CP|TTg|TW|QH\d*|UBTVQH\d*|S[A-ZĐ]{2,6}|NĐ|QĐ|TT|CT)(?:-|$)")
_OF_LAW = {
    "Nghị quyết": ("NQ", "NQLT"), "Nghị định": ("NĐ",), "Quyết định": ("QĐ",), "Thông tư": ("TT", "TTLT"), "Thông tư liên tịch": ("TTLT",),
    "Chỉ thị": ("CT",),
}


def _all(text: str) -> Iterator[TrichDan]:
    """Yield every paper named, those within another's subject too: no text of law has such a number, whoever quotes it."""
    return (one for one in tim(text) if not cut_ngang(text, one)) if co_ky_hieu(text) else iter(())


def sai_ma_loai(text: str) -> Iterator[LoiChu]:
    """Yield the papers cited whose symbol is of another type.

    >>> [loi.gia_tri["mau"] for loi in sai_ma_loai("Kế hoạch số 12/TB-UBND, Công văn số 12/BC-UBND, Công văn số 7/KH-UBND")]
    ['12/KH-…', '12/UBND-VP', '7/UBND-VP']
    """
    for paper in vien_dan(text):
        shown, right = paper.so_ky_hieu, rut_gon(paper.loai, "loai")
        if shown.nam or shown.dang or _of_firm(text, paper):
            continue
        if paper.loai == "Công văn" and len(shown.nhom) > 1 and (shown.nhom[0] in _NO_AGENCY or shown.nhom[:2] in _OF_PLANS):
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai, "mau": f"{shown.so}/UBND-VP"})
        elif right and not shown.nhom[0].startswith(right) and not any(_misshapen(text[slice(*paper.cho_so)])):
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai, "mau": f"{shown.so}/{right}-…"})


def sai_ma_quy_pham(text: str) -> Iterator[LoiChu]:
    """Yield the texts of law cited whose number ends as none of their type does: Nghị định số 126/2024/QĐ-CP, Luật số 72/2025/NĐ15.

    >>> [loi.gia_tri["ma"] for loi in sai_ma_quy_pham("Luật số 72/2025/NĐ15, Thông tư số 05/2025/BNV, Nghị định số 30/2020/NĐ-TTg")]
    ['TT-BNV', 'NĐ-CP', 'QH15']
    >>> [loi.gia_tri["ma"] for loi in sai_ma_quy_pham("Quyết định số 19/2025/QĐ-CP, Quyết định số 812/QĐ-CP ngày 05/01/2026")]
    ['QĐ-TTg', 'QĐ-TTg']
    >>> list(sai_ma_quy_pham("Luật số 72/2025/QH15, Nghị quyết số 76/2025/UBTVQH15, Nghị quyết số 12/2025/NQ-HĐND"))
    []
    """
    for paper in _all(text):
        shown, right = paper.so_ky_hieu, ""
        if shown.nam:
            right = _other_tail(paper.loai, shown.nhom, shown.nam)
        elif paper.ngay and not shown.dang:
            right = _of_another(paper.loai, shown.nhom, paper.ngay.year)
        if right:
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai.lower(), "ma": right})
    for found in _BARE_LAW.finditer(text) if ("uật số" in text or "lệnh số" in text) and co_ky_hieu(text) else ():
        year, _, tail = found["so"].partition("/")[2].rpartition("/")
        if year.isdigit() and (right := _other_tail(found["loai"], tuple(tail.split("-")), int(year))):
            yield LoiChu(*found.span(), None, {"loai": found["loai"].lower(), "ma": right})


def _other_tail(loai: str, groups: tuple[str, ...], year: int) -> str:
    """Return how the symbol of a text of law ends, or how it begins where the end is free; empty when these *groups* end so."""
    if other := _of_another(loai, groups, year):
        return other
    if loai in _BY_HOUSE and (loai != "Nghị quyết" or len(groups) == 1):
        return _house_tail(loai, "-".join(groups), year)
    if loai == "Nghị định":
        return _decree_tail("-".join(groups))
    return (_ministry_tail(groups) if loai == "Thông tư" else "") or _other_head(loai, groups)


def _of_another(loai: str, groups: tuple[str, ...], year: int) -> str:
    wrong, right = _OF_ANOTHER.get(loai, ("", ""))
    return right if "-".join(groups).upper() == wrong and year >= _YEARS_IN_NUMBERS else ""


def _house_tail(loai: str, tail: str, year: int) -> str:
    names, terms = _BY_HOUSE[loai], [term for term, (first, last) in _TERMS.items() if first <= year <= last]
    right = [f"{name}{term}" for name in names for term in terms]
    if not right or tail.removeprefix("PL-") in right:
        return ""
    if tail in {"NQ", "NQLT"}:
        return f"{tail} và tên cơ quan"
    return next((one for one in reversed(right) if one.rstrip(string.digits) in tail), right[0])


def _decree_tail(tail: str) -> str:
    return "" if tail in {"NĐ-CP", "NĐ-HĐBT"} or bo_dau(tail).upper() == "ND-CP" else "NĐ-CP"


def _ministry_tail(groups: tuple[str, ...]) -> str:
    if len(groups) > 1 and not _NO_MINISTRY.match("-".join(groups[1:])):
        return ""
    return f"TT-{groups[0]}" if len(groups) == 1 and not _NO_MINISTRY.match(groups[0]) else "TT và tên bộ"


def _other_head(loai: str, groups: tuple[str, ...]) -> str:
    heads = _OF_LAW.get(loai)
    return heads[0] if heads and len(groups) > 1 and bo_dau(groups[0]).upper() not in map(bo_dau, heads) else ""


def thieu_nam(text: str) -> Iterator[LoiChu]:
    """Yield the decrees and circulars cited whose number has no year."""
    for paper in _all(text):
        shown, old = paper.so_ky_hieu, paper.ngay is not None and paper.ngay.year < _YEARS_IN_NUMBERS
        if paper.loai in {"Nghị định", "Thông tư"} and shown.nam is None and len(shown.nhom) > 1 and not old:
            yield LoiChu(*paper.cho_so, None, {"loai": paper.loai.lower()})


def thua_nam(text: str) -> Iterator[LoiChu]:
    """Yield the administrative papers cited whose number has a year."""
    papers = (one for one in vien_dan(text) if one.so_ky_hieu.nam and one.loai in _NEVER_LAW)
    return (LoiChu(*one.cho_so, None) for one in papers if not _of_firm(text, one))


_FIRM = Pattern(r"(?i:công ty|tập đoàn|doanh nghiệp|hợp tác xã)\b")
_FIRM_ISSUES = Pattern(r"(?i:công ty|tập đoàn|doanh nghiệp|hợp tác xã)\b[^.;]{0,50} (?:ban hành|có|gửi)(?: \d+)? $")


def _of_firm(text: str, paper: TrichDan) -> bool:
    """Tell whether a paper is a firm's, which numbers its papers as it likes: its issuer is named behind it, or who issued it before."""
    before = text[max(paper.vi_tri[0] - 80, 0) : paper.vi_tri[0]]
    return _FIRM.match(paper.co_quan) is not None or _FIRM_ISSUES.search(before) is not None


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


_SPACED = (
    r"số (?<![Mm]ẫu số )(?<![Bb]iểu số )"
    r"(?P<doan>[0-9]{1,5} ?/ ?(?:[0-9]{4} ?/ ?)?[A-Z][A-Za-z]{0,5} ?[-–] ?[A-Z]{2}[A-Za-z]{0,9}(?:-[A-Z][A-Za-z]*)*)"
)


def cach_chu(text: str) -> Iterator[LoiChu]:
    """Yield the numbers and symbols that have spaces, or a dash for a hyphen.

    >>> [loi.dung for loi in cach_chu("theo Kế hoạch số 12 /KH - UBND")]
    ['12/KH-UBND']
    """
    for found in bieu_thuc(_SPACED).finditer(text) if "/" in text else ():
        if re.search(r"[ –]", found["doan"]):
            yield LoiChu(*found.span("doan"), re.sub(r" ?([/–-]) ?", r"\1", found["doan"]).replace("–", "-"))


_SYMBOL = r"[0-9]/(?:(?:19|20)[0-9]{2}/)?(?P<ky_hieu>[A-Z]{1,4}[/–_.-]?[A-Z]{2,12}(?:-[A-Za-z]+)*)(?![\w/])"
_MISSPELT = (
    (Pattern(r"[_.]"), "-"),
    (Pattern(r"^(TT|QĐ|KH|TB|BC|NQ|CT|PA|HD|GM)/"), r"\1-"),
    (Pattern(r"(?:ND|NÐ|NĐ)[/–-]?CP"), "NĐ-CP"), (Pattern(r"QD-"), "QĐ-"),
    (Pattern(r"(?<=-)(?:UBNĐ|UNBD|UBDN|UBN|UBD|UNND)(?![A-ZĐa-zđ])"), "UBND"),
    (Pattern(r"(?<=-)(?:HDND|HĐNĐ|HNĐD|HĐDN)(?![A-ZĐa-zđ])"), "HĐND"),
    (Pattern(r"(?<![^\W\d_])TTG(?![A-ZĐ])"), "TTg"),
)  # fmt: skip
_YEAR_ELSEWHERE = (
    r"số (?P<so>[0-9]{1,5})(?:/(?P<sau>(?:NĐ|QĐ|TT|TTLT|NQ|CT)-[A-Z][A-Za-z]+)/(?P<nam_sau>20[0-9]{2})"
    r"|[-.](?P<nam>20[0-9]{2})[/.-](?P<ky_hieu>(?:NĐ|QĐ|TT|TTLT|NQ|CT)-[A-Z][A-Za-z]+)|/(?P<nam_2>20[0-9]{2})[-.](?P<ky_hieu_2>(?:NĐ|QĐ|TT|TTLT|NQ|CT)-[A-Z][A-Za-z]+))(?![\w/])"
)
_OF_PARTY = r"số (?P<so>[0-9]{1,4})(?:-(?P<loai>[A-Z][A-Za-z]{1,3})[-.]|/(?P<loai_2>NQ|CT|KL|QyĐ|HD)-)(?P<ai>TW|TU|BBT|BCT)(?![\w/])"
_LETTERS = r"số (?=[0-9OolI]*[0-9])(?P<so>[0-9OolI]*[OolI][0-9OolI]*)(?=/(?:[0-9]{4}/)?[A-Z])"


_CODES = ("NĐ", "QĐ", "NQ", "TT", "CT", "KH", "TB", "BC", "TTr", "HD", "BB", "CĐ", "GM", "PA", "ĐA", "CTr", "QC", "QyĐ")
_TYPES = {code.upper(): code for code in _CODES}
_OFTEN_CITED = {name.upper(): name for name in ("CP", "TTg", "UBND", "HĐND")}
_SHAPED = Pattern(
    r"(?i)\bsố:? (?P<doan>(?P<so>\d{1,5})(?:(?:/{1,2}|[ -])(?P<nam>(?:19|20)\d\d|\d\d(?=/)))?"
    rf"(?:/{{1,2}}|[ -])?(?P<loai>{'|'.join(_TYPES)})"
    rf"(?:[ /]|-{{0,2}})(?P<ai>{'|'.join(_OFTEN_CITED)}|(?-i:S[A-ZĐ]{{2,5}})))(?![\w/-])"
)
_SMALL_ISSUER = Pattern(r"(?i)\bsố:? \d{1,5}/(?P<doan>UBND|HĐND)(?=-[^\W\d_]{2})")
_THIS_CENTURY = 45  # a decree of 46 is one of 1946


def _misshapen(text: str) -> Iterator[LoiChu]:
    """Yield numbers and symbols of those cited oftenest that lack a mark or have another, small letters, half a year, a zero too many.

    >>> [loi.dung for loi in _misshapen("số 12 kh-ubnd, số 30/20/NĐ-CP, số 030/2020/NĐ-CP, số 12//KHUBND, số 12/KH-UBND, số 05/Ubnd-NC")]
    ['12/KH-UBND', '30/2020/NĐ-CP', '30/2020/NĐ-CP', '12/KH-UBND', 'UBND']
    """
    for found in _SHAPED.finditer(text):
        if not found["nam"] and not re.search(r"[/-]", found["doan"]):
            continue  # “số 12 CT UBND xã”: words
        number, year = found["so"], found["nam"] or ""
        if len(year) == 2:
            year = f"{19 if int(year) > _THIS_CENTURY else 20}{year}"
        if year:
            number = f"{int(number):02d}"
        symbol = f"{_TYPES[found['loai'].upper()]}-{_OFTEN_CITED.get(found['ai'].upper(), found['ai'])}"
        right = "/".join(filter(None, (number, year, symbol)))
        if right != found["doan"]:
            yield LoiChu(*found.span("doan"), right)
    for found in _SMALL_ISSUER.finditer(text):
        if not found["doan"].isupper():
            yield LoiChu(*found.span("doan"), found["doan"].upper())


def _of_party(text: str) -> Iterator[LoiChu]:
    for found in bieu_thuc(_OF_PARTY).finditer(text) if "số " in text else ():
        # “17/CT-BCT”: BCT is Bộ Công Thương too, which has directives and guides of its own.
        if found["loai_2"] in {"CT", "HD"} and found["ai"] == "BCT" and "Bộ Chính trị" not in text[found.end() : found.end() + 80]:
            continue
        yield LoiChu(found.start("so"), found.end(), f"{found['so']}-{found['loai'] or found['loai_2']}/{found['ai']}")


def viet_sai_ky_hieu(text: str) -> Iterator[LoiChu]:
    """Yield symbols that are spelt as no paper's: another letter, a stroke for a hyphen; letters among the digits of a number.

    >>> [loi.dung for loi in viet_sai_ky_hieu("Nghị định số 3O/2020/ND-CP và Quyết định số 12/QD-UBNĐ")]
    ['30', 'NĐ-CP', 'QĐ-UBND']
    """
    for found in bieu_thuc(_YEAR_ELSEWHERE).finditer(text) if "số " in text else ():
        year, symbol = found["nam_sau"] or found["nam"] or found["nam_2"], found["sau"] or found["ky_hieu"] or found["ky_hieu_2"]
        yield LoiChu(found.start("so"), found.end(), f"{found['so']}/{year}/{symbol}")
    yield from _of_party(text)
    if not co_ky_hieu(text):
        return
    for found in bieu_thuc(_LETTERS).finditer(text):
        yield LoiChu(*found.span("so"), found["so"].translate(str.maketrans("OolI", "0011")))
    for found in bieu_thuc(_SYMBOL).finditer(text):
        right = found["ky_hieu"]
        for wrong, meant in _MISSPELT:
            right = wrong.sub(meant, right)
        if right != found["ky_hieu"]:
            yield LoiChu(*found.span("ky_hieu"), right)


def vien_dan_viet_sai(text: str) -> Iterator[LoiChu]:
    """Yield the slips in numbers and symbols of papers cited, each once: what :func:`viet_sai_ky_hieu` sees, and whole ones out of shape.

    >>> [loi.dung for loi in vien_dan_viet_sai("Nghị định số 30-2020/nđ-cp và Quyết định số 12/QD-UBNĐ")]
    ['30/2020/NĐ-CP', 'QĐ-UBND']
    """
    for slip in _misshapen(text) if "ố" in text else ():
        yield slip
        text = text[: slip.tu] + "·" * (slip.den - slip.tu) + text[slip.den :]
    yield from viet_sai_ky_hieu(text)

"""Slips in quantities: ranges turned round, one measure in two units that differ, letters among figures.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.facts import Pattern, Phrases
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.con_so import BAC_TIEN

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)"
_UNIT = rf"%| (?:(?:{'|'.join(BAC_TIEN)})(?: đồng)?|{{dem_duoc}}|{{luong_trong_khoang}})"
_SO = _NUMBER.replace("{", "{{").replace("}", "}}")
_RANGE = Phrases(rf"\b[Tt]ừ (?P<tu>{_SO})(?P<dv>{_UNIT})? (?:đến|tới|-|–)(?: dưới)? (?P<den>{_SO})(?P<dv_2>{_UNIT})(?!\w)")
# “mưa phổ biến 400 - 250 mm”; what a noun numbers is none: “Quý 3 - 2%”.
_BETWEEN = Pattern(
    rf"(?:^|(?P<truoc>[^\W\d_]+)[ (])(?P<doan>(?P<tu>{_NUMBER}) ?[-–] ?(?P<den>{_NUMBER}) ?"
    r"(?:%|mm|cm|m|kg|tấn|tạ|ha|m2|m²|°C|độ|tuổi|(?:triệu|tỷ) đồng))(?!\w)(?! ?[=+–-])"
)
_NUMBERED = frozenset({
    "quý", "số", "tháng", "năm", "ngày", "điều", "khoản", "mục", "điểm", "lần", "đợt", "tuần", "nhóm", "loại", "cấp", "hạng", "vùng", "lớp",
    "thôn", "tổ", "phường", "khu", "khoảnh", "lô", "thửa", "tờ", "kỳ",
})  # fmt: skip
# What falls ends below where it began.
_FALLS = Phrases(r"\b{chieu_xuong}\b[^.;]*$", re.IGNORECASE)
_PLAIN = 100  # “từ 800 đến 1 triệu đồng”: nghìn is left out in speech


def khoang_nguoc(text: str) -> Iterator[LoiChu]:
    """Yield the ranges of counted things whose end is below their beginning; kilometres and house numbers run either way.

    >>> turned = ("trồng từ 45 đến 12 cây", "giảm từ 45 đến 12 hộ", "mưa 400 - 250 mm")
    >>> [text[loi.tu : loi.den] for text in turned for loi in khoang_nguoc(text)]
    ['từ 45 đến 12 cây', '400 - 250 mm']
    """
    for found in _RANGE.finditer(text):
        begin, end = (found["dv"] or found["dv_2"]).split()[0], found["dv_2"].split()[0]
        in_full = found["dv"] or end not in BAC_TIEN or end == "đồng" or _value(found["tu"]) < _PLAIN
        if in_full and (begin == end or {begin, end} <= BAC_TIEN.keys()):
            turned = _value(found["tu"]) * BAC_TIEN.get(begin, 1) > _value(found["den"]) * BAC_TIEN.get(end, 1)
            if turned and not _falls(text, found.start()):
                yield LoiChu(*found.span(), None)
    if "-" in text or "–" in text:
        yield from _turned_round_a_dash(text)


def _turned_round_a_dash(text: str) -> Iterator[LoiChu]:
    for found in _BETWEEN.finditer(text):
        turned = _value(found["tu"]) > _value(found["den"]) and (found["truoc"] or "").lower() not in _NUMBERED
        if turned and not _falls(text, found.start("doan")):
            yield LoiChu(*found.span("doan"), None)


def _falls(text: str, at: int) -> bool:
    """Tell whether the words before a place speak of something that falls."""
    return _FALLS.search(text[max(at - 80, 0) : at]) is not None


def _value(shown: str) -> Decimal:
    return Decimal(shown.replace(".", "").replace(",", "."))


_MEASURES = ({"mm": 1, "cm": 10, "m": 1000, "mét": 1000, "km": 10**6}, {"m2": 1, "m²": 1, "ha": 10**4, "km2": 10**6, "km²": 10**6},
             {"g": 1, "kg": 1000, "yến": 10**4, "tạ": 10**5, "tấn": 10**6}, BAC_TIEN)  # fmt: skip
DON_VI_DO = frozenset(unit for units in _MEASURES for unit in units)
"""The units in which a measure is said twice."""
_ANY = "|".join(sorted(sorted(DON_VI_DO), key=len, reverse=True))  # in one order in every run, so that it is compiled once
_SAME = r"(?:tương đương(?: với)?|tức(?: là)?|quy đổi(?: ra)?|hay|bằng)(?: khoảng| gần)?"
_TWICE = Pattern(
    rf"(?<![0-9.,/])(?P<mot>{_NUMBER}) ?(?P<dv>{_ANY})(?: đồng)?(?!\w)(?: [a-zà-ỹđ]+){{0,2}}?(?: \((?:{_SAME} )?|,? {_SAME} )"
    rf"(?P<hai>{_NUMBER}) ?(?P<dv_2>{_ANY})(?: đồng)?(?!\w)(?!/)"
)
_ROUNDED = Decimal("1.2")


def hai_don_vi(text: str) -> Iterator[LoiChu]:
    """Yield a measure said in two units that are far from each other; what is rounded is not.

    >>> [text[loi.tu : loi.den] for text in ("dài 1,2 m (1.200 km)", "dài 1,2 km (1.200 m)") for loi in hai_don_vi(text)]
    ['1,2 m (1.200 km']
    """
    for found in _TWICE.finditer(text):
        units = next((units for units in _MEASURES if {found["dv"], found["dv_2"]} <= units.keys()), None)
        if units is None or found["dv"] == found["dv_2"] or ("(" in found[0] and text[found.end() : found.end() + 1] != ")"):
            continue
        one, two = _value(found["mot"]) * units[found["dv"]], _value(found["hai"]) * units[found["dv_2"]]
        if max(one, two) > min(one, two) * _ROUNDED:
            yield LoiChu(*found.span(), None)


_MIXED = Phrases(
    r"(?<![\w.,/&-])(?:(?P<o>[1-9][0-9.,]*[Oo][0-9Oo.,]*(?<![.,]))(?!\w|/(?:[0-9]{{4}}/)?[A-ZĐ])"
    r"|(?<=thứ )(?P<lm>[IVX]{{1,5}}l+)(?![\w])"
    r"|(?P<l>(?=[lI0-9]*[lI])(?=[lI0-9]*[0-9])[lI0-9]{{2,6}}) (?={dem_duoc}|{luong_trong_khoang}|{viec_dem}))"
)
_LOOKS_MIXED = Pattern(r"[0-9.,][OolI]|[lI][0-9]|[IVX]l")
_MEANT = str.maketrans("OolI", "0011")


def chu_lan_so(text: str) -> Iterator[LoiChu]:
    """Yield the numbers in which a letter stands for a figure that looks like it.

    >>> [loi.dung for loi in chu_lan_so("tổ chức 7l hội nghị, 1.2OO hộ; xe chở 5l nước")]
    ['71', '1.200']
    """
    for found in _MIXED.finditer(text) if _LOOKS_MIXED.search(text) else ():
        group = found.lastgroup or "l"
        yield LoiChu(*found.span(group), found[group].replace("l", "I") if group == "lm" else found[group].translate(_MEANT))

"""Arithmetic written out in a text: ``103/322 hồ sơ đạt tỷ lệ 32%``, ``310 + 12 = 322``.

A clerk types such figures by hand, and they survive from last year's notice; here they are worked out again.
Only what is unmistakable is judged: a fraction and the percentage said of it in the same clause, and a
sum or difference with its result.  Dates (``23/4/2024``) and numbers of documents (``12/TB-UBND``) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import Any

from notice_gen.facts import Pattern
from notice_gen.vietnamese.ca_the import gia_tri, thap_phan
from notice_gen.vietnamese.con_so import BAC, so, ty_le

_INTEGER = r"\d{1,3}(?:\.\d{3})+|\d+"
_NUMBER = rf"(?:{_INTEGER})(?:,\d+)?"
# A ratio and its percentage, around the slash: only few texts with a slash have one.
_BEFORE_SLASH = re.compile(rf"(?<![\d/.,])({_NUMBER})\s?\Z")
# "95% hộ": no share of what stands before.
_OF_OTHERS = re.compile(r" (?:số |tổng số )?(?:hộ|dân|người|kế hoạch|chỉ tiêu|dự toán|diện tích|vốn)\b")
# But "120/150 ha, bằng 80% kế hoạch": what is measured is the plan's own, unless that is of another time.
_MEASURED = re.compile(
    r" ?(?:ha|km|m\d|m²|m³|kg|tấn|tạ|(?:tỷ|tỉ|triệu|nghìn|ngàn) đồng|đồng)(?: [^\W\d_]+){0,3},? ?\(?"
    r"(?:đạt|bằng)(?: tỷ lệ| tỉ lệ)? ",
    re.IGNORECASE,
)
_OF_ITS_PLAN = re.compile(r" (?:kế hoạch|chỉ tiêu|dự toán)(?! (?:cả |của |theo |từng )?(?:năm|vụ|quý|tháng|giai đoạn|nhiệm kỳ)\b)")
_OF_AN_AGE = r"(?<= )\d{1,2}(?= (?:tháng )?tuổi\b)"  # “9.450/10.000 trẻ dưới 01 tuổi”
_AFTER_SLASH = re.compile(rf"\s?({_NUMBER})(?![\d/]|[.,]\d)((?:[^\d%;:.!?]|{_OF_AN_AGE}){{0,120}}+)({_NUMBER})\s?%")
_NEAR = 80  # characters; further on the words that say it stand by themselves behind the one comma
_SAYING = 3
_OF_ANOTHER = (", trong đó ", ", riêng ", ", còn lại ", ", ngoài ra ", ", đồng thời ")
_NO_RATIO = ("ngày", "tháng", "hết", "đến", "từ", "sáng", "chiều", "tối", "lớp", "khóa", "thửa", "tờ", "hoạch", "gần", "hơn", "khoảng")
"""What makes a day, a class, a number or a rough share of what looks like a ratio."""
_LONGEST = 100  # characters of a figure
_SAID_OF_IT = re.compile(r"(?:tỷ lệ|tỉ lệ|đạt|chiếm|bằng|tương đương|=|\()\s*(?:là|khoảng)?\s*$", re.IGNORECASE)
_SAID = ("tỷ lệ", "đạt", "chiếm", "bằng", "(")  # the commonest ends of what that finds, found in a tenth of the time
# It begins where no sum is under way: else a long one is read again from each of its terms.
_SUM = re.compile(
    rf"(?<![\d/.,+\-–−])(?<!\d\s[+–−-]\s)(?<!\d[+–−-]\s)({_NUMBER}(?:\s?[+–−-]\s?{_NUMBER})+)\s?=\s?({_NUMBER})(?![\d/%]|[.,]\d)"
)
# “đạt tỷ lệ 95% (520/610 hồ sơ)”: no growth, and no part of a plan.
_SHARE_FIRST = Pattern(
    rf"\b(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)?(?: là)? (?P<ty_le>{_NUMBER})\s?%,? ?"
    rf"\((?P<mot>{_NUMBER})\s?/\s?(?P<hai>{_NUMBER})(?![\d/]|[.,]\d)"
    r" (?!năm\b)[^\W\d_]+(?: [^\W\d_]+){0,4}\)", re.IGNORECASE,
)
_BEFORE_A_RATIO = ("% (", "%(", "%, (", "%,(")
_FACTORS = rf"{_NUMBER}(?![\d.,/%])(?: ?[^\W\d_]+(?: [^\W\d_]+)?)?(?:/[^\W\d_]+(?: [^\W\d_]+)?)*"
_PRODUCT = Pattern(
    rf"(?<![\d/.,+–−=*×-])(?<![*×xX=+–−/-] )(?P<thua>{_FACTORS}(?: ?[×*] ?| [xX] ){_FACTORS}(?:(?: ?[×*] ?| [xX] ){_FACTORS}){{0,3}}) = "
    rf"(?P<tich>{_NUMBER})(?![\d/%]|[.,]\d)(?: (?P<dv>nghìn|ngàn|triệu|tỷ|tỉ)\b)?(?! ?[-+–−x×*/] ?\d)"
)
_FACTOR = re.compile(rf"(?:^|[×*] ?| [xX] )({_NUMBER})(?: ?(nghìn|ngàn|triệu|tỷ|tỉ)\b)?")
_TERM = re.compile(rf"([+–−-]?)\s?({_NUMBER})")


def sai_so_hoc(text: str) -> Iterator[tuple[str, str]]:
    """Yield each piece of written arithmetic that does not hold, and what it should come to.

    >>> list(sai_so_hoc("trực tuyến 103/322 hồ sơ đạt tỷ lệ 32%; 310 + 12 = 322"))
    []
    >>> list(sai_so_hoc("ký số 136/273 văn bản (đạt 48,9%)"))
    [('136/273 văn bản (đạt 48,9%', '49,8%')]
    >>> list(sai_so_hoc("giải ngân 11,2/15,6 tỷ đồng, đạt 81,7%"))
    [('11,2/15,6 tỷ đồng, đạt 81,7%', '71,8%')]
    >>> list(sai_so_hoc("500 cây x 20.000 đồng = 1.000.000 đồng; 03 người × 2 ngày × 0,1 triệu đồng/ngày = 0,6 triệu đồng"))
    [('500 cây x 20.000 đồng = 1.000.000', '10.000.000')]
    >>> list(sai_so_hoc("310 + 13 = 322"))
    [('310 + 13 = 322', '323')]
    """
    for found, part, whole, between, said in _ratios(text) if "%" in text else ():
        if whole and _is_said_of_it(between):
            shown = len(said.partition(",")[2])
            if (2 * part * 100 * 10**shown + whole) // (2 * whole) != _digits(said):  # half up, in units of the last decimal shown
                yield found, ty_le(thap_phan(part), thap_phan(whole), max(shown, 1))
    yield from _shares_first(text) if "%" in text and "/" in text else ()
    yield from _products(text) if "=" in text else ()
    for added in _SUM.finditer(text) if "=" in text else ():
        total = sum((-gia_tri(n) if sign in ("-", "–", "−") else gia_tri(n)) for sign, n in _TERM.findall(added[1]))
        if total != gia_tri(added[2]):
            yield added[0], so(Decimal(total.numerator) / total.denominator)


def _shares_first(text: str) -> Iterator[tuple[str, str]]:
    """Yield the shares that the ratio in the brackets behind them does not have.

    >>> list(_shares_first("đạt tỷ lệ 95% (520/610 hồ sơ); đạt 85,2% (520/610 hồ sơ)"))
    [('đạt tỷ lệ 95% (520/610 hồ sơ)', '85,2%')]
    """
    for found in _SHARE_FIRST.finditer(text) if any(map(text.__contains__, _BEFORE_A_RATIO)) else ():
        part, whole, decimals = gia_tri(found["mot"]), gia_tri(found["hai"]), len(found["ty_le"].partition(",")[2])
        if whole and (2 * part * 100 * 10**decimals + whole) // (2 * whole) != _digits(found["ty_le"]):
            yield found[0], ty_le(thap_phan(part), thap_phan(whole), max(decimals, 1))


def _products(text: str) -> Iterator[tuple[str, str]]:
    """Yield the products written out that do not come out."""
    for times in _PRODUCT.finditer(text):
        product = prod(gia_tri(n) * BAC.get(unit, 1) for n, unit in _FACTOR.findall(times["thua"]))
        scale = BAC.get(times["dv"] or "", 1)
        if product != gia_tri(times["tich"]) * scale:
            yield times[0], so(Decimal(product.numerator) / product.denominator / scale)


def _ratios(text: str) -> Iterator[tuple[str, Any, Any, str, str]]:
    """Yield each ratio with the percentage that follows it: both as they stand, its parts, what stands between, the percentage."""
    slash = text.find("/")
    done = 0
    while slash >= 0:
        after = _AFTER_SLASH.match(text, slash + 1)
        before = after and _BEFORE_SLASH.match(text, _figure_before(text, slash, done), slash)
        if after and before and not _is_no_ratio(text, before.start()) and not _is_of_others(text, after):
            done = after.end()
            yield text[before.start() : done], gia_tri(before[1]), gia_tri(after[1]), after[2], after[3]
        slash = text.find("/", max(slash + 1, done))


def _is_said_of_it(between: str) -> bool:
    """Tell whether what stands between a ratio and a percentage says that the one is the other."""
    if (not between.rstrip().endswith(_SAID) and not _SAID_OF_IT.search(between)) or any(word in between for word in _OF_ANOTHER):
        return False
    return len(between) <= _NEAR or (between.count(",") == 1 and len(between.partition(",")[2].split()) <= _SAYING)


def _is_of_others(text: str, after: re.Match[str]) -> bool:
    """Tell whether a share is of what stands behind it, not of the whole before it."""
    of_plan = _OF_ITS_PLAN.match(text, after.end()) and _MEASURED.fullmatch(after[2])
    return _OF_OTHERS.match(text, after.end()) is not None and not of_plan


def _is_no_ratio(text: str, start: int) -> bool:
    """Tell whether the word before the figure that begins at *start*, with a space at most between them, makes no ratio of it."""
    before = text[max(start - 12, 0) : start].removesuffix(" ").lower()
    return before.endswith(_NO_RATIO) and re.search(r"\w*\Z", before)[0] in _NO_RATIO  # type: ignore[index]  # which always matches


def _figure_before(text: str, slash: int, done: int) -> int:
    """Return where the figure begins that may stand before a slash, a space between them at most."""
    first, begin = max(slash - _LONGEST, done), slash - text[slash - 1 : slash].isspace()
    while begin > first and (text[begin - 1].isdecimal() or text[begin - 1] in ".,"):
        begin -= 1
    return begin


def _digits(shown: str) -> int | Fraction:
    """Return a number without its marks: ``48,9`` is 489."""
    return gia_tri(shown.replace(",", ""))

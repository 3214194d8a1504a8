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

from notice_gen.vietnamese.con_so import so, ty_le

_INTEGER = r"\d{1,3}(?:\.\d{3})+|\d+"
_NUMBER = rf"(?:{_INTEGER})(?:,\d+)?"
_RATIO = re.compile(
    rf"(?<![\d/.,])({_INTEGER})\s?/\s?({_INTEGER})(?![\d/]|[.,]\d)"
    rf"(?P<between>[^\d%;:.!?]{{0,80}}?)(?P<percent>{_NUMBER})\s?%"
)
_SAID_OF_IT = re.compile(r"(?:tỷ lệ|tỉ lệ|đạt|chiếm|bằng|tương đương|=|\()\s*(?:là|khoảng)?\s*$", re.IGNORECASE)
_SUM = re.compile(rf"(?<![\d/.,+\-–−])({_NUMBER}(?:\s?[+–−-]\s?{_NUMBER})+)\s?=\s?({_NUMBER})(?![\d/%]|[.,]\d)")
_TERM = re.compile(rf"([+–−-]?)\s?({_NUMBER})")


def sai_so_hoc(text: str) -> Iterator[tuple[str, str]]:
    """Yield each piece of written arithmetic that does not hold, and what it should come to.

    >>> list(sai_so_hoc("trực tuyến 103/322 hồ sơ đạt tỷ lệ 32%; 310 + 12 = 322"))
    []
    >>> list(sai_so_hoc("ký số 136/273 văn bản (đạt 48,9%)"))
    [('136/273 văn bản (đạt 48,9%', '49,8%')]
    >>> list(sai_so_hoc("310 + 13 = 322"))
    [('310 + 13 = 322', '323')]
    """
    for found in _RATIO.finditer(text) if "%" in text and "/" in text else ():
        part, whole, said = _digits(found[1]), _digits(found[2]), found["percent"]
        if whole and _SAID_OF_IT.search(found["between"]):
            shown = len(said.partition(",")[2])
            if (2 * part * 100 * 10**shown + whole) // (2 * whole) != _digits(said):  # half up, in units of the last decimal shown
                yield found[0], ty_le(part, whole, max(shown, 1))
    for found in _SUM.finditer(text) if "=" in text else ():
        total = sum((-_value(n) if sign in ("-", "–", "−") else _value(n)) for sign, n in _TERM.findall(found[1]))
        if total != _value(found[2]):
            yield found[0], so(Decimal(total.numerator) / total.denominator)


def _value(shown: str) -> Fraction:
    return Fraction(shown.replace(".", "").replace(",", "."))


def _digits(shown: str) -> int:
    """Return a number without its marks: ``48,9`` is 489."""
    return int(shown.replace(".", "").replace(",", ""))

"""What expressions reckon with and print: exact arithmetic, the office's filters, values as an office writes them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from notice_gen import vietnamese
from notice_gen.expressions import bounds

BLANK = "…"
"""What a draft prints where it has no number or date yet."""
_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod,
}  # fmt: skip


@cache
def filters() -> Mapping[str, Callable[..., Any]]:
    """Return the office's filters by their names; they take and make no more than a page holds."""
    return {name: bounds.bounded(function, blank=BLANK) for name, function in vietnamese.FILTERS.items()}


def exact(digits: str) -> Decimal:
    """Return a literal such as 98.7 in decimals; raises TooMuchError for more digits than can be printed."""
    return bounds.figure(Decimal(digits))  # type: ignore[no-any-return]


def show(value: Any) -> str:
    """Print a value as an office writes it.

    >>> [show(v) for v in (4, 1250, Decimal("98.5"), date(2024, 6, 28), "xã A", None)]
    ['04', '1.250', '98,5', '28/6/2024', 'xã A', '…']
    """
    if type(value) is int:  # the commonest by far
        return vietnamese.so_dem(value)
    if isinstance(value, str):
        return value
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, int):
        return vietnamese.so_dem(value)
    if isinstance(value, Fraction):  # a quotient without end, such as 1/3
        return vietnamese.so(round(Decimal(value.numerator) / value.denominator, 2))
    if isinstance(value, Decimal):
        return vietnamese.so(value)
    if isinstance(value, date):
        return vietnamese.ngay(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(show, value))
    return str(value)


def arithmetic(sign: str, left: Any, right: Any) -> Any:
    """Return what *sign* makes of two figures, exactly; raises TypeError for what is no figure, ZeroDivisionError when the second is 0."""
    if type(left) is int and type(right) is int and sign in {"+", "-", "*"}:  # whole numbers stay whole
        return bounds.figure(_OPERATORS[sign](bounds.figure(left), bounds.figure(right)))
    if isinstance(left, date) and isinstance(right, date) and sign == "-":
        return (left - right).days
    a, b = _exact(left), _exact(right)
    if sign not in _OPERATORS:
        raise TypeError(sign)
    value = bounds.figure(_OPERATORS[sign](a, b))
    if value.denominator == 1 and not isinstance(left, Decimal) and not isinstance(right, Decimal):
        return int(value)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact if Fraction(exact) == value else value


def _exact(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction | float):
        raise TypeError(type(value).__name__)
    # A literal such as 0.5 reaches us as a float; its shortest spelling is what was typed.
    return Fraction(bounds.figure(Decimal(repr(value)) if isinstance(value, float) else value))

"""Figures as an office writes them: counts, decimals, percentages, money, Roman numerals.

The decree leaves figures in running text to practice (nothing in Phụ lục I); the marks are those of
Luật Kế toán, Điều 10-11: a dot between thousands, a comma before decimals.  Everything is computed
from exact numbers; a binary float counts as the decimal that Python spells for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from notice_gen.errors import N_, Problem


class GiaTriSai(ValueError):  # noqa: N818 - a fault of the value, in the words of this package
    """A ValueError that knows why.

    Attributes:
        problem: message and hint for the clerk; they may name the expression as ``{code}``.
    """

    def __init__(self, reason: str, message: str, hint: str, **values: object) -> None:
        super().__init__(reason)
        self.problem = Problem(message, hint, values)


Number: TypeAlias = int | Decimal | Fraction | float
"""What a figure may be: exact, or a float standing for its shortest spelling."""

BAC: Mapping[str, int] = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
"""What the words behind a large figure multiply it by, both spellings of each."""
BAC_TIEN: Mapping[str, int] = {**BAC, "đồng": 1}
"""The same of money."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ENDLESS_DECIMALS = 2
_LONGEST = 100  # digits on either side of the comma: a figure of an office has fewer, and 1e999999999 would never end
_WRITTEN = r"([-−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?"


def exact(x: Number) -> Fraction:
    """Return *x* as a fraction, a float by its shortest spelling.

    Raises:
        TypeError: *x* is no number (a truth value is none).
        ValueError: *x* is infinite, not a number, or of more than 100 digits on one side of the comma.

    >>> exact(0.1), exact(Decimal("98.70"))
    (Fraction(1, 10), Fraction(987, 10))
    """
    if isinstance(x, bool) or not isinstance(x, int | Decimal | Fraction | float):
        raise TypeError(f"not a number: {x!r}")
    if isinstance(x, float):
        x = Decimal(repr(x))
    if isinstance(x, Decimal) and not (x.is_finite() and int(x.as_tuple().exponent) >= -_LONGEST and x.adjusted() <= _LONGEST):
        raise ValueError(f"not a number that can be written: {x!r}")
    return Fraction(x)


def whole(n: Number) -> int:
    """Return *n* as an integer.  Raises ValueError: *n* has decimals."""
    if type(n) is int:
        return n
    value = exact(n)
    if value.denominator != 1:
        raise ValueError(f"not a whole number: {n!r}")
    return value.numerator


def so_van_ban(n: int) -> str:
    """Return a document's number: two digits at least, never a thousands dot (Phụ lục I, mục II.3).

    >>> so_van_ban(4), so_van_ban(1999)
    ('04', '1999')
    """
    if whole(n) < 1:
        raise GiaTriSai(
            f"a document's number begins at 1: {n!r}", N_("“{code}”: số văn bản bắt đầu từ 1; ở đây là {so}."),
            N_("Xem lại số liệu, hoặc bỏ bộ lọc so_van_ban."), so=n,
        )
    return f"{whole(n):02d}"


def so_dem(n: Number, *, dem_0: bool = True) -> str:
    """Return a count: 1-9 with a leading zero, thousands with a dot (practice).

    Percentages, money and identifiers have functions of their own and are never padded.

    Args:
        n: a whole number.
        dem_0: False leaves 1-9 without the zero.

    >>> [so_dem(n) for n in (0, 4, 322, 1250, -4)]
    ['0', '04', '322', '1.250', '-4']
    >>> so_dem(4, dem_0=False)
    '4'
    """
    if type(n) is not int:
        n = whole(n)
    return f"0{n}" if dem_0 and 0 < n < 10 else _group(n)


def so(x: Number, *, le: int | None = None) -> str:
    """Return a number with its decimals, never padded at the left.

    Args:
        x: the number.
        le: decimals shown, rounded half up; None shows those the number has (two for a fraction without end), without closing zeros.

    >>> so(Decimal("1250.50")), so(4), so(Fraction(1, 3)), so(Decimal("1250.5"), le=2), so(Decimal("-0.5"), le=0)
    ('1.250,5', '4', '0,33', '1.250,50', '-1')
    """
    if type(x) is int and le is None:
        return _group(x)
    value = exact(x)
    digits = _fixed(value.numerator, value.denominator, _decimals(value) if le is None else le)
    return _bare(digits) if le is None else digits


def ty_le(part: Number, total: Number, le: int = 1) -> str:
    """Return *part* of *total* in percent: half up, without ``,0``, no space before ``%`` (practice).

    Args:
        part: the figure compared.
        total: the figure it is a part of.
        le: decimals at most.

    Raises ZeroDivisionError: *total* is 0.

    >>> ty_le(306, 310), ty_le(103, 322), ty_le(136, 273), ty_le(1, 3, 2)
    ('98,7%', '32%', '49,8%', '33,33%')
    """
    if type(part) is int and type(total) is int and total > 0:  # the commonest figures, without fractions
        return _bare(_fixed(part * 100, total, le)) + "%"
    return phan_tram(exact(part) / exact(total) * 100, le)


def phan_tram(x: Number, le: int = 1) -> str:
    """Return a figure that is already in percent, half up, without ``,0``.

    >>> phan_tram(Decimal("98.70")), phan_tram(100), phan_tram(Decimal("0.05"))
    ('98,7%', '100%', '0,1%')
    """
    value = exact(x)
    return _bare(_fixed(value.numerator, value.denominator, le)) + "%"


def tien(n: Number, don_vi: str = "đồng") -> str:
    """Return an amount of money.

    Args:
        n: the amount, in *don_vi*.
        don_vi: the unit written after it, such as ``triệu đồng``.

    >>> tien(1250000), tien(Decimal("12.5"), "tỷ đồng")
    ('1.250.000 đồng', '12,5 tỷ đồng')
    """
    return do_luong(n, don_vi)


def do_luong(x: Number, don_vi: str) -> str:
    """Return a measure with its unit: a space before the unit, none before ``%`` and degrees.

    >>> do_luong(Decimal("1250.5"), "ha"), do_luong(25, "°C"), do_luong(5, "km²")
    ('1.250,5 ha', '25°C', '5 km²')
    """
    return so(x) + ("" if don_vi.startswith(("%", "°")) else " ") + don_vi


def doc_so(text: str) -> int | Decimal:
    """Read a number as an office writes it: dots between thousands, a comma before decimals.

    Raises ValueError: *text* is written in another way; ``1.5`` is refused, for it may mean 1,5 or 15.

    >>> doc_so("04"), doc_so("1.250"), doc_so("1.250,50")
    (4, 1250, Decimal('1250.50'))
    """
    found = re.fullmatch(_WRITTEN, text.strip(), re.ASCII)
    if not found:
        raise ValueError(f"not a number: {text!r}")
    sign, head, tail = found.groups()
    number = head.replace(".", "")
    minus = "-" if sign else ""
    return Decimal(f"{minus}{number}.{tail}") if tail else int(minus + number)


def doc_phan_tram(text: str) -> int | Decimal:
    """Read a percentage and return the figure before ``%``.

    >>> doc_phan_tram("98,7%"), doc_phan_tram("32 %")
    (Decimal('98.7'), 32)
    """
    if not text.rstrip().endswith("%"):
        raise ValueError(f"not a percentage: {text!r}")
    return doc_so(text.rstrip()[:-1])


def la_ma(n: int) -> str:
    """Return a Roman numeral, 1 to 3999.

    Raises ValueError: *n* has no Roman numeral.

    >>> la_ma(4), la_ma(19)
    ('IV', 'XIX')
    """
    rest = whole(n)
    if not 1 <= rest <= 3999:
        raise GiaTriSai(
            f"no Roman numeral for {n}", N_("“{code}”: không có số La Mã cho {so}."),
            N_("Số La Mã chỉ có từ 1 đến 3999; xem lại số liệu, hoặc bỏ bộ lọc la_ma."), so=n,
        )
    out = ""
    for value, letters in _ROMAN:
        count, rest = divmod(rest, value)
        out += letters * count
    return out


def doc_la_ma(text: str) -> int:
    """Return the value of a Roman numeral, the reverse of :func:`la_ma`.

    Raises ValueError: *text* is no well-formed Roman numeral.

    >>> doc_la_ma("XIX")
    19
    """
    rest, total = text, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    if rest or not 1 <= total <= 3999 or la_ma(total) != text:
        raise ValueError(f"not a Roman numeral: {text!r}")
    return total


def _group(n: int) -> str:
    if not -1_000_000 < n < 1_000_000:
        return f"{n:,}".replace(",", ".")
    digits = str(n)  # the commonest figures, in a fifth of the time
    return f"{digits[:-3]}.{digits[-3:]}" if n >= 1000 or n <= -1000 else digits


def _fixed(numerator: int, denominator: int, decimals: int) -> str:
    if not 0 <= decimals <= _LONGEST:
        raise ValueError(f"no such number of decimals: {decimals}")
    unit = 10**decimals
    scaled = (2 * abs(numerator) * unit + denominator) // (2 * denominator)  # half up
    sign = "-" if numerator < 0 and scaled else ""
    return f"{sign}{_group(scaled // unit)},{str(scaled % unit).zfill(decimals)}" if decimals else sign + _group(scaled)


def _bare(digits: str) -> str:
    return digits.rstrip("0").rstrip(",") if "," in digits else digits


def _decimals(value: Fraction) -> int:
    """Count the decimals of *value*: the higher power of 2 or 5 in its denominator."""
    rest, powers = value.denominator, []
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        powers.append(power)
    return max(powers) if rest == 1 else _ENDLESS_DECIMALS

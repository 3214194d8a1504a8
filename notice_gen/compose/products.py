"""Rows of a table whose figures contradict each other: quantity times price, a share turned the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from notice_gen import vietnamese
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese.o_so import Number, gia_tri, so_le

_COUNT = Pattern(r"(?:số lượng|khối lượng|sl)(?! hồ sơ)\b(?:\W.*)?", re.IGNORECASE)
_PRICE = Pattern(r"đơn giá\b.*", re.IGNORECASE)
_AMOUNT = Pattern(r"(?:thành tiền|tổng tiền|số tiền|kinh phí)\b(?:\W.*)?", re.IGNORECASE)
# What an amount depends on besides: how long, how often, a rate.
_FURTHER = Pattern(r"\b(?:ngày|tháng|buổi|lần|người|kỳ|giờ|suất|hệ số|mức|thuế|vat|giảm|tỷ lệ|tỉ lệ|chiết khấu)|%", re.IGNORECASE)
_UNITS = tuple(Fraction(1000) ** power for power in range(-2, 3))
_WHOLES = r"\b(?:tổng|kế hoạch|chỉ tiêu|được giao|dự toán|tiếp nhận|phải|tong|ke_hoach|chi_tieu|duoc_giao|du_toan|tiep_nhan|phai)\b"
_DONE = r"\b(?:đã|thực hiện|giải quyết|đạt|hoàn thành|đúng hạn|xong|da|thuc_hien|giai_quyet|dung_han|hoan_thanh|xong)\b"
_WHOLE = 100


@record
class Doubt:
    """What is to be said of a cell: its row and column, sentence, hint and what they name."""

    hang: int
    cot: int
    message: str
    hint: str
    values: Mapping[str, Any]


def wrong_amounts(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[Doubt]:
    """Yield the amounts that are not quantity times price, in whatever thousands of its unit; of a table that has just these three."""
    if not any("đơn giá" in head.casefold() for head in heads):
        return
    columns = [[c for c, head in enumerate(heads) if pattern.fullmatch(head.strip())] for pattern in (_COUNT, _PRICE, _AMOUNT)]
    if any(len(found) != 1 for found in columns) or any(_FURTHER.search(head) for head in heads):
        return
    count, price, amount = (found[0] for found in columns)
    for n, row in enumerate(rows):
        one, each, typed = (Fraction(_figure(row[c]) or 0) for c in (count, price, amount))
        if one * each * typed and not _agree(one * each, typed, Fraction(1, 10 ** so_le(row[amount]))):
            message = N_("Cột “{cot}”: ghi {ghi}, {mot} × {gia} được {dung}.")
            values = {"cot": heads[amount], "ghi": vietnamese.so(_plain(typed)), "mot": vietnamese.so(_plain(one))}
            values |= {"gia": vietnamese.so(_plain(each)), "dung": vietnamese.so(_plain(one * each))}
            yield Doubt(n, amount, message, N_("Xem lại số lượng, đơn giá và thành tiền của hàng này."), values)


def _agree(product: Fraction, typed: Fraction, least: Fraction) -> bool:
    return any(abs(product * unit - typed) < least for unit in _UNITS)


def _figure(cell: Any) -> Number | None:
    try:
        return gia_tri(cell)
    except ValueError:
        return None


def _plain(value: Fraction) -> Any:
    return value.numerator if value.denominator == 1 else value


def is_backward(part: str, whole: str) -> bool:
    """Tell whether, by their names, *whole* was done of *part*: the share is asked for the wrong way round.

    >>> is_backward("Tiếp nhận", "Đã giải quyết"), is_backward("Thực hiện", "Kế hoạch"), is_backward("tiep_nhan", "da_giai_quyet")
    (True, False, True)
    """
    one, other = (" ".join((name.lower(), *name.lower().split("_"))) for name in (part, whole))
    names = [(bool(re.search(_WHOLES, name)), bool(re.search(_DONE, name))) for name in (one, other)]
    return names == [(True, False), (False, True)]


def backward(heads: Sequence[str], cot: int, phan: int, tong: int, figures: Sequence[Mapping[int, Any]]) -> Iterator[Doubt]:
    """Yield a doubt of a column of shares whose two columns are named the wrong way round, once one of its rows is over 100%."""
    if not is_backward(heads[phan], heads[tong]):
        return
    for n, row in enumerate(figures):
        part, whole = row.get(phan), row.get(tong)
        if part and whole and part > whole:
            message = N_("Cột “{cot}” tính “{phan}” trên “{tong}” nên quá 100%: hai cột ghi ngược.")
            hint = N_("Số là một phần ghi trước: ty_le = [\"{tong}\", \"{phan}\"].")
            yield Doubt(n, cot, message, hint, {"cot": heads[cot], "phan": heads[phan], "tong": heads[tong]})
            return

"""Numbers as people and programs write them: read when there is one reading, refused when there are two."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Any

from notice_gen.errors import N_
from notice_gen.reader.rows.columns import Column
from notice_gen.reader.source import shorten

_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+")
PLAIN = re.compile(r"[-+]?[0-9]+")
_COMMA = re.compile(r"([-+]?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)),([0-9]+)")
_ENGLISH = re.compile(r"[-+]?[0-9]{1,3},000")  # a thousand of an English Excel: as we write figures it is one
_DOT = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_SPACED = re.compile(r"[-+]?[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+")
_WITH_A_UNIT = re.compile(r"([-+]?[0-9]+)\s*[^\W\d_].*", re.DOTALL)
_DIGITS_OF_EXCEL = 15
_LONGEST = 40  # characters: no figure of an office has more
_TOO_LONG = 10**_DIGITS_OF_EXCEL


def is_number(text: str) -> bool:
    """Tell whether *text* is written as a number, or as a percentage.

    >>> is_number("1.250,5"), is_number("98,7%"), is_number("1 250"), is_number("12/6")
    (True, True, True, False)
    """
    text = text.removesuffix("%").rstrip()
    return any(pattern.fullmatch(text) for pattern in (PLAIN, _GROUPED, _COMMA, _DOT, _SPACED))


class Refused(Exception):  # noqa: N818 - a verdict on one cell, caught beside it
    """A cell that cannot be read surely: message and hint are catalogue sentences, *values* fill them."""

    def __init__(self, message: str, hint: str, **values: object) -> None:
        self.message, self.hint, self.values = message, hint, values
        super().__init__(message)


class Percent(Decimal):
    """A number shown with a percent sign: its value is the hundredth of what is seen."""


def shown(cell: Any) -> str:
    """Return *cell* as a clerk sees it, on as many lines as it has.

    >>> shown(322.0), shown(98.7), shown(True), shown(dt.date(2026, 10, 30))
    ('322', '98,7', 'TRUE', '30/10/2026')
    """
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, Percent):
        return _vietnamese(Decimal(cell) * 100) + "%"
    if isinstance(cell, float | Decimal):
        return _vietnamese(exact(cell))
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return str(cell)


def exact(number: float | Decimal) -> Decimal:
    """Return *number* in the 15 digits that Excel keeps and shows.

    >>> exact(0.1 + 0.2)
    Decimal('0.3')
    """
    return number if isinstance(number, Decimal) else Decimal(f"{number:.{_DIGITS_OF_EXCEL}g}")


def _vietnamese(number: Decimal) -> str:
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def whole(column: Column, cell: Any) -> int:
    """Return a count: typed as a number, or as a text of digits with or without dots between thousands."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _TOO_LONG:
        return int(cell)
    value = _number_in(cell, dots_are_thousands=True)
    if isinstance(value, Percent):
        value = _percent(column, value)
    if value == int(value) and not (isinstance(cell, str) and _ENGLISH.fullmatch(cell.strip())):
        return int(value)
    message, large = N_("Cột này cần số nguyên; ở đây là {gia_tri}."), value * 1000
    hint = N_("Nếu số liệu này có phần lẻ, ghi giá trị mẫu có phần lẻ trong [so_lieu] của tệp chung, ví dụ 1.5.")
    if value >= 1 and large == int(large):  # 1.25 was 1250 before a program took its dot for a decimal point
        hint = N_("Nếu là {nghin} thì gõ liền: {lien}. Nếu số liệu này có phần lẻ, ghi giá trị mẫu có phần lẻ trong [so_lieu] của tệp chung, ví dụ 1.5.")  # noqa: E501
    raise Refused(message, hint, gia_tri=shown(cell), lien=int(large), nghin=f"{int(large):,}".replace(",", "."))


def decimal(column: Column, cell: Any) -> Decimal | int:
    """Return a number that may have decimals, after a comma; after a dot where that cannot part thousands."""
    if column.example is None and isinstance(cell, str) and _ENGLISH.fullmatch(cell.strip()):  # nothing says that it has decimals
        raise _in_two_ways(cell.strip())
    value = _number_in(cell, dots_are_thousands=False)
    return _percent(column, value) if isinstance(value, Percent) else value


def _number_in(cell: Any, *, dots_are_thousands: bool) -> Decimal | int:
    """Return the number that *cell* says.

    Raises Refused: it says none; or ``1.250``, unless *dots_are_thousands*; or more digits than Excel keeps.
    """
    if isinstance(cell, bool | dt.date) or (isinstance(cell, float) and not math.isfinite(cell)):
        raise _not_a_number(cell)
    if isinstance(cell, Decimal) and (not cell.is_finite() or abs(cell.adjusted()) > _LONGEST):
        raise _not_a_number(str(cell))
    if isinstance(cell, float):
        if abs(cell) >= _TOO_LONG:
            message = N_("Con số {gia_tri} dài quá 15 chữ số: Excel không giữ đúng được.")
            raise Refused(message, N_("Đổi định dạng ô thành Chữ (Text) rồi gõ lại."), gia_tri=shown(cell))
        return exact(cell)
    return cell if isinstance(cell, int | Decimal) else _number_in_text(cell, dots_are_thousands=dots_are_thousands)


def _number_in_text(cell: str, *, dots_are_thousands: bool) -> Decimal | int:
    if len(cell) > _LONGEST:
        raise _not_a_number(cell)
    cell = cell.replace("\u2212", "-")  # the minus sign that Word and web pages write
    if PLAIN.fullmatch(cell):
        return int(cell)
    if _SPACED.fullmatch(cell):
        return int(re.sub(r"\s", "", cell))
    if _GROUPED.fullmatch(cell):
        if cell.count(".") == 1 and not dots_are_thousands:
            raise _in_two_ways(cell)
        return int(cell.replace(".", ""))
    if _COMMA.fullmatch(cell):
        return Decimal(cell.replace(".", "").replace(",", "."))
    if _DOT.fullmatch(cell):
        return Decimal(cell)
    if cell.endswith("%") and len(cell) > 1:
        return Percent(Decimal(_number_in_text(cell[:-1].strip(), dots_are_thousands=dots_are_thousands)) / 100)
    raise _not_a_number(cell)


def _in_two_ways(cell: str) -> Refused:
    """Return that a figure is a thousand or a decimal fraction."""
    message = N_("“{gia_tri}” có thể là {nghin} hoặc {le}.")
    hint = N_("Gõ {nghin} (liền, không dấu chấm), hoặc {le} (dấu phẩy trước phần lẻ).")
    le = cell.replace(".", ",") if "." in cell else cell.removesuffix(",000")
    return Refused(message, hint, gia_tri=cell, nghin=cell.replace(".", "").replace(",", ""), le=le)


def _percent(column: Column, cell: Percent) -> Decimal:
    """Return 98,7% as the base writes such figures: 98.7 where its own is above 1, 0.987 where it is below."""
    example = column.example
    size = abs(Decimal(example)) if isinstance(example, int | Decimal) else Decimal(0)
    if size and size != 1:
        return Decimal(cell) * 100 if size > 1 else Decimal(cell)
    message = N_("Ô là phần trăm ({gia_tri}): không rõ cần {so} hay {ty_so}.")
    hint = N_("Bỏ định dạng phần trăm và gõ con số, hoặc ghi một giá trị mẫu trong [so_lieu] của tệp chung.")
    raise Refused(message, hint, gia_tri=shown(cell), so=_vietnamese(Decimal(cell) * 100), ty_so=_vietnamese(Decimal(cell)))


def _not_a_number(cell: Any) -> Refused:
    """Return why *cell* is no number, with what to type."""
    if isinstance(cell, dt.date):
        message, hint = N_("Cột này cần số; ô đang là ngày {gia_tri}."), N_("Đổi định dạng ô thành Chung (General) rồi gõ lại con số.")
        return Refused(message, hint, gia_tri=shown(cell))
    text, unit = shown(cell), _WITH_A_UNIT.fullmatch(shown(cell))
    hint = N_("Chỉ gõ con số, ví dụ: {so}") if unit else N_("Gõ con số; không phát sinh thì gõ 0.")
    if not unit and re.search(r"[0-9]", text):
        hint = N_("Gõ con số liền, ví dụ 1250; phần lẻ sau dấu phẩy, ví dụ 98,7.")
    return Refused(N_("Cột này cần số; ở đây là “{gia_tri}”."), hint, gia_tri=shorten(text), so=unit[1] if unit else "")

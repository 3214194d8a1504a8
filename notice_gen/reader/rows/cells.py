"""One cell → the value its column takes, or a refusal saying what to type; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_
from notice_gen.reader import keys, words
from notice_gen.reader.faults import shorten
from notice_gen.reader.rows import columns as kinds

if TYPE_CHECKING:
    from notice_gen.reader.rows.columns import Column


class Refused(Exception):  # noqa: N818 - a verdict on one cell, caught beside it
    """A cell that cannot be read surely: message and hint are catalogue sentences, *values* fill them."""

    def __init__(self, message: str, hint: str, **values: object) -> None:
        self.message, self.hint, self.values = message, hint, values
        super().__init__(message)


class Percent(Decimal):
    """A number shown with a percent sign: its value is the hundredth of what is seen."""


class Broken(str):
    """What a cell shows that its program could not work out: ``#DIV/0!``, or that it was never calculated."""

    __slots__ = ()


NEVER_CALCULATED = "="


def take(column: Column, cell: Any) -> Any:
    """Return what *cell* says to *column*, or None when it is empty.

    Args:
        column: the column it stands in.
        cell: a text, int, float, Decimal, bool, date, datetime, time or timedelta.

    Raises:
        Refused: it is not what the column takes, or may mean two things.
    """
    if type(cell) is str:
        cell = cell.strip(_BLANK)
        return _TAKERS[column.kind](column, cell) if cell else None
    if cell is None:
        return None
    if isinstance(cell, Broken):
        raise _not_worked_out(cell)
    if isinstance(cell, dt.datetime):
        cell = cell.date()  # the decree prints no time of day
    if isinstance(cell, list | Mapping) and column.kind != kinds.LINES:
        raise Refused(N_("Chỗ này nhận một giá trị, không nhận danh sách hay bảng."), N_("Ghi một giá trị: con số, ngày hoặc chữ."))
    if isinstance(cell, dt.time | dt.timedelta):
        raise Refused(N_("Ô đang là giờ ({gia_tri})."), N_("Đổi định dạng ô thành Chung (General) rồi gõ lại."), gia_tri=cell)
    return _TAKERS[column.kind](column, cell)


def _not_worked_out(cell: Broken) -> Refused:
    if cell == NEVER_CALCULATED:
        return Refused(N_("Ô có công thức chưa được tính."), N_("Mở tệp bằng Excel rồi lưu lại để công thức được tính, hoặc gõ thẳng giá trị."))
    return Refused(N_("Ô đang báo lỗi {gia_tri}."), N_("Sửa công thức, hoặc gõ thẳng giá trị."), gia_tri=cell)


def stand_in(column: Column) -> Any:
    """Return what goes on in the place of a refused cell, so that the rest of its row can be judged."""
    if column.example is not None and not isinstance(column.example, Mapping):
        return column.example
    return {kinds.FIGURE: 0, kinds.TEXT: "…", kinds.LINES: ["…"]}.get(column.kind)


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


# --- numbers ----------------------------------------------------------------------------------------------

_BLANK = " \t\r\n\u00a0\u200b\ufeff"
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+")
_PLAIN = re.compile(r"[-+]?\d+")
_COMMA = re.compile(r"([-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)),(\d+)")
_DOT = re.compile(r"[-+]?\d+\.\d+")
_DIGITS_OF_EXCEL = 15
_LONGEST = 40  # characters: no figure of an office has more
_TOO_LONG = 10**_DIGITS_OF_EXCEL


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


def _whole(column: Column, cell: Any) -> int:
    """Return a count: typed as a number, or as a text of digits with or without dots between thousands."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _TOO_LONG:
        return int(cell)
    value = _number_in(cell, dots_are_thousands=True)
    if isinstance(value, Percent):
        value = _percent(column, value)
    if value == int(value):
        return int(value)
    lien = _thousandfold(value)
    message = N_("Cột này cần số nguyên; ở đây là {gia_tri}.")
    if lien:
        hint = N_("Nếu là {nghin} thì gõ liền: {lien}. Nếu số liệu này có phần lẻ, ghi giá trị mẫu có phần lẻ trong [so_lieu] của tệp chung, ví dụ 1.5.")
        raise Refused(message, hint, gia_tri=shown(cell), lien=lien, nghin=f"{lien:,}".replace(",", "."))
    hint = N_("Nếu số liệu này có phần lẻ, ghi giá trị mẫu có phần lẻ trong [so_lieu] của tệp chung, ví dụ 1.5.")
    raise Refused(message, hint, gia_tri=shown(cell))


def _decimal(column: Column, cell: Any) -> Decimal | int:
    value = _number_in(cell, dots_are_thousands=False)
    return _percent(column, value) if isinstance(value, Percent) else value


def _number_in(cell: Any, *, dots_are_thousands: bool) -> Decimal | int:
    """Return the number that *cell* says.

    Raises:
        Refused: it says none; or ``1.250``, unless *dots_are_thousands*; or more digits than Excel keeps.
    """
    if isinstance(cell, bool | dt.date) or (isinstance(cell, float) and not math.isfinite(cell)):
        raise _not_a_number(cell)
    if isinstance(cell, Decimal) and (not cell.is_finite() or abs(cell.adjusted()) > _LONGEST):
        raise _not_a_number(str(cell))
    if isinstance(cell, float):
        if abs(cell) >= _TOO_LONG:
            raise Refused(N_("Con số {gia_tri} dài quá 15 chữ số: Excel không giữ đúng được."), N_("Đổi định dạng ô thành Chữ (Text) rồi gõ lại."), gia_tri=shown(cell))
        return exact(cell)
    return cell if isinstance(cell, int | Decimal) else _number_in_text(cell, dots_are_thousands=dots_are_thousands)


def _number_in_text(cell: str, *, dots_are_thousands: bool) -> Decimal | int:
    if len(cell) > _LONGEST:
        raise _not_a_number(cell)
    if _PLAIN.fullmatch(cell):
        return int(cell)
    if _GROUPED.fullmatch(cell):
        if cell.count(".") == 1 and not dots_are_thousands:
            raise Refused(
                N_("“{gia_tri}” có thể là {nghin} hoặc {le}."),
                N_("Gõ {nghin} (liền, không dấu chấm), hoặc {le} (dấu phẩy trước phần lẻ)."),
                gia_tri=cell, nghin=cell.replace(".", ""), le=cell.replace(".", ","),
            )  # fmt: skip
        return int(cell.replace(".", ""))
    if _COMMA.fullmatch(cell):
        return Decimal(cell.replace(".", "").replace(",", "."))
    if _DOT.fullmatch(cell):
        return Decimal(cell)
    if cell.endswith("%") and len(cell) > 1:
        return Percent(Decimal(_number_in_text(cell[:-1].strip(), dots_are_thousands=dots_are_thousands)) / 100)
    raise _not_a_number(cell)


def _thousandfold(value: Decimal | int) -> int:
    """Return what 1.25 was before a program took its dot for a decimal point, 1250; or 0 when it was nothing such."""
    whole = value * 1000
    return int(whole) if value >= 1 and whole == int(whole) else 0


def _percent(column: Column, cell: Percent) -> Decimal:
    """Return 98,7% as the base writes such figures: 98.7 where its own is above 1, 0.987 where it is below."""
    example = column.example
    size = abs(Decimal(example)) if isinstance(example, int | Decimal) else Decimal(0)
    if size and size != 1:
        return Decimal(cell) * 100 if size > 1 else Decimal(cell)
    raise Refused(
        N_("Ô là phần trăm ({gia_tri}): không rõ cần {so} hay {ty_so}."),
        N_("Bỏ định dạng phần trăm và gõ con số, hoặc ghi một giá trị mẫu trong [so_lieu] của tệp chung."),
        gia_tri=shown(cell), so=_vietnamese(Decimal(cell) * 100), ty_so=_vietnamese(Decimal(cell)),
    )  # fmt: skip


def _not_a_number(cell: Any) -> Refused:
    if isinstance(cell, dt.date):
        return Refused(
            N_("Cột này cần số; ô đang là ngày {gia_tri}."),
            N_("Đổi định dạng ô thành Chung (General) rồi gõ lại con số."),
            gia_tri=shown(cell),
        )
    text = shown(cell)
    digits = re.match(r"[-+]?\d+", text)
    if digits:
        return Refused(N_("Cột này cần số; ở đây là “{gia_tri}”."), N_("Chỉ gõ con số, ví dụ: {so}"), gia_tri=shorten(text), so=digits[0])
    return Refused(N_("Cột này cần số; ở đây là “{gia_tri}”."), N_("Gõ con số; không phát sinh thì gõ 0."), gia_tri=shorten(text))


def _number(column: Column, cell: Any) -> int | str:
    """Return a document's number."""
    if isinstance(cell, str) and keys.plain(cell) == "tu_dong":
        return "tu-dong"
    return _whole(column, cell)


# --- dates ------------------------------------------------------------------------------------------------

_EXCEL_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(1, 2_958_466)  # Excel's days, to the end of 9999
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(column: Column, cell: Any) -> dt.date:  # noqa: ARG001 - all takers are called alike
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, str) and (day := day_in(cell)):
        return day
    if isinstance(cell, str):
        verdict = words.judge(cell)
        if {"ngay", "thang"} & verdict.values.keys():
            raise Refused(N_("Không có ngày “{gia_tri}”."), N_("Gõ ngày/tháng/năm, ví dụ 30/10/2026."), gia_tri=shorten(cell))
    elif isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) and int(cell) in _SERIALS:
        raise Refused(
            N_("Cột này cần ngày; ô đang là số {gia_tri}."),
            N_("Nếu là ngày {ngay} thì đổi định dạng ô thành Ngày (Date)."),
            gia_tri=shown(cell), ngay=shown(_EXCEL_EPOCH + dt.timedelta(days=int(cell))),
        )  # fmt: skip
    raise Refused(N_("Cột này cần ngày; ở đây là “{gia_tri}”."), N_("Gõ ngày/tháng/năm, ví dụ 30/10/2026."), gia_tri=shorten(shown(cell)))


def day_in(text: str) -> dt.date | None:
    """Return the date that *text* writes in full, day before month as in Vietnam, or None.

    >>> day_in("05/06/2026"), day_in("2026-06-05"), day_in("31/02/2026")
    (datetime.date(2026, 6, 5), datetime.date(2026, 6, 5), None)
    """
    written = text if _ISO.fullmatch(text) else words.judge(text).mend or ""
    try:
        return dt.date.fromisoformat(written) if _ISO.fullmatch(written) else None
    except ValueError:
        return None


# --- texts ------------------------------------------------------------------------------------------------


def _text(column: Column, cell: Any) -> Any:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | dt.date):
        raise Refused(
            N_("Cột này cần chữ; Excel đang hiểu ô là {gia_tri}."),
            N_("Đổi định dạng ô thành Chữ (Text) rồi gõ lại."),
            gia_tri=shown(cell),
        )
    if column.path[0] == "so_lieu":
        return _figure(column, cell)  # a number among texts is printed as numbers are
    return shown(cell)


def _lines(column: Column, cell: Any) -> list[Any]:
    if isinstance(cell, list):
        return cell
    if isinstance(cell, Mapping):
        raise Refused(N_("Chỗ này nhận chữ hoặc danh sách, không nhận bảng."), N_("Ghi danh sách trong ngoặc vuông."))
    lines = _text(column, cell).replace("\r", "\n").split("\n")
    return [line for line in (line.strip(_BLANK) for line in lines) if line]


def _code(column: Column, cell: Any) -> str:
    """Return a commune's code: five digits, whether Excel took it for a number or not."""
    if isinstance(cell, str) and not _PLAIN.fullmatch(cell):
        return cell
    number = _whole(column, cell)
    return f"{number:05d}"


def _figure(column: Column, cell: Any) -> Any:
    """Return a figure of which the base has no example: as it is typed, when that is sure."""
    if isinstance(cell, str):
        # 08 is how an office writes 8; 0234… is a code or a telephone.
        if cell[0] == "+" or (_PLAIN.fullmatch(cell) and len(cell) > 2 and cell.startswith("0")):
            return cell
        if not cell[0].isdigit() and cell[0] != "-":
            return cell
        if not any(pattern.fullmatch(cell.removesuffix("%")) for pattern in (_PLAIN, _GROUPED, _COMMA, _DOT)):
            return day_in(cell) or cell
    elif isinstance(cell, dt.date):
        return cell
    value = _decimal(column, cell)
    return int(value) if value == int(value) and isinstance(cell, float) else value


def _choice(column: Column, cell: Any) -> str:
    text = str(_text(column, cell))
    return next((word for word in column.choices if keys.plain(word) == keys.plain(text)), text)


def _yes_no(column: Column, cell: Any) -> bool:  # noqa: ARG001 - all takers are called alike
    if isinstance(cell, bool):
        return cell
    mend = words.judge(str(cell)).mend if isinstance(cell, str) else None
    if cell in {"true", "false"} or mend in {"true", "false"}:
        return (mend or cell) == "true"
    raise Refused(N_("Cột này cần có hoặc không; ở đây là “{gia_tri}”."), N_("Gõ: có, hoặc: không."), gia_tri=shorten(shown(cell)))


_TAKERS: Mapping[str, Callable[[Column, Any], Any]] = {
    kinds.WHOLE: _whole,
    kinds.DECIMAL: _decimal,
    kinds.DAY: _day,
    kinds.TEXT: _text,
    kinds.LINES: _lines,
    kinds.FIGURE: _figure,
    kinds.CODE: _code,
    kinds.NUMBER: _number,
    kinds.CHOICE: _choice,
    kinds.YES_NO: _yes_no,
}

"""One cell → the value its column takes, or a refusal saying what to type; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from notice_gen.errors import N_, KeyPath, Place, Problem
from notice_gen.reader import keys
from notice_gen.reader.broken import words
from notice_gen.reader.rows import columns as kinds
from notice_gen.reader.rows.columns import Column
from notice_gen.reader.rows.numbers import PLAIN, Refused, decimal, is_number, shown, whole
from notice_gen.reader.source import shorten


class Broken(str):
    """What a cell shows that its program could not work out: ``#DIV/0!``, or that it was never calculated."""

    __slots__ = ()


NEVER_CALCULATED = "="
_FEW_DIGITS = 16
_LONGEST = 1_000_000
_BLANK = " \t\r\n\u00a0\u200b\ufeff"


def said(values: Iterable[tuple[Column, Any]], where: Callable[[KeyPath, str], Place]) -> tuple[dict[Any, Any], list[Problem]]:
    """Return the tree that the cells of one row say, and what is wrong with them, each *where* its column stands."""
    data: dict[Any, Any] = {}
    problems: list[Problem] = []
    for column, cell in values:
        path = column.path
        if column.kind is kinds.WHOLE and type(cell) is str and cell.isdecimal() and cell.isascii() and len(cell) < _FEW_DIGITS:
            value: Any = int(cell)  # the commonest by far
        else:
            try:
                value = take(column, cell)
            except Refused as refused:
                value = stand_in(column)
                problems.append(Problem(refused.message, refused.hint, refused.values, path, place=where(path, "")))
            if value is None:
                continue
        table = data  # a place in a list of the base is a table with a number for its key
        for step in path[:-1]:
            table = table[step] if step in table else table.setdefault(step, {})
        table[path[-1]] = value
    return data, problems


def take(column: Column, cell: Any) -> Any:
    """Return what *cell* says to *column*, or None when it is empty: a text, int, float, Decimal, bool, date, datetime, time or timedelta.

    Raises Refused: it is not what the column takes, or may mean two things.
    """
    if type(cell) is str:
        cell = _typed(cell)
        return _TAKERS[column.kind](column, cell) if cell else None
    if cell is None:
        return None
    if isinstance(cell, Broken):
        if cell != NEVER_CALCULATED:
            raise Refused(N_("Ô đang báo lỗi {gia_tri}."), N_("Sửa công thức, hoặc gõ thẳng giá trị."), gia_tri=cell)
        hint = N_("Mở tệp bằng Excel rồi lưu lại để công thức được tính, hoặc gõ thẳng giá trị.")
        raise Refused(N_("Ô có công thức chưa được tính."), hint)
    if isinstance(cell, dt.datetime) and column.kind != kinds.MOMENT:
        cell = cell.date()  # a date's cell of Excel has a time, midnight
    if isinstance(cell, list | Mapping) and column.kind != kinds.LINES:
        raise Refused(N_("Chỗ này nhận một giá trị, không nhận danh sách hay bảng."), N_("Ghi một giá trị: con số, ngày hoặc chữ."))
    if isinstance(cell, dt.time | dt.timedelta):
        raise Refused(N_("Ô đang là giờ ({gia_tri})."), N_("Đổi định dạng ô thành Chung (General) rồi gõ lại."), gia_tri=cell)
    return _TAKERS[column.kind](column, cell)


def _typed(cell: str) -> str:
    """Return the text of a cell without the blanks around it, and without what Windows puts before its line feeds."""
    if len(cell) > _LONGEST:
        raise Refused(N_("Một ô dài quá một triệu chữ."), N_("Rút gọn, hoặc chia đoạn chữ này ra nhiều ô."))
    cell = cell.strip(_BLANK)
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell


def stand_in(column: Column) -> Any:
    """Return what goes on in the place of a refused cell, so that the rest of its row can be judged."""
    if column.example is not None and not isinstance(column.example, Mapping):
        return column.example
    return {kinds.FIGURE: 0, kinds.TEXT: "…", kinds.LINES: ["…"]}.get(column.kind)


def _number(column: Column, cell: Any) -> int | str:
    """Return a document's number."""
    if isinstance(cell, str) and not cell[:1].isdigit() and keys.plain(cell) == "tu_dong":
        return "tu-dong"
    return whole(column, cell)


_EXCEL_EPOCH = dt.date(1899, 12, 30)
_DAYS_OF_EXCEL = 2_958_466  # to the end of 9999
_SHORT = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(column: Column, cell: Any) -> dt.date:  # noqa: ARG001 - all takers are called alike
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, str) and (day := day_in(cell)):
        return day
    message, hint = N_("Cột này cần ngày; ở đây là “{gia_tri}”."), N_("Gõ ngày/tháng/năm, ví dụ 30/10/2026.")
    if isinstance(cell, str) and {"ngay", "thang"} & words.judge(cell).values.keys():
        message = N_("Không có ngày “{gia_tri}”.")
    elif isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) and 1 <= cell < _DAYS_OF_EXCEL:
        message, hint = N_("Cột này cần ngày; ô đang là số {gia_tri}."), N_("Nếu là ngày {ngay} thì đổi định dạng ô thành Ngày (Date).")
        raise Refused(message, hint, gia_tri=shown(cell), ngay=shown(_EXCEL_EPOCH + dt.timedelta(days=int(cell))))
    raise Refused(message, hint, gia_tri=shorten(shown(cell)))


def _moment(column: Column, cell: Any) -> dt.datetime:  # noqa: ARG001 - all takers are called alike
    """Return a time of day with its date, from a date's cell or from ``08:00 05/3/2026``."""
    if isinstance(cell, dt.datetime):
        return cell
    if isinstance(cell, str) and (moment := words.moment(cell)):
        return moment
    message, hint = N_("Cột này cần cả giờ và ngày; ở đây là “{gia_tri}”."), N_("Gõ giờ:phút ngày/tháng/năm, ví dụ 08:00 05/3/2026.")
    raise Refused(message, hint, gia_tri=shorten(shown(cell)))


def day_in(text: str) -> dt.date | None:
    """Return the date that *text* writes in full, day before month as in Vietnam, or None.

    >>> day_in("05/06/2026"), day_in("2026-06-05"), day_in("31/02/2026")
    (datetime.date(2026, 6, 5), datetime.date(2026, 6, 5), None)
    """
    try:
        if short := _SHORT.fullmatch(text):
            day, month, year = map(int, short.groups())
            return dt.date(year, month, day)
        written = text if _ISO.fullmatch(text) else words.judge(text).mend or ""
        return dt.date.fromisoformat(written) if _ISO.fullmatch(written) else None
    except ValueError:
        return None


_NAMES = frozenset({("don_vi", "ten"), ("don_vi", "tinh")})


def _text(column: Column, cell: Any) -> Any:
    if column.path in _NAMES and (PLAIN.fullmatch(cell) if isinstance(cell, str) else isinstance(cell, int | float | Decimal)):
        message, hint = N_("Tên đơn vị chỉ là số {gia_tri}."), N_("Ghi đủ tên như sẽ in, ví dụ: thôn {gia_tri}.")
        raise Refused(message, hint, gia_tri=shown(cell))
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | dt.date):
        message, hint = N_("Cột này cần chữ; Excel đang hiểu ô là {gia_tri}."), N_("Đổi định dạng ô thành Chữ (Text) rồi gõ lại.")
        raise Refused(message, hint, gia_tri=shown(cell))
    if column.path[0] == "so_lieu":
        return _figure(column, cell)  # a number among texts is printed as numbers are
    return shown(cell)


def _lines(column: Column, cell: Any) -> list[Any]:
    if isinstance(cell, list):
        return cell
    if isinstance(cell, Mapping):
        raise Refused(N_("Chỗ này nhận chữ hoặc danh sách, không nhận bảng."), N_("Ghi danh sách trong ngoặc vuông."))
    lines = _text(column, cell).split("\n")
    return [line for line in (line.strip(_BLANK) for line in lines) if line]


def _code(column: Column, cell: Any) -> str:
    """Return a commune's code: five digits, whether Excel took it for a number or not."""
    return cell if isinstance(cell, str) and not PLAIN.fullmatch(cell) else f"{whole(column, cell):05d}"


def _figure(column: Column, cell: Any) -> Any:
    """Return a figure of which the base has no example: as it is typed, when that is sure."""
    if isinstance(cell, str):
        # 08 is how an office writes 8; 0234… is a code or a telephone.
        if cell[0] == "+" or (PLAIN.fullmatch(cell) and len(cell) > 2 and cell.startswith("0")):
            return cell
        if not cell[0].isdigit() and cell[0] != "-":
            return cell
        if not is_number(cell):
            return day_in(cell) or cell
    elif isinstance(cell, dt.date):
        return cell
    value = decimal(column, cell)
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
    kinds.WHOLE: whole, kinds.DECIMAL: decimal, kinds.DAY: _day, kinds.MOMENT: _moment, kinds.TEXT: _text, kinds.LINES: _lines,
    kinds.FIGURE: _figure, kinds.CODE: _code, kinds.NUMBER: _number, kinds.CHOICE: _choice, kinds.YES_NO: _yes_no,
}

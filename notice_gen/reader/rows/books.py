"""Workbooks: .xlsx, .ods, .xls → one table of cells.

calamine gives values and nothing else: an error, a formula that was never calculated and an empty cell look
the same to it.  So each file is looked through first (``xlsx``, ``ods``, ``xls``), and calamine (``values``) reads only
what was.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notice_gen.errors import N_, KeyPath, Place, Problem
from notice_gen.reader.rows import values, zipped
from notice_gen.reader.rows.cells import NEVER_CALCULATED, Broken
from notice_gen.reader.rows.numbers import Percent, exact, shown
from notice_gen.reader.rows.table import Block, Table, keyed, nearest
from notice_gen.reader.rows.zipped import PERCENT, Book, Look
from notice_gen.reader.source import shorten

_OLD = b"\xd0\xcf\x11\xe0"
_SHOWN = 8


def table(data: bytes, *, file: str, visible_only: bool | None = None) -> Table:
    """Return the table on the first visible sheet of a workbook that holds anything.

    Args: *visible_only*: rows that are hidden, or filtered out, are passed over; else they are a fault, None where there is no such choice.

    Raises InputError: the file is no workbook that can be read, or it is empty.
    """
    book, sheet = _looked_at(data, file)
    cells = _Cells(book.data, sheet, file)
    first, labels, headings, start, rows = cells.headed()
    hidden = [row for row in sheet.hidden_rows if row == first or row > start]
    passed_over = frozenset(hidden if visible_only else ())
    faults = () if visible_only else _hidden_rows(sheet, hidden, _UNHIDE if visible_only is None else _SHOW_OR_CHOOSE, file)
    message, hint = N_("Chỉ đọc trang “{trang}”; không đọc: {khac}."), N_("Đưa trang có số liệu lên đầu; trang không dùng thì ẩn hoặc xóa.")
    others = {"trang": sheet.name, "khac": shorten(", ".join(book.others))}
    return Table(
        headings,
        lambda n: place(file, sheet.name, {(): n}, first, labels, ()),
        ((number, row, row) for number, row in rows if number not in passed_over),
        _stray(cells, start, headings, file),
        functools.partial(place, file, sheet.name),
        f"{sheet.name}!{{}}",
        (*faults, *_hidden_columns(sheet, first, file), *_merged(cells, first, file)),
        (Problem(message, hint, others, place=Place(file, 1, 1, cell=f"{sheet.name}!A1"), level="warning", code="trang_khong_doc"),)
        if book.others else (),
        labels,
    )


def _looked_at(data: bytes, file: str) -> tuple[Book, Look]:
    """Return a workbook, looked through, and the sheet that is read."""
    if data.startswith(_OLD):
        from notice_gen.reader.rows import xls

        book = xls.look(data, file)
    else:
        from notice_gen.reader.rows import ods, xlsx

        parts = zipped.Parts(data, file)
        book = ods.look(parts) if "content.xml" in parts.names else xlsx.look(parts)
    if book.sheet is None:
        if book.hidden:
            raise zipped.refused(file, N_("Mọi trang có dữ liệu đều đang ẩn."), N_("Bỏ ẩn trang có số liệu rồi lưu lại."))
        raise zipped.refused(file, N_("Bảng tính trống."), N_("Tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG"))
    return book, book.sheet


class _Cells:
    """The cells of one sheet, as calamine gives them and as they were looked at."""

    def __init__(self, data: bytes, look: Look, file: str) -> None:
        read = values.rows_apart if data.startswith(_OLD) else values.rows
        try:
            self._rows = read(data, look.name)
        except values.Unreadable as error:
            raise zipped.refused(file, *zipped.BROKEN) from error
        self.look = look

    def headed(self) -> tuple[int, list[Any], list[Any], int, Iterator[tuple[int, list[Any]]]]:
        """Return the row of the labels, the labels, the headings, the last row of the headings, and the rows below."""
        titles = {top for top, left, bottom, right in self.look.merged if top == bottom and right > left}
        rows = self.rows()
        # A title over the table is one merged cell: no row of headings is.
        first, labels = next(((n, row) for n, row in rows if n not in titles or sum(cell != "" for cell in row) > 1), (1, [""]))
        labels = labels[: max((n + 1 for n, cell in enumerate(labels) if cell != ""), default=0)]
        start, below = next(rows, (0, []))
        if below and (keys := keyed(labels, below)):
            return first, labels, keys, start, rows
        return first, labels, labels, first, itertools.chain([(start, below)] if below else [], rows)

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """Yield the number, from 1, and the cells, from column A, of each row that holds anything."""
        marks = self.look.marks
        number = 0
        for number, row in enumerate(self._rows(), start=1):
            if number in marks:
                _mark(row, marks[number])
            if any(cell != "" for cell in row):
                yield number, row
        for below in sorted(row for row in marks if row > number):  # where nothing else is, calamine sees no row
            row = []
            _mark(row, marks[below])
            yield below, row


def _mark(cells: list[Any], marks: Mapping[int, str]) -> None:
    for n, word in marks.items():
        cells += [""] * (n + 1 - len(cells))
        if word != PERCENT:
            cells[n] = Broken(word or NEVER_CALCULATED)
        elif isinstance(cells[n], float):
            cells[n] = Percent(exact(cells[n]))


def _stray(cells: _Cells, first: int, headings: Sequence[Any], file: str) -> Place | None:
    """Return the first cell below the headings that has none."""
    width = cells.look.width
    bare = [n for n in range(width) if n >= len(headings) or not str(headings[n]).strip()]
    below = ((number, row) for number, row in (cells.rows() if bare else ()) if number > first)
    found = ((number, row, n) for number, row in below for n in bare if n < len(row) and row[n] != "")
    return next((place(file, cells.look.name, {(): n}, number, row, ()) for number, row, n in found), None)


_UNHIDE = N_("Bỏ lọc, bỏ ẩn; hàng nào không gửi thì xóa hẳn.")
_SHOW_OR_CHOOSE = N_("Chỉ gửi những hàng đang hiện thì thêm --visible-only; gửi cả thì bỏ lọc, bỏ ẩn.")


def _hidden_rows(sheet: Look, rows: Sequence[int], hint: str, file: str) -> Iterator[Block]:
    if rows:
        values = {"so": len(rows), "hang": _ranges(rows)}
        message = N_("{so} hàng có dữ liệu đang ẩn hoặc bị lọc đi: {hang}.")
        yield Block(None, Problem(message, hint, values, place=Place(file, rows[0], 1, cell=f"{sheet.name}!{rows[0]}")))


def _hidden_columns(sheet: Look, first: int, file: str) -> Iterator[Block]:
    for n in sorted(n for n in sheet.hidden_columns if n < sheet.width):
        message, hint = N_("Cột {cot} đang ẩn, vẫn được đọc."), N_("Bỏ ẩn để xem lại; không dùng thì xóa cột.")
        where = Place(file, first, 1, cell=f"{sheet.name}!{letters(n)}{first}")
        yield Block((n, n), Problem(message, hint, {"cot": letters(n)}, place=where, level="warning", code="cot_an"))


def _merged(cells: _Cells, first: int, file: str) -> Iterator[Block]:
    """Yield the merged ranges from the headings down that hold something."""
    sheet = cells.look
    merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merged if bottom >= first and top <= sheet.height}
    wanted = {top for top, _ in merged}
    for number, row in cells.rows() if merged else ():
        for left, cell in enumerate(row) if number in wanted else ():
            bottom, right = merged.get((number, left), (0, 0))
            if bottom and cell != "":
                pair = f"{letters(left)}{number}:{letters(right)}{bottom}"
                message = N_("Các ô {vung} gộp làm một: không rõ giá trị thuộc hàng nào, cột nào.")
                hint = N_("Bỏ gộp ô (Merge & Center), điền giá trị vào từng ô.")
                where = place(file, sheet.name, {(): left}, number, row, ())
                yield Block((left, right), Problem(message, hint, {"vung": pair}, place=where))


def _ranges(rows: Sequence[int]) -> str:
    """Return row numbers as a clerk writes them, a few of many.

    >>> _ranges([5, 6, 7, 9])
    '5-7, 9'
    """
    groups = itertools.groupby(enumerate(rows), key=lambda place: place[1] - place[0])
    runs = [[row for _, row in group] for _, group in groups]
    shown = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:_SHOWN]]
    return ", ".join(shown) + (", …" if len(runs) > _SHOWN else "")


def place(file: str, sheet: str, at: Mapping[KeyPath, int], number: int, cells: Sequence[Any], path: KeyPath, found: str = "") -> Place:
    """Return the place of a cell of *sheet* as :attr:`Table.where` does, with what it shows."""
    n = at.get(nearest(path, at))
    text = "" if n is None or n >= len(cells) else shown(cells[n])
    line = next((line for line in text.splitlines() if found and found in line), text.partition("\n")[0])
    column = line.find(found) + 1 if found and found in line else 1
    width = len(found) if found and found in line else len(line)
    return Place(file, number, column, max(width, 1), line, f"{sheet}!{letters(n) if n is not None else ''}{number}")


def letters(n: int) -> str:
    """Return the letters of the n-th column, from 0.

    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    before, last = divmod(n, 26)
    return (letters(before - 1) if before else "") + chr(65 + last)

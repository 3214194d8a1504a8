"""Workbooks: .xlsx, .ods, .xls → one table of cells.  The only python-calamine."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, InputError, Place, Problem
from notice_gen.reader.rows.cells import shown
from notice_gen.reader.rows.table import Table

if TYPE_CHECKING:
    from notice_gen.reader.keys import Path


def table(data: bytes, *, file: str) -> Table:
    """Return the table on the first visible sheet of a workbook that holds anything.

    Raises:
        InputError: the file is no workbook that can be read, or it is empty.
    """
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        visible = [s.name for s in book.sheets_metadata if s.visible == calamine.SheetVisibleEnum.Visible]
        sheet = next((sheet for name in visible if (sheet := book.get_sheet_by_name(name)).end), None)
    except calamine.CalamineError as error:
        raise InputError(
            Problem(N_("Không đọc được bảng tính này."), N_("Mở bằng Excel, lưu lại thành .xlsx rồi thử lại."), place=Place(file, 1, 1))
        ) from error
    if sheet is None:
        raise InputError(Problem(N_("Bảng tính trống."), N_("Tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG"), place=Place(file, 1, 1)))
    rows = enumerate(sheet.iter_rows(), start=1)
    first, headings = next((number, cells) for number, cells in rows if any(cell != "" for cell in cells))
    while headings and headings[-1] == "":
        headings.pop()
    return Table(
        headings,
        lambda n: place(file, sheet.name, {(): n}, first, headings, ()),
        ((number, cells, cells) for number, cells in rows if any(cell != "" for cell in cells)),
        _stray(sheet.iter_rows(), headings, first, file, sheet.name),
        functools.partial(place, file, sheet.name),
        f"{sheet.name}!{{}}",
    )


def _stray(rows: Iterator[Sequence[Any]], headings: Sequence[Any], first: int, file: str, sheet: str) -> Place | None:
    for number, cells in enumerate(rows, start=1):
        if number > first:
            for n, cell in enumerate(cells):
                if cell != "" and (n >= len(headings) or headings[n] == ""):
                    return place(file, sheet, {(): n}, number, cells, ())
    return None


def place(file: str, sheet: str, at: Mapping[Path, int], number: int, cells: Sequence[Any], path: Path, found: str = "") -> Place:
    """Return the place of the cell that holds *path*, with what it shows.

    Args:
        file: the workbook.
        sheet: the sheet's name.
        at: position of each column by path.
        number: the row, from 1.
        cells: its cells.
        path: what is looked for; the nearest column above it counts.
        found: the offending piece of the cell.
    """
    while path and path not in at:
        path = path[:-1]
    n = at.get(path)
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
    text = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text

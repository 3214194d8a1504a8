"""The register as a list for Excel, and as CSV: the ten columns, then year and agency, to be read back; at last the journal's head.

The only openpyxl of this room.
"""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from notice_gen import typography
from notice_gen.ooxml import cells
from notice_gen.register.entry import Entry
from notice_gen.register.journal import Head
from notice_gen.register.paper.form import COT, row

HEADINGS = (*COT, "Năm", "Cơ quan", "Mã nhật ký")
_LETTERS = "ABCDEFGHIJKLM"
_WIDTHS = (16, 12, 48, 18, 28, 18, 9, 12, 10, 24, 8, 36, 40)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def csv_text(entries: Sequence[Entry], heads: Sequence[Head] = ()) -> str:
    """Return the list as CSV; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([("'" if _FORMULA.match(cell) else "") + cell for cell in line] for line in _lines(entries, heads))
    return "\ufeff" + out.getvalue()


def unescaped(text: str) -> str:
    """Return what :func:`csv_text` was given for a cell.

    >>> unescaped("'=1+1"), unescaped("''=1"), unescaped("'a'")
    ('=1+1', "'=1", "'a'")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _lines(entries: Sequence[Entry], heads: Iterable[Head]) -> list[tuple[str, ...]]:
    """Return the cells of every line; the last line of an agency's year has the head of its journal."""
    ends = {(head.co_quan, head.nam): str(head) for head in heads}
    last = {(entry.day_so.co_quan, entry.nam): index for index, entry in enumerate(entries)}
    at = {index: ends.get(chain, "") for chain, index in last.items()}
    return [tuple(map(printable, (*row(line), str(line.nam), line.co_quan, at.get(index, "")))) for index, line in enumerate(entries)]


def xlsx(entries: Sequence[Entry], heads: Sequence[Head] = ()) -> bytes:
    """Return the list as a workbook: texts are texts, days are days, the same lines give the same bytes."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.writer.excel import ExcelWriter

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "So van ban di"
    edge = Side(style="thin")
    frame = Border(left=edge, right=edge, top=edge, bottom=edge)
    for number, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True), start=1):
        head = sheet.cell(1, number, heading)
        head.font, head.border = Font(name=_FONT, size=_SIZE, bold=True), frame
        head.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = width
    for index in {2, len(entries) + 1} if entries else ():  # how cells look: openpyxl writes no more of a long list than that
        for number, look in enumerate(_LOOKS, start=1):
            cell = sheet.cell(index, number)
            cell.font, cell.border, cell.alignment = Font(name=_FONT, size=_SIZE), frame, Alignment(wrap_text=True, vertical="top")
            cell.number_format = look
    sheet.row_dimensions[1].height = 3 * _LINE
    _for_printing(sheet, len(entries) + 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as stored:  # deflated once, by :func:`zipped`
        ExcelWriter(book, stored).save()
    return _finished(out.getvalue(), entries, _lines(entries, heads))


_FONT, _SIZE, _LINE = "Times New Roman", 11, 15
_FILLED = 0.9  # of a line, words not being broken
_DAY, _YEAR = 1, 10  # the columns, from 0
_LOOKS = ("@", "dd/mm/yyyy", "General")
"""How a text looks, which stays one when it is edited, a day, and what is neither."""
_SHEET = "xl/worksheets/sheet1.xml"
_SAMPLES = re.compile(r'<row r="2".*?(?=</sheetData>)', re.DOTALL)
_LOOK = re.compile(r'(?<= s=")\d+')


def _rows(entries: Sequence[Entry], lines: Iterable[Sequence[str]], looks: Sequence[str]) -> Iterator[str]:
    """Yield the lines as XML; *looks*: by what the sheet names the :data:`_LOOKS`."""
    text, day, plain = (f'" s="{look}"' for look in looks)
    for index, (entry, line) in enumerate(zip(entries, lines, strict=True), start=2):
        yield f'<row r="{index}" ht="{_height(line)}" customHeight="1">'
        for n, value in enumerate(line):
            place = f'<c r="{_LETTERS[n]}{index}'
            if n == _DAY and entry.ngay and entry.ngay.year >= 1900:  # Excel's first
                yield f"{place}{day}{cells.day(entry.ngay)}"
            elif n == _YEAR:
                yield f"{place}{plain}{cells.number(entry.nam)}"
            else:
                yield f"{place}{text}{cells.text(value[: cells.MOST])}" if value else f"{place}{plain}/>"
        yield "</row>"


def _height(line: Sequence[str]) -> float:
    """Return the height in pt that shows every text whole: LibreOffice does not work it out by itself."""
    room = [(7 * width + 5) / 96 * 25.4 * _FILLED for width in _WIDTHS]  # mm; a column's width counts figures of 7 pixels
    return min(max(map(_lines_of, line, room)) * _LINE, 409)  # the most Excel allows


@lru_cache(maxsize=4096)
def _lines_of(text: str, wide: float) -> int:
    """Return how many lines a text takes; remembered: in a mailing most columns say the same."""
    return sum(max(math.ceil(typography.width_mm(line, size_pt=_SIZE) / wide), 1) for line in text.split("\n"))


def printable(text: str) -> str:
    """Return *text* without characters that no XML can hold."""
    return _NO_XML.sub("\ufffd", text)


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _for_printing(sheet: Any, last: int) -> None:
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:M{last}"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:J{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.center.text = "&P"


def _finished(data: bytes, entries: Sequence[Entry], lines: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook with its lines, without the moment at which it was written."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    if entries:
        xml = parts[_SHEET].decode()
        start, end = next(_SAMPLES.finditer(xml)).span()
        looks = _LOOK.findall(xml[start:end])[: len(_LOOKS)]
        parts[_SHEET] = "".join((xml[:start], *_rows(entries, lines, looks), xml[end:])).encode()
    core = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return zipped({**parts, "docProps/core.xml": core})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of *parts* by name, the same bytes for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the earliest time a zip can name
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, part)
    return out.getvalue()

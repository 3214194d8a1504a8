"""Workbooks of what is followed: the one door to XlsxWriter.

Every text is written as text and its cell formatted as text: what begins with ``=`` or ``+`` is no formula, also when somebody edits it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from notice_gen.ooxml import cells
from notice_gen.render import pack

SO, PHAN_TRAM, NGAY = "#,##0", "0.0%", "dd/mm/yyyy"
"""Formats of numbers; Excel shows its marks of thousands and decimals as the machine's region writes them."""

_FONT = "Times New Roman"
_EPOCH = datetime(2020, 1, 1)  # noqa: DTZ001 - of a file that says the same the bytes are the same
_MOST = 32_000  # letters of a cell; Excel takes no more than 32,767

Cell = str | int | Decimal | float | date | None


class Book:
    """A workbook being written; :meth:`bytes` ends it."""

    def __init__(self, title: str) -> None:
        import xlsxwriter

        self._data = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self._data, options)
        self.book.set_properties({"title": title, "created": _EPOCH})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._long: dict[str, _Long] = {}  # lists by the parts of their sheets

    def format(self, **look: Any) -> Any:
        """Return the format that looks so, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": _FONT, "font_size": 11, "valign": "top", **look})
        return self._formats[key]

    def sheet(self, name: str) -> Sheet:
        """Begin a sheet."""
        return Sheet(self, self.book.add_worksheet(name[:31]))

    def bytes(self) -> bytes:
        """Return the finished file."""
        self.book.close()
        if not self._long:
            return self._data.getvalue()
        with zipfile.ZipFile(self._data) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts |= {name: _filled(parts[name], long) for name, long in self._long.items()}
        return pack.zipped(pack.fixed({}), parts)

    def put_in(self, sheet: Any, long: _Long) -> None:
        """Keep the rows of a sheet's list until all else is written."""
        self._long[f"xl/worksheets/sheet{self.book.worksheets().index(sheet) + 1}.xml"] = long


class _Long(NamedTuple):
    """A list: its first row, from 0, and its rows."""

    first: int
    rows: Sequence[Sequence[str | date | None]]


class Sheet:
    """A sheet of a :class:`Book`."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self.of, self.at = book, sheet
        self.at.set_landscape()
        self.at.set_paper(9)
        self.at.fit_to_pages(1, 0)
        self.at.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.5)
        self._text = book.format(num_format="@", border=1, text_wrap=True)
        self._number = book.format(num_format=SO, border=1)
        self._decimal = book.format(num_format="#,##0.##", border=1)
        self._share = book.format(num_format=PHAN_TRAM, border=1)
        self._day = book.format(num_format=NGAY, border=1, align="center")
        self._empty = book.format(border=1)
        self._link = book.format(num_format=SO, border=1, font_color="#1F3864", underline=1)

    def title(self, text: str, below: str = "") -> None:
        """Write what the sheet is, in its first two rows."""
        self.at.write_string(0, 0, text, self.of.format(bold=True, font_size=14))
        if below:
            self.at.write_string(1, 0, below, self.of.format(italic=True))

    def head(self, row: int, names: Sequence[str], widths: Sequence[float]) -> None:
        """Write a row of headings, repeated on every page, frozen above the rows."""
        look = self.of.format(bold=True, border=1, bg_color="#D9D9D9", text_wrap=True, align="center", valign="vcenter")
        for n, (name, width) in enumerate(zip(names, widths, strict=True)):
            self.at.write_string(row, n, name, look)
            self.at.set_column(n, n, width)
        self.at.set_row(row, 32)
        self.at.freeze_panes(row + 1, 1)
        self.at.repeat_rows(row)

    def filter(self, head: int, last: int, columns: int) -> None:
        """Let rows be filtered by their columns."""
        self.at.autofilter(head, 0, max(last, head), columns - 1)

    def row(self, row: int, cells: Iterable[Cell], *, links: dict[int, str] | None = None, shares: frozenset[int] = frozenset()) -> None:
        """Write a row; *links*: by column, the place in this workbook that a number leads to; *shares*: columns of percentages."""
        for n, value in enumerate(cells):
            self.cell(row, n, value, link=links.get(n, "") if links else "", share=n in shares)

    def rows(self, first: int, rows: Sequence[Sequence[str | date | None]], days: frozenset[int]) -> None:
        """Write a list of texts, and in the columns *days* of days, of any length.

        XlsxWriter takes 8 µs for a cell, nine tenths of a dashboard: it writes how the first and the last row look, and the rows are put
        in as XML when all else is written.
        """
        if not rows:
            return
        for row in {first, first + len(rows) - 1}:
            for n in range(len(rows[0])):
                self.at.write_blank(row, n, None, self._day if n in days else self._text)
        self.of.put_in(self.at, _Long(first, rows))

    def cell(self, row: int, column: int, value: Cell, *, link: str = "", share: bool = False) -> None:
        """Write one cell."""
        if value is None or value == "":
            self.at.write_blank(row, column, None, self._empty)
        elif isinstance(value, str):
            self.at.write_string(row, column, value[:_MOST], self._text)
        elif isinstance(value, date):
            self.at.write_datetime(row, column, datetime(value.year, value.month, value.day), self._day)  # noqa: DTZ001 - a day
        elif share:
            self.at.write_number(row, column, float(value), self._share)
        else:
            if link:
                self.at.write_url(row, column, f"internal:{link}", self._link)
            look = self._link if link else self._decimal if isinstance(value, Decimal | float) and value != int(value) else self._number
            self.at.write_number(row, column, float(value) if isinstance(value, Decimal) else value, look)

    def choices(self, first: int, last: int, column: int, words: Sequence[str]) -> None:
        """Offer *words* in the cells of a column."""
        offered = {"validate": "list", "source": list(words), "ignore_blank": True, "error_type": "warning"}
        self.at.data_validation(first, column, max(first, last), column, offered)


_SAMPLES = r'<row r="{row}".*?(?=</sheetData>)'
_LOOK = re.compile(r' s="(\d+)"')


def _filled(part: bytes, long: _Long) -> bytes:
    """Return a sheet with the rows of its list in the place of those that say how they look."""
    xml = part.decode()
    samples = re.search(_SAMPLES.format(row=long.first + 1), xml, re.DOTALL)
    if samples is None:
        raise AssertionError(xml[:200])
    looks = _LOOK.findall(samples[0].partition("</row>")[0])
    return "".join((xml[: samples.start()], *_written(long, looks), xml[samples.end() :])).encode()


def _written(long: _Long, looks: Sequence[str]) -> Iterator[str]:
    texts: dict[str, str] = {}
    starts = [(f'<c r="{chr(ord("A") + n)}', f'" s="{look}"') for n, look in enumerate(looks)]
    for number, row in enumerate(long.rows, start=long.first + 1):
        yield f'<row r="{number}">'
        for (start, look), value in zip(starts, row, strict=True):
            if not value:
                yield f"{start}{number}{look}/>"
            elif isinstance(value, str):
                text = texts.get(value)
                if text is None:
                    text = texts[value] = cells.text(value[:_MOST])
                yield f"{start}{number}{look}{text}"
            else:
                yield f"{start}{number}{look}{cells.day(value)}"
        yield "</row>"


PATTERNS = ("solid", "wide_upward_diagonal", "small_grid", "light_horizontal", "dark_vertical", "percent_20")
GREYS = ("#404040", "#7F7F7F", "#A6A6A6", "#262626", "#595959", "#8C8C8C")
"""What tells series apart on a black-and-white copy."""


def chart(
    sheet: Sheet, kind: str, subtype: str, title: str, series: Iterable[tuple[str, str, str]], *, at: str, size: tuple[int, int]
) -> None:  # fmt: skip
    """Put a native chart on a sheet.

    Args: *kind*: ``column``, ``bar``, ``line``; *subtype*: ``stacked`` or nothing; *series*: of each its name's, its names' and its
    values' places, as formulas; *at*: its upper left cell; *size*: in pixels.
    """
    made = sheet.of.book.add_chart({"type": kind, "subtype": subtype} if subtype else {"type": kind})
    every = list(series)
    for n, (name, categories, values) in enumerate(every):
        look: dict[str, Any] = {"fill": {"color": GREYS[0]}} if n % len(PATTERNS) == 0 else {
            "pattern": {"pattern": PATTERNS[n % len(PATTERNS)], "fg_color": GREYS[n % len(GREYS)], "bg_color": "#FFFFFF"}
        }  # fmt: skip
        if kind == "line":
            dashes = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "square_dot")
            markers = ("circle", "square", "triangle", "diamond", "x", "plus")
            look = {
                "line": {"color": "#262626", "width": 2, "dash_type": dashes[n % 6]},
                "marker": {"type": markers[n % 6], "size": 7, "fill": {"color": "#FFFFFF"}, "border": {"color": "#262626"}},
            }
        else:
            look["border"] = {"color": "#262626"}
            look["gap"] = 60
        made.add_series({"name": name, "categories": categories, "values": values, **look})
    font = {"name": _FONT, "size": 10}
    made.set_title({"name": title, "name_font": {"name": _FONT, "size": 12, "bold": True}, "overlay": False})
    made.set_legend({"position": "bottom", "font": font} if len(every) > 1 else {"none": True})
    lines = {"visible": True, "line": {"color": "#BFBFBF"}}
    names, numbers = {"num_font": font}, {"num_font": font, "num_format": SO, "major_gridlines": lines}
    if kind == "bar":  # its names run upwards else, and the numbers stand above
        made.set_y_axis({**names, "reverse": True, "crossing": "max"})
        made.set_x_axis(numbers)
    else:
        made.set_x_axis(names)
        made.set_y_axis(numbers)
    made.set_size({"width": size[0], "height": size[1]})
    sheet.at.insert_chart(at, made, {"description": title})


def place(sheet: str, first: int, last: int, columns: int) -> str:
    """Return the place of some rows, from 0, as Excel writes it.

    >>> place("Kiến nghị", 3, 5, 4)
    "'Kiến nghị'!A4:D6"
    """
    from xlsxwriter.utility import xl_range

    return f"'{sheet}'!{xl_range(first, 0, last, columns - 1)}"

"""What calamine does not say of an .ods: errors, percents, hidden and merged cells, repeats without end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.errors import N_
from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.zipped import PERCENT, Book, Look, Parts, Start, Work, walk

_HIDDEN = frozenset({"collapse", "filter"})
_SHEET = 30  # elements that a sheet costs
_MOST_ALIKE = 1_000  # rows that are written as one
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def look(parts: Parts) -> Book:
    """Look through an .ods.  Raises InputError: it has a password, or is no spreadsheet."""
    file = parts.file
    if not parts.read("mimetype").startswith(_SPREADSHEET):
        raise zipped.refused(file, N_("Đây là tệp OpenDocument nhưng không phải bảng tính."), N_("Chọn tệp .ods hoặc .xlsx có số liệu."))
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise zipped.refused(file, *zipped.LOCKED)
    try:
        seen = _Sheets(parts.read("content.xml"), parts).seen
    except ValueError as error:
        raise zipped.refused(file, *zipped.BROKEN) from error
    return Book.of(parts.looked_at(), seen)


class _Sheets:
    """Walks ``content.xml``: all sheets stand in it, one after the other."""

    def __init__(self, content: bytes, work: Work) -> None:
        self.seen: list[tuple[Look, bool]] = []
        self._work = work
        self._hidden_styles: set[str] = set()
        self._style = self._text = self._kept = ""
        self._looking: Look | None = None
        self._shown = True
        self._column = self._columns = 0
        self._row = (0, 0, False)  # its number, how often it is repeated, whether it is hidden
        self._cell: Mapping[str, str] = {}
        self._parser: Any = None
        starts: dict[str, Start] = {
            "style": self._begins_style, "table-properties": self._shows_sheets, "table": self._begins_sheet,
            "table-column": self._begins_column, "table-row": self._begins_row, "table-cell": self._begins_cell,
            "covered-table-cell": self._begins_cell, "annotation": self._begins_note,
        }  # fmt: skip
        ends = {
            "table": self._ends_sheet, "annotation": self._ends_note, "table-cell": self._ends_cell, "covered-table-cell": self._ends_cell,
        }
        walk(content, work, starts, ends, lambda parser: setattr(self, "_parser", parser))

    def _begins_style(self, attributes: Mapping[str, str]) -> None:
        self._style = attributes.get("style:name", "")

    def _shows_sheets(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _begins_sheet(self, attributes: Mapping[str, str]) -> None:
        if self._looking:  # a table in a sheet: what reads the values would go on below it
            raise zipped.refused(self._work.file, *zipped.BROKEN)
        self._work.spend(_SHEET)
        self._looking = Look(attributes.get("table:name", ""), self._work)
        self._shown = attributes.get("table:style-name") not in self._hidden_styles
        self._row, self._columns = (1, 0, False), 0

    def _ends_sheet(self) -> None:
        if self._looking:
            self.seen.append((self._looking, self._shown))
            self._looking = None

    def _begins_column(self, attributes: Mapping[str, str]) -> None:
        times = _times(attributes, "table:number-columns-repeated")
        if self._looking and attributes.get("table:visibility") in _HIDDEN:
            self._looking.hide(self._columns, self._columns + times - 1)
        self._columns += times

    def _begins_row(self, attributes: Mapping[str, str]) -> None:
        if self._looking:
            number, times, _ = self._row
            self._row = (number + times, _times(attributes, "table:number-rows-repeated"), attributes.get("table:visibility") in _HIDDEN)
            self._column = 0

    def _begins_cell(self, attributes: Mapping[str, str]) -> None:
        if self._looking:
            self._work.spend()
            self._cell, self._text = attributes, ""
            self._parser.CharacterDataHandler = self._hear

    def _hear(self, text: str) -> None:
        if len(self._text) < zipped.ENOUGH:
            self._text += text

    def _begins_note(self, _: Mapping[str, str]) -> None:
        self._kept, self._parser.CharacterDataHandler = self._text, None

    def _ends_note(self) -> None:
        if self._looking:
            self._text, self._parser.CharacterDataHandler = self._kept, self._hear

    def _ends_cell(self) -> None:
        if self._looking:
            self._parser.CharacterDataHandler = None
            self._see(self._looking, self._cell)

    def _see(self, looking: Look, cell: Mapping[str, str]) -> None:
        first, times = self._column, _times(cell, "table:number-columns-repeated")
        self._column += times
        number, repeated, hidden = self._row
        kind = cell.get("office:value-type", "")
        wide, high = _times(cell, "table:number-columns-spanned"), _times(cell, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            looking.merge(number, first, number + high - 1, first + wide - 1)
        never = bool(cell.get("table:formula")) and not kind
        if not kind and not self._text and not never:
            return
        looking.row(number + repeated - 1, hidden=False)
        looking.value(first + times - 1)
        if repeated > _MOST_ALIKE:
            raise zipped.refused(self._work.file, *zipped.TOO_LARGE)
        is_broken = never or cell.get("calcext:value-type") == "error"
        for row in range(number, number + repeated):
            self._work.spend()
            looking.row(row, hidden=hidden)
            looking.value(first)
            for column in range(first, first + times) if is_broken or kind == "percentage" else ():
                self._work.spend()
                looking.value(column, self._text if is_broken else PERCENT)


def _times(attributes: Mapping[str, str], key: str) -> int:
    text = attributes.get(key)
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise ValueError(f"{key}: {text!r}")
    return max(1, int(text))

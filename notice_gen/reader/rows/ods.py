"""What calamine does not tell of an .ods: errors, percents, hidden and merged cells, repeats without end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.errors import N_
from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.look import Book, Look, Looking
from notice_gen.reader.rows.zipped import Parts, walk

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def look(data: bytes, file: str) -> Book:
    """Look through an .ods.

    Raises:
        InputError: it has a password, or is no spreadsheet.
    """
    parts = Parts(data, file)
    if not parts.read("mimetype").startswith(_SPREADSHEET):
        raise zipped.refused(file, N_("Đây là tệp OpenDocument nhưng không phải bảng tính."), N_("Chọn tệp .ods hoặc .xlsx có số liệu."))
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise zipped.locked(file)
    sheets = _Sheets(file)
    walk(parts.read("content.xml"), file, sheets.start, sheets.end, sheets.meets)
    seen = sheets.seen
    visible = [sheet for sheet, shown in seen if shown and sheet.height]
    hidden = any(sheet.height for sheet, shown in seen if not shown)
    return Book(parts.looked_at(), visible[0] if visible else None, tuple(sheet.name for sheet in visible[1:]), hidden)


class _Sheets:
    """Walks ``content.xml``: all sheets stand in it, one after the other."""

    def __init__(self, file: str) -> None:
        self.seen: list[tuple[Look, bool]] = []
        self._file = file
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._looking: Looking | None = None
        self._shown = True
        self._column = self._columns = 0
        self._row = (0, 0, False)  # its number, how often it is repeated, whether it is hidden
        self._cell: Mapping[str, str] = {}
        self._text = ""
        self._depth = 0
        self._kept = ""
        self._parser: Any = None

    def meets(self, parser: Any) -> None:
        self._parser = parser

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "style":
            self._style = attributes.get("style:name", "")
        elif element == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif element == "table":
            self._begins_sheet(attributes)
        elif self._looking is None:
            return
        elif element == "table-column":
            self._hides(attributes, _times(attributes, "table:number-columns-repeated"))
        elif element == "table-row":
            number, times, _ = self._row
            hidden = attributes.get("table:visibility") in {"collapse", "filter"}
            self._row = (number + times, _times(attributes, "table:number-rows-repeated"), hidden)
            self._column = 0
            self._looking.element()
        elif element in {"table-cell", "covered-table-cell"}:
            self._looking.element()
            self._cell, self._text = attributes, ""
            self._parser.CharacterDataHandler = self._hears
        elif element == "annotation":  # a note on the cell is not in it
            self._kept, self._parser.CharacterDataHandler = self._text, None

    def end(self, element: str) -> None:
        if element == "table":
            if self._depth == 1 and self._looking:
                self.seen.append((self._looking.done(), self._shown))
                self._looking = None
            self._depth -= 1
        elif self._looking and element == "annotation":
            self._text, self._parser.CharacterDataHandler = self._kept, self._hears
        elif self._looking and element in {"table-cell", "covered-table-cell"}:
            self._parser.CharacterDataHandler = None
            self._ends_cell(self._looking, self._cell)

    def _begins_sheet(self, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._looking = Looking(attributes.get("table:name", ""), self._file)
            self._shown = attributes.get("table:style-name") not in self._hidden_styles
            self._row, self._columns = (1, 0, False), 0

    def _hears(self, text: str) -> None:
        self._text += text

    def _hides(self, attributes: Mapping[str, str], times: int) -> None:
        if self._looking and attributes.get("table:visibility") in {"collapse", "filter"}:
            self._looking.hides_columns(self._columns, self._columns + times - 1)
        self._columns += times

    def _ends_cell(self, looking: Looking, cell: Mapping[str, str]) -> None:
        first, times = self._column, _times(cell, "table:number-columns-repeated")
        self._column += times
        number, repeated, hidden = self._row
        kind = cell.get("office:value-type", "")
        wide, high = _times(cell, "table:number-columns-spanned"), _times(cell, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            looking.merges(number, first, number + high - 1, first + wide - 1)
        never = bool(cell.get("table:formula")) and not kind
        if not kind and not self._text and not never:
            return
        looking.row(number + repeated - 1, hidden=False)
        looking.value(first + times - 1)
        is_broken = never or cell.get("calcext:value-type") == "error"
        for row in range(number, number + repeated):
            looking.element()
            looking.row(row, hidden=hidden)
            looking.value(first)
            for column in range(first, first + times) if is_broken or kind == "percentage" else ():
                looking.element()
                if is_broken:
                    looking.broken(column, self._text)
                else:
                    looking.percent(column)


def _times(attributes: Mapping[str, str], key: str) -> int:
    text = attributes.get(key, "1")
    return max(1, int(text)) if text.isdigit() and len(text) < 8 else 1

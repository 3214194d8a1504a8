"""A table's grid: each cell with its width, its lines and what the table style gives it (ECMA-376 Part 1, §17.4, §17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check.word.properties import Properties, is_line
from notice_gen.check.word.styles import Style, Styles, has_lines
from notice_gen.check.word.tracked import cells_left, rows_left
from notice_gen.ooxml.names import MC, MM_PER_TWIP, Element, W, measure, val, whole
from notice_gen.records import record

_PADDING = 108 * MM_PER_TWIP  # a cell's left and right margin where none is said
_UPRIGHT = {W + side for side in ("left", "right", "start", "end", "insideV")}
_TRANSPARENT = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", MC + "AlternateContent", MC + "Choice"}


@record
class CellBox:
    """A cell on the page.

    Attributes:
        element: the ``w:tc``.
        row, column: counted from 0.
        borders: the table shows lines.
        width: mm left for text.
        style: paragraph and run properties from the table style.
        top, bottom: lines of this cell in a table that has none otherwise.
        grid: the column of the table where it begins.
    """

    element: Element
    row: int
    column: int
    borders: bool
    width: float
    style: tuple[Properties, Properties]
    top: bool = False
    bottom: bool = False
    grid: int = 0


def cells(table: Element, styles: Styles, width: float) -> Iterator[CellBox]:
    """Yield the cells of a ``w:tbl`` in reading order.

    Args:
        table: the element.
        styles: of the file.
        width: mm of the column the table stands in, for widths given in percent.
    """
    said = table.find(W + "tblPr")
    style = styles.style(val(said, "tblStyle"), "table")
    borders = has_lines(None if said is None else said.find(W + "tblBorders"), style.borders) or _ruled(table)
    padding = _padding(said)
    grid = [measure(one.get(W + "w")) or 0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    look = _look(said)
    rows = rows_left(within(table, W + "tr"))
    kept: dict[tuple[str, ...], tuple[Properties, Properties]] = {}
    for number, row in enumerate(rows):
        row_cells = cells_left(within(row, W + "tc"))
        at = 0
        for column, element in enumerate(row_cells):
            properties = element.find(W + "tcPr")
            span = min(max(whole(val(properties, "gridSpan")) or 1, 1), 63)
            parts = tuple(_parts(look, number, len(rows), column, len(row_cells))) if style.parts else ()
            if parts not in kept:
                kept[parts] = _merged(style, parts)
            lines = None if properties is None else properties.find(W + "tcBorders")
            yield CellBox(
                element, number, column, borders, max(_width(properties, grid[at : at + span], width) - padding, 0.0), kept[parts],
                not borders and lines is not None and is_line(lines.find(W + "top")),
                not borders and lines is not None and is_line(lines.find(W + "bottom")), at,
            )
            at += span


def _ruled(table: Element) -> bool:
    """Tell whether the cells themselves draw lines between columns: a line at the bottom alone may close a name."""
    cells_ = (cell for row in within(table, W + "tr") for cell in within(row, W + "tc"))
    return any(line.tag in _UPRIGHT and is_line(line) for cell in cells_ for line in cell.iterfind(f"{W}tcPr/{W}tcBorders/*"))


def within(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children called *name*, also those in content controls, insertions and the like."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from within(child, name)


def _width(properties: Element | None, columns: list[float], width: float) -> float:
    said = None if properties is None else properties.find(W + "tcW")
    if said is not None:
        length, kind = measure(said.get(W + "w", "").rstrip("%")), said.get(W + "type", "dxa")
        if length and kind == "dxa":
            return length * MM_PER_TWIP
        if length and kind == "pct":
            percent = length if said.get(W + "w", "").endswith("%") else length / 50
            return width * percent / 100
    return sum(columns) * MM_PER_TWIP


def _padding(properties: Element | None) -> float:
    margins = None if properties is None else properties.find(W + "tblCellMar")
    total = 0.0
    for names in (("start", "left"), ("end", "right")):
        side = None
        for name in names:
            found = None if margins is None else margins.find(W + name)
            side = side if found is None else measure(found.get(W + "w"))
        total += _PADDING if side is None else side * MM_PER_TWIP
    return total


_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}


def _look(properties: Element | None) -> dict[str, bool]:
    """Which parts of the table style are asked for (§17.4.55): single attributes, or one bit field."""
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None:
        return dict.fromkeys(_BITS, False)
    try:
        bits = int(look.get(W + "val", "0"), 16)
    except ValueError:
        bits = 0
    return {
        name: look.get(W + name) in {"1", "true", "on"} if look.get(W + name) is not None else bool(bits & bit)
        for name, bit in _BITS.items()
    }


def _parts(look: dict[str, bool], row: int, rows: int, column: int, columns: int) -> Iterator[str]:
    """Return the names of the conditional formats of one cell, the weakest first (§17.7.6)."""
    top, bottom = look["firstRow"] and row == 0, look["lastRow"] and row == rows - 1
    left, right = look["firstColumn"] and column == 0, look["lastColumn"] and column == columns - 1
    formats = (
        ("wholeTable", True), (f"band{(column - look['firstColumn']) % 2 + 1}Vert", not (look["noVBand"] or left or right)),
        (f"band{(row - look['firstRow']) % 2 + 1}Horz", not (look["noHBand"] or top or bottom)),
        ("firstCol", left), ("lastCol", right), ("firstRow", top), ("lastRow", bottom),
        ("neCell", top and right), ("nwCell", top and left), ("seCell", bottom and right), ("swCell", bottom and left),
    )  # fmt: skip
    return (name for name, met in formats if met)


def _merged(style: Style, parts: tuple[str, ...]) -> tuple[Properties, Properties]:
    paragraph, run = dict(style.paragraph), dict(style.run)
    for said in filter(None, map(style.parts.get, parts)):
        paragraph |= said[0]
        run |= said[1]
    return paragraph, run

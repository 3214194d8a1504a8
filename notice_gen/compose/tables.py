"""Tables of figures: cells as printed, column widths in twips, the total row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from notice_gen import page, typography, vietnamese
from notice_gen.compose.writer import Path, Writer
from notice_gen.expressions import show
from notice_gen.model import Bang
from notice_gen.page import Block, Cell, Cot, Dong

_CELL_PADDING_MM = 4.5
_SIZE_PT = 13
_NUMBER = re.compile(r"[-−]?[\d.,]+ ?%?")
_ORDINAL = re.compile(r"(s?tt|số tt|số thứ tự)\.?", re.IGNORECASE)
_THOUSANDTHS = -3


def table_blocks(writer: Writer, bang: Bang, width: int, path: Path) -> Iterator[Block]:
    """Yield the title, the unit line and the table of *bang*, which stands at *path* and fills *width* twips."""
    if bang.tieu_de:
        yield Dong("ten_bang", writer.line(bang.tieu_de, (*path, "tieu_de")))
    if bang.don_vi_tinh:
        yield Dong("don_vi_tinh", f"Đơn vị tính: {writer.text(bang.don_vi_tinh, (*path, 'don_vi_tinh'))}")
    heads = [writer.text(cot.ten, (*path, "cot", i)) for i, cot in enumerate(bang.cot)]
    rows = [[writer.value(cell, (*path, "hang", i, j)) for j, cell in enumerate(row)] for i, row in enumerate(bang.hang)]
    last: list[Any] = []
    if _adds_up(bang) or any(map(_may_be_doubtful, rows)):
        from notice_gen.compose import totals

        rows, last = totals.worked_out(writer, bang, heads, rows, path)
    shown, total = [list(map(_shown, row)) for row in rows], list(map(_shown, last))
    widths = _widths(heads, [*shown, total] if total else shown, bang.rong, width)
    columns = [(_ORDINAL.fullmatch(head) is not None, rong) for head, rong in zip(heads, widths, strict=True)]
    yield page.Bang(tuple(map(Cot, heads, widths)), tuple(_cells(row, columns) for row in shown), _cells(total, columns) if total else ())


def _adds_up(bang: Bang) -> bool:
    return bang.tong or bang.tong_nhom or any(cot.ty_le or cot.ten.casefold().startswith("đơn giá") for cot in bang.cot)


def _may_be_doubtful(row: Sequence[Any]) -> bool:
    """Tell whether a row may be a typed total, or hold a decimal such as 1.250: most tables have neither, and are left alone."""
    words = (cell.casefold() for cell in row[:3] if isinstance(cell, str))
    if any(type(cell) is Decimal and cell.as_tuple().exponent == _THOUSANDTHS for cell in row):
        return True
    return any("tổng" in text or "cộng" in text or "toàn" in text for text in words)


def _cells(row: Sequence[tuple[str, bool]], columns: Sequence[tuple[bool, int]]) -> tuple[Cell, ...]:
    """Return a row as printed; *columns* says of each whether it counts the rows, and its width."""
    return tuple(Cell(chu, la_so and not counts, rong) for (chu, la_so), (counts, rong) in zip(row, columns, strict=True))


def _shown(cell: Any) -> tuple[str, bool]:
    """Return a cell's text and whether it is a number."""
    if isinstance(cell, str):
        return cell, bool(_NUMBER.fullmatch(cell))
    if isinstance(cell, date) or cell is None:
        return show(cell), False
    # In a table 4 stands under 12 unpadded: the leading zero belongs to running text.
    return (vietnamese.so(cell) if isinstance(cell, int | Decimal) else show(cell)), True


def _widths(heads: Sequence[str], shown: Sequence[Sequence[tuple[str, bool]]], rong: Sequence[int], width: int) -> list[int]:
    """Share *width* twips among the columns: as asked, else by what they hold."""
    weights: list[float] = list(rong)
    if not weights:
        for i, head in enumerate(heads):
            longest_word = max(_mm(word) for word in head.split())
            longest = max((_mm(row[i][0]) for row in shown), default=0.0)
            numbers = max((_mm(row[i][0]) for row in shown if row[i][1]), default=0.0)
            weights.append(max(longest_word, numbers, min(longest, 70.0)) + _CELL_PADDING_MM)
    shares = [int(width * weight / sum(weights)) for weight in weights]
    shares[shares.index(max(shares))] += width - sum(shares)
    return shares


_mm = partial(typography.width_mm, size_pt=_SIZE_PT, bold=True)

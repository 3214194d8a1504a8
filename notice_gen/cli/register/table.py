"""Lines of text in columns, for a terminal: Vietnamese letters take the room they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_gen.cli.report import columns, visible

_GAP = "  "


def table(rows: Sequence[Sequence[str]], *, width: int | None = None, shortened: Sequence[int] = (), right: int = -1) -> Iterator[str]:
    """Yield the lines of a table.

    Args:
        rows: their cells, as many in each.
        width: of the terminal, in its columns; None leaves every text whole.
        shortened: the cells that give way when a row would be wider, the first of them first.
        right: the cell that is set against its right side.
    """
    cells = [[" ".join(visible(cell).split()) for cell in row] for row in rows]
    widths = [max(map(_wide, column)) for column in zip(*cells, strict=True)]
    for index in shortened:
        over = sum(widths) + len(_GAP) * (len(widths) - 1) - width if width else 0
        widths[index] = max(widths[index] - max(over, 0), min(widths[index], _LEAST))
    for row in cells:
        parts = [_fit(cell, wide, right=index == right) for index, (cell, wide) in enumerate(zip(row, widths, strict=True))]
        yield _GAP.join(parts).rstrip()


_LEAST = 12  # columns that a shortened cell keeps


def _fit(text: str, width: int, *, right: bool) -> str:
    if _wide(text) > width:
        kept = ""
        for char in text:
            if _wide(kept + char) > width - 1:
                break
            kept += char
        text = kept.rstrip() + "…"
    blanks = " " * (width - _wide(text))
    return blanks + text if right else text + blanks


def _wide(text: str) -> int:
    return sum(map(columns, text))

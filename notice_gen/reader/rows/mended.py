"""A table as it was typed on, without its file being touched: other headings, other cells, rows left out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notice_gen.errors import Place
from notice_gen.reader.rows import books
from notice_gen.reader.rows.table import Record, Table
from notice_gen.records import record


@record
class Mends:
    """What was changed of a table; columns are counted from 0, rows have the numbers that Excel shows.

    Attributes:
        columns: what a column's heading says instead: a key, or ``#`` for one that is not read.
        cells: what is typed into a cell, by row and column; rows below the last one are added.
        left_out: rows that no notice is made of.
    """

    columns: Mapping[int, str]
    cells: Mapping[tuple[int, int], str]
    left_out: frozenset[int]


NOTHING = Mends({}, {}, frozenset())
"""Nothing is changed."""


def mended(table: Table, mends: Mends, file: str) -> Table:
    """Return *table* as it was typed on; every row and cell is called as Excel calls it, those of a CSV too."""
    before, braces, _ = table.row_name.partition("!{}")
    sheet = before if braces else Path(file).stem
    head = table.heading_place(0).line or 1
    headings = list(table.headings)
    for n, said in mends.columns.items():
        headings += [""] * (n + 1 - len(headings))
        headings[n] = said
    return replace(
        table, headings=headings, heading_place=lambda n: books.place(file, sheet, {(): n}, head, table.labels, ()),
        records=_typed_on(_numbered(table, in_lines=not braces), mends, head), where=functools.partial(books.place, file, sheet),
        row_name=f"{sheet}!{{}}",
    )  # fmt: skip


def _numbered(table: Table, *, in_lines: bool) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows with the numbers that Excel gives them: a text counts lines, of which one row may have several."""
    further = sum(str(label).count("\n") for label in table.labels) if in_lines else 0
    for number, cells, _ in table.records:
        yield number - further, cells
        further += sum(cell.count("\n") for cell in cells) if in_lines else 0


def _typed_on(rows: Iterator[tuple[int, Sequence[Any]]], mends: Mends, last: int) -> Iterator[Record]:
    """Yield the rows as they were typed on, then those that were added below; *last*: the row of the headings."""
    typed: dict[int, dict[int, str]] = {}
    for (number, n), said in mends.cells.items():
        typed.setdefault(number, {})[n] = said
    for number, before in rows:
        last = number
        if number in mends.left_out:
            continue
        cells = list(before)
        for n, said in typed.get(number, {}).items():
            cells += [""] * (n + 1 - len(cells))
            cells[n] = said
        yield number, cells, cells
    for number in sorted(one for one in typed if one > last and one not in mends.left_out):
        if any(said.strip() for said in typed[number].values()):
            cells = [typed[number].get(n, "") for n in range(max(typed[number]) + 1)]
            yield number, cells, cells


def place_of(place: Place | None, file: str) -> tuple[int, int | None] | None:
    """Return row and column (None: the row as a whole) of a place in a table that was typed on; None for one elsewhere."""
    if place is None or place.file != file or not place.cell:
        return None
    cell = place.cell.rpartition("!")[2]
    letters = cell.rstrip("0123456789")
    n = functools.reduce(lambda n, letter: n * 26 + ord(letter) - 64, letters, 0) - 1
    return int(cell[len(letters) :] or 0), n if letters else None

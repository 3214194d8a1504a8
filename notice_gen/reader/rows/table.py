"""A table of cells as every kind of file gives it, and what its first row must say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from notice_gen.errors import N_, KeyPath, Place, Problem
from notice_gen.model import Notice, keys_of
from notice_gen.reader.rows.columns import Column, Headings, fold, overlap
from notice_gen.reader.rows.numbers import shown
from notice_gen.reader.source import shorten
from notice_gen.records import record

_MOST_FAULTS = 100  # that headings tell
_LONGEST = 1_000  # letters of a heading that are read

Record = tuple[int, Sequence[Any], Any]
"""Number of a row as the clerk sees it, its cells, and what is needed to find one of them again."""


@record
class Block:
    """A fault of some columns, from and to (all when None): reported only when one of them fills something."""

    columns: tuple[int, int] | None
    problem: Problem

    def touches(self, filled: Iterable[int]) -> bool:
        """Tell whether it is a fault of any of the columns *filled*."""
        return self.columns is None or any(self.columns[0] <= n <= self.columns[1] for n in filled)


@record
class Table:
    """Rows of cells below a row of headings.

    Attributes:
        headings: the cells of the first row that holds anything.
        heading_place: where the n-th of them stands (from 0).
        records: the rows below it that hold anything.
        stray: the first cell, if any, that holds something in a column without a heading.
        where: finds a cell again: ``where(columns by path, number, record[2], path, found)`` gives the place of the cell that
            holds *path*, or of the nearest column above it, and of the piece *found* in it.
        row_name: how a clerk finds a row, with ``{}`` for its number.
        blocks: what is wrong with, or worth a look in, some of its columns.
        warnings: what is worth a look in the file as a whole.
        labels: what people read in the place of the headings; differs from them where a row of keys stands below.
    """

    headings: Sequence[Any]
    heading_place: Callable[[int], Place]
    records: Iterator[Record]
    stray: Place | None
    where: Callable[[Mapping[KeyPath, int], int, Any, KeyPath, str], Place]
    row_name: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[Problem, ...] = ()
    labels: Sequence[Any] = ()


_KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+")


def keyed(headings: Sequence[Any], below: Sequence[Any]) -> list[Any] | None:
    """Return the headings by the row directly *below* them, if that is the row of keys that ``batch-form`` writes and hides; else None."""
    said = [cell for cell in below if cell != ""]
    if not all(isinstance(cell, str) and _KEY.fullmatch(cell) and cell.partition(".")[0] in keys_of(Notice) for cell in said):
        return None
    return [key or label for label, key in itertools.zip_longest(headings, below, fillvalue="")]


def nearest(path: KeyPath, at: Mapping[KeyPath, Any]) -> KeyPath:
    """Return the path of the column at or above *path*; empty when there is none."""
    while path and path not in at:
        path = path[:-1]
    return path


Columns = tuple[tuple[int, Column], ...]
"""The columns that fill something, each with its position from 0."""


def columns(table: Table, base: Mapping[str, Any]) -> tuple[Columns, tuple[Problem, ...], list[Problem]]:
    """Return the columns of *table* that fill something, what is worth a look in it, and why it is refused (its headings, hidden rows)."""
    headings = Headings(base)
    problems = list(headings.problems)
    filled: list[tuple[int, Column]] = []
    for n, heading in enumerate(table.headings):
        if not fold(str(heading)) or len(problems) >= _MOST_FAULTS:
            continue
        meant = headings.column(str(heading)[:_LONGEST])
        if isinstance(meant, Problem):
            problems.append(replace(meant, place=table.heading_place(n)))
        elif meant is not None:
            other = next((position for position, column in filled if overlap(column.path, meant.path)), None)
            if other is not None:
                message, hint = N_("Cột “{cot}” điền cùng một chỗ với cột “{truoc}”."), N_("Chỉ giữ một trong hai cột.")
                values = {"cot": shorten(str(heading)), "truoc": shorten(str(table.headings[other]))}
                problems.append(Problem(message, hint, values, place=table.heading_place(n)))
            else:
                filled.append((n, meant))
    if not filled and not problems:
        message = N_("Hàng đầu không có tên cột nào dùng được.")
        hint = N_("Hàng đầu ghi tên các cột, ví dụ don_vi.ten; tạo bảng mẫu bằng: notice-gen batch-form TỆP_CHUNG")
        problems.append(Problem(message, hint, place=table.heading_place(0)))
    blocks = [block.problem for block in table.blocks if block.touches(n for n, _ in filled)]
    problems += [problem for problem in blocks if problem.level == "error"]
    return tuple(filled), (*table.warnings, *_nameless(table, headings.known.values(), filled), *blocks), problems


def _nameless(table: Table, known: Iterable[Column], filled: Sequence[tuple[int, Column]]) -> Iterator[Problem]:
    """Yield a doubt about a column without a heading: it is a note of the clerk's own, unless a figure has no column."""
    there = {column.path for _, column in filled}
    missing = [column.path[1] for column in known if column.path[0] == "so_lieu" and column.path not in there]
    if table.stray and missing:
        message = N_("Cột này không có tên nên không đọc, mà số liệu chưa có cột: {cac_so}.")
        hint = N_("Cột số liệu thì ghi tên vào hàng đầu; cột ghi chú riêng thì ghi tên bắt đầu bằng dấu #.")
        values = {"cac_so": shorten(", ".join(map(str, missing)))}
        yield Problem(message, hint, values, place=table.stray, level="warning", code="cot_khong_ten")


def are_ordinals(cells: Iterable[Any]) -> bool:
    """Tell whether a row numbers the columns, as offices do below the headings: (1), (2), (3)…, which Excel takes for -1, -2, -3….

    >>> are_ordinals(["(1)", -2.0, 3]), are_ordinals([1, 2, 4])
    (True, False)
    """
    digits = [re.sub(r"[()\s-]", "", shown(cell)) for cell in cells if cell != ""]
    return bool(digits) and digits == [str(n) for n in range(1, len(digits) + 1)]

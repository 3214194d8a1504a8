"""Data rows: a workbook, CSV or JSON lines → for each row the uppermost layer of its notice.

``columns`` knows what a heading may say, ``cells`` what a cell may; ``books``, ``texts`` and ``jsonl`` read the files.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.reader import source
from notice_gen.reader.layers import Layer
from notice_gen.reader.rows.whole import Meant, Sums
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.reader.rows.columns import Column
    from notice_gen.reader.rows.table import Columns, Table

    Where = Callable[[KeyPath, str], Place]

_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_LARGEST = 100_000_000
_MOST_FAULTS = 500  # of cells, told beside those of headings
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})


@record
class Row:
    """One row of data."""

    place: str  # how a clerk finds it: So lieu!17 in a workbook, dòng 17 in a text file
    number: int  # the number of the row, or of its first line, from 1
    layer: Layer  # what it says, to lie over the base; faults of its cells travel in "layer.problems"


class Rows(Iterator[Row]):
    """The rows of one file, made one at a time.

    Attributes:
        warnings: what is worth a look in the file as a whole, located.
    """

    def __init__(self, rows: Iterator[Row], warnings: tuple[Problem, ...] = ()) -> None:
        self._rows = rows
        self.warnings = warnings

    def __next__(self) -> Row:
        return next(self._rows)


def rows(path: Path, base: Mapping[str, Any], *, visible_only: bool = False) -> Rows:
    """Read the rows of a workbook (.xlsx, .xls, .ods), CSV or JSON lines.

    Args:
        path: the file.
        base: the merged tree of template defaults, office settings and the common findings file: what
            columns there can be and what they take, and ``[cot]``.
        visible_only: rows of a workbook that are hidden, or filtered out, are passed over; else they are a fault.

    Raises:
        InputError: the file cannot be read, or its headings are wrong, or rows are hidden; every problem, those of cells too, located
            (those of ``[cot]`` by path). Bad cells alone raise nothing: their faults are in the layer of their row.
    """
    data, file = _bytes(path), str(path)
    if not data.startswith(_WORKBOOKS):
        from notice_gen.reader.rows import texts

        text = texts.text_of(data, file=file)
        if path.suffix.lower() in _JSON_LINES or text.lstrip().startswith("{"):
            lines = text.split("\n")
            return json_rows(lines, base, file=file, all_of_them=lines)
    return rows_of(table_of(data, file, visible_only=visible_only), base, file=file)


def rows_of(table: Table, base: Mapping[str, Any], *, file: str) -> Rows:
    """Return the rows of a table that is read already; all else as for :func:`rows`."""
    from notice_gen.reader.rows.table import columns

    filled, warnings, problems = columns(table, base)
    if problems:
        cells = (problem for row in _Filled(table, filled, base, file, sure=False).rows() for problem in row.layer.problems)
        problems += itertools.islice(cells, _MOST_FAULTS)
        if others := sum(1 for _ in cells):
            problems.append(Problem(N_("Còn {so} lỗi nữa ở các ô."), N_("Sửa các ô trên rồi chạy lại."), {"so": others}, place=Place(file)))
        raise InputError(problems)
    return Rows(_Filled(table, filled, base, file).rows(), warnings)


def plain_table(path: Path, data: bytes | None = None) -> Table:
    """Return the cells of a workbook or CSV as they are, for one who knows its columns otherwise.

    Args: *data*: its bytes, where they are no file's.  Raises InputError: the file cannot be read.
    """
    return table_of(_bytes(path) if data is None else data, str(path))


def table_of(data: bytes, file: str, *, visible_only: bool | None = None) -> Table:
    """Return the cells of the bytes of a workbook or CSV; *file* is what they are called.

    Args: *visible_only*: as for :func:`rows`; None where there is no such choice.
    Raises InputError: they cannot be read.
    """
    if data.startswith(_WORKBOOKS):
        from notice_gen.reader.rows import books

        return books.table(data, file=file, visible_only=visible_only)
    from notice_gen.reader.rows import texts

    return texts.table(texts.text_of(data, file=file), file=file)


def _bytes(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > _LARGEST:
        message, hint = N_("Tệp số liệu quá lớn: hơn {so} MB."), N_("Chép riêng vùng có số liệu sang một tệp mới (dán giá trị).")
        raise InputError(Problem(message, hint, {"so": _LARGEST // 1_000_000}, place=Place(str(path))))
    return source.load(path)


class _Filled:
    """A table of which the columns are known, every one of them when that is *sure*: each row of cells → what it says."""

    def __init__(self, table: Table, columns: Columns, base: Mapping[str, Any], file: str, *, sure: bool = True) -> None:
        self.table, self.columns, self.file = table, columns, file
        self.find = functools.partial(table.where, {column.path: n for n, column in columns})
        self.meant = Meant((column for _, column in columns), base, sure=sure)
        self.names = {n for n, column in columns if column.path[0] == "don_vi"}

    def rows(self) -> Iterator[Row]:
        """Yield the rows; those that leave a cell empty wait until one fills it in that column, or the last has been read."""
        waiting, asked = list[_Said](), set[KeyPath]()
        empty = {column.path for column in self.meant.own}  # in every row until now
        for said in self._said():
            if empty:
                empty = {(table, name) for table, name in empty if name not in said.data.get(table, ())}
            if not said.blanks and not waiting:
                yield self._row(said, empty)
                continue
            waiting.append(said)
            asked.update(column.path for column in said.blanks)
            if asked.isdisjoint(empty):
                yield from (self._row(one, empty) for one in waiting)
                waiting, asked = [], set()
        yield from (self._row(one, empty) for one in waiting)

    def _said(self) -> Iterator[_Said]:
        from notice_gen.reader.rows.cells import said
        from notice_gen.reader.rows.table import are_ordinals

        first, sums = True, Sums(column for _, column in self.columns)
        for number, cells, raw in self.table.records:
            if first and sum(cell != "" for cell in cells) == len(self.table.headings) > 2 and are_ordinals(cells):
                continue
            first = False
            where = functools.partial(self.find, number, raw)
            filled = [(column, cells[n]) for n, column in self.columns if n < len(cells) and cells[n] != ""]
            data, problems = said(filled, where)
            if data or problems:
                of_row = ((cell, n in self.names) for n, cell in enumerate(cells))
                is_sum = not problems and sums.has_all_of(data)
                whole = tuple(self.meant.faults(data, of_row, where, faulty=bool(problems), is_sum=is_sum))
                yield _Said(number, data, (*problems, *whole), where, () if whole else self.meant.blanks(data))

    def _row(self, said: _Said, empty: Collection[KeyPath]) -> Row:
        """Return the row that was read; *empty*: the columns that no row fills."""
        told = [self.meant.blank(column, said.data, said.where, everywhere=column.path in empty) for column in said.blanks]
        problems = (*said.problems, *(one for one in told if one.level == "error"))
        doubts = () if problems else tuple(told)
        layer = Layer(self.file, "", said.data, problems, doubts=doubts, where=said.where)
        return Row(self.table.row_name.format(said.number), said.number, layer)


class _Said(NamedTuple):
    """What a row of a table says."""

    number: int  # as :attr:`Row.number`
    data: dict[Any, Any]  # of its layer
    problems: tuple[Problem, ...]  # why it is refused already
    where: Where  # finds the place of what it says
    blanks: tuple[Column, ...]  # what it must say and does not


def json_rows(lines: Iterable[str], base: Mapping[str, Any], *, file: str, all_of_them: Iterable[str] = ()) -> Rows:
    """Read rows that are objects of JSON, one a line; *base* as for :func:`rows`, *lines* are read as rows are asked for.

    A unit that a row names is asked of those after it; where *all_of_them* are at hand, every key that one has is asked of the others.

    Raises InputError: ``[cot]`` of the base is wrong, by path.
    """
    from notice_gen.reader.rows import texts
    from notice_gen.reader.rows.cells import said
    from notice_gen.reader.rows.columns import Headings

    headings = Headings(base)
    if headings.problems:
        raise InputError(headings.problems)

    def made() -> Iterator[Row]:
        there = texts.given(all_of_them, headings)
        who: dict[KeyPath, Column] = {}  # what the rows until now say of their units
        for line in texts.lines(lines, headings, file):
            own = {column.path: column for column, _ in line.values}
            who |= {path: column for path, column in own.items() if path[0] == "don_vi"}
            meant = Meant((there | who | own).values(), base, filled_in=False)
            data, problems = said(line.values, line.where)
            problems = [*line.problems, *problems]
            if line.values and not problems:
                cells = ((value, column.path[0] == "don_vi") for column, value in line.values)
                problems = [*meant.faults(data, cells, line.where, faulty=False)]
                problems = problems or [meant.blank(column, data, line.where) for column in meant.blanks(data)]
            yield Row(f"dòng {line.number}", line.number, Layer(file, "", data, tuple(problems), where=line.where))

    return Rows(made())



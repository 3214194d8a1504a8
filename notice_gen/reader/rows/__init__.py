"""Data rows: a workbook, CSV or JSON lines → for each row the uppermost layer of its notice.

``columns`` knows what a heading may say, ``cells`` what a cell may; ``books``, ``texts`` and ``jsonl`` read the files.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, InputError, KeyPath, Place, Problem
from notice_gen.reader import source
from notice_gen.reader.layers import Layer
from notice_gen.reader.source import shorten
from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.reader.rows.table import Columns, Table

    Where = Callable[[KeyPath, str], Place]

_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_LARGEST = 100_000_000
_MOST_FAULTS = 500  # of cells, told beside those of headings
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})
_WHO_AND_WHICH = frozenset({"don_vi", "van_ban"})
_UNIT = frozenset({"ma", "ten"})  # either says which unit a row is of
_TOTALS = re.compile(r"\W*(?:tổng(?: cộng| số)?|cộng)\W*")
# In the place of a unit's name more may follow.
_TOTALS_NAMED = re.compile(r"\W*(?:tổng(?: cộng| số)?|cộng)\s*(?:[:(.].*|(?:toàn|cả|các|chung)\b.*)?")


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
            return json_rows(text.split("\n"), base, file=file)
    return rows_of(table_of(data, file, visible_only=visible_only), base, file=file)


def rows_of(table: Table, base: Mapping[str, Any], *, file: str) -> Rows:
    """Return the rows of a table that is read already; all else as for :func:`rows`."""
    from notice_gen.reader.rows.table import columns

    filled, warnings, problems = columns(table, base)
    if problems:
        cells = (problem for row in _Filled(table, filled, file, sure=False).rows() for problem in row.layer.problems)
        problems += itertools.islice(cells, _MOST_FAULTS)
        if others := sum(1 for _ in cells):
            problems.append(Problem(N_("Còn {so} lỗi nữa ở các ô."), N_("Sửa các ô trên rồi chạy lại."), {"so": others}, place=Place(file)))
        raise InputError(problems)
    return Rows(_Filled(table, filled, file).rows(), warnings)


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

    def __init__(self, table: Table, columns: Columns, file: str, *, sure: bool = True) -> None:
        self.table, self.columns, self.file = table, columns, file
        self.find = functools.partial(table.where, {column.path: n for n, column in columns})
        self.has_figures = sure and any(column.path[0] not in _WHO_AND_WHICH for _, column in columns)
        self.figures = [column for _, column in columns if column.path[0] == "so_lieu"]
        self.names = {n for n, column in columns if column.path[0] == "don_vi"}
        self.who = next((path for path in (column.path for _, column in columns if sure) if path[0] == "don_vi" and path[1] in _UNIT), ())

    def rows(self) -> Iterator[Row]:
        from notice_gen.reader.rows.cells import said
        from notice_gen.reader.rows.table import are_ordinals

        first = True
        for number, cells, raw in self.table.records:
            if first and sum(cell != "" for cell in cells) == len(self.table.headings) > 2 and are_ordinals(cells):
                continue
            first = False
            where = functools.partial(self.find, number, raw)
            filled = [(column, cells[n]) for n, column in self.columns if n < len(cells) and cells[n] != ""]
            data, problems = said(filled, where)
            if data or problems:
                problems += self._out_of_place(data, cells, where, faulty=bool(problems))
                doubts = () if problems else tuple(self._left_to_the_base(data, where))
                yield Row(self.table.row_name.format(number), number, Layer(self.file, "", data, tuple(problems), (), doubts, where))

    def _out_of_place(self, data: Mapping[Any, Any], cells: Sequence[Any], where: Where, *, faulty: bool) -> Iterator[Problem]:
        """Yield what is wrong with a row as a whole: it gives no figures, or the sum of others."""
        if self.has_figures and data.keys() <= _WHO_AND_WHICH and not faulty:
            table = next(iter(data))
            place = where((table, next(iter(data[table]))), "")
            yield Problem(N_("Hàng này chưa điền số liệu nào."), N_("Điền số liệu; đơn vị không gửi thì xóa cả hàng."), place=place)
        elif any(type(cell) is str and not cell[:1].isdigit() and _is_of_totals(cell, n in self.names) for n, cell in enumerate(cells)):
            message, place = N_("Hàng này là hàng cộng, không phải của một đơn vị."), where(self.columns[0][1].path, "")
            yield Problem(message, N_("Xóa hàng cộng khỏi bảng."), place=place)
        elif self.who and not faulty and _UNIT.isdisjoint(data.get("don_vi", ())):  # else it would print the unit of the common file
            message, hint = N_("Hàng này không ghi đơn vị."), N_("Điền mã hoặc tên đơn vị; văn bản không nói tới đơn vị nào thì bỏ cả cột.")
            yield Problem(message, hint, place=where(self.who, ""))

    def _left_to_the_base(self, data: Mapping[Any, Any], where: Where) -> Iterator[Problem]:
        given = data.get("so_lieu", ())
        if len(given) == len(self.figures):
            return
        # One for each column, not for each row: a column that is empty from top to bottom is told once.
        for column in self.figures:
            if column.path[1] not in given and column.example is not None:
                from notice_gen.reader.rows.numbers import shown

                message = N_("Ô số liệu để trống, lấy theo tệp chung: {cac_o}.")
                hint = N_("Điền số liệu của đơn vị này; không phát sinh thì gõ 0.")
                if not isinstance(column.example, int | float | Decimal):  # a day or words, of which there is no nought
                    hint = N_("Đúng là như tệp chung thì gõ lại {chung}, hoặc bỏ cả cột; khác thì điền của đơn vị này.")
                chung = shown(column.example)
                values = {"cac_o": shorten(f"{column.path[-1]} = {chung}"), "chung": shorten(chung)}
                yield Problem(message, hint, values, place=where(column.path, ""), level="warning", code="o_so_lieu_trong")


def json_rows(lines: Iterable[str], base: Mapping[str, Any], *, file: str) -> Rows:
    """Read rows that are objects of JSON, one a line; *base* as for :func:`rows`, *lines* are read as rows are asked for.

    Raises InputError: ``[cot]`` of the base is wrong, by path.
    """
    from notice_gen.reader.rows import texts
    from notice_gen.reader.rows.cells import said
    from notice_gen.reader.rows.columns import Headings

    headings = Headings(base)
    if headings.problems:
        raise InputError(headings.problems)

    def made() -> Iterator[Row]:
        for line in texts.lines(lines, headings, file):
            data, problems = said(line.values, line.where)
            yield Row(f"dòng {line.number}", line.number, Layer(file, "", data, (*line.problems, *problems), where=line.where))

    return Rows(made())


def _is_of_totals(cell: str, named: bool) -> bool:
    words = cell.casefold()
    return ("tổng" in words or "cộng" in words) and (_TOTALS_NAMED if named else _TOTALS).fullmatch(" ".join(words.split())) is not None

"""A row as a whole: whose it is, and what it must say so that its paper prints nothing of another unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from operator import add
from typing import TYPE_CHECKING, Any

from notice_gen.errors import N_, KeyPath, Place, Problem, is_waived
from notice_gen.reader import layers
from notice_gen.reader.rows.columns import DECIMAL, WHOLE
from notice_gen.reader.rows.numbers import shown
from notice_gen.reader.source import shorten

if TYPE_CHECKING:
    from notice_gen.reader.rows.columns import Column

_WHO_AND_WHICH = frozenset({"don_vi", "van_ban"})
_UNIT = frozenset({"ma", "ten"})  # either says which unit a row is of
_OWN = ("so_lieu", "don_vi")  # the tables of what is one unit's alone
_NOTHING: Mapping[str, Any] = {}
_CODED = frozenset({"ma", "ten", "tinh"})  # the list of units fills in one by another
BLANK = "o_so_lieu_trong"
"""By this name a file says that its own values are meant where a row leaves a figure out."""
# Only beside the sums themselves: *Toàn Thắng* is a school.
_OF_ALL = re.compile(r"(?i)\b(?:toàn|cả|chung|t[./]?c|l[uũ][yỹ] kế|luỹ kế|tổng|cộng|total|sum)\b")
_ADDED = frozenset({WHOLE, DECIMAL})
_TOTALS = re.compile(r"\W*(?:tổng(?: cộng| số)?|cộng)\W*")
# In the place of a unit's name more may follow.
_TOTALS_NAMED = re.compile(r"\W*(?:tổng(?: cộng| số)?|cộng)\s*(?:[:(.].*|(?:toàn|cả|các|chung)\b.*)?")


class Sums:
    """What the rows of a table come to until now: a row of that, and of a name such as totals have, is no unit's."""

    def __init__(self, columns: Iterable[Column]) -> None:
        """Take the *columns* of the table."""
        self._names = [column.path[1] for column in columns if column.path[0] == "so_lieu" and column.kind in _ADDED]
        self._sums: list[Any] = [0] * len(self._names)
        self._rows = 0

    def has_all_of(self, data: Mapping[Any, Any]) -> bool:
        """Tell whether the row that says *data* is the sum of those before it; else it is one of them from now on."""
        given = data.get("so_lieu", {})
        own = [given.get(name, 0) for name in self._names]
        if self._rows > 1 and own == self._sums and any(own) and _OF_ALL.search(str(data.get("don_vi", {}).get("ten", ""))):
            return True
        self._sums = [*map(add, self._sums, own)]
        self._rows += 1
        return False


class Meant:
    """What every row must say, by the columns that the rows have together.

    Attributes: *own*: those that it must fill, for else its paper would print what the common file has of another unit.
    """

    def __init__(self, columns: Iterable[Column], base: Mapping[str, Any], *, sure: bool = True, filled_in: bool = True) -> None:
        """Take the *columns* over *base*.

        Args: *sure*: they are all there are, else a row may say in another what it lacks in these; *filled_in*: they are a form's, in
        which a unit without anything has not answered.
        """
        there = tuple(columns)
        paths = [column.path for column in there]
        self._first = paths[0] if paths else ()
        self._has_figures = sure and filled_in and any(path[0] not in _WHO_AND_WHICH for path in paths)
        self._who: KeyPath = next((path for path in paths if sure and path[0] == "don_vi" and path[1] in _UNIT), ())
        self._numbered = bool(layers.table_of(base, "van_ban").get("so"))
        waived = is_waived(BLANK, layers.table_of(base, "the_thuc").get("bo_qua", ()))
        self.own = tuple(filter(_is_its_own, there)) if sure and not waived else ()
        self._own_keys = {table: {column.path[1] for column in self.own if column.path[0] == table} for table in _OWN}

    def faults(
        self, data: Mapping[Any, Any], cells: Iterable[tuple[Any, bool]], where: Callable[[KeyPath, str], Place], *, faulty: bool,
        is_sum: bool = False,
    ) -> Iterator[Problem]:
        """Yield what is wrong with a row beside its single cells.

        Args: *data*: what it says; *cells*: each with whether it names a unit; *where*: finds a key's place in it; *faulty*: a cell is
        refused already; *is_sum*: its figures are those of the rows above it together.
        """
        if self._has_figures and data.keys() <= _WHO_AND_WHICH and not faulty:
            place = where(next(((table, key) for table, said in data.items() for key in said), self._first), "")
            yield Problem(N_("Hàng này chưa điền số liệu nào."), N_("Điền số liệu; đơn vị không gửi thì xóa cả hàng."), place=place)
        elif is_sum or any(type(cell) is str and not cell[:1].isdigit() and _is_of_totals(cell, named) for cell, named in cells):
            message = N_("Hàng này là hàng cộng, không phải của một đơn vị.")
            yield Problem(message, N_("Xóa hàng cộng khỏi bảng."), place=where(self._first, ""))
        elif self._who and not faulty and _UNIT.isdisjoint(data.get("don_vi", ())):  # else it would print the unit of the common file
            message, hint = N_("Hàng này không ghi đơn vị."), N_("Điền mã hoặc tên đơn vị; văn bản không nói tới đơn vị nào thì bỏ cả cột.")
            yield Problem(message, hint, place=where(self._who, ""))

    def blanks(self, data: Mapping[Any, Any]) -> tuple[Column, ...]:
        """Return the columns that a row must fill and that *data*, what it says, leaves empty."""
        if all(keys <= data.get(table, _NOTHING).keys() for table, keys in self._own_keys.items()):
            return ()  # as in most rows
        return tuple(column for column in self.own if column.path[1] not in data.get(column.path[0], ()))

    def blank(
        self, column: Column, data: Mapping[Any, Any], where: Callable[[KeyPath, str], Place], *, everywhere: bool = False
    ) -> Problem:
        """Return what is told of a *column* that a row leaves empty: an error.

        Where it is empty *everywhere* it may be a constant: a warning, but for a figure in a paper that has a number.
        """
        values = {"khoa": shorten(str(column.path[-1])), "chung": shorten(shown(column.example))}
        is_number = isinstance(column.example, int | float | Decimal)
        is_draft = not (self._numbered or data.get("van_ban", {}).get("so"))
        if everywhere and (is_draft or not is_number):
            message = N_("Cả cột để trống, lấy theo tệp chung: {khoa} = {chung}.")
            hint = N_("Đúng là như tệp chung thì bỏ cả cột; khác thì điền của từng hàng.")
            if is_number:
                hint = N_("Điền của từng hàng, không phát sinh thì gõ 0 (văn bản có số mà để trống thì bị từ chối); đúng là như tệp chung thì bỏ cả cột.")  # noqa: E501
            return Problem(message, hint, values, place=where(column.path, ""), level="warning", code="o_so_lieu_trong")
        message = N_("Chưa điền {khoa}: giá trị {chung} trong tệp chung không in thay cho hàng này.")
        hint = N_("Điền của hàng này; đúng là như tệp chung thì gõ lại {chung}. Mọi hàng đều như tệp chung thì bỏ cả cột.")
        if is_number:  # of a day or words there is no nought
            hint = N_("Điền số liệu của hàng này; không phát sinh thì gõ 0. Mọi hàng đều như tệp chung thì bỏ cả cột.")
        return Problem(message, hint, values, place=where(column.path, ""))


def _is_its_own(column: Column) -> bool:
    """Tell whether *column* holds what is one unit's alone, a figure or what else is known of it, and the common file has another's."""
    table, *name = column.path
    return (table == "so_lieu" or (table == "don_vi" and name[0] not in _CODED)) and column.example is not None and column.example != ""


def _is_of_totals(cell: str, named: bool) -> bool:
    words = cell.casefold()
    return ("tổng" in words or "cộng" in words) and (_TOTALS_NAMED if named else _TOTALS).fullmatch(" ".join(words.split())) is not None

"""What is seen on a sheet besides its values: where it ends, what is hidden, merged or could not be worked out."""

from __future__ import annotations

from collections.abc import Sequence

from notice_gen.reader.rows import zipped
from notice_gen.records import record

_MOST_ELEMENTS = 3_000_000  # rows and cells of one sheet, empty ones with a format counted
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_LARGEST_AREA = 4_000_000  # cells of the rectangle that holds all values
PERCENT = "%"


class Look:
    """One sheet, gathered while it goes by, row by row.

    Args:
        name: its name.
        file: the workbook's, for the problem.

    Attributes:
        height, width: the rectangle, from A1, that holds all values; 0 when there is none.
        marks: cells to be read with care, by row (from 1) and column (from 0): ``%``, or the word of an
            error (``#DIV/0!``), or nothing for a formula that was never calculated.
        hidden_rows: those that hold something.
        hidden_columns: first and last, from 0.
        merged: top (from 1), left (from 0), bottom, right.
        number: the row that goes by, from 1.
    """

    def __init__(self, name: str, file: str) -> None:
        self.name, self._file = name, file
        self.height = self.width = self.number = self._elements = 0
        self.marks: dict[int, dict[int, str]] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self._is_hidden = False

    def element(self) -> None:
        """Count a row or cell.

        Raises:
            InputError: there are too many.
        """
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise zipped.refused(self._file, *zipped.TOO_LARGE)

    def row(self, number: int, *, hidden: bool) -> None:
        """Go on to row *number*, from 1."""
        self.number, self._is_hidden = number, hidden

    def value(self, column: int) -> None:
        """Note a value in *column*, from 0, of this row.

        Raises:
            InputError: the values lie too far apart.
        """
        self.height = max(self.height, self.number)
        if self._is_hidden and self.hidden_rows[-1:] != [self.number]:
            self.hidden_rows.append(self.number)
        if column >= self.width:
            self.width = column + 1
        if self.height * self.width > _LARGEST_AREA or self.height > _LAST_ROW or self.width > _LAST_COLUMN:
            raise zipped.refused(self._file, *zipped.TOO_LARGE)

    def broken(self, column: int, word: str) -> None:
        """Note a cell of this row that shows an error, or was never calculated."""
        self.value(column)
        self.percent(column, word)

    def percent(self, column: int, word: str = PERCENT) -> None:
        """Note a cell of this row shown with a percent sign."""
        self.marks.setdefault(self.number, {})[column] = word


@record
class Book:
    """A workbook that was looked at.

    Attributes:
        data: what may be given to calamine.
        sheet: the first visible sheet that holds anything.
        others: visible sheets after it that hold something too.
        hidden: a hidden sheet holds something.
    """

    data: bytes
    sheet: Look | None
    others: tuple[str, ...] = ()
    hidden: bool = False

    @classmethod
    def of(cls, data: bytes, sheets: Sequence[tuple[Look, bool]]) -> Book:
        """Return the workbook of these *sheets*, each with whether it is visible."""
        visible = [sheet for sheet, shown in sheets if shown and sheet.height]
        hidden = any(sheet.height for sheet, shown in sheets if not shown)
        return cls(data, visible[0] if visible else None, tuple(sheet.name for sheet in visible[1:]), hidden)

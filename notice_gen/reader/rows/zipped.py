"""Workbooks looked at before anything else reads them: sizes, encryption, no tricks of XML; what is seen on a sheet besides its values."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.parsers import expat

from notice_gen.errors import N_, InputError, Place, Problem
from notice_gen.records import record

_LARGEST_PART = 100_000_000
"""Bytes of one part, unpacked: 100,000 rows of 25 columns."""
_MOST_PARTS = 5_000
_PEEK = 200_000
ENOUGH = 200  # letters of a cell, to tell which error it shows or whether it is empty
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)

Start = Callable[[Mapping[str, str]], None]

BROKEN = (N_("Không đọc được bảng tính này: tệp hỏng hoặc không phải bảng tính."),
          N_("Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi thử lại."))
LOCKED = (N_("Bảng tính có mật khẩu."),
          N_("Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu), rồi lưu lại."))
HAS_MACROS = N_("Bảng tính có macro."), N_("Mở bằng Excel, lưu thành .xlsx (Excel Workbook, không macro) rồi thử lại.")
IS_WORD = N_("Đây là tệp Word, không phải bảng tính."), N_("Chọn tệp .xlsx có số liệu.")
# More rows, columns or bytes than a table of communes ever has.
TOO_LARGE = (N_("Bảng tính quá lớn."),
             N_("Chép riêng vùng có số liệu sang một tệp mới (dán giá trị); thường là định dạng hoặc công thức kéo xuống tận cuối trang."))


def refused(file: str, message: str, hint: str, **values: object) -> InputError:
    """Return the error for a workbook that is refused as a whole."""
    return InputError(Problem(message, hint, values, place=Place(file)))


_MOST_WORK = 6_000_000  # elements of a workbook, and cells that they stand for: 100,000 rows of 25 columns have five million


class Work:
    """What looking through one workbook has cost.

    Args:
        file: its name, for the problems.
    """

    def __init__(self, file: str) -> None:
        self.file, self._done = file, 0

    def spend(self, count: int = 1) -> None:
        """Count elements, or cells; raises InputError when there are more than any table of communes has."""
        self._done += count
        if self._done > _MOST_WORK:
            raise refused(self.file, *TOO_LARGE)


class Parts(Work):
    """The parts of a zip by name, each unpacked at most once and never beyond a limit.

    Attributes:
        file: the workbook's name, for the problems.
        names: of the parts, in lower case.
        size: what they say they are, unpacked, bytes.
    """

    def __init__(self, data: bytes, file: str) -> None:
        super().__init__(file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise refused(file, *BROKEN) from error
        infos = self._zip.infolist()
        if len(infos) > _MOST_PARTS:
            raise refused(file, *TOO_LARGE)
        self._infos = {info.filename.lower(): info for info in infos}
        self.names, self.size = self._infos.keys(), sum(info.file_size for info in infos)
        self._read: dict[str, bytes] = {}
        self._total = 0

    def read(self, name: str) -> bytes:
        """Return a part; nothing when it is not there.  Raises InputError: it is locked by a password, damaged or too large."""
        info = self._infos.get(name.lower())
        if info is None:
            return b""
        if info.filename not in self._read:
            if info.flag_bits & 1:
                raise refused(self.file, *LOCKED)
            self._unpack(info.file_size)
            try:  # reads no more than the size it states
                self._read[info.filename] = self._zip.read(info)
            except _DAMAGE as error:
                raise refused(self.file, *BROKEN) from error
        return self._read[info.filename]

    def _unpack(self, size: int) -> None:
        self._total += size
        if size > _LARGEST_PART or self._total > 2 * _LARGEST_PART:
            raise refused(self.file, *TOO_LARGE)

    def peek(self, name: str) -> bytes:
        """Return the beginning of a part; nothing when it is not there or cannot be unpacked."""
        self._unpack(_PEEK)
        try:
            with self._zip.open(self._infos[name.lower()]) as part:
                return part.read(_PEEK)
        except (KeyError, *_DAMAGE):
            return b""

    def looked_at(self) -> bytes:
        """Return a zip of the parts that were read, and of no others."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
            for name, data in self._read.items():
                copy.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()


def walk(
    data: bytes, work: Work, starts: Mapping[str, Start], ends: Mapping[str, Callable[[], None]] | None = None,
    meet: Callable[[Any], None] | None = None,
) -> None:
    """Read the XML *data*: *starts* has by an element's name without its prefix what is called with its attributes, *ends* at its end.

    *meet* is given the parser, to ask for texts now and then; elements are counted in *work*.

    Raises InputError: it is not well-formed, or too large, or declares a document type: workbooks have none, bombs do.
    """
    if not data:
        return

    def refuse(*_: object) -> None:
        raise refused(work.file, *BROKEN)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = _by_name(starts, work.spend)
    if ends:
        parser.EndElementHandler = _by_name(ends)
    if meet:
        meet(parser)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an encoding that expat has not
        raise refused(work.file, *BROKEN) from error


def _by_name(acts: Mapping[str, Callable[..., None]], first: Callable[[], None] | None = None) -> Callable[..., None]:
    """Return what calls *first*, then the one of *acts* that an element's name, without its prefix, has."""
    resolved: dict[str, Callable[..., None] | None] = {}

    def act(name: str, *attributes: Mapping[str, str]) -> None:
        if first:
            first()
        if name not in resolved:
            resolved[name] = acts.get(name.rpartition(":")[2])
        if begins := resolved[name]:
            begins(*attributes)

    return act


_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_LARGEST_AREA = 4_000_000  # cells of the rectangle that holds all values
PERCENT = "%"


class Look:
    """One sheet, gathered while it goes by, row by row.

    *name* is its own, *work* where what it stands for is counted.

    Attributes:
        height, width: the rectangle, from A1, that holds all values; 0 when there is none.
        marks: cells to be read with care, by row (from 1) and column (from 0): ``%``, or the word of an
            error (``#DIV/0!``), or nothing for a formula that was never calculated.
        hidden_rows: those that hold something.
        hidden_columns: from 0.
        merged: top (from 1), left (from 0), bottom, right.
        number: the row that goes by, from 1.
    """

    def __init__(self, name: str, work: Work) -> None:
        self.name, self.work = name, work
        self.height = self.width = self.number = 0
        self.marks: dict[int, dict[int, str]] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self._is_hidden = False

    def hide(self, first: int, last: int) -> None:
        """Note columns that are hidden, from 0; raises InputError when too many are."""
        columns = range(first, min(last + 1, _LAST_COLUMN))
        self.work.spend(len(columns))
        self.hidden_columns.update(columns)

    def row(self, number: int, *, hidden: bool) -> None:
        """Go on to row *number*, from 1."""
        self.number, self._is_hidden = number, hidden

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note cells merged into one; raises InputError when there are too many."""
        self.work.spend(10)
        self.merged.append((top, left, bottom, right))

    def value(self, column: int, mark: str | None = None) -> None:
        """Note a value in *column*, from 0, of this row, and what *marks* say of it, if anything.

        Raises InputError: the values lie too far apart.
        """
        self.height = max(self.height, self.number)
        if self._is_hidden and self.hidden_rows[-1:] != [self.number]:
            self.hidden_rows.append(self.number)
        if column >= self.width:
            self.width = column + 1
        if self.height * self.width > _LARGEST_AREA or self.height > _LAST_ROW or self.width > _LAST_COLUMN:
            raise refused(self.work.file, *TOO_LARGE)
        if mark is not None:
            self.marks.setdefault(self.number, {})[column] = mark


@record
class Book:
    """A workbook that was looked at."""

    data: bytes  # what may be given to calamine
    sheet: Look | None  # the first visible sheet that holds anything
    others: tuple[str, ...] = ()  # visible sheets after it that hold something too
    hidden: bool = False  # a hidden sheet holds something

    @classmethod
    def of(cls, data: bytes, sheets: Sequence[tuple[Look, bool]]) -> Book:
        """Return the workbook of these *sheets*, each with whether it is visible."""
        visible = [sheet for sheet, shown in sheets if shown and sheet.height]
        hidden = any(sheet.height for sheet, shown in sheets if not shown)
        return cls(data, visible[0] if visible else None, tuple(sheet.name for sheet in visible[1:]), hidden)

"""What calamine does not say of an .xls: the records of BIFF8 for errors, percents, hidden and merged cells.

Its stream ``Workbook`` ([MS-XLS]) is a row of records: a kind, a length and a body each; first those of the
whole book, then those of each sheet.  It lies in a file system of its own ([MS-CFB]): sectors, chained by a table of who
follows whom.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.zipped import PERCENT, Book, Look, Work

_EOF, _FILEPASS, _FORMULA, _BOUNDSHEET, _COLINFO = 0x0A, 0x2F, 0x06, 0x85, 0x7D
_MULRK, _XF, _MERGEDCELLS, _LABELSST, _FORMAT, _ROW, _BOOLERR = 0xBD, 0xE0, 0xE5, 0xFD, 0x41E, 0x208, 0x205
_NUMBERS = frozenset({0x203, 0x27E})  # NUMBER, RK
_LABELS = frozenset({_LABELSST, 0x204, 0xD6})  # LABELSST, LABEL, RSTRING
_RECORD = 3  # elements that a record costs
_BUILT_IN_PERCENTS = frozenset({9, 10})
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def look(data: bytes, file: str) -> Book:
    """Look through an .xls.  Raises InputError: it has macros, a password, or is no workbook."""
    try:
        return _look(data, file)
    except (struct.error, IndexError, ValueError) as error:
        raise zipped.refused(file, *zipped.BROKEN) from error


def _look(data: bytes, file: str) -> Book:
    parts = Compound(data)
    if "EncryptedPackage" in parts.names:
        raise zipped.refused(file, *zipped.LOCKED)
    if "WordDocument" in parts.names:
        raise zipped.refused(file, *zipped.IS_WORD)
    if "_VBA_PROJECT" in parts.names:
        raise zipped.refused(file, *zipped.HAS_MACROS)
    book = parts.stream("Workbook")
    work = Work(file)
    every: dict[int, list[bytes]] = {_BOUNDSHEET: [], _FORMAT: [], _XF: []}
    for kind, body in _records(book, 0, work):
        if kind == _FILEPASS:
            raise zipped.refused(file, *zipped.LOCKED)
        if kind in every:
            every[kind].append(body)
    sheets = [body for body in every[_BOUNDSHEET] if body[5] == 0]
    if not sheets:
        raise zipped.refused(file, *zipped.BROKEN)
    percents = {_number(body) for body in every[_FORMAT] if PERCENT in _text(body[2:], 2)} | _BUILT_IN_PERCENTS
    styles = frozenset(n for n, body in enumerate(every[_XF]) if _number(body[2:]) in percents)
    seen = [(_sheet(book, _text(body[6:], 1), int.from_bytes(body[:4], "little"), styles, work), body[4] & 3 == 0) for body in sheets]
    return Book.of(data, seen)


def _sheet(book: bytes, name: str, at: int, percents: frozenset[int], work: Work) -> Look:
    looking = Look(name, work)
    hidden: set[int] = set()
    for kind, body in _records(book, at, work):
        if kind == _ROW:
            row, grbit = struct.unpack_from("<H10xH", body)
            if grbit & 0x20:
                hidden.add(row)
        elif kind == _COLINFO:
            first, last, grbit = struct.unpack_from("<HH4xH", body)
            if grbit & 1:
                looking.hide(first, last)
        elif kind == _MERGEDCELLS:
            for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2 : 2 + 8 * _number(body)]):
                looking.merge(top + 1, left, bottom + 1, right)
        elif kind in _LABELS or kind in _NUMBERS or kind in {_MULRK, _FORMULA, _BOOLERR}:
            row, column = struct.unpack_from("<HH", body)
            looking.row(row + 1, hidden=row in hidden)
            _cell(looking, kind, column, body, percents)
    return looking


def _cell(looking: Look, kind: int, column: int, body: bytes, percents: frozenset[int]) -> None:
    mark = None
    if kind == _MULRK:
        for n, (style,) in enumerate(struct.iter_unpack("<H4x", body[4:-2])):
            looking.value(column + n, PERCENT if style in percents else None)
    elif kind == _BOOLERR and body[7]:
        mark = _ERRORS.get(body[6], "#")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff":  # no number
        mark = _ERRORS.get(body[8], "#") if body[6] == 2 else None
    elif (kind in _NUMBERS or kind == _FORMULA) and _number(body[4:]) in percents:
        mark = PERCENT
    looking.value(column, mark)


def _records(book: bytes, at: int, work: Work) -> Iterator[tuple[int, bytes]]:
    """Yield the records from *at* to the end of their part of the stream."""
    while at + 4 <= len(book):
        work.spend(_RECORD)
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        if kind == _EOF:
            return
        at += 4 + length


def _number(body: bytes) -> int:
    return int.from_bytes(body[:2], "little")


def _text(body: bytes, size: int) -> str:
    """Return a string of BIFF8: its length in *size* bytes, a flag for two bytes a letter, its letters."""
    length, wide = int.from_bytes(body[:size], "little"), body[size] & 1
    letters = body[size + 1 :]
    return letters[: 2 * length].decode("utf-16-le") if wide else letters[:length].decode("latin-1")


_HEADER = 512
_ENTRY = 128
_STREAM = 2
_SMALL = 4096  # bytes; a shorter stream lies with others in sectors of their own
_SPECIAL = 0xFFFFFFFA  # sector numbers from here on mean free, end, or a table


class Compound:
    """A compound file.

    Attributes:
        names: of all its streams and storages.

    Raises struct.error, IndexError, UnicodeDecodeError, ValueError: it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise ValueError("no compound file")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (directory,), (self._mini_fat_at,) = struct.unpack_from("<I", data, 48), struct.unpack_from("<I", data, 60)
        self._fat = b"".join(map(self._sector, self._fat_sectors()))
        self._entries = self._chained(directory)
        self.names = [self._name(at) for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY)]

    def stream(self, name: str) -> bytes:
        """Return the first stream called *name*, or nothing."""
        for n, called in enumerate(self.names):
            if called == name and self._entries[n * _ENTRY + 66] == _STREAM:
                start, total = struct.unpack_from("<II", self._entries, n * _ENTRY + 116)
                return (self._chained(start) if total >= _SMALL else self._mini(start, total))[:total]
        return b""

    def _name(self, at: int) -> str:
        (length,) = struct.unpack_from("<H", self._entries, at + 64)
        return self._entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le")

    def _sector(self, n: int) -> bytes:
        return self._data[(n + 1) * self._size : (n + 2) * self._size]

    def _fat_sectors(self) -> list[int]:
        sectors = list(_numbers(self._data[76:_HEADER]))
        (more_at,) = struct.unpack_from("<I", self._data, 68)
        most = len(self._data) // self._size // (self._size // 4) + 1  # that a file of this size can fill
        while more_at < _SPECIAL and len(sectors) < most:
            *more, more_at = _numbers(self._sector(more_at))
            sectors += more
        return [n for n in sectors if n < _SPECIAL][:most]

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._fat, len(self._data) // self._size)))

    def _mini(self, start: int, total: int) -> bytes:
        (first,) = struct.unpack_from("<I", self._entries, 116)  # the root entry holds all small streams
        held, size = self._chained(first), self._mini_size
        sectors = _chain(start, self._chained(self._mini_fat_at), total // size + 1)
        return b"".join(held[n * size : (n + 1) * size] for n in sectors)


def _numbers(data: bytes) -> Iterator[int]:
    return (n for (n,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4]))


def _chain(start: int, table: bytes, most: int) -> Iterator[int]:
    """Yield the sectors from *start* on, *most* at most: a damaged table may run in circles."""
    for _ in range(most):
        if 4 * start + 4 > len(table):
            return
        yield start
        (start,) = struct.unpack_from("<I", table, 4 * start)

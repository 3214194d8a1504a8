"""What calamine does not say of an .xls: the records of BIFF8 for errors, percents, hidden and merged cells.

Its stream ``Workbook`` ([MS-XLS]) is a row of records: a kind, a length and a body each; first those of the
whole book, then those of each sheet.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.compound import Compound
from notice_gen.reader.rows.look import PERCENT, Book, Look, Looking

_EOF, _FILEPASS, _FORMULA, _BOUNDSHEET, _COLINFO = 0x0A, 0x2F, 0x06, 0x85, 0x7D
_MULRK, _XF, _MERGEDCELLS, _LABELSST, _FORMAT, _ROW, _BOOLERR = 0xBD, 0xE0, 0xE5, 0xFD, 0x41E, 0x208, 0x205
_NUMBERS = frozenset({0x203, 0x27E})  # NUMBER, RK
_LABELS = frozenset({_LABELSST, 0x204, 0xD6})  # LABELSST, LABEL, RSTRING
_BUILT_IN_PERCENTS = frozenset({9, 10})
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def look(data: bytes, file: str) -> Book:
    """Look through an .xls.

    Raises:
        InputError: it has macros, a password, or is no workbook.
    """
    try:
        return _look(data, file)
    except (struct.error, IndexError, ValueError) as error:
        raise zipped.broken(file) from error


def _look(data: bytes, file: str) -> Book:
    parts = Compound(data)
    if "EncryptedPackage" in parts.names:
        raise zipped.locked(file)
    if "WordDocument" in parts.names:
        raise zipped.is_word(file)
    if "_VBA_PROJECT" in parts.names:
        raise zipped.has_macros(file)
    book = parts.stream("Workbook")
    every: dict[int, list[bytes]] = {}
    for kind, body in _records(book, 0):
        if kind == _FILEPASS:
            raise zipped.locked(file)
        every.setdefault(kind, []).append(body)
    sheets = [body for body in every.get(_BOUNDSHEET, ()) if body[5] == 0]
    if not sheets:
        raise zipped.broken(file)
    percents = {_number(body) for body in every.get(_FORMAT, ()) if PERCENT in _text(body[2:], 2)} | _BUILT_IN_PERCENTS
    styles = frozenset(n for n, body in enumerate(every.get(_XF, ())) if _number(body[2:]) in percents)
    seen = [(_sheet(book, _text(body[6:], 1), int.from_bytes(body[:4], "little"), styles, file), body[4] & 3 == 0) for body in sheets]
    return Book.of(data, seen)


def _sheet(book: bytes, name: str, at: int, percents: frozenset[int], file: str) -> Look:
    looking = Looking(name, file)
    hidden: set[int] = set()
    for kind, body in _records(book, at):
        looking.element()
        if kind == _ROW:
            row, grbit = struct.unpack_from("<H10xH", body)
            if grbit & 0x20:
                hidden.add(row)
        elif kind == _COLINFO:
            first, last, grbit = struct.unpack_from("<HH4xH", body)
            if grbit & 1:
                looking.hides_columns(first, last)
        elif kind == _MERGEDCELLS:
            for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2 : 2 + 8 * _number(body)]):
                looking.merges(top + 1, left, bottom + 1, right)
        elif kind in _LABELS or kind in _NUMBERS or kind in {_MULRK, _FORMULA, _BOOLERR}:
            row, column = struct.unpack_from("<HH", body)
            looking.row(row + 1, hidden=row in hidden)
            _cell(looking, kind, column, body, percents)
    return looking.done()


def _cell(looking: Looking, kind: int, column: int, body: bytes, percents: frozenset[int]) -> None:
    looking.value(column)
    if kind == _MULRK:
        for n, (style,) in enumerate(struct.iter_unpack("<H4x", body[4:-2])):
            looking.value(column + n)
            if style in percents:
                looking.percent(column + n)
        return
    (style,) = struct.unpack_from("<H", body, 4)
    if kind == _BOOLERR and body[7]:
        looking.broken(column, _ERRORS.get(body[6], "#"))
    elif kind == _FORMULA and body[12:14] == b"\xff\xff":
        if body[6] == 2:
            looking.broken(column, _ERRORS.get(body[8], "#"))
    elif (kind in _NUMBERS or kind == _FORMULA) and style in percents:
        looking.percent(column)


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records from *at* to the end of their part of the stream."""
    while at + 4 <= len(book):
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

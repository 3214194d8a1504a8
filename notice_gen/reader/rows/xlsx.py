"""What calamine does not say of an .xlsx: formulas never calculated, errors, percents, hidden and merged cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from notice_gen.errors import N_
from notice_gen.reader.rows import zipped
from notice_gen.reader.rows.zipped import PERCENT, Book, Look, Parts, Start, Work, walk

_WORKBOOK = "xl/workbook.xml"
_BUILT_IN_PERCENTS = frozenset({9, 10})
_YES = frozenset({"1", "true"})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PEEKED = 20_000  # elements that the head of a sheet costs: 300 sheets are looked at
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)[\s/>]")


def look(parts: Parts) -> Book:
    """Look through an .xlsx.  Raises InputError: it has macros, a password, or is no workbook."""
    file = parts.file
    _must_be_plain(parts, file)
    targets = _targets(parts)
    percents = _percents(parts.read(targets.get("styles", "xl/styles.xml")), parts)
    walk(parts.read(targets.get("sharedStrings", "xl/sharedStrings.xml")), parts, {})
    for name in ("[Content_Types].xml", "_rels/.rels"):
        walk(parts.read(name), parts, {})
    chosen: Look | None = None
    others: list[str] = []
    hidden = False
    for name, part, visible in _sheets(parts, targets):
        if visible and not chosen:
            seen = _Sheet(parts.read(part), name, percents, parts).seen
            chosen = seen if seen.height else None
            continue
        parts.spend(_PEEKED)
        if _VALUE.search(parts.peek(part)):
            others += [name] if visible else []
            hidden = hidden or not visible
    return Book(parts.looked_at(), chosen, tuple(others), hidden)


def _must_be_plain(parts: Parts, file: str) -> None:
    if any(name.endswith("vbaproject.bin") for name in parts.names):
        raise zipped.refused(file, *zipped.HAS_MACROS)
    if "word/document.xml" in parts.names:
        raise zipped.refused(file, *zipped.IS_WORD)
    if "xl/workbook.bin" in parts.names:
        raise zipped.refused(file, N_("Đây là bảng tính dạng nhị phân (.xlsb)."), N_("Mở bằng Excel, lưu thành .xlsx rồi thử lại."))
    if _WORKBOOK not in parts.names:
        raise zipped.refused(file, N_("Đây là tệp nén, không phải bảng tính."), N_("Chọn tệp .xlsx có số liệu."))


def _targets(parts: Parts) -> dict[str, str]:
    """Return the parts that the workbook refers to: by id, and by kind for those there is one of."""
    targets: dict[str, str] = {}

    def relationship(attributes: Mapping[str, str]) -> None:
        if attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            targets[f"#{attributes.get('Id', '')}"] = path
            targets[attributes.get("Type", "").rpartition("/")[2]] = path

    walk(parts.read("xl/_rels/workbook.xml.rels"), parts, {"Relationship": relationship})
    return targets


def _sheets(parts: Parts, targets: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return each worksheet's name, part and whether it is visible."""
    sheets: list[tuple[str, str, bool]] = []

    def sheet(attributes: Mapping[str, str]) -> None:
        target = next((targets.get(f"#{value}", "") for key, value in attributes.items() if key.endswith(":id")), "")
        sheets.append((attributes.get("name", ""), target, attributes.get("state", "visible") == "visible"))

    walk(parts.read(_WORKBOOK), parts, {"sheet": sheet})
    return [sheet for sheet in sheets if "chartsheet" not in sheet[1] and "dialogsheet" not in sheet[1]]


def _percents(styles: bytes, work: Work) -> frozenset[str]:
    """Return the cell styles (indices, as a cell's ``s`` spells them) that show a percent sign."""
    formats: list[Mapping[str, str]] = []
    used: list[str] = []
    inside: list[Mapping[str, str]] = []
    starts: dict[str, Start] = {
        "numFmt": formats.append, "cellXfs": inside.append, "xf": lambda one: used.append(one.get("numFmtId", "0")) if inside else None,
    }  # fmt: skip
    walk(styles, work, starts, {"cellXfs": inside.clear})
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in formats}
    return frozenset(
        str(n) for n, kind in enumerate(used)
        if (kind.isdigit() and int(kind) in _BUILT_IN_PERCENTS) or "%" in _QUOTED.sub("", codes.get(kind, ""))
    )  # fmt: skip


class _Sheet:
    """Walks the elements of one sheet."""

    def __init__(self, data: bytes, name: str, percents: frozenset[str], work: Work) -> None:
        self.seen = Look(name, work)
        self._percents = percents
        self._column, self._digits = -1, "0"
        self._columns: dict[str, int] = {}
        self._has_value = self._is_formula = self._listens = False
        self._kind = self._style = self._text = ""
        self._parser: Any = None
        starts: dict[str, Start] = {
            "c": self._cell, "v": self._value, "is": self._value, "f": self._formula, "row": self._row, "col": self._col,
            "mergeCell": self._merge,
        }  # fmt: skip
        walk(data, work, starts, {"c": self._ends_cell}, lambda parser: setattr(self, "_parser", parser))

    def _row(self, attributes: Mapping[str, str]) -> None:
        number = _int(attributes, "r", 0) if "r" in attributes else self.seen.number + 1
        if number < 1:
            raise zipped.refused(self.seen.work.file, *zipped.BROKEN)
        self.seen.row(number, hidden=attributes.get("hidden") in _YES)
        self._column, self._digits = -1, str(number)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        where = attributes.get("r")
        self._column = self._column + 1 if where is None else self._column_of(where)
        self._has_value = self._is_formula = False
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        if self._kind == "e":
            self._listen()

    def _column_of(self, where: str) -> int:
        letters = where.removesuffix(self._digits)
        if letters not in self._columns:
            if not _REFERENCE.fullmatch(where) or not letters.isalpha():
                raise zipped.refused(self.seen.work.file, *zipped.BROKEN)  # what reads the values would look for it elsewhere
            self._columns[letters] = column(letters)
        return self._columns[letters]

    def _value(self, _: Mapping[str, str]) -> None:
        self._has_value = True

    def _formula(self, _: Mapping[str, str]) -> None:
        self._is_formula = True
        self._listen()

    def _listen(self) -> None:
        """Ask for the texts of this cell: few are worth it."""
        self._text, self._listens = "", True
        self._parser.CharacterDataHandler = self._hear

    def _hear(self, text: str) -> None:
        if self._has_value and len(self._text) < zipped.ENOUGH:
            self._text += text

    def _ends_cell(self) -> None:
        if self._listens:
            self._listens, self._parser.CharacterDataHandler = False, None
        if self._is_formula and not self._text and not (self._kind == "str" and self._has_value):
            self.seen.value(self._column, "")
        elif self._kind == "e":
            self.seen.value(self._column, self._text)
        elif self._has_value:
            self.seen.value(self._column, PERCENT if self._style in self._percents and self._kind == "n" else None)

    def _col(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in _YES:
            self.seen.hide(_int(attributes, "min", 1) - 1, _int(attributes, "max", 1) - 1)

    def _merge(self, attributes: Mapping[str, str]) -> None:
        corners = [_REFERENCE.fullmatch(corner) for corner in attributes.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
            self.seen.merge(int(top), column(left), int(bottom), column(right))


def _int(attributes: Mapping[str, str], key: str, default: int) -> int:
    text = attributes.get(key, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default


def column(letters: str) -> int:
    """Return the position, from 0, of a column by its letters.

    >>> column("A"), column("Z"), column("AA"), column("XFD")
    (0, 25, 26, 16383)
    """
    n = 0
    for letter in letters:
        n = n * 26 + ord(letter) - 64
    return n - 1

"""Items of running text → the sections of a findings file, nested by their numbers.

A section is numbered by the program; so a number becomes one only where counting gives that very number.  Any other stays typed before
its words, which prints the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from notice_gen.back.items import Grid, Item, Para
from notice_gen.back.writing import Text
from notice_gen.check.outline import Label
from notice_gen.compose import columns
from notice_gen.records import record
from notice_gen.vietnamese.con_so import la_ma

_CAPS = {"phần": ("phan", "Phần"), "chương": ("chuong", "Chương"), "mục": ("muc", "Mục"), "tiểu mục": ("tieu-muc", "Tiểu mục")}
_DIEU = len(_CAPS)  # depth of an article; divisions stand above it
_DEPTHS = {
    "I": {"mục La Mã": 0, "khoản": 1, "điểm": 2}, "1": {"khoản": 0, "điểm": 1}, "khong": {},
    "dieu": {name: n for n, name in enumerate((*_CAPS, "Điều", "khoản", "điểm"))},
}  # fmt: skip
_MARKS = {"mục La Mã": ".", "khoản": ".", "điểm": ")", "Điều": ".:"}
_COUNTED_THROUGH = ("phần", "chương", "Điều")
_UNIT = re.compile(r"Đơn vị tính: (.+)")
_WHOLE_NUMBER = re.compile(r"0|[1-9]\d{0,2}(?:\.\d{3})*")


@record
class Sections:
    """What running text comes to: lines before the first section, the sections, lines after them."""

    noi_dung: Text
    muc: tuple[dict[str, Any], ...]
    ket_thuc: Text


class _DoesNotFitError(Exception):
    """Something has no place in the order that a section prints its parts."""


def schemes(items: Sequence[Item]) -> Iterator[str]:
    """Yield the ways of numbering that may fit, the best first; ``khong``, where all numbers are typed, always does."""
    levels = {item.label.level for item in items if isinstance(item, Para) and item.label}
    if "Điều" in levels:
        yield "dieu"
    elif "mục La Mã" in levels:
        yield "I"
    elif "khoản" in levels:
        yield "1"
    yield "khong"


def sections(items: Sequence[Item], scheme: str, *, ending: bool = True) -> Sections | None:
    """Return *items* as sections numbered by *scheme*, None when some have no place there; *ending*: lines may follow the sections."""
    building = _Building(scheme, _DEPTHS[scheme], ending)
    try:
        building.take(_joined_titles(items))
    except _DoesNotFitError:
        return None
    return building.done()


@record
class _Table:
    """A table with what stands above it."""

    grid: Grid
    title: Para | None = None
    unit: str = ""


def _joined_titles(items: Sequence[Item]) -> list[Para | _Table]:
    """Give tables their titles and units: the lines right above, in the middle and bold, or ``Đơn vị tính:``."""
    out: list[Para | _Table] = []
    for item in items:
        if isinstance(item, Para):
            out.append(item)
            continue
        unit, title = "", None
        if out and isinstance(out[-1], Para) and not out[-1].dash and (found := _UNIT.fullmatch(out[-1].text)):
            unit = out[-1].spelt("i").removeprefix("Đơn vị tính: ") if not out[-1].spelt("i").startswith("*") else found[1]
            out.pop()
        last = out[-1] if out else None
        if isinstance(last, Para) and last.bold and last.paragraph.align == "center" and not (last.label or last.dash or last.shown):
            title = last
            out.pop()
        out.append(_Table(item, title, unit))
    return out


@dataclass
class _Node:
    """A section being built; *depth* as in the scheme, -1 for the whole."""

    depth: int
    data: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def line(self, text: str) -> None:
        self.data.setdefault("noi_dung", Text()).append(text)

    def child(self, depth: int, **data: Any) -> _Node:
        node = _Node(depth, {name: value for name, value in data.items() if value})
        self.data.setdefault("muc", []).append(node.data)
        return node


class _Building:
    """Takes items one by one; the last heading of each depth stays open."""

    def __init__(self, scheme: str, depths: dict[str, int], ending: bool) -> None:
        self._scheme, self._depths, self._ending = scheme, depths, ending
        self._root = _Node(-1)
        self._open = [self._root]
        self._current = self._root
        self._through: dict[str, int] = {}
        self._tail = Text()
        self._last: Para | _Table | None = None
        self._plain_last = False  # the last line stands in the current section as a plain paragraph below another

    def take(self, items: Sequence[Para | _Table]) -> None:
        waiting = [*reversed(items)]
        while waiting:
            item = waiting.pop()
            if isinstance(item, _Table):
                self._table(item)
            elif not self._heading(item, waiting):
                self._line(item)
            self._last = item

    def _line(self, para: Para) -> None:
        if self._tail or "bang" in self._current.data:
            if self._numbers_all():
                if not self._ending:
                    raise _DoesNotFitError
                self._tail.append(para.typed())
                return
            self._current = self._open[-1].child(len(self._depths) + 1)
        self._plain_last = not (para.dash or para.shown) and (self._current is self._root or "noi_dung" in self._current.data)
        self._current.line(para.typed())

    def _numbers_all(self) -> bool:
        """Tell whether a section without a title would get a number here."""
        return self._scheme == "dieu" and self._open[-1].depth < self._depths["điểm"]

    def _table(self, table: _Table) -> None:
        if self._tail:
            raise _DoesNotFitError
        if self._current is self._root:
            if self._numbers_all():
                raise _DoesNotFitError
            self._current = self._root.child(len(self._depths) + 1)
        self._current.data.setdefault("bang", []).append(_bang(table))

    def _heading(self, para: Para, waiting: list[Para | _Table]) -> bool:
        label = para.label
        depth = self._depths.get(label.level) if label else None
        if label is None or depth is None or (self._tail and not self._ending):
            return False
        above = next(node for node in reversed(self._open) if node.depth < depth)
        counted = self._through if label.level in _COUNTED_THROUGH else above.counts
        number = counted.get(label.level, 0) + 1
        data = self._data(para, label, above, number, waiting)
        if data is None:
            return False
        if self._tail:
            raise _DoesNotFitError
        counted[label.level] = number
        node = above.child(depth, **data)
        self._open = [one for one in self._open if one.depth < depth] + [node]
        self._current, self._plain_last = node, False
        return True

    def _data(self, para: Para, label: Label, above: _Node, number: int, waiting: list[Para | _Table]) -> dict[str, Any] | None:
        """Return the keys of a heading; None where counting does not give its number, or it would look otherwise."""
        level = label.level
        if level in _CAPS:
            return {"cap": _CAPS[level][0], "tieu_de": self._division(para, number, waiting)}
        if label.value != number or label.mark not in _MARKS[level] or not self._has_place(level, above, self._depths[level]):
            return None
        if self._scheme == "dieu":
            return {"tieu_de": para.spelt("b")} if para.bold else {"noi_dung": Text([para.spelt()])}
        return None if level == "khoản" and not para.bold else {"tieu_de": para.spelt("" if level == "điểm" else "b")}

    def _has_place(self, level: str, above: _Node, depth: int) -> bool:
        return level == "Điều" or above.depth == depth - 1

    def _division(self, para: Para, number: int, waiting: list[Para | _Table]) -> str:
        label = para.label
        cap, word = _CAPS[label.level] if label else ("", "")
        expected = f"{word} {la_ma(number) if cap in {'phan', 'chuong'} else number}"
        if label is None or label.shown.casefold() != expected.casefold():
            raise _DoesNotFitError
        title = [para.spelt("b").lstrip(".:-– ")] if para.words.lstrip(".:-– ") else []
        while waiting and not (title and para.words) and isinstance(following := waiting[-1], Para) and _goes_on(following):
            title.append(following.spelt("b"))
            waiting.pop()
        if not title:
            raise _DoesNotFitError
        return " ".join(title)

    def done(self) -> Sections:
        if self._ending and not self._tail and isinstance(self._last, _Table):
            self._tail = Text(["./."])
        elif self._ending and self._scheme != "dieu" and self._plain_last and self._root.data.get("muc"):
            self._tail = Text([self._current.data["noi_dung"].pop()])
            if not self._current.data["noi_dung"]:
                del self._current.data["noi_dung"]
                _without_empty(self._root.data)
        return Sections(self._root.data.get("noi_dung", Text()), tuple(self._root.data.get("muc", ())), self._tail)


def _without_empty(data: dict[str, Any]) -> None:
    kept = [one for one in data.get("muc", ()) if one]
    for one in kept:
        _without_empty(one)
    if kept:
        data["muc"] = kept
    else:
        data.pop("muc", None)


def _goes_on(para: Para) -> bool:
    """Tell whether a line is the title of the division above it, or goes on with it."""
    return not (para.label or para.dash or para.shown) and (para.capitals or para.paragraph.align == "center")


def _bang(table: _Table) -> dict[str, Any]:
    head, *rows = table.grid.rows
    data: dict[str, Any] = {}
    if table.title:
        data["tieu_de"] = table.title.spelt("b")
    if table.unit:
        data["don_vi_tinh"] = table.unit
    data["cot"] = [_heading_of(cell) or f"Cột {n}" for n, cell in enumerate(head, start=1)]
    data["hang"] = [[*map(cell_value, row)] for row in _without_own_bold(data["cot"], rows)]
    return data


def _without_own_bold(heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Iterator[Sequence[str]]:
    """Yield *rows*, those that stand out by what they say, totals and names of groups, without marks for it."""
    bare = [[_heading_of(cell) for cell in row] for row in rows]
    shown = [[(cell, cell.replace(".", "").isdecimal()) for cell in row] for row in bare]
    marked = columns.standing_out(heads, bare, columns.kinds(heads, shown))
    yield from (plain if n in marked else row for n, (row, plain) in enumerate(zip(rows, bare, strict=True)))


def _heading_of(cell: str) -> str:
    bare = cell.removeprefix("**").removesuffix("**")
    return bare if cell == f"**{bare}**" and "**" not in bare else cell


def cell_value(text: str) -> str | int:
    """Return a cell's value: a whole number that prints as it stands is one."""
    return int(text.replace(".", "")) if _WHOLE_NUMBER.fullmatch(text) else text

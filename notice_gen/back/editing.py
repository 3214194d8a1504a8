"""A findings file changed at single places: everything else of its text, comments and layout, stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from notice_gen.back.writing import Text, escaped, valued
from notice_gen.errors import KeyPath
from notice_gen.reader import places, source
from notice_gen.reader.places import Map, Spot

Line = tuple[int | None, str]
"""A line of a text: which of the old ones it is (None for a new one), and what it says now."""
Item = tuple[int | None, Any]
"""An item of a list, likewise; None for one that stays as it is."""


class Edit(NamedTuple):
    """A piece of the text and what takes its place."""

    start: int
    end: int
    new: str


class Editor:
    """Gathers edits of one text; :meth:`done` makes them."""

    def __init__(self, text: str, file: str) -> None:
        """Take a valid TOML *text*, whose *file* names it."""
        self.text, self.edits = text, list[Edit]()
        self._map: Map = places.index(text, file)

    def has(self, path: KeyPath) -> bool:
        """Tell whether the file spells something at *path*."""
        return path in self._map.spots

    def has_table(self, path: KeyPath) -> bool:
        """Tell whether the table at *path* has a header of its own."""
        return self.has(path) and self._map.spots[path].is_table and self.text.startswith("[", self._map.spots[path].key[0])

    def put(self, path: KeyPath, value: Any) -> None:
        """Put *value* in the place of the one at *path*; a key that is missing is added to its table."""
        if path in self._map.spots:
            self.edits.append(Edit(*self._map.spots[path].value, valued(value)))
        else:
            self.add(path, value)

    def add(self, path: KeyPath, value: Any, after: str = "") -> None:
        """Add a key to the table that is there, right below its key *after* or its header."""
        spot = self._map.spots[path[:-1]]
        beside = self._map.spots.get((*path[:-1], after)) if after else None
        line = f"{path[-1]} = {valued(value)}"
        if not spot.is_table:  # in braces
            at = beside.value[1] if beside else spot.value[0] + 1
            self.edits.append(Edit(at, at, f", {line}" if beside else f" {line},"))
            return
        at = source.line_end(self.text, beside.value[1] if beside else spot.key[1])
        self.edits.append(Edit(at, at, f"\n{line}"))

    def remove(self, path: KeyPath) -> None:
        """Remove a key with its line, and the remark behind it."""
        spot = self._map.spots[path]
        start, end = self.text.rfind("\n", 0, spot.key[0]) + 1, source.line_end(self.text, spot.value[1])
        if self.text[start : spot.key[0]].strip() or not re.fullmatch(r"[ \t]*(?:#.*)?", self.text[spot.value[1] : end]):
            self._cut(spot)
        else:
            self.edits.append(Edit(start, min(end + 1, len(self.text)), ""))

    def _cut(self, spot: Spot) -> None:
        """Remove a piece between commas, with the comma behind it, or the one before it where it is the last."""
        start, end = spot.key[0], spot.value[1]
        if behind := re.compile(r"[ \t]*,[ \t]*").match(self.text, end):
            end = behind.end()
            begin = self.text.rfind("\n", 0, start) + 1
            if not self.text[begin:start].strip() and self.text[end : end + 1] in {"\n", "#"}:
                start, end = begin, min(source.line_end(self.text, end) + 1, len(self.text))
        elif before := re.compile(r",\s*$").search(self.text[:start]):
            start = before.start()
        self.edits.append(Edit(start, end, ""))

    def lines(self, path: KeyPath, lines: Sequence[Line]) -> None:
        """Put *lines* in the place of those of the text at *path*."""
        spot = self._map.spots[path]
        literal = self.text[slice(*spot.value)]
        new = self._among(literal, lines) if literal.startswith('"""') else ""
        self.edits.append(Edit(*spot.value, new or valued(Text(line for _, line in lines))))

    @staticmethod
    def _among(literal: str, lines: Sequence[Line]) -> str:
        """Return a text between three quotes with its lines changed, empty where its lines are not those of the text."""
        raw = literal[3:-3].split("\n")
        own = [n for n, line in enumerate(raw) if line.strip()]
        last = max((n for n, _ in lines if n is not None), default=-1)
        if not own or last >= len(own) or len(raw) < 2 or any(line.endswith("\\") for line in raw):
            return ""
        indent = raw[own[0]][: len(raw[own[0]]) - len(raw[own[0]].lstrip())] if own[0] else ""
        out = raw[: own[0]] or [""]
        for n, line in lines:
            if n is None:
                out.append(f"{indent}{escaped(line)}")
                continue
            out += raw[own[n - 1] + 1 : own[n]] if n else []
            spelt = raw[own[n]]
            same = source.loads(f'x = """\n{spelt}\n"""')["x"].strip() == line.strip()
            out.append(spelt if same else f"{spelt[: len(spelt) - len(spelt.lstrip())]}{escaped(line)}")
        return f'"""{chr(10).join([*out, *(raw[own[-1] + 1 :] or [""])])}"""'

    def items(self, path: KeyPath, items: Sequence[Item]) -> None:
        """Put *items* in the place of those of the list at *path*."""
        spot = self._map.spots[path]
        count = sum(1 for one in self._map.spots if len(one) == len(path) + 1 and one[:-1] == path and isinstance(one[-1], int))
        kept = [n for n, _ in items if n is not None]
        if kept != sorted(kept) or not count:
            self._rewritten(spot, path, items)
            return
        for gone in {*range(count)}.difference(kept):
            self._cut(self._map.spots[*path, gone])
        above: int | None = None
        for n, value in items:
            if n is None:
                self._insert(path, above, value)
            else:
                above = n
                if value is not None:
                    self.edits.append(Edit(*self._map.spots[*path, n].value, valued(value)))

    def _insert(self, path: KeyPath, after: int | None, value: Any) -> None:
        """Insert an item behind number *after*, before all others where there is none."""
        beside = self._map.spots[*path, after if after is not None else 0]
        begin = self.text.rfind("\n", 0, beside.key[0]) + 1
        alone = not self.text[begin : beside.key[0]].strip()
        gap = f"\n{self.text[begin : beside.key[0]]}" if alone else " "
        if after is None:
            self.edits.append(Edit(beside.key[0], beside.key[0], f"{valued(value)},{gap}"))
            return
        at = beside.value[1]
        self.edits.append(Edit(at, at, f",{gap}{valued(value)}"))

    def _rewritten(self, spot: Spot, path: KeyPath, items: Sequence[Item]) -> None:
        """Write a list again from its items' own text: they have changed places."""
        spots = self._map.spots
        raw = [self.text[slice(*spots[*path, n].value)] if n is not None and value is None else valued(value) for n, value in items]
        flat = f"[{', '.join(raw)}]"
        several = "\n" in self.text[slice(*spot.value)] or len(flat) > 100
        self.edits.append(Edit(*spot.value, "[\n" + "".join(f"  {one},\n" for one in raw) + "]" if several else flat))

    def block(self, path: KeyPath) -> tuple[int, int]:
        """Return where the table at *path* stands with all tables in it, the remarks right above it too."""
        headers = [(spot.key[0], at) for at, spot in self._map.spots.items() if spot.is_table and self.text.startswith("[", spot.key[0])]
        start = self._map.spots[path].key[0]
        others = (begin for begin, at in headers if begin > start and at[: len(path)] != path)
        end = min(others, default=len(self.text))
        return self._above(start), self._above(end) if end < len(self.text) else end

    def _above(self, at: int) -> int:
        """Return where the remarks begin that stand right above a header."""
        lines = self.text[:at].split("\n")
        n = len(lines) - 1
        while n and lines[n - 1].lstrip().startswith("#"):
            n -= 1
        return len("\n".join(lines[:n])) + (1 if n else 0)

    def drop(self, path: KeyPath) -> None:
        """Remove a table with all tables in it."""
        self.edits.append(Edit(*self.block(path), ""))

    def insert_table(self, beside: KeyPath, lines: Sequence[str], *, behind: bool) -> None:
        """Insert a table of the kind of the one at *beside* before it, or behind it and all tables in it."""
        at = self.block(beside)[behind]
        name = ".".join(step for step in beside if isinstance(step, str))
        text = "\n".join([f"[[{name}]]", *lines])
        gap = "" if self.text[:at].endswith("\n\n") else "\n"
        self.edits.append(Edit(at, at, f"{gap}{text}\n\n" if at < len(self.text) else f"{gap}{text}\n"))

    def done(self) -> str:
        """Return the text with all edits made; of two that meet the first one counts."""
        out, at = list[str](), 0
        for edit in sorted(self.edits, key=lambda one: (one.start, one.end)):
            if edit.start < at:
                continue
            out += [self.text[at : edit.start], edit.new]
            at = edit.end
        return "".join([*out, self.text[at:]])


"""Where each key and value of a TOML file stands, by tree-sitter; loaded only when there is a problem."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import tree_sitter
import tree_sitter_toml

from notice_gen import patterns
from notice_gen.errors import KeyPath, Place
from notice_gen.reader import source

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """One key or list item: ``key`` is its name (or header, or itself), ``value`` all it holds (offsets)."""

    key: Span
    value: Span
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """The spots of one file, by path."""

    file: str
    text: str
    spots: dict[KeyPath, Spot]

    def place(self, path: KeyPath, found: str = "", *, key: bool = False) -> Place:
        """Return the place of the nearest spot on *path*: its key, the piece *found*, or its value."""
        while path and path not in self.spots:
            path = path[:-1]
        if not path:
            end = len(self.text.rstrip())
            return source.place(self.text, self.file, end, end)
        spot = self.spots[path]
        start, end = spot.key if key or spot.is_table else spot.value
        if found and not key:
            child = self.spots.get((*path, found))
            start, end = child.key if child else piece(self.text, spot.value, found) or (start, end)
        return source.place(self.text, self.file, start, end)


@lru_cache(maxsize=4)  # every row of a mailing may have something to tell of one common file
def index(text: str, file: str) -> Map:
    """Return the map of a TOML *text* (valid, else the map is partial)."""
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    walk = _Walk(text)
    for node in parser.parse(text.encode()).root_node.named_children:
        if node.type in ("table", "table_array_element"):
            walk.table(node)
        else:
            walk.pairs([node], ())
    return Map(file, text, walk.spots)


_BEGINS = bytes(not 0x80 <= byte < 0xC0 for byte in range(256))  # 1 where a byte of UTF-8 begins a character


class _Walk:
    """Gathers the spots of a file from its nodes, whose offsets count the bytes of UTF-8."""

    def __init__(self, text: str) -> None:
        self.spots: dict[KeyPath, Spot] = {}
        self._counts: dict[KeyPath, int] = {}
        self._characters = None if text.isascii() else [*accumulate(text.encode().translate(_BEGINS), initial=-1), len(text)][1:]

    def _span(self, node: tree_sitter.Node) -> Span:
        start, end = node.start_byte, node.end_byte
        return (self._characters[start], self._characters[end]) if self._characters else (start, end)

    def table(self, node: tree_sitter.Node) -> None:
        """Note a table with all it holds."""
        name, *rest = node.named_children
        bracket = next(child for child in node.children if child.type in ("]", "]]"))
        spot = Spot((self._span(node)[0], self._span(bracket)[1]), self._span(node), is_table=True)
        path: KeyPath = ()
        steps, counts = _names(name), self._counts
        for n, step in enumerate(steps, start=1):
            path = (*path, step)
            if n == len(steps) and node.type == "table_array_element":
                counts[path] = counts.get(path, -1) + 1
                self.spots.setdefault(path, spot)
            if path in counts:
                path = (*path, counts[path])
        # A list begun anew: what it held before belongs to the element before.
        for inner in [other for other in counts if other[: len(path)] == path and len(other) > len(path)]:
            del counts[inner]
        self.spots[path] = spot
        self.pairs(rest, path)

    def pairs(self, nodes: Iterable[tree_sitter.Node], above: KeyPath) -> None:
        """Note the pairs among *nodes*, which stand in the table *above*."""
        for node in nodes:
            parts = _sound(node)
            if node.type != "pair" or len(parts) != 2:
                continue
            key, value = parts
            path = above
            for step in _names(key):
                path = (*path, step)
                self.spots.setdefault(path, Spot(self._span(key), self._span(value)))
            self._value(value, path)

    def _value(self, node: tree_sitter.Node, path: KeyPath) -> None:
        if node.type == "inline_table":
            self.pairs(node.named_children, path)
        for n, child in enumerate(_sound(node) if node.type == "array" else ()):
            self.spots[*path, n] = Spot(self._span(child), self._span(child))
            self._value(child, (*path, n))


def _sound(node: tree_sitter.Node) -> list[tree_sitter.Node]:
    return [child for child in node.named_children if child.type not in ("comment", "ERROR")]


def _names(node: tree_sitter.Node) -> list[str]:
    if node.type == "dotted_key":
        return [name for child in node.named_children for name in _names(child)]
    raw = (node.text or b"").decode()
    return [raw] if node.type == "bare_key" else [str(tomllib.loads(f"x={raw}")["x"])]


def piece(text: str, span: Span, found: str) -> Span | None:
    """Return where *found* stands inside *span*, however its spaces and accents are encoded."""
    for spelt in (found, unicodedata.normalize("NFD", found), json.dumps(found, ensure_ascii=False)[1:-1]):
        pattern = r"\s+".join(re.escape(part) for part in spelt.split() or [spelt])
        if match := patterns.of_words(pattern).search(text, *span) if pattern else None:
            return match.span()
    return None

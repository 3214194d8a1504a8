"""Where each key and value of a TOML file stands, by tree-sitter; loaded only when there is a problem."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notice_gen.reader import source

if TYPE_CHECKING:
    from tree_sitter import Node

    from notice_gen.errors import KeyPath, Place

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
            start, end = child.key if child else _piece(self.text, spot.value, found) or (start, end)
        return source.place(self.text, self.file, start, end)


def index(text: str, file: str) -> Map:
    """Return the map of a TOML *text* (valid, else the map is partial)."""
    import tree_sitter
    import tree_sitter_toml

    data = text.encode()
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    spots: dict[KeyPath, Spot] = {}
    counts: dict[KeyPath, int] = {}
    offsets = _Offsets(text)
    for node in parser.parse(data).root_node.named_children:
        if node.type == "pair":
            _pair(node, (), spots, offsets)
        elif node.type in ("table", "table_array_element"):
            _table(node, spots, counts, offsets)
    return Map(file, text, spots)


class _Offsets:
    """Byte offsets of UTF-8 → character offsets."""

    def __init__(self, text: str) -> None:
        self.table: list[int] | None = None
        if not text.isascii():
            self.table = [n for n, char in enumerate(text) for _ in char.encode()]
            self.table.append(len(text))

    def span(self, node: Node) -> Span:
        start, end = node.start_byte, node.end_byte
        return (self.table[start], self.table[end]) if self.table else (start, end)


def _table(node: Node, spots: dict[KeyPath, Spot], counts: dict[KeyPath, int], offsets: _Offsets) -> None:
    name, *rest = node.named_children
    bracket = next(child for child in node.children if child.type in ("]", "]]"))
    header = (offsets.span(node)[0], offsets.span(bracket)[1])
    path: KeyPath = ()
    steps = _names(name)
    for n, step in enumerate(steps):
        path = (*path, step)
        last = n == len(steps) - 1
        if last and node.type == "table_array_element":
            counts[path] = counts.get(path, -1) + 1
            spots.setdefault(path, Spot(header, offsets.span(node), is_table=True))
        if path in counts:
            path = (*path, counts[path])
    # A list begun anew: what it held before belongs to the element before.
    for inner in [other for other in counts if other[: len(path)] == path and len(other) > len(path)]:
        del counts[inner]
    spots[path] = Spot(header, offsets.span(node), is_table=True)
    for child in rest:
        if child.type == "pair":
            _pair(child, path, spots, offsets)


def _pair(node: Node, above: KeyPath, spots: dict[KeyPath, Spot], offsets: _Offsets) -> None:
    parts = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
    if len(parts) != 2:
        return
    key, value = parts
    path = above
    for step in _names(key):
        path = (*path, step)
        spots.setdefault(path, Spot(offsets.span(key), offsets.span(value)))
    _value(value, path, spots, offsets)


def _value(node: Node, path: KeyPath, spots: dict[KeyPath, Spot], offsets: _Offsets) -> None:
    if node.type == "inline_table":
        for child in node.named_children:
            if child.type == "pair":
                _pair(child, path, spots, offsets)
    elif node.type == "array":
        items = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
        for n, child in enumerate(items):
            here = (*path, n)
            spots[here] = Spot(offsets.span(child), offsets.span(child))
            _value(child, here, spots, offsets)


def _names(node: Node) -> list[str]:
    if node.type == "dotted_key":
        return [name for child in node.named_children for name in _names(child)]
    raw = (node.text or b"").decode()
    return [raw] if node.type == "bare_key" else [str(tomllib.loads(f"x={raw}")["x"])]


def _piece(text: str, span: Span, found: str) -> Span | None:
    """Return where *found* stands inside *span*, however its spaces and accents are encoded."""
    for spelt in (found, unicodedata.normalize("NFD", found), json.dumps(found, ensure_ascii=False)[1:-1]):
        pattern = r"\s+".join(re.escape(part) for part in spelt.split() or [spelt])
        match = re.compile(pattern).search(text, *span) if pattern else None
        if match:
            return match.span()
    return None

"""How a text is laid out: which lines belong to a table or a row of tables, what stands between the items of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from notice_gen.assist.records import Key
from notice_gen.reader import source
from notice_gen.reader.places import Map, Spot
from notice_gen.records import record

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)', re.DOTALL
)  # fmt: skip
_COMMENT = re.compile(r"#[^\n]*")
_WIDEST = 140  # characters of a list on one line


def comments(text: str) -> Counter[str]:
    r"""Return the comments of a TOML *text*, each as often as it stands there.

    >>> comments('a = "# no" # yes\n# and')
    Counter({'# yes': 1, '# and': 1})
    """
    return Counter(match["comment"].rstrip() for match in _TOKEN.finditer(text) if match["comment"])


class Layout:
    """The lines of a text by its headers."""

    def __init__(self, text: str, where: Map) -> None:
        self.text, self.spots = text, where.spots
        headers: dict[int, Key] = {}
        for path, spot in where.spots.items():
            if spot.is_table and len(path) >= len(headers.get(spot.key[0], ())):
                headers[spot.key[0]] = path
        self.headers = sorted(headers.items())

    def lead(self, header: int) -> int:
        """Return where the comments begin that stand right above a header."""
        at = self.text.rfind("\n", 0, header) + 1
        while at:
            above = self.text.rfind("\n", 0, at - 1) + 1
            if not self.text[above:at].lstrip(" \t").startswith("#"):
                break
            at = above
        return at

    def group(self, path: Key) -> tuple[int, int] | None:
        """Return the lines of a table with all below it, from its first header to the comments above the next other; None without one."""
        own = [start for start, other in self.headers if other[: len(path)] == path]
        if not own:
            return None
        after = [start for start, other in self.headers if start > own[-1]]
        return own[0], self.lead(after[0]) if after else len(self.text)

    def last_value(self, path: Key) -> int:
        """Return the end of the line of the last value below *path*."""
        ends = [spot.value[1] for other, spot in self.spots.items() if other[: len(path)] == path and not spot.is_table]
        heads = [spot.key[1] for other, spot in self.spots.items() if other[: len(path)] == path and spot.is_table]
        return source.line_end(self.text, max([*ends, *heads]))

    def line(self, path: Key) -> int:
        """Return the line on which the nearest key on *path* stands, from 1."""
        while path and path not in self.spots:
            path = path[:-1]
        return self.text.count("\n", 0, self.spots[path].key[0]) + 1 if path else 1


@record
class Item:
    """An item of a list: its text, the comments on lines above it, the comment behind it."""

    text: str
    above: tuple[str, ...] = ()
    behind: str = ""


@record
class Items:
    """The items of a list, and what stands below the last; *indent* of its lines, that of the closing bracket, None on one line."""

    items: tuple[Item, ...]
    below: tuple[str, ...] = ()
    indent: str | None = None
    closing: str = ""

    def written(self) -> str:
        """Return the list as it is written: on one line as long as it was and that is short enough."""
        plain = f"[{', '.join(item.text for item in self.items)}]"
        loose = self.below or any(item.above or item.behind for item in self.items)
        if self.indent is None and not loose and "\n" not in plain and len(plain) < _WIDEST:
            return plain
        indent = self.indent if self.indent is not None else self.closing + "  "
        lines = []
        for item in self.items:
            lines += [f"{indent}{comment}" for comment in item.above]
            lines.append(f"{indent}{item.text}," + (f"  {item.behind}" if item.behind else ""))
        lines += [f"{indent}{comment}" for comment in self.below]
        return "\n".join(["[", *lines, f"{self.closing}]"])


def items(text: str, whole: Spot, inner: Sequence[Spot]) -> Items:
    """Take a list apart: *whole* is where its value stands, *inner* its items."""
    start, end = whole.value
    begin = text.rfind("\n", 0, start) + 1
    closing = re.match(r"[ \t]*", text[begin:start])
    edges = [start + 1, *(at for spot in inner for at in spot.value), end - 1]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    found: list[Item] = []
    above = tuple(_COMMENT.findall(gaps[0]))
    for spot, gap in zip(inner, gaps[1:], strict=True):
        same_line, _, rest = gap.partition("\n")
        behind = "".join(_COMMENT.findall(same_line))
        found.append(Item(text[slice(*spot.value)], above, behind.rstrip()))
        above = tuple(comment.rstrip() for comment in _COMMENT.findall(rest))
    first = re.search(r"\n([ \t]*)\S", gaps[0] + "x") if "\n" in gaps[0] else None
    is_open = any("\n" in gap for gap in gaps)
    return Items(tuple(found), above, (first[1] if first else "  ") if is_open else None, closing[0] if closing else "")

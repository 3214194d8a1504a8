"""Numbered lines of a page: which section of the findings each begins, and beside which one a new one belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from notice_gen.back.leaves import Origin
from notice_gen.back.lines import Line, plain
from notice_gen.back.words import LABEL
from notice_gen.check.view import Span
from notice_gen.errors import KeyPath
from notice_gen.records import record

Pairs = Sequence[tuple[Line | None, Line | None]]
"""Lines of two papers side by side: the same or one changed, or one of them alone."""


@record
class Place:
    """Where a new section goes: before the one at *path*, or *behind* it and all that is in it."""

    path: KeyPath
    behind: bool


def number(line: Line | None) -> str:
    """Return the number that a line bears, typed or Word's own, with a blank behind it; empty for none."""
    if line is None or line.paragraph is None:
        return ""
    found = LABEL.match(f"{line.paragraph.number.strip()} ".lstrip() + plain(line.paragraph.text))
    return found[0] if found else ""


def without_number(span: Span) -> Span:
    """Return a span without the number that is typed before its words."""
    found = LABEL.match(span.paragraph.text, span.start, span.end)
    return Span(span.paragraph, found.end(), span.end) if found else span


def with_same_number(pairs: Pairs) -> Pairs:
    """Return *pairs* with a line that goes and one that comes in its place as one changed, where both bear the same number.

    So does a line that was split in two: its number stays with the first half, however much alike the second is.
    """
    out: list[tuple[Line | None, Line | None]] = []
    for a, b in pairs:
        above, new = out[-1] if out else (None, None)
        if a is None and b and above and new is None and number(above) and number(above) == number(b):
            out[-1] = (above, b)
        elif a and b and above is None and new and number(a) and number(a) == number(new) and not number(b):
            out[-1] = (a, new)
            out.append((None, b))
        else:
            out.append((a, b))
    return out


def place(pairs: Pairs, n: int, known: Mapping[int, Origin]) -> Place | None:
    """Return where the section goes that new line *n* begins; None where it begins none.

    It takes the place of the section that had its number, or follows the nearest one before it that is numbered likewise.
    *known*: where the lines of the old paper come from.
    """
    own = number(pairs[n][1])
    if not own:
        return None
    after = next((a for a, _ in pairs[n + 1 :] if a), None)
    if number(after) == own and (path := _begun(after, pairs, known)):
        return Place(path, behind=False)
    for a, _ in reversed(pairs[:n]):
        if a and _kind(number(a)) == _kind(own) and (path := _begun(a, pairs, known)):
            return Place(path, behind=True)
        if a and number(a) and _kind(number(a)) in _WIDER.get(_kind(own), ""):
            return None  # the first of its kind there
    return None


def _begun(line: Line | None, pairs: Pairs, known: Mapping[int, Origin]) -> KeyPath:
    """Return the section that a line of the old paper begins, the innermost; empty where it begins none."""
    path = _path(line, known)
    last = max((at for at, step in enumerate(path[:-1]) if step == "muc"), default=-1)
    section = path[: last + 2] if last >= 0 else ()
    first = next((a for a, _ in pairs if section and _path(a, known)[: len(section)] == section), None)
    return section if first is line else ()


def _path(line: Line | None, known: Mapping[int, Origin]) -> KeyPath:
    origin = known.get(line.paragraph.index) if line and line.paragraph else None
    return origin.leaf.path if origin else ()


_WIDER = {"0": "IC", "a": "0ĐIC", "Đ": "C", "I": "C"}
"""Kinds of numbers that stand above a kind, each by its sign."""


def _kind(label: str) -> str:
    """Return a sign for the way a line is numbered: ``0`` for 1., ``a`` for a), ``I``, ``Đ`` for Điều, ``C`` for what is wider."""
    if not label:
        return ""
    if label[0].isdigit():
        return "0"
    if re.match(r"[a-zđ]\)", label):
        return "a"
    return "I" if re.match(r"[IVX]+\.", label) else "Đ" if label.startswith("Điều") else "C"


def below(pairs: Pairs, n: int) -> Sequence[int]:
    """Return the new lines that follow new line *n* and bear no number: they are its section's."""
    return [*takewhile(lambda k: pairs[k][0] is None and pairs[k][1] is not None and not number(pairs[k][1]), range(n + 1, len(pairs)))]

"""Which paragraph has which rule under it: shapes, borders, underlined letters and typed dashes, each seen once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from notice_gen.check.view import Line, Paragraph
from notice_gen.records import record

# What a line is typed of; five in a row at least (``---`` may part two texts, and ``o0o`` stands in the middle of some).
_DASHES = frozenset("_-–—─━¯=*.…")
_FEWEST, _MOST = 5, 200
_FAR = 20  # paragraphs looked back for the text that a line closes


def is_typed_line(text: str) -> bool:
    """Tell whether someone typed a rule.

    >>> is_typed_line("________"), is_typed_line("-----***-----"), is_typed_line("---"), is_typed_line(".......")
    (True, True, False, False)
    """
    signs = text.replace(" ", "").strip()
    if not _FEWEST <= len(signs) <= _MOST or not _DASHES.issuperset(signs.replace("o", "").replace("0", "")):
        return False
    return sum(signs.count(sign) for sign in "_-–—─━¯") >= _FEWEST - 1


@record
class Mark:
    """A rule found at paragraph number *at* of the list, *above* its text or below it."""

    at: int
    line: Line
    above: bool = False


def with_lines(paragraphs: list[Paragraph], marks: Sequence[Mark]) -> list[Paragraph]:
    """Return *paragraphs* with their lines.

    A rule above a text, on an empty paragraph or typed as one, closes the text before it: an author who sees a rule under
    a name does not ask which paragraph carries it.
    """
    found: dict[int, list[Line]] = {}
    for mark in marks:
        at = mark.at
        empty = not paragraphs[at].text.strip()
        found.setdefault(_text_before(paragraphs, at) if mark.above or empty else at, []).append(mark.line)
    for at, one in enumerate(paragraphs):
        if not one.text.strip():
            continue
        if is_typed_line(one.text):
            found.setdefault(_text_before(paragraphs, at), []).append(Line("typed"))
        elif all(run.underline or not one.text[run.start : run.end].strip() for run in one.runs):
            found.setdefault(at, []).append(Line("underline"))
    return [replace(one, lines=tuple(found[at])) if at in found else one for at, one in enumerate(paragraphs)]


def _text_before(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Return the nearest text above in the same cell, box or body; *at* itself when none is near."""
    here = paragraphs[at]
    for before in range(at - 1, max(at - _FAR, -1), -1):
        one = paragraphs[before]
        if one.container != here.container or not one.text.strip() or is_typed_line(one.text):
            continue
        if here.cell is None or one.cell is None:
            return before if here.cell is one.cell else at
        if (one.cell.table, one.cell.column) == (here.cell.table, here.cell.column):
            return before
    return at

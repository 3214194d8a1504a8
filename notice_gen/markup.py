r"""Emphasis inside a line of text: ``**đậm**``, ``*nghiêng*``, ``***cả hai***``, ``__gạch chân__``.

A mark opens where a word begins and closes where one ends, so ``5 * 3``, ``(*)``, ``2*3*4`` and the dots of ``____`` stay as typed; a mark
without its partner is printed; ``\*`` and ``\_`` print the character itself.  Nothing but marks that found their partner ever disappears.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

Runs = tuple[tuple[str, str], ...]
"""Pieces of text, each with its style: a subset of the letters ``biu`` (OOXML w:b, w:i, w:u)."""

_TOKENS = re.compile(r"\\[*_]|\*+|_+")
_WITH_WORD = re.compile(r"[*_]+\s*[^\s*_]*")
_MARKS = {"*": "i", "**": "b", "***": "bi", "__": "u"}
# What may stand just inside a mark besides letters and digits: "**(1)**", "*“lời dẫn”*", "**98,7%**".
_OPENS_BEFORE = "([“‘\"'-+«_*"
_CLOSES_AFTER = ")]”’\"'.,;:!?%…/»_*"


class StyledText(str):
    """Plain text that remembers which parts are emphasised.

    It *is* the text, so it compares, prints and passes through filters as such; the engine alone
    looks at ``runs`` to write bold, italic and underlined runs.

    >>> text = StyledText((("gửi về ", ""), ("trước ngày 28/6/2024", "bi")))
    >>> text == "gửi về trước ngày 28/6/2024", text.runs[1][1]
    (True, 'bi')
    """

    __slots__ = ("runs",)
    runs: Runs

    def __new__(cls, runs: Runs) -> StyledText:
        """Join the runs' text."""
        self = super().__new__(cls, "".join([text for text, _ in runs]))
        self.runs = runs
        return self

    def __getnewargs__(self) -> tuple[Runs]:  # type: ignore[override]  # str's own is typed for str
        return (self.runs,)


def runs_of(text: str) -> Runs:
    """Return the runs of *text*, which may be a plain ``str`` or a :class:`StyledText`."""
    return text.runs if isinstance(text, StyledText) else ((text, ""),)


def styled(runs: Iterable[tuple[str, str]]) -> str:
    """Join *runs* into a text, a plain ``str`` when no part is emphasised.

    >>> styled([("một ", ""), ("hai", "")])
    'một hai'
    """
    merged: list[tuple[str, str]] = []
    for text, style in runs:
        if text and merged and merged[-1][1] == style:
            merged[-1] = (merged[-1][0] + text, style)
        elif text:
            merged.append((text, style))
    if len(merged) < 2 and not (merged and merged[0][1]):
        return merged[0][0] if merged else ""
    return StyledText(tuple(merged))


class _Mark:
    opens = closes = ""  # styles

    def __init__(self, char: str, count: int, at: int, alone: str) -> None:
        self.char, self.count = char, count
        self.at = at  # after how many others
        self.alone = alone  # what is reported of it when it stays without a partner


def spans(pieces: Sequence[str | T]) -> tuple[tuple[str | T, str], ...]:
    r"""Resolve the emphasis marks in *pieces* (text, and opaque objects that stand for a word).

    Returns:
        The pieces without their marks, each with its style, a subset of ``biu``.

    >>> spans(["trước ngày **28/6** và *gấp*"])
    (('trước ngày ', ''), ('28/6', 'b'), (' và ', ''), ('gấp', 'i'))
    >>> spans(["5 * 3 (*) ____ **lẻ \\*"])
    (('5 * 3 (*) ____ **lẻ *', ''),)
    """
    return spans_and_alone(pieces)[0]


def alone(pieces: Sequence[str | T]) -> str:
    """Return the first mark of *pieces* that was surely meant for emphasis and found no partner, with the word after it; or nothing.

    A lone ``*`` and ``(**)`` call a footnote, a lone ``__`` is a blank to fill in.

    >>> alone(["trước **28/6"]), alone(["** đậm **"]), alone(["**đậm**, 5 * 3 (**) __/__/2026, 046***1234, 98%**"]), alone(["** Ghi chú"])
    ('**28/6', '** đậm', '', '')
    """
    return spans_and_alone(pieces)[1]


def spans_and_alone(pieces: Sequence[str | T]) -> tuple[tuple[tuple[str | T, str], ...], str]:
    """Return what :func:`spans` and :func:`alone` do, from one pairing of the marks."""
    items = _paired(pieces)
    lone = next((mark.alone for mark in items if isinstance(mark, _Mark) and mark.alone and mark.count), "")
    return tuple(_resolved(items)), lone


def _paired(pieces: Sequence[str | T]) -> list[str | T | _Mark]:
    """Cut *pieces* at their marks and pair these."""
    items: list[str | T | _Mark] = []
    waiting: dict[str, list[_Mark]] = {"*": [], "_": []}
    for index, piece in enumerate(pieces):
        if not isinstance(piece, str):
            items.append(piece)
            continue
        start = 0
        for token in _TOKENS.finditer(piece):
            text = token[0]
            before = piece[token.start() - 1] if token.start() else _neighbour(pieces, index - 1)
            after = piece[token.end()] if token.end() < len(piece) else _neighbour(pieces, index + 1)
            items.append(piece[start : token.start()])
            start = token.end()
            if text[0] == "\\":
                items.append(text[1])
            elif text in _MARKS:
                meant = _is_meant(text, before, after, piece, token.end()) if text[0] == "*" else _may_open(before, after)
                mark = _Mark(text[0], len(text), len(items), _WITH_WORD.match(piece, token.start())[0] if meant else "")  # type: ignore[index]
                if not (_may_close(before, after) and _close(mark, waiting)) and _may_open(before, after):
                    waiting[mark.char].append(mark)
                items.append(mark)
            else:
                items.append(text)
        items.append(piece[start:])
    return items


def _is_meant(mark: str, before: str, after: str, piece: str, end: int) -> bool:
    """Say whether stars stand there for emphasis: not for digits left out, nor to call a footnote or to begin one."""
    if len(mark) == 1 or before + after == "()" or before == "%":
        return False
    hides, note = before.isdigit() and after.isdigit(), not before and after == " " and piece.find(mark, end) < 0
    return not hides and not note


def _neighbour(pieces: Sequence[object], index: int) -> str:
    """Return the character that *pieces[index]* shows to its neighbour: a word for an opaque piece."""
    return "" if index < 0 or index >= len(pieces) else "a"


def _may_open(before: str, after: str) -> bool:
    return not before.isalnum() and (after.isalnum() or (after != "" and after in _OPENS_BEFORE))


def _may_close(before: str, after: str) -> bool:
    return not after.isalnum() and (before.isalnum() or (before != "" and before in _CLOSES_AFTER))


def _close(mark: _Mark, waiting: Mapping[str, list[_Mark]]) -> bool:
    """Pair *mark* with the nearest open marks of its kind; say whether any was found."""
    found = False
    stack, others = waiting[mark.char], waiting["_" if mark.char == "*" else "*"]
    while mark.count and stack:
        other = stack[-1]
        while others and others[-1].at > other.at:
            others.pop()  # an unpaired mark inside stays as typed
        used = other.count if other.char == "_" else min(mark.count, other.count)
        style = _MARKS[mark.char * used]
        other.opens += style
        mark.closes += style
        other.count -= used
        mark.count -= used
        if not other.count:
            stack.pop()
        found = True
    return found


def _resolved(items: Iterable[str | T | _Mark]) -> Iterable[tuple[str | T, str]]:
    active, style = {"b": 0, "i": 0, "u": 0}, ""
    pending: list[str] = []

    def text_so_far() -> Iterable[tuple[str, str]]:
        if text := "".join(pending):
            yield text, style
        pending.clear()

    for item in items:
        if isinstance(item, str):
            pending.append(item)
        elif not isinstance(item, _Mark):
            yield from text_so_far()
            yield item, style
        elif not (item.opens or item.closes):
            pending.append(item.char * item.count)
        else:
            if not item.closes:  # what it opens with more stars than found a partner stands before what is emphasised
                pending.append(item.char * item.count)
            yield from text_so_far()
            for letter in active:
                active[letter] += item.opens.count(letter) - item.closes.count(letter)
            style = "".join(letter for letter, count in active.items() if count)
            if item.closes:
                pending.append(item.char * item.count)
    yield from text_so_far()

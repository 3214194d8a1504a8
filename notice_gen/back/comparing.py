"""Two papers compared: box by box, line by line, then word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from notice_gen.back.lines import BODY, FOOT, HEAD, Line
from notice_gen.records import record

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+|[^\w\s]+|\s+")
"""A piece of text that changes as a whole: a number, a word, blanks, other signs."""
_ALIKE = 0.5  # shares of letters above which two lines are one line changed
_LONGEST = 2_000  # words of a line that are told apart
_MOST = 4_000  # letters and lines beyond which what is alike is told by place alone


@record
class Difference:
    """One line that is not the same in two papers.

    Attributes:
        box: in which it stands.
        old, new: its text in each; empty where it is in one alone.
        before, after: its paragraphs' lines, None likewise.
    """

    box: str
    old: str
    new: str
    before: Line | None = None
    after: Line | None = None

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The text in pieces: ``=`` what stays, ``-`` what goes, ``+`` what comes."""
        return tuple(changed_words(self.old, self.new))


def differences(old: Sequence[Line], new: Sequence[Line]) -> list[Difference]:
    """Return where two papers differ, in the order of the page."""
    found: list[Difference] = []
    for boxes in (*((name,) for name in HEAD), BODY, *((name,) for name in (*FOOT, "dia_chi", "dau_trang"))):
        here, there = ([one for one in lines if one.box in boxes] for lines in (old, new))
        if boxes != BODY and " ".join(one.text for one in here) == " ".join(one.text for one in there):
            continue  # the same words on other lines
        pairs = aligned(here, there)
        found += [_of(a, b) for a, b in pairs if (a.text if a else "") != (b.text if b else "")]
    return found


def _of(a: Line | None, b: Line | None) -> Difference:
    line = a or b
    return Difference(line.box if line else "", a.text if a else "", b.text if b else "", a, b)


def aligned(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield the lines of two texts side by side: the same, one changed, or one of them alone."""
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=len(old) + len(new) > _MOST)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        elif kind == "replace":
            yield from _paired(old[a:b], new[c:d])
        else:
            yield from ((one, None) for one in old[a:b])
            yield from ((None, one) for one in new[c:d])


def _paired(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Pair the lines that are alike, in order; the best sum of likeness, as lines are few between two that are the same."""
    if len(old) * len(new) > _MOST:
        yield from zip_longest(old, new)
        return
    like, best = _best(old, new)
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and best[i][j] == best[i + 1][j]):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _best(old: Sequence[Line], new: Sequence[Line]) -> tuple[list[list[float]], list[list[float]]]:
    """Return how alike each two lines are, and the best sum from each place on."""
    like = [[likeness(a.text, b.text) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like[i][j] if like[i][j] else 0.0)
    return like, best


def likeness(a: str, b: str) -> float:
    """Return how alike two lines are; 0 for two that are not one line changed."""
    matcher = SequenceMatcher(None, a[:_MOST].split(), b[:_MOST].split(), autojunk=False)
    ratio = matcher.ratio() if matcher.real_quick_ratio() > _ALIKE else 0.0
    if ratio <= _ALIKE and max(len(a), len(b)) < 80:
        ratio = SequenceMatcher(None, a, b, autojunk=False).ratio() - 0.1
    return ratio if ratio > _ALIKE else 0.0


def changed_words(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text changed: ``=`` what stays, ``-`` what goes, ``+`` what comes.

    >>> [*changed_words("trước ngày 25.", "trước ngày 28.")]
    [('=', 'trước ngày '), ('-', '25'), ('+', '28'), ('=', '.')]
    >>> [*changed_words("1.250 hồ sơ", "1.251 hồ sơ")]
    [('-', '1.250'), ('+', '1.251'), ('=', ' hồ sơ')]
    """
    a, b = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, a, b, autojunk=len(a) + len(b) > _LONGEST)
    for kind, i, j, k, l in matcher.get_opcodes():  # noqa: E741
        if kind == "equal":
            yield "=", "".join(a[i:j])
            continue
        if j > i:
            yield "-", "".join(a[i:j])
        if l > k:
            yield "+", "".join(b[k:l])

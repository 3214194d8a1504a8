"""Mending texts: marks, spaces and the form of letters only.  A mending that would change a word is not carried out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

Edit = tuple[int, int, str]
"""Characters from, to, and what stands there instead."""


def words(text: str) -> str:
    """Return the letters and figures of *text*, composed: what no mending may change.

    >>> words("Ha\u0300 Nội,  12-5") == words("Hà Nội 12/5"), words("Hà Nội") == words("Hà nội")
    (True, False)
    """
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum() or unicodedata.combining(sign))


def edits(old: str, new: str) -> list[Edit] | None:
    """Return the smallest changes that make *new* of *old*, from the end; None when that would change a word.

    Letters and figures stand for fixed points: between each two, what is not the same is replaced.  So every letter keeps
    its own look, and a change is as small as it can be.

    >>> edits("Độc lập – Tự do", "Độc lập - Tự do"), edits("xin chào", "xin chèo"), edits("a , b", "a, b")
    ([(8, 9, '-')], None, [(1, 2, '')])
    """
    if words(old) != words(new):
        return None
    before, after = list(_pieces(old)), list(_pieces(new))
    if len(before) != len(after):
        return None
    changes = (_change(start, was, now) for (start, was), (_, now) in zip(before, after, strict=True) if was != now)
    return list(changes)[::-1]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands before, between and behind the letters, and each letter with its marks: gap, letter, gap, letter …, gap."""
    start = 0
    gap = ""
    for is_word, letters in groupby(_clusters(text), key=lambda cluster: cluster[0].isalnum()):
        for letter in letters if is_word else ["".join(letters)]:
            if not is_word:
                gap = letter
                continue
            yield start, gap
            yield start + len(gap), letter
            start += len(gap) + len(letter)
            gap = ""
    yield start, gap


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for sign in text:
        if cluster and unicodedata.combining(sign):
            cluster += sign
        else:
            if cluster:
                yield cluster
            cluster = sign
    if cluster:
        yield cluster


def _change(start: int, was: str, now: str) -> Edit:
    """Return the change of one piece without what is the same at both of its ends."""
    head = next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    from_the_end = enumerate(zip(reversed(was[head:]), reversed(now[head:]), strict=False))
    tail = next((n for n, (a, b) in from_the_end if a != b), min(len(was), len(now)) - head)
    return start + head, start + len(was) - tail, now[head : len(now) - tail]

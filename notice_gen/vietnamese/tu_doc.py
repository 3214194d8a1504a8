"""The words of a text as they are weighed: each as shown, in small letters, by its number in the table; names tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import and_
from typing import NamedTuple

from notice_gen.facts import Pattern
from notice_gen.vietnamese.tan_suat import DAU_CHU, SO, so
from notice_gen.vietnamese.thieu_tieng import la_ban

_ENDS = frozenset(".;:!?-–+*)")
BOUND = frozenset("/@#_&\\=")
"""What joins the parts of an address or a code."""
_MARKS = frozenset("“”‘’…–—•·−")
_GOES_ON = frozenset(".;:!?,…)(-–")
_LONGEST = 16
_HYPHEN = Pattern(r"(?<=[^\W\d_])-(?=[^\W\d_])")


class Word(NamedTuple):
    """A word or a mark.

    Attributes:
        shown: as it stands.
        small: in small letters, empty for a mark.
        number: in the table; 0 for a mark, -1 for what it does not know.
        tells: the number of a neighbour; -1 of one with a capital: a name tells nothing.
        known: it is written in small letters and the table knows it.
        goes_on: a word may have been forgotten before it: it is small and counted, or a mark of a sentence.
        named: it has the capital of a name.
    """

    shown: str
    small: str
    number: int
    tells: int = 0
    known: bool = False
    goes_on: bool = False
    named: bool = False


NONE = Word("", "", 0)


def _word(shown: str, small: str, number: int) -> Word:
    is_small = shown == shown.lower()
    goes_on = is_small and not shown.isdecimal() and (number > 0 or (not number and shown in _GOES_ON))
    return Word(shown, small, number, number if is_small else -1, number > 0 and shown == small, goes_on, shown.istitle())


def doc(text: str) -> list[Word]:
    """Return the words and marks of *text*; of two words with capitals side by side neither tells anything of its neighbours."""
    text = _HYPHEN.sub("_", text) if "-" in text else text  # parts of *ni-tơ* are no words
    words = [*map(_read, DAU_CHU.findall(text))]
    named = [word.named for word in words]
    return [*_without_names(words)] if any(map(and_, named, named[1:])) else words


@lru_cache(maxsize=16384)
def _read(token: str) -> Word:
    if len(token) > _LONGEST:
        return _word(token, "", -1)
    if token.isalpha():
        small = token.lower()
        return _word(token, small, so(small))
    if token.isdecimal():
        return _word("0", "", so(SO))  # whichever: of figures nothing is doubted
    keys_left = token[0].isalpha() and token.isalnum() and token[1:].islower()
    return _word(token, token.lower(), -1) if keys_left else _word(token, "", 0)


def _without_names(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words, two capitalised ones side by side as a name that tells nothing of its neighbours: *Công ty chè Văn Hưng*."""
    for before, word, after in zip((NONE, *words), words, (*words[1:], NONE), strict=False):
        name = word.named and word.number > 0 and (after.named or before.named)
        if name and after.number > 0 and after.shown == after.small and la_ban(word.number, after.number):
            name = False  # *Trạm Truyền thanh xã*
        yield word._replace(number=0) if name else word


def la_loi_van(before: Word, word: Word, after: Word) -> bool:
    """Tell whether a word is small, or has the capital of a sentence's first, and is no part of an address or a code."""
    if _is_bound(before) or _is_bound(after):
        return False
    if word.shown == word.small:
        return before.shown != "."  # “don_vi.ten”, a name of a file
    first = after.shown[:1].islower() and not before.number and (not before.shown or before.shown in _ENDS)
    return (first or (after.shown.isdecimal() and not before.shown[:1].isupper())) and word.shown[1:] == word.small[1:]


def _is_bound(beside: Word) -> bool:
    """Tell whether what stands beside a word makes it a part of an address, a code or broken letters: no mark of a sentence."""
    mark = beside.shown
    return mark in BOUND or (len(mark) == 1 and not (mark.isascii() or mark.isalnum() or mark in _MARKS))

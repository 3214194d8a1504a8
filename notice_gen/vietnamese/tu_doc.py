"""The words of a text as they are weighed: each as shown, in small letters, by its number in the table; names tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from notice_gen.facts import Pattern
from notice_gen.vietnamese.tan_suat import DAU_CHU, SO, so
from notice_gen.vietnamese.thieu_tieng import la_ban

_ENDS = frozenset(".;:!?-–+*)")
BOUND = frozenset("/@#_&\\=")
"""What joins the parts of an address or a code."""
_MARKS = frozenset("“”‘’…–—•·−")
_LONGEST = 16
_HYPHEN = Pattern(r"(?<=[^\W\d_])-(?=[^\W\d_])")


class Word(NamedTuple):
    """A word as shown, in small letters (empty for a mark), and its number: 0 for a mark, -1 for what the table does not know."""

    shown: str
    small: str
    number: int


NONE = Word("", "", 0)


def doc(text: str) -> list[Word]:
    """Return the words and marks of *text*; of two words with capitals side by side neither tells anything of its neighbours."""
    text = _HYPHEN.sub("_", text) if "-" in text else text  # parts of *ni-tơ* are no words
    return [*_without_names([*map(_read, DAU_CHU.findall(text))])]


@lru_cache(maxsize=16384)
def _read(token: str) -> Word:
    if len(token) > _LONGEST:
        return Word(token, "", -1)
    if token.isalpha():
        small = token.lower()
        return Word(token, small, so(small))
    if token.isdecimal():
        return Word("0", "", so(SO))  # whichever: of figures nothing is doubted
    keys_left = token[0].isalpha() and token.isalnum() and token[1:].islower()
    return Word(token, token.lower(), -1) if keys_left else Word(token, "", 0)


def _without_names(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words, two capitalised ones side by side as a name that tells nothing of its neighbours: *Công ty chè Văn Hưng*."""
    for before, word, after in zip((NONE, *words), words, (*words[1:], NONE), strict=False):
        name = word.number > 0 and word.shown.istitle() and (after.shown.istitle() or before.shown.istitle())
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

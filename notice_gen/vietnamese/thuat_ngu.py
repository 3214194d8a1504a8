"""Terms of a paper among the words that are doubted: a slip stands once, a term of the trade again and again, beside this word and that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

_BESIDE_SO_MANY, _MEANT_SO_MANY, _THE_SAME = 3, 2, 2


def la_thuat_ngu(nghi: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return which of the phrases that are doubted in one paper are its terms.

    A word that is doubted beside three others, or beside two for different ones, is one by itself; and nobody forgets the same syllable of
    the same phrase twice.  A habit, as of who does not tell hỏi from ngã, s from x, is no term.

    Args:
        nghi: what is doubted, each time, with what is likely meant.

    >>> sorted(la_thuat_ngu([("chuồng mới", "chương mới"), ("trong chuồng", "trong trường"), ("thủ tuc", "thủ tục")]))
    ['chuồng mới', 'trong chuồng']
    >>> sorted(la_thuat_ngu([("đơn phân", "đơn vị phân"), ("Đơn phân", "Đơn vị phân"), ("chịu trách thi", "chịu trách nhiệm thi")]))
    ['Đơn phân', 'đơn phân']
    >>> la_thuat_ngu([("đả có", "đã có"), ("đả được", "đã được"), ("xã đả", "xã đã")])
    frozenset()
    """
    beside: dict[str, dict[str, str]] = {}
    again: dict[str, list[str]] = {}
    for phrase, meant in nghi:
        words, right = phrase.lower().split(), meant.lower().split()
        if len(words) == len(right):
            for word, other in zip(words, right, strict=True):
                if word != other and _sound(word) != _sound(other):
                    beside.setdefault(word, {})[phrase] = other
        else:
            again.setdefault(phrase.lower(), []).append(phrase)
    return frozenset((*_of_words(beside), *(phrase for its in again.values() if len(its) >= _THE_SAME for phrase in its)))


_HABITS = re.compile(r"^(?:x|tr|gi|r|n(?=[^hg]))")
_USUAL = {"x": "s", "tr": "ch", "gi": "d", "r": "d", "n": "l"}


def _sound(word: str) -> str:
    """Return a word as those hear it who tell neither hỏi from ngã nor one onset from its like."""
    plain = unicodedata.normalize("NFD", word).replace("\u0303", "\u0309")
    return _HABITS.sub(lambda onset: _USUAL[onset[0]], plain)


def _of_words(beside: Mapping[str, Mapping[str, str]]) -> Sequence[str]:
    terms = [its for its in beside.values() if len(_small(its)) >= _BESIDE_SO_MANY or _differ(its)]
    return [phrase for its in terms for phrase in its]


def _small(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(str.lower, phrases))


def _differ(its: Mapping[str, str]) -> bool:
    return len({*its.values()}) >= _MEANT_SO_MANY and len(_small(its)) >= _MEANT_SO_MANY

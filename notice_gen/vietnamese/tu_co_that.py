"""Words that there are, however seldom they were counted (``data/loi-chinh-ta.toml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notice_gen import facts


def co_that(words: Sequence[str], first: int, last: int) -> bool:
    """Tell whether what is doubted is a part of a word that there is, however seldom it was counted (``co_that``)."""
    beside = words[max(first - _LONGEST_WORD, 0) : last + 1 + _LONGEST_WORD]
    at = min(first, _LONGEST_WORD)
    return any(
        doubted in range(start, start + len(word))
        for start in range(len(beside)) for word in _words_by_first().get(beside[start], ())
        if (*beside[start : start + len(word)],) == word
        for doubted in range(at, at + last - first + 1)
    )


_LONGEST_WORD = 3


@facts.once
def _words_by_first() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    words = [(*word.split(" "),) for word in facts.table("loi-chinh-ta.toml")["co_that"]["tu"]]
    return {first: tuple(word for word in words if word[0] == first) for first, *_ in words}


@facts.once
def viet_lien() -> frozenset[str]:
    """Return what is often written as one."""
    return frozenset(facts.table("loi-chinh-ta.toml")["viet_lien"]["tu"])

"""Which rows of ``data/loi-go.toml`` can find something in a text at all: those that ask for a text (``co``) of which it holds a part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache, reduce
from operator import add, or_
from typing import Any

from notice_gen import facts
from notice_gen.records import remembered

_ALWAYS = 1  # the bit of rows that ask for nothing
_FIGURES = str.maketrans("123456789", "000000000")  # of which one stands for all: words with figures are many


def cac_dong_hoi(rows: tuple[Mapping[str, Any], ...], text: str) -> tuple[Mapping[str, Any], ...]:
    """Return those of *rows* that may find something in *text*, by the words it is made of: fewer than half."""
    return _those(rows, _bits_of_text(text))


@remembered(4096, 1)
def _those(rows: tuple[Mapping[str, Any], ...], bits: int) -> tuple[Mapping[str, Any], ...]:
    return tuple(row for row, its in _with_bits(rows) if its & bits)


@remembered(64)
def _with_bits(rows: tuple[Mapping[str, Any], ...]) -> tuple[tuple[Mapping[str, Any], int], ...]:
    return tuple((row, _bits().get(row["ma"], _ALWAYS)) for row in rows)


@lru_cache(maxsize=1024)  # rows of each level are asked one after another
def _bits_of_text(text: str) -> int:
    return reduce(or_, map(_bits_of_word, text.translate(_FIGURES).split()), _ALWAYS)


@lru_cache(maxsize=16384)
def _bits_of_word(word: str) -> int:
    """Return the bits of the rows that ask for a text of which *word* may hold a part."""
    pieces = _pieces()
    begun = pieces.keys() & {*word, *map(add, word, word[1:])}  # mostly none
    return reduce(or_, [its for head in begun for piece, its in pieces[head].items() if piece in word], _ALWAYS)


@cache
def _bits() -> Mapping[str, int]:
    """Return a bit for each row that asks for texts, by its code; one that asks for a space alone is always heard."""
    every = [row for rows in facts.table("loi-go.toml").values() for row in rows]
    return {row["ma"]: 1 << at for at, row in enumerate(every, start=1) if "co" in row and all(map(str.strip, row["co"]))}


@cache
def _pieces() -> Mapping[str, Mapping[str, int]]:
    """Return of each text that rows ask for its longest piece without a space, and the rows' bits, by its first two characters."""
    found: dict[str, dict[str, int]] = {}
    bits = _bits()
    for row in (row for rows in facts.table("loi-go.toml").values() for row in rows if row["ma"] in bits):
        for text in row["co"]:
            piece = max(text.translate(_FIGURES).split(), key=len)
            alike = found.setdefault(piece[:2], {})
            alike[piece] = alike.get(piece, 0) | bits[row["ma"]]
    return found

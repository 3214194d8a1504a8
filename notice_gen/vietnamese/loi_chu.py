"""Slips in words: misspellings that are sure (``data/loi-chinh-ta.toml``), and words typed twice."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from notice_gen import facts

if TYPE_CHECKING:
    from collections.abc import Iterator


class LoiChu(NamedTuple):
    """A slip.

    Attributes:
        tu, den: where it stands in the text.
        dung: what to write instead.
    """

    tu: int
    den: int
    dung: str


def viet_sai(text: str) -> Iterator[LoiChu]:
    """Yield the known misspellings in *text*, with the right form in the same capitals.

    >>> [(one.tu, one.dung) for one in viet_sai("Bổ xung, sử lý; cũng cố gắng")]
    [(0, 'Bổ sung'), (9, 'xử lý')]
    """
    plain = unicodedata.normalize("NFC", text).lower()
    if len(plain) != len(text):
        return
    for wrong, right in _pairs():
        at = plain.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            whole = not (plain[at - 1 : at].isalnum() or plain[end : end + 1].isalnum())
            if whole and not any(plain.startswith(phrase, max(at - shift, 0)) for phrase, shift in _exceptions(wrong)):
                yield LoiChu(at, end, _as(text[at:end], right))
            at = plain.find(wrong, end)


def tu_lap(text: str) -> Iterator[LoiChu]:
    """Yield words and pairs of words that stand twice in a row by mistake, reduplications left alone.

    >>> [text[one.tu : one.den] for text in ("của của xã", "Hội Nông dân Nông dân", "xanh xanh") for one in tu_lap(text)]
    ['của của', 'Nông dân Nông dân']
    """
    for found in _twice().finditer(text):
        yield LoiChu(found.start(), found.end(), found[1] or found[2])


def _as(shown: str, right: str) -> str:
    if shown.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if shown[0].isupper() else right


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple(facts.table("loi-chinh-ta.toml")["sai"].items())


@cache
def _exceptions(wrong: str) -> tuple[tuple[str, int], ...]:
    """Return the right phrases that hold a wrong form, each with how far into it the form stands."""
    return tuple((phrase, phrase.index(wrong)) for phrase in facts.table("loi-chinh-ta.toml")["tru"] if wrong in phrase)


@cache
def _twice() -> re.Pattern[str]:
    words = "|".join(facts.table("loi-chinh-ta.toml")["lap"]["tu"])
    letter = r"[^\W\d_]"
    return re.compile(rf"(?<![\w-])(?:({words}) \1|({letter}{{2,9}} {letter}{{2,9}}) \2)(?![\w-])")

"""How wide a text prints in Times New Roman, so that lines and rules can be measured without Word.

The advance widths are facts of the font, kept in ``data/do-rong-chu.json``: per face, a map from width (in 1/2048 of the size) to the
characters that have it.  They were read from a font made to the same metrics; ``templates/measure_font.py`` does it again.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "do-rong-chu.json"
_UNITS_PER_EM = 2048
_MM_PER_PT = 25.4 / 72
_MANY = 4096  # words kept, and letters; a language has few syllables
_HORNED = {unicodedata.normalize("NFD", letter): letter for letter in "ƠơƯư"}

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
"""ECMA-376 Part 1, §20.1.2.1."""


@lru_cache(maxsize=1024)
def width_mm(text: str, *, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width of *text* on one line in millimetres; its size is in pt.

    Marks add nothing to the width of their letter, save the horn of ơ and ư; a character the font does not have counts as wide as ``m``.

    >>> round(width_mm("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True), 1)
    60.5
    """
    words, units = text.split(" "), _words(("b" if bold else "") + ("i" if italic else "") or "r")
    return _mm(sum([units[word] for word in words]) + (len(words) - 1) * units[" "], size_pt)


@cache
def _words(face: str) -> Mapping[str, int]:
    """Return the widths of words of one face, each measured when it is first asked for."""
    letters = _letters(face)

    class Words(dict[str, int]):
        def __missing__(self, text: str) -> int:
            if len(self) >= _MANY:
                self.clear()
            self[text] = units = sum([letters[letter] for letter in unicodedata.normalize("NFC", text)])
            return units

    return Words()


def _letters(face: str) -> Mapping[str, int]:
    """Return the widths of letters, whatever their marks."""
    widths = _widths()[face]
    unknown = widths["m"]

    class Letters(dict[str, int]):
        def __missing__(self, letter: str) -> int:
            apart = unicodedata.normalize("NFD", letter)
            for pair, horned in _HORNED.items():
                apart = apart.replace(pair, horned)
            if len(self) >= _MANY:
                self.clear()
            self[letter] = units = sum(widths.get(char, unknown) for char in apart if not unicodedata.combining(char))
            return units

    return Letters()


def _mm(units: int, size_pt: float) -> float:
    return units / _UNITS_PER_EM * size_pt * _MM_PER_PT


def begins_mm(words: Sequence[str], *, size_pt: float, bold: bool = False) -> tuple[float, ...]:
    """Return where each of *words* begins in mm when all stand on one line, a space after each; last, where one more would begin."""
    units = _words("b" if bold else "r")
    space = units[" "]
    begins = accumulate([units[word] + space for word in words], initial=0)
    return tuple([begin / _UNITS_PER_EM * size_pt * _MM_PER_PT for begin in begins])


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    raw = json.loads(_DATA.read_text("utf-8"))
    return {face: {char: int(width) for width, chars in table.items() for char in chars} for face, table in raw.items()}

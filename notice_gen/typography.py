"""How wide a text prints in Times New Roman, so that lines and rules can be measured without Word.

The advance widths are facts of the font, kept in ``data/do-rong-chu.json``: per face, a map from width (in 1/2048 of the size) to the
characters that have it.  They were read from a font made to the same metrics; ``templates/measure_font.py`` does it again.
"""

from __future__ import annotations

import json
import math
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "do-rong-chu.json"
_UNITS_PER_EM = 2048
_MM_PER_PT = 25.4 / 72
_ROUNDING = 1e-9  # mm
_MANY = 4096  # words kept; a language has few syllables
_HORNED = {unicodedata.normalize("NFD", letter): letter for letter in "ƠơƯư"}

TWIPS_PER_MM = 1440 / 25.4


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
    widths = _widths()[face]
    unknown = widths["m"]

    class Words(dict[str, int]):
        def __missing__(self, text: str) -> int:
            letters = unicodedata.normalize("NFD", text)
            for pair, letter in _HORNED.items():
                letters = letters.replace(pair, letter)
            if len(self) >= _MANY:
                self.clear()
            self[text] = units = sum(widths.get(char, unknown) for char in letters if not unicodedata.combining(char))
            return units

    return Words()


def _mm(units: int, size_pt: float) -> float:
    return units / _UNITS_PER_EM * size_pt * _MM_PER_PT


def balanced(text: str, limit_mm: float, *, size_pt: float, bold: bool = False) -> list[str]:
    """Break *text* at its spaces into as few lines as fit *limit_mm*, as even as can be; a single longer word stays whole.

    >>> balanced("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 61.5, size_pt=13, bold=True)
    ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']
    """
    starts, _ = _balanced(text, limit_mm, size_pt, bold)
    words = text.split(" ")
    return [" ".join(words[start:end]) for start, end in pairwise((*starts, len(words)))]


def balanced_mm(text: str, limit_mm: float, *, size_pt: float, bold: bool = False) -> tuple[int, float]:
    """Return how many lines :func:`balanced` breaks *text* into, and the width in mm of the widest.

    >>> lines, mm = balanced_mm("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 61.5, size_pt=13, bold=True)
    >>> lines, mm == width_mm("SỞ NÔNG NGHIỆP", size_pt=13, bold=True)
    (2, True)
    """
    starts, widest = _balanced(text, limit_mm, size_pt, bold)
    return len(starts), widest


@lru_cache(maxsize=256)
def _balanced(text: str, limit_mm: float, size_pt: float, bold: bool) -> tuple[tuple[int, ...], float]:
    """Return which word each line begins with, and the width in mm of the widest line."""
    words, units = text.split(" "), _words("b" if bold else "r")
    space = units[" "]
    # Where each word begins when all stand on one line.
    widths = [units[word] + space for word in words]
    begins = [0, *accumulate(widths)]
    unit = _mm(1, size_pt)

    def filled(limit: float) -> list[int]:
        """Return which word each line begins with when lines are filled to *limit*."""
        starts, at, most = [], 0, limit / unit + space
        while at < len(words):
            starts.append(at)
            at = max(at + 1, bisect_right(begins, begins[at] + most) - 1)
        return starts

    starts = filled(limit_mm)
    if len(starts) > 1:
        # The narrower, the more lines: widen to the narrowest millimetre that takes no more.
        least = begins[-1] / len(starts) - space
        if max(widths) - space > least:
            least = 0
        elif len(starts) == 2:  # the commonest: they are most even when they break nearest the middle
            middle = bisect_right(begins, begins[-1] / 2)
            least = min([max(at, begins[-1] - at) for at in begins[middle - 1 : middle + 1]]) - space
        width = max(int(limit_mm / 2), math.ceil(least * unit - _ROUNDING))
        while width <= limit_mm:
            narrower = filled(width)
            if len(narrower) == len(starts):
                starts = narrower
                break
            # Nothing changes until some line can take one word more.
            more = min([begins[end + 1] - begins[start] for start, end in pairwise(narrower)]) - space
            width = max(width + 1, math.ceil(more * unit))
    widest = max([begins[end] - begins[start] for start, end in pairwise((*starts, len(words)))]) - space
    return tuple(starts), _mm(widest, size_pt)


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    raw = json.loads(_DATA.read_text("utf-8"))
    return {face: {char: int(width) for width, chars in table.items() for char in chars} for face, table in raw.items()}

"""How wide a text prints in Times New Roman, so that lines and rules can be measured without Word.

The advance widths are facts of the font, kept in ``data/do-rong-chu.json``: per face, a map from width (in 1/2048 of the size) to the
characters that have it.  They were read from a font made to the same metrics; ``templates/measure_font.py`` does it again.
"""

from __future__ import annotations

import json
import math
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "do-rong-chu.json"
_UNITS_PER_EM = 2048
_MM_PER_PT = 25.4 / 72
_BROKEN = 1000  # ngat_dong.KHONG_NGAT
_LONELY, _UNEVEN = 200, 6  # what a word alone on a line costs, and a line that is all empty, beside the breaks (ngat_dong.chi_phi)
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
    """Break *text* at its spaces into as few lines as fit *limit_mm*, at sense and as even as can be; a single longer word stays whole.

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


def held(lines: Sequence[str], limit_mm: float, *, size_pt: float, bold: bool = False) -> str:
    r"""Return *lines* as one text that breaks between them when it is filled to *limit_mm*.

    Where the first word of a line would fit on the line before, a no-break space holds it to the next.

    >>> held(["Ban hành Quy chế làm việc", "của Ủy ban nhân dân xã"], 70, size_pt=14)
    'Ban hành Quy chế làm việc của\xa0Ủy ban nhân dân xã'
    """
    printed = [lines[-1]]
    for line in reversed(lines[:-1]):
        words = printed[0].split(" ")
        while len(words) > 1 and width_mm(f"{line} {words[0]}".replace("\u00a0", " "), size_pt=size_pt, bold=bold) <= limit_mm:
            words[:2] = ["\u00a0".join(words[:2])]
        printed = [line, " ".join(words), *printed[1:]]
    return " ".join(printed)


@lru_cache(maxsize=256)
def _balanced(text: str, limit_mm: float, size_pt: float, bold: bool) -> tuple[tuple[int, ...], float]:
    """Return which word each line begins with, and the width in mm of the widest line."""
    words, units = text.split(" "), _words("b" if bold else "r")
    space = units[" "]
    # Where each word begins when all stand on one line.
    widths = [units[word] + space for word in words]
    begins = [0, *accumulate(widths)]
    unit = _mm(1, size_pt)

    starts = _filled(begins, limit_mm / unit + space)
    if len(starts) > 1:
        starts = _at_sense(words, begins, space, limit_mm / unit, starts)
    widest = max([begins[end] - begins[start] for start, end in pairwise((*starts, len(words)))]) - space
    return tuple(starts), _mm(widest, size_pt)


def _filled(begins: Sequence[int], most: float) -> list[int]:
    """Return which word each line begins with when lines are filled to *most* units, the last space among them."""
    starts, at = [], 0
    while at < len(begins) - 1:
        starts.append(at)
        at = max(at + 1, bisect_right(begins, begins[at] + most) - 1)
    return starts


def _at_sense(words: Sequence[str], begins: Sequence[int], space: int, most: float, latest: Sequence[int]) -> list[int]:
    """Return which word each line begins with: no word is broken that need not be, as few lines as can be, breaks at sense, even widths.

    *latest* is what filled lines begin with: of as many lines none can begin later.
    """
    total, count = begins[-1], len(words)
    # Lines filled from the end begin as early as can be.
    earliest = [count - start for start in _filled([total - begin for begin in reversed(begins)], most + space)]
    ends = list(zip([*reversed(earliest[1:]), count], [*latest[1:], count], strict=True))
    cost, starts = _cheapest(words, begins, space, most, ends)
    if cost < _BROKEN:
        return starts
    firsts, lasts = [1, *(low for low, _ in ends)], [*(high for _, high in ends[:-1]), count - 1, count]
    more, wider = _cheapest(words, begins, space, most, list(zip(firsts, lasts, strict=True)))
    return wider if more < _BROKEN else starts


def _cheapest(
    words: Sequence[str], begins: Sequence[int], space: int, most: float, ends: Sequence[tuple[int, int]]
) -> tuple[float, list[int]]:  # fmt: skip
    """Return the cheapest way to break, its cost first; *ends* tells of each line the first and the last word that may follow it."""
    from notice_gen.vietnamese.ngat_dong import chi_phi

    count, first, last = len(words), ends[0][0], ends[-2][1]
    costs = chi_phi(words, first, last + 1)
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for low, high in ends:
        reached: dict[int, tuple[float, list[int]]] = {}
        for end in range(low, high + 1):
            broken = costs[end - first] if end < count else 0
            for start, (cost, starts) in best.items():
                width = begins[end] - begins[start] - space
                if start >= end or (width > most and end > start + 1):
                    continue
                here = cost + broken + _UNEVEN * max(0.0, 1 - width / most) ** 2 + (_LONELY if end == start + 1 else 0)
                if end not in reached or here < reached[end][0]:
                    reached[end] = here, [*starts, start]
        best = reached
    return best.get(count, (math.inf, []))


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    raw = json.loads(_DATA.read_text("utf-8"))
    return {face: {char: int(width) for width, chars in table.items() for char in chars} for face, table in raw.items()}

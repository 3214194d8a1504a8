"""How wide a text prints in Times New Roman, so that lines and rules can be measured without Word.

The advance widths are facts of the font, kept in ``data/do-rong-chu.json``: per face, a map from width (in 1/2048
of the size) to the characters that have it.  They were read from a font made to the same metrics;
``templates/measure_font.py`` does it again.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "do-rong-chu.json"
_UNITS_PER_EM = 2048
_MM_PER_PT = 25.4 / 72
_HORNED = {unicodedata.normalize("NFD", letter): letter for letter in "ƠơƯư"}

TWIPS_PER_MM = 1440 / 25.4


@lru_cache(maxsize=1024)
def width_mm(text: str, *, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width of *text* on one line.

    Args:
        text: any text; marks add nothing to the width of their letter, save the horn of ơ and ư.
        size_pt: size in pt.
        bold: whether it is bold.
        italic: whether it is italic.

    Returns:
        Millimetres.  A character the font does not have counts as wide as ``m``.

    >>> round(width_mm("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True), 1)
    60.5
    """
    widths = _widths()[("b" if bold else "") + ("i" if italic else "") or "r"]
    unknown = widths["m"]
    letters = unicodedata.normalize("NFD", text)
    for pair, letter in _HORNED.items():
        letters = letters.replace(pair, letter)
    units = sum(widths.get(char, unknown) for char in letters if not unicodedata.combining(char))
    return units / _UNITS_PER_EM * size_pt * _MM_PER_PT


def balanced(text: str, limit_mm: float, *, size_pt: float, bold: bool = False) -> list[str]:
    """Break *text* at its spaces into as few lines as fit, as even as can be.

    Args:
        text: one line.
        limit_mm: what a line may take; a single longer word stays whole.
        size_pt: size in pt.
        bold: whether it is bold.

    >>> balanced("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 61.5, size_pt=13, bold=True)
    ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']
    """
    words = text.split(" ")

    def filled(limit: float) -> list[str]:
        lines = words[:1]
        for word in words[1:]:
            longer = f"{lines[-1]} {word}"
            if width_mm(longer, size_pt=size_pt, bold=bold) <= limit:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    widest = filled(limit_mm)
    if len(widest) == 1:
        return widest
    narrower = (filled(limit) for limit in range(int(limit_mm / 2), int(limit_mm) + 1))
    return next((lines for lines in narrower if len(lines) == len(widest)), widest)


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    raw = json.loads(_DATA.read_text("utf-8"))
    return {face: {char: int(width) for width, chars in table.items() for char in chars} for face, table in raw.items()}

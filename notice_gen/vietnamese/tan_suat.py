"""How often syllables and adjacent pairs of syllables stand in official texts (``data/tan-suat-am-tiet.bin``).

The file holds counts alone, of texts that anybody may count (docs/dev/analysis/chinh-ta.md names them); ``tools/spelling/`` makes it.
A syllable is known by its number, the more frequent the smaller; 0 is a mark, a figure, an end: whatever ends a run of syllables.
"""

from __future__ import annotations

import mmap
import re
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from notice_gen import facts
from notice_gen.records import record

DAU_CHU = re.compile(r"[^\W_]+|[^\w\s]|_")
"""A word, a figure or a mark."""
_STEPS = 4
_PARTS = 12


@record
class Bang:
    """The table.

    Attributes:
        chu: the syllables by number, a line each, a line's end before the first and after the last.
        cung_chu: the letters without marks of the frequent Vietnamese syllables, each with their numbers, as text.
        nhieu: how often each stands, as a level: four to a doubling, 0 for never.
        dau: where the pairs of each first syllable begin in *sau* and *cap*, ``dau[n]`` to ``dau[n + 1]``.
        sau: the second syllables, in order.
        cap: how often each pair stands, as a level.
        khoang: two syllables, ``first << 16 | third``, between which nearly always the same one stands, in order.
        giua: that one.
        cap_ba: how often the three stand, as a level.
        dau_nham: where the look-alikes of each syllable begin in *nham* and *cach*.
        nham: the look-alikes (``nhin_nham.py``), worked out beforehand.
        cach: how each looks alike, as its place among the ways.
    """

    chu: bytes
    cung_chu: memoryview
    nhieu: Sequence[int]
    dau: Sequence[int]
    sau: Sequence[int]
    cap: Sequence[int]
    khoang: Sequence[int]
    giua: Sequence[int]
    cap_ba: Sequence[int]
    dau_nham: Sequence[int]
    nham: Sequence[int]
    cach: Sequence[int]


@facts.once
def bang() -> Bang:
    """Return the table: of the file only what is looked at is read."""
    with (facts.FOLDER / "tan-suat-am-tiet.bin").open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    lengths = struct.unpack_from(f"<{_PARTS}I", data)
    parts = list(_cut(data, struct.calcsize(f"<{_PARTS}I"), lengths))
    first, gaps, starts = (numbers("I", parts[at]) for at in (3, 6, 9))
    second, middles, likes = (numbers("H", parts[at]) for at in (4, 7, 10))
    return Bang(b"\n%b\n" % bytes(parts[0]), parts[1], parts[2], first, second, parts[5], gaps, middles, parts[8], starts, likes, parts[11])


def _cut(data: memoryview, at: int, lengths: Sequence[int]) -> Iterator[memoryview]:
    for length in lengths:
        yield data[at : at + length]
        at += length


def numbers(kind: Literal["H", "I"], data: memoryview) -> Sequence[int]:
    """Return the numbers that a part of a file holds, the smaller byte first."""
    if sys.byteorder == "little":
        return data.cast(kind)
    values = array(kind)
    values.frombytes(data)
    values.byteswap()
    return values


@lru_cache(maxsize=32768)
def cap(first: int, second: int) -> int:
    """Return the level of a pair, 0 when it was not met."""
    at = place(first, second)
    return bang().cap[at] if at >= 0 else 0


def place(first: int, second: int) -> int:
    """Return the place of a pair in the table, -1 when it was not met."""
    table = bang()
    end = table.dau[first + 1]
    at = bisect_left(table.sau, second, table.dau[first], end)
    return at if at < end and table.sau[at] == second else -1


def hai_ben(before: int, numbers: Iterable[int], after: int) -> Iterator[tuple[int, int]]:
    """Yield for each of *numbers* the levels of the pairs that it makes with two neighbours; 0 with one that is not known (-1)."""
    table = bang()
    seconds, levels, starts = table.sau, table.cap, table.dau
    first, last = (starts[before], starts[before + 1]) if before >= 0 else (0, 0)
    for number in numbers:
        at = bisect_left(seconds, number, first, last)
        left = levels[at] if at < last and seconds[at] == number else 0
        end = starts[number + 1] if after >= 0 else 0
        at = bisect_left(seconds, after, starts[number], end) if end else 0
        yield left, levels[at] if at < end and seconds[at] == after else 0


def so(word: str) -> int:
    """Return the number of a syllable in small letters, -1 when it is not known."""
    found = _so_hay_gap().get(word)
    return _sought(word) if found is None else found


@lru_cache(maxsize=16384)
def _sought(word: str) -> int:
    found = _line_of(word)
    return found if found >= 0 or word.isascii() or (usual := chuan(word)) == word else _line_of(usual)


def _line_of(word: str) -> int:
    """Return on which line a syllable stands, from 0; the frequent ones, which are asked most, are the first."""
    lines = bang().chu
    return lines.count(b"\n", 0, at) if (at := lines.find(b"\n%b\n" % word.encode())) >= 0 else -1


def chu(number: int) -> str:
    """Return the syllable of a number as it is mostly written: *vị*, where the table has *vỵ* for both."""
    often = _hay_gap()
    word = often[number] if 0 <= number < len(often) else cac_chu()[number]
    return word[0] + word[1:].translate(_I) if len(word) == _OPEN_V and word[0] == "v" else word


@facts.once
def _hay_gap() -> Sequence[str]:
    """Return the most frequent syllables by number: nearly all that is asked, and sooner read than the whole table."""
    lines = bang().chu
    return lines[1 : lines.rfind(b"\n", 1, _OFTEN_MET)].decode().split("\n")


@facts.once
def _so_hay_gap() -> Mapping[str, int]:
    return {word: number for number, word in enumerate(_hay_gap())}


_OFTEN_MET = 10_000  # bytes of the table: some 1,700 syllables


@facts.once
def cac_chu() -> tuple[str, ...]:
    """Return the syllables by number."""
    return tuple(bang().chu[1:-1].decode().split("\n"))


@lru_cache(maxsize=4096)
def cung_chu(bare: str) -> tuple[int, ...]:
    """Return the frequent syllables of these letters, whatever their marks."""
    return tuple(map(int, cac_cung_chu().get(bare, "").split()))


@facts.once
def cac_cung_chu() -> Mapping[str, str]:
    """Return the numbers of the frequent Vietnamese syllables by their letters without marks, as text."""
    return dict(line.split(" ", 1) for line in str(bang().cung_chu, "utf-8").split("\n"))


def giua(first: int, third: int) -> tuple[int, int]:
    """Return what nearly always stands between two syllables, and the level of the three; twice 0 when nothing does."""
    table = bang()
    key = first << 16 | third
    at = bisect_left(table.khoang, key)
    return (table.giua[at], table.cap_ba[at]) if at < len(table.khoang) and table.khoang[at] == key else (0, 0)


@lru_cache(maxsize=4096)
def hay_theo(first: int) -> tuple[int, int]:
    """Return the syllable that most often follows another, and the level of the pair; twice 0 when none does."""
    table = bang()
    start, end = table.dau[first : first + 2]
    if start < end and table.sau[start] == 0:
        start += 1  # a mark
    levels = bytes(table.cap[start:end])
    level = max(levels, default=0)
    return (table.sau[start + levels.index(level)], level) if level else (0, 0)


def lan(muc: int) -> float:
    """Return how often a level stands for."""
    return _LAN[muc]


def gan_nhau(first: int, second: int) -> float:
    """Return which share of one of two syllables, the greater, stands beside the other."""
    if first <= 0 or second <= 0:
        return 0.0
    often = bang().nhieu
    return lan(cap(first, second)) / lan(min(often[first], often[second]))


_LAN: tuple[float, ...] = (0.0, *(float(2 ** (step / _STEPS)) for step in range(255)))


SO = "#"
"""Stands for any figure."""


def cac_am_tiet(text: str) -> list[str]:
    """Return the syllables of a text in small letters, ``#`` for each figure, an empty one for each mark or word with a figure.

    >>> cac_am_tiet("thực hiện 02 thủ tục, báo cáo")
    ['thực', 'hiện', '#', 'thủ', 'tục', '', 'báo', 'cáo']
    """
    return [word if word.isalpha() else SO if word.isdecimal() else "" for word in DAU_CHU.findall(text)]


_OPEN = r"(h|k|l|m|qu|s|t|v)([iíìỉĩị]|[yýỳỷỹỵ])"
_Y, _I = str.maketrans("iíìỉĩị", "yýỳỷỹỵ"), str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_OPEN_V = 2


@lru_cache(maxsize=65536)
def chuan(word: str) -> str:
    """Return a syllable in the one spelling that stands for all that are right: *hòa* for *hoà*, *kỹ* for *kĩ*.

    >>> [chuan(word) for word in ("hoà", "thuỷ", "lí", "quí", "kĩ", "thì", "của")]
    ['hòa', 'thủy', 'lý', 'quý', 'kỹ', 'thì', 'của']
    """
    from notice_gen.vietnamese.chinh_ta import dat_dau

    if word.isascii():
        return word
    found = re.fullmatch(_OPEN, word)
    return found[1] + found[2].translate(_Y) if found else dat_dau(word, "cu")


@facts.once
def tong() -> float:
    """Return how many syllables were counted: their levels go down from the most frequent on."""
    levels = bytes(bang().nhieu)
    begins = [(level, at) for level in range(len(_LAN) - 1, -1, -1) if (at := levels.find(level)) >= 0]
    return sum([lan(level) * (end - at) for (level, at), (_, end) in pairwise((*begins, (0, len(levels))))])

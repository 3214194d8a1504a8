"""Where the lines of titles and names of agencies end: as few lines as can be, breaks at sense, even widths."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from notice_gen import typography
from notice_gen.records import record
from notice_gen.vietnamese.ngat_dong import KHONG_NGAT, chi_phi

_LONELY, _UNEVEN = 200, 6  # what a word alone on a line costs, and a line that is all empty, beside what its break does
_HELD = 3  # lines of a title that no-break spaces may hold; a longer one would be full of them
_ROUNDING = 1e-6  # mm
_NO_BREAK = "\u00a0"


@record
class _Text:
    """Words; in mm where each begins when all stand on one line, a space after each, and how wide a space is."""

    words: tuple[str, ...]
    begins: tuple[float, ...]
    space: float

    def __init__(self, words: tuple[str, ...], begins: tuple[float, ...], space: float) -> None:
        own = self.__dict__
        own["words"], own["begins"], own["space"] = words, begins, space


def balanced(text: str, limit_mm: float, *, size_pt: float, bold: bool = False) -> list[str]:
    """Break *text* at its spaces into lines of at most *limit_mm*; a single longer word stays whole.

    >>> balanced("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 61.5, size_pt=13, bold=True)
    ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']
    """
    line = _text(text, size_pt, bold)
    return _lines(line, _balanced(line, limit_mm)[0])


def even(text: str, limit_mm: float, *, slack_mm: float, size_pt: float, bold: bool = False) -> tuple[str, int, float, float]:
    """Return how *text* is to be set so that it breaks as :func:`balanced` breaks it, or nearly so.

    Where some width makes lines that are filled break between words, the text stays as it is; no-break spaces hold it where none does.

    Args:
        text: words with a space between.
        limit_mm: the width that is there.
        slack_mm: by how much another printer's font may be wider.
        size_pt: the size of its font.
        bold: whether it is bold.

    Returns:
        The text to print, the number of its lines, the width in mm to set it in, the width of its widest line.
    """
    line = _text(text, size_pt, bold)
    starts, widest = _filled(line, limit_mm)
    if len(starts) == 1:
        return text, 1, limit_mm, widest
    most = KHONG_NGAT / 2
    chosen = _best_width(line, len(starts), limit_mm, slack_mm, most)
    if not chosen:  # what the best breaks cost tells how much a width may cost, and how many lines it takes
        starts, least = _balanced(line, limit_mm)
        most = least + KHONG_NGAT / 2 if len(starts) <= _HELD else math.inf
        chosen = _best_width(line, len(starts), limit_mm, slack_mm, most)
    if chosen:
        return text, len(starts), *chosen
    widest = _widest(line, starts)
    width = min(widest + slack_mm, limit_mm)
    return held(_lines(line, starts), width, size_pt=size_pt, bold=bold), len(starts), width, widest


def _best_width(text: _Text, lines: int, limit_mm: float, slack_mm: float, most: float) -> tuple[float, float] | None:
    """Return the width that, filled, breaks a text best into some *lines*, and that of its widest line; None where all cost over *most*."""
    fills, upper = [], limit_mm
    while True:
        filled, width = _filled(text, upper)
        if len(filled) > lines or width > upper + 2 * _ROUNDING:  # a word that no width breaks
            break
        if len(filled) == lines and upper - width >= slack_mm / 2:
            fills.append((filled, width, upper))
        upper = width - 3 * _ROUNDING
    if not fills:
        return None
    first, last = min([filled[1] for filled, *_ in fills]), max([filled[-1] for filled, *_ in fills])
    costs, chosen = chi_phi(text.words, first, last), None
    for filled, width, upper in fills:
        breaks = sum([costs[start - first] for start in filled[1:]])
        if breaks <= most and (cost := breaks + _uneven(text, filled, limit_mm)) <= most:
            most, chosen = cost, (min(width + slack_mm, upper), width)
    return chosen


def held(lines: Sequence[str], limit_mm: float, *, size_pt: float, bold: bool = False) -> str:
    r"""Return *lines* as one text that breaks between them when it is filled to *limit_mm*.

    Where the first word of a line would fit on the line before, a no-break space holds it to the next.

    >>> held(["Ban hành Quy chế làm việc", "của Ủy ban nhân dân xã"], 70, size_pt=14)
    'Ban hành Quy chế làm việc của\xa0Ủy ban nhân dân xã'
    """
    printed = [lines[-1]]
    for line in reversed(lines[:-1]):
        words = printed[0].split(" ")
        while len(words) > 1 and _mm(f"{line} {words[0]}".replace(_NO_BREAK, " "), size_pt, bold) <= limit_mm:
            words[:2] = [_NO_BREAK.join(words[:2])]
        printed = [line, " ".join(words), *printed[1:]]
    return " ".join(printed)


def _mm(text: str, size_pt: float, bold: bool) -> float:
    return typography.width_mm(text, size_pt=size_pt, bold=bold)


def _text(text: str, size_pt: float, bold: bool) -> _Text:
    words = tuple(text.split(" "))
    begins = typography.begins_mm(words, size_pt=size_pt, bold=bold)
    return _Text(words, begins, _mm(" ", size_pt, bold))


def _lines(text: _Text, starts: Sequence[int]) -> list[str]:
    return [" ".join(text.words[start:end]) for start, end in pairwise((*starts, len(text.words)))]


def _width(text: _Text, start: int, end: int) -> float:
    return text.begins[end] - text.begins[start] - text.space


def _widest(text: _Text, starts: Sequence[int]) -> float:
    return max([_width(text, start, end) for start, end in pairwise((*starts, len(text.words)))])


def _filled(text: _Text, limit_mm: float) -> tuple[list[int], float]:
    """Return which word each line begins with when lines are filled to *limit_mm*, and the width of the widest."""
    starts, at, begins, widest, most = [], 0, text.begins, 0.0, limit_mm + text.space + _ROUNDING
    last = len(begins) - 1
    while at < last:
        starts.append(at)
        begin = begins[at]
        after = bisect_right(begins, begin + most) - 1
        at = after if after > at else at + 1  # a word that is wider stands alone
        if (width := begins[at] - begin) > widest:
            widest = width
    return starts, widest - text.space


def _balanced(text: _Text, limit_mm: float) -> tuple[list[int], float]:
    """Return which word each line begins with, and what it costs: no word is broken that need not be, then as few lines as can be."""
    latest, count = _filled(text, limit_mm)[0], len(text.words)
    if len(latest) == 1:
        return latest, 0.0
    # Lines filled from the start begin as late as can be, filled from the end as early.
    earliest, most, begins = [count], limit_mm + text.space + _ROUNDING, text.begins
    while start := min(earliest[-1] - 1, bisect_left(begins, begins[earliest[-1]] - most)):
        earliest.append(start)
    ends = list(zip([*reversed(earliest[1:]), count], [*latest[1:], count], strict=True))
    cost, starts = _cheapest(text, limit_mm, ends)
    if cost >= KHONG_NGAT:
        firsts, lasts = [1, *(low for low, _ in ends)], [*(high for _, high in ends[:-1]), count - 1, count]
        more, wider = _cheapest(text, limit_mm, list(zip(firsts, lasts, strict=True)))
        cost, starts = (more, wider) if more < KHONG_NGAT else (cost, starts)
    return starts, cost


def _cheapest(text: _Text, limit_mm: float, ends: Sequence[tuple[int, int]]) -> tuple[float, list[int]]:
    """Return what the best breaks cost and what they are; *ends* tells of each line the first and the last word that may follow it."""
    count, costs, begins, space = len(text.words), [0, *chi_phi(text.words), 0], text.begins, text.space
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for low, high in ends:
        reached: dict[int, tuple[float, list[int]]] = {}
        for end in range(low, high + 1):
            ways = [
                (cost + _of_line(begins[end] - begins[start] - space, end - start, limit_mm), starts, start)
                for start, (cost, starts) in best.items() if start < end
            ]  # fmt: skip
            if ways:
                cost, starts, start = min(ways)
                reached[end] = cost + costs[end], [*starts, start]
        best = reached
    return best.get(count, (math.inf, []))


def _of_line(width: float, words: int, limit_mm: float) -> float:
    """Return what a line of some *words* costs by its length."""
    if words == 1:
        return _LONELY
    return math.inf if width > limit_mm + _ROUNDING else _UNEVEN * (1 - width / limit_mm) ** 2


def _uneven(text: _Text, starts: list[int], limit_mm: float) -> float:
    """Return what the lines cost by their lengths."""
    begins, space, cost = text.begins, text.space, 0.0
    for start, end in zip(starts, (*starts[1:], len(text.words)), strict=True):
        cost += _of_line(begins[end] - begins[start] - space, end - start, limit_mm)
    return cost

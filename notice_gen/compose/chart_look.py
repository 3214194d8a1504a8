"""How a chart looks: its axis from zero, its height, the size of its labels, which values are written beside what is drawn.

Word and LibreOffice lay a chart out by themselves; what is decided here leaves them room to do it so that every label can be read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from notice_gen import typography, vietnamese
from notice_gen.model import HIGHEST_MM, LOWEST_MM
from notice_gen.page import Axis
from notice_gen.records import record

Figures = Sequence[Sequence[Decimal | None]]
"""The figures of a chart, by series."""

VALUE_PT = 9
"""Size of the values written beside what is drawn."""
_SIZES_PT = (11, 10, 9, 8)  # of labels, the largest first that has room
_MARKS = 5  # steps of an axis, about
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WHOLE = Decimal(100)  # per cent
_AXIS_MM = 14  # marks and title of the axis of figures
_MARKS_MM, _TITLE_MM, _LEGEND_MM = 8, 8, 9  # what stands below lying bars: marks and title of the axis, the legend
_COLUMN_MM, _LINE_MM = 75, 80  # height of a chart whose labels lie
_TURNED_MM = 45  # the longest label that is read upright
_LEADING = 1.25  # of a line of labels, beside its size
_MM_PER_PT = 25.4 / 72
_BAR_MM = 3.8  # of a lying bar whose value is written beside it
_GAP = 0.6  # between the bars of two labels, to the height of one
_SHARE = Decimal("0.07")  # of the axis that a piece of a stacked bar has where its value is written in it
_LINES = 3  # of one label below a column
_FEW_POINTS = 14  # of a line whose values are written


@record
class Look:
    """How a chart looks, as :class:`page.Chart` has it; *written* by series; its height."""

    axis: Axis
    size_pt: int
    turned: bool
    every: int
    written: tuple[frozenset[int], ...]
    height_mm: float


def of(kieu: str, labels: Sequence[str], figures: Figures, unit: str, width_mm: float, height_mm: Decimal | None) -> Look:
    """Return how the chart *kieu* of *figures* looks, *width_mm* wide; *height_mm* is what is asked, if anything."""
    stacked = kieu.endswith("chong")
    axis = _axis(figures, unit, stacked=stacked)
    if kieu.startswith("thanh"):
        below = _MARKS_MM + _TITLE_MM * bool(unit) + _LEGEND_MM * (len(figures) > 1)
        bars = 1 if stacked else len(figures)
        size, high = _lying(len(labels), bars, below, height_mm)
        room = (high - below) / len(labels) / (1 if len(figures) == 1 else bars + _GAP)
        return Look(axis, size, False, 1, _written(figures, axis, fits=room >= VALUE_PT * _MM_PER_PT, stacked=stacked), high)
    is_line, slot = kieu == "duong", (width_mm - _AXIS_MM) / len(labels)
    size, turned, every, more = _standing(labels, slot, may_skip=is_line)
    height = float(height_mm or min(HIGHEST_MM, (_LINE_MM if is_line else _COLUMN_MM) + more))
    fits = _longest(figures, axis) <= slot / (1 if stacked or is_line else len(figures))
    if is_line:
        fits = fits and len(labels) <= _FEW_POINTS and len(figures) == 1
    return Look(axis, size, turned, every, _written(figures, axis, fits=fits, stacked=stacked), height)


def _longest(figures: Figures, axis: Axis) -> float:
    """Return how wide the widest figure is as it is written, in mm."""
    values = (value for row in figures for value in row if value is not None)
    return max(_width(vietnamese.so(value, le=axis.decimals), VALUE_PT) for value in values)


def _width(text: str, size_pt: float) -> float:
    return typography.width_mm(text, size_pt=size_pt)


# --- the axis ------------------------------------------------------------------------------------------


def _axis(figures: Figures, unit: str, *, stacked: bool) -> Axis:
    """Return an axis that begins at zero, or below it for what is less, and ends at a round number."""
    values = [value for row in figures for value in row if value is not None]
    decimals = max(max(-int(value.normalize().as_tuple().exponent), 0) for value in values)
    ends = values
    if stacked:
        columns = [[value or Decimal() for value in column] for column in zip(*figures, strict=True)]
        ends = [sum(map(part, column), Decimal()) for column in columns for part in (_above_zero, _below_zero)]
    high, low = max([*ends, Decimal()]), min([*ends, Decimal()])
    if "%" in unit and not low and _WHOLE / 2 < high <= _WHOLE:
        return Axis(Decimal(), _WHOLE, Decimal(20), decimals)
    step = _step((high - low) / _MARKS, whole=not decimals)
    return Axis(-_up(-low, step), _up(high, step) or step, step, decimals)


def _above_zero(value: Decimal) -> Decimal:
    return max(value, Decimal())


def _below_zero(value: Decimal) -> Decimal:
    return min(value, Decimal())


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """Return the round number from *least* on: 1, 2, 2,5, 5 times a power of ten; *whole*: with no part of 1."""
    if not least:
        return Decimal(1)
    power = Decimal(10) ** least.adjusted()
    step = next(one * power for one in _STEPS if one * power >= least)
    return step.to_integral_value(rounding="ROUND_UP") if whole else step


def _up(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(rounding="ROUND_CEILING") * step


# --- labels --------------------------------------------------------------------------------------------


def _lying(labels: int, bars: int, below: float, asked: Decimal | None) -> tuple[int, float]:
    """Return size and height of a chart of lying bars: each bar has room for its value, each label for itself; *below* in mm."""
    wished = below + labels * _BAR_MM * (bars + _GAP)
    height = float(asked) if asked else min(max(wished, float(LOWEST_MM)), float(HIGHEST_MM))
    room = (height - below) / labels
    return next((size for size in _SIZES_PT if size * _MM_PER_PT * _LEADING <= room), _SIZES_PT[-1]), height


def _standing(labels: Sequence[str], slot_mm: float, *, may_skip: bool) -> tuple[int, bool, int, float]:
    """Return size of labels below columns, whether they are turned, each of how many is written, how much more height they ask for."""
    for size in _SIZES_PT[:3]:
        lines = [_lines(label, slot_mm * 0.95, size) for label in labels]
        if all(lines) and max(lines) <= _LINES:
            return size, False, 1, (max(lines) - 1) * size * _MM_PER_PT * _LEADING
    size = next((size for size in _SIZES_PT[1:] if size * _MM_PER_PT * _LEADING <= slot_mm), _SIZES_PT[-1])
    every = math.ceil(size * _MM_PER_PT * _LEADING / slot_mm) if may_skip else 1
    return size, True, every, min(max(_width(label, size) for label in labels), _TURNED_MM)


def _lines(label: str, room_mm: float, size_pt: int) -> int:
    """Return on how many lines a label stands; 0 where a word of it is wider than there is room."""
    lines, at = 1, 0.0
    blank = _width(" ", size_pt)
    for word in label.split():
        wide = _width(word, size_pt)
        if wide > room_mm:
            return 0
        if at and at + blank + wide > room_mm:
            lines, at = lines + 1, wide
        else:
            at += wide + (blank if at else 0)
    return lines


# --- values --------------------------------------------------------------------------------------------


def _written(figures: Figures, axis: Axis, *, fits: bool, stacked: bool) -> tuple[frozenset[int], ...]:
    """Return by series the points whose values are written: all where they have room, of a stack those whose piece is high enough."""
    if not fits:
        return tuple(frozenset[int]() for _ in figures)
    least = _SHARE * (axis.high - axis.low) if stacked else Decimal()
    return tuple(frozenset(n for n, value in enumerate(row) if value is not None and abs(value) >= least) for row in figures)

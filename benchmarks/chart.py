"""A line chart as SVG, both axes logarithmic: enough to show cost against N."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT, LINE = 720, 380, 70, 50, 20, 190, 15
COLOURS = ("#c0392b", "#1f4e79", "#7f8c8d", "#27ae60")


def svg(series: Mapping[str, Sequence[tuple[float, float]]], *, x: str, y: str) -> str:
    """Return the chart of *series*: name → points; *x* and *y* name the axes."""
    points = [point for line in series.values() for point in line]
    (x_low, x_high), (y_low, y_high) = (_decades([point[axis] for point in points]) for axis in (0, 1))

    def across(value: float) -> float:
        return LEFT + (math.log10(value) - x_low) / (x_high - x_low) * (WIDTH - LEFT - RIGHT)

    def down(value: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(value) - y_low) / (y_high - y_low) * (HEIGHT - BOTTOM - TOP)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(x_low, x_high + 1):
        at = across(10**power)
        label = f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{_figure(power)}</text>'
        out.append(f'<path d="M{at:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>{label}')
    for power in range(y_low, y_high + 1):
        at = down(10**power)
        label = f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{_figure(power)}</text>'
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>{label}')
    for line, colour in zip(series.values(), COLOURS, strict=False):
        path = "L".join(f"{across(a):.1f} {down(b):.1f}" for a, b in line)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{across(a):.1f}" cy="{down(b):.1f}" r="3" fill="{colour}"/>' for a, b in line]
    lines = zip(series.items(), COLOURS, strict=False)
    ends = sorted((down(line[-1][1]) + 4, across(line[-1][0]) + 8, name, colour) for (name, line), colour in lines)
    taken: list[tuple[float, float]] = []
    for at, right, name, colour in ends:
        lower = max([at, *(y + LINE for x, y in taken if x == right)])  # below a name that stands there already
        taken.append((right, lower))
        out.append(f'<text x="{right:.1f}" y="{lower:.1f}" fill="{colour}">{escape(name)}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle">{escape(x)}</text>')
    out.append(f'<text transform="translate(16 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{escape(y)}</text>')
    return "\n".join([*out, "</svg>", ""])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _figure(power: int) -> str:
    return f"{10**power:,}".replace(",", ".") if power >= 0 else f"{10.0**power:g}".replace(".", ",")

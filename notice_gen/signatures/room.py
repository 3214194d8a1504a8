"""What is free on a page: the highest empty rectangle of a band, and a round place over the left third of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING

from notice_gen.records import record
from notice_gen.signatures.lines import Area

if TYPE_CHECKING:
    from notice_gen.convert.pages import Letter, Sheet

_APART = 0.4  # mm to the next letter
_EDGE = 3.0  # mm of a page's edge that a printer leaves
_LEAST = 10.0  # mm of height that a picture of a signature needs
_WIDTHS = tuple(range(38, 71, 4))  # mm that a picture of a signature may have
_NARROW = 30.0  # mm, where there is no room for a wider one
_USUAL = 50.0  # mm
_THIRD = 1 / 3
_SHARES = (0.25, 0.27, 0.29, 0.31, _THIRD, 0.35, 0.37, 0.4)  # of the signature that the seal covers: “khoảng 1/3”
_SHIFTS = tuple(range(-10, 11))  # mm that the seal may stand higher or lower than the signature


@record
class Signed:
    """Room for a picture of a signature and for the seal; None where there is none."""

    picture: Area | None
    seal: Area | None


def signed(page: Sheet, above: Area, below: Area, taken: Iterable[Area], *, seal: float | None) -> Signed:
    """Return the room between a post and a name.

    Args:
        page: where both stand.
        above: the post.
        below: the name.
        taken: places of other signers on that page.
        seal: mm of the seal's diameter; None: no seal is put there.
    """
    full: list[Letter | Area] = [*page.letters, *taken]
    between = (above.bottom, below.top)
    inside = Area(_EDGE, _EDGE, page.width - _EDGE, page.height - _EDGE)
    pictures = [one for width in (*_WIDTHS, _NARROW) if (one := _picture(full, inside, below.middle, width, between))]
    if not pictures:
        return Signed(None, None)
    highest = max(map(_height, pictures))
    usual = min(pictures, key=lambda one: (_height(one) < highest - 0.5, abs(one.right - one.left - _USUAL)))
    if seal is None:
        return Signed(usual, None)
    return _with_seal(full, inside, pictures, seal) or Signed(usual, None)


def _height(area: Area) -> float:
    return area.bottom - area.top


def _picture(full: Sequence[Letter | Area], page: Area, middle: float, width: float, between: tuple[float, float]) -> Area | None:
    """Return the highest empty rectangle of a width around *middle* between two heights."""
    left, right, (top, bottom) = middle - width / 2, middle + width / 2, between
    if left < page.left or right > page.right:
        return None
    there = sorted((one.top, one.bottom) for one in full if one.left < right and one.right > left and one.bottom > top and one.top < bottom)
    edges, reached = [(top, top)], top
    for start, end in there:
        edges.append((start, max(reached, end)))
        reached = max(reached, end)
    edges.append((bottom, bottom))
    low, high = max(((one[1], other[0]) for one, other in pairwise(edges)), key=lambda gap: gap[1] - gap[0])
    area = Area(left, low + _APART, right, high - _APART)
    return area if _height(area) >= _LEAST else None


def _with_seal(full: Sequence[Letter | Area], page: Area, pictures: Sequence[Area], size: float) -> Signed | None:
    """Return the picture and the square around the round place for the seal that are nearest to what the decree describes."""
    left, right = min(one.left for one in pictures) - size, max(one.right for one in pictures)
    top, bottom = min(one.top for one in pictures) - size, max(one.bottom for one in pictures) + size
    near = [one for one in full if one.left < right and one.right > left and one.bottom > top and one.top < bottom]
    for picture, share, shift in sorted(product(pictures, _SHARES, _SHIFTS), key=lambda tried: _cost(*tried)):
        edge, middle = picture.left + (picture.right - picture.left) * share, (picture.top + picture.bottom) / 2 + shift
        square = Area(edge - size, middle - size / 2, edge, middle + size / 2)
        on_page = square.left >= page.left and square.top >= page.top and square.bottom <= page.bottom
        if on_page and not any(_touches(square, one) for one in near):
            return Signed(picture, square)
    return None


def _cost(picture: Area, share: float, shift: float) -> float:
    """Say how far a trial is from what the decree describes: the share covered, one middle; then from a usual picture."""
    return abs(share - _THIRD) * 60 + abs(shift) * 0.5 + abs(picture.right - picture.left - _USUAL) * 0.1


def _touches(square: Area, other: Letter | Area) -> bool:
    """Say whether a rectangle reaches into the round within *square*, or stands nearer to it than letters may."""
    radius = (square.right - square.left) / 2
    across, down = (square.left + square.right) / 2, (square.top + square.bottom) / 2
    beside = max(other.left - across, 0.0, across - other.right)
    over = max(other.top - down, 0.0, down - other.bottom)
    return beside * beside + over * over < (radius + _APART) ** 2


def free(letters: Iterable[Letter], area: Area) -> bool:
    """Say whether no letter stands in a rectangle."""
    return not any(one.left < area.right and one.right > area.left and one.top < area.bottom and one.bottom > area.top for one in letters)

"""Drawn rules: how long is this line, and does it lie above or below its paragraph's text?"""

from __future__ import annotations

import re

from notice_gen.ooxml.names import MM_PER_EMU, MM_PER_PT, MM_PER_TWIP, WP, WPS, A, Element, O, V, measure, whole

_THIN = 1.5  # mm: what is lower than this is a rule, not a picture
_SHORT = 3.0  # mm: what is shorter is a dot or an artefact
_LINES = {"line", "straightConnector1"}


def drawing(element: Element) -> tuple[float, bool] | None:
    """Read a ``w:drawing``.

    Returns:
        Length in mm and whether it lies above its paragraph's text; None when it is no horizontal rule.
    """
    extent = next(element.iter(WP + "extent"), None)
    if extent is None:
        return None
    size = _size(extent)
    inner = next((one for one in element.iter(WPS + "spPr")), None)
    if inner is not None and next(element.iter(WPS + "txbx"), None) is None:
        form = inner.find(A + "prstGeom")
        stretch = inner.find(f"{A}xfrm/{A}ext")
        if stretch is not None and form is not None and form.get("prst") in _LINES:
            size = _size(stretch)
    if not _is_rule(*size):
        return None
    return size[0], _above(element)


def _size(extent: Element) -> tuple[float, float]:
    return (whole(extent.get("cx")) or 0) * MM_PER_EMU, (whole(extent.get("cy")) or 0) * MM_PER_EMU


def _is_rule(width: float, height: float) -> bool:
    return width >= _SHORT and abs(height) <= _THIN


def _above(element: Element) -> bool:
    """A shape anchored to a paragraph within its first 4 pt lies over its text, so it closes the paragraph before."""
    vertical = next(element.iter(WP + "positionV"), None)
    if vertical is None or vertical.get("relativeFrom") not in {"paragraph", "line"}:
        return False
    offset = vertical.find(WP + "posOffset")
    return offset is not None and (whole(offset.text) or 0) * MM_PER_EMU < 4 * MM_PER_PT


_LENGTH = re.compile(r"\s*(-?[\d.]{1,12})\s*(pt|in|cm|mm|px)?\s*")
_TWIPS = {"px": 15.0, None: 1 / 635}  # VML counts pixels; a bare number is EMU


def vml(element: Element) -> tuple[float, bool] | None:
    """Read a ``w:pict`` or one of its VML shapes, as :func:`drawing` does."""
    for shape in element.iter(V + "line", V + "shape", V + "rect"):
        if next(shape.iter(V + "textbox"), None) is not None or next(shape.iter(V + "imagedata"), None) is not None:
            continue
        style = dict(one.split(":", 1) for one in shape.get("style", "").lower().split(";") if ":" in one)
        style = {key.strip(): value for key, value in style.items()}
        if shape.tag == V + "line":
            start, end = _point(shape.get("from")), _point(shape.get("to"))
            if start is None or end is None:
                continue
            size, top = (abs(end[0] - start[0]), abs(end[1] - start[1])), min(start[1], end[1])
        elif shape.get(O + "hr") is not None:
            return (_length(style.get("width")), False)
        else:
            size, top = (_length(style.get("width")), _length(style.get("height"))), _length(style.get("margin-top"))
        if _is_rule(*size):
            return size[0], "absolute" in style.get("position", "") and top < 4 * MM_PER_PT
    return None


def _point(value: str | None) -> tuple[float, float] | None:
    parts = (value or "").split(",")
    return (_length(parts[0]), _length(parts[1])) if len(parts) == 2 else None


def _length(value: str | None) -> float:
    """A CSS length in mm, 0 for what is none."""
    found = _LENGTH.fullmatch(value or "")
    if found is None or found[1].count(".") > 1 or found[1].strip("-.") == "":
        return 0.0
    if found[2] in _TWIPS:
        return float(found[1]) * _TWIPS[found[2]] * MM_PER_TWIP
    # VML writes ``.5pt``; nine digits are enough of any length
    return (measure(f"{float(found[1]):.4f}" + found[2]) or 0.0) * MM_PER_TWIP

"""Which paragraph has which rule under it: shapes, borders, underlined letters and typed dashes, each seen once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_gen.check.view import Line, Paragraph
from notice_gen.ooxml.names import MM_PER_EMU, MM_PER_PT, MM_PER_TWIP, WP, WPS, A, Element, O, V, measure, whole
from notice_gen.records import record, remembered, replace

_THIN = 1.5  # mm: what is lower than this is a rule, not a picture
_SHORT = 3.0  # mm: what is shorter is a dot or an artefact
_LINES = {"line", "straightConnector1"}


def drawing(element: Element) -> tuple[Line, bool] | None:
    """Read a ``w:drawing``.

    Returns:
        The rule and whether it lies above its paragraph's text; None when it is no horizontal rule.
    """
    extent = next(element.iter(WP + "extent"), None)
    if extent is None:
        return None
    size = _size(extent)
    inner = next((one for one in element.iter(WPS + "spPr")), None)
    if inner is not None and next(element.iter(WPS + "txbx"), None) is None:
        form = inner.find(A + "prstGeom")
        stretch = inner.find(f"{A}xfrm/{A}ext")
        own = _size(stretch) if stretch is not None and form is not None and form.get("prst") in _LINES else (0.0, 0.0)
        # LibreOffice, saving a file of Word 97, gives the line itself a hundredth of a millimetre and the drawing its length.
        size = own if max(map(abs, own)) >= _SHORT else size
    if not _is_rule(*size):
        return None
    dash = next((one.get("val", "solid") for one in element.iter(A + "prstDash")), "solid")
    return Line("shape", size[0], dash != "solid"), _above(element)


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


def vml(element: Element) -> tuple[Line, bool] | None:
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
            return Line("shape", _length(style.get("width"))), False
        else:
            size, top = (_length(style.get("width")), _length(style.get("height"))), _length(style.get("margin-top"))
        if _is_rule(*size):
            dash = next((one.get("dashstyle", "solid") for one in shape.iter(V + "stroke")), "solid")
            return Line("shape", size[0], dash != "solid"), "absolute" in style.get("position", "") and top < 4 * MM_PER_PT
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


# What a line is typed of; five in a row at least (``---`` may part two texts, and ``o0o`` stands in the middle of some).
_DASHES = frozenset("_-–—─━¯=*.…")
_FEWEST, _MOST = 5, 200
_FAR = 20  # paragraphs looked back for the text that a line closes


def is_typed_line(text: str) -> bool:
    """Tell whether someone typed a rule.

    >>> is_typed_line("________"), is_typed_line("-----***-----"), is_typed_line("---"), is_typed_line(".......")
    (True, True, False, False)
    """
    signs = text.replace(" ", "").strip()
    if not _FEWEST <= len(signs) <= _MOST or not _DASHES.issuperset(signs.replace("o", "").replace("0", "")):
        return False
    return sum(signs.count(sign) for sign in "_-–—─━¯") >= _FEWEST - 1


@record
class Mark:
    """A rule found at paragraph number *at* of the list, *above* its text or below it."""

    at: int
    line: Line
    above: bool = False


def with_lines(paragraphs: list[Paragraph], marks: Sequence[Mark]) -> list[Paragraph]:
    """Return *paragraphs* with their lines.

    A rule above a text, on an empty paragraph or typed as one, closes the text before it: an author who sees a rule under
    a name does not ask which paragraph carries it.
    """
    found: dict[int, list[Line]] = {}
    for mark in marks:
        at = mark.at
        empty = not paragraphs[at].text.strip()
        found.setdefault(_text_before(paragraphs, at) if mark.above or empty else at, []).append(mark.line)
    for at, one in enumerate(paragraphs):
        if not one.text.strip():
            continue
        if is_typed_line(one.text):
            found.setdefault(_text_before(paragraphs, at), []).append(Line("typed"))
        elif all(run.underline or not one.text[run.start : run.end].strip() for run in one.runs):
            found.setdefault(at, []).append(Line("underline"))
    return [_with(one, tuple(found[at])) if at in found else one for at, one in enumerate(paragraphs)]


@remembered(512, 1)
def _with(paragraph: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    """Return a paragraph with its lines: the same one for files that share it."""
    return replace(paragraph, lines=lines)


def _text_before(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Return the nearest text above in the same cell, box or body; *at* itself when none is near."""
    here = paragraphs[at]
    for before in range(at - 1, max(at - _FAR, -1), -1):
        one = paragraphs[before]
        if one.container != here.container or not one.text.strip() or is_typed_line(one.text):
            continue
        if here.cell is None or one.cell is None:
            return before if here.cell is one.cell else at
        if (one.cell.table, one.cell.column) == (here.cell.table, here.cell.column):
            return before
    return at

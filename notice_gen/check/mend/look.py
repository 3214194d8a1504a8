"""Mending what is seen: the look of characters, paragraphs and pages.  Direct properties, which win over every style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from notice_gen.check.view import Paragraph
from notice_gen.ooxml.names import MM_PER_TWIP, Element, W
from notice_gen.ooxml.properties import child, properties, put

_THEMED = ("asciiTheme", "hAnsiTheme", "cstheme")
_SIDES = ("top", "bottom", "left", "right")
# What the schema requires of a w:pgMar: as Word has it for a page that says nothing of itself.
_MARGINS = {"top": "1440", "right": "1440", "bottom": "1440", "left": "1440", "header": "720", "footer": "720", "gutter": "0"}


def runs(elements: Sequence[Element], values: Mapping[str, Any]) -> None:
    """Give runs a ``font``, a ``size`` (pt), a ``color``, ``bold``, ``italic`` or ``underline``."""
    for element in elements:
        if element.tag == W + "r":
            _run(properties(element, "rPr"), values)


def _run(look: Element, values: Mapping[str, Any]) -> None:
    if "font" in values:
        put(look, "rFonts", dict.fromkeys(("ascii", "hAnsi", "cs"), str(values["font"])), drop=_THEMED)
    if "size" in values:
        half_points = str(round(float(values["size"]) * 2))
        for name in ("sz", "szCs"):
            put(look, name, {"val": half_points})
    for key, names in (("bold", ("b", "bCs")), ("italic", ("i", "iCs"))):
        if key in values:
            for name in names:
                put(look, name, {"val": "1" if values[key] else "0"})
    if "color" in values:
        put(look, "color", {"val": str(values["color"])}, drop=("themeColor", "themeTint", "themeShade"))
    if "underline" in values:
        put(look, "u", {"val": "single" if values["underline"] else "none"})


def paragraph(element: Element, shown: Paragraph, values: Mapping[str, Any]) -> None:
    """Give a paragraph ``align``, indents (mm), spacing (pt), ``line`` and ``line_rule``.

    Args:
        element: the ``w:p``.
        shown: as it is seen now: a line spacing without its rule keeps the rule.
        values: what to set.
    """
    look = properties(element, "pPr")
    if "align" in values:
        put(look, "jc", {"val": str(values["align"])})
    sides = (("left", "left", ("start", "startChars", "leftChars")), ("right", "right", ("end", "endChars", "rightChars")))
    for key, name, dropped in sides:
        if key in values:
            put(look, "ind", {name: _twips(values[key])}, drop=dropped)
    if "first_line" in values:
        put(look, "ind", {"firstLine": _twips(values["first_line"])}, drop=("hanging", "hangingChars", "firstLineChars"))
    for key in ("before", "after"):
        if key in values:
            put(look, "spacing", {key: str(round(float(values[key]) * 20))}, drop=(f"{key}Lines", f"{key}Autospacing"))
            put(look, "contextualSpacing", {"val": "0"})  # else it would show nothing between paragraphs of one style
    if "line" in values:
        rule = str(values.get("line_rule", shown.line_rule))
        put(look, "spacing", {"line": str(round(float(values["line"]) * (240 if rule == "auto" else 20))), "lineRule": rule})


def section(element: Element, values: Mapping[str, Any]) -> None:
    """Give a ``w:sectPr`` a paper (``width``, ``height``) or margins (``top`` …), mm."""
    size = {name: _twips(values[key]) for key, name in (("width", "w"), ("height", "h")) if key in values}
    if size:
        put(element, "pgSz", size, drop=("code",))
        if len(size) == 2:
            wide = int(size["w"]) > int(size["h"])
            put(element, "pgSz", {"orient": "landscape"} if wide else {}, drop=() if wide else ("orient",))
    margins = {side: _twips(values[side]) for side in _SIDES if side in values}
    if margins:
        if "left" in margins:
            margins["gutter"] = "0"  # the view counts it to the left margin
        said = {key: value for key, value in _MARGINS.items() if child(element, "pgMar").get(W + key) is None}
        put(element, "pgMar", said | margins)


def _twips(mm: Any) -> str:
    return str(round(float(mm) / MM_PER_TWIP))

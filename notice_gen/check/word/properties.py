"""One ``w:pPr`` or ``w:rPr`` as a dict of what it says, and nothing of what it does not.

Lengths stay in twips.  What is said twice is merged by the callers: a later dict overrides an earlier one key by key,
which is how OOXML merges attributes too (§17.3.1.12 ``ind``, §17.3.1.33 ``spacing``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from notice_gen.ooxml.names import VAL, Element, W, measure, on, val, whole

Properties = dict[str, Any]

# Properties whose value in styles of different types is combined by exclusive or (§17.7.3).
TOGGLES = ("bold", "italic", "caps", "hidden")
_TOGGLE_NAMES = {W + "b": "bold", W + "i": "italic", W + "caps": "caps", W + "vanish": "hidden"}
_STRUCK = frozenset({W + "strike", W + "dstrike"})
_ALIGN = {"start": "left", "end": "right"}


def run_properties(element: Element | None, theme: Mapping[str, str]) -> Properties:
    """Return what a ``w:rPr`` says: ``font``, ``size`` (pt), ``underline``, ``color``, ``strike``, ``highlight``, ``style``, toggles.

    Args:
        element: the ``w:rPr``, or None.
        theme: the theme's Latin typefaces, ``major`` and ``minor``.
    """
    said: Properties = {}
    if element is None:
        return said
    for child in element:
        name = child.tag
        if name in _TOGGLE_NAMES:
            said[_TOGGLE_NAMES[name]] = on(child)
        elif name == W + "sz":
            said |= _size(child)
        elif name == W + "rFonts":
            font = _latin(child, theme)
            said |= {"font": font} if font else {}
        elif name == W + "u":
            said["underline"] = child.get(VAL, "single") != "none"
        elif name == W + "color":
            color = child.get(VAL, "auto")
            said["color"] = "" if color == "auto" else color.upper()
        elif name in _STRUCK:
            said["strike"] = "strike" if on(child) else ""
        elif name == W + "highlight":
            said["highlight"] = "" if child.get(VAL) in {"none", "white"} else "highlight"
        elif name == W + "rStyle":
            said["style"] = child.get(VAL, "")
    return said


def _size(element: Element) -> Properties:
    size = measure(element.get(VAL), unit=10)
    return {"size": size / 20} if size else {}


def _latin(fonts: Element, theme: Mapping[str, str]) -> str:
    """Vietnamese letters are Latin: ``ascii`` serves plain ones, ``hAnsi`` accented ones (§17.3.2.26); a theme font wins."""
    named: str = ""
    for slot in ("hAnsi", "ascii"):
        themed = fonts.get(f"{W}{slot}Theme", "")
        named = theme.get(themed[:5], "") or fonts.get(W + slot, "") or named
    return named


def paragraph_properties(element: Element | None) -> Properties:
    """Return what a ``w:pPr`` says.

    Keys: ``style``, ``align``, ``left``, ``right``, ``first`` (twips, hanging negative), ``before``, ``after``, ``line``
    (twips, or 240ths when ``rule`` is auto), ``rule``, ``page_break``, ``contextual``, ``top``, ``bottom``
    (a border is shown), ``num`` and ``level`` (of numbering).
    """
    said: Properties = {}
    if element is None:
        return said
    for child in element:
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(child, said)
    return said


def _style(element: Element, said: Properties) -> None:
    said["style"] = element.get(VAL, "")


def _jc(element: Element, said: Properties) -> None:
    value = element.get(VAL, "left")
    said["align"] = _ALIGN.get(value, value)


def _ind(element: Element, said: Properties) -> None:
    for key, names in (("left", ("start", "left")), ("right", ("end", "right"))):
        for name in names:
            length = measure(element.get(W + name))
            if length is not None:
                said[key] = length
    first, hanging = measure(element.get(W + "firstLine")), measure(element.get(W + "hanging"))
    if hanging is not None:  # hanging wins when both are given (§17.3.1.12)
        said["first"] = -hanging
    elif first is not None:
        said["first"] = first


def _spacing(element: Element, said: Properties) -> None:
    for key in ("before", "after"):
        lines, length = measure(element.get(f"{W}{key}Lines")), measure(element.get(W + key))
        if element.get(f"{W}{key}Autospacing", "0") not in {"0", "false", "off"}:
            said[key] = 280.0  # what Word shows for an HTML paragraph
        elif lines:
            said[key] = lines * 2.4  # hundredths of a line of 12 pt
        elif length is not None:
            said[key] = length
    line = measure(element.get(W + "line"))
    if line is not None:
        said["line"] = line
        said["rule"] = element.get(W + "lineRule", "auto")


def _num(element: Element, said: Properties) -> None:
    said["num"] = whole(val(element, "numId")) or 0
    level = whole(val(element, "ilvl"))
    if level is not None:
        said["level"] = level


def _borders(element: Element, said: Properties) -> None:
    for side in ("top", "bottom"):
        border = element.find(W + side)
        if border is not None:
            said[side] = is_line(border)


def _frame(element: Element, said: Properties) -> None:
    # A frame as wide as its text, put in the middle of the page: what the reader sees is centred.
    if element.get(W + "xAlign") in {"center", "right"} and measure(element.get(W + "w")) is None:
        said["frame"] = element.get(W + "xAlign")


def _flag(key: str) -> Any:
    def read(element: Element, said: Properties) -> None:
        said[key] = on(element)

    return read


_READERS = {
    W + "pStyle": _style, W + "jc": _jc, W + "ind": _ind, W + "spacing": _spacing, W + "numPr": _num, W + "pBdr": _borders,
    W + "framePr": _frame, W + "pageBreakBefore": _flag("page_break"),
    W + "contextualSpacing": _flag("contextual"),
}


def is_line(border: Element | None) -> bool:
    """Tell whether a border element shows a line (§17.18.2)."""
    return border is not None and border.get(VAL, "nil") not in {"nil", "none"}

"""Names of WordprocessingML, and its small values read without trust (ECMA-376 Part 1, §17.18 and §22.9)."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Any, Final

# lxml has no types here; an element is what its parser returns.
Element = Any

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - Office's own prefix
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

STRICT: Final = "{http://purl.oclc.org/ooxml/"
"""How every name begins in a file of ISO 29500's strict kind, which we do not read."""

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
VAL: Final = W + "val"

MM_PER_TWIP: Final = 25.4 / 1440
MM_PER_EMU: Final = 1 / 36000
MM_PER_PT: Final = 25.4 / 72

# Universal measures (§22.9.2.15) in twips.
_UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_MEASURE = re.compile(r"\s*([-+]?\d{1,9}(?:\.\d{1,9})?)\s*([a-z]{0,2})\s*")


def relations_of(part: str) -> str:
    """Return the name of the part that holds *part*'s relationships.

    >>> relations_of("word/document.xml"), relations_of("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


@lru_cache(maxsize=4096)
def measure(value: str | None, *, unit: float = 1.0) -> float | None:
    """Return a length in twips, or None for what is no length.

    Args: *value*: a number, or a number with its unit; *unit*: twips that a bare number counts (10 for the half points of a font size).

    >>> measure("567"), measure("10mm"), measure("x"), measure("26", unit=10), measure("13pt", unit=10)
    (567.0, 566.9291338582677, None, 260.0, 260.0)
    """
    found = _MEASURE.fullmatch(value or "")
    if found is None or found[2] not in _UNITS:
        return None
    return float(found[1]) * (_UNITS[found[2]] if found[2] else unit)


def whole(value: str | None) -> int | None:
    """Return a whole number, or None for what is none."""
    return None if (length := measure(value)) is None else int(length)


def on(element: Element | None) -> bool | None:
    """Return an on/off property (§17.17.4): None when *element* is absent."""
    return None if element is None else element.get(VAL, "true") not in {"0", "false", "off"}


def val(parent: Element | None, name: str) -> str | None:
    """Return the ``w:val`` of the child ``w:name`` of *parent*, None when either is absent."""
    child = None if parent is None else first(parent, W + name)
    return None if child is None else child.get(VAL)


def first(parent: Element, tag: str) -> Element | None:
    """Return the first child of that *tag*, as ``parent.find`` does at twice the cost; None when there is none."""
    return next(parent.iterchildren(tag), None)

"""Cells of a sheet as XML: libraries take some µs for each, most of the time of a long list."""

from __future__ import annotations

import re
from datetime import date
from xml.sax.saxutils import escape

MOST = 32_767
"""Letters that a cell takes."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEX = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would take for a letter's number (ISO 29500-1, 22.9.2.19)
_DAY_ONE = date(1899, 12, 30).toordinal()
_LEAP = 60  # Excel's 29 February 1900, which never was


def text(value: str) -> str:
    """Return a text as the rest of its cell, behind place and look: never a formula, whatever it begins with.

    >>> text("=1 & _x0041_")
    ' t="inlineStr"><is><t>=1 &amp; _x005F_x0041_</t></is></c>'
    """
    plain = _HEX.sub("_x005F_", _NO_XML.sub("", value))
    kept = ' xml:space="preserve"' if plain != plain.strip() else ""
    return f' t="inlineStr"><is><t{kept}>{escape(plain)}</t></is></c>'


def number(value: int) -> str:
    """Return a number likewise."""
    return f"><v>{value}</v></c>"


def day(value: date) -> str:
    """Return a day likewise, of 1900 or later.

    >>> day(date(2026, 10, 15)), day(date(1900, 1, 1))
    ('><v>46310</v></c>', '><v>1</v></c>')
    """
    serial = value.toordinal() - _DAY_ONE
    return number(serial - (serial <= _LEAP))

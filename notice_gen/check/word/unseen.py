"""What a part holds and the page does not show: characters outside the elements of text."""

from __future__ import annotations

from functools import cache

from lxml import etree

from notice_gen.ooxml.names import Element, W

_HOLD_TEXT = ("t", "delText", "instrText", "delInstrText", "fldData")


def unseen(body: Element) -> tuple[str, ...]:
    """Return the texts that stand right below a paragraph, a run, a cell or the body, where Word shows nothing, spaces counted once."""
    return tuple(shown for text in _outside()(body) if (shown := " ".join(text.split())))


@cache
def _outside() -> etree.XPath:
    seen = " or ".join(f"self::w:{name}" for name in _HOLD_TEXT)
    return etree.XPath(f"descendant-or-self::w:*[not({seen})]/text()[normalize-space()]", namespaces={"w": W[1:-1]})

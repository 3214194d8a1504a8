"""What a part holds and the page does not show: characters outside the elements of text, and such elements outside a run."""

from __future__ import annotations

from functools import cache

from lxml import etree

from notice_gen.ooxml.names import Element, W

_HOLD_TEXT = ("t", "delText", "instrText", "delInstrText", "fldData")


def unseen(part: Element) -> tuple[str, ...]:
    """Return the texts that stand right below a paragraph, a run, a cell or the body, where Word shows nothing, spaces counted once."""
    return tuple(shown for text in _outside()(part) if (shown := " ".join(text.split())))


@cache
def _outside() -> etree.XPath:
    seen = " or ".join(f"self::w:{name}" for name in _HOLD_TEXT)
    # From the texts up: there are ten times as many elements.
    stray = f"parent::w:*[not({seen})] or parent::w:t[not(parent::w:r)]"
    return etree.XPath(f"descendant::text()[{stray}][normalize-space()]", namespaces={"w": W[1:-1]})

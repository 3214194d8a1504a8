"""An element as the bytes of a part."""

from __future__ import annotations

from lxml import etree

from notice_gen.ooxml.names import Element


def serialised(root: Element) -> bytes:
    """Return a part's bytes as Word writes them: UTF-8, with a declaration."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

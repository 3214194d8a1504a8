"""Sizes, spacing and margins other than the template's own, written into its styles and sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from notice_gen.render.layout import Layout

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = TypeVar("T")

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"


def text_width(parts: Mapping[str, bytes]) -> int:
    """Return the width of the text area in twips: the last section's page less its margins."""
    from lxml import etree

    section = etree.fromstring(parts[_DOCUMENT]).findall(f".//{_W}body/{_W}sectPr")
    return _width(section[-1]) if section else 9354


def restyle(parts: Mapping[str, bytes], layout: Layout) -> dict[str, bytes]:
    """Return *parts* with *layout* written into styles.xml and document.xml."""
    from lxml import etree

    styles = etree.fromstring(parts[_STYLES])
    by_id = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    for name, half_points in _there(layout.sizes, by_id):
        for tag in ("sz", "szCs"):
            _child(_child(by_id[name], "rPr"), tag).set(f"{_W}val", str(half_points))
    for name, attributes in _there(layout.spacing, by_id):
        spacing = _child(_child(by_id[name], "pPr"), "spacing")
        for key, value in attributes:
            spacing.set(f"{_W}{key}", str(value))
            if key == "line":
                spacing.set(f"{_W}lineRule", "auto")
    for name, twips in _there(layout.first_line, by_id):
        _child(_child(by_id[name], "pPr"), "ind").set(f"{_W}firstLine", str(twips))
    document = etree.fromstring(parts[_DOCUMENT])
    if layout.margins:
        _set_margins(document, dict(layout.margins))
    return {**parts, _STYLES: _xml(styles), _DOCUMENT: _xml(document)}


def _there(changes: Iterable[tuple[str, T]], by_id: Mapping[str, Any]) -> Iterator[tuple[str, T]]:
    """Yield the *changes* of styles that the Word file has: an office's own may call them otherwise."""
    return ((name, change) for name, change in changes if name in by_id)


def _set_margins(document: Any, margins: Mapping[str, int]) -> None:
    """Set every section's margins; tables as wide as the text area follow with their first column."""
    own = document.find(f"{_W}body/{_W}sectPr")
    before = _width(own)
    for section in document.iter(f"{_W}sectPr"):
        for key, value in margins.items():
            section.find(f"{_W}pgMar").set(f"{_W}{key}", str(value))
    change = _width(own) - before
    for table in document.iter(f"{_W}tbl"):
        grid = table.findall(f"{_W}tblGrid/{_W}gridCol")
        if not change or abs(sum(int(c.get(f"{_W}w")) for c in grid) - before) > 40:
            continue
        _widen(grid[0], change)
        for width in _first_cells(table, len(grid), before):
            _widen(width, change)


def _first_cells(table: Any, columns: int, before: int) -> Iterator[Any]:
    total = table.find(f"{_W}tblPr/{_W}tblW")
    if total is not None and abs(int(total.get(f"{_W}w")) - before) <= 40:
        yield total
    for row in table.findall(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        if len(cells) == columns:
            width = cells[0].find(f"{_W}tcPr/{_W}tcW")
            if width is not None:
                yield width


def _widen(element: Any, change: int) -> None:
    element.set(f"{_W}w", str(int(element.get(f"{_W}w")) + change))


def _width(section: Any) -> int:
    size, margin = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    return int(size.get(f"{_W}w")) - int(margin.get(f"{_W}left")) - int(margin.get(f"{_W}right"))


_ORDER = {
    "style": ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    "pPr": ("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
    "rPr": ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
}  # fmt: skip
_BEFORE = {"sz": ("szCs",), "spacing": ("ind", "contextualSpacing", "mirrorIndents"), "ind": ("contextualSpacing",)}


def _child(parent: Any, tag: str) -> Any:
    """Return the child *tag* of *parent*, made at the place the schema asks when absent."""
    found = parent.find(f"{_W}{tag}")
    if found is not None:
        return found
    later = _ORDER[parent.tag.removeprefix(_W)]
    later = later[later.index(tag) + 1 :] if tag in later else (*_BEFORE.get(tag, ()), *later)
    child = parent.makeelement(f"{_W}{tag}")
    for at, sibling in enumerate(parent):
        if sibling.tag.removeprefix(_W) in later:
            parent.insert(at, child)
            return child
    parent.append(child)
    return child


def _xml(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

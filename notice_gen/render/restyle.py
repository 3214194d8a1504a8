"""Sizes, spacing and margins other than the template's own, written into its styles and sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from lxml import etree

from notice_gen.ooxml.names import W
from notice_gen.ooxml.package import serialised
from notice_gen.ooxml.properties import child, put
from notice_gen.render.layout import Layout

T = TypeVar("T")

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"


def text_width(parts: Mapping[str, bytes]) -> int:
    """Return the width of the text area in twips: the last section's page less its margins."""
    section = etree.fromstring(parts[_DOCUMENT]).findall(f".//{W}body/{W}sectPr")
    return _width(section[-1]) if section else 9354


def restyle(parts: Mapping[str, bytes], layout: Layout) -> dict[str, bytes]:
    """Return *parts* with *layout* written into styles.xml and document.xml."""
    styles = etree.fromstring(parts[_STYLES])
    by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    for name, half_points in _there(layout.sizes, by_id):
        for tag in ("sz", "szCs"):
            put(child(by_id[name], "rPr"), tag, {"val": str(half_points)})
    for name, attributes in _there(layout.spacing, by_id):
        values: dict[str, str] = {}
        for key, value in attributes:
            values |= {key: str(value), **({"lineRule": "auto"} if key == "line" else {})}
        put(child(by_id[name], "pPr"), "spacing", values)
    for name, twips in _there(layout.first_line, by_id):
        put(child(by_id[name], "pPr"), "ind", {"firstLine": str(twips)})
    document = etree.fromstring(parts[_DOCUMENT])
    if layout.margins:
        _set_margins(document, dict(layout.margins))
    return {**parts, _STYLES: serialised(styles), _DOCUMENT: serialised(document)}


def _there(changes: Iterable[tuple[str, T]], by_id: Mapping[str, Any]) -> Iterator[tuple[str, T]]:
    """Yield the *changes* of styles that the Word file has: an office's own may call them otherwise."""
    return ((name, change) for name, change in changes if name in by_id)


def _set_margins(document: Any, margins: Mapping[str, int]) -> None:
    """Set every section's margins; tables as wide as the text area follow with their first column."""
    own = document.find(f"{W}body/{W}sectPr")
    before = _width(own)
    for section in document.iter(f"{W}sectPr"):
        for key, value in margins.items():
            section.find(f"{W}pgMar").set(f"{W}{key}", str(value))
    change = _width(own) - before
    for table in document.iter(f"{W}tbl"):
        grid = table.findall(f"{W}tblGrid/{W}gridCol")
        if not change or abs(sum(int(c.get(f"{W}w")) for c in grid) - before) > 40:
            continue
        for width in (grid[0], *_first_cells(table, len(grid), before)):
            width.set(f"{W}w", str(int(width.get(f"{W}w")) + change))


def _first_cells(table: Any, columns: int, before: int) -> Iterator[Any]:
    total = table.find(f"{W}tblPr/{W}tblW")
    if total is not None and abs(int(total.get(f"{W}w")) - before) <= 40:
        yield total
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if len(cells) == columns:
            width = cells[0].find(f"{W}tcPr/{W}tcW")
            if width is not None:
                yield width


def _width(section: Any) -> int:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return int(size.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))

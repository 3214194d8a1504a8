"""Sections: paper, margins, and which header and footer each really shows (ECMA-376 Part 1, §17.6, §17.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from notice_gen.check.view import Footing, Section
from notice_gen.ooxml.names import MM_PER_TWIP, Element, R, W, measure, on, whole
from notice_gen.records import replace

# Relationship id and kind ("header", "footer") → the part as read; None for a reference that leads nowhere.
Footings = Callable[[str, str], Footing | None]

_KINDS = {"default": "{}", "first": "first_{}", "even": "even_{}"}
_FIELDS = tuple(form.format(where) for form in _KINDS.values() for where in ("header", "footer"))


def section_elements(body: Element) -> list[Element]:
    """Return the ``w:sectPr`` of the main text in order: one at the end of each section (§17.6.18)."""
    found = [one for one in body.iter(W + "sectPr") if one.getparent().tag in {W + "pPr", W + "body"}]
    found = [one for one in found if next(one.iterancestors(W + "txbxContent"), None) is None]  # not of a text box
    return found if found and found[-1].getparent().tag == W + "body" else [*found, None]


def new_page(element: Element | None) -> bool:
    """Tell whether a section begins on a new page."""
    kind = None if element is None else element.find(W + "type")
    return kind is None or kind.get(W + "val", "nextPage") not in {"continuous", "nextColumn"}


def read_sections(elements: list[Element], footings: Footings, *, even_and_odd: bool) -> tuple[Section, ...]:
    """Return the sections with their headers and footers, inherited ones included.

    Args:
        elements: from :func:`section_elements`.
        footings: reads a header or footer.
        even_and_odd: even pages have their own (``settings.xml``).
    """
    inherited: dict[str, Footing | None] = dict.fromkeys(_FIELDS)
    found = []
    for element in elements:
        inherited |= dict(_references(element, footings))
        title_page = bool(on(None if element is None else element.find(W + "titlePg")))
        shown: dict[str, Any] = {
            name: footing
            for name, footing in inherited.items()
            if (title_page or not name.startswith("first")) and (even_and_odd or not name.startswith("even"))
        }
        found.append(replace(page(element), title_page=title_page, even_pages=even_and_odd, **shown))
    return tuple(found)


def _references(element: Element | None, footings: Footings) -> Iterator[tuple[str, Footing | None]]:
    for where in ("header", "footer"):
        for one in () if element is None else element.iterfind(f"{W}{where}Reference"):
            form = _KINDS.get(one.get(W + "type", "default"))
            if form is not None:
                yield form.format(where), footings(one.get(R + "id", ""), where)


def _columns(element: Element | None) -> int:
    """Return how many columns of text a section has (§17.6.4)."""
    columns = None if element is None else element.find(W + "cols")
    return 1 if columns is None else max(whole(columns.get(W + "num")) or 1, 1)


def _bordered(element: Element | None) -> bool:
    """Tell whether lines stand round the page (§17.6.10)."""
    borders = None if element is None else element.find(W + "pgBorders")
    return borders is not None and any(one.get(W + "val") not in {None, "none", "nil"} for one in borders)


def page(element: Element | None) -> Section:
    """Return the page of a ``w:sectPr``; what it does not say is as in Word: letter paper, an inch all round."""
    size = None if element is None else element.find(W + "pgSz")
    margin = None if element is None else element.find(W + "pgMar")
    number = None if element is None else element.find(W + "pgNumType")

    def mm(of: Element | None, name: str, default: float) -> float:
        length = None if of is None else measure(of.get(W + name))
        return round((default if length is None else length) * MM_PER_TWIP, 2)

    width, height = mm(size, "w", 12240), mm(size, "h", 15840)
    gutter = mm(margin, "gutter", 0)
    # A negative top or bottom margin only says that the header may not push the text down (§17.6.11).
    return Section(
        width=width, height=height, top=abs(mm(margin, "top", 1440)), bottom=abs(mm(margin, "bottom", 1440)),
        left=round(mm(margin, "left", 1440) + gutter, 2), right=mm(margin, "right", 1440), landscape=width > height,
        restart=None if number is None else whole(number.get(W + "start")),
        columns=_columns(element), bordered=_bordered(element),
        number_format="decimal" if number is None else number.get(W + "fmt", "decimal"),
    )

"""Mending the page number: in the header, in the middle, not on the first page (Phụ lục I, Phần I, Mục I, khoản 7).

Headers and footers may carry an agency's own words; where the number cannot be put right without losing or moving any of
them, nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from notice_gen.check.mend import look
from notice_gen.check.read import Opened
from notice_gen.check.view import Footing, Paragraph, Section
from notice_gen.ooxml.names import Element, R, W
from notice_gen.ooxml.package import Relations
from notice_gen.ooxml.properties import added, child

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_BESIDE = re.compile(r"[\s\d/.,:;()\[\]<>|*~_–—-]|(?i:trang|page|số|of)")
_TYPED = re.compile(r"[\s–—-]*\d{1,3}[\s–—-]*")
"""A page number typed by hand, the same on every page."""
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))


def centred(file: Opened, size: float, relations: Relations) -> dict[str, Element]:
    """Put the page number right everywhere.

    Args:
        file: its parts are changed.
        size: of the number, pt.
        relations: of the main part; a header that is made is made known there.

    Returns:
        Parts that are changed or new, by name; none when it cannot be done safely.
    """
    sections = file.view.sections
    if not _may_be_changed(file, sections):
        return {}
    changed: dict[str, Element] = {file.package.main: file.roots[file.package.main]}
    for section in sections:
        for footing in (footing for _, footing in section.footings if footing.number):
            changed[footing.part] = file.roots[footing.part]
            number = footing.paragraphs[footing.page_field or 0]
            _dressed(file, number, size) if footing in {section.header, section.even_header} else _emptied(file, number)
    for section in sections:
        for footing in filter(None, (section.header, section.even_header)):
            if footing.page_field is None and footing.part not in changed:
                changed[footing.part] = file.roots[footing.part]
                _put_into(file, footing, size)
    bare = next((number for number, section in enumerate(sections) if section.header is None), None)
    if bare is not None:
        new = file.package.free_name("word/header_so_trang")
        header = changed[new] = file.roots[file.package.main].makeelement(W + "hdr", nsmap={"w": W[1:-1], "r": R[1:-1]})
        header.append(_paragraph(header, size))
        reference = added(section_element(file, bare), "headerReference")
        reference.set(W + "type", "default")
        reference.set(R + "id", relations.add("header", new, _TYPE))
    child(section_element(file, 0), "titlePg")
    return changed


def _may_be_changed(file: Opened, sections: Sequence[Section]) -> bool:
    """Tell whether no words are lost with the number, nor when the first page gets a header and a footer of its own."""
    first = sections[0]
    # Nothing but the number, and what dresses it up, may be in its paragraph.
    alone = not any(_BESIDE.sub("", number.text) for section in sections for _, footing in section.footings if (number := footing.number))
    return alone and (first.title_page or not any(_has_words(file, footing) for footing in (first.header, first.footer)))


def _put_into(file: Opened, footing: Footing, size: float) -> None:
    """Put the number into a header that has none, in place of one typed by hand."""
    typed = next((one for one in footing.paragraphs if _TYPED.fullmatch(one.text)), None)
    if typed:
        _dressed(file, typed, size)
    else:
        file.roots[footing.part].insert(0, _paragraph(file.roots[footing.part], size))


def _has_words(file: Opened, footing: Footing | None) -> bool:
    """Whether a header or footer shows more than a page number."""
    if footing is None:
        return False
    others = (one.text for number, one in enumerate(footing.paragraphs) if number != footing.page_field and not _TYPED.fullmatch(one.text))
    return any(text.strip() for text in others) or any(one.tag in _DRAWN for one in file.roots[footing.part].iter())


def _emptied(file: Opened, paragraph: Paragraph) -> None:
    """Take the number out and leave its paragraph: what holds it may not be without one."""
    element = file.origins[paragraph.part, paragraph.index].element
    for one in [one for one in element if one.tag != W + "pPr"]:
        element.remove(one)


def _dressed(file: Opened, paragraph: Paragraph, size: float) -> None:
    """Leave the bare number, in the middle, upright."""
    _emptied(file, paragraph)
    element = file.origins[paragraph.part, paragraph.index].element
    look.paragraph(element, paragraph, {"align": "center", "first_line": 0, "left": 0, "right": 0})
    properties = element.find(W + "pPr")
    frame = properties.find(W + "framePr")
    if frame is not None:
        properties.remove(frame)
    element.extend(_field(element, size))


def _field(maker: Element, size: float) -> list[Element]:
    """Return the runs of a ``PAGE`` field."""
    runs = []
    for tag, attributes, text in (
        ("fldChar", {"fldCharType": "begin"}, None), ("instrText", {}, " PAGE "), ("fldChar", {"fldCharType": "separate"}, None),
        ("t", {}, "2"), ("fldChar", {"fldCharType": "end"}, None),
    ):
        run = maker.makeelement(W + "r")
        piece = maker.makeelement(W + tag, {W + key: value for key, value in attributes.items()})
        piece.text = text
        if tag == "instrText":
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(piece)
        runs.append(run)
    look.runs(runs, {"size": size, "bold": False, "italic": False})
    return runs


def _paragraph(maker: Element, size: float) -> Element:
    element = maker.makeelement(W + "p")
    look.paragraph(element, Paragraph("", 0, ""), {"align": "center", "first_line": 0, "left": 0, "right": 0, "before": 0, "after": 0})
    element.extend(_field(maker, size))
    return element


def section_element(file: Opened, number: int) -> Element:
    """Return the ``w:sectPr`` of a section; the last may be missing."""
    element = file.sections[number]
    if element is None:
        body = file.roots[file.package.main].find(W + "body")
        element = body.find(W + "sectPr")
        if element is None:
            element = body.makeelement(W + "sectPr")
            body.append(element)
    return element

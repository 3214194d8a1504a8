"""The page as rules read it: where its number stands, which sections are annexes', how long the text surely is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from notice_gen.check.fault import Mend
from notice_gen.check.view import DocumentView, Paragraph, Section

# No page of A4 in 13 pt holds more letters than this, however tight its lines.
_LETTERS_OF_A_PAGE = 4000


def sections_of_annexes(view: DocumentView) -> frozenset[int]:
    """Return the sections that hold nothing but annexes."""
    annexed = {paragraph.section for annex in view.annexes for paragraph in annex.paragraphs}
    body = {span.paragraph.section for component in view.components.values() for span in component.spans}
    return frozenset(annexed - body - {0})


def numbers(section: Section) -> list[tuple[str, Paragraph]]:
    """Return where a section shows its page number: ``header`` or ``footer``, and the paragraph."""
    return [(where, number) for where, footing in section.footings if (number := footing.number)]


def each_number(view: DocumentView) -> Iterator[tuple[int, Paragraph]]:
    """Yield every paragraph that shows the page number, once, with the first section that uses it."""
    seen = set()
    for number, section in enumerate(view.sections):
        for _, paragraph in numbers(section):
            key = (paragraph.part, paragraph.index)
            if key not in seen:
                seen.add(key)
                yield number, paragraph


def everything(view: DocumentView) -> Iterator[Paragraph]:
    """Return every paragraph that has text, those of headers and footers once each."""
    footings = {footing.part: footing for section in view.sections for _, footing in section.footings}
    shown = chain(view.paragraphs, *(footing.paragraphs for footing in footings.values()))
    return (paragraph for paragraph in shown if paragraph.text.strip())


def surely_two_pages(view: DocumentView) -> bool:
    """Tell whether the paper has a second page, whatever the printer: by its length, its sections or a forced break."""
    forced = any(paragraph.page_break for paragraph in view.paragraphs[1:])
    letters = sum(len(paragraph.text) for paragraph in view.paragraphs)
    return forced or len(view.sections) > 1 or letters > _LETTERS_OF_A_PAGE


def surely_even_page(view: DocumentView, number: int) -> bool:
    """Tell whether a section has an even page: by its length, a forced break, or because its count goes on from the section before."""
    inside = [paragraph for paragraph in view.paragraphs if paragraph.section == number]
    goes_on = number > 0 and view.sections[number].restart is None
    letters = sum(len(paragraph.text) for paragraph in inside)
    return goes_on or letters > _LETTERS_OF_A_PAGE or any(paragraph.page_break for paragraph in inside[1:])


def centred_number(view: DocumentView) -> Mend:
    """Return the mending of page numbers: in the header, centred, not on the first page."""
    return Mend("page_number", {"size": float(view.law.thanh_phan["so_trang"].co_chu.default)})

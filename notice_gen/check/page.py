"""The page as rules read it: where its number stands, which sections are annexes', how long the text surely is."""

from __future__ import annotations

from collections.abc import Iterator

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
    footings = [
        ("header", section.header), ("header", section.even_header), ("header", section.first_header),
        ("footer", section.footer), ("footer", section.even_footer), ("footer", section.first_footer),
    ]  # fmt: skip
    return [
        (where, footing.paragraphs[footing.page_field])
        for where, footing in footings
        if footing is not None and footing.page_field is not None and footing.page_field < len(footing.paragraphs)
    ]


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
    """Yield every paragraph that has text, those of headers and footers once each."""
    parts = set()
    yield from (paragraph for paragraph in view.paragraphs if paragraph.text.strip())
    for section in view.sections:
        for footing in (section.header, section.footer, section.first_header, section.first_footer, section.even_header, section.even_footer):
            if footing is not None and footing.part not in parts:
                parts.add(footing.part)
                yield from (paragraph for paragraph in footing.paragraphs if paragraph.text.strip())


def surely_two_pages(view: DocumentView) -> bool:
    """Tell whether the paper has a second page, whatever the printer: by its length, its sections or a forced break."""
    forced = any(paragraph.page_break for paragraph in view.paragraphs[1:])
    letters = sum(len(paragraph.text) for paragraph in view.paragraphs)
    return forced or len(view.sections) > 1 or letters > _LETTERS_OF_A_PAGE


def surely_even_page(view: DocumentView, number: int) -> bool:
    """Tell whether a section has an even page: by its length, a forced break, or because its count goes on from the section before."""
    inside = [paragraph for paragraph in view.paragraphs if paragraph.section == number]
    goes_on = number > 0 and view.sections[number].restart is None
    return goes_on or any(paragraph.page_break for paragraph in inside[1:]) or sum(len(paragraph.text) for paragraph in inside) > _LETTERS_OF_A_PAGE


def centred_number(view: DocumentView) -> Mend:
    """Return the mending of page numbers: in the header, centred, not on the first page."""
    return Mend("page_number", {"size": float(view.law.thanh_phan["so_trang"].co_chu.default)})

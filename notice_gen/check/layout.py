"""How the text is set, its paragraphs told apart from headings in the middle and captions; where page numbers stand, how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from notice_gen.check.fault import Mend
from notice_gen.check.look import lettered, text_width, width
from notice_gen.check.texts import bases, body, nfc, remembered
from notice_gen.check.view import DocumentView, Paragraph, Section, Span, whole

# No page of A4 in 13 pt holds more letters than this, however tight its lines.
_LETTERS_OF_A_PAGE = 4000
# What the head, the title and the foot leave of a page of A4 between its margins, pt, however tight they are.
_ROOM_FOR_THE_TEXT = 600.0


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
    return forced or len(view.sections) > 1 or letters > _LETTERS_OF_A_PAGE or _height(view) > _ROOM_FOR_THE_TEXT


def _height(view: DocumentView) -> float:
    """Return how high the paragraphs of the text are together, pt, at least: where one is broken once more is not known."""
    total = 0.0
    for span in body(view):
        one, size = span.paragraph, max((run.size for run in span.runs), default=0.0)
        line = one.line if one.line_rule == "exact" else size * SINGLE * (one.line if one.line_rule == "auto" else 1.0)
        total += max(int(rows(view, span) * 0.98 + 0.9), 1) * line + max(one.before, one.after)
    return total


def surely_even_page(view: DocumentView, number: int) -> bool:
    """Tell whether a section has an even page: by its length, a forced break, or because its count goes on from the section before."""
    inside = [paragraph for paragraph in view.paragraphs if paragraph.section == number]
    goes_on = number > 0 and view.sections[number].restart is None
    letters = sum(len(paragraph.text) for paragraph in inside)
    return goes_on or letters > _LETTERS_OF_A_PAGE or any(paragraph.page_break for paragraph in inside[1:])


def centred_number(view: DocumentView) -> Mend:
    """Return the mending of page numbers: in the header, centred, not on the first page."""
    return Mend("page_number", {"size": float(view.law.thanh_phan["so_trang"].co_chu.default)})


SINGLE = 1.15
"""Height of a single line of Times New Roman, as a multiple of its size."""
_ROWS = 1.2
"""From how many rows on a paragraph is surely broken: what a row holds is measured, where Word breaks it is not known."""
_SENTENCE = re.compile(r"[^\W_](?:.*[^\W_].*)?[.;:,…/]", re.DOTALL)
_SHORT_SENTENCE = re.compile(r"[-+\w].*\w(?:\./\.|[.;])", re.DOTALL)
_FEW = 4  # words: what has no more may be a greeting
_CAPTION = r"(?:Bảng|Biểu|Hình|Sơ đồ|Ghi chú|Nguồn|Đơn vị(?: tính)?|ĐVT)\b"
_OF_DRAWING = re.compile(r"(?:Biểu đồ|Đồ thị|Hình|Sơ đồ)(?: ảnh| vẽ)? \d")


@remembered
def paragraphs(view: DocumentView) -> list[Span]:
    """Return the paragraphs of the text and of a paper that it issues (a statute, not an annex), captions of tables left out."""
    spans = [span for span in body(view) if span.paragraph.container == "body"]
    for annex in view.annexes:
        if annex.ten is None:
            heads = {span.paragraph.index for span in (annex.tieu_de, annex.kem_theo) if span is not None}
            first = max(heads, default=-1)
            spans += [whole(one) for one in annex.paragraphs if one.index > first and one.container == "body" and one.text.strip()]
    captions = _captions(view)
    return [span for span in spans if span.paragraph.index not in captions and not span.blank]


def _captions(view: DocumentView) -> frozenset[int]:
    """Return what stands right above or below a table with lines and belongs to it: centred, at the right, slanted, or by its words."""
    found = set()
    shown = [one for one in view.paragraphs if one.text.strip()]
    for before, after in pairwise(shown):
        for one, other in ((before, after), (after, before)):
            if one.cell is None and other.cell is not None and other.cell.borders and _is_caption(one):
                found.add(one.index)
    # A unit of measure may stand between the caption and the table.
    for before, after in pairwise(shown):
        if after.index in found and before.cell is None and before.align == "center":
            found.add(before.index)
    return frozenset(found) | _of_drawings(shown)


def _of_drawings(shown: Sequence[Paragraph]) -> frozenset[int]:
    """Return the names of charts and pictures, and the notes below them."""
    found, below = set(), False
    for one in shown:
        is_name = one.align == "center" and _OF_DRAWING.match(nfc(one.text.lstrip()[:40])) is not None
        below = one.cell is None and (is_name or (below and one.align not in {"center", "right"} and _is_caption(one)))
        if below:
            found.add(one.index)
    return frozenset(found)


def _is_caption(paragraph: Paragraph) -> bool:
    slanted = all(run.italic for run in paragraph.runs if paragraph.text[run.start : run.end].strip())
    return paragraph.align in {"center", "right"} or slanted or re.match(_CAPTION, nfc(paragraph.text.lstrip()[:40])) is not None


@remembered
def sentences(view: DocumentView) -> list[Span]:
    """Return the paragraphs that khoản 6, điểm e speaks of: those not set in the middle or at the right."""
    return [span for span in paragraphs(view) if span.paragraph.align not in {"center", "right"}]


def put_aside(view: DocumentView, span: Span) -> bool:
    """Tell whether a sentence is set in the middle or at the right: no heading, note, quotation or formula looks so."""
    text = nfc(span.text.strip())
    if span.paragraph.align not in {"center", "right"} or "\n" in text or not _SENTENCE.fullmatch(text):
        return False
    if rows(view, span) < _ROWS and not (_SHORT_SENTENCE.fullmatch(text) and len(text.split()) > _FEW):
        return False
    letters = lettered(span)
    slanted = all(run.italic for run in letters) and span not in bases(view)
    return not slanted and not all(run.bold for run in letters) and text != text.upper()


def rows(view: DocumentView, span: Span) -> float:
    """Return over how many rows a paragraph runs, about."""
    room = text_width(view, span.paragraph) - span.paragraph.left - span.paragraph.right
    return (width(span) + max(span.paragraph.first_line, 0.0)) / max(room, 20.0)


def neighbours(view: DocumentView) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each two paragraphs of the text that follow each other with nothing between, not even an empty one."""
    spans = paragraphs(view)
    for above, below in pairwise(spans):
        if below.paragraph.index == above.paragraph.index + 1 and not below.paragraph.page_break:
            yield above.paragraph, below.paragraph

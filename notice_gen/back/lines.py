"""A paper as lines, each in its box: what two papers are compared by, and what no import may lose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from notice_gen.check.form.pieces import Piece
from notice_gen.check.view import DocumentView, Paragraph, Span
from notice_gen.check.word.lines import is_typed_line
from notice_gen.records import record

HEAD = (
    "pham_vi", "co_quan_chu_quan", "co_quan", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_ngay", "do_mat", "do_khan",
    "trich_yeu_cong_van", "ten_loai", "trich_yeu",
)  # fmt: skip
"""Boxes whose lines are one text, in the order of the page."""
FOOT = ("noi_nhan", "quyen_han", "chuc_vu", "ho_ten", "dau")
BODY = ("kinh_gui", "noi_dung", "bang", "bieu_do", "phu_luc", "khac")
"""Boxes whose lines follow each other as one text: addressees, text, tables, charts, annexes, what is in no box."""
_PART_OF = {"ky_hieu_nguoi_soan": "noi_nhan"}
_BULLET = re.compile(r"^[•▪‣·●■○◦§\uf0b7\uf0a7\uf0d8\uf02d–—][ \t\u00a0]*")
_PAGE_NUMBER = re.compile(r"[-–—\s\d/.]*|(?i:trang)[\s\d/]*")

Key = tuple[str, int]
"""A paragraph: its part and number."""


@record
class Line:
    """A line as it is read.

    Attributes:
        box: a name of :data:`HEAD`, :data:`FOOT`, :data:`BODY`, or ``dau_trang``, running heads.
        text: its words, composed, with the number Word sets before them, single blanks.
        paragraph: where it stands; None for a box put together of several.
    """

    box: str
    text: str
    paragraph: Paragraph | None = None


def key(paragraph: Paragraph) -> Key:
    """Return what a paragraph is known by."""
    return paragraph.part, paragraph.index


def plain(text: str) -> str:
    r"""Return *text* composed, with single blanks, a bullet at its head as a hyphen.

    >>> plain("•\tMột  việc"), plain("Số:     /UBND")
    ('- Một việc', 'Số: /UBND')
    """
    return _BULLET.sub("- ", " ".join(unicodedata.normalize("NFC", text).split()))


def shown(span: Span) -> str:
    """Return what a span shows: what is set in capitals by its look is in capitals."""
    return Piece(span.paragraph, span.start, span.end, 0).shown


def of_paragraph(paragraph: Paragraph) -> Iterator[str]:
    """Yield the lines of a paragraph, the number that Word sets before the first; typed rules and empty lines left out."""
    text = shown(Span(paragraph, 0, len(paragraph.text)))
    number = paragraph.number.strip()
    for n, line in enumerate(text.split("\n")):
        whole = f"{number} {line}" if number and not n and line.strip() else line
        if line.strip() and not is_typed_line(line):
            yield plain(whole)


def lines(view: DocumentView) -> tuple[Line, ...]:
    """Return the lines of a paper: its head by boxes, then text, tables and annexes as they follow, its foot; nothing is left out."""
    boxed = [(name, span) for name, one in view.components.items() if name != "noi_dung" for span in one.spans]
    head = [_joined(name, (span for box, span in boxed if box == name)) for name in HEAD if name in view.components]
    foot = [Line(name, plain(shown(span)), span.paragraph) for box in FOOT for name, span in boxed if name == box]
    return (*head, *_body(view, boxed), *foot, *_running(view))


def _joined(name: str, spans: Iterable[Span]) -> Line:
    taken = [*spans]
    return Line(name, plain(" ".join(map(shown, taken))), taken[0].paragraph if len(taken) == 1 else None)


def _body(view: DocumentView, boxed: list[tuple[str, Span]]) -> Iterator[Line]:
    taken: dict[Key, list[tuple[str, Span]]] = {}
    for name, span in boxed:
        taken.setdefault(key(span.paragraph), []).append((name, span))
    annexed = {key(one) for annex in view.annexes for one in annex.paragraphs}
    running = {key(span.paragraph) for span in view.components["noi_dung"].spans} if "noi_dung" in view.components else set[Key]()
    for cell, group in groupby(view.paragraphs, key=_cell_of_figures):
        paragraphs = [*group]
        yield from _charts(view, paragraphs) if view.charts else ()
        if cell and not any(key(one) in taken for one in paragraphs):
            text = " ".join(text for one in paragraphs for text in of_paragraph(one))
            yield from [Line("bang", text, paragraphs[0])] if text else []
            continue
        for paragraph in paragraphs:
            yield from _of_text(paragraph, taken.get(key(paragraph)), annexed, running)


def _charts(view: DocumentView, paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    inside = (one for one in paragraphs if one.container not in {"header", "footer"})
    return (Line("bieu_do", text) for one in inside for text in view.charts.get(one.index, ()))


def _cell_of_figures(paragraph: Paragraph) -> tuple[int, ...]:
    """Return which cell of a table with lines a paragraph is in, nothing for another: what a cell says is one line."""
    cell = paragraph.cell
    return (cell.table, cell.row, cell.column) if cell and cell.borders else ()


def _of_text(
    paragraph: Paragraph, here: Sequence[tuple[str, Span]] | None, annexed: Collection[Key], running: Collection[Key]
) -> Iterator[Line]:
    if here is None:
        box = "phu_luc" if key(paragraph) in annexed else "noi_dung" if key(paragraph) in running else "khac"
        yield from (Line(box, text, paragraph) for text in of_paragraph(paragraph))
    else:
        yield from (Line(name, plain(shown(span)), paragraph) for name, span in here if name == "kinh_gui")
        yield from (Line("khac", plain(left), paragraph) for left in beside(paragraph, [span for _, span in here]))


def beside(paragraph: Paragraph, spans: Iterable[Span]) -> Iterator[str]:
    """Yield what a paragraph says beside these of its spans."""
    at = 0
    for span in sorted(spans, key=lambda one: one.start):
        yield from _words(paragraph.text[at : max(span.start, at)])
        at = max(at, span.end)
    yield from _words(paragraph.text[at:])


def _words(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if any(map(str.isalnum, line)))


def _running(view: DocumentView) -> Iterator[Line]:
    """Yield what the running heads and feet say, each once, page numbers left out; where the address of box 13 stands, all is of it."""
    address = {span.paragraph.part for span in view.components["dia_chi"].spans} if "dia_chi" in view.components else set[str]()
    seen = set[str]()
    for section in view.sections:
        for _, footing in section.footings:
            for paragraph in footing.paragraphs:
                text = plain(paragraph.text)
                if text not in seen and not _PAGE_NUMBER.fullmatch(text) and text:
                    seen.add(text)
                    yield Line("dia_chi" if paragraph.part in address else "dau_trang", text, paragraph)

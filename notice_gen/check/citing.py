"""The papers that the text of a file cites (``vietnamese/vien_dan.py``), at their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.records import record
from notice_gen.vietnamese.trich_dan import CHINH_VAN_BAN, TrichDan
from notice_gen.vietnamese.vien_dan import CHINH, VienDan, cac_vien_dan

# A numbered line without a last mark: what it names is said in full below it.
_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] .{0,140}[^\W_]")


@record
class Cited:
    """One paper cited at one place.

    Attributes:
        span: the paragraph it stands in.
        vien_dan: what is cited, and what is said around it.
    """

    span: Span
    vien_dan: VienDan

    @property
    def paper(self) -> TrichDan:
        """What is cited, read."""
        return self.vien_dan.paper

    @property
    def opens(self) -> bool:
        """Whether its own part, the main text or an annex, names it here for the first time."""
        return self.vien_dan.dau_phan

    @property
    def place(self) -> Span:
        """The citation itself."""
        return texts.part(self.span, *self.paper.vi_tri)

    @property
    def number(self) -> Span:
        """Its number and symbol, and the type's name before them."""
        return texts.part(self.span, *self.paper.cho_so)


@texts.remembered
def paragraphs(view: DocumentView) -> list[Span]:
    """Return the running paragraphs in which papers are cited: no numbered headings, no line that names the paper itself."""
    spans = (span for typed in texts.prose(view) if (span := texts.readable(typed)) is not None)
    return [span for span in spans if not CHINH_VAN_BAN.match(span.text) and not _HEADING.fullmatch(span.text.strip())]


@texts.remembered
def citations(view: DocumentView) -> list[Cited]:
    """Return the papers cited in the running paragraphs, in order; a text that it issues, a paper of its own, begins anew.

    The line under an annex's title (``Kèm theo …``) names the paper itself and is left out, and so is its own number.
    """
    own = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu"))
    annexed = {paragraph.index: number for number, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    cells = [read for span in texts.text(view) if span.paragraph.cell and "/" in span.text and (read := texts.readable(span))]
    spans = sorted((*paragraphs(view), *cells), key=lambda span: span.paragraph.index)
    tabled = frozenset(number for number, span in enumerate(spans) if span.paragraph.cell)
    issued = frozenset(number for number, annex in enumerate(view.annexes) if annex.ten is None)
    found = cac_vien_dan(((annexed.get(span.paragraph.index, CHINH), span.text) for span in spans), own, ban_hanh=issued, trong_bang=tabled)
    return [Cited(spans[one.doan], one) for one in found]


def first_ones(view: DocumentView) -> Iterator[Cited]:
    """Yield the papers cited for the first time that are to be named in full: laws go by their name alone."""
    return (one for one in citations(view) if one.vien_dan.ghi_day_du)

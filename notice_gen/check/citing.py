"""The papers a text cites, one after another: which are named for the first time, and what is said around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.trich_dan import CHINH_VAN_BAN, TRONG_TRICH_YEU, TrichDan, cut_ngang

_LONGEST_SENTENCE = 1500
_LONGEST_BULLET = 12
# Those who issue papers, as their names begin.
_ISSUER = Phrases(r"\b{noi_ban_hanh}\b")
_SUBJECT = Phrases(r"\b{noi_dung_vien_dan}\b")
# A numbered line without a last mark: what it names is said in full below it.
_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] .{0,140}[^\W_]")
_DONE_BY_IT = re.compile(r"\b(?:được|đã|bị)\b[^.;,]{2,80}\b(?:theo|tại|bằng)\s*$")
_A_DAY = re.compile(r"\bngày[\s.…_{]{0,20}(?:\d|tháng\b|$)|\b(?:ban hành|phê duyệt|ký)(?: vào| trong)? (?:tháng|năm) \d")


@record
class Cited:
    """One paper cited at one place; *before* and *after* are cut where the sentence is too long.

    Attributes:
        span: the paragraph it stands in.
        paper: what is cited, read.
        first: whether the text names it here for the first time.
        after: the rest of its clause, up to a full stop, a semicolon or the next paper cited.
        before: the same sentence before it.
    """

    span: Span
    paper: TrichDan
    first: bool
    before: str
    after: str

    @property
    def place(self) -> Span:
        """The citation itself."""
        return texts.part(self.span, *self.paper.vi_tri)

    @property
    def number(self) -> Span:
        """Its number and symbol, and the type's name before them."""
        return texts.part(self.span, *self.paper.cho_so)

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list, whose leading sentence may say whose the papers are and what about."""
        start = self.paper.vi_tri[0]
        return start <= _LONGEST_BULLET and re.fullmatch(r"\s*(?:[-–+•*]|\w{1,2}[.)])\s*", self.span.text[:start]) is not None

    @property
    def says_issuer(self) -> bool:
        """Whether an agency is named in its sentence."""
        return bool(self.listed or self.paper.co_quan or _ISSUER.search(self.before) or _ISSUER.search(self.after))

    @property
    def says_subject(self) -> bool:
        """Whether something of its subject follows, or what was done by it stands before: “đã được phê duyệt theo …”."""
        return bool(self.listed or _SUBJECT.search(self.after) or _DONE_BY_IT.search(self.before))

    @property
    def says_day(self) -> bool:
        """Whether a date is given in its sentence: after it, or for what was done by it before.

        A month or a year alone dates the paper only before its subject, which may speak of any: “về chuyển đổi số năm 2026”.
        """
        after = self.paper.nguyen_van + self.after
        shown = _A_DAY.search(after) or re.search(r"\btháng \d|năm \d{4}", _SUBJECT.split(after, maxsplit=1)[0])
        return bool(shown or re.search(r"\b[Nn]gày \d", self.before))


@texts.remembered
def paragraphs(view: DocumentView) -> list[Span]:
    """Return the running paragraphs in which papers are cited: no numbered headings, no line that names the paper itself."""
    spans = (span for span in texts.prose(view) if texts.is_legible(span))
    return [span for span in spans if not CHINH_VAN_BAN.match(span.text) and not _HEADING.fullmatch(span.text.strip())]


@texts.remembered
def citations(view: DocumentView) -> list[Cited]:
    """Return the papers cited in the running paragraphs, in order; each annex, a paper of its own, begins anew.

    The line under an annex's title (``Kèm theo …``) names the paper itself and is left out, and so is its own number.
    """
    own = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu"))
    annexed = {paragraph.index: number for number, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    seen: set[tuple[int, str]] = set()
    found = []
    for span in paragraphs(view):
        papers = texts.cited(span.text)
        where = annexed.get(span.paragraph.index, -1)
        for number, paper in enumerate(papers):
            shown = str(paper.so_ky_hieu)
            named_in_a_subject = TRONG_TRICH_YEU.search(span.text, max(paper.vi_tri[0] - 100, 0), paper.vi_tri[0])
            # What was read only in part is another rule's.
            if not own.endswith(shown) and not cut_ngang(span.text, paper) and not named_in_a_subject:
                # A slip in a mark (LDCL, LĐCL) makes no other paper of it.
                key = where, bo_dau(shown).upper()
                end = papers[number + 1].vi_tri[0] if number + 1 < len(papers) else len(span.text)
                found.append(Cited(span, paper, key not in seen, *_around(span.text, *paper.vi_tri, end)))
                seen.add(key)
    return found


def _around(text: str, start: int, end: int, next_one: int) -> tuple[str, str]:
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    after = text[end : min(next_one, end + _LONGEST_SENTENCE)]
    return re.split(r"\. ", before)[-1], re.split(r"[.;](?:\s|$)", after, maxsplit=1)[0]


def first_ones(view: DocumentView) -> Iterator[Cited]:
    """Yield the papers cited for the first time that are to be named in full: laws go by their name alone."""
    return (one for one in citations(view) if one.first and one.paper.loai not in {"Luật", "Bộ luật", "Pháp lệnh"})

"""The papers a text cites, one after another: which are named for the first time, and what is said around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import bo_dau
from notice_gen.vietnamese.trich_dan import CHINH_VAN_BAN, TrichDan, cut_ngang, trong_trich_yeu

_LONGEST_SENTENCE = 1500
_LONGEST_BULLET = 12
# Those who issue papers, as their names begin.
_ISSUER = Phrases(r"\b{noi_ban_hanh}\b")
_SUBJECT = Phrases(r"\b{noi_dung_vien_dan}\b")
_SUBJECT_IN_CAPITALS = re.compile(r"\b(?:Về|Quy định|Ban hành|Hướng dẫn|Phê duyệt|Sửa đổi|Bổ sung|Triển khai|Công bố)\b")
# A numbered line without a last mark: what it names is said in full below it.
_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] .{0,140}[^\W_]")
_DONE_BY_IT = re.compile(
    r"\b(?:được|đã|bị|phê duyệt|ban hành|công bố|giao|thành lập|quy định|chỉ đạo|hướng dẫn)\b[^.;]{2,120}?\b(?:theo|tại|bằng)(?: các)?\s*$"
    r"|\w \w+ (?:phê duyệt|ban hành|công bố|thành lập)(?: kèm)? (?:theo|tại|bằng)(?: các)?\s*$"
)
_A_DAY = re.compile(r"\bngày[\s.…_{]{0,20}(?:[\d/\[<]|tháng\b|$)|\b(?:ban hành|phê duyệt|ký)(?: vào| trong)? (?:tháng|năm) \d")
_SAID = re.compile(r"[^,;.]{0,60}\b(?:(?:nêu|nói|dẫn) (?:ở )?trên|đã nêu|trên đây)\b")
# Between two papers of which one thing is said.
_AND = re.compile(r"(?: của [^,;.]{2,60}?)?(?: ?[,;])?(?: và| cùng)? ?")


@record
class Cited:
    """One paper cited at one place; *before* and *after* are cut where the sentence is too long.

    Attributes:
        span: the paragraph it stands in.
        paper: what is cited, read.
        first: whether the text names it here for the first time; an annex goes on with the paper, a text that the paper issues begins anew.
        opens: whether its own part, the main text or an annex, names it here for the first time.
        after: the rest of its clause, up to a full stop, a semicolon or the next paper cited.
        shared: what is said of it together with those right behind it: “Công văn … và Công văn … của Bộ Nội vụ về việc …”.
        lead: what stands before the first of them: “đã phê duyệt … tại các Quyết định …, …”.
        before: the same sentence before it.
    """

    span: Span
    paper: TrichDan
    first: bool
    before: str
    after: str
    shared: str = ""
    lead: str = ""
    opens: bool = False

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
        return bool(self.listed or self.paper.co_quan or _ISSUER.search(self.before) or _ISSUER.search(self.after + self.shared))

    @property
    def says_subject(self) -> bool:
        """Whether something of its subject follows, or what was done by it stands before: “đã được phê duyệt theo …”."""
        following = f"{self.paper.co_quan} {self.after}{self.shared}"
        said = _SUBJECT.search(following) or _SUBJECT_IN_CAPITALS.search(following)
        return bool(self.listed or said or _DONE_BY_IT.search(self.lead))

    @property
    def said_above(self) -> bool:
        """Whether the text says that it has named it already: “nêu trên”."""
        return _SAID.match(self.after) is not None

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
    spans = (span for typed in texts.prose(view) if (span := texts.readable(typed)) is not None)
    return [span for span in spans if not CHINH_VAN_BAN.match(span.text) and not _HEADING.fullmatch(span.text.strip())]


@texts.remembered
def citations(view: DocumentView) -> list[Cited]:
    """Return the papers cited in the running paragraphs, in order; a text that it issues, a paper of its own, begins anew.

    The line under an annex's title (``Kèm theo …``) names the paper itself and is left out, and so is its own number.
    """
    own = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu"))
    annexed = {paragraph.index: number for number, annex in enumerate(view.annexes) for paragraph in annex.paragraphs}
    seen: set[tuple[int, str]] = set()
    found = []
    for span in paragraphs(view):
        papers = texts.cited(span.text)
        where = annexed.get(span.paragraph.index, -1)
        shared = _shared(span.text, papers)
        leaders, lead = _leaders(span.text, papers), ""
        for number, paper in enumerate(papers):
            shown = str(paper.so_ky_hieu)
            # What was read only in part is another rule's.
            if not own.endswith(shown) and not cut_ngang(span.text, paper) and not trong_trich_yeu(span.text, paper.vi_tri[0]):
                # A slip in a mark (LDCL, LĐCL) makes no other paper of it.
                key = where, bo_dau(shown).upper()
                end = papers[number + 1].vi_tri[0] if number + 1 < len(papers) else len(span.text)
                before, after = _around(span.text, *paper.vi_tri, end)
                lead = before if number in leaders else lead
                opens = key not in seen
                above = where >= 0 and view.annexes[where].ten is not None and (-1, key[1]) in seen
                found.append(Cited(span, paper, opens and not above, before, after, shared[number], lead, opens))
                seen.add(key)
    return found


def _shared(text: str, papers: Sequence[TrichDan]) -> list[str]:
    """Return for each paper of a paragraph what is said of the last of the row it stands in; nothing for one that stands alone."""
    found = [""] * len(papers)
    for number in range(len(papers) - 2, -1, -1):
        end, following = papers[number].vi_tri[1], papers[number + 1]
        if _AND.fullmatch(text[end : following.vi_tri[0]]):
            next_one = papers[number + 2].vi_tri[0] if number + 2 < len(papers) else len(text)
            issuer = f" của {following.co_quan}" if following.co_quan else ""
            found[number] = issuer + (found[number + 1] or _around(text, *following.vi_tri, next_one)[1])
    return found


def _leaders(text: str, papers: Sequence[TrichDan]) -> frozenset[int]:
    """Return the papers of a paragraph that stand alone or first in a row."""
    gaps = ((number, text[papers[number - 1].vi_tri[1] : paper.vi_tri[0]]) for number, paper in enumerate(papers))
    return frozenset(number for number, gap in gaps if number == 0 or not _AND.fullmatch(gap))


def _around(text: str, start: int, end: int, next_one: int) -> tuple[str, str]:
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    after = text[end : min(next_one, end + _LONGEST_SENTENCE)]
    return re.split(r"\. ", before)[-1], re.split(r"[.;](?:\s|$)", after, maxsplit=1)[0]


def first_ones(view: DocumentView) -> Iterator[Cited]:
    """Yield the papers cited for the first time that are to be named in full: laws go by their name alone."""
    return (one for one in citations(view) if one.first and not one.said_above and one.paper.loai not in {"Luật", "Bộ luật", "Pháp lệnh"})

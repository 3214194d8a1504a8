"""The words of a paper, as rules read them: which paragraphs, which date, what is cited."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache, wraps
from typing import TypeVar

from notice_gen.check.composed import composed
from notice_gen.check.view import DocumentView, Paragraph, Span, whole
from notice_gen.facts import Phrases
from notice_gen.vietnamese.chu_cai import bieu_thuc, phong_chu_cu
from notice_gen.vietnamese.con_so import doc_la_ma
from notice_gen.vietnamese.loi_go import VanBan
from notice_gen.vietnamese.loi_ngay import cac_ngay, ngay_co
from notice_gen.vietnamese.ngay_thang import ngay_ban_hanh

_BASIS = Phrases(r"{can_cu}\b")
_LONGEST_LINE = 150
DECIDES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?")
"""The words of decision, which stand alone in the middle (forms 1.1 to 1.3)."""

NAME = r"(?P<ten>[A-Z][a-z]+(?: [A-Z][a-z]*){1,4})"
"""A person's name, its letters as in :func:`vietnamese`."""

Found = TypeVar("Found")


vietnamese, dates = bieu_thuc, cac_ngay


def remembered(look: Callable[[DocumentView], Found]) -> Callable[[DocumentView], Found]:
    """Work *look* out once for a file; what it returns is shared, so nobody may change it."""

    @wraps(look)
    def once(view: DocumentView) -> Found:
        if look not in view.memory:
            view.memory[look] = look(view)
        found: Found = view.memory[look]
        return found

    return once


@remembered
def body(view: DocumentView) -> list[Span]:
    """Return the paragraphs of the text (ô 6), empty ones left out."""
    component = view.components.get("noi_dung")
    return [span for span in component.spans if span.text.strip()] if component else []


def ending(text_: str) -> int | None:
    """Return where the mark ``./.`` at the end of a text begins, however it is typed; None when there is none."""
    start = len(text_.rstrip(" \t\n\u00a0.;,:/\\"))
    return start if set("/\\") & set(text_[start:]) else None


@remembered
def last_of_text(view: DocumentView) -> Span | None:
    """Return the paragraph that ends the text; None when a table with lines does."""
    spans = body(view)
    if not spans:
        return None
    last, found = spans[-1], False
    if len(spans) > 1 and last.text.lstrip().startswith("(") and ending(spans[-2].text) is not None:
        return spans[-2]  # a note below the end
    closing = {span.paragraph.index for span in boxed(view, "noi_nhan", "quyen_han", "chuc_vu")}
    for paragraph in view.paragraphs:
        if found and paragraph.index in closing:
            break
        if found and paragraph.cell and paragraph.cell.borders and paragraph.text.strip():
            return None
        found = found or paragraph is last.paragraph
    return last


@remembered
def prose(view: DocumentView) -> list[Span]:
    """Return the running paragraphs of the text and of the annexes: no tables, no text boxes."""
    return [span for span in text(view) if span.paragraph.container == "body" and span.paragraph.cell is None]


@remembered
def text(view: DocumentView) -> list[Span]:
    """Return every paragraph of the text, of its tables and of the annexes, each once."""
    spans = {_place(span.paragraph): span for span in (*body(view), *_tables(view))}
    for annex in view.annexes:
        for paragraph in annex.paragraphs:
            if paragraph.text.strip():
                spans.setdefault(_place(paragraph), whole(paragraph))
    return sorted(spans.values(), key=lambda span: span.paragraph.index)


def _place(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.part, paragraph.index


def _tables(view: DocumentView) -> list[Span]:
    """Return the cells of the tables that stand between paragraphs of the text, or right after its last one."""
    running = [span.paragraph.index for span in body(view)]
    if not running:
        return []
    boxed_ = [span.paragraph for name, component in view.components.items() if name != "noi_dung" for span in component.spans]
    of_boxes = {paragraph.cell.table for paragraph in boxed_ if paragraph.cell}
    foot = min((paragraph.index for paragraph in boxed_ if paragraph.index > running[-1]), default=sys.maxsize)
    annexed = {_place(paragraph) for annex in view.annexes for paragraph in annex.paragraphs}
    between = (paragraph for paragraph in view.paragraphs if running[0] < paragraph.index < foot and _place(paragraph) not in annexed)
    return [whole(paragraph) for paragraph in between if paragraph.cell and paragraph.cell.table not in of_boxes and paragraph.text.strip()]


@remembered
def words(view: DocumentView) -> list[Span]:
    """Return whatever is read as sentences: subject, addressees, text, annexes, recipients."""
    spans = (*boxed(view, "trich_yeu", "trich_yeu_cong_van", "kinh_gui"), *text(view), *boxed(view, "noi_nhan"))
    return [span for span in spans if span.text.strip()]


def boxed(view: DocumentView, *names: str) -> list[Span]:
    """Return the lines of the named components that were found."""
    return [span for name in names if name in view.components for span in view.components[name].spans]


def signer(view: DocumentView) -> tuple[Span, str] | None:
    """Return the name of the one who signs, and the post in small letters; None where nobody or several sign, or no post is said."""
    names, posts = boxed(view, "ho_ten"), boxed(view, "chuc_vu")
    return (names[0], " ".join(nfc(posts[-1].text).lower().split())) if len(names) == 1 and posts else None


@remembered
def legible(view: DocumentView) -> list[Span]:
    """Return the :func:`words` whose letters can be trusted, composed: those typed with no font of before Unicode."""
    return [read for span in words(view) if (read := readable(span))]


@remembered
def running(view: DocumentView) -> list[Span]:
    """Return those of :func:`legible` that stand in no table."""
    return [span for span in legible(view) if span.paragraph.cell is None]


@remembered
def sentences(view: DocumentView) -> list[Span]:
    """Return the subject and the running paragraphs whose letters can be trusted."""
    spans = (*boxed(view, "trich_yeu", "trich_yeu_cong_van"), *prose(view))
    return [read for span in spans if span.text.strip() and (read := readable(span))]


def readable(span: Span) -> Span | None:
    """Return *span* with its letters composed, None when they cannot be trusted."""
    return None if phong_chu_cu(span.text)[0] else composed(span)


@remembered
def everything(view: DocumentView) -> list[Span]:
    """Return every paragraph that has text, of the head, the text and the foot, headers of pages left out."""
    return [whole(paragraph) for paragraph in view.paragraphs if paragraph.text.strip()]


def nfc(text_: str) -> str:
    """Return a text with its marks on their letters, as patterns here are written."""
    return unicodedata.normalize("NFC", text_)


def piece(span: Span, found: re.Match[str], group: int | str = 0) -> Span:
    """Return the part of *span* that a pattern, run over its text, has found."""
    return part(span, found.start(group), found.end(group))


def part(span: Span, start: int, end: int) -> Span:
    """Return the characters *start* to *end* of *span*'s text."""
    return Span(span.paragraph, span.start + start, span.start + end)


def matches(spans: Iterable[Span], pattern: str | re.Pattern[str] | Phrases, *needed: str) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield whatever is found, with the span it is found in.

    Args:
        spans: where to look.
        pattern: a regular expression; letters of a string as in :func:`vietnamese`, it is compiled when first needed.
        needed: texts one of which a span holds wherever the pattern is found: looking for them costs much less.
    """
    looked_for = None if isinstance(pattern, str) else pattern
    for span in spans:
        if not needed or any(map(span.text.__contains__, needed)):
            looked_for = looked_for or vietnamese(str(pattern))
            for match in looked_for.finditer(span.text):
                yield span, match


def found(
    where: Callable[[DocumentView], Iterable[Span]], pattern: str | re.Pattern[str] | Phrases, *needed: str,
) -> Callable[[DocumentView], Iterator[tuple[Span, re.Match[str]]]]:
    """Return what a rule looks at each time its pattern is found *where* it is looked for; as :func:`matches`."""
    return lambda view: matches(where(view), pattern, *needed)


def around(span: Span, first: int, last: int, letters: int = 12) -> str:
    """Return the characters *first* to *last* with the words beside them, to be shown."""
    start, end = max(first - letters, 0), min(last + letters, len(span.text))
    shown = span.text[start:end]
    head = shown.partition(" ")[2] if start else shown
    return (head.rpartition(" ")[0] if end < len(span.text) else head).strip() or span.text[first:last]


def issued(view: DocumentView) -> date | None:
    """Return the date of the date line; None in a draft or when it cannot be read."""
    component = view.components.get("dia_danh_ngay")
    return ngay_ban_hanh(component.text) if component else None


@remembered
def paper(view: DocumentView) -> VanBan:
    """Return what rules of typing ask of the paper."""
    number = view.components.get("so_ky_hieu")
    within = issued_within(view)
    return _paper(within or (None, None), number is not None and any(map(str.isdigit, number.text.partition("/")[0])))


@lru_cache(maxsize=64)
def _paper(days: tuple[date | None, date | None], numbered: bool) -> VanBan:
    return VanBan(*days, co_so=numbered)  # one object for all papers alike: what is found in a text is remembered by it


@remembered
def issued_within(view: DocumentView) -> tuple[date, date] | None:
    """Return the first and the last day on which the paper can have been issued; None when its date line does not even show a year.

    A draft whose day is still blank, ``ngày … tháng 4 năm 2026``, is of that month, one without a month of that year.
    """
    known = issued(view)
    if known:
        return known, known
    spans = boxed(view, "dia_danh_ngay")
    said = re.search(r"(?:tháng\W*(\d{1,2})?\W*)?năm\W*((?:19|20)\d\d)\b", nfc(spans[0].text), re.IGNORECASE) if spans else None
    if said is None:
        return None
    first = ngay_co(said[2], said[1] or "1", "1")
    last = ngay_co(said[2], said[1] or "12", "28")
    return None if first is None or last is None else (first, (last + timedelta(days=4)).replace(day=1) - timedelta(days=1))


def roman_value(shown: str) -> int:
    """Return what a Roman number counts, 0 for any other."""
    try:
        return doc_la_ma(shown)
    except ValueError:
        return 0


def bases(view: DocumentView) -> list[Span]:
    """Return the legal bases at the head of the text: paragraphs that begin with ``Căn cứ``, and what goes on with them.

    The opening sentence of a notice, ``Căn cứ …, UBND thông báo như sau:``, is no basis.  In a decision whatever stands
    before the line ``QUYẾT ĐỊNH:`` is one, the line of the authority left out.
    """
    head = body(view)[:40]
    with_bases = view.loai in WITH_BASES
    end = next((number for number, span in enumerate(head) if DECIDES.fullmatch(nfc(span.text).strip())), None) if with_bases else None
    if end is not None:
        return [span for span in head[:end] if span.text != span.text.upper()]
    found = _leading_bases(head)
    opens_the_text = bool(found) and (found[-1].text.rstrip().endswith(":") or (len(found) == 1 and not with_bases))
    return [] if opens_the_text else found


def _leading_bases(head: Sequence[Span]) -> list[Span]:
    """Return the paragraphs that read as bases, from the first one on; a line in capitals may stand above them."""
    found: list[Span] = []
    for span in head:
        line = nfc(span.text).strip()
        if _BASIS.match(line) and (found or line.startswith("Căn cứ")):
            found.append(span)
        elif found or line != line.upper() or len(line) >= _LONGEST_LINE:
            break
    return found


WITH_BASES = frozenset({"NQ", "QĐ"})
"""The types whose form has a place for legal bases (Phụ lục III, mẫu 1.1, 1.2, 1.3)."""

"""The words of a paper, as rules read them: which paragraphs, which date, what is cited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from notice_gen.check.fault import Fault, Mend, Rule
from notice_gen.check.view import DocumentView, Paragraph, Span
from notice_gen.vietnamese import trich_dan
from notice_gen.vietnamese.ngay_thang import doc_dong_ngay
from notice_gen.vietnamese.trich_dan import TrichDan

_FULL_DATE = r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\b"
_SHORT_DATE = r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/]|[.-]\d)"


def body(view: DocumentView) -> list[Span]:
    """Return the paragraphs of the text (ô 6), empty ones left out."""
    component = view.components.get("noi_dung")
    return [span for span in component.spans if span.text.strip()] if component else []


def prose(view: DocumentView) -> list[Span]:
    """Return the running paragraphs of the text and of the annexes: no tables, no text boxes."""
    return [span for span in text(view) if span.paragraph.container == "body" and span.paragraph.cell is None]


def text(view: DocumentView) -> list[Span]:
    """Return every paragraph of the text and of the annexes, each once."""
    spans = {(span.paragraph.part, span.paragraph.index): span for span in body(view)}
    for annex in view.annexes:
        for paragraph in annex.paragraphs:
            if paragraph.text.strip():
                spans.setdefault((paragraph.part, paragraph.index), whole(paragraph))
    return list(spans.values())


def words(view: DocumentView) -> list[Span]:
    """Return whatever is read as sentences: subject, addressees, text, annexes, recipients."""
    names = ("trich_yeu", "trich_yeu_cong_van", "kinh_gui")
    head = [span for name in names if name in view.components for span in view.components[name].spans]
    foot = list(view.components["noi_nhan"].spans) if "noi_nhan" in view.components else []
    return [span for span in (*head, *text(view), *foot) if span.text.strip()]


def whole(paragraph: Paragraph) -> Span:
    """Return all of a paragraph."""
    return Span(paragraph, 0, len(paragraph.text))


def nfc(text_: str) -> str:
    """Return a text with its marks on their letters, as patterns here are written."""
    return unicodedata.normalize("NFC", text_)


def piece(span: Span, found: re.Match[str], group: int | str = 0) -> Span:
    """Return the part of *span* that a pattern, run over its text, has found."""
    return Span(span.paragraph, span.start + found.start(group), span.start + found.end(group))


def each(rule: Rule, spans: list[Span], pattern: str, message: str, hint: str, mend: str | None = None) -> Iterator[Fault]:
    """Yield a fault for whatever *pattern* finds; its named groups and ``doan``, all of it, fill the message.

    Args:
        rule: whose fault it is.
        spans: where to look.
        pattern: a regular expression.
        message: a marked sentence.
        hint: another.
        mend: what to put instead, a template of ``re.Match.expand``; only marks and spaces.
    """
    for span in spans:
        for found in re.finditer(pattern, span.text):
            new = None if mend is None else Mend("text", {"new": found.expand(mend)})
            yield rule.at(piece(span, found), message, hint, mend=new, doan=found[0].strip() or found[0], **found.groupdict())


def issued(view: DocumentView) -> date | None:
    """Return the date of the date line; None in a draft or when it cannot be read."""
    component = view.components.get("dia_danh_ngay")
    if component is None:
        return None
    try:
        return doc_dong_ngay(component.text)[1]
    except ValueError:
        found = re.search(_FULL_DATE, component.text)
        return day(found[3], found[2], found[1]) if found else None


def day(year: str, month: str, number: str) -> date | None:
    """Return a date, None when there is no such day."""
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def dates(text_: str) -> Iterator[tuple[re.Match[str], date | None]]:
    """Yield the dates written out in a text, None for a day that does not exist."""
    for found in re.finditer(_FULL_DATE, text_):
        yield found, day(found[3], found[2], found[1])
    for found in re.finditer(_SHORT_DATE, text_):
        yield found, day(found[4], found[3], found[1])


@lru_cache(maxsize=4096)
def cited(text_: str) -> tuple[TrichDan, ...]:
    """Return the papers cited in a text; several rules ask."""
    return trich_dan.tim(text_) if "/" in text_ else ()


def bases(view: DocumentView) -> list[Span]:
    """Return the legal bases at the head of the text: paragraphs that begin with ``Căn cứ``, and what goes on with them.

    The opening sentence of a notice, ``Căn cứ …, UBND thông báo như sau:``, is no basis.
    """
    found: list[Span] = []
    for span in body(view)[:40]:
        line = nfc(span.text).strip()
        if re.match(r"(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|Tờ trình)|Thực hiện|Trên cơ sở)\b", line) and (found or line.startswith("Căn cứ")):
            found.append(span)
        elif found or not (line == line.upper() and len(line) < 150):
            break
    if found and (found[-1].text.rstrip().endswith(":") or (len(found) == 1 and view.loai not in WITH_BASES)):
        return []
    return found


WITH_BASES = frozenset({"NQ", "QĐ"})
"""The types whose form has a place for legal bases (Phụ lục III, mẫu 1.1, 1.2, 1.3)."""

"""Paragraphs whose marks stand apart from their letters, or whose words no plain space parts, read as if typed plainly.

Rules see words, faults stand where the file has them.  A draft from a Mac or a PDF has one such letter in a long paragraph as often as not,
one from a web page a no-break space inside a name; their words are judged like any other's.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from notice_gen.check.fault import Fault
from notice_gen.check.view import Paragraph, Span
from notice_gen.records import replace

_SPACES = "\u00a0\u2007\u202f"
_SPACE = re.compile(f"[{_SPACES}]")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def composed(span: Span) -> Span | None:
    """Return *span* with its letters composed and plain spaces; itself where it has them, None when it cannot be told what became what."""
    if unicodedata.is_normalized("NFC", span.text):
        return _plainly_spaced(span)
    own = span.paragraph
    paragraph = _paragraph(own, span.start, span.end)
    return None if paragraph is None else _plainly_spaced(Span(paragraph, span.start, span.end + len(paragraph.text) - len(own.text)))


def _plainly_spaced(span: Span) -> Span:
    own = span.paragraph
    if _SPACE.search(own.text) is None:
        return span
    text = own.text.translate(dict.fromkeys(map(ord, _SPACES), " "))
    typed = own.typed or (own, tuple(range(len(text) + 1)))
    return Span(replace(own, text=text, typed=typed), span.start, span.end)


def _paragraph(own: Paragraph, start: int, end: int) -> Paragraph | None:
    """Return a copy of a paragraph whose characters from *start* to *end* are composed."""
    places = [*range(start)]
    letters = [own.text[:start]]
    for cluster in _CLUSTER.finditer(own.text, start, end):
        new = unicodedata.normalize("NFC", cluster[0])
        letters.append(new)
        places += [*range(cluster.start(), cluster.start() + len(new))]
    text = "".join(letters)
    if text[start:] != unicodedata.normalize("NFC", own.text[start:end]):
        return None
    places += [*range(end, len(own.text) + 1)]

    def at(offset: int) -> int:
        return max(bisect_right(places, offset) - 1, 0)

    runs = tuple(replace(run, start=at(run.start), end=at(run.end)) for run in own.runs)
    return replace(own, text=text + own.text[end:], runs=runs, typed=(own, tuple(places)))


def at_home(fault: Fault) -> Fault:
    """Return a fault found in a composed paragraph with its place as the file has it; it is mended once the letters are."""
    span = fault.span
    if span is None or span.paragraph.typed is None:
        return fault
    own, places = span.paragraph.typed
    place = Span(own, places[span.start], places[span.end])
    return replace(fault, span=place, mend=fault.mend if place.text == span.text else None)

"""Carrying out what rules offer to mend (:class:`~notice_gen.check.fault.Mend`): the look, marks and spaces, never a word.

``look.py`` characters, paragraphs, pages · ``words.py`` texts · ``number.py`` the page number.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from notice_gen.check.fault import Fault, Level, Mend
from notice_gen.check.judge import Verdict, in_order, judge
from notice_gen.check.mend import look, number
from notice_gen.check.mend.words import edits, words
from notice_gen.check.read import Opened, opened
from notice_gen.check.rules import Entry
from notice_gen.check.view import Span
from notice_gen.ooxml.names import Element
from notice_gen.ooxml.package import Relations, serialised
from notice_gen.ooxml.runs import isolated, replaced
from notice_gen.records import record

_ROUNDS = 8  # one mending may lay bare the next
_RANK = tuple(Level)


@record
class Mended:
    """A file after mending.

    Attributes:
        docx: its bytes, those given when nothing could be mended.
        done: the faults that are gone, in the order of the page, as they stood when they were mended.
        verdict: of the mended file.
    """

    docx: bytes
    done: tuple[Fault, ...]
    verdict: Verdict


Choice = tuple[str, str, int, int]
"""Faults that are accepted together: a rule's code, the part and the paragraph (from 1) or, for a page, the section; "" and 0 for none."""


def choice_of(fault: Fault) -> Choice:
    """Return what is chosen with a fault: the faults of its rule in its paragraph, which change their places as they are mended."""
    paragraph = fault.span.paragraph if fault.span else None
    section = 0 if fault.section is None else fault.section + 1
    return fault.rule.code, paragraph.part if paragraph else "", paragraph.index + 1 if paragraph else 0, section


def mended(
    docx: bytes, entries: Sequence[Entry], waived: Collection[str] = (), *, today: date, only: Collection[Choice] | None = None
) -> Mended:
    """Mend what can be mended without touching a word, until no rule offers anything new.

    Args:
        docx: the file.
        entries: the rules whose mendings are wanted.
        waived: codes that are left alone.
        today: as :func:`check.read.read` takes it.
        only: the faults whose mendings are wanted; None for all.

    Raises:
        InputError: it is no Word file, or one that cannot be read safely.
    """
    file = opened(docx, today)
    was = [words(one.text) for one in file.view.paragraphs]  # page numbers and the like, in headers and footers, are no words
    done: dict[object, Fault] = {}
    again: set[object] = set()
    settled = _Claims()
    for _ in range(_ROUNDS):
        offered = judge(file.view, entries, waived, most=sys.maxsize).faults
        # Of two that want one place otherwise, the more binding rule has its way.
        wanted = (one for one in offered if one.mend and _key(one) not in again and (only is None or choice_of(one) in only))
        faults = sorted(wanted, key=lambda fault: (_RANK.index(fault.rule.level), fault.rule.code))
        carried, changed = _carried_out(file, faults, settled.copy())
        if not carried:
            break
        for fault in carried:
            # A fault that comes back was brought back by another rule's mending: its place is now settled.
            if _key(fault) in done:
                again.add(_key(fault))
                settled.take(*_claim(fault))
            done[_key(fault)] = fault
        docx = file.package.with_parts(changed)
        file = opened(docx, today)
    if [words(one.text) for one in file.view.paragraphs] != was:
        raise AssertionError("a mending has changed a word")
    verdict = judge(file.view, entries, waived)
    left = {_key(fault) for fault in verdict.faults}
    return Mended(docx, in_order((fault for key, fault in done.items() if key not in left), file.view), verdict)


def _key(fault: Fault) -> object:
    place = None if fault.span is None else (fault.span.paragraph.part, fault.span.paragraph.index, fault.span.start, fault.span.end)
    mend = None if fault.mend is None else (fault.mend.kind, *sorted(fault.mend.values.items()))
    return fault.rule.code, place, fault.section, mend


@dataclass
class _Claims:
    """Which property of which place a rule has set: another rule may not set it otherwise."""

    held: dict[tuple[object, ...], list[tuple[int, int, object]]] = field(default_factory=dict)

    def copy(self) -> _Claims:
        """Return claims of one's own that begin with these."""
        return _Claims({key: list(held) for key, held in self.held.items()})

    def take(self, place: tuple[object, ...], start: int, end: int, mend: Mend) -> bool:
        """Claim what *mend* sets from *start* to *end*; False when some of it is taken for another value."""
        wanted = {(*place, mend.kind, key): value for key, value in mend.values.items()}
        for key, value in wanted.items():
            if any(low < end and start < high and held != value for low, high, held in self.held.get(key, ())):
                return False
        for key, value in wanted.items():
            self.held.setdefault(key, []).append((start, end, value))
        return True


def _carried_out(file: Opened, faults: Sequence[Fault], claims: _Claims) -> tuple[list[Fault], dict[str, bytes]]:
    """Carry out what does not contradict; return those faults and the parts that are changed."""
    relations = Relations(file.package, file.package.main)
    roots: dict[str, Element] = {}
    carried = [fault for fault in faults if _looks(file, fault, claims, roots)]
    carried += _texts(file, faults, roots)
    numbers = [fault for fault in faults if fault.mend and fault.mend.kind == "page_number"]
    if numbers and numbers[0].mend:
        placed = number.centred(file, float(str(numbers[0].mend.values["size"])), relations)
        roots |= placed
        carried += numbers if placed else []
    return carried, {part: serialised(root) for part, root in roots.items()} | relations.changed()


def _looks(file: Opened, fault: Fault, claims: _Claims, roots: dict[str, Element]) -> bool:
    """Carry out a mending of what is seen; tell whether it was one and could be done."""
    mend, span = fault.mend, fault.span
    if mend is None or mend.kind not in {"section", "run", "paragraph"} or not claims.take(*_claim(fault)):
        return False
    part = file.package.main
    if mend.kind == "section":
        look.section(number.section_element(file, fault.section or 0), mend.values)
    elif span is not None:
        part, place = span.paragraph.part, (span.paragraph.part, span.paragraph.index)
        if mend.kind == "paragraph":
            look.paragraph(file.origins[place].element, span.paragraph, mend.values)
        else:
            look.runs(isolated(file.origins[place], span.start, span.end), mend.values)
    roots[part] = file.roots[part]
    return True


def _claim(fault: Fault) -> tuple[tuple[object, ...], int, int, Mend]:
    """Return what a fault's mending sets, and where: characters of a paragraph, or all of it, or a section."""
    mend, span = fault.mend or Mend(""), fault.span
    if span is None:
        return (fault.section,), 0, 1, mend
    place = (span.paragraph.part, span.paragraph.index)
    return (place, span.start, span.end, mend) if mend.kind == "run" else (place, 0, 1, mend)


def _texts(file: Opened, faults: Sequence[Fault], roots: dict[str, Element]) -> Iterator[Fault]:
    """Carry out the mendings of texts; what overlaps another waits for the next round."""
    by_paragraph: dict[tuple[str, int], list[tuple[Span, Fault]]] = {}
    for fault in faults:
        span = fault.span
        if fault.mend is None or fault.mend.kind != "text" or span is None:
            continue
        chosen = by_paragraph.setdefault((span.paragraph.part, span.paragraph.index), [])
        if all(span.end < other.start or other.end < span.start for other, _ in chosen):
            chosen.append((span, fault))
    for place, chosen in by_paragraph.items():
        for span, fault in sorted(chosen, key=lambda one: -one[0].start):
            new = edits(span.text, str(fault.mend.values["new"] if fault.mend else span.text)) or []
            done = [replaced(file.origins[place], span.start + start, span.start + end, text) for start, end, text in new]
            if any(done):
                roots[place[0]] = file.roots[place[0]]
                yield fault

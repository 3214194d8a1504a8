"""The words rules speak: a rule's identity, a fault at its place, how it may be mended, and how a function becomes a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from notice_gen.check.view import DocumentView, Kind, Paragraph, Span
from notice_gen.errors import N_
from notice_gen.legal import Law
from notice_gen.records import record, remembered


class Level(StrEnum):
    """How binding: the decree says so, offices do so, or it would read better."""

    LUAT = "luật"
    THONG_LE = "thông lệ"
    GOI_Y = "gợi ý"


@record
class Mend:
    """A safe change, as data; ``check/mend/`` carries it out.

    Attributes:
        kind: ``run`` (look of the characters), ``paragraph``, ``section``, ``text`` (punctuation and spaces only), ``page_number``.
        values: what to set: ``font``, ``size`` (pt), ``bold``, ``italic``, ``underline``, ``color`` (``auto``); ``align``, ``first_line``,
            ``left``, ``right`` (mm), ``before``, ``after`` (pt), ``line``, ``line_rule``; ``width``, ``height``, ``top``, ``bottom``,
            ``left``, ``right`` (mm); ``new`` for a text.
    """

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


@record
class Fault:
    """A rule broken at a place.

    Attributes:
        rule: which.
        message, hint: catalogue sentences with ``{named}`` fields: what is wrong; what to do instead.
        values: the fields.
        span: the characters at fault; None when the page or something missing is.
        section: index of the section, when its page is at fault.
        mend: how to mend it without touching its meaning, when that can be done.
    """

    rule: Rule
    message: str
    hint: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    span: Span | None = None
    section: int | None = None
    mend: Mend | None = None


Faults = Iterator[Fault]


@record
class Rule:
    """A rule's identity; the docstring of its function is its manual.

    Attributes:
        code: stable, never used again for another fault: letters of the group and two figures, ``TT01``.
        name: the fault in words, without diacritics, as its function is called, ``so_thieu_so_khong``.
        level: how binding.
        article: where the decree says so, ``Phụ lục I, Phần I, Mục II, khoản 3``; for a practice, whose.
    """

    code: str
    name: str
    level: Level
    article: str

    def at(
        self, place: Span | Paragraph | int | None, message: str, hint: str = "", *, mend: Mend | None = None, new: str | None = None,
        **values: object,
    ) -> Fault:  # fmt: skip
        """Return this rule's fault at *place*: a span, a whole paragraph, a section's index, or the file.

        ``{doan}`` in a sentence is the text of the place, unless it is given; *new* is the text that mends the place.
        """
        mend = mend if new is None else Mend("text", {"new": new})
        if isinstance(place, Paragraph):
            place = Span(place, 0, len(place.text))
        if isinstance(place, Span):
            return Fault(self, message, hint, {"doan": place.text, **values}, place, None, mend)
        return Fault(self, message, hint, values, None, place, mend)

    def write(self, place: Span | Paragraph | None, message: str, right: str, *, new: str | None = None, **values: object) -> Fault:
        """Return this rule's fault at *place*, with what to write instead; *new* as in :meth:`at`."""
        return self.at(place, message, N_("Viết: {dung}"), mend=None, new=new, dung=right, **values)


JUDGED = frozenset({Kind.HANH_CHINH, Kind.BAN_SAO})
"""The kinds of document the decree's forms are for; every other is left alone."""

Look = Callable[[Rule, DocumentView], Faults]
"""What finds a rule's faults: it is given the rule itself, to say whose they are."""


@record
class Entry:
    """A rule as the judge uses it.

    Attributes:
        rule: its identity.
        look: its function.
        notes: its manual as the code keeps it.
        form: whether our Word file and our composing answer for it, and not what an author says: boxes, faces, sizes, places, lines,
            page numbers, the marks that are supplied.
    """

    rule: Rule
    look: Look
    notes: str
    form: bool

    def faults(self, view: DocumentView) -> Faults:
        """Yield where *view* breaks the rule; nothing for a document that is not judged by the decree."""
        if view.kind in JUDGED:
            yield from self.look(self.rule, view)

    def manual(self, law: Law) -> str:
        """Return what, article, wrong and right example, when to ignore, with the figures of *law*; Vietnamese."""
        from notice_gen.check import manual

        return manual.text(self.rule.article, self.notes, law)


def rule(
    code: str, level: Level, article: str, *, form: bool = False, of: Callable[[DocumentView], Any] | None = None,
    each: Callable[[DocumentView], Iterable[Any]] | None = None,
) -> Callable[[Callable[..., Faults]], Entry]:  # fmt: skip
    """Declare a function to be a rule, named as it is; *code*, *level*, *article*, *form* as in :class:`Rule` and :class:`Entry`.

    A rule about one thing of a file (*of*), or about *each* of several, is given that instead of the view, the members of a tuple apart;
    what is None is passed over.
    """

    def declared(look: Callable[..., Faults]) -> Entry:
        asked = _of_things(look, each or (lambda view: (of(view),) if of else ())) if of or each else look
        return Entry(Rule(code, look.__name__, level, article), asked, look.__doc__ or "", form)

    return declared


def _of_things(look: Callable[..., Faults], things: Callable[[DocumentView], Iterable[Any]]) -> Look:
    """Return what asks a rule of each of some things of a file."""

    @remembered(256)  # a paragraph that the papers of a mailing share is asked of once
    def told(this: Rule, span: Span) -> tuple[Fault, ...]:
        return tuple(look(this, span))

    def faults(this: Rule, view: DocumentView) -> Faults:
        for thing in things(view):
            if isinstance(thing, Span):
                yield from told(this, thing)
            elif thing is not None:
                yield from look(this, *thing) if isinstance(thing, tuple) else look(this, thing)

    faults.__module__ = look.__module__  # whose rule it is
    return faults

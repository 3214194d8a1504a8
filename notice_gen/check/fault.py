"""The words rules speak: a rule's identity, a fault at its place, and how it may be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from notice_gen.check.view import Paragraph, Span


class Level(StrEnum):
    """How binding: the decree says so, offices do so, or it would read better."""

    LUAT = "luật"
    THONG_LE = "thông lệ"
    GOI_Y = "gợi ý"


@dataclass(frozen=True)
class Mend:
    """A safe change, as data; ``check/mend/`` carries it out.

    Attributes:
        kind: ``run`` (look of the characters), ``paragraph``, ``section``, ``text`` (punctuation and spaces only), ``page_number``.
        values: what to set: ``font``, ``size`` (pt), ``bold``, ``italic``, ``underline``, ``color`` (``auto``); ``align``, ``first_line``, ``left``, ``right`` (mm),
            ``before``, ``after`` (pt), ``line``, ``line_rule``; ``width``, ``height``, ``top``, ``bottom``, ``left``, ``right`` (mm);
            ``new`` for a text.
    """

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Rule:
    """A rule's identity; its module's docstring is its manual.

    Attributes:
        code: stable, never used again for another fault: letters of the group and two figures, ``TT01``.
        name: the fault in words, without diacritics, as its module is called, ``so_thieu_so_khong``.
        level: how binding.
        article: where the decree says so, ``Phụ lục I, Phần I, Mục II, khoản 3``; for a practice, whose.
    """

    code: str
    name: str
    level: Level
    article: str

    def at(
        self,
        place: Span | Paragraph | int | None,
        message: str,
        hint: str = "",
        *,
        mend: Mend | None = None,
        **values: object,
    ) -> Fault:
        """Return this rule's fault at *place*: a span, a whole paragraph, a section's index, or the file."""
        if isinstance(place, Paragraph):
            place = Span(place, 0, len(place.text))
        if isinstance(place, Span):
            return Fault(self, message, hint, values, span=place, mend=mend)
        section = place if isinstance(place, int) else None
        return Fault(self, message, hint, values, section=section, mend=mend)

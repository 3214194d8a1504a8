"""Headings: parts and chapters with their titles, roman sections, clauses that have a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import look
from notice_gen.check.fault import Fault, Mend, Rule
from notice_gen.check.layout import rows
from notice_gen.check.outline import WIDE, Label, labels
from notice_gen.check.texts import prose, remembered
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.records import record

_ENDS_A_SENTENCE = (".", ";", ",", ":", "/", "…", "!", "?")


@record
class Heading:
    """``Chương I`` alone on its line, and the title below it when there is one."""

    label: Label
    title: Span | None


@remembered
def wide(view: DocumentView) -> list[Heading]:
    """Return the parts, chapters and sections whose word and number stand alone on a line."""
    following = {}
    spans = prose(view)
    for above, below in pairwise(spans):
        following[above.paragraph.index] = below
    numbered = {label.span.paragraph.index for label in labels(view)}
    found = []
    for label in labels(view):
        if label.level in WIDE and label.typed and not label.beside:
            title = _under(label) or following.get(label.span.paragraph.index)
            if title and ((title.paragraph.index in numbered and title.paragraph is not label.span.paragraph) or rows(view, title) > 4):
                title = None
            found.append(Heading(label, title))
    return found


def _under(label: Label) -> Span | None:
    """Return the title that stands in the paragraph of its number, after a line break."""
    first, broken, rest = label.span.text.partition("\n")
    start = label.span.start + len(first) + 1
    return Span(label.span.paragraph, start, label.span.end) if broken and rest.strip() else None


def roman(view: DocumentView) -> Iterator[Label]:
    """Yield the sections ``I.``, ``II.`` that have a title, not those whose number begins a sentence."""
    for label in labels(view):
        if label.level == "mục La Mã" and label.annex == -1 and label.rest and _is_title(view, label):
            yield label


def titled(view: DocumentView) -> Iterator[Label]:
    """Yield the clauses whose number and title stand on a line of their own, with the clause below."""
    found = labels(view)
    at = {label.span.paragraph.index: label for label in found}
    before: Label | None = None
    for one, below in pairwise(prose(view)):
        above, before = before, at.get(one.paragraph.index)
        label = before
        if label is None or label.level != "khoản" or label.mark != "." or label.annex != -1:
            continue
        if not _in_list(label, above) and _opens(at.get(below.paragraph.index)) and label.rest and _is_title(view, label):
            yield label


def _in_list(label: Label, above: Label | None) -> bool:
    """Tell whether a clause goes on with the list of the one above: the last of a list has no title."""
    return above is not None and above.level == "khoản" and above.value == label.value - 1 and not above.rest.endswith((".", ":"))


def _opens(under: Label | None) -> bool:
    """Tell whether what stands below a clause, by its own number, can be its matter."""
    return under is None or under.level == "điểm" or (under.level == "khoản" and under.value == 1 and under.mark != ".")


def _is_title(view: DocumentView, label: Label) -> bool:
    sentence = label.rest.endswith(_ENDS_A_SENTENCE) or re.search(r"[.;] ", label.rest)
    return not sentence and rows(view, label.span) < 1.1


def not_bold(rule: Rule, span: Span) -> Iterator[Fault]:
    """Yield a fault when some letters are not bold and upright."""
    if any(not run.bold or run.italic for run in look.lettered(span)):
        mend, hint = Mend("run", {"bold": True, "italic": False}), N_("Chọn dòng này rồi bật, tắt nút B (đậm) và I (nghiêng) cho đúng.")
        yield rule.at(span, N_("“{doan}” phải là chữ đứng, đậm."), hint, mend=mend, doan=span.text.strip())


def not_centred(rule: Rule, span: Span) -> Iterator[Fault]:
    """Yield a fault when a line is not in the middle."""
    if span.paragraph.align != "center" and not look.placed_by_hand(span.paragraph):
        mend = Mend("paragraph", {"align": "center", "first_line": 0.0, "left": 0.0, "right": 0.0})
        yield rule.at(span, N_("“{doan}” phải canh giữa."), N_("Đặt con trỏ vào dòng này, bấm Ctrl+E."), mend=mend, doan=span.text.strip())

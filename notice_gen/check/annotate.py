"""A verdict put into the file itself: a Word comment at each place, which a colleague reads without any of our tools."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from notice_gen.check.fault import Fault
from notice_gen.check.read import Opened
from notice_gen.check.report import Say, hint, message
from notice_gen.check.view import Span
from notice_gen.errors import N_
from notice_gen.ooxml.comments import Comment, with_comments
from notice_gen.ooxml.names import Element, W
from notice_gen.ooxml.runs import isolated

AUTHOR = "notice-gen"
_COMMENTED = frozenset({"body", "table"})


def annotated(file: Opened, faults: Iterable[Fault], say: Say, *, date: datetime) -> bytes:
    """Return the file with a comment for each fault; its words and its look stay as they are.

    Where Word takes no comment (headers, footers, text boxes) it stands at the paragraph that carries the place; what has
    no place stands at the first paragraph.

    Args:
        file: opened; its parts are changed on the way and are not to be used again.
        faults: of its view.
        say: translates.
        date: the comments'.
    """
    faults = list(faults)
    for fault in faults:  # all parted before the first is marked: a place may begin within another
        _runs(file, fault.span)
    comments = [comment for fault in faults if (comment := _comment(file, fault, say)) is not None]
    return with_comments(file.package, file.roots[file.package.main], comments, author=AUTHOR, date=date)


def _comment(file: Opened, fault: Fault, say: Say) -> Comment | None:
    rule = fault.rule
    article = say(N_("Căn cứ: {dieu_khoan}")).format(dieu_khoan=rule.article)
    lines = list(filter(None, (f"{rule.code} ({say(rule.level)}): {message(fault, say)}", hint(fault, say), article)))
    runs = _runs(file, fault.span)
    if runs:
        return Comment(runs[0], runs[-1], lines)
    element = _paragraph(file, fault)
    return None if element is None else Comment(element, element, lines)


def _runs(file: Opened, span: Span | None) -> list[Element]:
    """Return the runs of a place that takes a comment around its own characters."""
    if span is None or span.start == span.end or span.paragraph.container not in _COMMENTED:
        return []
    return isolated(file.origins[span.paragraph.part, span.paragraph.index], span.start, span.end)


def _paragraph(file: Opened, fault: Fault) -> Element | None:
    """Return the paragraph that stands for a fault: its own, the one that carries its text box, or the first of its section."""
    span = fault.span
    if span is not None and span.paragraph.container in _COMMENTED:
        return file.origins[span.paragraph.part, span.paragraph.index].element
    if span is not None and span.paragraph.container == "textbox" and span.paragraph.part == file.package.main:
        element = file.origins[span.paragraph.part, span.paragraph.index].element
        return [element, *element.iterancestors(W + "p")][-1]
    section = fault.section or 0
    inside = [one for one in file.view.paragraphs if one.container in _COMMENTED]
    first = next((one for one in inside if one.section == section), inside[0] if inside else None)
    return None if first is None else file.origins[first.part, first.index].element

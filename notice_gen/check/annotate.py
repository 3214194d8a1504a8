"""A verdict put into the file itself: a Word comment at each place, which a colleague reads without any of our tools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from notice_gen.check.fault import Fault
from notice_gen.check.outline import WIDE, labels
from notice_gen.check.read import Opened
from notice_gen.check.report import hint, message
from notice_gen.check.view import COMPONENTS, Component, DocumentView, Paragraph, Span
from notice_gen.errors import N_, Say
from notice_gen.ooxml.comments import Comment, with_comments
from notice_gen.ooxml.names import Element, W
from notice_gen.ooxml.runs import isolated

AUTHOR = "notice-gen"
_SHOWN = 12  # places of one rule that a comment names
_LONGEST = 40  # characters of each
_COMMENTED = frozenset({"body", "table"})


def annotated(file: Opened, faults: Iterable[Fault], say: Say, *, date: datetime) -> bytes:
    """Return the file with a comment for each rule broken in a section of the paper; its words and its look stay as they are.

    A comment stands at the first place of its rule in the section, and names the others there: forty bubbles of one kind beside a page
    are not read.  Sections are the head, the parts of the text by their headings, the foot, each annex; see :func:`by_section`.
    Where Word takes no comment (headers, footers, text boxes) it stands at the paragraph that carries the place; what has
    no place stands at the first paragraph.

    Args:
        file: opened; its parts are changed on the way and are not to be used again.
        faults: of its view.
        say: translates.
        date: the comments'.
    """
    groups = by_section(file.view, faults)
    for first, *_ in groups:  # all parted before the first is marked: a place may begin within another
        _runs(file, first.span)
    comments = [comment for group in groups if (comment := _comment(file, group, say)) is not None]
    return with_comments(file.package, file.roots[file.package.main], comments, author=AUTHOR, date=date)


def by_section(view: DocumentView, faults: Iterable[Fault]) -> list[list[Fault]]:
    """Return *faults* in the order given, those of one rule in one section of the paper together."""
    groups: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((*_section(view, fault), fault.rule.code), []).append(fault)
    return list(groups.values())


def _section(view: DocumentView, fault: Fault) -> tuple[object, ...]:
    """Return what tells the section a fault stands in: page, running head, head, a part of the text, foot, an annex and its part."""
    span = fault.span
    if span is None:
        return "page", fault.section
    paragraph = span.paragraph
    if paragraph.container in {"header", "footer"}:
        return paragraph.container, paragraph.part
    box = next((name for name, component in view.components.items() if name != "noi_dung" and _holds(component, paragraph)), "")
    if box:
        return ("head" if box in _HEAD else "foot", None)
    annex = next((number for number, one in enumerate(view.annexes) if paragraph in one.paragraphs), -1)
    headings = (label.span.paragraph.index for label in labels(view) if label.level in _HEADINGS)
    return annex, max((at for at in headings if at <= paragraph.index), default=-1)


_HEAD = frozenset(COMPONENTS[: COMPONENTS.index("noi_dung")]) | {"kinh_gui", "do_mat", "do_khan", "pham_vi"}
_HEADINGS = frozenset({*WIDE, "Điều", "mục La Mã"})


def _holds(component: Component, paragraph: Paragraph) -> bool:
    return any(span.paragraph is paragraph for span in component.spans)


def _others(group: Sequence[Fault], say: Say) -> str:
    """Return where else in the section a rule is broken, by what stands there; nothing for one place."""
    if len(group) < 2:
        return ""
    texts = (str(fault.values.get("doan") or (fault.span.text if fault.span else "")) for fault in group[1:_SHOWN])
    shown = dict.fromkeys(" ".join(text.split())[:_LONGEST] for text in texts)
    named = ", ".join(f"“{text}”" for text in shown if text)
    return say(N_("Trong phần này còn {so} chỗ nữa: {cac_cho}")).format(so=len(group) - 1, cac_cho=named or "…")


def _comment(file: Opened, group: Sequence[Fault], say: Say) -> Comment | None:
    fault, rule = group[0], group[0].rule
    article = say(N_("Căn cứ: {dieu_khoan}")).format(dieu_khoan=rule.article)
    lines = list(filter(None, (f"{rule.code} ({say(rule.level)}): {message(fault, say)}", hint(fault, say), _others(group, say), article)))
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

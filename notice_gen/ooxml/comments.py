"""Comments at places of the main text (ECMA-376 Part 1, §17.13.4): those that are there stay, new ones come after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from lxml import etree

from notice_gen.ooxml.names import Element, W, whole
from notice_gen.ooxml.package import Package, Relations, serialised
from notice_gen.records import record

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# What may hold the marks of a comment (EG_PContent, EG_RunLevelElements); in anything else they go around it.
_NAMES = ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo")
_HOLDERS = frozenset(W + name for name in _NAMES)
_PLAIN = (
    ("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}), ("ind", {"left": "0", "right": "0", "firstLine": "0"}),
    ("jc", {"val": "left"}),
)


@record
class Comment:
    """A comment to put."""

    first: Element  # it begins before this run, or the ``w:p`` that it is about as a whole
    last: Element  # it ends after this one; likewise
    lines: Sequence[str]  # what it says, a paragraph each


def with_comments(package: Package, root: Element, comments: Iterable[Comment], *, author: str, date: datetime) -> bytes:
    """Return the file with *comments*, in the order of the text, added by *author*, whose initials are taken from the name.

    *root*, its main part as parsed, in which the comments' elements stand, is changed.
    """
    comments = list(comments)
    if not comments:
        return package.with_parts({})
    relations = Relations(package, package.main)
    part = relations.target("comments")
    top = None if part is None else package.root(part)
    if part is None or top is None:
        part = package.free_name("word/comments")
        relations.add("comments", part, _TYPE)
        top = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
    marked = (*root.iter(W + "commentRangeStart", W + "commentReference"), *top.iter(W + "comment"))
    number = max((used for element in marked if (used := whole(element.get(W + "id"))) is not None), default=-1) + 1
    initials = "".join(word[0] for word in author.split("-"))
    about = {W + "author": author, W + "date": date.strftime("%Y-%m-%dT%H:%M:%SZ"), W + "initials": initials}
    for comment in comments:
        key = {W + "id": str(number)}
        if _mark(comment, key):
            top.append(_comment(top, key | about, comment.lines))
            number += 1
    return package.with_parts({package.main: serialised(root), part: serialised(top), **relations.changed()})


def _mark(comment: Comment, key: dict[str, str]) -> bool:
    """Put the range and the reference into the text; tell whether there was a place for them."""
    make = comment.first.makeelement
    start, end = make(W + "commentRangeStart", key), make(W + "commentRangeEnd", key)
    reference = make(W + "r")
    reference.append(make(W + "commentReference", key))
    if comment.first.tag == W + "p":
        properties = comment.first.find(W + "pPr")
        comment.first.insert(0 if properties is None else 1, start)
        comment.first.extend([end, reference])
        return True
    first, last = _within_holder(comment.first), _within_holder(comment.last)
    if first is None or last is None:
        return False
    first.addprevious(start)
    last.addnext(reference)
    last.addnext(end)
    return True


def _within_holder(element: Element | None) -> Element | None:
    while element is not None and (element.getparent() is None or element.getparent().tag not in _HOLDERS):
        element = element.getparent()
    return element


def _comment(top: Element, attributes: dict[str, str], lines: Sequence[str]) -> Element:
    comment = top.makeelement(W + "comment", attributes)
    for number, line in enumerate(lines):
        paragraph = etree.SubElement(comment, W + "p")
        properties = etree.SubElement(paragraph, W + "pPr")
        for name, values in _PLAIN:  # whatever the file's own default style asks
            etree.SubElement(properties, W + name, {W + key: value for key, value in values.items()})
        if number == 0:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        text = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = line
    return comment

"""What somebody put into a Word file that is no word of its text and no look of a paragraph: comments, struck words, notes, pictures.

A findings file has no place for it, so it would be lost in silence when the paper is printed again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notice_gen.back.looks import Look
from notice_gen.errors import InputError
from notice_gen.ooxml.names import Element, W, on
from notice_gen.ooxml.package import Package

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_MARKS = (("strike", "strike"), ("dstrike", "strike"), ("highlight", "highlight"), ("vertAlign", "raised"))
_NONE = frozenset({"none", "baseline"})
_LONGEST = 200  # characters of a text that is told


def added(before: bytes, after: bytes) -> tuple[Look, ...]:
    """Return what the Word file *after* has of these and *before* has not; nothing of a file that cannot be read so."""
    try:
        there = Counter(map(_key, found(before)))
        now = [*found(after)]
    except InputError:
        return ()
    told = []
    for one in now:
        if there[_key(one)]:
            there[_key(one)] -= 1
        else:
            told.append(one)
    return tuple(told)


def _key(one: Look) -> tuple[str, str, str]:
    return (one.what, one.new, one.text)


def found(docx: bytes) -> Iterator[Look]:
    """Yield what a Word file has of these: ``comment``, ``note``, ``strike``, ``highlight``, ``raised``, ``page_break``, ``picture``.

    Raises InputError: it cannot be read safely.
    """
    package = Package(docx)
    root = package.root(package.main)
    if root is None:
        return
    related = dict(package.related(package.main).values())
    yield from _comments(root, package.root(related.get("comments", "")))
    for kind in ("footnotes", "endnotes"):
        notes = package.root(related.get(kind, ""))
        for note in notes if notes is not None else ():
            if note.get(W + "type") is None and (text := _text(note)):
                yield Look(text, "note", "", text)
    for paragraph in root.iter(W + "p"):
        yield from _of_paragraph(paragraph)


def _comments(root: Element, comments: Element | None) -> Iterator[Look]:
    if comments is None or not len(comments):
        return
    about: dict[str | None, list[str]] = {}
    within = set[str | None]()
    for each in root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "t"):
        if each.tag == W + "t":
            for number in within:
                about.setdefault(number, []).append(each.text or "")
        elif each.tag == W + "commentRangeStart":
            within.add(each.get(W + "id"))
        else:
            within.discard(each.get(W + "id"))
    for comment in comments:
        words = "".join(about.get(comment.get(W + "id"), ()))
        who = comment.get(W + "author") or ""
        yield Look(words[:_LONGEST].strip(), "comment", "", ": ".join(filter(None, (who, _text(comment)))))


def _of_paragraph(paragraph: Element) -> Iterator[Look]:
    for tag, what in _MARKS:
        words = "".join(_text(run) for run in paragraph.iter(W + "r") if _has(run, tag))
        if words.strip():
            yield Look(words.strip()[:_LONGEST], what, "", words.strip()[:_LONGEST])
    breaks = [each for each in paragraph.iter(W + "br") if each.get(W + "type") == "page"]
    if breaks or on(paragraph.find(f"{W}pPr/{W}pageBreakBefore")):
        yield Look(_text(paragraph), "page_break", "", "")
    for _ in (*paragraph.iter(_BLIP), *paragraph.iter(_IMAGE)):
        yield Look("", "picture", "", "")


def _has(run: Element, tag: str) -> bool:
    mark = run.find(f"{W}rPr/{W}{tag}")
    if mark is None:
        return False
    value = mark.get(W + "val")
    return value not in _NONE and (value is not None or tag.endswith("strike")) and on(mark) is not False


def _text(element: Element) -> str:
    return " ".join("".join(each.text or "" for each in element.iter(W + "t")).split())[:_LONGEST]

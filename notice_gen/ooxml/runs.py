"""The characters of a paragraph and the elements that hold them: finding, parting and changing them in place.

A paragraph's text may lie in many runs, in hyperlinks, insertions and content controls; whoever reads it notes in an
:class:`Origin` which element each stretch of the text came from.  Here runs are parted so that any characters have runs
of their own, with the look they had (ECMA-376 Part 1, §17.3.2).
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from dataclasses import field

from notice_gen.ooxml.names import Element, W
from notice_gen.records import draft

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@draft
class Origin:
    """Where a paragraph came from: its ``w:p``, where each stretch of its text begins, and the element that holds it.

    That is a ``w:t``, or a ``w:tab``, ``w:br``, ``w:sym`` … of one character.
    """

    element: Element
    starts: list[int] = field(default_factory=list)
    holders: list[Element] = field(default_factory=list)

    def note(self, start: int, holder: Element) -> None:
        """Add a stretch, in the order of the text."""
        self.starts.append(start)
        self.holders.append(holder)

    def at(self, offset: int) -> int:
        """Return the index of the stretch that holds the character at *offset*; -1 before the first."""
        return bisect_right(self.starts, offset) - 1


def isolated(origin: Origin, start: int, end: int) -> list[Element]:
    """Return the runs that hold the characters from *start* to *end*, parted so that they hold nothing else of the text.

    Runs that cannot be parted (formulas, what a drawing carries) are returned whole.
    """
    _part(origin, start)
    _part(origin, end)
    runs: list[Element] = []
    for index in range(max(origin.at(start), 0), len(origin.starts)):
        if origin.starts[index] >= end:
            break
        run = run_of(origin.holders[index])
        if run is not None and run not in runs[-1:]:
            runs.append(run)
    return runs


def run_of(holder: Element) -> Element | None:
    """Return the run around *holder*, also a formula's."""
    return next((element for element in holder.iterancestors() if element.tag.endswith("}r")), None)


def _part(origin: Origin, offset: int) -> None:
    """Let a run end and another begin at *offset*."""
    index = origin.at(offset)
    if index < 0:
        return
    holder, start = origin.holders[index], origin.starts[index]
    run = holder.getparent()
    if run is None or run.tag != W + "r":
        return
    if offset > start:
        if holder.tag != W + "t" or offset - start >= len(holder.text or ""):
            return
        rest = holder.makeelement(W + "t", {_SPACE: "preserve"})
        rest.text = holder.text[offset - start :]
        holder.text = holder.text[: offset - start]
        holder.set(_SPACE, "preserve")
        holder.addnext(rest)
        origin.starts.insert(index + 1, offset)
        origin.holders.insert(index + 1, rest)
        holder = rest
    if all(element.tag == W + "rPr" for element in holder.itersiblings(preceding=True)):
        return
    new = run.makeelement(W + "r", run.attrib)
    look = run.find(W + "rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    new.extend([holder, *(element for element in holder.itersiblings() if element.tag != W + "rPr")])
    run.addnext(new)


def replaced(origin: Origin, start: int, end: int, new: str) -> bool:
    """Put *new*, a text of one line, in place of the characters from *start* to *end*.

    Of several changes to one paragraph the last place must come first: what is behind a change is no longer where *origin*
    says.  Tells whether it could be done.
    """
    if start == end:
        return _inserted(origin, start, new)
    first, left = origin.at(start), new
    for index in range(max(first, 0), len(origin.starts)):
        begin, holder = origin.starts[index], origin.holders[index]
        if begin >= end:
            break
        if holder.tag == W + "t":
            text = holder.text or ""
            low, high = max(start - begin, 0), min(end - begin, len(text))
            if low >= len(text):
                continue
            _set_text(holder, text[:low] + left + text[high:])
            left = ""
        elif begin >= start:
            parent = holder.getparent()
            if left:
                holder.addprevious(beside := holder.makeelement(W + "t"))
                _set_text(beside, left)
                left = ""
            parent.remove(holder)
    return not left


def _inserted(origin: Origin, at: int, new: str) -> bool:
    before, behind = origin.at(at - 1), origin.at(at)
    if before >= 0 and origin.holders[before].tag == W + "t" and at - origin.starts[before] <= len(origin.holders[before].text or ""):
        holder, offset = origin.holders[before], at - origin.starts[before]
    elif behind >= 0 and origin.starts[behind] == at and origin.holders[behind].tag == W + "t":
        holder, offset = origin.holders[behind], 0
    elif before >= 0:
        origin.holders[before].addnext(holder := origin.holders[before].makeelement(W + "t"))
        offset = 0
    else:
        return False
    text = holder.text or ""
    _set_text(holder, text[:offset] + new + text[offset:])
    return True


def _set_text(holder: Element, text: str) -> None:
    holder.text = text
    holder.set(_SPACE, "preserve")

"""Changes that Word keeps track of, seen as if all were accepted (ECMA-376 Part 1, §17.13.5).

What is inserted is walked through and what is deleted passed over by whoever reads; here is what else they come to.
"""

from __future__ import annotations

from collections.abc import Iterable

from notice_gen.ooxml.names import Element, W

_OF_LOOKS = ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr")
_OF_TEXT = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_CHANGES = tuple(W + name for name in (*_OF_TEXT, *(f"{look}Change" for look in _OF_LOOKS)))
_TAKEN_AWAY = (W + "del", W + "moveFrom")
_BLOCKS = {W + "p", W + "tbl", W + "sdt"}
_MARKS = ("bookmarkStart", "bookmarkEnd", "proofErr", "moveFromRangeStart", "moveFromRangeEnd")
_NO_TEXT = {W + "pPr", *_TAKEN_AWAY, *(W + name for name in _MARKS)}


def is_tracked(roots: Iterable[Element]) -> bool:
    """Say whether there is any such change in these parts."""
    return any(True for root in roots for _ in root.iter(*_CHANGES))


def deletes(root: Element) -> bool:
    """Say whether anything is marked as taken away in a part: where nothing is, no paragraph need be asked."""
    return next(root.iter(*_TAKEN_AWAY), None) is not None


def endless(paragraph: Element) -> bool:
    """Say whether the end of a paragraph is deleted, so that the next one goes on with its text and gives the look (§17.13.5.15)."""
    if not _end_deleted(paragraph):
        return False
    following = next((one for one in paragraph.itersiblings() if one.tag in _BLOCKS), None)
    return following is not None and following.tag == W + "p"


def gone(paragraph: Element) -> bool:
    """Say whether a paragraph is deleted with all that is in it."""
    return _end_deleted(paragraph) and all(child.tag in _NO_TEXT for child in paragraph)


def _end_deleted(paragraph: Element) -> bool:
    properties = paragraph.find(W + "pPr")
    end = None if properties is None else properties.find(W + "rPr")
    return end is not None and any(end.find(name) is not None for name in _TAKEN_AWAY) and properties.find(W + "sectPr") is None


def rows_left(rows: Iterable[Element]) -> list[Element]:
    """Return the rows of a table that are not deleted."""
    return [row for row in rows if row.find(f"{W}trPr/{W}del") is None]


def cells_left(cells: Iterable[Element]) -> list[Element]:
    """Return the cells of a row that are not deleted."""
    return [cell for cell in cells if cell.find(f"{W}tcPr/{W}cellDel") is None]

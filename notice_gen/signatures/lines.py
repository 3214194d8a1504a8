"""The printed page as lines: its letters put together again, told by what they say and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from notice_gen.records import record

if TYPE_CHECKING:
    from notice_gen.convert.pages import Letter, Sheet

_GAP = 6.0  # mm between two columns; words of a justified line stand nearer
_LEVEL = 0.5  # mm between heights of one line
_BELOW = 2.2  # heights of a line to the next line of the same text


@record
class Area:
    """A rectangle of a page, mm from the left and from above."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its middle from the left."""
        return (self.left + self.right) / 2


@record
class Line:
    """Letters beside each other on one page."""

    bare: str  # its letters and figures without marks
    area: Area


def bare(text: str) -> str:
    """Return the letters and figures of a text without their marks and case, however they are composed.

    >>> bare("TL. CHỦ TỊCH")
    'tlchutich'
    """
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D")).casefold()
    return "".join(char for char in plain if char.isalnum())


def around(areas: Sequence[Area | Letter]) -> Area:
    """Return the rectangle around several."""
    return Area(
        min([one.left for one in areas]), min([one.top for one in areas]),
        max([one.right for one in areas]), max([one.bottom for one in areas]),
    )  # fmt: skip


def lines(sheet: Sheet) -> list[Line]:
    """Return the lines of a page from above, each part between columns for itself."""
    found: list[Line] = []
    for row in _rows(sheet.letters):
        start = 0
        row.sort(key=lambda letter: letter.left)
        ends = [at for at, (one, other) in enumerate(pairwise(row), 1) if other.left - one.right > _GAP]
        for end in (*ends, len(row)):
            part = row[start:end]
            found.append(Line(bare("".join([letter.sign for letter in part])), around(part)))
            start = end
    return sorted(found, key=lambda line: (line.area.top, line.area.left))


def _rows(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield letters by rows: what stands on one line, whatever its size."""
    row: list[Letter] = []
    for letter in sorted(letters, key=lambda one: one.base):
        if row and letter.base - row[0].base > _LEVEL:
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def saying(several: Sequence[Line], text: str) -> Iterator[Area]:
    """Yield where lines say *text* and nothing else, also on two lines or more of one column."""
    wanted = bare(text)
    if not wanted:
        return
    for at, line in enumerate(several):
        if line.bare and wanted.startswith(line.bare):
            areas, left = [line.area], wanted[len(line.bare) :]
            for below in several[at + 1 :]:
                if not left:
                    break
                last = areas[-1]
                beside = below.area.left < last.right and last.left < below.area.right
                if beside and below.area.top > last.top and below.area.bottom - last.bottom > 0:
                    if not left.startswith(below.bare) or below.area.top - last.top > _BELOW * max(last.bottom - last.top, 4.0):
                        break
                    areas.append(below.area)
                    left = left[len(below.bare) :]
            if not left:
                yield around(areas)

"""Lines as a reader sees them: cut at line breaks and tabs, and compared without marks, case or kinds of space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from notice_gen.check.view import Paragraph, Span
from notice_gen.check.word.lines import is_typed_line
from notice_gen.records import record, remembered


class _Folds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFD", sign)[0]
        if unicodedata.combining(plain):
            folded = ""
        elif sign in "đĐ":
            folded = "D"
        elif sign in "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad":
            folded = "-"
        elif sign in "\u00a0\u2007\u202f\u3000" or sign.isspace():
            folded = " "
        else:
            folded = plain.upper() if len(plain.upper()) == 1 else plain
        self[code] = folded
        return folded


_FOLDS = _Folds()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return *text* in capitals without marks: what is left of Vietnamese however it was typed.

    >>> fold("Số:   12 – BC"), fold(unicodedata.normalize("NFD", "Độc lập"))
    ('SO:   12 - BC', 'DOC LAP')
    """
    return text.translate(_FOLDS)


@record
class Piece:
    """A line, or the part of one between tabs, without the spaces around it.

    Attributes:
        paragraph, start, end: its characters.
        at: position of the paragraph in the view.
        column: 0 for the left side of the page, higher to the right; None where the text does not show it.
        line: which line of the paragraph.
    """

    paragraph: Paragraph
    start: int
    end: int
    at: int
    column: int | None = None
    line: int = 0

    @cached_property
    def text(self) -> str:
        """As typed."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def key(self) -> str:
        """Folded, spaces counted once."""
        return " ".join(filter(None, map(fold, self.text.split())))  # words come again, texts hardly

    @cached_property
    def span(self) -> Span:
        """As rules see it."""
        return Span(self.paragraph, self.start, self.end)

    @cached_property
    def shown(self) -> str:
        """As printed: what ``w:caps`` makes capitals is in capitals."""
        runs = list(self.paragraph.runs_of(self.start, self.end))
        if not any(one.caps for one in runs):
            return self.text
        text = self.paragraph.text
        looks = ((text[max(one.start, self.start) : min(one.end, self.end)], one.caps) for one in runs)
        return "".join(piece.upper() if caps else piece for piece, caps in looks)

    @property
    def capitals(self) -> bool:
        """Whether it is printed in capitals, as far as it has letters."""
        return self.shown.upper() == self.shown and any(sign.isalpha() for sign in self.shown)

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        runs = self.span.runs
        return bool(runs) and all(one.bold for one in runs)

    def part(self, start: int, end: int, column: int | None = None) -> Piece:
        """Return the characters from *start* to *end* of this piece, trimmed."""
        text = self.text[start:end]
        first = self.start + start + len(text) - len(text.lstrip())
        last = max(first, self.start + start + len(text.rstrip()))
        return Piece(self.paragraph, first, last, self.at, self.column if column is None else column, self.line)

    def find(self, pattern: re.Pattern[str]) -> tuple[int, int] | None:
        """Return where *pattern*, written for folded text, is first found among this piece's own characters."""
        folded = fold(self.text)
        found = pattern.search(folded)
        if found is None:
            return None
        if len(folded) == len(self.text):
            return found.span()
        # Combining marks fold to nothing: count the characters that are left.
        kept = [number for number, sign in enumerate(self.text) if fold(sign)] + [len(self.text)]
        return kept[found.start()], kept[found.end()]


def pieces(paragraphs: Iterable[tuple[int, Paragraph]]) -> Iterator[Piece]:
    """Yield the pieces of numbered paragraphs in reading order; blank and typed lines are left out."""
    for at, paragraph in paragraphs:
        yield from _pieces_of(paragraph, at)


@remembered(4096, 1)  # what files of one mailing share is read as one object
def _pieces_of(paragraph: Paragraph, at: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    if not paragraph.text.strip() or is_typed_line(paragraph.text):
        return ()
    begin = 0
    for number, line in enumerate(paragraph.text.split("\n")):
        parts = list(_parts(line))
        for order, (start, end) in enumerate(parts):
            if is_typed_line(line[start:end]):
                continue
            column = paragraph.cell.column if paragraph.cell else order if len(parts) > 1 else None
            if column is None and line.startswith("\t"):
                column = 1
            found.append(Piece(paragraph, begin + start, begin + end, at, column, number))
        begin += len(line) + 1
    return tuple(found)


def _parts(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in line.split("\t"):
        trimmed = part.strip()
        if trimmed:
            first = start + len(part) - len(part.lstrip())
            yield first, first + len(trimmed)
        start += len(part) + 1

"""The running text of a paper as items: paragraphs with the number or dash before them taken apart, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from notice_gen import pasted
from notice_gen.back import lines, source
from notice_gen.back.lines import Key
from notice_gen.check.outline import Label
from notice_gen.check.view import Paragraph, Span
from notice_gen.check.word.lines import is_typed_line
from notice_gen.records import record, replace

_BULLETS = "-–—•▪‣·●■○◦§o*\uf0b7\uf0a7\uf0d8\uf02d"


@record
class Para:
    """A line of text.

    Attributes:
        span: its words, without number and dash.
        shown: the number before it as it stands, ``Điều 1.``, ``a)``; empty for none.
        label: what the outline says of that number.
        dash: ``- ``, ``+ `` or nothing.
        text: the whole line as it is read.
    """

    span: Span
    shown: str = ""
    label: Label | None = None
    dash: str = ""
    text: str = ""

    @property
    def paragraph(self) -> Paragraph:
        """Where it stands."""
        return self.span.paragraph

    @property
    def words(self) -> str:
        """Its words as read."""
        return lines.plain(lines.shown(self.span))

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        runs = self.span.runs
        return bool(runs) and all(run.bold for run in runs)

    @property
    def italic(self) -> bool:
        """Whether all of its words are italic."""
        runs = self.span.runs
        return bool(runs) and all(run.italic for run in runs)

    @property
    def capitals(self) -> bool:
        """Whether its words are shown in capitals."""
        text = lines.shown(self.span)
        return text == text.upper() and any(map(str.isalpha, text))

    def spelt(self, without: str = "") -> str:
        """Return its words as a findings file has them; *without*: as in :func:`source.spelt`."""
        return source.spelt(self.span, without)

    def typed(self) -> str:
        """Return the whole line as a findings file has it, its number typed."""
        if self.dash or not self.shown:
            return self.dash + self.spelt()
        first = self.paragraph.runs_of(self.span.start - 1, self.span.start) if self.span.start else ()
        number = f"**{self.shown}**" if self.label and self.label.typed and any(run.bold for run in first) and not self.bold else self.shown
        if self.bold:
            return source.typed([(f"{self.shown} {source.clean(lines.shown(self.span))}", "b")])
        return f"{number} {self.spelt()}"


_END = re.compile(r"\s*\.?\s*/\s*\.\s*$")


@record
class Grid:
    """A table with lines: rows of cells, as a findings file has them and as they are read, as many in each row."""

    rows: tuple[tuple[str, ...], ...]
    first: Paragraph


Item = Para | Grid


def items(paragraphs: Sequence[Paragraph], labels: Mapping[Key, Label]) -> list[Item]:
    """Return the items of *paragraphs*, as they follow each other; *labels*: the numbers that the outline knows, by paragraph."""
    found: list[Item] = []
    for table, group in groupby(paragraphs, key=lambda one: one.cell.table if one.cell and one.cell.borders else -1):
        several = [*group]
        grid = _grid(several) if table >= 0 else None
        found += [grid] if grid else [item for one in several for item in _paras(one, labels.get(lines.key(one)))]
    return found


def unclosed(text: Sequence[Item]) -> list[Item]:
    """Return *text* without the mark ``./.`` at its end, which the program supplies; below a table it is a line of its own."""
    last = text[-1] if text else None
    found = _END.search(last.paragraph.text, last.span.start, last.span.end) if isinstance(last, Para) else None
    if not isinstance(last, Para) or found is None or "./." not in found[0].replace(" ", ""):
        return [*text]
    if found.start() == last.span.start:
        return [*text[:-1]]
    return [*text[:-1], replace(last, span=Span(last.paragraph, last.span.start, found.start()), text=_END.sub("", last.text))]


def _paras(paragraph: Paragraph, label: Label | None) -> Iterator[Para]:
    at = 0
    number = paragraph.number.strip()
    for n, line in enumerate(paragraph.text.split("\n")):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip() or is_typed_line(line):
            continue
        whole = lines.plain(lines.shown(Span(paragraph, start, end)))
        if n and not number:
            yield _of_line(paragraph, start, end, "", None, whole)
        else:
            yield _of_line(paragraph, start, end, number if not n else "", label if not n else None, whole)


def _of_line(paragraph: Paragraph, start: int, end: int, number: str, label: Label | None, whole: str) -> Para:
    text = paragraph.text[start:end]
    if number:
        dash = "+ " if number == "+" else "- " if number in _BULLETS else ""
        if dash:
            return Para(Span(paragraph, start, end), dash=dash, text=dash + whole)
        return Para(_trimmed(paragraph, start, end), number, label, text=f"{number} {whole}")
    if label is not None and label.typed:
        begin = min(start + label.typed, end)
        return Para(_trimmed(paragraph, begin, end), label.shown, label, text=whole)
    lead = len(text) - len(text.lstrip())
    for mark, pattern in (("- ", pasted.DASH), ("+ ", pasted.PLUS)):
        if (found := pattern.match(text[lead:])) and text[lead + found.end() :].strip():
            return Para(_trimmed(paragraph, start + lead + found.end(), end), dash=mark, text=whole)
    return Para(_trimmed(paragraph, start, end), text=whole)


def _trimmed(paragraph: Paragraph, start: int, end: int) -> Span:
    text = paragraph.text[start:end]
    return Span(paragraph, start + len(text) - len(text.lstrip()), max(start + len(text.rstrip()), start))


def _grid(paragraphs: Sequence[Paragraph]) -> Grid | None:
    """Return a table, None for one of a single column or row: that is a frame around text."""
    cells: dict[tuple[int, int], list[str]] = {}
    for paragraph in paragraphs:
        if paragraph.cell:
            here = cells.setdefault((paragraph.cell.row, paragraph.cell.grid), [])
            here += [para.typed() for para in _paras(paragraph, None)]
    columns, rows = range(max(column for _, column in cells) + 1), sorted({row for row, _ in cells})
    table = [[" ".join(cells.get((row, column), ())) for column in columns] for row in rows]
    used = [column for column in zip(*table, strict=True) if any(column)]
    kept = tuple(row for row in zip(*used, strict=True) if any(row))
    return Grid(kept, paragraphs[0]) if len(used) > 1 and len(kept) > 1 else None

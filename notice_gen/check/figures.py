"""Tables of figures: rows and columns as numbers, and the rows that say they are a total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.vietnamese.con_so import doc_so

_TOTAL = Phrases(r"{dong_tong}\s*:?", re.IGNORECASE)
# Columns whose figures are not added up.
_NOT_ADDED = Phrases("{cot_khong_cong}", re.IGNORECASE)
# What stands before the rows of a group: I, II, A, 1.1; their figures may be totals themselves.
_GROUP = re.compile(r"(?:[IVX]+|[A-Z]|\d+\.\d+|[a-zđ])[.)]?")
_MOST_ROWS = 5000


@record
class Total:
    """A figure in a row of totals that is not the sum of those above it.

    Attributes:
        cell: where.
        name: the column's heading.
        sum: what its figures come to.
    """

    cell: Span
    name: str
    sum: Decimal


def wrong_totals(view: DocumentView) -> Iterator[Total]:
    """Yield the wrong totals of the tables of the text and its annexes; only tables of plain rows are judged."""
    tables: dict[int, list[Span]] = defaultdict(list)
    for span in texts.text(view):
        if span.paragraph.cell is not None:
            tables[span.paragraph.cell.table].append(span)
    for spans in tables.values():
        rows: dict[int, dict[int, Span]] = defaultdict(dict)
        for span in spans:
            cell = span.paragraph.cell
            if cell is not None:
                # A cell of several paragraphs holds no figure to be added.
                rows[cell.row][cell.grid] = span if cell.grid not in rows[cell.row] else texts.part(span, 0, 0)
        yield from _totals([rows[number] for number in sorted(rows)][:_MOST_ROWS])


def _totals(rows: list[dict[int, Span]]) -> Iterator[Total]:
    last = len(rows) - 1
    if next((number for number, row in enumerate(rows) if number > 1 and _is_total(row)), None) != last:
        return
    first = next((number for number in range(1, last) if _figures(rows[number])), last)
    body = rows[first:last]
    if len(body) < 2 or any(map(_is_group, body)):
        return
    for column, span in rows[last].items():
        name = " ".join(filter(None, (_heading(row, column) for row in rows[:first])))
        typed = _figure(span) if span.text.strip(" -–") else None
        total = _sum(body, column) if typed is not None and name and not _NOT_ADDED.search(name) else None
        if total is not None and total != typed:
            yield Total(span, name, total)


def _sum(body: list[dict[int, Span]], column: int) -> Decimal | None:
    """Return what the figures of a column come to; None when a cell holds something else."""
    parts = [_figure(row[column]) if column in row else Decimal(0) for row in body]
    figures = [part for part in parts if part is not None]
    return sum(figures, Decimal(0)) if len(figures) == len(parts) else None


def _heading(row: dict[int, Span], column: int) -> str:
    """Return the words over a column in a row of the head, those of a merged cell included."""
    over = max((at for at in row if at <= column), default=None)
    return "" if over is None else row[over].text.strip()


def _is_total(row: dict[int, Span]) -> bool:
    return any(_TOTAL.fullmatch(span.text.strip()) for column, span in sorted(row.items())[:2])


def _is_group(row: dict[int, Span]) -> bool:
    return bool(row) and (_is_total(row) or _GROUP.fullmatch(row[min(row)].text.strip()) is not None)


def _figures(row: dict[int, Span]) -> int:
    return sum(_figure(span) is not None for column, span in row.items() if column != min(row))


def _figure(span: Span) -> Decimal | None:
    """Return the number a cell holds; a dash and nothing are 0."""
    text = span.text.strip()
    if text in {"", "-", "–"}:
        return Decimal(0)
    try:
        return Decimal(doc_so(text))
    except ValueError:
        return None

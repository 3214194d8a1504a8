"""Figures: thousands and decimals, sums, shares, amounts in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.vietnamese.con_so import so
from notice_gen.vietnamese.cong_bang import doc_bang, tong_sai
from notice_gen.vietnamese.o_so import la_so

_MARK = re.compile(r"(?:[IVX]+|[A-ZĐ]|\d{1,2})[.)]?")
_MOST_ROWS = 5000
_FEWEST_ROWS = 2


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
    sum: int | Fraction


def wrong_totals(view: DocumentView) -> Iterator[Total]:
    """Yield the wrong totals of the tables of the text and its annexes, those of the groups in them too."""
    for rows in tables(view):
        yield from _totals(rows)


@texts.remembered
def tables(view: DocumentView) -> list[list[dict[int, Span]]]:
    """Return the tables of the text and its annexes, each its rows, a row its cells by the column where they begin."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in texts.text(view):
        if span.paragraph.cell is not None:
            found[span.paragraph.cell.table].append(span)
    return [_rows(spans) for spans in found.values()]


def _rows(spans: list[Span]) -> list[dict[int, Span]]:
    rows: dict[int, dict[int, Span]] = defaultdict(dict)
    for span in spans:
        cell = span.paragraph.cell
        if cell is not None:
            # A cell of several paragraphs holds no figure to be added.
            rows[cell.row][cell.grid] = span if cell.grid not in rows[cell.row] else texts.part(span, 0, 0)
    return [rows[number] for number in sorted(rows)][:_MOST_ROWS]


def _totals(rows: list[dict[int, Span]]) -> Iterator[Total]:
    columns = range(max(map(max, rows)) + 1)
    first = next((number for number, row in enumerate(rows) if number and _has_figures(row)), len(rows))
    while first > 1 and 0 in rows[first - 1] and _MARK.fullmatch(rows[first - 1][0].text.strip()):
        first -= 1  # the head of a group has no figures
    names = [" ".join(filter(None, (_heading(row, column) for row in rows[:first]))) for column in columns]
    bang = doc_bang(names, [[row[column].text if column in row else "" for column in columns] for row in rows[first:]])
    if bang.tong and len(rows) - first - len(bang.tong) >= _FEWEST_ROWS:
        for found in tong_sai(bang):
            if names[found.cot]:
                yield Total(rows[first + found.hang][found.cot], names[found.cot], found.dung)


def _heading(row: dict[int, Span], column: int) -> str:
    """Return the words over a column in a row of the head, those of a merged cell included."""
    over = max((at for at in row if at <= column), default=None)
    return "" if over is None else row[over].text.strip()


def _has_figures(row: dict[int, Span]) -> bool:
    return any(la_so(span.text) for column, span in row.items() if column != min(row))


@rule("SL03", Level.THONG_LE, "Thông lệ ghi số liệu", each=wrong_totals)
def tong_bang_sai(this: Rule, total: Total) -> Faults:
    """Dòng tổng cộng của bảng không bằng tổng các dòng ở trên.
    Căn cứ: dòng tổng cộng bằng tổng các dòng của cột, dòng của nhóm bằng tổng các dòng trong nhóm.
    Sai: cột có 10, 20, 30 mà dòng Tổng cộng ghi 70 | Đúng: dòng Tổng cộng ghi 60 | Bỏ qua khi: bảng chỉ trích một số dòng.
    """
    message = N_("Cột “{cot}”: dòng tổng ghi {doan}, các dòng cộng lại được {dung}.")
    yield this.at(
        total.cell, message, N_("Xem lại từng dòng và dòng tổng của cột này."), cot=total.name, doan=total.cell.text.strip(),
        dung=so(total.sum),
    )

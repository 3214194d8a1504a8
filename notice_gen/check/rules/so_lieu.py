"""Figures: thousands and decimals, sums, shares, amounts in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Phrases
from notice_gen.records import record
from notice_gen.vietnamese.con_so import doc_so, so
from notice_gen.vietnamese.so_thanh_chu import doc_bang_chu, tien_bang_chu

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


@rule("SL03", Level.THONG_LE, "Thông lệ ghi số liệu", each=wrong_totals)
def tong_bang_sai(this: Rule, total: Total) -> Faults:
    """Dòng tổng cộng của bảng không bằng tổng các dòng ở trên.
    Căn cứ: dòng tổng cộng bằng tổng các dòng của cột. | Sai: cột có 10, 20, 30 mà dòng Tổng cộng ghi 70 | Đúng: dòng Tổng cộng ghi 60
    Bỏ qua khi: bảng chỉ trích một số dòng.
    """
    message = N_("Cột “{cot}”: dòng tổng ghi {doan}, các dòng cộng lại được {dung}.")
    yield this.at(
        total.cell, message, N_("Xem lại từng dòng và dòng tổng của cột này."), cot=total.name, doan=total.cell.text.strip(),
        dung=so(total.sum),
    )


# Things that are counted and have no thousandths.
@rule("SL04", Level.THONG_LE, "Luật Kế toán, Điều 11, khoản 2",
      each=texts.found(texts.legible, Phrases(r"(?<![\d.,/])[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}(?![\d,])|,\d{{3}}(?= {dem_duoc}\b))"), ","))
def dau_phay_hang_nghin(this: Rule, span: Span, match: re.Match[str]) -> Faults:
    """Dấu phẩy giữa các hàng nghìn.
    Căn cứ: sau chữ số hàng nghìn, hàng triệu, hàng tỷ đặt dấu chấm; sau chữ số hàng đơn vị đặt dấu phẩy. | Sai: 1,250,000 đồng; 1,250 hồ sơ
    Đúng: 1.250.000 đồng; 1.250 hồ sơ | Bỏ qua khi: dấu phẩy đứng trước phần thập phân.
    """
    yield this.write(texts.piece(span, match), N_("“{doan}”: dấu phẩy không dùng để ngăn hàng nghìn."), match[0].replace(",", "."))


@rule("SL07", Level.THONG_LE, "Thông lệ ghi số liệu")
def so_tien_bang_chu_sai(this: Rule, view: DocumentView) -> Faults:
    """Số tiền bằng chữ không khớp với số tiền bằng số.
    Căn cứ: số tiền bằng chữ đọc đúng số tiền bằng số. | Sai: 1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)
    Đúng: 1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng) | Bỏ qua khi: con số đứng trước không phải số tiền được đọc.
    """
    both = r"(?P<so>\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|VNĐ)[ ,;:]{0,2}\(?(?:[Vv]iết )?[Bb]ằng chữ:? ?(?P<chu>[^().;:\d]{3,200}?) đồng"
    for span in texts.legible(view):
        for match in re.finditer(both, span.text) if "ằng chữ" in span.text else ():
            amount = int(match["so"].replace(".", ""))
            try:
                in_words = doc_bang_chu(" ".join(match["chu"].lower().replace(",", " ").split()))
            except ValueError:
                continue
            if in_words != amount:
                message = N_("Số tiền {so} đồng không khớp với “{doan}”.")
                yield this.write(texts.piece(span, match, "chu"), message, tien_bang_chu(amount), so=match["so"])

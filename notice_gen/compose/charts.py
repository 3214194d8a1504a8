"""Charts: which figures are drawn, under which labels, and what stands below them; :mod:`chart_look` decides how they look."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from notice_gen import page, typography, vietnamese
from notice_gen.compose import chart_look
from notice_gen.compose.writer import Filled, Path, Writer
from notice_gen.errors import N_, Problem
from notice_gen.expressions import show
from notice_gen.model import Bang, BieuDo, DuLieu, TuBang
from notice_gen.page import Block, ChartSeries, Dong
from notice_gen.records import record
from notice_gen.vietnamese import hang_so, o_so

_MOST_SERIES = 6  # fills that a copier in black and white keeps apart
_MOST_BARS = 45  # labels on the width or the height of a page
_MOST_POINTS = 120  # of a line, where some labels are left out
_DECIMALS = 2  # of a quotient, as in running text
_ALT = 40  # figures that the alternative text reads out
_KINDS = {
    "cot": "Biểu đồ cột", "cot-chong": "Biểu đồ cột chồng", "thanh": "Biểu đồ thanh ngang", "thanh-chong": "Biểu đồ thanh ngang chồng",
    "duong": "Biểu đồ đường",
}  # fmt: skip


@record
class _Chosen:
    """What of a grid is drawn: its headings, its rows, where it stands; the column of labels, those of figures, the rows by number."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]
    path: Path
    nhan: int
    cot: Sequence[int]
    hang: Sequence[int]


@record
class _Drawn:
    """What is drawn: the heading of the labels, the labels, names of the series, their figures by series, their unit."""

    head: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[tuple[Decimal | None, ...], ...]
    unit: str


def chart_blocks(writer: Writer, cac_bieu_do: tuple[BieuDo, ...], cac_bang: tuple[Bang, ...], width: int, path: Path) -> Iterator[Block]:
    """Yield the blocks of the charts at *path*: each, its numbered caption, its notes; as wide as the text, *width* twips.

    *cac_bang* are the tables of the same section, which were printed before.
    """
    for i, bieu_do in enumerate(cac_bieu_do):
        here = (*path, i)
        writer.numbered += 1
        ten = writer.text(bieu_do.ten, (*here, "ten"))
        unit = writer.text(bieu_do.don_vi_tinh, (*here, "don_vi_tinh")) if bieu_do.don_vi_tinh else ""
        drawn = None
        if bieu_do.tu_bang:
            drawn = _of_table(writer, bieu_do, bieu_do.tu_bang, cac_bang, here)
        elif bieu_do.du_lieu:
            drawn = _typed(writer, bieu_do, bieu_do.du_lieu, unit, here)
        if drawn is None:
            continue  # told
        chart, height = _chart(bieu_do, drawn, unit or drawn.unit, width / typography.TWIPS_PER_MM)
        about = _read_out(bieu_do.kieu, ten, chart)
        size = (round(width / typography.TWIPS_PER_MM * typography.EMU_PER_MM), round(height * typography.EMU_PER_MM))
        yield Dong("hinh", page.ShownChart(about, size, len(writer.charts), writer.shown))
        writer.shown += 1
        writer.charts.append(chart)
        yield Dong("ten_hinh", writer.paragraph(f"Biểu đồ {writer.numbered}. {bieu_do.ten}", (*here, "ten")))
        for line in bieu_do.chu_thich:
            yield Dong("chu_thich", writer.paragraph(line, (*here, "chu_thich")))


def _chart(bieu_do: BieuDo, drawn: _Drawn, unit: str, width_mm: float) -> tuple[page.Chart, float]:
    """Return the chart and its height in mm."""
    look = chart_look.of(bieu_do.kieu, drawn.labels, drawn.figures, unit, width_mm, bieu_do.chieu_cao)
    series = tuple(ChartSeries(*one) for one in zip(drawn.names, drawn.figures, look.written, strict=True))
    stated = f"Đơn vị tính: {unit}" if unit else ""
    chart = page.Chart(bieu_do.kieu, drawn.head, drawn.labels, series, stated, look.axis, look.size_pt, look.turned, look.every)
    return chart, look.height_mm


def _read_out(kieu: str, ten: str, chart: page.Chart) -> str:
    """Return the alternative text: what is drawn, and its figures where they are few."""
    said = f"{_KINDS[kieu]}: {ten}."
    if chart.unit:
        said += f" {chart.unit}."
    if sum(len(series.values) for series in chart.series) > _ALT:
        return f"{said} {'; '.join(series.name for series in chart.series)}."
    for series in chart.series:
        figures = (f"{label} {vietnamese.so(value)}" for label, value in zip(chart.labels, series.values, strict=True) if value is not None)
        said += f" {series.name}: {'; '.join(figures)}."
    return said


# --- where the figures come from -----------------------------------------------------------------------


def _typed(writer: Writer, bieu_do: BieuDo, data: DuLieu, unit: str, path: Path) -> _Drawn | None:
    """Return what is drawn of figures that the chart has for itself."""
    here = (*path, "du_lieu")
    heads = [writer.text(name, (*here, "cot", c)) for c, name in enumerate(data.cot)]
    rows = [[writer.value(cell, (*here, "hang", n, c)) for c, cell in enumerate(row)] for n, row in enumerate(data.hang)]
    writer.warnings += _thousandths(heads, data, unit, here)
    return _drawn(writer, bieu_do.kieu, _Chosen(heads, rows, here, 0, range(1, len(heads)), range(len(rows))), "")


def _thousandths(heads: Sequence[str], data: DuLieu, unit: str, path: Path) -> Iterator[Problem]:
    """Yield a warning for each number that may be in thousands, written with the other mark: ``1.250`` without quotes is 1,25."""
    for c, head in enumerate(heads[1:], start=1):
        column = [row[c] for row in data.hang]
        if not any(map(o_so.phan_nghin, column)):
            continue
        for n in o_so.nghi_nghin(column, f"{head} {unit}"):
            value = o_so.gia_tri(column[n]) or 0
            message = N_("Cột “{cot}”: {o} được hiểu là số thập phân {le}, không phải {nguyen}.")
            values = {"cot": head, "o": column[n], "le": vietnamese.so(value), "nguyen": o_so.con_so(value * 1000)}
            at = (*path, "hang", n, c)
            yield Problem(message, N_("Gõ {nguyen} nếu là số hàng nghìn."), values, at, level="warning", code="bang_o_hai_nghia")


def _of_table(writer: Writer, bieu_do: BieuDo, asked: TuBang, cac_bang: tuple[Bang, ...], path: Path) -> _Drawn | None:
    """Return what is drawn of one of the tables that were printed before; a name that it does not have is told."""
    table = (*path[:-2], "bang", asked.thu_tu - 1)
    here, there, typed = (*path, "tu_bang"), writer.tables[table], cac_bang[asked.thu_tu - 1].don_vi_tinh
    cot = [_column(writer, there, name, (*here, "cot", i)) for i, name in enumerate(asked.cot)]
    nhan = _column(writer, there, asked.nhan, (*here, "nhan")) if asked.nhan else _column_of_labels(there, cot)
    if nhan is None or None in cot:
        return None
    plain = [n for n in range(len(there.rows)) if n not in there.standing_out]
    hang = _rows(writer, there, nhan, asked.hang, here) if asked.hang else plain
    found = [c for c in cot if c is not None]
    unit = writer.text(typed, (*table, "don_vi_tinh")) if typed else ""
    return _drawn(writer, bieu_do.kieu, _Chosen(there.full, there.rows, table, nhan, found, hang), unit) if hang else None


def _column(writer: Writer, there: Filled, typed: str, path: Path) -> int | None:
    """Return the column of a name, told in full where several have it."""
    name = _folded(writer.text(typed, path))
    found = [c for c, full in enumerate(there.full) if _folded(full) == name]
    found = found or [c for c, own in enumerate(there.names) if _folded(own) == name]
    if len(found) == 1:
        return found[0]
    if found:
        message, hint = N_("Bảng có {so} cột tên “{ten}”."), N_("Ghi cả tiêu đề chung: {co}.")
    else:
        message, hint = N_("Bảng không có cột nào tên “{ten}”."), N_("Ghi một trong: {co}.")
    names = [there.full[c] for c in found] or _nearest(typed, there.full)
    values = {"ten": typed, "so": len(found), "co": ", ".join(f'"{one}"' for one in names)}
    writer.note([Problem(message, hint, values, path, typed)])
    return None


def _column_of_labels(there: Filled, drawn: Sequence[int | None]) -> int:
    """Return the first column of words, else the first that is not drawn."""
    named = hang_so.cot_ten([*zip(*there.rows, strict=True)], hang_so.cot_dem(there.full, there.rows)) if there.rows else None
    return named if named is not None else next((c for c in range(len(there.full)) if c not in drawn), 0)


def _rows(writer: Writer, there: Filled, nhan: int, asked: Sequence[str], path: Path) -> list[int]:
    """Return the rows of some labels; those that there are not, or several of, are told."""
    labels = [_label(row[nhan]) for row in there.rows]
    folded, found = [*map(_folded, labels)], []
    for i, typed in enumerate(asked):
        here = (*path, "hang", i)
        name = _folded(writer.text(typed, here))
        if folded.count(name) == 1:
            found.append(folded.index(name))
            continue
        message, hint = N_("Cột “{cot}” của bảng không có hàng nào ghi “{ten}”."), N_("Ghi một trong: {co}.")
        if name in folded:
            message = N_("Cột “{cot}” của bảng có hơn một hàng ghi “{ten}”.")
            hint = N_("Bỏ dòng hang để vẽ mọi hàng, hoặc sửa nhãn trong bảng.")
        co = ", ".join(f'"{one}"' for one in _nearest(typed, labels))
        writer.note([Problem(message, hint, {"cot": there.full[nhan], "ten": typed, "co": co}, here, typed)])
    return found if len(found) == len(asked) else []


def _folded(text: str) -> str:
    return " ".join(str(text).split()).casefold()


def _nearest(typed: str, names: Sequence[str]) -> list[str]:
    """Return names to choose from: those near to what was typed, else the first."""
    there = [*dict.fromkeys(filter(None, names))]
    return difflib.get_close_matches(typed, there, n=3, cutoff=0.6) or there[:8]


def _drawn(writer: Writer, kieu: str, chosen: _Chosen, unit: str) -> _Drawn | None:
    """Return what is drawn; too much, nothing, and what is no number is told."""
    before = len(writer.problems)
    writer.note(_out_of_bounds(kieu, chosen))
    labels = tuple(_label(chosen.rows[n][chosen.nhan]) for n in chosen.hang)
    figures = tuple(tuple(_figure(writer, chosen, n, c) for n in chosen.hang) for c in chosen.cot)
    for n in (n for n, label in zip(chosen.hang, labels, strict=True) if not label):
        message, hint = N_("Hàng {hang} không có nhãn để ghi ở biểu đồ."), N_("Ghi tên của hàng vào ô này.")
        writer.note([Problem(message, hint, {"hang": n + 1}, (*chosen.path, "hang", n, chosen.nhan))])
    if len(writer.problems) > before:
        return None
    if not any(value is not None for series in figures for value in series):
        writer.note([Problem(N_("Biểu đồ không có con số nào để vẽ."), N_("Ghi số vào các ô, hoặc bỏ biểu đồ này."), path=chosen.path)])
        return None
    shares = all(o_so.phan_tram(cell) for n in chosen.hang for c in chosen.cot if not o_so.trong(cell := chosen.rows[n][c]))
    return _Drawn(chosen.heads[chosen.nhan], labels, tuple(chosen.heads[c] for c in chosen.cot), figures, unit or ("%" if shares else ""))


def _out_of_bounds(kieu: str, chosen: _Chosen) -> Iterator[Problem]:
    most = _MOST_POINTS if kieu == "duong" else _MOST_BARS
    if len(chosen.cot) > _MOST_SERIES:
        message = N_("Biểu đồ có {so} dãy số, nhiều nhất {nhieu_nhat}: nhiều hơn thì in đen trắng không phân biệt được.")
        hint = N_("Bớt cột, hoặc chia thành hai biểu đồ.")
        yield Problem(message, hint, {"so": len(chosen.cot), "nhieu_nhat": _MOST_SERIES}, chosen.path)
    if len(chosen.hang) > most:
        message = N_("Biểu đồ có {so} nhãn, kiểu “{kieu}” nhiều nhất {nhieu_nhat}: nhiều hơn thì không đọc được.")
        hint = N_("Chia thành nhiều biểu đồ, hoặc chỉ vẽ một số hàng (tu_bang: hang = [\"…\", \"…\"]).")
        yield Problem(message, hint, {"so": len(chosen.hang), "kieu": kieu, "nhieu_nhat": most}, chosen.path)


def _label(cell: Any) -> str:
    """Return a cell as the label of what is drawn: a year keeps its four digits together."""
    return str(cell) if isinstance(cell, int) else " ".join(str(show(cell)).split())


def _figure(writer: Writer, chosen: _Chosen, n: int, c: int) -> Decimal | None:
    """Return the number that a cell holds; what is none is told."""
    cell = chosen.rows[n][c]
    try:
        value = o_so.gia_tri(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
    except ValueError:
        message = N_("Ô này không phải số nên không vẽ được: “{o}”.")
        hint = N_("Gõ số, ví dụ 1250 hoặc \"1.250,5\" (đơn vị ghi ở don_vi_tinh); không có thì ghi \"\".")
        writer.note([Problem(message, hint, {"o": show(cell)}, (*chosen.path, "hang", n, c))])
        return None
    if value is None:
        return None
    exact = Decimal(value.numerator) / value.denominator
    return exact if Fraction(exact) == value else round(exact, _DECIMALS)

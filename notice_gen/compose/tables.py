"""Tables of figures: cells as printed, column widths in twips, the total row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from notice_gen import page, typography, vietnamese
from notice_gen.compose import columns
from notice_gen.compose.writer import Filled, Path, Writer
from notice_gen.errors import N_, Problem
from notice_gen.expressions import show
from notice_gen.model import Bang
from notice_gen.page import Block, Cot, Dong

_NUMBER = re.compile(r"[-−]?[\d.,]+ ?%?")
_THOUSANDTHS = -3
_NEARLY_MM = 0.5  # another font differs by more
HAI_TANG = "bang_hai_tang"
"""The kind of a table whose head has two levels."""
_ALIGNED = {"trai": columns.CHU, "giua": columns.GIUA, "phai": columns.SO}


def table_blocks(writer: Writer, bang: Bang, width: int, path: Path) -> Iterator[Block]:
    """Yield the title, the unit line and the table of *bang*, which stands at *path* and fills *width* twips."""
    if bang.tieu_de:
        yield Dong("ten_bang", writer.line(bang.tieu_de, (*path, "tieu_de")))
    if bang.don_vi_tinh:
        yield Dong("don_vi_tinh", f"Đơn vị tính: {writer.text(bang.don_vi_tinh, (*path, 'don_vi_tinh'))}")
    heads = _heads(writer, bang, path)
    rows = [[writer.value(cell, (*path, "hang", i, j)) for j, cell in enumerate(row)] for i, row in enumerate(bang.hang)]
    last: list[Any] = []
    if _adds_up(bang) or any(map(_may_be_doubtful, rows)):
        from notice_gen.compose import totals

        rows, last = totals.worked_out(writer, bang, columns.in_full(heads), rows, path)
    yield _drawn(writer, bang, heads, rows, last, width, path)
    for line in bang.chu_thich:
        yield Dong("chu_thich", writer.paragraph(line, (*path, "chu_thich")))


def _heads(writer: Writer, bang: Bang, path: Path) -> columns.Heads:
    """Return the names of the columns and the groups they stand in."""
    names = [writer.text(cot.ten, (*path, "cot", i)) for i, cot in enumerate(bang.cot)]
    above = [writer.text(cot.nhom, (*path, "cot", i, "nhom")) if cot.nhom else "" for i, cot in enumerate(bang.cot)]
    return names, columns.groups(above)


def _drawn(
    writer: Writer, bang: Bang, heads: columns.Heads, rows: Sequence[Sequence[Any]], last: Sequence[Any], width: int, path: Path
) -> page.Bang:
    """Return the table as printed: *rows* and the total row *last*, if any, in columns *width* twips wide in all."""
    shown, total, (names, groups) = [list(map(_shown, row)) for row in rows], list(map(_shown, last)), heads
    full = columns.in_full(heads)
    kinds = columns.kinds(full, shown)
    marked = columns.standing_out(full, rows, kinds)
    writer.tables[path] = Filled(names, full, rows, marked)
    sizes = _widths(writer, bang, heads, [*shown, total] if total else shown, kinds, marked, width, path)
    look = columns.Look(kinds, [_ALIGNED.get(cot.can_le or "", kind) for cot, kind in zip(bang.cot, kinds, strict=True)], sizes)
    count, noted = len(shown) + bool(total), bool(bang.chu_thich)
    keep = columns.kept_together(count, noted=noted)
    printed = tuple([columns.cells(row, look, marked.get(n, ""), keep=n in keep) for n, row in enumerate(shown)])
    tong = columns.cells(total, look, columns.TONG, keep=count - 1 in keep) if total else ()
    printed_names = list(map(columns.heading, names, sizes))
    if not groups:
        return page.Bang(tuple(map(Cot, printed_names, sizes)), printed, tong, giu=noted)
    alone = {group.dau for group in groups if not group.ten}
    cot = tuple([Cot(ten, size, c in alone) for c, (ten, size) in enumerate(zip(printed_names, sizes, strict=True))])
    return page.Bang(cot, printed, tong, columns.upper_row(heads, sizes), noted, HAI_TANG)


def _adds_up(bang: Bang) -> bool:
    return bang.tong or bang.tong_nhom or any(cot.ty_le or cot.ten.casefold().startswith("đơn giá") for cot in bang.cot)


def _may_be_doubtful(row: Sequence[Any]) -> bool:
    """Tell whether a row may be a typed total, or hold a decimal such as 1.250: most tables have neither, and are left alone."""
    words = (cell.casefold() for cell in row[:3] if isinstance(cell, str))
    if any(type(cell) is Decimal and cell.as_tuple().exponent == _THOUSANDTHS for cell in row):
        return True
    return any("tổng" in text or "cộng" in text or "toàn" in text for text in words)


def _shown(cell: Any) -> tuple[str, bool]:
    """Return a cell's text and whether it is a number."""
    if isinstance(cell, str):
        return cell, bool(_NUMBER.fullmatch(cell))
    if isinstance(cell, date) or cell is None:
        return show(cell), False
    # In a table 4 stands under 12 unpadded: the leading zero belongs to running text.
    return (vietnamese.so(cell) if isinstance(cell, int | Decimal) else show(cell)), True


def _widths(
    writer: Writer, bang: Bang, heads: columns.Heads, rows: Sequence[columns.Shown], kinds: Sequence[str], marked: dict[int, str],
    width: int, path: Path,
) -> list[int]:  # fmt: skip
    """Share *width* twips among the columns: as asked, else by what they hold; what cannot but be broken is told."""
    bold = {**marked, len(bang.hang): columns.TONG}
    width_mm = width / typography.TWIPS_PER_MM
    names, groups = heads
    sizes, needed = columns.widths(names, rows, kinds, bold, width_mm, groups)
    if needed > width_mm:
        writer.warnings.append(_too_wide(needed, width_mm, path))
    elif bang.rong:
        asked = [weight * width_mm / sum(bang.rong) for weight in bang.rong]
        least = columns.least_widths(names, rows, kinds, bold, groups)
        narrow = [c for c, size in enumerate(asked) if size < least[c] - _NEARLY_MM]
        writer.warnings += [_too_narrow(names[c], asked[c], least[c], (*path, "rong", c)) for c in narrow]
    weights = bang.rong or sizes
    shares = [int(width * weight / sum(weights)) for weight in weights]
    shares[shares.index(max(shares))] += width - sum(shares)
    return shares


def _too_narrow(head: str, has: float, needed: float, path: Path) -> Problem:
    message = N_("Cột “{cot}” hẹp quá: rong chia cho {co} mm, cần ít nhất {can} mm để không ngắt giữa số, giữa chữ.")
    hint = N_("Tăng số của cột này trong rong, hoặc bỏ dòng rong để độ rộng tự tính.")
    return Problem(message, hint, {"cot": head, "co": round(has), "can": math.ceil(needed)}, path, level="warning", code="cot_hep_qua")


def _too_wide(needed: float, width_mm: float, path: Path) -> Problem:
    message = N_("Bảng rộng quá trang: các cột cần ít nhất {can} mm để không ngắt giữa số, giữa chữ, mà trang chỉ có {co} mm.")
    hint = N_("Đưa bảng vào một phụ lục trang ngang ([[phu_luc]] với ngang = true), bớt cột, hoặc dùng đơn vị tính lớn hơn (triệu đồng).")
    values = {"can": round(needed), "co": round(width_mm)}
    return Problem(message, hint, values, (*path, "cot"), level="warning", code="bang_rong_qua_trang")

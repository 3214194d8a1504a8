"""What a table of figures comes to: total rows and shares worked out, typed totals held against their rows, each doubt at its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from notice_gen import expressions, vietnamese
from notice_gen.compose import products
from notice_gen.compose.writer import Path, Writer
from notice_gen.errors import N_, Problem
from notice_gen.expressions import Expression
from notice_gen.model import Bang, cot_ten
from notice_gen.records import record
from notice_gen.vietnamese.cong_bang import BangSo, Sai, doc_bang, khong_doc, tong_chung, tong_cot, tong_nhom, tong_sai
from notice_gen.vietnamese.o_so import Loai, Number, con_so, gia_tri, la_thu_tu, nghi_nghin, phan_nghin, phan_tram, so_le, trong

Rows = list[list[Any]]
_Figures = Mapping[int, Number | Literal[False] | None]
"""What cells of a row come to, by column: None of an empty one, False of one that nobody can read."""

_LABEL = "Tổng cộng"
_NONE = "-"


@record
class _Share:
    """A column of percentages: which column is the part, which the whole, and how its figures are written."""

    cot: int
    phan: int
    tong: int
    le: int
    sign: str


def worked_out(writer: Writer, bang: Bang, heads: Sequence[str], rows: Rows, path: Path) -> tuple[Rows, list[Any]]:
    """Return the rows of a table with what is worked out filled in, and its total row (none when it asks for none).

    Args:
        writer: notes what cannot be added up, and typed totals that do not hold.
        bang: the table as typed.
        heads: its headings as printed.
        rows: its values.
        path: where it stands.
    """
    don_vi = bang.don_vi_tinh or ""
    so = doc_bang(heads, _as_typed(bang, rows), don_vi, [False if cot.ty_le else cot.cong for cot in bang.cot])
    writer.warnings += _doubts(bang, so, path)
    totals = tong_cot(so)
    sums = [{c: None if cells[n] is False else cells[n] for c, cells in so.so.items()} for n in range(len(rows))]
    if bang.tong_nhom:
        groups = list(tong_nhom(so))
        writer.warnings += [] if groups else [_without_groups(path)]
        for n, c, total in groups:
            rows[n][c], sums[n][c] = vietnamese.so(total), total
    last = [("" if total is None else vietnamese.so(total)) for total in totals]
    writer.warnings += _row_warning("bang_thanh_tien_sai", products.wrong_amounts(heads, rows), bang, path)
    for share in _shares(bang, rows):
        writer.warnings += _wrong_shares(bang, so, share, rows, path)
        turned = products.backward(heads, share.cot, share.phan, share.tong, sums)
        writer.warnings += _row_warning("ty_le_nguoc", turned, bang, path)
        _fill(share, rows, [*_figures(share, so, rows, sums)])
        _fill(share, [last], [_known(totals)])
    return rows, _with_label(last, heads, so) if bang.tong else []


def _as_typed(bang: Bang, rows: Rows) -> Rows:
    """Return the values of a table; a decimal that was worked out cannot be taken for thousands typed with the wrong mark."""
    cells = (zip(row, typed, strict=True) for row, typed in zip(rows, bang.hang, strict=True))
    return [[_plainly_decimal(cell) if isinstance(source, str) else cell for cell, source in row] for row in cells]


def _plainly_decimal(cell: Any) -> Any:
    return cell + Decimal("0.0000") if isinstance(cell, Decimal) and phan_nghin(cell) else cell


def _row_warning(code: str, doubts: Iterator[products.Doubt], bang: Bang, path: Path) -> Iterator[Problem]:
    return (_warning(code, one.message, one.hint, {**one.values}, bang, (one.hang, one.cot), path) for one in doubts)


def _without_groups(path: Path) -> Problem:
    message = N_("Có tong_nhom = true nhưng bảng không có hàng tên nhóm nào để trống ô số.")
    hint = N_("Hàng tên nhóm ghi I, II hoặc A, B ở cột TT, hoặc viết IN HOA; ô số ghi \"\". Không có nhóm thì bỏ dòng tong_nhom.")
    return Problem(message, hint, {}, (*path, "tong_nhom"), level="warning", code="bang_khong_co_nhom")


def _with_label(last: list[Any], heads: Sequence[str], so: BangSo) -> list[Any]:
    """Return the total row with its name: before the rows' names, else in the first column that holds nothing."""
    free = [c for c, cell in enumerate(last) if not cell]
    words = [c for c in free if so.loai[c] is not Loai.TY_LE and not la_thu_tu(heads[c])]
    at = so.nhan if so.nhan in free else next(iter([*words, *free]), 0)
    last[at] = f"{_LABEL}: {last[at]}" if last[at] else _LABEL
    return last


def _shares(bang: Bang, rows: Rows) -> Iterator[_Share]:
    names = [cot.ten for cot in bang.cot]
    for c, cot in enumerate(bang.cot):
        if cot.ty_le and all(name in names for name in cot.ty_le):
            typed = [row[c] for row in rows if _percent(row[c]) is not None]
            signed = any(map(phan_tram, typed)) if typed else "%" not in cot.ten
            part, whole = (cot_ten(bang.cot, name, c)[0] for name in cot.ty_le)
            yield _Share(c, part, whole, max(map(so_le, typed), default=1), "%" if signed else "")


def _percent(cell: Any) -> Number | None:
    """Return the figure of a percentage, with its sign or without; None for anything else."""
    try:
        return gia_tri(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
    except ValueError:
        return None


def _figure(so: BangSo, rows: Rows, sums: Sequence[Mapping[int, Number | None]], n: int, c: int) -> Number | Literal[False] | None:
    """Return what a cell comes to, as in :data:`_Figures`."""
    if c in so.so:
        return False if so.so[c][n] is False else sums[n][c]
    read = _percent(rows[n][c])
    return read if read is not None else None if trong(rows[n][c]) else False


def _figures(share: _Share, so: BangSo, rows: Rows, sums: Sequence[Mapping[int, Number | None]]) -> Iterator[_Figures]:
    """Yield of each row what the cells come to that a percentage is worked out of."""
    return ({c: _figure(so, rows, sums, n, c) for c in (share.phan, share.tong)} for n in range(len(rows)))


def _known(totals: Sequence[Number | None]) -> _Figures:
    """Return what the total row comes to: what has no sum is no nought."""
    return {c: False if total is None else total for c, total in enumerate(totals)}


def _fill(share: _Share, rows: Sequence[list[Any]], figures: Sequence[_Figures]) -> None:
    """Work out the empty cells of a column of percentages; with each row what its cells come to."""
    for row, here in zip(rows, figures, strict=True):
        if trong(row[share.cot]):
            row[share.cot] = _percentage(share, here)


def _percentage(share: _Share, figures: _Figures) -> str:
    part, whole = figures[share.phan], figures[share.tong]
    if part is False or whole is False:
        return ""
    if not whole:
        return "" if whole is None else _NONE
    return vietnamese.ty_le(part or 0, whole, share.le).removesuffix("%") + share.sign


def _wrong_shares(bang: Bang, so: BangSo, share: _Share, rows: Rows, path: Path) -> Iterator[Problem]:
    """Yield a warning for each percentage that is not the one of its row's figures; other rows than totals may round as they like."""
    totals = {tong.hang for tong in so.tong}
    for n, row in enumerate(rows):
        typed = _percent(row[share.cot])
        part, whole = (so.so[c][n] if c in so.so else None for c in (share.phan, share.tong))
        if typed is None or not whole or part is False or part is None:
            continue
        le = so_le(row[share.cot])
        right = vietnamese.ty_le(part, whole, le).removesuffix("%")
        far = abs(Fraction(part) / Fraction(whole) * 100 - Fraction(typed)) > Fraction(1, 10**le)
        if right != vietnamese.so(typed) and (far or n in totals):
            message = N_("Cột “{cot}”: ghi {ghi}, tính từ hai cột “{phan}” và “{tong}” được {dung}.")
            if n in totals:
                message = N_("Hàng tổng, cột “{cot}”: ghi {ghi}, tính từ hai cột “{phan}” và “{tong}” được {dung}.")
            hint = N_("Sửa con số, hoặc để ô trống \"\" cho máy tính.")
            values = {"cot": bang.cot[share.cot].ten, "phan": bang.cot[share.phan].ten, "tong": bang.cot[share.tong].ten}
            values |= {"ghi": vietnamese.so(typed), "dung": right}
            yield _warning("bang_ty_le_sai", message, hint, values, bang, (n, share.cot), path)


def _doubts(bang: Bang, so: BangSo, path: Path) -> Iterator[Problem]:
    yield from _unreadable(bang, so, path)
    if bang.tong or so.tong:
        named = {(n, c) for n, row in enumerate(bang.hang) for c, cell in enumerate(row) if _figures_of(cell)}
        yield from (_wrong_total(bang, so, wrong, path) for wrong in tong_sai(so, named))
    for n in tong_chung(so) if bang.tong else ():
        message = N_("Bảng đã có hàng “{hang}” mà còn tong = true: hàng tổng in ra hai lần.")
        hint = N_("Xóa hàng này, hoặc bỏ dòng tong = true.")
        yield _warning("bang_hai_hang_tong", message, hint, {"hang": _name_of(so, n)}, bang, (n, 0), path)


def _unreadable(bang: Bang, so: BangSo, path: Path) -> Iterator[Problem]:
    """Yield a warning for each cell that may be read in two ways, and for each that keeps a column from being added up."""
    compared = {name for cot in bang.cot for name in cot.ty_le}
    in_totals = [(tong.hang, c) for tong in so.tong for c, cells in so.so.items() if cells[tong.hang] is False]
    for n, c in [*khong_doc(so), *in_totals]:
        cell = so.hang[n][c]
        doubtful = nghi_nghin([row[c] for row in so.hang], f"{bang.cot[c].ten} {bang.don_vi_tinh or ''}")
        if n in doubtful and (bang.tong or so.tong or isinstance(cell, Decimal)):
            yield _thousandths(bang, cell, (n, c), path)
        elif (bang.tong or bang.cot[c].ten in compared) and (n, c) not in in_totals:
            yield _unread(bang, cell, (n, c), path)


def _name_of(so: BangSo, n: int) -> str:
    """Return what a row is called: its cell in the column of names, else its first words."""
    cells = so.hang[n] if so.nhan is None else [so.hang[n][so.nhan], *so.hang[n]]
    return next((str(cell) for cell in cells if isinstance(cell, str) and cell.strip()), "")


def _wrong_total(bang: Bang, so: BangSo, wrong: Sai, path: Path) -> Problem:
    source = bang.hang[wrong.hang][wrong.cot]
    message = N_("Hàng “{hang}”, cột “{cot}”: ghi {ghi}, các hàng cộng lại được {dung}.")
    hint = N_("Sửa các hàng, hoặc gõ {so}. Cột không phải để cộng thì ghi trong cot: {{ ten = \"{cot}\", cong = false }}.")
    if _figures_of(source):
        message = N_("Hàng “{hang}”, cột “{cot}”: {nguon} là {ghi}, các hàng cộng lại được {dung}.")
        hint = N_("Sửa các hàng, hoặc sửa số liệu đó. Cột không phải để cộng thì ghi trong cot: {{ ten = \"{cot}\", cong = false }}.")
    values = {"hang": _name_of(so, wrong.hang), "cot": bang.cot[wrong.cot].ten, "nguon": str(source), "so": con_so(wrong.dung)}
    shown = {"ghi": vietnamese.so(wrong.ghi), "dung": vietnamese.so(wrong.dung)}
    return _warning("bang_tong_sai", message, hint, {**values, **shown}, bang, (wrong.hang, wrong.cot), path)


def _thousandths(bang: Bang, cell: Any, at: tuple[int, int], path: Path) -> Problem:
    value = gia_tri(cell) or 0
    message = N_("Cột “{cot}”: {o} được hiểu là số thập phân {le}, không phải {nguyen}.")
    hint = N_("Gõ {nguyen} nếu là số hàng nghìn; đúng là số thập phân thì ghi trong cot: {{ ten = \"{cot}\", cong = true }}.")
    thousands = con_so(value * 1000)
    values = {"cot": bang.cot[at[1]].ten, "o": cell, "le": vietnamese.so(value), "nguyen": thousands}
    return _warning("bang_o_hai_nghia", message, hint, values, bang, at, path)


def _unread(bang: Bang, cell: Any, at: tuple[int, int], path: Path) -> Problem:
    message = N_("Cột “{cot}” không cộng được vì ô này không phải số: “{o}”.")
    hint = N_("Gõ số (đơn vị ghi ở tên cột); không phát sinh thì gõ 0 hoặc \"-\". Cột không cần cộng thì ghi trong cot: {{ ten = \"{cot}\", cong = false }}.")  # noqa: E501
    values = {"cot": bang.cot[at[1]].ten, "o": expressions.show(cell)}
    if isinstance(cell, str) and (typed := cell.strip().replace(" ", "")).count(".") == 1 and typed.replace(".", "").isdigit():
        hint = N_("Số thập phân gõ {so} (không dấu nháy) hoặc \"{chu}\".")
        values |= {"so": typed, "chu": typed.replace(".", ",")}
    return _warning("bang_o_khong_phai_so", message, hint, values, bang, at, path)


def _warning(code: str, message: str, hint: str, values: dict[str, Any], bang: Bang, at: tuple[int, int], path: Path) -> Problem:
    n, c = at
    return Problem(message, hint, values, (*path, "hang", n, c), level="warning", figures=_figures_of(bang.hang[n][c]), code=code)


def _figures_of(source: Any) -> frozenset[str]:
    """Return the figures that a cell names."""
    if not isinstance(source, str) or "{{" not in source:
        return frozenset()
    codes = [piece.code for piece in expressions.pieces(source) if isinstance(piece, Expression)]
    return frozenset(name for code in codes for name in expressions.figures_in(code)) - frozenset(expressions.GROUPS)

"""Tables of figures added up: what each column and each group comes to, and the typed totals that do not.

A figure typed above its parts counts in their place, so nothing is added twice.  ``docs/dev/analysis/bang.md`` has the cases.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from notice_gen.records import record
from notice_gen.vietnamese import hang_so
from notice_gen.vietnamese.hang_so import TEN_NHOM, Nut, Tong
from notice_gen.vietnamese.o_so import Loai, Number, Rows, gia_tri, la_so, loai_cac_cot, nghi_nghin, phan_tram, so_le, trong

_MOST_TOTALS = 200
_NEAR = 5


@record
class BangSo:
    """A table understood.

    Attributes:
        loai: what each column holds.
        nhan: the column of the rows' names; None when there is none.
        hang: the cells.
        so: what the cells of each column that is added up hold; False for one that nobody can read.
        goc: over all rows.
        tong: the typed totals.
    """

    loai: tuple[Loai, ...]
    nhan: int | None
    hang: Rows
    so: Mapping[int, Sequence[Number | Literal[False] | None]]
    goc: Nut
    tong: tuple[Tong, ...]


@record
class Sai:
    """A typed total that does not hold: its cell, what is typed, what the rows come to."""

    hang: int
    cot: int
    ghi: Number
    dung: Number


def doc_bang(heads: Sequence[str], rows: Rows, don_vi: str = "", cong: Sequence[bool | None] = ()) -> BangSo:
    """Return a table understood.

    Args:
        heads: the names of the columns.
        rows: what stands under them.
        don_vi: the unit of the whole table.
        cong: of each column, whether it is added up, where somebody says so.
    """
    counts = hang_so.cot_dem(heads, rows)
    nhan = hang_so.cot_ten([*zip(*rows, strict=True)], counts)
    called = [hang_so.ten_hang(row, counts, nhan) for row in rows]
    la_tong = {n: label for n, row in enumerate(rows) if (label := hang_so.hang_tong(row, called[n], last=n == len(rows) - 1))}
    la_tong = hang_so.tong_co_ten(called, la_tong)
    skipped = hang_so.hang_khong_cong(rows, called) - la_tong.keys()
    known = dict([(counts, Loai.KHONG_CONG), (nhan, Loai.CHU), *_said(cong)])
    loai = loai_cac_cot(heads, [row for n, row in enumerate(rows) if n not in la_tong and n not in skipped], known, don_vi)
    figures = [c for c, kind in enumerate(loai) if kind is Loai.SO]
    so = {c: _column([row[c] for row in rows], "" if c in known else f"{heads[c]} {don_vi}") for c in figures}
    skipped |= {n for n, row in enumerate(rows) if _in_percent([row[c] for c in figures])}
    kinds = [hang_so.bac_hang(row, called[n], so, counts) for n, row in enumerate(rows)]
    tree = hang_so.cay_hang([(kind, la_tong.get(n, "")) for n, kind in enumerate(kinds)], skipped)
    return BangSo(tuple(loai), nhan, rows, so, *tree)


def tong_cot(bang: BangSo) -> list[Number | None]:
    """Return what each column comes to; None for one that is not added up, that holds no number, or a cell nobody can read."""
    return [_sum(bang, [bang.goc], c) if c in bang.so else None for c in range(len(bang.loai))]


def khong_doc(bang: BangSo) -> list[tuple[int, int]]:
    """Return the cells, by row and column, that keep a column of figures from being added up."""
    return [(n, c) for c, cells in bang.so.items() for n in _adds(bang, bang.goc, c) if cells[n] is False]


def tong_nhom(bang: BangSo) -> Iterator[tuple[int, int, Number]]:
    """Yield what belongs in the empty cells of rows that have parts: row, column, the sum of these."""
    for nut in _below(bang.goc):
        for c in bang.so if nut.con else ():
            total = _sum(bang, nut.con, c) if trong(bang.hang[nut.hang][c]) else None
            if total is not None:
                yield nut.hang, c, total


def tong_chung(bang: BangSo) -> list[int]:
    """Return the typed totals that are of the whole table."""
    return [tong.hang for tong in bang.tong if _meant(bang, tong) is bang.goc.con]


def tong_sai(bang: BangSo, named: Collection[tuple[int, int]] = ()) -> Iterator[Sai]:
    """Yield the typed totals, those in the head of a group too, that the rows they are of do not come to.

    Args:
        bang: the table.
        named: cells that use a figure's name: one above its parts (``1`` over ``a``, ``b``) is compared with them, too.
    """
    for c in bang.so:
        for nut in _below(bang.goc):
            if nut.con and not nut.kem and (nut.bac in TEN_NHOM or (nut.hang, c) in named):
                yield from _compared(bang, nut.hang, c, [nut.con])
        for tong in bang.tong[:_MOST_TOTALS]:
            others = [nut.con[start:end] for nut, before, end in tong.tren for start in (0, before)]
            wrong = _compared(bang, tong.hang, c, [_meant(bang, tong), *others, bang.goc.con])
            yield from (one for one in wrong if not tong.ten.startswith("cả ") or _is_near(one))


def _is_near(wrong: Sai) -> bool:
    """Tell whether a figure is meant for the sum: of a whole year it may be its end's, its average, or come after half a year's."""
    return abs(Fraction(wrong.ghi - wrong.dung)) * _NEAR <= abs(Fraction(wrong.dung))


def _column(cells: Sequence[object], name: str) -> list[Number | Literal[False] | None]:
    """Return what the cells of a column hold; one whose *name* is not given is as it reads, without a doubt."""
    doubtful = nghi_nghin(cells, name) if name else []
    return [False if n in doubtful else _read(cell) for n, cell in enumerate(cells)]


def _said(cong: Sequence[bool | None]) -> Iterator[tuple[int, Loai]]:
    return ((c, Loai.SO if yes else Loai.KHONG_CONG) for c, yes in enumerate(cong) if yes is not None)


def _in_percent(cells: Sequence[object]) -> bool:
    """Tell whether the figures of a row are percentages of the rows above it."""
    return any(map(phan_tram, cells)) and not any(map(la_so, cells))


def _read(cell: object) -> Number | Literal[False] | None:
    try:
        return gia_tri(cell)
    except ValueError:
        return False


def _below(nut: Nut) -> Iterator[Nut]:
    for part in nut.con:
        yield part
        yield from _below(part)


def _adds(bang: BangSo, nut: Nut, c: int) -> list[int]:
    """Return the rows whose cells make up what *nut* comes to: its parts, or itself where it says what they are of."""
    own = nut.hang >= 0 and bang.so[c][nut.hang] is not None
    if own and (nut.kem or nut.bac not in TEN_NHOM):
        return [nut.hang]
    return [n for part in nut.con for n in _adds(bang, part, c)] or [nut.hang] * own


def _sum(bang: BangSo, parts: Sequence[Nut], c: int) -> Number | None:
    """Return what rows come to together; None when they hold no number, or something else."""
    cells = [bang.so[c][n] for part in parts for n in _adds(bang, part, c)]
    return sum(cell for cell in cells if cell) if cells and not any(cell is False for cell in cells) else None


def _compared(bang: BangSo, hang: int, c: int, of: Sequence[Sequence[Nut]]) -> Iterator[Sai]:
    """Yield what is wrong with a typed total that may be the sum of any of several lots of rows, the first most likely."""
    typed = bang.so[c][hang]
    sums = [_sum(bang, parts, c) for parts in of]
    if typed is None or typed is False or sums[0] is None:
        return
    shown = [bang.hang[n][c] for part in of[0] for n in _adds(bang, part, c)]
    le = max(map(so_le, [*shown, bang.hang[hang][c]]))
    rounded = sum(so_le(cell) == le for cell in shown) if le else 0
    most = Fraction(rounded, 2 * 10**le) if rounded > 1 else 0
    if not any(total is not None and abs(Fraction(total - typed)) <= most for total in sums):
        yield Sai(hang, c, typed, sums[0])


def _meant(bang: BangSo, tong: Tong) -> list[Nut]:
    """Return the rows that a typed total is most likely of."""
    nut, start, end = tong.tren[0]
    if not end:  # it stands above its rows
        return nut.con
    whole = bang.goc.con
    is_last = all(len(open_.con) == here for open_, _, here in tong.tren)
    both = hang_so.co_ten(tong.ten)
    of_group = any(o.hang < tong.hang and (o.ten == tong.ten or (both and hang_so.co_ten(o.ten))) and o.tren[0][2] for o in bang.tong)
    if start == end or (is_last and not of_group and not hang_so.cua_nhom(tong.ten)):
        return whole
    return nut.con[start:end]

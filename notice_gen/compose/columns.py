"""How a table of figures looks: which columns are figures, which are centred, how wide each is, which rows stand out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from notice_gen import typography
from notice_gen.compose import breaks
from notice_gen.page import Cell, DauNhom
from notice_gen.records import record
from notice_gen.vietnamese.chu_cai import CHU_IN, CHU_THUONG

Shown = Sequence[tuple[str, bool]]
"""A row as printed: of each cell its text, and whether it is a number."""
Heads = tuple[Sequence[str], Sequence["Group"]]
"""The names of the columns, and the groups they stand in; no groups where the head has one level."""
SO, GIUA, CHU = "so", "giua", "chu"
"""Kinds of columns: figures stand right; ordinals, dates and short codes in the middle; words left."""
NHOM, TONG = "nhom", "tong"
"""Kinds of rows that stand out: the head of a group, a total."""

_SIZE_PT = 13
_PADDING_MM = 3.6  # the margins of a cell and its lines
_NEARLY_MM = 1.0  # what another printer's cell may have more
_CODE_MM = 30  # no longer is what is centred
_WORDS_MM, _WIDEST_MM = 25, 70  # what a column of words has where there is room, and what one line of it may ask for
_EMPTY_MM = 20  # a column left empty is written in by hand
_SMALL = 6  # rows that stay on one page
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{4}")
_CODE = re.compile(r"0\d[\d. ]*\d")
_TOTAL_WORDS = re.compile(r".{0,12}(?:tổng|cộng|toàn)", re.IGNORECASE)
_NAME = re.compile(rf"(?:[{CHU_IN}][{CHU_THUONG}]* ){{1,4}}[{CHU_IN}][{CHU_THUONG}]*")


@record
class Group:
    """Columns from number *dau* to before *cuoi* with one heading above them; a column without one is a group of its own."""

    ten: str
    dau: int
    cuoi: int


@record
class Look:
    """How the columns of a table look: their kinds, how their cells are aligned (named as kinds are), their widths in twips."""

    kinds: Sequence[str]
    aligned: Sequence[str]
    sizes: Sequence[int]


def groups(headings: Sequence[str]) -> list[Group]:
    """Return the groups of columns with these headings above them, empty for a column without; nothing when there is no heading at all.

    >>> [(group.ten, group.dau, group.cuoi) for group in groups(["", "Hồ sơ", "Hồ sơ", ""])]
    [('', 0, 1), ('Hồ sơ', 1, 3), ('', 3, 4)]
    """
    found: list[Group] = []
    for c, heading in enumerate(headings):
        if heading and found and found[-1].ten == heading:
            found[-1] = Group(heading, found[-1].dau, c + 1)
        else:
            found.append(Group(heading, c, c + 1))
    return found if any(headings) else []


def in_full(heads: Heads) -> Sequence[str]:
    """Return the names of the columns, each with the heading of its group before it.

    >>> in_full((["TT", "Nhận"], groups(["", "Hồ sơ"])))
    ['TT', 'Hồ sơ Nhận']
    """
    names, above = heads
    return [f"{group.ten} {names[c]}".lstrip() for group in above for c in range(group.dau, group.cuoi)] if above else names


def heading(name: str, size: int) -> str:
    r"""Return the heading of a column *size* twips wide, held where a line of it is not to end.

    >>> heading("Tháng 10: ban hành", 1860)
    'Tháng 10: ban\xa0hành'
    """
    room = size / typography.TWIPS_PER_MM - _PADDING_MM
    if _bold(name) <= room:
        return name
    return breaks.held(breaks.balanced(name, room, size_pt=_SIZE_PT, bold=True), room + _NEARLY_MM, size_pt=_SIZE_PT, bold=True)


def upper_row(heads: Heads, sizes: Sequence[int]) -> tuple[DauNhom, ...]:
    """Return the upper row of a head of two levels: headings of groups, and the names of columns that stand in none; *sizes* in twips."""
    names, above = heads
    wide = [sum(sizes[group.dau : group.cuoi]) for group in above]
    return tuple([
        DauNhom(heading(group.ten or names[group.dau], size), size, group.cuoi - group.dau, not group.ten)
        for group, size in zip(above, wide, strict=True)
    ])  # fmt: skip


def kinds(heads: Sequence[str], rows: Sequence[Shown]) -> list[str]:
    """Return the kind of each column, by its name and by what stands in it."""
    return [_kind(head, [row[c] for row in rows if row[c][0]]) for c, head in enumerate(heads)]


def _kind(head: str, cells: Shown) -> str:
    from notice_gen.vietnamese.o_so import la_thu_tu

    numbers = [text for text, is_number in cells if is_number]
    if la_thu_tu(head):
        return GIUA
    if numbers and 2 * len(numbers) >= len(cells) and not any(_CODE.fullmatch(text) or _DATE.fullmatch(text) for text in numbers):
        return SO
    is_short = cells and all(" " not in text and _regular(text) <= _CODE_MM for text, _ in cells)
    return GIUA if is_short else CHU


def standing_out(heads: Sequence[str], rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> dict[int, str]:
    """Return which rows are heads of groups or typed totals, of *columns* of these kinds."""
    first = [cell for row in rows for cell in row[:3] if isinstance(cell, str)]
    if not any("" in row for row in rows) and not any(map(_TOTAL_WORDS.match, first)):
        return {}
    from notice_gen.vietnamese import hang_so

    counts = hang_so.cot_dem(heads, rows)
    names = hang_so.cot_ten(list(zip(*rows, strict=True)), counts)
    figures = [c for c, kind in enumerate(columns) if kind == SO]
    found = {}
    for n, row in enumerate(rows):
        called = hang_so.ten_hang(row, counts, names)
        if hang_so.hang_tong(row, called, last=n == len(rows) - 1):
            found[n] = TONG
        elif hang_so.bac_hang(row, called, figures, counts) in hang_so.TEN_NHOM:
            found[n] = NHOM
    # Where every row is marked so, these are its ordinals.
    return found if any(n not in found for n in range(len(rows))) else {n: kind for n, kind in found.items() if kind == TONG}


def widths(
    heads: Sequence[str], rows: Sequence[Shown], columns: Sequence[str], bold: Mapping[int, str], width_mm: float,
    above: Sequence[Group] = (),
) -> tuple[list[float], float]:  # fmt: skip
    """Return how wide each column is in mm, *width_mm* in all, and how much is needed so that no word and no number is broken.

    First no word is broken, then no name of a person, then words have room for a few beside each other, then texts stand on one line;
    what is left goes to the columns that ask for most.

    Args:
        heads: the names of the columns.
        rows: what stands under them, the total row too.
        columns: their kinds.
        bold: the rows that are printed bold.
        width_mm: the width of the table.
        above: the groups that the columns stand in.
    """
    least, *further = _wanted(heads, rows, columns, bold, above)
    now = [*least]
    for wanted in further:
        missing, left = sum(wanted) - sum(now), width_mm - sum(now)
        if left <= 0:
            break
        share = min(1.0, left / missing) if missing > 0 else 0.0
        now = [have + (want - have) * share for have, want in zip(now, wanted, strict=True)]
    growing = [size if kind != GIUA else 0.0 for size, kind in zip(now, columns, strict=True)]
    growing = growing if any(growing) else now
    left = width_mm - sum(now)
    if left < 0:
        return [size * width_mm / sum(now) for size in now], sum(least)
    return [size + left * grow / sum(growing) for size, grow in zip(now, growing, strict=True)], sum(least)


def least_widths(
    heads: Sequence[str], rows: Sequence[Shown], columns: Sequence[str], bold: Mapping[int, str], above: Sequence[Group]
) -> list[float]:  # fmt: skip
    """Return how wide in mm each column must be, so that no word and no number is broken; the arguments are those of :func:`widths`."""
    return _wanted(heads, rows, columns, bold, above)[0]


def _wanted(
    heads: Sequence[str], rows: Sequence[Shown], columns: Sequence[str], bold: Mapping[int, str], above: Sequence[Group]
) -> list[list[float]]:  # fmt: skip
    """Return how wide the columns are at each step; no word of the headings above them is broken either."""
    texts = [[(_bold if n in bold else _regular, row[c][0]) for n, row in enumerate(rows) if row[c][0]] for c in range(len(columns))]
    steps = [*zip(*map(_steps, heads, texts, columns), strict=True)]
    least = [*steps[0]]
    for group in above:
        word = max(map(_bold, group.ten.split()), default=0.0) + _PADDING_MM
        missing = max(word - sum(least[group.dau : group.cuoi]), 0.0)
        for c in range(group.dau, group.cuoi):
            least[c] += missing / (group.cuoi - group.dau)
    return [[*map(max, step, least)] for step in steps]


def _steps(head: str, texts: Sequence[tuple[Callable[[str], float], str]], kind: str) -> tuple[float, float, float, float]:
    """Return how wide in mm a column is when no word is broken, no name, when words have room, when each text stands on one line."""
    word = max([_bold(word) for word in head.split()] + [measure(word) for measure, text in texts for word in _unbroken(text)])
    longest = max([measure(text) for measure, text in texts], default=_EMPTY_MM - _PADDING_MM)
    longest = max(word, min(longest, _WIDEST_MM if kind == CHU else longest))
    name = max([word] + [measure(text) for measure, text in texts if _NAME.fullmatch(text)])
    room = max(name, min(longest, _WORDS_MM))
    line = max(room, longest, min(_bold(head), _WORDS_MM))
    return word + _PADDING_MM, name + _PADDING_MM, room + _PADDING_MM, line + _PADDING_MM


def _unbroken(text: str) -> list[str]:
    """Return what of a text stays whole on a line: its words; a number keeps its sign."""
    return [text] if text.endswith(" %") else text.split()


def cells(row: Shown, look: Look, kind: str = "", *, keep: bool = False) -> tuple[Cell, ...]:
    """Return a row's cells as printed, those that one cell covers with no column of their own.

    Args:
        row: texts.
        look: of the columns.
        kind: what the row stands out as.
        keep: whether it stays on the page of the next.
    """
    bold, columns, sizes = bool(kind), look.kinds, look.sizes
    plain = [Cell(text, aligned == SO, size, aligned == GIUA, bold, 1, keep)
             for (text, _), aligned, size in zip(row, look.aligned, sizes, strict=True)]  # fmt: skip
    filled = [c for c, cell in enumerate(plain) if cell.chu]
    if not bold or not filled:
        return tuple(plain)
    first, end = filled[0], len(plain)
    at = next((c for c in filled if columns[c] == CHU), first)
    if kind == TONG:
        first = 0 if at == filled[0] else at
        end = next((c for c in range(at + 1, end) if plain[c].chu or columns[c] == SO), end)
    elif filled[-1] != at:
        return tuple(plain)  # a group with figures of its own
    else:
        first = at
    for c in range(first, end):
        covers = end - first if c == at else 0
        plain[c] = Cell(plain[c].chu, False, sum(sizes[first:end]) if covers else sizes[c], kind == TONG, True, covers, keep)
    return tuple(plain)


def kept_together(count: int, *, noted: bool = False) -> set[int]:
    """Return which of *count* rows stay on the page of the next: all of a small table; of a longer one the last row is not left alone.

    *noted*: a note follows, which stays with the last row.
    """
    return (set(range(count - 1)) if count <= _SMALL else {count - 2}) | ({count - 1} if noted else set())


_regular = partial(typography.width_mm, size_pt=_SIZE_PT)
_bold = partial(typography.width_mm, size_pt=_SIZE_PT, bold=True)

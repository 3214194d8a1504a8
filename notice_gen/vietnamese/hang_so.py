"""Rows of a table of figures: what each is called, which are heads of groups, parts of another, typed totals.

Rows are known by what stands before them (``A``, ``I``, ``1``, ``1.1``, ``a``, ``-``), by their words, by capitals.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise

from notice_gen.facts import Phrases
from notice_gen.records import draft, record, replace
from notice_gen.vietnamese.am_tiet import la_am_tiet
from notice_gen.vietnamese.o_so import Rows, la_so, la_thu_tu, trong

_TOTAL = Phrases(r"{dong_tong}(?: chung| (?:toàn|cả|của|các) .*)?\W*(?:\(.*\)\W*)?", re.IGNORECASE)
_TOTAL_OF_GROUP = re.compile(r"(?:tổng|tổng cộng|tổng số|cộng) (?:nhóm|mục|phần|loại|khoản|tiểu mục|[ivx]+\b|[a-eđ]\b|\d).*", re.IGNORECASE)
_TOTAL_WITH_NAME = re.compile(
    r"tổng (?:cộng|số|kinh phí|chi phí|chi|thu|vốn|dự toán|giá trị|nhu cầu|điểm|diện tích|mức|nguồn)\b.*", re.IGNORECASE
)
_OF_A_PART = re.compile(r"tổng (?:cộng |số )?(?:thu|chi|kinh phí|chi phí|vốn|nhu cầu)\W*(?:\(.*\)\W*)?", re.IGNORECASE)
_NOT_ADDED = Phrases(r"{hang_khong_cong}", re.IGNORECASE)
_OF_WHICH = re.compile(r"[-–+•* ]*trong (?:đó|số (?:đó|này))\b", re.IGNORECASE)
_NUMBER_OF_COLUMN = re.compile(r"\(?(\d{1,2})\)?(?:\s*[=:].+)?|\(?[A-ZĐ]\)?")
_FEWEST_COLUMNS = 3
_FEW_ROWS = 2
_LONGEST = 200  # characters of a row's name that are looked at

# Kinds of rows, most of them by the mark that stands before them; those of numbers with dots are "1.", "1..".
_LETTER, _ROMAN, _NUMBER, _SMALL, _DASH = "A", "I", "1", "a", "-"
_GROUP, _PARTS, _TOTAL_ROW, _NONE, _NOTHING = "nhóm", "trong đó", "tổng", "không dấu", "trống"
_MARKS = (
    (_ROMAN, r"[IVX]+"), (_LETTER, r"[A-ZĐ]"), (_NUMBER, r"\d{1,3}"), (_SMALL, r"[a-zđ]\d?"), (_DASH, r"[-–+•*]"),
)  # fmt: skip
_ALONE = tuple((kind, re.compile(rf"{mark}[.)/]?")) for kind, mark in _MARKS)
# Before a name a letter may be short for something else: "P. Tư pháp", "X. Bình Điền".
_BEFORE_WORDS = tuple(
    (kind, re.compile(mark))
    for kind, mark in (
        (_ROMAN, r"(?:I{1,3}|IV|VI{0,3}|IX|X[IVX]+)[.)]\s*(?=\D)"), (_LETTER, r"[A-EĐG][.)]\s*(?=\D)"), (_NUMBER, r"\d{1,3}[.)]\s*(?=\D)"),
        (_SMALL, r"[a-zđ]\d?[.)]\s*(?=\D)"), (_DASH, r"[-–+•*]\s*(?=\S)"),
    )
)  # fmt: skip
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})[.)]?(?:\s+\S.*)?", re.DOTALL)
_RANK = {_LETTER: 1, _ROMAN: 1, _GROUP: 1, _NUMBER: 2, _SMALL: 6, _DASH: 7, _PARTS: 8, _NONE: 9}
TEN_NHOM = frozenset({_LETTER, _ROMAN, _GROUP})
"""The kinds of rows that are heads of groups."""


@draft
class Nut:
    """A row in the tree of rows.

    Attributes:
        hang: which; -1 is over all.
        bac: the kind of its mark.
        con: its parts.
        kem: some of these are only "of which", so they need not come to all of it.
        da_cong: how many of them stand above its last typed total.
    """

    hang: int
    bac: str
    con: list[Nut] = field(default_factory=list)
    kem: bool = False
    da_cong: int = 0


@record
class Tong:
    """A typed total.

    Attributes:
        hang: its row.
        ten: what it is called.
        tren: the open rows above it, innermost first: each with how many parts it had at its last total, and here.
    """

    hang: int
    ten: str
    tren: tuple[tuple[Nut, int, int], ...]


def la_chu(cell: object) -> bool:
    """Tell whether a cell holds words."""
    return isinstance(cell, str) and not la_so(cell) and any(map(str.isalpha, cell))


def cot_ten(columns: Sequence[Sequence[object]], counts: int | None) -> int | None:
    """Return the column of the rows' names: the first that holds words, among figures only where there are others beside it."""
    others = {c: column for c, column in enumerate(columns) if c != counts}
    words = {c: sum(map(la_chu, column)) for c, column in others.items()}
    return next((c for c, column in others.items() if words[c] and (len(others) > 1 or words[c] > sum(map(la_so, column)))), None)


def cot_dem(heads: Sequence[str], rows: Rows) -> int | None:
    """Return the column that counts the rows: named so, or first and counting."""
    named = next((c for c, head in enumerate(heads) if la_thu_tu(head)), None)
    if named is not None or len(heads) < 2 or not rows:
        return named
    first = [text for row in rows if (text := str(row[0])[:_LONGEST].strip(" .)")) and not _TOTAL.fullmatch(text)]
    marks = [_mark(text, alone=True) for text in first]
    in_order = len(first) > 1 and first == [str(n + 1) for n in range(len(first))]
    return 0 if marks and all(marks) and (in_order or any(mark not in {_NUMBER, _DASH} for mark in marks)) else None


def ten_hang(row: Sequence[object], counts: int | None, nhan: int | None) -> tuple[str, str]:
    """Return what a row is called by: the kind of its mark (none where it has none), and its name."""
    texts = ["" if row[c] is None else str(row[c])[:_LONGEST].strip() for c in (counts, nhan) if c is not None]
    first = next((text for text in texts if text), "")
    mark = _mark(first, alone=True) if counts is not None else ""
    label = texts[-1] if mark else first
    return mark or _mark(label, alone=False), label


@lru_cache(maxsize=4096)  # of a mailing every table has the same rows
def _mark(text: str, *, alone: bool) -> str:
    """Return the kind of the mark that *text* is, or begins with; none where there is none."""
    if dotted := _DOTTED.fullmatch(text):
        return _NUMBER + "." * dotted[1].count(".")
    marks = _ALONE if alone else _BEFORE_WORDS
    return next((kind for kind, mark in marks if (mark.fullmatch(text) if alone else mark.match(text))), "")


def cua_nhom(label: str) -> bool:
    """Tell whether the name of a typed total says that it is of a group: ``Cộng nhóm I``."""
    return _TOTAL_OF_GROUP.fullmatch(label) is not None


def hang_khong_cong(rows: Rows, called: Sequence[tuple[str, str]]) -> set[int]:
    """Return the rows that are not added to the others; *called*: their marks and names."""
    numbered = any(mark == _NUMBER for mark, _ in called)
    return {n for n, row in enumerate(rows) if _is_apart(n, row, called[n], numbered=numbered)}


def _is_apart(n: int, row: Sequence[object], called: tuple[str, str], *, numbered: bool) -> bool:
    """Tell whether a row is not added to the others.

    It numbers the columns, its name is of a share, an average, a comparison, or it is of all others, which are *numbered*: "Tổng số hộ".
    """
    mark, label = called
    is_whole = numbered and not mark and _TOTAL_WITH_NAME.fullmatch(label)
    return _names_comparison(label) or (n == 0 and (bool(is_whole) or _numbers_columns(row)))


@lru_cache(maxsize=4096)
def _names_comparison(label: str) -> bool:
    return _NOT_ADDED.match(label) is not None


def _numbers_columns(row: Sequence[object]) -> bool:
    """Tell whether a row only numbers the columns: ``(1) (2) (3)``, ``A B 1 2=3+4``."""
    marks = [_NUMBER_OF_COLUMN.fullmatch(str(cell).strip()) for cell in row]
    numbers = [int(mark[1]) for mark in marks if mark and mark[1]]
    return len(row) >= _FEWEST_COLUMNS and all(marks) and len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def hang_tong(row: Sequence[object], called: tuple[str, str], *, last: bool) -> str:
    """Return the words that make a row a typed total, or nothing."""
    mark, label = called
    words = [label, *(str(cell)[:_LONGEST].strip() for cell in row[:2] if isinstance(cell, str))]
    found = next(filter(_names_total, words), "")
    if found:
        return found.casefold() if last or mark in {"", _ROMAN, _LETTER} else ""
    return next((text.casefold() for text in words if last and not mark and _TOTAL_WITH_NAME.fullmatch(text)), "")


def tong_co_ten(called: Sequence[tuple[str, str]], la_tong: dict[int, str]) -> dict[int, str]:
    """Return the typed totals with those that name what they are of, ``Tổng thu`` over ``Tổng chi``: each with rows above it.

    Where one has none above it, they are heads, or rows like others: none of them, nor the last, is a total.
    """
    named = {n: label.casefold() for n, (mark, label) in enumerate(called) if not mark and _OF_A_PART.fullmatch(label)}
    if not named or (len(named) == 1 and named.keys() <= la_tong.keys()):
        return la_tong
    ends = sorted({-1, *named, *la_tong})
    alone = [n for before, n in pairwise(ends) if n in named and n - before <= _FEW_ROWS]
    return {n: words for n, words in la_tong.items() if n not in named} if alone else dict(sorted({**la_tong, **named}.items()))


def co_ten(label: str) -> bool:
    """Tell whether the name of a typed total says what it is of: ``tổng thu``."""
    return _OF_A_PART.fullmatch(label) is not None


@lru_cache(maxsize=4096)
def _names_total(text: str) -> bool:
    return _TOTAL.fullmatch(text) is not None or _TOTAL_OF_GROUP.fullmatch(text) is not None


def bac_hang(row: Sequence[object], called: tuple[str, str], figures: Collection[int], counts: int | None) -> str:
    """Return the kind of a row, its name as :func:`ten_hang` has it.

    Args:
        row: its cells.
        called: its mark and name.
        figures: the columns that are added up.
        counts: the column that counts the rows.
    """
    mark, label = called
    has_none = all(trong(row[c]) for c in figures)
    if _OF_WHICH.match(label):
        return _PARTS if has_none else _DASH
    if mark:
        return mark
    if not label:
        return _NONE if any(la_so(row[c]) for c in figures) else _NOTHING
    names_group = (label.endswith(":") and has_none) or (_in_capitals(label) and (counts is None or trong(row[counts])))
    return _GROUP if names_group else _NONE


@lru_cache(maxsize=4096)
def _in_capitals(label: str) -> bool:
    """Tell whether a name is words in capitals; ``UBND`` and ``THPT`` are none."""
    words = re.findall(r"[^\W\d_]+", label)
    return len(words) > 1 and label == label.upper() and all(map(la_am_tiet, words))


def cay_hang(rows: Sequence[tuple[str, str]], skipped: Collection[int]) -> tuple[Nut, tuple[Tong, ...]]:
    """Return the row over all, and the typed totals; *rows*: of each the kind of its mark, and its words when it is a typed total."""
    stack, tong = [Nut(-1, _GROUP)], list[Tong]()
    for n, (kind, total) in enumerate(rows):
        if n in skipped or (kind == _NOTHING and not total):
            continue
        nut = Nut(n, _TOTAL_ROW if total else kind)
        _close(stack, nut.bac)
        if total:
            tong.append(Tong(n, total, tuple((above, above.da_cong, len(above.con)) for above in reversed(stack))))
            for above in stack:
                above.da_cong = len(above.con)
        else:
            stack[-1].con.append(nut)
            stack[-1].kem = stack[-1].kem or kind in {_DASH, _PARTS}
        stack.append(nut)
    # A row that turns out to have no parts was not open: "I", "II" may count plain rows.
    return stack[0], tuple(replace(each, tren=tuple(above for above in each.tren if above[0].con or above[0] is stack[0])) for each in tong)


def _close(stack: list[Nut], kind: str) -> None:
    """Close the open rows that one with a mark of this kind is no part of."""
    open_ = [nut.bac for nut in stack[1:]]
    if kind in open_ and kind != _NONE:
        del stack[1 + open_.index(kind) :]
    elif kind in {_NONE, _TOTAL_ROW}:
        stays = TEN_NHOM if kind == _TOTAL_ROW else TEN_NHOM | {_PARTS}
        while stack[-1].bac not in stays and not (kind == _NONE and stack[-1].bac == _TOTAL_ROW and stack[-1].kem):
            stack.pop()
    elif kind not in {_DASH, _PARTS}:
        while len(stack) > 1 and (stack[-1].bac == _TOTAL_ROW or _rank(stack[-1].bac) > _rank(kind)):
            stack.pop()


def _rank(kind: str) -> int:
    return _RANK.get(kind, len(kind) + 1)  # "1.." stands under "1."


def la_dong_tong(nhan: str) -> bool:
    """Tell whether the label of a row says that it is the sum of others.

    >>> la_dong_tong("Tổng cộng"), la_dong_tong("Tổng cộng (I + II)"), la_dong_tong("Tổng kết năm học")
    (True, True, False)
    """
    return _TOTAL.fullmatch(nhan.strip()) is not None

"""Cells and columns of a table of figures: what is a number, what is nothing, which columns are never added up.

The words by which columns are known are lists of ``data/tu-ngu.toml``.  A column in doubt is not added up: a blank is seen, a wrong sum
is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from typing import TypeAlias

from notice_gen.facts import Phrases
from notice_gen.vietnamese.con_so import doc_so, so

Rows = Sequence[Sequence[object]]
"""The cells of a table, row by row: numbers, texts, dates; all rows have as many as there are columns."""

Number: TypeAlias = int | Fraction
"""An exact number."""

_NOTHING = frozenset({"", "-", "–", "—", "−", "--", "/"})
_SPACED = re.compile(r"[-−]?[1-9]\d{0,2}(?:[ \u00a0]\d{3})+")
_PERCENT = re.compile(r"[-+−–]?\d[\d.,]* ?%")
_CODE = re.compile(r"0\d[\d .]*\d")
_ORDINAL = re.compile(r"(s?tt|số tt|số thứ tự)\.?", re.IGNORECASE)
_UNIT = re.compile(r"đvt|đv tính|đơn vị (?:tính|đo)", re.IGNORECASE)
# Where each row has its own unit, these are in one all the same: money, points, a unit in the column's own name.
_OF_ONE_UNIT = re.compile(r"tiền|kinh phí|giá trị|vốn|chi phí|dự toán|ngân sách|thuế|điểm|\(")
_LONGEST = 60  # characters of a cell that holds a number
_LONGEST_NAME = 300
# What was meant for a number: an English decimal, a number with its unit.
_LIKE = Phrases(r"[-+−–]?\d[\d.,]*(?: ?(?P<don_vi>{dem_duoc}|tr(?:iệu)?(?: đồng)?|tỷ(?: đồng)?|ha|km|kg|tấn))?", re.IGNORECASE)
_ENGLISH = re.compile(r"[-−]?[1-9]\d{0,2},\d{3}")
_MEASURED = re.compile(r"\b(?:ha|km|m|km2|m2|m3|km²|m²|m³|kg|tấn|tạ|yến|lít|tỷ|triệu)\b")
_THOUSANDTHS = -3

_IN_PERCENT = re.compile(r"\(\s*(?:tỷ lệ |tỉ lệ )?%[^)]*\)$")
_COUNTS = re.compile(r"(?:tổng )?số\b(?! liệu)")
_RATIO = Phrases("{cot_ty_le}")
_NOT_ADDED = Phrases("{cot_khong_cong}")
_OF_CODES = Phrases("{cot_so_dai}")
_OF_YEARS = re.compile(r"\bnăm\b(?!\s*\d)")
_YEARS = range(1900, 2101)
_FEW = 2
_OF_A_QUOTIENT = 2
_MOST_FIGURES = 12  # columns among which shares are looked for
_AVERAGE = "trung bình"  # of whole numbers it is a grade, between good and poor


class Loai(StrEnum):
    """What a column holds."""

    SO = "figures, added up"
    TY_LE = "percentages and other ratios"
    KHONG_CONG = "numbers that are not added up: ordinals, codes, years, prices, averages"
    CHU = "words"


def gia_tri(cell: object) -> Number | None:
    """Return the number that a cell holds, None when it holds nothing (``-`` says so too).

    Raises:
        ValueError: it holds something else, or what may be read in two ways (``1.5``).

    >>> gia_tri("1.250,5"), gia_tri(12), gia_tri("1 250"), gia_tri("-")
    (Fraction(2501, 2), 12, 1250, None)
    """
    if type(cell) is int:  # the commonest by far
        return cell
    if isinstance(cell, str):
        text = cell.strip()
        if text in _NOTHING:
            return None
        if len(text) > _LONGEST or la_ma(text):
            raise ValueError(f"no figure: {text[:_LONGEST]!r}")
        if _SPACED.fullmatch(text):
            text = re.sub(r"\s", "", text)
        value = doc_so(text.removeprefix("+").replace("–", "-"))
        return value if isinstance(value, int) else Fraction(value)
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal | Fraction):
        raise ValueError(f"no figure: {cell!r}")  # noqa: TRY004 - what a cell holds is a value, whatever its type
    return Fraction(cell)


def la_so(cell: object) -> bool:
    """Tell whether a cell holds a number."""
    try:
        return gia_tri(cell) is not None
    except ValueError:
        return False


def trong(cell: object) -> bool:
    """Tell whether nothing at all stands in a cell; a dash is an answer."""
    return isinstance(cell, str) and not cell.strip()


def phan_tram(cell: object) -> bool:
    """Tell whether a cell holds a figure with its ``%``."""
    return isinstance(cell, str) and _PERCENT.fullmatch(cell.strip()) is not None


def la_ma(cell: object) -> bool:
    """Tell whether digits name somebody or something: a telephone, an account, a code of a unit.

    >>> la_ma("0905 123 456"), la_ma("046081001234"), la_ma("04"), la_ma("0,5")
    (True, True, False, False)
    """
    return isinstance(cell, str) and _CODE.fullmatch(cell.strip()) is not None


def la_thu_tu(head: str) -> bool:
    """Tell whether a column of this name counts the rows."""
    return _ORDINAL.fullmatch(head.strip()) is not None


def loai_cac_cot(heads: Sequence[str], rows: Rows, known: Mapping[int | None, Loai], don_vi: str = "") -> list[Loai]:
    """Return what the columns of a table hold.

    Args:
        heads: their names.
        rows: what stands under them, total rows left out.
        known: columns of which it is known already.
        don_vi: the unit of the whole table.
    """
    columns = list(zip(*rows, strict=True)) or [() for _ in heads]
    loai = [known.get(c) or loai_cot(head, column, don_vi) for c, (head, column) in enumerate(zip(heads, columns, strict=True))]
    figures = [c for c, kind in enumerate(loai) if kind is Loai.SO and c not in known]
    pairs = list(permutations(figures[:_MOST_FIGURES], 2))
    units = next((column for head, column in zip(heads, columns, strict=True) if _UNIT.fullmatch(head.strip())), ())
    several = len({str(cell).strip().casefold() for cell in units if not trong(cell)}) > 1
    for c in figures:
        if any(map(so_le, columns[c])) and any(la_ty_le_cua(columns[c], columns[a], columns[b]) for a, b in pairs if c not in {a, b}):
            loai[c] = Loai.TY_LE
        elif several and not _OF_ONE_UNIT.search(heads[c].casefold()):
            loai[c] = Loai.KHONG_CONG
    return loai


def loai_cot(head: str, cells: Sequence[object], don_vi: str = "") -> Loai:
    """Return what a column holds, by its name and its cells.

    Args:
        head: its name.
        cells: what stands under it, total rows and the heads of groups left out.
        don_vi: the unit of the whole table.

    >>> loai_cot("Tỷ lệ", [100, Decimal("85.5")]).name, loai_cot("Số xã đạt tỷ lệ 100%", [3, "4"]).name, loai_cot("Năm xây", [1999]).name
    ('TY_LE', 'SO', 'KHONG_CONG')
    """
    by_name = _by_name(head, don_vi)
    if by_name is not None:
        return by_name
    filled = [cell for cell in cells if not (isinstance(cell, str) and cell.strip() in _NOTHING)]
    numbers = [cell for cell in filled if la_so(cell)]
    if max(len(numbers), 1) <= sum(map(phan_tram, filled)):
        return Loai.TY_LE
    return Loai.KHONG_CONG if _are_names(head, filled, numbers) else _figures_or_words(filled, numbers)


def _figures_or_words(filled: Sequence[object], numbers: Sequence[object]) -> Loai:
    """Tell a column of figures, with slips among them, from one of words with numbers among them."""
    like = [found for cell in filled if isinstance(cell, str) and cell not in numbers and (found := _LIKE.fullmatch(cell.strip()))]
    one_unit = len({found["don_vi"] for found in like}) == 1
    meant = len(numbers) + len(like) if numbers or one_unit else 0
    return Loai.SO if meant and 2 * meant >= len(filled) else Loai.CHU


@lru_cache(maxsize=1024)  # of a mailing every table has the same columns
def _by_name(head: str, don_vi: str) -> Loai | None:
    """Return what a column of this name cannot but hold, or None."""
    name = _plain(head)
    in_percent = don_vi.strip().casefold() in {"%", "phần trăm"} and "(" not in name
    if la_thu_tu(name):
        return Loai.KHONG_CONG
    if in_percent or _IN_PERCENT.search(name) or (not _COUNTS.match(name) and _RATIO.search(name)):
        return Loai.TY_LE
    return Loai.KHONG_CONG if _NOT_ADDED.search(name) else None


def _plain(head: str) -> str:
    return " ".join(head[:_LONGEST_NAME].casefold().split())


def _are_names(head: str, filled: Sequence[object], numbers: Sequence[object]) -> bool:
    """Tell whether the numbers of a column are years, long ones that name somebody, or averages."""
    if sum(map(la_ma, filled)) > len(numbers):
        return True
    if not numbers:
        return False
    name = _plain(head)
    if name == _AVERAGE:
        return any(map(so_le, numbers))
    digits = [str(cell) for cell in numbers]
    if not all(map(str.isdigit, digits)):
        return False
    if all(len(number) >= len("905123456") for number in digits) and _OF_CODES.search(name):
        return True
    return all(len(number) == len("1999") and int(number) in _YEARS for number in digits) and _OF_YEARS.search(name) is not None


def nghi_nghin(cells: Sequence[object], name: str = "") -> list[int]:
    """Return which cells of a column may be thousands written with the other mark: text ``1,250``, or a decimal typed ``1.250``.

    Among whole numbers each of them may be, and where a column has no others, all may; not measures, as *name* and unit may say.

    >>> nghi_nghin([642, "1,250"]), nghi_nghin(["1,250", "2,375"], "Diện tích (ha)"), nghi_nghin([Decimal("1.250"), 3])
    ([1], [], [0])
    """
    found = [n for n, cell in enumerate(cells) if phan_nghin(cell)]
    others = [cell for n, cell in enumerate(cells) if n not in found and la_so(cell)]
    if any(map(so_le, others)) or (not others and (len(found) < _FEW or _MEASURED.search(name.casefold()))):
        return []
    return found


def phan_nghin(cell: object) -> bool:
    """Tell whether a cell has three decimals and a number below a thousand before them, as a number with thousands looks otherwise."""
    if isinstance(cell, Decimal):
        return cell.as_tuple().exponent == _THOUSANDTHS and 1 <= abs(cell) < 1000
    return isinstance(cell, str) and _ENGLISH.fullmatch(cell.strip()) is not None


def la_ty_le_cua(column: Sequence[object], part: Sequence[object], whole: Sequence[object]) -> bool:
    """Tell whether *column* is throughout the percentage that *part* is of *whole*, whatever its name.

    >>> la_ty_le_cua([Decimal("98.3"), Decimal("94.9")], [631, 611], [642, 644])
    True
    """
    le = max(map(so_le, column), default=0)
    plain = [row for row in zip(column, part, whole, strict=True) if le and all(map(la_so, row))]
    values = [(gia_tri(said), gia_tri(of), gia_tri(every)) for said, of, every in plain]
    rows = [(said, of, every) for said, of, every in values if said and of and every]
    return len(rows) >= _FEW and all(abs(Fraction(of) * 100 / every - said) * 2 <= Fraction(1, 10**le) for said, of, every in rows)


def con_so(value: Number) -> str:
    """Return a sum as it is typed into a file: as a number, or in quotes where it has no end.

    >>> con_so(5), con_so(Fraction(5, 2)), con_so(Fraction(1, 3))
    ('5', '2.5', '"0,33"')
    """
    if value.denominator == 1:
        return str(value.numerator)
    decimal = Decimal(value.numerator) / value.denominator
    return str(decimal) if Fraction(decimal) == value else f'"{so(value)}"'


def so_le(cell: object) -> int:
    """Count the decimals that a cell shows; a quotient without end shows two."""
    if isinstance(cell, str):
        return len(cell.strip().rstrip("% ").partition(",")[2])
    if isinstance(cell, Fraction):
        return _OF_A_QUOTIENT if cell.denominator > 1 else 0
    return max(-int(cell.normalize().as_tuple().exponent), 0) if isinstance(cell, Decimal) else 0

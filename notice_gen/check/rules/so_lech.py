"""Figures that hardly fit those beside them: in a paragraph, in a row of a table, in the column that counts the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese import o_so
from notice_gen.vietnamese.con_so import so
from notice_gen.vietnamese.o_so import Number
from notice_gen.vietnamese.so_lech import nguon_von, so_lech

_FIGURES = "Thông lệ ghi số liệu"


@rule("SL28", Level.GOI_Y, _FIGURES)
def con_so_khong_khop(this: Rule, view: DocumentView) -> Faults:
    """Các con số trong một đoạn có thể không khớp nhau: số còn lại, sản lượng, mức tăng, các phần, bình quân, số phiếu.
    Căn cứ: con số tính được từ những con số đi kèm.
    Sai: giao 20.000 triệu đồng, đã giải ngân 15.000 triệu đồng, còn lại 5.500 triệu đồng | Đúng: còn lại 5.000 triệu đồng
    Bỏ qua khi: còn phần không kể ra.
    """
    for span in texts.legible(view):
        for shown, right in so_lech(span.text):
            start = span.text.find(shown)
            message, hint = N_("“{doan}”: tính từ các số đi kèm được {dung}."), N_("Xem lại từng con số.")
            yield this.at(texts.part(span, start, start + len(shown)), message, hint, dung=right)


_TOTAL = (
    r"(?:^|[.)] ?|- )Tổng (?:dự toán|kinh phí|mức đầu tư|số tiền|chi phí)\b[^.;\d]{0,60}?(?P<so>\d{1,3}(?:\.\d{3})+|\d+) "
    r"(?P<dv>(?:(?:tỷ|triệu|nghìn) )?đồng)\b"
)


@rule("SL31", Level.GOI_Y, _FIGURES)
def nguon_von_khac_tong(this: Rule, view: DocumentView) -> Faults:
    """Các nguồn vốn cộng lại khác với tổng dự toán, tổng kinh phí ghi ở dòng khác.
    Căn cứ: các nguồn vốn cộng lại bằng tổng.
    Sai: Tổng dự toán: 245.000.000 đồng; Nguồn vốn: ngân sách xã 220.000.000 đồng, Nhân dân đóng góp 45.000.000 đồng
    Đúng: ngân sách xã 200.000.000 đồng | Bỏ qua khi: còn nguồn khác không ghi.
    """
    named = [span for span in texts.legible(view) if "guồn " in span.text[:20] and span.paragraph.cell is None]
    sources = [(span, one) for span in named if (one := nguon_von(texts.nfc(span.text)))]
    totals = [found for _, found in texts.matches(_running(view), _TOTAL, "Tổng ")] if len(sources) == 1 else []
    values = {(found["so"], found["dv"]) for found in totals}
    for span, (start, end, unit, value) in sources if len(values) == 1 else ():
        said = next(iter(values))
        if said[1] == unit and int(said[0].replace(".", "")) != value:
            message = N_("“{doan}”: cộng lại được {dung}, tổng ghi {tong}.")
            yield this.at(texts.part(span, start, end), message, N_("Xem lại từng con số."), dung=so(int(value)), tong=said[0])


def _running(view: DocumentView) -> list[Span]:
    return [span for span in texts.legible(view) if span.paragraph.cell is None]


@record
class Row:
    """A row of a table that is unlike all others: the cell, the names of the columns it is worked out of, what they come to."""

    cell: Span
    names: tuple[str, ...]
    value: Fraction


_MOST_COLUMNS, _FEWEST_LIKE, _LENGTHS = 8, 2, range(4, 300)
_SHARE_NAME, _REST_NAME = Pattern(r"%|tỷ lệ|tỉ lệ"), Pattern(r"\b(?:còn|thiếu|thừa|chênh lệch|tăng|giảm|tồn|chưa)\b")
_WHOLE = 100


def rows_unlike(view: DocumentView) -> Iterator[Row]:
    """Yield the one row of a table in which a share, a rest is not what it is in all others."""
    for rows in tables(view):
        names = {column: texts.nfc(span.text).strip().lower() for column, span in rows[0].items()}
        shares = [column for column, name in names.items() if _SHARE_NAME.search(name)]
        rests = [column for column, name in names.items() if column not in shares and _REST_NAME.search(name)]
        if (shares or rests) and len(rows) in _LENGTHS:
            values = [{column: _value(span.text) for column, span in row.items()} for row in rows[1:]]
            others = _figures(values, [column for column in names if column not in shares])
            for column in (*shares, *rests):
                test = _is_share if column in shares else _is_rest
                yield from _unlike(rows, values, column, [one for one in others if one != column], test)


def _figures(values: Sequence[dict[int, Number | None]], columns: Sequence[int]) -> list[int]:
    """Return the columns that hold figures, the first few."""
    return [column for column in columns if sum(row.get(column) is not None for row in values) > _FEWEST_LIKE][:_MOST_COLUMNS]


Test = Callable[[Number, Number, Number, int], tuple[bool, bool, Fraction]]


def _unlike(
    rows: Sequence[dict[int, Span]], values: Sequence[dict[int, Number | None]], column: int, others: list[int], test: Test,
) -> Iterator[Row]:  # fmt: skip
    for one, two in permutations(others, 2):
        like, unlike = 0, []
        for n, row in enumerate(values):
            said, first, second = row.get(column), row.get(one), row.get(two)
            if said is None or first is None or second is None:
                continue
            holds, tells, right = test(said, first, second, o_so.so_le(rows[n + 1][column].text))
            like += holds and tells
            unlike += [] if holds else [(n, right)]
        if len(unlike) == 1 and like >= _FEWEST_LIKE:
            yield Row(rows[unlike[0][0] + 1][column], (rows[0][one].text.strip(), rows[0][two].text.strip()), unlike[0][1])
            return


def _is_share(said: Number, part: Number, whole: Number, decimals: int) -> tuple[bool, bool, Fraction]:
    """Tell whether one figure is the share of two, whether that tells anything, and what the share is."""
    right = Fraction(part) * _WHOLE / whole if whole else Fraction(said)
    return abs(right - said) <= Fraction(1, 10**decimals), right not in {0, _WHOLE}, round(right, max(decimals, 1))


def _is_rest(said: Number, whole: Number, part: Number, _: int) -> tuple[bool, bool, Fraction]:
    right = Fraction(whole) - part
    return right == said, bool(part and said), right


def _value(text: str) -> Number | None:
    try:
        return o_so.gia_tri(text.strip().removesuffix("%").rstrip())
    except ValueError:
        return None


@rule("SL29", Level.GOI_Y, _FIGURES, each=rows_unlike)
def dong_bang_lech(this: Rule, row: Row) -> Faults:
    """Một dòng của bảng có tỷ lệ, số còn lại không tính được từ hai cột như ở mọi dòng khác.
    Căn cứ: một cột tính theo một cách. | Sai: các dòng ghi 90% cho 360/400, 270/300, một dòng ghi 96% cho 486/540 | Đúng: 90%
    Bỏ qua khi: dòng đó tính theo cách khác.
    """
    message = N_("“{doan}”: mọi dòng khác tính từ cột “{mot}” và cột “{hai}”, ở dòng này được {dung}.")
    yield this.at(row.cell, message, N_("Xem lại các con số của dòng này."), mot=row.names[0], hai=row.names[1], dung=_shown(row.value))


def _shown(value: Fraction) -> str:
    return so(int(value)) if value.denominator == 1 else f"{float(value):.1f}".replace(".", ",")


_MOST_SLIPS = 2


@rule("SL30", Level.GOI_Y, _FIGURES)
def thu_tu_bang_sai(this: Rule, view: DocumentView) -> Faults:
    """Số thứ tự trong cột TT của bảng lặp lại hoặc nhảy số.
    Căn cứ: số thứ tự liên tục. | Sai: 1, 2, 2, 4 | Đúng: 1, 2, 3, 4 | Bỏ qua khi: bảng trích một số dòng.
    """
    for rows in tables(view):
        first = min(rows[0], default=None)
        if first is None or not o_so.la_thu_tu(texts.nfc(rows[0][first].text)):
            continue
        slips, before = [], 0
        for row in rows[1:]:
            shown = row[first].text.strip().rstrip(".") if first in row else ""
            number = int(shown) if shown.isdigit() else 0
            if number and before and number not in {1, before + 1}:
                slips.append((row[first], before))
            before = number
        for cell, last in slips if len(slips) <= _MOST_SLIPS else ():
            message = N_("Số thứ tự “{doan}” đứng sau {truoc}.")
            yield this.at(cell, message, N_("Đánh lại số thứ tự, xem lại số dòng."), truoc=last)

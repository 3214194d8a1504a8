"""Figures that hardly fit those beside them: in a paragraph, in a row of a table, in the column that counts the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.rules.so_lieu import tables
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.facts import Pattern
from notice_gen.records import record
from notice_gen.vietnamese import o_so, phan_hon_tong
from notice_gen.vietnamese.con_so import so
from notice_gen.vietnamese.hang_so import la_dong_tong
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
        for shown, right in (*so_lech(span.text), *_persons(span.text)):
            start = span.text.find(shown)
            message, hint = N_("“{doan}”: tính từ các số đi kèm được {dung}."), N_("Xem lại từng con số.")
            yield this.at(texts.part(span, start, start + len(shown)), message, hint, dung=right)


def _persons(text: str) -> Iterator[tuple[str, str]]:
    if "ắng " in text:
        yield from phan_hon_tong.vang_khac(text)
    if "ồm " in text:
        yield from phan_hon_tong.nguoi_khac(text)


@rule("SL32", Level.GOI_Y, _FIGURES)
def phan_hon_tong_so(this: Rule, view: DocumentView) -> Faults:
    """Một phần ghi nhiều hơn toàn thể; số phiếu đồng ý, không đồng ý cộng lại nhiều hơn số người có mặt, số phiếu phát ra.
    Căn cứ: phần không lớn hơn toàn thể. | Sai: có 612 học sinh, trong đó 626 học sinh hoàn thành; có mặt 16/15 thành viên
    Đúng: 602 học sinh hoàn thành; có mặt 15/15 thành viên | Bỏ qua khi: hai con số đếm hai thứ khác nhau.
    """
    hint = N_("Xem lại từng con số.")
    for span in texts.legible(view):
        for start, end, whole in phan_hon_tong.phan_hon_tong(span.text):
            yield this.at(texts.part(span, start, end), N_("“{doan}”: phần lớn hơn toàn thể ({tong})."), hint, tong=whole)
    for place, votes, voters in _votes(view):
        message = N_("“{doan}”: cộng các loại phiếu được {dung}, nhiều hơn {tong}.")
        yield this.at(place, message, hint, dung=str(votes), tong=str(voters))


_AGAINST = Pattern(r"không (?:đồng ý|tán thành|nhất trí)")
_ALL_VOTES = Pattern(r"có mặt|phát ra|thu về|hợp lệ|dự họp|^tổng số(?: phiếu)?$")
_VOTE = Pattern(r"(?:đồng ý|tán thành|nhất trí|không (?:có )?ý kiến|ý kiến khác)")


def _votes(view: DocumentView) -> Iterator[tuple[Span, int, int]]:
    """Yield the votes of one matter that are more than the voters: where they stand, how many they are, how many voters there are."""
    said = [span for span in texts.legible(view) if "hông " in span.text and _AGAINST.search(span.text.lower())]
    voters = [number for span in texts.legible(view) for number in phan_hon_tong.so_nguoi(span.text)] if said else []
    for span in said:
        found = phan_hon_tong.phieu(span.text)
        whole = max(phan_hon_tong.so_nguoi(span.text) or voters, default=0)
        if found and 0 < whole < found[2] and not any(so_lech(span.text)):
            yield texts.part(span, found[0], found[1]), found[2], whole
    for rows in tables(view) if said else ():
        yield from _rows_of_votes(rows, voters)


def _rows_of_votes(rows: Sequence[dict[int, Span]], voters: Sequence[int]) -> Iterator[tuple[Span, int, int]]:
    names = {column: " ".join(texts.nfc(span.text).lower().split()) for column, span in rows[0].items()}
    kinds = [column for column, name in names.items() if _VOTE.search(name) and not _SHARE_NAME.search(name)]
    wholes_at = [column for column, name in names.items() if column not in kinds and _ALL_VOTES.search(name)]
    for row in rows[1:] if any(_AGAINST.search(names[column]) for column in kinds) else ():
        votes, wholes = _values(row, kinds), _values(row, wholes_at) or voters
        if wholes and len(votes) > 1 and sum(votes) > max(wholes):
            yield row[kinds[0]], int(sum(votes)), int(max(wholes))


def _values(row: dict[int, Span], columns: Sequence[int]) -> list[Number]:
    return [value for column in columns if column in row and (value := _value(row[column].text))]


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
    totals = [found for _, found in texts.matches(texts.running(view), _TOTAL, "Tổng ")] if len(sources) == 1 else []
    values = {(found["so"], found["dv"]) for found in totals}
    for span, (start, end, unit, value) in sources if len(values) == 1 else ():
        said = next(iter(values))
        if said[1] == unit and int(said[0].replace(".", "")) != value:
            message = N_("“{doan}”: cộng lại được {dung}, tổng ghi {tong}.")
            yield this.at(texts.part(span, start, end), message, N_("Xem lại từng con số."), dung=so(int(value)), tong=said[0])


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
    """Yield the one row of a table in which a share, a rest, a product is not what it is in all others."""
    for rows in tables(view):
        names = {column: texts.nfc(span.text).strip().lower() for column, span in rows[0].items()}
        worked_out = {column: test for column, name in names.items() if (test := _worked_out(name))}
        if worked_out and len(rows) in _LENGTHS:
            values = [{column: _value(span.text) for column, span in row.items()} for row in rows[1:]]
            others = _figures(values, [column for column in names if worked_out.get(column) is not _is_share])
            for column, test in worked_out.items():
                pairs = [*permutations((one for one in others if one != column), 2)]
                look = _unlike_product(rows, values, column, pairs) if test is _is_product else _unlike(rows, values, column, pairs, test)
                yield from look


def _worked_out(name: str) -> Test | None:
    """Return how a column of this name is worked out of two others; None for one that is not."""
    tests = ((_SHARE_NAME, _is_share), (_REST_NAME, _is_rest), (_PRODUCT_NAME, _is_product))
    return next((test for pattern, test in tests if pattern.search(name)), None)


def _figures(values: Sequence[dict[int, Number | None]], columns: Sequence[int]) -> list[int]:
    """Return the columns that hold figures, the first few."""
    return [column for column in columns if sum(row.get(column) is not None for row in values) > _FEWEST_LIKE][:_MOST_COLUMNS]


Test = Callable[[Number, Number, Number, int], tuple[bool, bool, Fraction]]


def _unlike(
    rows: Sequence[dict[int, Span]], values: Sequence[dict[int, Number | None]], column: int, pairs: Sequence[tuple[int, int]],
    test: Test,
) -> Iterator[Row]:  # fmt: skip
    for one, two in pairs:
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


def _unlike_product(
    rows: Sequence[dict[int, Span]], values: Sequence[dict[int, Number | None]], column: int, pairs: Sequence[tuple[int, int]],
) -> Iterator[Row]:  # fmt: skip
    """Yield the one row whose product is not that of its two factors, by the power of ten that their units have in all other rows."""
    for each, many in pairs:
        name = texts.nfc(rows[0][each].text).strip().lower()
        ratios = _ratios(values, column, each, many) if _FACTOR_NAME.search(name) else {}
        power = _common_power(ratios.values()) if len(ratios) > _FEWEST_LIKE else None
        wrong = [n for n, ratio in ratios.items() if power and not _comes_to(ratio, power, rows[n + 1][column].text, values[n][column])]
        if power and len(wrong) == 1 and not _says_why(rows, wrong[0] + 1, ratios[wrong[0]] / power, {column, each, many}):
            n = wrong[0]
            right = Fraction(values[n][each] or 0) * (values[n][many] or 0) * power
            yield Row(rows[n + 1][column], (rows[0][many].text.strip(), rows[0][each].text.strip()), right)
            return


def _says_why(rows: Sequence[dict[int, Span]], n: int, times: Fraction, used: set[int]) -> bool:
    """Tell whether a row says why its product is another: it is the table's total, has a note, a third factor, a share."""
    notes = [column for column, span in rows[0].items() if "ghi chú" in texts.nfc(span.text).lower()]
    others = [column for column, span in rows[0].items() if column not in used and not o_so.la_thu_tu(texts.nfc(span.text))]
    factors = [value for value in _values(rows[n], others) if value]
    return (
        any(la_dong_tong(texts.nfc(span.text)) for span in rows[n].values())
        or any(column in rows[n] and rows[n][column].text.strip() for column in notes)
        or any(abs(times / Fraction(value) * by - 1) <= _ROUNDED for value in factors for by in (1, _WHOLE))
    )


def _ratios(values: Sequence[dict[int, Number | None]], column: int, each: int, many: int) -> dict[int, Fraction]:
    """Return what a column is of the product of two others, row by row, where all three hold figures."""
    ratios: dict[int, Fraction] = {}
    for n, row in enumerate(values):
        said, one, two = row.get(column), row.get(each), row.get(many)
        if said and one and two:
            ratios[n] = Fraction(said) / (Fraction(one) * two)
    return ratios


def _common_power(ratios: Iterable[Fraction]) -> Fraction | None:
    """Return the power of ten that all ratios but one are, as nearly as rounding leaves them."""
    listed = [*ratios]
    for power in _POWERS:
        like = sum(abs(ratio / power - 1) <= _ROUNDED for ratio in listed)
        if like >= _FEWEST_LIKE and like >= len(listed) - 1:
            return power
    return None


def _comes_to(ratio: Fraction, power: Fraction, shown: str, said: Number | None) -> bool:
    """Tell whether a product is right, as far as its decimals and those of its factors tell."""
    step = Fraction(1, 10 ** o_so.so_le(shown))
    return abs(ratio / power - 1) <= max(_ROUNDED, step / abs(Fraction(said or 1)))


_PRODUCT_NAME = Pattern(r"thành tiền|sản lượng|\btiền\b|kinh phí|giá trị|số tiền|tổng tiền|cộng tiền|hỗ trợ")
_FACTOR_NAME = Pattern(
    r"đơn giá|suất|định mức|mức (?:hỗ trợ|chi|thưởng|tiền|đóng|trợ cấp|thu|phí|khoán)|^mức\b|giá (?:bán|mua)|^giá\b|bình quân"
)
_POWERS = tuple(Fraction(10) ** power for power in (0, -1, 1, -3, -2, 3, 2, -6, 6))
_ROUNDED = Fraction(1, 200)


def _is_share(said: Number, part: Number, whole: Number, decimals: int) -> tuple[bool, bool, Fraction]:
    """Tell whether one figure is the share of two, whether that tells anything, and what the share is."""
    right = Fraction(part) * _WHOLE / whole if whole else Fraction(said)
    return abs(right - said) <= Fraction(1, 10**decimals), right not in {0, _WHOLE}, round(right, max(decimals, 1))


def _is_rest(said: Number, whole: Number, part: Number, _: int) -> tuple[bool, bool, Fraction]:
    right = Fraction(whole) - part
    return right == said, bool(part and said), right


def _is_product(said: Number, one: Number, two: Number, _: int) -> tuple[bool, bool, Fraction]:
    right = Fraction(one) * two
    return right == said, bool(said), right


def _value(text: str) -> Number | None:
    try:
        return o_so.gia_tri(text.strip().removesuffix("%").rstrip())
    except ValueError:
        return None


@rule("SL29", Level.GOI_Y, _FIGURES, each=rows_unlike)
def dong_bang_lech(this: Rule, row: Row) -> Faults:
    """Một dòng của bảng có tỷ lệ, số còn lại, thành tiền, sản lượng không tính được từ hai cột như ở mọi dòng khác.
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

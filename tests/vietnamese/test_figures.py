"""Figures: counts, decimals, percentages, money, Roman numerals, number words."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import vietnamese as vn
from notice_gen.vietnamese.phep_tinh import sai_so_hoc

READINGS = Path(__file__).parents[3] / "shared" / "data" / "doc-so-tieng-viet.csv"
LIMIT = 10**18
WHOLE = st.integers(-LIMIT, LIMIT)
DECIMALS = st.decimals(-(10**12), 10**12, places=3, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0"),
        (1, "01"),
        (9, "09"),
        (10, "10"),
        (999, "999"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (-4, "-4"),
        (-1250, "-1.250"),
    ],
)
def test_counts_are_padded_below_ten(n, text):
    assert vn.so_dem(n) == text


def test_padding_of_counts_can_be_switched_off():
    assert vn.so_dem(4, dem_0=False) == "4"


@pytest.mark.parametrize("bad", [Decimal("4.5"), Fraction(1, 3), 0.5])
def test_a_count_is_whole(bad):
    with pytest.raises(ValueError, match="whole"):
        vn.so_dem(bad)


@pytest.mark.parametrize("function", [vn.so, vn.so_dem, vn.tien, vn.bang_chu, vn.phan_tram, vn.la_ma, vn.so_van_ban])
@pytest.mark.parametrize("bad", ["4", True, None, [4]])
def test_only_numbers_are_figures(function, bad):
    with pytest.raises(TypeError, match="not a number"):
        function(bad)


@pytest.mark.parametrize("bad", [Decimal("Infinity"), Decimal("NaN"), float("inf"), float("nan")])
def test_only_finite_numbers_are_figures(bad):
    with pytest.raises(ValueError):  # noqa: PT011 - Python words it for each kind
        vn.so(bad)


@pytest.mark.parametrize("long", [Decimal("1E+999999999"), Decimal("1E-999999999"), 1e300])
def test_a_figure_without_end_is_refused_at_once(long):
    with pytest.raises(ValueError, match="can be written"):
        vn.so(long)


@pytest.mark.parametrize("le", [-1, 10**9])
def test_decimals_shown_have_bounds(le):
    with pytest.raises(ValueError, match="decimals"):
        vn.so(5, le=le)


# Phụ lục I, mục II.3: below 10 a zero in front; practice: never a thousands dot.
@pytest.mark.parametrize(("n", "text"), [(1, "01"), (9, "09"), (10, "10"), (1999, "1999"), (12345, "12345")])
def test_number_of_a_document(n, text):
    assert vn.so_van_ban(n) == text


@pytest.mark.parametrize("n", [0, -1])
def test_number_of_a_document_begins_at_one(n):
    with pytest.raises(ValueError, match="begins at 1"):
        vn.so_van_ban(n)


@pytest.mark.parametrize(
    ("x", "le", "text"),
    [
        (4, None, "4"), (1250, None, "1.250"), (Decimal("98.50"), None, "98,5"), (Decimal("98.0"), None, "98"),
        (0.1, None, "0,1"), (Fraction(1, 8), None, "0,125"), (Fraction(2, 3), None, "0,67"), (Decimal("1E+3"), None, "1.000"),
        (Decimal("2.5"), 0, "3"), (Decimal("-2.5"), 0, "-3"), (Decimal("0.125"), 2, "0,13"), (3, 2, "3,00"),
        (Decimal("-0.001"), 2, "0,00"), (Decimal("999.999"), 2, "1.000,00"),
    ],
)  # fmt: skip
def test_decimals(x, le, text):
    assert vn.so(x, le=le) == text


# The seed notice's own figures, and ties: half goes up.
@pytest.mark.parametrize(
    ("part", "whole", "le", "text"),
    [
        (306, 310, 1, "98,7%"), (103, 322, 1, "32%"), (136, 273, 1, "49,8%"), (0, 5, 1, "0%"), (5, 5, 1, "100%"),
        (1, 2000, 1, "0,1%"), (1, 16, 1, "6,3%"), (1, 3, 2, "33,33%"), (1, 3, 0, "33%"), (-1, 16, 1, "-6,3%"),
        (Decimal("12.5"), 100, 1, "12,5%"), (1250, 100, 1, "1.250%"), (999, 1000, 0, "100%"),
    ],
)  # fmt: skip
def test_percentages(part, whole, le, text):
    assert vn.ty_le(part, whole, le) == text


def test_percentage_of_nothing_is_refused():
    with pytest.raises(ZeroDivisionError):
        vn.ty_le(3, 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("04", 4),
        ("1.250", 1250),
        ("1250", 1250),
        ("1.250,50", Decimal("1250.50")),
        ("-4", -4),
        ("\u22124,5", Decimal("-4.5")),
    ],
)
def test_figures_are_read_back(text, value):
    assert vn.doc_so(text) == value


@pytest.mark.parametrize("text", ["", "1.5", "1,250.5", "1.25", "12.345.6", "4 5", "4%", "٤", "1e3", "--4", ",5"])
def test_figures_written_another_way_are_refused(text):
    with pytest.raises(ValueError, match="not a number"):
        vn.doc_so(text)


@given(WHOLE)
def test_counts_round_trip(n):
    assert vn.doc_so(vn.so_dem(n)) == n


@given(DECIMALS)
def test_decimals_round_trip_and_agree_with_cldr(x):
    assert vn.doc_so(vn.so(x)) == x
    assert vn.so(x) == format_decimal(x, "#,##0.###", locale="vi") or x == 0


def test_nothing_is_rounded_on_the_way_back():
    long = Decimal("-123456789012345678.123456789012345678901234567891")
    assert vn.doc_so(vn.so(long)) == vn.doc_bang_chu(vn.bang_chu(long)) == long


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_percentages_are_exact_and_half_up(part, whole, le):
    exact = Fraction(part * 100, whole)
    shown = vn.doc_phan_tram(vn.ty_le(part, whole, le))
    assert abs(Fraction(shown) - exact) <= Fraction(1, 2 * 10**le)
    if exact * 10 ** (le + 1) == int(exact * 10 ** (le + 1)):  # a tie can be told exactly
        step = Decimal(1).scaleb(-le)
        assert shown == (Decimal(exact.numerator) / exact.denominator).quantize(step, ROUND_HALF_UP)


@given(st.integers(1, 3999))
def test_roman_numerals_round_trip(n):
    assert vn.doc_la_ma(vn.la_ma(n)) == n


@pytest.mark.parametrize(("n", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (2024, "MMXXIV")])
def test_roman_numerals(n, text):
    assert vn.la_ma(n) == text


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_no_roman_numeral(n):
    with pytest.raises(ValueError, match="Roman"):
        vn.la_ma(n)


@pytest.mark.parametrize("text", ["", "IIII", "IC", "VX", "i", "IXI", "MMMM"])
def test_badly_formed_roman_numerals_are_refused(text):
    with pytest.raises(ValueError, match="Roman"):
        vn.doc_la_ma(text)


def test_money_and_measures():
    assert vn.tien(1_250_000) == "1.250.000 đồng"
    assert vn.tien(5) == "5 đồng"  # never padded
    assert vn.do_luong(Decimal("12.50"), "ha") == "12,5 ha"
    assert vn.do_luong(5, "%") == "5%"


# --- number words ---------------------------------------------------------------------------------

# School reading; the places where other programs go wrong: empty hundreds, mốt, tư, lăm, nghìn tỷ.
WORDS = [
    (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
    (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (100, "một trăm"),
    (101, "một trăm lẻ một"), (104, "một trăm lẻ bốn"), (105, "một trăm lẻ năm"), (110, "một trăm mười"),
    (115, "một trăm mười lăm"), (1005, "một nghìn không trăm lẻ năm"), (1010, "một nghìn không trăm mười"),
    (2024, "hai nghìn không trăm hai mươi tư"), (10_015, "mười nghìn không trăm mười lăm"),
    (21_021, "hai mươi mốt nghìn không trăm hai mươi mốt"), (105_005, "một trăm lẻ năm nghìn không trăm lẻ năm"),
    (1_005_000, "một triệu không trăm lẻ năm nghìn"), (1_000_001, "một triệu không trăm lẻ một"),
    (10**9 + 5, "một tỷ không trăm lẻ năm"), (10**12, "một nghìn tỷ"),
    (10**15 + 5 * 10**9, "một triệu không trăm lẻ năm tỷ"), (10**18, "một tỷ tỷ"), (-12, "âm mười hai"),
    (Decimal("12.5"), "mười hai phẩy năm"), (Decimal("0.05"), "không phẩy không năm"),
    (Decimal("98.25"), "chín mươi tám phẩy hai mươi lăm"), (Decimal("3.1415"), "ba phẩy một bốn một năm"),
    (Decimal("2.50"), "hai phẩy năm"),
]  # fmt: skip


@pytest.mark.parametrize(("n", "words"), WORDS)
def test_number_words(n, words):
    assert vn.bang_chu(n) == words
    assert vn.doc_bang_chu(words) == n


def test_ways_of_reading():
    assert vn.bang_chu(1005, le="linh", nghin="ngàn") == "một ngàn không trăm linh năm"
    assert vn.bang_chu(24, tu=False) == "hai mươi bốn"
    assert vn.tien_bang_chu(120_000_000) == "Một trăm hai mươi triệu đồng"
    assert vn.tien_bang_chu(5, don_vi="tỷ đồng") == "Năm tỷ đồng"


@pytest.mark.parametrize("switch", [{"le": "le"}, {"nghin": "nghin"}])
def test_a_way_of_reading_that_is_none_is_refused(switch):
    with pytest.raises(ValueError, match="no such way"):
        vn.bang_chu(5, **switch)


@pytest.mark.parametrize("n", [10**18 + 1, -(10**18) - 1, Fraction(1, 3)])
def test_what_cannot_be_read_is_refused(n):
    with pytest.raises(ValueError, match=r"great|decimals"):
        vn.bang_chu(n)


@pytest.mark.parametrize(
    "words",
    ["", "đồng", "một triệu năm", "một nghìn lẻ năm", "mười mốt", "hai mươi năm", "trăm", "một một", "năm mươi mươi", "không năm", "âm", "âm không", "hai phẩy", "phẩy năm", "hai phẩy năm không", "một tỷ một tỷ", "nghìn", "hai phẩy không", "âm " * 3000, "tỷ " * 3000],
)  # fmt: skip
def test_what_is_no_reading_is_refused(words):
    with pytest.raises(ValueError, match="not a number in words"):
        vn.doc_bang_chu(words)


WAYS = st.fixed_dictionaries(
    {"le": st.sampled_from(["lẻ", "linh"]), "nghin": st.sampled_from(["nghìn", "ngàn"]), "tu": st.booleans()}
)


@given(WHOLE, WAYS)
def test_number_words_round_trip(n, ways):
    assert vn.doc_bang_chu(vn.bang_chu(n, **ways)) == n


@given(DECIMALS, WAYS)
def test_decimal_words_round_trip(x, ways):
    assert vn.doc_bang_chu(vn.bang_chu(x, **ways)) == x


@pytest.mark.skipif(not READINGS.exists(), reason="the table of reference readings is not beside the repository")
def test_every_reference_reading():
    with READINGS.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) > 150
    for row in rows:
        n = int(row["n"])
        assert vn.bang_chu(n) == row["reference_reading"]
        for variant in filter(None, (v.strip() for v in row["accepted_variants"].split("|"))):
            assert vn.doc_bang_chu(variant) == n


# --- arithmetic written in a text ------------------------------------------------------------------------

SAI = [
    ("ký số 136/273 văn bản đạt tỷ lệ 48,9%", "49,8%"),
    ("306/310 (98,6%)", "98,7%"),
    ("1.087/1.250 hồ sơ, đạt tỷ lệ 88%", "87%"),
    ("310 + 13 = 322", "323"),
    ("1.250 - 13 = 1.238", "1.237"),
]
DUNG = [
    "103/322 hồ sơ đạt tỷ lệ 32%",
    "03/03 đạt 100%",
    "ngày 23/4/2024 đạt 5%",
    "số 12/TB-UBND đạt 5%",
    "50/100 và 30%",
    "50/100 xã; đạt 30% kế hoạch",
    "5/0 đạt 5%",
    "giai đoạn 2021-2025",
    "1,5 + 2,5 = 4",
]


@pytest.mark.parametrize(("text", "right"), SAI)
def test_wrong_arithmetic_is_found(text, right):
    assert [dung for _, dung in sai_so_hoc(text)] == [right]


@pytest.mark.parametrize("text", DUNG)
def test_right_or_doubtful_arithmetic_is_left_alone(text):
    assert list(sai_so_hoc(text)) == []


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(0, 3), st.sampled_from([" (đạt ", " hồ sơ, đạt tỷ lệ ", "; trong đó 7/9 hồ sơ bằng "]))
def test_a_percentage_worked_out_is_right_and_any_other_is_told(part, whole, decimals, between):
    part, whole = sorted((part, whole)) if part else (part, whole)
    if "7/9" in between:
        part, whole = 7, 9
    right = vn.ty_le(part, whole, decimals)
    typed = right if "," in right or not decimals else right[:-1] + "," + "0" * decimals + "%"
    said = f"12/6/2026: {vn.so(part)}/{vn.so(whole)}{between}"
    assert list(sai_so_hoc(said + typed)) == []
    digits = typed.rstrip("%")
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    assert [dung for _, dung in sai_so_hoc(f"{said}{wrong}%")] == [vn.ty_le(part, whole, max(len(digits.partition(",")[2]), 1))]


"""Tables of figures: which cells are numbers, which columns and rows are added up, which typed totals do not hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.vietnamese import so
from notice_gen.vietnamese.cong_bang import BangSo, doc_bang, khong_doc, tong_chung, tong_cot, tong_nhom, tong_sai
from notice_gen.vietnamese.o_so import Loai, gia_tri, loai_cot, nghi_nghin

SO, TY_LE, KHONG_CONG, CHU = Loai.SO, Loai.TY_LE, Loai.KHONG_CONG, Loai.CHU


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, 12), (Decimal("12.5"), "12.5"), (Fraction(1, 3), Fraction(1, 3)), ("1.250", 1250), ("1.250,5", "1250.5"), ("1.250.000", 1250000), ("04", 4),
        ("0", 0), ("0,5", "0.5"), (" 12 ", 12), ("-5", -5), ("−5", -5), ("–5", -5), ("+5", 5), ("1 250", 1250), ("1\u00a0250", 1250), ("1250", 1250),
        ("", None), ("-", None), ("–", None), ("—", None), ("  ", None), ("/", None), ("1500000000", 1500000000),
    ],
)  # fmt: skip
def test_a_number_is_read_as_an_office_writes_it(cell, value):
    assert gia_tri(cell) == (None if value is None else Fraction(value))


@pytest.mark.parametrize(
    "cell", ["1.5", "12.50", "1,250.5", "12 hồ sơ", "chưa có", "…", "...", "98%", "x", "12+3", "0905123456", "007", True, None, date(2026, 3, 5), "12/15", "9" * 99]
)
def test_what_is_no_number_is_none(cell):
    with pytest.raises(ValueError, match=r"no figure|not a number"):
        gia_tri(cell)


HALF = Decimal("85.5")


@pytest.mark.parametrize(
    ("head", "cells", "kind"),
    [
        # percentages and other ratios, by name and by cells
        ("Tỷ lệ", [100, HALF], TY_LE), ("Tỉ lệ (%)", [100, 85], TY_LE), ("TỶ LỆ ĐẠT", [100, HALF], TY_LE), ("Đạt (%)", [100], TY_LE),
        ("Kết quả", ["98,3%", "94,9%"], TY_LE), ("Kết quả", ["98,3 %", "-"], TY_LE), ("Tỷ trọng", [30, 70], TY_LE), ("Cơ cấu", [30, 70], TY_LE),
        ("% hoàn thành", [100], TY_LE), ("Tiến độ", [100, 85], TY_LE), ("Đạt kế hoạch", [100, HALF], TY_LE), ("So với cùng kỳ", [105, HALF], TY_LE),
        ("TH/KH", [100, HALF], TY_LE), ("Số hộ giảm (%)", [1, 2], TY_LE), ("Tốc độ tăng", [HALF], TY_LE),
        # look-alikes that are counts
        ("Số xã đạt tỷ lệ 100%", [3, 4], SO), ("Trên 90%", [3, 4], SO), ("Tổng số hộ có tỷ lệ cao", [3], SO), ("Chậm tiến độ", [3], SO),
        ("So với cùng kỳ (hồ sơ)", [3, -1], SO), ("Hồ sơ mức độ 4", [3], SO), ("Trung bình", [3, 4], SO), ("Xếp loại khá", [3, 4], SO),
        ("Ngày công", [3], SO), ("Số hộ được cấp mã", [3], SO), ("Điện thoại", [3, 4], SO), ("Thẻ BHYT", [1250000, "2.000.000"], SO),
        ("Giá trị hợp đồng", [3], SO), ("Giá gói thầu", [3], SO), ("Kinh phí năm 2026", [3], SO), ("2027", [2027, 1999], SO), ("Năm 2027", [1999, 2000], SO),
        ("Số điểm", [3], SO), ("Đánh giá", [3], SO), ("Tháng 10", [3], SO), ("Tiếp nhận", ["1.250", "", "-", "04"], SO),
        ("Tiếp nhận", ["12 hồ sơ", "20", "1.5"], SO), ("Tiếp nhận", ["12 hồ sơ", "5 hồ sơ"], SO), ("Số ngày", [5], SO),
        # numbers that are not added up
        ("TT", [1, 2], KHONG_CONG), ("STT.", [1, 2], KHONG_CONG), ("Số thứ tự", [1], KHONG_CONG), ("Năm", [2024, 2025], KHONG_CONG),
        ("Năm sinh", [1980, "1990"], KHONG_CONG), ("Năm xây dựng", [1999, 2010], KHONG_CONG), ("Mã đơn vị", [19753, 19756], KHONG_CONG), ("Mã", ["04", "05"], KHONG_CONG),
        ("Điện thoại", ["0905123456", "0234.3822.123"], KHONG_CONG), ("SĐT", [905123456, 905123457], KHONG_CONG), ("Liên hệ", ["0905 123 456"], KHONG_CONG),
        ("CCCD", ["046081001234"], KHONG_CONG), ("Đơn giá", [12000], KHONG_CONG), ("Giá", [12000], KHONG_CONG), ("Bình quân", [HALF], KHONG_CONG),
        ("Trung bình", [HALF], KHONG_CONG), ("Điểm trung bình", [8], KHONG_CONG), ("Năng suất (tạ/ha)", [60], KHONG_CONG), ("Mức thu (đồng/người)", [5], KHONG_CONG),
        ("Tuổi", [45, 50], KHONG_CONG), ("Tháng", [1, 2], KHONG_CONG), ("Xếp hạng", [1, 2], KHONG_CONG), ("Hệ số", [HALF], KHONG_CONG),
        # words
        ("Thời gian", ["8 giờ ngày 29/9/2026", "14 giờ"], CHU), ("Ngày ban hành", [date(2026, 3, 5)], CHU), ("Nơi đến", ["Trường A", "Nhà văn hóa"], CHU),
        ("Hạn", ["12/6/2026", "30/6/2026"], CHU), ("Kết quả", ["", "-"], CHU), ("Quy mô", ["12 người", "5 hộ"], CHU), ("Đánh dấu", ["x", ""], CHU),
        ("Tỷ số trận", ["2/1"], TY_LE), ("Có mặt", ["12/15", "10/15"], CHU),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_and_its_cells(head, cells, kind):
    assert loai_cot(head, cells) is kind


def test_the_unit_of_the_table_says_what_its_columns_are():
    assert loai_cot("Quý I", [98, 100], "%") is TY_LE
    assert loai_cot("Quý I (hồ sơ)", [98, 100], "%") is SO


def test_a_column_that_is_the_share_of_two_others_is_not_added_up_whatever_its_name():
    rows = [[1, "A", 642, 631, Decimal("98.3")], [2, "B", 644, 611, Decimal("94.9")], [3, "C", 10, 10, 100]]
    assert doc_bang(["TT", "Xã", "Ban hành", "Ký số", "Đạt"], rows).loai[4] is TY_LE
    assert doc_bang(["TT", "Xã", "Ban hành", "Ký số", "Đạt"], [*rows, [4, "D", 10, 10, 99]]).loai[4] is SO


@pytest.mark.parametrize(
    ("cells", "name", "found"),
    [
        ([642, "1,250"], "", [1]), ([Decimal("1.250"), 3, 4], "", [0]), (["1,250", "2,375"], "Hồ sơ", [0, 1]), (["1,250", "2,375"], "Diện tích (ha)", []),
        ([Decimal("1.250"), Decimal("2.5")], "", []), (["1,250"], "Hồ sơ", []), ([Decimal("0.125"), 3], "", []), (["12,50", 3], "", []), ([1250, 3], "", []),
    ],
)  # fmt: skip
def test_thousands_with_the_other_mark_are_doubted_among_whole_numbers(cells, name, found):
    assert nghi_nghin(cells, name) == found


# --- rows -------------------------------------------------------------------------------------------------

THREE = ["TT", "Nội dung", "Kinh phí"]
TWO = ["Nội dung", "Kinh phí"]


def read(*rows: Sequence[object]) -> BangSo:
    return doc_bang(THREE if len(rows[0]) == len(THREE) else TWO, rows)


def total(*rows: Sequence[object]) -> Fraction | None:
    return tong_cot(read(*rows))[-1]


@pytest.mark.parametrize(
    "rows",
    [
        # heads of groups without figures
        ([("I", "HẠ TẦNG SỐ", ""), (1, "Mạng", 10), (2, "Máy", 20), ("II", "NHÂN LỰC", ""), (1, "Tập huấn", 5)]),
        ([("A", "Hạ tầng", ""), (1, "Mạng", 10), (2, "Máy", 20), ("B", "Nhân lực", ""), (1, "Tập huấn", 5)]),
        ([("I. HẠ TẦNG SỐ", "", ""), (1, "Mạng", 10), (2, "Máy", "20"), ("II. NHÂN LỰC", "", ""), (1, "Tập huấn", 5)]),
        ([("Hạ tầng số", ""), ("Mạng", 10), ("Máy", 20), ("Nhân lực", "-"), ("Tập huấn", 5)]),
        # with subtotals: in the head, below, on top
        ([("I", "HẠ TẦNG SỐ", 30), (1, "Mạng", 10), (2, "Máy", 20), ("II", "NHÂN LỰC", "5"), (1, "Tập huấn", 5)]),
        ([("HẠ TẦNG SỐ", 30), ("Mạng", 10), ("Máy", 20), ("NHÂN LỰC", 5), ("Tập huấn", 5)]),
        ([("I", "HẠ TẦNG", ""), (1, "Mạng", 10), (2, "Máy", 20), ("", "Cộng", 30), ("II", "NHÂN LỰC", ""), (1, "Tập huấn", 5), ("", "Cộng", 5)]),
        ([("I", "HẠ TẦNG", ""), ("", "Tổng số", 30), (1, "Mạng", 10), (2, "Máy", 20), ("II", "NHÂN LỰC", ""), ("", "Tổng số", 5), (1, "Tập huấn", 5)]),
        ([("I", "A", ""), (1, "Mạng", 30), ("", "Cộng nhóm I", 30), ("II", "B", ""), (1, "Máy", 5), ("", "TỔNG CỘNG (I + II)", 35)]),
        ([("A", "PHẦN A", 35), ("I", "HẠ TẦNG", 30), (1, "Mạng", 10), (2, "Máy", 20), ("II", "NHÂN LỰC", 5)]),
        ([(1, "Hạ tầng", 30), ("1.1", "Mạng", 10), ("1.2", "Máy", 20), (2, "Nhân lực", 5)]),
        ([(1, "Hạ tầng", ""), ("a", "Mạng", 10), ("b", "Máy", 20), (2, "Nhân lực", 5)]),
        # parts that are only named
        ([(1, "Lao động", 30), ("", "- Nam", 10), ("", "- Nữ", 12), (2, "Khác", 5), ("", "Trong đó: nữ", 2)]),
        ([("Lao động", 30), ("Trong đó:", ""), ("- Nam", 10), ("- Nữ", 12), ("1. Khác", 5)]),
        ([("I", "LAO ĐỘNG", 30), ("-", "Nam", 10), ("-", "Nữ", 12), ("II", "KHÁC", 5)]),
        # totals
        ([("", "Tổng số", 35), (1, "A", 30), (2, "B", 5)]), ([("Tổng cộng", "", 35), (1, "A", 30), (2, "B", 5)]),
        ([("", "Tổng số hộ", 35), (1, "A", 30), (2, "B", 5)]), ([(1, "A", 30), (2, "B", 5), ("", "Cộng chung", 35)]),
        ([("", "Tổng cộng toàn xã", 35), (1, "A", 30), (2, "B", 5)]), ([(1, "A", 30), (2, "B", 5), ("", "TOÀN XÃ", 35)]),
        ([(1, "A", 30), (2, "B", 5), ("Cộng:", "", 35)]), ([(1, "A", 30), (2, "B", 5), ("", "TỔNG CỘNG (1+2):", 35)]),
        ([(1, "A", 30), (2, "B", 5), ("", "Tổng số hồ sơ", 35)]), ([(1, "A", 30), (2, "B", 5), ("III", "Tổng cộng", 35)]),
        # rows that are none
        ([("(1)", "(2)", "(3)"), (1, "A", 30), (2, "B", 5)]), ([(1, 2, 3), (1, "A", 30), (2, "B", 5)]),
        ([(1, "A", 30), (2, "B", 5), ("", "Tỷ lệ (%)", "98%")]), ([(1, "A", 30), (2, "B", 5), ("", "Bình quân", "17,5")]),
        ([(1, "A", 30), (2, "B", 5), ("", "So với cùng kỳ", 3)]), ([(1, "A", 30), (2, "B", 5), ("", "", "")]),
        ([("Tháng 1", 30), ("Tháng 2", 5), ("Lũy kế", 35)]), ([("Thu", 30), ("Chi", 5)]),
        # look-alikes that are rows like any other
        ([(1, "Tổng số hồ sơ tiếp nhận", 30), (2, "Tổng công ty A", 5)]), ([("Cộng đồng dân cư", 30), ("Tổng cục Thuế", 5)]),
        ([("UBND XÃ", 30), ("Công an xã", 5)]), ([("HĐND", 30), ("THPT", 5)]), ([("P. Tư pháp", 30), ("X. Bình Điền", 5)]),
        ([("Khá", 30), ("Trung bình", 5)]), ([("I", "Xã A", 30), ("II", "Xã B", 5)]), ([("a", "Xã A", 30), ("b", "Xã B", 5)]),
        ([(1, "THÔN MỘT", 30), (2, "Thôn Hai", 5)]), ([(1, "Xã A", 30), ("", "Xã B", 5)]), ([("- Nam", 30), ("- Nữ", 5)]), ([("Đ/c Nam", 30), ("Đ/c Nữ", 5)]),
    ],
)  # fmt: skip
def test_nothing_is_added_twice_and_honest_totals_are_quiet(rows):
    bang = read(*rows)
    assert tong_cot(bang)[-1] == 35
    assert not list(tong_sai(bang))
    assert not khong_doc(bang)


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([(1, "A", 30), (2, "B", 5), ("", "Tổng cộng", 36)], [(2, 36, 35)]),
        ([("", "Tổng số", 53), (1, "A", 30), (2, "B", 5)], [(0, 53, 35)]),
        ([(1, "A", "1.250"), (2, "B", "5"), ("Cộng", "", "1.254")], [(2, 1254, 1255)]),
        ([(1, "A", 30), (2, "B", 5), ("", "Tổng cả tỉnh", 36)], [(2, 36, 35)]), ([("", "TỔNG (1+2)", 36), (1, "A", 30), (2, "B", 5)], [(0, 36, 35)]),
        ([("I", "A", 30), ("II", "B", 5), ("", "Tổng cộng", 36)], [(2, 36, 35)]), ([("A", "X", 30), ("B", "Y", 5), ("", "Cộng", 36)], [(2, 36, 35)]),
        ([(1, "A", 30), (2, "B", 5), ("", "Tổng kinh phí", 36)], [(2, 36, 35)]), ([("A", 30), ("B", 5), ("TỔNG SỐ:", "36")], [(2, 36, 35)]),
        ([(1, "A", "12,5"), (2, "B", 8), (3, "C", 6), ("Cộng", "", "26,6")], [(3, Fraction("26.6"), Fraction("26.5"))]),
        ([("I", "NHÓM", 31), (1, "A", 30), ("II", "KHÁC", 5), (1, "B", 5), ("", "Tổng cộng", 35)], [(0, 31, 30)]),
        ([("I", "NHÓM", ""), (1, "A", 30), ("", "Cộng", 31), ("II", "KHÁC", ""), (1, "B", 5), ("", "Cộng", 5), ("", "Tổng cộng", 35)], [(2, 31, 30)]),
        ([("I", "NHÓM", ""), ("", "Tổng số", 31), (1, "A", 30), ("II", "KHÁC", ""), (1, "B", 5)], [(1, 31, 30)]),
        ([("I", "NHÓM", 30), (1, "A", 30), ("II", "KHÁC", 5), (1, "B", 5), ("", "Tổng cộng", 70)], [(4, 70, 35)]),
        ([("NHÓM MỘT", 31), ("A", 30), ("NHÓM HAI", 5), ("B", 5)], [(0, 31, 30)]),
        ([(1, "A", 30), (2, "B", 5), ("", "Cộng 1", 35), (3, "C", 1), (4, "D", 2), ("", "Cộng 2", 4)], [(5, 4, 3)]),
    ],
)  # fmt: skip
def test_a_wrong_total_is_found_with_both_values(rows, wrong):
    bang = read(*rows)
    assert [(found.hang, found.ghi, found.dung) for found in tong_sai(bang)] == wrong


def test_rounded_parts_may_differ_from_their_total_in_the_last_place():
    thirds = [(n, "A", "33,3") for n in range(1, 4)]
    assert not list(tong_sai(read(*thirds, ("", "Cộng", 100))))
    assert [found.dung for found in tong_sai(read(*thirds, ("", "Cộng", 101)))] == [Fraction("99.9")]


def test_a_figure_by_name_above_its_parts_is_compared_with_them():
    bang = read((1, "Tiếp nhận", 30), ("a", "Trực tuyến", 10), ("b", "Trực tiếp", 19))
    assert not list(tong_sai(bang))
    assert [(found.hang, found.dung) for found in tong_sai(bang, {(0, 2)})] == [(0, 29)]


def test_of_several_units_only_money_adds_up():
    heads, rows = ["TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"], [[1, "Máy", "cái", 5, 15, 75], [2, "Nước", "người", 100, 1, 100]]
    assert tong_cot(doc_bang(heads, rows)) == [None] * 5 + [175]
    assert tong_cot(doc_bang(heads, [[*row[:2], "cái", *row[3:]] for row in rows]))[3:] == [105, None, 175]


def test_a_row_that_numbers_the_columns_is_none():
    bang = doc_bang(["TT", "Xã", "Tiếp nhận", "Còn lại", "Cộng"], [["A", "B", "1", "2", "3=1+2"], [1, "Xã A", 5, 1, 6], [2, "Xã B", 6, 1, 7]])
    assert tong_cot(bang) == [None, None, 11, 2, 13]


def test_which_typed_total_is_of_the_whole_table():
    assert tong_chung(read((1, "A", 30), ("", "Tổng cộng", 30))) == [1]
    assert tong_chung(read(("", "Tổng số", 30), (1, "A", 30))) == [0]
    groups = [("I", "NHÓM", ""), (1, "A", 30), ("", "Cộng", 30), ("II", "KHÁC", ""), (1, "B", 5), ("", "Cộng", 5)]
    assert tong_chung(read(*groups)) == []
    assert tong_chung(read(*groups, ("", "Tổng cộng", 35))) == [6]


def test_a_cell_nobody_can_read_keeps_its_column_from_being_added_up():
    bang = read((1, "A", 30), (2, "B", "chưa có"), (3, "C", "1.5"), (4, "D", "-"), (5, "E", 4))
    assert tong_cot(bang)[-1] is None
    assert khong_doc(bang) == [(1, 2), (2, 2)]


def test_empty_heads_of_groups_can_be_filled():
    bang = read(("I", "NHÓM", ""), (1, "A", 30), (2, "B", ""), (3, "C", ""), ("II", "KHÁC", "7"), (1, "D", 5))
    assert list(tong_nhom(bang)) == [(0, 2, 30)]
    assert list(tong_nhom(read(("NHÓM MỘT", ""), ("Xã A", 5), ("Xã B", ""), ("Xã C", 7)))) == [(0, 1, 12)]


@pytest.mark.parametrize(
    "rows",
    [
        [("Tổng số", 100), ("Trong đó nữ", 40), ("Đảng viên", 70)], [("Tổng thu", 100), ("Tổng chi", 80), ("Còn lại", 20)],
        [(1, "A", 100), (2, "B", 200), ("", "Cộng", 300), ("", "Dự phòng (5%)", 15), ("", "Tổng cộng", 315)],
        [(1, "Tổng số hồ sơ", 322), ("", "Trong đó:", ""), ("", "Trực tuyến", 103), (2, "Đã giải quyết", 310)],
        [("Tổng kinh phí", 100), ("Đã chi", 50), ("Còn lại", 10)],
    ],
)  # fmt: skip
def test_rows_that_are_no_sums_of_each_other_are_quiet(rows):
    assert not list(tong_sai(read(*rows)))


def test_names_of_rows_may_be_numbers_and_words():
    assert tong_cot(doc_bang(["Thôn", "Số hộ"], [["1", 30], ["2", 5], ["Trung tâm", 1]])) == [None, 36]
    assert khong_doc(doc_bang(["TT", "Số hộ"], [[1, 30], [2, 5], [3, "chưa có"]])) == [(2, 1)]
    assert khong_doc(doc_bang(["TT", "Số hộ"], [[1, 30], [2, "…"]])) == [(1, 1)]


def test_somebody_may_say_otherwise_of_a_column():
    rows = [["A", 1, 10], ["B", 2, 20]]
    assert tong_cot(doc_bang(["Xã", "Điểm", "Đơn giá"], rows, cong=[None, False, True])) == [None, None, 30]


# --- whatever is typed --------------------------------------------------------------------------------------

_SPELT = st.one_of(
    st.integers(0, 10**6).map(lambda n: (n, n)), st.integers(0, 10**6).map(lambda n: (so(n), n)), st.sampled_from([("-", 0), ("", 0), ("04", 4)]),
    st.decimals(0, 999, places=1).map(lambda d: (so(d), Fraction(d))),
)  # fmt: skip
_GROUPS = st.lists(st.lists(_SPELT, min_size=1, max_size=5), min_size=1, max_size=5)


@given(_GROUPS, st.booleans(), st.booleans())
def test_however_groups_are_written_their_figures_come_to_the_same(groups, in_heads, below):
    marks, rows, every = ["I", "II", "III", "IV", "V"], list[tuple[object, ...]](), Fraction()
    for mark, group in zip(marks, groups, strict=False):
        figures = sum((Fraction(value) for _, value in group), Fraction())
        every += figures
        rows.append((mark, "NHÓM", so(figures) if in_heads else ""))
        rows += [(n, "Xã", cell) for n, (cell, _) in enumerate(group, 1)]
        rows += [("", "Cộng", so(figures))] if below else []
    bang = doc_bang(THREE, [*rows, ("", "Tổng cộng", so(every))])
    assert not khong_doc(bang)
    assert not list(tong_sai(bang))
    if in_heads or any(cell not in {"", "-"} for group in groups for cell, _ in group):
        assert tong_cot(bang)[2] == every
        assert [wrong.hang for wrong in tong_sai(doc_bang(THREE, [*rows, ("", "Tổng cộng", so(every + 1000))]))] == [len(rows)]


@given(st.lists(st.lists(st.one_of(st.text(max_size=6), st.integers(), st.none(), st.sampled_from(["I", "a", "-", "Tổng cộng", "TRONG ĐÓ", "1.1", "98%"])), min_size=3, max_size=3), max_size=8))
def test_any_table_can_be_read(rows):
    bang = doc_bang(THREE, rows)
    assert len(tong_cot(bang)) == 3
    list(tong_sai(bang)), list(tong_nhom(bang)), khong_doc(bang), tong_chung(bang)


def test_a_long_table_takes_no_longer_than_its_rows():
    rows = [((".".join("1" * (n % 40 + 1))), "Tổng cộng" if n % 2 else "A", n) for n in range(4000)]
    bang = doc_bang(THREE, rows)
    assert len(list(tong_sai(bang))) <= 4000


_SCHEMES = {
    "numbers": ("1", "2", "3"), "points": ("1.", "2.", "3."), "figures": (1, 2, 3), "roman": ("I", "II", "III"), "letters": ("A", "B", "C"), "small": ("a", "b", "c"),
    "brackets": ("a)", "b)", "c)"), "dotted": ("1.1", "1.2", "1.3"), "dashes": ("-", "-", "-"), "none": ("", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("label", ["Tổng cộng", "TỔNG CỘNG", "Cộng", "Cộng:", "Tổng số", "Tổng", "Toàn xã", "Tổng cộng (1+2+3)"])
@pytest.mark.parametrize(("place", "marks"), [(at, marks) for at in ("end", "top") for name, marks in _SCHEMES.items() if (at, name) != ("top", "dashes")])
def test_whatever_counts_the_rows_a_total_is_held_against_them(marks, label, place):
    rows = [(mark, name, figure) for mark, name, figure in zip(marks, ("Xã A", "Xã B", "Xã C"), ("1.250", 30, "5"), strict=True)]

    def with_total(figure: object) -> BangSo:
        row = ("", label, figure)
        return doc_bang(THREE, [*rows, row] if place == "end" else [row, *rows])

    assert not list(tong_sai(with_total("1.285")))
    assert tong_cot(with_total("1.285"))[2] == 1285
    assert [(wrong.ghi, wrong.dung) for wrong in tong_sai(with_total("1.286"))] == [(1286, 1285)]


@pytest.mark.parametrize(
    ("marks", "subtotals"),
    [
        *((marks, at) for marks in (("I", "1"), ("A", "1"), ("A", "I"), ("I", "a"), ("I", ""), ("I.", "1."), ("I", "1.1")) for at in ("", "head", "below", "top")),
        *((("A", "-"), at) for at in ("", "head", "below")),  # dashes below a figure are parts of it that need not be all
    ],
)
def test_whatever_counts_groups_and_rows_nothing_is_added_twice(marks, subtotals):
    rows = list[tuple[object, ...]]()
    for head, figures in (("HẠ TẦNG", (10, 20)), ("Nhân lực", ("1.250", 4))):
        total = 30 if head == "HẠ TẦNG" else "1.254"
        above = marks[0] if head == "HẠ TẦNG" else marks[0].replace("A", "B").replace("I", "II")
        rows.append((above, head, total if subtotals == "head" else ""))
        rows += [("", "Tổng số", total)] * (subtotals == "top")
        rows += [(marks[1].replace("1", str(n)) if marks[1] != "a" else "ab"[n - 1], "Xã", figure) for n, figure in enumerate(figures, 1)]
        rows += [("", "Cộng", total)] * (subtotals == "below")
    bang = doc_bang(THREE, [*rows, ("", "Tổng cộng", 1284)])
    assert tong_cot(bang)[2] == 1284
    assert not list(tong_sai(bang))
    assert [wrong.dung for wrong in tong_sai(doc_bang(THREE, [*rows, ("", "Tổng cộng", 1283)]))] == [1284]

"""How tables look: nothing is broken that need not be, columns stand as a clerk sets them, totals and groups stand out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.compose import columns
from notice_gen.typography import TWIPS_PER_MM, width_mm
from tests.compose.test_compose import composed

MONEY = ["TT", "Nội dung", "Dự toán giao đầu năm", "Thực hiện", "Tỷ lệ (%)", "Ngày hoàn thành", "Ghi chú"]
ROWS = [
    ["I", "THU NGÂN SÁCH", "", "", "", "", ""],
    [1, "Thu từ hoạt động sản xuất, kinh doanh trên địa bàn xã", 12000000000, 11500000000, "95,8", "20/11/2026", ""],
    [2, "Thu phí, lệ phí", 250000000, 271250000, "108,5", "21/11/2026", ""],
    ["II", "CHI NGÂN SÁCH", "", "", "", "", ""],
    [1, "Chi thường xuyên", 8000000000, 7900000000, "98,8", "22/11/2026", "Số liệu tạm tính"],
]


def _table(cot, hang, **more):
    context = composed(muc=[{"tieu_de": "T", "bang": {"cot": cot, "hang": hang} | more}])
    return next(block for block in context.page.tai_lieu[0].noi_dung if block.kieu == "bang"), context.warnings


def _bold_mm(text):
    return width_mm(text, size_pt=13, bold=True)


def test_no_number_no_date_and_no_word_is_broken():
    table, warnings = _table(MONEY, ROWS, tong=True)
    assert not [problem for problem in warnings if problem.code == "bang_rong_qua_trang"]
    for head, *cells in zip(table.cot, *table.hang[1:], table.tong, strict=True):
        room = head.rong / TWIPS_PER_MM - 3
        assert all(_bold_mm(word) <= room for word in head.ten.split())
        assert all(width_mm(word, size_pt=13) <= room for cell in cells if cell.cot == 1 for word in cell.chu.split())
    assert table.cot[-1].rong >= 18 * TWIPS_PER_MM
    assert sum(column.rong for column in table.cot) == sum(cell.rong for cell in table.tong if cell.cot)


def test_a_column_left_empty_has_room_for_writing():
    table, _ = _table(["TT", "Nội dung", "Ghi chú"], [[1, "Nội dung rất dài " * 12, ""]])
    assert table.cot[-1].rong >= 20 * TWIPS_PER_MM


def test_ordinals_dates_and_codes_stand_in_the_middle_figures_right_words_left():
    cot = ["STT", "Họ và tên", "Ngày sinh", "Điện thoại", "Xếp loại", "Điểm"]
    table, _ = _table(cot, [["1", "Nguyễn Văn A", "01/02/1980", "0912.345.678", "A", Decimal("9.5")], [2, "Trần Thị B", "15/12/1985", "", "B", "8,25"]])
    for row in table.hang:
        assert [cell.giua for cell in row] == [True, False, True, True, True, False]
        assert [cell.la_so for cell in row] == [False] * 5 + [True]
    assert table.cot[1].rong / TWIPS_PER_MM - 3 >= width_mm("Nguyễn Văn A", size_pt=13)


def test_heads_of_groups_are_bold_over_the_empty_cells_and_the_total_over_the_words():
    table, _ = _table(MONEY, ROWS, tong=True)
    assert [(cell.chu, cell.cot) for cell in table.hang[0] if cell.cot] == [("I", 1), ("THU NGÂN SÁCH", 6)]
    assert all(cell.dam for n in (0, 3) for cell in table.hang[n] if cell.cot)
    assert not any(cell.dam for n in (1, 2, 4) for cell in table.hang[n])
    first, *others = [cell for cell in table.tong if cell.cot]
    assert (first.chu, first.cot, first.giua, first.dam) == ("Tổng cộng", 2, True, True)
    assert [cell.chu for cell in others][:2] == ["20.250.000.000", "19.671.250.000"]


@pytest.mark.parametrize("rows", [
    [["I", "Sở Nội vụ", 3], ["II", "Sở Tài chính", 4]],
    [[1, "UBND", 3], [2, "THPT", 4]],
    [[1, "Không phát sinh", ""], [2, "Có", 4]],
])  # fmt: skip
def test_rows_of_one_kind_do_not_stand_out(rows):
    table, _ = _table(["TT", "Đơn vị", "Số hồ sơ"], rows)
    assert not any(cell.dam or cell.cot != 1 for row in table.hang for cell in row)


def test_a_typed_total_looks_like_one():
    table, _ = _table(["TT", "Đơn vị", "Số hồ sơ"], [[1, "Phường A", 3], [2, "Phường B", 4], ["", "Tổng cộng", 7]])
    assert [(cell.chu, cell.cot, cell.dam) for cell in table.hang[-1] if cell.cot] == [("Tổng cộng", 2, True), ("7", 1, True)]


@pytest.mark.parametrize(("count", "kept"), [(1, []), (6, [0, 1, 2, 3, 4]), (7, [5]), (40, [38])])
def test_small_tables_stay_whole_and_of_long_ones_the_last_row_is_not_left_alone(count, kept):
    table, _ = _table(["TT", "Đơn vị"], [[n + 1, "Phường"] for n in range(count)])
    assert [n for n, row in enumerate(table.hang) if all(cell.giu for cell in row)] == kept


def test_a_table_too_wide_for_the_page_is_told_with_the_way_out():
    cot, row = [f"Cột {n}" for n in range(9)], ["1.234.567.890"] * 9
    _, warnings = _table(cot, [row, row])
    [problem] = [problem for problem in warnings if problem.code == "bang_rong_qua_trang"]
    assert problem.path == ("muc", 0, "bang", 0, "cot")
    assert "ngang = true" in problem.hint
    wide = composed(ket_thuc={"noi_dung": "Theo Phụ lục kèm theo."}, phu_luc=[{"ngang": True, "bang": {"cot": cot[:7], "hang": [row[:7], row[:7]]}}])
    assert not wide.warnings


_CELLS = st.lists(st.sampled_from(["", "-", "A", "1.250", "12/3/2026", "Ủy ban nhân dân xã", "Nguyễn Văn A", "Nghiêng"]), min_size=3, max_size=3)


@given(st.lists(_CELLS, min_size=1, max_size=8), st.booleans())
def test_every_row_fills_the_table_and_loses_no_text(rows, tong):
    table, _ = _table(["TT", "Nội dung", "Kết quả"], rows, tong=tong)
    width = sum(column.rong for column in table.cot)
    for typed, row in zip(rows, table.hang, strict=False):
        shown = [cell for cell in row if cell.cot]
        assert sum(cell.cot for cell in shown) == 3
        assert sum(cell.rong for cell in shown) == width
        assert [cell.chu for cell in shown if cell.chu] == [text for text in typed if text]


def test_widths_share_what_is_left():
    sizes, needed = columns.widths(["TT", "Nội dung"], [[("1", True), ("Một", False)]], [columns.GIUA, columns.CHU], {}, 165)
    assert sum(sizes) == pytest.approx(165)
    assert needed < 40
    assert sizes[0] < 12

"""What offices call the columns of their registers, each name known by itself."""

from __future__ import annotations

import pytest

from notice_gen.register.paper import columns, unknown

NAMES = {
    "so": "Số, ký hiệu văn bản; Số, ký hiệu; Số ký hiệu văn bản; Số và ký hiệu; Số hiệu; Số hiệu văn bản; Số văn bản; Số",
    "ky_hieu": "Ký hiệu; Ký hiệu văn bản",
    "ngay": "Ngày tháng văn bản; Ngày tháng; Ngày tháng năm; Ngày tháng năm văn bản; Ngày văn bản; Ngày ban hành; Ngày ký; Ngày",
    "ten_loai": "Tên loại; Loại; Loại văn bản; Tên loại văn bản",
    "trich_yeu": "Tên loại và trích yếu nội dung văn bản; Tên loại và trích yếu nội dung; Tên loại và trích yếu; Tên loại trích yếu nội dung; "
    "Trích yếu nội dung văn bản; Trích yếu nội dung; Trích yếu; Nội dung; Nội dung văn bản",
    "nguoi_ky": "Người ký; Người ký văn bản",
    "noi_nhan": "Nơi nhận văn bản; Nơi nhận",
    "luu": "Đơn vị, người nhận bản lưu; Nơi nhận bản lưu; Đơn vị nhận bản lưu; Người nhận bản lưu; Nơi lưu; Đơn vị lưu; Lưu; Bản lưu",
    "so_ban": "Số lượng bản; Số bản; Số lượng; SL bản; SLB; SL",
    "ngay_chuyen": "Ngày chuyển",
    "ghi_chu": "Ghi chú",
    "nam": "Năm",
    "co_quan": "Cơ quan; Cơ quan ban hành; Tên cơ quan",
}
EACH = [(column, heading) for column, headings in NAMES.items() for heading in headings.split("; ")]


@pytest.mark.parametrize(("column", "heading"), EACH)
def test_each_name_of_a_column_is_known(column, heading):
    beside = "Số" if column != "so" else "Ngày"
    assert columns([beside, heading])[column] == 1
    assert columns([beside, heading.upper()])[column] == 1
    assert unknown([heading]) == []


@pytest.mark.parametrize("heading", ["Ký nhận", "STT", "TT", "Số TT", "Số thứ tự", ""])
def test_columns_that_nobody_reads_are_no_surprise(heading):
    assert unknown(["Số", heading]) == []


def test_a_column_of_another_name_is_told():
    assert unknown(["Số", "Độ mật", "Ngày"]) == [1]


@pytest.mark.parametrize(
    ("column", "headings"),
    [
        ("so", "Số VB; SỐ KH; Số/KH VB; Ký hiệu, số văn bản; Kí hiệu, số; Số đi; Số công văn; Số, kí\nhiệu (1); SO KY HIEU; Số, ký hiệu của văn bản; Số văn bản đi"),
        ("ky_hieu", "Kí hiệu; KÝ HIỆU VB; (2) Ký hiệu"),
        ("ngay", "Ngày, tháng, năm ban hành; Ngày phát hành; Tháng ngày; Ngày tháng VB; Ngày tháng năm của văn bản; ngay ban hanh; Ngày, tháng, năm kí; NGÀY\nTHÁNG (3)"),
        ("ten_loai", "Thể loại; Hình thức VB; Loại VB"),
        ("trich_yeu", "Nội dung trích yếu; V/v; Về việc; Tên văn bản; Trích yếu ND".replace(" ND", " nội dung") + "; TRÍCH YẾU VĂN BẢN; Trích yếu, nội dung của VB; Nội dung và tên loại"),
        ("nguoi_ky", "Người kí; Họ và tên người ký; NGƯỜI KÝ VB; Họ tên, chức vụ người ký"),
        ("noi_nhan", "Nơi nhận VB; Đơn vị nhận; Cơ quan, đơn vị nhận văn bản; Người nhận; Kính gửi"),
        ("luu", "Nơi lưu trữ; Đơn vị hoặc người nhận bản lưu".replace(" hoặc", ",") + "; Lưu hồ sơ"),
        ("so_ban", "SL; Số bản phát hành; Số lượng VB; Bản số lượng"),
        ("ngay_chuyen", "Ngày gửi; NGÀY CHUYỂN VB"),
        ("ghi_chu", "Ghi chú (10); G/c; Ghi chú thêm"),
    ],
)
def test_headings_are_free(column, headings):
    for heading in headings.split("; "):
        beside = "Số" if column != "so" else "Ngày"
        assert columns([beside, heading]).get(column) == 1, heading


@pytest.mark.parametrize("heading", ["Ngày nhận", "Độ mật", "Người soạn", "Số trang", "Nơi gửi", "Phòng", "Số đến", "Ngày đến", "Năm 2026", "Sổ đăng ký văn bản đi", "Đơn vị soạn thảo", "Số tờ"])
def test_what_is_like_a_heading_and_is_another_is_not_taken_for_it(heading):
    assert unknown(["Số", heading]) == [1]


def test_number_and_symbol_in_a_column_called_symbol():
    assert columns(["Ký hiệu", "Ngày"]) == {"so": 0, "ngay": 1}
    assert columns(["Ký hiệu", "Ngày", "Số"]) == {"ky_hieu": 0, "ngay": 1, "so": 2}

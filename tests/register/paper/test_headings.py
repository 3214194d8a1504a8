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

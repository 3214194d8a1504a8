"""Names at the head and the foot of a findings file: what is mistyped in them is told, whatever the page would print in capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import issue
from notice_gen.reader.judging import names
from tests.helpers.findings import TODAY, changed
from tests.helpers.notices import SMALLEST


def told(*changes: tuple[str, str]) -> list[tuple[str, str, object]]:
    warnings = issue.issue(changed(SMALLEST, *changes).encode(), file="tep.toml", folder=Path("/nonexistent"), today=TODAY).warnings
    return [(problem.code, ".".join(map(str, problem.path)), problem.values.get("dung")) for problem in warnings]


SLIPS = [
    ('"Ủy ban nhân dân", "xã', '"Ủy ban nhân dân.", "xã', ("ten_co_dau_cuoi", "co_quan.ten.0", "Ủy ban nhân dân")),
    ('"Ủy ban nhân dân", "xã', '"Ủy ban ban nhân dân", "xã', ("ten_go_sai", "co_quan.ten.0", "ban")),
    ('viet_tat = "UBND"', 'viet_tat = "UBDN"', ("ky_hieu_viet_sai", "co_quan.viet_tat", "UBND")),
    ('viet_tat = "UBND"', 'viet_tat = "UBND."', ("ten_co_dau_cuoi", "co_quan.viet_tat", "UBND")),
    ('viet_tat = "UBND"', 'viet_tat = "uBND"', ("viet_tat_chu_thuong", "co_quan.viet_tat", "UBND")),
    ('dia_danh = "Bình Điền"', 'dia_danh = "BÌNH ĐIỀN"', ("dia_danh_in_hoa", "van_ban.dia_danh", "Bình Điền")),
    ('dia_danh = "Bình Điền"', 'dia_danh = "Bình điền"', ("dia_danh_chu_thuong", "van_ban.dia_danh", "Bình Điền")),
    ('dia_danh = "Bình Điền"', 'dia_danh = "Bình Điền;"', ("ten_co_dau_cuoi", "van_ban.dia_danh", "Bình Điền")),
    ('chuc_vu = "Chủ tịch"', 'chuc_vu = "Chủ tich"', ("ten_sai_dau", "ky.chuc_vu", "Chủ tịch")),
    ('chuc_vu = "Chủ tịch"', 'chuc_vu = "Chủ tịch."', ("ten_co_dau_cuoi", "ky.chuc_vu", "Chủ tịch")),
    ('chuc_vu = "Chủ tịch"', 'chuc_vu = "Chủ Chủ tịch"', ("ten_go_sai", "ky.chuc_vu", "Chủ")),
    ('"TM. Ủy ban nhân dân"', '"TM. TM. Ủy ban nhân dân"', ("ten_go_sai", "ky.quyen_han.0", "TM")),
    ('"Nguyễn Văn A"', '"nguyễn Văn A"', ("ho_ten_viet_thuong", "ky.ho_ten", "Nguyễn Văn A")),
    ('"Nguyễn Văn A"', '"Nguyễn Văn A;"', ("ten_co_dau_cuoi", "ky.ho_ten", "Nguyễn Văn A")),
    ('"Nguyễn Văn A"', '"Nugyễn Văn A"', ("ho_ten_go_sai", "ky.ho_ten", "Nguyễn")),
    ('"Nguyễn Văn A"', '"Nguyen Văn A"', ("ho_ten_go_sai", "ky.ho_ten", "Nguyễn")),
    ('luu = "VT"', 'luu = "vT"', ("luu_sai_dang", "noi_nhan.luu", "VT")),
    ('luu = "VT"', 'luu = "VT, VP, VP"', ("luu_sai_dang", "noi_nhan.luu", "VT, VP")),
    ('luu = "VT"', 'luu = "VP"', ("luu_sai_dang", "noi_nhan.luu", "VT, VP")),
    ('luu = "VT"', 'luu = "VT VP"', ("luu_sai_dang", "noi_nhan.luu", "VT, VT VP")),
    ('luu = "VT"', 'luu = "Lưu VT"', ("luu_sai_dang", "noi_nhan.luu", "VT")),
    ('luu = "VT"', 'luu = "- Lưu: VP"', ("luu_sai_dang", "noi_nhan.luu", "VT, VP")),
    ('gui = ["Các thôn"]', 'gui = ["UBND tỉnh; Sở Nội vụ"]', ("nhieu_noi_mot_dong", "noi_nhan.gui.0", '"UBND tỉnh", "Sở Nội vụ"')),
    ('gui = ["Các thôn"]', 'gui = ["UBND tỉnh, Sở Nội vụ"]', ("noi_nhan_chung_dong", "noi_nhan.gui.0", '"UBND tỉnh", "Sở Nội vụ"')),
    ('"Kết quả kiểm tra"', '"Kết quả kiểm tra."', ("trich_yeu_co_dau_cham", "van_ban.trich_yeu", "Kết quả kiểm tra")),
    ('"Kết quả kiểm tra"', '"V/v kiểm tra"', ("trich_yeu_viet_tat", "van_ban.trich_yeu", "Về việc kiểm tra")),
    ('"xã Bình Điền"]', '"xã bình điền"]', ("ten_don_vi_viet_thuong", "co_quan.ten.1", "Bình Điền")),
    ('"xã Bình Điền"]', '"thành phố huế"]', ("ten_don_vi_viet_thuong", "co_quan.ten.1", "Huế")),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), SLIPS)
def test_a_slip_in_a_name_is_told_where_it_stands_with_what_to_type(right, wrong, expected):
    assert right in SMALLEST
    assert expected in told((right, wrong))


LETTER = (('mau = "thong-bao"', 'mau = "cong-van"'), ('loai = "TB"\n', ""), ("trich_yeu =", 'don_vi_soan = "VP"\nkinh_gui = "Sở Nội vụ"\ntrich_yeu ='))


@pytest.mark.parametrize(
    ("typed", "dung"),
    [("Đôn đốc báo cáo", "đôn đốc báo cáo"), ("V/v Mời họp", "V/v mời họp"), ("Kế hoạch số 12/KH-UBND", None), ("Huế ngày mới", None), ("V/v góp ý", None)],
)
def test_the_subject_of_a_letter_begins_small_unless_it_is_a_name(typed, dung):
    slips = [found for code, _, found in told(*LETTER, ('"Kết quả kiểm tra"', f'"{typed}"')) if code == "trich_yeu_cong_van_viet_hoa"]
    assert slips == ([dung] if dung else [])


def test_two_agencies_on_the_line_of_the_addressee():
    found = told(*LETTER, ('kinh_gui = "Sở Nội vụ"', 'kinh_gui = "Sở Nội vụ và Sở Tài chính"'))
    assert ("noi_nhan_chung_dong", "van_ban.kinh_gui.0", '"Sở Nội vụ", "Sở Tài chính"') in found


@pytest.mark.parametrize("line", ["Thường trực Đảng ủy, HĐND xã", "Đảng ủy, UBND xã Bình Điền", "Phòng Văn thư, Sở Nội vụ", "Sở Y tế (để b/c; để t/h)"])
def test_a_group_of_recipients_is_one_line(line):
    assert not [code for code, *_ in told(('gui = ["Các thôn"]', f'gui = ["{line}"]')) if code.startswith(("noi_nhan_chung", "nhieu_noi"))]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Phòng Văn hóa - Xã hội phường thuận hóa", ["Thuận Hóa"]), ("Bảo hiểm xã hội", []), ("Trung tâm Phục vụ hành chính công xã", []),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", []), ("Ban Quản lý dự án thành phố trực thuộc", []), ("UBND thành phố hồ chí minh", ["Hồ Chí Minh"]),
    ],
)
def test_a_place_behind_an_agency_is_one_that_the_lists_have(name, right):
    assert [problem.values["dung"] for problem in names._small_place(("co_quan", "ten", 0), name, TODAY)] == right

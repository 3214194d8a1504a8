"""The decree's numbers and the signing lines it allows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import legal

LAW = legal.law()

RANGES = [
    ("co_chu", ("13", "13.5", "14"), ("12.9", "14.1", "15")),
    ("gian_dong", ("1", "1.15", "1.5"), ("0.99", "1.51", "2")),
    ("gian_doan", ("6", "12"), ("5.9", "0")),
    ("thut_dau_dong", ("1", "1.27"), ("1.1", "1.25", "0", "12.7")),
    ("le_tren", ("20", "25"), ("19.9", "25.1")),
    ("le_duoi", ("20", "25"), ("19", "26")),
    ("le_trai", ("30", "35"), ("29", "36")),
    ("le_phai", ("15", "20"), ("14", "21")),
]


@pytest.mark.parametrize(("key", "inside", "outside"), RANGES)
def test_ranges_of_phu_luc_1(key, inside, outside):
    limit = LAW.ranges[key]
    assert all(limit.allows(Decimal(value)) for value in inside)
    assert not any(limit.allows(Decimal(value)) for value in outside)
    assert limit.allows(limit.default)
    assert limit.dieu.startswith("Phụ lục I, Phần I, mục ")


def test_no_range_is_untested():
    assert {key for key, *_ in RANGES} == set(LAW.ranges)


@pytest.mark.parametrize(
    ("key", "text"),
    [("co_chu", "từ 13 đến 14 pt"), ("thut_dau_dong", "1 hoặc 1,27 cm"), ("gian_doan", "từ 6 pt trở lên"), ("gian_dong", "từ 1 đến 1,5 dòng")],
)
def test_ranges_are_told_as_a_clerk_reads_them(key, text):
    assert LAW.ranges[key].text == text


def test_schema_types():
    assert LAW.ranges["co_chu"].schema_type is float
    assert get_args(LAW.ranges["thut_dau_dong"].schema_type) == (1, 1.27)


def test_rules_are_a_third_to_a_half():
    third, half = Decimal(1) / 3, Decimal("0.5")
    assert LAW.duong_ke.minimum is not None
    assert third <= LAW.duong_ke.minimum <= LAW.duong_ke.default <= half == LAW.duong_ke.maximum


def test_types_of_documents():
    codes = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB SY TrS SL"
    assert list(LAW.loai) == codes.split()
    assert [one.ten for one in LAW.loai_khong_ma] == ["Công văn", "Thư công"]
    assert LAW.loai["TB"] == legal.LoaiVanBan("TB", "Thông báo", "1.4", "Điều 7; Phụ lục III, mục I")


@pytest.mark.parametrize(
    ("key", "sizes"),
    [("quoc_hieu", (12, 13)), ("tieu_ngu", (13, 14)), ("so_ky_hieu", (13, 13)), ("noi_nhan", (12, 12)), ("noi_nhan_muc", (11, 11)), ("phu_luc", (14, 14))],
)
def test_sizes_of_components(key, sizes):
    size = LAW.thanh_phan[key].co_chu
    assert (size.minimum, size.maximum) == sizes


def test_every_default_is_lawful_and_has_its_article():
    for part in LAW.thanh_phan.values():
        assert part.co_chu.allows(part.co_chu.default), part.ten
        assert part.co_chu.dieu.startswith("Phụ lục I, Phần I, mục "), part.ten


@pytest.mark.parametrize("on", [None, date(2020, 3, 5), date(2026, 1, 1), date(1999, 1, 1)])
def test_one_decree_serves_every_date(on):
    assert legal.law(on) is LAW


def test_the_law_cannot_be_changed():
    with pytest.raises(TypeError):
        LAW.ranges["co_chu"] = None  # type: ignore[index]


# --- signing lines -------------------------------------------------------------------------------------

LAWFUL = [
    ("TM. Ủy ban nhân dân", "Chủ tịch"),
    ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"),
    ("TM. UBND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. Uỷ ban nhân dân", "Q. Chủ tịch"),
    ("Chủ tịch",),
    ("KT. Chủ tịch", "Phó Chủ tịch"),
    ("KT. Chủ tịch", "Phó Chủ tịch UBND xã A"),
    ("TL. Chủ tịch", "Chánh Văn phòng"),
    ("TL. Chủ tịch", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("TL. Chủ tịch", "Trưởng phòng Kinh tế"),
    ("TL. Bộ trưởng", "Vụ trưởng Vụ A"),
    ("TL. Bộ trưởng", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("TUQ. Chủ tịch", "Giám đốc Sở Nội vụ"),
    ("TUQ. Giám đốc", "Phó Trưởng phòng"),
    ("Giám đốc",),
    ("KT. Giám đốc", "Phó Giám đốc"),
    ("KT. Bộ trưởng", "Thứ trưởng"),
    ("KT. Trưởng ban", "Phó Trưởng ban Thường trực"),
    ("KT. Cục trưởng", "Phó Cục trưởng"),
    ("KT. Tổng Giám đốc", "Phó Tổng Giám đốc"),
    ("Q. Giám đốc",),
    ("TM. Hội đồng nhân dân", "Chủ tịch"),
    ("TM. Thường trực Hội đồng nhân dân", "Phó Chủ tịch"),
    ("TM. Ban Chỉ đạo", "Trưởng ban"),
    ("TM. Đoàn Chủ tịch", "Chủ tịch"),
    ("TM. Chủ tịch đoàn", "Chủ tọa"),
    ("TM. Đoàn kiểm tra", "Trưởng đoàn"),
    ("Trưởng ban Chỉ đạo", "Phó Chủ tịch UBND xã"),
    ("TL. {{ don_vi.truong }}", "Chủ tịch"),
    ("Quyền Linh",),
    ("TP. Tổ chức", "Phó phòng"),
    ("Tổ trưởng",),
    ("KT. Tổ trưởng", "Tổ phó"),
]

UNLAWFUL = [
    # lines, the offending one, what the hint tells to write
    (("TL. Chủ tịch", "Phó Chủ tịch"), "Phó Chủ tịch", 'quyen_han = ["KT. Chủ tịch"]'),
    (("TUQ. Chủ tịch", "Phó Chủ tịch"), "Phó Chủ tịch", 'quyen_han = ["KT. Chủ tịch"]'),
    (("TL. Chủ tịch", "KT. Chủ tịch", "Phó Chủ tịch"), "KT. Chủ tịch", 'quyen_han = ["KT. Chủ tịch"]'),
    (("TL. Chủ tịch", "Chủ tịch"), "TL. Chủ tịch", "Bỏ dòng “TL. Chủ tịch”"),
    (("TUQ. Giám đốc", "Giám đốc"), "TUQ. Giám đốc", "Bỏ dòng “TUQ. Giám đốc”"),
    (("TL. Chủ tịch", "Phó Chánh Văn phòng"), "Phó Chánh Văn phòng", '"TL. Chủ tịch", "KT. Chánh Văn phòng"'),
    (("TM. Chủ tịch", "Chánh Văn phòng"), "TM. Chủ tịch", "TM. Ủy ban nhân dân"),
    (("TM. Giám đốc", "Giám đốc"), "TM. Giám đốc", "bỏ dòng này"),
    (("KT. Chủ tịch", "Chủ tịch"), "Chủ tịch", "Phó Chủ tịch"),
    (("KT. Chủ tịch", "Chánh Văn phòng"), "Chánh Văn phòng", "TL. Chủ tịch"),
    (("KT. Chủ tịch", "Phó Giám đốc"), "Phó Giám đốc", '"TL. Chủ tịch", "KT. Giám đốc"'),
    (("TL. Ủy ban nhân dân", "Chánh Văn phòng"), "TL. Ủy ban nhân dân", "TL. Chủ tịch"),
    (("TUQ. UBND", "Giám đốc Sở Nội vụ"), "TUQ. UBND", "TUQ. Chủ tịch"),
    (("KT. Sở Nội vụ", "Phó Giám đốc"), "KT. Sở Nội vụ", "KT. Giám đốc"),
    (("TM. UBND", "TL. Chủ tịch", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"), "KT. Chánh Văn phòng", "hai dòng"),
    (("TM. Ủy ban nhân dân", "Phó Chủ tịch"), "TM. Ủy ban nhân dân", '"TM. Ủy ban nhân dân", "KT. Chủ tịch"'),
    (("Chủ tịch", "Phó Chủ tịch"), "Chủ tịch", '"KT. Chủ tịch"'),
    (("KT. Chủ tịch", "TM. UBND", "Phó Chủ tịch"), "TM. UBND", '["TM. UBND", "KT. Chủ tịch"]'),
    (("KT. Chủ tịch",), "KT. Chủ tịch", "Phó Chủ tịch"),
    (("TL. Chủ tịch",), "TL. Chủ tịch", 'quyen_han = ["TL. Chủ tịch"]'),
    (("Q. Phó Chủ tịch",), "Q. Phó Chủ tịch", "Q. Chủ tịch"),
    (("Quyền Chủ tịch",), "Quyền Chủ tịch", '"Q. Chủ tịch"'),
    (("TL Chủ tịch", "Chánh Văn phòng"), "TL Chủ tịch", '"TL. Chủ tịch"'),
    (("TL.Chủ tịch", "Chánh Văn phòng"), "TL.Chủ tịch", '"TL. Chủ tịch"'),
    (("T/L Chủ tịch", "Chánh Văn phòng"), "T/L Chủ tịch", '"TL. Chủ tịch"'),
    (("T.M. UBND", "Chủ tịch"), "T.M. UBND", '"TM. UBND"'),
    (("KT: Chủ tịch", "Phó Chủ tịch"), "KT: Chủ tịch", '"KT. Chủ tịch"'),
    (("tuq chủ tịch", "Giám đốc Sở A"), "tuq chủ tịch", '"TUQ. chủ tịch"'),
    (("TQ. Chủ tịch", "Giám đốc Sở A"), "TQ. Chủ tịch", "TUQ. (ký thừa ủy quyền)"),
]


@pytest.mark.parametrize("lines", LAWFUL, ids=" / ".join)
def test_lawful_signatures_pass(lines):
    assert legal.fault_in_signature(lines[:-1], lines[-1]) is None


@pytest.mark.parametrize(("lines", "found", "advice"), UNLAWFUL, ids=lambda value: " / ".join(value) if isinstance(value, tuple) else "")
def test_unlawful_signatures_are_told(lines, found, advice):
    fault = legal.fault_in_signature(lines[:-1], lines[-1])
    assert fault is not None
    assert fault.found == found
    assert advice in fault.hint_text()
    assert "{" not in fault.text() + fault.hint_text()


PIECES = st.sampled_from(["TM. ", "KT. ", "TL. ", "TL ", "Q. ", "Phó ", "", "Chủ tịch", "UBND", "Chánh Văn phòng", "{{ x }}", "é", "."])
LINES = st.lists(PIECES, min_size=1, max_size=3).map("".join) | st.text(max_size=20)


@given(st.lists(LINES, max_size=3), LINES)
def test_any_lines_give_an_answer(quyen_han, chuc_vu):
    fault = legal.fault_in_signature(tuple(quyen_han), chuc_vu)
    if fault:
        assert fault.found in (*quyen_han, chuc_vu)
        assert fault.text()
        assert fault.hint_text()

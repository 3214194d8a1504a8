"""The decree's numbers and the signing lines it allows."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import legal
from notice_gen.legal import agency, layout, lines, signature
from notice_gen.legal.quyen_ky import loai_ban_hanh, quyen_ky

TODAY = date(2026, 11, 23)
LAW = legal.law(TODAY)

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
        assert re.match("Phụ lục I(?:, Phần II?, mục |II, mẫu )", part.co_chu.dieu), part.ten


@pytest.mark.parametrize("on", [date(2020, 3, 5), date(2026, 1, 1), date(1999, 1, 1)])
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
    (("TL. Chủ tịch", "Phó chủ tịch"), "Phó chủ tịch", 'quyen_han = ["KT. Chủ tịch"]'),
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
    assert legal.fault_in_signature(lines[:-1], lines[-1], law=LAW) is None


@pytest.mark.parametrize(("lines", "found", "advice"), UNLAWFUL, ids=lambda value: " / ".join(value) if isinstance(value, tuple) else "")
def test_unlawful_signatures_are_told(lines, found, advice):
    fault = legal.fault_in_signature(lines[:-1], lines[-1], law=LAW)
    assert fault is not None
    assert fault.found == found
    assert advice in fault.hint_text()
    assert "{" not in fault.text() + fault.hint_text()


# --- signatures with agency, name and date: a table a lawyer can read ----------------------------------

CASES = tomllib.loads((Path(__file__).parent / "truong-hop-ky.toml").read_text("utf-8"))["truong_hop"]
LEVELS = {"dung": None, "sai": "error", "nghi": "warning"}


def said_of(case):
    return legal.fault_in_signature(
        case["khoi_ky"][:-1],
        case["khoi_ky"][-1],
        law=LAW,
        co_quan=case.get("co_quan", ()),
        chu_quan=case.get("chu_quan", ()),
        ho_ten=case.get("ho_ten", "Nguyễn Văn A"),
        ngay=case.get("ngay"),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["tinh_huong"] for case in CASES])
def test_cases_of_signing(case):
    said = said_of(case)
    assert (said.level if said else None) == LEVELS[case["ket_qua"]], said
    if said:
        assert case["viet_lai"] in said.hint_text()
        assert said.values["dieu"] == case["can_cu"]
        assert case["can_cu"] in said.text()
        assert "{" not in said.text() + said.hint_text()


def test_the_table_of_cases_is_full():
    assert sum(case["ket_qua"] == "dung" for case in CASES) >= 25
    assert sum(case["ket_qua"] != "dung" for case in CASES) >= 35


def test_every_rule_of_signing_has_a_case_and_an_article(monkeypatch):
    told = set()
    rule = lines.fault
    for module in (agency, layout, lines):
        monkeypatch.setattr(module, "fault", lambda ma, *rest, **values: told.add(ma) or rule(ma, *rest, **values))
    signature._faults.cache_clear()
    for case in CASES:
        said_of(case)
    assert told == set(quyen_ky().quy_tac)
    assert all(one.dieu and one.muc in ("sai", "nghi") for one in quyen_ky().quy_tac.values())


def test_all_that_is_wrong_is_told_at_its_key():
    told = legal.faults_in_signature(
        ["TL. Chủ tịch"], "Phó Chủ tịch", law=LAW, co_quan=["Ủy ban nhân dân", "huyện A"], ho_ten="TS. Lê Văn C", ngay=date(2026, 1, 5)
    )
    assert [(one.level, one.path, one.found) for one in told] == [
        ("error", ("ky", "chuc_vu"), "Phó Chủ tịch"),
        ("error", ("ky", "ho_ten"), "TS. Lê Văn C"),
        ("warning", ("co_quan", "ten"), "huyện A"),
    ]


@pytest.mark.parametrize("name", ["Tsering Văn A", "Cn Văn A", "Ông Ích A", "Bà Thị A", "Nguyễn Ths. A", "H'Linh Niê", "Gs", ""])
def test_names_that_only_look_like_titles_pass(name):
    assert legal.fault_in_signature([], "Chủ tịch", law=LAW, co_quan=["Ủy ban nhân dân", "xã A"], ho_ten=name) is None


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["UỶ BAN NHÂN DÂN", "XÃ A"], "ubnd"),
        (["Văn phòng", "Hội đồng nhân dân và Ủy ban nhân dân"], "van_phong"),
        (["UBND tỉnh A", "Sở Nội vụ"], "so"),
        (["Trung tâm Y tế khu vực"], "y_te"),
        (["Hội Nông dân"], "dang_doan_the"),
        (["Hội đồng Thi đua"], "hoi_dong"),
        (["Sởi"], None),
        ([], None),
    ],
)
def test_kinds_of_agencies(lines, kind):
    found = loai_ban_hanh(lines)
    assert (found.ma if found else None) == kind


PIECES = st.sampled_from(["TM. ", "KT. ", "TL. ", "TL ", "Q. ", "Phó ", "", "Chủ tịch", "UBND", "Chánh Văn phòng", "{{ x }}", "é", "."])
AGENCIES = st.sampled_from(["Ủy ban nhân dân", "xã A", "UBND huyện A", "Sở Nội vụ", "Ban Chỉ đạo", "{{ x }}", ""]) | st.text(max_size=20)
LINES = st.lists(PIECES, min_size=1, max_size=3).map("".join) | st.text(max_size=20)


@pytest.mark.slow
@given(st.lists(LINES, max_size=3), LINES, st.lists(AGENCIES, max_size=2), st.none() | st.dates())
def test_any_lines_give_an_answer(quyen_han, chuc_vu, co_quan, ngay):
    fault = legal.fault_in_signature(quyen_han, chuc_vu, law=LAW, co_quan=co_quan, chu_quan=co_quan, ho_ten=chuc_vu, ngay=ngay)
    if fault:
        assert fault.found in (*quyen_han, chuc_vu, *co_quan)
        assert fault.text()
        assert fault.hint_text()

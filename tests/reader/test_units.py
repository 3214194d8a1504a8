"""``don_vi.ma`` fills the unit's name and province by the notice's date."""

from __future__ import annotations

import io
import re
import unicodedata
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from notice_gen import issue, reader
from notice_gen.errors import InputError
from notice_gen.reader import Layer
from notice_gen.reader.codes import with_unit
from notice_gen.vietnamese import don_vi, goi_don_vi
from notice_gen.vietnamese.lien_dong import nhu_go

EXAMPLE = (Path(__file__).parents[2] / "examples" / "findings.toml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 1)


def notice(tmp_path, don_vi, ngay="2026-10-15"):
    text = EXAMPLE.replace('ten = "xã Bình Điền"', don_vi).replace("ngay = 2026-10-15", f"ngay = {ngay}")
    text = re.sub(r"= 2026-1[01]-\d\d", "= 2027-01-15", text) if ngay > "2026-11" else text
    assert don_vi in text
    return issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY)


def refused(tmp_path, don_vi, ngay="2026-10-15"):
    with pytest.raises(InputError) as raised:
        notice(tmp_path, don_vi, ngay)
    return raised.value.problems[0]


def test_a_code_gives_the_name_and_the_province(tmp_path):
    issued = notice(tmp_path, 'ma = "20035"')
    assert dict(issued.notice.don_vi) == {"ma": "20035", "ten": "xã Bình Điền", "tinh": "thành phố Huế"}
    assert issued.warnings == ()
    with ZipFile(io.BytesIO(issued.docx)) as package:
        assert "năm 2026 tại UBND xã Bình Điền" in nhu_go(package.read("word/document.xml").decode())


@pytest.mark.parametrize("ten", ["phường Bình Điền", "xa binh dien", "thôn Một, xã Bình Điền", "Trường Tiểu học Bình Điền", "Xã Bình Diền"])
def test_what_the_file_says_of_the_same_unit_stands_with_a_warning(ten, tmp_path):
    issued = notice(tmp_path, f'ma = "20035"\nten = "{ten}"')
    assert issued.notice.don_vi["ten"] == ten
    (warning,) = issued.warnings
    assert warning.text() == f"Mã 20035 là xã Bình Điền, còn ten ghi “{ten}”."
    assert (warning.level, warning.code, warning.place.file, warning.place.text) == ("warning", "ma_ten_khac_nhau", "a.toml", 'ma = "20035"')


@pytest.mark.parametrize(
    "don_vi",
    [
        'ten = "xã Bình Điền"', 'ten = "Bình Điền"', 'ten = "Xã  Bình\u00a0Điền"', 'ten = "XÃ BÌNH ĐIỀN"', 'ten = "xã Bình\u200b Điền"',
        f'ten = "{unicodedata.normalize("NFD", "xã Bình Điền")}"', 'ten = "UBND xã Bình Điền"', 'ten = "xã Bình Điền, thành phố Huế"',
        'ten = "xã Bình Điền (TP. Huế)"', 'tinh = "Huế"', 'ten = "xã Bình Điền"\ntinh = "tỉnh Thừa Thiên Huế"', 'ten = "Xã Bình Điền - Huế"',
    ],
)  # fmt: skip
def test_a_code_beside_its_own_unit_however_spelt_is_quiet(don_vi, tmp_path):
    assert notice(tmp_path, f'ma = "20035"\n{don_vi}').warnings == ()


@pytest.mark.parametrize(
    "ten", ["xã Phú Vang", "Phú Vang", "XÃ PHÚ VANG", "xã Không Có Thật", "Không Có Thật", "xã Bình Tiến", "phường Phú Vang", "UBND xã Phú Vang", "xa phu vang", "xã A", "thôn Một", "xã Điền"]
)
def test_a_code_beside_another_commune_s_name_is_refused(tmp_path, ten):
    """Rows pasted one line off would send each commune the other's notice."""
    with pytest.raises(InputError) as raised:
        notice(tmp_path, f'ma = "20035"\nten = "{ten}"')
    (problem,) = raised.value.problems
    assert problem.text() == f"Mã 20035 là xã Bình Điền, còn ten ghi “{ten}”."
    assert (problem.level, problem.place.text) == ("error", 'ma = "20035"')


@pytest.mark.parametrize(
    ("ma", "row", "ten", "warnings"),
    [
        ("20035", "", "xã Bình Điền", 0),  # not the name in the common file
        ("20035", "xã Bình Điền", "xã Bình Điền", 0),
        ("20035", "xã B", None, 0),
        ("99999", "xã B", None, 0),
        ("99999", "", None, 0),
    ],
)
def test_a_row_that_gives_a_code_is_called_by_it(ma, row, ten, warnings):
    base = Layer("chung.toml", "", {"don_vi": {"ten": "xã A"}, "van_ban": {"ngay": date(2026, 10, 15)}})
    own = Layer("bang.csv", "", {"don_vi": {"ma": ma, **({"ten": row} if row else {})}})
    layers, doubts = with_unit([base, own], TODAY)
    assert len(doubts) == warnings
    if ten:
        assert reader.merge(layers)["don_vi"]["ten"] == ten
    else:
        assert [p.level for layer in layers for p in layer.problems] == ["error"]


def test_a_code_that_is_gone_on_the_date_is_refused_and_said_what_it_became(tmp_path):
    problem = refused(tmp_path, 'ma = "00001"\nten = "phường Phúc Xá"')
    assert "ngày 15/10/2026 không còn phường Phúc Xá, quận Ba Đình" in problem.text()
    assert problem.place.text == 'ma = "00001"'


@pytest.mark.parametrize(
    ("don_vi", "said"),
    [
        ('ma = "99999"\nten = "xã Bình Điền"', "20035 (xã Bình Điền, thành phố Huế)"),
        ('ma = "20O35"', "20035 (xã Bình Điền, thành phố Huế)"),
        ('ma = "20053"\nten = "xã Không Có Thật"', "20035 (xã Bình Điền, thành phố Huế)"),
        ('ma = "19999"\nten = "xã Phú Vag"', "19942 (xã Phú Vang, thành phố Huế)"),
        ('ma = "4"', "00004 (phường Ba Đình, thành phố Hà Nội)"),
        ('ma = "xyz"', "[[don_vi_rieng]] rồi ma = \"xyz\" rồi ten"),
        ('ma = "20035"\nten = "xã Phú Vang"', "(mã của xã Phú Vang: 19942)"),
    ],
)
def test_a_refused_code_names_the_nearest_and_what_to_type(don_vi, said, tmp_path):
    assert said in refused(tmp_path, don_vi).hint_text()


def test_a_code_beside_another_province_is_refused(tmp_path):
    problem = refused(tmp_path, 'ma = "20035"\nten = "xã Bình Điền"\ntinh = "tỉnh Quảng Trị"')
    assert problem.text() == "Mã 20035 là xã Bình Điền, thành phố Huế, còn ten ghi “xã Bình Điền, tỉnh Quảng Trị”."


@pytest.mark.parametrize("don_vi", ['ma = "99999"\nten = "xã Không Có Thật"', 'ma = "20035"\nten = "xã Bình Tân Mới"'])
def test_after_the_day_of_the_list_it_is_a_warning(don_vi, tmp_path):
    (warning,) = notice(tmp_path, don_vi, "2026-12-01").warnings
    assert (warning.level, warning.code) == ("warning", "don_vi_khong_co" if "99999" in don_vi else "ma_ten_khac_nhau")
    waived = f'{don_vi}\n\n[the_thuc]\nbo_qua = ["{warning.code}"]'
    assert notice(tmp_path, waived, "2026-12-01").warnings == ()


def test_but_not_where_it_is_the_name_of_another(tmp_path):
    assert "Mã 20035" in refused(tmp_path, 'ma = "20035"\nten = "xã Phú Vang"', "2026-12-01").text()


def test_the_office_declares_units_that_the_list_lacks(tmp_path):
    own = '[[don_vi_rieng]]\nma = "99999"\nten = "xã Cửa Tunk"\ntinh = "tỉnh Quảng Trị"\n\n[[don_vi_rieng]]\nma = "20035"\nten = "xã Bình Tiến"\n'
    (tmp_path / "notice-gen.toml").write_text(own, "utf-8")
    issued = notice(tmp_path, 'ma = "99999"')
    assert dict(issued.notice.don_vi) == {"ma": "99999", "ten": "xã Cửa Tunk", "tinh": "tỉnh Quảng Trị"}
    for quiet in ('ma = "99999"\nten = "Xã Cửa  Tunk"', 'ten = "xã Cửa Tunk"', 'ma = "20035"', 'ma = "20035"\nten = "xã Bình Tiến"'):
        assert notice(tmp_path, quiet).warnings == ()
    for other in ('ma = "99999"\nten = "xã Phú Vang"', 'ma = "99998"\nten = "xã Cửa Tunk"'):
        refused(tmp_path, other)


@pytest.mark.parametrize(
    ("ten", "near"),
    [
        ("xã Cửa Tunk", "xã Cửa Tùng, tỉnh Quảng Trị (mã 19414)"), ("XÃ CỬA TUNK", "Cửa Tùng"), ("xã cửa tunk", "Cửa Tùng"),
        ("UBND xã Cửa Tunk", "Cửa Tùng"), ("xã Cửa Tunk, tỉnh Quảng Trị", "Cửa Tùng"), ("xã Cửa Tunk (Quảng Trị)", "Cửa Tùng"),
        ("xã Cửa\u200b Tunk", "Cửa Tùng"), ("phường Bình Điền", "xã Bình Điền, thành phố Huế (mã 20035)"), ("xã Bình Diễn", "xã Bình Điền"),
        ("xã Kép", "phường Kép, thành phố Bắc Ninh (mã 07399)"), ("đặc khu Côn Dảo", "đặc khu Côn Đảo"), ("P. Thuận Hoà", "phường Thuận Hoá"),
        ("xã Tân Tiến", "xã Tân Tiến, tỉnh"), ("xã Không Có Thật", "thành phố Huế"), ("Xã Cửa Tùng", "xã Cửa Tùng, tỉnh Quảng Trị"),
    ],
)  # fmt: skip
def test_a_commune_that_no_list_has_is_doubted_and_the_nearest_named(ten, near, tmp_path):
    (warning,) = notice(tmp_path, f'ten = "{ten}"').warnings
    assert (warning.level, warning.code, warning.place.text) == ("warning", "don_vi_khong_co", f'ten = "{ten}"')
    assert near in warning.hint_text()
    assert notice(tmp_path, f'ten = "{ten}"\n\n[the_thuc]\nbo_qua = ["don_vi_khong_co"]').warnings == ()


@pytest.mark.parametrize("ngay", [date(2025, 7, 1), date(2026, 10, 1)])
def test_every_unit_of_the_list_is_quiet_by_its_own_name(ngay):
    for unit in don_vi.tat_ca(ngay):
        assert goi_don_vi.khong_thay(unit.ten, ngay) is None
        assert goi_don_vi.khong_thay(unit.day_du, ngay) is None
        assert goi_don_vi.khong_thay(unit.ten.upper(), ngay, unit.tinh.ten_rieng) is None
        assert goi_don_vi.cung_la(unit, unit.day_du.upper(), ngay, unit.tinh.ten) == "dung"


@pytest.mark.parametrize(
    "ten",
    [
        "xã A", "xã A1", "xã Chân Mây – Lăng Cô", "xã Chân Mây-Lăng Cô", "xã Bình Điền – Huế", "xã B, tỉnh C", "Phường X", "xã ABC", "xã …", "xã ....", "thôn Một", "Tổ dân phố 5, phường Thuận Hóa", "xã Bình Điền",
        "Xã Phú Vang", "phường thuận hóa", "xa binh dien", "xã Bình Điền và xã Phú Vang", "các xã, phường", "xã Hương Thọ (cũ)", "Xã đội Bình Điền",
        "Trường Tiểu học xã Bình Điền", "xã Tân Tiến, tỉnh Đồng Nai", "xã Cửa Tùng (Quảng Trị)", "Ông Nguyễn Xã Tắc", "UBND xã Phú Vang", "Bình Điền",
    ],
)  # fmt: skip
def test_honest_names_are_quiet(ten, tmp_path):
    assert notice(tmp_path, f'ten = "{ten}"').warnings == ()


def said_of_units(warnings):
    """What is said of units: the sample's own dates are later than such a paper's."""
    return [one for one in warnings if one.path[0] in {"don_vi", "co_quan"} or one.rule.startswith("DV")]


def test_units_of_before_the_reform_are_quiet(tmp_path):
    assert not said_of_units(notice(tmp_path, 'ten = "xã Hương Thọ"', "2025-06-30").warnings)
    assert not said_of_units(notice(tmp_path, 'ten = "xã Không Có Thật"', "2024-06-30").warnings)


def test_without_a_name_an_unknown_code_is_refused(tmp_path):
    with pytest.raises(InputError) as raised:
        notice(tmp_path, 'ma = "99999"')
    first = raised.value.problems[0]
    assert "Không thấy đơn vị “99999”" in first.text()
    assert (first.level, first.place.text) == ("error", 'ma = "99999"')
    refused(tmp_path, 'ma = "99999"', "2026-12-01")


def test_a_commune_that_became_a_ward_is_called_so_from_its_day_on(tmp_path):
    issued = notice(tmp_path, 'ma = "07399"')
    assert issued.notice.don_vi["ten"] == "phường Kép"
    assert not issued.warnings


AS_A_CITY = "“tỉnh Đồng Nai”: từ ngày 30/4/2026 là thành phố Đồng Nai (Nghị quyết số 30/2026/QH16)."
OF_BAC_NINH = "“tỉnh Bắc Ninh”: từ ngày 20/9/2026 là thành phố Bắc Ninh (Nghị quyết số 39/2026/QH16)."
MERGED = "“tỉnh Bình Thuận”: từ ngày 01/7/2025 thuộc tỉnh Lâm Đồng (Nghị quyết số 202/2025/QH15)."
NO_SUCH_CITY = "“thành phố Vinh”: từ ngày 01/7/2025 không còn thành phố thuộc tỉnh."


@pytest.mark.parametrize(("old", "new", "ngay", "said"), [
    ('ten = ["Ủy ban nhân dân", "thành phố Huế"]', 'ten = ["Ủy ban nhân dân", "tỉnh Đồng Nai"]', "2026-10-01", AS_A_CITY),
    ('ten = ["Ủy ban nhân dân", "thành phố Huế"]', 'ten = ["Ủy ban nhân dân", "tỉnh Đồng Nai"]', "2026-04-29", None),
    ('ten = ["Ủy ban nhân dân", "thành phố Huế"]', 'chu_quan = "UBND tỉnh Bắc Ninh"\nten = ["Ủy ban nhân dân", "phường Kép"]', "2026-11-20", OF_BAC_NINH),
    ('ten = ["Ủy ban nhân dân", "thành phố Huế"]', 'ten = ["Ủy ban nhân dân", "thành phố Bắc Ninh"]', "2026-11-20", None),
    ('ten = ["Ủy ban nhân dân", "thành phố Huế"]', 'ten = ["Ủy ban nhân dân", "thành phố Nghệ An"]', "2027-01-20", None),  # no list knows that day
    ("gui = [", 'gui = ["UBND tỉnh Bình Thuận", ', "2026-10-01", MERGED),
    ("gui = [", 'gui = ["UBND tỉnh Bình Thuận (cũ)", ', "2026-10-01", None),
    ("gui = [", 'gui = ["UBND thành phố Vinh", ', "2026-10-01", NO_SUCH_CITY),
    ("gui = [", 'gui = ["Các tỉnh, thành phố", "Tỉnh ủy", ', "2026-10-01", None),
])
def test_a_province_is_called_what_it_is_on_the_day(old, new, ngay, said, tmp_path):
    text = EXAMPLE.replace(old, new)
    assert new in text
    text = re.sub(r"= 2026-1[01]-\d\d", "= 2027-06-15", text.replace("ngay = 2026-10-15", "ngay = @")).replace("@", ngay)
    issued = issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=date(2027, 1, 30))
    told = [warning for warning in issued.warnings if warning.code == "tinh_khong_dung_ngay"]
    assert [warning.text() for warning in told] == ([said] if said else [])
    assert all(warning.place.text[warning.place.column - 1 :].startswith(warning.values["found"]) for warning in told)


NEEDS_ITS_NOUN = "Địa danh “{}” đặt theo tên người, chữ số hoặc sự kiện lịch sử, phải ghi tên gọi đầy đủ (Phụ lục I, Phần I, mục II.4.a)."
IN_FULL = 'Gõ: dia_danh = "{}"'


@pytest.mark.parametrize(("co_quan", "dia_danh", "hint"), [
    ("xã Quang Trung", "Quang Trung", IN_FULL.format("Xã Quang Trung")),
    ("phường Quang Trung", "Quang Trung", IN_FULL.format("Phường Quang Trung")),
    ("xã A", "Quang Trung", "Ghi cả loại đơn vị: Phường Quang Trung hoặc Xã Quang Trung."),
    ("xã Kim Đồng", "Kim Đồng", IN_FULL.format("Xã Kim Đồng")),
    ("xã A", "Đồng Khởi", IN_FULL.format("Xã Đồng Khởi")),
    ("xã A", "Đặng Thùy Trâm", IN_FULL.format("Xã Đặng Thùy Trâm")),  # listed as Thuỳ
    ("phường Móng Cái 1", "Móng Cái 1", ""), ("phường Móng Cái 1", "Phường Móng Cái 1", ""),  # not named by a figure alone
    ("phường 1 Bảo Lộc", "1 Bảo Lộc", IN_FULL.format("Phường 1 Bảo Lộc")),
    ("Thành phố Hồ Chí Minh", "Hồ Chí Minh", IN_FULL.format("Thành phố Hồ Chí Minh")),
    ("xã A", "1", IN_FULL.format("Phường 1")),  # a figure alone is a ward's name, one of an earlier list
    *[("xã A", place, "") for place in ("Xã Quang Trung", "Phường 1", "Thành phố Hồ Chí Minh", "Bình Điền", "Võ Thị Sáu", "Thống Nhất", "Xã Thống Nhất", "Hà Nội")],
])
def test_a_place_called_after_a_person_has_its_noun(co_quan, dia_danh, hint, tmp_path):
    text = EXAMPLE.replace('"thành phố Huế"]', f'"{co_quan}"]').replace('dia_danh = "Huế"', f'dia_danh = "{dia_danh}"').replace('"xã Bình Điền"', '"xã A"')
    issued = issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY)
    told = [warning for warning in issued.warnings if warning.code == "dia_danh_thieu_loai"]
    assert [(warning.text(), warning.hint_text()) for warning in told] == ([(NEEDS_ITS_NOUN.format(dia_danh), hint)] if hint else [])
    if hint.startswith("Gõ"):  # what is advised is right
        text = text.replace(f'dia_danh = "{dia_danh}"', hint.removeprefix("Gõ: "))
        assert not [one for one in issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY).warnings if one.path[:1] == ("van_ban",)]


@pytest.mark.parametrize(("co_quan", "typed", "right"), [
    ("xã Quang Trung", "quang trung", "Xã Quang Trung"), ("xã Quang Trung", "Quang trung", "Xã Quang Trung"), ("xã Quang Trung", "QUANG TRUNG", "Xã Quang Trung"),
    ("Thành phố Hồ Chí Minh", "Hồ chí minh", "Thành phố Hồ Chí Minh"),
    ("phường 1", "P1", "Phường 1"), ("phường 1", "p.1", "Phường 1"), ("xã Bình Điền", "bình điền, huế", "Bình Điền"),
])
def test_what_is_advised_for_a_place_in_other_capitals_is_right(co_quan, typed, right, tmp_path):
    def of(place):
        text = EXAMPLE.replace('"thành phố Huế"]', f'"{co_quan}"]').replace('dia_danh = "Huế"', f'dia_danh = "{place}"')
        warnings = issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY).warnings
        return [warning.hint_text() for warning in warnings if warning.path == ("van_ban", "dia_danh")]

    assert of(typed) == [IN_FULL.format(right)]
    assert of(right) == []

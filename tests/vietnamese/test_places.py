"""Places of the date line; communes and provinces by date."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.errors import InputError
from notice_gen.vietnamese import bo_dau, dia_danh, don_vi

BEFORE = date(2024, 6, 12)
SINCE = date(2026, 3, 1)
NOW = date(2026, 11, 1)


# Phụ lục I, mục II.4.
@pytest.mark.parametrize(
    ("unit", "place"),
    [
        ("xã Bình Điền", "Bình Điền"),
        ("Xã Bình Điền", "Bình Điền"),
        ("phường Hương Trà", "Hương Trà"),
        ("Phường 3", "Phường 3"),
        ("phường 3", "Phường 3"),
        ("phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
        ("xã Nguyễn Bỉnh Khiêm", "Xã Nguyễn Bỉnh Khiêm"),
        ("xã Đặng Thùy Trâm", "Xã Đặng Thùy Trâm"),
        ("tỉnh Nghệ An", "Nghệ An"),
        ("thành phố Huế", "Huế"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP.Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("thị xã Hương Trà", "Hương Trà"),
        ("Văn Miếu - Quốc Tử Giám", "Văn Miếu - Quốc Tử Giám"),
        ("đặc khu Phú Quốc", "Phú Quốc"),
    ],
)
def test_place_of_the_date_line(unit, place):
    assert dia_danh.format(unit) == place
    assert dia_danh.validate(place) == place


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("xã Bình Điền", "Bình Điền"),
        ("HƯƠNG TRÀ", "Hương Trà"),
        ("Hương Trà,", "Hương Trà"),
        ("tỉnh Nghệ An", "Nghệ An"),
        ("P. Thuận Hóa", "Thuận Hóa"),
    ],
)
def test_wrong_places_say_what_to_write(place, right):
    fault = dia_danh.fault(place)
    assert place in fault.text()
    assert fault.hint_text() == f"Viết: {right}"
    assert not dia_danh.is_valid(place)
    with pytest.raises(ValueError, match="Địa danh"):
        dia_danh.validate(place)


@given(st.text())
def test_any_text_is_a_place_or_refused(text):
    fault = dia_danh.fault(text)
    assert (fault is None) is dia_danh.is_valid(text)
    if fault:
        assert fault.hint_text()


# --- the lists --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "xa", "phuong", "thi_tran", "dac_khu", "cities"),
    [
        (date(2025, 6, 30), 7692, 1726, 617, 0, 6),
        (date(2025, 7, 1), 2621, 687, 0, 13, 6),  # Nghị quyết 202/2025/QH15
        (date(2026, 4, 29), 2621, 687, 0, 13, 6),
        (date(2026, 4, 30), 2611, 697, 0, 13, 7),  # 30/2026/QH16, 237/NQ-UBTVQH16
        (date(2026, 9, 1), 2611, 697, 0, 13, 8),  # 36/2026/QH16
        (date(2026, 9, 20), 2599, 709, 0, 13, 9),  # 39/2026/QH16, 388/NQ-UBTVQH16
    ],
)
def test_units_of_the_country_on_a_date(day, xa, phuong, thi_tran, dac_khu, cities):
    units = don_vi.tat_ca(day)
    kinds = Counter(unit.loai for unit in units)
    assert kinds == Counter({"Xã": xa, "Phường": phuong, "Thị trấn": thi_tran, "Đặc khu": dac_khu})
    assert len({unit.ma for unit in units}) == len(units) == xa + phuong + thi_tran + dac_khu
    provinces = {unit.tinh.ten: unit.tinh for unit in units}.values()
    assert len(provinces) == (63 if day < date(2025, 7, 1) else 34)
    assert sum(tinh.loai == "Thành phố" for tinh in provinces) == cities


@pytest.mark.parametrize(
    ("tinh", "count"), [("Hồ Chí Minh", 168), ("Thanh Hóa", 166), ("Lai Châu", 38), ("46", 40), ("tỉnh Khánh Hoà", 65)]
)
def test_units_of_a_province(tinh, count):
    assert len(don_vi.tat_ca(NOW, tinh)) == count


def test_names_of_today_that_occur_twice():
    names = Counter(unit.loai + unit.ten_rieng for unit in don_vi.tat_ca(date(2026, 7, 25)))
    assert (len(names), sum(n > 1 for n in names.values())) == (2994, 245)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 12, 31), "tỉnh Thừa Thiên Huế"),
        (date(2025, 1, 1), "thành phố Huế"),
        (date(2026, 1, 1), "thành phố Huế"),
    ],
)
def test_a_province_has_the_name_of_the_day(day, name):
    assert {unit.tinh.ten for unit in don_vi.tat_ca(day, "Huế" if day.year > 2024 else "Thừa Thiên Huế")} == {name}


# --- finding ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day", "tinh", "full"),
    [
        ("xã Bình Điền", SINCE, "", "xã Bình Điền, thành phố Huế"),
        ("Bình Điền", SINCE, "", "xã Bình Điền, thành phố Huế"),
        ("binh dien", SINCE, "", "xã Bình Điền, thành phố Huế"),
        ("XA BINH DIEN", SINCE, "hue", "xã Bình Điền, thành phố Huế"),
        ("ba dinh", NOW, "Hà Nội", "phường Ba Đình, thành phố Hà Nội"),
        ("Ba Dinh", NOW, "", "xã Ba Dinh, tỉnh Quảng Ngãi"),
        ("Ba Dinh, Ha Noi", NOW, "", "phường Ba Đình, thành phố Hà Nội"),
        ("Xa Dung", SINCE, "", "xã Xa Dung, tỉnh Điện Biên"),  # the name itself begins like a kind
        ("xã Bình Tiến", BEFORE, "", "xã Bình Tiến, thị xã Hương Trà, tỉnh Thừa Thiên Huế"),
        ("phường Hương Trà", NOW, "Huế", "phường Hương Trà, thành phố Huế"),
        ("phường Hương Trà, Đà Nẵng", NOW, "", "phường Hương Trà, thành phố Đà Nẵng"),
        ("Thuận Hoá", NOW, "", "phường Thuận Hoá, thành phố Huế"),
        ("Thuận Hóa", NOW, "", "phường Thuận Hoá, thành phố Huế"),
        ("P. Ba Đình", NOW, "", "phường Ba Đình, thành phố Hà Nội"),
        ("Phường 1, Quận 5, TP. HCM", BEFORE, "", "Phường 1, quận 5, Thành phố Hồ Chí Minh"),
        ("xã Tân Tiến, tỉnh Đồng Nai", NOW, "", "xã Tân Tiến, thành phố Đồng Nai"),  # the province's former kind
        ("Thủ Dầu Một", NOW, "Bình Dương", "phường Thủ Dầu Một, Thành phố Hồ Chí Minh"),  # a former province
        ("Hương Trà", NOW, "Thừa Thiên Huế", "phường Hương Trà, thành phố Huế"),
        ("xã Lộc Ninh", SINCE, "Đồng Nai", "xã Lộc Ninh, tỉnh Đồng Nai"),
        ("phường Lộc Ninh", NOW, "Đồng Nai", "phường Lộc Ninh, thành phố Đồng Nai"),
        ("xã Yên Trung", NOW, "Bắc Ninh", "xã Yên Trung, thành phố Bắc Ninh"),
    ],
)
def test_finding_a_unit(name, day, tinh, full):
    assert don_vi.tim(name, day, tinh).day_du == full


def test_an_ambiguous_name_lists_the_candidates():
    with pytest.raises(InputError) as raised:
        don_vi.tim("xã Tân Tiến", NOW)
    (problem,) = raised.value.problems
    assert problem.level == "error"
    assert "7 đơn vị" in problem.text()
    assert problem.hint_text().count("(mã ") == 7
    assert "xã Tân Tiến, tỉnh Cà Mau (mã 32188)" in problem.hint_text()


def test_a_long_list_of_candidates_is_cut():
    with pytest.raises(InputError, match="10 đơn vị") as raised:
        don_vi.tim("Phường 1", BEFORE, "TP.HCM")
    assert raised.value.problems[0].hint_text().endswith("….")


@pytest.mark.parametrize(
    ("ask", "day", "message", "hint"),
    [
        ("xã Bình Tiến", NOW, "không còn xã Bình Tiến, thị xã Hương Trà", "xã Bình Điền, thành phố Huế (mã 20035)"),
        ("đặc khu Phú Quốc", BEFORE, "chưa có đặc khu Phú Quốc", "Kiểm tra lại"),
        ("xã Bình Diền", NOW, "Không thấy đơn vị “xã Bình Diền”", "xã Bình Điền, thành phố Huế"),
        ("xã Qwerty", NOW, "Không thấy đơn vị “xã Qwerty”", "Kiểm tra lại"),
        ("", NOW, "Không thấy đơn vị “”", "Kiểm tra lại"),
    ],
)
def test_an_unknown_unit_is_a_warning_that_says_what_it_became(ask, day, message, hint):
    with pytest.raises(InputError) as raised:
        don_vi.tim(ask, day)
    (problem,) = raised.value.problems
    assert problem.level == "warning"
    assert message in problem.text()
    assert hint in problem.hint_text()


def test_codes():
    assert don_vi.theo_ma("20035", NOW).ten == "xã Bình Điền"
    assert don_vi.theo_ma("20035", BEFORE).ten == "xã Bình Tiến"
    assert don_vi.nay_la("20035").ten == "xã Bình Điền"
    assert don_vi.nay_la("99999") is None
    for code, day, words in (("99999", NOW, "Không thấy"), ("00001", NOW, "không còn phường Phúc Xá")):
        with pytest.raises(InputError, match=words) as raised:
            don_vi.theo_ma(code, day)
        assert raised.value.problems[0].level == "warning"


NEW_WARDS = ["Bố Hạ", "Lạng Giang", "Kép", "Lục Nam", "Hiệp Hòa", "Yên Phong", "Phù Lãng", "Chi Lăng", "Tiên Du", "Gia Bình", "Nhân Thắng", "Lương Tài"]


@pytest.mark.parametrize("name", NEW_WARDS)
def test_a_commune_of_bac_ninh_became_a_ward_on_its_day(name):
    eve = date(2026, 9, 19)
    assert don_vi.tim(f"xã {name}", eve, "Bắc Ninh") == don_vi.tim(name, eve, "Bắc Ninh")
    assert don_vi.tim(f"phường {name}", date(2026, 9, 20), "Bắc Ninh").loai == "Phường"
    for kind, day in (("phường", eve), ("xã", date(2026, 9, 20))):
        with pytest.raises(InputError):
            don_vi.tim(f"{kind} {name}", day, "Bắc Ninh")


@pytest.mark.parametrize("day", [BEFORE, SINCE, NOW])
def test_every_unit_is_found_by_its_code_and_by_its_full_name(day):
    units = don_vi.tat_ca(day)
    full = Counter(unit.day_du for unit in units)
    for unit in units[:: 1 if len(units) < 5000 else 7]:
        assert don_vi.theo_ma(unit.ma, day) == unit
        if full[unit.day_du] == 1:
            assert don_vi.tim(unit.day_du, day) == unit


@given(st.sampled_from(don_vi.tat_ca(NOW)), st.booleans())
def test_without_diacritics_the_unit_is_found_or_among_the_candidates(unit, with_kind):
    text = bo_dau(unit.ten if with_kind else unit.ten_rieng).lower()
    try:
        assert don_vi.tim(text, NOW, unit.tinh.ten_rieng) == unit
    except InputError as raised:
        assert f"(mã {unit.ma})" in raised.problems[0].hint_text()  # noqa: PT017 - either way is right


@given(st.text(max_size=40))
def test_any_text_is_a_unit_or_a_problem(text):
    try:
        assert don_vi.tim(text, NOW)
    except InputError as raised:
        assert raised.problems[0].text()  # noqa: PT017 - either way is right

"""What does not break at the end of a line of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.vietnamese.lien_dong import CHO, lien, lien_gia_tri, lien_ten, nhu_go

SHOWN = str.maketrans({"\u00a0": "·"})


@pytest.mark.parametrize(
    "shown",
    [
        "khoản·2 Điều·5 Nghị định số 30/2020/NĐ-CP",
        "Tờ trình số 45/TTr-PVHXH ngày·28/6/2024",
        "số /KH-UBND, số 1.250/QĐ-UBND",
        "đạt 98,7·% và 5·triệu đồng, 3,5·tỷ đồng, 1·250·000 người, 12·km²",
        "giai đoạn·2021-2025",
        "điểm·a khoản·1, điểm·đ; quý·IV; Phụ lục·II; Mẫu số·01; 08·giờ 30·phút",
        "ngày·28 tháng·6 năm·2024",
        "của ông Lê·Văn·C, Chủ tịch; bà Trần·Thị·B và đồng chí Hoàng·Văn·D",
        "12 hồ sơ, 5 xã; ông Chánh Văn phòng; Bà Rịa - Vũng Tàu; điểm mới; Pa-ri; và/hoặc; https://a.gov.vn/b-c",
        f"số {CHO}/KH-UBND ngày·{CHO} tháng·{CHO}; {CHO}·%; khoản·{CHO}; {CHO} hồ sơ",
    ],
)
def test_numbers_and_names_stay_whole(shown):
    typed = shown.replace("·", " ")
    assert lien(typed).translate(SHOWN) == shown
    assert nhu_go(lien(typed)) == typed


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Yêu cầu các đơn vị, địa phương khẩn trương triển khai thực hiện nhiệm vụ.", "nhiệm·vụ."),
        ("Yêu cầu các đơn vị triển khai nhiệm vụ.", "nhiệm vụ."),
        ("Các đơn vị, địa phương khẩn trương gửi báo cáo về địa chỉ ban.chi.dao@tinh.example.gov.vn", "chỉ ban.chi.dao@tinh.example.gov.vn"),
    ],
)
def test_a_last_word_does_not_stand_alone(text, end):
    assert lien(text).translate(SHOWN).endswith(end)


def test_a_value_that_is_a_name_is_held_wherever_it_stands():
    assert lien_gia_tri("Nguyễn Văn A").translate(SHOWN) == "Nguyễn·Văn·A"
    assert lien_gia_tri("xã Bình Tiến") == "xã Bình Tiến"


def test_an_agency_breaks_between_its_parts():
    assert lien_ten("của Ủy ban nhân dân xã Bình Tiến)").translate(SHOWN) == "của·Ủy·ban·nhân·dân xã·Bình·Tiến)"


@given(st.text())
def test_any_text_keeps_its_length_and_its_words(text):
    held = lien(text)
    assert len(held) == len(text)
    assert nhu_go(held) == nhu_go(text)

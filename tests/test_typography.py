"""Widths of text in Times New Roman."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.typography import width_mm

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
HCM = "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019"
LONGEST = "Văn Miếu - Quốc Tử Giám, ngày 29 tháng 10 năm 2026"


@pytest.mark.parametrize(
    ("text", "size", "face", "mm"),
    [
        (QUOC_HIEU, 12, "b", 88.3),
        (QUOC_HIEU, 13, "b", 95.7),
        (TIEU_NGU, 13, "b", 56.1),
        (TIEU_NGU, 14, "b", 60.5),
        ("ỦY BAN NHÂN DÂN", 12, "b", 39.9),
        ("ỦY BAN NHÂN DÂN", 13, "b", 43.2),
        (HCM, 13, "i", 96.4),
        (HCM, 14, "i", 103.9),
        (LONGEST, 13, "i", 102.9),
        (LONGEST, 14, "i", 110.8),
        ("", 14, "", 0),
    ],
)
def test_known_widths(text, size, face, mm):
    assert width_mm(text, size_pt=size, bold="b" in face, italic="i" in face) == pytest.approx(mm, abs=0.06)


def test_a_mark_adds_nothing_but_the_horn_does():
    assert width_mm("ẾẶỷ", size_pt=14) == width_mm("EAy", size_pt=14)
    assert width_mm("ờ", size_pt=14) == width_mm("ơ", size_pt=14) > width_mm("o", size_pt=14)


def test_faces_differ():
    faces = {width_mm("Hương Trà", size_pt=14, bold=b, italic=i) for b in (False, True) for i in (False, True)}
    assert len(faces) > 2


@given(st.text(), st.text())
def test_widths_add_up_and_ignore_the_normal_form(one, other):
    both = width_mm(one + "|" + other, size_pt=14)
    parts = width_mm(one + "|", size_pt=14) + width_mm(other, size_pt=14)
    assert both == pytest.approx(parts)
    assert width_mm(unicodedata.normalize("NFC", one), size_pt=14) == pytest.approx(width_mm(one, size_pt=14))



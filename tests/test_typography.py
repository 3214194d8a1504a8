"""Widths of text in Times New Roman."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.typography import balanced, balanced_mm, held, width_mm
from notice_gen.vietnamese.ngat_dong import KHONG_NGAT, chi_phi

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


@given(st.text(alphabet="AĐƯ \n", min_size=1, max_size=60), st.floats(5, 120))
def test_breaking_lines_loses_nothing_and_keeps_the_limit(text, limit):
    lines = balanced(text, limit, size_pt=13, bold=True)
    assert " ".join(lines) == text
    assert all(width_mm(line, size_pt=13, bold=True) <= limit for line in lines if " " in line)


def test_a_line_that_fits_stays_whole():
    assert balanced("ỦY BAN NHÂN DÂN", 61.5, size_pt=13, bold=True) == ["ỦY BAN NHÂN DÂN"]


_WORDS = st.sampled_from(["kết", "luận", "kiểm", "tra", "nghiêngnghiêngnghiêng", "công", "tác", "của", "cách", "Ia", "Ơi", "xã", "năm", "2026"])


def _filled(words, mm):
    lines = [[words[0]]]
    for word in words[1:]:
        if width_mm(" ".join([*lines[-1], word]), size_pt=14) <= mm:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


@given(st.lists(_WORDS, min_size=1, max_size=24), st.floats(15, 170))
def test_there_are_as_few_lines_as_can_be_and_one_more_only_to_keep_a_word_whole(words, limit):
    lines, fewest = balanced(" ".join(words), limit, size_pt=14), len(_filled(words, limit))
    assert len(lines) in {fewest, fewest + 1}
    if len(lines) > fewest:
        assert not _broken(lines)
    assert balanced_mm(" ".join(words), limit, size_pt=14) == (len(lines), max(width_mm(line, size_pt=14) for line in lines))


def _broken(lines):
    words = " ".join(lines).split(" ")
    costs = chi_phi(words, 1, len(words))
    begins = list(accumulate(len(line.split(" ")) for line in lines))[:-1]
    return [words[begin] for begin in begins if costs[begin - 1] >= KHONG_NGAT]


@pytest.mark.parametrize(("text", "limit", "lines"), [
    ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 61.5, ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]),
    ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", 61.5, ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"]),
    ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH GIAO THÔNG", 61.5,
     ["BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG", "CÔNG TRÌNH", "GIAO THÔNG"]),
    ("Về việc bổ nhiệm ông Nguyễn Văn An giữ chức vụ Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị", 148.5,
     ["Về việc bổ nhiệm ông Nguyễn Văn An giữ chức vụ", "Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Ban hành Quy chế làm việc của Ủy ban nhân dân xã A Lưới 1 nhiệm kỳ 2026 - 2031", 148.5,
     ["Ban hành Quy chế làm việc", "của Ủy ban nhân dân xã A Lưới 1 nhiệm kỳ 2026 - 2031"]),
    ("DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ ĐƯỢC KIỂM TRA NĂM 2026 TRÊN ĐỊA BÀN THÀNH PHỐ HUẾ", 148.5,
     ["DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ ĐƯỢC KIỂM TRA", "NĂM 2026 TRÊN ĐỊA BÀN THÀNH PHỐ HUẾ"]),
])  # fmt: skip
def test_lines_break_at_sense(text, limit, lines):
    assert balanced(text, limit, size_pt=13 if limit < 100 else 14, bold=True) == lines


@given(st.lists(_WORDS, min_size=1, max_size=24), st.floats(40, 170))
def test_a_held_title_breaks_where_it_is_meant_to_when_lines_are_filled(words, limit):
    lines, widest = balanced(" ".join(words), limit, size_pt=14), balanced_mm(" ".join(words), limit, size_pt=14)[1]
    printed = held(lines, widest + 2, size_pt=14)
    assert printed.replace("\u00a0", " ") == " ".join(words)
    assert [" ".join(line).replace("\u00a0", " ") for line in _filled(printed.split(" "), widest + 2)] == lines

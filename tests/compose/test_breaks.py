"""Lines of titles: nothing is lost, no line is too long, they end where a reader would pause."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.compose.breaks import balanced, even
from notice_gen.typography import width_mm
from notice_gen.vietnamese.ngat_dong import KHONG_NGAT, chi_phi


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


def _broken(lines):
    words = " ".join(lines).split(" ")
    costs = chi_phi(words)
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
def test_a_title_breaks_where_it_is_meant_to_when_its_lines_are_filled(words, limit):
    text = " ".join(words)
    printed, count, width, widest = even(text, limit, slack_mm=2, size_pt=14)
    lines = [" ".join(line).replace("\u00a0", " ") for line in _filled(printed.split(" "), width)]
    assert " ".join(lines) == text
    assert len(lines) == count
    if count > 1:
        assert widest == pytest.approx(max(width_mm(line, size_pt=14) for line in lines))
    if count == len(_filled(words, limit)) <= 3:
        assert len(_broken(lines)) <= len(_broken(balanced(text, limit, size_pt=14)))

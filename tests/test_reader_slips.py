"""Slips of a clerk's hand that are no fault of TOML: each is told, at its place, with what to type."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from notice_gen import issue
from notice_gen.errors import InputError, Problem
from tests.helpers.findings import GOOD, changed, sample

TODAY = dt.date(2026, 11, 23)


def told(text: str, today: dt.date = TODAY) -> list[tuple[str, int, str, str, str]]:
    """What is said of a file: level, line, piece under the caret, message, hint."""
    try:
        problems = issue.issue(text.encode(), file="tep.toml", folder=Path("/nonexistent"), today=today).warnings
    except InputError as error:
        problems = error.problems
    return [_said(problem) for problem in problems]


def _said(problem: Problem) -> tuple[str, int, str, str, str]:
    place = problem.place
    assert place
    assert place.file == "tep.toml"
    at = place.column - 1
    return problem.level, place.line, place.text[at : at + place.width], problem.text(), problem.hint_text()


def test_a_good_file_is_told_nothing():
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("ngay", "nam", "message"),
    [
        ("2206-03-05", "2206", "Năm 2206 chắc là gõ nhầm: ngày trong văn bản từ năm 1945 đến năm 2100."),
        ("0206-03-05", "0206", "Năm 206 chắc là gõ nhầm: ngày trong văn bản từ năm 1945 đến năm 2100."),
        ("2062-03-05", "2062", "Ngày ban hành 5/3/2062 ở quá xa sau hôm nay, chắc là gõ nhầm năm."),
    ],
)
def test_a_year_that_cannot_be_is_refused(ngay, nam, message):
    ((level, line, found, said, hint),) = told(changed(GOOD, ("ngay = 2024-06-12", f"ngay = {ngay}"), ("han_nop = 2024-06-28\n", "")))
    assert (level, line, found, said) == ("error", 13, nam, message)
    assert "năm-tháng-ngày" in hint


def test_too_many_points_are_refused_where_the_letters_end():
    points = "".join(f'[[muc.muc]]\ntieu_de = "Ý {n}"\nnoi_dung = "Lời."\n' for n in range(1, 27))
    text = GOOD.replace("[noi_nhan]", points + "\n[noi_nhan]")
    ((level, line, _, message, hint),) = told(text)
    assert (level, text.split("\n")[line]) == ("error", 'tieu_de = "Ý 24"')
    assert message == "Có hơn 23 điểm: chữ cái đánh số điểm đi từ a đến y, tới đây không còn chữ nào."
    assert "khoản" in hint
    points = "".join(f"[[muc.muc.muc]]\nnoi_dung = \"Ý {n}\"\n" for n in range(1, 26))
    articles = sample("quyet-dinh").replace("[noi_nhan]", '[[muc]]\nnoi_dung = "Điều."\n[[muc.muc]]\ntieu_de = "Khoản"\n' + points + "[noi_nhan]", 1)
    assert [said for _, _, _, said, _ in told(articles)] == [message]

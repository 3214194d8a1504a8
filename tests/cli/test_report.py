"""How a problem looks: the caret under the right characters, colours only where wanted, nothing that commands a terminal."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.cli.report import as_json, excerpt, problem_lines, visible
from notice_gen.errors import Place, Problem

BELL = "\x1b[31m"


def place(text: str, piece: str) -> Place:
    return Place("a.toml", 3, text.index(piece) + 1, len(piece), text)


@pytest.mark.parametrize(
    ("text", "piece", "shown", "carets"),
    [
        ("so = 08", "08", "so = 08", "     ^^"),
        ("\tso = 08", "08", "    so = 08", "         ^^"),
        ("a\tso = 08", "so", "a   so = 08", "    ^^"),
        ('xã = "Ủy ban"', "=", 'xã = "Ủy ban"', "   ^"),
        ('xa\u0303 = "x"', "=", 'xa\u0303 = "x"', "   ^"),
        ('t = "漢字" x', "x", 't = "漢字" x', "           ^"),
        ('t = "漢字"', "漢字", 't = "漢字"', "     ^^^^"),
        ("a\u200b = 1", "\u200b", "a\u200b = 1", " ^"),
        ("so = 1", "", "so = 1", "^"),
        (f"a = {BELL}x", "x", "a = \\x1b[31mx", "            ^"),
    ],
)
def test_the_caret_stands_under_the_fault(text, piece, shown, carets):
    assert excerpt(place(text, piece)) == (shown, carets)


def test_the_caret_may_stand_after_the_line():
    assert excerpt(Place("a.toml", 1, 5, 1, "[ky]")) == ("[ky]", "    ^")


def test_a_long_line_is_cut_around_the_fault():
    text = "Căn cứ " * 100 + "LỖI" + " nội dung" * 100
    shown, carets = excerpt(place(text, "LỖI"))
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[len(carets) - 3 : len(carets)] == "LỖI"
    assert len(shown) < 170


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 60), st.integers(1, 60))
@pytest.mark.slow
def test_any_line_has_its_caret(text, column, width):
    shown, carets = excerpt(Place("a.toml", 1, column, width, text.replace("\n", "")))
    assert carets.strip() == "^" * carets.count("^") != ""
    assert "\n" not in shown
    assert "\x1b" not in shown


def test_a_problem_reads_as_place_message_line_caret_hint():
    problem = Problem("Sai {x}.", "Gõ: {y}", {"x": "08", "y": 8}, place=place("so = 08", "08"))
    assert [click.unstyle(line) for line in problem_lines(problem, str)] == [
        "a.toml:3:6: lỗi: Sai 08.",
        "    so = 08",
        "         ^^",
        "    gợi ý: Gõ: 8",
    ]


def test_a_problem_without_place_or_hint_is_one_line():
    warning = Problem("Không ổn.", level="warning")
    assert [click.unstyle(line) for line in problem_lines(warning, str)] == ["cảnh báo: Không ổn."]


def test_what_was_pasted_cannot_command_the_terminal():
    problem = Problem("Sai {x}.", "Gõ {x}", {"x": BELL}, place=place(f"a{BELL}", BELL))
    assert BELL not in "".join(click.unstyle(line) for line in problem_lines(problem, str)).replace("\\x1b", "")
    assert visible("a\u202eb") == "a\\u202eb"


def test_a_problem_of_a_workbook_is_told_at_its_cell():
    problem = Problem("Sai {x}.", values={"x": "08h"}, place=Place("bang.xlsx", 17, 1, 3, "08h", "So lieu!C17"))
    assert [click.unstyle(line) for line in problem_lines(problem, str)] == ["bang.xlsx, So lieu!C17: lỗi: Sai 08h.", "    08h", "    ^^^"]
    assert as_json(problem, str)["cell"] == "So lieu!C17"


def test_a_problem_as_json():
    problem = Problem("Sai {x}.", "Gõ: {x}", {"x": 1}, ("van_ban", "so"), place=place("so = 08", "08"))
    assert as_json(problem, str) == {
        "level": "error", "file": "a.toml", "line": 3, "column": 6, "width": 2, "cell": None, "path": ["van_ban", "so"],
        "message": "Sai 1.", "hint": "Gõ: 1",
    }  # fmt: skip

"""Emphasis: what is marked is styled, what is not marked is untouched, nothing is lost."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import markup

MARKED = [
    ("trước ngày **28/6**", [("trước ngày ", ""), ("28/6", "b")]),
    ("*khẩn*", [("khẩn", "i")]),
    ("***gửi về UBND (Phòng Nội vụ)***", [("gửi về UBND (Phòng Nội vụ)", "bi")]),
    ("__lưu ý__ khi", [("lưu ý", "u"), (" khi", "")]),
    ("**đậm *và nghiêng***", [("đậm ", "b"), ("và nghiêng", "bi")]),
    ("**một** và **hai**", [("một", "b"), (" và ", ""), ("hai", "b")]),
    ("**(1)** *“lời dẫn”*", [("(1)", "b"), (" ", ""), ("“lời dẫn”", "i")]),
    ("**__cả hai__**", [("cả hai", "bu")]),
    ("**98,7%**;", [("98,7%", "b"), (";", "")]),
    ("*a**", [("a", "i"), ("*", "")]),  # a star too many is printed where it was typed
    ("**a*", [("*", ""), ("a", "i")]),
    ("**a***", [("a", "b"), ("*", "")]),
]
PLAIN = ["5 * 3 = 15", "(*) ghi chú", "2*3*4", "Họ tên: ______", "a__b__c", "** rời **", "**không đóng", "không mở**", "****", "_x_", ""]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_marks_become_styles(text, expected):
    assert list(markup.spans([text])) == expected


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_mark_prints_as_typed(text):
    assert "".join(piece for piece, _ in markup.spans([text])) == text
    assert not any(style for _, style in markup.spans([text]))


def test_a_backslash_prints_the_mark_itself():
    assert markup.spans([r"\*\*không đậm\*\* \_"]) == (("**không đậm** _", ""),)


def test_a_mark_may_hold_or_touch_an_opaque_piece():
    figure = object()
    assert markup.spans(["**", figure, " hồ sơ** quá hạn"]) == ((figure, "b"), (" hồ sơ", "b"), (" quá hạn", ""))


@given(st.lists(st.sampled_from(["*", "**", "***", "__", "a", " ", "b c", "(", ")", ".", "\\"]), max_size=14))
def test_only_marks_that_found_a_partner_disappear(parts):
    text = "".join(parts)
    kept = "".join(piece for piece, _ in markup.spans([text]))
    assert kept.translate({ord(c): None for c in "*_\\"}) == text.translate({ord(c): None for c in "*_\\"})
    if not any(style for _, style in markup.spans([text])) and "\\" not in text:
        assert kept == text


@given(st.text())
def test_any_text_survives(text):
    kept = "".join(piece for piece, _ in markup.spans([text]))
    assert [c for c in kept if c not in "*_\\"] == [c for c in text if c not in "*_\\"]


def test_styled_text_is_its_text_and_travels():
    text = markup.styled([("gửi ", ""), ("gấp", "b")])
    assert text == "gửi gấp"
    again = pickle.loads(pickle.dumps(text))  # noqa: S301 - our own bytes
    assert again.runs == text.runs == (("gửi ", ""), ("gấp", "b"))
    assert type(markup.styled([("a", ""), ("b", "")])) is str

"""Whatever stands in the file, the reader answers with a notice or with located problems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_gen import reader
from notice_gen.errors import InputError
from tests.helpers.findings import GOOD, TODAY, faults

SNIPPETS = st.sampled_from(
    ['"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ":", ",", ";", "#", "\\", "\n", "\t", " ", ".", "%", "/", "“", "”", "‘",
     "\u00a0", "\u200b", "\ufeff", "\x00", "\x07", "\x7f", "\u2028", "\x85", "ố", "o\u0302\u0301", "08", "12/06/2024", "[muc]", "[[muc]]",
     "\nso = 5\n", "{{ ", " }}", "{% ", "true", "0x", "1e999999999999999999999", "9" * 5000, "[" * 3000, "\\ud800", "-", "+", "nan"]
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), SNIPPETS | st.text(max_size=3)), min_size=1, max_size=4
)


@settings(max_examples=150, deadline=None)
@given(EDITS)
@pytest.mark.slow
def test_a_damaged_file_never_breaks_the_reader(edits):
    text = GOOD
    for at, gone, new in edits:
        text = text[:at] + new + text[at + gone :]
    _answers(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD.encode())), st.integers(0, 3), st.binary(max_size=4))
def test_damaged_bytes_never_break_the_reader(at, gone, new):
    data = GOOD.encode()
    _answers(data[:at] + new + data[at + gone :])


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, GOOD.count("\n")), st.integers(0, GOOD.count("\n")), st.text(max_size=30))
def test_lines_lost_or_added_never_break_the_reader(first, second, new):
    lines = GOOD.split("\n")
    del lines[first]
    lines.insert(second, new)
    _answers("\n".join(lines).encode())


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80) | st.lists(SNIPPETS, max_size=12).map("".join))
def test_any_text_gets_an_answer(text):
    with pytest.raises(InputError):
        reader.read([reader.parse(text.encode(), file="tep.toml")], None, TODAY)
    _answers(text.encode())


def _answers(data: bytes) -> None:
    """Read *data*: a notice, or problems that each have sentences and a place that exists."""
    lines = len(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for problem in faults(data):
        place = problem.place
        assert place
        assert problem.text().strip()
        assert problem.hint_text().strip()
        assert 1 <= place.line <= max(lines, data.count(b"\n") + 1)
        assert 1 <= place.column <= max(len(place.text) + 1, 1 if place.text else place.column)
        assert place.width >= 1


def test_twenty_faults_are_told_at_once():
    bad = [f"x{n} = 12/{n % 12 + 1:02}/2024" for n in range(20)]
    text = GOOD.replace("tiep_nhan = 322", "\n".join(["tiep_nhan = 322", *bad]))
    assert len(faults(text)) == 20

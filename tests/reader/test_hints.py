"""What a hint says to type, the next check takes."""

from __future__ import annotations

import re

import pytest

from tests.helpers.findings import spoilt
from tests.reader.test_slips import told
from tests.reader.wrong_inputs import WRONG_INPUTS

# The whole of a hint: what to type, and a remark on how it is printed.
_TYPE = re.compile(r"Gõ: (?P<typed>.+?)(?: \((?:không có dấu nháy|ký hiệu tự ghép|khi in|bỏ cả dòng|lấy số).*\)\.?)?\.?", re.DOTALL)
_ALTERNATIVES = (" nếu ", " hoặc ", ", hoặc", "…", " và để ", "; mã số")
_EITHER = re.compile(r"[Gg]õ: (?P<a>\S+)(?= nếu| \(in ra| và để|,? hoặc)|(?:dấu nháy: |hoặc )(?P<b>\"[^\"]+\")|hoặc (?P<c>\w+ = \w+)")
HINTS = [row for row in WRONG_INPUTS if row[-1].startswith("Gõ: ") and not any(word in row[-1] for word in _ALTERNATIVES)]


def typed_in(line: str, start: int, found: str, hint: str) -> str:
    """*line* with what *hint* says in place of *found*."""
    match = _TYPE.fullmatch(hint)
    assert match, hint
    typed = match["typed"]
    value = re.fullmatch(r"(\w+) = (.*)", typed)
    if value and not re.match(r"\w+\s*[=＝]", found):
        return re.sub(rf"(?<!\w)({value[1]}\s*=\s*)\"?{re.escape(line[start:start + len(found)])}\"?", lambda m: m[1] + value[2], line, count=1)
    return line[:start] + typed + line[start + len(found) :]


def alternatives(hint: str) -> list[str]:
    """What *hint* says to type where it says more than one thing."""
    if "…" in hint or not any(word in hint for word in _ALTERNATIVES):
        return []
    return [found["a"] or found["b"] or found["c"] for found in _EITHER.finditer(hint)]


SEVERAL = [(row, typed) for row in WRONG_INPUTS for typed in alternatives(row[-1])]


@pytest.mark.parametrize(("row", "typed"), SEVERAL, ids=lambda one: one if isinstance(one, str) else "")
def test_each_of_several_things_to_type_is_taken(row, typed):
    old, new, at, column, found, *_ = row
    lines = spoilt(old, new).split("\n")
    lines[at - 1] = typed_in(lines[at - 1], column - 1, found, f"Gõ: {typed}")
    assert [one for one in told("\n".join(lines)) if one[0] == "error" and one[1] == at] == []


@pytest.mark.parametrize("row", HINTS, ids=lambda row: row[1])
def test_what_a_hint_says_to_type_is_taken(row):
    old, new, at, column, found, _, hint = row
    text = spoilt(old, new)
    if row[1] in ("ky:", '["Thôn Một, "Thôn Hai"]'):
        pytest.skip("more than the piece found is to be typed anew")
    lines = text.split("\n")
    lines[at - 1] = typed_in(lines[at - 1], column - 1, found, hint)
    assert "\n".join(lines) != text
    left = [one for one in told("\n".join(lines)) if one[0] == "error" and one[1] == at]
    assert left == []

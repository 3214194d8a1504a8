"""The rules on words: what each finds, what each leaves alone, and that mending keeps the words."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_gen.check import rules
from notice_gen.check.read import read
from tests.check.text_cases import CASES, RIGHT, Text
from tests.helpers.docx import p
from tests.helpers.notices import TODAY
from tests.helpers.paper import paper
from tests.helpers.papers import THONG_BAO
from tests.helpers.spoil import after, spoilt

ENTRIES = {entry.rule.name: entry for entry in rules.all_rules()}
# Rules on layout have no cases here; a rule on words without cases would be noticed by its letters.
LETTERS = ("CT", "DC", "DV", "KT", "SL", "TD", "TG", "VH", "VT")


def seen(text: Text):
    """The paper that a case stands for."""
    if isinstance(text, dict):
        return paper(*text.get("body", ()), **{key: value for key, value in text.items() if key != "body"})
    return paper(*([text] if isinstance(text, str) else text))


def shown(faults):
    return [fault.span.text if fault.span else "" for fault in faults]


def test_every_rule_on_words_has_cases():
    assert {entry.rule.name for entry in ENTRIES.values() if entry.rule.code.startswith(LETTERS)} == CASES.keys()


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (right, _) in CASES.items() for text in right], ids=str)
def test_a_right_text_is_left_alone(name, text):
    assert shown(ENTRIES[name].faults(seen(text))) == []


@pytest.mark.parametrize(("name", "text", "part"), [(name, *wrong) for name, (_, bad) in CASES.items() for wrong in bad], ids=str)
def test_a_wrong_text_is_found_at_its_place(name, text, part):
    found = list(ENTRIES[name].faults(seen(text)))
    assert part in shown(found)
    for fault in found:
        assert fault.message.format(**fault.values)
        assert fault.hint.format(**fault.values)


@pytest.mark.parametrize("text", RIGHT)
def test_a_sentence_as_offices_write_it_breaks_no_rule(text):
    view = paper(text)
    assert [(name, shown(entry.faults(view))) for name, entry in ENTRIES.items() if entry.rule.code.startswith(LETTERS) and shown(entry.faults(view))] == []


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in unicodedata.normalize("NFC", text.translate({0xFF0C: ","})).casefold() if sign.isalnum())


@pytest.mark.parametrize(("name", "text", "part"), [(name, *wrong) for name, (_, bad) in CASES.items() for wrong in bad], ids=str)
def test_a_mended_text_has_the_same_words_and_is_right(name, text, part):
    assert part
    for fault in ENTRIES[name].faults(seen(text)):
        if fault.mend is not None:
            new = str(fault.mend.values["new"])
            assert letters(new) == letters(fault.span.text)
            whole = fault.span.paragraph.text
            mended = whole[: fault.span.start] + new + whole[fault.span.end :]
            assert len(list(ENTRIES[name].faults(seen(mended)))) < len(list(ENTRIES[name].faults(seen(text))))


WORDS = ["xã", "Ủy ban", "hoà", "hòa", "u\u0309y", "thủ tục", "CCHC", "12", "1.250", "98,7%", "2021-2025", "2021 - 2025", "12/KH-UBND", "số", "ngày 01/6/2026"]
MARKS = [" ", "  ", "\u00a0", "\u2003", "\t", "\u200b", ",", ".", ";", ":", "..", ",.", "(", ")", "“", "”", '"', "/", "-", " – ", "，", "？", "%", "\n"]
PIECES = st.sampled_from([*WORDS, *MARKS])


@given(st.lists(st.lists(PIECES, max_size=15).map("".join), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
@pytest.mark.slow
def test_no_mending_ever_changes_a_letter_or_a_figure(body):
    view = paper(*body)
    for entry in ENTRIES.values():
        for fault in entry.faults(view):
            if fault.mend is not None and fault.mend.kind == "text":
                assert letters(str(fault.mend.values["new"])) == letters(fault.span.text)


@pytest.mark.slow
def test_a_total_under_merged_cells_is_compared_with_its_own_column():
    def row(*cells: str) -> str:
        made = "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>{p(text)}</w:tc>' for text, wide in cells)
        return f"<w:tr>{made}</w:tr>"

    def total(last: str) -> list[str]:
        rows = [("STT", 1), ("Xã", 1), ("Hồ sơ", 1)], [("1", 1), ("A", 1), ("10", 1)], [("2", 1), ("B", 1), ("20", 1)], [("Tổng cộng", 2), (last, 1)]
        made = "".join(row(*cells) for cells in rows)
        grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
        after_it = spoilt(THONG_BAO, after("Văn phòng Sở theo dõi", f"<w:tbl><w:tblPr/>{grid}{made}</w:tbl>"))
        return shown(ENTRIES["tong_bang_sai"].faults(read(after_it, TODAY)))

    assert total("30") == []
    assert total("31") == ["31"]


HOSTILE = [
    " ", "\t ", "\u2003", ".", ",", "a", "á", "Ã", "A", "1.", "1/", "(", '"', "a ", "Á ", "Xã Á ", "e\u0301", "Tỉnh Nghệ ", "số 1/", "Kế hoạch số 1/KH-UBND của A ", "Luật a ",
    "ngày 01/01/2026 ", "1 + ", "1/2 50% ", "khoản 1 điều ", "ủy ban nhân dân ", "AB ", "của ", "2021 - 2025 ", "gửi trước ngày ",
]  # fmt: skip


@pytest.mark.slow
def test_no_text_however_made_holds_a_rule_up():
    """A pattern that goes back over 100.000 letters takes minutes, not a moment: a limit far above what is needed."""
    program = (
        "import sys; from notice_gen.check import rules; from tests.helpers.paper import paper; from tests.check.test_text_rules import HOSTILE, LETTERS\n"
        "for made in HOSTILE:\n"
        "    view = paper(made * (100_000 // len(made)) + '!')\n"
        "    for entry in rules.all_rules():\n"
        "        if entry.rule.code.startswith(LETTERS):\n"
        "            list(entry.faults(view))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], timeout=100, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(("last", "told"), [("THỂ THAO VÀ DU LỊCH", []), ("THỂ THAO VÀ DU LỊCH,", [","])])
def test_a_name_over_two_lines_may_break_at_its_comma(last, told):
    found = ENTRIES["co_quan_co_dau_cau"].faults(seen({"co_quan": ["SỞ VĂN HÓA,", last]}))
    assert shown(list(found)) == told

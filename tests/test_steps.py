"""The default name of a file: number and symbol, the unit; a draft says so."""

from __future__ import annotations

from datetime import date

import pytest

from notice_gen.issue import issue
from tests.helpers.findings import GOOD, changed, sample

NAMES = [
    ((), "12-tb-ubnd-thon-mot.docx"),
    ((("so = 12\n", ""),), "du-thao-tb-ubnd-thon-mot.docx"),
    ((("so = 12\nngay = 2024-06-12\n", ""),), "du-thao-tb-ubnd-thon-mot.docx"),
    ((("ngay = 2024-06-12\n", ""),), "12-tb-ubnd-thon-mot.docx"),
    ((("so = 12", "so = 7"),), "07-tb-ubnd-thon-mot.docx"),
    ((('ten = "thôn Một"\n', 'khac = "x"\n'), ("{{ don_vi.ten }}", "thôn")), "12-tb-ubnd.docx"),
    ((('viet_tat = "UBND"', 'viet_tat = "SNV"'),), "12-tb-snv-thon-mot.docx"),
]


def named(text: str, folder) -> str:
    return issue(text.encode(), file="tep.toml", folder=folder, today=date(2024, 6, 20)).name


@pytest.mark.parametrize(("changes", "name"), NAMES)
def test_a_file_is_named_after_its_number_and_unit(changes, name, tmp_path):
    assert named(changed(GOOD, *changes), tmp_path) == name


def test_a_letter_has_no_number_and_is_a_draft_until_dated(tmp_path):
    text = sample("thu-cong").replace("2026", "2024")
    assert named(text, tmp_path) == "du-thao-thu-cong.docx"
    assert named(changed(text, ("# ngay", "ngay")), tmp_path) == "thu-cong.docx"

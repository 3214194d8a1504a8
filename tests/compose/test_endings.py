"""The marks that close findings: supplied where none is typed, kept where one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import issue
from tests.helpers.findings import GOOD, TODAY

FINDINGS = '''phat_hien = [
  "Đã tiếp nhận {{ tiep_nhan }} hồ sơ.",
  { ma = "A-01", noi_dung = "Đã công khai." },
]'''
END = '\n[ket_thuc]\nnoi_dung = "Hết"\n'


def made(findings: str) -> issue.Issued:
    text = GOOD.replace(FINDINGS, f"phat_hien = [{findings}]\n{END}")
    return issue.issue(text.encode(), file="a.toml", folder=Path("khong-co"), today=TODAY)


def items(issued: issue.Issued) -> list[str]:
    return [str(block.chu) for block in issued.context.page.tai_lieu[0].noi_dung if block.kieu in {"gach", "cong"}]


@pytest.mark.parametrize(
    ("findings", "printed"),
    [
        ('"Một", "Hai", "Ba"', ["- Một;", "- Hai;", "- Ba."]),
        ('"Một;", "Hai", "Ba."', ["- Một;", "- Hai;", "- Ba."]),
        ('"Một câu.", "Hai", "Ba"', ["- Một câu.", "- Hai.", "- Ba."]),  # sentences
        ('"Một"', ["- Một."]),
        ('"Còn {{ tiep_nhan }} hồ sơ", "Đạt {{ tiep_nhan }}"', ["- Còn 322 hồ sơ;", "- Đạt 322."]),
        ('"**Một**", "*Hai*", "Ba (xem trên)"', ["- Một;", "- Hai;", "- Ba (xem trên)."]),
        ('"Hai?", "Ba…", "Bốn:", "Năm,"', ["- Hai?", "- Ba…", "- Bốn:", "- Năm,"]),  # as typed
        ('"Theo “quy chế.”", "Theo \\"quy chế\\""', ["- Theo “quy chế.”", '- Theo "quy chế".']),
        ('"Đạt 3/4", "Xem https://dichvucong.gov.vn/"', ["- Đạt 3/4;", "- Xem https://dichvucong.gov.vn/"]),
        ('{ noi_dung = "Hai việc", phu = ["một", "hai"] }, "Ba"', ["- Hai việc:", "+ một;", "+ hai;", "- Ba."]),
        ('"Một", { noi_dung = "Hai việc:", phu = ["một;", "hai."] }', ["- Một;", "- Hai việc:", "+ một;", "+ hai."]),
        ('{ noi_dung = ["Một", "Hai"] }, "Ba"', ["- Một", "- Ba."]),  # the mark is the last line's
    ],
)
def test_findings_are_closed_where_they_are_not(findings, printed):
    assert items(made(findings)) == printed
    assert not made(findings).warnings


def test_an_exclamation_mark_is_kept_and_told():
    issued = made('"Một!", "Hai"')
    assert items(issued) == ["- Một!", "- Hai."]
    assert [(warning.code, warning.found) for warning in issued.warnings] == [("dau_cham_than", "Một!")]


@pytest.mark.parametrize("mark", [".", ";"])
def test_a_finding_with_items_below_that_does_not_end_with_a_colon_is_told(mark):
    issued = made(f'{{ noi_dung = "Còn hai việc{mark}", phu = ["một", "hai"] }}')
    assert items(issued) == [f"- Còn hai việc{mark}", "+ một;", "+ hai."]
    [warning] = issued.warnings
    assert (warning.code, warning.place.line > 0, "Còn hai việc:" in warning.hint_text()) == ("y_nho_sau_dau_cham", True, True)

"""Right papers, wrong in one place: the rule of that fault finds it, and no other rule says anything.

A module ``cases_….py`` beside this one holds ``CASES`` (a rule's name, a right paper, what is spoilt) and ``RIGHT``
(papers that look unusual and are right).
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from pathlib import Path

import pytest

from notice_gen.check import rules
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.issue import issue
from tests import check
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.notices import TODAY
from tests.helpers.papers import PAPERS
from tests.helpers.spoil import spoilt as spoil
from tests.helpers.spoil import words

ROOT = Path(__file__).parents[2]
OURS = sorted(ROOT.glob("examples/*.toml")) + sorted(ROOT.rglob("templates/**/sample.toml"))
MODULES = [importlib.import_module(f"tests.check.{one.name}") for one in pkgutil.iter_modules(check.__path__) if one.name.startswith("cases_")]
CASES = [case for module in MODULES for case in module.CASES]
RIGHT = [docx for module in MODULES for docx in module.RIGHT]

# A paper typed without marks is wrong throughout; its case is one of words alone, in ``text_cases.py``.
WRONG_THROUGHOUT = {"van_ban_khong_dau"}


def test_every_rule_has_a_case():
    assert {entry.rule.name for entry in rules.all_rules()} - {case.rule for case in CASES} == WRONG_THROUGHOUT


def broken(docx: bytes) -> set[str]:
    view = read(docx, TODAY)
    return {fault.rule.name for entry in rules.all_rules() for fault in entry.faults(view)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_fault_is_found_and_nothing_else_reported(case):
    assert broken(case.docx) == {case.rule}


@pytest.mark.parametrize(
    ("typed", "right"),
    [("Huế 16/1/2026", "Huế, ngày 16 tháng 01 năm 2026"), ("Huế, ngày 5/03/2026", "Huế, ngày 05 tháng 3 năm 2026"), ("Huế, 16.10.2026", "Huế, ngày 16 tháng 10 năm 2026")],
)
def test_a_date_in_figures_is_told_as_the_decree_writes_it(typed, right):
    view = read(spoil(PAPERS["thông báo"], words("Huế, ngày 05 tháng 3 năm 2026", typed)), TODAY)
    assert [f.values["dung"] for entry in rules.all_rules() if entry.rule.code == "DN10" for f in entry.faults(view)] == [right]


@pytest.mark.parametrize("name", PAPERS)
def test_a_right_paper_has_no_fault(name):
    assert broken(PAPERS[name]) == set()


@pytest.mark.parametrize("docx", RIGHT, ids=range(len(RIGHT)))
def test_an_unusual_right_paper_has_no_fault(docx):
    assert broken(docx) == set()


def against_the_law(toml: bytes, file: str, folder: Path) -> list[tuple[str, str]]:
    """What our own paper does that the decree forbids."""
    view = read(issue(toml, file=file, folder=folder, today=date(2026, 11, 23)).docx, TODAY)
    faults = [fault for entry in rules.all_rules() for fault in entry.faults(view) if fault.rule.level is Level.LUAT]
    return [(fault.rule.name, fault.span.text if fault.span else "") for fault in faults]


@pytest.mark.parametrize("path", OURS, ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_our_own_paper_breaks_no_law(path):
    assert against_the_law(path.read_bytes(), path.name, path.parent) == []


# Every choice of layout that a clerk has, in one paper of ours.
_CHOICES = (
    *(f"danh_so = {choice}" for choice in ('"1"', '"I"', '"dieu"', '"khong"')),
    "co_chu = 13", "gian_dong = 1.5", "gian_doan = 12", "thut_dau_dong = 1", "le_tren = 25\nle_duoi = 25\nle_trai = 35\nle_phai = 20",
)  # fmt: skip
_CHANGES = (("so = 12\n", ""), ("ngay = 2024-06-12\n", ""), ("so = 12\n", 'so = 9\nkhan = "hỏa tốc"\n'), ('luu = "VT"', 'luu = "VT (02b)"'))


@pytest.mark.parametrize("choice", _CHOICES)
def test_no_choice_of_layout_breaks_the_law(choice, tmp_path):
    assert against_the_law(f"{GOOD}\n[dinh_dang]\n{choice}\n".encode(), "tep.toml", tmp_path) == []


@pytest.mark.parametrize("change", _CHANGES, ids=str)
def test_no_draft_and_no_urgent_paper_breaks_the_law(change, tmp_path):
    assert against_the_law(spoilt(*change).encode(), "tep.toml", tmp_path) == []

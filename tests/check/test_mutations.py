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
from tests.helpers.papers import PAPERS

ROOT = Path(__file__).parents[2]
OURS = sorted(ROOT.glob("examples/*.toml")) + sorted(ROOT.rglob("templates/**/sample.toml"))
MODULES = [importlib.import_module(f"tests.check.{one.name}") for one in pkgutil.iter_modules(check.__path__) if one.name.startswith("cases_")]
CASES = [case for module in MODULES for case in module.CASES]
RIGHT = [docx for module in MODULES for docx in module.RIGHT]


def broken(docx: bytes) -> set[str]:
    view = read(docx)
    return {fault.rule.name for entry in rules.all_rules() for fault in entry.faults(view)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_fault_is_found_and_nothing_else_reported(case):
    assert broken(case.docx) == {case.rule}


@pytest.mark.parametrize("name", PAPERS)
def test_a_right_paper_has_no_fault(name):
    assert broken(PAPERS[name]) == set()


@pytest.mark.parametrize("docx", RIGHT, ids=range(len(RIGHT)))
def test_an_unusual_right_paper_has_no_fault(docx):
    assert broken(docx) == set()


@pytest.mark.parametrize("path", OURS, ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_our_own_paper_breaks_no_law(path):
    view = read(issue(path.read_bytes(), file=path.name, folder=path.parent, today=date(2026, 11, 23)).docx)
    faults = [fault for entry in rules.all_rules() for fault in entry.faults(view) if fault.rule.level is Level.LUAT]
    assert [(fault.rule.name, fault.span and fault.span.text) for fault in faults] == []

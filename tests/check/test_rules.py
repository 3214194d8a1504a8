"""Every rule: its identity, its manual, and its silence on our own papers."""

from __future__ import annotations

import re

import pytest

from notice_gen import legal
from notice_gen.check import rules
from notice_gen.check.fault import Level
from notice_gen.check.view import DocumentView, Kind
from tests.helpers.notices import TODAY

HEADINGS = ("Căn cứ: ", "Sai: ", "Đúng: ", "Bỏ qua khi: ")
ENTRIES = rules.all_rules()


def test_codes_and_names_are_used_once():
    assert len(ENTRIES) > 20
    assert len({entry.rule.code for entry in ENTRIES}) == len({entry.rule.name for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.name)
def test_a_rule_is_named_after_its_file_and_has_a_manual(entry):
    assert re.fullmatch(r"[A-Z]{2}\d\d", entry.rule.code)
    assert entry.look.__module__.endswith(f".rules.{entry.rule.name}")
    assert isinstance(entry.rule.level, Level)
    what, *rest = entry.manual.split("\n\n")
    assert what.endswith(".")
    assert "\n" not in what
    assert tuple(part[: part.index(":") + 2] for part in rest) == HEADINGS
    assert rest[0].startswith(f"Căn cứ: {entry.rule.article}")


@pytest.mark.parametrize("kind", sorted(set(Kind) - rules.JUDGED))
def test_a_paper_not_judged_by_the_decree_has_no_faults(kind):
    assert [fault for entry in ENTRIES for fault in entry.faults(DocumentView(kind, legal.law(TODAY)))] == []

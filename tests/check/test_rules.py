"""Every rule: its identity, its manual, and its silence on our own papers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from notice_gen import legal
from notice_gen.check import rules
from notice_gen.check.fault import Level
from notice_gen.check.view import DocumentView, Kind
from tests.helpers.notices import TODAY

RULES = Path(rules.__file__).parent
HEADINGS = ("Căn cứ: ", "Sai: ", "Đúng: ", "Bỏ qua khi: ")
ENTRIES = rules.all_rules()


def test_codes_and_names_are_used_once():
    assert len(ENTRIES) > 20
    assert len({entry.rule.code for entry in ENTRIES}) == len({entry.rule.name for entry in ENTRIES}) == len(ENTRIES)


def test_every_module_of_rules_is_looked_at():
    """They are listed by name, for a frozen program has no folder to search."""
    declared = {name for path in RULES.glob("*.py") for name in re.findall(r"^@rule\(\"(\w+)\"", path.read_text("utf-8"), re.MULTILINE)}
    assert {entry.rule.code for entry in ENTRIES} >= declared
    assert {entry.look.__module__.rpartition(".")[2] for entry in ENTRIES} == {path.stem for path in RULES.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.name)
def test_a_rule_has_a_name_and_a_manual(entry):
    assert re.fullmatch(r"[A-Z]{2}\d\d", entry.rule.code)
    assert re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)+", entry.rule.name)
    assert isinstance(entry.rule.level, Level)
    what, *rest = entry.manual(legal.law(TODAY)).split("\n\n")
    assert what.endswith(".")
    assert "\n" not in what
    assert tuple(part[: part.index(":") + 2] for part in rest) == HEADINGS
    assert rest[0].startswith(f"Căn cứ: {entry.rule.article}")


@pytest.mark.parametrize("kind", sorted(set(Kind) - rules.JUDGED))
def test_a_paper_not_judged_by_the_decree_has_no_faults(kind):
    assert [fault for entry in ENTRIES for fault in entry.faults(DocumentView(kind, legal.law(TODAY)))] == []


def test_a_manual_gives_the_figures_of_the_law_it_is_read_under():
    now = legal.law(TODAY)
    wider = replace(now.thanh_phan["so_trang"].co_chu, minimum=Decimal(15), maximum=Decimal(15))
    later = replace(now, thanh_phan={**now.thanh_phan, "so_trang": replace(now.thanh_phan["so_trang"], co_chu=wider)})
    (entry,) = [one for one in ENTRIES if one.rule.name == "so_trang_sai_co_chu"]
    assert "cỡ chữ 13 đến 14" in entry.manual(now)
    assert "cỡ chữ 15, kiểu chữ đứng" in entry.manual(later)
    assert "13" not in entry.manual(later)

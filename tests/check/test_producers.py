"""The mutations again, on the same papers as other programs write them: LibreOffice, Word 97 through LibreOffice, and as Google Docs does.

The files in ``producers/`` are the papers of ``tests.helpers.papers`` opened and saved by LibreOffice; what Google Docs does is done here:
each word is a run of its own.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from notice_gen.check import rules
from notice_gen.check.read import read
from tests.check.case import Case
from tests.check.test_mutations import CASES
from tests.helpers.notices import TODAY
from tests.helpers.papers import PAPERS
from tests.helpers.spoil import W, spoilt

FOLDER = Path(__file__).parent / "producers"
_FILES = {"tờ trình": "to-trinh", "thông báo": "thong-bao", "công văn": "cong-van", "quyết định": "quyet-dinh"}
ENTRIES = {entry.rule.name: entry for entry in rules.all_rules()}
PRODUCERS = ("libreoffice", "word97", "google")
# What a program's way of writing takes away: the header of even pages that the case relies on.
_LOST = {"thieu_so_trang"}
_FEWEST = {"libreoffice": 150, "word97": 150, "google": 150}


def _words_apart(root: Any) -> None:
    """Let each word be a run of its own, as Google Docs and pasting leave them."""
    for run in list(root.iter(W + "r")):
        texts = run.findall(W + "t")
        if len(texts) != 1 or len(run) > 2:
            continue
        parts = re.findall(r"\s*\S+\s*$|\s*\S+", texts[0].text or "")
        for number, part in enumerate(parts[1:], 1):
            twin = deepcopy(run)
            twin.find(W + "t").text = part
            twin.find(W + "t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.getparent().insert(run.getparent().index(run) + number, twin)
        if parts:
            texts[0].text = parts[0]


@cache
def twin(producer: str, name: str) -> bytes:
    """The paper *name* as *producer* writes it."""
    if producer == "google":
        return spoilt(PAPERS[name], _words_apart)
    return (FOLDER / f"{producer}-{_FILES[name]}.docx").read_bytes()


def broken(docx: bytes) -> set[str]:
    view = read(docx, TODAY)
    return {entry.rule.name for entry in rules.all_rules() if any(True for _ in entry.faults(view))}


def spoilt_twin(producer: str, case: Case) -> bytes | None:
    """The twin of a case's paper with the same fault; None where its words lie otherwise in it."""
    if producer == "google":
        return spoilt(case.docx, _words_apart)
    name = next((name for name, docx in PAPERS.items() if docx is case.paper), None)
    if name is None or case.part != "word/document.xml":
        return None
    try:
        return spoilt(twin(producer, name), *case.changes)
    except (AssertionError, StopIteration, AttributeError, LookupError, TypeError, ValueError, etree.XMLSyntaxError):
        return None


@pytest.mark.parametrize("producer", PRODUCERS[:2])
@pytest.mark.parametrize("name", PAPERS)
def test_a_right_paper_of_another_program_has_no_fault(producer, name):
    assert broken(twin(producer, name)) == set()


@pytest.mark.parametrize("producer", PRODUCERS)
def test_faults_are_found_in_papers_of_another_program(producer):
    tried, missed = 0, []
    for case in CASES:
        docx = spoilt_twin(producer, case)
        if docx is not None:
            tried += 1
            if not any(True for _ in ENTRIES[case.rule].faults(read(docx, TODAY))):
                missed.append(case.rule)
    assert set(missed) <= _LOST
    assert tried >= _FEWEST[producer]

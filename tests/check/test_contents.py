"""Papers against themselves: each honest one is left alone, each with one fact changed in one of its places is told of.

``contents.txt`` has the papers, ``===`` before each: first the parts of its head and foot (``cq=``: the issuer's lines, a slash between
two), then its text, a line each; ``|`` begins a row of a table, ``#`` a heading, ``@@`` an annex.  ``{{right=>wrong|wrong}}`` is a
place with what it may be changed to.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_gen.check import rules
from notice_gen.check.read import read
from tests.helpers.docx import docx, p, r, table
from tests.helpers.notices import TODAY
from tests.helpers.papers import annex, doan, foot, head, line, new_section, section

_MARK = re.compile(r"\{\{(?P<right>.*?)=>(?P<wrong>.*?)\}\}")
_BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
_PARTS = {"parent": "UBND THÀNH PHỐ HUẾ", "ngay": "Huế, ngày 12 tháng 10 năm 2026", "ky": "GIÁM ĐỐC/Nguyễn Văn An", **dict.fromkeys(("cq", "so", "loai", "ty", "kg", "nn", "tq"), "")}
_DECIDES = {"QUYẾT ĐỊNH", "NGHỊ QUYẾT"}
CODES = ("MT", "SL", "TG")
_DAY_OFF = "TG04"

PAPERS = dict(one.split("\n", 1) for one in re.split(r"^=== ", (Path(__file__).parent / "contents.txt").read_text("utf-8"), flags=re.MULTILINE)[1:])
WRONG = [
    (name, f"{found['right']} => {wrong}", text[: found.start()] + wrong + text[found.end() :])
    for name, text in PAPERS.items() for found in _MARK.finditer(text) for wrong in found["wrong"].split("|")
]  # fmt: skip


def right(text: str) -> str:
    """The paper with every place as it should be."""
    return _MARK.sub(lambda found: found["right"], text)


def _block(text: str, parts: dict[str, str]) -> str:
    if text.startswith("# "):
        return doan(r(text[2:], "b"))
    if text.startswith(("Căn cứ", "Xét ", "Theo đề nghị")) and parts["loai"] in _DECIDES:
        return doan(r(text, "i"))
    if text.startswith(("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:")):
        return line(text, "b", ppr='<w:spacing w:before="120"/>')
    label = re.match(r"Điều \d+\.", text)
    return doan(r(label[0], "b"), r(text[label.end() :])) if label else doan(text)


def _rows(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in re.sub(r"^\||\|$", "", one).split("|")] for one in lines]
    wide = max(map(len, rows))
    return table(*[[p(cell) for cell in (*row, *[""] * (wide - len(row)))] for row in rows], tblpr=_BORDERS, widths=(9355 // wide,) * wide)


def built(text: str) -> bytes:
    """The Word file of a paper."""
    lines = [one for one in text.split("\n") if one.strip()]
    parts = {**_PARTS, **dict(one.split("=", 1) for one in lines if re.match(r"[a-z]+=", one))}
    body: list[str] = []
    annexes: list[tuple[list[str], list[str]]] = []
    rows: list[str] = []
    for one in (*(one for one in lines if not re.match(r"[a-z]+=", one)), ""):
        here = annexes[-1][1] if annexes else body
        if one.startswith("|"):
            rows.append(one)
            continue
        if rows:
            here.append(_rows(rows))
            rows = []
        if one.startswith("@@"):
            annexes.append(([part.strip() for part in one[2:].split("|")], []))
        elif one:
            here.append(_block(one, parts))
    below = [] if parts["loai"] else [line(parts["ty"], "sz=24", ppr='<w:spacing w:before="120"/>')]
    top = [head(parts["parent"], tuple(parts["cq"].split("/")), 14, parts["so"], parts["ngay"], *below)]
    top += [line(""), line(parts["loai"], "b"), line(parts["ty"], "b"), p("")] if parts["loai"] else []
    to = parts["kg"].split("/")
    top += [p(f"Kính gửi: {to[0]}")] if to[0] and len(to) == 1 else [p("Kính gửi:"), *(p(f"- {one};") for one in to[:-1]), p(f"- {to[-1]}.")] if to[0] else []
    top += [line(one, "b") for one in parts["tq"].split("/") if one]
    end = [p(""), foot(tuple(f"- {one};" for one in parts["nn"].split("/")), *parts["ky"].split("/"))]
    attached = [block for names, blocks in annexes for block in (new_section(), *annex(*names, *blocks))]
    return docx(*top, *body, *end, *attached, section=section('<w:pgNumType w:start="1"/>'), header1="<w:p/>")


def told(text: str) -> set[tuple[str, str]]:
    """What is told of the contents of a paper: the rule, the place."""
    view = read(built(text), TODAY)
    faults = (fault for entry in rules.all_rules() if entry.rule.code.startswith(CODES) for fault in entry.faults(view))
    return {(fault.rule.code, fault.span.text if fault.span else "") for fault in faults if fault.rule.code != _DAY_OFF}


@pytest.mark.parametrize("name", PAPERS)
def test_an_honest_paper_is_left_alone(name):
    assert told(right(PAPERS[name])) == set()


def everything(text: str) -> set[tuple[str, str]]:
    """What all rules tell."""
    view = read(built(text), TODAY)
    return {(fault.rule.code, fault.span.text if fault.span else "") for entry in rules.all_rules() for fault in entry.faults(view)}


@pytest.mark.parametrize(("name", "change", "text"), WRONG, ids=[f"{name}: {change}" for name, change, _ in WRONG])
def test_a_fact_changed_in_one_place_is_told(name, change, text):
    assert change
    assert everything(right(text)) - everything(right(PAPERS[name]))

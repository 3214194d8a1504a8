"""A text is asked of few rows, and no row that is passed over would have found anything in it."""

from __future__ import annotations

import random
import re
import sys
import tomllib
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from notice_gen import facts
from notice_gen.vietnamese import dong_hoi, loi_go
from tests.check import text_cases

ROOT = Path(__file__).parents[2]
PAPER = loi_go.VanBan(date(2026, 3, 5), date(2026, 3, 31))
ROWS = (*loi_go.cac_dong(), *facts.table("quy-tac.toml")["mau"])
_TYPED = [
    str.upper, str.lower, str.title, str.swapcase,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  ", 2).replace(", ", ",\n"),
    lambda text: f"({text}); {text}",
    lambda text: re.sub(r"\d", lambda found: str((int(found[0]) + 7) % 10), text),
]  # fmt: skip


def _said(text):
    """Return the texts that a TOML value or a case holds."""
    if isinstance(text, str):
        return [text]
    return [said for one in (text.values() if isinstance(text, dict) else text if isinstance(text, list | tuple) else ()) for said in _said(one)]


@pytest.fixture(scope="module")
def texts():
    cases = [[*right, *(one for one, *_ in wrong)] for right, wrong in text_cases.CASES.values()]
    manuals = [part for row in ROWS for part in re.split(r"Sai: |Đúng: |\||;", row["ghi_chu"])]
    typed = (ROOT / "tests" / "vietnamese" / "loi-nguoi-go.txt").read_text("utf-8").splitlines()
    samples = [_said(tomllib.loads(file.read_text("utf-8"))) for file in (*ROOT.glob("examples/*.toml"), *ROOT.glob("templates/mau/*/sample.toml"))]
    phrases = [*facts.table("loi-chinh-ta.toml")["sai"], *_said(facts.table("ten-viet-hoa.toml"))]
    return sorted({text.strip()[:600] for text in _said([cases, manuals, typed, samples, phrases])})


def _told(found):
    return [(dong["ma"], loi) for dong, loi in found]


def _asked_of_all(text):
    return [(dong, loi) for dong in ROWS for loi in loi_go.tim(dong, text, PAPER)]


def test_a_row_that_is_passed_over_would_find_nothing(texts):
    chance = random.Random(7)  # noqa: S311 - the same texts each time
    other = {spoil(text) for text in texts for spoil in chance.sample(_TYPED, 2)}
    for text in texts:  # a letter left out, one too many, two words run together or torn apart, two texts one after the other
        at = chance.randrange(len(text) + 1)
        other |= {text[:at] + text[at + 1 :], f"{text[:at]} {text[at:]}", text[:at] + chance.choice(texts)[:200], text.replace(" ", "", 1)}
    every = [*texts, *chance.sample(sorted(other), 2000)]
    assert len(texts) > 1000
    differ = [text for text in every if _told(dong_hoi.cac_loi(text, PAPER, sys.maxsize, ROWS)) != _told(_asked_of_all(text))]
    assert differ == []


def test_most_rows_are_passed_over(texts):
    asked = [len(dong_hoi.cac_dong_hoi(ROWS, text)) for text in texts if len(text.split()) > 20]
    assert len(asked) > 100
    assert sum(asked) < len(ROWS) * len(asked) * 0.5


@pytest.mark.parametrize(("text", "code", "is_asked"), [
    ("đã sử dụng đúng", "CT01", False), ("việc xử dụng", "CT01", True), ("(xử\u00a0dụng)", "CT01", True), ("đã xử, các dụng", "CT01", False),
    ("sở Nội vụ", "VH01", True), ("Sở có nội quy", "VH01", False), ("xã,phường", "DC04", True), ("xã, phường", "DC04", False),
    ("Nghị định số 30/2020/NĐ-CP của chính phủ", "VH01", True), ("vớiCông an", "DC15", True), ("với Công an", "DC15", False), ("đựơc giao", "CT04", True), ("được giao", "CT04", False),
])  # fmt: skip
def test_what_a_text_asks(text, code, is_asked):
    assert (code in [dong["ma"] for dong, _ in dong_hoi.cac_dong_hoi(ROWS, text)]) == is_asked

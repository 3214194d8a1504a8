"""Pages of papers on the screen beside those that LibreOffice prints: how many, and how each begins."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import notice_gen
from notice_gen.convert import PDF, Paper, convert
from tests.web import browser
from tests.web.started import screen

CHART = "[biểu đồ]"
"""What stands for a page that begins with a chart: its letters are drawn by LibreOffice alone."""
_TOP = 20 * 72 / 25.4  # points of the upper margin, where the page number stands
_FIRST = 30  # letters
_LAID_OUT = "all => all.forEach((one) => { one.closest('.paper-of').style.contentVisibility = 'visible'; })"
"""Lays out the pages that are out of sight too: the browser passes them by, and gives no text of them."""


class Pages(NamedTuple):
    """The letters of each page of each paper, by the paper's name: on the screen, and as printed."""

    shown: dict[str, list[str]]
    printed: dict[str, list[str]]


def pages(texts: dict[str, str], folder: Path, state: Path) -> Pages:
    """Return the pages of findings files, given by name."""
    papers = {name: notice_gen.make(text.encode(), today=date.today()).docx for name, text in texts.items()}  # noqa: DTZ011 - as the screen
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    with screen(folder, state) as one, browser.chromium() as chrome, browser.page(chrome, one.address) as tab:
        tab.set_default_timeout(120_000)
        shown = {name: _shown(tab, f"http://127.0.0.1:{one.port}/soan?tep={name}.toml") for name in texts}
    return Pages(shown, _printed(papers))


def other_numbers(both: Pages) -> dict[str, tuple[int, int]]:
    """Return the papers that have another number of pages on the screen than printed, with both numbers."""
    return {name: (len(both.shown[name]), len(of)) for name, of in both.printed.items() if len(both.shown[name]) != len(of)}


def blank(both: Pages) -> list[str]:
    """Return the papers of which a page is printed blank."""
    return [name for name, of in both.printed.items() if not all(of)]


def beginning_otherwise(both: Pages) -> dict[str, list[int]]:
    """Return the papers of which pages after the first begin with other words on the screen, with the numbers of these pages."""
    begins = {name: [(ours[:_FIRST], theirs[:_FIRST]) for ours, theirs in zip(both.shown[name][1:], of[1:], strict=True)] for name, of in both.printed.items()}
    otherwise = {name: [n + 2 for n, (ours, theirs) in enumerate(several) if ours not in {theirs, CHART}] for name, several in begins.items()}
    return {name: numbers for name, numbers in otherwise.items() if numbers}


def in_hundred(both: Pages, otherwise: dict[str, list[int]]) -> float:
    """Return how many of a hundred pages these are."""
    return 100 * sum(map(len, otherwise.values())) / sum(map(len, both.printed.values()))


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _shown(tab, address: str) -> list[str]:
    tab.goto(address)
    tab.wait_for_selector(".pages .sheet")
    articles = tab.locator(".pages .sheet article")
    articles.evaluate_all(_LAID_OUT)
    charts = articles.evaluate_all("all => all.map((one) => !!one.firstElementChild?.querySelector('[data-chart]'))")
    return [CHART if chart else _letters(text) for text, chart in zip(articles.all_inner_texts(), charts, strict=True)]


def _printed(papers: dict[str, bytes]) -> dict[str, list[str]]:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    names, made = list(papers), {}
    for at, pdf in convert([Paper(docx, ".docx") for docx in papers.values()], PDF):
        document = pdfium.PdfDocument(pdf)
        made[names[at]] = [_letters(page.get_textpage().get_text_bounded(top=page.get_height() - _TOP + 1)) for page in document]
        document.close()
    return made

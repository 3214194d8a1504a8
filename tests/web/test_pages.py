"""The pages on the screen are those that LibreOffice prints: as many, and each begins with the same words.

The papers ``dai-…`` were there while the paginator was written; ``xet-…`` are the judge: nothing was fitted to them.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import notice_gen
from notice_gen import templates
from notice_gen.convert import PDF, Paper, convert
from notice_gen.convert.finding import find
from tests.web import browser
from tests.web.lengths import notice
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
pytestmark = [browser.needed(), pytest.mark.slow, pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")]

ROOT = Path(__file__).parents[2]
OTHERWISE = {
    "dai-32": "page 4: LibreOffice sends a heading on with its whole paragraph, of which two lines have their room at the foot of page 3",
    "xet-31": "page 4: LibreOffice parts the paragraph below a table that is a fifth of a point too long, where it sends on others whole",
}
"""The papers of which a page begins otherwise, and why."""
CHART = "[biểu đồ]"
"""What stands for a page that begins with a chart: its letters are drawn by LibreOffice alone."""
_TOP = 20 * 72 / 25.4  # points of the upper margin, where the page number stands
_FIRST = 30  # letters
_JUDGE = 50_000
_LAID_OUT = "all => all.forEach((one) => { one.closest('.paper-of').style.contentVisibility = 'visible'; })"
"""Lays out the pages that are out of sight too: the browser passes them by, and gives no text of them."""


def texts() -> dict[str, str]:
    """Return the examples, the samples of all types, and notices of forty lengths, twice, by name."""
    found = {f"vd-{path.stem}": path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.toml"))}
    found |= {f"mau-{mau}": templates.sample(mau) for mau in templates.names()}
    found |= {f"dai-{number:02}": notice(number) for number in range(1, 41)}
    return found | {f"xet-{number:02}": notice(number, _JUDGE) for number in range(1, 41)}


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def printed(papers: dict[str, bytes]) -> dict[str, list[str]]:
    """Return how the pages of each paper begin, as LibreOffice prints them."""
    names, made = list(papers), {}
    for at, pdf in convert([Paper(docx, ".docx") for docx in papers.values()], PDF):
        document = pdfium.PdfDocument(pdf)
        made[names[at]] = [letters(page.get_textpage().get_text_bounded(top=page.get_height() - _TOP + 1)) for page in document]
        document.close()
    return made


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Both, by name."""
    folder, all_texts = tmp_path_factory.mktemp("trang"), texts()
    papers = {name: notice_gen.make(text.encode(), today=date.today()).docx for name, text in all_texts.items()}  # noqa: DTZ011 - as the screen
    shown = {}
    for name, text in all_texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    with screen(folder, tmp_path_factory.mktemp("state")) as one, browser.chromium() as chrome, browser.page(chrome, one.address) as tab:
        tab.set_default_timeout(120_000)
        for name in all_texts:
            tab.goto(f"http://127.0.0.1:{one.port}/soan?tep={name}.toml")
            tab.wait_for_selector(".pages .sheet")
            articles = tab.locator(".pages .sheet article")
            articles.evaluate_all(_LAID_OUT)
            charts = articles.evaluate_all("all => all.map((one) => !!one.firstElementChild?.querySelector('[data-chart]'))")
            shown[name] = [CHART if chart else letters(text) for text, chart in zip(articles.all_inner_texts(), charts, strict=True)]
    return shown, printed(papers)


def test_there_are_as_many(pages):
    shown, real = pages
    assert len(shown) == 134
    assert {name: (len(shown[name]), len(real[name])) for name in real if len(shown[name]) != len(real[name])} == {}


def test_no_page_is_printed_blank(pages):
    """As a page was after a signature that ended at its foot, for the paragraph that Word wants after a table."""
    assert [name for name, papers in pages[1].items() if not all(papers)] == []


def test_each_begins_with_the_same_words(pages):
    shown, real = pages
    begins = {name: [(ours[:_FIRST], theirs[:_FIRST]) for ours, theirs in zip(shown[name][1:], real[name][1:], strict=True)] for name in real}
    otherwise = {name: [n + 2 for n, (ours, theirs) in enumerate(several) if ours not in {theirs, CHART}] for name, several in begins.items()}
    assert {name for name, several in otherwise.items() if several} == set(OTHERWISE)
    assert sum(map(len, otherwise.values())) <= 0.02 * sum(map(len, real.values()))

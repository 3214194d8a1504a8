"""The pages on the screen are those that LibreOffice prints: as many, and each begins with the same words.

Examples, samples, and the papers that were there while the paginator was written; ``test_pages_judged.py`` has those that were not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import templates
from notice_gen.convert.finding import find
from tests.web import browser, paging
from tests.web.lengths import notice

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
pytestmark = [browser.needed(), pytest.mark.slow, pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")]

ROOT = Path(__file__).parents[2]
OTHERWISE = {"dai-32": [4, 5, 6]}
"""LibreOffice sends a heading on with its whole paragraph, of which two lines have their room at the foot of page 3; what follows is moved with it."""


def texts() -> dict[str, str]:
    """Return the examples, the samples of all types, and notices of forty lengths, by name."""
    found = {f"vd-{path.stem}": path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.toml"))}
    found |= {f"mau-{mau}": templates.sample(mau) for mau in templates.names()}
    return found | {f"dai-{number:02}": notice(number) for number in range(1, 41)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return paging.pages(texts(), tmp_path_factory.mktemp("trang"), tmp_path_factory.mktemp("state"))


def test_there_are_as_many(pages):
    assert len(pages.shown) == 94
    assert paging.other_numbers(pages) == {}


def test_no_page_is_printed_blank(pages):
    """As a page was after a signature that ended at its foot, for the paragraph that Word wants after a table."""
    assert paging.blank(pages) == []


def test_each_begins_with_the_same_words(pages):
    otherwise = paging.beginning_otherwise(pages)
    assert otherwise == OTHERWISE
    assert paging.in_hundred(pages, otherwise) <= 2

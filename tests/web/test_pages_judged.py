"""The pages on the screen are those that LibreOffice prints, of forty notices to which nothing was fitted (``test_pages.py`` has the others)."""

from __future__ import annotations

import pytest

from notice_gen.convert.finding import find
from tests.web import browser, paging
from tests.web.lengths import notice

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
pytestmark = [browser.needed(), pytest.mark.slow, pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")]

OTHERWISE = {"xet-31": [4]}
"""LibreOffice parts the paragraph below a table that is a fifth of a point too long, where it sends on others whole."""
_MIXTURES = 50_000
"""Other mixtures of paragraphs and tables than those of ``test_pages.py``."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    texts = {f"xet-{number:02}": notice(number, _MIXTURES) for number in range(1, 41)}
    return paging.pages(texts, tmp_path_factory.mktemp("trang"), tmp_path_factory.mktemp("state"))


def test_there_are_as_many(pages):
    assert len(pages.shown) == 40
    assert paging.other_numbers(pages) == {}


def test_no_page_is_printed_blank(pages):
    assert paging.blank(pages) == []


def test_each_begins_with_the_same_words(pages):
    otherwise = paging.beginning_otherwise(pages)
    assert otherwise == OTHERWISE
    assert paging.in_hundred(pages, otherwise) <= 2

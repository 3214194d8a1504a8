"""The page of the library says what is true: its examples run, in order, and name every name."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import notice_gen

PAGE = Path(__file__).parents[2] / "docs" / "dev" / "library.md"


def test_the_examples_of_the_page_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) > 6
    for number, block in enumerate(blocks, start=1):
        test = doctest.DocTestParser().get_doctest(block, names, f"block {number}", str(PAGE), 0)
        wrong: list[str] = []
        doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=wrong.append, clear_globs=False)
        names.update(test.globs)
        assert "".join(wrong) == ""


def test_the_page_names_every_name():
    page = PAGE.read_text("utf-8")
    assert [name for name in notice_gen.__all__ if name not in page and name != "__version__"] == []

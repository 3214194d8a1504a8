"""Arithmetic in texts: of texts that differ in their figures alone, only what reads a figure is asked again."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_gen import facts
from notice_gen.vietnamese import ca_the, doi_chieu, phep_tinh, tong_loi_van
from notice_gen.vietnamese.phep_tinh import sai_so_hoc
from notice_gen.vietnamese.tong_loi_van import sai_phep_tinh, sai_tong

PAPERS = sorted((Path(__file__).parents[1] / "silence").glob("*/*.toml"))


def texts(value: object) -> Iterator[str]:
    """Yield all texts with a figure in a tree."""
    if isinstance(value, str):
        yield from [value] if re.search(r"\d", value) else []
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def test_all_that_is_wrong_is_found_whatever_the_figures_of_texts_before() -> None:
    change, wrong = random.Random(0), 0  # noqa: S311 - figures of a test
    found = {text for paper in PAPERS for text in texts(tomllib.loads(paper.read_text("utf-8")))}
    for text in sorted(found):
        others = [re.sub(r"\d", lambda _: change.choice("0012345678911"), text) for _ in range(3)]
        for one in (others[0], text, *others[1:]):
            right = [*sai_so_hoc(one), *sai_tong(one)]
            assert [*sai_phep_tinh(one)] == right, one
            wrong += bool(right)
    assert len(found) > 500
    assert wrong > 100


@pytest.mark.parametrize("module", [ca_the, doi_chieu, phep_tinh, tong_loi_van], ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_pattern_asks_which_figure_it_is(module: object) -> None:
    compiled = [found for found in vars(module).values() if isinstance(found, facts.Pattern | re.Pattern)]
    assert compiled
    for found in compiled:
        assert not re.search(r"(?<!\\)\d", re.sub(r"\{\d*,?\d*\}|\(\?P[<=]\w+[>)]", "", found.pattern)), found.pattern


def test_nor_do_words_of_the_data() -> None:
    named = facts.table("tu-ngu.toml")
    assert not [word for table in ("luon_du_ca_the", "du_ca_the", "bu_nhau") for word in re.findall(r"\d", str(named[table]))]

"""Every form in two engines, LibreOffice and a browser: what only one of them forgives is seen here.

A browser breaks no pages and does not float tables (``docs/dev/analysis/engines.md``), so pages are compared by what stands on an endless sheet.
"""

from __future__ import annotations

import math
import shutil
from datetime import date
from pathlib import Path

import pytest

from notice_gen.issue import issue
from tests.helpers import pages, second_engine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, ("soffice", "pdftotext", "pdftoppm"))), reason="needs LibreOffice and poppler to print pages"),
]

ROOT = Path(__file__).parents[2]
SAMPLES = {f"{path.parent.name}": path for path in sorted((ROOT / "templates" / "mau").glob("*/sample.toml"))}
EXAMPLES = {f"example-{path.stem}": path for path in sorted((ROOT / "examples").glob("*.toml"))}
PAPERS = SAMPLES | EXAMPLES
_FULL_MM = 3  # closer to its end no page may be: another printer's line is a little higher


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    if reason := second_engine.missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("engines")
    for name, path in PAPERS.items():
        made = issue(path.read_bytes(), file=path.name, folder=path.parent, today=date(2026, 10, 15))
        (folder / f"{name}.docx").write_bytes(made.docx)
    pages.printed(folder, sorted(folder.glob("*.docx")))
    return folder


@pytest.fixture(scope="module")
def sheets(folder):
    return second_engine.laid_out({name: (folder / f"{name}.docx").read_bytes() for name in PAPERS}, folder)


def _bare(text):
    return text.replace("\u00a0", "").replace(" ", "")


@pytest.mark.parametrize("name", PAPERS)
def test_letterhead_and_title_have_the_same_lines_at_the_same_places(name, folder, sheets):
    first = sheets[name][0]
    end = max((rule["top"] for rule in first["rules"]), default=75)
    theirs = {_bare(line["text"]): line for line in first["text"] if line["bottom"] < end}
    assert len(theirs) >= 3
    ours = "|".join(_bare(piece.text) for piece in pages.pieces(folder / f"{name}.pdf") if piece.page == 1)
    whole = {_bare(piece.text): piece for piece in reversed(pages.pieces(folder / f"{name}.pdf")) if piece.page == 1}
    floating = {"LƯUHÀNHNỘIBỘ"}
    for text, line in theirs.items():
        assert text in ours or text in ours.replace("|", ""), text  # a blank for number or day parts a line in the PDF
        if text in whole and text not in floating:
            assert (whole[text].left + whole[text].right) / 2 == pytest.approx((line["left"] + line["right"]) / 2, abs=0.8), text


@pytest.mark.parametrize("name", PAPERS)
def test_rules_are_as_long_in_both(name, folder, sheets):
    theirs = [rule for rule in sheets[name][0]["rules"] if rule["length"] < 160]
    drawn = pages.rules(folder / f"{name}.pdf")
    for rule in theirs:
        assert [True for left, length in drawn if abs(length - rule["length"]) < 0.8 and abs(left - rule["left"]) < 0.8], (rule, drawn)


@pytest.mark.parametrize("name", PAPERS)
def test_both_need_as_many_pages(name, folder, sheets):
    assert pages.count(folder / f"{name}.pdf") == sum(math.ceil(sheet["height"] / sheet["room"]) for sheet in sheets[name])


@pytest.mark.parametrize("name", PAPERS)
def test_no_page_is_full_to_the_last_point(name, sheets):
    assert not [sheet for sheet in sheets[name] if 0 <= sheet["room"] - sheet["height"] < _FULL_MM]


@pytest.mark.parametrize("name", [name for name in PAPERS if not name.endswith("lien-tich")])
def test_signature_and_recipients_stand_at_the_same_places(name, folder, sheets):
    """Across the page; how far down depends on the lines above.  Not the cells of tables: the browser gives columns other widths."""
    ours = pages.pieces(folder / f"{name}.pdf")
    places = {_bare(piece.text): piece for piece in ours if (piece.text.isupper() and len(piece.text) > 3) or piece.text.startswith(("Nơi nhận", "- Lưu"))}
    theirs = {_bare(line["text"]): line for sheet in sheets[name] for line in sheet["text"]}
    for text in places.keys() & theirs.keys():
        assert places[text].left == pytest.approx(theirs[text]["left"], abs=0.8), text
        assert places[text].right == pytest.approx(theirs[text]["right"], abs=1.2), text


def test_a_converter_named_by_hand_agrees(folder, tmp_path):
    """``NOTICE_GEN_SECOND_ENGINE="CONVERTER {docx} {pdf}"``: same pages, same rules, same lines of the letterhead."""
    for name in PAPERS:
        other = tmp_path / f"{name}.pdf"
        if not second_engine.converted(folder / f"{name}.docx", other):
            pytest.skip("NOTICE_GEN_SECOND_ENGINE names no converter")
        mine = folder / f"{name}.pdf"
        assert pages.count(other) == pages.count(mine), name
        heads = [[_bare(piece.text) for piece in pages.pieces(pdf) if piece.page == 1 and piece.bottom < 70] for pdf in (mine, other)]
        assert heads[0] == heads[1], name
        drawn = [[round(length) for _, length in pages.rules(pdf)] for pdf in (mine, other)]
        assert drawn[0] == pytest.approx(drawn[1], abs=1), name

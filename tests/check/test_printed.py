"""What annotating and mending write opens in LibreOffice, and prints the same words."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from notice_gen.check import rules
from notice_gen.check.annotate import annotated
from notice_gen.check.judge import judge
from notice_gen.check.mend import mended
from notice_gen.check.mend.words import words
from notice_gen.check.read import opened
from tests.check.test_mend import FIELD, FOOTER, numbered
from tests.helpers.docx import p, r
from tests.helpers.notices import TODAY

pytestmark = pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice (soffice) and poppler (pdftotext)")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages of each file, printed in one go."""
    folder = tmp_path_factory.mktemp("in")
    entries = rules.all_rules()
    as_it_was = numbered(FOOTER, footer1=p(r("Trang "), FIELD, jc="right"))
    file = opened(as_it_was, TODAY)
    with_comments = annotated(file, judge(file.view, entries).faults, str, date=datetime(2026, 11, 23, tzinfo=UTC))
    put_right = mended(as_it_was, entries, today=TODAY)
    assert {fault.rule.code for fault in put_right.done} >= {"TR05"}
    for name, docx in (("goc", as_it_was), ("ghi-chu", with_comments), ("sua", put_right.docx)):
        (folder / f"{name}.docx").write_bytes(docx)
    command = ["soffice", f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=120)

    def pages(name):
        said = subprocess.run(["pdftotext", "-layout", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True, timeout=60)
        return said.stdout.decode().split("\f")[:-1]

    return {name: pages(name) for name in ("goc", "ghi-chu", "sua")}


NUMBERS = {f"{before}{n}" for before in ("", "Trang ") for n in range(9)}


def said(pages):
    """The words of all pages but their numbers."""
    lines = [line for page in pages for line in page.splitlines() if line.strip() not in NUMBERS]
    return [word for line in lines for piece in line.split() if (word := words(piece))]


@pytest.mark.slow
def test_a_file_with_comments_prints_the_same_words(printed):
    """Not page by page: LibreOffice 7.4 puts an empty line before a table that begins a file with comments, whoever wrote them."""
    assert len(printed["goc"]) > 1
    assert said(printed["ghi-chu"]) == said(printed["goc"])


@pytest.mark.slow
def test_a_mended_file_prints_the_same_words_and_its_number_above(printed):
    assert "Trang 1" in printed["goc"][0]
    first, second = printed["sua"][:2]
    assert first.strip().splitlines()[0].split()[0] != "1"
    assert second.strip().splitlines()[0].strip() == "2"
    # In any order: with other margins, lines of the letterhead break elsewhere.
    assert sorted(said(printed["sua"])) == sorted(said(printed["goc"]))

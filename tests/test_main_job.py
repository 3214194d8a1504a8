"""The main job: a findings file in, the notice out, paragraph by paragraph."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notice_gen import issue
from tests.helpers.word import paragraphs, runs

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed"
VALIDATOR = SHARED / "tools" / "validate_docx.py"
TODAY = date(2026, 11, 23)
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.toml"))

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the seed notice is not beside this checkout")
needs_validator = pytest.mark.skipif(not VALIDATOR.is_file(), reason="the OOXML schemas are not beside this checkout")


def issued(path: Path) -> issue.Issued:
    return issue.issue(path.read_bytes(), file=path.name, folder=ROOT, today=TODAY)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_prints_its_golden_text(name):
    """Refresh with ``NOTICE_GEN_GOLDEN=1 pytest tests/test_main_job.py`` and read the difference."""
    golden = ROOT / "tests" / "golden" / f"{name}.txt"
    docx = issued(ROOT / "examples" / f"{name}.toml").docx
    text = "\n".join(paragraphs(docx) + footer(docx)) + "\n"
    if os.environ.get("NOTICE_GEN_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_no_golden_text_is_left_over():
    assert sorted(path.stem for path in (ROOT / "tests" / "golden").glob("*.txt")) == EXAMPLES


def footer(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        feet = [name for name in archive.namelist() if name.startswith("word/footer")]
    return [f"[chân trang] {line}" for name in sorted(feet) for line in paragraphs(docx, name)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_nothing_to_warn_of(name):
    assert issued(ROOT / "examples" / f"{name}.toml").warnings == ()


@needs_seed
def test_the_seed_prints_as_the_notice_that_was_sent():
    sent = (SEED / "thong-bao-1999-tb-ubnd.txt").read_text("utf-8")
    expected = [line.replace("*", "").strip() for line in sent.splitlines() if line.strip()]
    # The letterhead was lost when that text was taken from the file.
    printed = paragraphs(issued(SEED / "thong-bao-1999.toml").docx)
    start = printed.index("Số: 1999/TB-UBND")
    head = printed[:start]
    assert head == [
        "ỦY BAN NHÂN DÂN", "THỊ XÃ HƯƠNG TRÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip
    assert printed[start:] == expected


@needs_seed
def test_the_seed_keeps_its_emphasis():
    bold_italic = "".join(text for text, style in runs(issued(SEED / "thong-bao-1999.toml").docx) if style == "bi")
    sent = (SEED / "thong-bao-1999-tb-ubnd.txt").read_text("utf-8")
    assert re.findall(r"\*\*\*(.+?)\*\*\*", sent) == [bold_italic]


@needs_seed
def test_the_seed_s_figures_hold():
    warnings = issued(SEED / "thong-bao-1999.toml").warnings
    assert {warning.code for warning in warnings} <= {"ten_co_quan_sai_chu_hoa", "tu_viet_sai"}, warnings  # of its year: "Bru điện"


@needs_validator
@pytest.mark.slow
def test_every_example_and_sample_is_valid_ooxml(tmp_path):
    sources = [*(ROOT / "examples").glob("*.toml"), *(ROOT / "templates" / "mau").glob("*/sample.toml")]
    files = [tmp_path / f"{path.parent.name}-{path.stem}.docx" for path in sources]
    for path, file in zip(sources, files, strict=True):
        file.write_bytes(issued(path).docx)
    done = subprocess.run([sys.executable, VALIDATOR, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("VALID") == len(files)


@pytest.mark.parametrize("name", EXAMPLES)
def test_two_renders_are_the_same_bytes(name):
    path = ROOT / "examples" / f"{name}.toml"
    assert issued(path).docx == issued(path).docx


def test_the_default_name_tells_number_and_unit():
    assert issued(ROOT / "examples" / "findings.toml").name == "1286-tb-ubnd-xa-binh-dien.docx"

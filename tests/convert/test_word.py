"""Word by PowerShell, as far as it can be told without a Windows: when it is used, and what is asked of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from notice_gen.convert import DOCX, PDF, PDF_A, find, word
from notice_gen.convert.papers import Work
from tests.helpers import soffice

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")
TEXT = word.SCRIPT.read_text("ascii")


def test_libreoffice_comes_first(tmp_path, monkeypatch):
    soffice.pretend_word(tmp_path / "word", monkeypatch)
    assert find().name == "Word"
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(soffice.pretend(tmp_path / "gia")))
    assert find().name == "LibreOffice"


def test_a_windows_without_word_has_none(tmp_path, monkeypatch):
    path = soffice.pretend_word(tmp_path / "word", monkeypatch)

    def missing(*_):
        raise FileNotFoundError

    monkeypatch.setattr(sys.modules["winreg"], "OpenKey", missing)
    assert find() is None
    monkeypatch.setattr(sys.modules["winreg"], "OpenKey", lambda *_: None)
    path.unlink()
    assert find() is None


@pytest.mark.parametrize(("target", "kind"), [(DOCX, "docx"), (PDF, "pdf"), (PDF_A, "pdfa")])
def test_the_script_is_asked_for_the_kind_and_is_one_argument(target, kind):
    work = Work(".docx", (), Path("ra"), target, Path("ho-so"))
    *flags, text = word.command(Path("powershell.exe"), work)
    assert flags[-1] == "-Command"
    assert "-NonInteractive" in flags
    assert text.startswith(f"$kind = '{kind}'\n")
    assert '"' not in text
    assert text.isascii()


def test_each_kind_that_is_asked_for_is_one_that_the_script_knows():
    assert f"$kind -eq '{DOCX.word}'" in TEXT
    assert f"$kind -eq '{PDF_A.word}'" in TEXT


@pytest.mark.parametrize(
    "wanted",
    [
        "$word.DisplayAlerts = 0", "$word.AutomationSecurity = 3", "$word.Options.UpdateLinksAtOpen = $false",
        "$word.Options.UpdateLinksAtOpen = $links", "Invoke-Word $word 'Quit' @(0)", "Invoke-Word $document 'Close' @(0)",
    ],
)  # fmt: skip
def test_word_asks_nothing_runs_nothing_and_is_closed(wanted):
    lines = [line.strip() for line in TEXT.splitlines()]
    at = next(index for index, line in enumerate(lines) if wanted in line)
    opened = next(index for index, line in enumerate(lines) if "Convert-Paper $word $file)" in line)
    if wanted.startswith("Invoke") or wanted.endswith("$links"):
        assert "} finally {" in lines[:at]
    else:
        assert at < opened

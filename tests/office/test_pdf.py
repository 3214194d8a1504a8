"""PDFs beside Word files: made once, kept while nothing changes, never over what somebody signed, edited or brought."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from notice_gen.convert import pages, pdf_mark
from notice_gen.convert.pdf_mark import marked, read_mark
from notice_gen.files import IfExists
from notice_gen.office import pdf
from tests.helpers import soffice
from tests.helpers.docx import docx, p
from tests.helpers.findings import GOOD
from tests.helpers.office import needs_writer

posix = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")
ONE, OTHER = docx(p("Một")), docx(p("Hai"))
BARE = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n"
SIGNED = b"2 0 obj\nendobj\nstartxref\n99\n%%EOF\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    script = soffice.pretend(tmp_path / "gia")
    (script.parent / "tot.pdf").write_bytes(BARE)
    folder = tmp_path / "day"
    folder.mkdir()
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(script))
    monkeypatch.setattr("notice_gen.convert.fonts.substitute", lambda: "")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def bare(here, monkeypatch):
    """A machine without LibreOffice."""
    soffice.absent(monkeypatch)
    return here


def calls(folder):
    return soffice.calls(folder.parent / "gia")


# --- the mark ---------------------------------------------------------------------------------------------


def test_a_mark_tells_what_it_was_made_of_and_whether_it_is_untouched():
    made = marked(BARE, "a" * 64, "b" * 16, is_archive=True)
    assert made.endswith(b"startxref\n9\n%%EOF\n")
    assert read_mark(made) == pdf_mark.Mark("a" * 64, "b" * 16, is_archive=True, is_untouched=True)
    for changed in (made + SIGNED, made.replace(b"Size 1", b"Size 2"), made.replace(b"%%EOF\n", b"%%EOF")):
        assert read_mark(changed).is_untouched is False
    assert read_mark(BARE) is None


# --- notice-gen pdf ---------------------------------------------------------------------------------------


@posix
def test_what_has_not_changed_is_not_made_again(here, capsys):
    (here / "a.docx").write_bytes(ONE)
    (here / "b.docx").write_bytes(ONE)
    assert run(["pdf", "a.docx", "b.docx"]) == 0
    assert capsys.readouterr().out.split() == ["a.pdf", "b.pdf"]
    before = (here / "b.pdf").read_bytes()
    (here / "a.docx").write_bytes(OTHER)
    assert run(["pdf", "."]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["a.pdf"]
    assert "b.pdf: đã có, không đổi." in said.err
    assert calls(here) == [2, 1]
    assert (here / "b.pdf").read_bytes() == before
    assert run(["pdf", "a.docx", "--pdf-a"]) == 0
    assert run(["pdf", "a.docx"]) == 0  # PDF/A is a PDF
    assert calls(here) == [2, 1, 1]


@posix
@pytest.mark.parametrize(
    ("there", "docx_now", "if_exists", "status"),
    [
        ("signed", ONE, "fail", "edited"), ("signed", OTHER, "fail", "not written"), ("signed", OTHER, "skip", "skipped"),
        ("signed", OTHER, "overwrite", "written"), ("signed", OTHER, "rename", "written"), ("signed", ONE, "skip", "edited"),
        ("ours", ONE, "overwrite", "written"), ("ours", OTHER, "fail", "written"), ("ours", OTHER, "skip", "written"),
        ("theirs", ONE, "fail", "not written"), ("theirs", ONE, "skip", "skipped"), ("of another", ONE, "fail", "not written"),
    ],
)  # fmt: skip
def test_nothing_of_anybodys_is_replaced_unless_that_is_asked_for(here, there, docx_now, if_exists, status):
    word, target = here / "a.docx", here / "ra" / "a.pdf"
    target.parent.mkdir()
    word.write_bytes(ONE)
    [(_, made)] = pdf.make([pdf.Order(word, target)], IfExists.FAIL)
    assert made.status == "written"
    ours = target.read_bytes()
    (here / "khac.docx").write_bytes(OTHER)
    others = marked(BARE, "a" * 64, pdf_mark.place_of(here / "khac.docx"), is_archive=False)
    old = {"signed": ours + SIGNED, "ours": ours, "theirs": BARE, "of another": others}[there]
    target.write_bytes(old)
    word.write_bytes(docx_now)
    called = len(calls(here))
    [(_, made)] = pdf.make([pdf.Order(word, target)], IfExists(if_exists))
    assert made.status == status
    assert (target.read_bytes() == old) == (status != "written" or if_exists == "rename" or (there, docx_now) == ("ours", ONE))
    assert made.exit_code == (4 if status == "not written" else 0)
    assert (len(calls(here)) > called) == (status == "written")  # what cannot be written is not made first


@posix
def test_a_link_is_not_written_through(here):
    (here / "a.docx").write_bytes(ONE)
    (here / "xa").write_bytes(b"x")
    (here / "a.pdf").symlink_to("xa")
    assert run(["pdf", "a.docx"]) == 4
    assert (here / "xa").read_bytes() == b"x"


@posix
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["khong-co.docx"], 3, "khong-co.docx"), (["a.txt"], 3, "không phải tệp Word"), (["a.docx", "-o", "a.docx"], 2, ".pdf"),
        (["a.docx", "b/a.docx", "-o", "."], 2, "cùng ghi ra một tệp"), (["a.docx", "b/a.docx", "-o", "x.pdf"], 2, "-o"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(here, capsys, words, code, says):
    (here / "b").mkdir()
    for name in ("a.docx", "b/a.docx"):
        (here / name).write_bytes(ONE)
    (here / "a.txt").write_bytes(b"xin chao")
    assert run(["pdf", *words]) == code
    assert says in capsys.readouterr().err
    assert not list(here.rglob("*.pdf"))


@posix
def test_one_that_libreoffice_cannot_read_is_named_and_the_others_are_made(here, capsys):
    (here / "a.docx").write_bytes(ONE)
    (here / "b.rtf").write_bytes(b"{\\rtf1" + soffice.NOTHING)
    assert run(["pdf", "a.docx", "b.rtf", "khong-co.docx"]) == 3
    said = capsys.readouterr()
    assert said.out.split() == ["a.pdf"]
    assert "b.rtf: lỗi: LibreOffice không đọc được tệp này." in said.err
    assert "khong-co.docx: lỗi: " in said.err


def test_without_libreoffice_what_to_install_is_said_once(bare, capsys):
    for name in ("a.docx", "b.docx"):
        (bare / name).write_bytes(ONE)
    assert run(["pdf", "a.docx", "b.docx"]) == 4
    err = capsys.readouterr().err
    assert err.count("Máy này chưa có LibreOffice.") == 1
    assert "Chưa làm 2 tệp PDF" in err


# --- render, batch ----------------------------------------------------------------------------------------


@posix
@pytest.mark.usefixtures("here")
def test_render_makes_a_pdf_beside_and_tells_of_one_that_is_old(capsys):
    Path("a.toml").write_text(GOOD, "utf-8")
    assert run(["render", "a.toml", "-o", "a.docx", "--pdf"]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["a.docx", "a.pdf"]
    assert "a.pdf: cảnh báo: Không đọc lại được các trang" in said.err or not pages.can_read()
    Path("a.toml").write_text(GOOD.replace("Bình Điền", "Bình Tiến"), "utf-8")
    assert run(["render", "a.toml", "-o", "a.docx"]) == 0
    assert "1 tệp PDF còn là bản cũ của văn bản vừa in lại: a.pdf." in capsys.readouterr().err
    assert run(["render", "a.toml", "-o", "a.docx", "--pdf", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)["results"]
    assert (row["output"], row["pdf"]) == ("a.docx", "a.pdf")
    assert run(["render", "a.toml", "-o", "-", "--pdf"]) == 2


def test_without_libreoffice_render_still_writes_the_word_file(bare, capsys):
    Path("a.toml").write_text(GOOD, "utf-8")
    assert run(["render", "a.toml", "-o", "a.docx", "--pdf"]) == 4
    said = capsys.readouterr()
    assert said.out.split() == ["a.docx"]
    assert (bare / "a.docx").exists()
    assert "Cài LibreOffice" in said.err


@pytest.fixture
def mailing(here):
    """Two notices of a batch."""
    (here / "vao").mkdir()
    for name, number in (("mot", 7), ("hai", 8)):
        text = GOOD.replace("so = 12", f"so = {number}")
        assert text != GOOD
        (here / "vao" / f"{name}.toml").write_text(text, "utf-8")
    return here


def batch(*words):
    return run(["batch", "vao", "-o", "ra", "--jobs", "1", "--pdf", *words])


@posix
def test_a_batch_makes_them_once_and_packs_them(mailing, capsys):
    assert batch("--zip", "a.zip") == 0
    out = mailing / "ra"
    docx_names = sorted(path.name for path in out.glob("*.docx"))
    assert len(docx_names) == 2
    assert sorted(path.name for path in out.glob("*.pdf")) == [name.replace(".docx", ".pdf") for name in docx_names]
    assert "Đã làm 2 tệp PDF. Đã nén 4 tệp" in capsys.readouterr().err
    assert len(zipfile.ZipFile("a.zip").namelist()) == 4
    assert batch("--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)["results"]
    assert [row["status"] for row in rows] == ["unchanged"] * 2
    assert all(Path(row["pdf"]).exists() for row in rows)
    assert calls(mailing) == [2]
    (out / docx_names[0]).with_suffix(".pdf").unlink()
    assert batch() == 0
    assert "Đã làm 1 tệp PDF. 1 tệp PDF đã có, không đổi." in capsys.readouterr().err
    assert calls(mailing) == [2, 1]


@posix
def test_the_pdf_of_a_notice_called_otherwise_goes_with_its_word_file(mailing, capsys):
    assert batch() == 0
    before = {path.name for path in (mailing / "ra").iterdir() if path.suffix in {".docx", ".pdf"}}
    assert run(["batch", "vao", "-o", "ra", "--jobs", "1", "--name", "moi-{{ van_ban.so }}"]) == 0
    assert not [name for name in before if (mailing / "ra" / name).exists()]
    assert "Đã bỏ 4 tệp cũ" in capsys.readouterr().err


@posix
def test_a_signed_pdf_of_a_batch_stays(mailing, capsys):
    assert batch() == 0
    [first, _] = sorted((mailing / "ra").glob("*.pdf"))
    first.write_bytes(first.read_bytes() + SIGNED)
    signed = first.read_bytes()
    assert batch() == 0
    assert "1 tệp PDF đã được ký hoặc sửa, để yên." in capsys.readouterr().err
    assert first.read_bytes() == signed


@pytest.mark.usefixtures("bare")
def test_without_libreoffice_a_batch_has_its_word_files(mailing, capsys):
    assert batch() == 4
    assert len(list((mailing / "ra").glob("*.docx"))) == 2
    err = capsys.readouterr().err
    assert err.count("Máy này chưa có LibreOffice.") == 1
    assert "Đã ghi 2 văn bản" in err


@needs_writer
@pytest.mark.slow
def test_the_real_one(tmp_path):
    (tmp_path / "a.docx").write_bytes(ONE)
    order = pdf.Order(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert [made.status for _, made in pdf.make([order], IfExists.FAIL)] == ["written"]
    mark = read_mark((tmp_path / "a.pdf").read_bytes())
    assert mark.is_untouched
    assert [made.status for _, made in pdf.make([order], IfExists.FAIL)] == ["unchanged"]

"""``notice-gen doctor`` and ``notice-gen preview``: what the machine lacks; pages as pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from notice_gen import kept
from notice_gen.cli.main import run
from notice_gen.convert import fonts, pages
from notice_gen.office import doctor
from notice_gen.office.doctor import BAD, GOOD, LESS
from tests.helpers import soffice
from tests.helpers.docx import docx, p
from tests.helpers.findings import GOOD as FINDINGS
from tests.helpers.office import needs_writer

posix = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")


@pytest.fixture
def here(tmp_path, monkeypatch):
    soffice.absent(monkeypatch)
    monkeypatch.setattr(fonts, "substitute", lambda: "")
    monkeypatch.setattr(pages, "can_read", lambda: True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def states(folder, register=None):
    return {found.said.split(":")[0].split(" ")[0]: found.state for found in doctor.look(folder, register)}


def test_a_machine_that_lacks_libreoffice_alone_is_told_what_it_cannot_do(here, capsys):
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "[thiếu] Chưa có LibreOffice" in out
    assert "cách sửa: Cài LibreOffice" in out
    assert out.count("[thiếu]") == 1
    assert "[hỏng]" not in out
    assert not list(here.iterdir())


@posix
def test_word_does_where_libreoffice_is_absent(here, monkeypatch, capsys):
    soffice.pretend_word(here / "gia", monkeypatch)
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "[được] Chưa có LibreOffice: PDF, .doc, .odt, .rtf nhờ Word (cách này chưa thử trên Windows)" in out
    assert "[thiếu]" not in out


@posix
def test_a_libreoffice_that_says_nothing_is_broken(here, monkeypatch):
    script = here / "soffice"
    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(script))
    assert states(here)["LibreOffice"] == BAD
    script.write_text("#!/bin/sh\necho LibreOffice 7\n", "utf-8")
    assert BAD not in states(here).values()


@pytest.mark.parametrize(
    ("make", "name", "state"),
    [
        (lambda _, patch: patch.setenv("NOTICE_GEN_SOFFICE", "khong-co"), "Biến", BAD),
        (lambda _, patch: patch.setattr(fonts, "substitute", lambda: "Liberation Serif"), "Phông", GOOD),
        (lambda _, patch: patch.setattr(fonts, "substitute", lambda: "DejaVu Sans"), "Phông", LESS),
        (lambda _, patch: patch.setattr(pages, "can_read", lambda: False), "pypdfium2", LESS),
        (lambda _, patch: patch.setattr(kept, "load", lambda _: None), "Thư", LESS),
        (lambda folder, _: (folder / "notice-gen.toml").write_text("[co_quan\n", "utf-8"), "Thiết", BAD),
        (lambda folder, _: (folder / "so-van-ban.db").write_bytes(b"khong phai so" * 100), "Sổ", BAD),
    ],
)
def test_what_is_wrong_is_found_and_has_its_mend(here, monkeypatch, make, name, state):
    make(here, monkeypatch)
    found = next(one for one in reversed(list(doctor.look(here, None))) if one.said.startswith(name))
    assert (found.state, bool(found.mend)) == (state, state != GOOD)
    assert "{" not in found.said.format_map(found.values) + found.mend.format_map(found.values)


def test_a_folder_that_cannot_be_written_is_bad(here):
    assert doctor._folder(here / "khong-co").state == BAD


def test_a_register_that_is_named_and_not_there_is_bad(here):
    assert list(doctor.look(here, "khong-co.db"))[-1].state == BAD


# --- preview ----------------------------------------------------------------------------------------------


def test_a_picture_of_ours_is_known_until_somebody_draws_on_it():
    made = pages._png(2, 2, bytes(range(12)), 6)
    assert pages.is_our_picture(made)
    for other in (made.replace(b"IDAT\x78", b"IDAT\x79"), made[:-20], made.replace(b"Software", b"Softwarf").replace(b"notice-gen", b"another-gn"), b"x"):
        assert not pages.is_our_picture(other)


def test_preview_says_what_is_missing(here, monkeypatch, capsys):
    Path("a.docx").write_bytes(docx(p("Một")))
    assert run(["preview", "a.docx"]) == 4
    assert "Cài LibreOffice" in capsys.readouterr().err
    monkeypatch.setattr(pages, "can_read", lambda: False)
    assert run(["preview", "a.docx"]) == 4
    assert "notice-gen[pdf]" in capsys.readouterr().err
    assert run(["preview", "a.docx", "-o", "a.pdf"]) == 2
    assert not list(here.glob("*.png"))


@posix
def test_preview_writes_a_picture_of_each_page_and_replaces_nobodys(here, monkeypatch, capsys):
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(soffice.pretend(here / "gia")))
    pictures = [pages._png(2, 2, bytes(range(12)), 6), pages._png(2, 2, bytes(12), 6)]
    monkeypatch.setattr(pages, "pictures", lambda *_, **__: pictures)
    Path("a.toml").write_text(FINDINGS, "utf-8")
    assert run(["preview", "a.toml"]) == 0
    assert capsys.readouterr().out.split() == ["a-1.png", "a-2.png"]
    assert not list(here.glob("*.docx"))
    Path("a-1.png").write_bytes(b"cua nguoi khac")
    pictures[1] = pictures[0]
    assert run(["preview", "a.toml"]) == 4
    assert Path("a-1.png").read_bytes() == b"cua nguoi khac"
    assert Path("a-2.png").read_bytes() == pictures[0]
    Path("a.toml").write_text("so = ", "utf-8")
    assert run(["preview", "a.toml"]) == 3


@needs_writer
@pytest.mark.slow
def test_the_real_picture(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pypdfium2")
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(docx(p("Một")))
    assert run(["preview", "a.docx", "-o", "ra.png"]) == 0
    assert capsys.readouterr().out.split() == ["ra.png"]
    assert pages.is_our_picture(Path("ra.png").read_bytes())

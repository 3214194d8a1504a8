"""Papers that other programs saved, checked where LibreOffice is, and named where it is not."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest

from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.convert import Paper, Target, chunks, convert
from notice_gen.office import foreign
from tests.check.test_command import FAULTY
from tests.helpers import soffice
from tests.helpers.notices import TODAY
from tests.helpers.office import needs_writer
from tests.helpers.soffice import DOC, NOTHING

posix = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")
ODT = b"PK\3\4" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.textPK"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with LibreOffice's place taken by a program that makes a faulty paper of everything."""
    script = soffice.pretend(tmp_path / "gia", FAULTY)
    folder = tmp_path / "day"
    folder.mkdir()
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(script))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def bare(here, monkeypatch):
    """The same folder on a machine without LibreOffice."""
    soffice.absent(monkeypatch)
    return here


def checked(capsys, *words):
    return (run(["check", "--select", "TN02", *words]), *capsys.readouterr())


@posix
@pytest.mark.parametrize(
    ("name", "data", "kind"), [("a.doc", DOC, ".doc"), ("a.DOC", b" {\\rtf1 a}", ".rtf"), ("a.odt", ODT, ".odt"), ("ten-sai.docx", DOC, ".doc")]
)
def test_a_paper_is_judged_at_its_own_paragraphs(here, capsys, name, data, kind):
    (here / name).write_bytes(data)
    code, out, err = checked(capsys, name)
    assert code == 1
    assert out.startswith(f"{name}: đoạn 5: luật TN02 tieu_ngu_sai_chu: ")
    assert f"{name}: xét trên bản .docx chuyển từ {kind}; " in err
    run(["check", "--select", "TN02", "--format", "json", name])
    [row] = json.loads(capsys.readouterr().out)["results"]
    assert (row["converted"], row["status"], row["tracked"]) == (kind, "faults", False)
    assert (here / name).read_bytes() == data


@posix
@pytest.mark.usefixtures("here")
def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DOC), encoding="utf-8"))
    assert checked(capsys, "-")[0] == 1


@posix
@pytest.mark.parametrize("option", ["--fix", "--annotate"])
def test_a_copy_is_a_docx_beside_it(here, capsys, option):
    (here / "a.doc").write_bytes(DOC)
    run(["check", "a.doc", "--select", "TN02", option, "."])
    assert (here / "a.docx").read_bytes().startswith(b"PK")
    assert (here / "a.doc").read_bytes() == DOC
    assert "a.docx" in capsys.readouterr().out
    before = (here / "a.docx").read_bytes()
    assert run(["check", "a.doc", "--select", "TN02", option, "a.doc"]) == 2
    (here / "a.docx").write_bytes(FAULTY)
    assert run(["check", "a.doc", "--select", "TN02", option, "."]) == 4
    assert (here / "a.docx").read_bytes() == FAULTY != before


@posix
def test_a_folder_is_read_whole_and_a_bad_paper_named(here, capsys, monkeypatch):
    monkeypatch.setattr(chunks, "MOST", 2)
    names = ["1.docx", "2.doc", "3.doc", "4.docx", "5.rtf", "6.doc", "7.docx"]
    data = [FAULTY, DOC, DOC + NOTHING, FAULTY, b"{\\rtf1}", DOC, b"khong phai Word"]
    for name, content in zip(names, data, strict=True):
        (here / name).write_bytes(content)
    assert run(["check", "--select", "TN02", "--format", "json", str(here)]) == 3
    rows = json.loads(capsys.readouterr().out)["results"]
    assert [os.path.basename(row["input"]) for row in rows] == names  # noqa: PTH119 - the words of a report
    assert [row["status"] for row in rows] == ["faults", "faults", "refused", "faults", "faults", "faults", "refused"]
    assert "LibreOffice không đọc được" in rows[2]["problems"][0]["message"]


@posix
def test_many_files_begin_with_what_is_true_of_all(here, capsys):
    for number in range(5):
        (here / f"{number}.doc").write_bytes(DOC + NOTHING if number == 4 else DOC)
    code, out, err = checked(capsys, ".")
    assert code == 3, err
    assert out.splitlines()[:9] == [
        "     4 tệp có lỗi", "     1 tệp không kiểm tra được", "     4 tệp chuyển sang .docx", "     4 lỗi mức luật",
        "Sai nhiều nhất (số tệp, quy tắc):", "     4 luật TN02 tieu_ngu_sai_chu", "Tệp nhiều lỗi nhất (số lỗi, tệp):", "     1 0.doc", "     1 1.doc",
    ]
    assert out.splitlines()[11:13][0] == ""
    assert out.splitlines()[12].startswith("0.doc: đoạn 5: luật TN02")
    assert err.endswith("Đã kiểm tra 5 tệp; 4 lỗi trong 4 tệp (luật 4); 4 lỗi sửa được bằng --fix; 1 tệp không kiểm tra được.\n")


def test_without_libreoffice_it_is_named_with_the_reason_and_what_to_install(bare, capsys):
    for name, data in (("a.doc", DOC), ("b.docx", FAULTY), ("c.rtf", b"{\\rtf1}")):
        (bare / name).write_bytes(data)
    code, out, err = checked(capsys, ".")
    assert code == 4
    assert out.startswith("b.docx: đoạn 5")
    for name in ("a.doc", "c.rtf"):
        assert f"{name}: không kiểm tra được: Tệp {name[1:]} đọc được khi máy có LibreOffice; máy này chưa có. Cài LibreOffice" in err


def test_a_paper_with_a_password_and_other_compound_files_are_none_for_libreoffice(bare, capsys):
    (bare / "a.doc").write_bytes(DOC + "EncryptedPackage".encode("utf-16-le"))
    (bare / "b.doc").write_bytes(DOC[:8] + "Workbook".encode("utf-16-le"))
    code, _, err = checked(capsys, "a.doc", "b.doc")
    assert code == 3
    assert "Tệp có mật khẩu." in err
    assert "b.doc: không kiểm tra được: Tệp không phải văn bản Word" in err


def test_a_broken_libreoffice_is_told_of_every_paper(here, capsys, monkeypatch):
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(here / "khong-co"))
    (here / "a.doc").write_bytes(DOC)
    code, _, err = checked(capsys, "a.doc")
    assert code == 4
    assert "NOTICE_GEN_SOFFICE" in err


def test_only_what_is_another_programs_is_looked_at(monkeypatch, tmp_path):
    monkeypatch.setattr(chunks, "convert", None)
    (tmp_path / "a.docx").write_bytes(FAULTY)
    files = [(str(tmp_path / "a.docx"), None), (str(tmp_path / "khong-co.doc"), None), (str(tmp_path), None), ("x", b"abc")]
    assert list(foreign.made_ours(files)) == [None] * 4


@needs_writer
@pytest.mark.slow
def test_the_real_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    [(_, doc)] = convert([Paper(FAULTY, ".docx")], Target(".doc", "doc:MS Word 97", bool, "."))
    (tmp_path / "a.doc").write_bytes(doc)
    assert run(["check", "a.doc", "--format", "json", "--fix", "."]) in {0, 1}
    [row] = json.loads(capsys.readouterr().out)["results"]
    assert (row["converted"], row["type"]) == (".doc", "TB")
    assert "TN02" in {fault["code"] for fault in row["mended"]}
    texts = [paragraph.text for paragraph in read((tmp_path / "a.docx").read_bytes(), TODAY).paragraphs]
    assert "Độc lập - Tự do - Hạnh phúc" in texts

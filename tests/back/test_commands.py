"""The commands that bring papers back: what they write, say and leave with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers import docx as word
from tests.helpers.findings import GOOD
from tests.helpers.papers import PAPERS

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _render(text: str = GOOD) -> Path:
    Path("tb.toml").write_text(text, "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 0
    return Path("tb.docx")


def _edit(path: Path, old: str, new: str) -> None:
    files = word.unpacked(path.read_bytes())
    text = files["word/document.xml"].decode()
    assert old in text
    path.write_bytes(word.packed({**files, "word/document.xml": text.replace(old, new, 1).encode()}))


def test_import_writes_beside_the_paper_and_tells_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    Path("cv.docx").write_bytes(PAPERS["công văn"])
    assert run(["import", "cv.docx"]) == 1
    out = capsys.readouterr()
    assert out.out == "cv.toml\n"
    assert "Nơi nhận" in out.err
    assert run(["validate", "cv.toml"]) == 0
    Path("cv.toml").write_text("# của người khác\n", "utf-8")
    assert run(["import", "cv.docx"]) == 4
    assert Path("cv.toml").read_text("utf-8") == "# của người khác\n"


def test_import_of_our_own_paper_says_it_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    _render()
    assert run(["import", "tb.docx", "-o", "lai.toml"]) == 0
    assert "giống hệt" in capsys.readouterr().err
    assert run(["diff", "tb.toml", "lai.toml"]) == 0


def test_import_to_standard_output_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    _render()
    capsys.readouterr()
    assert run(["import", "tb.docx", "-o", "-"]) == 0
    assert 'mau = "thong-bao"' in capsys.readouterr().out
    assert run(["import", "tb.docx", "-o", "lai.toml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"output": "lai.toml", "text": None, "changed": [], "doubts": [], "problems": []}


@pytest.mark.parametrize("command", [["import"], ["diff", "tb.toml"], ["take-edits", "tb.toml"], ["verify"]])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 khong phai Word", b"chu thuong", word.packed({"[Content_Types].xml": "<Types/>"})])
def test_what_is_no_paper_is_refused_in_words(command: list[str], data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    _render()
    Path("hong.docx").write_bytes(data)
    assert run([*command, "hong.docx"]) in ({1} if command == ["verify"] else {3})
    assert "ngoài dự kiến" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["import"], ["diff", "tb.toml"], ["take-edits", "tb.toml"], ["verify"]])
def test_a_file_that_is_missing_is_told(command: list[str]) -> None:
    _render()
    assert run([*command, "khong-co.docx"]) == 3


def test_take_edits_keeps_the_old_findings(capsys: pytest.CaptureFixture[str]) -> None:
    docx = _render()
    _edit(docx, "Đã công khai.", "Đã công khai đầy đủ.")
    assert run(["take-edits", "tb.toml", "tb.docx", "--dry-run"]) == 0
    assert Path("tb.toml").read_text("utf-8") == GOOD
    capsys.readouterr()
    assert run(["take-edits", "tb.toml", "tb.docx"]) == 0
    assert "Đã nhận 1 chỗ sửa" in capsys.readouterr().err
    assert Path("tb.toml").read_text("utf-8") == GOOD.replace("Đã công khai.", "Đã công khai đầy đủ.")
    assert Path("tb.toml.bak").read_text("utf-8") == GOOD
    assert run(["diff", "tb.toml", "tb.docx"]) == 0
    assert run(["take-edits", "tb.toml", "tb.docx"]) == 0


def test_take_edits_keeps_the_line_ends_of_windows() -> None:
    docx = _render()
    Path("tb.toml").write_bytes(GOOD.replace("\n", "\r\n").encode())
    _edit(docx, "Đã công khai.", "Đã công khai đầy đủ.")
    assert run(["take-edits", "tb.toml", "tb.docx"]) == 0
    assert Path("tb.toml").read_bytes() == GOOD.replace("Đã công khai.", "Đã công khai đầy đủ.").replace("\n", "\r\n").encode()


def test_diff_tells_words(capsys: pytest.CaptureFixture[str]) -> None:
    docx = _render()
    _edit(docx, "322 hồ sơ", "323 hồ sơ")
    capsys.readouterr()
    assert run(["diff", "tb.toml", "tb.docx"]) == 1
    assert "[-322-]{+323+}" in capsys.readouterr().out
    assert run(["diff", "tb.toml", "tb.docx", "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["differences"]
    assert found["box"] == "noi_dung"
    assert {"kind": "added", "text": "323"} in found["words"]


def test_verify(capsys: pytest.CaptureFixture[str]) -> None:
    docx = _render()
    assert run(["verify", "tb.docx"]) == 0
    assert "từng byte" in capsys.readouterr().err
    _edit(docx, "322 hồ sơ", "323 hồ sơ")
    assert run(["verify", "tb.docx", "--from", "tb.toml"]) == 1
    assert "{+323+}" in capsys.readouterr().err
    Path("tb.toml").unlink()
    assert run(["verify", "tb.docx", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "edited"
    Path("la.docx").write_bytes(PAPERS["tờ trình"])
    assert run(["verify", "la.docx"]) == 1
    assert "không phải tệp do notice-gen in ra" in capsys.readouterr().err


def test_a_paper_longer_than_a_findings_file_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dai.docx").write_bytes(word.docx(*[word.p("kế hoạch " * 1_200)] * 100))
    assert run(["import", "dai.docx"]) == 3
    assert "dai.docx: lỗi: Văn bản này dài hơn" in capsys.readouterr().err
    assert not Path("dai.toml").exists()


_PASTED = '[[muc]]\ntieu_de = "Các thôn"\n{}\n[ket_thuc]\nnoi_dung = "Đề nghị thực hiện."\n\n[noi_nhan]'


@pytest.mark.parametrize(
    ("section", "edit", "line"),
    [
        ('noi_dung = """\nTT\tThôn\n1\tPhú Bình\n2\tPhú Lộc\n"""', ("Phú Bình", "Phú Hòa"), "\n1\tPhú Hòa\n2\tPhú Lộc\n"),  # a table
        ('noi_dung = """\nPhú An\t25 hồ sơ\nPhú Bình\t12 hồ sơ\nLời khác.\n"""', ("12 hồ sơ", "13 hồ sơ"), "\nPhú Bình 13 hồ sơ\n"),
        ('noi_dung = """\nTT\tThôn\n1\tPhú Bình\n"""\nphat_hien = ["Một."]', ("Phú Bình", "Phú Hòa"), "\n1 Phú Hòa\n"),  # not last: lines
        ('phat_hien = ["Thôn Phú An:\t25 hồ sơ", "Hai."]', ("25 hồ sơ", "26 hồ sơ"), '["Thôn Phú An: 26 hồ sơ", "Hai."]'),
    ],
)
def test_what_was_pasted_with_tabs_is_taken_like_any_text(section: str, edit: tuple[str, str], line: str) -> None:
    docx = _render(GOOD.replace("[noi_nhan]", _PASTED.format(section), 1))
    _edit(docx, *edit)
    assert run(["take-edits", "tb.toml", "tb.docx"]) == 0
    assert line in Path("tb.toml").read_text("utf-8")


def test_rows_of_a_pasted_table_come_and_go() -> None:
    docx = _render(GOOD.replace("[noi_nhan]", _PASTED.format('noi_dung = """\nLời.\nTT\tThôn\n1\tPhú Bình\n2\tPhú Lộc\n3\tPhú Đa\n"""'), 1))
    text = word.unpacked(docx.read_bytes())["word/document.xml"].decode()
    row = next(part + "</w:tr>" for part in text.split("<w:tr>") for part in [f"<w:tr>{part}".partition("</w:tr>")[0]] if "Phú Lộc" in part)
    _edit(docx, row, row.replace("Phú Lộc", "Phú Thọ") + row.replace(">2<", ">4<").replace("Phú Lộc", "Phú Vang"))
    assert run(["take-edits", "tb.toml", "tb.docx"]) == 0
    assert "\nLời.\nTT\tThôn\n1\tPhú Bình\n2\tPhú Thọ\n4\tPhú Vang\n3\tPhú Đa\n" in Path("tb.toml").read_text("utf-8")


def test_a_place_on_the_line_is_told_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    docx = _render()
    _edit(docx, "<w:pPr>", '<w:pPr><w:jc w:val="right"/>')
    assert run(["diff", "tb.toml", "tb.docx"]) == 1
    assert "giữa → phải: " in capsys.readouterr().out

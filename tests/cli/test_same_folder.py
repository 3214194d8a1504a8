"""What lies in one folder: the office's settings among findings files, papers of other years by the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers.findings import GOOD

NAME = "12-tb-ubnd-thon-mot.docx"
SETTINGS = '[noi_nhan]\nluu = "VT, NV"\n'


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(GOOD, "utf-8")
    Path("notice-gen.toml").write_text(SETTINGS, "utf-8")


@pytest.mark.parametrize("command", [["render"], ["validate"], ["batch", "-o", "ra"]])
def test_the_settings_among_other_files_are_passed_over(command, capsys):
    assert run([*command, "notice-gen.toml", "a.toml"]) == 0
    assert "notice-gen.toml" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [["render"], ["validate"], ["batch"], ["batch", "--data", "a.csv"], ["batch-form", "--rows", "3"], ["new", "--from"]]
)
def test_the_settings_alone_are_no_findings_file(command, capsys):
    Path("a.csv").write_text("don_vi.ten\nthôn Hai\n", "utf-8")
    assert run([*command, "notice-gen.toml"]) == 3
    err = capsys.readouterr().err
    assert "notice-gen.toml: lỗi: Đây là tệp thiết lập của cơ quan, không phải tệp nội dung" in err
    assert "notice-gen new thong-bao" in err
    assert not [*Path().glob("*.xlsx"), *Path().rglob("*.docx")]


@pytest.mark.parametrize("edited", [False, True])
def test_a_paper_of_another_year_is_named_by_its_year(edited, capsys, tmp_path):
    from tests.cli.test_commands import edit

    assert run(["render", "a.toml"]) == 0
    old = edit(NAME) if edited else Path(NAME).read_bytes()
    Path(NAME).write_bytes(old)
    Path("a.toml").write_text(GOOD.replace("ngay = 2024", "ngay = 2025"), "utf-8")
    capsys.readouterr()
    assert run(["render", "a.toml"]) == 4
    err = capsys.readouterr().err
    assert f"Tệp “{NAME}” là văn bản của năm 2024, văn bản này của năm 2025, nên không ghi đè." in err
    assert "--if-exists rename" in err
    assert "đã được sửa" not in err
    other = NAME.replace(".docx", " (2).docx")
    for _ in range(2):  # a paper of ours under its other name is replaced as under its own
        assert run(["render", "a.toml", "--if-exists", "rename"]) == 0
        assert capsys.readouterr().out == f"{other}\n"
    Path("a.toml").write_text(GOOD.replace("ngay = 2024", "ngay = 2025").replace("Thôn Một", "Thôn Ba"), "utf-8")
    assert run(["render", "a.toml", "--if-exists", "rename"]) == 0
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == [other, NAME]
    assert Path(NAME).read_bytes() == old


@pytest.mark.parametrize("command", [["render", "a.toml"], ["batch", "a.toml", "-o", "."]])
@pytest.mark.parametrize("so", ["so = 12", ""])
def test_nobody_is_told_to_write_over_a_paper_that_may_have_gone_out(command, so, capsys):
    from tests.cli.test_commands import edit

    text = GOOD if so else GOOD.replace("so = 12\n", "").replace("ngay = 2024-06-12\n", "")
    Path("a.toml").write_text(text, "utf-8")
    assert run(command) == 0
    [name] = (path.name for path in Path().glob("*.docx"))
    Path(name).write_bytes(edit(name))
    Path("ket-qua.jsonl").unlink(missing_ok=True)
    Path("a.toml").write_text(text.replace("Đã công khai", "Đã niêm yết"), "utf-8")
    capsys.readouterr()
    assert run(command) == 4
    err = capsys.readouterr().err
    assert ("--if-exists overwrite" in err, "mang số 12/TB-UBND" in err, "register correct 12/TB-UBND" in err) == (not so, bool(so), bool(so))


def test_another_file_s_paper_with_a_number_is_not_to_be_written_over_either(capsys):
    assert run(["render", "a.toml"]) == 0
    Path("b.toml").write_text(GOOD, "utf-8")
    capsys.readouterr()
    assert run(["render", "b.toml"]) == 4
    err = capsys.readouterr().err
    assert ("overwrite" in err, "Tệp đó mang số 12/TB-UBND: đã ban hành thì giữ." in err) == (False, True)


def test_a_batch_names_the_year_too(capsys):
    assert run(["batch", "a.toml", "-o", "ra"]) == 0
    Path("ra/ket-qua.jsonl").unlink()
    Path("a.toml").write_text(GOOD.replace("ngay = 2024", "ngay = 2025"), "utf-8")
    assert run(["batch", "a.toml", "-o", "ra"]) == 4
    assert "là văn bản của năm 2024" in capsys.readouterr().err

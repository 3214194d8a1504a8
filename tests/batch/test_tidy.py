"""What earlier runs left in the folder: void papers go, what no row and no valid number accounts for is listed, all else is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers.batches import AUTO, BASE, HEAD, OUT, made, manifest, put, thon

LEFT = "không hàng nào, không số còn hiệu lực nào ứng với"
CODED = ("don_vi.ma", *HEAD)
NOW = AUTO.replace("2024-", "2026-")


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def listed(capsys) -> list[str]:
    """The files listed at the end."""
    err = capsys.readouterr().err
    return [line.strip() for line in err.partition(LEFT)[2].splitlines()[1:]]


def paper(n: int, so: int) -> str:
    return f"{so:02}-tb-ubnd-thon-{n}.docx"


def test_a_draft_of_a_row_taken_out_is_listed_and_stays(capsys):
    assert run(put(thon(3))) == 0
    assert run(put(thon(2))) == 0
    assert listed(capsys) == ["du-thao-tb-ubnd-thon-3.docx"]
    assert len(made()) == 3
    assert run([*put(thon(2)), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["left"] == ["du-thao-tb-ubnd-thon-3.docx"]


def test_a_row_renamed_leaves_its_draft_listed(capsys):
    assert run(put(thon(2))) == 0
    assert run(put([("thôn 1", 10), ("thôn Hai", 20)])) == 0
    assert listed(capsys) == ["du-thao-tb-ubnd-thon-2.docx"]


@pytest.mark.parametrize("more", [["--limit", "1"], ["--only", "don_vi.ten == 'thôn 1'"], ["--dry-run"]])
def test_rows_left_out_of_a_run_are_accounted_for(more, capsys):
    assert run(put(thon(3))) == 0
    assert run([*put(thon(3) if "--dry-run" not in more else thon(2)), *more]) == 0
    assert listed(capsys) == []


def test_a_paper_with_a_valid_number_is_accounted_for(capsys):
    assert run(put(thon(3), base=AUTO)) == 0
    assert run(put(thon(2), base=AUTO)) == 0
    assert listed(capsys) == []
    assert len(made()) == 3


def test_when_its_number_is_void_it_goes(capsys):
    assert run(put(thon(3), base=AUTO)) == 0
    assert run(["register", "void", "3", "--reason", "Nhầm xã"]) == 0
    assert run(put(thon(2), base=AUTO)) == 0
    assert "Đã dọn 1 tệp mang số đã hủy: 03-tb-ubnd-thon-3.docx." in capsys.readouterr().err
    assert list(made()) == [paper(1, 1), paper(2, 2)]


def test_but_not_when_somebody_edited_it(capsys):
    assert run(put(thon(3), base=AUTO)) == 0
    (OUT / paper(3, 3)).write_bytes(b"edited")
    assert run(["register", "void", "3", "--reason", "Nhầm xã"]) == 0
    assert run(put(thon(2), base=AUTO)) == 0
    assert listed(capsys) == [paper(3, 3)]
    assert (OUT / paper(3, 3)).read_bytes() == b"edited"


def test_a_void_number_of_a_row_that_is_refused_now_goes_too():
    assert run(put(thon(2), base=AUTO)) == 0
    assert run(["register", "void", "2", "--reason", "Sai"]) == 0
    assert run(put([("thôn 1", 10), ("thôn 2", "mười")], base=AUTO)) == 1
    assert list(made()) == [paper(1, 1)]


def test_the_wrong_commune_the_number_void_and_the_row_mended(capsys):
    """A number once went to a commune that is not: now the row is refused, and what an older version left is tidied."""
    rows = [("20035", "", 10), ("19999", "xã Không Có Thật", 20)]
    assert run(put(rows, head=CODED, base=NOW)) == 1
    err = capsys.readouterr().err
    assert "B3" in err or "dòng 3" in err
    assert "19999" in err
    assert list(made()) == ["01-tb-ubnd-xa-binh-dien.docx"]
    assert run(put([rows[0], ("19942", "", 20)], head=CODED, base=NOW)) == 0
    assert run(["register", "void", "2", "--reason", "Nhầm xã"]) == 0
    assert run(put([rows[0], ("19945", "", 20)], head=CODED, base=NOW)) == 0
    assert list(made()) == ["01-tb-ubnd-xa-binh-dien.docx", "03-tb-ubnd-xa-phu-vinh.docx"]


def test_a_typed_number_on_two_papers_is_listed(capsys):
    head = ("van_ban.so", *HEAD)
    assert run(put([("1", "thôn Một", 1), ("2", "thôn Hai", 2), ("3", "thôn Ba", 2)], head=head)) == 0
    assert run(put([("1", "thôn Một", 1), ("2", "thôn Hai mới", 2)], head=head)) == 0
    assert listed(capsys) == ["02-tb-ubnd-thon-hai.docx"]
    assert len(made()) == 4


def test_another_mailing_in_the_same_folder_is_none_of_this_one_s_business(capsys):
    assert run(put(thon(2))) == 0
    Path("khac.toml").write_text(BASE, "utf-8")
    command = put([("thôn 7", 1)])
    assert run([command[0], "khac.toml", *command[2:]]) == 0
    assert listed(capsys) == []


def test_findings_files_gone_or_renamed(capsys):
    Path("vao").mkdir()
    for name in ("mot", "hai"):
        Path(f"vao/{name}.toml").write_text(BASE.replace("[so_lieu]\n", f'[don_vi]\nten = "thôn {name}"\n\n[so_lieu]\ntiep_nhan = 1\n'), "utf-8")
    assert run(["batch", "vao", "-o", "ra"]) == 0
    assert run(["batch", "vao/mot.toml", "-o", "ra"]) == 0
    assert listed(capsys) == []
    Path("vao/hai.toml").unlink()
    assert run(["batch", "vao", "-o", "ra"]) == 0
    assert listed(capsys) == ["du-thao-tb-ubnd-thon-hai.docx"]


def test_a_stranger_s_file_is_not_looked_at(capsys):
    assert run(put(thon(2))) == 0
    (OUT / "ghi-chu.docx").write_bytes(b"x")
    assert run(put(thon(2))) == 0
    assert listed(capsys) == []


SPELT = ["xã C", "xã\u200b C", "xã\u00a0C", "xã  C", "xa\u0303 C", " Xã C ", "xã C\ufeff", "XÃ C", "xã\u2060 C"]


@pytest.mark.parametrize("other", SPELT[1:])
def test_one_unit_however_it_is_spelt(other, capsys):
    assert run(put([(SPELT[0], 10)], base=NOW)) == 0
    capsys.readouterr()
    assert run(put([(other, 10)], base=NOW)) == 0
    with register.connect(numbering.NAME, create=False) as book:
        assert [entry.so for entry in register.entries(book)] == [1]
    assert len({line["key"] for line in manifest()}) == 1
    assert listed(capsys) == []
    assert run(put([(SPELT[0], 10), (other, 20)])) == 3
    assert "có hai hàng" in capsys.readouterr().err


def test_codes_spelt_with_hidden_signs_are_one():
    assert run(put([("20035", "", 10), (" 20035\u200b", "", 10)], head=CODED, base=NOW)) == 3
    assert not Path(numbering.NAME).exists()

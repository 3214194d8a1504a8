"""A command, or a template, that no program knows: the line to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_gen import templates
from notice_gen.cli.main import run


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


MEANT = {
    "reder kl.toml": "render kl.toml",
    "rennder": "render",
    "RENDER kl.toml": "render kl.toml",
    "valdate a.toml": "validate a.toml",
    "bacth a.toml": "batch a.toml",
    "regsiter list": "register list",
    "chek a.docx": "check a.docx",
    "inti": "init",
    "kl.toml": "render kl.toml",
    "kl.TOML --strict": "render kl.TOML --strict",
    "a.toml b.toml": "render a.toml b.toml",
    "kl.docx": "check kl.docx",
    "chung.toml ds.xlsx": "batch chung.toml --data ds.xlsx",
    "ds.csv": "batch chung.toml --data ds.csv",
    "kl": "render kl.toml",
    "in kl.toml": "render kl.toml",
    "kiểm tra kl.docx": "check kl.docx",
    "kiem-tra kl.docx": "check kl.docx",
    "khởi tạo": "init",
    "tạo thong-bao": "new thong-bao",
    "help": "--help",
    "void 12": "register void 12",
    "export thong-bao": "register export thong-bao",
    "quyết định": "new quyet-dinh",
    "QĐ": "new quyet-dinh",
    "thong-bao": "new thong-bao",
    "thong-bso": "new thong-bao",
    "register lst": "register list",
    "templates xport thong-bao": "templates export thong-bao",
}


@pytest.mark.parametrize("typed", MEANT)
def test_an_unknown_command_is_answered_with_the_line_to_type(typed, capsys):
    Path("kl.toml").write_text("", "utf-8")
    assert run(typed.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"Gõ: notice-gen {MEANT[typed]}\n" in err


def test_a_name_with_a_space_is_quoted_in_it(capsys):
    assert run(["kết luận.toml"]) == 2
    assert 'Gõ: notice-gen render "kết luận.toml"\n' in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["xyzzy", "12", "..", "register xyzzy"])
def test_where_nothing_is_near_the_commands_are_listed(typed, capsys):
    assert run(typed.split()) == 2
    assert "Các lệnh: " in capsys.readouterr().err


def test_in_english(capsys):
    assert run(["reder", "kl.toml", "--lang", "en"]) == 2
    assert "There is no command “reder”. Type: notice-gen render kl.toml" in capsys.readouterr().err


CALLED = {
    "quyết định": "quyet-dinh", "QĐ": "quyet-dinh", "qđ": "quyet-dinh", "qd": "quyet-dinh", "thong bao": "thong-bao", "Thông Báo": "thong-bao",
    "THÔNG BÁO": "thong-bao", "TB": "thong-bao", "cv": "cong-van", "công văn": "cong-van", "cong_van": "cong-van", "GM": "giay-moi", "giấy  mời": "giay-moi", "TTr": "to-trinh",
    "ttr": "to-trinh", "CT": "chi-thi", "CTr": "chuong-trinh", "HD": "huong-dan", "HĐ": "hop-dong", "hđ": "hop-dong", "ĐA": "de-an", "DA": "du-an",
    "quyê\u0301t đi\u0323nh": "quyet-dinh", "sao y": "sao-y", "TrS": "trich-sao",
}  # fmt: skip


@pytest.mark.parametrize("typed", CALLED)
@pytest.mark.parametrize("one_word", [True, False])
def test_new_understands_a_type_by_its_name_or_code(typed, one_word, capsys):
    assert run(["new", *([typed] if one_word else typed.split())]) == 0
    assert capsys.readouterr().out == f"{CALLED[typed]}.toml\n"


def test_every_type_is_known_by_its_own_name():
    from notice_gen.cli.meant import template

    assert {mau: template([str(templates.find(mau).manifest["ten"])]) for mau in templates.names()} == {mau: mau for mau in templates.names()}


REFUSED = [
    ("new hd", 2, "notice-gen new hop-dong, notice-gen new huong-dan"),
    ("new da", 2, "notice-gen new de-an, notice-gen new du-an"),
    ("new thong bao x", 2, "Gõ: notice-gen new thong-bao\n"),
    ("new quyet dihn", 2, "Gõ: notice-gen new quyet-dinh\n"),
    ("new kl.toml", 2, "Gõ: notice-gen new thong-bao -o kl.toml\n"),
    ("new giay-moi.toml", 2, "Gõ: notice-gen new giay-moi -o giay-moi.toml\n"),
    ("new thongbao", 3, "Có phải ý bạn là “thong-bao”?"),
    ("new ../thong-bao", 3, "Không có mẫu nào tên"),
    ("templates export ../thong-bao", 3, "Không có mẫu nào tên"),
]


@pytest.mark.parametrize(("typed", "code", "said"), REFUSED)
def test_what_is_no_type_is_answered_with_what_to_type(typed, code, said, capsys):
    assert run(typed.split()) == code
    assert said in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_other_commands_understand_types_too(capsys):
    assert run(["templates", "show", "QĐ"]) == 0
    assert capsys.readouterr().out.startswith("quyet-dinh: ")
    assert run(["schema", "công văn", "-o", "."]) == 0
    assert capsys.readouterr().out == "cong-van.schema.json\n"

"""The command line as a clerk and as a script see it: files, streams, exit codes, languages."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import types
import zipfile
from pathlib import Path
from typing import IO

import pytest

from notice_gen import __version__, cli, facts, files, issue, templates
from notice_gen.cli.main import COMMANDS, group, run
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.word import paragraphs

NAME = "12-tb-ubnd-thon-mot.docx"
BAD = spoilt("so = 12", "so = 08")


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "tot.toml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "hong.toml"
    path.write_text(BAD, "utf-8")
    return path


def docx_here() -> list[str]:
    return sorted(path.name for path in Path().rglob("*.docx"))


def edit(path: str) -> bytes:
    """Save the file as Word would: the same parts, one of them changed."""
    source = zipfile.ZipFile(path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data.replace(b"Nguy", b"Ngu") if name == "word/document.xml" else data)
    source.close()
    Path(path).write_bytes(buffer.getvalue())
    return buffer.getvalue()


# --- render ---------------------------------------------------------------------------------------


def test_render_writes_beside_the_input_and_prints_the_path(good, tmp_path, capsys):
    sub = tmp_path / "sub"
    sub.mkdir()
    path = good.rename(sub / good.name)
    assert run(["render", str(path)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (f"{sub / NAME}\n", "")
    assert "Số: 12/TB-UBND" in paragraphs((sub / NAME).read_bytes())


@pytest.mark.parametrize("out", ["kq", "kq/", "kq/khac.docx"])
def test_render_to_a_folder_or_a_file(good, out):
    Path("kq").mkdir()
    assert run(["render", good.name, "-o", out]) == 0
    assert [p.name for p in Path("kq").iterdir()] == ["khac.docx" if out.endswith("docx") else NAME]


def test_render_again_replaces_our_own_but_not_what_word_saved(good, capsys):
    assert run(["render", good.name]) == 0
    good.write_text(spoilt("luu = \"VT\"", "luu = \"VT, VP\""), "utf-8")
    assert run(["render", good.name]) == 0
    assert "- Lưu: VT, VP." in paragraphs(Path(NAME).read_bytes())
    edited = edit(NAME)
    capsys.readouterr()
    assert run(["render", good.name]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert "đã được sửa" in err
    assert "--if-exists" in err
    assert Path(NAME).read_bytes() == edited
    assert run(["render", good.name, "--if-exists", "skip"]) == 0
    assert capsys.readouterr().out == ""
    assert Path(NAME).read_bytes() == edited
    assert run(["render", good.name, "--if-exists", "rename"]) == 0
    assert capsys.readouterr().out == "12-tb-ubnd-thon-mot (2).docx\n"
    assert run(["render", good.name, "--if-exists", "overwrite"]) == 0
    assert Path(NAME).read_bytes() != edited


@pytest.mark.parametrize("how", ["again", "together"])
def test_a_paper_of_another_findings_file_is_not_replaced(good, how, capsys):
    Path("khac.toml").write_text(spoilt('luu = "VT"', 'luu = "VT, VP"'), "utf-8")
    if how == "together":
        assert run(["render", good.name, "khac.toml"]) == 3
        assert not list(Path().glob("*.docx"))
        return
    assert run(["render", good.name]) == 0
    before = Path(NAME).read_bytes()
    capsys.readouterr()
    assert run(["render", "khac.toml"]) == 4
    err = capsys.readouterr().err
    assert f"là văn bản in từ “{good.name}”, không phải từ “khac.toml”" in err
    assert Path(NAME).read_bytes() == before
    assert run(["render", "khac.toml", "--if-exists", "skip"]) == 0
    assert run(["render", "khac.toml", "--if-exists", "rename"]) == 0
    assert Path(NAME).read_bytes() == before
    assert "- Lưu: VT, VP." in paragraphs(Path("12-tb-ubnd-thon-mot (2).docx").read_bytes())


def test_a_findings_file_that_was_renamed_is_told_the_way_on(good, capsys):
    assert run(["render", good.name]) == 0
    good.rename("moi.toml")
    assert run(["render", "moi.toml"]) == 4
    err = capsys.readouterr().err
    assert "moi.toml" in err
    assert NAME in err
    assert ("overwrite" in err, "chuyển tệp đó đi" in err) == (False, True)  # it bears a number, and may have gone out
    assert run(["render", "moi.toml", "--if-exists", "overwrite"]) == run(["render", "moi.toml"]) == 0


def test_the_same_findings_file_gives_the_same_bytes_wherever_it_lies(good, tmp_path):
    (tmp_path / "xa").mkdir()
    (tmp_path / "xa" / good.name).write_bytes(good.read_bytes())
    assert run(["render", good.name]) == run(["render", f"xa/{good.name}"]) == 0
    assert Path(NAME).read_bytes() == Path("xa", NAME).read_bytes()


def test_drafts_of_two_findings_files_are_two_files(capsys):
    for name in ("mot.toml", "hai.toml", "Hai Lần.toml"):
        Path(name).write_text(spoilt("so = 12\nngay = 2024-06-12\n", ""), "utf-8")
        assert run(["render", name]) == 0
    assert capsys.readouterr().out.split() == [f"du-thao-tb-ubnd-thon-mot-{name}.docx" for name in ("mot", "hai", "hai-lan")]
    Path("hai-lan.toml").write_text(spoilt("so = 12\nngay = 2024-06-12\n", ""), "utf-8")
    assert run(["render", "hai-lan.toml"]) == 4


@pytest.mark.parametrize(
    ("changes", "warned"),
    [
        ((("thôn Một", "thôn Hai"),), True), ((("thôn Một", "thôn Hai"), ("so = 12", "so = 13")), False), ((("thôn Một", "thôn Hai"), ("2024-06-12", "2025-06-12"), ("2024-06-28", "2025-06-28")), False),
        ((("thôn Một", "thôn Hai"), ('mau = "thong-bao"', 'mau = "ke-hoach"')), False),
        ((("thôn Một", "thôn Hai"), ("[ky]", '[the_thuc]\nbo_qua = ["so_trung_trong_thu_muc"]\n[ky]')), False),
    ],
)
def test_two_papers_of_a_folder_with_one_number_and_year_are_told(good, changes, warned, capsys):
    text = good.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("khac.toml").write_text(text, "utf-8")
    assert run(["render", good.name]) == run(["render", good.name]) == 0
    assert capsys.readouterr().err == ""
    assert run(["render", "khac.toml", "--strict"]) == (3 if warned else 0)
    assert run(["render", "khac.toml"]) == 0
    err = capsys.readouterr().err
    assert (f"đã có ở “{NAME}”" in err and 'bo_qua = ["so_trung_trong_thu_muc"]' in err) is warned, err


@pytest.mark.parametrize(
    ("settings", "mau", "warned"), [("", "ke-hoach", False), ('[so_van_ban]\nday_so = "chung"\n', "ke-hoach", True), ('[so_van_ban]\nday_so = "rieng"\n', "ke-hoach", False)]
)
def test_where_all_types_share_their_numbers_a_paper_of_another_type_counts(good, settings, mau, warned, capsys):
    Path("notice-gen.toml").write_text(settings, "utf-8")
    Path("khac.toml").write_text(good.read_text("utf-8").replace('mau = "thong-bao"', f'mau = "{mau}"'), "utf-8")
    assert run(["render", good.name]) == run(["render", "khac.toml"]) == 0
    assert (f"đã có ở “{NAME}”" in capsys.readouterr().err) is warned


def test_a_number_given_by_a_new_register_that_a_paper_of_before_bears_is_told(good, capsys):
    text = good.read_text("utf-8")
    good.write_text(text.replace("so = 12", "so = 1"), "utf-8")
    assert run(["render", good.name]) == 0
    Path("moi.toml").write_text(text.replace("so = 12", 'so = "tu-dong"').replace('mau = "thong-bao"', 'mau = "ke-hoach"'), "utf-8")
    assert run(["render", "moi.toml"]) == 0
    assert "“01-tb-ubnd-thon-mot.docx” cùng thư mục, cùng năm, cũng mang số ấy" in capsys.readouterr().err
    Path("01-tb-ubnd-thon-mot.docx").unlink()
    assert run(["render", "moi.toml"]) == 0
    assert "cũng mang số ấy" not in capsys.readouterr().err


def test_two_papers_of_one_run_with_one_number_are_told(good, capsys):
    Path("khac.toml").write_text(spoilt("thôn Một", "thôn Hai"), "utf-8")
    assert run(["render", good.name, "khac.toml"]) == 0
    assert f"đã có ở “{good.name}”" in capsys.readouterr().err


def test_of_several_files_none_is_written_when_one_is_bad(good, bad, capsys):
    assert run(["render", good.name, bad.name, "khong-co.toml"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert docx_here() == []
    assert "hong.toml:12:6: lỗi:" in err
    assert "    so = 08\n         ^^\n    gợi ý:" in err
    assert "khong-co.toml: lỗi: Không tìm thấy tệp." in err
    assert "2/3 tệp" in err
    assert "Chưa ghi tệp nào" in err


def test_several_good_files(good):
    Path("hai.toml").write_text(spoilt("so = 12", "so = 13"), "utf-8")
    assert run(["render", good.name, "hai.toml"]) == 0
    assert docx_here() == [NAME, "13-tb-ubnd-thon-mot.docx"]


def test_two_inputs_for_one_output_are_refused_before_anything_is_written(good, capsys):
    Path("hai.toml").write_text(GOOD, "utf-8")
    assert run(["render", good.name, "hai.toml"]) == 3
    assert "cùng ghi ra một tệp" in capsys.readouterr().err
    assert docx_here() == []


def test_one_that_cannot_be_written_does_not_keep_the_others(good, capsys):
    Path("hai.toml").write_text(spoilt("so = 12", "so = 13"), "utf-8")
    Path(NAME).write_bytes(b"mine")
    assert run(["render", good.name, "hai.toml"]) == 4
    out, err = capsys.readouterr()
    assert out == "13-tb-ubnd-thon-mot.docx\n"
    assert NAME in err
    assert Path(NAME).read_bytes() == b"mine"


def feed(monkeypatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def test_standard_input_and_output(good, monkeypatch, capfdbinary):
    assert run(["render", good.name, "-o", "-"]) == 0
    expected = capfdbinary.readouterr().out
    feed(monkeypatch, GOOD)
    assert run(["render", "-", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == expected
    assert docx_here() == []
    feed(monkeypatch, GOOD)
    assert run(["render", "-"]) == 0
    assert docx_here() == [NAME]
    feed(monkeypatch, BAD)
    assert run(["render", "-", "-o", "-"]) == 3
    out, err = capfdbinary.readouterr()
    assert b"-:12:6: " in err
    assert b"PK" not in out


@pytest.mark.parametrize(
    "args",
    [
        ["render"],
        ["render", "a.toml", "b.toml", "-o", "x.docx"],
        ["render", "a.toml", "b.toml", "-o", "-"],
        ["render", "a.toml", "-o", "x.doc"],
        ["render", "tot.toml", "-o", "tot.toml"],
        ["render", "a.toml", "-o", "-", "--format", "json"],
        ["render", "-", "-"],
        ["render", "a.toml", "--if-exists", "maybe"],
        ["render", "a.toml", "--lang", "fr"],
        ["validate"],
        ["new", "thong-bao", "x"],
        ["renderr"],
        ["--khong-co"],
        [],
    ],
)
def test_wrong_usage(good, args, capsys):
    before = good.read_bytes()
    assert run(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Cách dùng:" in err
    for english in ("Usage", "Error", "Missing", "Invalid", "No such", "unexpected", "is not one"):
        assert english not in err
    assert docx_here() == []
    assert good.read_bytes() == before


def test_json_for_another_program(good, bad, capsys):
    assert run(["render", good.name, "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)["results"]
    assert row == {
        "input": "tot.toml", "status": "written", "number": 12, "output": NAME,
        "sha256": hashlib.sha256(Path(NAME).read_bytes()).hexdigest(), "faults": [], "problems": [],
    }  # fmt: skip
    assert run(["render", bad.name, "--format", "json"]) == 3
    out, err = capsys.readouterr()
    [row] = json.loads(out)["results"]
    assert (row["status"], row["output"], err) == ("refused", None, "")
    assert [(p["line"], p["column"]) for p in row["problems"]] == [(12, 6)]
    edit(NAME)
    assert run(["render", good.name, "--format", "json"]) == 4
    [row] = json.loads(capsys.readouterr().out)["results"]
    assert (row["status"], len(row["problems"])) == ("not written", 1)


def test_the_offices_own_template(good, tmp_path, capsys):
    run(["render", good.name])
    from notice_gen import templates

    own = tmp_path / "rieng.docx"
    own.write_bytes(templates.find("thong-bao").docx)
    assert run(["render", good.name, "--template", str(own), "-o", "rieng-ra.docx"]) == 0
    assert Path("rieng-ra.docx").read_bytes() == Path(NAME).read_bytes()
    capsys.readouterr()
    assert run(["render", good.name, "--template", "khong.docx", "-o", "x.docx"]) == 3
    assert capsys.readouterr().err.startswith("lỗi: Không tìm thấy mẫu khong.docx.\n    gợi ý:")  # no place in the findings
    assert run(["new", "thongbao"]) == 3
    assert "gợi ý: Có phải ý bạn là “thong-bao”?" in capsys.readouterr().err


def test_warnings_do_not_refuse(good, capsys):
    good.write_text(GOOD + '\n[[phu_luc]]\ntieu_de = "Danh sách"\nnoi_dung = "Một dòng"\n', "utf-8")
    assert run(["render", good.name]) == 0
    out, err = capsys.readouterr()
    assert out == f"{NAME}\n"
    assert "cảnh báo:" in err
    assert "Có 0 lỗi" not in err


# --- validate, schema, new --------------------------------------------------------------------------


def test_validate_does_everything_but_write(good, bad, capsys):
    assert run(["validate", good.name]) == 0
    assert capsys.readouterr() == ("", "tot.toml: không có lỗi.\n")
    assert run(["validate", good.name, bad.name]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "hong.toml:12:6: lỗi:" in err
    assert "tot.toml: không có lỗi." in err
    assert run(["validate", good.name, bad.name, "--format", "json"]) == 3
    assert [row["status"] for row in json.loads(capsys.readouterr().out)["results"]] == ["valid", "refused"]
    assert docx_here() == []


def test_schema_prints_or_writes(capsys):
    assert run(["schema"]) == 0
    text = capsys.readouterr().out
    assert set(json.loads(text)["properties"]["mau"]["enum"]) == set(templates.names())
    assert run(["schema", "-o", "."]) == 0
    assert capsys.readouterr().out == "notice-gen.schema.json\n"
    assert Path("notice-gen.schema.json").read_text("utf-8") == text
    assert run(["schema", "thong-bao", "-o", "."]) == 0
    assert capsys.readouterr().out == "thong-bao.schema.json\n"
    assert json.loads(Path("thong-bao.schema.json").read_text("utf-8"))["properties"]["mau"]["enum"] == ["thong-bao"]


def test_new_names_its_own_file_in_the_command_it_tells():
    assert run(["new", "-o", "chung.toml"]) == 0
    assert "notice-gen render chung.toml" in Path("chung.toml").read_text("utf-8")


def test_new_renders_at_once(capsys):
    assert run(["new"]) == 0
    assert capsys.readouterr().out == "thong-bao.toml\n"
    assert run(["render", "thong-bao.toml"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("du-thao-tb-ubnd-thon-mot.docx\n", "")
    assert run(["new"]) == 0  # untouched: nothing to lose
    Path("thong-bao.toml").write_text("sua", "utf-8")
    assert run(["new"]) == 4
    assert Path("thong-bao.toml").read_text("utf-8") == "sua"
    assert run(["new", "-o", "-"]) == 0
    assert "phien_ban = 1" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_template_that_is_not_there(command, capsys):
    assert run([command, "thong-bo"]) == 3
    assert '“thong-bao”?' in capsys.readouterr().err
    assert list(Path().iterdir()) == []


# --- languages, streams, ends -----------------------------------------------------------------------


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"notice-gen {__version__}\ndữ liệu {facts.edition()}, kèm chương trình\n"


@pytest.mark.parametrize("command", [[], ["render"], ["validate"], ["schema"], ["new"]])
def test_help_in_both_languages(command, capsys, monkeypatch):
    for flag in ("-h", "--help"):
        assert run([*command, flag]) == 0
        vi = capsys.readouterr().out
        assert "Cách dùng:" in vi
        assert "Show" not in vi
    assert run([*command, "--lang", "en", "-h"]) == 0
    en = capsys.readouterr().out
    assert en.startswith("Usage:")
    assert not set(en.replace("NĐ", "")) & set("ấếệđủạảợốỆỌĐ")
    monkeypatch.setenv("NOTICE_GEN_LANG", "en_US.UTF-8")
    assert run([*command, "-h"]) == 0
    assert capsys.readouterr().out == en
    assert run([*command, "--lang", "vi", "-h"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == vi.splitlines()[0]


def test_messages_in_english(bad, capsys):
    assert run(["render", bad.name, "--lang", "en"]) == 3
    err = capsys.readouterr().err
    assert "hong.toml:12:6: error: A number has no 0 in front" in err
    assert "hint: Type: 8" in err


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (KeyboardInterrupt(), 130, "Đã dừng"),
        (RuntimeError("quan trọng\nhai"), 4, "RuntimeError: quan trọng"),
    ],
)
def test_how_it_ends_when_it_cannot_go_on(good, monkeypatch, capsys, error, code, says):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(issue, "issue", fail)
    assert run(["render", good.name]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err
    assert docx_here() == []


def test_a_traceback_only_when_asked_for(good, monkeypatch, capsys):
    monkeypatch.setattr(issue, "issue", lambda *_, **__: 1 / 0)
    monkeypatch.setenv("NOTICE_GEN_DEBUG", "1")
    assert run(["render", good.name]) == 4
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_while_writing_leaves_nothing(good, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", stop)
    assert run(["render", good.name]) == 130
    assert [path.name for path in Path().iterdir()] == ["tot.toml"]


def as_program(*args: str, stdout: IO[bytes] | int = subprocess.PIPE, **environ: str) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": root, **environ}
    return subprocess.run([sys.executable, "-m", "notice_gen", *args], stdout=stdout, stderr=subprocess.PIPE, env=env, check=False)


@pytest.mark.parametrize("environ", [{"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, {"LC_ALL": "C", "LANG": "C"}])
@pytest.mark.slow
def test_it_speaks_utf_8_and_vietnamese_whatever_the_code_page(bad, environ):
    done = as_program("validate", bad.name, **environ)
    assert done.returncode == 3
    assert "hong.toml:12:6: lỗi: Số" in done.stderr.decode("utf-8")
    assert b"\x1b" not in done.stderr  # no colours where there is no terminal


def test_colours_only_on_a_terminal_and_never_with_no_color(bad, monkeypatch, capsys):
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda _, color=None: color is False)  # a terminal
    assert run(["validate", bad.name]) == 3
    assert "\x1b[" in capsys.readouterr().err
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["validate", bad.name]) == 3
    assert "\x1b[" not in capsys.readouterr().err


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["render", "--help"], ["--lang", "en", "new", "-h"]])
def test_help_loads_nothing_heavy(args):
    heavy = {"pydantic", "docxtpl", "docx", "lxml", "babel", "tree_sitter", "jinja2"}
    code = f"import sys\nfrom notice_gen.cli.main import run\nassert run({args!r}) == 0\nprint(*sys.modules, sep=' ')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & heavy


def test_every_command_is_named_in_the_table():
    assert set(COMMANDS.values()) == {path.stem for path in Path(cli.__file__).parent.glob("cmd_*.py")}
    for name in COMMANDS:
        assert group.get_command(None, name).name == name


def test_python_m_is_the_same_command():
    done = as_program("--version")
    assert done.stdout.decode().splitlines()[0] == f"notice-gen {__version__}"
    assert isinstance(issue, types.ModuleType)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("args", [("render", "tot.toml", "-o", "-"), ("render", "tot.toml"), ("new", "-o", "-"), ("templates", "list")])
@pytest.mark.usefixtures("good")
@pytest.mark.slow
def test_a_full_output_is_told_like_a_full_disk(args):
    with Path("/dev/full").open("wb") as full:
        done = as_program(*args, stdout=full)
    assert done.returncode == 4
    assert done.stderr.decode().splitlines() == ["Không ghi được ra đầu ra chuẩn: ổ đĩa đã đầy."]


@pytest.mark.parametrize(
    "args",
    [("new", "-o", "x.docx"), ("new", "-o", "x"), ("templates", "export", "thong-bao", "-o", "abc.txt"), ("templates", "export", "thong-bao", "-o", "-")],
)
def test_a_result_of_the_wrong_name_is_refused(args, capsys):
    assert run(list(args)) == 2
    assert f"“{args[-1]}” phải có đuôi {'.toml' if args[0] == 'new' else '.docx'}." in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_an_untouched_file_of_ours_is_replaced_whatever_is_said_of_edited_ones(good):
    assert run(["render", good.name]) == 0
    for how, luu in (("skip", "VT, A"), ("rename", "VT, B")):
        good.write_text(spoilt("luu = \"VT\"", f"luu = \"{luu}\""), "utf-8")
        assert run(["render", good.name, "--if-exists", how]) == 0
        assert f"- Lưu: {luu}." in paragraphs(Path(NAME).read_bytes())
    assert docx_here() == [NAME]


@pytest.mark.parametrize("command", [["render", "{}.toml"], ["render", "a.toml", "-o", "{}.docx"], ["batch", "a.toml", "-o", "{}"], ["batch", "a.toml", "--data", "{}.xlsx"], ["check", "{}.docx"]])
def test_a_name_longer_than_any_file_s_is_told_in_words(command, good, capsys):
    good.rename("a.toml")
    assert run([part.format("tệp có tên rất dài " * 20) for part in command]) == 4
    err = capsys.readouterr().err
    assert ("dài quá." in err, "Đặt tên ngắn hơn." in err, "ngoài dự kiến" in err) == (True, True, False)

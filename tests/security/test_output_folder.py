"""Nothing outside the output folder is touched: a link, a file with a second name, a link put there meanwhile; no name leads out of it."""

from __future__ import annotations

import inspect
import os
import re
import sys
import zipfile
from pathlib import Path

import pytest

from notice_gen import files, register
from notice_gen.batch import folder, manifest
from notice_gen.cli import options, work
from notice_gen.cli.main import run
from notice_gen.errors import OutputError
from notice_gen.files import IfExists
from notice_gen.office import printing
from tests.helpers.batches import AUTO, OUT, made, put, thon
from tests.helpers.findings import GOOD
from tests.helpers.word import docx, p

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
OUTSIDE = Path("ngoai")


@pytest.fixture(autouse=True)
def _outside(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    OUTSIDE.mkdir()
    for name in ("0", "1", "so-lieu.txt"):
        (OUTSIDE / name).write_text(f"của người khác {name}\n", "utf-8")
    OUT.mkdir()


def outside() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in OUTSIDE.iterdir()}


@pytest.fixture(autouse=True)
def _untouched(_outside):
    before = outside()
    yield
    assert outside() == before


def refused(capsys, *command: str, name: str, code: int = 4) -> str:
    assert run(command) == code
    err = capsys.readouterr().err
    assert name in err
    assert "liên kết" in err or "hard link" in err
    assert "gợi ý:" in err
    return err


def numbers() -> list[int]:
    if not Path("so-van-ban.db").exists():
        return []
    with register.connect("so-van-ban.db", create=False) as book:
        return [entry.so for entry in register.entries(book)]


# --- batch ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["ngoai", "ngoai/so-lieu.txt", "khong-co"])
@pytest.mark.parametrize("name", [folder.STAGE, manifest.NAME])
def test_what_a_batch_keeps_in_its_folder_is_no_link(capsys, name, target):
    (OUT / name).symlink_to(Path("..") / target)
    refused(capsys, *put(thon(2), base=AUTO), name=name)
    assert numbers() == []
    assert [path.name for path in OUT.iterdir()] == [name]
    assert (OUT / name).is_symlink()
    assert not Path("khong-co").exists()


def test_a_plan_reads_no_manifest_through_a_link(capsys):
    (OUT / manifest.NAME).symlink_to("../ngoai/so-lieu.txt")
    refused(capsys, *put(thon(1)), "--dry-run", name=manifest.NAME)


def test_a_manifest_with_a_second_name_is_not_added_to(capsys):
    os.link(OUTSIDE / "so-lieu.txt", OUT / manifest.NAME)
    refused(capsys, *put(thon(1)), name=manifest.NAME)


@pytest.mark.parametrize("name", [folder.STAGE, manifest.NAME])
def test_a_pipe_in_place_of_a_file_holds_nobody_up(capsys, name):
    os.mkfifo(OUT / name)
    assert run(put(thon(1))) == 4
    assert name in capsys.readouterr().err


def test_what_was_left_unfinished_goes_by_its_name_alone():
    (OUT / folder.STAGE).mkdir()
    (OUT / folder.STAGE / "0").symlink_to("../../ngoai/0")
    os.link(OUTSIDE / "1", OUT / folder.STAGE / "1")
    assert run(put(thon(2))) == 0
    assert len(made()) == 2


@pytest.mark.parametrize("how", ["link", "second name"])
def test_a_name_taken_while_files_are_made_leads_nowhere(monkeypatch, how):
    """The moment between the look and the file: what was put there goes, what it leads to stays."""
    fill = files.fill

    def late(path: str, data: bytes, at: int | None = None) -> None:
        index = Path(path).name
        if how == "link":
            os.symlink((OUTSIDE / index).absolute(), index, dir_fd=at)
        else:
            os.link(OUTSIDE / index, index, dst_dir_fd=at)
        fill(path, data, at)

    monkeypatch.setattr(files, "fill", late)
    assert run(put(thon(2))) == 0
    assert [path.is_symlink() for path in OUT.glob("*.docx")] == [False, False]


def test_the_folder_of_unfinished_files_swapped_for_a_link_leads_nowhere(monkeypatch):
    fill, swapped = files.fill, []

    def late(path: str, data: bytes, at: int | None = None) -> None:
        if not swapped:
            swapped.append((OUT / folder.STAGE).rename(OUT / "khac"))
            (OUT / folder.STAGE).symlink_to("../ngoai")
        fill(path, data, at)

    monkeypatch.setattr(files, "fill", late)
    assert run(put(thon(2))) == 0
    assert len(list(OUT.glob("*.docx"))) == 2


def _output() -> str:
    assert run(put(thon(1))) == 0
    [name] = made()
    (OUT / name).unlink()
    return name


@pytest.mark.parametrize("target", ["../ngoai/so-lieu.txt", "khong-co.docx"])
@pytest.mark.parametrize(("if_exists", "code"), [("fail", 4), ("overwrite", 4), ("skip", 0), ("rename", 0)])
def test_an_output_whose_name_is_a_link(capsys, if_exists, code, target):
    name = _output()
    (OUT / manifest.NAME).unlink()
    (OUT / name).symlink_to(target)
    assert run([*put(thon(1)), "--if-exists", if_exists]) == code
    err = capsys.readouterr().err
    assert (OUT / name).is_symlink()
    assert not (OUT / "khong-co.docx").exists()
    assert (f"{name}” là liên kết" in err) == (code == 4)
    assert sum(not path.is_symlink() for path in OUT.glob("*.docx")) == (if_exists == "rename")


def test_an_output_of_an_earlier_run_that_became_a_link_is_somebodys():
    name = _output()
    (OUT / name).symlink_to("../ngoai/so-lieu.txt")
    assert run(put(thon(1))) == 0
    assert (OUT / name).is_symlink()


def test_an_archive_goes_through_no_link_and_takes_nothing_from_one(capsys):
    Path("gui.zip").symlink_to("ngoai/so-lieu.txt")
    refused(capsys, *put(thon(1), base=AUTO), "--zip", "gui.zip", name="gui.zip")
    assert numbers() == []
    name = _output()
    (OUT / name).symlink_to("../ngoai/so-lieu.txt")
    refused(capsys, *put(thon(1)), "--zip", "khac.zip", name=name)
    assert not zipfile.is_zipfile("khac.zip")


def test_the_usual_folder_is_no_link_and_one_that_is_named_may_be(capsys):
    command = put(thon(1))
    usual = [part for part in command if part not in {"-o", str(OUT)}]
    Path("ket-qua").symlink_to("ngoai", target_is_directory=True)
    refused(capsys, *usual, name="ket-qua")
    Path("ten-khac").symlink_to(OUT, target_is_directory=True)
    assert run([*usual, "-o", "ten-khac"]) == 0
    assert len(made()) == 1


# --- one file --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("if_exists", ["fail", "overwrite"])
def test_a_name_that_the_program_gives_is_no_link(capsys, if_exists):
    Path("a.toml").write_text(GOOD, "utf-8")
    assert run(["render", "a.toml", "-o", str(OUT)]) == 0
    [name] = made()
    (OUT / name).unlink()
    (OUT / name).symlink_to("../ngoai/so-lieu.txt")
    refused(capsys, "render", "a.toml", "-o", str(OUT), "--if-exists", if_exists, name=name)


def test_a_name_that_the_user_gives_may_be_a_link_to_a_file():
    Path("a.toml").write_text(GOOD, "utf-8")
    (OUT / "that.docx").write_bytes(b"")
    Path("lien-ket.docx").symlink_to(OUT / "that.docx")
    assert run(["render", "a.toml", "-o", "lien-ket.docx", "--if-exists", "overwrite"]) == 0
    assert Path("lien-ket.docx").is_symlink()
    assert (OUT / "that.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("option", ["--fix", "--annotate"])
def test_copies_of_a_file_checked(capsys, option):
    Path("a.docx").write_bytes(docx(p("THÔNG BÁO")))
    (OUT / "a.docx").symlink_to("../ngoai/so-lieu.txt")
    assert run(["check", "a.docx", option, str(OUT)]) == 4
    assert "liên kết" in capsys.readouterr().err
    (OUT / "that.docx").write_bytes(b"")
    Path("lien-ket.docx").symlink_to(OUT / "that.docx")
    assert run(["check", "a.docx", option, "lien-ket.docx", "--if-exists", "overwrite"]) in {0, 1}
    assert Path("lien-ket.docx").is_symlink()


@pytest.mark.parametrize("command", [["new"], ["templates", "export", "thong-bao"], ["schema", "-o", "ra/"]])
def test_other_files_with_names_of_ours(capsys, command):
    usual = {"new": "thong-bao.toml", "templates": "mau-thong-bao.docx", "schema": "notice-gen.schema.json"}[command[0]]
    arguments = command if "-o" in command else [*command, "-o", "ra/"]
    (OUT / usual).symlink_to("../ngoai/so-lieu.txt")
    refused(capsys, *arguments, name=usual)


def test_a_copy_of_the_register_and_its_list(capsys):
    """``register backup`` names the copy in a folder itself; ``register export`` writes where it is told."""
    assert run([*put(thon(1), base=AUTO)]) == 0
    usual = f"so-van-ban-{work.today().isoformat()}.db"
    (OUT / usual).symlink_to("../ngoai/so-lieu.txt")
    for if_exists in ("fail", "overwrite"):
        refused(capsys, "register", "backup", str(OUT), "--if-exists", if_exists, name=usual)
    (OUT / usual).unlink()
    os.mkfifo(OUT / usual)
    assert run(["register", "backup", str(OUT)]) == 4
    for name, *command in (("so.db", "register", "backup"), ("so.csv", "register", "export")):
        Path(f"lien-ket-{name}").symlink_to(OUT / name)
        assert run([*command, f"lien-ket-{name}"]) == 0
        assert Path(f"lien-ket-{name}").is_symlink()
        assert (OUT / name).stat().st_size


def test_whoever_says_nothing_follows_nothing():
    """The default of what writes files is the safe one."""
    for write in (files.write, options.write, printing.write):
        assert inspect.signature(write).parameters["named"].default is False


def test_a_link_put_there_between_the_look_and_the_file(monkeypatch):
    """The library's own way: the name is free when it is looked at, a link when the file is there."""
    path, seen = OUT / "a.docx", []
    there = files._is_there

    def late(asked: Path) -> bool:
        before = there(asked)
        if not seen:
            seen.append(path.symlink_to("../ngoai/so-lieu.txt"))
        return before

    monkeypatch.setattr(files, "_is_there", late)
    with pytest.raises(OutputError, match="liên kết"):
        files.write(path, b"moi", if_exists=IfExists.FAIL, is_ours=lambda _: True)


def test_reading_follows_nothing():
    (OUT / "a").symlink_to("../ngoai/0")
    os.mkfifo(OUT / "b")
    for name in ("a", "b"):
        with pytest.raises(OSError, match=re.escape(name)):
            files.read(OUT / name)
    with pytest.raises(FileNotFoundError):
        files.read(OUT / "c")


@pytest.mark.parametrize("if_exists", ["fail", "overwrite"])
def test_the_name_of_an_annex_beside_it_is_the_programs_and_no_link(capsys, if_exists):
    Path("a.toml").write_text(GOOD + '\n[[phu_luc]]\nnoi_dung = "Danh sách."\n', "utf-8")
    Path("b-phu-luc-1.docx").symlink_to("ngoai/so-lieu.txt")
    refused(capsys, "render", "a.toml", "--annexes-apart", "-o", "b.docx", "--if-exists", if_exists, name="b-phu-luc-1.docx")

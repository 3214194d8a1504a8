"""``[so_van_ban] luu_tru = true``: what was printed is kept under its number, held against files that come back, printed again."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from notice_gen import __version__, register
from notice_gen.cli.main import run
from notice_gen.office import archived, numbering
from notice_gen.register import archive
from tests.batch.test_shared import HEAD as WHO_HEAD
from tests.batch.test_shared import SHARED, WHO
from tests.helpers import docx as word
from tests.helpers import registers
from tests.helpers.batches import AUTO, OUT, made, put, thon
from tests.helpers.findings import GOOD

KEEPS = "[so_van_ban]\nluu_tru = true\n"
NOTICE = GOOD.replace("so = 12", 'so = "tu-dong"')
DOCX = "01-tb-ubnd-thon-mot.docx"
PNG = (Path(__file__).parents[2] / "docs/thong-bao.png").read_bytes()


@pytest.fixture(autouse=True)
def office(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("notice-gen.toml").write_text(KEEPS, "utf-8")


def printed(text: str = NOTICE, name: str = "tb.toml", *more: str) -> int:
    Path(name).write_text(text, "utf-8")
    return run(["render", name, *more])


def edit(path: Path, old: str, new: str) -> None:
    parts = word.unpacked(path.read_bytes())
    text = parts["word/document.xml"].decode()
    assert old in text
    path.write_bytes(word.packed({**parts, "word/document.xml": text.replace(old, new, 1).encode()}))


def kept(where: str = numbering.NAME) -> dict[str, list[bytes]]:
    """Every paper of the archive by the row or the name of its number's line."""
    with register.connect(where, create=False) as book:
        lines = {entry.id: entry for entry in register.entries(book)}
        found: dict[str, list[bytes]] = {}
        for one in archive.prints(book):
            found.setdefault(lines[one.van_ban].hang or lines[one.van_ban].tep, []).append(archive.docx(book, one))
        return found


def sound(capsys) -> None:
    capsys.readouterr()
    assert run(["register", "check"]) == 0, capsys.readouterr().out


def test_a_paper_is_printed_again_byte_for_byte_when_nothing_of_it_is_left(capsys):
    assert printed() == 0
    was = Path(DOCX).read_bytes()
    Path(DOCX).unlink()
    Path("tb.toml").write_text(NOTICE.replace("hồ sơ", "đơn"), "utf-8")
    capsys.readouterr()
    assert run(["register", "reprint", "1"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{DOCX}\n"
    assert "Đúng từng byte" in said.err
    assert Path(DOCX).read_bytes() == was
    sound(capsys)


def test_the_line_says_the_template_and_the_program_with_or_without_an_archive(capsys):
    Path("notice-gen.toml").write_text("", "utf-8")
    assert printed() == 0
    with register.connect(numbering.NAME, create=False) as book:
        [line] = register.entries(book)
    assert (len(line.mau_sha256), line.luu_tru) == (64, "")
    assert __version__ in line.phien_ban
    assert kept() == {}
    assert run(["register", "reprint", "1"]) == 3
    assert "không có bản lưu trữ" in capsys.readouterr().err


def test_verify_knows_a_paper_by_its_number_without_the_findings(capsys):
    assert printed() == 0
    Path("tb.toml").unlink()
    assert run(["verify", DOCX]) == 0
    assert "đúng từng byte văn bản đã cấp số 01/TB-UBND" in capsys.readouterr().err
    edit(Path(DOCX), "322 hồ sơ", "323 hồ sơ")
    assert run(["verify", DOCX]) == 1
    said = capsys.readouterr().err
    assert "khác bản lưu trữ của số 01/TB-UBND" in said
    assert "[-322-]" in said
    assert run(["verify", DOCX, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["status"], told["number"]["so_ky_hieu"], told["number"]["luu_tru"]) == ("differs", "01/TB-UBND", True)
    assert len(told["differences"]) == 1


def test_verify_knows_a_paper_issued_without_an_archive_by_its_digest(capsys):
    Path("notice-gen.toml").write_text("", "utf-8")
    assert printed() == 0
    Path("tb.toml").unlink()
    assert run(["verify", DOCX]) == 0
    assert "đã cấp số 01/TB-UBND" in capsys.readouterr().err


def test_an_earlier_print_is_known_and_told_to_be_replaced(capsys):
    assert printed() == 0
    Path("gui-di.docx").write_bytes(Path(DOCX).read_bytes())
    assert printed(NOTICE.replace("Đã công khai.", "Đã công khai thủ tục.")) == 0
    assert run(["verify", "gui-di.docx"]) == 1
    said = capsys.readouterr().err
    assert "đúng từng byte" in said
    assert "đã in lại bản khác" in said
    assert run(["verify", DOCX]) == 0
    assert len(kept()["tb.toml"]) == 2


def test_a_void_paper_is_told_and_printed_again_only_when_asked(capsys):
    assert printed() == 0
    assert run(["register", "void", "1", "--reason", "In nhầm"]) == 0
    assert run(["verify", DOCX]) == 1
    assert "đã hủy: In nhầm" in capsys.readouterr().err
    was = Path(DOCX).read_bytes()
    Path(DOCX).unlink()
    assert run(["register", "reprint", "1"]) == 3
    assert not Path(DOCX).exists()
    assert run(["register", "reprint", "1", "--void"]) == 0
    assert Path(DOCX).read_bytes() == was
    assert "Đừng gửi đi" in capsys.readouterr().err
    sound(capsys)


def test_sources_come_out_as_they_were_and_stay_in_their_folder():
    Path("hinh").mkdir()
    Path("hinh/so-do.png").write_bytes(PNG)
    shown = 'hinh = [{ tep = "hinh/so-do.png", be_rong = 100, mo_ta = "Sơ đồ" }]'
    text = NOTICE.replace('tieu_de = "Kết quả"\n', f'tieu_de = "Kết quả"\n{shown}\n') + '\n[ket_thuc]\nnoi_dung = "Hết."\n'
    assert printed(text) == 0
    assert run(["register", "reprint", "1", "-o", "lai.docx", "--sources"]) == 2
    assert run(["register", "reprint", "1", "-o", "ra/", "--sources"]) == 0
    beside = Path("ra") / Path(DOCX).stem
    assert (beside / "tb.toml").read_text("utf-8") == text
    assert (beside / "notice-gen.toml").read_text("utf-8") == KEEPS
    assert (beside / "hinh/so-do.png").read_bytes() == PNG


def test_names_in_a_register_of_strangers_lead_to_nothing_outside():
    assert printed() == 0
    names = ("../../a.toml", "/etc/b.toml", "..", "C:\\c.toml", "con", "a\nb.toml")
    sources = tuple(archive.content("tep", name, name.encode()) for name in names)
    with register.connect(numbering.NAME) as book:
        [line] = register.entries(book)
        docx = Path(DOCX).read_bytes()
        hostile = archive.Paper("../../../ngoai.docx", line.sha256, lambda: docx, "", "", sources)
        register.issue(book, [register.Issue(line.khoa, line.sha256, paper=hostile)])
    before = set(Path.cwd().parent.rglob("*"))
    Path("ra").mkdir()
    assert run(["register", "reprint", "1", "-o", "ra", "--sources"]) == 0
    new = set(Path.cwd().parent.rglob("*")) - before
    assert len(new) > len(names)
    assert all(path.is_relative_to(Path("ra").resolve()) for path in new)
    assert "notice-gen.toml" in {path.name for path in Path().iterdir()}


def test_annexes_that_are_files_of_their_own_are_kept_and_printed_again(capsys):
    text = NOTICE + '\n[[phu_luc]]\ntieu_de = "Danh sách"\nnoi_dung = "Một."\n'
    assert printed(text, "tb.toml", "--annexes-apart") == 0
    before = {path.name: path.read_bytes() for path in Path().glob("*.docx")}
    assert len(before) == 2
    for name in before:
        assert run(["verify", name]) == 0
        Path(name).unlink()
    assert run(["register", "reprint", "1"]) == 0
    assert {path.name: path.read_bytes() for path in Path().glob("*.docx")} == before
    sound(capsys)


def test_standard_output_is_kept_too(capsysbinary):
    Path("tb.toml").write_text(NOTICE, "utf-8")
    assert run(["render", "tb.toml", "-o", "-"]) == 0
    out = capsysbinary.readouterr().out
    assert kept() == {"tb.toml": [out]}


def test_a_paper_of_no_register_is_told(capsys):
    assert printed(GOOD) == 0
    assert "không được lưu trữ" in capsys.readouterr().err
    assert run(["render", "tb.toml", "--strict"]) == 3
    assert run(["register", "init"]) == 0
    capsys.readouterr()
    assert printed(GOOD) == 0
    assert "không được lưu trữ" not in capsys.readouterr().err
    assert len(kept()["tb.toml"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="killed by a signal of POSIX")
@pytest.mark.parametrize("point", ["before", "within", "after"])
def test_killed_between_file_and_archive_the_next_run_makes_up_for_it(capsys, point):
    Path("tb.toml").write_text(NOTICE, "utf-8")
    code = f"""
import os, signal
from notice_gen.register import archive, book
from notice_gen.office import numbering
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
keep, issue = archive.keep, numbering.issue
if {point!r} == "before": numbering.issue = die
if {point!r} == "within": archive.keep = lambda *given: (keep(*given), die())
if {point!r} == "after": numbering.issue = lambda *given: (issue(*given), die())
from notice_gen.cli.main import run
run(["render", "tb.toml"])
"""
    process = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert process.returncode == -signal.SIGKILL, process.stderr
    with register.connect(numbering.NAME, create=False) as book:
        [line] = register.entries(book)
    assert bool(kept()) == (line.trang_thai == register.DA_CAP) == (point == "after")
    assert run(["render", "tb.toml"]) == 0
    assert kept() == {"tb.toml": [Path(DOCX).read_bytes()]}
    sound(capsys)


# --- many ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_row_of_a_mailing_is_kept_under_its_own_number(capsys):
    assert run([*put(thon(168), base=AUTO)[:-1], "2"]) == 0
    by_row = kept()
    assert sorted(map(bytes, made().values())) == sorted(docx for several in by_row.values() for docx in several)
    with register.connect(numbering.NAME, create=False) as book:
        for entry in register.entries(book):
            [one] = archived.prints(book, entry)
            assert (OUT / one.ten).read_bytes() == archive.docx(book, one)
            assert entry.hang in archive.row(one)
    raw = sqlite3.connect(numbering.NAME)
    [[size]] = raw.execute("SELECT sum(length(noi_dung)) FROM so_khoi")
    raw.close()
    assert size < 0.6 * sum(map(len, made().values()))
    name = next(iter(made()))
    assert run(["verify", str(OUT / name), "--register", numbering.NAME]) == 0
    sound(capsys)
    before = Path(numbering.NAME).read_bytes()
    assert run(put(thon(168), base=AUTO)) == 0
    assert Path(numbering.NAME).read_bytes() == before


def test_a_mailing_printed_before_the_archive_is_taken_in_by_the_next_run(capsys):
    Path("notice-gen.toml").write_text("", "utf-8")
    assert run(put(thon(5), base=AUTO)) == 0
    assert kept() == {}
    Path("notice-gen.toml").write_text(KEEPS, "utf-8")
    assert run(put(thon(5), base=AUTO)) == 0
    assert sorted(docx for several in kept().values() for docx in several) == sorted(made().values())
    sound(capsys)


@pytest.mark.skipif(sys.platform == "win32", reason="killed by a signal of POSIX")
def test_a_batch_killed_before_it_notes_is_taken_in_by_the_next_run(capsys):
    command = put(thon(5), base=AUTO)
    code = f"""
import os, signal
from notice_gen.office import numbering
numbering.issue = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from notice_gen.cli.main import run
run({command!r})
"""
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == -signal.SIGKILL
    written = [path.name for path in OUT.glob("*.docx")]
    assert len(written) == 5
    assert kept() == {}
    spoilt = min(written)
    (OUT / spoilt).write_bytes(b"sua tay")
    assert run(command) == 0
    assert sorted(docx for several in kept().values() for docx in several) == sorted(docx for name, docx in made().items() if name != spoilt)
    assert "Chưa lưu trữ được" in capsys.readouterr().err
    sound(capsys)


def test_findings_files_of_a_folder_are_kept_with_their_texts(capsys):
    Path("tep").mkdir()
    for n in range(3):
        Path(f"tep/{n}.toml").write_text(NOTICE.replace("thôn Một", f"thôn {n}"), "utf-8")
    assert run(["batch", "tep", "-o", str(OUT), "--jobs", "1"]) == 0
    with register.connect(numbering.NAME, create=False) as book:
        for one in archive.prints(book):
            texts = {each.ten: each.data.decode() for each in archive.sources(book, one)}
            n = one.ten.removesuffix(".docx")[-1]
            assert texts[f"{n}.toml"] == Path(f"tep/{n}.toml").read_text("utf-8")
            assert texts["notice-gen.toml"] == KEEPS
    assert len(kept()) == 3
    sound(capsys)


def test_of_a_mailing_with_one_number_every_paper_is_kept_and_printed_again(capsys):
    command = put(WHO, head=WHO_HEAD, base=SHARED)
    assert run(command) == 0
    before = made()
    for name in before:
        assert run(["verify", str(OUT / name)]) == 0
    Path("lai").mkdir()
    assert run(["register", "reprint", "1", "-o", "lai"]) == 0
    assert made(Path("lai")) == before
    assert run(["register", "reprint", "1", "-o", "mot.docx"]) == 2
    sound(capsys)
    assert run(put([*WHO, ("Ông Phạm Văn D",)], head=WHO_HEAD, base=SHARED)) == 0
    assert run(["register", "reprint", "1", "-o", "lai"]) == 0
    assert made(Path("lai")) == made()
    sound(capsys)


def test_a_register_on_a_server_keeps_the_same(monkeypatch, capsys):
    with registers.postgresql() as url:
        monkeypatch.setenv("NOTICE_GEN_REGISTER", url)
        assert run(["register", "init", "--register", url]) == 0
        assert printed() == 0
        assert run(put(thon(3), base=AUTO)) == 0
        was = Path(DOCX).read_bytes()
        Path(DOCX).unlink()
        assert run(["register", "reprint", "1"]) == 0
        assert Path(DOCX).read_bytes() == was
        assert run(["verify", DOCX]) == 0
        assert len(kept(url)) == 4
        sound(capsys)

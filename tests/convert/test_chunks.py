"""Papers through LibreOffice, with a program in its place that hangs, crashes, writes nothing or half; nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notice_gen.convert import DOCX, PDF, Paper, chunks, convert, find, session
from notice_gen.errors import ExitCode, Problem, ToolError
from tests.helpers import soffice
from tests.helpers.soffice import CRASH, HANG, NOTHING, ONCE, PARTIAL

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")
GOOD = b"tot"


@pytest.fixture
def script(tmp_path, monkeypatch):
    """The program in LibreOffice's place, and a folder of its own for what is temporary, empty at the end."""
    path = soffice.pretend(tmp_path / "gia")
    (tmp_path / "tam").mkdir()
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(path))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tam"))
    monkeypatch.setattr(chunks, "START", 1.0)
    monkeypatch.setattr(chunks, "EACH", 0.1)
    yield path
    assert list((tmp_path / "tam").iterdir()) == []


def made(*papers, target=DOCX, kind=".doc"):
    """What becomes of each paper, in their order; a refusal as its sentence."""
    done = dict(convert([Paper(data, kind) for data in papers], target))
    assert sorted(done) == list(range(len(papers)))
    return [done[at].message if isinstance(done[at], Problem) else done[at] for at in range(len(papers))]


def alive(script):
    """The processes of a call that hung, as far as they are there."""
    return [number for number in (script.parent / "so.txt").read_text("utf-8").split() if Path(f"/proc/{number}").exists()]


@pytest.mark.parametrize(
    ("bad", "says"),
    [(HANG, "quá lâu"), (CRASH, "dừng đột ngột"), (NOTHING, "không đọc được"), (PARTIAL, "không đọc được")],
)
def test_one_bad_paper_is_named_and_keeps_no_other_from_it(script, bad, says):
    good = (script.parent / "tot.docx").read_bytes()
    first, second, guilty, *others = made(GOOD, GOOD, bad, GOOD, GOOD, GOOD)
    assert [first, second, *others] == [good] * 5
    assert says in guilty
    if bad == HANG:
        _until(lambda: not alive(script))  # an orphan is the system's to bury


def test_what_fails_once_is_tried_again(script):
    assert made(ONCE, GOOD) == [(script.parent / "tot.docx").read_bytes()] * 2
    assert soffice.calls(script) == [2, 1, 1]


def test_papers_go_some_at_a_time_each_kind_by_itself(script, monkeypatch):
    monkeypatch.setattr(chunks, "MOST", 3)
    assert len(made(*[GOOD] * 7, target=PDF)) == 7
    assert soffice.calls(script) == [3, 3, 1]
    assert len(dict(convert([Paper(GOOD, kind) for kind in (".doc", ".rtf", ".doc")], DOCX))) == 3
    assert soffice.calls(script)[3:] == [2, 1]


def test_nothing_to_convert_starts_nothing(script):
    assert list(convert([], DOCX)) == []
    assert soffice.calls(script) == []


def test_what_grows_too_large_is_refused(script, monkeypatch):
    monkeypatch.setattr(session, "LARGEST", (script.parent / "tot.docx").stat().st_size)
    assert made(GOOD) == ["Tệp này chuyển ra lớn quá, không giống một văn bản."]


def test_a_libreoffice_that_does_not_work_is_not_blamed_on_the_paper(script):
    (script.parent / "hong").touch()
    with pytest.raises(ToolError, match="không chạy được") as caught:
        made(GOOD, GOOD)
    assert caught.value.exit_code == ExitCode.ENVIRONMENT


def test_a_machine_without_libreoffice_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.delenv("NOTICE_GEN_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("notice_gen.convert.finding._usual", lambda: iter(()))
    assert find() is None
    with pytest.raises(ToolError) as caught:
        made(GOOD)
    assert caught.value.problems[0].hint.startswith("Cài LibreOffice")


def test_a_variable_that_names_no_program_is_an_error(monkeypatch, tmp_path):
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(tmp_path / "khong-co"))
    with pytest.raises(ToolError, match="khong-co"):
        find()


def test_a_program_that_cannot_start_is_an_error(script):
    script.write_text("#!/khong/co\n", "utf-8")
    with pytest.raises(ToolError, match="Không chạy được LibreOffice"):
        made(GOOD)


@pytest.mark.usefixtures("script")
def test_a_temporary_folder_that_cannot_be_used_is_told(monkeypatch):
    monkeypatch.setattr(session.child, "command", lambda _: [sys.executable, "-c", ""])
    with pytest.raises(ToolError, match="thư mục tạm"):
        made(GOOD)


PROGRAM = "from notice_gen.convert import *; list(convert([Paper(b'treo', '.doc')], DOCX))"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whoever_ends_the_program_ends_libreoffice_too(script, tmp_path, how):
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2])
    _until((script.parent / "so.txt").exists)
    assert len(alive(script)) == 2
    program.send_signal(how)
    program.wait(20)
    _until(lambda: not alive(script) and not list((tmp_path / "tam").iterdir()))


def _until(met):
    end = time.monotonic() + 20
    while not met():
        assert time.monotonic() < end
        time.sleep(0.02)

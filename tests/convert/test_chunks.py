"""Papers through LibreOffice, and Word, with a program in their place that hangs, crashes, writes nothing or half; nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notice_gen.convert import DOCX, PDF, Paper, chunks, convert, find, guard, session
from notice_gen.errors import ExitCode, Problem, ToolError
from tests.helpers import soffice
from tests.helpers.soffice import CRASH, HANG, NOTHING, ONCE, PARTIAL

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program (POSIX)")
GOOD = b"tot"


@pytest.fixture(params=["LibreOffice", "Word"])
def folder(request, tmp_path, monkeypatch):
    """The folder of the program in LibreOffice's or Word's place; what is temporary has one of its own, empty at the end."""
    (tmp_path / "tam").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tam"))
    if request.param == "Word":
        soffice.pretend_word(tmp_path / "gia", monkeypatch)
    else:
        monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(soffice.pretend(tmp_path / "gia")))
    monkeypatch.setattr(chunks, "START", 1.0)
    monkeypatch.setattr(chunks, "EACH", 0.1)
    assert find().name == request.param
    yield tmp_path / "gia"
    assert list((tmp_path / "tam").iterdir()) == []


def made(*papers, target=DOCX, kind=".doc"):
    """What becomes of each paper, in their order; a refusal as its sentence."""
    done = dict(convert([Paper(data, kind) for data in papers], target))
    assert sorted(done) == list(range(len(papers)))
    return [done[at].message if isinstance(done[at], Problem) else done[at] for at in range(len(papers))]


def alive(folder):
    """The processes of a call that hung, as far as they are there."""
    return [number for number in (folder / "so.txt").read_text("utf-8").split() if Path(f"/proc/{number}").exists()]


@pytest.mark.parametrize(
    ("bad", "says"),
    [(HANG, "quá lâu"), (CRASH, "dừng đột ngột"), (NOTHING, "không đọc được"), (PARTIAL, "không đọc được")],
)
def test_one_bad_paper_is_named_and_keeps_no_other_from_it(folder, bad, says):
    good = (folder / "tot.docx").read_bytes()
    first, second, guilty, *others = made(GOOD, GOOD, bad, GOOD, GOOD, GOOD)
    assert [first, second, *others] == [good] * 5
    assert says in guilty
    if bad == HANG:
        _until(lambda: not alive(folder))  # an orphan is the system's to bury


def test_what_fails_once_is_tried_again(folder):
    assert made(ONCE, GOOD) == [(folder / "tot.docx").read_bytes()] * 2
    assert soffice.calls(folder) == [2, 1, 1]


def test_papers_go_some_at_a_time_each_kind_by_itself(folder, monkeypatch):
    monkeypatch.setattr(chunks, "MOST", 3)
    assert len(made(*[GOOD] * 7, target=PDF)) == 7
    assert soffice.calls(folder) == [3, 3, 1]
    assert len(dict(convert([Paper(GOOD, kind) for kind in (".doc", ".rtf", ".doc")], DOCX))) == 3
    assert soffice.calls(folder)[3:] == [2, 1]


def test_nothing_to_convert_starts_nothing(folder):
    assert list(convert([], DOCX)) == []
    assert soffice.calls(folder) == []


def test_what_grows_too_large_is_refused(folder, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST", (folder / "tot.docx").stat().st_size)
    assert made(GOOD) == ["Tệp này chuyển ra lớn quá, không giống một văn bản."]


def test_a_libreoffice_that_does_not_work_is_not_blamed_on_the_paper(folder):
    (folder / "hong").touch()
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


@pytest.mark.usefixtures("folder")
def test_a_program_that_cannot_start_is_an_error():
    find().path.write_text("#!/khong/co\n", "utf-8")
    with pytest.raises(ToolError, match=f"Không chạy được {find().name}"):
        made(GOOD)


@pytest.mark.usefixtures("folder")
def test_a_temporary_folder_that_cannot_be_used_is_told(monkeypatch):
    monkeypatch.setattr(session.child, "command", lambda _: [sys.executable, "-c", ""])
    with pytest.raises(ToolError, match="thư mục tạm"):
        made(GOOD)


PROGRAM = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from notice_gen.convert import *; list(convert([Paper(b'treo', '.doc')], DOCX))"
"""A shell that runs the tests in the background lets their children pass Ctrl-C over."""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whoever_ends_the_program_ends_libreoffice_too(tmp_path, monkeypatch, how):
    folder, temporary = tmp_path / "gia", tmp_path / "tam"
    temporary.mkdir()
    monkeypatch.setenv("NOTICE_GEN_SOFFICE", str(soffice.pretend(folder)))
    monkeypatch.setenv("TMPDIR", str(temporary))
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2]) as program:
        try:
            _until((folder / "so.txt").exists)
            assert len(alive(folder)) == 2
            program.send_signal(how)
        except BaseException:
            program.kill()
            raise
    _until(lambda: not alive(folder) and not list(temporary.iterdir()))


def _until(met):
    """Wait for what comes as soon as the machine finds the time."""
    end = time.monotonic() + 300
    while not met():
        assert time.monotonic() < end
        time.sleep(0.02)

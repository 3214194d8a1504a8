"""What Windows asks of files, told by paths and errors made up here."""

from __future__ import annotations

import os
from pathlib import PureWindowsPath

import pytest

from notice_gen import files, windows
from notice_gen.cli.main import run
from notice_gen.errors import OutputError
from tests.helpers import batches


class HeldError(PermissionError):
    """What Windows raises: a number of its own beside that of POSIX."""

    def __init__(self, winerror: int) -> None:
        super().__init__(13, "Access is denied")
        self.winerror = winerror


def failing(times: int, error: OSError):
    """Return an action that succeeds after failing so often, and how often it was called."""
    calls = []

    def action():
        calls.append(1)
        if len(calls) <= times:
            raise error
        return "done"

    return action, calls


@pytest.mark.parametrize("winerror", [5, 32, 33, 1224])
def test_a_file_that_is_held_for_a_moment_is_waited_for(winerror):
    paused = []
    action, calls = failing(3, HeldError(winerror))
    assert windows.patiently(action, paused.append) == "done"
    assert len(calls) == 4
    assert paused == sorted(paused)


def test_a_file_that_stays_held_is_told_after_some_seconds():
    paused = []
    action, calls = failing(1000, HeldError(32))
    with pytest.raises(PermissionError):
        windows.patiently(action, paused.append)
    assert 1 < sum(paused) < 5
    assert len(calls) == len(paused) + 1


@pytest.mark.parametrize("error", [PermissionError(13, "of POSIX"), HeldError(183), FileExistsError(17, "there"), FileNotFoundError(2, "gone")])
def test_what_no_waiting_helps_is_told_at_once(error):
    action, calls = failing(1, error)
    with pytest.raises(type(error)):
        windows.patiently(action, lambda _: pytest.fail("it waited"))
    assert len(calls) == 1


LONG = "x" * 230


@pytest.mark.parametrize(
    "path",
    [
        r"C:\VB\thông báo.docx", r"C:\VB\..\a.docx", r"\\may-chu\VB\a.docx", r"D:a.docx", "a.docx", rf"C:\{LONG}\a.docx", r"C:\VB\.tam\a.docx",
        rf"\\?\C:\{LONG}\{LONG}.docx", r"C:\VB\console.docx", r"C:\VB\com.docx", r"C:\VB\nulla.docx", r"C:\VB\Com10.docx",
    ],
)
def test_what_windows_takes(path):
    assert windows.unfit(PureWindowsPath(path)) is None


@pytest.mark.parametrize(
    "path",
    [
        r"C:\VB\CON.docx", r"C:\VB\nul", r"C:\aux\a.docx", r"C:\VB\com1.tb.docx", r"C:\VB\COM¹.docx", r"C:\VB\con .docx", r"C:\VB\lpt9", r"C:\VB\CONIN$",
        r"C:\VB\a.", r"C:\VB \a.docx", r"C:\VB\a.docx ", r"C:\VB\12:TB.docx", r"C:\VB\a?.docx", 'C:\\VB\\a".docx', r"C:\VB\a*b.docx", "C:\\VB\\a\tb.docx",
        rf"C:\{LONG}\xã Bình Tiến, huyện cũ.docx", rf"\\may-chu\{LONG}\xã Bình Tiến, huyện.docx",
    ],
)
def test_what_it_does_not_take(path):
    problem = windows.unfit(PureWindowsPath(path))
    assert problem is not None
    assert problem.text()
    assert problem.hint_text()


def test_length_is_in_units_of_windows():
    """A letter beyond the basic plane counts twice; a Vietnamese one once."""
    room = 259 - len("C:\\")
    assert windows.unfit(PureWindowsPath("C:/" + "ạ" * room)) is None
    assert windows.unfit(PureWindowsPath("C:/" + "ạ" * (room + 1)))
    assert windows.unfit(PureWindowsPath("C:/" + "𠀀" * (room // 2 + 1)))


@pytest.mark.parametrize("name", ["con.docx", "CONOUT$.docx", "a:b?.docx", "x" * 300 + ".docx", "ngày . .docx", "a.", " .docx", "tb.docx. ", "com1 .docx"])
def test_a_name_of_ours_is_one_that_windows_takes(name):
    safe = files.safe_name(name)
    assert windows.unfit(PureWindowsPath("C:/VB") / safe) is None
    assert PureWindowsPath(safe).name == safe


def test_a_mailing_takes_no_number_for_a_path_that_windows_cannot_hold(tmp_path, monkeypatch, capsys):
    """The row is told before the register is asked; the others are printed, and their numbers have no gap."""
    monkeypatch.chdir(tmp_path)
    room = "x" * 180
    monkeypatch.setattr(files, "unfit", lambda path: windows.unfit(PureWindowsPath("C:/") / room / path.name))
    long = "thôn " + "Rất Dài " * 12
    line = batches.put([("thôn 1", 10), (long.strip(), 20), ("thôn 3", 30)], base=batches.AUTO)
    assert run(line) == 1
    err = capsys.readouterr().err
    assert "dài" in err
    assert "259" in err
    assert sorted(entry["number"] for entry in batches.manifest() if entry["status"] == "written") == [1, 2]
    assert len(batches.made()) == 2


def test_a_write_waits_for_a_virus_scanner(tmp_path, monkeypatch):
    held, link, replace = [HeldError(32), HeldError(5)], files._link, os.replace

    def busy(real):
        def act(*args, **how):
            if held:
                raise held.pop()
            return real(*args, **how)

        return act

    monkeypatch.setattr(files, "_link", busy(link))
    monkeypatch.setattr(os, "replace", busy(replace))
    monkeypatch.setattr(windows, "_PAUSES", (0.0,) * 3)
    path = tmp_path / "tb.docx"
    assert files.write(path, b"PK1", if_exists=files.IfExists.FAIL) == path
    held += [HeldError(32), HeldError(5)]
    assert files.write(path, b"PK2", if_exists=files.IfExists.OVERWRITE) == path
    assert path.read_bytes() == b"PK2"
    assert [one.name for one in tmp_path.iterdir()] == ["tb.docx"]
    held += [HeldError(32)] * 9
    with pytest.raises(OutputError, match="đang mở trong Word"):
        files.write(path, b"PK3", if_exists=files.IfExists.OVERWRITE)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("tb.docx", b"PK2")]

"""Whoever reads our output goes away, or the place it goes to is full: quiet or said, and the numbers agree."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from tests.helpers.batches import AUTO, put, thon
from tests.helpers.findings import GOOD

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
SO = GOOD.replace("so = 12\n", 'so = "tu-dong"\n')


@pytest.fixture(autouse=True)
def _quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(SO, "utf-8")


def called(*command: str, out: object = None, err: object = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "notice_gen", *command], stdout=out, stderr=err, check=False)


def deaf(*command: str, err_too: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose reader has gone before the first word."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return called(*command, out=writer, err=writer if err_too else subprocess.PIPE)
    finally:
        os.close(writer)


def lines() -> list[tuple[int, str, str]]:
    with register.connect("so-van-ban.db", create=False) as book:
        return [(entry.so, entry.trang_thai, entry.ly_do) for entry in register.entries(book)]


@pytest.mark.parametrize("command", [
    ["--help"], ["render", "--help"], ["schema"], ["new", "-o", "-"], ["templates", "list"], ["templates", "show", "thong-bao"],
    ["check", "--explain", "TR"], ["register", "list"], ["register", "check"], ["render", "a.toml", "--format", "json"], ["render", "a.toml"],
    ["validate", "a.toml", "--format", "json"],
])  # fmt: skip
def test_a_reader_that_has_gone(command):
    assert run(["render", "a.toml"]) == 0
    done = deaf(*command)
    assert done.returncode in {0, 141}
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr
    assert b"Exception" not in done.stderr
    assert lines() == [(1, register.DA_CAP, "")]


def test_a_reader_of_everything_that_has_gone():
    assert deaf("register", "list", "--register", "khong-co.db", err_too=True).returncode == 141
    assert deaf("khong-co-lenh", err_too=True).returncode == 141


@pytest.mark.slow
def test_a_batch_goes_on_to_its_end():
    done = deaf(*put(thon(3), base=AUTO), "--format", "json")
    assert done.returncode == 141
    assert done.stderr.count(b"\n") <= 1  # that a register was begun
    assert [line[:2] for line in lines()] == [(n, register.DA_CAP) for n in (1, 2, 3)]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_number_that_a_full_device_took_is_void_and_said():
    with Path("/dev/full").open("wb") as full:
        done = called("render", "a.toml", "-o", "-", out=full)
    err = done.stderr.decode()
    assert done.returncode == 4
    assert "số 1 vừa lấy đã hủy" in err
    assert "Không ghi được ra đầu ra chuẩn" in err
    assert "Traceback" not in err
    assert lines() == [(1, register.HUY, "Không ghi được văn bản ra đầu ra chuẩn")]
    with Path("b.docx").open("wb") as whole:
        assert called("render", "a.toml", "-o", "-", out=whole).returncode == 0
    assert [line[:2] for line in lines()] == [(1, register.HUY), (2, register.DA_CAP)]


def test_a_number_that_nobody_read_is_void_and_said():
    done = deaf("render", "a.toml", "-o", "-")
    assert done.returncode == 141
    assert "số 1 vừa lấy đã hủy" in done.stderr.decode()
    assert [line[:2] for line in lines()] == [(1, register.HUY)]


@pytest.mark.slow
def test_a_number_that_was_there_before_stays():
    assert run(["render", "a.toml"]) == 0
    done = deaf("render", "a.toml", "-o", "-")
    assert done.returncode == 141
    assert "đã hủy" not in done.stderr.decode()
    assert lines() == [(1, register.DA_CAP, "")]


@pytest.mark.slow
def test_a_number_that_was_typed_stays():
    Path("a.toml").write_text(GOOD, "utf-8")
    Path("b.toml").write_text(SO, "utf-8")
    assert run(["render", "b.toml"]) == 0
    deaf("render", "a.toml", "-o", "-")
    assert (12, register.GIU_CHO, "") in lines()

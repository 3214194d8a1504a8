"""The cache folder runs nobody else's code: what others could have written is made anew."""

from __future__ import annotations

import marshal
import os
import pickle
import shutil
import sys
import time
from datetime import date
from decimal import Decimal

import platformdirs
import pytest

from notice_gen import folders, kept

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")
DATA = b"thu nghiem"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return platformdirs.user_cache_path("notice-gen")


class Trap:
    def __reduce__(self):
        return os.mkdir, ("bi-lua",)


def test_what_is_kept_is_found_again_and_only_its_owner_can_look(folder):
    kept.store("a", DATA)
    assert kept.load("a") == DATA
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_planted_file_is_not_read(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept.store("a", DATA)
    for planted in (pickle.dumps(Trap()), marshal.dumps({}), DATA, b"\0" * 32 + DATA):
        (folder / "b").write_bytes(planted)
        assert kept.load("b") is None
        assert kept.made_once("b", lambda: [1]) == [1]
        (folder / "b").unlink()
    assert not (tmp_path / "bi-lua").exists()


def test_what_was_kept_under_another_name_is_not_taken(folder):
    kept.store("a", DATA)
    shutil.copy(folder / "a", folder / "b")
    assert kept.load("b") is None


def test_what_was_changed_is_not_taken(folder):
    kept.store("a", DATA)
    (folder / "a").write_bytes((folder / "a").read_bytes()[:-1] + b"X")
    assert kept.load("a") is None


def test_a_folder_that_others_may_write_is_not_used(folder):
    kept.store("a", DATA)
    folder.chmod(0o777)
    assert kept.load("a") is None
    kept.store("b", DATA)
    assert not (folder / "b").exists()
    assert kept.made_once("b", lambda: {"x": 1}) == {"x": 1}


def test_a_file_that_others_may_write_is_not_read(folder):
    kept.store("a", DATA)
    (folder / "a").chmod(0o666)
    assert kept.load("a") is None


def test_somebody_elses_file_is_not_read(folder):
    if os.geteuid():
        pytest.skip("only root can give files away")
    kept.store("a", DATA)
    os.chown(folder / "a", 65534, 65534)
    assert kept.load("a") is None
    os.chown(folder, 65534, 65534)
    kept.store("b", DATA)
    assert not (folder / "b").exists()


def test_no_link_is_followed(folder, tmp_path):
    kept.store("a", DATA)
    (folder / "a").rename(tmp_path / "that")
    (folder / "a").symlink_to(tmp_path / "that")
    assert kept.load("a") is None
    kept.store("a", DATA)
    assert not (folder / "a").is_symlink()
    assert kept.load("a") == DATA
    folder.rename(tmp_path / "noi-khac")
    folder.symlink_to(tmp_path / "noi-khac")
    assert kept.load("a") is None


def test_a_pipe_holds_nothing_up(folder):
    kept.store("a", DATA)
    os.mkfifo(folder / "b")
    assert kept.load("b") is None


@pytest.mark.usefixtures("folder")
def test_data_comes_back_as_it_was():
    data = {"a": Decimal("1.27"), "b": date(2020, 3, 5), "c": [{"d": "ệ", "e": None}, 1, True]}
    assert kept.made_once("a", lambda: data) == data
    assert kept.made_once("a", dict) == data


def test_what_is_old_goes(folder):
    kept.store("cu", DATA)
    os.utime(folder / "cu", (time.time() - 100 * 86400,) * 2)
    kept.store("moi", DATA)
    assert kept.load("cu") is None
    assert kept.load("moi") == DATA
    for number in range(kept._MOST + 5):
        (folder / f"{number}").write_bytes(b"")
    kept.store("moi", DATA)
    assert len(list(folder.iterdir())) <= kept._MOST + 1


@pytest.mark.parametrize("where", ["/dev/null", "/proc/khong-co"])
def test_without_a_folder_nothing_is_kept(monkeypatch, where):
    monkeypatch.setenv("XDG_CACHE_HOME", where)
    kept.store("a", DATA)
    assert kept.load("a") is None
    assert kept.made_once("a", lambda: [1]) == [1]


@pytest.mark.parametrize("kind", ["cache", "data"])
@pytest.mark.parametrize("named", [None, "", "tuong/doi", "/tuyet/doi"])
@pytest.mark.parametrize("home", ["/nha", "nha", "", None])
def test_the_users_folders_are_those_of_platformdirs(monkeypatch, kind, named, home):
    for name, value in ((f"XDG_{kind.upper()}_HOME", named), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    theirs = platformdirs.user_cache_path("notice-gen") if kind == "cache" else platformdirs.user_data_path("notice-gen", appauthor=False)
    assert folders.of_user(kind) == theirs

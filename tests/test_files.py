"""Output files: whole or not at all, never over somebody's work unless told, names that Windows takes."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import files
from notice_gen.errors import OutputError
from notice_gen.files import IfExists, safe_name, write

OURS, EDITED, NEW = b"ours", b"edited", b"new"


def put(path: Path, data: bytes = NEW, if_exists: IfExists = IfExists.FAIL) -> Path | None:
    return write(path, data, if_exists=if_exists, is_ours=lambda old: old == OURS)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path, **how) -> str:
    with pytest.raises(OutputError) as caught:
        put(path, **how)
    assert caught.value.exit_code == 4
    [problem] = caught.value.problems
    assert problem.hint_text()
    return problem.text()


def test_a_new_file_is_written_and_nothing_else_stays(tmp_path):
    path = tmp_path / "a.docx"
    assert put(path) == path
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_has_the_usual_permissions(tmp_path):
    usual, path = tmp_path / "usual", tmp_path / "a.docx"
    usual.touch()
    put(path)
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(
    ("old", "if_exists", "after"),
    [
        (OURS, IfExists.FAIL, {"a.docx": NEW}),
        (NEW, IfExists.FAIL, {"a.docx": NEW}),
        (EDITED, IfExists.OVERWRITE, {"a.docx": NEW}),
        (OURS, IfExists.SKIP, {"a.docx": NEW}),
        (OURS, IfExists.RENAME, {"a.docx": NEW}),
        (NEW, IfExists.SKIP, {"a.docx": NEW}),
        (NEW, IfExists.RENAME, {"a.docx": NEW}),
        (EDITED, IfExists.SKIP, {"a.docx": EDITED}),
        (EDITED, IfExists.RENAME, {"a (2).docx": NEW, "a.docx": EDITED}),
    ],
)
def test_what_happens_to_a_file_that_is_there(tmp_path, old, if_exists, after):
    path = tmp_path / "a.docx"
    path.write_bytes(old)
    written = put(path, if_exists=if_exists)
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == after
    if if_exists is IfExists.SKIP and old == EDITED:
        assert written is None
    else:
        assert written is not None
        assert written.read_bytes() == NEW


def test_an_edited_file_is_kept_until_told(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(EDITED)
    assert "đã được sửa" in refusal(path)
    assert path.read_bytes() == EDITED
    assert names(tmp_path) == ["a.docx"]


def test_what_cannot_be_read_is_left_alone_or_told(tmp_path):
    (tmp_path / "a.docx").mkdir()
    assert put(tmp_path / "a.docx", if_exists=IfExists.SKIP) is None
    assert put(tmp_path / "a.docx", if_exists=IfExists.RENAME) == tmp_path / "a (2).docx"
    with pytest.raises(OutputError, match="là thư mục"):
        put(tmp_path / "a.docx", if_exists=IfExists.OVERWRITE)


def test_rename_takes_the_first_number_free(tmp_path):
    for name in ("a.docx", "a (2).docx"):
        (tmp_path / name).write_bytes(EDITED)
    assert put(tmp_path / "a.docx", if_exists=IfExists.RENAME) == tmp_path / "a (3).docx"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_the_user_names_stays_a_link(tmp_path):
    real, link = tmp_path / "real.docx", tmp_path / "link.docx"
    real.write_bytes(OURS)
    link.symlink_to(real)
    write(link, NEW, if_exists=IfExists.FAIL, is_ours=lambda old: old == OURS, named=True)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("old", [None, OURS])
def test_a_disk_that_fails_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, code, old):
    path = tmp_path / "a.docx"
    if old:
        path.write_bytes(old)

    def fail(_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    says = {errno.ENOSPC: "Ổ đĩa đã đầy", errno.EROFS: "Không có quyền ghi", errno.EIO: "Không ghi được tệp"}
    assert says[code] in refusal(path)
    assert names(tmp_path) == (["a.docx"] if old else [])
    assert not old or path.read_bytes() == old


def test_an_interrupt_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "a.docx"
    path.write_bytes(OURS)

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        put(path)
    assert names(tmp_path) == ["a.docx"]
    assert path.read_bytes() == OURS


@pytest.mark.parametrize(("where", "step"), [(os, "replace"), (files, "read")])
def test_a_file_open_in_word(tmp_path, monkeypatch, where, step):
    path = tmp_path / "a.docx"
    path.write_bytes(OURS)

    def locked(*_, **__):
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(where, step, locked)
    assert "đang mở trong Word" in refusal(path)
    monkeypatch.undo()
    assert names(tmp_path) == ["a.docx"]
    assert path.read_bytes() == OURS


def test_places_where_no_file_can_be(tmp_path):
    assert "Không có thư mục" in refusal(tmp_path / "no" / "a.docx")
    (tmp_path / "file").touch()
    assert "Không có thư mục" in refusal(tmp_path / "file" / "a.docx")
    (tmp_path / "folder.docx").mkdir()
    assert "là thư mục" in refusal(tmp_path / "folder.docx")
    assert "là thư mục" in refusal(tmp_path / "folder.docx", if_exists=IfExists.OVERWRITE)
    assert "dài quá" in refusal(tmp_path / ("a" * 300 + ".docx"))
    assert names(tmp_path) == ["file", "folder.docx"]


def test_where_the_disk_has_no_hard_links(tmp_path, monkeypatch):
    def none(*_, **__):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none)
    put(tmp_path / "a.docx")
    assert names(tmp_path) == ["a.docx"]


def test_where_the_disk_has_no_hard_links_another_program_may_be_quicker(tmp_path, monkeypatch):
    path = tmp_path / "a.docx"

    def quicker(*_, **__):
        path.write_bytes(EDITED)
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", quicker)
    with pytest.raises(OutputError, match="đã được sửa"):
        put(path)
    assert (path.read_bytes(), names(tmp_path)) == (EDITED, ["a.docx"])


def test_many_at_once_write_one_whole_file(tmp_path):
    path = tmp_path / "a.docx"
    payloads = [bytes([number]) * 200_000 for number in range(8)]
    won, lost, start = [], [], threading.Barrier(len(payloads))

    def one(data):
        start.wait()
        try:
            put(path, data)
            won.append(data)
        except OutputError:
            lost.append(data)

    threads = [threading.Thread(target=one, args=(data,)) for data in payloads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_bytes()] == won
    assert len(lost) == len(payloads) - 1
    assert names(tmp_path) == ["a.docx"]


def test_renames_at_once_lose_nothing(tmp_path):
    payloads = {bytes([number]) * 1000 for number in range(8)}
    start = threading.Barrier(len(payloads))

    def one(data):
        start.wait()
        put(tmp_path / "a.docx", data, IfExists.RENAME)

    threads = [threading.Thread(target=one, args=(data,)) for data in payloads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {(tmp_path / name).read_bytes() for name in names(tmp_path)} == payloads


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("1286-tb-ubnd-xa-binh-dien.docx", "1286-tb-ubnd-xa-binh-dien.docx"),
        ("CON.docx", "_CON.docx"),
        ("com1.tb.docx", "_com1.tb.docx"),
        ("console.docx", "console.docx"),
        ("a/b\\c:d*e?.docx", "a-b-c-d-e.docx"),
        ("../../etc.docx", "etc.docx"),
        (".an.docx", "an.docx"),
        ("-o.docx", "o.docx"),
        ("x" * 300 + ".docx", "x" * 120 + ".docx"),
        ("", "van-ban"),
        (".docx", "van-ban.docx"),
        ("xã" * 100 + ".docx", "xã" * 40 + ".docx"),
    ],
)
def test_names(name, safe):
    assert safe_name(name) == safe


@given(st.text())
def test_any_text_gives_a_name_that_windows_takes(text):
    name = safe_name(text + ".docx")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.rstrip(". ")
    assert name.endswith(".docx")
    assert 0 < len(name.encode()) <= 126
    assert safe_name(name) == name

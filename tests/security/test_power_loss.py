"""Power may fail at any moment: from whatever the disk then holds, the same command again makes one file and one number of each row."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.errors import RegisterError
from tests.helpers.batches import AUTO, OUT, made, manifest, put, said, thon
from tests.helpers.findings import GOOD
from tests.security.journal import Disk, laid_out, recorded

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace, which records the calls of a process")
ROWS = thon(3)


def agrees() -> None:
    """Every row has one file and one number; folder, manifest and register say the same."""
    written = {line["key"].partition("|")[2]: line for line in manifest() if line["status"] == "written"}
    with register.connect("so-van-ban.db", create=False) as book:
        entries = {entry.don_vi: entry for entry in register.entries(book)}
    assert sorted(written) == sorted(entries) == sorted(ten for ten, _ in ROWS)
    assert sorted(entry.so for entry in entries.values()) == [1, 2, 3]
    assert set(made()) == {line["output"] for line in written.values()}
    for ten, line in written.items():
        assert re.search(rf"Số: {entries[ten].so:02}/TB-UBND", said(line["output"]))
        assert hashlib.sha256(made()[line["output"]]).hexdigest() == entries[ten].sha256 == line["sha256"]
        assert entries[ten].trang_thai == register.DA_CAP


def said_is_there() -> None:
    """What the manifest or the register says is written lies on the disk, whole, before anything is run again."""
    log = OUT / "ket-qua.jsonl"
    lines = [json.loads(line) for line in log.read_bytes().split(b"\n")[:-1]] if log.exists() else []
    promised = {line["sha256"] for line in lines if line["status"] == "written"}
    with contextlib.suppress(RegisterError), register.connect("so-van-ban.db", create=False) as book:
        promised |= {entry.sha256 for entry in register.entries(book) if entry.trang_thai == register.DA_CAP}
    lying = {hashlib.sha256(path.read_bytes()).hexdigest() for path in OUT.glob("*.docx")}
    assert promised <= lying


def after_each_operation(folder: Path, before: dict[str, bytes], command: list[str]) -> list[dict[str, bytes | None]]:
    operations = recorded([sys.executable, "-m", "notice_gen", *command], folder, folder.parent / "strace.log")
    assert {"write", "fsync", "create"} <= {one.call for one in operations}
    disk, found = Disk(before), {}
    for operation in operations:
        disk.do(operation)
        for state in disk.states():
            key = hashlib.sha256(repr(sorted(state.items())).encode()).digest()
            found.setdefault(key, state)
    assert len(found) > 30
    return list(found.values())


@pytest.mark.slow
def test_whatever_the_disk_holds_the_batch_goes_on(tmp_path, monkeypatch):
    first = tmp_path / "dau"
    first.mkdir()
    monkeypatch.chdir(first)
    command = put(ROWS, base=AUTO)
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    for number, state in enumerate(after_each_operation(first, before, command)):
        folder = tmp_path / str(number)
        folder.mkdir()
        laid_out(state, folder)
        monkeypatch.chdir(folder)
        said_is_there()
        assert run(command) == 0, (number, sorted(state))
        agrees()
        assert not (OUT / ".dang-ghi").exists()
        shutil.rmtree(folder)


@pytest.mark.slow
def test_whatever_the_disk_holds_one_notice_is_printed_with_one_number(tmp_path, monkeypatch):
    first = tmp_path / "dau"
    first.mkdir()
    before = {"tb.toml": GOOD.replace("so = 12\n", 'so = "tu-dong"\n').encode()}
    laid_out(dict(before), first)
    for number, state in enumerate(after_each_operation(first, before, ["render", "tb.toml"])):
        folder = tmp_path / str(number)
        folder.mkdir()
        laid_out(state, folder)
        monkeypatch.chdir(folder)
        assert run(["render", "tb.toml"]) == 0, (number, sorted(state))
        with register.connect("so-van-ban.db", create=False) as book:
            (entry,) = register.entries(book)
        (paper,) = folder.glob("*.docx")
        assert (entry.so, entry.trang_thai, entry.sha256) == (1, register.DA_CAP, hashlib.sha256(paper.read_bytes()).hexdigest())
        shutil.rmtree(folder)

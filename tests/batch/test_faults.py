"""What may go wrong under a batch, and what must be true afterwards: every notice one file, one number, nothing half done."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from notice_gen import files, register
from notice_gen.batch import folder, job, settle
from notice_gen.cli.main import run
from notice_gen.office import numbering
from tests.helpers import registers
from tests.helpers.batches import AUTO, HEAD, OUT, finished, from_two_desks, made, manifest, put, said, start, thon

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and mounts of POSIX")


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def everything_agrees(units: list[str], where: str = numbering.NAME) -> None:
    """Every unit has one file and one number; folder, manifest and register say the same."""
    written = {line["key"]: line for line in manifest() if line["status"] == "written"}
    with register.connect(where, create=False) as book:
        entries = {entry.don_vi: entry for entry in register.entries(book)}
    assert sorted(entries) == sorted(units)
    assert sorted(entry.so for entry in entries.values()) == list(range(1, len(units) + 1))
    assert {line["output"] for line in written.values()} == set(made())
    assert len(made()) == len(units)
    for line in written.values():
        entry = entries[line["key"].partition("|")[2]]
        digest = hashlib.sha256(made()[line["output"]]).hexdigest()
        assert (line["number"], line["sha256"], line["register"]) == (entry.so, entry.sha256, entry.khoa)
        assert (digest, entry.trang_thai) == (entry.sha256, register.DA_CAP)
    line = next(iter(written.values()))
    assert re.search(rf"Số: {line['number']:02}/TB-UBND", said(line["output"]))


# --- killed ---------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.slow
def test_killed_at_random_points_and_run_again_until_done():
    rows = thon(500)
    command = [*put(rows, base=AUTO)[:-1], "2"]
    chance = random.SystemRandom()
    for phase in ("staged", "named", "staged", "named"):
        enough = chance.randrange(1, 200) + (named() if phase == "named" else 0)
        since = time.time()
        process = start(command)
        while process.poll() is None and (named() < enough if phase == "named" else not is_staged(enough, since)):
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.communicate()
        nobody_is_left(process.pid)
    assert finished(start(command))[0] == 0
    everything_agrees([ten for ten, _ in rows])


def named() -> int:
    return sum(path.suffix == ".docx" for path in OUT.iterdir()) if OUT.exists() else 0


def is_staged(index: int, since: float) -> bool:
    try:
        return (OUT / folder.STAGE / str(index)).stat().st_mtime > since
    except OSError:
        return False


def nobody_is_left(group: int) -> None:
    """Wait until no worker of a dead parent is left."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(is_alive(path, group) for path in Path("/proc").glob("[0-9]*/stat")):
            return
        time.sleep(0.02)
    pytest.fail("workers outlived their parent")


def is_alive(stat: Path, group: int) -> bool:
    try:
        state, _, pgrp = stat.read_text("utf-8", "replace").rpartition(") ")[2].split(" ")[:3]
    except OSError:
        return False
    return int(pgrp) == group and state != "Z"


def deadly(monkeypatch, is_deadly) -> None:
    """Let a worker die when it makes a notice for which *is_deadly*."""
    parent, make_one = os.getpid(), job._make_together

    def made_or_dead(*args):
        if os.getpid() != parent and is_deadly(args):
            os.kill(os.getpid(), signal.SIGKILL)
        return make_one(*args)

    monkeypatch.setattr(job, "_make_together", made_or_dead)


@POSIX
@pytest.mark.slow
def test_a_worker_that_dies_once_costs_nothing(monkeypatch):
    mark = Path("da-chet")

    def once(_) -> bool:
        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    deadly(monkeypatch, once)
    rows = thon(150)
    assert run([*put(rows, base=AUTO)[:-1], "2"]) == 0
    assert mark.exists()
    everything_agrees([ten for ten, _ in rows])


@POSIX
@pytest.mark.slow
def test_a_row_that_kills_its_worker_fails_alone(monkeypatch, capsys):
    deadly(monkeypatch, lambda args: "thôn 77" in repr(args))
    rows = thon(150)
    command = [*put(rows, base=AUTO)[:-1], "2"]
    assert run(command) == 1
    assert "Tiến trình in bị dừng đột ngột" in capsys.readouterr().err
    everything_agrees([ten for ten, _ in rows if ten != "thôn 77"])
    monkeypatch.undo()
    monkeypatch.chdir(Path.cwd())


# --- several at once ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_second_batch_in_the_same_folder_is_kept_out(capsys):
    command = put(thon(2))
    with folder.opened(OUT):
        (OUT / folder.STAGE).rmdir()
        assert run(command) == 4
        assert "Một lệnh notice-gen batch khác đang ghi vào thư mục “ra”" in capsys.readouterr().err
        assert made() == {}
    assert run(command) == 0


@pytest.mark.parametrize("kind", [registers.sqlite, registers.postgresql], ids=["sqlite", "postgresql"])
@pytest.mark.slow
def test_two_batches_at_once_on_one_register(kind):
    with kind() as where:
        from_two_desks(lambda desk: put([(f"{desk} {ten}", figure) for ten, figure in thon(70)], base=AUTO), where)
        with register.connect(where, create=False) as book:
            entries = register.entries(book)
        assert [entry.so for entry in entries] == list(range(1, 141))
        assert {entry.trang_thai for entry in entries} == {register.DA_CAP}
        for desk in ("a", "b"):
            lines = manifest(Path(desk) / OUT)
            of_desk = {entry.so: entry.sha256 for entry in entries if entry.don_vi.startswith(desk)}
            assert {line["number"]: line["sha256"] for line in lines} == of_desk
            assert all(f"Số: {line['number']:02}/TB-UBND" in said(line["output"], Path(desk) / OUT) for line in lines[::7])


# --- disks and folders ----------------------------------------------------------------------------------


@contextmanager
def mounted(point: Path, *options: str):
    """A small file system of one's own; skips where nobody may mount."""
    point.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(point)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"cannot mount: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(point)], check=True)


@pytest.mark.slow
@POSIX
def test_a_full_disk_is_found_before_any_number_is_taken(capsys):
    command = put(thon(60), base=AUTO)
    with mounted(Path("nho"), "size=256k"):
        assert run([*command, "-o", "nho/ra"]) == 4
        assert "Ổ đĩa đã đầy" in capsys.readouterr().err
        assert list(Path("nho").iterdir()) == []
        assert not Path(numbering.NAME).exists()


@POSIX
def test_a_folder_that_may_not_be_written(capsys):
    command = put(thon(2))
    with mounted(Path("chi-doc"), "ro"):
        assert run([*command, "-o", "chi-doc/ra"]) == 4
        assert "Không có quyền ghi vào thư mục" in capsys.readouterr().err
        assert run([*command, "-o", "chi-doc"]) == 4


@pytest.mark.slow
def test_where_a_disk_cannot_be_asked_for_all_files_at_once_each_is_asked_for(monkeypatch):
    monkeypatch.setattr(folder, "_sync_disk", lambda _: False)
    assert run(put(thon(30), base=AUTO)) == 0
    everything_agrees([ten for ten, _ in thon(30)])


def test_the_disk_fills_while_the_manifest_is_written(monkeypatch, capsys):
    rows = thon(30)
    command = put(rows, base=AUTO)
    monkeypatch.setattr(settle, "_GROUP", 10)
    append, times = folder.Folder.append, []

    def full(self, lines):
        times.append(len(lines))
        if len(times) == 2:
            self._log.write("".join(lines).encode()[:30])
            raise files_full(self.path / "ket-qua.jsonl")
        append(self, lines)

    monkeypatch.setattr(folder.Folder, "append", full)
    assert run(command) == 4
    assert "Ổ đĩa đã đầy" in capsys.readouterr().err
    assert len(made()) == 20
    monkeypatch.setattr(folder.Folder, "append", append)
    assert run(command) == 0
    lines = (OUT / "ket-qua.jsonl").read_bytes().splitlines()
    torn = [line for line in lines if not line.endswith(b"}")]
    assert len(torn) == 1
    (OUT / "ket-qua.jsonl").write_bytes(b"\n".join(line for line in lines if line not in torn) + b"\n")
    everything_agrees([ten for ten, _ in rows])


def files_full(path: Path) -> Exception:
    return files.OutputError(files.refusal(path, OSError(errno.ENOSPC, "No space left on device")))


def test_an_output_that_is_locked_or_a_folder_fails_alone(monkeypatch, capsys):
    command = put(thon(4), base=AUTO)
    (OUT / "02-tb-ubnd-thon-2.docx").mkdir(parents=True)
    link = os.link

    def locked(source, target, **options):
        if Path(target).name.startswith("03"):
            raise PermissionError(errno.EACCES, "in use")
        link(source, target, **options)

    monkeypatch.setattr(os, "link", locked)
    monkeypatch.setattr(files, "_NO_HARD_LINKS", frozenset())
    assert run(command) == 1
    err = capsys.readouterr().err
    assert "“ra/02-tb-ubnd-thon-2.docx” là thư mục" in err
    assert "Không ghi được tệp “ra/03-tb-ubnd-thon-3.docx”: tệp đang mở trong Word" in err
    assert "2 văn bản chưa ghi được" in err
    monkeypatch.setattr(os, "link", link)
    (OUT / "02-tb-ubnd-thon-2.docx").rmdir()
    assert run(command) == 0
    everything_agrees([ten for ten, _ in thon(4)])


# --- the register -----------------------------------------------------------------------------------------


def test_the_register_is_lost_in_the_middle(monkeypatch, capsys):
    rows = thon(30)
    command = put(rows, base=AUTO)
    monkeypatch.setattr(settle, "_GROUP", 10)
    issue, times = numbering.issue, []

    def lost(where, written):
        times.append(where)
        if len(times) == 2:
            Path(where).unlink()
        return issue(where, written)

    monkeypatch.setattr(numbering, "issue", lost)
    assert run(command) == 4
    err = capsys.readouterr().err
    assert "10 văn bản chưa ghi được" in err
    assert len(made()) == 20
    monkeypatch.setattr(numbering, "issue", issue)
    assert run(command) == 0
    everything_agrees([ten for ten, _ in rows])


def test_the_register_was_not_told_before_a_crash(monkeypatch):
    rows = thon(5)
    command = put(rows, base=AUTO)

    def killed(*_):
        raise KeyboardInterrupt

    issue = numbering.issue
    monkeypatch.setattr(numbering, "issue", killed)
    assert run(command) == 130
    monkeypatch.setattr(numbering, "issue", issue)
    assert run(command) == 0
    everything_agrees([ten for ten, _ in rows])


def test_no_number_is_taken_when_the_register_cannot_be_reached(capsys):
    command = [*put(thon(3), base=AUTO), "--register", "postgresql://x@127.0.0.1:1/so?connect_timeout=2"]
    pytest.importorskip("psycopg")
    assert run(command) == 4
    assert "lỗi:" in capsys.readouterr().err
    assert not OUT.exists()


# --- Ctrl-C -------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_ctrl_c_while_notices_are_made_leaves_nothing(jobs):
    process = start([*put(thon(3000), base=AUTO)[:-1], jobs])
    while not (OUT / folder.STAGE / "70").exists():
        time.sleep(0.005)
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everybody
    code, err = finished(process)
    assert code == 130
    assert err.splitlines()[0].startswith("Chưa ghi tệp nào. Chạy lại đúng lệnh này")
    assert "Traceback" not in err
    assert not OUT.exists()
    assert not Path(numbering.NAME).exists()


def interrupted(monkeypatch):
    """Press Ctrl-C before each group of files is listed; return what lists them else."""
    append = folder.Folder.append

    def listed(self, lines):
        signal.raise_signal(signal.SIGINT)
        append(self, lines)

    monkeypatch.setattr(folder.Folder, "append", listed)
    return append


def test_ctrl_c_while_files_get_their_names_stops_after_the_group(monkeypatch, capsys):
    rows = thon(30)
    command = put(rows, base=AUTO)
    monkeypatch.setattr(settle, "_GROUP", 10)
    append = interrupted(monkeypatch)
    assert run(command) == 130
    assert "Đã ghi 10 văn bản vào ra." in (err := capsys.readouterr().err)
    assert "Chạy lại đúng lệnh này để làm tiếp." in err
    assert len(manifest()) == len(made()) == 10
    monkeypatch.setattr(folder.Folder, "append", append)
    assert run(command) == 0
    everything_agrees([ten for ten, _ in rows])


def test_ctrl_c_leaves_a_row_that_is_refused_in_the_list_of_what_came_of_it(monkeypatch):
    command = [*put([*thon(20), ("thôn X", -1)], base=AUTO), "--if-exists", "skip"]
    monkeypatch.setattr(settle, "_GROUP", 10)
    interrupted(monkeypatch)
    assert run(command) == 130
    assert [line["status"] for line in manifest()] == ["written"] * 10 + ["refused"]


# --- many -----------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows():
    peaks = []
    for count in (100, 1500):
        code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        command = [*put(thon(count), head=HEAD)[:-1], "2"]
        done = subprocess.run([sys.executable, "-c", code, sys.executable, "-m", "notice_gen", *command, "-o", str(count)], capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout) / 1024)
    assert peaks[1] < 150
    assert peaks[1] - peaks[0] < 25

"""The same batch on a Dask cluster of two local workers: same bytes, same manifest, and what becomes of it when they die."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers.batches import AUTO, OUT, made, manifest, put, thon

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes of POSIX")
WORKER = [sys.executable, "-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard"]


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory) -> Iterator[str]:
    told = tmp_path_factory.mktemp("cum") / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while not (told.exists() and told.stat().st_size) and time.monotonic() < until:
            time.sleep(0.05)
        yield json.loads(told.read_text("utf-8"))["address"]
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def workers(scheduler, tmp_path) -> Iterator[list[subprocess.Popen[bytes]]]:
    (tmp_path / "cho").mkdir()
    processes = [subprocess.Popen([*WORKER, scheduler], cwd=tmp_path / "cho", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in (1, 2)]
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def on_cluster(command: list[str], address: str, code: str = "") -> tuple[int, str]:
    """Run the command in a process of its own, where Dask's threads die with it."""
    begin = f"{code}; from notice_gen.cli.main import run; import sys; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", begin.lstrip("; "), *command, "--cluster", address], capture_output=True, text=True, encoding="utf-8", timeout=90, check=False)
    return done.returncode, done.stderr


def lines(folder: Path) -> list[dict[str, object]]:
    return sorted(({**line, "register": ""} for line in manifest(folder)), key=lambda line: str(line["key"]))


@pytest.mark.usefixtures("workers")
@pytest.mark.slow
def test_the_same_bytes_and_manifest_as_on_this_machine(scheduler):
    command = put([*thon(150), ("thôn X", -1)], base=AUTO)
    assert run(["register", "init", "--register", "o-day.db"]) == run(["register", "init", "--register", "o-xa.db"]) == 0
    assert run([*command, "--register", "o-day.db"]) == 1
    code, err = on_cluster([*command, "-o", "xa", "--register", "o-xa.db"], scheduler)
    assert (code, "Đã ghi 150 văn bản vào xa." in err) == (1, True), err
    assert made(Path("xa")) == made()
    assert lines(Path("xa")) == lines(OUT)


@pytest.mark.slow
def test_a_machine_that_dies_costs_nothing(scheduler, workers):
    command = put(thon(400), base=AUTO)
    whole = "; ".join(
        [
            "import os, signal",
            "from notice_gen.batch import folder",
            "stage = folder.Folder.stage",
            f"folder.Folder.stage = lambda self, index, docx: (os.kill({workers[0].pid}, signal.SIGKILL) if index == 40 else None, stage(self, index, docx))[1]",
        ]
    )
    code, err = on_cluster(command, scheduler, whole)
    assert (code, "Đã ghi 400 văn bản vào ra." in err) == (0, True), err
    assert workers[0].wait(10) == -signal.SIGKILL
    assert [line["number"] for line in manifest()] == list(range(1, 401))


@pytest.mark.usefixtures("workers")
@pytest.mark.slow
def test_machines_of_another_version_are_refused(scheduler):
    code, err = on_cluster(put(thon(3)), scheduler, "from notice_gen.batch import job; job.__version__ = '99.0'")
    assert code == 4
    assert "của cụm chạy phiên bản khác" in err
    assert "notice-gen 99.0" in err
    assert not OUT.exists()


@pytest.mark.slow
def test_no_cluster_there(monkeypatch):
    short = "from notice_gen.batch import cluster; cluster._ANSWER = 1"
    code, err = on_cluster(put(thon(3)), "tcp://127.0.0.1:1", short)
    assert code == 4
    assert "Không nối được với cụm máy “tcp://127.0.0.1:1”" in err
    assert not OUT.exists()
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run([*put(thon(3)), "--cluster", "tcp://127.0.0.1:1"]) == 4
    assert not OUT.exists()


@pytest.mark.slow
def test_an_address_that_is_none():
    code, err = on_cluster(put(thon(3)), "may-chu", "from notice_gen.batch import cluster; cluster._ANSWER = 1")
    assert code == 4
    assert "“may-chu”" in err

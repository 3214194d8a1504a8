"""All ways of a mailing, each against the plain one of the same run: both registers, a zip, again with nothing to do, Dask, findings files.

``python -m benchmarks.modes`` measures; ``--rows N``, ``--rounds N``, ``--growth`` adds time and memory from 1,000 to 100,000 rows.
What counts is the computing of all our processes (user and system; a database server's own is not ours to count), which other work on the
machine disturbs less than the clock; the clock is printed beside it.
"""

from __future__ import annotations

import argparse
import compileall
import csv
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks import corpus
from benchmarks.batch import COMMAND, _environment
from notice_gen import issue
from notice_gen.office.numbering import NAME
from tests.helpers.registers import emptied, postgresql

Spent = tuple[float, float]
"""Seconds of computing, seconds by the clock."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=3321)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growth", action="store_true")
    given = parser.parse_args()
    compileall.compile_dir(Path(issue.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        if given.growth:
            growth(folder)
            return
        _inputs(folder, given.rows)
        runs = modes(folder, stack)
        spent: dict[str, list[Spent]] = {mode: [] for mode in runs}
        for _ in range(given.rounds):
            for mode, run in runs.items():
                spent[mode].append(run())
        _table(given.rows, {mode: (_middle(each, 0), _middle(each, 1)) for mode, each in spent.items()})


def modes(folder: Path, stack: ExitStack) -> dict[str, Callable[[], Spent]]:
    """Return what is measured, by name; a server or a cluster that cannot be had is left out."""
    common = ["--data", "hang.csv", "--jobs", "1", "--name", "{{ don_vi.ten | slug }}-{{ don_vi.ma }}"]
    plain, numbered = ["batch", "chung.toml", *common], ["batch", "so.toml", *common]

    def fresh(words: list[str], *more: str) -> Callable[[], Spent]:
        def run() -> Spent:
            out = tempfile.mkdtemp(dir=folder)
            (folder / NAME).unlink(missing_ok=True)  # a register started again
            return _spent([*words, "-o", out, *(word.replace("NEW", Path(out).name) for word in more)], folder)

        return run

    def again() -> Spent:
        out = tempfile.mkdtemp(dir=folder)
        _spent([*plain, "-o", out], folder)
        return _spent([*plain, "-o", out], folder)

    runs = {"plain": fresh(plain), "number from SQLite": fresh(numbered), "--zip": fresh(plain, "--zip", "NEW.zip"),
            "again, nothing to do": again, "findings files": fresh(["batch", "tep", "--jobs", "1"])}  # fmt: skip
    if url := _server(stack):


        def on_server() -> Spent:
            _spent(["register", "init", "--register", emptied(url)], folder)
            return fresh(numbered, "--register", url)()

        runs["number from PostgreSQL"] = on_server
    if address := _cluster(stack):
        runs["two processes"] = fresh([*plain, "--jobs", "2"])
        runs["Dask, two workers"] = fresh(plain, "--cluster", address)
    return runs


def _inputs(folder: Path, rows: int) -> None:
    (folder / "notice-gen.toml").write_text("phien_ban = 1\n", "utf-8")
    (folder / "chung.toml").write_text(corpus.base().replace("so = 1286\n", ""), "utf-8")
    (folder / "so.toml").write_text(corpus.base(of_register=True), "utf-8")
    # The same table for all: no row has a number, so that of the register, or none, is printed.
    with (folder / "hang.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([name if name != "van_ban.so" else "#thu_tu" for name in corpus.COLUMNS])
        writer.writerows(corpus.rows(rows))
    corpus.write_folder(folder / "tep", rows)


def _server(stack: ExitStack) -> str:
    import pytest

    try:
        return stack.enter_context(postgresql())
    except pytest.skip.Exception as error:
        print(f"  no PostgreSQL: {error}")
        return ""


def _cluster(stack: ExitStack) -> str:
    return stack.enter_context(_dask())


@contextmanager
def _dask() -> Iterator[str]:
    """A cluster of two workers on this machine."""
    script = (
        "import sys, distributed\n"
        "if __name__ == '__main__':\n"
        "    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)\n"
        "    print(cluster.scheduler_address, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(script)
        file.flush()
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen([sys.executable, file.name], text=True, **pipes)
        try:
            assert server.stdout
            yield server.stdout.readline().strip()
        finally:
            server.communicate("")


def _spent(words: list[str], folder: Path) -> Spent:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([COMMAND, *words, "-q"], cwd=folder, capture_output=True, text=True, check=False, env=_environment())
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr[-2000:]
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, seconds


def _middle(spent: list[Spent], which: int) -> float:
    return statistics.median(each[which] for each in spent)


def _table(rows: int, spent: dict[str, Spent]) -> None:
    print(f"\nA mailing of {rows} rows, one core unless said; a row's computing, its clock, against plain")
    for mode, (computing, clock) in spent.items():
        against = computing / spent["plain"][0]
        print(f"  {mode:<26} {computing / rows * 1000:7.3f} ms {clock / rows * 1000:7.3f} ms {against:6.2f} x")
    print("  (Dask's workers are not our children: of it only the clock counts, against two processes)")


def growth(folder: Path) -> None:
    """Print time and memory of the largest process against the number of rows."""
    print("\nGrowth, one core")
    for rows in (1_000, 10_000, 100_000):
        _inputs_of(folder, rows)
        code = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
        )
        words = [COMMAND, "batch", "chung.toml", "--data", f"{rows}.csv", "--jobs", "1", "--name", "{{ van_ban.so }}", "-q"]
        command, start = [sys.executable, "-c", code, *words, "-o", f"ra-{rows}"], time.perf_counter()
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env=_environment())
        print(f"  {rows:7} rows {(time.perf_counter() - start) / rows * 1000:7.3f} ms a row {done.stdout.strip():>5} MB")


def _inputs_of(folder: Path, rows: int) -> None:
    (folder / "chung.toml").write_text(corpus.base(), "utf-8")
    corpus.write_csv(folder / f"{rows}.csv", rows)


if __name__ == "__main__":
    main()

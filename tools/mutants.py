"""Mutation run: change the program in one place at a time, and see whether a test notices.

``make mutants``, or ``python -m tools.mutants --only notice_gen/lost.py --sample 20 --jobs 1`` while writing tests.
Each of the changes of ``tools/changes.py`` runs in a copy of the house, against the tests that run its line, the room's own
first and the quickest of them first, until one fails.  A verdict is kept as it comes, and a run that was ended goes on where
it was; a verdict holds until what it rests on changes: the file, the test that noticed, or for a survivor anything at all.
``docs/dev/mutants.toml`` says what is changed and lists the changes that may survive, with the reason for each; any other
survivor is printed, and fails the run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar, cast

from tools.changes import ROOT, Mutant, mutants
from tools.warm import HUNG, NOT_IN_MEMORY

T = TypeVar("T")
R = TypeVar("R")

LIST = ROOT / "docs" / "dev" / "mutants.toml"
BUILD = ROOT / "build" / "mutants"
_LEFT_BEHIND = (".git", ".venv", "build", "dist", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache")
_AT_FIRST = 25
"""Tests before which the files of tests are not kept together: most changes die there."""


class Verdict(NamedTuple):
    """What the tests say of a change: pytest's exit code, 0 when none noticed, and the test that did."""

    code: int
    by: str


@dataclass
class Copy:
    """A copy of the house, and the two servers that run tests in it."""

    path: Path
    servers: dict[bool, subprocess.Popen[str]] = field(default_factory=dict)

    def server(self, *collected: str) -> tuple[IO[str], IO[str]]:
        """Return where to write to and read from a server of ``tools/warm.py``: one that has collected these tests, or the other.

        It is ready: no file of the copy may be changed before.
        """
        server = self.servers.get(bool(collected))
        if server is None or server.poll() is not None:
            environment = os.environ | _ENVIRONMENT | {"PYTHONPATH": str(self.path)}
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
            command = [sys.executable, "-m", "tools.warm", *collected]
            server = subprocess.Popen(command, cwd=self.path, env=environment, text=True, **pipes)  # noqa: S603
            self.servers[bool(collected)] = server
            cast(IO[str], server.stdout).readline()
        return cast(IO[str], server.stdin), cast(IO[str], server.stdout)

    def ask(self, request: Sequence[Any], *collected: str) -> Verdict:
        """Let a server run tests."""
        stdin, stdout = self.server(*collected)
        stdin.write(json.dumps(request) + "\n")
        stdin.flush()
        return Verdict(*json.loads(stdout.readline()))


_ENVIRONMENT = {"NOTICE_GEN_TEST_CACHE": str(BUILD / "cache"), "HYPOTHESIS_PROFILE": "quick"}


def copy_of_the_house(number: int) -> Copy:
    """Return a fresh copy, times of files and all, so that what is kept for one serves for all."""
    path = BUILD / f"copy-{number}"
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(ROOT, path, ignore=shutil.ignore_patterns(*_LEFT_BEHIND), symlinks=True)
    return Copy(path)


# --- the tests ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Covered:
    """Which tests run each line of a file, how long each takes, and what any of it rests on."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, set[str]]]
    paths: Sequence[str]
    state: str

    def tests_of(self, mutant: Mutant, most: float) -> list[str]:
        """Return the tests of a change, its room's own first, the quickest first, at most so many seconds of them.

        Those with a PostgreSQL come last, for it must be started.
        A line that runs on import, such as a constant's, has the tests of its whole file and of its room.
        """
        lines = self.lines.get(mutant.file, {})
        first, last = mutant.lines
        room = mutant.file.removesuffix(".py").split("/")[1]
        own = (f"tests/{room}/", f"tests/test_{room}", mutant.file)
        names = set().union(*(lines.get(line, ()) for line in range(first, last + 1)))
        if mutant.on_import or not names:
            names = set().union(*lines.values(), (name for name in self.seconds if name.startswith(own)))
        chosen, spent = [], 0.0
        for name in sorted(names, key=lambda name: (not name.startswith(own), "postgresql" in name, self.seconds[name], name)):
            spent += self.seconds[name]
            if spent > most and chosen:
                break
            chosen.append(name)
        files = list(dict.fromkeys(name.partition("::")[0] for name in chosen))
        rest = sorted(chosen[_AT_FIRST:], key=lambda name: files.index(name.partition("::")[0]))
        return chosen[:_AT_FIRST] + rest


def covered(
    copies: Sequence[Copy], within: Sequence[str], without: Sequence[str], changed: Sequence[Path], more: Sequence[str] = ()
) -> Covered:
    """Return which lines each test runs, from the last run of its file as long as neither the file nor the house changed."""
    paths = _tests(within, without, changed)
    folders = ("notice_gen", "tests/helpers", "templates")
    house = _digest(path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml"})
    kept = {path: BUILD / "covered" / f"{_digest([ROOT / path], house, *more)}.json" for path in paths}
    wanting = [path for path in paths if not kept[path].exists()]

    def look(copy: Copy, path: Path) -> None:
        new = kept[path].with_suffix(".new")
        copy.ask([["-p", "tools.covered", *more, path.as_posix()], {"COVERED": str(new)}, 1200])
        if new.exists():
            new.replace(kept[path])

    kept[paths[0]].parent.mkdir(parents=True, exist_ok=True)
    for n, _ in enumerate(_shared(wanting, copies, look), 1):
        _progress(f"which test runs which line: {n} of {len(wanting)} files")
    merged = Covered({}, {}, [path.as_posix() for path in paths], _digest([ROOT / path for path in paths], house, *more))
    for held in (json.loads(path.read_text("utf-8")) for path in kept.values() if path.exists()):
        _add(merged, held)
    return merged


def _tests(within: Sequence[str], without: Sequence[str], changed: Sequence[Path]) -> list[Path]:
    """Return the files of tests: those of the folders, and the changed ones that have examples in docstrings."""
    paths = [path.relative_to(ROOT) for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    paths = [path for path in paths if path.as_posix().startswith(tuple(within)) and not path.as_posix().startswith(tuple(without))]
    return [*paths, *(path for path in changed if ">>> " in (ROOT / path).read_text("utf-8"))]


def _add(merged: Covered, held: Mapping[str, Any]) -> None:
    """Add what one file of tests runs."""
    merged.seconds.update(held["seconds"])
    for file, lines in held["lines"].items():
        for line, tests in lines.items():
            merged.lines.setdefault(file, {}).setdefault(int(line), set()).update(tests)


def _shared(things: Iterable[T], copies: Sequence[Copy], work: Callable[[Copy, T], R], end: float = float("inf")) -> Iterator[tuple[T, R]]:
    """Let every copy of the house take the next thing and work on it; yield what is done, until nothing is left or the time is over."""
    waiting: queue.SimpleQueue[T] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[T, R] | None] = queue.SimpleQueue()
    for thing in things:
        waiting.put(thing)

    def take(copy: Copy) -> None:
        try:
            while time.monotonic() < end:
                thing = waiting.get_nowait()
                done.put((thing, work(copy, thing)))
        except queue.Empty:
            pass
        finally:
            done.put(None)

    for copy in copies:
        threading.Thread(target=take, args=(copy,), daemon=True).start()
    for _ in copies:
        while (pair := done.get()) is not None:
            yield pair


def _progress(text: str) -> None:
    sys.stderr.write(f"\r{text}   ")
    sys.stderr.flush()


def _digest(paths: Iterable[Path], *more: str) -> str:
    digest = hashlib.sha256("".join(more).encode())
    for path in sorted(paths):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


# --- the run ------------------------------------------------------------------------------------------


def verdict(mutant: Mutant, copy: Copy, coverage: Covered, most: float) -> Verdict:
    """Make one change in a copy, run its tests, and put the file back.

    A test that fails without the change too says nothing of it, and is left out from then on.
    """
    path = copy.path / mutant.file
    before, times = path.read_bytes(), path.stat()
    tests = [name for name in coverage.tests_of(mutant, most) if _stands.get(name, True)]
    while True:
        copy.server(*coverage.paths)
        path.write_text(mutant.text, "utf-8")
        os.utime(path, (times.st_atime, 1_000_000_000 + int(mutant.rank[:7], 16)))  # no compiled file of another text may pass for its own
        try:
            said = _of_tests(mutant, mutant.text, copy, tests, coverage)
        finally:
            path.write_bytes(before)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        if said.by in tests and said.by not in _stands:
            _stands[said.by] = not _of_tests(mutant, before.decode(), copy, [said.by], coverage).code
        if _stands.get(said.by, True):
            return said
        tests = tests[tests.index(said.by) + 1 :]


_stands: dict[str, bool] = {}
"""Of the tests that noticed a change: whether they pass without one."""


def _of_tests(mutant: Mutant, text: str, copy: Copy, tests: Sequence[str], coverage: Covered) -> Verdict:
    seconds = 60 + 10 * sum(coverage.seconds[name] for name in tests)
    if not mutant.on_import:
        said = copy.ask([tests, seconds, mutant.file, mutant.module.code, text], *coverage.paths)
        if said.code != NOT_IN_MEMORY:
            return said
    said = Verdict(0, "")
    for bite in (tests[:_AT_FIRST], tests[_AT_FIRST:]):
        if bite and not said.code:
            said = copy.ask([["-x", *bite], {}, seconds])
    return said


def run(chosen: Sequence[Mutant], settings: Mapping[str, Any], jobs: int, minutes: float) -> Iterator[tuple[Mutant, Verdict]]:
    """Yield each change with the :func:`verdict` on it, until all are done or the time is over."""
    copies = [copy_of_the_house(number) for number in range(jobs)]
    files = sorted({Path(mutant.file) for mutant in chosen})
    coverage = covered(copies, settings["tests"], settings["without"], files, ["-m", "not slow"] if settings["fast"] else [])
    book = BUILD / "verdicts.jsonl"
    lines = [json.loads(line) for line in book.read_text("utf-8").splitlines()] if book.exists() else []
    kept = {(change, rests_on): Verdict(code, by) for change, rests_on, code, by in lines}
    tests = {path: _digest([ROOT / path]) for path in coverage.paths}
    waiting = []
    for mutant in chosen:
        if held := [kept[mutant.digest, state] for state in (coverage.state, *tests.values()) if (mutant.digest, state) in kept]:
            yield mutant, held[0]
        else:
            waiting.append(mutant)

    def judge(copy: Copy, mutant: Mutant) -> Verdict:
        return verdict(mutant, copy, coverage, settings["seconds_a_mutant"])

    with book.open("a", encoding="utf-8") as new:
        for mutant, said in _shared(waiting, copies, judge, time.monotonic() + 60 * minutes):
            rests_on = tests.get(said.by.partition("::")[0], coverage.state)
            new.write(json.dumps([mutant.digest, rests_on, *said]) + "\n")
            new.flush()
            yield mutant, said


def _asked(settings: Mapping[str, Any]) -> argparse.Namespace:
    """Return what the command line asks for, the list's settings where it asks for nothing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", help="a file or a pattern, in place of the list's")
    parser.add_argument("--tests", action="append", help="where the tests are, in place of all: tests/compose")
    parser.add_argument("--sample", type=int, default=settings["sample"])
    parser.add_argument("--seed", type=int, default=settings["seed"])
    parser.add_argument("--minutes", type=float, default=settings["minutes"])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--fast", action="store_true", help="with no test that is marked slow, nor a PostgreSQL: more may survive")
    return parser.parse_args()


def main() -> int:
    """Run, print the survivors and the share of the killed; 0 when every survivor is listed and enough are killed."""
    settings = tomllib.loads(LIST.read_text("utf-8"))
    asked = _asked(settings)
    everything = mutants(asked.only or settings["files"], asked.seed)
    chosen = everything[: asked.sample]
    settings |= {"tests": asked.tests or ["tests"], "fast": asked.fast}
    if asked.fast:
        os.environ["NOTICE_GEN_TEST_WITHOUT_POSTGRESQL"] = "1"
    listed = {(entry["file"], entry["before"], entry["after"]) for entry in settings.get("survivor", ())}
    killed, hung, alive, excused = 0, 0, [], set()
    for n, (mutant, said) in enumerate(run(chosen, settings, asked.jobs, asked.minutes), 1):
        name = (mutant.file, *mutant.change)
        noticed = bool(said.code)
        killed += noticed
        hung += said.code == HUNG
        _progress(f"{killed} of {n} noticed, {hung} of them hung, {len(chosen)} drawn")
        if not noticed and name in listed:
            excused.add(name)
        elif not noticed:
            alive.append(name)
            sys.stdout.write(f"{mutant.file}:{mutant.lines[0]}\n  - {name[1]}\n  + {name[2]}\n")
        elif name in listed:
            sys.stdout.write(f"{mutant.file}:{mutant.lines[0]}: listed as a survivor, but {said.by or 'a test'} notices it\n")
        sys.stdout.flush()
    judged = killed + len(alive) + len(excused)
    share = killed / judged if judged else 0
    sys.stdout.write(
        f"{judged} of {len(chosen)} drawn from {len(everything)} changes: {killed} noticed ({share:.0%}; {hung} hung), "
        f"{len(excused)} listed, {len(alive)} not\n"
    )
    return int(bool(alive) or judged < len(chosen) or share < settings["least_killed"])


if __name__ == "__main__":
    sys.exit(main())

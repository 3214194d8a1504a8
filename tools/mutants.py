"""Mutation run: change the program in one place at a time, and see whether a test notices.

``make mutants``, or ``python -m tools.mutants --only notice_gen/lost.py --sample 20 --jobs 1`` while writing tests.
mutmut's operators make the changes.  Each runs in a copy of the house, against the tests that run its line, the room's
own first and the quickest of them first, until one fails.  ``docs/dev/mutants.toml`` says what is changed and lists the
changes that may survive, with the reason for each; any other survivor is printed, and too many of them fail the run.
"""

from __future__ import annotations

import argparse
import difflib
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
from typing import IO, Any, TypeVar, cast

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

T = TypeVar("T")
R = TypeVar("R")

ROOT = Path(__file__).parents[1]
LIST = ROOT / "docs" / "dev" / "mutants.toml"
BUILD = ROOT / "build" / "mutants"
_LEFT_BEHIND = (".git", ".venv", "build", "dist", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache")
HUNG = -1
_NOT_COLLECTED = 4
_servers: dict[Path, subprocess.Popen[str]] = {}
_AT_FIRST = 25
"""Tests in the first bite: most changes die there, and pytest need not collect the rest."""


@dataclass(frozen=True)
class Mutant:
    """One change.

    Attributes:
        file: the changed file, from the root of the house.
        lines: the first and last line of the changed piece.
        rank: where it stands in the draw; the same as long as its function has the same piece.
        on_import: whether the piece runs when the file is imported, in no function.
        text: the file's text after the change.
        change: the changed lines before and after, without indentation.
    """

    file: str
    lines: tuple[int, int]
    rank: str
    on_import: bool
    node: cst.CSTNode = field(repr=False)
    new: cst.CSTNode = field(repr=False)
    module: cst.Module = field(repr=False)

    @property
    def text(self) -> str:
        """The file's text after the change."""
        return cst.ensure_type(self.module.deep_replace(self.node, self.new), cst.Module).code

    @property
    def change(self) -> tuple[str, str]:
        """The changed lines before and after, without indentation."""
        lines = list(difflib.ndiff(self.module.code.splitlines(), self.text.splitlines(), linejunk=None, charjunk=None))
        before, after = ("\n".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in ("- ", "+ "))
        return before, after


# --- the changes --------------------------------------------------------------------------------------


class _Visitor(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, file: str, module: cst.Module, seed: int) -> None:
        self.file, self.module, self.seed = file, module, seed
        self.mutants: list[Mutant] = []
        self._within: list[str] = []
        self._bodies: list[cst.BaseSuite] = []
        self._open = 0
        self._times: dict[str, int] = {}

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _is_no_behaviour(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._within.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self._bodies.append(node.body)
        self._open += node in self._bodies[-1:]
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for new in operator(node):
                    self._add(node, new, operator.__name__)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef) and not _is_no_behaviour(original_node):
            self._within.pop()
        if original_node in self._bodies[-1:]:
            self._bodies.pop()
            self._open -= 1

    def _add(self, node: cst.CSTNode, new: cst.CSTNode, operator: str) -> None:
        old_code, new_code = self.module.code_for_node(node), self.module.code_for_node(new)
        if old_code.strip(" rbu\"'").lower() == "utf-8":
            return  # whatever the spelling, the same encoding
        place = self.get_metadata(PositionProvider, node)
        name = "\0".join((str(self.seed), self.file, ".".join(self._within), operator, old_code, new_code))
        nth = self._times[name] = self._times.get(name, 0) + 1
        rank = hashlib.sha256(f"{name}\0{nth}".encode()).hexdigest()
        self.mutants.append(Mutant(self.file, (place.start.line, place.end.line), rank, not self._open, node, new, self.module))


def _is_no_behaviour(node: cst.CSTNode) -> bool:
    """Whether a piece of code is for the reader, the type checker, the memory or the translator: no test could mind a change."""
    match node:
        case cst.Annotation() | cst.Decorator() | cst.Import() | cst.ImportFrom() | cst.Assert():
            return True
        case cst.Call(func=cst.Name(value="N_" | "TypeVar" | "cast" | "lru_cache" | "len" | "isinstance")):
            return True  # a sentence's wording is held by the catalogue, for all sentences at once
        case cst.Arg(keyword=cst.Name(value="strict" | "maxsize" | "encoding")):
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value="__all__"))]):
            return True
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
    return False


def mutants(files: Sequence[str], seed: int) -> list[Mutant]:
    """Return every change of *files*, in the order of the draw."""
    all_of_them: list[Mutant] = []
    for path in sorted({path for pattern in files for path in ROOT.glob(pattern)}):
        wrapper = MetadataWrapper(cst.parse_module(path.read_text("utf-8")), unsafe_skip_copy=True)
        visitor = _Visitor(str(path.relative_to(ROOT)), wrapper.module, seed)
        wrapper.visit(visitor)
        all_of_them += visitor.mutants
    return sorted(all_of_them, key=lambda mutant: mutant.rank)


# --- the tests ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Covered:
    """Which tests run each line of a file, and how long each takes."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, set[str]]]

    def tests_of(self, mutant: Mutant, most: float) -> list[str]:
        """Return the tests of a change, its room's own first, the quickest first, at most so many seconds of them.

        Those with a PostgreSQL come last, for it must be started.
        A line that runs on import, such as a constant's, has the tests of its whole file.
        """
        lines = self.lines.get(mutant.file, {})
        first, last = mutant.lines
        own_lines = () if mutant.on_import else range(first, last + 1)
        names = set().union(*(lines.get(line, ()) for line in own_lines)) or set().union(*lines.values())
        room = mutant.file.removesuffix(".py").split("/")[1]
        own = (f"tests/{room}/", f"tests/test_{room}", mutant.file)
        chosen, spent = [], 0.0
        for name in sorted(names, key=lambda name: (not name.startswith(own), "postgresql" in name, self.seconds[name], name)):
            spent += self.seconds[name]
            if spent > most and chosen:
                break
            chosen.append(name)
        return chosen


def covered(
    copies: Sequence[Path], within: Sequence[str], without: Sequence[str], changed: Sequence[Path], more: Sequence[str] = ()
) -> Covered:
    """Return which lines each test runs, from the last run of its file as long as neither the file nor the house changed."""
    paths = [path.relative_to(ROOT) for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    paths = [path for path in paths if path.as_posix().startswith(tuple(within)) and not path.as_posix().startswith(tuple(without))]
    paths += [path for path in changed if ">>> " in (ROOT / path).read_text("utf-8")]  # examples in docstrings are tests too
    paths = (path for folder in ("notice_gen", "tests/helpers", "templates") for path in (ROOT / folder).rglob("*"))
    house = _digest(path for path in paths if path.suffix in {".py", ".toml"})
    kept = {path: BUILD / "covered" / f"{_digest([ROOT / path], house, *more)}.json" for path in paths}
    wanting = [path for path in paths if not kept[path].exists()]

    def look(copy: Path, path: Path) -> None:
        new = kept[path].with_suffix(".new")
        pytest(copy, ["-p", "tools.covered", *more, path.as_posix()], timeout=1200, COVERED=str(new))
        if new.exists():
            new.replace(kept[path])

    kept[paths[0]].parent.mkdir(parents=True, exist_ok=True)
    for n, _ in enumerate(_shared(wanting, copies, look), 1):
        _progress(f"which test runs which line: {n} of {len(wanting)} files")
    merged = Covered({}, {})
    for held in (json.loads(path.read_text("utf-8")) for path in kept.values() if path.exists()):
        merged.seconds.update(held["seconds"])
        for file, lines in held["lines"].items():
            for line, tests in lines.items():
                merged.lines.setdefault(file, {}).setdefault(int(line), set()).update(tests)
    return merged


def _shared(things: Iterable[T], copies: Sequence[Path], work: Callable[[Path, T], R], end: float = float("inf")) -> Iterator[tuple[T, R]]:
    """Let every copy of the house take the next thing and work on it; yield what is done, until nothing is left or the time is over."""
    waiting: queue.SimpleQueue[T] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[T, R] | None] = queue.SimpleQueue()
    for thing in things:
        waiting.put(thing)

    def take(copy: Path) -> None:
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


def pytest(copy: Path, arguments: Sequence[str], *, timeout: float, **more: str) -> int:
    """Run pytest in a copy of the house; return its exit code, or ``HUNG``."""
    once = [] if "COVERED" in more else ["-x"]
    arguments = ["-q", *once, "-p", "no:cacheprovider", "--no-header", "--tb=no", *arguments]
    environment = {"PYTHONDONTWRITEBYTECODE": "", "NOTICE_GEN_TEST_CACHE": str(BUILD / "cache"), "HYPOTHESIS_PROFILE": "quick", **more}
    server = _servers.get(copy)
    if server is None or server.poll() is not None:
        here = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": ""}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen([sys.executable, "-m", "tools.warm"], cwd=copy, env=here, text=True, **pipes)
        _servers[copy] = server
    stdin, stdout = cast(IO[str], server.stdin), cast(IO[str], server.stdout)
    stdin.write(json.dumps([arguments, environment, timeout]) + "\n")
    stdin.flush()
    return int(stdout.readline())


# --- the run ------------------------------------------------------------------------------------------


def copy_of_the_house(number: int) -> Path:
    """Return a fresh copy, times of files and all, so that what is kept for one serves for all."""
    copy = BUILD / f"copy-{number}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_LEFT_BEHIND), symlinks=True)
    return copy


def verdict(mutant: Mutant, copy: Path, tests: Sequence[str], coverage: Covered) -> int:
    """Make one change in a copy, run its tests, and put the file back; return pytest's exit code, 0 when no test noticed."""
    path = copy / mutant.file
    before, times = path.read_bytes(), path.stat()
    path.write_text(mutant.text, "utf-8")
    os.utime(path, (times.st_atime, 1_000_000_000 + int(mutant.rank[:7], 16)))  # no compiled file of another text may pass for this one's
    code = 0
    try:
        for bite in (tests[:_AT_FIRST], tests[_AT_FIRST:]):
            if bite and not code:
                code = pytest(copy, bite, timeout=60 + 10 * sum(coverage.seconds[name] for name in bite), PYTHONDONTWRITEBYTECODE="1")
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    if code == _NOT_COLLECTED and pytest(copy, ["--collect-only", *tests], timeout=600):
        raise RuntimeError(f"the tests of {mutant.file} cannot be collected: {tests}")
    return code


def run(chosen: Sequence[Mutant], settings: Mapping[str, Any], jobs: int, minutes: float) -> Iterator[tuple[Mutant, int]]:
    """Yield each change with the :func:`verdict` on it, until all are done or the time is over."""
    shutil.rmtree(BUILD / "cache", ignore_errors=True)
    copies = [copy_of_the_house(number) for number in range(jobs)]
    files = sorted({Path(mutant.file) for mutant in chosen})
    coverage = covered(copies, settings["tests"], settings["without"], files, ["-m", "not slow"] if settings["fast"] else [])
    most = settings["seconds_a_mutant"]
    end = time.monotonic() + 60 * minutes
    yield from _shared(chosen, copies, lambda copy, mutant: verdict(mutant, copy, coverage.tests_of(mutant, most), coverage), end)


def main() -> int:
    """Run, print the survivors and the share of the killed; 0 when every survivor is listed and enough are killed."""
    settings = tomllib.loads(LIST.read_text("utf-8"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", help="a file or a pattern, in place of the list's")
    parser.add_argument("--tests", action="append", help="where the tests are, in place of all: tests/compose")
    parser.add_argument("--sample", type=int, default=settings["sample"])
    parser.add_argument("--seed", type=int, default=settings["seed"])
    parser.add_argument("--minutes", type=float, default=settings["minutes"])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--fast", action="store_true", help="with no test that is marked slow, nor a PostgreSQL: more may survive")
    asked = parser.parse_args()
    everything = mutants(asked.only or settings["files"], asked.seed)
    chosen = everything[: asked.sample]
    settings |= {"tests": asked.tests or ["tests"], "fast": asked.fast}
    if asked.fast:
        os.environ["NOTICE_GEN_TEST_WITHOUT_POSTGRESQL"] = "1"
    listed = {(entry["file"], entry["before"], entry["after"]) for entry in settings.get("survivor", ())}
    killed, hung, alive, excused = 0, 0, [], set()
    for n, (mutant, code) in enumerate(run(chosen, settings, asked.jobs, asked.minutes), 1):
        name = (mutant.file, *mutant.change)
        noticed = bool(code)
        killed += noticed
        hung += code == HUNG
        _progress(f"{killed} of {n} noticed, {hung} of them hung, {len(chosen)} drawn")
        if not noticed and name in listed:
            excused.add(name)
        elif not noticed:
            alive.append(name)
            sys.stdout.write(f"{mutant.file}:{mutant.lines[0]}\n  - {name[1]}\n  + {name[2]}\n")
        elif name in listed:
            sys.stdout.write(f"{mutant.file}:{mutant.lines[0]}: listed as a survivor, but a test notices it\n")
        sys.stdout.flush()
    judged = killed + len(alive) + len(excused)
    share = killed / judged if judged else 0
    drawn = f"{judged} of {len(chosen)} drawn from {len(everything)} changes"
    sys.stdout.write(f"{drawn}: {killed} noticed ({share:.0%}; {hung} hung), {len(excused)} listed, {len(alive)} not\n")
    return int(bool(alive) or judged < len(chosen) or share < settings["least_killed"])


if __name__ == "__main__":
    sys.exit(main())

"""Run tests again and again without loading anything again: each run is a fork of this process.

``python -m tools.warm`` has loaded what others wrote, nothing of notice_gen: each run is a whole pytest, which sees the files
as they are now.  ``python -m tools.warm PATHS…`` has collected the tests of those paths: each run takes some of them, with the
functions of one file of notice_gen changed in memory.  Requests and answers are lines of JSON; see :func:`_whole` and
:func:`_collected` for what is asked.  The answer is a list: pytest's exit code, -1 for a run that was still going after its
seconds, or -2 for a change that cannot be made in memory; then the first test that failed.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import TextIO

import click.testing
import docx
import docxtpl
import hypothesis.strategies
import jsonschema
import lxml.etree
import openpyxl
import pydantic
import pytest
import tree_sitter_toml

LOADED = (click.testing, docx, docxtpl, hypothesis.strategies, jsonschema, lxml.etree, openpyxl, pydantic, tree_sitter_toml)
HUNG, NOT_IN_MEMORY = -1, -2
_CACHED = type(functools.cache(len))
_QUIET = ["-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", "--capture=sys", "-W", "ignore::pytest.PytestAssertRewriteWarning"]


class First:
    """A pytest plugin that keeps the name of the first test that failed."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look at a test."""
        self.failed = self.failed or (report.nodeid if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Look at a file."""
        self.failed = self.failed or (report.nodeid if report.failed else "")


def forked(work: Callable[[], tuple[int, str]], seconds: float) -> tuple[int, str]:
    """Do *work* in a child with a group of its own; end what is left of the group after it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        answer = (3, "")
        try:
            answer = work()
        finally:
            os.write(writing, json.dumps(answer).encode()[:4096])
            os._exit(0)
    os.close(writing)
    end, hung = time.monotonic() + seconds, True
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0]:
            hung = False
            break
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if hung:
        os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as answers:
        code, failed = (HUNG, "") if hung else json.loads(answers.read() or b'[3, ""]')
    return code, failed


def _serve(requests: TextIO, answers: TextIO, answer: Callable[..., tuple[int, str]]) -> None:
    answers.write("ready\n")
    answers.flush()
    for line in requests:
        answers.write(json.dumps(answer(*json.loads(line))) + "\n")
        answers.flush()


# --- a whole pytest -----------------------------------------------------------------------------------


def _whole(arguments: list[str], environment: dict[str, str], seconds: float) -> tuple[int, str]:
    """Answer a request of arguments for pytest, variables for its environment, and the most seconds it may take."""

    def run() -> tuple[int, str]:
        os.environ.update(environment)
        first = First()
        return int(pytest.main([*_QUIET, *arguments], plugins=[first])), first.failed

    return forked(run, seconds)


# --- tests that are collected -------------------------------------------------------------------------


class Collected:
    """A pytest plugin that serves in place of running all tests."""

    def __init__(self, requests: TextIO, answers: TextIO) -> None:
        self.requests, self.answers, self.first = requests, answers, First()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve until the requests end."""
        items = {item.nodeid: item for item in session.items}
        house = Path.cwd() / "notice_gen"
        everything = gc.get_objects()
        functions = [thing for thing in everything if type(thing) is FunctionType and thing.__code__.co_filename.startswith(str(house))]
        caches = [thing for thing in everything if type(thing) is _CACHED and thing.__module__.startswith(house.name)]
        gc.collect()
        gc.freeze()

        def answer(names: list[str], seconds: float, path: str, before: str, after: str) -> tuple[int, str]:
            """Answer a request of tests, the most seconds they may take, and a changed file's text before and after."""

            def run() -> tuple[int, str]:
                for cache in caches:
                    cache.cache_clear()
                if not _changed(functions, str(Path.cwd() / path), before, after):
                    return NOT_IN_MEMORY, ""
                return _run(session, [items[name] for name in names], self.first)

            return forked(run, seconds)

        _serve(self.requests, self.answers, answer)
        return True


def _run(session: pytest.Session, items: Sequence[pytest.Item], first: First) -> tuple[int, str]:
    """Run tests until one fails, as pytest does."""
    first.failed = ""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if first.failed:
            session._setupstate.teardown_exact(None)  # noqa: SLF001  what a fixture started ends
            break
    return int(bool(first.failed)), first.failed


def _changed(functions: Sequence[FunctionType], path: str, before: str, after: str) -> bool:
    """Give the functions of a file the code of its changed text; False when the change is not within functions."""
    old, new = ([*_codes(compile(text, path, "exec", dont_inherit=True))] for text in (before, after))
    if [(code.co_name, code.co_freevars) for code in old] != [(code.co_name, code.co_freevars) for code in new]:
        return False
    instead: dict[CodeType, CodeType] = {}
    for one, other in zip(old, new, strict=True):
        if instead.setdefault(one, other) != other:
            return False
    for function in functions:
        if function.__code__.co_filename == path and function.__code__ in instead:
            function.__code__ = instead[function.__code__]
    return True


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def main() -> None:
    """Serve until the input ends."""
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    sys.dont_write_bytecode = True
    if paths := sys.argv[1:]:
        serving = Collected(requests, answers)
        pytest.main([*_QUIET, "--continue-on-collection-errors", *paths], plugins=[serving, serving.first])
    else:
        _serve(requests, answers, _whole)


if __name__ == "__main__":
    main()

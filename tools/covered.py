"""A pytest plugin that writes down which tests run which lines of notice_gen, and how long each test takes.

``pytest -p tools.covered`` with ``COVERED`` naming the file to write, for one file of tests; ``tools/mutants.py`` reads it.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

_ROOT = Path(__file__).parents[1]
_seconds: defaultdict[str, float] = defaultdict(float)
_coverage = coverage.Coverage(data_file=None, config_file=False, source=[str(_ROOT / "notice_gen")], messages=False)


def pytest_configure() -> None:
    """Start before anything of notice_gen is imported."""
    _coverage.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Ascribe to a test what runs from its first fixture to its last."""
    _coverage.switch_context(item.nodeid)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest) -> Iterator[None]:
    """Ascribe what a fixture of a whole file runs to all tests of that file."""
    if fixturedef.scope == "function":
        return (yield)
    _coverage.switch_context(request.node.nodeid.partition("::")[0])
    try:
        return (yield)
    finally:
        _coverage.switch_context(os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up the time of a test that passes; one that does not is of no use here."""
    _seconds[report.nodeid] += report.duration if report.outcome == "passed" else float("inf")


def pytest_sessionfinish() -> None:
    """Write what was seen."""
    _coverage.stop()
    data = _coverage.get_data()
    seconds = {name: round(taken, 3) for name, taken in _seconds.items() if taken < float("inf")}
    lines: dict[str, dict[int, list[str]]] = {}
    for path in data.measured_files():
        for line, names in data.contexts_by_lineno(path).items():
            every = any(name and "::" not in name for name in names)
            tests = {name for name in names if name in seconds} | (set(seconds) if every else set())
            if tests:
                lines.setdefault(str(Path(path).relative_to(_ROOT)), {})[line] = sorted(tests)
    Path(os.environ["COVERED"]).write_text(json.dumps({"seconds": seconds, "lines": lines}), "utf-8")

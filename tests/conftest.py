"""What every test may count on: no cache, settings, language or register of the machine reaches it.

And what every test asks by the way: a problem that the program meets says what is wrong, where, and what to type instead; a check of a
notice reads what it declares.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import settings

from notice_gen import facts, kept
from notice_gen.errors import NoticeGenError, Problem
from notice_gen.model import Notice
from notice_gen.reader import judging

# How long an example takes says something of the machine, nothing of the code.
settings.register_profile("here", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10, derandomize=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="the first case of each test, and none that is marked slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--quick"):
        first = {item.nodeid.partition("[")[0]: item for item in reversed(items) if not item.get_closest_marker("slow")}
        chosen = {id(item) for item in first.values()}
        config.hook.pytest_deselected(items=[item for item in items if id(item) not in chosen])
        items[:] = [item for item in items if id(item) in chosen]
    quick = {item.path for item in items if not item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path in quick)  # files that are slow as a whole first, or one worker waits for them at the end


@pytest.fixture(autouse=True)
def _a_machine_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = os.environ.get("NOTICE_GEN_TEST_CACHE") or tmp_path_factory.getbasetemp() / "cache"  # the mutation run shares one
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(cache))
    monkeypatch.setenv("NOTICE_GEN_DATA", str(tmp_path_factory.getbasetemp() / "no data"))
    if kept.load(reminded := f"nhac-{facts.edition()}") is None:  # whichever test is the first would be told
        kept.store(reminded, b"+")
    monkeypatch.setenv("LANGUAGE", "")  # a command sets it; restored afterwards
    for name in ("NOTICE_GEN_LANG", "NOTICE_GEN_REGISTER", "NOTICE_GEN_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


# --- what every problem says ---------------------------------------------------------------------------

_WITHOUT_HINT = ("notice_gen.cli.", "notice_gen.library.", "notice_gen.office.checking", "notice_gen.reader.", "notice_gen.vietnamese.")
"""Rooms where a sentence may say all there is: a file that is not there, a figure that is no number."""
_made, _raised = Problem.__init__, NoticeGenError.__init__


def _make(self: Problem, *args: Any, **values: Any) -> None:
    _made(self, *args, **values)
    room = sys._getframe(1).f_globals.get("__name__", "")
    if room.startswith("notice_gen."):
        assert isinstance(self.message, str), self
        assert isinstance(self.hint, str), self
        assert self.message or room.startswith("notice_gen.reader."), self  # which carries a place about in one that says nothing
        assert self.hint or room.startswith(_WITHOUT_HINT), f"{room}: what is the clerk to type? {self}"
        assert self.level in {"error", "warning"}, self
        assert all(isinstance(step, str | int) for step in self.path), self


def _raise(self: NoticeGenError, problems: Any) -> None:
    _raised(self, problems)
    for problem in self.problems:
        assert "{" not in problem.hint or problem.hint_text(), problem


Problem.__init__, NoticeGenError.__init__ = _make, _raise  # type: ignore[method-assign,assignment]


# --- what every check reads ----------------------------------------------------------------------------


class _Declared:
    """A notice, or one table of it, that shows the parts that a check declares and no others."""

    def __init__(self, whole: Any, parts: set[str]) -> None:
        self.__dict__["_whole"], self.__dict__["_parts"] = whole, parts

    def __getattr__(self, name: str) -> Any:
        within = {part.partition(".")[2] for part in self._parts if part.startswith(f"{name}.")}
        if name in self._parts or not within:
            assert name in self._parts, f"read and not declared: {name}"
            return getattr(self._whole, name)
        return _Declared(getattr(self._whole, name), within)


def _ask(check: judging.Check, notice: Notice, on: date) -> Iterable[Problem]:
    return _asked(check, _Declared(notice, {*judging.PARTS[check]}) if check in judging.PARTS else notice, on)  # type: ignore[arg-type]


_asked, judging._ask = judging._ask, _ask

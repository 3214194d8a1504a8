"""What tags put together is judged for every form, ours too: once, and not again by a later run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notice_gen import issue, kept, ready, render
from notice_gen.errors import Problem, TemplateError

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[1] / "examples"


def made(name: str = "findings.toml") -> None:
    issue.issue((EXAMPLES / name).read_bytes(), file=name, folder=EXAMPLES, today=TODAY)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    seen: list[str] = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(issue, "_sound", set())
    monkeypatch.setattr(ready, "forms", lambda _: frozenset())  # nothing was judged when the program was built
    monkeypatch.setattr(render, "judge", lambda form, _: seen.append(form.label))
    return seen


def test_a_form_is_judged_once_by_all_runs(judged, monkeypatch):
    made()
    made()
    assert len(judged) == 1
    monkeypatch.setattr(issue, "_sound", set())  # another run
    made()
    assert len(judged) == 1
    monkeypatch.setattr(issue, "_sound", set())
    monkeypatch.setattr(issue, "__version__", "another")
    made()
    assert len(judged) == 2


def test_what_was_refused_is_judged_again(judged, monkeypatch):
    def refuse(form, _):
        judged.append(form.label)
        raise TemplateError(Problem("forbidden"))

    monkeypatch.setattr(render, "judge", refuse)
    for _ in range(2):
        with pytest.raises(TemplateError):
            made()
    assert len(judged) == 2


def test_without_a_cache_each_run_judges(judged, monkeypatch):
    monkeypatch.setattr(kept, "_folder", lambda: None)
    made()
    monkeypatch.setattr(issue, "_sound", set())
    made()
    assert len(judged) == 2

"""The workflows say what the project says: every Python on every system, a release only of what was tested, nothing kept secret."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
CI, RELEASE = (yaml.safe_load((FOLDER / name).read_text("utf-8")) for name in ("ci.yml", "release.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PYTHONS = [text.rpartition(" ")[2] for text in PROJECT["classifiers"] if "Python ::" in text]


def commands(workflow):
    return [step["run"] for job in workflow["jobs"].values() for step in job.get("steps", ()) if "run" in step]


def test_every_python_on_every_system():
    matrix = CI["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == PYTHONS == CI["jobs"]["installed"]["strategy"]["matrix"]["python"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}


def test_a_release_is_of_what_was_tested():
    jobs = RELEASE["jobs"]
    assert jobs["ci"]["uses"] == "./.github/workflows/ci.yml"
    assert jobs["build"]["needs"] == "ci"
    assert all(jobs[name]["needs"] == "build" for name in ("index", "page"))
    assert jobs["index"]["permissions"] == {"id-token": "write"}


@pytest.mark.parametrize("workflow", [CI, RELEASE], ids=["ci", "release"])
def test_least_rights_and_no_passwords(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in str(workflow)
    assert "password" not in str(workflow).lower()


def test_what_they_call_is_there():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for command in [*commands(CI), *commands(RELEASE)]:
        assert set(re.findall(r"^make ([a-z]+)", command, re.MULTILINE)) <= targets
        assert all((ROOT / name).exists() for name in re.findall(r"(?:bash|python) (\.?[\w/]+(?:\.py|/run))", command))


def test_the_floors_are_told_once():
    """What has an upper bound is used beyond what it promises; the lowest versions have a job of their own."""
    bound = {re.match(r"[a-z0-9-]+", need)[0] for need in PROJECT["dependencies"] if "<" in need}
    assert bound == {"docxtpl", "jinja2"}
    assert any("make lowest" in command for command in commands(CI))

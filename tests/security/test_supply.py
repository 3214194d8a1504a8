"""What is installed is what was tested: every pin with its digests, none older or newer than the tested one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HASHED = (ROOT / "requirements-hashed.txt").read_text("utf-8")
TESTED = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE))
PINNED = dict(re.findall(r"^([\w.-]+)==(\S+)", HASHED, re.MULTILINE))


def folded(names: dict[str, str]) -> dict[str, str]:
    return {re.sub(r"[._-]+", "-", name).lower(): version for name, version in names.items()}


def test_every_pin_has_digests_and_no_address():
    assert all("--hash=sha256:" in one for one in re.split(r"\n(?=[\w.-]+==)", HASHED)[1:])
    assert "://" not in HASHED


def test_the_pins_are_the_versions_tested():
    tested = folded(TESTED)
    assert {name: version for name, version in folded(PINNED).items() if tested.get(name, version) != version} == {}


def test_everything_needed_at_run_time_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert {re.match(r"[\w.-]+", one)[0].lower() for one in needed} <= folded(PINNED).keys()

"""Slips that clerks make are told, and their honest papers are not spoken of: one findings file each, in ``slips`` and ``honest``.

The first line of a slip says, as ``# mong: …``, the name of its warning or words of what is told.  A file that needs the office's settings
has them beside it, as ``NAME.notice-gen``.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from tests.helpers.following import at_work

HERE = Path(__file__).parent
TODAY = dt.date(2026, 11, 23)
MARK = "# mong: "


def files(folder: str) -> list[Path]:
    return sorted((HERE / folder).glob("*.toml"))


@pytest.fixture(autouse=True)
def office(tmp_path, monkeypatch):
    at_work(monkeypatch, tmp_path, TODAY)


def rendered(file: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[dict[str, str]]]:
    """The exit code, and what is told: problems of the findings, faults of the page."""
    shutil.copy(file, "van-ban.toml")
    settings = file.with_suffix(".notice-gen")
    Path("notice-gen.toml").write_text(settings.read_text("utf-8") if settings.exists() else "", "utf-8")
    code = run(["render", "van-ban.toml", "-o", "ra.docx", "--if-exists", "overwrite", "--format", "json", *options])
    (result,) = json.loads(capsys.readouterr().out)["results"]
    return code, [*result["problems"], *result["faults"]]


@pytest.mark.parametrize("file", files("slips"), ids=lambda file: file.stem)
def test_a_slip_is_told(file, capsys):
    first = file.read_text("utf-8").partition("\n")[0]
    assert first.startswith(MARK), "the first line says what is told"
    wanted = first.removeprefix(MARK).strip()
    code, problems = rendered(file, capsys)
    assert any(wanted == problem.get("code") or wanted in problem["message"] for problem in problems), (code, problems)


@pytest.mark.parametrize("file", files("honest"), ids=lambda file: file.stem)
def test_an_honest_paper_is_not_spoken_of(file, capsys):
    assert rendered(file, capsys) == (0, [])
    assert rendered(file, capsys, "--strict") == (0, [])


_TYPE = re.compile(r"Gõ: (?P<typed>(?:(?! hoặc )[^;…])+?)(?: \(.*\)\.?)?(?:; .*)?")


@pytest.mark.parametrize("file", files("slips"), ids=lambda file: file.stem)
def test_what_is_advised_for_a_slip_is_not_told_again(file, capsys):
    _, problems = rendered(file, capsys)
    lines = file.read_text("utf-8").split("\n")
    for problem in problems:
        advised = _TYPE.fullmatch(problem["hint"] or "")
        if advised is None or not problem["line"]:
            continue
        line, start = lines[problem["line"] - 1], problem["column"] - 1
        value = re.fullmatch(r"(\w+) = (.*)", advised["typed"])
        mended = re.sub(rf"{value[1]} = .*", value[0], line) if value else line[:start] + advised["typed"] + line[start + problem["width"] :]
        Path("sua.toml").write_text("\n".join([*lines[: problem["line"] - 1], mended, *lines[problem["line"] :]]), "utf-8")
        settings = file.with_suffix(".notice-gen")
        Path("sua.notice-gen").write_text(settings.read_text("utf-8") if settings.exists() else "", "utf-8")
        code, again = rendered(Path("sua.toml"), capsys)
        assert [one for one in again if one["line"] == problem["line"] and one not in problems] == [], (mended, code)
        assert [one for one in again if (one["message"], one["line"]) == (problem["message"], problem["line"])] == [], mended


def test_there_are_files():
    assert len(files("slips")) >= 30
    assert len(files("honest")) >= 15

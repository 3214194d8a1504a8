"""What an editor makes of the files we ship and begin: taplo, which VS Code's Even Better TOML runs, finds nothing wrong in them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from notice_gen import templates
from notice_gen.cli.main import run

ROOT = Path(__file__).parents[1]
FOLDERS = f"{ROOT / 'build' / 'node' / 'node_modules' / '.bin'}{os.pathsep}{os.environ.get('PATH', '')}"
TAPLO = shutil.which("taplo", path=FOLDERS)
needs_taplo = pytest.mark.skipif(TAPLO is None, reason="needs taplo: npm install --prefix build/node @taplo/cli")


def lint(*files: Path) -> str:
    """Return what taplo has against files, each by the schema that its first line names."""
    done = subprocess.run([str(TAPLO), "lint", *map(str, files)], capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stderr


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


@needs_taplo
def test_the_examples_are_right():
    files = [file for file in (ROOT / "examples").rglob("*.toml") if lines(file)[0].startswith("#:schema")]
    assert len(files) > 20
    assert lint(*files) == ""


@needs_taplo
def test_every_new_file_is_right_by_the_schema_that_comes_with_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for mau in templates.names():
        assert run(["new", mau]) == 0
    files = sorted(tmp_path.glob("*.toml"))
    assert len(files) == len(templates.names())
    assert lint(*files) == ""


@needs_taplo
@pytest.mark.parametrize(
    ("old", "new"),
    [("phien_ban = 1", "phien_ban = 1\nla = 1"), ("[giay_moi]", '[giay_moi]\nthoi_gian = "ngay mai"'), ("[giay_moi]", "[giay_moi]\nthoi_gian = 2026-11-25")],
)
def test_a_slip_is_seen(tmp_path, monkeypatch, old, new):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "giay-moi"]) == 0
    text = "".join(line for line in Path("giay-moi.toml").read_text("utf-8").splitlines(keepends=True) if not line.startswith("thoi_gian"))
    Path("giay-moi.toml").write_text(text.replace(old, new, 1), "utf-8")
    assert lint(Path("giay-moi.toml"))


def test_new_puts_the_schema_beside_the_file(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("họp").mkdir()
    assert run(["new", "-o", "họp/a.toml"]) == 0
    assert capsys.readouterr().out == f"{Path('họp/a.toml')}\n"
    assert (Path("họp") / lines(Path("họp/a.toml"))[0].removeprefix("#:schema ")).read_bytes() == templates.schema()
    assert run(["new", "-o", "họp/b.toml"]) == 0
    assert "schema" not in capsys.readouterr().err  # said once: it is there


@pytest.mark.parametrize(("before", "stays"), [('{"title": "notice-gen", "definitions": {}}', False), ('{"title": "khác"}', True), ("[]", True), ("chữ", True)])
def test_the_schema_of_an_older_version_is_replaced_and_nothing_else(tmp_path, monkeypatch, before, stays):
    monkeypatch.chdir(tmp_path)
    schema = Path(templates.SCHEMA)
    schema.write_text(before, "utf-8")
    assert run(["new"]) == 0
    assert (schema.read_text("utf-8") == before) is stays
    assert stays or schema.read_bytes() == templates.schema()


def test_standard_output_takes_no_second_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "-o", "-"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_begun_from_last_year_s_elsewhere_finds_its_schema(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("cũ").mkdir()
    Path("mới").mkdir()
    text = (ROOT / "examples" / "findings.toml").read_text("utf-8")
    assert text.startswith("#:schema ../schemas/")
    Path("cũ/tb-2025.toml").write_text(text, "utf-8")
    assert run(["new", "--from", "cũ/tb-2025.toml", "-o", "mới/"]) == 0
    made = next(Path("mới").glob("*.toml"))
    assert (made.parent / lines(made)[0].removeprefix("#:schema ")).read_bytes() == templates.schema()

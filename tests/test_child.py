"""This program once more: as Python calls it, and as a program in one file calls itself."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import notice_gen
from notice_gen import child, kept
from notice_gen.office import pool

SOURCES = sorted(Path(notice_gen.__file__).parent.rglob("*.py"))


def test_one_place_knows_the_interpreter():
    """Elsewhere ``sys.executable`` would be this program itself, once it is frozen; ``doctor`` only says it, ``kept`` looks at its age."""
    using = [path.name for path in SOURCES if "sys.executable" in path.read_text("utf-8")]
    assert sorted(using) == ["child.py", "doctor.py", "kept.py"]


def test_every_command_s_module_is_named():
    """Looked for in a folder they would not be found in a program of one file."""
    from notice_gen.cli.main import COMMANDS

    modules = {path.stem for path in (Path(notice_gen.__file__).parent / "cli").glob("cmd_*.py")}
    assert set(COMMANDS.values()) == modules


def test_works_are_functions_that_are_there():
    import importlib

    assert all(callable(importlib.import_module(module).main) for module in child._WORKS.values())
    called = [node.args[0].value for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
              and ast.unparse(node.func) == "child.command"]  # fmt: skip
    assert sorted(called) == sorted(child._WORKS)


def test_a_frozen_program_calls_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = child.command("doc-bang")
    assert program == sys.executable
    assert child.asked_for(arguments) == "doc-bang"


@pytest.mark.parametrize("arguments", [[], ["render", "a.toml"], [child.MARK], [child.MARK, "os"], [child.MARK, "doc-bang", "x"]])
def test_a_person_s_line_is_no_child_s(arguments):
    assert child.asked_for(arguments) is None


def test_a_frozen_main_does_the_child_s_work():
    """As PyInstaller starts it: ``main`` with the mark; a folder is kept until the input ends."""
    code = "import sys; sys.frozen = True; from notice_gen.cli import main; main()"
    with subprocess.Popen([sys.executable, "-c", code, child.MARK, "giu-thu-muc"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        folder = Path(json.loads(process.stdout.readline()))
        assert folder.is_dir()
        process.stdin.close()
        assert process.wait(30) == 0
    assert not folder.exists()


def test_what_one_version_of_a_frozen_program_keeps_is_not_the_next_one_s(tmp_path, monkeypatch):
    """It has no sources to tell versions apart by."""
    program = tmp_path / "notice-gen.exe"
    program.write_bytes(b"1")
    monkeypatch.setattr(sys, "executable", str(program))
    first = kept.name(tmp_path / "render", b"template")
    program.write_bytes(b"22")
    assert kept.name(tmp_path / "render", b"template") != first


def test_windows_waits_for_61_processes(monkeypatch):
    assert pool.processes(168).width == 168
    monkeypatch.setattr(sys, "platform", "win32")
    assert pool.processes(168).width == 61
    assert pool.processes(4).width == 4

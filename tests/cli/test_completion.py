"""What Tab offers: asked as each shell asks, and typed into shells where they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from notice_gen import templates
from notice_gen.cli import powershell
from notice_gen.cli.main import group, run

PROGRAM = [sys.executable, "-c", "from notice_gen.cli import main; main()"]


def asked(line: list[str], shell: str = "bash", folder: Path | None = None) -> list[str]:
    """Return the lines that the program answers when the last word of *line* is typed, as *shell* asks."""
    own = {"PYTHONPATH": str(Path(__file__).parents[2]), "_NOTICE_GEN_COMPLETE": f"{shell}_complete"}
    if shell == "powershell":
        own |= {"NOTICE_GEN_WORDS": "\n".join(["notice-gen", *line[:-1]]), "NOTICE_GEN_WORD": line[-1]}
    else:
        own |= {"COMP_WORDS": " ".join(["notice-gen", *line]), "COMP_CWORD": str(len(line)) if shell != "fish" else line[-1]}
    done = subprocess.run(PROGRAM, env={**os.environ, **own}, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def offered(*line: str, folder: Path | None = None) -> list[str]:
    return [answer.removeprefix("plain,") for answer in asked(list(line), folder=folder) if answer.startswith("plain,")]


def test_commands_and_options():
    assert offered("re") == ["register", "render", "report"]
    assert offered("register", "im") == ["import"]
    assert "--if-exists" in offered("render", "--if")
    assert offered("render", "--if-exists", "o") == ["overwrite"]


def test_a_name_of_a_command_is_completed_as_click_does_it_without_loading_any():
    context = click.Context(group)
    for typed in ("", "re", "--la", "khong"):
        as_click = click.Group.shell_complete(group, context, typed)
        assert [vars(item) for item in group.shell_complete(context, typed)] == [vars(item) for item in as_click]
    code = "import sys; from notice_gen.cli.main import run; run([]); sys.exit(','.join(name for name in sys.modules if '.cmd_' in name))"
    own = {"PYTHONPATH": str(Path(__file__).parents[2]), "_NOTICE_GEN_COMPLETE": "bash_complete", "COMP_WORDS": "notice-gen re", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **own}, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.split(), done.stderr.strip()) == (["plain,register", "plain,render", "plain,report"], "")


def test_templates_and_rules():
    assert set(offered("new", "")) == set(templates.names())
    assert offered("schema", "cong-") == ["cong-dien", "cong-van"]
    assert offered("templates", "check", "--mau", "nghi") == ["nghi-quyet"]
    assert "TR01" in offered("check", "--select", "tr0")
    assert "TR01,QH" in offered("check", "--ignore", "TR01,Q")
    assert offered("check", "--explain", "TR01") == ["TR01"]


def test_units_and_types():
    assert "'thành phố Huế'" in offered("batch-form", "a.toml", "--communes", "hue")
    assert offered("register", "list", "--type", "tb") == ["TB"]
    assert 'don_vi.ten == "' in offered("batch", "a.toml", "--only", "don_vi.t")
    assert all("xã Thuận Châu" in line for line in asked(["batch", "--only", 'don_vi.ten == "xã Thuận Châ'], "powershell"))
    assert asked(["batch", "--only", 'don_vi.ten == "xã Thuận Châ'], "powershell")


def test_registers_and_files(tmp_path):
    (tmp_path / "so-van-ban.db").touch()
    (tmp_path / "so-lieu.xlsx").touch()
    (tmp_path / "sổ cũ").mkdir()
    assert offered("register", "list", "--register", "so", folder=tmp_path) == ["so-van-ban.db"]
    assert offered("render", "--register", "", folder=tmp_path) == ["so-van-ban.db", f"sổ cũ{os.sep}", "postgresql://"]
    for line in (["render", ""], ["check", ""], ["batch", ""], ["preview", ""], ["render", "-o", ""], ["register", "import", ""], ["new", "--from", ""], ["batch", "--data", ""]):
        assert asked(line) == ["file,"], line


@pytest.mark.parametrize(("shell", "separator"), [("zsh", None), ("fish", None), ("powershell", "\t")])
def test_every_shell_is_told_what_a_template_is(shell, separator):
    lines = asked(["new", "cong-v"], shell)
    assert "Công văn" in "\n".join(lines)
    assert separator is None or lines == [separator.join(["plain", "cong-van", "Công văn"])]


@pytest.mark.parametrize("shell", powershell.SHELLS)
def test_what_a_shell_reads(shell, capsys):
    assert run(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert "notice-gen" in out
    assert f"{shell}_complete" in out
    assert "%(" not in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_it(shell, capsys, tmp_path):
    program = shutil.which(shell)
    if not program:
        pytest.skip(f"no {shell} here")
    assert run(["completion", shell]) == 0
    file = tmp_path / "notice-gen"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert subprocess.run([program, "-n", str(file)], capture_output=True, check=False).stderr == b""


def test_bash_completes_a_line(capsys, tmp_path):
    """As readline does: the function that bash was given is called with the words, and answers in COMPREPLY."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("no bash here")
    assert run(["completion", "bash"]) == 0
    program = tmp_path / "notice-gen"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{Path(__file__).parents[2]}" exec "{sys.executable}" -c "from notice_gen.cli import main; main()" "$@"\n', "utf-8")
    program.chmod(0o755)
    text = capsys.readouterr().out + '\nCOMP_WORDS=(notice-gen new cong-v); COMP_CWORD=2; _notice_gen_completion notice-gen; printf "%s\\n" "${COMPREPLY[@]}"\n'
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([bash, "-c", text], env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.split() == ["cong-van"], done.stderr


# --- quiet, verbose, a terminal that can little ---------------------------------------------------------


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["new"]) == 0
    return tmp_path


@pytest.mark.usefixtures("here")
def test_quiet_says_only_what_is_wrong(capsys):
    capsys.readouterr()
    assert run(["new", "cong-van", "-q"]) == 0
    assert capsys.readouterr() == ("cong-van.toml\n", "")
    assert run(["validate", "thong-bao.toml", "-q"]) == 0
    assert "không có lỗi" not in capsys.readouterr().err
    Path("hong.toml").write_text("phien_ban = 9", "utf-8")
    assert run(["render", "-q", "hong.toml"]) == 3
    assert "lỗi" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("line", [["-v", "thong-bao.toml"], ["thong-bao.toml", "--verbose"], ["thong-bao.toml", "-qv"]])
def test_verbose_says_on_what_it_runs(line, capsys, monkeypatch):
    monkeypatch.setenv("NOTICE_GEN_DEBUG", "")
    assert run(["validate", *line]) == 0
    first = capsys.readouterr().err.splitlines()[0] if "-qv" not in line else capsys.readouterr().err
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in first


def test_the_version_in_short(capsys):
    assert run(["-V"]) == 0
    short = capsys.readouterr().out
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == short


def test_a_dumb_terminal_gets_neither_colours_nor_a_line_drawn_over(monkeypatch):
    from notice_gen.cli import report, work

    monkeypatch.setattr("sys.stderr", type("Terminal", (), {"isatty": lambda _: True, "write": lambda *_: None, "flush": lambda _: None})())
    monkeypatch.setenv("TERM", "xterm")
    assert report.has_colour()
    assert work.Bar(str)._on_terminal
    monkeypatch.setenv("TERM", "dumb")
    assert not report.has_colour()
    assert not work.Bar(str)._on_terminal

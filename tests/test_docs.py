"""The user's pages: every findings snippet is read by the program, every command and option shown is one it has."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from notice_gen.cli.main import group
from notice_gen.reader import keys

HOME = Path(__file__).parents[1]
PAGES = [HOME / "README.md", HOME / "README.vi.md", *sorted((HOME / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(notice-gen [^`]+)`")
SNIPPETS = [(page, text) for page in PAGES for kind, text in BLOCK.findall(page.read_text("utf-8")) if kind == "toml" and "language-server" not in text]
"""Those of findings and settings of ours."""


def commands() -> list[tuple[str, str]]:
    """Every command line shown, with its page."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        blocks = [block for kind, block in BLOCK.findall(text) if kind in {"console", ""}]
        lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
        found += [(page.name, line) for line in (*lines, *INLINE.findall(text)) if line.startswith("notice-gen ")]
    return list(dict.fromkeys(found))


def paths(data: object, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The keys of a tree, without the places in lists."""
    if isinstance(data, list):
        return [path for each in data for path in paths(each, before)]
    if not isinstance(data, dict):
        return [before]
    return [before, *(path for key, value in data.items() for path in paths(value, (*before, key)))]


@pytest.mark.parametrize(("page", "text"), SNIPPETS, ids=[f"{page.name}-{n}" for n, (page, _) in enumerate(SNIPPETS)])
def test_a_snippet_has_keys_that_there_are(page, text):
    known = ("so_lieu", "so_lieu_tinh", "don_vi", "cot", "kiem_tra")  # tables of any key
    data = tomllib.loads(text)
    unknown = [path for path in paths(data) if path and path[0] not in known and "bang" not in path and not keys.field_at(path)]
    assert unknown == [], page.name


@pytest.mark.parametrize(("page", "line"), commands())
def test_a_command_shown_is_one(page, line):
    line = re.sub(r"\s{2,}#.*|\s#\s.*", "", line)
    words = shlex.split(line.replace("…", " "))[1:]
    command: click.Command = group
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        if not name.isascii() or name.isupper():
            return  # "LỆNH": what a word stands for
        if name.endswith(".toml") or name == "reder":
            return  # shown for how it is answered
        command_or_none = command.get_command(click.Context(command), name)
        assert command_or_none, f"{page}: {line}: no command {name}"
        command = command_or_none
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help", "-h"}
    assert {word.split("=")[0] for word in words if word.startswith("-") and len(word) > 1} <= options, f"{page}: {line}"

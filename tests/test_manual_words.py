"""The user's pages name what there is: options, variables, keys, warnings, rules, labels of the screen, sentences of the program."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from notice_gen import templates, vietnamese
from notice_gen.check import rules
from notice_gen.cli.main import group
from notice_gen.reader import keys

HOME = Path(__file__).parents[1]
PAGES = [HOME / "README.md", HOME / "README.vi.md", *sorted(path for path in (HOME / "docs").glob("*.md") if path.name != "performance.md")]
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
by_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)


def told(page: Path) -> str:
    return page.read_text("utf-8")


def codes(page: Path) -> list[str]:
    """What stands between single back-ticks, outside of blocks."""
    return CODE.findall(BLOCK.sub("", told(page)))


@cache
def options() -> frozenset[str]:
    found = {"--help", "-h"}
    waiting: list[click.Command] = [group]
    while waiting:
        command = waiting.pop()
        found.update(option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts))
        if isinstance(command, click.Group):
            context = click.Context(command)
            waiting += [child for name in command.list_commands(context) if (child := command.get_command(context, name))]
    return frozenset(found)


OF_OTHERS = {"--user", "--format=custom", "--file", "--clean", "--if-exists", "--dbname", "--upgrade", "--stdio"}


@by_page
def test_an_option_that_is_named_is_one(page):
    named = {word.split("=")[0].rstrip(".,;:)") for code in codes(page) if not code.startswith(("pg_", "pip", "python", "uv", "pipx")) for word in re.findall(r"(?<![\w-])--[a-z][\w-]*", code)}
    assert named - options() - OF_OTHERS == set()


@by_page
def test_a_variable_that_is_named_is_read(page):
    sources = "".join(path.read_text("utf-8") for path in (HOME / "notice_gen").rglob("*.py") if "ready" not in path.parts)
    assert {name for name in re.findall(r"NOTICE_GEN_[A-Z_]+", told(page)) if name not in sources} == set()


@by_page
def test_a_rule_that_is_named_is_one(page):
    known = {one.rule.code for one in rules.all_rules()}
    assert {code for code in codes(page) if re.fullmatch(r"[A-Z]{2}\d\d", code)} - known == set()


@cache
def identifiers() -> frozenset[str]:
    """Keys, warnings, rules, filters, groups of facts, values of keys, names of figures in what is shipped."""
    warnings = tomllib.loads((HOME / "notice_gen" / "data" / "canh-bao.toml").read_text("utf-8"))
    plain_values = "".join(path.read_text("utf-8") for room in ("cli", "office") for path in (HOME / "notice_gen" / room).rglob("*.py"))  # keys of JSON, names of fields
    shipped = "".join(path.read_text("utf-8") for folder in ("examples", "templates", "notice_gen/data") for path in (HOME / folder).rglob("*.toml"))
    model = "".join(path.read_text("utf-8") for room in ("model", "signatures", "vietnamese") for path in (HOME / "notice_gen" / room).glob("*.py"))
    return frozenset({*keys.all_keys(), *re.findall(r"\w+", str(warnings)), *(one.rule.name for one in rules.all_rules()), *vietnamese.FILTERS, *templates.names(),
                      *re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", shipped), *re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", model), *re.findall(r"[\"']([a-z]+(?:_[a-z0-9]+)+)[\"']", plain_values), *dir(vietnamese)})  # fmt: skip


OF_POSTGRESQL = {"pg_dump", "pg_hba", "pg_advisory_xact_lock"}
FIGURES_OF_THE_PAGE = {"tu-word-ve.md": {"tiep_nhan_ho_so"}}


@by_page
def test_a_key_that_is_named_is_one(page):
    own = set(re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", "".join(text for _, text in BLOCK.findall(told(page)))))  # figures of a page's own snippets
    named = {re.sub(r"_\d+$", "", word) for code in codes(page) if re.fullmatch(r"[a-z0-9_.\[\] {}|]+", code) for word in re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", code)}
    named = {word for word in named if "_" in word}
    assert named - identifiers() - own - OF_POSTGRESQL - FIGURES_OF_THE_PAGE.get(page.name, set()) == set()


@cache
def sentences() -> tuple[str, ...]:
    """What the program may say, each field a ``…``."""
    with (HOME / "notice_gen" / "locale" / "en" / "LC_MESSAGES" / "notice_gen.po").open("rb") as file:
        told = [message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file, locale="en") if message.id]
    return tuple(plain(re.sub(r"\{\{|\}\}", "", re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", one))) for one in told)


def plain(text: str) -> str:
    return " ".join(text.replace("**", "").replace("`", "").replace("\\|", "|").split())


def may_say(text: str) -> bool:
    """Tell whether the program may say *text*: a sentence of it with values in place, or its beginning with ``…`` for what is left out."""
    pieces = [re.escape(piece) for piece in re.split("…", plain(text))]
    shown = re.compile(r"[^\n]*".join(pieces).rstrip("\\."))
    return any(shown.match(one) or re.fullmatch(r"[^\n]*".join(map(re.escape, one.rstrip(".").split("…"))), plain(text).rstrip(".")) for one in sentences())


LINE = re.compile(r"(?:(?<=: )|^ *)(?:lỗi|cảnh báo|gợi ý|luật \w+ \w+): (.+)$", re.MULTILINE)


@by_page
def test_a_message_that_is_shown_is_one(page):
    blocks = "".join(text for kind, text in BLOCK.findall(told(page)) if kind in {"", "text"})
    assert [said for said in LINE.findall(blocks) if not may_say(said)] == []


@pytest.mark.parametrize(("page", "head"), [("hang-loat.md", "| chương trình báo |"), ("kiem-tra.md", "| chương trình nói |")])
def test_the_tables_of_messages_have_what_the_program_says(page, head):
    table = told(HOME / "docs" / page).partition(head)[2].partition("\n\n")[0]
    shown = [row.split(" | ")[0].strip("| ") for row in table.splitlines()[2:]]
    assert len(shown) > 5
    assert [one for text in shown for one in text.split("; ") if not may_say(one)] == []


SCREEN = ("bat-dau-windows.md", "man-hinh.md")


@pytest.mark.parametrize("page", SCREEN)
def test_a_label_of_the_screen_is_one(page):
    """Bold words of these pages are what one clicks on, here or in Windows."""
    sources = "".join(path.read_text("utf-8") for folder in ("web/src", "packaging/windows", "notice_gen/web") for path in (HOME / folder).rglob("*") if path.suffix in {".ts", ".tsx", ".json", ".py", ".html"})
    labels = {label.strip(".:… ") for label in re.findall(r"\*\*([^*\n]+)\*\*", told(HOME / "docs" / page))}
    of_windows = {"Extract All", "cai-dat.cmd", "Show more options"}
    assert {label for label in labels if not all(word.strip() in sources for word in label.split("…") if word.strip())} - of_windows == set()

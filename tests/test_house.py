"""The house rules that no other tool checks: sizes, documents that keep up, what the wheel carries."""

from __future__ import annotations

import ast
import io
import re
import tomllib
from datetime import date
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from notice_gen import legal, templates
from notice_gen.cli.main import group
from notice_gen.schema import json_schema
from tools import catalogue, decree, gallery, man_page, rules_page

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for path in (ROOT / "notice_gen").rglob("*.py") if "ready" not in path.parts)
TOOLS = sorted((ROOT / "tools").rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUFF = PYPROJECT["tool"]["ruff"]["lint"]
WHEEL = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]


def test_a_file_is_a_sitting():
    assert len(SOURCES) > 100
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if length > 350} == {}


_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension, ast.Assert)


def _complexity(function):
    """One, and one for every branch and every further operand of an ``and`` or an ``or``."""
    inside = list(ast.walk(function))
    return 1 + sum(isinstance(node, _BRANCHES) for node in inside) + sum(len(node.values) - 1 for node in inside if isinstance(node, ast.BoolOp))


@pytest.mark.slow
def test_a_function_is_held_in_the_head():
    """C901 of ruff counts neither comprehensions nor operands."""
    most = RUFF["mccabe"]["max-complexity"]
    functions = [(path, node) for path in [*SOURCES, *TOOLS] for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    counted = [(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", _complexity(node)) for path, node in functions]
    assert [(name, count) for name, count in counted if count > most] == []


@pytest.mark.slow
def test_a_line_is_read_at_a_glance():
    """Only a Vietnamese help text may be longer, and says so itself."""
    assert (RUFF["pycodestyle"]["max-line-length"], RUFF["mccabe"]["max-complexity"]) == (140, 15)
    vietnamese = re.compile("[À-ỹđĐ]")
    excused = [
        (path.name, number)
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "noqa: E501" in line and not vietnamese.search(line)
    ]
    assert excused == []


def test_the_floors_of_the_architecture_are_those_that_are_checked():
    page = (ROOT / "docs" / "dev" / "architecture.md").read_text("utf-8")
    drawn = re.search(r"^## Floors\n.*?^```\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1].splitlines()
    (contract,) = [contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"] if contract["type"] == "layers"]
    layers = [re.sub(r"[()]", "", layer) for layer in contract["layers"]]
    assert [set(floor.split(" | ")) for floor in drawn] == [set(layer.split(" | ")) for layer in layers]


def test_no_path_of_somebodys_machine():
    wrong = re.compile(r"/(?:work|root|home)/\w")
    texts = [p for name in ("notice_gen", "docs", "examples", "templates", "tools") for p in (ROOT / name).rglob("*")]
    texts = [p for p in texts if p.suffix in {".py", ".md", ".toml", ".po"}]
    assert len(texts) > 50
    assert [p for p in texts if wrong.search(p.read_text("utf-8"))] == []


# --- documents ----------------------------------------------------------------------------------------


def commands_of(command):
    yield command
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from commands_of(child)


def test_the_manual_page_of_unix_is_true():
    """Refresh with ``make man``."""
    assert man_page.PAGE.read_text("utf-8") == man_page.page()



@pytest.mark.parametrize("name", group.list_commands(None))
def test_every_command_and_option_is_in_the_manual(name):
    """Daily work, the administrator's, the developer's: a command may stand on several."""
    pages = [(ROOT / "docs" / f"{page}.md").read_text("utf-8") for page in ("cli", "quan-tri", "lap-trinh")]
    manual, general = "\n## \n".join(pages), pages[0][: pages[0].index("\n## ")]
    section = "".join(re.findall(rf"^## `notice-gen {name}[ `].*?(?=^## |\Z)", manual, re.MULTILINE | re.DOTALL))
    assert section, name
    for param in (param for command in commands_of(group.get_command(None, name)) for param in command.params):
        if isinstance(param, click.Option):
            for option in param.opts:
                assert f"`{option}" in section or f"`{option}" in general, option
            if isinstance(param.type, click.Choice) and param.name != "lang":
                assert all(choice in manual for choice in param.type.choices)


def test_every_key_is_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `(\w+)` \|", glossary, re.MULTILINE))
    schema = json_schema({"thong-bao": ()})
    keys = {key for table in (schema, *schema["definitions"].values()) for key in table["properties"]}
    assert len(keys) > 40
    assert keys == listed


def test_every_rule_of_the_checker_is_listed():
    assert rules_page.PAGE.read_text("utf-8") == rules_page.page(), "run: python tools/rules_page.py"


def test_a_change_that_may_survive_is_still_a_line_of_the_code():
    """The list of ``make mutants``: each with the reason why no test should notice it."""
    settings = tomllib.loads((ROOT / "docs" / "dev" / "mutants.toml").read_text("utf-8"))
    assert all(list(ROOT.glob(pattern)) for pattern in settings["files"])
    for survivor in settings.get("survivor", ()):
        lines = {line.strip() for line in (ROOT / survivor["file"]).read_text("utf-8").splitlines()}
        assert set(survivor["before"].splitlines()) <= lines, survivor
        assert survivor["reason"], survivor


def test_links_between_documents_lead_somewhere():
    links = [
        (path, link)
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
    ]
    assert len(links) > 10
    assert [f"{path.name}: {link}" for path, link in links if not (path.parent / link).exists()] == []


def test_every_type_and_every_example_is_shown_on_the_page_of_types():
    """Refresh the pictures with ``make gallery``."""
    page = (ROOT / "docs" / "mau.md").read_text("utf-8")
    for mau in templates.names():
        manifest = templates.find(mau).manifest
        assert re.search(rf"^\| `{mau}` \| {manifest['ten']} \| ", page, re.MULTILINE), mau
    examples = {path.stem for path in (ROOT / "examples").glob("*.toml")}
    assert {name.rpartition("-")[0] for name in re.findall(r"\(gallery/([\w-]+)\.png\)", page)} == examples
    pictures = list((ROOT / "docs" / "gallery").glob("*.png"))
    assert {path.stem.rpartition("-")[0] for path in pictures} == examples
    assert sum(path.stat().st_size for path in pictures) < 1_500_000


def test_every_type_and_every_example_is_listed_by_its_pages_of_the_decree():
    """Refresh with ``make gallery``; the decree's pages with ``tools/decree.py``."""
    page = gallery.listed()
    assert (ROOT / "docs" / "gallery" / "README.md").read_text("utf-8") == page
    of_types = {kind.mau for law in legal.every() for kind in (*law.loai.values(), *law.loai_khong_ma) if kind.mau}
    forms = {path.stem.removeprefix("mau-") for path in decree.FOLDER.glob("mau-[1-3]*.png")}
    assert of_types <= forms
    shown = set(re.findall(r"\(nghi-dinh/([\w.-]+\.png)\)", page))
    # No sample is an annex, a text or a copy in a file of its own.
    unused = {"mau-1.3-kem-theo-dien-tu.png", "mau-2.2.png", "mau-3.2.png"}
    assert shown | unused == {path.name for path in decree.FOLDER.glob("*.png")}
    assert sum(path.stat().st_size for path in decree.FOLDER.glob("*.png")) < 400_000


@pytest.mark.parametrize(
    ("notice", "forms"),
    [
        ('mau = "cong-van"', "1.5"),
        ('mau = "thu-cong"', ""),
        ('mau = "ke-hoach"\n[[phu_luc]]', "1.4 2.1"),
        ('mau = "ke-hoach"\nvan_ban.dien_tu = true\n[[phu_luc]]', "1.4 2.2"),
        ('mau = "quyet-dinh"\n[[van_ban_kem_theo]]', "1.3 1.3-kem-theo"),
        ('mau = "nghi-quyet"\n[[van_ban_kem_theo]]', "1.1 1.3-kem-theo"),
        ('mau = "ke-hoach"\nban_sao.dien_tu = true', "1.4 3.2"),
        ('mau = "sao-y"\nban_sao.hinh_thuc = "sao y"', "3.1"),
    ],
)
def test_a_notice_is_held_against_the_forms_of_what_is_in_it(notice, forms):
    pages = decree.pages_of(notice, date(2026, 11, 23))
    assert " ".join(page.stem.removeprefix("mau-") for page in pages) == forms
    assert all(page.exists() for page in pages)


# --- catalogues ---------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_sentence_is_said_in_english():
    """Refresh with ``make catalogue`` and translate what is new."""
    assert catalogue.faults(read_po(io.BytesIO(catalogue._EN.read_bytes()))) == []


@pytest.mark.slow
def test_a_sentence_left_out_or_with_other_fields_is_noticed():
    sentences = catalogue.sentences()
    with_field = next(s for s in sentences if "{tep}" in s)
    said = Catalog(locale="en")
    for sentence in sentences[1:]:
        said.add(sentence, "no fields" if sentence == with_field else sentence)
    said.add("gone", "gone")
    assert [fault.partition(":")[0] for fault in catalogue.faults(said)][:1] == ["not translated"]
    assert any(fault.startswith("no longer used: gone") for fault in catalogue.faults(said))


# --- the wheel ----------------------------------------------------------------------------------------


def test_the_wheel_carries_every_template_and_the_schema():
    carried = WHEEL["force-include"]
    assert {carried[f"templates/{folder}"] for folder in ("mau", "word")} == {f"notice_gen/data/templates/{folder}" for folder in ("mau", "word")}
    assert carried["schemas"] == "notice_gen/data/schemas"
    assert "*.mo" in WHEEL["artifacts"]
    folders = [path for path in (ROOT / "templates" / "mau").iterdir() if path.is_dir()]
    assert sorted(path.name for path in folders) == list(templates.names())
    for folder in folders:
        assert {p.name for p in folder.iterdir()} == {"manifest.toml", "sample.toml"}
    used = {templates.find(mau).manifest["word"] for mau in templates.names()}
    assert used == {path.stem for path in (ROOT / "templates" / "word").glob("*.docx")}


def test_the_compiled_catalogues_are_there():
    """``python hatch_build.py`` compiles them; an install does it by itself."""
    for po in (ROOT / "notice_gen" / "locale").rglob("*.po"):
        assert po.with_suffix(".mo").is_file()

"""What is dear to make and the same for everybody, made before the program is packed: ``notice_gen/data/ready``.

Plain Python and JSON, so that anybody can read what is run: no pickle, no marshal.  ``hatch_build.py`` calls it wherever the project is
built, ``notice_gen/ready.py`` reads it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from importlib import invalidate_caches
from itertools import chain
from pathlib import Path
from typing import Any

import click

from notice_gen import facts, issue, kept, patterns, proof, reader, ready, render, template_choice, templates
from notice_gen.cli.main import COMMANDS, group
from notice_gen.model import validation
from notice_gen.render import compiling, engine, readymade, runtime
from notice_gen.render.prepare import prepare
from notice_gen.vietnamese import am_tiet, tan_suat

ROOT = Path(__file__).parents[1]
_HEAD = '"""Made by tools/make_ready.py; not to be edited."""\n'
_DAY = date(2026, 1, 2)
_SYLLABLES = 4096  # the most frequent, of which nearly all texts are made


def made() -> dict[str, str]:
    """Return every file by its name."""
    paths = sorted(facts.FOLDER.glob("*.toml"))
    tables = {f"{path.stem}.json": kept.written(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)).decode() for path in paths}
    listed = json.dumps(_commands(), ensure_ascii=False, indent=1)
    syllables = f"{_HEAD}\nVERSIONS = {{}}\nDUNG = {' '.join(am_tiet.tim_chu_dung(tan_suat.cac_chu()[:_SYLLABLES]))!r}\n"
    return {
        **tables, "validator.py": _validator(), "lenh.json": listed, f"{am_tiet.SAN}.py": syllables,
        **dict(chain.from_iterable(map(_word, templates.word_files()))),
    }


def write() -> None:
    """Write them, whole or not at all; what belongs to files that are gone goes."""
    ready.FOLDER.mkdir(exist_ok=True)
    files = made()
    for path in ready.FOLDER.iterdir():
        if path.is_file() and path.name not in files:
            path.unlink()
    for name, text in files.items():
        _write(name, text)
    invalidate_caches()
    _write("forms.json", json.dumps(forms(), indent=1))
    with tempfile.TemporaryDirectory() as folder:
        for task in (patterns.EVERY, "in", "kiem"):
            _write(f"{patterns.name(task)}.py", _HEAD + _patterns(task, Path(folder)))


def _write(name: str, text: str) -> None:
    fresh = ready.FOLDER / f".{name}.tmp"  # two installs at once must not read half a file
    fresh.write_text(text, "utf-8", newline="\n")
    fresh.replace(ready.FOLDER / name)


def _word(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the modules of one Word file: what is true of it, and each of its parts that holds tags."""
    docx = path.read_bytes()
    digest = hashlib.sha256(docx).hexdigest()
    sources, code, names, words, whole, fixed = compiling.compile_prepared(prepare(docx, path.name, None), path.name, as_text=True)
    made_of = hashlib.sha256(docx)
    for source in sorted(Path(engine.__file__).parent.glob("*.py")):
        made_of.update(source.read_bytes())
    module = readymade.module(docx)
    lines = [
        "VERSIONS = {}", f"DOCX = {digest!r}  # {path.name}",
        f"DIGEST = {f'san-{made_of.hexdigest()}'!r}",
        f"PARTS = {tuple(code)!r}", f"SOURCES = {sources!r}", f"FIXED = {tuple(fixed)!r}",
        *(f"{name} = frozenset({sorted(each)!r})" for name, each in (("NAMES", names), ("WORDS", words), ("WHOLE", whole))),
    ]  # fmt: skip
    yield f"{module}.py", _HEAD + "\n".join(lines) + "\n"
    for number, text in enumerate(code.values()):
        yield f"{module}_{number}.py", _HEAD + runtime.page_code(text) + "\n"


def _validator() -> str:
    modules: set[str] = set()
    schema = _python(validation.core_schema(), modules)
    for number, memory in enumerate(dict.fromkeys(re.findall(r"(?<=:)\d{9,}(?=')", schema))):  # pydantic names a class by where it lay
        schema = schema.replace(memory, str(number))
    imports = "".join(f"import {name}\n" for name in sorted(modules | {"functools"}))
    return f"{_HEAD}{imports}\nVERSIONS = {{'pydantic_core': {validation.core()!r}}}\nSCHEMA = {schema}\n"


def _python(value: Any, modules: set[str]) -> str:
    """Return the expression that makes *value* again; *modules* are those it needs."""
    again = partial(_python, modules=modules)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{again(key)}: {again(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(again, value))}]"
    if isinstance(value, tuple):
        return f"({''.join(f'{again(each)}, ' for each in value)})"
    if value is None or isinstance(value, str | int | float | bool):
        return repr(value)
    if isinstance(value, partial):
        given = [*map(again, value.args), *(f"{name}={again(each)}" for name, each in value.keywords.items())]
        return f"functools.partial({', '.join([again(value.func), *given])})"
    if hasattr(value, "__qualname__"):  # a class, a function
        modules.add(value.__module__)
        return f"{value.__module__}.{value.__qualname__}"
    modules.add(type(value).__module__)
    given = [f"{name}={again(each)}" for name, each in vars(value).items()]
    return f"{type(value).__module__}.{type(value).__qualname__}({', '.join(given)})"


def forms() -> dict[str, list[str]]:
    """Return the forms of every sample and example: those whose Word files are sound, and those that are right by the law."""
    if facts.changed():
        return {"sound": [], "right": []}  # judged by data that nobody else has
    sound, right = set[str](), set[str]()
    for data, name in _findings():
        own = reader.parse(data, file=name)
        used = template_choice.template_of([own])
        source = issue.composed(issue.understood([template_choice.defaults(used), own], used, today=_DAY), today=_DAY)
        printed = render.parts(source.placed.form, source.context.values)
        render.judge(source.placed.form, printed)
        sound.add(source.placed.shows)
        issued, waived = issue.finished(source, printed), source.notice.the_thuc.bo_qua
        if not waived and not proof.anew(issued.docx, today=_DAY):
            right.add(source.placed.shows)
    return {"sound": sorted(sound), "right": sorted(right)}


def _commands() -> dict[str, str]:
    """Return the help in a line of every command that is listed, untranslated."""
    context = click.Context(group)
    commands = {name: group.get_command(context, name) for name in COMMANDS}
    return {name: command.short_help or "" for name, command in commands.items() if command and not command.hidden}


_ORDINARY = ("thong-bao", "cong-van")
_ORDINARY_EXAMPLES = ("findings.toml", "cong-van.toml", "quyet-dinh.toml")
_RUN = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from notice_gen import patterns
from notice_gen.cli.main import run
code = run(sys.argv[1:])
with open("patterns.py", "w", encoding="utf-8") as file:
    file.write(patterns.built())
sys.exit(code)
"""


def _patterns(task: str, folder: Path) -> str:
    """Return the regular expressions that every command, printing (``in``) or checking (``kiem``) ordinary papers compiles, as Python.

    Those of seldom ones would cost every command more than they save a few.
    """
    ordinary = [*((templates.sample(mau).encode(), f"mau-{mau}.toml") for mau in _ORDINARY), *_examples(_ORDINARY_EXAMPLES)]
    for data, name in ordinary if task == "in" else ():
        (folder / name).write_bytes(data)
    files = sorted(path.name for path in folder.glob("*.toml" if task == "in" else "*.docx"))
    words = {"in": ["render", *files, "-o", "."], "kiem": ["check", *files, "--jobs", "1"]}.get(task, ["--version"])
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(folder / "khong" / "co"))
    (folder / "khong").touch()
    # By its path, not PYTHONPATH: pip builds apart from what is installed, and where this very tree is (editable), it is left out too.
    run = [sys.executable, "-c", _RUN, str(ROOT), *words]
    done = subprocess.run(run, cwd=folder, env={**os.environ, **nowhere}, capture_output=True, check=False)
    told = folder / "patterns.py"
    if not told.is_file():
        raise SystemExit(f"notice-gen {' '.join(words)}: {done.stderr.decode()}")
    return told.read_text("utf-8")


def _findings() -> Iterable[tuple[bytes, str]]:
    samples = [(templates.sample(mau).encode(), f"{mau}.toml") for mau in templates.names()]
    return [*samples, *_examples(sorted(path.name for path in (ROOT / "examples").glob("*.toml")))]


def _examples(names: Iterable[str]) -> list[tuple[bytes, str]]:
    return [((ROOT / "examples" / name).read_bytes(), name) for name in names]


if __name__ == "__main__":
    write()

"""What is made ready when the program is built: the same as would be made now, and enough for a first run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import jinja2
import pytest

from notice_gen import issue, patterns, reader, ready, render, template_choice, templates
from notice_gen.errors import TemplateError
from notice_gen.model import validation
from notice_gen.render import engine, runtime
from notice_gen.vietnamese import am_tiet, loi_go, tan_suat
from tools import make_ready

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "findings.toml"
TODAY = date(2026, 1, 2)


@pytest.mark.slow
def test_it_is_what_would_be_made_now():
    assert ready.FOLDER.is_dir(), "python hatch_build.py makes it"
    there = {path.name: path.read_text("utf-8") for path in ready.FOLDER.iterdir() if path.is_file() and not path.name.startswith("mau_")}
    assert {**make_ready.made(), "forms.json": json.dumps(make_ready.forms(), indent=1)} == there, "python hatch_build.py makes it anew"


def test_no_code_of_it_is_anything_but_python_that_can_be_read():
    assert {path.suffix for path in ready.FOLDER.iterdir() if path.is_file()} == {".py", ".json"}


def test_the_syllables_made_ready_are_right_and_hold_nothing_that_a_rule_looks_for_in_a_word():
    made = am_tiet.cac_chu_dung()
    assert made
    assert {*am_tiet.tim_chu_dung(tan_suat.cac_chu()[:4096])} == made
    assert [word for word in made if "oo" not in word and any(map(loi_go.has_odd, (word, word.capitalize(), word.upper())))] == []


def test_a_word_file_made_ready_prints_the_same_bytes(monkeypatch):
    def printed() -> bytes:
        engine.compiled.cache_clear()
        return issue.issue(EXAMPLE.read_bytes(), file="a.toml", folder=ROOT, today=TODAY).docx

    with monkeypatch.context() as one:
        one.setattr(engine.kept, "load", lambda name: pytest.fail(name) if name.startswith("render-") else None)
        at_once = printed()
    monkeypatch.setattr(ready, "code", lambda *_, **__: None)
    assert printed() == at_once
    engine.compiled.cache_clear()


@pytest.mark.parametrize("mau", templates.names())
def test_a_page_made_ready_is_printed_as_jinja_prints_it(mau, monkeypatch):
    own = reader.parse(templates.sample(mau).encode(), file=f"{mau}.toml")
    used = template_choice.template_of([own])
    source = issue.composed(issue.understood([template_choice.defaults(used), own], used, today=TODAY), today=TODAY)
    ours = render.parts(source.placed.form, source.context.values)
    monkeypatch.setattr(engine.readymade, "find", lambda _: None)
    by_jinja = engine.compiled.__wrapped__(used.docx, used.label)
    assert {type(part) for part in by_jinja.templates.values()} == {jinja2.Template}
    assert render.parts(by_jinja, source.context.values) == ours


def test_a_page_made_ready_that_asks_for_what_is_not_there_is_explained_by_jinja():
    form = render.compiled(templates.find("thong-bao").docx, "ten-loai.docx")
    with pytest.raises(TemplateError, match="hỏi “co_quan” nhưng không có"):
        render.parts(form, {"tai_lieu": [{"kem_theo": "", "noi_dung": []}], "van_ban": {"luu_hanh": ""}, "thong_tin_ky": ""})


@pytest.mark.parametrize(
    "asks", ["environment.tests['defined']", "environment.filters['default']", "Macro(environment)", "context.vars", "cond_expr_undefined('x')"]
)
def test_a_page_that_asks_for_more_than_is_printed_without_jinja_is_not_made_ready(asks):
    head = "from jinja2.runtime import LoopContext, Macro, Undefined, missing"
    assert "jinja2" not in runtime.page_code(f"{head}\nresolve = context.resolve_or_missing")
    with pytest.raises(ValueError, match="without Jinja"):
        runtime.page_code(f"{head}\n{asks}")


def test_what_was_made_of_other_files_is_not_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(ready, "FOLDER", tmp_path)
    made, source = tmp_path / "a.json", tmp_path / "a.toml"
    assert ready.plain("a", source) is None
    made.write_text("[1]", "utf-8")
    source.write_text("", "utf-8")
    os.utime(source, ns=(0, made.stat().st_mtime_ns))
    assert ready.plain("a", source) == [1]
    os.utime(source, ns=(0, made.stat().st_mtime_ns + 1))
    assert ready.plain("a", source) is None


def test_a_patch_release_of_pydantic_takes_the_validator_that_was_made_ready(monkeypatch):
    """Whoever installs the wheel has another one before long; where the cache cannot be written, every run would make it anew."""
    for version, is_taken in ((f"{validation.core()}.999", True), ("1.0.0", False)):
        monkeypatch.setattr(validation.pydantic_core, "__version__", version)
        assert (ready.code("validator", (), pydantic_core=validation.core()) is not None) is is_taken


def test_patterns_made_ready_are_those_that_re_compiles():
    pattern, flags = r"(?P<so>\d+)/[^\W\d_]{2,5}", re.IGNORECASE
    re.compile(pattern, flags)
    made = {}
    exec(patterns.built(), made)  # noqa: S102 - our own
    row = next(made for asked, its, made in made["PATTERNS"] if (asked, its) == (pattern, int(flags)))
    assert row[2:] == (1, (("so", 1),), (None, "so"))


_APART = """
import sys
sys.path = [path for path in sys.path if path != {root!r}]
"""


@pytest.mark.slow
def test_it_is_made_again_where_it_is_installed_already(tmp_path):
    """Pip takes an editable install's tree out of the path of the build that is to renew it."""
    (tmp_path / "sitecustomize.py").write_text(_APART.format(root=str(ROOT)), "utf-8")
    made = "from pathlib import Path; from tools.make_ready import _patterns; print(len(_patterns('in', Path('{}'))))"
    (tmp_path / "giay").mkdir()
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {made.format(tmp_path / 'giay')}"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1000


_LOADED = """
import sys
from notice_gen.cli.main import run
code = run(sys.argv[1:])
heavy = {"docxtpl", "lxml", "jinja2", "pydantic", "tomli", "babel", "tempfile", "zipfile", "notice_gen.check.rules", "re._parser"}
print(sorted(heavy & {*sys.modules}))
sys.exit(code)
"""


def test_a_first_run_that_may_keep_nothing_makes_nothing(tmp_path):
    newest = max(path.stat().st_mtime_ns for room in ("model", "render", "check", "compose", "data") for path in (ROOT / "notice_gen" / room).rglob("*.*") if path.suffix in {".py", ".toml"} and "ready" not in path.parts)
    if not (ready.FOLDER / "forms.json").is_file() or newest > (ready.FOLDER / "forms.json").stat().st_mtime_ns:
        pytest.skip("the sources are newer: python hatch_build.py")
    (tmp_path / "tep").touch()
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(tmp_path / "tep" / "co"))
    words = [sys.executable, "-c", _LOADED, "render", str(EXAMPLE), "-o", "a.docx"]
    done = subprocess.run(words, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), **nowhere}, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] in {"[]", "['re._parser']"}


_COMPILED = """
import re._compiler, sys
asked, compiles = [], re._compiler.compile
def told(pattern, flags=0):
    asked.append(pattern)
    return compiles(pattern, flags)
re._compiler.compile = told
from notice_gen import patterns
from notice_gen.cli.main import run
code = run(sys.argv[1:])
print(len([one for one in asked if isinstance(one, str)]), sorted({"_hashlib", "ctypes", "notice_gen.office.printing"} & {*sys.modules}))
sys.exit(code)
"""


def test_a_check_of_an_ordinary_paper_compiles_nothing_and_loads_no_hashes(tmp_path):
    """What is loaded first has its patterns too: all are given before anything asks for them."""
    if not ready.has(patterns.name("kiem")):
        pytest.skip("made for another Python: python hatch_build.py")
    (tmp_path / "a.docx").write_bytes(issue.issue(EXAMPLE.read_bytes(), file=EXAMPLE.name, folder=EXAMPLE.parent, today=date(2026, 11, 23)).docx)
    words = [sys.executable, "-c", _COMPILED, "check", "a.docx"]
    done = subprocess.run(words, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    compiled, loaded = done.stdout.splitlines()[-1].split(" ", 1)
    assert (int(compiled) <= 5, loaded) == (True, "[]"), done.stdout

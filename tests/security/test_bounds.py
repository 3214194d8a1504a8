"""A few letters of a text, a row or a template that would take all memory or never end: refused in words, with the place, in moments."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from notice_gen import expressions, issue, kept, render, template_review, templates
from notice_gen.errors import InputError, NoticeGenError, TemplateError
from notice_gen.ooxml.package import Package
from notice_gen.render import engine, prepare, trial
from tests.helpers.word import docx, p
from tests.security.test_template_packages import package, relation

resource = pytest.importorskip("resource", reason="limits of a process as POSIX has them")
DAY = date(2026, 3, 5)
SECONDS, BYTES = 8, 300 << 20  # seconds: four times what is promised, for a busy machine; what has no end never passes
A, DIGITS = "a" * 1000, "9" * 30
ROOT = Path(__file__).parents[2]


def limited(function: Callable[[], object]) -> str:
    """Run in a child that may use 8 s of computing and 300 MB more; return what was refused, or ``printed``."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        said = "not ended"
        try:
            used = resource.getrusage(resource.RUSAGE_SELF)
            seconds = int(used.ru_utime + used.ru_stime) + SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + BYTES,) * 2)
            function()
            said = "printed"
        except NoticeGenError as error:
            said = "refused\n" + "\n".join(f"{problem.place or ''}|{problem.text()}|{problem.hint_text()}" for problem in error.problems)
        except BaseException as error:
            said = f"broken {type(error).__name__} {error}"[:300]
        finally:
            os.write(write, said.encode()[:60_000])
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    return said or f"killed {status}"


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of a process as Linux has them")


# --- texts, formulas, conditions, cells --------------------------------------------------------------------

EXPRESSIONS = [
    f"('{A}' | join('{A}')) | join('{A}')",
    f"'{A}' | join('{A}')",
    "ten | join(ten)",
    "(ten | upper | join(ten | lower)) | length",
    "ten ~ ten ~ ten ~ ten",
    "(ten ~ ten ~ ten ~ ten) | upper",
    "'1e999999999' | __decimal + 1",
    "'a' | __chu('x')",
    "'a' | __thuoc_tinh",
    "a | _x",
    "a | __decimal",
    "*".join(["1e308"] * 300),
    "*".join(["1e70"] * 2),
    "*".join(["lon"] * 3),
    "*".join(["lon"] * 80),
    "lon * lon * lon - lon * lon * lon",
    "(lon * lon * lon) % 7",
    "(lon * lon * lon) // 7",
    "a / (lon * lon * lon)",
    "/".join(["a", *(str(10**29 + n) for n in (1, 3, 7, 9))]),
    "1e999",
    "1e999 > a",
    "-1e999",
    "1e200 | so",
    "1e308 | bang_chu",
    "1e308 | tien",
    "9" * 100,
    "9" * 5000,
    "0." + "9" * 5000,
    "10 ** 10 ** 10",
    "2 ** 999999999",
    "lon ** lon",
    "'a' * 1000000000",
    "'a' * lon",
    "1000000000 * 'a'",
    "'%999999999d' % a",
    "'%0999999999.999f' % 1.5",
    "'%s%s%s' % ten",
    "a | so(le=999999999)",
    "a | ty_le(a, le=999999999)",
    "a" + " | abs" * 400,
    "ten" + " | upper" * 400,
    "not " * 400 + "a",
    "-" * 400 + "a",
    "+" * 400 + "a",
    "(" * 5000 + "a" + ")" * 5000,
    "(" * 90 + "a" + ")" * 90,
    "(" * 5000,
    " + ".join(["a"] * 2000),
    " ~ ".join(["ten"] * 400),
    " and ".join(["a"] * 2000),
    " or ".join(["a == 1"] * 1500),
    "a if a else " * 400 + "a",
    "a | so(" * 300 + "a" + ")" * 300,
    "(a | default(" * 200 + "a" + "))" * 200,
    "[" * 3000 + "]" * 3000,
    "{" * 50 + "a",
    "a" + ".b" * 2000,
    "a" + "[0]" * 2000,
    "range(1000000000)",
    "''.join('a' for _ in b)",
    "'x'.format(a)",
    "x" * 20_000,
    "'" + "x" * 20_000 + "' | upper",
    "lipsum(n=100000)",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "''.__class__.__mro__[1].__subclasses__()[389](['id'], stdout=-1).communicate()[0].decode('utf-8')",
    "get_flashed_messages.__class__.__mro__[1].__subclasses__()[90]",
    "self._TemplateReference__context.cycler.__init__.__globals__.os",
    "a | attr('__class__')",
]
VALUES = {"a": 5, "lon": int(DIGITS), "ten": "b" * 32_000}


def _written(code: str) -> str:
    """A text with that expression, as a notice writes it: judged first, then worked out."""
    text = f"Số: {{{{ {code} }}}}"
    names = expressions.names_of({"so_lieu": VALUES})
    if fault := expressions.fault_in_text(text, names):
        raise InputError(fault)
    found = next(piece for piece in expressions.pieces(text) if isinstance(piece, expressions.Expression))
    return expressions.Scope(expressions.seen(VALUES, {})).show(found.code)


@pytest.mark.parametrize("code", EXPRESSIONS, ids=lambda code: code[:30])
def test_a_text_is_refused_before_it_takes_all_memory_or_time(code):
    said = limited(lambda: _written(code))
    assert said.startswith("refused"), said


@pytest.mark.parametrize("code", EXPRESSIONS, ids=lambda code: code[:30])
def test_so_is_a_formula(code):
    def formula() -> None:
        if fault := expressions.fault_in_expression(code, expressions.names_of({"so_lieu": VALUES})):
            raise InputError(fault)
        expressions.Scope(expressions.seen(VALUES, {})).show(code)

    said = limited(formula)
    assert said.startswith("refused"), said


FINDINGS = (ROOT / "examples" / "findings.toml").read_text("utf-8")


@pytest.mark.parametrize("line", [
    f"noi_dung = \"{{{{ ('{A}' | join('{A}')) | join('{A}') }}}}\"",
    f"noi_dung = \"{{{{ {'tiep_nhan | abs' + ' | abs' * 400} }}}}\"",
    f"noi_dung = \"{{{{ {'(' * 5000}tiep_nhan{')' * 5000} }}}}\"",
    f"noi_dung = \"{{{{ {'*'.join(['1e308'] * 300)} }}}}\"",
    "noi_dung = \"{{ '1e999999999' | __decimal + 1 }}\"",
    "noi_dung = \"{{ tiep_nhan | __decimal }}\"",
])  # fmt: skip
def test_the_findings_file_says_the_line(line, tmp_path):
    text = FINDINGS.replace("[ket_thuc]", f"[ket_thuc]\n{line}\n[bo_qua]", 1) if "[ket_thuc]" in FINDINGS else FINDINGS + f"\n[ket_thuc]\n{line}\n"
    text = text.replace("\n[bo_qua]\nnoi_dung", "\n# noi_dung") if "[bo_qua]" in text else text
    said = limited(lambda: issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=DAY))
    assert said.startswith("refused\na.toml:"), said


def test_what_offices_write_is_worked_out_as_before():
    scope = expressions.Scope(expressions.seen(VALUES | {"b": 7}, {}))
    assert scope.show(" + ".join(["a"] * 60)) == "300"
    assert scope.show("a / b * b") == "05"
    assert scope.show("lon * 1000") == expressions.show(int(DIGITS) * 1000)
    assert scope.show("'x' | upper | join('-')") == "X"
    assert scope.evaluate("98.7 + 1.3") == 100


# --- templates ---------------------------------------------------------------------------------------------

LIST = "['a', 'b', 'c']"
TAGS = [
    ["{%p for c in '" + "x" * 1000 + "' %}", "a", "{%p endfor %}"],
    [*["{%p for c in " + LIST + " %}"] * 12, "a", *["{%p endfor %}"] * 12],
    [*["{%p for c in (1, 2, 3) %}"] * 30, "a", *["{%p endfor %}"] * 30],
    ["{%p for c in [" + "1, " * 100_000 + "1] %}", "a", "{%p endfor %}"],
    ["{%p for c in x ~ x %}", "a", "{%p endfor %}"],
    ["{%p for c in x | join(x) %}", "a", "{%p endfor %}"],
    ["{%p for c in x %}", "{%p for d in x %}", "a", "{%p endfor %}", "{%p endfor %}"],
    ["{%p for c in d %}", "{%p for e in d %}", "{{ x }}", "{%p endfor %}", "{%p endfor %}"],
    ["{%p for c in d %}", "{%p for e in d %}", "", "{%p endfor %}", "{%p endfor %}"],
    ["{%p for c in d %}", "{{ (x | join(x)) | length }}", "{%p endfor %}"],
    ["{%p for c in d %}", "{{ ten | upper | lower | upper | length }}", "{%p endfor %}"],
    ["{%p for c in d %}", "{{ ten }}{{ ten }}", "{%p endfor %}"],
    [f"{{{{ ('{A}' | join('{A}')) | join('{A}') }}}}"],
    ["{{ ten | join(ten) }}"],
    ["{{ '1e999999999' | __decimal + 1 }}"],
    ["{{ x | __chu('a') }}"],
    ["{{ x | __thuoc_tinh }}"],
    ["{{ " + "*".join(["1e308"] * 300) + " }}"],
    ["{{ " + "*".join(["n"] * 60) + " }}"],
    ["{{ 'a' * 1000000000 }}"],
    ["{{ '%999999999d' % n }}"],
    ["{{ 2 ** 999999999 }}"],
    ["{{ x" + " | upper" * 400 + " }}"],
    ["{{ " + "not " * 400 + "x }}"],
    ["{{ " + "(" * 5000 + "x" + ")" * 5000 + " }}"],
    ["{{ " + "[" * 2000 + "]" * 2000 + " }}"],
    ["{{ x" + "[0]" * 2000 + " }}"],
    ["{{ " + " ~ ".join(["x"] * 3000) + " }}"],
    ["{{ " + "9" * 5000 + " }}"],
    ["{{ " + "-" * 3000 + "n }}"],
    [*["{%p if x %}"] * 120, "a", *["{%p endif %}"] * 120],
    [*["{%p if x %}"] * 700, "a", *["{%p endif %}"] * 700],
    [*["{%p for c in d %}"] * 30, "a", *["{%p endfor %}"] * 30],
    ["{%p if " + " and ".join(["x"] * 1500) + " %}", "a", "{%p endif %}"],
    ["{{ x if x else " * 400 + "x" + " }}" * 1],
    ["{{ cycler.__init__.__globals__.os.popen('id').read() }}"],
    ["{{ ''.__class__.__mro__[1].__subclasses__()[389](['id'], stdout=-1).communicate()[0].decode('utf-8') }}"],
    ["{{ get_flashed_messages.__class__.__mro__[1].__subclasses__()[90] }}"],
    ["{% for c in ''.__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}"],
    ["{{ self.__init__.__globals__.__builtins__.__import__('os').popen('id').read() }}"],
    ["{{ lipsum.__globals__['os'].popen('id').read() }}"],
]
DATA = {"x": "b" * 1000, "ten": "b" * 32_000, "n": int(DIGITS), "d": [{"e": "f"}] * 3000}


def _print(template: bytes) -> None:
    render.render(render.compiled(template, "la.docx"), DATA, title="", subject="", creator="", created=DAY)


@pytest.mark.parametrize("lines", TAGS, ids=lambda lines: lines[0][:30])
def test_a_template_is_refused_before_it_takes_all_memory_or_time(lines):
    said = limited(lambda: _print(docx(*map(p, lines))))
    assert said.startswith("refused"), said
    assert "la.docx" in said
    assert "word/document.xml" in said


@pytest.mark.parametrize("values", [LIST, "(1, 2, 3)"])
def test_a_few_values_spelt_out_in_a_template_are_gone_through(values):
    assert limited(lambda: _print(docx(*map(p, ["{%p for c in " + values + " %}", "a", "{%p endfor %}"])))) == "printed"


@pytest.mark.parametrize("lines", TAGS, ids=lambda lines: lines[0][:30])
def test_the_review_of_a_template_ends_too(lines):
    template = docx(*map(p, lines))
    said = limited(lambda: template_review.review(template, "la.docx", "thong-bao", DAY))
    assert said == "printed" or said.startswith("refused"), said


@pytest.mark.slow
def test_our_own_templates_and_long_tables_print_as_before():
    lines = ["{%p for c in d %}", "{{ c.e }}", "{%p for g in c.f %}", "{{ g }} {{ loop.index }}", "{%p endfor %}", "{%p endfor %}"]
    template = render.compiled(docx(*map(p, lines)), "mau.docx")
    values = {"d": [{"e": "hàng", "f": ["ô"] * 10}] * 2000}
    assert limited(lambda: render.parts(template, values)) == "printed"
    assert render.parts(template, values)["word/document.xml"].count("hàng".encode()) == 2000
    for mau in templates.names():
        assert render.compiled(templates.find(mau).docx, mau).templates


def test_what_a_page_makes_is_counted_while_it_comes(monkeypatch):
    template = render.compiled(docx(p("đầu"), *map(p, ["{%p for c in d %}", "{{ c }}", "{%p endfor %}"])), "la.docx")
    values = {"d": ["b" * 1000] * 1000}
    assert render.parts(template, values)
    monkeypatch.setattr(engine, "LARGEST", 500_000)
    with pytest.raises(TemplateError) as caught:
        render.parts(template, values)
    assert "c" in caught.value.problems[0].values["the"]
    assert "quá nhiều chữ" in caught.value.problems[0].text()


# --- only when it is printed ---------------------------------------------------------------------------------


STYLE = 'style="width:10pt;u{{ nhan }}rl(http://la.example/x)"'
HIDDEN = f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" {STYLE}/></w:pict></w:r></w:p>'


def test_what_tags_put_together_is_judged_as_word_reads_it(tmp_path):
    shipped = templates.find("thong-bao")
    document = Package(shipped.docx).read("word/document.xml").decode()
    spoilt = document.replace("<w:body>", "<w:body>" + HIDDEN.replace("{{ nhan }}", "{{ ky.chuc_vu_khac }}"), 1)
    path = tmp_path / "la.docx"
    path.write_bytes(Package(shipped.docx).with_parts({"word/document.xml": spoilt.encode()}))
    text = templates.sample("thong-bao")
    for _ in range(2):
        with pytest.raises(TemplateError, match="lấy nội dung từ nơi khác"):
            issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=DAY, template=path)


def test_no_tag_chooses_where_a_picture_comes_from():
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="{{ x }}"/>'
    link = relation("hyperlink", "http://la.example/x", ' TargetMode="External"')
    with pytest.raises(TemplateError, match="lấy nội dung từ nơi khác"):
        render.compiled(package(f"<w:p><w:r>{blip}</w:r></w:p>", relations=link), "la.docx")


def test_a_form_is_judged_once(tmp_path, monkeypatch):
    judged = []
    monkeypatch.setattr(issue, "_sound", set())
    monkeypatch.setattr(issue.ready, "forms", lambda _: frozenset())
    monkeypatch.setattr(kept, "_folder", lambda: tmp_path)
    monkeypatch.setattr(render, "judge", lambda form, _: judged.append(form.label))
    for so in (1, 2, 3):
        issue.issue(FINDINGS.replace("so = ", f"so = {so} # ", 1).encode(), file="a.toml", folder=tmp_path, today=DAY)
    assert len(judged) == 1


# --- tried apart -----------------------------------------------------------------------------------------------


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "_folder", lambda: tmp_path)
    trial.tried.cache_clear()
    render.compiled.cache_clear()


@pytest.mark.slow
@pytest.mark.usefixtures("fresh")
def test_a_strangers_file_that_never_ends_is_tried_apart(monkeypatch):
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(prepare, "prepare", endless)
    with pytest.raises(TemplateError, match="quá nhiều thời gian hoặc bộ nhớ"):
        render.tried(docx(p("{{ x }}")), "la.docx")


@pytest.mark.usefixtures("fresh")
def test_a_strangers_file_that_takes_all_memory_is_tried_apart(monkeypatch):
    monkeypatch.setattr(prepare, "prepare", lambda *_: bytearray(2 << 30))
    with pytest.raises(TemplateError, match="quá nhiều thời gian hoặc bộ nhớ"):
        render.tried(docx(p("{{ x }}")), "la.docx")


@pytest.mark.usefixtures("fresh")
def test_an_honest_file_is_tried_once_and_ours_never(monkeypatch, tmp_path):
    forks = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: forks.append(1) or fork())
    template = tmp_path / "cua-toi.docx"
    template.write_bytes(templates.find("thong-bao").docx + b"")
    text = templates.sample("thong-bao").encode()
    issue.issue(text, file="a.toml", folder=tmp_path, today=DAY)
    assert not forks
    for _ in range(2):
        issue.issue(text, file="a.toml", folder=tmp_path, today=DAY, template=template)
        trial.tried.cache_clear()
    assert len(forks) == 1

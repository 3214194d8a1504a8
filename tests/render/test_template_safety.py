"""Templates are mailed from office to office: what a hostile one may try, each attempt refused in plain words."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from datetime import date

import pytest

from notice_gen import render, templates
from notice_gen.errors import TemplateError
from tests.helpers.word import docx, p, paragraphs, part

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
DAY = date(2026, 3, 5)


def refused(template: bytes, **values: object) -> str:
    def printed() -> bytes:
        return render.render(render.compiled(template, "la.docx"), values, title="", subject="", creator="", created=DAY)

    with pytest.raises(TemplateError) as caught:
        printed()
    said = "\n".join(problem.text() + " " + problem.hint_text() for problem in caught.value.problems)
    assert "la.docx" in said
    assert "Traceback" not in said
    return said


# --- tags ------------------------------------------------------------------------------------------------

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ x['__class__'] }}",
    "{{ ('__cla' ~ 'ss__') | upper | lower | attr('x') }}",
    "{{ x.__init__.__globals__['os'] }}",
    "{{ x.append(1) }}",
    "{{ ''.format(x) }}",
    "{{ 'a'.join(x) }}",
    "{{ namespace(a=1) }}",
    "{{ joiner.__init__ }}",
    "{{ caller() }}",
    "{{ self.__init__ }}",
    "{{ loop.__class__ }}",
    "{{ docx }}",
    "{{ tpl.render(x) }}",
    "{{ request.application }}",
    "{{ config }}",
    "{{ x | map('upper') | list }}",
    "{{ x | xmlattr }}",
    "{{ x | pprint }}",
    "{{ x | tojson }}",
    "{{ x is callable }}",
    "{{ x is sameas 1 }}",
    "{% set a = 1 %}",
    "{% set a %}x{% endset %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% block a %}{% endblock %}",
    "{% call x() %}{% endcall %}",
    "{% extends 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% include x %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% for a in x recursive %}{{ a }}{% endfor %}",
    "{% do x.append(1) %}",
    "{% debug %}",
    "{% raw %}{{ x }}",
    "{{ x[0:999999999] }}",
    "{{ {'a': 1} }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ 'a' * 999999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ [1] * 999999999 }}",
    "{% for a in x %}{% for b in x %}{% for c in x %}{{ c }}{% endfor %}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_tag_cannot_leave_the_page(tag):
    assert refused(docx(p(tag)), x=["a"])


def test_a_text_from_the_findings_is_never_a_tag():
    hostile = "{{ ''.__class__ }}{% for a in x %}</w:t></w:r><w:altChunk/>"
    out = render.render(render.compiled(docx(p("{{ x }}")), "la.docx"), {"x": hostile}, title="", subject="", creator="", created=DAY)
    assert paragraphs(out) == [hostile]
    assert "<w:altChunk" not in part(out)


def test_loops_over_what_the_outer_loop_gives_are_what_forms_are_made_of():
    body = docx(p("{% for a in x %}{% for b in a.y %}{% for c in b.z %}{% for d in c.t %}{{ d }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"))
    assert render.compiled(body, "la.docx").names >= {"x"}


# --- packages --------------------------------------------------------------------------------------------


def relations(*more: str) -> str:
    return f'<Relationships xmlns="{PKG}">{"".join(more)}</Relationships>'


def related(kind: str, target: str, *, external: bool = False, id_: str = "rId9") -> str:
    mode = ' TargetMode="External"' if external else ""
    return relations(f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"{mode}/>')


RELS = "word___rels__document.xml.rels"
PACKAGES = {
    "a remote template": {"word___rels__settings.xml.rels": related("attachedTemplate", "https://mau.example/x.dotm", external=True)},
    "a remote picture": {RELS: related("image", "https://mau.example/x.png", external=True)},
    "a share that asks for a password": {RELS: related("image", "file://\\\\192.0.2.1\\x", external=True)},
    "a linked object": {RELS: related("oleObject", "https://mau.example/x", external=True)},
    "an embedded object": {RELS: related("oleObject", "embeddings/oleObject1.bin"), "word__embeddings__oleObject1.bin": "x"},
    "an embedded workbook": {RELS: related("package", "embeddings/x.xlsx"), "word__embeddings__x.xlsx": "x"},
    "a program": {RELS: related("vbaProject", "vbaProject.bin"), "word__vbaProject.bin": "x"},
    "a control": {RELS: related("control", "activeX/activeX1.xml"), "word__activeX__activeX1.xml": "<x/>"},
    "another file taken in": {RELS: related("aFChunk", "x.html"), "word__x.html": "x"},
    "a sub-document": {RELS: related("subDocument", "x.docx", external=True)},
    "a mail merge": {"word__settings.xml": "<w:settings xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:mailMerge/></w:settings>"},
    "a ribbon": {"_rels__.rels": None, "customUI__customUI.xml": "<x/>"},
    "a script": {"word__media__x.vbs": "x"},
    "entities that multiply": {"word__settings.xml": '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'},
    "a file of this machine": {"word__settings.xml": '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><a>&a;</a>'},
    "a part outside the file": {"..__..__etc__x.xml": "<x/>"},
    "an absolute part": {"__etc__x.xml": "<x/>"},
    "a part of another drive": {"C:__x.xml": "<x/>"},
    "a broken part": {"word__settings.xml": "<a><b></a>"},
    "far too many tags": {"word__header1.xml": "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + "{{ x }}" * 3000 + "</w:hdr>"},
}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_brings_nothing_along(name):
    parts = {part_: text for part_, text in PACKAGES[name].items() if text is not None}
    said = refused(docx(p("{{ x }}"), **parts), x="a")
    assert "mẫu" in said.lower()


FIELDS = [
    'INCLUDETEXT "C:\\\\x.docx"', 'INCLUDEPICTURE "https://mau.example/x.png" \\d', "DDEAUTO c:\\\\windows\\\\cmd.exe x", "DDE x y", "LINK Excel.Sheet x", "MACROBUTTON x y",
    "IMPORT x", "DATABASE x", "GOTOBUTTON x", "PRINT x", "includetext x", "AUTOTEXT x", "ASK x", "FILLIN x", "DOCVARIABLE x",
]  # fmt: skip


def fields(code: str) -> list[str]:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def instruction(text: str) -> str:
        return f"<w:r><w:instrText>{text.replace('&', '&amp;')}</w:instrText></w:r>"

    half = len(code) // 4
    return [
        f"<w:p><w:fldSimple w:instr='{code}'/></w:p>",
        f"<w:p>{mark('begin')}{instruction(code[:half])}{instruction(code[half:])}{mark('separate')}{mark('end')}</w:p>",
        f"<w:p>{mark('begin')}{instruction(' IF ')}{mark('begin')}{instruction(code)}{mark('end')}{mark('separate')}{mark('end')}</w:p>",
        f"<w:p>{mark('begin')}{instruction(code)}</w:p>",
    ]


@pytest.mark.parametrize("code", FIELDS)
def test_a_field_reads_no_file_and_runs_no_program(code):
    for body in fields(code):
        assert code.split()[0] in refused(docx(p("{{ x }}"), body), x="a")


@pytest.mark.parametrize("code", [" PAGE ", " PAGE \\* MERGEFORMAT ", "NUMPAGES", 'HYPERLINK "https://co-quan.example"', "STYLEREF 1"])
def test_fields_of_the_page_stay(code):
    for body in fields(code):
        render.compiled(docx(p("{{ x }}"), body), "la.docx")


def test_a_hyperlink_may_lead_outside():
    render.compiled(docx(p("{{ x }}"), **{RELS: related("hyperlink", "https://co-quan.example", external=True)}), "la.docx")


@pytest.mark.slow
def test_every_shipped_template_is_trusted():
    for mau in templates.names():
        template = templates.find(mau)
        render.compiled(template.docx, template.label)


# --- bombs -----------------------------------------------------------------------------------------------


def bomb(name: str, megabytes: int) -> bytes:
    buffer = io.BytesIO(docx(p("{{ x }}")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open(name, "w", force_zip64=True) as member:
        for _ in range(megabytes):
            member.write(b"<a/>" * (1 << 18))
    return buffer.getvalue()


def lying() -> bytes:
    """A member whose directory entry says one byte and whose data has 64 MB."""
    data = bytearray(bomb("word/settings.xml", 64))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1).to_bytes(4, "little")
    data[entry + 16 : entry + 20] = zlib.crc32(b"<").to_bytes(4, "little")
    return bytes(data)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="limits of a process as POSIX has them")
def test_bombs_are_refused_in_little_memory(tmp_path):
    files = {"one.docx": bomb("word/settings.xml", 300), "two.docx": bomb("word/media/x.png", 300), "lying.docx": lying()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from notice_gen import render; from notice_gen.errors import TemplateError\n"
        "for path in map(Path, sys.argv[1:]):\n"
        "    try: render.compiled(path.read_bytes(), path.name)\n"
        "    except TemplateError as error: print(path.name, error.problems[0].text())\n"
    )

    def limits() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    done = subprocess.run([sys.executable, "-c", code, *map(str, (tmp_path / name for name in files))], capture_output=True, text=True, check=False, preexec_fn=limits)
    assert done.stderr == ""
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(files)


def test_a_file_too_large_to_be_a_template_is_not_read(tmp_path):
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(1 << 34)
    with pytest.raises(TemplateError, match="quá lớn"):
        templates.find("thong-bao", path)

"""The same filters in the texts of a findings file and in a Word template, seen in the rendered file."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from notice_gen import issue
from notice_gen.errors import InputError
from notice_gen.vietnamese.lien_dong import nhu_go
from tests.vietnamese.test_words import FIGURES, FILTERED

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "examples" / "findings.toml").read_text(encoding="utf-8")
TEMPLATE = ROOT / "templates" / "word" / "ten-loai.docx"


def document(docx):
    with ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml").decode()


def numbered(codes):
    return [f"{n}) {{{{ {code} }}}}" for n, code in enumerate(codes)]


def findings():
    figures = "\n".join(
        f"{name} = {value!r}" if isinstance(value, str | int) else f"{name} = {value}"
        for name, value in FIGURES.items()
    )
    return EXAMPLE.replace("[so_lieu]\n", f"[so_lieu]\n{figures}\n")


def test_in_the_texts_of_a_findings_file(tmp_path):
    lines = "\n".join(numbered(code for code, _ in FILTERED))
    text = findings().replace("[[muc]]\n", f"[[muc]]\nnoi_dung = '''\n{lines}\n'''\n", 1)
    issued = issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=date(2026, 11, 1))
    xml = nhu_go(document(issued.docx))
    for n, (_, shown) in enumerate(FILTERED):
        assert f">{n}) {shown}<" in xml


def test_in_a_word_template(tmp_path):
    template = tmp_path / "template.docx"
    added = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in numbered(code for code, _ in FILTERED))
    with ZipFile(TEMPLATE) as old, ZipFile(template, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + added.encode(), 1)
            new.writestr(name, data)
    issued = issue.issue(
        findings().encode(), file="a.toml", folder=tmp_path, today=date(2026, 11, 1), template=template
    )
    xml = document(issued.docx)
    for n, (_, shown) in enumerate(FILTERED):
        assert f">{n}) {shown}<" in xml


@pytest.mark.parametrize("figure", ["1e400", "1e-400", "1e999999999", "9" * 40])
def test_a_figure_too_long_to_print_is_refused_where_it_stands(tmp_path, figure):
    text = EXAMPLE.replace("tiep_nhan = 1250", f"tiep_nhan = {figure}")
    with pytest.raises(InputError, match="quá dài") as raised:
        issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=date(2026, 11, 1))
    assert raised.value.problems[0].place.text == f"tiep_nhan = {figure}"


@pytest.mark.parametrize("code", ["1e400", "*".join(["1e300"] * 20)])
def test_a_result_too_long_to_print_is_refused(tmp_path, code):
    text = EXAMPLE.replace("{{ phan_anh }}", "{{ " + code + " }}")
    with pytest.raises(InputError, match=r"quá dài|Không tính được"):
        issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=date(2026, 11, 1))

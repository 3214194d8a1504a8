"""What a template of docxtpl may hold: printed as docxtpl prints it, or refused with the place and what to type."""

from __future__ import annotations

import re
from datetime import date

import pytest

from notice_gen import render
from notice_gen.errors import TemplateError
from tests.helpers.word import docx, p, paragraphs, part

CREATED = {"title": "", "subject": "", "creator": "", "created": date(2026, 1, 1)}


def printed(*body, **values):
    return render.render(render.compiled(docx(*body), "mau.docx"), values, **CREATED)


@pytest.mark.parametrize("tag", ["{{r x }}", "{{p x }}", "{{ r}}{{p x}}", "{{r x.y | chu_hoa }}"])
def test_a_text_that_word_would_not_show_is_refused(tag):
    with pytest.raises(TemplateError) as raised:
        render.compiled(docx(p("Trước"), p(tag), p("Sau")), "mau.docx")
    [problem] = [one for one in raised.value.problems if "ngoài ô chữ" in one.message]
    assert problem.values["the"].startswith("{{")
    assert "Gõ {{" in problem.hint_text()


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows):
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def test_a_row_s_and_a_cell_s_print_tag_too():
    for tag in ("{{tr x }}", "{{tc x }}"):
        with pytest.raises(TemplateError, match="ngoài ô chữ"):
            render.compiled(docx(table(row(p(tag), p("B"))), p("")), "mau.docx")


def test_text_in_text_is_printed():
    assert paragraphs(printed(p("{{ x }} và {{ y }}"), x="<A&B>", y=4)) == ["<A&B> và 04"]


@pytest.mark.parametrize("spelt", ["{{ x | e }}", "{{ x|escape }}"])
def test_what_asks_to_be_escaped_is_escaped_once(spelt):
    assert paragraphs(printed(p(spelt), x="<A&B>")) == ["<A&B>"]


def test_colspan_and_cellbg():
    xml = part(printed(table(row(p("{% colspan n %}{{ x }}"), p("{% cellbg mau %}B"))), p(""), x="A", n=2, mau="FF0000"))
    assert '<w:gridSpan w:val="2"/>' in xml
    assert 'w:fill="FF0000"' in xml


def test_cells_merge_down_and_across():
    down = printed(table(row(p("{%tr for i in cac %}"), p("")), row(p("{% vm %}Nhóm"), p("{{ i }}")), row(p("{%tr endfor %}"), p(""))), p(""), cac=["a", "b"])
    assert part(down).count("<w:vMerge") == 2
    assert 'w:val="restart"' in part(down)
    across = printed(table(row(p("{%tc for i in [1, 2] %}"), p("{% hm %}Chung"), p("{%tc endfor %}"))), p(""))
    assert re.search(r'<w:gridSpan w:val="0?2"/>', part(across))


@pytest.mark.parametrize(("tag", "name"), [("{{ don_vi.ten_cu }}", "don_vi.ten_cu"), ("{{ thieu }}", "thieu"), ("{{ don_vi.a.b }}", "don_vi.a")])
def test_what_is_missing_is_named_as_typed(tag, name):
    with pytest.raises(TemplateError) as raised:
        printed(p(f"{tag} {{{{ don_vi.ten }}}}"), don_vi={"ten": "A"})
    assert raised.value.problems[0].values["ten"] == name


def test_a_filter_that_there_is_none_of_is_named():
    with pytest.raises(TemplateError, match="không có bộ lọc “dao_chu”"):
        render.compiled(docx(p("{{ x | dao_chu }}")), "mau.docx")

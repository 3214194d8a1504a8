"""The engine: docxtpl's tags, our safety, the same bytes twice, and faults that say where."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import kept, render
from notice_gen.errors import TemplateError
from notice_gen.markup import StyledText
from tests.helpers.word import SECTION, docx, p, paragraphs, part, runs

PROPERTIES = {"title": "Thông báo 12/TB-UBND", "subject": "Về việc A & B", "creator": "UBND xã A", "created": date(2026, 3, 5)}


def rendered(template: bytes, **values: object) -> bytes:
    return render.render(render.compiled(template, "mau.docx"), values, **PROPERTIES)


def fault(template: bytes, **values: object) -> str:
    with pytest.raises(TemplateError) as caught:
        rendered(template, **values)
    return "\n".join(problem.text() + " " + problem.hint_text() for problem in caught.value.problems)


# --- what tags print -----------------------------------------------------------------------------

PRINTED = [
    ("xã A", "xã A"),
    ("A & B <c> \"d\" 'e'", "A & B <c> \"d\" 'e'"),
    ("</w:t><w:p/>", "</w:t><w:p/>"),
    ("{{ khac }} {% x %}", "{{ khac }} {% x %}"),
    ("{_{ }_} {_%", "{_{ }_} {_%"),
    (" hai  đầu ", " hai  đầu "),
    (4, "04"),
    (1250, "1.250"),
    (Decimal("98.5"), "98,5"),
    (date(2024, 6, 28), "28/6/2024"),
]


@pytest.mark.parametrize(("value", "text"), PRINTED)
def test_a_value_prints_exactly(value, text):
    assert paragraphs(rendered(docx(p("[{{ x }}]")), x=value)) == [f"[{text}]"]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), min_size=1))
def test_any_text_prints_exactly(text):
    typed = text.replace("\u00a0", " ")  # as paragraphs() reads what does not break
    assert paragraphs(rendered(docx(p("[{{ x }}]")), x=text)) == [f"[{typed}]"]


def test_emphasis_keeps_the_run_s_own_properties():
    text = StyledText((("gửi ", ""), ("gấp", "bi"), (" ngay", "u")))
    out = rendered(docx(p('<w:sz w:val="26"/>¦Đề nghị {{ x }}.')), x=text)
    assert runs(out) == [("Đề nghị gửi ", ""), ("gấp", "bi"), (" ngay", "u"), (".", "")]
    assert part(out).count('<w:sz w:val="26"/>') == 4
    assert '<w:b/><w:i/><w:sz w:val="26"/></w:rPr>' in part(out)
    assert '<w:sz w:val="26"/><w:u w:val="single"/></w:rPr>' in part(out)


def test_tags_split_by_word_are_healed():
    split = p("{", "{ don_", "<w:b/>¦vi.ten }", "} và {{ so_lieu", ".a }}")
    assert paragraphs(rendered(docx(split), don_vi={"ten": "xã A"}, so_lieu={"a": 5})) == ["xã A và 05"]


def test_smart_quotes_inside_tags_are_accepted():
    body = docx(p("{%p if kieu == “doan” %}"), p("có"), p("{%p endif %}"))
    assert paragraphs(rendered(body, kieu="doan")) == ["có"]


def test_the_office_s_filters_work_in_word():
    body = docx(p("{{ a | ty_le(b) }}, {{ d | ngay_day_du }}"))
    assert paragraphs(rendered(body, a=306, b=310, d=date(2024, 6, 28))) == ["98,7%, ngày 28 tháng 6 năm 2024"]


def test_loops_over_paragraphs_and_rows():
    row = "<w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr>"
    table = "<w:tbl><w:tblPr/><w:tblGrid/>{}{}{}</w:tbl>".format(
        row.format(p("{%tr for x in ds %}")), row.format(p("{{ x }}")), row.format(p("{%tr endfor %}"))
    )
    body = docx(p("{%p for x in ds %}"), p("- {{ x }};"), p("{%p endfor %}"), table, p("hết"))
    assert paragraphs(rendered(body, ds=["a", "b"])) == ["- a;", "- b;", "a", "b", "hết"]


# --- directives ----------------------------------------------------------------------------------


def test_keep_next_follows_its_expression():
    body = docx('<w:p><w:pPr><w:pStyle w:val="Doan"/><w:jc w:val="both"/></w:pPr><w:r><w:t>{{ x }}{#keepNext cuoi#}</w:t></w:r></w:p>')
    assert '<w:pStyle w:val="Doan"/><w:keepNext/><w:jc' in part(rendered(body, x="a", cuoi=True))
    assert "keepNext" not in part(rendered(body, x="a", cuoi=False))


def test_a_rule_is_centred_in_the_text_area_or_its_cell():
    rule = '<w:p><w:pPr><w:ind w:left="1" w:right="1"/></w:pPr><w:r><w:t>{#ind dai#}</w:t></w:r></w:p>'
    cell = f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{rule}</w:tc></w:tr></w:tbl>'
    xml = part(rendered(docx(cell, rule), dai=1000))
    assert '<w:ind w:left="1500" w:right="1500" w:firstLine="0"/>' in xml
    assert '<w:ind w:left="4177" w:right="4177" w:firstLine="0"/>' in xml
    assert "<w:r>" not in xml


def test_columns_take_their_widths_and_lay_out_the_grid():
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr>'
        f"<w:tc><w:tcPr/>{p('{%tc for c in cot %}')}</w:tc>"
        f'<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>{p("{{ c.ten }}{#tcW c.rong#}")}</w:tc>'
        f"<w:tc><w:tcPr/>{p('{%tc endfor %}')}</w:tc></w:tr></w:tbl>"
    )
    xml = part(rendered(docx(table), cot=[{"ten": "A", "rong": 1200}, {"ten": "B", "rong": 800}]))
    assert '<w:tblGrid><w:gridCol w:w="1200"/><w:gridCol w:w="800"/></w:tblGrid>' in xml
    assert xml.count('<w:tcW w:w="1200" w:type="dxa"/>') == 1


def test_several_directives_in_one_place():
    cell = (
        '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>'
        "<w:p><w:r><w:t>{{ x }}{#tcW rong#}{#keepNext cuoi#}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    xml = part(rendered(docx(cell), x="a", rong=1234, cuoi=True))
    assert '<w:tcW w:w="1234" w:type="dxa"/>' in xml
    assert "<w:p><w:pPr><w:keepNext/></w:pPr><w:r>" in xml


def test_the_last_paragraph_s_section_becomes_the_body_s():
    own = SECTION.replace("11906", "16838")
    out = part(rendered(docx(p("{{ x }}"), f"<w:p><w:pPr>{own}</w:pPr></w:p>"), x="a"))
    assert out.count("<w:sectPr>") == 1
    assert 'w:w="16838"' in out


# --- the same bytes, and whose they are -----------------------------------------------------------


def test_two_renders_are_the_same_bytes():
    template = docx(p("{{ x }}"))
    assert rendered(template, x="a") == rendered(template, x="a") != rendered(template, x="b")


def test_properties_come_from_the_notice():
    core = part(rendered(docx(p("a"))), "docProps/core.xml")
    assert "<dc:title>Thông báo 12/TB-UBND</dc:title>" in core
    assert "<dc:subject>Về việc A &amp; B</dc:subject>" in core
    assert "<dc:language>vi-VN</dc:language>" in core
    assert core.count("2026-03-05T00:00:00Z") == 2


def test_an_edited_file_is_told_from_our_own():
    ours = rendered(docx(p("{{ x }}")), x="a")
    assert render.is_untouched(ours)
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ours)) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b">a<", b">b<"))
    assert not render.is_untouched(edited.getvalue())
    for other in (b"", b"PK", ours[:-30], docx(p("a")), b"khong phai tep Word"):
        assert not render.is_untouched(other)


def test_a_print_of_another_year_is_another_document():
    form = render.compiled(docx(p("{{ x }}")), "mau.docx")
    this, other = (render.render(form, {"x": "a"}, **PROPERTIES | {"created": date(year, 3, 5)}) for year in (2026, 2027))
    assert (render.year(this), render.year(other)) == ("2026", "2027")
    assert render.is_earlier(this, rendered(docx(p("{{ x }}")), x="b"))
    assert not render.is_earlier(this, other)
    assert not render.is_earlier(other, this)
    assert not render.is_earlier(this[:-30], this)


# --- faults ----------------------------------------------------------------------------------------


def test_an_unknown_name_tells_tag_part_and_paragraph():
    said = fault(docx(p("Trước"), p("Số hồ sơ: {{ so_lieu.tiep_nhan }} bộ")), so_lieu={})
    for piece in ("{{ so_lieu.tiep_nhan }}", "word/document.xml", "Số hồ sơ:", "tiep_nhan", "mau.docx"):
        assert piece in said


@pytest.mark.parametrize(
    ("body", "piece"),
    [
        (p("{{ x "), "{{ x"),
        (p("{{ x | khong_co }}"), "khong_co"),
        (p("{%p if x %}") + p("a"), "endif"),
        (p("{{ x | safe }}"), "safe"),
    ],
)
def test_an_unreadable_tag_tells_its_paragraph(body, piece):
    assert piece in fault(docx(p("đầu"), body), x="a")


HOSTILE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ x.append(1) }}",
    "{{ lipsum() }}",
    "{{ 'a' * 999999999 }}",
    "{% include 'x' %}",
    "{% for i in range(10) %}{% endfor %}",
    "{% macro m() %}{% endmacro %}",
    "{{ x | attr('__class__') }}",
    "{{ '%s' | format(x) }}",
]


@pytest.mark.parametrize("tag", HOSTILE)
def test_a_hostile_tag_is_refused(tag):
    assert "mau.docx" in fault(docx(p(tag)), x=["a"])


@pytest.mark.parametrize("data", [b"", b"khong phai", b"PK\x03\x04", docx(p("a"))[:200]])
def test_what_is_no_word_file_is_said_so(data):
    assert "không phải tệp Word" in fault(data)


def test_a_macro_file_and_a_workbook_are_no_templates():
    types = part(docx(p("a")), "[Content_Types].xml")
    macro = types.replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    assert "không phải tệp Word" in fault(docx(p("a"), **{"[Content_Types].xml": macro}))


@pytest.mark.slow
def test_a_file_that_swells_is_refused_unread():
    buffer = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/big.bin", bytes(70 * 2**20))
    assert "phình to" in fault(buffer.getvalue())


def test_a_broken_result_is_never_delivered():
    body = docx(p("{% if x %}") + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>" + p("{% endif %}") + "</w:tc></w:tr></w:tbl>")
    assert "hỏng" in fault(body, x=False)
    # also when results that are whole were printed before, and in between
    form = render.compiled(body, "mau.docx")
    for x in (True, False, True, False):
        try:
            render.render(form, {"x": x}, **PROPERTIES)
            whole = True
        except TemplateError:
            whole = False
        assert whole is x


# --- prepared once, kept between runs ------------------------------------------------------------------


def test_a_kept_template_gives_the_same_bytes_and_a_broken_one_is_made_anew(tmp_path, monkeypatch):
    template = docx(p("{{ x }} kept"))
    monkeypatch.setattr(kept, "_folder", lambda: tmp_path)
    first = rendered(template, x="a")
    (file,) = [path for path in tmp_path.iterdir() if path.name.startswith("render-")]
    whole = file.read_bytes()
    for content in (whole, whole[:-1], whole[40:], b"", b"x" * 100):
        file.write_bytes(content)
        render.compiled.cache_clear()
        assert rendered(template, x="a") == first


def test_a_read_only_cache_folder_is_no_fault(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("", "utf-8")
    render.compiled.cache_clear()
    assert paragraphs(rendered(docx(p("{{ x }} nowhere")), x="a")) == ["a nowhere"]


@pytest.mark.parametrize("year", [1, 1979, 2107, 2108, 9999])
def test_a_date_that_no_zip_can_name_still_prints(year):
    template = docx(p("A"))
    made = render.render(render.compiled(template, "mau.docx"), {}, **{**PROPERTIES, "created": date(year, 3, 5)})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.getinfo("docProps/core.xml").date_time[0] == min(max(year, 1980), 2107)
        assert f"{year:04}-03-05" in archive.read("docProps/core.xml").decode()

"""An office's own paper made into a template: what is printed from it is what was printed before; mail merge, content controls."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.errors import TemplateError
from notice_gen.issue import issue
from notice_gen.ooxml.merge import converted
from notice_gen.ooxml.package import Package
from notice_gen.template_import import imported
from tests.helpers.word import docx, p, paragraphs, part

TODAY = date(2026, 10, 15)
EXAMPLES = Path(__file__).parents[1] / "examples"
OWN = {
    "findings": "thong-bao", "cong-van": "cong-van", "ke-hoach": "ke-hoach", "quyet-dinh": "quyet-dinh", "to-trinh": "to-trinh", "bao-cao": "bao-cao",
    "phu-luc": "thong-bao", "giay-moi": "giay-moi",
}  # fmt: skip


def printed(name, template=None):
    return issue((EXAMPLES / f"{name}.toml").read_bytes(), file="a.toml", folder=EXAMPLES, today=TODAY, template=template).docx


@pytest.mark.parametrize(("name", "mau"), OWN.items())
def test_a_paper_made_a_template_prints_that_paper_again(name, mau, tmp_path):
    """Its annexes too, which the template has no words of."""
    old = printed(name)
    made = imported(old, f"{name}.docx", mau, TODAY)
    assert made.lacking == ()
    own = tmp_path / "mau.docx"
    own.write_bytes(made.docx)
    assert paragraphs(printed(name, own)) == paragraphs(old)


def test_another_notice_leaves_nothing_of_the_paper(tmp_path):
    made = imported(printed("findings"), "cu.docx", "thong-bao", TODAY)
    said = " ".join(paragraphs(made.docx))
    for word in ("Bình Điền", "Nguyễn Văn A", "1286", "THÀNH PHỐ HUẾ", "Đoàn Kiểm tra"):
        assert word not in said
    own = tmp_path / "mau.docx"
    own.write_bytes(made.docx)
    assert paragraphs(printed("phu-luc", own)) == paragraphs(printed("phu-luc"))


def test_a_parent_that_the_paper_does_not_have_is_not_bold_where_the_agency_itself_is_made_so():
    """Phụ lục I, Phần I, mục II.2: the name of the parent agency stands upright, that of the issuer is bold."""
    package = Package(printed("findings"))
    bold = re.sub(rb'(<w:pStyle w:val="CoQuan"/></w:pPr><w:r>)(?=<w:t)', rb"\1<w:rPr><w:b/></w:rPr>", package.read(package.main))
    xml = part(imported(package.with_parts({package.main: bold}), "cu.docx", "thong-bao", TODAY).docx)
    parent, own = (re.search(rf"for dong in co_quan\.{key} .*?endfor", xml, re.DOTALL)[0] for key in ("chu_quan", "ten"))
    assert '<w:b w:val="0"/>' in parent
    assert "<w:b/>" in own


def test_who_decides_in_the_middle_is_no_sample_of_the_text(tmp_path):
    """A decision that has articles and numbers alone: what else a later one says stands as they do."""
    text = (EXAMPLES / "quyet-dinh.toml").read_text("utf-8")
    only = re.sub(r"(?s)\[\[muc\]\].*?(?=\n\[noi_nhan\])", '[[muc]]\nnoi_dung = "Thành lập Tổ công tác."\n\n[[muc]]\nnoi_dung = "Quyết định có hiệu lực từ ngày ký."\n', text)
    made = imported(issue(only.encode(), file="a.toml", folder=EXAMPLES, today=TODAY).docx, "cu.docx", "quyet-dinh", TODAY)
    own = tmp_path / "mau.docx"
    own.write_bytes(made.docx)
    more = only.replace("Thành lập Tổ công tác.", "Thành lập Tổ công tác, gồm:\\nông Nguyễn Văn A làm Tổ trưởng và các thành viên khác;\\nbà Trần Thị B.")
    view = read(issue(more.encode(), file="a.toml", folder=EXAMPLES, today=TODAY, template=own).docx, TODAY)
    lines = {one.text: one for one in view.paragraphs}
    (line,) = [one for text, one in lines.items() if text.startswith("ông Nguyễn")]
    assert (line.align, [run.bold for run in line.runs]) == ("both", [False])


def test_what_was_placed_is_told_in_the_order_of_the_page():
    made = imported(printed("findings"), "cu.docx", "thong-bao", TODAY)
    assert [one.paragraph for one in made.placed] == sorted(one.paragraph for one in made.placed)
    tags = {one.o: one.tag for one in made.placed}
    assert tags["so_ky_hieu"] == "{{ van_ban.so_ky_hieu }}"
    assert tags["trich_yeu"] == "{{ van_ban.trich_yeu }}"
    assert {"noi_dung", "noi_nhan", "ho_ten", "chuc_vu", "co_quan"} <= tags.keys()


def test_a_file_without_a_body_is_refused():
    with pytest.raises(TemplateError, match="không thấy chữ ký"):
        imported(docx(p("Xin chào")), "thu.docx", "thong-bao", TODAY)


SIMPLE = '<w:p><w:fldSimple w:instr=" MERGEFIELD Tiep_nhan "><w:r><w:rPr><w:b/></w:rPr><w:t>«Tiep_nhan»</w:t></w:r></w:fldSimple></w:p>'
COMPLEX = (
    '<w:p><w:r><w:t>Xã </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD "Tên đơn vị" \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>«Tên đơn vị»</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
)
CONTROL = (
    '<w:p><w:r><w:t>Số hồ sơ: </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Quá hạn"/></w:sdtPr><w:sdtContent><w:r><w:t>bấm</w:t></w:r><w:r><w:t> vào đây</w:t></w:r></w:sdtContent></w:sdt></w:p>'
)
BLOCK = '<w:sdt><w:sdtPr><w:tag w:val="han_bao_cao"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ngày</w:t></w:r></w:p></w:sdtContent></w:sdt>'
PAGE = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@pytest.mark.parametrize(
    ("body", "text"),
    [(SIMPLE, "{{ tiep_nhan }}"), (COMPLEX, "Xã {{ don_vi.ten }}."), (CONTROL, "Số hồ sơ: {{ qua_han }}"), (BLOCK, "{{ han_bao_cao }}"), (PAGE, "1")],
)
def test_merge_fields_and_content_controls_become_tags(body, text):
    made = converted(Package(docx(body)))
    assert paragraphs(made) == [text]
    xml = part(made)
    assert "<w:sdt>" not in xml
    assert "MERGEFIELD" not in xml
    assert xml.count("fldChar ") == (3 if body == PAGE else 0)


def test_the_look_of_a_merge_field_stays():
    assert re.search(r"<w:rPr><w:b/></w:rPr><w:t[^>]*>\{\{ tiep_nhan", part(converted(Package(docx(SIMPLE)))))
    assert re.search(r"<w:rPr><w:i/></w:rPr><w:t[^>]*>\{\{ don_vi.ten", part(converted(Package(docx(COMPLEX)))))


def test_the_command_writes_the_template_and_says_what_is_where(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("cu.docx").write_bytes(printed("findings"))
    assert run(["templates", "import", "cu.docx", "--as", "thong-bao"]) == 0
    out = capsys.readouterr()
    assert out.out.strip() == "mau-cu.docx"
    assert "{{ van_ban.trich_yeu }}" in out.err
    assert run(["templates", "check", "mau-cu.docx", "--mau", "thong-bao"]) == 0
    assert run(["templates", "import", "khong-co.docx"]) == 3
    Path("hong.docx").write_bytes(b"PK nothing")
    assert run(["templates", "import", "hong.docx"]) == 3

"""The fields of Phụ lục VI: what a notice and a Word file say for them, how long they may be, JSON and XML by their schemas."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from notice_gen import issue, metadata, render, templates
from notice_gen.back import describing
from notice_gen.cli.main import run
from notice_gen.convert.pdf_info import with_info
from tests.helpers import docx as word
from tests.helpers.findings import GOOD, TODAY
from tests.helpers.papers import PAPERS
from tools import metadata_schema

SCHEMAS = Path(__file__).parent.parent / "schemas"
FILED = '''
[dac_ta]
ma_co_quan = "000.00.01.H57"
ho_so = "05.CCHC"
thu_tu = 7
ghi_chu = "Gửi <bản giấy> & bản điện tử"
han_tra_loi = 2024-07-15

[[dac_ta.noi_nhan]]
ten = "Thôn Hai"
ma = "000.02.01.H57"
'''


pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _values(text: str) -> list[metadata.Value]:
    made = issue.issue(text.encode(), file="tb.toml", folder=Path("/nowhere"), today=TODAY)
    return metadata.of_notice(made.notice, made.context)


def _asked(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> Any:
    capsys.readouterr()
    assert run(["metadata", *args, "--no-pages"]) == code
    return capsys.readouterr()


def test_all_that_a_notice_says() -> None:
    assert metadata.tree(_values(GOOD + FILED)) == {
        "FileCode": {"OrganId": "000.00.01.H57", "FileCatalog": 2024, "FileNotation": "05.CCHC"}, "DocOrdinal": 7,
        "TypeName": "Thông báo", "CodeNumber": "12", "CodeNotation": "TB-UBND", "IssuedDate": "2024-06-12",
        "OrganName": "Ủy ban nhân dân xã Bình Điền", "Subject": "Kết luận kiểm tra tại thôn Một", "Language": "Tiếng Việt",
        "Description": "Gửi <bản giấy> & bản điện tử", "SignerInfo": [{"Position": "Chủ tịch", "FullName": "Nguyễn Văn A"}],
        "To": [{"OrganName": "Thôn Một"}, {"OrganId": "000.02.01.H57", "OrganName": "Thôn Hai"}], "Priority": 0, "DueDate": "2024-07-15",
    }  # fmt: skip


@pytest.mark.parametrize("mau", templates.names())
def test_every_form_is_valid_by_both_schemas(mau: str) -> None:
    values = _values(templates.sample(mau) + ("\n[dac_ta]\nho_so = \"05.CCHC\"\nthu_tu = 7\n"))
    jsonschema.validate(json.loads(metadata.as_json(values)), json.loads((SCHEMAS / "dac-ta.schema.json").read_text("utf-8")))
    etree.XMLSchema(etree.parse(SCHEMAS / "dac-ta.xsd")).assertValid(etree.fromstring(metadata.as_xml(values).encode()))
    assert not [*metadata.faults(values)]


def test_the_schemas_are_those_of_the_data() -> None:
    for name, made in metadata_schema.FILES.items():
        assert (SCHEMAS / name).read_text("utf-8") == made()


def test_a_value_too_long_is_told_at_its_line_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    name = "Nguyễn Văn A" * 5
    text = GOOD.replace('"Nguyễn Văn A"', f'"{name}"') + FILED.replace("000.00.01.H57", "000.00.01.H57.999")
    Path("tb.toml").write_text(text, "utf-8")
    said = _asked(capsys, "tb.toml", "-o", "tb.json", code=3).err
    assert f"tb.toml:{text[: text.index(name)].count(chr(10)) + 1}:" in said
    assert "60 ký tự" in said
    assert "nhiều nhất 50" in said
    assert "nhiều nhất 13" in said
    assert not Path("tb.json").exists()


def test_the_longest_values_that_fit_are_kept() -> None:
    values = _values(GOOD.replace('"Nguyễn Văn A"', f'"{"N" * 50}"'))
    assert not [*metadata.faults(values)]
    assert metadata.tree(values)["SignerInfo"][0]["FullName"] == "N" * 50


def test_a_code_for_nobody_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tb.toml").write_text(GOOD + FILED.replace("Thôn Hai", "Thôn Chín"), "utf-8")
    assert "Thôn Chín" in _asked(capsys, "tb.toml").err


def test_as_above_names_the_addressees() -> None:
    sent = metadata.tree(_values(templates.sample("cong-van")))["To"]
    assert {"OrganName": "Các phòng, đơn vị thuộc xã"} in sent
    assert not any("như trên" in one["OrganName"].lower() for one in sent)
    assert metadata.tree(_values(templates.sample("giay-moi")))["To"][0] == {"OrganName": "Ông Nguyễn Văn A, Trưởng thôn Một"}


def test_xml_by_its_suffix_and_what_is_left_out_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tb.toml").write_text(GOOD + FILED, "utf-8")
    said = _asked(capsys, "tb.toml", "-o", "tb.xml")
    assert said.out == "tb.xml\n"
    assert "15 IssuedAmount" in said.err
    root = etree.parse("tb.xml").getroot()
    assert root.findtext(f"{{{metadata.NAMESPACE}}}Description") == "Gửi <bản giấy> & bản điện tử"
    assert run(["metadata", "tb.toml", "-o", "tb.csv", "--no-pages"]) == 2
    assert run(["metadata", "tb.toml", "-o", "tb.xml", "--as", "json", "--no-pages"]) == 2


def test_a_number_of_the_register_is_not_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tb.toml").write_text(GOOD.replace("so = 12", 'so = "tu-dong"'), "utf-8")
    assert "CodeNumber" not in json.loads(_asked(capsys, "tb.toml").out)


@pytest.mark.parametrize("mau", templates.names())
def test_a_finished_word_file_says_the_same_as_its_findings(mau: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("vb.toml").write_text(templates.sample(mau), "utf-8")
    assert run(["render", "vb.toml", "-o", "vb.docx"]) in {0, 1}
    one, other = (json.loads(_asked(capsys, name).out) for name in ("vb.toml", "vb.docx"))
    differing = {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
    assert differing <= UNSEEN.get(mau, set())


UNSEEN = {
    "bien-ban": {"SignerInfo"},  # the secretary signs beside the chair
    "giay-gioi-thieu": {"Subject", "To"},  # form 1.8 has no subject, and sends within its text
    "giay-moi": {"To"},  # who is invited stands in its text
    "giay-nghi-phep": {"Subject"},
    "sao-y": {"Subject", "TypeName"},  # of the paper that is copied
    "sao-luc": {"Subject", "TypeName"},
    "trich-sao": {"Subject", "TypeName"},
    "thu-cong": {"OrganName"},  # the head of the agency writes it
}
"""What the page of a form does not show, or shows otherwise."""


def test_a_foreign_paper_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    Path("cv.docx").write_bytes(PAPERS["công văn"])
    found = json.loads(_asked(capsys, "cv.docx").out)
    assert found["TypeName"] == "Công văn"
    assert found["SignerInfo"]


def test_pages_not_counted_are_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from notice_gen.convert import pages

    Path("tb.toml").write_text(GOOD, "utf-8")
    monkeypatch.setattr(pages, "can_read", lambda: False)
    assert run(["metadata", "tb.toml"]) == 0
    said = capsys.readouterr()
    assert "PageAmount" not in said.out
    assert "PageAmount" in said.err


IN_WORD = FILED.replace("[dac_ta]\n", "[dac_ta]\nghi_vao_word = true\n")


def test_a_word_file_bears_its_metadata_when_asked_and_else_stays_as_it_was() -> None:
    def docx(text: str) -> bytes:
        return issue.issue(text.encode(), file="tb.toml", folder=Path("/nowhere"), today=TODAY).docx

    plain, filed = docx(GOOD), docx(GOOD + IN_WORD)
    assert docx(GOOD + FILED) == plain
    assert docx(GOOD + IN_WORD) == filed
    assert render.is_untouched(filed)
    assert describing.properties(plain) == {}
    said = describing.properties(filed)
    assert said["FileCode.FileNotation"] == "05.CCHC"
    assert said["To.2.OrganId"] == "000.02.01.H57"
    assert said["Subject"] == "Kết luận kiểm tra tại thôn Một"
    own, other = word.unpacked(plain), word.unpacked(filed)
    assert {name for name in own if own[name] != other[name]} == {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml"}
    assert set(other) - set(own) == {"docProps/custom.xml"}


def test_what_no_page_shows_comes_back_from_the_properties(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tb.toml").write_text(GOOD + IN_WORD, "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 0
    one, other = (json.loads(_asked(capsys, name).out) for name in ("tb.toml", "tb.docx"))
    assert one == other


def test_render_refuses_what_does_not_fit_its_properties(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tb.toml").write_text(GOOD + IN_WORD.replace("05.CCHC", "05" * 11), "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx"]) == 3
    assert "nhiều nhất 20" in capsys.readouterr().err
    assert not Path("tb.docx").exists()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_pages_are_counted_and_the_pdf_bears_the_metadata(capsys: pytest.CaptureFixture[str]) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    Path("tb.toml").write_text(GOOD + IN_WORD, "utf-8")
    assert run(["render", "tb.toml", "-o", "tb.docx", "--pdf"]) == 0
    document = pypdfium2.PdfDocument("tb.pdf")
    assert document.get_metadata_value("FileCode.FileNotation") == "05.CCHC"
    assert document.get_metadata_value("OrganName") == "Ủy ban nhân dân xã Bình Điền"
    assert document.get_metadata_value("Producer").startswith("LibreOffice")
    assert len(document) == 1
    assert Path("tb.pdf").read_bytes().rpartition(b"endobj")[0].rpartition(b" obj")[2].count(b"/Subject<") == 1
    document.close()
    capsys.readouterr()
    assert run(["metadata", "tb.docx"]) == 0
    assert json.loads(capsys.readouterr().out)["PageAmount"] == 1


def test_a_mailing_has_one_file_beside_each_notice(capsys: pytest.CaptureFixture[str]) -> None:
    Path("chung.toml").write_text(GOOD.replace("so = 12\n", "") + FILED, "utf-8")
    Path("bang.csv").write_text("don_vi.ten,van_ban.so,dac_ta.thu_tu\nthôn Một,21,1\nthôn Hai,22,2\nthôn Ba,23,1000\n", "utf-8")
    asked = ["batch", "chung.toml", "--data", "bang.csv", "-o", "ra", "--jobs", "1", "--metadata", "json"]
    assert run(asked) == 1
    said = capsys.readouterr().err
    assert "bang.csv" in said
    assert "nhiều nhất 3" in said
    assert "của 2 văn bản" in said
    assert len([*Path("ra").glob("*.docx")]) == 2
    made = {path.stem: json.loads(path.read_text("utf-8")) for path in Path("ra").glob("*.json")}
    assert {name: (one["CodeNumber"], one["DocOrdinal"]) for name, one in made.items()} == {
        path.stem: (path.name[:2], int(path.name[1])) for path in Path("ra").glob("2[12]-*.docx")
    }
    assert len(made) == 2
    Path("bang.csv").write_text("don_vi.ten,van_ban.so,dac_ta.thu_tu\nthôn Một,21,1\nthôn Hai,22,2\nthôn Ba,23,3\n", "utf-8")
    assert run(asked) == 0
    assert len([*Path("ra").glob("*.json")]) == 3


def test_metadata_of_a_mailing_follow_its_papers_and_nobodys_work_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    def rows(*several: str) -> None:
        Path("bang.csv").write_text("\n".join(("don_vi.ten,van_ban.so,dac_ta.thu_tu", *several)) + "\n", "utf-8")

    def order(name: str) -> str:
        return json.loads(next(Path("ra").glob(f"{name}-*.json")).read_text("utf-8"))["DocOrdinal"]

    Path("chung.toml").write_text(GOOD.replace("so = 12\n", "") + FILED, "utf-8")
    asked = ["batch", "chung.toml", "--data", "bang.csv", "-o", "ra", "--jobs", "1", "--metadata", "json"]
    rows("thôn Một,21,1", "thôn Hai,22,2")
    assert run(asked) == 0
    told = [json.loads(line) for line in Path("ra/ket-qua.jsonl").read_text("utf-8").splitlines()]
    assert sorted(line["output"] for line in told if line["status"] == "metadata") == sorted(path.name for path in Path("ra").glob("*.json"))
    rows("thôn Một,21,7", "thôn Hai,22,2")
    assert run(asked) == 0
    assert int(order("21")) == 7
    edited = next(Path("ra").glob("22-*.json"))
    edited.write_text("{}", "utf-8")
    rows("thôn Một,21,7", "thôn Hai,22,8")
    capsys.readouterr()
    assert run(asked) == 1
    assert edited.read_text("utf-8") == "{}"
    assert "không ghi đè" in capsys.readouterr().err
    assert run([*asked, "--if-exists", "overwrite"]) == 0
    assert int(order("22")) == 8
    rows("thôn Mới,21,7", "thôn Hai,22,8")
    assert run(asked) == 0


def test_codes_that_the_office_keeps_for_all_its_papers_are_no_doubt(capsys: pytest.CaptureFixture[str]) -> None:
    Path("notice-gen.toml").write_text('[[dac_ta.noi_nhan]]\nten = "Sở Nội vụ"\nma = "000.03.01.H57"\n', "utf-8")
    Path("tb.toml").write_text(GOOD, "utf-8")
    assert "Sở Nội vụ" not in _asked(capsys, "tb.toml").err
    Path("tb.toml").write_text(GOOD.replace('"Thôn Hai"', '"Sở Nội vụ"'), "utf-8")
    assert {"OrganId": "000.03.01.H57", "OrganName": "Sở Nội vụ"} in json.loads(_asked(capsys, "tb.toml").out)["To"]


def test_all_who_sign_are_there_and_no_expression_is_left() -> None:
    text = GOOD.replace('chuc_vu = "Chủ tịch"', 'chuc_vu = "Trưởng {{ don_vi.ten }}"\nco_quan = "Ủy ban nhân dân xã Bình Điền"')
    text += '\n[[ky_lien_tich]]\nco_quan = "Sở B"\nchuc_vu = "Giám đốc"\nho_ten = "Trần Thị B"\n'
    assert metadata.tree(_values(text))["SignerInfo"] == [
        {"Position": "TRƯỞNG THÔN MỘT", "FullName": "Nguyễn Văn A"}, {"Position": "Giám đốc", "FullName": "Trần Thị B"},
    ]


def test_properties_of_a_stranger_are_taken_for_what_they_are() -> None:
    said = {"DocOrdinal": "9" * 5000, "DueDate": "ngày mai", "FileCode.FileNotation": "<b>&amp;</b>", "Hack": "x", "To.1.OrganName": "A"}
    rows = "".join(f'<property name="{name}"><t>{value.replace("<", "&lt;").replace("&amp;", "&amp;amp;")}</t></property>' for name, value in said.items())
    for text in (f"<Properties>{rows}</Properties>", "<Properties>", '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><P><p name="Language">&b;</p></P>'):
        found = describing.properties(word.packed({"docProps/custom.xml": text.encode()}))
        assert "Hack" not in found
        values = {one.ma: one.said for one in describing._beside(found)}
        assert "DocOrdinal" not in values
        assert "DueDate" not in values
        assert values["Language"] == "Tiếng Việt"


def test_a_pdf_that_is_not_as_libreoffice_writes_it_stays() -> None:
    for pdf in (b"", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer\n<</Size 3/Info 2 0 R>>\nstartxref\n9\n%%EOF", b"\0" * 9000):
        assert with_info(pdf, {"Subject": "A"}) == pdf


def test_a_pdf_as_word_ends_it_has_the_metadata_too() -> None:
    """Word writes an empty table that names the one before it and a stream: the update names its own predecessor alone."""
    head = b"%PDF-1.7\r\n1 0 obj\r\n<</Type/Catalog/Pages 3 0 R>>\r\nendobj\r\n"
    info = b"2 0 obj\r\n<</Author(A)>>\r\nendobj\r\n"
    pages = b"3 0 obj\r\n<</Type/Pages/Kids[]/Count 0>>\r\nendobj\r\n"
    starts = [len(b"%PDF-1.7\r\n"), len(head), len(head + info)]
    first = len(head + info + pages)
    table = b"xref\r\n0 4\r\n0000000000 65535 f\r\n%s" % b"".join(b"%010d 00000 n\r\n" % at for at in starts)
    body = head + info + pages + table + b"trailer\r\n<</Size 4/Root 1 0 R/Info 2 0 R>>\r\nstartxref\r\n%d\r\n%%%%EOF\r\n" % first
    pdf = body + b"xref\r\n0 0\r\ntrailer\r\n<</Size 4/Root 1 0 R/Info 2 0 R/Prev %d/XRefStm 9>>\r\nstartxref\r\n%d\r\n%%%%EOF" % (first, len(body))
    made = with_info(pdf, {"Subject": "Kế hoạch"})
    assert made.startswith(pdf)
    update = made[len(pdf) :]
    assert update.count(b"/Prev") == 1
    assert b"/Prev %d>>" % len(body) in update
    assert b"XRefStm" not in update
    assert b"/Author(A)" in update
    assert "Kế hoạch".encode("utf-16-be").hex().upper().encode() in update

"""The register as a book: Phụ lục IV, mục I, out to Word, Excel and CSV."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.register import DA_CAP, GIU_CHO, HUY, Entry, paper
from notice_gen.register.paper.form import COT, row, ten_loai
from tests.helpers.registers import UBND, request
from tests.helpers.word import W, paragraphs, part

BOOK = "so-van-ban.db"


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def entry(so: int = 7, **changes) -> Entry:
    asked = request(f"{so}.toml")
    fields = {name: getattr(asked, name) for name in asked._fields if name in Entry._fields and name != "so"}
    return Entry(**{**fields, "id": so, "so": so, "nhom": "chung", "trang_thai": DA_CAP, **changes})


def cells(docx: bytes) -> list[list[str]]:
    """The texts of the rows of all tables."""
    def text(cell) -> str:
        return "\n".join("".join({"t": e.text or "", "br": "\n"}.get(e.tag.split("}")[1], "") for e in p.iter()) for p in cell.iter(f"{{{W}}}p"))

    return [[text(cell) for cell in line.iter(f"{{{W}}}tc")] for line in ET.fromstring(part(docx)).iter(f"{{{W}}}tr")]  # noqa: S314 - our own


def sheet(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize(
    ("changes", "column", "said"),
    [
        ({}, 0, "07/TB-UBND"),
        ({"so": 1999}, 0, "1999/TB-UBND"),
        ({}, 1, "05/3/2026"),
        ({"ngay": None}, 1, ""),
        ({"trich_yeu": "Kết luận kiểm tra"}, 2, "Thông báo\nKết luận kiểm tra"),
        ({"trich_yeu": "Về việc nghỉ lễ", "loai": "QĐ"}, 2, "Quyết định về việc nghỉ lễ"),
        ({"trich_yeu": "V/v nghỉ lễ", "loai": ""}, 2, "Công văn v/v nghỉ lễ"),
        ({"trich_yeu": "Vềnh", "loai": "ZZ"}, 2, "Vềnh"),
        ({"trich_yeu": ""}, 2, "Thông báo"),
        ({}, 3, "Nguyễn Văn A"),
        ({}, 4, "Các thôn"),
        ({}, 5, "VT"),
        ({"so_ban": "12"}, 6, "12"),
        ({"ngay_chuyen": "06/3/2026"}, 7, "06/3/2026"),
        ({}, 8, ""),
        ({"ghi_chu": "Khẩn"}, 9, "Khẩn"),
        ({"trang_thai": HUY, "ly_do": "In nhầm", "ghi_chu": "Khẩn"}, 9, "Hủy: In nhầm\nKhẩn"),
        ({"trang_thai": HUY}, 9, "Hủy"),
        ({"trang_thai": GIU_CHO}, 9, "Giữ chỗ, chưa in"),
    ],
)
def test_the_ten_columns_of_the_form(changes, column, said):
    assert len(row(entry(**changes))) == len(COT) == 10
    assert row(entry(**changes))[column] == said


def test_a_volume_for_each_agency_year_and_series():
    lines = [entry(1), entry(2), entry(1, nam=2027, nhom="TB"), entry(1, nam=2027, nhom="CV", loai=""), entry(1, co_quan="UBND xã Khác")]
    assert [(v.nam, v.loai, len(v.entries)) for v in paper.quyen(lines)] == [(2026, "", 2), (2027, "Thông báo", 1), (2027, "Công văn", 1), (2026, "", 1)]
    assert ten_loai("QĐ", date(2026, 11, 23)) == "Quyết định"


# --- Word ----------------------------------------------------------------------------------------------


def test_the_word_file_is_the_form_with_its_cover():
    lines = [entry(1), entry(2, ngay=date(2026, 3, 9), trang_thai=HUY, ly_do="In nhầm"), entry(1, nam=2027, nhom="QĐ", loai="QĐ", ky_hieu="QĐ-UBND", ngay=None)]
    data = paper.docx(paper.quyen(lines), {UBND: ["Ủy ban nhân dân", "tỉnh A"]})
    said = paragraphs(data)
    assert said[:7] == [
        "ỦY BAN NHÂN DÂN", "TỈNH A", "ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2026",
        "Từ ngày 05/3/2026 đến ngày 09/3/2026", "Từ số 01 đến số 02",
    ]  # fmt: skip
    assert said[7] == "Quyển số: ...."
    assert "(Quyết định)" in said
    assert "Từ ngày …… đến ngày ……" in said
    rows = cells(data)
    numbers = [f"({n})" for n in range(1, 11)]
    assert rows == [list(COT), numbers, list(row(lines[0])), list(row(lines[1])), list(COT), numbers, list(row(lines[2]))]


def test_the_word_file_holds_together():
    data = paper.docx(paper.quyen([entry(1), entry(1, nam=2027)]), {})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for text in parts.values():
        ET.fromstring(text)  # noqa: S314 - our own
    document = parts["word/document.xml"]
    assert document.count("<w:sectPr>") == 4
    assert document.count("<w:tblHeader/>") == 4
    assert set(re.findall(r'r:id="(\w+)"', document)) <= set(re.findall(r'Id="(\w+)"', parts["word/_rels/document.xml.rels"]))
    styles = set(re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"]))
    assert set(re.findall(r'<w:(?:pStyle|tblStyle) w:val="(\w+)"', "".join(parts.values()))) <= styles
    grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', document)]
    page = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"', document)
    assert [int(page[1]), int(page[2])] == [16838, 11906]
    assert sum(grid) == 2 * (16838 - 1418 - 851)
    assert 'w:lang w:val="vi-VN"' in parts["word/styles.xml"]
    assert "<dc:title>Sổ đăng ký văn bản đi</dc:title>" in parts["docProps/core.xml"]


SOFFICE = shutil.which("soffice") and shutil.which("pdftotext")


@pytest.mark.slow
@pytest.mark.skipif(not SOFFICE, reason="needs LibreOffice (soffice) and poppler (pdftotext) to print pages")
def test_the_pages_repeat_the_headings(tmp_path):
    Path("so.docx").write_bytes(paper.docx(paper.quyen([entry(n, trich_yeu="Kết luận kiểm tra công tác cải cách hành chính " * 3) for n in range(1, 31)]), {}))
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--convert-to", "pdf", "so.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", "so.pdf", "-"], check=True, capture_output=True, text=True).stdout
    cover, *pages = text.split("\f")[:-1]
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in cover
    assert len(pages) >= 2
    for number, page in enumerate(pages, start=1):
        assert page.split()[0] == str(number)
        assert "(10)" in page
    assert "30/TB-UBND" in pages[-1]


# --- Excel and CSV -------------------------------------------------------------------------------------

NASTY = ["=1+1", "+84", "-5", "@SUM(A1)", "'=x", "0012", "1e5", "01/02/2026", "TRUE", '"a", b; c\nd', "<b>&amp;", "\ttab", "a\x00\x0bb\ud800", " "]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_a_text_whatever_it_looks_like(text):
    line = entry(noi_nhan=text, so_ban=text, trich_yeu=text, loai="ZZ")
    shown = re.sub("[\x00\x0b\ud800]", "\ufffd", text)
    cell = sheet(paper.xlsx([line]))["E2"]
    assert (cell.value, cell.data_type, cell.number_format) == (shown, "s", "@")
    [_, written] = csv.reader(io.StringIO(paper.csv_text([line]).removeprefix("\ufeff"), newline=""))
    assert written[4] in {shown, "'" + shown}
    assert written[4][0] not in "=+-@\t"
    assert cells(paper.docx(paper.quyen([line]), {}))[2][4] == shown


def test_the_workbook_has_days_as_days_and_prints_on_its_side():
    book = sheet(paper.xlsx([entry(1), entry(2, ngay=None), entry(3, ngay=date(1899, 5, 1))]))
    assert [cell.value for cell in book[1]] == [*COT, "Năm", "Cơ quan", "Mã nhật ký"]
    assert (book["B2"].value.date(), book["B2"].number_format) == (date(2026, 3, 5), "dd/mm/yyyy")
    assert [book["B3"].value, book["B4"].value] == [None, "01/5/1899"]
    assert [book["K2"].value, book["L2"].value] == [2026, UBND]
    assert (book.page_setup.orientation, book.print_title_rows, book.freeze_panes) == ("landscape", "$1:$1", "B2")


def test_a_row_is_as_high_as_its_longest_text():
    book = sheet(paper.xlsx([entry(1, trich_yeu="ngắn"), entry(2, trich_yeu="Kết luận kiểm tra " * 30), entry(3, ghi_chu="a\nb\nc\nd")]))
    heights = [book.row_dimensions[n].height for n in (2, 3, 4)]
    assert heights[0] < heights[2] < heights[1] <= 409
    assert heights[2] >= 4 * 15


def test_a_row_has_a_line_more_as_soon_as_a_text_fills_nine_tenths_of_its_column():
    book = sheet(paper.xlsx([entry(n, trich_yeu="Về việc nghỉ lễ", noi_nhan="văn thư " * n) for n in range(1, 26)]))
    assert [book.row_dimensions[n + 1].height / 15 for n in range(1, 26)] == [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7]


def test_the_same_lines_give_the_same_bytes(monkeypatch):
    import time

    lines = [entry(1), entry(2)]
    first = paper.xlsx(lines), paper.docx(paper.quyen(lines), {}), paper.csv_text(lines)
    later = time.time() + 10**6
    monkeypatch.setattr(time, "time", lambda: later)
    assert (paper.xlsx(lines), paper.docx(paper.quyen(lines), {}), paper.csv_text(lines)) == first
    with zipfile.ZipFile(io.BytesIO(first[0])) as archive:
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
        assert str(date.today().year).encode() not in archive.read("docProps/core.xml")  # noqa: DTZ011


@given(st.text(max_size=60), st.text(max_size=60))
@pytest.mark.slow
def test_any_text_is_written(one, other):
    lines = [entry(1, trich_yeu=one, ghi_chu=other, nguoi_ky=other, co_quan=one or "x")]
    sheet(paper.xlsx(lines))
    assert len(cells(paper.docx(paper.quyen(lines), {}))) == 3


# --- the command ---------------------------------------------------------------------------------------


def fill(*requests):
    with register.connect(BOOK) as book:
        return register.reserve(book, requests)


@pytest.mark.parametrize("name", ["so.docx", "so.XLSX", "so.csv"])
def test_the_register_is_written_once_and_not_over_another(name, capsys):
    fill(request("a"), request("b"))
    assert run(["register", "export", name]) == 0
    assert capsys.readouterr().out == f"{name}\n"
    assert run(["register", "export", name]) == 0  # the same bytes
    fill(request("c"))
    assert run(["register", "export", name]) == 4
    assert run(["register", "export", name, "--if-exists", "overwrite"]) == 0


def test_what_is_asked_is_written(capsys):
    fill(request("a"), request("b", loai="QĐ", ky_hieu="QĐ-UBND"), request("c", nam=2027))
    assert run(["register", "export", "so.csv", "--year", "2026", "--type", "qđ"]) == 0
    text = Path("so.csv").read_text("utf-8-sig")
    assert re.findall(r"^(\d\d/\S+?),", text, re.MULTILINE) == ["02/QĐ-UBND"]
    assert run(["register", "export", "so.csv", "--year", "2020"]) == 3
    for name in ("so.pdf", "so", "thu-muc/"):
        assert run(["register", "export", name]) == 2
    assert ".docx, .xlsx" in capsys.readouterr().err


def test_the_cover_names_the_parent_agency_of_the_office_settings():
    Path("notice-gen.toml").write_text('[co_quan]\nchu_quan = "Sở Nội vụ"\nten = ["UỶ BAN NHÂN DÂN", "xã Bình Điền"]\n', "utf-8")
    fill(request("a"), request("b", co_quan="Ủy ban nhân dân xã Khác"))
    assert run(["register", "export", "so.docx"]) == 0
    said = paragraphs(Path("so.docx").read_bytes())
    assert said.count("SỞ NỘI VỤ") == 1
    assert said.index("SỞ NỘI VỤ") + 1 == said.index("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN")

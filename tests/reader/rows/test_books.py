"""Workbooks: what is hidden, merged, worked out or not; and what is no workbook, or a trap."""

from __future__ import annotations

import datetime as dt
import io
import struct
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from notice_gen import reader
from notice_gen.errors import InputError
from notice_gen.reader.rows import books, zipped
from tests.helpers.office import needs_calc
from tests.reader.rows.test_rows import BASE, refused, said

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>don_vi.ten</t></is></c><c r="B1" t="inlineStr"><is><t>tiep_nhan</t></is></c></row>'
NAME = '<row r="2"><c r="A2" t="inlineStr"><is><t>xã A</t></is></c>'


def parts(rows: str, *, after: str = "", styles: str = "", **more: str) -> dict[str, str]:
    """The parts of a workbook of one sheet, written by hand."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="So lieu" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{RELS}">'
            f'<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{REL}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        **more,
    }


def zipped_up(tmp_path: Path, parts: dict[str, str | bytes], name: str = "bang.xlsx") -> Path:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part, data in parts.items():
            out.writestr(part, data)
    return path


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2"><v>322</v></c>', 322),
        ('<c r="B2"><f>300+22</f><v>322</v></c>', 322),
        ('<c r="B2" t="str"><f>"3"&amp;"22"</f><v>322</v></c>', 322),
        ('<c r="B2" s="1"><v>3.22</v></c>', 322),
        ('<c r="B2" s="2"><v>3.22</v></c>', 322),
        ('<c r="B2" t="inlineStr" s="1"><is><t>1.250</t></is></c>', 1250),
        ('<c><v>7</v></c>', 7),
        ('<c r="B2"><f>300+22</f></c>', "Ô có công thức chưa được tính."),
        ('<c r="B2"><f>300+22</f><v></v></c>', "Ô có công thức chưa được tính."),
        ('<c r="B2"><f t="shared" si="0"/><v/></c>', "Ô có công thức chưa được tính."),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "Ô đang báo lỗi #DIV/0!."),
        ('<c r="B2" t="e"><v>#REF!</v></c>', "Ô đang báo lỗi #REF!."),
        ('<c r="B2" t="b"><v>1</v></c>', "Cột này cần số; ở đây là “TRUE”."),
        ('<c r="B2"><v>3.5</v></c>', "Cột này cần số nguyên; ở đây là 3,5."),
        ('<c r="B2"><v>1234567890123456</v></c>', "Con số 1234567890123460 dài quá 15 chữ số: Excel không giữ đúng được."),
    ],
)  # fmt: skip
def test_a_cell_says_what_is_seen_or_is_refused_by_address(tmp_path, cell, value):
    styles = '<numFmts><numFmt numFmtId="170" formatCode="0.0\\ %"/></numFmts>'
    ((place, found),) = said(zipped_up(tmp_path, parts(f"{HEAD}{NAME}{cell}</row>", styles=styles)))
    assert place == "So lieu!2"
    if isinstance(value, str):
        assert found == [("xlsx, So lieu!B2", value)]
    else:
        assert found == {"don_vi": {"ten": "xã A"}, "so_lieu": {"tiep_nhan": value}}


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path):
    path = zipped_up(tmp_path, parts(f'{HEAD}{NAME}<c r="B2" t="str"><f>""</f><v></v></c></row>'))
    assert said(path) == [("So lieu!2", [("xlsx, So lieu!A2", "Hàng này chưa điền số liệu nào.")])]


def test_a_lone_error_far_below_is_not_lost(tmp_path):
    path = zipped_up(tmp_path, parts(f'{HEAD}<row r="9"><c r="B9" t="e"><v>#N/A</v></c></row>'))
    assert said(path) == [("So lieu!9", [("xlsx, So lieu!B9", "Ô đang báo lỗi #N/A.")])]


def book(tmp_path: Path, change) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet
    sheet.title = "So lieu"
    for row in (["don_vi.ten", "tiep_nhan", "# ghi chú"], ["xã A", 1, "a"], ["xã B", 2, "b"], [], ["xã C", 3, "c"]):
        sheet.append(row)
    change(made, sheet)
    path = tmp_path / "bang.xlsx"
    made.save(path)
    return path


def hide(*rows):
    def change(_, sheet):
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return change


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (hide(3, 4, 5), "xlsx, So lieu!3", "2 hàng có dữ liệu đang ẩn hoặc bị lọc đi: 3, 5."),
        (lambda _, sheet: sheet.merge_cells("A2:A3"), "xlsx, So lieu!A2", "Các ô A2:A3 gộp làm một: không rõ giá trị thuộc hàng nào, cột nào."),
        (lambda _, sheet: sheet.merge_cells("A1:A2"), "xlsx, So lieu!A1", "Các ô A1:A2 gộp làm một: không rõ giá trị thuộc hàng nào, cột nào."),
        (lambda _, sheet: sheet.merge_cells("A5:B5"), "xlsx, So lieu!A5", "Các ô A5:B5 gộp làm một: không rõ giá trị thuộc hàng nào, cột nào."),
        (lambda _, sheet: setattr(sheet, "sheet_state", "hidden") or _.create_sheet("B"), "xlsx", "Mọi trang có dữ liệu đều đang ẩn."),
        (lambda book, sheet: book.remove(sheet) or book.create_sheet("B"), "xlsx", "Bảng tính trống."),
    ],
)
def test_what_makes_a_sheet_unsure_is_refused_by_address(tmp_path, change, place, message):
    assert refused(book(tmp_path, change)) == [(place, message)]


def test_hidden_rows_are_passed_over_when_that_is_asked_for(tmp_path):
    path = book(tmp_path, hide(3, 4, 5))
    rows = reader.rows(path, BASE.data, visible_only=True)
    assert rows.warnings == ()
    assert [row.place for row in rows] == ["So lieu!2"]
    with pytest.raises(InputError) as caught:
        reader.rows(path, BASE.data)
    assert "--visible-only" in caught.value.problems[0].hint
    with pytest.raises(InputError) as other:  # of what is hidden no other fault is told
        reader.rows(book(tmp_path, lambda _, sheet: (hide(3)(_, sheet), sheet.__setitem__("B2", "x"), sheet.__setitem__("D1", "y"), sheet.__setitem__("B3", "z"))), BASE.data, visible_only=True)
    assert [problem.place.cell for problem in other.value.problems] == ["So lieu!D1", "So lieu!B2"]


def test_a_filter_of_excel_hides_rows(tmp_path):
    def filtered(_, sheet):
        sheet.auto_filter.ref = "A1:C5"
        sheet.auto_filter.add_filter_column(0, ["xã B"])
        hide(2, 5)(_, sheet)

    assert [row.layer.data["don_vi"]["ten"] for row in reader.rows(book(tmp_path, filtered), BASE.data, visible_only=True)] == ["xã B"]


def blank_or_left_out(_, sheet):
    sheet.merge_cells("A4:B4")
    sheet.merge_cells("C2:C3")
    sheet.merge_cells("A7:B9")
    sheet.row_dimensions[4].hidden = True
    sheet["B2"].comment = openpyxl.comments.Comment("x", "y")


@pytest.mark.parametrize(
    ("change", "warnings"),
    [
        (blank_or_left_out, []),
        (lambda book, _: setattr(book.create_sheet("Danh mục"), "sheet_state", "hidden"), []),
        (lambda book, _: book.create_sheet("Trống", 0), []),
        (lambda book, _: book.create_sheet("Khác").append(["x"]), ["Chỉ đọc trang “So lieu”; không đọc: Khác."]),
        (lambda _, sheet: setattr(sheet.column_dimensions["B"], "hidden", True), ["Cột B đang ẩn, vẫn được đọc."]),
        (lambda _, sheet: setattr(sheet.column_dimensions["C"], "hidden", True), []),
        (lambda _, sheet: sheet.__setitem__("E5", "x"), ["Cột này không có tên nên không đọc, mà số liệu chưa có cột: han_nop."]),
    ],
)
def test_what_does_no_harm_is_read(tmp_path, change, warnings):
    path = book(tmp_path, change)
    assert [w.text() for w in reader.rows(path, BASE.data).warnings] == warnings
    assert [data["so_lieu"]["tiep_nhan"] for _, data in said(path)] == [1, 2, 3]  # type: ignore[index]


def test_a_title_over_the_table_is_passed_over(tmp_path):
    def titled(_, sheet):
        sheet.insert_rows(1, 2)
        sheet["A1"] = "BẢNG SỐ LIỆU"
        sheet.merge_cells("A1:C1")

    assert [place for place, _ in said(book(tmp_path, titled))] == ["So lieu!4", "So lieu!5", "So lieu!7"]


def test_a_table_that_begins_elsewhere_keeps_its_addresses(tmp_path):
    def moved(_, sheet):
        sheet.move_range("A1:C5", rows=2, cols=3)
        sheet["E4"] = "x"

    assert said(book(tmp_path, moved))[0] == ("So lieu!4", [("xlsx, So lieu!E4", "Cột này cần số; ở đây là “x”.")])


def test_dates_and_times(tmp_path):
    def days(_, sheet):
        sheet["B1"], sheet["B2"], sheet["B3"], sheet["B5"] = "han_nop", 45474.35, dt.time(8, 30), 45474
        sheet["B2"].number_format = "dd/mm/yyyy hh:mm"

    first, second, third = said(book(tmp_path, days))
    assert first[1]["so_lieu"] == {"han_nop": dt.date(2024, 7, 1)}  # type: ignore[index]
    assert second[1] == [("xlsx, So lieu!B3", "Ô đang là giờ (08:30:00).")]
    assert third[1] == [("xlsx, So lieu!B5", "Cột này cần ngày; ô đang là số 45474.")]


# --- no workbook, and traps ---------------------------------------------------------------------------

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BROKEN = "Không đọc được bảng tính này: tệp hỏng hoặc không phải bảng tính."


def good() -> dict[str, str]:
    return parts(f'{HEAD}{NAME}<c r="B2"><v>1</v></c></row>')


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"xl/vbaProject.bin": "x"}, "Bảng tính có macro."),
        ({"word/document.xml": "<x/>"}, "Đây là tệp Word, không phải bảng tính."),
        ({"xl/workbook.bin": "x"}, "Đây là bảng tính dạng nhị phân (.xlsb)."),
        ({"xl/workbook.xml": None}, "Đây là tệp nén, không phải bảng tính."),
        ({"xl/sharedStrings.xml": BOMB + "<sst><si><t>&b;</t></si></sst>"}, BROKEN),
        ({"xl/worksheets/sheet1.xml": BOMB + "<worksheet/>"}, BROKEN),
        ({"xl/workbook.xml": BOMB + "<workbook/>"}, BROKEN),
        ({"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}, BROKEN),
        ({"xl/worksheets/sheet1.xml": f'<worksheet>{HEAD}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></worksheet>'}, "Bảng tính quá lớn."),
        ({"xl/worksheets/sheet1.xml": f'<worksheet>{HEAD}<row r="2"><c r="XFD1048576"><v>1</v></c></row></worksheet>'}, BROKEN),
        ({"xl/worksheets/sheet1.xml": f'<worksheet>{HEAD}<row r="2"><c r="ZZZZZ2"><v>1</v></c></row></worksheet>'}, BROKEN),
        ({"xl/worksheets/sheet1.xml": f'<worksheet>{HEAD}<row r="99999999999"><c><v>1</v></c></row></worksheet>'}, BROKEN),
        ({"xl/worksheets/sheet1.xml": f'<worksheet xmlns:x="{MAIN}">{HEAD}<x:row r="1048576"><x:c r="XFD1048576"><v>1</v></x:c></x:row></worksheet>'}, "Bảng tính quá lớn."),
        ({"xl/styles.xml": b"\0" * 150_000_000}, "Bảng tính quá lớn."),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_what_is_no_plain_workbook_is_one_clear_problem(tmp_path, change, message):
    kept = {name: data for name, data in (good() | change).items() if data is not None}
    assert refused(zipped_up(tmp_path, kept)) == [("xlsx", message)]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 400, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0" + b"\xff" * 2000])
def test_a_piece_of_a_workbook(tmp_path, data):
    path = tmp_path / "bang.xlsx"
    path.write_bytes(data)
    assert refused(path) == [("xlsx", BROKEN)]


def test_formats_without_values_cost_nothing_and_too_many_are_refused(tmp_path, monkeypatch):
    wide = "".join(f'<c r="{books.letters(n)}3" s="1"/>' for n in range(16384))
    tail = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(4, 2000))
    path = zipped_up(tmp_path, parts(f'{HEAD}{NAME}<c r="B2"><v>1</v></c></row><row r="3">{wide}</row>{tail}<row r="1048576"><c r="A1048576" s="1"/></row>'))
    assert [place for place, _ in said(path)] == ["So lieu!2"]
    monkeypatch.setattr(zipped, "_MOST_WORK", 10_000)
    assert refused(path) == [("xlsx", "Bảng tính quá lớn.")]


def test_calamine_reads_only_what_was_looked_at(tmp_path):
    made = zipped.Parts(zipped_up(tmp_path, good() | {"xl/theme/theme1.xml": "<x/>"}).read_bytes(), "x")
    made.read("XL/workbook.xml")
    assert zipfile.ZipFile(io.BytesIO(made.looked_at())).namelist() == ["xl/workbook.xml"]


def test_a_lying_directory_does_not_unpack_more_than_it_states(tmp_path):
    data = bytearray(zipped_up(tmp_path, good() | {"xl/sharedStrings.xml": "<sst>" + " " * 5_000_000 + "</sst>"}).read_bytes())
    at = data.rindex(b"xl/sharedStrings.xml") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    path = tmp_path / "bang.xlsx"
    path.write_bytes(data)
    assert refused(path) == [("xlsx", BROKEN)]


# --- .ods and .xls --------------------------------------------------------------------------------------

NS = ("office", "table", "text", "style", "calcext")
X = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
HEADINGS = f"<table:table-row>{X.format('don_vi.ten')}{X.format('tiep_nhan')}</table:table-row>"


def ods(tmp_path: Path, rows: str, more: str = "", **parts: str) -> Path:
    names = " ".join(f'xmlns:{name}="urn:x:{name}:1.0"' for name in NS)
    content = f'<office:document-content {names}>{more}<office:body><office:spreadsheet><table:table table:name="So lieu">{HEADINGS}{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="urn:x:manifest:1.0"><manifest:file-entry manifest:media-type="{kind}"/></manifest:manifest>'
    path = tmp_path / "bang.ods"
    with zipfile.ZipFile(path, "w") as out:
        for part, data in {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content, **parts}.items():
            out.writestr(part, data)
    return path


def test_an_ods_with_formats_to_its_end(tmp_path):
    tail = '<table:table-cell table:number-columns-repeated="16382"/>'
    number = '<table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>x</text:p></office:annotation><text:p>5</text:p></table:table-cell>'
    blank = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"><office:annotation><text:p>y</text:p></office:annotation></table:table-cell></table:table-row>'
    path = ods(tmp_path, f"<table:table-row>{X.format('xã A')}{number}{tail}</table:table-row>{blank}")
    assert said(path) == [("So lieu!2", {"don_vi": {"ten": "xã A"}, "so_lieu": {"tiep_nhan": 5}})]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>', "Ô đang báo lỗi #DIV/0!."),
        ('<table:table-cell table:formula="of:=1+1"/>', "Ô có công thức chưa được tính."),
        ('<table:table-cell office:value-type="percentage" office:value="3.22"><text:p>322%</text:p></table:table-cell>', {"tiep_nhan": 322}),
        ('<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>', "Cột này cần số; ở đây là “TRUE”."),
    ],
)  # fmt: skip
def test_a_cell_of_an_ods(tmp_path, cell, found):
    ((_, data),) = said(ods(tmp_path, f"<table:table-row>{X.format('xã A')}{cell}</table:table-row>"))
    assert data == [("ods, So lieu!B2", found)] if isinstance(found, str) else data["so_lieu"] == found  # type: ignore[index]


@pytest.mark.parametrize(
    ("rows", "more", "parts", "place", "message"),
    [
        (f'<table:table-row table:visibility="filter" table:number-rows-repeated="3">{X.format("A")}</table:table-row>', "", {}, "ods, So lieu!2", "3 hàng có dữ liệu đang ẩn hoặc bị lọc đi: 2-4."),
        ('<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>A</text:p></table:table-cell></table:table-row>', "", {}, "ods, So lieu!A2", "Các ô A2:A3 gộp làm một: không rõ giá trị thuộc hàng nào, cột nào."),
        (f'<table:table-row table:number-rows-repeated="1048574">{X.format("A") * 5}</table:table-row>', "", {}, "ods", "Bảng tính quá lớn."),
        (f'<table:table-row table:number-rows-repeated="1048574">{X.format("A")}</table:table-row>' * 4, "", {}, "ods", "Bảng tính quá lớn."),
        (f'<table:table-row><table:table-cell table:number-columns-repeated="9999999"/>{X.format("A")}</table:table-row>', "", {}, "ods", "Bảng tính quá lớn."),
        (f'<table:table-row table:number-rows-repeated="4294967296">{X.format("A")}</table:table-row>', "", {}, "ods", BROKEN),
        ("", "", {"META-INF/manifest.xml": "<manifest:encryption-data/>"}, "ods", "Bảng tính có mật khẩu."),
        ("", "", {"mimetype": "application/vnd.oasis.opendocument.text"}, "ods", "Đây là tệp OpenDocument nhưng không phải bảng tính."),
        ("", "", {"content.xml": BOMB + "<x/>"}, "ods", BROKEN),
    ],
)  # fmt: skip
def test_an_ods_that_is_unsure_or_a_trap(tmp_path, rows, more, parts, place, message):
    assert refused(ods(tmp_path, rows, more, **parts)) == [(place, message)]


def test_hidden_sheets_of_an_ods_are_not_read(tmp_path):
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    path = ods(tmp_path, f"<table:table-row>{X.format('xã A')}</table:table-row>", style)
    with zipfile.ZipFile(path) as z:
        parts = {name: z.read(name) for name in z.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(b'table:name="So lieu"', b'table:name="So lieu" table:style-name="ta1"')
    assert refused(zipped_up(tmp_path, parts, "bang.ods")) == [("ods", "Mọi trang có dữ liệu đều đang ẩn.")]


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of 512-byte sectors: one of the table, one of the directory, then each stream."""
    fat, body, entries = [0xFFFFFFFD, 0xFFFFFFFE], b"", b""
    for name, given in {"Root Entry": b"", **streams}.items():
        data = given.ljust(4096 + 512, b"\0") if given else b""
        count = len(data) // 512
        start = len(fat) if count else 0xFFFFFFFE
        fat += [len(fat) + n + 1 for n in range(count - 1)] + [0xFFFFFFFE] * bool(count)
        body += data
        spelt = name.encode("utf-16-le")
        kind = 5 if name == "Root Entry" else 2
        entries += spelt.ljust(64, b"\0") + struct.pack("<HB", len(spelt) + 2, kind) + b"\0" * 49 + struct.pack("<IQ", start, len(data))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + b"\0" * 10
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return header.ljust(512, b"\xff") + table + entries.ljust(512, b"\0") + body


def biff(*records: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)


BOF = (0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("streams", "message"),
    [
        ({"EncryptedPackage": b"x"}, "Bảng tính có mật khẩu."),
        ({"Workbook": biff(BOF, (0x2F, b"\0" * 6), (0x0A, b""))}, "Bảng tính có mật khẩu."),
        ({"WordDocument": b"x"}, "Đây là tệp Word, không phải bảng tính."),
        ({"Workbook": biff(BOF, (0x0A, b"")), "_VBA_PROJECT": b"x"}, "Bảng tính có macro."),
        ({"Workbook": biff(BOF, (0x0A, b""))}, BROKEN),
        ({"Workbook": biff(BOF, (0x85, struct.pack("<IBB", 5000, 0, 0) + b"\1\0A"), (0x0A, b""))}, "Bảng tính trống."),
        ({"Workbook": biff(BOF, (0x85, struct.pack("<IBB", 60, 0, 0) + b"\1\0A"), (0x0A, b"")).ljust(60, b"\0") + biff((0x203, struct.pack("<HHHd", 65535, 255, 0, 1)))}, "Bảng tính quá lớn."),
        ({"Workbook": biff(BOF, (0x85, struct.pack("<IBB", 60, 0, 0) + b"\1\0A"), (0x0A, b"")).ljust(60, b"\0") + biff((0x203, struct.pack("<HHHd", 1, 1, 0, 1)))}, BROKEN),
    ],
)  # fmt: skip
def test_an_old_file_that_is_no_plain_workbook(tmp_path, streams, message, capfd):
    path = tmp_path / "bang.xls"
    path.write_bytes(compound(streams))
    assert refused(path) == [("xls", message)]
    assert capfd.readouterr().err == ""


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")

    def unsure(_, sheet):
        hide(3)(_, sheet)
        sheet.merge_cells("A5:B5")

    def read(made, sheet):
        sheet["B2"], sheet["B3"], sheet["B5"] = "=1/0", "=1+1", 0.5
        sheet["B5"].number_format = "0.0%"
        sheet.column_dimensions["B"].hidden = True
        made.create_sheet("Ẩn").append(["x"])
        made["Ẩn"].sheet_state = "hidden"
        made.create_sheet("Khác").append(["x"])

    for name, change in (("unsure", unsure), ("read", read)):
        book(folder, change).rename(folder / f"{name}.xlsx")
    for kind in ("ods", "xls"):
        command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--convert-to", kind, "--outdir", folder]
        subprocess.run([*command, *folder.glob("*.xlsx")], check=True, capture_output=True, timeout=300)
    return folder


@needs_calc
@pytest.mark.parametrize("kind", ["ods", "xls"])
@pytest.mark.slow
def test_other_kinds_of_workbook_are_looked_at_as_well(converted, kind):
    with pytest.raises(InputError) as caught:
        reader.rows(converted / f"unsure.{kind}", BASE.data)
    assert [p.place.cell for p in caught.value.problems if p.place] == ["So lieu!3", "So lieu!A5"]
    rows = reader.rows(converted / f"read.{kind}", BASE.data)
    assert [w.text() for w in rows.warnings] == ["Chỉ đọc trang “So lieu”; không đọc: Khác.", "Cột B đang ẩn, vẫn được đọc."]
    first, second, third = rows
    assert [p.text() for p in first.layer.problems] == ["Ô đang báo lỗi #DIV/0!."]
    assert (second.layer.data["so_lieu"], third.layer.data["so_lieu"]) == ({"tiep_nhan": 2}, {"tiep_nhan": 50})


def test_percents_keep_the_way_of_the_base(tmp_path):
    path = zipped_up(tmp_path, parts(f'{HEAD.replace("tiep_nhan", "ty_le")}{NAME}<c r="B2" s="1"><v>0.285</v></c></row>'))
    for example, value in ((Decimal("98.7"), Decimal("28.5")), (Decimal("0.9"), Decimal("0.285"))):
        ((_, data),) = said(path, {"so_lieu": {"ty_le": example}})
        assert data["so_lieu"]["ty_le"] == value  # type: ignore[index]

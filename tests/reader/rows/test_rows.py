"""Data rows: what a heading and a cell may say, and that a bad row is told at its cell and stops no other."""

from __future__ import annotations

import csv as stdlib_csv
import datetime as dt
import pickle
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import reader
from notice_gen.compose import compose
from notice_gen.errors import InputError, Problem
from notice_gen.reader.rows.cells import take
from notice_gen.reader.rows.columns import Column, Headings
from notice_gen.reader.rows.numbers import PLAIN, Refused
from tests.helpers.findings import GOOD, TODAY, faults
from tests.helpers.notices import FRAME

BASE = reader.parse(GOOD.encode(), file="chung.toml")


def csv(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "bang.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(tmp_path: Path, *rows, sheet: str = "So lieu") -> Path:
    book = openpyxl.Workbook()
    assert book.active
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    path = tmp_path / "bang.xlsx"
    book.save(path)
    return path


def said(path: Path, base=BASE.data) -> list[tuple[str, object]]:
    """Where each row stands and what it says, or its faults."""
    found = []
    for row in reader.rows(path, base):
        problems = [(str(p.place).partition("bang.")[2], p.text()) for p in row.layer.problems]
        found.append((row.place, problems or row.layer.data))
    return found


def refused(path: Path, base=BASE.data) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        list(reader.rows(path, base))
    return [(str(p.place).partition("bang.")[2], p.text()) for p in caught.value.problems]


def test_a_row_lies_over_the_base(tmp_path):
    path = csv(tmp_path, 'don_vi.ten;so_lieu.tiep_nhan;muc.1.phat_hien;noi_nhan.gui.2\nxã A;1.250;"Một {{ tiep_nhan }};\nhai.";Sở Y tế\nxã B;5;;\n')
    first, second = reader.rows(path, BASE.data)
    assert (first.place, first.number, second.place, second.number) == ("dòng 2", 2, "dòng 4", 4)
    merged = reader.merge([BASE, first.layer])
    assert merged["don_vi"] == {"ten": "xã A"}
    assert merged["so_lieu"] == {"tiep_nhan": 1250, "han_nop": dt.date(2024, 6, 28)}
    assert merged["muc"] == [{"tieu_de": "Kết quả", "phat_hien": ["Một {{ tiep_nhan }};", "hai."]}]
    assert merged["noi_nhan"]["gui"] == ["Thôn Một", "Sở Y tế"]
    assert reader.merge([BASE, second.layer])["muc"] == BASE.data["muc"]
    assert pickle.loads(pickle.dumps(first)).layer.data == first.layer.data  # noqa: S301 - our own


def test_a_workbook_says_the_same(tmp_path):
    path = xlsx(tmp_path, ["don_vi.ma", "Tiếp nhận", "han_nop", "# của tôi"], [4, 322.0, dt.date(2024, 6, 30), "x"], [], ["19753", " 08 ", "05/07/2024"])
    assert said(path) == [
        ("So lieu!2", {"don_vi": {"ma": "00004"}, "so_lieu": {"tiep_nhan": 322, "han_nop": dt.date(2024, 6, 30)}}),
        ("So lieu!4", {"don_vi": {"ma": "19753"}, "so_lieu": {"tiep_nhan": 8, "han_nop": dt.date(2024, 7, 5)}}),
    ]


def test_faults_of_cells_and_of_meaning_are_told_together_at_their_cells(tmp_path):
    path = xlsx(tmp_path, ["tiep_nhan", "van_ban.so", "ky.chuc_vu", "han_nop"], ["12 hồ sơ", 13.5, "{{ x }}", "2/6/2024"], [322, 13, "Bí thư", "2/7/2024"])
    bad, good = reader.rows(path, BASE.data)
    with pytest.raises(InputError) as caught:
        reader.read([BASE, bad.layer], None, TODAY)
    assert [(p.place.cell, p.place.text) for p in caught.value.problems if p.place] == [
        ("So lieu!A2", "12 hồ sơ"), ("So lieu!B2", "13,5"), ("So lieu!C2", "{{ x }}"), ("So lieu!D2", "2/6/2024"),
    ]  # fmt: skip
    assert reader.read([BASE, good.layer], None, TODAY).notice.ky.chuc_vu == "Bí thư"


def test_a_fault_of_the_base_stays_in_the_base(tmp_path):
    base = reader.parse(GOOD.replace('"Đã tiếp nhận {{ tiep_nhan }} hồ sơ."', '"{{ khong_co }}"').encode(), file="chung.toml")
    (row,) = reader.rows(csv(tmp_path, "muc.1.tieu_de,muc.1.phat_hien.2\nKết quả,{{ cung_khong }}\n"), base.data)
    with pytest.raises(InputError) as caught:
        reader.read([base, row.layer], None, TODAY)
    assert sorted((Path(p.place.file).name, p.place.line) for p in caught.value.problems if p.place) == [("bang.csv", 2), ("chung.toml", 34)]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("so_lieu.tiep_nhan", "so_lieu.tiep_nhan"), (" TIEP_NHAN ", "so_lieu.tiep_nhan"), ("Tiếp  nhận", "so_lieu.tiep_nhan"),
        ("Ti\u00ea\u0301p nh\u00e2\u0323n", "so_lieu.tiep_nhan"), ("Số hồ  SƠ nhận", "so_lieu.tiep_nhan"), ("Đơn vị.Tên", "don_vi.ten"),
        ("so", "van_ban.so"), ("ma", "don_vi.ma"), ("muc.1.phat_hien.2.han", "muc.1.phat_hien.2.han"), ("ky.ho_ten", "ky.ho_ten"),
        ("STT", None), ("# ghi chú", None), ("Ghi chú riêng", None),
    ],
)  # fmt: skip
def test_headings(heading, key):
    column = Headings({**BASE.data, "cot": {"Số hồ sơ nhận": "so_lieu.tiep_nhan", "Ghi chú riêng": ""}}).column(heading)
    assert (column.key if isinstance(column, Column) else column) == key


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("so_lieu.tiep_nham\n1\n", "csv:1:1", "Không hiểu tên cột “so_lieu.tiep_nham”."),
        ("don_vi.ten,kiem_tra.1.dieu_kien\nA,b\n", "csv:1:12", "Không hiểu tên cột “kiem_tra.1.dieu_kien”."),
        ("muc.2.phat_hien\nx\n", "csv:1:1", "Không hiểu tên cột “muc.2.phat_hien”."),
        ("tiep_nhan,Tiếp nhận\n1,1\n", "csv:1:11", "Cột “Tiếp nhận” điền cùng một chỗ với cột “tiep_nhan”."),
        ("muc.1.phat_hien,muc.1.phat_hien.1\nx,y\n", "csv:1:17", "Cột “muc.1.phat_hien.1” điền cùng một chỗ với cột “muc.1.phat_hien”."),
        ("<html><table><tr><td>don_vi.ten\n", "csv:1:1", "Đây là trang web (HTML hoặc XML), không phải bảng tính."),
        ("", "csv:1:1", "Tệp trống, chưa có nội dung nào."),
        ("STT;# x\n1;2\n", "csv:1:1", "Hàng đầu không có tên cột nào dùng được."),
        ('don_vi.ten\n"A\nB\n', "csv:2:1", "Dấu nháy kép không đi thành cặp, từ dòng này."),
    ],
)
def test_a_heading_is_refused_where_it_stands(tmp_path, text, place, message):
    assert refused(csv(tmp_path, text)) == [(place, message)]


@pytest.mark.parametrize(
    ("heading", "hint"),
    [
        ("so_lieu.tiep_nham", "“so_lieu.tiep_nhan”"), ("Tiep nhanh", "“so_lieu.tiep_nhan”"), ("Số hồ sơ nhậ", "“Số hồ sơ nhận”"), ("muc.1.phat_hie", "“muc.1.phat_hien”"),
        ("so_lieu.ty_le", "thêm nó vào [so_lieu]"), ("don_vi.dan_so", "thêm nó vào [don_vi]"), ("mau", "“mau” chung cho mọi hàng"), ("muc.7.phat_hien", "số thứ tự"),
        ("xyz", "Ghi một trong: don_vi.ten, don_vi.ma"),
    ],
)  # fmt: skip
def test_what_a_heading_was_meant_to_be(heading, hint):
    column = Headings({**BASE.data, "cot": {"Số hồ sơ nhận": "so_lieu.tiep_nhan"}}).column(heading)
    assert isinstance(column, Problem)
    assert hint in column.hint_text()


def test_all_wrong_headings_are_told(tmp_path):
    assert [place for place, _ in refused(csv(tmp_path, "aa\tbb\t\n\t\tcc\n"))] == ["csv:1:1", "csv:1:4"]


def test_faults_of_headings_and_of_cells_are_told_in_one_pass(tmp_path):
    path = xlsx(tmp_path, ["tiep_nhan", "Cán bộ", "han_nop", "han_nop"], ["12 hồ sơ", "x", "31/2/2024"], ["", "y", ""], ["Tổng cộng", "", ""])
    assert refused(path) == [
        ("xlsx, So lieu!B1", "Không hiểu tên cột “Cán bộ”."), ("xlsx, So lieu!D1", "Cột “han_nop” điền cùng một chỗ với cột “han_nop”."),
        ("xlsx, So lieu!A2", "Cột này cần số; ở đây là “12 hồ sơ”."), ("xlsx, So lieu!C2", "Không có ngày “31/2/2024”."),
        ("xlsx, So lieu!A4", "Cột này cần số; ở đây là “Tổng cộng”."),
        ("xlsx, So lieu!A4", "Hàng này là hàng cộng, không phải của một đơn vị."),
    ]  # fmt: skip


def test_a_unit_without_figures_is_no_fault_while_a_heading_is_in_doubt(tmp_path):
    assert refused(csv(tmp_path, "don_vi.ten,tiep_nhann,han_nop\nxã A,1,\n")) == [("csv:1:12", "Không hiểu tên cột “tiep_nhann”.")]


def test_more_faults_of_cells_than_anybody_reads_are_counted(tmp_path):
    found = refused(csv(tmp_path, "tiep_nhan,xyz\n" + "x,1\n" * 700))
    assert (len(found), found[0][0], found[-1]) == (502, "csv:1:11", ("csv", "Còn 200 lỗi nữa ở các ô."))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("don_vi.ten,,tiep_nhan,han_nop\nA,,1,1/6/2024\nB,x,2,1/6/2024\n", None),  # every figure has its column: a note of the clerk's own
        ("tiep_nhan,han_nop\n1,1/6/2024,cao\n2,1/6/2024\n", None),
        ("don_vi.ten,,tiep_nhan\nA,,1\nB,x,2\n", "csv:3:3"),
        ("don_vi.ten;\nA;5\n", "csv:2:3"),
    ],
)
def test_a_column_without_a_heading_is_passed_over_and_told_where_a_figure_may_be_it(tmp_path, text, place):
    rows = reader.rows(csv(tmp_path, text), BASE.data)
    assert [(str(w.place).partition("bang.")[2], w.code) for w in rows.warnings] == ([(place, "cot_khong_ten")] if place else [])
    assert all(not row.layer.problems for row in rows)


@pytest.mark.parametrize(
    "heading",
    ["Ghi chú", "GHI CHÚ", "ghi chu", "Ghi  chú:", "Ghi\nchú", "Ghi chú (nếu có)", "Cột ghi chú", "G/c", "Chú thích", "STT", "TT", "S.TT", "Số TT", "Số thứ tự", "stt."],
)
def test_remarks_and_row_numbers_are_passed_over(heading):
    assert Headings(BASE.data).column(heading) is None


def test_a_figure_called_like_a_remark_is_a_figure():
    known = Headings({"so_lieu": {"ghi_chu": "không"}})
    assert [known.column(heading).key for heading in ("Ghi chú", "ghi_chu", "so_lieu.ghi_chu")] == ["so_lieu.ghi_chu"] * 3


@pytest.mark.parametrize("heading", ["Ghi", "so_lieu.ghi_chu", "Chú ý gì đó", "Người nhập", "Tên", "ghichu1"])
def test_any_other_column_unknown_is_told(heading):
    headings = Headings({})
    assert heading == "Tên" or isinstance(headings.column(heading), Problem)
    assert headings.column(f"# {heading}") is None


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Tên xã", "don_vi.ten"), ("ĐƠN VỊ", "don_vi.ten"), ("Xã,\nphường", "don_vi.ten"), ("xa phuong", "don_vi.ten"), ("Thôn", "don_vi.ten"), ("Tên trường", "don_vi.ten"),
        ("Mã đơn vị", "don_vi.ma"), ("MÃ XÃ", "don_vi.ma"), ("mã đvhc", "don_vi.ma"), ("Số văn bản", "van_ban.so"), ("Số VB", "van_ban.so"), ("Tỉnh, thành phố", "don_vi.tinh"),
    ],
)  # fmt: skip
def test_what_offices_call_the_columns_of_every_mailing(heading, key):
    column = Headings(BASE.data).column(heading)
    assert isinstance(column, Column)
    assert column.key == key


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("don_vi.ten;tiep_nhan\r\nxã “Ô”;1.250\r\n", "utf-8-sig"),
        ("don_vi.ten\ttiep_nhan\r\nxã “Ô”\t1250\r\n", "utf-16"),
        ('sep=,\n"don_vi.ten","tiep_nhan"\n"xã “Ô”"," 1250"\n', "utf-8"),
        ('"don_vi.ten;";tiep_nhan\nxã “Ô”;1250', "utf-8"),
    ],
)
def test_csv_as_programs_save_it(tmp_path, text, encoding):
    ((_, data),) = said(csv(tmp_path, text.replace(';"', '"'), encoding))
    assert data == {"don_vi": {"ten": "xã “Ô”"}, "so_lieu": {"tiep_nhan": 1250}}


FIGURES = {"so": 5, "le": Decimal("98.7"), "ty_so": Decimal("0.9"), "han": dt.date(2026, 1, 1), "chu": "x"}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("so", "1.250", 1250), ("so", " 1250\u00a0", 1250), ("so", "08", 8), ("so", "1.250,0", 1250), ("so", "85%", 85), ("so", "-4", -4),
        ("so", "1,5", "Cột này cần số nguyên; ở đây là 1,5."), ("so", "98.7", "Cột này cần số nguyên; ở đây là 98.7."),
        ("so", "x", "Cột này cần số; ở đây là “x”."),
        ("so", "1 250", 1250), ("so", "\u22121\u00a0250", -1250), ("so", "1,250", "Cột này cần số nguyên; ở đây là 1,250."), ("so", "1,000", "Cột này cần số nguyên; ở đây là 1,000."),
        ("so", "1,0", 1), ("le", "12,000", Decimal("12.000")), ("moi", "12,000", "“12,000” có thể là 12000 hoặc 12."), ("le", "1 250", 1250),
        ("so", "1.250 đ", "Cột này cần số; ở đây là “1.250 đ”."), ("so", "٣", "Cột này cần số; ở đây là “٣”."), ("so", "9" * 50, f"Cột này cần số; ở đây là “{'9' * 50}”."),
        ("moi", "1 250", 1250), ("moi", "-", "-"), ("moi", "+84234", "+84234"),
        ("le", "98,7", Decimal("98.7")), ("le", "98.75", Decimal("98.75")), ("le", "1.250.000,5", Decimal("1250000.5")), ("le", "3", 3),
        ("le", "98,7%", Decimal("98.7")), ("ty_so", "98,7%", Decimal("0.987")), ("le", "1.250", "“1.250” có thể là 1250 hoặc 1,250."),
        ("moi", "98,7%", "Ô là phần trăm (98,7%): không rõ cần 98,7 hay 0,987."),
        ("moi", "1.250", "“1.250” có thể là 1250 hoặc 1,250."), ("moi", "322", 322), ("moi", "08", 8), ("moi", "0234567", "0234567"),
        ("moi", "98,7", Decimal("98.7")), ("moi", "30/10/2026", dt.date(2026, 10, 30)), ("moi", "không phát sinh", "không phát sinh"),
        ("han", "5/6/2026", dt.date(2026, 6, 5)), ("han", "2026-06-05", dt.date(2026, 6, 5)), ("han", "ngày 05 tháng 6 năm 2026", dt.date(2026, 6, 5)),
        ("han", "31/2/2026", "Không có ngày “31/2/2026”."), ("han", "10/30/2026", "Không có ngày “10/30/2026”."),
        ("han", "46000", "Cột này cần ngày; ở đây là “46000”."), ("han", "30/10/26", "Cột này cần ngày; ở đây là “30/10/26”."),
        ("chu", "1.250", "1.250"), ("chu", "=1+1", "=1+1"),
    ],
)  # fmt: skip
def test_a_figure_is_read_surely_or_refused(tmp_path, name, typed, value):
    base = {"so_lieu": FIGURES, "muc": [{"noi_dung": "{{ moi }}"}]}
    ((_, found),) = said(csv(tmp_path, f"so_lieu.{name};don_vi.ten\n{typed};A\n"), base)
    if isinstance(found, list):
        assert [message for _, message in found] == [value]
    else:
        assert isinstance(found, dict)
        assert found["so_lieu"][name] == value
        assert type(found["so_lieu"][name]) is type(value)


def test_rows_that_are_no_notice_are_told(tmp_path):
    path = csv(tmp_path, "don_vi.ten,tiep_nhan\nxã A,1\nxã B,\nTổng cộng,1\n,1\n")
    assert [found for _, found in said(path)][1:] == [
        [("csv:3:1", "Hàng này chưa điền số liệu nào.")],
        [("csv:4:1", "Hàng này là hàng cộng, không phải của một đơn vị.")],
        [("csv:5:1", "Hàng này không ghi đơn vị.")],
    ]


@pytest.mark.parametrize("sheet", ["don_vi.ma,don_vi.ten,tiep_nhan\n,xã A,1\n19753,,2\n", "don_vi.tinh,tiep_nhan\n,1\n", "tiep_nhan\n1\n"])
def test_a_row_says_its_unit_by_code_or_by_name_where_it_can(tmp_path, sheet):
    assert all(isinstance(found, dict) for _, found in said(csv(tmp_path, sheet)))


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"", "Tệp trống", "batch-form"), (b"%PDF-1.7", "PDF", ".csv"), (b"{\\rtf1", "RTF", ".csv"), (b"a,b\n\0\1\2", "NUL", ".csv"), (b"\xff\xfe", "Tệp trống", "batch-form"),
        ("don_vi.ten\nA\n".encode("utf-16-le"), "UTF-16", "UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_with_the_way_out(tmp_path, data, message, hint):
    path = tmp_path / "bang.csv"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        reader.rows(path, BASE.data)
    (problem,) = caught.value.problems
    assert (message in problem.text(), hint in problem.hint_text()) == (True, True)


def test_a_file_too_large_a_folder_and_none(tmp_path, monkeypatch):
    path = csv(tmp_path, "don_vi.ten\nA\n")
    assert refused(tmp_path)[0][1] == "Đây là một thư mục, không phải tệp."
    assert refused(tmp_path / "x.xlsx")[0][1] == "Không tìm thấy tệp."
    monkeypatch.setattr(sys.modules["notice_gen.reader.rows"], "_LARGEST", 10)
    assert "quá lớn" in refused(path)[0][1]


@pytest.mark.parametrize("words", [("don_vi.ten,\u1ea0".encode("cp1258", "replace"), "UTF-8"), (b"ten\nX\xb7 B\xb5nh \xa7i\xd2n \xae\xb9p\n", "TCVN3")])
def test_a_code_page_of_before_unicode_is_refused(tmp_path, words):
    data, name = words
    path = tmp_path / "bang.csv"
    path.write_bytes(data + b"\xf0\xd2\xf0\xd2")
    assert name in refused(path)[0][1]


@pytest.mark.parametrize(
    ("change", "row", "found"),
    [
        (("dieu_kien", "tiep_nhan == 322", "dieu_kien", "tiep_nhan == a + b"), "322;300;21", [("csv:2:1", "322")]),
        (("dieu_kien", "tiep_nhan == 322", "dieu_kien", "tong == 322"), "322;300;21", [("csv:2:5", "300")]),
        (("noi_dung", "Đã công khai.", "noi_dung", "{{ a | ty_le(b) }}"), "322;300;0", [("csv:2:9", "0")]),
        (("noi_dung", "Đã công khai.", "noi_dung", "{{ 1 / c }}"), "322;300;0", [("", "  { ma = \"A-01\", noi_dung = \"{{ 1 / c }}\" },")]),
    ],
)
def test_figures_that_do_not_go_together_are_told_at_the_row(tmp_path, change, row, found):
    old, new = (f'{change[n]} = "{change[n + 1]}"' for n in (0, 2))
    text = GOOD.replace(old, new).replace("tiep_nhan = 322", 'tiep_nhan = 322\na = 1\nb = 1\nc = 0\n[so_lieu_tinh]\ntong = "a + b"', 1)
    text = text.replace("han_nop = 2024-06-28\n", "").replace("[so_lieu]", "[so_lieu]\nhan_nop = 2024-06-28")
    base = reader.parse(text.encode(), file="chung.toml")
    (one,) = reader.rows(csv(tmp_path, f"tiep_nhan;a;b\n{row}\n"), base.data)
    layers = [base, one.layer]
    with pytest.raises(InputError) as caught:
        compose(reader.read(layers, None, TODAY).notice, today=dt.date(2024, 6, 12), frame=FRAME)
    places = [p.place for p in reader.locate(caught.value.problems, layers) if p.place]
    assert [(str(p).partition("bang.")[2], p.text if not p.file.endswith("csv") else p.text[p.column - 1 :][: p.width]) for p in places] == found


def test_numbers_of_columns_below_the_headings_are_passed_over(tmp_path):
    path = xlsx(tmp_path, ["STT", "don_vi.ten", "tiep_nhan"], ["(1)", -2, "(3)"], [1, "xã A", 322])
    assert [place for place, _ in said(path)] == ["So lieu!3"]
    assert [place for place, _ in said(csv(tmp_path, "don_vi.ten;tiep_nhan\n1;2\n"))] == ["dòng 2"]


def test_quotes_inside_a_cell_do_not_move_its_place(tmp_path):
    path = csv(tmp_path, 'don_vi.ten;ky.ho_ten;tiep_nhan;van_ban.so\nống 5";"xã ""A;B""";x;y\n')
    assert said(path) == [("dòng 2", [("csv:2:21", "Cột này cần số; ở đây là “x”."), ("csv:2:23", "Cột này cần số; ở đây là “y”.")])]


def test_a_figure_left_out_of_a_row_is_refused_and_not_the_base_s(tmp_path):
    head = ["don_vi.ten", "tiep_nhan", "han_nop", "muc.1.phat_hien", "don_vi.chu_tich"]
    base = {**BASE.data, "don_vi": {"ten": "xã X", "chu_tich": "Lê Văn C"}}
    path = xlsx(tmp_path, head, ["xã A", 322, "", "", "A"], ["xã B", 322, "2/7/2024", "", "B"], ["xã C", "x", " ", "", "C"], ["xã D", "", "2/7/2024", "", ""])
    text = "Chưa điền {}: giá trị {} trong tệp chung không in thay cho hàng này."
    blank = text.format("han_nop", "28/06/2024")
    first, second, third, fourth = said(path, base)
    assert first == ("So lieu!2", [("xlsx, So lieu!C2", blank)])
    assert "han_nop" in str(second[1])
    assert third == ("So lieu!4", [("xlsx, So lieu!B4", "Cột này cần số; ở đây là “x”."), ("xlsx, So lieu!C4", blank)])
    assert fourth == ("So lieu!5", [("xlsx, So lieu!B5", text.format("tiep_nhan", "322")), ("xlsx, So lieu!E5", text.format("chu_tich", "Lê Văn C"))])
    hints = [problem.hint_text() for row in reader.rows(path, base) for problem in row.layer.problems if "điền" in problem.message]
    assert hints[0] == "Điền của hàng này; đúng là như tệp chung thì gõ lại 28/06/2024. Mọi hàng đều như tệp chung thì bỏ cả cột."
    assert hints[2] == "Điền số liệu của hàng này; không phát sinh thì gõ 0. Mọi hàng đều như tệp chung thì bỏ cả cột."
    path = xlsx(tmp_path, ["don_vi.ten", "khong_co_mau", "han_nop"], ["xã A", "", "2/7/2024"])  # of which the base has no value: it is missed where it is used
    assert "han_nop" in str(said(path, {**BASE.data, "ket_thuc": {"noi_dung": "{{ khong_co_mau }}"}})[0][1])


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([("TC", 30, 3)], [4]), ("Toàn xã|30|3", [4]), ("Cả tỉnh|30|3", [4]), ("Lũy kế|30|3", [4]), ("Trường Toàn Thắng|31|3", []), ("thôn Ba|30|3", []),
        ("Toàn xã|30|", [4]),
    ],
)  # fmt: skip
def test_a_row_that_is_the_sum_of_others_is_known_by_its_figures_and_its_name(tmp_path, rows, refused):
    last = rows.split("|") if isinstance(rows, str) else [*map(str, rows[0])]
    base = {**BASE.data, "so_lieu": {"tiep_nhan": 0, "tra_lai": 0}, "the_thuc": {"bo_qua": ["o_so_lieu_trong"]}}
    three = last[2] or "0"
    path = csv(tmp_path, "don_vi.ten;tiep_nhan;tra_lai\nthôn Một;10;1\nthôn Hai;20;" + ("2" if three != "0" else "-1") + f"\n{';'.join(last)}\n")
    found = [row.number for row in reader.rows(path, base) if any("hàng cộng" in problem.message for problem in row.layer.problems)]
    assert found == refused


@pytest.mark.parametrize(("heading", "cell"), [("Thôn", 5), ("Thôn", "5"), ("don_vi.ten", 12.0)])
def test_a_unit_is_not_called_by_a_number_alone(tmp_path, heading, cell):
    path = xlsx(tmp_path, [heading, "tiep_nhan"], [cell, 5])
    assert "Tên đơn vị chỉ là số" in said(path)[0][1][0][1]


@pytest.mark.parametrize("name", ["o_so_lieu_trong", "O-SO-LIEU-TRONG"])
def test_a_file_may_say_that_its_figures_stand_for_what_is_left_out(tmp_path, name):
    path = xlsx(tmp_path, ["don_vi.ten", "tiep_nhan", "han_nop"], ["xã A", 322, ""])
    (row,) = reader.rows(path, {**BASE.data, "the_thuc": {"bo_qua": [name]}})
    assert (row.layer.problems, row.layer.data) == ((), {"don_vi": {"ten": "xã A"}, "so_lieu": {"tiep_nhan": 322}})


@pytest.mark.parametrize(
    ("line", "found", "message"),
    [
        ('"Số nhận" = "so_lieu.tiep_nhan"', None, None), ('"Mục 2" = "muc.2.phat_hien"', None, None), ('STT = ""', None, None),
        ('"Số nhận" = "so_lieu"', '"Số nhận"', "“so_lieu” không phải một khóa."), ('"A" = "so_lieu.a.b"', '"so_lieu.a.b"', "Không có khóa nào tên “so_lieu.a.b”."),
        ('"A" = "kiem_tra.1.sai_so"', '"kiem_tra.1.sai_so"', "Không có khóa nào tên “kiem_tra.1.sai_so”."),
        ('"A" = "van_ban.số"', '"van_ban.số"', "Không có khóa nào tên “van_ban.số”."), ('"A" = 5', "5", "“A” cần chữ trong dấu nháy kép; ở đây là 5."),
        ('"Tiếp nhận" = ""\n"tiếp  nhận " = "so_lieu.x"', '"tiếp  nhận "', "Trong [cot], tên cột “tiếp  nhận ” để trống hoặc trùng với một tên khác."),
        ('"A" = "ky.ho_ten"\n[[muc]]\ncot = ["x"]', "cot", "Không có khóa “cot” trong bảng [[muc]]."),
    ],
)  # fmt: skip
def test_headings_of_the_base_are_checked_with_it(line, found, message):
    problems = faults(GOOD + "[cot]\n" + line + "\n")
    assert [p.text() for p in problems] == ([message] if message else [])
    for p in problems:
        assert p.place
        assert p.place.text[p.place.column - 1 :][: p.place.width] == found


def test_a_heading_of_the_base_that_this_base_lacks_is_refused_by_path(tmp_path):
    with pytest.raises(InputError) as caught:
        reader.rows(csv(tmp_path, "x\n1\n"), {**BASE.data, "cot": {"x": "muc.9.phat_hien"}})
    assert [p.path for p in caught.value.problems] == [("cot", "x")]


# --- whatever is typed ----------------------------------------------------------------------------------

TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


BLANK = " \u00a0\u200b\ufeff"
NAMES = TYPED.filter(lambda typed: not PLAIN.fullmatch(typed.strip(BLANK)))  # a unit called just a number is refused


@given(st.lists(st.tuples(NAMES, st.integers(-(10**14), 10**14)), min_size=1, max_size=5), st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_and_any_count_come_back_from_csv(tmp_path_factory, rows, delimiter, encoding):
    path = tmp_path_factory.mktemp("any") / "bang.csv"
    with path.open("w", newline="", encoding=encoding) as out:
        writer = stdlib_csv.writer(out, delimiter=delimiter)
        writer.writerow(["don_vi.ten", "tiep_nhan", "# cuối"])
        writer.writerows([ten, f"{so:,}".replace(",", "."), ""] for ten, so in rows)
    read = [row.layer.data for row in reader.rows(path, BASE.data)]
    assert [data["so_lieu"]["tiep_nhan"] for data in read] == [so for _, so in rows]
    for data, (ten, _) in zip(read, rows, strict=True):
        assert data.get("don_vi", {}).get("ten", "") == ten.strip(BLANK)


@given(TYPED, st.sampled_from(["tiep_nhan", "han_nop", "don_vi.ma", "muc.1.phat_hien", "dinh_dang.co_chu", "phu_luc.1.ngang", "van_ban.so", "so_lieu.moi", "van_ban.khan"]))
def test_any_cell_is_read_or_refused_never_worse(typed, heading):
    base = {**BASE.data, "phu_luc": [{"noi_dung": "x"}], "mo_dau": {"noi_dung": "{{ moi }}"}}
    column = Headings(base).column(heading)
    assert isinstance(column, Column)
    problems = []
    for cell in (typed, *([float(typed)] if typed.isdecimal() else [])):
        try:
            take(column, cell)
        except Refused as refused:
            problems.append(Problem(refused.message, refused.hint, refused.values))
    assert all(problem.text() and problem.hint_text() for problem in problems)


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_decimal_written_in_vietnamese_is_that_decimal(number):
    whole, _, part = f"{number:,.3f}".partition(".")
    column = Column("so_lieu.x", ("so_lieu", "x"), "decimal", Decimal("1.5"))
    assert take(column, f"{whole.replace(',', '.')},{part}") == number
    assert take(column, float(number)) == number

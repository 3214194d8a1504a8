"""A year begun on paper, or an exported register, entered: whole or not at all, and once."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from notice_gen import register
from notice_gen.cli import work
from notice_gen.cli.main import run
from notice_gen.register import DA_CAP, GIU_CHO, HUY
from notice_gen.register.paper import columns
from notice_gen.register.paper.form import COT
from tests.helpers.findings import spoilt
from tests.helpers.registers import UBND, request

BOOK = "so-van-ban.db"
HEAD = ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận", "Ghi chú"]
D = dt.date(2026, 3, 5)
OFFICE = '[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n'


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("notice-gen.toml").write_text(OFFICE, "utf-8")


def put(*rows, head=HEAD, name="so.xlsx", above=()) -> str:
    book = openpyxl.Workbook()
    for row in (*above, head, *rows):
        book.active.append(list(row))
    book.save(name)
    return name


def entries(**wanted):
    with register.connect(BOOK, create=False) as book:
        return register.entries(book, **wanted)


def fill(*requests):
    with register.connect(BOOK) as book:
        return register.reserve(book, requests)


def refused(capsys, name: str, *options: str) -> str:
    before = Path(BOOK).read_bytes() if Path(BOOK).exists() else None
    capsys.readouterr()
    assert run(["register", "import", name, *options]) == 3
    assert (Path(BOOK).read_bytes() if Path(BOOK).exists() else None) == before
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_the_numbers_of_a_paper_register_are_entered_and_counted_on_from(capsys):
    name = put(
        ["01/TB-UBND", D, "Thông báo kết luận kiểm tra", "Nguyễn Văn A", "Các thôn; Đảng ủy", None],
        ["02/QĐ-UBND", "06/3/2026", "Quyết định về việc nghỉ lễ", "Trần Thị B", None, "Hủy: In nhầm"],
        ["05/UBND-VP", dt.date(2026, 3, 9), "V/v báo cáo", None, None, "Khẩn"],
    )
    assert run(["register", "import", name]) == 0
    out, err = capsys.readouterr()
    assert out == "Đã nhập 3 số mới, điền thêm vào 0 số, 0 số đã có sẵn.\n"
    assert "Đã lập sổ văn bản mới" in err
    assert "số tự động tiếp theo là 6." in err
    assert "trong sổ chưa có số 3-4." in err
    one, two, five = entries()
    assert (one.so_ky_hieu, one.loai, one.ngay, one.trich_yeu, one.trang_thai) == ("01/TB-UBND", "TB", D, "Kết luận kiểm tra", DA_CAP)
    assert (one.nguoi_ky, one.noi_nhan, one.co_quan, one.is_paper) == ("Nguyễn Văn A", "Các thôn; Đảng ủy", UBND, True)
    assert (two.loai, two.trich_yeu, two.trang_thai, two.ly_do, two.huy_luc != "") == ("QĐ", "Về việc nghỉ lễ", HUY, "In nhầm", True)
    assert (five.loai, five.ky_hieu, five.trich_yeu, five.ghi_chu) == ("", "UBND-VP", "V/v báo cáo", "Khẩn")
    assert [line.so for line in fill(request("a.toml"))] == [6]


def test_the_same_file_twice_changes_nothing(capsys):
    name = put(["01/TB-UBND", D, "Thông báo A", None, None, None], ["02/TB-UBND", D, "B", None, None, "Hủy"])
    assert run(["register", "import", name]) == 0
    before = Path(BOOK).read_bytes()
    capsys.readouterr()
    assert run(["register", "import", name]) == 0
    assert "Đã nhập 0 số mới, điền thêm vào 0 số, 2 số đã có sẵn." in capsys.readouterr().out
    with closing(sqlite3.connect(BOOK)) as raw:
        assert raw.execute("SELECT count(*) FROM so_van_ban").fetchone() == (2,)
    assert Path(BOOK).read_bytes()[100:] == before[100:]  # but SQLite's own change counter


def without_heads(name):
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return [[" ".join(cell.split()) for cell in row[:12]] for row in csv.reader(file)]



@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_exported_is_imported(kind, capsys):
    asked = [
        request("a", trich_yeu="=HYPERLINK(1)", noi_nhan="-Các thôn", luu="@VT", so_ban="=3"),
        request("b", trich_yeu="Thông báo về việc công văn", loai="QĐ", ky_hieu="QĐ-UBND", ghi_chu="'=ghi\nchú"),
        request("c", loai="", ky_hieu="UBND-VP", trich_yeu="Về việc  nghỉ lễ", ngay_chuyen="06/3/2026"),
        request("d", nam=2027, ngay=None), request("e", co_quan="Ủy ban nhân dân xã Khác"),
    ]  # fmt: skip
    lines = fill(*asked)
    with register.connect(BOOK) as book:
        register.issue(book, [(lines[0].khoa, "ab" * 32)])
        register.void(book, [lines[1].id], "In nhầm (lần 2)")
    assert run(["register", "export", f"so.{kind}"]) == 0
    assert run(["register", "import", f"so.{kind}"]) == 0
    assert "0 số mới, điền thêm vào 0 số, 5 số đã có sẵn" in capsys.readouterr().out
    before = entries()
    Path(BOOK).unlink()
    assert run(["register", "import", f"so.{kind}"]) == 0
    names = ("so", "nam", "nhom", "co_quan", "loai", "ky_hieu", "ngay", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen", "ghi_chu", "trang_thai", "ly_do")
    assert [[getattr(line, name) for name in names] for line in entries()] == [[getattr(line, name) for name in names] for line in before]
    assert [" ".join(line.trich_yeu.split()) for line in entries()] == [" ".join(line.trich_yeu.split()) for line in before]
    assert run(["register", "export", f"hai.{kind}"]) == 0
    if kind == "csv":
        assert without_heads("hai.csv") == without_heads("so.csv")  # each register seals a journal of its own


def test_a_notice_printed_again_after_moving_to_another_register_keeps_its_number(capsys):
    Path("a.toml").write_text(spoilt("so = 12", 'so = "tu-dong"'), "utf-8")
    Path("b.toml").write_text(spoilt("so = 12", 'so = "tu-dong"').replace("thôn Một", "thôn Hai"), "utf-8")
    assert run(["render", "a.toml", "b.toml"]) == 0
    assert run(["register", "export", "so.xlsx"]) == 0
    assert run(["register", "init", "--register", "moi.db"]) == 0
    assert run(["register", "import", "so.xlsx", "--register", "moi.db"]) == 0
    capsys.readouterr()
    assert run(["render", "b.toml", "--register", "moi.db"]) == 0
    out, err = capsys.readouterr()
    assert out == "02-tb-ubnd-thon-hai.docx\n"
    assert "nhận lại số đó" in err


@pytest.mark.parametrize(
    ("so", "options", "number", "symbol"),
    [
        ("07/TB-UBND", "", 7, "TB-UBND"),
        ("7/TB-UBND", "", 7, "TB-UBND"),
        (" Số: 07 / TB - UBND ", "", 7, "TB-UBND"),
        ("1999/TB-UBND", "", 1999, "TB-UBND"),
        ("12/2026/QĐ-UBND", "", 12, "2026/QĐ-UBND"),
        ("07", "", 7, "TB-UBND"),
        (7, "", 7, "TB-UBND"),
        (7.0, "", 7, "TB-UBND"),
    ],
)
def test_numbers_as_offices_write_them(so, options, number, symbol):
    assert run(["register", "import", put([so, D, "Thông báo A", None, None, None]), *options.split()]) == 0
    [line] = entries()
    assert (line.so, line.ky_hieu) == (number, symbol)


def test_a_number_without_symbol_or_type_keeps_bare():
    assert run(["register", "import", put(["7", D, "Nghỉ lễ", None, None, None])]) == 0
    assert entries()[0].so_ky_hieu == "07"
    assert [line.so for line in fill(request("a.toml", so=7, trich_yeu="Nghỉ lễ"))] == [7]
    assert entries()[0].so_ky_hieu == "07/TB-UBND"


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (COT, {"so": 0, "ngay": 1, "trich_yeu": 2, "nguoi_ky": 3, "noi_nhan": 4, "luu": 5, "so_ban": 6, "ngay_chuyen": 7, "ghi_chu": 9}),
        (["TT", "SỐ KÝ HIỆU", "Ngày, tháng", "TRÍCH  YẾU"], {"so": 1, "ngay": 2, "trich_yeu": 3}),
        (["Số", "Ký hiệu", "Loại văn bản", "Ngày ban hành"], {"so": 0, "ky_hieu": 1, "ten_loai": 2, "ngay": 3}),
        (["Số", "Số", "Ngày"], {"so": 0, "ngay": 2}),
        (["Sổ đăng ký văn bản đi", ""], {}),
        (["Ngày", "Trích yếu"], {}),
        (["Số", "", None, 3.0], {}),
    ],
)
def test_headings_are_known_however_they_are_written(headings, found):
    assert columns(headings) == found


def test_titles_above_and_numbers_below_the_headings():
    name = put(
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], [-1, -2, -3, -4, -5, -6], ["01/TB-UBND", D, "A", None, None, None], HEAD,
        ["02/TB-UBND", D, "B", None, None, None],
        above=[["ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN"], ["SỔ ĐĂNG KÝ VĂN BẢN ĐI", "năm 2026"], []],
    )  # fmt: skip
    assert run(["register", "import", name]) == 0
    assert [line.so for line in entries()] == [1, 2]


def test_a_row_of_column_numbers_may_have_gaps():
    name = put(["(1)", None, "(3)", "(4)", None, "(6)"], ["01/TB-UBND", D, "A", None, None, None])
    assert run(["register", "import", name]) == 0
    assert [line.so for line in entries()] == [1]


def test_every_problem_is_told_by_its_cell_and_nothing_is_entered(capsys):
    name = put(
        ["01/TB-UBND", D, "A", None, None, None],
        ["một", D, "B", None, None, None],
        ["02/TB-UBND", "31/02/2026", "C", None, None, None],
        ["03/TB-UBND", None, "D", None, None, None],
        [None, D, "E", None, None, None],
        ["01/TB-UBND", D, "F", None, None, None],
        ["04/TB-UBND", 46000, "G", None, None, None],
        ["05/TB-UBND", D, True, None, None, None],
        ["1000000/TB-UBND", D, "H", None, None, None],
    )
    err = refused(capsys, name)
    for cell, said in [
        ("A3", "“một” không phải số văn bản"), ("B4", "Không có ngày “31/02/2026”"), ("B5", "không biết số này của năm nào"),
        ("A6", "Hàng này không có số văn bản"), ("A7", "Số 1 đã có ở hàng 2"), ("B8", "46000"), ("C9", "TRUE"), ("A10", "“1000000/TB-UBND”"),
    ]:  # fmt: skip
        assert any(f"so.xlsx, Sheet!{cell}" in line and said in line for line in err.splitlines()), (cell, err)
    assert not Path(BOOK).exists()


def test_a_csv_is_told_by_line_and_column(capsys):
    Path("so.csv").write_text("Số;Ngày;Trích yếu\n01/TB-UBND;05/3/2026;A\nx;05/3/2026;B\n", "utf-8")
    assert "so.csv:3:1: lỗi: “x” không phải số văn bản." in refused(capsys, "so.csv")


@pytest.mark.parametrize(
    ("row", "options", "said"),
    [
        ([7, D, "A"], ["--year", "2025"], "nhiều năm khác nhau: 2025, 2026"),
        (["7/2025/QĐ-UBND", D, "A"], [], "nhiều năm khác nhau: 2025, 2026"),
        ([7, None, "A"], ["--year", "2025"], ""),
    ],
)
def test_the_year_is_the_documents(row, options, said, capsys):
    name = put([*row, None, None, None])
    if said:
        assert said in refused(capsys, name, *options)
    else:
        assert run(["register", "import", name, *options]) == 0
        assert entries()[0].nam == 2025


def test_whose_numbers_they_are(capsys):
    plain = put(["01/TB-UBND", D, "A", None, None, None])
    Path("notice-gen.toml").write_text("", "utf-8")
    assert "Không biết số này của cơ quan nào" in refused(capsys, plain)
    assert run(["register", "import", plain, "--agency", UBND]) == 0
    named = put(["02/TB-UBND", D, "A", "Ủy ban nhân dân xã Khác"], head=["Số", "Ngày", "Trích yếu", "Cơ quan"], name="hai.xlsx")
    assert "không phải của" in refused(capsys, named, "--agency", UBND)
    assert run(["register", "import", named]) == 0
    assert [line.co_quan for line in entries()] == [UBND, "Ủy ban nhân dân xã Khác"]


def test_what_every_row_lacks_is_told_in_a_few_rows(capsys):
    Path("notice-gen.toml").unlink()
    rows = [(f"{n}/TB-UBND", D, f"Thông báo số {n}", "Nguyễn Văn A", "Như trên", "") for n in range(1, 41)]
    err = refused(capsys, put(*rows))
    assert err.count("Không biết số này của cơ quan nào.") == 3
    assert "… và 37 hàng khác cũng vậy." in err
    assert "Có 40 lỗi" in err


def test_each_type_its_own_series(capsys):
    name = put(["01/TB-UBND", D, "A", None, None, None], ["01/QĐ-UBND", D, "B", None, None, None])
    assert "Số 1 đã có ở hàng 2" in refused(capsys, name)
    Path("notice-gen.toml").write_text(OFFICE + '[so_van_ban]\nday_so = "rieng"\n', "utf-8")
    assert run(["register", "import", name]) == 0
    assert [(line.so, line.nhom) for line in entries()] == [(1, "QĐ"), (1, "TB")]
    bare = put(["02", D, "Nghỉ lễ", None, None, None], name="hai.xlsx")
    assert "Không rõ số 2 là của loại văn bản nào" in refused(capsys, bare)
    Path("notice-gen.toml").write_text(OFFICE, "utf-8")
    assert "đổi giữa năm" in refused(capsys, put(["02/TB-UBND", D, "A", None, None, None]))


# --- against what the register holds -------------------------------------------------------------------


def test_blanks_are_filled_and_contradictions_are_told(capsys):
    lines = fill(request("a", so_ban=""), request("b"), request("c"), request("d"))
    with register.connect(BOOK) as book:
        register.void(book, [lines[2].id], "In nhầm")
    head = ["Số", "Ngày", "Trích yếu", "Người ký", "Số lượng bản", "Ngày chuyển", "Ghi chú"]
    known = ["Nguyễn Văn A", "3", dt.date(2026, 3, 6), None]
    assert run(["register", "import", put(["01/TB-UBND", D, "Kết quả  kiểm tra A", *known], head=head)]) == 0
    assert "0 số mới, điền thêm vào 1 số, 0 số đã có sẵn" in capsys.readouterr().out
    one = entries()[0]
    assert (one.so_ban, one.ngay_chuyen, one.tep, one.trang_thai, one.trich_yeu) == ("3", "06/3/2026", "a", GIU_CHO, "Kết quả kiểm tra a")
    name = put(
        ["01/TB-UBND", dt.date(2026, 3, 7), "Việc khác", "Trần Thị B", "4", "07/3/2026", None],
        ["02/QĐ-UBND", D, "Kết quả kiểm tra b", *known[:3], "Hủy: Thử"],
        ["03/TB-UBND", D, "Kết quả kiểm tra c", *known],
        ["09/TB-UBND", D, "Mới", *known],
        head=head,
    )
    err = refused(capsys, name)
    for cell in ("B2", "C2", "D2", "E2", "F2", "A3", "G3", "G4"):
        assert f"Sheet!{cell}: " in err, cell
    assert "Sheet!A5" not in err
    assert "trong sổ còn dùng cho 02/TB-UBND" in err
    assert "trong sổ đã hủy (In nhầm)" in err
    assert len(entries()) == 4


@pytest.mark.parametrize(
    ("ghi_chu", "state", "reason", "rest"),
    [
        ("Hủy", HUY, "", ""),
        ("Đã huỷ do in nhầm", HUY, "do in nhầm", ""),
        ("HỦY (in nhầm)", HUY, "in nhầm", ""),
        ("Hủy số, in nhầm\nkhẩn", HUY, "in nhầm", "khẩn"),
        ("Hủy bỏ Quyết định số 5", DA_CAP, "", "Hủy bỏ Quyết định số 5"),
        ("Giữ chỗ, chưa in\nkhẩn", GIU_CHO, "", "khẩn"),
        ("Không hủy", DA_CAP, "", "Không hủy"),
    ],
)
def test_what_the_remarks_say(ghi_chu, state, reason, rest):
    assert run(["register", "import", put(["01/TB-UBND", D, "A", None, None, ghi_chu])]) == 0
    [line] = entries()
    assert (line.trang_thai, line.ly_do, line.ghi_chu) == (state, reason, rest)


# --- files that are none -------------------------------------------------------------------------------


def with_formula() -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["01/TB-UBND", D, "=A1", None, None, None])
    book.save("so.xlsx")


def merged() -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["01/TB-UBND", D, "A", "B", None, None])
    book.active.merge_cells("C2:D2")
    book.save("so.xlsx")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Path("so.xlsx").write_bytes(b""), ""),
        (lambda: Path("so.xlsx").write_bytes(b"PK\x03\x04rubbish"), "hỏng"),
        (lambda: Path("so.xlsx").write_text("<html></html>", encoding="utf-8"), "trang web"),
        (lambda: Path("so.xlsx").write_text("Ngày;Trích yếu\n05/3/2026;A\n", "utf-8"), "Không thấy hàng tên cột"),
        (lambda: put(["a"], head=["b"]), "Không thấy hàng tên cột"),
        (put, "không có hàng nào"),
        (with_formula, "công thức chưa được tính"),
        (merged, "gộp làm một"),
        (lambda: None, "so.xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(make, said, capsys):
    make()
    err = refused(capsys, "so.xlsx")
    assert said in err
    assert "ngoài dự kiến" not in err


def test_texts_are_made_tidy():
    text = "Số,Ngày,Trích yếu,Nơi nhận\n01/TB-UBND,05/3/2026,\"Ke\u0302\u0301t\x07 qua\u0309 \r\n hai\",\"a\n\n b  c \"\n"
    Path("so.csv").write_bytes(text.encode())
    assert run(["register", "import", "so.csv"]) == 0
    [line] = entries()
    assert (line.trich_yeu, line.noi_nhan) == ("Kết quả hai", "a\n\nb c")


def test_columns_that_are_not_read_are_told(capsys):
    name = put(["01/TB-UBND", D, "A", "x"], head=["Số", "Ngày", "Trích yếu", "Độ mật"])
    assert run(["register", "import", name]) == 0
    assert "Sheet!D1: cảnh báo: Cột “Độ mật” không được đọc." in capsys.readouterr().err


@pytest.mark.slow
def test_a_year_of_three_thousand():
    data = io.BytesIO()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sổ")
    sheet.append(HEAD)
    for n in range(1, 3322):
        sheet.append([f"{n:02d}/TB-UBND", D, f"Thông báo số {n}", None, None, None])
    book.save(data)
    Path("so.xlsx").write_bytes(data.getvalue())
    assert run(["register", "import", "so.xlsx"]) == 0
    assert [line.so for line in fill(request("a.toml"))] == [3322]


def test_a_day_that_is_far_off_is_refused_and_one_that_is_near_is_told(capsys):
    today = work.today()
    far, near = today.replace(year=today.year + 36, day=1), today + dt.timedelta(days=60)
    assert f"Ngày {far.day:02}" in refused(capsys, put(["1/TB-UBND", D, "Thông báo lịch trực"], ["2/TB-UBND", far, "Thông báo nghỉ lễ"]))
    assert run(["register", "import", put(["1/TB-UBND", near, "Thông báo lịch trực"])]) == 0
    assert "cảnh báo" in capsys.readouterr().err


def test_a_day_that_has_not_come_is_told(capsys, monkeypatch):
    monkeypatch.setattr("notice_gen.cli.register.entering.today", lambda: D)
    rows = [["1/TB-UBND", D, "Thông báo lịch trực"], ["2/TB-UBND", D + dt.timedelta(days=1), "Thông báo nghỉ lễ"]]
    assert run(["register", "import", put(*rows)]) == 0
    assert [line for line in capsys.readouterr().err.splitlines() if "cảnh báo" in line] == ["so.xlsx, Sheet!B3: cảnh báo: Ngày 06/3/2026 chưa tới."]


@pytest.mark.parametrize(
    ("symbol", "said"),
    [("TB-SNV", True), ("TB-HĐND", True), ("HĐND-VP", True), ("TB-UBND", False), ("UBND-NV", False), ("KH-BCĐ", False), ("QĐ-UBND-HĐND", False), ("KH-VP", False), ("", False)],
)
def test_the_symbol_of_another_agency_is_told(capsys, symbol, said):
    assert run(["register", "import", put([f"1/{symbol}".rstrip("/"), D, "Thông báo lịch trực"])]) == 0
    assert ("là của cơ quan khác" in capsys.readouterr().err) is said


def test_a_row_that_names_its_agency_has_its_symbol(capsys):
    rows = put(["1/NQ-HĐND", D, "Nghị quyết dự toán", "", "", "", "Hội đồng nhân dân xã Bình Điền"], head=[*HEAD, "Cơ quan"])
    assert run(["register", "import", rows]) == 0
    assert "cơ quan khác" not in capsys.readouterr().err


def test_remarks_that_only_speak_of_making_void_are_told(capsys):
    assert run(["register", "import", put(["1/TB-UBND", D, "Thông báo lịch trực", "", "", "hủy bỏ vì nhầm"])]) == 0
    err = capsys.readouterr().err
    assert "so.xlsx, Sheet!F2: cảnh báo: Ghi chú “hủy bỏ vì nhầm” không nói rõ là số này hủy" in err
    assert [entry.trang_thai for entry in entries()] == [DA_CAP]


def test_short_headings_are_the_decrees_columns():
    assert columns(["Số", "Ngày", "Đơn vị lưu", "SL bản"]) == {"so": 0, "ngay": 1, "luu": 2, "so_ban": 3}

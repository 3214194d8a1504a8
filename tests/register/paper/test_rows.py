"""What a row of a paper register becomes, and what a clerk is told of one that cannot be entered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from notice_gen import register
from notice_gen.cli.main import run
from tests.helpers.registers import UBND, request

BOOK = "so-van-ban.db"
D = dt.date(2026, 3, 5)


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def put(head: list[str], *rows: list[object]) -> str:
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    book.save("so.xlsx")
    return "so.xlsx"


def entered(head: list[str], *rows: list[object], options: tuple[str, ...] = ("--agency", UBND)) -> list[register.Entry]:
    assert run(["register", "import", put(head, *rows), *options]) == 0
    with register.connect(BOOK, create=False) as book:
        return register.entries(book)


FULL = ["Số, ký hiệu", "Ngày", "Trích yếu", "Người ký", "Nơi nhận", "Lưu", "Số bản", "Ngày chuyển", "Ghi chú"]


def test_every_column_is_kept():
    [one] = entered(FULL, ["07 / TB - UBND", D, "Thông báo:  kết quả\tkiểm tra", "Nguyễn Văn A", "Các thôn", "VT, TH", "12", "06/3/2026", "Khẩn"])
    said = (one.so, one.so_ky_hieu, one.loai, one.ngay, one.trich_yeu, one.nguoi_ky, one.noi_nhan, one.luu, one.so_ban, one.ngay_chuyen, one.ghi_chu)
    assert said == (7, "07/TB-UBND", "TB", D, "Kết quả kiểm tra", "Nguyễn Văn A", "Các thôn", "VT, TH", "12", "06/3/2026", "Khẩn")
    assert (one.co_quan, one.nam, one.tep) == (UBND, 2026, "sổ giấy")


@pytest.mark.parametrize(
    ("typed", "loai"), [("QĐ", "QĐ"), ("qđ", "QĐ"), ("Quyết định", "QĐ"), ("QUYẾT ĐỊNH", "QĐ"), ("Công văn", ""), ("TB", "TB"), ("lạ", "")]
)
def test_the_type_stands_in_a_column_of_its_own_by_name_or_code(typed, loai):
    [one] = entered(["Số", "Ngày", "Tên loại", "Trích yếu"], ["5", D, typed, "Nghỉ lễ"])
    assert (one.loai, one.trich_yeu) == (loai, "Nghỉ lễ")


@pytest.mark.parametrize("column", range(1, len(FULL)))
def test_each_blank_is_filled_by_itself_and_what_is_there_stays(column):
    whole = ["07/TB-UBND", D, "Thông báo kết quả", "Nguyễn Văn A", "Các thôn", "VT", "12", "06/3/2026", "Khẩn"]
    bare = [whole[0], D, *[None] * (len(FULL) - 2)]
    before = [whole[0], *(None if index == column else value for index, value in enumerate(whole[1:], 1))]
    if column == 1:
        before[1] = D  # without a day the year would be unknown
    entered(FULL, before)
    [first] = entered(FULL, bare)
    [last] = entered(FULL, whole)
    names = ("", "ngay", "trich_yeu", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen", "ghi_chu")
    filled = {"ngay": D, "trich_yeu": "Kết quả", "nguoi_ky": "Nguyễn Văn A", "noi_nhan": "Các thôn", "luu": "VT", "so_ban": "12", "ngay_chuyen": "06/3/2026", "ghi_chu": "Khẩn"}
    assert {name: getattr(last, name) for name in names[1:]} == filled
    assert column == 1 or not getattr(first, names[column])


@pytest.mark.parametrize(
    ("head", "row", "cell", "said", "typed"),
    [
        (FULL, ["x", D, "A"], "A2", "“x” không phải số văn bản.", "Ghi số và ký hiệu, ví dụ 07/TB-UBND"),
        (FULL, [None, D, "A"], "A2", "Hàng này không có số văn bản.", "Ghi số và ký hiệu, ví dụ 07/TB-UBND"),
        (FULL, ["04a", D, "A"], "A2", "Số “04a” có chữ đi kèm; sổ chỉ giữ số nguyên", "ghi ở cột ghi chú của số 04: Có thêm văn bản số 04a"),
        (FULL, ["04b/TB-UBND", D, "A"], "A2", "Số “04b/TB-UBND” có chữ đi kèm", "của số 04"),
        (FULL, ["12 bis", D, "A"], "A2", "Số “12 bis” có chữ đi kèm", "của số 12"),
        (["Số", "Ngày", "Ký hiệu"], ["7/TB-UBND", D, "QĐ-UBND"], "C2", "Cột số ghi ký hiệu “TB-UBND”, cột ký hiệu ghi “QĐ-UBND”.", "chỉ ghi ở một cột"),
        (FULL, ["0", D, "A"], "A2", "“0” không phải số văn bản.", "Ghi số và ký hiệu"),
        (FULL, ["07/TB-UBND", None, "A"], "B2", "không biết số này của năm nào.", "Ghi ngày, ví dụ 05/3/2026; hoặc thêm --year NĂM"),
        ([*FULL, "Năm"], ["07/TB-UBND", D, "A", *[None] * 6, "2025"], "B2", "Hàng này ghi nhiều năm khác nhau: 2025, 2026.", "phải cùng một năm"),
        ([*FULL, "Năm"], ["07/TB-UBND", D, "A", *[None] * 6, "26"], "J2", "“26” không phải năm.", "Ghi bốn chữ số"),
        ([*FULL, "Cơ quan"], ["07/TB-UBND", D, "A", *[None] * 6, "Xã khác"], "J2", "Hàng này của “Xã khác”", "Nhập từng cơ quan một"),
    ],
)
def test_a_row_that_cannot_be_entered_says_its_cell_what_is_wrong_and_what_to_type(head, row, cell, said, typed, capsys):
    assert run(["register", "import", put(head, row), "--agency", UBND]) == 3
    told = capsys.readouterr().err
    assert f"Sheet!{cell}: " in told
    assert said in told
    assert typed in told


def test_a_number_twice_names_the_row_that_has_it(capsys):
    assert run(["register", "import", put(FULL, ["07/TB-UBND", D, "A"], ["7", D, "B"], ["07/QĐ-UBND", D, "C"]), "--agency", UBND]) == 3
    told = capsys.readouterr().err
    assert "Sheet!A3: lỗi: Số 7 đã có ở hàng 2." in told
    assert "Sheet!A4: lỗi: Số 7 đã có ở hàng 2." in told


def test_what_the_register_and_the_paper_say_otherwise_is_told_at_each_cell(capsys):
    with register.connect(BOOK) as book:
        register.reserve(book, [request("a.toml", so=7)])
    Path("notice-gen.toml").write_text("", "utf-8")
    row = ["07/QĐ-UBND", dt.date(2026, 3, 6), "Khác hẳn", "Trần Thị B", None, None, None, None, None]
    assert run(["register", "import", put(FULL, row), "--agency", UBND]) == 3
    told = capsys.readouterr().err
    for cell in ("A2", "B2", "C2", "D2"):
        assert f"Sheet!{cell}: " in told, cell
    assert "trong sổ đã là 07/TB-UBND ngày 05/3/2026" in told
    assert "notice-gen register show 7" in told


@pytest.mark.parametrize("symbol", ["TB-UBND", "/TB-UBND", " / TB - UBND ", "7/TB-UBND", "07/TB-UBND"])
@pytest.mark.parametrize("number", [7, "07", "7/TB-UBND"])
def test_number_and_symbol_stand_in_columns_of_their_own(symbol, number):
    [one] = entered(["STT", "Số", "Ngày", "Ký hiệu", "Trích yếu"], [1, number, D, symbol, "Nghỉ lễ"])
    assert (one.so_ky_hieu, one.loai) == ("07/TB-UBND", "TB")


@pytest.mark.parametrize(
    "row",
    [
        ["Tổng cộng", None, None], [None, None, "Tổng cộng"], ["Tổng cộng:", None, "45 văn bản"], [45, None, "TỔNG SỐ VĂN BẢN"], ["Cộng tháng 3", None, None], [None, None, "Cộng trang"],
        ["Tổng số: 45 văn bản", None, None], [12, None, "Cộng mang sang"], [3, None, "Tổng"], ["Cộng (3 văn bản)", None, None],
    ],
)  # fmt: skip
def test_rows_that_add_up_are_passed_over(row):
    assert [entry.so for entry in entered(["Số", "Ngày", "Trích yếu"], ["07/TB-UBND", D, "Nghỉ lễ"], row, ["08/TB-UBND", D, "B"])] == [7, 8]


def test_a_total_in_a_column_that_is_not_read_is_passed_over():
    assert [entry.so for entry in entered(["STT", "Số", "Ngày"], [1, 7, D], ["Tổng cộng", 1, None])] == [7]


@pytest.mark.parametrize("subject", ["Tổng kết năm 2025", "Tổng hợp số liệu", "Cộng tác viên dân số", "Tổng số hộ nghèo", "Tổng rà soát"])
def test_a_subject_that_begins_like_a_total_is_a_subject(subject, capsys):
    assert run(["register", "import", put(["Số", "Ngày", "Trích yếu"], [None, None, subject]), "--agency", UBND, "--year", "2026"]) == 3
    assert "Hàng này không có số văn bản." in capsys.readouterr().err
    [one] = entered(["Số", "Ngày", "Trích yếu"], ["7/BC-UBND", None, subject], options=("--agency", UBND, "--year", "2026"))
    assert one.trich_yeu == subject

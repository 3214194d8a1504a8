"""Workbooks as communes send them back: other spellings are understood, faults are told at their cells, nothing is taken by halves."""

from __future__ import annotations

import re
from datetime import date, datetime

import openpyxl
import pytest

from notice_gen.cli.main import run
from tests.helpers.following import at_work, followed, put, xa

MORNING = datetime(2026, 11, 20, 8, 30)  # noqa: DTZ001 - as a workbook has it
HEADS = ("Số, ký hiệu", "Mã", "Đơn vị", "Kết quả thực hiện", "Ngày báo cáo")
RIGHT = ("02/TB-UBND", "TTHC-03", "phường Kim Long", "Đang thực hiện", "20/11/2026")


@pytest.fixture(autouse=True)
def mailed(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path)
    assert run([*put(xa(3)), "-q"]) == 0


def workbook(*rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> str:
    book = openpyxl.Workbook()
    for row in (("BÁO CÁO KẾT QUẢ",), (), HEADS, *rows):
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    book.save("bc.xlsx")
    return "bc.xlsx"


@pytest.mark.parametrize("cells", [
    {0: "2"}, {0: 2}, {0: "02"}, {0: " 02 / tb-ubnd "}, {0: "02/TB\u2013UBND"}, {0: "02-TB-UBND"}, {0: "số 2/TB-UBND"},
    {0: "Thông báo số 02/TB-UBND ngày 15/10/2026"}, {1: "tthc-03"}, {1: "TTHC 03"}, {1: "TTHC\u201303"}, {1: "4"}, {1: 4.0},
    {2: ""}, {2: "PHƯỜNG KIM LONG"}, {2: "kim long"}, {2: "phuong kim long"}, {2: "P. Kim Long"}, {2: "UBND phường Kim Long"},
    {2: "Ủy ban nhân dân P.Kim Long"}, {2: "(mã)"}, {3: "đang thực hiện."}, {3: "ĐANG THỰC HIỆN"}, {3: "  Đang   thực hiện "},
    {4: date(2026, 11, 20)}, {4: MORNING}, {4: "20-11-2026"}, {4: "20.11.2026"}, {4: "ngày 20 tháng 11 năm 2026"},
    {4: "2026-11-20"}, {4: "2026-11-20 00:00:00"},
])  # fmt: skip
def test_other_spellings_mean_the_same(cells):
    if cells.get(2) == "(mã)":
        cells = {2: xa(3)[1][0]}
    assert run(["follow", "import", workbook(tuple(cells.get(n, value) for n, value in enumerate(RIGHT)))]) == 0
    [(paper, event)] = [(each.van_ban.so_ky_hieu, event) for each in followed().kien_nghi if each.ma == "TTHC-03" for event in each.dien_bien]
    assert (paper, event.ngay, event.loai, event.ghi_chu.casefold()) == ("02/TB-UBND", date(2026, 11, 20), "báo cáo", "đang thực hiện")


@pytest.mark.parametrize(("column", "value", "why"), [
    (0, "TB-UBND", "không phải số văn bản"), (0, "=1+1", "không phải số văn bản"), (0, "99/TB-UBND", "không có văn bản số 99"),
    (1, "TTHC-99", "không có kiến nghị “TTHC-99”"), (1, "", "chưa ghi mã"), (2, "phường Vỹ Dạ", "không có kiến nghị nào của “phường Vỹ Dạ”"),
    (2, "xã Kim Long", "không có kiến nghị nào của “xã Kim Long”"), (3, "chưa thực hiện", "Không rõ kết quả"), (3, "", "Chưa ghi kết quả"),
    (4, "20/11/26", "không phải ngày"), (4, "31/11/2026", "không phải ngày"), (4, 46346, "không phải ngày"), (4, "", "Chưa ghi ngày"),
    (4, "1/12/2026", "ở sau hôm nay"), (4, "1/10/2026", "ở trước ngày của văn bản"),
])  # fmt: skip
def test_a_fault_is_told_at_its_cell_and_nothing_is_taken_over(capsys, column, value, why):
    wrong = tuple(value if n == column else each for n, each in enumerate(RIGHT))
    capsys.readouterr()
    assert run(["follow", "import", workbook(("01/TB-UBND", *RIGHT[1:2], "", *RIGHT[3:]), wrong)]) == 3
    [(cell, told)] = re.findall(r"bc\.xlsx, Sheet!(\w+): lỗi: (.*)", capsys.readouterr().err)
    assert cell == f"{'ABCDE'[column]}5"
    assert why in told
    assert all(each.dien_bien == () for each in followed().kien_nghi)


def test_what_one_cell_would_say_of_several_rows_is_refused(capsys):
    rows = (RIGHT, (None, "CDS-01", None, "Đã hoàn thành", None))
    assert run(["follow", "import", workbook(*rows, merged=("A4:A5", "C4:C5", "E4:E5"))]) == 3
    assert re.findall(r"Sheet!(\w+): lỗi: Các ô (\S+) gộp", capsys.readouterr().err) == [("A4", "A4:A5"), ("C4", "C4:C5"), ("E4", "E4:E5")]
    assert all(each.dien_bien == () for each in followed().kien_nghi)


def test_two_rows_that_contradict_each_other_are_refused_and_two_alike_are_one(capsys):
    assert run(["follow", "import", workbook(RIGHT, (*RIGHT[:3], "Đã hoàn thành", RIGHT[4]))]) == 3
    assert "Sheet!D5: lỗi: Kiến nghị này, ngày này đã có ở hàng 4, ghi khác." in capsys.readouterr().err
    assert run(["follow", "import", workbook(RIGHT, RIGHT)]) == 0
    assert capsys.readouterr().out == "Đã ghi 1 việc.\n"


def test_the_same_report_imported_again_takes_back_nothing_that_was_accepted(capsys):
    done = workbook((*RIGHT[:3], "Đã hoàn thành", RIGHT[4]))
    assert run(["follow", "import", done, "--accept"]) == 0
    capsys.readouterr()
    assert run(["follow", "import", done]) == 0
    assert capsys.readouterr().out == "Đã ghi 0 việc.\n"
    assert [event.loai for each in followed().kien_nghi for event in each.dien_bien] == ["hoàn thành"]

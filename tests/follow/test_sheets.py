"""Long lists of a workbook, whose rows are put in as XML: texts stay what they are, days are days, the sheet says how far it goes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from notice_gen.follow import sheets

TEXTS = ["=1+1", "+84 234", "@SUM(A1)", "A & B < C > D", 'nói "thế"', "  hai đầu  ", "hai\ndòng", "", "007", "12/2026", "ế" * 40_000]


def book(rows: list[tuple[str | date | None, ...]]) -> bytes:
    made = sheets.Book("Thử")
    sheet = made.sheet("Danh sách")
    sheet.title("DANH SÁCH")
    sheet.head(2, ["Chữ", "Ngày"], [20, 12])
    sheet.rows(3, rows, frozenset({1}))
    sheet.filter(2, 2 + len(rows), 2)
    sheet.choices(3, 2 + len(rows), 0, ["Đã hoàn thành"])
    made.sheet("Sau").title("Sau")
    return made.bytes()


def test_a_list_says_what_it_was_given():
    rows = [(text, date(2026, 11, n) if n % 2 else None) for n, text in enumerate(TEXTS, start=1)]
    sheet = openpyxl.load_workbook(io.BytesIO(book(rows)))["Danh sách"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [(text or "", day and day.date()) for text, day in told] == [(text[:32_000], day) for text, day in rows]
    assert {cell.data_type for cell in sheet["A"][3:] if cell.value} == {"s"}
    assert {cell.number_format for cell in sheet["A"][3:]} == {"@"}
    assert {cell.number_format for cell in sheet["B"][3:]} == {"dd/mm/yyyy"}
    assert (sheet.auto_filter.ref, sheet.dimensions, str(sheet.data_validations.dataValidation[0].sqref)) == ("A3:B14", "A1:B14", "A4:A14")


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_lists_of_any_length(count):
    data = book([(f"dòng {n}", date(2026, 1, 1 + n)) for n in range(count)])
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert workbook.sheet_names == ["Danh sách", "Sau"]
    assert [row[0] for row in workbook.get_sheet_by_name("Danh sách").to_python()][3:] == [f"dòng {n}" for n in range(count)]
    assert data == book([(f"dòng {n}", date(2026, 1, 1 + n)) for n in range(count)])


def test_what_xml_cannot_hold_or_excel_would_take_for_a_letter_is_kept_harmless():
    with zipfile.ZipFile(io.BytesIO(book([("a\x0b\x00b_x0041_", None)]))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<t>([^<]*)</t>", xml) == ["ab_x005F_x0041_"]

"""What the printed register looks like, line by line: the whole of it is held against files that people have looked at.

When the look is changed on purpose: delete the file in ``look/`` and run the test, which writes it anew, then look.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from notice_gen.register import DA_CAP, GIU_CHO, HUY, Entry, paper
from notice_gen.register.paper.form import quyen
from tests.helpers.registers import UBND, request

GOLDEN = Path(__file__).with_name("look")


def entry(so: int, **changes) -> Entry:
    asked = request(f"{so}.toml")
    fields = {name: getattr(asked, name) for name in asked._fields if name in Entry._fields and name != "so"}
    return Entry(**{**fields, "id": so, "so": so, "nhom": "chung", "trang_thai": DA_CAP, **changes})


LINES = [
    entry(1, trich_yeu="Kết quả kiểm tra công tác giải quyết thủ tục hành chính của bộ phận một cửa trong quý I năm 2026 và phương hướng quý II"),
    entry(2, ngay=date(2026, 3, 9), trang_thai=HUY, ly_do="In nhầm & in thiếu", ghi_chu="Khẩn\nđã báo"),
    entry(12, ngay=date(2026, 2, 9), trang_thai=GIU_CHO, so_ban="12", ngay_chuyen="06/3/2026"),
    entry(1, nam=2027, nhom="CV", loai="", ky_hieu="UBND-VP", ngay=None, trich_yeu="V/v báo cáo"),
    entry(3, nam=2027, nhom="CV", loai="", ky_hieu="UBND-VP", ngay=date(2027, 1, 4), trich_yeu="=1+1"),
]  # fmt: skip


def word() -> str:
    with zipfile.ZipFile(io.BytesIO(paper.docx(quyen(LINES), {UBND: ["Ủy ban nhân dân", "tỉnh A"]}))) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return "".join(f"=== {name}\n" + re.sub(r">(?=<)", ">\n", archive.read(name).decode()) + "\n" for name in archive.namelist())


def excel() -> str:
    data = paper.xlsx(LINES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_DEFLATED}
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    page, options = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    out = [
        f"{sheet.title}: {page.orientation}, paper {page.paperSize}, {page.fitToWidth} × {page.fitToHeight} pages, fit {options.fitToPage}",
        f"frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, repeated {sheet.print_title_rows}, printed {sheet.print_area}, head {sheet.oddHeader.center.text}",
        *(f"column {name}: {column.width}" for name, column in sheet.column_dimensions.items()),
        *(f"row {number}: {line.height}" for number, line in sheet.row_dimensions.items()),
    ]
    for line in sheet.iter_rows():
        for cell in line:
            edges = [getattr(cell.border, side).style for side in ("left", "right", "top", "bottom")]
            how = (cell.font.name, cell.font.sz, cell.font.b, cell.alignment.horizontal, cell.alignment.vertical, cell.alignment.wrap_text)
            out.append(f"{cell.coordinate} {cell.data_type} {cell.number_format} {how} {edges}: {cell.value!r}")
    return "\n".join(out) + "\n"


def csv() -> str:
    return paper.csv_text(LINES)


@pytest.mark.parametrize(("made", "name"), [(word, "so-dang-ky.docx.txt"), (excel, "so-dang-ky.xlsx.txt"), (csv, "so-dang-ky.csv")])
def test_the_register_looks_as_it_was_agreed(made, name):
    kept, said = GOLDEN / name, made()
    if not kept.exists():
        kept.write_bytes(said.encode())
        pytest.fail(f"{kept} is new: look at it, then run again")
    assert said.splitlines() == kept.read_bytes().decode().splitlines()

"""``batch --mark``: a copy of the workbook with its faults at their cells; the workbook itself is never touched."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from notice_gen.batch import marked
from notice_gen.cli.main import run
from tests.helpers.batches import BASE as WITHOUT
from tests.helpers.batches import OUT
from tests.security.limits import needs_fork, refused

BASE = WITHOUT.replace("[so_lieu]\n", "[so_lieu]\ntiep_nhan = 7\n")
RED, YELLOW = "00FFC7CE", "00FFEB9C"


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def book(*rows, change=lambda _: None, base: str = BASE) -> list[str]:
    """The common file and a workbook of these rows; the command that makes notices of them and marks what is wrong."""
    Path("chung.toml").write_text(base, "utf-8")
    made = openpyxl.Workbook()
    made.active.title = "So lieu"
    for row in rows:
        made.active.append(row)
    change(made.active)
    made.save("bang.xlsx")
    return ["batch", "chung.toml", "--data", "bang.xlsx", "-o", str(OUT), "--jobs", "1", "--mark", "loi.xlsx"]


def marks(name: str = "loi.xlsx") -> dict[str, tuple[str, str]]:
    """By cell: its colour and the first line of its comment."""
    sheet = openpyxl.load_workbook(name).active
    return {cell.coordinate: (cell.fill.fgColor.rgb, cell.comment.text) for row in sheet.iter_rows() for cell in row if cell.comment}


HEAD = ["Tên đơn vị", "tiep_nhan", "han_nop"]
GOOD = ["xã A", 1, "28/6/2024"]


def test_faults_of_rows_are_marked_where_they_are(capsys):
    command = book(HEAD, GOOD, ["xã B", "12 hồ sơ", "31/2/2024"], ["xã C", 5, ""], ["xã A", 7, "28/6/2024"], ["xã D", 8, "28/6/2024"])
    before = Path("bang.xlsx").read_bytes()
    assert run(command) == 1
    assert "Bản tô lỗi: loi.xlsx" in capsys.readouterr().err
    found = marks()
    assert {cell: colour for cell, (colour, _) in found.items()} == {"B3": RED, "C3": RED, "C4": RED, "A2": RED, "A5": RED}
    assert found["B3"][1].startswith("Cột này cần số")
    assert "gợi ý:" in found["B3"][1]
    assert "có hai hàng" in found["A5"][1]
    assert openpyxl.load_workbook("loi.xlsx").active["B3"].value == "12 hồ sơ"
    assert Path("bang.xlsx").read_bytes() == before


def test_a_doubt_is_marked_in_another_colour():
    assert run(book(HEAD, ["xã C", 5, ""], ["xã D", 8, ""])) == 0
    assert {cell: colour for cell, (colour, _) in marks().items()} == {"C2": YELLOW, "C3": YELLOW}


def test_faults_of_headings_are_marked_with_those_of_cells():
    assert run(book([*HEAD, "Cán bộ"], ["xã B", "12 hồ sơ", "28/6/2024", "x"])) == 3
    assert {cell: text.partition(".")[0] for cell, (_, text) in marks().items()} == {
        "D1": "Không hiểu tên cột “Cán bộ”", "B2": "Cột này cần số; ở đây là “12 hồ sơ”",
    }  # fmt: skip
    assert not OUT.exists() or not list(OUT.glob("*.docx"))


def test_what_the_workbook_has_is_kept_and_a_comment_added_to():
    def change(sheet):
        sheet["B2"].comment = openpyxl.comments.Comment("của tôi", "A")
        sheet["E2"] = "=1+1"
        sheet.column_dimensions["A"].width = 33
        sheet.merge_cells("A3:B3")

    assert run(book(HEAD, ["xã B", "x", "28/6/2024"], ["xã C", None, "28/6/2024"], change=change)) == 3
    sheet = openpyxl.load_workbook("loi.xlsx").active
    assert sheet["B2"].comment.text.startswith("của tôi\nCột này cần số")
    assert (sheet["E2"].value, sheet.column_dimensions["A"].width) == ("=1+1", 33)
    assert sheet["A3"].comment.text.startswith("Các ô A3:B3 gộp")


def test_nothing_wrong_leaves_no_copy(capsys):
    assert run(book(HEAD, GOOD)) == 0
    assert "Không có ô nào để tô" in capsys.readouterr().err
    assert not Path("loi.xlsx").exists()


def test_a_fault_of_the_common_file_stands_at_its_rows():
    assert run(book(HEAD, GOOD, base=BASE.replace('"tiep_nhan >= 0"', '"tiep_nhan > 5"'))) == 3
    assert marks()


def test_our_own_copy_is_replaced_and_an_edited_one_is_not(capsys):
    command = book(HEAD, ["xã B", "x", "28/6/2024"])
    assert (run(command), run(command)) == (3, 3)
    edited = openpyxl.load_workbook("loi.xlsx")
    edited.properties.lastModifiedBy = "Nguyễn Thị B"  # as Excel does
    edited.save("loi.xlsx")
    before = Path("loi.xlsx").read_bytes()
    capsys.readouterr()
    assert run(command) == 4
    assert "đã có và đã được sửa" in capsys.readouterr().err
    assert Path("loi.xlsx").read_bytes() == before
    Path("loi.xlsx").write_bytes(b"no workbook")
    assert run([*command, "--if-exists", "rename"]) == 3
    assert marked.is_ours(Path("loi (2).xlsx").read_bytes())


@pytest.mark.parametrize("way", ["same", "dotted", "link", "hard link", "csv", "no data", "not .xlsx", "link elsewhere", "link to nothing"])
def test_the_workbook_and_what_a_link_leads_to_are_never_written(way, capsys):
    command = book(HEAD, ["xã B", "x", "28/6/2024"])
    Path("khac.xlsx").write_bytes(b"other")
    before = Path("bang.xlsx").read_bytes()
    if way == "link":
        Path("loi.xlsx").symlink_to("bang.xlsx")
    elif way == "link elsewhere":
        Path("loi.xlsx").symlink_to("khac.xlsx")
    elif way == "link to nothing":
        Path("loi.xlsx").symlink_to("moi.xlsx")
    elif way == "hard link":
        os.link("bang.xlsx", "loi.xlsx")
    else:
        command[-1] = {"same": "bang.xlsx", "dotted": "./ra/../bang.xlsx", "not .xlsx": "loi.xls"}.get(way, "loi.xlsx")
    OUT.mkdir()
    if way == "csv":
        Path("bang.csv").write_text("tiep_nhan\nx\n", "utf-8")
        command[3] = "bang.csv"
    if way == "no data":
        del command[2:4]
    assert run([*command, "--if-exists", "overwrite"]) == (4 if way.startswith("link ") else 2)
    assert "--mark" in capsys.readouterr().err
    assert Path("bang.xlsx").read_bytes() == before
    assert Path("khac.xlsx").read_bytes() == b"other"
    assert not Path("moi.xlsx").exists()


def test_a_comment_holds_whatever_a_cell_does():
    assert run(book(HEAD, ["=cmd|' /c calc'!A1", "a\x7f=1+1 <b>&", "28/6/2024"])) == 3
    assert "<b>&" in marks()["B2"][1]


def hostile(**parts: str) -> None:
    """The workbook with parts of a stranger's."""
    with zipfile.ZipFile("bang.xlsx") as old:
        kept = {name: old.read(name) for name in old.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in {**kept, **parts}.items():
            new.writestr(name, data)
    Path("bang.xlsx").write_bytes(out.getvalue())


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


@needs_fork
@pytest.mark.parametrize("kind", ["entities", "large", pytest.param("merged to the end", marks=pytest.mark.slow), pytest.param("a link over all cells", marks=pytest.mark.slow)])
def test_a_hostile_workbook_costs_a_message_and_no_more(tmp_path, kind):
    command = book(HEAD, ["xã B", "x", "28/6/2024"])
    sheet = zipfile.ZipFile("bang.xlsx").read("xl/worksheets/sheet1.xml").decode()
    hostile(**{
        "entities": {"docProps/app.xml": LAUGHS}, "large": {"xl/theme/theme1.xml": f"<a>{' ' * 21_000_000}</a>"},
        "merged to the end": {"xl/worksheets/sheet1.xml": sheet.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="D10:XFD1048576"/></mergeCells>')},
        "a link over all cells": {"xl/worksheets/sheet1.xml": sheet.replace("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>')},
    }[kind])  # fmt: skip
    refused([*command], tmp_path, "bang.xlsx, So lieu!B2")
    assert not Path("loi.xlsx").exists()

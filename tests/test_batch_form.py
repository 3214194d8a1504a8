"""``batch-form``: the workbook asks for what the notice needs, and for no more."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from notice_gen.batch import form
from notice_gen.cli.main import run
from notice_gen.vietnamese import don_vi

EXAMPLE = Path(__file__).parents[1] / "examples" / "findings.toml"


@pytest.mark.parametrize(
    ("base", "keys"),
    [
        ({}, ["don_vi.ma", "don_vi.ten", "van_ban.so"]),
        ({"van_ban": {"so": "tu-dong"}}, ["don_vi.ma", "don_vi.ten"]),
        ({"van_ban": {"so": "tu-dong"}, "so_lieu": {"b": 1, "a": 2}}, ["don_vi.ma", "don_vi.ten", "so_lieu.b", "so_lieu.a"]),
        (  # named and not given; computed ones, groups and attributes of others are not asked for
            {
                "van_ban": {"so": "tu-dong"},
                "so_lieu": {"a": 1},
                "so_lieu_tinh": {"tong": "a + so_lieu.b"},
                "kiem_tra": [{"dieu_kien": "a == c", "thong_bao": "x"}],
                "muc": [{"phat_hien": ["{{ d | ty_le(tong) }} {{ don_vi.dan_so }} {{ hỏng hóc"]}],
            },
            ["don_vi.ma", "don_vi.ten", "so_lieu.a", "so_lieu.b", "so_lieu.c", "so_lieu.d"],
        ),
    ],
)
def test_columns(base, keys):
    assert [column.key for column in form.columns(base)] == keys


@pytest.mark.parametrize(
    ("value", "kind"), [(1, "whole"), (Decimal("1.5"), "decimal"), (date(2026, 1, 2), "day"), ("chữ", "text"), (True, "any"), ([], "any")]
)
def test_kind_of_a_figure(value, kind):
    assert form.columns({"so_lieu": {"x": value}})[-1].kind == kind


def test_friendly_headings():
    base = {"so_lieu": {"tiep_nhan": 1}, "cot": {"Hồ sơ tiếp nhận": "so_lieu.tiep_nhan"}}
    assert form.columns(base)[-1].heading == "Hồ sơ tiếp nhận"


def test_a_row_for_each_commune(tmp_path, capsys):
    out = tmp_path / "so-lieu.xlsx"
    assert run(["batch-form", str(EXAMPLE), "-o", str(out)]) == 0
    assert "40 đơn vị" in capsys.readouterr().err
    sheet = openpyxl.load_workbook(out).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("don_vi.ma", "don_vi.ten", "van_ban.so", "so_lieu.tiep_nhan")
    assert [row[:2] for row in rows[1:]] == [(u.ma, u.ten) for u in don_vi.tat_ca(date(2026, 10, 15), "Huế")]
    assert all(cell is None for row in rows[1:] for cell in row[2:])
    assert sheet.freeze_panes == "C2"
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "date"}
    assert all("example" not in cell.comment.text and cell.comment.text for cell in sheet[1])
    assert sheet["A2"].number_format == "@"


def test_a_name_is_never_a_formula():
    unit = don_vi.tat_ca(date(2026, 1, 2), "Huế")[0]
    from dataclasses import replace

    bad = replace(unit, ten_rieng='=HYPERLINK("http://x")', loai="")
    book = openpyxl.load_workbook(io.BytesIO(form.workbook(form.columns({}), [bad])))
    assert book.active["B2"].data_type == "s"


@pytest.mark.parametrize(("option", "said"), [("Thành phố Hếu", "Thành phố Hếu"), ("", "--communes")])
def test_no_such_province(option, said, tmp_path, capsys):
    base = tmp_path / "chung.toml"
    base.write_text("phien_ban = 1\n", "utf-8")
    args = ["batch-form", str(base)] + (["--communes", option] if option else [])
    assert run(args) == 2
    assert said in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["chung.toml"]


def test_an_old_list_for_an_old_date(tmp_path):
    base = tmp_path / "chung.toml"
    base.write_text("[van_ban]\nngay = 2025-01-02\n", "utf-8")
    assert run(["batch-form", str(base), "--communes", "Quảng Bình"]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "chung.xlsx").active
    assert sheet.max_row - 1 == len(don_vi.tat_ca(date(2025, 1, 2), "Quảng Bình")) > 100


def test_a_filled_workbook_is_not_overwritten(tmp_path, capsys):
    out = tmp_path / "so-lieu.xlsx"
    out.write_bytes(b"filled in")
    assert run(["batch-form", str(EXAMPLE), "-o", str(out)]) == 4
    assert out.read_bytes() == b"filled in"
    assert "so-lieu.xlsx" in capsys.readouterr().err

"""``batch-form``: the workbook asks for what the notice needs, and for no more."""

from __future__ import annotations

import io
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from notice_gen import reader
from notice_gen.batch import form
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.vietnamese import don_vi
from tests.helpers.findings import GOOD, TODAY
from tests.helpers.office import needs_calc

EXAMPLE = Path(__file__).parents[2] / "examples" / "findings.toml"


@pytest.mark.parametrize(
    ("base", "keys"),
    [
        ({}, ["don_vi.ma", "don_vi.ten", "van_ban.so"]),
        ({"van_ban": {"so": 12}, "noi_nhan": {"chung_so": True}}, ["don_vi.ma", "don_vi.ten"]),
        ({"van_ban": {"so": "tu-dong"}}, ["don_vi.ma", "don_vi.ten"]),
        ({"van_ban": {"so": "tu-dong"}, "so_lieu": {"b": 1, "a": 2}}, ["don_vi.ma", "don_vi.ten", "so_lieu.b", "so_lieu.a"]),
        (  # named and not given, of figures and of units; computed ones are not asked for
            {
                "van_ban": {"so": "tu-dong"},
                "so_lieu": {"a": 1},
                "so_lieu_tinh": {"tong": "a + so_lieu.b"},
                "kiem_tra": [{"dieu_kien": "a == c", "thong_bao": "x"}],
                "muc": [{"phat_hien": ["{{ d | ty_le(tong) }} {{ don_vi.dan_so }} {{ hỏng hóc"]}],
            },
            ["don_vi.ma", "don_vi.ten", "don_vi.dan_so", "so_lieu.a", "so_lieu.d", "so_lieu.c", "so_lieu.b"],
        ),
        (  # in the order in which the printed page names them, whatever the order of the file's tables and the alphabet
            {
                "van_ban": {"so": "tu-dong"},
                "muc": [{"noi_dung": "{{ tong_so_viec + tong }} {{ qua_han | ty_le(dung_han) }} {{ don_vi.so_thon }}"}],
                "mo_dau": {"noi_dung": "{{ tiep_nhan }} {{ don_vi.dan_so }} {{ qua_han }}"},
            },
            ["don_vi.ma", "don_vi.ten", "don_vi.dan_so", "don_vi.so_thon", *(f"so_lieu.{name}" for name in ("tiep_nhan", "qua_han", "tong_so_viec", "tong", "dung_han"))],
        ),
        (  # what [cot] names is asked for, each once; what it leaves out is not
            {"van_ban": {"so": "tu-dong"}, "muc": [{"tieu_de": "x"}], "so_lieu": {"a": 1}, "cot": {"A": "so_lieu.a", "Việc": "muc.1.phat_hien", "X": "", "Y": "muc.2.noi_dung"}},
            ["don_vi.ma", "don_vi.ten", "so_lieu.a", "muc.1.phat_hien"],
        ),
    ],
)
def test_columns(base, keys):
    assert [ask.column.key for ask in form.asks(base)] == keys


@pytest.mark.parametrize(
    ("value", "kind"), [(1, "whole"), (Decimal("1.5"), "decimal"), (date(2026, 1, 2), "day"), ("chữ", "text"), (True, "figure"), ([], "figure")]
)
def test_kind_of_a_figure(value, kind):
    assert form.asks({"so_lieu": {"x": value}})[-1].column.kind == kind


def test_friendly_headings():
    base = {"so_lieu": {"tiep_nhan": 1}, "cot": {"Hồ sơ tiếp nhận": "so_lieu.tiep_nhan"}}
    assert form.asks(base)[-1].heading == "Hồ sơ tiếp nhận"


def test_a_row_for_each_commune(tmp_path, capsys):
    out = tmp_path / "so-lieu.xlsx"
    assert run(["batch-form", str(EXAMPLE), "-o", str(out)]) == 0
    assert "40 đơn vị" in capsys.readouterr().err
    sheet = openpyxl.load_workbook(out).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Mã đơn vị", "Tên đơn vị", "Số văn bản", "Tiếp nhận")
    assert rows[1][:4] == ("don_vi.ma", "don_vi.ten", "van_ban.so", "so_lieu.tiep_nhan")
    assert [number for number, row in sheet.row_dimensions.items() if row.hidden] == [2]
    assert [row[:2] for row in rows[2:]] == [(u.ma, u.ten) for u in don_vi.tat_ca(date(2026, 10, 15), "Huế")]
    assert all(cell is None for row in rows[2:] for cell in row[2:])
    assert sheet.freeze_panes == "C3"
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "date", None}
    assert all(rule.prompt and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in sheet.data_validations.dataValidation)
    assert all("example" not in cell.comment.text and cell.comment.text for cell in sheet[1])
    assert sheet["A3"].number_format == "@"


def test_labels_are_the_words_of_the_paper():
    base = {"so_lieu": {"tiep_nhan": 1, "qua_han": 1, "x1": 2, "nhan": 3}, "muc": [{"noi_dung": "Đã TIẾP NHẬN {{ tiep_nhan }} hồ sơ, quá hạn"}]}
    assert [ask.heading for ask in form.asks(base)] == ["Mã đơn vị", "Tên đơn vị", "Số văn bản", "Tiếp nhận", "Quá hạn", "x1", "Nhận"]
    assert form.asks({"so_lieu": {"qua_han": 1}, "muc": [{"noi_dung": "{{ qua_han }} quáhạn han qua"}]})[-1].heading == "qua_han"


@pytest.mark.parametrize("kind", ["xlsx", "csv", "labels of my own", "no key row"])
def test_labels_may_be_changed_because_the_keys_stay(tmp_path, kind):
    base = reader.parse(GOOD.encode(), file="chung.toml").data
    book = openpyxl.load_workbook(io.BytesIO(form.workbook(form.asks(base), [])))
    sheet = book.active
    for number, cell in enumerate(("00004", "xã A", 7, 322, date(2026, 5, 4)), start=1):
        sheet.cell(3, number, cell)
    if kind == "labels of my own":
        for number, label in enumerate(("Mã", "Xã hay phường", "SỐ\nTB", None, "Hạn"), start=1):
            sheet.cell(1, number, label)
    if kind == "no key row":
        sheet.delete_rows(2)
        sheet.row_dimensions[2].hidden = False
    path = tmp_path / "bang.xlsx"
    book.save(path)
    if kind == "csv":
        path = tmp_path / "bang.csv"
        path.write_text("\n".join(";".join("" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in row) for row in sheet.iter_rows(values_only=True)), "utf-8")
    rows = reader.rows(path, base)
    assert rows.warnings == ()
    (row,) = rows
    assert row.layer.problems == ()
    assert row.layer.data == {
        "don_vi": {"ma": "00004", "ten": "xã A"}, "van_ban": {"so": 7}, "so_lieu": {"tiep_nhan": 322, "han_nop": date(2026, 5, 4)},
    }  # fmt: skip


def test_a_key_that_is_no_key_any_more_is_told_at_its_label(tmp_path):
    base = reader.parse(GOOD.encode(), file="chung.toml").data
    book = openpyxl.load_workbook(io.BytesIO(form.workbook(form.asks({**base, "so_lieu": {"cu_ky": 1}}), [])))
    book.active["A3"] = "00004"
    book.save(tmp_path / "bang.xlsx")
    with pytest.raises(InputError) as caught:
        reader.rows(tmp_path / "bang.xlsx", base)
    assert [(p.place.cell, p.text()) for p in caught.value.problems] == [("So lieu!D1", "Không hiểu tên cột “so_lieu.cu_ky”.")]


def test_a_name_is_never_a_formula():
    unit = don_vi.tat_ca(date(2026, 1, 2), "Huế")[0]
    from dataclasses import replace

    bad = replace(unit, ten_rieng='=HYPERLINK("http://x")', loai="")
    book = openpyxl.load_workbook(io.BytesIO(form.workbook(form.asks({}), [bad])))
    assert book.active["B3"].data_type == "s"


@pytest.mark.parametrize(("option", "said"), [("Thành phố Hếu", "Thành phố Hếu"), ("", "--communes")])
def test_no_such_province(option, said, tmp_path, capsys):
    base = tmp_path / "chung.toml"
    base.write_text("phien_ban = 1\n", "utf-8")
    args = ["batch-form", str(base)] + (["--communes", option] if option else [])
    assert run(args) == 2
    assert said in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["chung.toml"]


def test_a_former_province_is_told_to_be_in_another(tmp_path, capsys):
    (tmp_path / "chung.toml").write_text(GOOD.replace("2024-", "2026-"), "utf-8")
    assert run(["batch-form", str(tmp_path / "chung.toml"), "--communes", "Bình Thuận"]) == 0
    assert "“Bình Thuận” nay thuộc tỉnh Lâm Đồng" in capsys.readouterr().err
    assert run(["batch-form", str(tmp_path / "chung.toml"), "--communes", "Huế", "-o", str(tmp_path / "a.csv")]) == 2


def test_the_command_that_comes_next_can_be_typed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("xã A.toml").write_text("phien_ban = 1\n", "utf-8")
    assert run(["batch-form", "xã A.toml", "--communes", "Huế", "-o", "a.xlsx"]) == 0
    assert "notice-gen batch \"xã A.toml\" --data a.xlsx" in capsys.readouterr().err


def test_an_old_list_for_an_old_date(tmp_path):
    base = tmp_path / "chung.toml"
    base.write_text("[van_ban]\nngay = 2025-01-02\n", "utf-8")
    assert run(["batch-form", str(base), "--communes", "Quảng Bình"]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "chung.xlsx").active
    assert sheet.max_row - 2 == len(don_vi.tat_ca(date(2025, 1, 2), "Quảng Bình")) > 100


def test_a_filled_workbook_is_not_overwritten(tmp_path, capsys):
    out = tmp_path / "so-lieu.xlsx"
    out.write_bytes(b"filled in")
    assert run(["batch-form", str(EXAMPLE), "-o", str(out)]) == 4
    assert out.read_bytes() == b"filled in"
    assert "so-lieu.xlsx" in capsys.readouterr().err


def test_a_list_that_is_not_of_communes(tmp_path, capsys):
    base = tmp_path / "chung.toml"
    base.write_text(GOOD, "utf-8")
    (tmp_path / "thon.txt").write_bytes("\ufeffThôn Một\r\n\r\n2. Thôn  Hai\r\n- =1+1\r\n".encode())
    assert run(["batch-form", str(base), "--list", str(tmp_path / "thon.txt")]) == 0
    assert "3 đơn vị" in capsys.readouterr().err
    sheet = openpyxl.load_workbook(tmp_path / "chung.xlsx").active
    rows = [list(row)[:2] for row in sheet.iter_rows(values_only=True)]
    assert rows == [["Tên đơn vị", "Số văn bản"], ["don_vi.ten", "van_ban.so"], ["Thôn Một", None], ["Thôn Hai", None], ["=1+1", None]]
    assert (sheet["A5"].data_type, sheet.freeze_panes) == ("s", "B3")
    sheet["C3"], sheet["C4"], sheet["C5"] = 1, 2, 3
    sheet.parent.save(tmp_path / "dien.xlsx")
    assert [row.layer.data["don_vi"] for row in reader.rows(tmp_path / "dien.xlsx", reader.parse(GOOD.encode(), file="x").data)] == [{"ten": name} for name in ("Thôn Một", "Thôn Hai", "=1+1")]


def test_an_empty_form_of_some_rows(tmp_path):
    base = tmp_path / "chung.toml"
    base.write_text("phien_ban = 1\n", "utf-8")
    assert run(["batch-form", str(base), "--rows", "25"]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "chung.xlsx").active
    assert sheet["A1"].value == "Tên đơn vị"
    assert sheet["A27"].number_format == "@"
    assert sheet["A28"].number_format == "General"
    assert all(cell.value is None for row in sheet.iter_rows(min_row=3) for cell in row)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "Tệp trống"), (b" \n\n", "Tệp trống"), ("Thôn A\nThôn B\n1. Thôn A\n".encode(), "“Thôn A” đã ghi ở dòng 1."), (b"PK\x03\x04...", "mỗi dòng một tên"),
        (b"\xd0\xcf\x11\xe0", "mỗi dòng một tên"), ("\n".join(f"t {n}" for n in range(6000)).encode(), "Danh sách có 6000 tên"), (b"th\xf4n", ""), (None, "Không"),
    ],
)  # fmt: skip
def test_a_list_that_is_none_is_refused(tmp_path, text, said, capsys):
    base = tmp_path / "chung.toml"
    base.write_text("phien_ban = 1\n", "utf-8")
    if text is not None:
        (tmp_path / "thon.txt").write_bytes(text)
    assert run(["batch-form", str(base), "--list", str(tmp_path / "thon.txt")]) == 3
    assert said in capsys.readouterr().err
    assert not (tmp_path / "chung.xlsx").exists()


@pytest.mark.parametrize("options", [["--list", "a", "--rows", "3"], ["--communes", "Huế", "--rows", "3"], ["--rows", "0"], ["--rows", "9999"], ["--communes", "Huế", "--list", "a"]])
def test_one_way_of_naming_rows_at_a_time(tmp_path, options):
    base = tmp_path / "chung.toml"
    base.write_text("phien_ban = 1\n", "utf-8")
    assert run(["batch-form", str(base), *options]) == 2


# --- what is written is read back ---------------------------------------------------------------------

CHUNG = """
phien_ban = 1
[co_quan]
ten = ["Ủy ban nhân dân", "thành phố Huế"]
viet_tat = "UBND"
[van_ban]
so = "tu-dong"
ngay = 2026-10-15
dia_danh = "Huế"
trich_yeu = "Kết luận kiểm tra tại {{ don_vi.ten }}"
[so_lieu]
tiep_nhan = 1250
ty_le = 98.7
han_nop = 2026-10-30
ghi_chu = "không"
[cot]
"Hồ sơ tiếp nhận" = "so_lieu.tiep_nhan"
"Việc phải làm" = "muc.1.phat_hien"
"Loại" = "muc.2.phat_hien.1.loai"
"Độ khẩn" = "van_ban.khan"
"In ngang" = "phu_luc.1.ngang"
[[muc]]
tieu_de = "Yêu cầu"
noi_dung = "{{ dan_so }} người, {{ don_vi.dien_tich }} km2"
[[muc]]
phat_hien = [{ ma = "A", noi_dung = "x" }]
[[phu_luc]]
noi_dung = "x"
[noi_nhan]
luu = "VT"
[ky]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""
FILLED = {
    "Hồ sơ tiếp nhận": (322, 322), "so_lieu.ty_le": (98.5, Decimal("98.5")), "so_lieu.han_nop": (date(2026, 11, 2), date(2026, 11, 2)),
    "so_lieu.ghi_chu": ("=1", "=1"), "so_lieu.dan_so": (12500, 12500), "don_vi.dien_tich": (12, "12"), "Việc phải làm": ("Một;\nhai.", ["Một;", "hai."]),
    "Loại": ("yeu-cau", "yeu-cau"), "Độ khẩn": ("khẩn", "khẩn"), "In ngang": ("có", True),
}  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")
    (folder / "chung.toml").write_text(CHUNG, "utf-8")
    assert run(["batch-form", str(folder / "chung.toml")]) == 0
    book = openpyxl.load_workbook(folder / "chung.xlsx")
    labels, keys = ([cell.value for cell in book.active[row]] for row in (1, 2))
    assert labels[:2] == ["Mã đơn vị", "Tên đơn vị"]
    headings = [label if label in FILLED else key for label, key in zip(labels, keys, strict=True)]
    assert set(headings) == {"don_vi.ma", "don_vi.ten", *FILLED}
    for row in (3, 42):
        for heading, (typed, _) in FILLED.items():
            cell = book.active.cell(row, headings.index(heading) + 1, typed)
            if isinstance(typed, str):
                cell.data_type = "s"
    book.save(folder / "dien.xlsx")
    return folder


def is_read_back(path):
    base = reader.parse(CHUNG.encode(), file="chung.toml")
    rows = reader.rows(path, base.data)
    assert rows.warnings == ()
    first, *blank, last = rows
    assert len(blank) == 38
    assert all([p.text() for p in row.layer.problems] == ["Hàng này chưa điền số liệu nào."] for row in blank)
    units = don_vi.tat_ca(date(2026, 10, 15), "Huế")
    for row, unit in ((first, units[0]), (last, units[39])):
        data = row.layer.data
        assert row.layer.problems == ()
        assert data["don_vi"] == {"ma": unit.ma, "ten": unit.ten, "dien_tich": "12"}
        said = {**{f"so_lieu.{name}": value for name, value in data["so_lieu"].items()}, "don_vi.dien_tich": "12"}
        said |= {"Hồ sơ tiếp nhận": said.pop("so_lieu.tiep_nhan"), "Việc phải làm": data["muc"][0]["phat_hien"], "Loại": data["muc"][1]["phat_hien"][0]["loai"]}
        said |= {"Độ khẩn": data["van_ban"]["khan"], "In ngang": data["phu_luc"][0]["ngang"]}
        assert said == {heading: value for heading, (_, value) in FILLED.items()}
        assert reader.read([base, row.layer], None, TODAY).notice.phu_luc[0].ngang is True


def test_a_filled_form_is_read_back(filled):
    is_read_back(filled / "dien.xlsx")


@needs_calc
@pytest.mark.parametrize("kind", ["ods", "xls", "csv", "xlsx"])
@pytest.mark.slow
def test_a_form_saved_by_libreoffice_is_read_back(filled, kind):
    out = filled / kind
    to = "csv:Text - txt - csv (StarCalc):59,34,76" if kind == "csv" else kind
    command = ["soffice", "--headless", f"-env:UserInstallation={(filled / 'lo').as_uri()}", "--convert-to", to, "--outdir", out, filled / "dien.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    is_read_back(out / f"dien.{kind}")

"""What a table of figures comes to, as printed; what is said of a total that does not hold, and where."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from notice_gen.cli.main import run
from notice_gen.errors import InputError, Problem
from notice_gen.issue import issue
from tests.helpers.findings import TODAY, faults
from tests.helpers.notices import SMALLEST, composed

HEADS = ["TT", "Đơn vị", "Tiếp nhận"]
SHARE = {"ten": "Tỷ lệ (%)", "ty_le": ["Đã xong", "Tiếp nhận"]}
HALF = Decimal("85.5")


def printed(cot: list[Any], *hang: list[Any], so_lieu: dict[str, Any] | None = None, tong: bool = True, **more: Any) -> tuple[str, list[Problem]]:
    """The rows of a table as they are printed, and what is said of it."""
    bang = {"cot": cot, "hang": list(hang), "tong": tong, **more}
    context = composed(so_lieu=so_lieu or {}, muc=[{"tieu_de": "T", "bang": bang}])
    table = context.values["tai_lieu"][0]["noi_dung"][-2]
    rows = [*table["hang"], table["tong"]] if table["tong"] else table["hang"]
    return "\n".join(" | ".join(cell["chu"] for cell in row) for row in rows), list(context.warnings)


def said(warnings: list[Problem]) -> list[tuple[Any, ...]]:
    assert all(warning.level == "warning" and warning.path[:2] == ("muc", 0) for warning in warnings)
    return [(*warning.path[-2:], warning.text()) for warning in warnings]


def test_percentages_are_not_added_up():
    table, warnings = printed([*HEADS, "Tỷ lệ (%)"], [1, "Xã A", 10, 100], [2, "Xã B", "1.250", HALF], [3, "Xã C", "-", Decimal("34.8")], [4, "Xã D", "", ""])
    assert table.splitlines()[-1] == " | Tổng cộng | 1.260 | "
    assert not warnings


def test_groups_are_not_added_up_and_may_have_their_sums():
    rows = [["I", "HẠ TẦNG SỐ", "", ""], [1, "Mạng", "1.250,5", 3], [2, "Máy", 10, "-"], ["II", "NHÂN LỰC", "", ""], [1, "Tập huấn", 5, 2]]
    table, warnings = printed([*HEADS, "Số lớp"], *rows, tong_nhom=True)
    assert table == (
        "I | HẠ TẦNG SỐ | 1.260,5 | 3\n1 | Mạng | 1.250,5 | 3\n2 | Máy | 10 | -\nII | NHÂN LỰC | 5 | 2\n1 | Tập huấn | 5 | 2\n"
        " | Tổng cộng | 1.265,5 | 5"
    )
    assert not warnings
    without, _ = printed([*HEADS, "Số lớp"], *rows)
    assert without.splitlines()[::5] == ["I | HẠ TẦNG SỐ |  | ", " | Tổng cộng | 1.265,5 | 5"]


def test_a_share_is_worked_out_where_the_file_tells_how():
    table, warnings = printed([*HEADS, "Đã xong", SHARE], ["I", "A", "", "", ""], [1, "Xã A", 642, 631, ""], [2, "Xã B", 644, 611, Decimal("94.9")], [3, "Xã C", 0, "-", ""], tong_nhom=True)
    assert table == "I | A | 1.286 | 1.242 | 96,6\n1 | Xã A | 642 | 631 | 98,3\n2 | Xã B | 644 | 611 | 94,9\n3 | Xã C | 0 | - | -\n | Tổng cộng | 1.286 | 1.242 | 96,6"
    assert not warnings
    signed, _ = printed([*HEADS, "Đã xong", {**SHARE, "ten": "Đạt"}], [1, "Xã A", 3, 1, ""], tong=False)
    assert signed == "1 | Xã A | 3 | 1 | 33,3%"
    as_typed, _ = printed([*HEADS, "Đã xong", SHARE], [1, "Xã A", 3, 1, "33,33%"], [2, "Xã B", 3, 2, ""])
    assert as_typed.splitlines()[1:] == ["2 | Xã B | 3 | 2 | 66,67%", " | Tổng cộng | 6 | 3 | 50%"]


def test_a_share_of_what_nobody_can_read_is_no_nought_and_of_what_is_not_added_up_is_one():
    rows = [1, "Xã A", 642, "chưa báo cáo", ""], [2, "Xã B", 644, 611, ""], [3, "Xã C", "chưa rõ", 12, ""]
    assert printed([*HEADS, "Đã xong", SHARE], *rows)[0].splitlines()[0::2] == ["1 | Xã A | 642 | chưa báo cáo | ", "3 | Xã C | chưa rõ | 12 | "]
    apart = [{"ten": name, "cong": False} for name in ("Tiếp nhận", "Đã xong")]
    table, _ = printed([*HEADS[:2], *apart, SHARE], [1, "Xã A", 642, 631, ""], [2, "Xã B", 644, "-", ""])
    assert table.splitlines()[0] == "1 | Xã A | 642 | 631 | 98,3"


def test_the_table_of_the_manual_prints_as_the_manual_says():
    manual = (Path(__file__).parents[2] / "docs" / "mau.md").read_text("utf-8")
    bang = tomllib.loads(manual.partition("## Bảng số liệu")[2].partition("```toml")[2].partition("```")[0], parse_float=Decimal)["muc"]["bang"]
    assert printed(bang["cot"], *bang["hang"], tong=bang["tong"], tong_nhom=bang["tong_nhom"]) == (
        "I | KHỐI XÃ | 1.344 | 1.211 | 90,1\n1 | Xã Bình Điền | 1.250 | 1.211 | 96,9\n2 | Xã Hưng Lộc | 94 | - | 0\n | Tổng cộng | 1.344 | 1.211 | 90,1", []
    )


def test_a_table_without_names_loses_no_sum():
    assert printed(["Đã xong", "Tiếp nhận"], [1, 2], [3, 4])[0].splitlines()[-1] == "Tổng cộng: 4 | 6"


@pytest.mark.parametrize(
    ("cell", "message", "hint"),
    [
        ("chưa có", "Cột “Tiếp nhận” không cộng được vì ô này không phải số: “chưa có”.", 'gõ 0 hoặc "-"'),
        ("…", "Cột “Tiếp nhận” không cộng được vì ô này không phải số: “…”.", "Gõ số"),
        ("12 hồ sơ", "Cột “Tiếp nhận” không cộng được vì ô này không phải số: “12 hồ sơ”.", "đơn vị ghi ở tên cột"),
        ("1.5", "Cột “Tiếp nhận” không cộng được vì ô này không phải số: “1.5”.", 'Số thập phân gõ 1.5 (không dấu nháy) hoặc "1,5".'),
        ("{{ a }}", "Cột “Tiếp nhận” không cộng được vì ô này không phải số: “không rõ”.", '{ ten = "Tiếp nhận", cong = false }'),
        ("1,250", "Cột “Tiếp nhận”: 1,250 được hiểu là số thập phân 1,25, không phải 1250.", "Gõ 1250 nếu là số hàng nghìn"),
        (Decimal("1.250"), "Cột “Tiếp nhận”: 1.250 được hiểu là số thập phân 1,25, không phải 1250.", "cong = true"),
    ],
)
def test_a_column_that_cannot_be_added_up_is_told_at_its_cell(cell, message, hint):
    table, warnings = printed(HEADS, [1, "Xã A", 10], [2, "Xã B", cell], [3, "Xã C", 5], so_lieu={"a": "không rõ"})
    assert table.splitlines()[-1] == " | Tổng cộng | "
    assert said(warnings) == [(1, 2, message)]
    assert hint in warnings[0].hint_text()


@pytest.mark.parametrize(("cell", "cot"), [(0, "Tiếp nhận"), ("-", "Tiếp nhận"), ("1,5", "Tiếp nhận"), ("12 hồ sơ", {"ten": "Tiếp nhận", "cong": False}), ("1,250", {"ten": "Tiếp nhận", "cong": True}), (Decimal("1.250"), {"ten": "Tiếp nhận", "cong": True})])  # fmt: skip
def test_what_a_hint_advises_is_quiet(cell, cot):
    assert not printed([*HEADS[:2], cot], [1, "Xã A", 10], [2, "Xã B", cell], [3, "Xã C", 5])[1]


def test_a_wrong_typed_total_is_told_with_both_values():
    _, warnings = printed(HEADS, [1, "Xã A", 10], [2, "Xã B", "1.250"], ["", "**Tổng cộng**", "1.250"], tong=False)
    assert said(warnings) == [(2, 2, "Hàng “Tổng cộng”, cột “Tiếp nhận”: ghi 1.250, các hàng cộng lại được 1.260.")]
    assert warnings[0].hint_text().startswith("Sửa các hàng, hoặc gõ 1260.")
    assert not printed([*HEADS[:2], {"ten": "Tiếp nhận", "cong": False}], [1, "Xã A", 10], ["", "Tổng cộng", 20], tong=False)[1]


def test_a_typed_total_with_the_other_mark_is_told():
    _, warnings = printed(HEADS, [1, "Xã A", 10], [2, "Xã B", "1.250"], ["", "Tổng cộng", "1,260"], tong=False)
    assert said(warnings) == [(2, 2, "Cột “Tiếp nhận”: 1,260 được hiểu là số thập phân 1,26, không phải 1260.")]


def test_quotients_without_end_are_held_against_what_is_shown_of_them():
    rows = [[n, "Xã", "{{ a / 3 }}"] for n in range(1, 4)]
    for typed in (10, "9,99"):
        assert not printed(HEADS, *rows, ["", "Tổng cộng", typed], so_lieu={"a": 10}, tong=False)[1]
    assert printed(HEADS, *rows[:2], ["", "Tổng cộng", 7], so_lieu={"a": 10}, tong=False)[1][0].hint_text().startswith('Sửa các hàng, hoặc gõ "6,67".')
    assert not printed(HEADS, *rows[:2], ["", "Tổng cộng", "6,67"], so_lieu={"a": 10}, tong=False)[1]


def test_a_total_that_uses_a_figures_name_is_held_against_its_rows():
    rows = [[1, "Xã A", 10], [2, "Xã B", "{{ b }}"], ["", "Tổng số", "{{ tiep_nhan }}"]]
    assert not printed(HEADS, *rows, so_lieu={"b": 5, "tiep_nhan": 15}, tong=False)[1]
    _, warnings = printed(HEADS, *rows, so_lieu={"b": 5, "tiep_nhan": 16}, tong=False)
    assert said(warnings) == [(2, 2, "Hàng “Tổng số”, cột “Tiếp nhận”: {{ tiep_nhan }} là 16, các hàng cộng lại được 15.")]
    assert warnings[0].figures == {"tiep_nhan"}


def test_a_wrong_subtotal_is_told_where_totals_are_asked():
    rows = [["I", "HẠ TẦNG SỐ", 31], [1, "Mạng", 10], [2, "Máy", 20]]
    assert said(printed(HEADS, *rows)[1]) == [(0, 2, "Hàng “HẠ TẦNG SỐ”, cột “Tiếp nhận”: ghi 31, các hàng cộng lại được 30.")]
    assert not printed(HEADS, *rows, tong=False)[1]


def test_the_share_of_a_typed_total_is_worked_out_again():
    cot = [*HEADS, "Đã xong", SHARE]
    _, warnings = printed(cot, [1, "Xã A", 10, 9, "90%"], ["", "Tổng cộng", 10, 9, "91%"], tong=False)
    assert said(warnings) == [(1, 4, "Hàng tổng, cột “Tỷ lệ (%)”: ghi 91, tính từ hai cột “Đã xong” và “Tiếp nhận” được 90.")]
    assert not printed(cot, [1, "Xã A", 10, 9, "90%"], ["", "Tổng cộng", 10, 9, "90%"], tong=False)[1]


def test_the_share_of_a_row_is_worked_out_again_and_may_be_rounded_either_way():
    cot = [*HEADS, "Đã xong", SHARE]
    _, warnings = printed(cot, [1, "Xã A", 10, 9, "100%"], [2, "Xã B", 3, 2, "66%"], [3, "Xã C", 3, 2, "66,6%"], tong=False)
    assert said(warnings) == [(0, 4, "Cột “Tỷ lệ (%)”: ghi 100, tính từ hai cột “Đã xong” và “Tiếp nhận” được 90.")]


def test_a_share_turned_the_wrong_way_round_is_told_once_by_the_names_of_its_columns():
    turned = {**SHARE, "ty_le": ["Tiếp nhận", "Đã xong"]}
    _, warnings = printed([*HEADS, "Đã xong", turned], [1, "Xã A", 10, 9, ""], [2, "Xã B", 10, 5, ""], tong=False)
    assert [(*warning.path[-2:], warning.code) for warning in warnings] == [(0, 4, "ty_le_nguoc")]
    plan = {**SHARE, "ty_le": ["Thực hiện", "Kế hoạch"]}
    assert not printed([HEADS[0], HEADS[1], "Kế hoạch", "Thực hiện", plan], [1, "Xã A", 10, 12, ""], tong=False)[1]


@pytest.mark.parametrize(
    ("heads", "row", "dung"),
    [
        (["TT", "Tên", "Số lượng", "Đơn giá", "Thành tiền"], [1, "Giấy", 2, 150000, 350000], "300.000"),
        (["TT", "Tên", "Khối lượng (m³)", "Đơn giá (đồng)", "Thành tiền (nghìn đồng)"], [1, "Cát", 2, 150000, 350], "300.000"),
        (["TT", "Tên", "Số lượng", "Đơn giá", "Thành tiền"], [1, "Giấy", 2, 150000, 300000], ""),
        (["TT", "Tên", "Khối lượng (m³)", "Đơn giá (đồng)", "Thành tiền (nghìn đồng)"], [1, "Cát", 2, 150000, 300], ""),
        (["TT", "Tên", "Số lượng", "Số ngày", "Đơn giá", "Thành tiền"], [1, "Công", 2, 3, 150000, 900000], ""),
        (["TT", "Tên", "Số lượng", "Đơn giá", "Thành tiền"], [1, "Giấy", "", "", ""], ""),
    ],
)
def test_an_amount_is_quantity_times_price(heads, row, dung):
    _, warnings = printed(heads, row, tong=False)
    assert [(warning.code, warning.values["dung"]) for warning in warnings] == ([("bang_thanh_tien_sai", dung)] if dung else [])


def test_totals_that_name_what_they_are_of_stand_over_each_other():
    heads = ["TT", "Nội dung", "Số tiền"]
    rows = [[1, "Thu A", 100], [2, "Thu B", 200], ["", "Tổng thu", 300], [1, "Chi A", 50], [2, "Chi B", 60], ["", "Tổng chi", 110]]
    assert not printed(heads, *rows, tong=False)[1]
    wrong = [[*row[:2], row[2] + 10 * (not row[0])] for row in rows]
    told = [(n, text.rpartition(" ")[2]) for n, _, text in said(printed(heads, *wrong, tong=False)[1])]
    assert told == [(2, "300."), (5, "110.")]
    for honest in ([["", "Tổng thu", 300], ["", "Tổng chi", 200]], [["", "Tổng thu", 300], ["", "A", 300], ["", "Tổng chi", 90], ["", "B", 90]]):
        assert not printed(heads, *honest, tong=False)[1]


def test_a_total_typed_and_asked_for_is_told():
    _, warnings = printed(HEADS, [1, "Xã A", 10], ["", "Tổng cộng", 10])
    assert said(warnings) == [(1, 0, "Bảng đã có hàng “Tổng cộng” mà còn tong = true: hàng tổng in ra hai lần.")]


def test_sums_of_groups_asked_for_where_there_are_none_are_told():
    _, warnings = printed(HEADS, [1, "Xã A", 10], [2, "Xã B", ""], tong_nhom=True)
    assert [(warning.path[-1], warning.text()) for warning in warnings] == [
        ("tong_nhom", "Có tong_nhom = true nhưng bảng không có hàng tên nhóm nào để trống ô số.")
    ]


@pytest.mark.parametrize(
    "hang",
    [
        [[1, "Xã A", 10], [2, "Xã B", "chưa có"]],  # nobody asks for a total
        [["I", "HẠ TẦNG SỐ", 31], [1, "Mạng", 10]],
        [[1, "Tổng số hồ sơ", 322], [2, "Đã giải quyết", 310], [3, "Đang giải quyết", 1]],
        [[1, "Diện tích", Decimal("12.375")], [2, "Đất ở", Decimal("2.5")]],
        [[1, "Cộng đồng dân cư", 322], [2, "Tổng công ty", 1]],
    ],
)
def test_a_table_that_asks_for_no_total_is_left_as_it_is(hang):
    assert not printed(HEADS, *hang, tong=False)[1]


# --- the file: where it is said, and what the keys take ---------------------------------------------------

TABLE = """
[[muc]]
tieu_de = "Kết quả (chi tiết tại Phụ lục)"

[[phu_luc]]
tieu_de = "Kết quả"

[phu_luc.bang]
cot = ["TT", "Đơn vị", COT]
hang = [
  [1, "Xã A", 10],
  [2, "Xã B", {b}],
  ["", "Tổng số", {tong}],
]
"""


def findings(b: object = 5, tong: object = 15, cot: str = '"Tiếp nhận"', so_lieu: str = "") -> str:
    return SMALLEST.replace("[ket_thuc]", so_lieu + "\n[ket_thuc]") + TABLE.format(b=b, tong=tong).replace("COT", cot)


def test_tables_of_annexes_are_added_up_too_and_told_at_their_line():
    text = findings(tong=16)
    (warning,) = issue(text.encode(), file="a.toml", folder=Path(), today=TODAY).warnings
    assert warning.place
    assert (warning.place.line, warning.place.column, warning.place.width) == (text.splitlines().index('  ["", "Tổng số", 16],') + 1, 19, 2)
    assert not issue(findings().encode(), file="a.toml", folder=Path(), today=TODAY).warnings


@pytest.mark.parametrize(
    ("cot", "message"),
    [
        ('{ ten = "Tỷ lệ", ty_le = ["Tiếp nhận"] }', "“ty_le” cần đúng hai tên cột: phần và tổng."),
        ('{ ten = "Tỷ lệ", ty_le = ["Đơn vị", "Đã xong"] }', "ty_le: “Đã xong” phải là tên của đúng một cột khác trong bảng."),
        ('{ ten = "Tỷ lệ", ty_le = ["Đơn vị", "Tỷ lệ"] }', "ty_le: “Tỷ lệ” phải là tên của đúng một cột khác trong bảng."),
        ('{ ten = "Tỷ lệ", tong = true }', "Không có khóa “tong” trong bảng [[phu_luc.bang.cot]]."),
        ("{ cong = true }", "Thiếu khóa “ten” trong bảng [[phu_luc.bang.cot]]."),
        ("2027", "“cot” cần chữ trong dấu nháy kép; ở đây là 2027."),
    ],
)
def test_what_a_column_cannot_be_is_refused_at_its_place(cot, message):
    text = findings(cot=cot)
    (fault,) = faults(text)
    assert fault.text() == message
    assert fault.place
    assert fault.place.text.startswith("cot = ")


def test_a_figure_of_a_row_is_told_at_its_cell_of_the_workbook(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("chung.toml").write_text(findings("{{ b }}", "{{ tong }}", so_lieu="[so_lieu]\nb = 5\ntong = 15\n").replace("{{", '"{{').replace("}}", '}}"'), "utf-8")
    book = openpyxl.Workbook()
    book.active.title = "So lieu"
    for row in (["van_ban.so", "so_lieu.b", "so_lieu.tong"], [1, 5, 15], [2, 5, 16]):
        book.active.append(row)
    book.save("bang.xlsx")
    assert run(["batch", "chung.toml", "--data", "bang.xlsx", "-o", "ra", "--strict"]) != 0
    err = capsys.readouterr().err
    assert "So lieu!C3" in err
    assert "So lieu!C2" not in err
    assert "{{ tong }} là 16, các hàng cộng lại được 15" in err


def test_a_faulty_table_says_so_before_it_is_added_up():
    with pytest.raises(InputError, match=r"chưa có giá trị|không có"):
        printed(HEADS, [1, "Xã A", "{{ van_ban.khong_co }}"], [2, "B", 3])

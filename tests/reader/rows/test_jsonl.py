"""JSON lines: what other programs write."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from notice_gen import reader
from notice_gen.errors import InputError
from tests.helpers.findings import TODAY
from tests.reader.rows.test_rows import BASE, said


def jsonl(tmp_path: Path, *lines: str, name: str = "bang.jsonl") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("name", ["bang.jsonl", "bang.txt"])
def test_dotted_and_nested_keys(tmp_path, name):
    path = jsonl(
        tmp_path,
        '{"don_vi.ten": "xã A", "so_lieu": {"tiep_nhan": 322.0, "han_nop": "2024-07-01"}, "muc": {"1": {"phat_hien": ["a", {"ma": "X", "noi_dung": "b"}]}}}',
        "",
        '{"don_vi.ten": "xã B", "Tiếp nhận": "1.250", "han_nop": "28/6/2024", "muc.1.phat_hien": "a\\nb", "ky.ho_ten": null}',
        name=name,
    )
    assert said(path) == [
        ("dòng 1", {"don_vi": {"ten": "xã A"}, "so_lieu": {"tiep_nhan": 322, "han_nop": dt.date(2024, 7, 1)}, "muc": {0: {"phat_hien": ["a", {"ma": "X", "noi_dung": "b"}]}}}),
        ("dòng 3", {"don_vi": {"ten": "xã B"}, "so_lieu": {"tiep_nhan": 1250, "han_nop": dt.date(2024, 6, 28)}, "muc": {0: {"phat_hien": ["a", "b"]}}}),
    ]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ('{"so_lieu.tiep_nham": 1}', 2, "Không hiểu tên cột “so_lieu.tiep_nham”."),
        ('{"so_lieu": {"tiep_nham": 1}}', 14, "Không hiểu tên cột “so_lieu.tiep_nham”."),
        ('{"phien_ban": 1}', 2, "Không hiểu tên cột “phien_ban”."),
        ('{"muc": [{"tieu_de": "x"}]}', 2, "Không hiểu tên cột “muc”."),
        ('{"so_lieu.tiep_nhan": 1, "so_lieu": {"tiep_nhan": 2}}', 2, "Khóa “so_lieu.tiep_nhan” điền cùng một chỗ với khóa “so_lieu.tiep_nhan”."),
        ('{"muc.1.phat_hien": [], "muc.1.phat_hien.1": "x"}', 25, "Khóa “muc.1.phat_hien.1” điền cùng một chỗ với khóa “muc.1.phat_hien”."),
        ('{"a": 1, "a": 2}', 2, "Khóa “a” ghi hai lần."),
        ("[1]", 1, "Mỗi dòng phải là một đối tượng JSON trong ngoặc nhọn."),
        ('{"so": NaN}', 1, "JSON không có giá trị “NaN”."),
        ('{"so": 1', 9, "Dòng này không phải JSON."),
        ("[" * 100_000, 1, "Dòng này không phải JSON."),
        ('{"so": ' + "9" * 5000 + "}", 1, "Dòng này không phải JSON."),
        ('{"tiep_nhan": 1e999999999}', 2, "Cột này cần số; ở đây là “1E+999999999”."),
        ('{"tiep_nhan": [1]}', 2, "Chỗ này nhận một giá trị, không nhận danh sách hay bảng."),
        ('{"tiep_nhan": true}', 2, "Cột này cần số; ở đây là “TRUE”."),
        ('{"noi_nhan.gui": {"1": 2}}', 2, "Chỗ này nhận chữ hoặc danh sách, không nhận bảng."),
    ],
)
def test_a_bad_line_is_told_and_stops_no_other(tmp_path, line, column, message):
    first, second = reader.rows(jsonl(tmp_path, line, '{"don_vi.ten": "xã A", "tiep_nhan": 2}'), BASE.data)
    assert [(p.place.line, p.place.column, p.text()) for p in first.layer.problems if p.place] == [(1, column, message)]
    assert second.layer.problems == ()
    with pytest.raises(InputError):
        reader.read([BASE, first.layer], None, TODAY)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (['{"don_vi.ten": "xã A", "tiep_nhan": 1}', '{"tiep_nhan": 2}'], ["2:1 Hàng này không ghi đơn vị."]),
        (['{"tiep_nhan": 2}', '{"don_vi.ma": "19753", "tiep_nhan": 1}'], ["1:1 Hàng này không ghi đơn vị."]),
        (['{"don_vi.ten": "", "tiep_nhan": 2}'], ["1:2 Hàng này không ghi đơn vị."]),
        (['{"don_vi": {"ten": null}, "tiep_nhan": 2}'], ["1:13 Hàng này không ghi đơn vị."]),
        (['{"tiep_nhan": 2}', '{"tiep_nhan": 3}'], []),  # papers that speak of no unit
        (['{"don_vi.ten": "xã A", "tiep_nhan": null}'], ["1:24 Chưa điền tiep_nhan: giá trị 322 trong tệp chung không in thay cho hàng này."]),
        (['{"don_vi.ten": "xã A", "tiep_nhan": " "}'], ["1:24 Chưa điền tiep_nhan: giá trị 322 trong tệp chung không in thay cho hàng này."]),
        (['{"don_vi.ten": "xã A"}', '{"don_vi.ten": "xã B", "tiep_nhan": 3}'],
         ["1:1 Chưa điền tiep_nhan: giá trị 322 trong tệp chung không in thay cho hàng này."]),
        (['{"don_vi.ten": "xã A", "ky.ho_ten": "B"}', '{"don_vi.ten": "xã B", "ky.ho_ten": null}', '{"don_vi.ten": "xã C"}'], []),
        (['{"don_vi.ten": "Tổng cộng", "tiep_nhan": 3}'], ["1:2 Hàng này là hàng cộng, không phải của một đơn vị."]),
    ],
)  # fmt: skip
def test_a_row_must_say_whose_it_is_and_what_others_say_of_theirs(tmp_path, lines, found):
    every = [row.layer.problems for row in reader.rows(jsonl(tmp_path, *lines), BASE.data)]
    assert [f"{p.place.line}:{p.place.column} {p.text()}" for problems in every for p in problems if p.place] == found


def test_faults_found_later_stand_at_their_key(tmp_path):
    (row,) = reader.rows(jsonl(tmp_path, '{"don_vi.ten": "A", "noi_nhan": {"gui": ["x", 5]}, "ky.chuc_vu": "{{ khong_co }}"}'), BASE.data)
    with pytest.raises(InputError) as caught:
        reader.read([BASE, row.layer], None, TODAY)
    assert [(p.place.text[p.place.column - 1 :][: p.place.width]) for p in caught.value.problems if p.place] == ['"gui": ', "{{ khong_co }}"]

"""Tables: heads of two levels, notes, how columns are aligned, widths that are asked for."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.compose import columns
from notice_gen.errors import InputError, TemplateError
from notice_gen.issue import issue
from notice_gen.schema import json_schema
from notice_gen.vietnamese.lien_dong import nhu_go
from tests.helpers.findings import GOOD
from tests.helpers.notices import composed, notice
from tests.helpers.word import docx, p, part

HEADS = ["TT", {"tieu_de": "Năm 2025", "cot": ["Nhận", {"ten": "Tỷ lệ", "ty_le": ["Xong", "Nhận"]}, "Xong"]}, {"tieu_de": "Năm 2026", "cot": ["Nhận", "Xong"]}, "Ghi chú"]
ROWS = [[1, 10, "", 5, 20, 20, ""], [2, 30, "", 15, 10, 10, ""]]


def blocks(**bang):
    made = composed(muc=[{"tieu_de": "A", "bang": bang}])
    return made.page.tai_lieu[0].noi_dung, made.warnings


def table(**bang):
    found, warnings = blocks(**bang)
    return next(block for block in found if block.kieu.startswith("bang")), warnings


def test_columns_stand_in_groups_with_a_heading_above_them():
    found, warnings = table(cot=HEADS, hang=ROWS, tong=True)
    assert found.kieu == "bang_hai_tang"
    assert [(head.ten, head.cot, head.rieng) for head in found.nhom] == [
        ("TT", 1, True), ("Năm 2025", 3, False), ("Năm 2026", 2, False), ("Ghi chú", 1, True),
    ]
    assert [(cot.ten, cot.tren) for cot in found.cot][:3] == [("TT", True), ("Nhận", False), ("Tỷ lệ", False)]
    assert sum(head.rong for head in found.nhom) == sum(cot.rong for cot in found.cot)
    assert not [warning for warning in warnings if warning.path[:1] == ("muc",)]


def test_a_heading_does_not_break_inside_a_compound():
    names = ["TT", "Đơn vị", *[f"Tháng {n}: {what}" for n in (10, 11) for what in ("ban hành", "ký số")]]
    found, _ = table(cot=names, hang=[[1, "Phường Hương Trà", 201, 198, 215, 211]], rong=[4, 10, 18, 18, 18, 18])
    assert [nhu_go(cot.ten) for cot in found.cot] == names
    assert [cot.ten.partition(": ")[2] for cot in found.cot[2:]] == ["ban\xa0hành", "ký\xa0số"] * 2
    groups = ["TT", {"tieu_de": "Tổng số văn bản ban hành", "cot": ["A", "B"]}, "Nội dung"]
    found, _ = table(cot=groups, hang=[[1, 2, 3, "x"]], rong=[4, 6, 6, 40])
    assert found.nhom[1].ten == "Tổng số văn\xa0bản ban\xa0hành"


@given(st.text("abc đ-10", min_size=1, max_size=30).filter(lambda name: name == " ".join(name.split())), st.integers(200, 3000))
def test_a_heading_keeps_its_words(name, size):
    assert columns.heading(name, size).replace("\xa0", " ") == name


def test_a_share_is_of_the_columns_of_its_own_group():
    found, _ = table(cot=HEADS, hang=ROWS)
    assert [row[2].chu for row in found.hang] == ["50%", "50%"]


def test_a_share_of_a_name_that_two_groups_have_is_refused(tmp_path):
    with pytest.raises(InputError, match="đúng một cột"):
        issued(tmp_path, cot="'TT', { tieu_de = 'A', cot = ['Nhận'] }, { tieu_de = 'B', cot = ['Nhận'] }, { ten = 'Tỷ lệ', ty_le = ['TT', 'Nhận'] }", hang="1, 2, 3, ''")


@pytest.mark.parametrize("flat", [[{"ten": "Nhận", "nhom": "Hồ sơ"}, {"ten": "Xong", "nhom": "Hồ sơ"}], [{"tieu_de": "Hồ sơ", "cot": ["Nhận", "Xong"]}]])
def test_a_group_is_written_in_either_way(flat):
    found, _ = table(cot=["TT", *flat], hang=[[1, 2, 2]])
    assert [head.ten for head in found.nhom] == ["TT", "Hồ sơ"]


@pytest.mark.parametrize(
    ("cot", "said"),
    [
        ([{"tieu_de": "A", "cot": ["B", {"tieu_de": "C", "cot": ["D"]}]}], "tieu_de|cot"),
        ([{"tieu_de": "A", "cot": ["B"], "rong": 3}], "rong"),
        ([{"tieu_de": "A", "cot": []}], "ten"),
        ([{"tieu_de": 5, "cot": ["B"]}], "nhom"),
    ],
)
def test_what_no_group_knows_is_refused(cot, said):
    from pydantic_core import ValidationError

    with pytest.raises((ValidationError, InputError), match=said):
        notice(muc=[{"tieu_de": "A", "bang": {"cot": cot, "hang": []}}])


def test_a_note_stands_below_its_table_and_stays_with_it():
    found, _ = blocks(cot=["TT", "Tên"], hang=[[n, "A"] for n in range(9)], chu_thich="Nguồn: báo cáo của các xã.\nSố liệu đến 30/9.")
    [at] = [n for n, block in enumerate(found) if block.kieu == "bang"]
    assert [(block.kieu, nhu_go(block.chu)) for block in found[at + 1 : at + 3]] == [("chu_thich", "Nguồn: báo cáo của các xã."), ("chu_thich", "Số liệu đến 30/9.")]
    assert found[at].giu
    assert all(cell.giu for cell in found[at].hang[-1])


def test_a_note_ends_neither_the_notice_nor_an_annex():
    with_note = {"cot": ["TT"], "hang": [[1]], "chu_thich": "Nguồn: xã."}
    with pytest.raises(InputError, match="kết thúc bằng bảng"):
        composed(muc=[{"tieu_de": "A", "bang": with_note}], ket_thuc=None)
    annex = composed(phu_luc=[{"bang": with_note}]).page.tai_lieu[1].noi_dung
    assert [(block.kieu, block.chu) for block in annex][1:] == [("chu_thich", "Nguồn: xã."), ("doan", "./.")]


def test_cells_are_aligned_as_asked():
    found, _ = table(cot=["TT", {"ten": "Tên", "can_le": "phai"}, {"ten": "Số", "can_le": "trai"}, {"ten": "Số hai", "can_le": "giua"}], hang=[[1, "Một", 5, 7]])
    assert [(cell.la_so, cell.giua) for cell in found.hang[0]] == [(False, True), (True, False), (False, False), (False, True)]


def test_a_width_that_is_asked_for_and_too_narrow_is_told():
    _, warnings = table(cot=["TT", "Tên", "Số tiền"], hang=[[1, "Một", "1.234.567.000"]], rong=[1, 20, 1])
    [told] = [warning for warning in warnings if warning.code == "cot_hep_qua" and warning.path[-1] == 2]
    assert told.values["cot"] == "Số tiền"
    _, warnings = table(cot=["TT", "Tên", "Số tiền"], hang=[[1, "Một", "1.234.567.000"]], rong=[1, 5, 3])
    assert not [warning for warning in warnings if warning.code == "cot_hep_qua"]


@given(st.lists(st.sampled_from(["", "Hồ sơ", "Kinh phí thực hiện", "Chỉtiêurấtdàiliềnnhau"]), min_size=1, max_size=7))
def test_any_groups_cover_the_whole_table(headings):
    cot = [{"ten": f"C{n}", **({"nhom": heading} if heading else {})} for n, heading in enumerate(headings)]
    found, _ = table(cot=cot, hang=[["x"] * len(cot)])
    assert sum(head.cot for head in found.nhom) in {0, len(cot)}
    assert sum(head.rong for head in found.nhom) in {0, sum(column.rong for column in found.cot)}
    assert all(column.rong > 0 for column in found.cot)


def test_the_schema_knows_both_ways():
    text = json.dumps(json_schema({"thong-bao": ()}), ensure_ascii=False)
    assert '"NhomCot"' in text
    assert '"nhom"' in text


def test_the_word_file_merges_the_heads(tmp_path):
    xml = part(issued(tmp_path))
    head = xml[xml.index("<w:tblHeader/>") : xml.rindex("<w:tblHeader/>")]
    assert '<w:gridSpan w:val="3"/>' in head
    assert head.count('<w:vMerge w:val="restart"/>') == 2
    assert xml.count('<w:vMerge w:val="continue"/>') == 2
    assert len(re.findall("<w:gridCol ", xml[xml.index("BangSoLieu") :])) >= 7
    assert xml.count("<w:tblHeader/>") == 2


TWO = "'TT', { tieu_de = 'Năm 2025', cot = ['Nhận', 'Xong', 'Tỷ lệ'] }, { tieu_de = 'Năm 2026', cot = ['Nhận', 'Xong'] }, 'Ghi chú'"


def issued(tmp_path, template=None, cot=TWO, hang="1, 10, 5, '50', 20, 20, ''"):
    bang = f"[[muc]]\nbang = {{ cot = [{cot}], hang = [[{hang}]], chu_thich = 'Nguồn: xã.' }}\n"
    text = GOOD.replace("[[muc]]\n", bang, 1) + "\n[ket_thuc]\nnoi_dung = 'Hết.'\n"
    return issue(text.encode(), file="a.toml", folder=tmp_path, today=date(2026, 11, 1), template=template).docx


def test_a_template_that_knows_one_level_only_is_refused(tmp_path):
    """Its headings of groups would be lost."""
    own = tmp_path / "cu.docx"
    own.write_bytes(docx(p("{{ van_ban.so_ky_hieu }}")))
    with pytest.raises(TemplateError, match="bang_hai_tang"):
        issued(tmp_path, own)

"""What the assistant says of a text is what the command line says, at the same places; what it offers to type mends."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from notice_gen import assist
from notice_gen.assist import Desk
from notice_gen.cli.main import run
from tests.helpers.findings import GOOD, TODAY, changed, spoilt
from tests.helpers.following import at_work
from tests.helpers.wrong import Case, corpus
from tests.reader.wrong_inputs import WRONG_INPUTS

DESK = Desk(TODAY, file="van-ban.toml")


@pytest.fixture(autouse=True)
def office(tmp_path, monkeypatch):
    at_work(monkeypatch, tmp_path, TODAY)


def on_command_line(case: Case, language: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[object, ...]]:
    Path("van-ban.toml").write_bytes(case.text.encode())
    Path("notice-gen.toml").write_text(case.office, "utf-8")
    run(["validate", "van-ban.toml", "--format", "json", "--lang", language])
    (result,) = json.loads(capsys.readouterr().out)["results"]
    return [
        (Path(one["file"] or "van-ban.toml").name, one["line"] or 0, one["column"] or 0, one["level"], one["message"], one["hint"])
        for one in result["problems"]
    ]


def said(text: str, desk: Desk) -> list[tuple[object, ...]]:
    return [(one.file, one.span.line, one.span.column, one.severity, one.message, one.hint) for one in assist.diagnose(text, desk)]


def fixes(text: str, one: assist.Diagnosis, desk: Desk = DESK) -> list[assist.Action]:
    return [each for each in assist.actions(text, one.span.line, one.span.column, desk) if each.kind == "fix" and each.message == one.message]


@pytest.mark.parametrize("case", corpus(), ids=lambda case: case.name)
def test_the_same_at_the_same_place_as_the_command_line(case, capsys):
    told = on_command_line(case, "vi", capsys)
    assert said(case.text, replace(DESK, office=case.office)) == told


def test_in_english_too(capsys):
    case = Case("", spoilt("so = 12", "so = 12.5"))
    assert said(case.text, replace(DESK, language="en")) == on_command_line(case, "en", capsys)


@pytest.mark.parametrize("row", WRONG_INPUTS, ids=lambda row: row[1][:40])
def test_an_edit_of_a_diagnosis_is_one_that_mends(row):
    text = spoilt(row[0], row[1])
    for one in assist.diagnose(text, DESK):
        if one.edits:
            assert one.edits in [each.edits for each in fixes(text, one)], one


def test_most_problems_that_say_what_to_type_have_it_as_a_button():
    of_edits = [bool(one.edits) for old, new, *_ in WRONG_INPUTS for one in assist.diagnose(spoilt(old, new), DESK) if one.hint.startswith("Gõ: ")]
    assert sum(of_edits) / len(of_edits) > 0.9


@pytest.mark.parametrize(("old", "new"), [
    ("so = 12", "Số = 12"), ("so = 12", "so: 12"), ("trich_yeu", "trich_yue"), ("2024-06-12", "12/06/2024"), ("2024-06-12", '"12/06/2024"'),
    ("[[muc]]", "[muc]"), ("[ky]", "[kí]"), ('"VT"', "VT"), ("{{ tiep_nhan }} hồ", "{{ tiep_nhna }} hồ"), ('= "Không khớp"', "= “Không khớp”"),
])  # fmt: skip
def test_one_press_of_the_button(old, new):
    text = spoilt(old, new)
    errors = [one for one in assist.diagnose(text, DESK) if one.severity == "error"]
    assert len(errors) == 1
    assert assist.applied(text, errors[0].edits) == GOOD


def test_there_is_no_button_where_the_hint_leaves_the_choice():
    text = spoilt("[so_lieu]", "so = 5\n[so_lieu]")
    (one,) = assist.diagnose(text, DESK)
    assert "Giữ một dòng" in one.hint
    assert (one.edits, fixes(text, one)) == ((), [])


def test_a_missing_name_is_left_to_be_filled_in_not_invented():
    text = changed(GOOD, ('ho_ten = "Nguyễn Văn A"\n', ""))
    (one,) = assist.diagnose(text, DESK)
    mended = assist.applied(text, one.edits)
    assert 'ho_ten = "(ghi họ tên)"' in mended
    assert "Nguyễn Văn A" not in mended


def test_a_closed_set_is_offered_one_by_one():
    text = spoilt("so = 12", 'so = 12\nkhan = "gấp"')
    (one,) = assist.diagnose(text, DESK)
    assert [each.title for each in fixes(text, one)] == ['Gõ: "khẩn"', 'Gõ: "thượng khẩn"', 'Gõ: "hỏa tốc"']


WARNED = changed(GOOD, ("han_nop = 2024-06-28", "han_nop = 2024-06-28\nthua = 5"), ("{{ tiep_nhan }}", "{{ tiep_nhan }} ({{ han_nop | ngay }})"))


@pytest.mark.parametrize(("own", "office", "after"), [
    ("", "", '[the_thuc]\nbo_qua = ["so_lieu_khong_dung"]\n'),
    ("[the_thuc]\n", "", '[the_thuc]\nbo_qua = ["so_lieu_khong_dung"]\n'),
    ('[the_thuc]\nbo_qua = ["TR05"]\n', "", '[the_thuc]\nbo_qua = ["so_lieu_khong_dung", "TR05"]\n'),
    ('[the_thuc]\nbo_qua = "TR05"\n', "", None),
    ("", '[the_thuc]\nbo_qua = ["TR05"]\n', '[the_thuc]\nbo_qua = ["TR05", "so_lieu_khong_dung"]\n'),
])  # fmt: skip
def test_a_warning_is_passed_over_and_what_the_office_passes_over_stays_so(own, office, after):
    text, desk = WARNED + own, replace(DESK, office=office)
    warnings = [one for one in assist.diagnose(text, desk) if one.code == "so_lieu_khong_dung"]
    for one in warnings:
        (action,) = [each for each in assist.actions(text, one.span.line, one.span.column, desk) if each.kind == "waive"]
        assert action.title == "Bỏ qua cảnh báo này"
        new = assist.applied(text, action.edits)
        assert new == WARNED + ("" if own else "\n") + str(after)
        assert not [each for each in assist.diagnose(new, desk) if each.code == one.code]
    assert bool(warnings) == (after is not None)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_table_that_is_added_has_one_blank_line_above_it(end):
    text = WARNED.rstrip("\n") + end
    warned = next(one for one in assist.diagnose(text, DESK) if one.code == "so_lieu_khong_dung")
    (action,) = [each for each in assist.actions(text, warned.span.line, warned.span.column, DESK) if each.kind == "waive"]
    assert assist.applied(text, action.edits) == WARNED.rstrip("\n") + '\n\n[the_thuc]\nbo_qua = ["so_lieu_khong_dung"]\n'


def test_a_row_of_data_lies_over_the_text():
    text = changed(GOOD, ('ten = "thôn Một"\n', ""))
    assert [one.severity for one in assist.diagnose(text, DESK)] == ["error"]
    assert assist.diagnose(text, replace(DESK, row='{"don_vi.ten": "thôn Hai"}')) == ()


def test_the_settings_of_the_office_are_looked_at_as_such():
    desk = replace(DESK, file="notice-gen.toml")
    assert assist.diagnose('[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n', desk) == ()
    assert assist.diagnose("", desk) == ()
    (one,) = assist.diagnose('[co_quan]\nviet_tta = "UBND"\n', desk)
    assert (one.span.line, one.span.column, one.edits[0].new) == (2, 1, "viet_tat")


@pytest.mark.parametrize("text", ["\0", "\ud800", "x" * 1_000_001, "[" * 500, "", "\ufeff", "a = '''", "{{{{", "so = \r so = \r\n"])
def test_any_text_is_answered(text):
    told = assist.diagnose(text, DESK)
    assert all(one.message for one in told)
    for line, column in ((0, 0), (1, 1), (1, 400), (99, 9)):
        assist.complete(text, line, column, DESK)
        assist.hover(text, line, column, DESK)
        assist.actions(text, line, column, DESK)
    assist.outline(text, DESK)
    assist.origins(text, DESK)


def test_an_edit_leaves_line_ends_and_byte_order_mark_alone():
    text = "\ufeff" + spoilt("trich_yeu", "trich_yue").replace("\n", "\r\n")
    (one,) = assist.diagnose(text, DESK)
    assert assist.applied(text, one.edits) == "\ufeff" + GOOD.replace("\n", "\r\n")


def test_composed_and_decomposed_letters_keep_their_columns():
    text = unicodedata.normalize("NFD", spoilt('ma = "A-01", noi_dung', 'ma = "Ắ-01", noi_dugn'))
    (one,) = assist.diagnose(text, DESK)
    line = text.split("\n")[one.span.line - 1]
    assert line[one.span.column - 1 : one.span.end_column - 1] == "noi_dugn"


def test_a_record_is_plain_json():
    assert json.loads(json.dumps(assist.plain(assist.diagnose(spoilt("so = 12", "so: 12"), DESK))))[0]["edits"][0]["new"] == " ="

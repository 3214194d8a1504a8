"""Names of warnings: what the code says and what ``data/canh-bao.toml`` explains are one list; what is passed over is not reported."""

from __future__ import annotations

import ast
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest

import notice_gen
from notice_gen import facts, issue, legal, reader
from notice_gen.errors import InputError, Problem, Words, either, joined, say_in, unwaived
from notice_gen.legal import quyen_ky
from notice_gen.reader.judging import words
from notice_gen.vietnamese import loi_go
from tests.helpers.findings import TODAY, spoilt

PACKAGE = Path(notice_gen.__file__).parent
NAMES = facts.table("canh-bao.toml")


def test_every_name_is_explained_and_every_explanation_is_of_a_name():
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    used = set(re.findall(r'code="(\w+)"', code)) | set(re.findall(r'_warning\(\s*"(\w+)"', code)) | set(re.findall(r'[A-Z]: "(\w+)"[,\n]', code)) & set(NAMES)
    assert used | {name for name, *_ in words._PAIRS.values()} == set(NAMES)
    # these have names of their own
    assert not set(NAMES) & {*quyen_ky.quyen_ky().quy_tac, *(dong["ten"] for dong in loi_go.cac_dong())}
    assert all(re.fullmatch(r"[a-z_]+", name) and text.endswith(".") for name, text in NAMES.items())


def test_a_warning_without_a_name_is_none_that_a_findings_file_can_draw():
    """Every warning that is not of a command alone has a name by which it is passed over."""
    rooms = ("compose", "reader", "vietnamese", "legal", "office/others.py", "register/refusals.py")
    files = [file for room in rooms for file in ([PACKAGE / room] if room.endswith(".py") else (PACKAGE / room).rglob("*.py"))]
    calls = [(file, node) for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    calls = [(file, node) for file, node in calls if ast.unparse(node.func) == "Problem"]
    warnings = [(file, node) for file, node in calls if any(each.arg == "level" and "'warning'" in ast.unparse(each.value) for each in node.keywords)]
    assert len(warnings) > 20
    assert [f"{file}: {node.lineno}" for file, node in warnings if all(each.arg != "code" for each in node.keywords)] == []


@pytest.mark.parametrize("word", ["tu_viet_sai", "TU-VIET-SAI", "CT01", "ct01", "CT"])
def test_a_warning_that_a_rule_asks_too_is_passed_over_by_its_code_and_its_group(word):
    problems = [Problem("a", level="warning", code="tu_viet_sai", rule="CT01"), Problem("b", level="warning", code="tu_lap", rule="XX02"), Problem("c", level="warning", code="x")]
    assert [problem.message for problem in unwaived(problems, [word])] == ["b", "c"]
    assert len(unwaived(problems, ["C", "1", "CT02", ""])) == 3


def test_errors_are_never_passed_over():
    problems = [Problem("a", level="error", code="x"), Problem("b", level="warning", code="x"), Problem("c", level="warning", code="y"), Problem("d", level="warning")]
    assert [problem.message for problem in unwaived(problems, ["x"])] == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('dia_danh = "Bình Điền"', 'dia_danh = "bình Điền"', "dia_danh_chu_thuong"),
        ('dia_danh = "Bình Điền"', 'dia_danh = "BÌNH ĐIỀN"', "dia_danh_in_hoa"),
        ("Đã công khai.", "Đã công **khai.", "nhan_manh_le"),
        ("Đã công khai.", "Đạt 3/4 việc, tỷ lệ 80%.", "phep_tinh_sai"),
        ("tiep_nhan = 322\nhan", "tiep_nhan = 322\nkhac = 1250\nhan", "so_lieu_khong_dung"),
        ("Đã công khai.", "Đã bổ xung.", "tu_viet_sai"),
    ],
)
@pytest.mark.parametrize("where", ["file", "settings"])
def test_a_warning_is_passed_over_by_its_name_in_the_file_or_in_the_settings(old, new, name, where, tmp_path):
    text = spoilt(old, new)
    assert [warning.code for warning in _issued(text, tmp_path).warnings] == [name]
    waiver = f'\n[the_thuc]\nbo_qua = ["{name}"]\n'
    (tmp_path / reader.OFFICE_FILE).write_text(waiver if where == "settings" else "", "utf-8")
    assert _issued(text + (waiver if where == "file" else ""), tmp_path).warnings == ()


def _issued(text: str, folder: Path) -> issue.Issued:
    return issue.issue(text.encode(), file="a.toml", folder=folder, today=TODAY)


# --- words of ours inside a message -------------------------------------------------------------------

_LAW = legal.law(TODAY)
_WITH_WORDS = [
    (_LAW.ranges["le_trai"].text, "từ 30 đến 35 mm", "30 to 35 mm"),
    (_LAW.ranges["thut_dau_dong"].text, "1 hoặc 1,27 cm", "1 or 1,27 cm"),
    (_LAW.ranges["gian_dong"].text, "từ 1 đến 1,5 dòng", "1 to 1,5 lines"),
    (replace(_LAW.ranges["le_trai"], maximum=None).text, "từ 30 mm trở lên", "30 mm or more"),
    (replace(_LAW.ranges["gian_dong"], maximum=_LAW.ranges["gian_dong"].minimum).text, "1 dòng", "1 lines"),
    (_LAW.ranges["co_chu"].label, "Cỡ chữ lời văn", "Size of the body text"),
    (_LAW.thanh_phan["so_trang"].ten, "Số trang", "Page number"),
    (either(["10", "12", "13"]), "10 hoặc 12 hoặc 13", "10 or 12 or 13"),
    (joined("; ", [Words("{ten} (mã {ma})", ten="xã Bình Điền", ma=20035), "…"]), "xã Bình Điền (mã 20035); …", "xã Bình Điền (code 20035); …"),
    ("từ 30 đến 35 mm", "từ 30 đến 35 mm", "từ 30 đến 35 mm"),  # what a clerk typed stays as it is
]


@pytest.mark.parametrize(("value", "vi", "en"), _WITH_WORDS)
def test_words_of_ours_in_a_message_are_said_in_its_language(value, vi, en):
    problem = Problem("{khoang}", "{khoang}", {"khoang": value})
    for one in (problem, pickle.loads(pickle.dumps(problem))):  # noqa: S301 - as it comes from another process
        assert (value, one.text(), one.as_dict("vi")["hint"]) == (vi, vi, vi)
        assert (one.text(say_in("en")), one.as_dict("en")["hint"]) == (en, en)


@pytest.mark.parametrize(
    ("old", "new", "en"),
    [
        ("[ky]\n", "[dinh_dang]\nco_chu = 20\n\n[ky]\n", "Size of the body text must be 13 to 14 pt (Phụ lục I, Phần I, mục II.6.e)."),
        ("[mo_dau]", '[[kiem_tra]]\ndieu_kien = "(tiep_nhan > 0) == (tiep_nhan < 0)"\nthong_bao = "Sai"\n\n[mo_dau]',
         "Sai: “(tiep_nhan > 0) == (tiep_nhan < 0)” does not hold, because (tiep_nhan > 0) = true but (tiep_nhan < 0) = false."),
    ],
)  # fmt: skip
def test_a_message_in_english_has_no_word_of_ours_in_vietnamese(old, new, en, tmp_path):
    with pytest.raises(InputError) as refused:
        _issued(spoilt(old, new), tmp_path)
    assert [problem.text(say_in("en")) for problem in refused.value.problems] == [en]

"""What somebody edited in the printed Word file comes into the findings: the page says what was typed, and the rest of the file stays."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from notice_gen import reader
from notice_gen.back import printing, taking
from notice_gen.back.lines import lines
from notice_gen.back.printing import Printed
from notice_gen.back.taking import Taken
from notice_gen.check.read import read
from notice_gen.reader import Layer
from notice_gen.templates import Template
from tests.helpers import docx as word
from tests.helpers.edits import edited, restructured
from tests.helpers.office import SOFFICE, needs_writer

TODAY = date(2026, 11, 29)
_WITH_WORDS_OF_THEIR_OWN = ("giay-", "bien-ban", "hop-dong", "ban-", "thu-cong", "sao-", "trich-sao", "cong-dien")
_DRAWN = "bieu-do"  # a cell that a chart is drawn from cannot be emptied: that is told
_FILES = [
    path for path in (*sorted(Path("examples").glob("*.toml")), *sorted(Path("templates/mau").glob("*/sample.toml")))
    if not any(name in str(path) for name in (*_WITH_WORDS_OF_THEIR_OWN, _DRAWN))
]  # fmt: skip
_COMMENT = re.compile(r'#[^"\n]*$', re.MULTILINE)
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_EDITS = 200
_FEW = 25


@cache
def _printed(path: Path) -> tuple[list[Layer], Template, Printed]:
    layers, used = printing.of_file(path, path.read_bytes())
    return layers, used, printing.printed(layers, used, TODAY)


def _taken(path: Path, docx: bytes) -> Taken:
    layers, used, _ = _printed(path)
    return taking.taken(layers, used, read(docx, TODAY), TODAY)


def _changed(path: Path, *pairs: tuple[str, str]) -> Taken:
    """The findings after words of the printed file were replaced in Word."""
    files = word.unpacked(_printed(path)[2].docx)
    text = files["word/document.xml"].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return _taken(path, word.packed({**files, "word/document.xml": text.encode()}))


def _holds(path: Path, kind: str, docx: bytes, found: Taken) -> None:
    """The findings print what the edited file says; no remark is lost, and no expression whose line is still there."""
    assert found.left == (), kind
    layers, used = printing.layers_of(found.text, str(path), None)
    again = printing.printed(layers, used, TODAY)
    assert [line.text for line in again.lines] == [line.text for line in lines(read(docx, TODAY))]
    before = path.read_text("utf-8")
    if "section removed" not in kind:  # its own remarks go with it
        assert [remark for remark in _COMMENT.findall(before) if remark not in found.text] == []
    if "removed" not in kind:
        assert len(_EXPRESSION.findall(found.text)) == len(_EXPRESSION.findall(before)) - len(found.gone)


def _edits(first: int, last: int) -> list[tuple[int, Path, str, bytes]]:
    found = []
    for seed in range(first, last):
        path = _FILES[seed % len(_FILES)]
        docx, kind = edited(_printed(path)[2].docx, seed)
        if kind:
            found.append((seed, path, kind, docx))
    return found


@pytest.mark.parametrize("first", [2000, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2025, 2400, _FEW))])
def test_one_edit(first: int) -> None:
    for seed, path, kind, docx in _edits(first, first + _FEW):
        found = _taken(path, docx)
        _holds(path, f"{seed} {kind}", docx, found)


@pytest.mark.parametrize("kind", ["section added", "section removed", "split"])
def test_sections_and_paragraphs(kind: str) -> None:
    """Later numbers were typed anew: the findings count for themselves."""
    many = 0
    for seed, path in enumerate(_FILES):
        docx = restructured(_printed(path)[2].docx, kind, seed)
        found = _taken(path, docx)
        _holds(path, f"{path} {kind}", docx, found)
        many += bool(found.found)
    assert many >= {"section added": 10, "section removed": 2, "split": 15}[kind]


def test_there_are_edits_enough() -> None:
    kinds = [kind for _, _, kind, _ in _edits(2000, 2400)]
    assert len(kinds) >= _EDITS
    assert len(set(kinds)) > 8


@needs_writer
@pytest.mark.slow
def test_edits_saved_by_libreoffice(tmp_path: Path) -> None:
    todo = _edits(0, 60)
    for seed, _, _, docx in todo:
        (tmp_path / f"{seed}.docx").write_bytes(docx)
    saved = tmp_path / "ra"
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=300)
    for seed, path, kind, _ in todo:
        found = _taken(path, (saved / f"{seed}.docx").read_bytes())
        assert (found.left, found.looks) == ((), ()), (seed, kind)


def test_what_is_printed_in_capitals_is_typed_as_such_names_are() -> None:
    assert 'chuc_vu = "Phó Chánh Văn phòng"' in _changed(Path("examples/findings.toml"), ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")).text


def test_an_expression_stays_where_its_figure_does() -> None:
    found = _changed(Path("examples/cong-van.toml"), ("31/54 đơn vị", "31/54 cơ quan"))
    assert "mới có {{ da_gui }}/{{ tong_so }} cơ quan gửi báo cáo, đạt tỷ lệ {{ da_gui | ty_le(tong_so) }}." in found.text


def test_an_expression_gives_way_to_another_figure() -> None:
    found = _changed(Path("examples/cong-van.toml"), ("31/54 đơn vị", "32/54 đơn vị"))
    assert "mới có 32/{{ tong_so }} đơn vị" in found.text
    assert found.gone == (("{{ da_gui }}", "31"),)


def test_a_total_that_does_not_follow_is_left_and_told() -> None:
    found = _changed(Path("examples/phu-luc.toml"), (">198<", ">199<"))
    assert "[1, \"Phường Hương Trà\", 201, 199, 215" in found.text
    assert [(one.old, one.new) for one in found.left] == [("385", "384")]


def test_a_figure_is_taken_though_what_is_worked_out_of_it_does_not_follow() -> None:
    found = _changed(Path("examples/phu-luc.toml"), (">644<", ">645<"))
    assert '[2, "Xã Bình Điền", 645, 611, ""]' in found.text
    assert {(one.old, one.new) for one in found.left} == {("1.287", "1.286"), ("94,7%", "94,9%"), ("96,5%", "96,6%")}


def test_a_cell_below_grouped_columns_is_taken_where_it_stands() -> None:
    text = Path("examples/cong-van.toml").read_text("utf-8") + (
        '[[phu_luc]]\ntieu_de = "Số liệu"\n[[phu_luc.bang]]\ncot = ["Thôn", {nhom = "Hồ sơ", ten = "Nhận"}, {nhom = "Hồ sơ", ten = "Trả"}]\n'
        'hang = [\n  ["Một", 412, 395],\n  ["Hai", 438, 421],\n]\n'
    )
    layers, used = printing.layers_of(text, "a.toml", None)
    files = word.unpacked(printing.printed(layers, used, TODAY).docx)
    for old, new in ((">438<", ">439<"), (">Trả<", ">Đã trả<")):
        assert old in files["word/document.xml"].decode()
        files["word/document.xml"] = files["word/document.xml"].decode().replace(old, new).encode()
    found = taking.taken(layers, used, read(word.packed(files), TODAY), TODAY)
    assert found.left == ()
    assert found.text == text.replace("438", "439").replace('"Trả"', '"Đã trả"')


def test_one_who_signs_with_others_is_taken() -> None:
    found = _changed(Path("examples/lien-tich.toml"), ("Nguyễn Văn A", "Lê Thị Mới"))
    assert found.left == ()
    assert found.text == Path("examples/lien-tich.toml").read_text("utf-8").replace("Nguyễn Văn A", "Lê Thị Mới")


def test_number_date_and_subject_are_taken() -> None:
    found = _changed(
        Path("examples/cong-van.toml"), ("2105/SNV", "2106/SNV"), ("ngày 02 tháng 11", "ngày 03 tháng 11"), ("đôn đốc báo cáo", "nhắc báo cáo"),
    )  # fmt: skip
    data = reader.parse(found.text.encode(), file="x").data["van_ban"]
    assert (data["so"], data["ngay"]) == (2106, date(2026, 11, 3))
    assert data["trich_yeu"].startswith("nhắc báo cáo")
    assert found.left == ()


def test_looks_are_told() -> None:
    path = Path("examples/cong-van.toml")
    files = word.unpacked(_printed(path)[2].docx)
    text = files["word/document.xml"].decode()
    at = text.index("Sở Nội vụ đề nghị các cơ quan, địa phương quan tâm")
    begin = text.rindex("<w:t", 0, at)
    text = f'{text[:begin]}<w:rPr><w:color w:val="FF0000"/><w:sz w:val="32"/></w:rPr>{text[begin:]}'
    found = _taken(path, word.packed({**files, "word/document.xml": text.encode()}))
    assert {(look.what, look.new) for look in found.looks} == {("color", "FF0000"), ("size", "16")}
    assert found.text == path.read_text("utf-8")


def test_nothing_edited_changes_nothing() -> None:
    for path in _FILES:
        found = _taken(path, _printed(path)[2].docx)
        assert (found.text, found.found, found.looks) == (path.read_text("utf-8"), (), ()), path

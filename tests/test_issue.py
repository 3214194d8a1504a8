"""The story of one notice: what is kept, refused and said again when it gets its number."""

from __future__ import annotations

from datetime import date

import pytest

from notice_gen import issue
from notice_gen.errors import InputError
from tests.helpers.findings import GOOD, changed
from tests.helpers.word import paragraphs, part

TODAY = date(2024, 6, 20)
AUTO = changed(GOOD, ("so = 12", 'so = "tu-dong"'))


def made(text: str, folder, **how):
    return issue.issue(text.encode(), file="tep.toml", folder=folder, today=TODAY, **how)


def test_a_notice_that_takes_its_number_is_made_with_a_stand_in_and_then_with_its_own(tmp_path):
    first = made(AUTO, tmp_path)
    assert "Số: 01/TB-UBND" in paragraphs(first.docx)
    assert first.notice.van_ban.so == "tu-dong"
    second = issue.numbered(first, 1234, today=TODAY)
    assert (second.notice.van_ban.so, second.name) == (1234, "1234-tb-ubnd-thon-mot.docx")
    printed = paragraphs(second.docx)
    assert printed[printed.index("Số: 1234/TB-UBND") + 1 :] == paragraphs(first.docx)[printed.index("Số: 1234/TB-UBND") + 1 :]
    assert second.docx == made(changed(GOOD, ("so = 12", "so = 1234")), tmp_path).docx


def test_a_number_that_a_check_does_not_stand_refuses_the_notice(tmp_path):
    first = made(changed(AUTO, ('dieu_kien = "tiep_nhan == 322"', 'dieu_kien = "van_ban.so == \\"01\\""')), tmp_path)
    with pytest.raises(InputError) as caught:
        issue.numbered(first, 12, today=TODAY)
    assert [problem.place.line for problem in caught.value.problems]


def test_what_is_worth_a_look_is_said_once_and_kept_with_the_number(tmp_path):
    doubtful = changed(AUTO, ('gui = ["Thôn Một", "Thôn Hai"]', 'gui = ["Thôn Một", "Lưu: VT"]'))
    first = made(doubtful, tmp_path)
    assert [(warning.level, warning.place.text) for warning in first.warnings] == [("warning", 'gui = ["Thôn Một", "Lưu: VT"]')]
    assert issue.numbered(first, 12, today=TODAY).warnings == first.warnings


def test_the_properties_name_the_document_and_its_office(tmp_path):
    core = part(made(GOOD, tmp_path).docx, "docProps/core.xml")
    for said in (
        "<dc:title>Thông báo 12/TB-UBND<", "<dc:subject>Kết luận kiểm tra tại thôn Một<", "<dc:creator>Ủy ban nhân dân xã Bình Điền<", ">2024-06-12T00:00:00Z<",
    ):  # fmt: skip
        assert said in core
    draft = part(made(changed(GOOD, ("so = 12\nngay = 2024-06-12\n", "")), tmp_path).docx, "docProps/core.xml")
    assert "<dc:title>Thông báo (dự thảo)<" in draft
    assert ">2024-01-01T00:00:00Z<" in draft


def test_a_date_years_ahead_is_refused_at_its_place(tmp_path):
    with pytest.raises(InputError) as caught:
        made(changed(GOOD, ("ngay = 2024-06-12", "ngay = 2034-06-12"), ("2024-06-28", "2034-06-28")), tmp_path)
    assert [problem.place.text for problem in caught.value.problems if problem.level == "error"] == ["ngay = 2034-06-12"]


def test_the_office_s_settings_are_looked_for_from_the_folder_upwards(tmp_path):
    (tmp_path / "notice-gen.toml").write_text('[noi_nhan]\nnguoi_soan = "PL"\n', "utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert "- Lưu: VT. PL." in paragraphs(made(GOOD, below).docx)

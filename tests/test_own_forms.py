"""Forms 1.6 to 1.10 and the types without a form: what each says by itself, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from notice_gen import templates
from notice_gen.check import judge
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.reader.rows import cells, columns
from notice_gen.reader.rows.numbers import Refused
from tests.helpers.notices import body, composed, kinds
from tests.helpers.word import paragraphs

TODAY = date(2026, 11, 23)
at = datetime.fromisoformat


def made(text: str, folder):
    return issue(text.encode(), file="tep.toml", folder=folder, today=TODAY)


def sample(mau: str, *changes: tuple[str, str]) -> str:
    text = templates.sample(mau)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def problems(text: str, folder):
    with pytest.raises(InputError) as caught:
        made(text, folder)
    return [(problem.place.text[problem.place.column - 1 :][: problem.place.width], problem.text(), problem.hint_text()) for problem in caught.value.problems]


# --- giấy mời (1.7) ------------------------------------------------------------------------------------

MOI = {"kinh_moi": "Ông Nguyễn Văn A", "toi_du": "Hội nghị", "thoi_gian": at("2026-03-09 08:00"), "dia_diem": "Hội trường"}
ALL_DAY = {"den_luc": at("2026-03-10 17:30"), "in_thu": True, "chu_tri": "Bà B."}
INVITED = [
    ({}, ["Ủy ban nhân dân xã Bình Điền trân trọng kính mời: Ông Nguyễn Văn A.", "Tới dự Hội nghị.", "Thời gian: 08 giờ 00, ngày 09 tháng 3 năm 2026.", "Địa điểm: Hội trường./."]),
    (
        ALL_DAY,
        ["Ủy ban nhân dân xã Bình Điền trân trọng kính mời: Ông Nguyễn Văn A.", "Tới dự Hội nghị.", "Chủ trì: Bà B.",
         "Thời gian: từ 08 giờ 00, thứ Hai, ngày 09 tháng 3 năm 2026 đến 17 giờ 30, thứ Ba, ngày 10 tháng 3 năm 2026.", "Địa điểm: Hội trường./."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("more", "lines"), INVITED)
def test_an_invitation_says_who_what_when_where(more, lines):
    assert body(mau="giay-moi", van_ban={"loai": "GM"}, ket_thuc=None, giay_moi=MOI | more) == lines


def test_a_meeting_of_one_day_says_its_date_once():
    lines = body(mau="giay-moi", van_ban={"loai": "GM"}, giay_moi=MOI | {"den_luc": at("2026-03-09 11:05")})
    assert lines[2] == "Thời gian: từ 08 giờ 00 đến 11 giờ 05, ngày 09 tháng 3 năm 2026."


def test_several_invited_stand_below_each_other():
    lines = body(mau="giay-moi", van_ban={"loai": "GM"}, giay_moi=MOI | {"kinh_moi": ["- Phòng A;", "**Phòng B**"]})
    assert lines[:3] == ["Ủy ban nhân dân xã Bình Điền trân trọng kính mời:", "- Phòng A;", "- Phòng B."]
    assert lines[-1] == "Yêu cầu các đơn vị thực hiện./."


THOI_GIAN = "2026-12-02 08:00:00"
WRONG_INVITATIONS = [
    (THOI_GIAN, "2026-12-02", "2026-12-02", "Cần cả giờ và ngày, viết năm-tháng-ngày giờ:phút:giây và không có dấu nháy.", "Ví dụ 8 giờ ngày 5 tháng 3 năm 2026: 2026-03-05 08:00:00."),
    (THOI_GIAN, "8h30 02/12/2026", "8h30 02/12/2026", "Giờ, ngày phải viết năm-tháng-ngày giờ:phút:giây, đủ hai chữ số; ở đây là: 8h30 02/12/2026", "Gõ: 2026-12-02 08:30:00"),
    (THOI_GIAN, "2026-12-02 08:00", "2026-12-02 08:00", "Giờ, ngày phải viết năm-tháng-ngày giờ:phút:giây, đủ hai chữ số; ở đây là: 2026-12-02 08:00", "Gõ: 2026-12-02 08:00:00"),
    (THOI_GIAN, '"8 giờ 30 phút, ngày 2 tháng 12 năm 2026"', '"8 giờ 30 phút, ngày 2 tháng 12 năm 2026"', "Cần cả giờ và ngày, viết năm-tháng-ngày giờ:phút:giây và không có dấu nháy.", "Gõ: thoi_gian = 2026-12-02 08:30:00 (không có dấu nháy)."),
    ("# ngay = 2026-11-25 ", "ngay = 2026-12-03 ", "2026-12-02 08:00:00", "Thời gian họp 02/12/2026 ở trước ngày 03/12/2026 của giấy mời.", "Xem lại thoi_gian, hoặc ngay trong [van_ban]."),
    ("# den_luc = 2026-12-02 11:30:00", "den_luc = 2026-12-02 07:30:00", "2026-12-02 07:30:00", "Giờ kết thúc 07:30 02/12/2026 không ở sau giờ bắt đầu 08:00 02/12/2026.", "Xem lại thoi_gian và den_luc."),
    ('dia_diem = "Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã A"\n', "", "[giay_moi]", "Thiếu khóa “dia_diem” trong bảng [giay_moi].", 'Thêm dòng này dưới [giay_moi]: dia_diem = "Hội trường Ủy ban nhân dân xã A"'),
    ("[ket_thuc]", '[mo_dau]\ncan_cu = ["Căn cứ Luật A"]\n[ket_thuc]', "can_cu", "Giấy mời không có chỗ cho “can_cu”: in ra sẽ mất nội dung.", "Bỏ can_cu, hoặc chọn mẫu khác ở dòng mau đầu tệp."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found", "message", "hint"), WRONG_INVITATIONS)
def test_a_wrong_invitation_is_refused_at_its_place(old, new, found, message, hint, tmp_path):
    assert problems(sample("giay-moi", (old, new)), tmp_path) == [(found, message, hint)]


def test_an_invitation_without_its_table_asks_for_it(tmp_path):
    text = sample("giay-moi")
    start, end = text.index("[giay_moi]"), text.index("[ket_thuc]")
    ((_, message, hint),) = problems(text[:start] + text[end:], tmp_path)
    assert (message, hint) == ("Giấy mời phải có bảng [giay_moi].", "Thêm dòng [giay_moi] vào cuối tệp.")


def test_an_invitation_in_a_notice_is_out_of_place(tmp_path):
    text = sample("giay-moi", ('mau = "giay-moi"', 'mau = "thong-bao"'))
    ((_, message, _),) = problems(text, tmp_path)
    assert message == "Thông báo không có chỗ cho “giay_moi”: in ra sẽ mất nội dung."


# --- công điện (1.6) -----------------------------------------------------------------------------------


def test_a_telegram_names_who_wires_and_to_whom():
    wired = {"mau": "cong-dien", "van_ban": {"loai": "CĐ"}, "cong_dien": {"nguoi_dien": "Chủ tịch UBND tỉnh A", "dien_toi": ["Sở B.", "- Các xã"]}}
    assert body(**wired) == ["CHỦ TỊCH UBND TỈNH A điện:", "- Sở B;", "- Các xã.", "Yêu cầu các đơn vị thực hiện./."]
    assert kinds(**wired)[:3] == ["loi_dan", "kinh_gui_noi", "kinh_gui_noi"]
    assert body(**wired | {"cong_dien": {"dien_toi": "Sở B"}})[:2] == ["ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN điện:", "- Sở B."]


def test_a_telegram_needs_words():
    with pytest.raises(InputError, match="chưa có nội dung"):
        composed(mau="cong-dien", van_ban={"loai": "CĐ"}, cong_dien={"dien_toi": "Sở B"}, ket_thuc=None)


def test_a_telegram_to_nobody_is_refused(tmp_path):
    text = sample("cong-dien", ('dien_toi = ["Trưởng các thôn", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã", "Trưởng Công an xã"]', "dien_toi = []"))
    assert problems(text, tmp_path) == [("[]", "Giá trị đang để trống.", "Điền nội dung vào giữa hai dấu nháy, hoặc xóa cả dòng nếu không dùng.")]


# --- on paper ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mau", ["giay-moi", "cong-dien"])
def test_the_title_and_the_subject_stand_as_on_form_1_4(mau, tmp_path):
    printed = paragraphs(made(sample(mau), tmp_path).docx)
    title = printed.index(templates.find(mau).manifest["ten"].upper())
    assert printed[title + 1] in sample(mau)


MOMENTS = [("08:00 05/3/2026", "2026-03-05 08:00"), ("2026-03-05 8h30", "2026-03-05 08:30"), ("8 giờ 05 phút, ngày 5 tháng 3 năm 2026", "2026-03-05 08:05"), (at("2026-03-05 08:00"), "2026-03-05 08:00")]


@pytest.mark.parametrize(("cell", "meant"), MOMENTS)
def test_a_column_takes_a_time_with_its_date(cell, meant):
    assert cells.take(columns.known({})["giay_moi.thoi_gian"], cell) == at(meant)


@pytest.mark.parametrize("cell", ["05/3/2026", "8h30", "25:00 05/3/2026", "08:00 31/02/2026", date(2026, 3, 5), 46000])
def test_a_column_for_a_time_refuses_less(cell):
    with pytest.raises(Refused, match="cần cả giờ và ngày"):
        cells.take(columns.known({})["giay_moi.thoi_gian"], cell)


@pytest.mark.parametrize("mau", ["giay-moi", "cong-dien"])
def test_the_sample_numbered_breaks_no_law(mau, tmp_path):
    numbered = sample(mau, ("# so = 12 ", "so = 12 "), ("# ngay = ", "ngay = "))
    verdict = judge.judge(read(made(numbered, tmp_path).docx), judge.at_least(Level.LUAT))
    assert [fault.rule.code for fault in verdict.faults] == []

"""Forms 1.6 to 1.10 and the types without a form: what each says by itself, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from notice_gen import profile, templates
from notice_gen.check import judge
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.reader.rows import cells, columns
from notice_gen.reader.rows.numbers import Refused
from tests.helpers.findings import sample
from tests.helpers.notices import TODAY, body, composed, kinds
from tests.helpers.word import paragraphs

at = datetime.fromisoformat


def made(text: str, folder):
    return issue(text.encode(), file="tep.toml", folder=folder, today=TODAY)


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
    ('dia_diem = "Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã A"\n', "", "[giay_moi]", "Thiếu khóa “dia_diem” trong bảng [giay_moi].", 'Thêm dòng này dưới [giay_moi]: dia_diem = "Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã A"'),
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


# --- biên bản (1.9) ------------------------------------------------------------------------------------

THU_KY = {"xung_ho": "Bà", "ho_ten": "Trần Thị B", "chuc_vu": "công chức Văn phòng"}
HOP = {"thoi_gian": at("2026-03-05 08:00"), "den_luc": at("2026-03-05 11:30"), "dia_diem": "Hội trường", "thanh_phan": ["Phòng A", "Phòng B"], "chu_tri": "Ông Nguyễn Văn A", "thu_ky": THU_KY}
MINUTES = {"mau": "bien-ban", "van_ban": {"loai": "BB"}, "bien_ban": HOP}


def test_minutes_begin_and_end_by_themselves():
    assert body(**MINUTES, mo_dau={"noi_dung": "Ông C phát biểu."}, ket_thuc=None) == [
        "Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 3 năm 2026.", "Địa điểm: Hội trường.", "Thành phần tham dự:", "- Phòng A;", "- Phòng B.",
        "Chủ trì: Ông Nguyễn Văn A.", "Thư ký: Bà Trần Thị B, công chức Văn phòng.", "Nội dung:", "Ông C phát biểu.",
        "Cuộc họp kết thúc vào 11 giờ 30, ngày 05 tháng 3 năm 2026./.",
    ]  # fmt: skip


def test_minutes_may_end_with_a_table_and_need_words():
    table = {"cot": ["TT"], "hang": [[1]]}
    assert kinds(**MINUTES, muc=[{"tieu_de": "Bỏ phiếu", "bang": table}], ket_thuc=None)[-2:] == ["bang", "doan"]
    with pytest.raises(InputError, match="chưa có nội dung"):
        composed(**MINUTES, ket_thuc=None)


def test_minutes_have_no_date_line_and_two_who_sign(tmp_path):
    printed = paragraphs(made(sample("bien-ban", ("# ngay = ", "ngay = "), ("# chuc_vu_khac", "chuc_vu_khac")), tmp_path).docx)
    assert "Không in" not in "".join(printed)
    assert printed[4:6] == ["Số:      /BB-UBND", "BIÊN BẢN"]
    assert printed[-8:-3] == ["THƯ KÝ", "CHỦ TỌA", "Trần Thị B", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "Nguyễn Văn A"]
    assert printed[-3:] == ["Nơi nhận:", "- Các thành phần tham dự;", "- Lưu: VT, Hồ sơ."]


WRONG_MINUTES = [
    ("den_luc = 2026-12-02 11:30:00 ", "den_luc = 2026-12-02 08:00:00 ", "2026-12-02 08:00:00", "Giờ kết thúc 08:00 02/12/2026 không ở sau giờ bắt đầu 08:00 02/12/2026.", "Xem lại thoi_gian và den_luc."),
    ("# ngay = 2026-12-02 ", "ngay = 2026-12-01 ", "2026-12-01", "Ngày 01/12/2026 của biên bản ở trước ngày họp 02/12/2026.", "Xem lại ngay trong [van_ban], hoặc thoi_gian."),
    ('ho_ten = "Nguyễn Văn A"', 'ho_ten = "Lê Văn C"', '"Ông Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã"', "Người ký ở [ky] là Lê Văn C, không phải chủ tọa “Ông Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã”.", "Ghi cùng một người ở chu_tri và ở [ky] ho_ten."),
    ("Ông Nguyễn Văn A,", "Ông Nguyễn Văn An,", '"Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"', "Người ký ở [ky] là Nguyễn Văn A, không phải chủ tọa “Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã”.", "Ghi cùng một người ở chu_tri và ở [ky] ho_ten."),
    ('ho_ten = "Trần Thị B"', 'ho_ten = "Nguyễn Văn A"', '"Nguyễn Văn A"', "Nguyễn Văn A vừa là chủ tọa vừa là thư ký.", "Ghi họ tên người ghi biên bản ở [bien_ban.thu_ky]."),
    ('chuc_vu = "công chức Văn phòng"\n', "", "[bien_ban.thu_ky]", "Thiếu khóa “chuc_vu” trong bảng [bien_ban.thu_ky].", 'Thêm dòng này dưới [bien_ban.thu_ky]: chuc_vu = "công chức Văn phòng"'),
    ('xung_ho = "Bà"', 'xung_ho = "ba"', '"ba"', '“xung_ho” chỉ nhận: "Ông", "Bà", "Đồng chí"; ở đây là "ba".', 'Gõ: xung_ho = "Bà"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found", "message", "hint"), WRONG_MINUTES)
def test_wrong_minutes_are_refused_at_their_place(old, new, found, message, hint, tmp_path):
    assert problems(sample("bien-ban", (old, new)), tmp_path) == [(found, message, hint)]


SIGNER = '[[nguoi_ky]]\nma = "ct"\nquyen_han = ["TM. Ủy ban nhân dân"]\nchuc_vu = "Chủ tịch"\nho_ten = "Nguyễn Văn A"\n'


def test_the_chair_signs_as_chair_whatever_the_office_s_settings_say(tmp_path):
    (tmp_path / "notice-gen.toml").write_text('[ky]\nquyen_han = ["TM. Ủy ban nhân dân"]\nchuc_vu = "Chủ tịch"\n' + SIGNER, "utf-8")
    assert paragraphs(made(sample("bien-ban"), tmp_path).docx)[-7:-5] == ["THƯ KÝ", "CHỦ TỌA"]
    assert paragraphs(made(sample("bien-ban", ('ho_ten = "Nguyễn Văn A"', 'nguoi_ky = "ct"')), tmp_path).docx)[-7:-5] == ["THƯ KÝ", "CHỦ TỌA"]
    text = sample("bien-ban", ('ho_ten = "Nguyễn Văn A"', 'chuc_vu = "Chủ trì"\nho_ten = "Nguyễn Văn A"'))
    assert [message for _, message, _ in problems(text, tmp_path)] == ["Biên bản không có chỗ cho “chuc_vu”: in ra sẽ mất nội dung."]


def test_minutes_of_several_agencies_are_out_of_place(tmp_path):
    text = sample("bien-ban") + '\n[[ky_lien_tich]]\nco_quan = "Sở A"\nchuc_vu = "Giám đốc"\nho_ten = "Lê Văn C"\n'
    assert any(message == "Biên bản không có chỗ cho “ky_lien_tich”: in ra sẽ mất nội dung." for _, message, _ in problems(text, tmp_path))


# --- giấy giới thiệu (1.8), giấy nghỉ phép (1.10) ------------------------------------------------------

GIOI_THIEU = {"ho_ten": "Trần Thị B", "chuc_vu": "Công chức", "cu_den": "Sở A", "ve_viec": "nộp hồ sơ", "den_ngay": date(2026, 3, 31)}
LETTER = {"mau": "giay-gioi-thieu", "van_ban": {"loai": "GGT"}, "ket_thuc": None}


@pytest.mark.parametrize(("xung_ho", "who", "them"), [(None, "Ông (bà)", "ông (bà)"), ("Bà", "Bà", "bà"), ("Đồng chí", "Đồng chí", "đồng chí")])
def test_a_letter_of_introduction(xung_ho, who, them):
    given = GIOI_THIEU | ({"xung_ho": xung_ho} if xung_ho else {})
    assert body(**LETTER, giay_gioi_thieu=given) == [
        "Ủy ban nhân dân xã Bình Điền trân trọng giới thiệu:", f"{who} Trần Thị B.", "Chức vụ: Công chức.", "Được cử đến: Sở A.", "Về việc: nộp hồ sơ.",
        f"Đề nghị Quý cơ quan tạo điều kiện để {them} có tên ở trên hoàn thành nhiệm vụ.", "Giấy này có giá trị đến hết ngày 31 tháng 3 năm 2026./.",
    ]  # fmt: skip


def test_forms_without_a_subject_keep_it_for_the_register():
    made_of = composed(**LETTER, giay_gioi_thieu=GIOI_THIEU, noi_nhan={"gui": []})
    assert (made_of.values["van_ban"]["trich_yeu"], made_of.subject, made_of.values["noi_nhan"]) == ("", "Kết quả kiểm tra", ["- Như trên;", "- Lưu: VT."])


PHEP = {
    "ho_ten": "Trần Thị B", "chuc_vu": "Công chức", "ngay_don": date(2026, 12, 1), "so_ngay": 5,
    "tu_ngay": date(2026, 12, 7), "den_ngay": date(2026, 12, 11), "noi_nghi": "xã B", "tinh_vao": "nghỉ hằng năm",
}  # fmt: skip
LEAVE = {"mau": "giay-nghi-phep", "van_ban": {"loai": "GNP"}, "ket_thuc": None, "noi_nhan": {"gui": []}}


@pytest.mark.parametrize(("xung_ho", "lower", "named", "first"), [(None, "ông (bà)", "Ông (bà): Trần Thị B.", "- Ông (bà) Trần Thị B;"), ("Bà", "bà", "Bà: Trần Thị B.", "- Bà Trần Thị B;")])
def test_a_leave(xung_ho, lower, named, first):
    given = LEAVE | {"giay_nghi_phep": PHEP | ({"xung_ho": xung_ho} if xung_ho else {})}
    assert body(**given) == [
        f"Xét Đơn đề nghị nghỉ phép ngày 01 tháng 12 năm 2026 của {lower} Trần Thị B, Ủy ban nhân dân xã Bình Điền cấp cho:", named, "Chức vụ: Công chức.",
        "Được nghỉ phép trong thời gian 05 ngày, kể từ ngày 07 tháng 12 năm 2026 đến hết ngày 11 tháng 12 năm 2026 tại xã B.",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./.",
    ]  # fmt: skip
    assert composed(**given).values["noi_nhan"][0] == first


def test_the_place_of_leave_confirms_where_asked(tmp_path):
    words = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép"
    assert words in paragraphs(made(sample("giay-nghi-phep"), tmp_path).docx)
    assert words not in paragraphs(made(sample("giay-nghi-phep", ("# xac_nhan", "xac_nhan")), tmp_path).docx)


NO_MATCH = "Số ngày nghỉ {} không khớp: từ ngày 07/12/2026 đến hết ngày {} là {} ngày, trong đó {} ngày làm việc."
GO = "Gõ: so_ngay = {1} (ngày làm việc) hoặc so_ngay = {0}; hoặc xem lại tu_ngay, den_ngay."
WRONG_PAPERS = [
    ("giay-gioi-thieu", "# ngay = 2026-11-25 ", "ngay = 2026-12-16 ", "2026-12-15", "Giấy hết giá trị ngày 15/12/2026, trước ngày 16/12/2026 ký giấy.", "Xem lại den_ngay, hoặc ngay trong [van_ban]."),
    ("giay-gioi-thieu", "den_ngay = 2026-12-15 ", "den_ngay = 15/12/2026 ", "15/12/2026", "Ngày phải viết năm-tháng-ngày, đủ hai chữ số cho tháng và ngày; ở đây là: 15/12/2026", "Gõ: 2026-12-15"),
    ("giay-gioi-thieu", "[noi_nhan]", '[ket_thuc]\nnoi_dung = "x"\n[noi_nhan]', "[ket_thuc]", "Giấy giới thiệu không có chỗ cho “ket_thuc”: in ra sẽ mất nội dung.", "Bỏ ket_thuc, hoặc chọn mẫu khác ở dòng mau đầu tệp."),
    ("giay-nghi-phep", "so_ngay = 5 ", "so_ngay = 6 ", "6", "Số ngày nghỉ 6 không khớp: từ ngày 07/12/2026 đến hết ngày 11/12/2026 là 5 ngày.", "Gõ: so_ngay = 5; hoặc xem lại tu_ngay, den_ngay."),
    ("giay-nghi-phep", "tu_ngay = 2026-12-07\nden_ngay = 2026-12-11", "tu_ngay = 2026-12-12\nden_ngay = 2026-12-13", "5", "Số ngày nghỉ 5 không khớp: từ ngày 12/12/2026 đến hết ngày 13/12/2026 là 2 ngày.", "Gõ: so_ngay = 2; hoặc xem lại tu_ngay, den_ngay."),
    ("giay-nghi-phep", "den_ngay = 2026-12-11", "den_ngay = 2026-12-13", None, None, None),
    ("giay-nghi-phep", "den_ngay = 2026-12-11", "den_ngay = 2026-12-14", "5", NO_MATCH.format(5, "14/12/2026", 8, 6), GO.format(8, 6)),
    ("giay-nghi-phep", "so_ngay = 5 ", "so_ngay = 0 ", "0", "“so_ngay” phải từ 1 trở lên; ở đây là 0.", "Ghi một số từ 1 trở lên."),
    ("giay-nghi-phep", "tu_ngay = 2026-12-07", "tu_ngay = 2026-12-17", "2026-12-11", "Ngày cuối 11/12/2026 ở trước ngày đầu 17/12/2026.", "Xem lại tu_ngay và den_ngay."),
    ("giay-nghi-phep", "# ngay = 2026-12-03 ", "ngay = 2026-11-30 ", "2026-12-01", "Đơn đề nghị nghỉ phép ngày 01/12/2026 ở sau ngày 30/11/2026 ký giấy.", "Xem lại ngay_don, hoặc ngay trong [van_ban]."),
    ("giay-nghi-phep", "den_ngay = 2026-12-11", "den_ngay = 2090-12-31", "5", "Số ngày nghỉ 5 không khớp: từ ngày 07/12/2026 đến hết ngày 31/12/2090 là 23401 ngày.", "Gõ: so_ngay = 23401; hoặc xem lại tu_ngay, den_ngay."),
]  # fmt: skip


@pytest.mark.parametrize(("mau", "old", "new", "found", "message", "hint"), WRONG_PAPERS)
def test_a_wrong_paper_is_refused_at_its_place(mau, old, new, found, message, hint, tmp_path):
    text = sample(mau, (old, new))
    if found is None:
        made(text, tmp_path)
    else:
        assert problems(text, tmp_path) == [(found, message, hint)]


def test_an_office_that_exchanges_two_days_counts_as_it_works(tmp_path):
    text = sample("giay-nghi-phep", ("tu_ngay = 2026-12-07", "tu_ngay = 2026-11-23"), ("den_ngay = 2026-12-11", "den_ngay = 2026-11-28"))
    four, five = (text.replace("so_ngay = 5 ", f"so_ngay = {days} ").replace('"nghỉ hằng năm', '"hạn {{ giay | han_sau(4, lam_viec=true) | ngay }}, nghỉ hằng năm') + "\n[so_lieu]\ngiay = 2026-11-20\n" for days in (4, 5))
    settings = tmp_path / "notice-gen.toml"
    assert any("hạn 27/11/2026" in paragraph for paragraph in paragraphs(made(four, tmp_path).docx))  # 24/11 is off
    settings.write_text("[ngay_nghi]\nnghi = [2026-11-23]\nlam_viec = [2026-11-28]\n")
    assert any("hạn 28/11/2026" in paragraph for paragraph in paragraphs(made(four, tmp_path).docx))
    settings.write_text("[ngay_nghi]\nlam_viec = [2026-11-28]\n")
    assert any("hạn 27/11/2026" in paragraph for paragraph in paragraphs(made(five, tmp_path).docx))
    settings.write_text("[ngay_nghi]\nnghi = [2026-11-23]\nlam_viec = [2026-11-23]\n")
    assert problems(four, tmp_path)[0][1] == "Ngày 23/11/2026 vừa ghi là ngày nghỉ vừa ghi là ngày làm việc."


# --- types without a form ------------------------------------------------------------------------------


def party(name: str, post: str, **more: str) -> dict:
    return {"ten": f"Bên {name}", "dai_dien": {"ho_ten": name, "chuc_vu": post}, **more}


CONTRACT = {
    "mau": "hop-dong", "van_ban": {"loai": "HĐ"}, "ky": {"quyen_han": "KT. Chủ tịch", "chuc_vu": "Phó Chủ tịch"}, "dinh_dang": {"danh_so": "dieu"}, "ket_thuc": None,
    "muc": [{"noi_dung": "Giao hàng."}], "ben": [party("Nguyễn Văn A", "phó chủ tịch", vai="bên mua"), party("Trần Thị B", "**Giám đốc**", thong_tin="- Mã số thuế: 1")],
}  # fmt: skip


def test_a_contract_names_its_parties():
    assert body(**CONTRACT) == [
        "Hôm nay, ngày 05 tháng 3 năm 2026, chúng tôi gồm:", "Bên A (bên mua): Bên Nguyễn Văn A", "Đại diện: Ông (bà) Nguyễn Văn A, chức vụ: phó chủ tịch.",
        "Bên B: Bên Trần Thị B", "- Mã số thuế: 1", "Đại diện: Ông (bà) Trần Thị B, chức vụ: Giám đốc.",
        "Hai bên thống nhất ký hợp đồng với các nội dung sau:", "Điều 1. Giao hàng.",
    ]  # fmt: skip
    assert "Các bên thống nhất" in "".join(body(**CONTRACT | {"ben": [*CONTRACT["ben"], party("Lê Văn C", "Giám đốc")]}))
    assert "thống nhất ký" not in "".join(body(**CONTRACT, mo_dau={"noi_dung": "Các bên đồng ý:"}))


def test_the_parties_sign_side_by_side_ours_by_its_authority():
    ((row,), none) = composed(**CONTRACT).values["ky_cac_ben"].values()
    assert (none, [row[side]["co_quan"] for side in row]) == ([], ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"])
    assert (row["trai"]["quyen_han"], row["trai"]["chuc_vu"], row["phai"]["quyen_han"], row["phai"]["chuc_vu"]) == (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH", [], "GIÁM ĐỐC")
    assert composed().values["ky_cac_ben"] == {}


@pytest.mark.parametrize(("parties", "shape"), [(2, (1, 0)), (3, (0, 1)), (4, (2, 0)), (5, (0, 2)), (26, (0, 9))])
def test_any_number_of_parties_has_its_rows(parties, shape):
    all_of_them = [*CONTRACT["ben"], *(party(f"Lê Văn {n}", "Giám đốc") for n in range(parties - 2))]
    signed = composed(**CONTRACT | {"ben": all_of_them}).values["ky_cac_ben"]
    assert (len(signed["hai"]), len(signed["ba"])) == shape
    assert sum(bool(one["ho_ten"]) for rows in signed.values() for row in rows for one in row.values()) == parties


WRONG_CONTRACTS = [
    ('ho_ten = "Nguyễn Văn A"\n', 'ho_ten = "Lê Văn C"\n', "Lê Văn C", "Người ký ở [ky] là Lê Văn C, không đại diện bên nào (Nguyễn Văn A, Trần Thị B).", "Ghi cùng một người ở [ky] ho_ten và ở [ben.dai_dien] ho_ten của bên mình."),
    ('luu = "VT"', 'luu = "VT"\ngui = ["Sở A"]', "gui", "Hợp đồng không có chỗ cho “gui”: in ra sẽ mất nội dung.", "Bỏ gui, hoặc chọn mẫu khác ở dòng mau đầu tệp."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found", "message", "hint"), WRONG_CONTRACTS)
def test_a_wrong_contract_is_refused_at_its_place(old, new, found, message, hint, tmp_path):
    text = sample("hop-dong").replace("[ky]  ", '[noi_nhan]\nluu = "VT"\n\n[ky]  ')
    assert old in text
    assert problems(new.join(text.rsplit(old, 1)), tmp_path) == [(found, message, hint)]


def test_a_starter_contract_names_the_office_s_signer_twice():
    office = {"nguoi_ky": [{"ma": "ct", "chuc_vu": "Chủ tịch", "ho_ten": "Lê Văn C"}]}
    assert profile.over(sample("hop-dong"), office).count('ho_ten = "Lê Văn C"') == 2


def test_one_party_alone_agrees_with_nobody(tmp_path):
    text = sample("hop-dong")
    start, end = text.index("[[ben]]                                   # Bên B"), text.index("[[muc]]")
    assert [message for _, message, _ in problems(text[:start] + text[end:], tmp_path)] == ["Có 1 bên; phải có từ hai đến hai mươi sáu bên."]


def test_a_letter_has_neither_number_nor_recipients(tmp_path):
    letter = made(sample("thu-cong", ("# ngay", "ngay")), tmp_path)
    assert (letter.name, letter.context.title) == ("thu-cong.docx", "Thư công")
    printed = paragraphs(letter.docx)
    assert printed[4:7] == ["A, ngày 20 tháng 11 năm 2026", "THƯ CHÚC MỪNG", "Nhân kỷ niệm Ngày Nhà giáo Việt Nam 20-11"]
    assert printed[-3:] == ["Kính chúc các thầy giáo, cô giáo mạnh khỏe, hạnh phúc.", "CHỦ TỊCH", "Nguyễn Văn A"]
    assert "THƯ CÔNG" in paragraphs(made(sample("thu-cong", ("[thu_cong]", ""), ('tieu_de = "Thư chúc mừng"', "")), tmp_path).docx)


def test_a_letter_with_a_number_is_refused(tmp_path):
    text = sample("thu-cong", ("# ngay", "so = 12\nngay"))
    assert problems(text, tmp_path) == [("so", "Thư công không có chỗ cho “so”: in ra sẽ mất nội dung.", "Bỏ so, hoặc chọn mẫu khác ở dòng mau đầu tệp.")]


def test_a_contract_is_no_memorandum(tmp_path):
    text = sample("hop-dong", ("dia_danh", 'loai = "BGN"\ndia_danh'))
    assert [message for _, message, _ in problems(text, tmp_path)] == ["“BGN” là Bản ghi nhớ, không trình bày như Hợp đồng."]


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


def test_one_invitation_for_each_row(tmp_path, capsys):
    text = sample("giay-moi", ('kinh_moi = "Ông Nguyễn Văn A, Trưởng thôn Một"', 'kinh_moi = "{{ don_vi.ten }}"'), ("# ngay = ", "ngay = "))
    (tmp_path / "giay-moi.toml").write_text(text, "utf-8")
    rows = ["don_vi.ten,giay_moi.thoi_gian", "Trưởng thôn Một,08:00 02/12/2026", "Trưởng thôn Hai,13h30 02/12/2026", "Trưởng thôn Ba,08:00 24/11/2026"]
    (tmp_path / "moi.csv").write_text("\n".join(rows) + "\n", "utf-8")
    assert run(["batch", str(tmp_path / "giay-moi.toml"), "--data", str(tmp_path / "moi.csv"), "-o", str(tmp_path / "ra"), "--jobs", "1"]) == 1
    assert "moi.csv:4:16: lỗi: Thời gian họp 24/11/2026 ở trước ngày 25/11/2026 của giấy mời." in capsys.readouterr().err
    said = {path.name: [line for line in paragraphs(path.read_bytes()) if line.startswith(("Thời gian", "Ủy ban"))] for path in (tmp_path / "ra").glob("*.docx")}
    assert said == {
        "du-thao-gm-ubnd-truong-thon-mot.docx": ["Ủy ban nhân dân xã A trân trọng kính mời: Trưởng thôn Một.", "Thời gian: 08 giờ 00, thứ Tư, ngày 02 tháng 12 năm 2026."],
        "du-thao-gm-ubnd-truong-thon-hai.docx": ["Ủy ban nhân dân xã A trân trọng kính mời: Trưởng thôn Hai.", "Thời gian: 13 giờ 30, thứ Tư, ngày 02 tháng 12 năm 2026."],
    }


@pytest.mark.parametrize("mau", ["giay-moi", "cong-dien", "bien-ban", "giay-gioi-thieu", "giay-nghi-phep"])
def test_the_sample_numbered_breaks_no_law(mau, tmp_path):
    numbered = sample(mau, ("# so = 12 ", "so = 12 "), ("# ngay = ", "ngay = "))
    verdict = judge.judge(read(made(numbered, tmp_path).docx, TODAY), judge.at_least(Level.LUAT))
    assert [fault.rule.code for fault in verdict.faults] == []

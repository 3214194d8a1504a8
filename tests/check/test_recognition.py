"""Which words are which box, however the author built the page; and what sort of paper it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notice_gen.check.fault import Level
from notice_gen.check.judge import at_least, judge
from notice_gen.check.read import read
from notice_gen.check.view import Kind
from notice_gen.issue import issue
from tests.helpers.docx import box, c, docx, p, table
from tests.helpers.notices import TODAY
from tests.helpers.papers import THONG_BAO
from tests.helpers.spoil import after, lay, look, raw, spoilt, words

ROOT = Path(__file__).parents[2]
OURS = sorted(ROOT.glob("examples/*.toml")) + sorted(ROOT.glob("templates/mau/*/sample.toml"))

NO_FORM = {"hop-dong": Kind.HOP_DONG, "ban-ghi-nho": Kind.HOP_DONG, "ban-thoa-thuan": Kind.HOP_DONG, "thu-cong": Kind.KHAC}


def boxes(view, *names):
    """Texts of the components asked for, or of all but the body."""
    return {name: one.text for name, one in view.components.items() if name in (names or view.components.keys() - {"noi_dung"})}


@pytest.mark.parametrize("path", OURS, ids=lambda one: f"{one.parent.name}-{one.stem}")
def test_our_own_papers_are_recognised_whole(path):
    issued = issue(path.read_bytes(), file=path.name, folder=path.parent, today=date(2026, 11, 23))
    view = read(issued.docx, TODAY)
    mau = issued.template.mau
    if mau in NO_FORM:  # nothing in the decree to hold them against
        assert view.kind is NO_FORM[mau]
        return
    assert view.kind in {Kind.HANH_CHINH, Kind.BAN_SAO}
    if issued.template.manifest["word"] == "ban-sao":  # the block below a photocopy: neither letterhead nor title
        assert view.kind is Kind.BAN_SAO
        assert {"co_quan", "dia_danh_ngay", "so_ky_hieu", "noi_nhan", "ho_ten"} <= view.components.keys()
        return
    dated = set() if mau == "bien-ban" else {"dia_danh_ngay"}  # form 1.9 has no date line
    assert {"quoc_hieu", "tieu_ngu", "co_quan", "so_ky_hieu", *dated} <= view.components.keys()
    assert view.components.keys() & {"ten_loai", "trich_yeu_cong_van"}
    assert view.loai == (issued.notice.van_ban.loai or "CV")
    assert view.components["ho_ten"].text


def test_what_goes_with_another_paper_and_what_is_no_type_of_the_decree_are_not_judged():
    head = table([c("ỦY BAN NHÂN DÂN") + c("XÃ BÌNH ĐIỀN"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + c("Độc lập - Tự do - Hạnh phúc")])
    issued = docx(head, c("QUY CHẾ", b=True), c("Văn thư của xã", b=True), c("(Kèm theo Quyết định số 08/QĐ-UBND ngày 12 tháng 6 năm 2026)"), p("Điều 1. Quy định chung"), p("CHỦ TỊCH", jc="center", b=True))
    assert read(issued, TODAY).kind is Kind.KEM_THEO
    listed = docx(head, c("DANH SÁCH THAM LUẬN", b=True), p("1. Phòng Kinh tế"), p("Bình Điền, ngày 12 tháng 6 năm 2026"), p("CHỦ TỊCH", jc="center", b=True))
    assert read(listed, TODAY).kind is Kind.KHAC


def test_who_signs_may_stand_by_tabs_above_the_recipients():
    head = table([c("ỦY BAN NHÂN DÂN") + c("XÃ BÌNH ĐIỀN") + c("Số: 12/TB-UBND"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + c("Độc lập - Tự do - Hạnh phúc")])
    foot = p("\tTM. ỦY BAN NHÂN DÂN"), p("\tCHỦ TỊCH"), p("Nơi nhận:"), p("- Các thôn;"), p("- Lưu: VT.\tNguyễn Văn A")
    seen = boxes(read(docx(head, c("THÔNG BÁO", b=True), c("Lịch tiếp công dân", b=True), p("Ủy ban nhân dân xã thông báo./."), *foot), TODAY), "quyen_han", "chuc_vu", "quyen_han_chuc_vu", "ho_ten", "noi_nhan")
    assert "CHỦ TỊCH" in str(seen)
    assert seen["ho_ten"] == "Nguyễn Văn A"


def test_a_text_of_law_is_one_however_its_number_is_typed():
    for number in ("Số: 24/2026/NQ-CP", "Số: 24/2026//NQ-CP"):
        head = table([c("CHÍNH PHỦ") + c(number), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + c("Độc lập - Tự do - Hạnh phúc")])
        law = docx(head, c("NGHỊ QUYẾT", b=True), c("Cắt giảm thủ tục hành chính", b=True), p("Điều 1. Phạm vi điều chỉnh"), p("TM. CHÍNH PHỦ", jc="center", b=True))
        assert read(law, TODAY).kind is Kind.QUY_PHAM


def test_a_licence_and_a_certificate_have_the_form_of_their_trade():
    head = table([c("ỦY BAN NHÂN DÂN") + c("XÃ BÌNH ĐIỀN") + c("Số: 12/GP-UBND"), c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + c("Độc lập - Tự do - Hạnh phúc")])
    foot = p("Bình Điền, ngày 12 tháng 6 năm 2026", jc="right") + p("CHỦ TỊCH", jc="center", b=True)
    for title in ("GIẤY PHÉP", "GIẤY PHÉP XÂY DỰNG", "GIẤY CHỨNG NHẬN", "CHỨNG CHỈ"):
        assert read(docx(head, c(title, b=True), p("Cấp cho: Công ty A"), foot), TODAY).kind is Kind.KHAC
    decided = docx(head, c("QUYẾT ĐỊNH", b=True), c("Thu hồi", b=True), c("GIẤY PHÉP XÂY DỰNG", b=True), p("Điều 1. Thu hồi giấy phép."), foot)
    assert read(decided, TODAY).kind is Kind.HANH_CHINH


_UB, _XA, _SAID = c("ỦY BAN NHÂN DÂN"), c("XÃ BÌNH ĐIỀN", b=True), p("Ủy ban nhân dân xã thông báo lịch tiếp công dân tháng 6 năm 2026.")
_NATION, _MOTTO, _TB = c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), c("Độc lập - Tự do - Hạnh phúc"), c("THÔNG BÁO", b=True)
_RULES = "<w:tblBorders>" + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")) + "</w:tblBorders>"

JUDGED = {
    "agency, motto, type and no more": (_UB, _MOTTO, _TB),
    "agency, motto, type": (_UB, _MOTTO, _TB, _SAID),
    "agency beside the motto": (table([_UB + _XA, _MOTTO]), _TB, _SAID),
    "agency and type": (_UB, _XA, _TB, _SAID),
    "agency and type in small letters": (c("Ủy ban nhân dân xã Bình Điền", b=True), c("Thông báo", b=True), _SAID),
    "a department's": (c("UBND TỈNH LÂM ĐỒNG"), c("SỞ NỘI VỤ", b=True), c("KẾ HOẠCH", b=True), c("Kiểm tra công vụ", b=True), _SAID),
    "nothing set": (p("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN"), p("THÔNG BÁO"), _SAID),
    "a school's, type and subject in one line": (c("TRƯỜNG TRUNG HỌC CƠ SỞ BÌNH ĐIỀN"), c("BÁO CÁO TỔNG KẾT NĂM HỌC", b=True), _SAID),
    "Quốc hiệu and type": (_NATION, _MOTTO, _TB, _SAID),
    "number and type": (p("Số: 12/TB-UBND"), _TB, _SAID),
    "agency and number": (_UB, _XA, p("Số: 12/UBND-VP"), p("Kính gửi: Sở Nội vụ"), _SAID),
    "an agency's power of attorney": (_UB, _XA, c("GIẤY ỦY QUYỀN", b=True), p("Họ và tên: Nguyễn Văn A"), _SAID),
    "a power of attorney without its agency": (_NATION, _MOTTO, c("GIẤY ỦY QUYỀN", b=True), p("Ủy quyền cho ông Nguyễn Văn A"), _SAID),
    "agency and number of a type that is not named": (_UB, _XA, p("Số: 12/QĐ-UBND"), _SAID),
}
NOT_JUDGED = {
    "a firm's": (c("CÔNG TY TNHH AN BÌNH"), _TB, _SAID),
    "a list": (_UB, _XA, c("DANH SÁCH HỘ NGHÈO", b=True), _SAID),
    "a type's name alone": (_TB, _SAID),
    "text": (_SAID, _SAID),
    "a letter": (p("Huế, ngày 12 tháng 6 năm 2026"), p("Kính gửi: Ông Nguyễn Văn A"), _SAID, c("GIÁM ĐỐC", b=True)),
    "figures": (c("SỐ LIỆU THỐNG KÊ"), c("BÁO CÁO", b=True), _SAID),
    "a name far below": (_UB, *[_SAID] * 15, _TB, _SAID),
    "cells": (table([_UB, _TB], tblpr=_RULES), _SAID),
    "what a program prints": (table([_UB, ""], ["", c("BÁO CÁO TỔNG HỢP")]), table(["Đơn vị", "Số hồ sơ"], ["Phòng Kinh tế", "12"], tblpr=_RULES)),
    "a book's cover": (p(box(c("SỞ NỘI VỤ"), c("HƯỚNG DẪN SỬ DỤNG"))), _SAID, _SAID),
    "one person's power of attorney": (_NATION, _MOTTO, p("Huế, ngày 05 tháng 3 năm 2026"), c("GIẤY ỦY QUYỀN", b=True), p("Tôi là: Nguyễn Văn A"), _SAID),
    "one between two persons": (_NATION, _MOTTO, c("GIẤY ỦY QUYỀN", b=True), p("I. BÊN ỦY QUYỀN:"), p("Họ và tên: Nguyễn Văn A"), _SAID),
    "a bid's table": (c("SỞ XÂY DỰNG"), c("BẢNG TỔNG HỢP KHỐI LƯỢNG MỜI THẦU", b=True), table(["STT", "Nội dung"], ["1", "Đào đất"], tblpr=_RULES)),
}  # fmt: skip


@pytest.mark.parametrize("name", JUDGED)
def test_two_of_what_makes_a_paper_are_enough(name):
    view = read(docx(*JUDGED[name]), TODAY)
    assert view.kind is Kind.HANH_CHINH
    told = {fault.rule.code for fault in judge(view, at_least(Level.LUAT)).faults}
    assert {"DN01", "KY01"} <= told  # neither date nor signer: what is missing is told
    assert ("QH01" in told) is ("quoc_hieu" not in view.components)
    assert ("CQ01" in told) is ("co_quan" not in view.components)


@pytest.mark.parametrize("name", NOT_JUDGED)
def test_what_is_no_paper_of_the_decree_is_not_judged(name):
    assert read(docx(*NOT_JUDGED[name]), TODAY).kind is Kind.KHAC


def test_the_standing_body_of_a_council_is_one_name_on_two_lines():
    view = read(spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "THƯỜNG TRỰC"), words("SỞ NỘI VỤ", "HỘI ĐỒNG NHÂN DÂN"), look("THƯỜNG TRỰC", "b")), TODAY)
    assert "co_quan_chu_quan" not in view.components
    assert view.components["co_quan"].text.split("\n") == ["THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN"]


def test_the_word_draft_is_no_type():
    view = read(spoilt(THONG_BAO, after("Huế, ngày 05", c("DỰ THẢO"))), TODAY)
    assert view.components["ten_loai"].text == "THÔNG BÁO"


def test_a_name_put_aside_by_spaces_is_no_recipient():
    foot = p("Nơi nhận:") + p("- Các thôn;") + p("- Lưu: VT.") + p("TL. CHỦ TỊCH", jc="right") + p("CHÁNH VĂN PHÒNG", jc="right") + p(" " * 60 + "Nguyễn Văn A", b=True)
    view = read(spoilt(THONG_BAO, raw(r"(?s)(biết, thực hiện\./\.</w:t></w:r></w:p>)<w:p/>?.*?</w:tbl>", rf"\1{foot}")), TODAY)
    assert view.components["ho_ten"].text == "Nguyễn Văn A"
    assert [span.text for span in view.components["noi_nhan"].spans] == ["Nơi nhận:", "- Các thôn;", "- Lưu: VT."]


def test_a_subject_of_many_lines_is_read_up_to_its_rule():
    long = "Kết quả kiểm tra công tác văn thư năm 2026 của các cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố và Ủy ban nhân dân các xã, phường " * 3
    view = read(spoilt(THONG_BAO, words("Kết quả kiểm tra công tác văn thư năm 2026", long), lay("Kết quả kiểm tra", '<w:jc w:val="both"/>')), TODAY)
    assert view.components["trich_yeu"].text == long.strip()


def test_the_authority_line_of_a_short_decision_is_not_its_signature():
    lines = [
        *(c(text, b=True) for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")), c("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN"),
        c("Số: 12/QĐ-UBND"), c("Bình Điền, ngày 05 tháng 3 năm 2026"), c("QUYẾT ĐỊNH", b=True), c("Về việc khen thưởng", b=True),
        c("CHỦ TỊCH UBND XÃ BÌNH ĐIỀN", b=True), p("Căn cứ Luật Thi đua, khen thưởng;"), c("QUYẾT ĐỊNH:", b=True),
        p("Điều 1. Khen thưởng thôn A."), p("Điều 2. Quyết định có hiệu lực từ ngày ký./."), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True),
    ]  # fmt: skip
    view = read(docx(*lines), TODAY)
    assert (view.components["chuc_vu"].text, view.components["ho_ten"].text) == ("CHỦ TỊCH", "Nguyễn Văn A")
    assert view.components["trich_yeu"].text == "Về việc khen thưởng"
    assert view.components["noi_dung"].spans[0].text == "CHỦ TỊCH UBND XÃ BÌNH ĐIỀN"


_SMALL = (words("THÔNG BÁO", "Thông báo"), look("Thông báo", "b=0"), lay("Thông báo", '<w:jc w:val="left"/>'))


@pytest.mark.parametrize(
    ("changes", "ten_loai"),
    [
        (_SMALL, "Thông báo"),  # as the symbol says, however it is set
        ((words("THÔNG BÁO", "Thông báo kết quả"),), "Thông báo"),
        ((*_SMALL, words("Số: 15/TB-SNV", "Số: 15/SNV-VP")), None),  # the symbol says no type
        ((*_SMALL, words("Số: 15/TB-SNV", "Số: 15/KH-SNV")), None),  # nor this one
    ],
)
def test_a_type_in_small_letters_is_one_when_the_symbol_says_it(changes, ten_loai):
    found = read(spoilt(THONG_BAO, *changes), TODAY).components.get("ten_loai")
    assert (found.text if found else None) == ten_loai

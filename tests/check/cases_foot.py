"""Wrong recipients, wrong signatures, a wrong end."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import p, r, table
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, doan, line
from tests.helpers.spoil import after, drop, lay, look, raw, spoilt, words


def _signed(rule: str, first: str, post: str):
    """The paper is signed with these two lines."""
    return case(rule, THONG_BAO, words("KT. GIÁM ĐỐC", first), words("PHÓ GIÁM ĐỐC", post))


# A centre of health may write degrees before a name, honours nobody may.
_SCHOOL = spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "SỞ Y TẾ HUẾ"), words("SỞ NỘI VỤ", "TRẠM Y TẾ"), words("Sở Nội vụ thông báo", "Trạm Y tế thông báo"), words("của Sở Nội vụ)", "của Trạm Y tế)", every=True), words("/TB-SNV", "/TB-TYT", every=True))

CASES = (
    case("thieu_noi_nhan", THONG_BAO, drop("Nơi nhận:"), drop("- Các xã, phường;"), drop("- Giám đốc Sở;"), raw(r"(?s)(<w:tc>)<w:p>(?:(?!</w:p>).)*- Lưu: VT, VP.*?</w:p>", r"\1<w:p/>")),
    case("noi_nhan_sai_co_chu", THONG_BAO, look("Nơi nhận:", "sz=28")),
    case("noi_nhan_sai_kieu_chu", THONG_BAO, look("Nơi nhận:", "i=0")),
    case("muc_noi_nhan_sai_co_chu", THONG_BAO, look("- Giám đốc Sở;", "sz=24")),
    case("muc_noi_nhan_sai_kieu_chu", THONG_BAO, look("- Giám đốc Sở;", "i")),
    case("noi_nhan_in_hoa", THONG_BAO, words("Nơi nhận:", "NƠI NHẬN:")),
    case("noi_nhan_khong_sat_le_trai", THONG_BAO, lay("Nơi nhận:", '<w:jc w:val="center"/>')),
    case("noi_nhan_khong_sat_le_trai", THONG_BAO, lay("Nơi nhận:", '<w:ind w:left="720"/>')),
    case("noi_nhan_thieu_dau_hai_cham", THONG_BAO, words("Nơi nhận:", "Nơi nhận")),
    case("noi_nhan_khong_rieng_dong", THONG_BAO, raw(r"(<w:t[^>]*>Nơi nhận:</w:t></w:r>)", r"\1" + r(" - Các thôn;", "sz=22"))),
    case("muc_noi_nhan_thieu_gach_dau_dong", THONG_BAO, words("- Giám đốc Sở;", "Giám đốc Sở;")),
    case("muc_noi_nhan_thieu_gach_dau_dong", THONG_BAO, words("- Lưu: VT, VP.", "Lưu: VT, VP.")),
    case("muc_noi_nhan_sai_dau_cuoi", THONG_BAO, words("- Giám đốc Sở;", "- Giám đốc Sở,")),
    case("muc_noi_nhan_sai_dau_cuoi", THONG_BAO, words("- Lưu: VT, VP.", "- Lưu: VT, VP")),
    # A remark beside two recipients, put aside by spaces, takes no mark from them.
    case("hai_khoang_trang", THONG_BAO, words("- Các xã, phường;", "- Các xã, phường;       (để đăng"), words("- Giám đốc Sở;", "- Giám đốc Sở;          thông tin)")),
    case("noi_nhan_tinh_ten_cu", THONG_BAO, words("- Giám đốc Sở;", "- UBND tỉnh Đà Nẵng;")),
    case("noi_nhan_thieu_luu", THONG_BAO, words("- Lưu: VT, VP.", "- Văn phòng Sở.")),
    case("luu_khong_o_cuoi", THONG_BAO, words("- Giám đốc Sở;", "- Lưu: VT, VP;"), words("- Lưu: VT, VP.", "- Giám đốc Sở.")),
    case("luu_sai_dang", THONG_BAO, words("- Lưu: VT, VP.", "- Lưu VT, VP.")),
    case("luu_sai_dang", THONG_BAO, words("- Lưu: VT, VP.", "- Lưu: Văn phòng.")),
    *[case("luu_sai_dang", THONG_BAO, words("- Lưu: VT, VP.", f"- Lưu: {wrong}.")) for wrong in ("VT; VP", "VT VP", "VT-VP", "VT/VP")],
    *[case("ho_ten_co_hoc_vi", THONG_BAO, words("Nguyễn Văn A", f"{wrong} Nguyễn Văn A")) for wrong in ("Ông", "Đ/c")],
    case("thieu_nhu_tren", CONG_VAN, words("- Như trên;", "- Văn phòng Sở;")),
    case("luu_sai_dang", THONG_BAO, words("- Lưu: VT", "- lưu: VT")),
    case("noi_nhan_hai_lan", THONG_BAO, words("- Giám đốc Sở;", "- Các xã, phường;")),
    *[case("tu_noi_nhan_viet_sai", THONG_BAO, words("Nơi nhận:", wrong)) for wrong in ("Nơi Nhận:", "Nơi nhân:")],
    *[case("ho_ten_go_sai", THONG_BAO, words("Nguyễn Văn A", wrong)) for wrong in ("Nugyễn Văn A", "Nguyen Văn A", "Nguyễn Nguyễn A")],
    *[case("ten_go_sai", THONG_BAO, words(right, wrong)) for right, wrong in (("KT. GIÁM ĐỐC", "KT. KT. GIÁM ĐỐC"), ("PHÓ GIÁM ĐỐC", "PHÓ GIMÁ ĐỐC"))],
    case("noi_nhan_sai_dau", THONG_BAO, words("- Giám đốc Sở;", "- Sơ Nội vụ;")),
    *[case("chuc_vu_sai_dau", THONG_BAO, words("KT. GIÁM ĐỐC", wrong)) for wrong in ("KT. GIÁM ĐÔC", "KT. GÍAM ĐỐC")],
    *[case("nhu_kinh_gui", CONG_VAN, words("- Như trên;", wrong)) for wrong in ("- Như kính gửi;", "- Như Trên;")],
    case("nhu_tren_khong_o_dau", CONG_VAN, words("- Như trên;", "- Văn phòng Sở;"), words("- Giám đốc Sở;", "- Như trên;")),
    case("nhu_tren_khong_co_kinh_gui", THONG_BAO, words("- Các xã, phường;", "- Như trên;")),
    *[case("nhu_dieu_khong_co", QUYET_DINH, words("- Như Điều 3;", f"- {wrong};")) for wrong in ("Như Điều 4", "Như Điều 3, 5", "Như các Điều 2 và 4")],
    case("dieu_khoan_bang_chu", QUYET_DINH, words("- Như Điều 3;", "- Như Điều ba;")),
    case("quyet_dinh_thieu_nhu_dieu", QUYET_DINH, words("- Như Điều 3;", "- Chánh Văn phòng;")),
    case("thieu_chuc_vu_nguoi_ky", CONG_VAN, drop("GIÁM ĐỐC")),
    case("thieu_ho_ten_nguoi_ky", CONG_VAN, drop("Trần Thị B")),
    _signed("quyen_han_khong_in_hoa", "KT. Giám đốc", "Phó Giám đốc"),
    case("quyen_han_sai_co_chu", THONG_BAO, look("KT. GIÁM ĐỐC", "sz=24")),
    case("quyen_han_sai_kieu_chu", THONG_BAO, look("PHÓ GIÁM ĐỐC", "b=0")),
    case("ho_ten_sai_co_chu", THONG_BAO, look("Nguyễn Văn A", "sz=24")),
    case("ho_ten_sai_kieu_chu", THONG_BAO, look("Nguyễn Văn A", "i")),
    case("ho_ten_in_hoa", THONG_BAO, words("Nguyễn Văn A", "NGUYỄN VĂN A")),
    *[case("ho_ten_viet_thuong", THONG_BAO, words("Nguyễn Văn A", wrong)) for wrong in ("Trần thị Bình", "trần thị bình", "Nguyễn văn An", "Trần THỊ Bình")],
    case("ho_ten_khong_canh_giua", THONG_BAO, lay("Nguyễn Văn A", '<w:jc w:val="right"/>')),
    *[case("ho_ten_co_hoc_vi", THONG_BAO, words("Nguyễn Văn A", f"{title} Nguyễn Văn A")) for title in ("ThS.", "Th.S", "T.S.")],
    _signed("quyen_han_sai", "TM. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    _signed("quyen_han_sai", "KT. GIÁM ĐỐC", "GIÁM ĐỐC"),
    _signed("quyen_han_sai", "TL. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    _signed("quyen_han_sai", "K/T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    _signed("quyen_han_sai", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    _signed("quyen_han_sai", "KT. PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    _signed("quyen_han_nen_xem_lai", "TUQ. GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG"),
    _signed("quyen_han_thieu_dau_cach", "KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    case("quyen_han_thieu_chuc_vu", THONG_BAO, words("KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN"), drop("PHÓ GIÁM ĐỐC")),
    *[case("nguoi_ky_co_dau_cau", THONG_BAO, words(right, right + mark)) for right, mark in (("KT. GIÁM ĐỐC", ":"), ("PHÓ GIÁM ĐỐC", ","), ("Nguyễn Văn A", "."))],
    *[case("nhieu_noi_mot_dong", THONG_BAO, words("- Giám đốc Sở;", wrong)) for wrong in ("- Giám đốc Sở; Sở Tài chính;", "- Giám đốc Sở; - Sở Tài chính;")],
    *[case("noi_nhan_chung_dong", THONG_BAO, words("- Giám đốc Sở;", wrong)) for wrong in ("- UBND tỉnh, Sở Nội vụ;", "- Sở Y tế và Sở Tài chính;")],
    case("nhieu_noi_mot_dong", CONG_VAN, words("- Các xã, phường;", "- Các xã, phường; Sở Tài chính;")),
    case("tu_noi_nhan_viet_sai", THONG_BAO, words("Nơi nhận:", "Nơi gửi:")),
    _signed("chuc_vu_viet_tat", "KT. GĐ", "PHÓ GIÁM ĐỐC"),
    case("chuc_vu_viet_tat", QUYET_DINH, words("CHỦ TỊCH ỦY BAN", "ỦY BAN"), raw(r"(?s)(<w:p>(?:(?!</w:p>).)*>CHỦ TỊCH</w:t></w:r></w:p>)", line("TM. UBND", "b") + r"\1")),
    case("con_chu_da_ky", THONG_BAO, after("PHÓ GIÁM ĐỐC", line("(Đã ký)", "b"))),
    *[case("ho_ten_co_hoc_vi", docx, words("Nguyễn Văn A", f"{honour} Nguyễn Văn A")) for honour in ("NGƯT", "Nhà giáo ưu tú", "TS. NGND.") for docx in (THONG_BAO, _SCHOOL)],
    case("thieu_dau_ket_thuc", THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện.")),
    case("dau_ket_thuc_dung_rieng", THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện."), after("biết, thực hiện.", p("./.", ppr='<w:spacing w:before="120"/><w:ind w:firstLine="720"/>'))),
    case("dau_ket_thuc_sai_dang", THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện /.")),
    case("dau_ket_thuc_sai_dang", THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện;/.")),
    case("dau_ket_thuc_thua", THONG_BAO, words("theo dõi việc thực hiện.", "theo dõi việc thực hiện./.")),
    case("dau_ket_thuc_sau_chu_ky", THONG_BAO, words("- Giám đốc Sở;", "- Giám đốc Sở./.;")),
)

RIGHT = (
    # A group's members leave out what they all are.
    spoilt(THONG_BAO, words("- Giám đốc Sở;", "- Các Sở: Tài chính; Tư pháp;")),
    # Spaces push the second line of authority down.
    spoilt(QUYET_DINH, words("CHỦ TỊCH ỦY BAN", "ỦY BAN"), raw(r"(?s)(<w:p>(?:(?!</w:p>).)*>)CHỦ TỊCH(</w:t></w:r></w:p>)", line("TM. ỦY BAN NHÂN DÂN" + " " * 40 + "KT. CHỦ TỊCH", "b") + r"\1PHÓ CHỦ TỊCH\2")),
    # Minutes: who was there signs for himself.
    spoilt(THONG_BAO, *[words(was, now, every=True) for was, now in (("THÔNG BÁO", "BIÊN BẢN"), ("/TB-", "/BB-"), ("Thông báo", "Biên bản"))], drop("KT. GIÁM ĐỐC")),
    spoilt(THONG_BAO, words("- Giám đốc Sở;", "- Giám đốc Sở (để báo cáo; Sở Tài chính biết);")),
    spoilt(QUYET_DINH, words("CHỦ TỊCH ỦY BAN", "ỦY BAN"), raw(r"(?s)(<w:p>(?:(?!</w:p>).)*>CHỦ TỊCH</w:t></w:r></w:p>)", line("TM. ỦY BAN NHÂN DÂN", "b") + r"\1")),
    spoilt(THONG_BAO, words("KT. GIÁM ĐỐC", "Q. GIÁM ĐỐC"), drop("PHÓ GIÁM ĐỐC")),
    spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "SỞ Y TẾ HUẾ"), words("SỞ NỘI VỤ", "TRẠM Y TẾ"), words("Sở Nội vụ thông báo", "Trạm Y tế thông báo"), words("của Sở Nội vụ)", "của Trạm Y tế)", every=True), words("/TB-SNV", "/TB-TYT", every=True), words("Nguyễn Văn A", "PGS. TS. Nguyễn Văn A")),
    *[spoilt(THONG_BAO, words("Nguyễn Văn A", right)) for right in ("H’Hen Niê", "Y Bhung Êban", "Đinh K’rể", "Niê Thu Hà", "Nguyễn Hà Hà")],
    # A recipient on two lines; the list set by Word; who drafted on a line of its own.
    spoilt(THONG_BAO, words("- Giám đốc Sở;", "- Giám đốc, các Phó"), after("- Giám đốc, các Phó", p(r("Giám đốc Sở;", "sz=22")))),
    spoilt(THONG_BAO, words("- Lưu: VT, VP.", "- Lưu: VT, VP. NVA.15")),
    spoilt(THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện ./.")),
    # A draft does not know its signer; a note stands below the end; a tab behind it.
    spoilt(CONG_VAN, words("Số: 120/", "Số:      /"), drop("Trần Thị B")),
    spoilt(THONG_BAO, after("biết, thực hiện./.", doan("(Hồ sơ được gửi kèm qua hệ thống văn bản.)")), words("biết, thực hiện./.", "biết, thực hiện./.\t")),
    # A remark begins beside a recipient and ends on the line below.
    spoilt(THONG_BAO, words("- Giám đốc Sở;", "- Giám đốc Sở; (để"), after("- Giám đốc Sở; (để", p(r("báo cáo)", "sz=22")))),
    # The text ends with a table.
    spoilt(THONG_BAO, words("biết, thực hiện./.", "biết, thực hiện:"), after("biết, thực hiện:", table([p("Xã"), p("Số")], tblpr='<w:tblBorders><w:top w:val="single"/></w:tblBorders>'))),
)

"""Forms that few papers have (mẫu 1.6 to 1.10), copies, stamps; what a paper says twice and not alike in its articles, tables and lists."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import connector, docx, p, r, table
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH, doan, foot, head, line, section
from tests.helpers.spoil import after, drop, look, raw, spoilt, words


def _form(number: str, name: str, subject: str, *body: str, recipients: tuple[str, ...] = ("- Như trên;", "- Lưu: VT, VP."), signer: tuple[str, ...] = ("GIÁM ĐỐC", "Trần Thị B"), day: str = "Huế, ngày 05 tháng 3 năm 2026") -> bytes:
    """A right paper of one page."""
    titled = line(name, "b") + (p(r(subject, "b") + connector(len(subject)), jc="center") if subject else "")
    return docx(
        head("UBND THÀNH PHỐ HUẾ", ("SỞ NỘI VỤ",), 10, f"Số: {number}", day), line("") + titled + p(""), *body, p(""), foot(recipients, *signer),
        section=section(), header1="<w:p/>",
    )  # fmt: skip


_HOURS = [["08 giờ 00 phút - 08 giờ 15 phút", "Khai mạc"], ["08 giờ 15 phút - 09 giờ 00 phút", "Báo cáo"], ["09 giờ 00 phút - 10 giờ 30 phút", "Thảo luận"], ["10 giờ 30 phút - 11 giờ 30 phút", "Kết luận"]]
_BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
_PROGRAMME = table([p("Thời gian"), p("Nội dung")], *[[p(cell) for cell in row] for row in _HOURS], tblpr=_BORDERS)
_WHEN, _WHERE = "Thời gian: 08 giờ 00 phút, ngày 12 tháng 3 năm 2026.", "Địa điểm: Phòng họp tầng 2, Sở Nội vụ."

GIAY_MOI = _form(
    "16/GM-SNV", "GIẤY MỜI", "Họp về công tác văn thư",
    doan("Sở Nội vụ trân trọng kính mời đại diện lãnh đạo các sở, ban, ngành thành phố."), doan("Tới dự cuộc họp về công tác văn thư năm 2026."), doan(_WHEN), doan(_WHERE),
    doan("Nội dung chương trình:"), _PROGRAMME, doan("Đề nghị các đại biểu dự họp đúng giờ./."), recipients=("- Như thành phần mời;", "- Lưu: VT, VP."),
)  # fmt: skip
GIAY_GIOI_THIEU = _form(
    "17/GGT-SNV", "GIẤY GIỚI THIỆU", "",
    doan("Sở Nội vụ trân trọng giới thiệu:"), doan("Bà: Trần Thị Bình."), doan("Chức vụ: Chuyên viên Văn phòng Sở."), doan("Được cử đến: Sở Tài chính thành phố Huế."), doan("Về việc: Đối chiếu kinh phí năm 2026."),
    doan("Giấy này có giá trị đến hết ngày 12 tháng 3 năm 2026./."),
)  # fmt: skip
BIEN_BAN = _form(
    "18/BB-SNV", "BIÊN BẢN", "Họp về công tác văn thư",
    doan("Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 3 năm 2026."), doan("Địa điểm: Phòng họp tầng 2, Sở Nội vụ."), doan("Thành phần tham dự: các phòng thuộc Sở."),
    doan("Chủ trì: Bà Trần Thị B, Giám đốc Sở."), doan("Thư ký: Ông Nguyễn Văn An, chuyên viên."), doan("Nội dung: các phòng thống nhất danh mục hồ sơ."),
    doan("Cuộc họp kết thúc vào 10 giờ 00 phút, ngày 05 tháng 3 năm 2026./."), recipients=("- Các phòng thuộc Sở;", "- Lưu: VT, VP."),
)  # fmt: skip
GIAY_NGHI_PHEP = _form(
    "19/GNP-SNV", "GIẤY NGHỈ PHÉP", "",
    doan("Xét Đơn đề nghị nghỉ phép ngày 02 tháng 3 năm 2026 của bà Trần Thị Bình, Sở Nội vụ cấp cho:"), doan("Bà: Trần Thị Bình."), doan("Chức vụ: Chuyên viên Văn phòng Sở."),
    doan("Được nghỉ phép trong thời gian 05 ngày làm việc, kể từ ngày 09 tháng 3 năm 2026 đến hết ngày 13 tháng 3 năm 2026 tại xã Bình Điền."),
    doan("Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm của năm 2026./."), recipients=("- Bà Trần Thị Bình;", "- Lưu: VT, VP."),
)  # fmt: skip
CONG_DIEN = _form(
    "20/CĐ-SNV", "CÔNG ĐIỆN", "Về việc ứng phó với mưa lũ",
    p("Giám đốc Sở Nội vụ điện:", ppr='<w:ind w:left="1701"/>'), p("- Giám đốc các trung tâm;", ppr='<w:ind w:left="2268"/>'), p("- Chánh Văn phòng Sở.", ppr='<w:ind w:left="2268"/>'),
    doan("Để chủ động ứng phó với mưa lũ, Giám đốc Sở yêu cầu các đơn vị trực đủ quân số./."),
)  # fmt: skip
_LICH = _form(
    "21/TB-SNV", "THÔNG BÁO", "Lịch tiếp công dân quý III năm 2026",
    doan("Sở Nội vụ thông báo lịch tiếp công dân quý III năm 2026 như sau:"),
    table(*[[p(cell) for cell in row] for row in (["Nơi tiếp", "Thời gian"], ["Phòng 1", "06/7/2026"], ["Phòng 2", "03/8/2026"], ["Phòng 3", "07/9/2026"])], tblpr=_BORDERS),
    doan("Sở Nội vụ thông báo để các đơn vị biết./."), recipients=("- Các phòng thuộc Sở;", "- Lưu: VT, VP."), day="Huế, ngày 15 tháng 6 năm 2026",
)  # fmt: skip
_KE_HOACH = docx(
    head("", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH ĐIỀN"), 14, "Số: 22/KH-UBND", "Bình Điền, ngày 12 tháng 6 năm 2026"),
    line("") + line("KẾ HOẠCH", "b") + p(r("Trồng cây năm 2026", "b") + connector(20), jc="center") + p(""),
    doan("Ủy ban nhân dân xã xây dựng kế hoạch trồng cây năm 2026 như sau:"), doan("Các thôn trồng cây dọc các tuyến đường./."), p(""),
    foot(("- Các thôn;", "- Lưu: VT."), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"), section=section(), header1="<w:p/>",
)  # fmt: skip
_CLAUSES = after("Chánh Văn phòng và các đơn vị", doan("1. Chánh Văn phòng theo dõi việc thực hiện."), doan("2. Các đơn vị báo cáo kết quả hằng năm."))
_ARTICLE_3 = words(" Chánh Văn phòng và các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.", " Chánh Văn phòng và các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này:")
_WITH_CLAUSES = spoilt(QUYET_DINH, _ARTICLE_3, _CLAUSES, words("2. Các đơn vị báo cáo kết quả hằng năm.", "2. Các đơn vị thực hiện khoản 1 Điều 3 Quyết định này./."))
_LIST = (doan("Còn 10 hồ sơ quá hạn:"), doan("- Lĩnh vực đất đai: 06 hồ sơ;"), doan("- Lĩnh vực tư pháp: 04 hồ sơ."))
_WITH_LIST = spoilt(THONG_BAO, after("đ) Phòng kho lưu trữ còn chật hẹp.", *_LIST))
_HOSPITAL = spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "SỞ Y TẾ THÀNH PHỐ HUẾ"), words("SỞ NỘI VỤ", "TRẠM Y TẾ"), words("Sở Nội vụ thông báo", "Trạm Y tế thông báo"), words("của Sở Nội vụ)", "của Trạm Y tế)", every=True), words("/TB-SNV", "/TB-TYT", every=True))
_COPIED = spoilt(THONG_BAO, after("Không có văn bản gửi chậm", line("SAO Y", "b"), line("Số: 08/SY-SNV"), line("Huế, ngày 20 tháng 12 năm 2026")))

CASES = (
    *[case("giay_moi_thieu_dong", GIAY_MOI, drop(label)) for label in ("Địa điểm:", "Thời gian: 08")],
    case("giay_moi_thieu_dong", GIAY_MOI, words("trân trọng kính mời", "trân trọng thông báo tới"), words("- Như thành phần mời;", "- Như trên;")),
    *[case("giay_gioi_thieu_thieu_dong", GIAY_GIOI_THIEU, change) for change in (words("Giấy này có giá trị đến hết ngày 12 tháng 3 năm 2026./.", "Đề nghị Quý cơ quan giúp đỡ./."), drop("Chức vụ:"), drop("Về việc:"))],
    case("gia_tri_het_truoc_ngay_van_ban", GIAY_GIOI_THIEU, words("hết ngày 12 tháng 3", "hết ngày 02 tháng 3")),
    *[case("bien_ban_hop_thieu_dong", BIEN_BAN, change) for change in (drop("Thư ký:"), drop("Thành phần tham dự:"), words("Cuộc họp kết thúc vào 10 giờ 00 phút, ngày 05 tháng 3 năm 2026./.", "Các phòng thực hiện./."))],
    case("giay_nghi_phep_thieu_dong", GIAY_NGHI_PHEP, drop("Chức vụ:")),
    case("giay_nghi_phep_thieu_dong", GIAY_NGHI_PHEP, words(" tại xã Bình Điền.", ".")),
    case("so_ngay_qua_khoang", GIAY_NGHI_PHEP, words("hết ngày 13 tháng 3", "hết ngày 20 tháng 3")),
    case("cong_dien_thieu_dong_dien", CONG_DIEN, words("Giám đốc Sở Nội vụ điện:", "Kính gửi:")),
    case("muc_khan_khong_co", CONG_VAN, words("KHẨN", "HỎA TỐC HẸN GIỜ")),
    case("muc_khan_khong_co", CONG_VAN, words("KHẨN", "RẤT KHẨN")),
    case("dau_khan_khong_do", CONG_VAN, raw(r'<w:color w:val="FF0000"/>', "")),
    case("dau_khan_khong_do", CONG_VAN, raw(r'<w:color w:val="FF0000"/>', '<w:color w:val="000000"/>')),
    case("hinh_thuc_sao_sai_kieu_chu", _COPIED, look("SAO Y", "b=0")), case("hinh_thuc_sao_sai_co_chu", _COPIED, look("SAO Y", "sz=40")),
    *[case("hinh_thuc_sao_cu", _COPIED, words("SAO Y", old)) for old in ("SAO Y BẢN CHÍNH", "TRÍCH SAO TỪ BẢN CHÍNH", "SAO LỤC BẢN CHÍNH")],
    case("thieu_dong_tham_quyen", QUYET_DINH, drop("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN")),
    case("ten_nguoi_ky_khac", _KE_HOACH, words("Các thôn trồng cây dọc các tuyến đường./.", "Ông Nguyễn Văn Ất, Chủ tịch Ủy ban nhân dân xã phụ trách chung./."), words("Nguyễn Văn A", "Nguyễn Văn Ân")),
    case("thieu_co_quan_chu_quan", _HOSPITAL, drop("SỞ Y TẾ THÀNH PHỐ HUẾ")),
    *[case("ky_hieu_ban_sao_sai", _COPIED, words("08/SY-SNV", f"08/{wrong}-SNV")) for wrong in ("SL", "TrS", "BS")],
    case("sao_truoc_ban_hanh", _COPIED, words("ngày 20 tháng 12 năm 2026", "ngày 20 tháng 12 năm 2020")),
    case("dem_danh_sach_sai", _WITH_LIST, words("Còn 10 hồ sơ quá hạn", "Còn 03 nội dung phải làm"), words("06 hồ sơ", "đang rà soát"), words("04 hồ sơ", "chưa rà soát")),
    case("cau_van_ghi_co_quan_khac", _KE_HOACH, words("Ủy ban nhân dân xã xây dựng", "Ủy ban nhân dân xã Ba Lòng xây dựng")),
    case("cau_van_ghi_co_quan_khac", _KE_HOACH, words("Các thôn trồng cây dọc các tuyến đường./.", "Ủy ban nhân dân xã Ba Lòng kính mời các thôn tham gia./.")),
    case("tap_the_thieu_tm", _KE_HOACH, words("TM. ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN")),
    case("van_ban_cua_tap_the_khong_tm", _KE_HOACH, drop("TM. ỦY BAN NHÂN DÂN")),
    case("ky_hieu_co_quan_da_het", TO_TRINH, words("31/TTr-SNV", "31/TTr-SKHĐT")),
    case("khoan_nhac_ma_khong_co", _WITH_CLAUSES, words("khoản 1 Điều 3", "khoản 1 và khoản 3 Điều 3")),
    case("nhu_dieu_khac_dieu_thi_hanh", QUYET_DINH, words("- Như Điều 3;", "- Như Điều 2;")),
    case("ky_khac_trich_yeu", TO_TRINH, words("danh mục hồ sơ năm 2026", "danh mục hồ sơ năm 2025")),
    case("ngay_ngoai_ky_cua_trich_yeu", _LICH, words("07/9/2026", "07/6/2026")),
    case("gio_chuong_trinh_chong", GIAY_MOI, words("09 giờ 00 phút - 10 giờ 30 phút", "08 giờ 45 phút - 10 giờ 30 phút")),
    case("gio_chuong_trinh_chong", GIAY_MOI, words("09 giờ 00 phút - 10 giờ 30 phút", "09 giờ 00 phút - 08 giờ 30 phút")),
    case("tong_danh_sach_sai", _WITH_LIST, words("Còn 10 hồ sơ", "Còn 09 hồ sơ")),
    case("chu_quan_thieu_ten_noi", _HOSPITAL, words("SỞ Y TẾ THÀNH PHỐ HUẾ", "SỞ Y TẾ")),
    case("trich_dan_sai_noi_ban_hanh", QUYET_DINH, words("2020 của Chính phủ", "2020 của Quốc hội")),
    case("ky_hieu_co_quan_khong_con", THONG_BAO, words("2. Văn phòng Sở theo dõi việc thực hiện.", "2. Văn phòng Sở thực hiện Kế hoạch số 12/KH-STTTT ngày 12 tháng 01 năm 2026 của Sở về lưu trữ.")),
)  # fmt: skip

RIGHT = (
    spoilt(_KE_HOACH, words("Các thôn trồng cây dọc các tuyến đường./.", "Ông Nguyễn Văn Ất, Chủ tịch Hội Nông dân xã phụ trách chung./."), words("Nguyễn Văn A", "Nguyễn Văn Bình")),
    spoilt(_KE_HOACH, words("Các thôn trồng cây dọc các tuyến đường./.", "UBND xã Bình Điền kính mời các thôn tham gia./.")),
    spoilt(_KE_HOACH, words("Các thôn trồng cây dọc các tuyến đường./.", "Ủy ban nhân dân xã Ba Lòng đề nghị hỗ trợ cây giống./.")),
    GIAY_MOI, GIAY_GIOI_THIEU, BIEN_BAN, GIAY_NGHI_PHEP, CONG_DIEN, _LICH, _KE_HOACH, _WITH_CLAUSES, _WITH_LIST, _HOSPITAL, _COPIED,
    spoilt(_HOSPITAL, words("SỞ Y TẾ THÀNH PHỐ HUẾ", "SỞ Y TẾ HUẾ")),
    spoilt(GIAY_MOI, words(_WHERE, "Cuộc họp tổ chức tại Phòng họp tầng 2.")),
    # Two parts of a programme that begin at one hour go on side by side.
    spoilt(GIAY_MOI, words("09 giờ 00 phút - 10 giờ 30 phút", "08 giờ 15 phút - 10 giờ 30 phút")),
    spoilt(_LICH, words("06/7/2026", "06/6/2026"), words("07/9/2026", "07/10/2026")),
    spoilt(QUYET_DINH, words("- Như Điều 3;", "- Như Điều 1;")),
    spoilt(CONG_VAN, words("KHẨN", "HỎA TỐC")),
    spoilt(CONG_VAN, look("KHẨN", '<w:color w:val="C00000"/>')),
)  # fmt: skip

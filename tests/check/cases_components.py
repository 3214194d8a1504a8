"""Components wrong in a way that any of them can be: underlined, struck out, marked, said twice, out of order; numbers of lists; what a paper says of itself."""

from __future__ import annotations

from tests.check.case import Case, case
from tests.check.cases_forms import BIEN_BAN, GIAY_MOI
from tests.helpers.docx import connector, docx, p, r, table
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, doan, foot, head, line, section
from tests.helpers.spoil import after, drop, lay, look, raw, spoilt, words

_NUMBER = "Số: 15/TB-SNV"
_CENTRED = ("UBND THÀNH PHỐ HUẾ", "Độc lập - Tự do - Hạnh phúc", _NUMBER, "Huế, ngày 05 tháng 3 năm 2026", "THÔNG BÁO", "KT. GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:", "- Giám đốc Sở;", "DANH MỤC VĂN BẢN GỬI CHẬM")
_SET_OUT = ("UBND THÀNH PHỐ HUẾ", "SỞ NỘI VỤ", "KT. GIÁM ĐỐC", "Nguyễn Văn A", "DANH MỤC VĂN BẢN GỬI CHẬM")
_BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'


def listed(*names: str) -> str:
    """A table of people."""
    return table([p("TT"), p("Họ và tên")], *[[p(str(n + 1)), p(name)] for n, name in enumerate(names)], tblpr=_BORDERS)


def _says(rule: str, text: str, *more: str) -> Case:
    """The notice says *text*, and below it what *more* there is."""
    return case(rule, THONG_BAO, words("Văn phòng Sở theo dõi việc thực hiện.", text), *[after(text, block) for block in more])


_RESOLUTION = docx(
    head("", ("HỘI ĐỒNG NHÂN DÂN", "XÃ BÌNH ĐIỀN"), 14, "Số: 08/NQ-HĐND", "Bình Điền, ngày 12 tháng 6 năm 2026"),
    line("NGHỊ QUYẾT", "b"), p(r("Về kế hoạch đầu tư công năm 2026", "b") + connector(35), jc="center"),
    line("HỘI ĐỒNG NHÂN DÂN XÃ BÌNH ĐIỀN", "b"), line("KHÓA II, KỲ HỌP THỨ 3", "b"),
    doan(r("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i")), doan(r("Xét đề nghị của Ủy ban nhân dân xã.", "i")), line("QUYẾT NGHỊ:", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 1.", "b"), r(" Thông qua kế hoạch đầu tư công năm 2026.")), doan(r("Điều 2.", "b"), r(" Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này.")),
    doan("Nghị quyết đã được Hội đồng nhân dân xã Bình Điền khóa II, kỳ họp thứ 3 thông qua ngày 12 tháng 6 năm 2026./."), p(""),
    foot(("- Như Điều 2;", "- Các thôn;", "- Lưu: VT."), "CHỦ TỊCH", "Nguyễn Văn A"), section=section(), header1="<w:p/>",
)  # fmt: skip
_REPORT = spoilt(THONG_BAO, *[words(was, now, every=True) for was, now in (("THÔNG BÁO", "BÁO CÁO"), ("/TB-", "/BC-"), ("Thông báo", "Báo cáo"), ("thông báo", "báo cáo"), ("công tác văn thư năm 2026", "công tác văn thư tháng 01 năm 2026"))])
_LONG = [doan(f"Nội dung thứ {n} được các đơn vị thuộc Sở thảo luận kỹ và thống nhất trước khi trình cấp có thẩm quyền xem xét, quyết định theo quy định.") for n in range(20, 36)]
_BODY = "Để chuẩn bị cho việc lập hồ sơ"

CASES = (
    *[case("thanh_phan_gach_chan", THONG_BAO, look(one, '<w:u w:val="single"/>')) for one in _CENTRED],
    *[case("chu_gach_ngang_to_nen", THONG_BAO, look(one, mark)) for mark in ("strike", "dstrike", '<w:highlight w:val="yellow"/>') for one in ("THÔNG BÁO", "Văn phòng Sở theo dõi", "- Giám đốc Sở;")],
    *[case("thanh_phan_them_dau", THONG_BAO, words(one, f"{mark}{one}")) for mark in ("+ ", "1. ") for one in _SET_OUT if (mark, one) != ("1. ", "Nguyễn Văn A")],
    *[case("thanh_phan_them_dau", THONG_BAO, words(one, f"- {one}")) for one in ("CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "KT. GIÁM ĐỐC", "Nguyễn Văn A", "Kết quả kiểm tra công tác văn thư năm 2026")],
    *[case("thanh_phan_them_dau", THONG_BAO, words(one, f"({one})")) for one in ("KT. GIÁM ĐỐC", "Nguyễn Văn A", "DANH MỤC VĂN BẢN GỬI CHẬM")],
    *[case("thanh_phan_them_dau", THONG_BAO, words(one, f"“{one}”")) for one in ("SỞ NỘI VỤ", "Kết quả kiểm tra công tác văn thư năm 2026")],
    *[case("dong_hai_lan", THONG_BAO, after(one, again)) for one, again in (("CỘNG HÒA XÃ HỘI", line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", "sz=26")), ("PHÓ GIÁM ĐỐC", line("PHÓ GIÁM ĐỐC", "b")), (_NUMBER, line(_NUMBER, "sz=26")), ("Các cơ quan đã phân công", doan("Các cơ quan đã phân công công chức làm công tác văn thư và trang bị đủ máy tính, máy quét, chữ ký số để xử lý văn bản trên môi trường mạng.")))],
    *[case("thanh_phan_sai_thu_tu", THONG_BAO, raw(r"(?s)(<w:p>(?:(?!</w:p>).)*CỘNG HÒA XÃ HỘI.*?</w:p>)(<w:p>(?:(?!</w:p>).)*Độc lập.*?</w:p>)", r"\2\1"))],
    case("cap_pho_thieu_ky_thay", THONG_BAO, words("KT. GIÁM ĐỐC", "GIÁM ĐỐC")),
    case("cap_pho_thieu_ky_thay", THONG_BAO, words("KT. GIÁM ĐỐC", "@"), words("PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"), words("@", "PHÓ GIÁM ĐỐC")),
    *[case("quyen_han_khong_canh_giua", THONG_BAO, lay("KT. GIÁM ĐỐC", f'<w:jc w:val="{side}"/>')) for side in ("left", "right", "both")],
    *[case("noi_nhan_khong_sat_le_trai", THONG_BAO, lay("- Giám đốc Sở;", how)) for how in ('<w:jc w:val="right"/>', '<w:jc w:val="center"/>', '<w:ind w:left="1134"/>')],
    case("ho_ten_co_hoc_vi", THONG_BAO, words("Nguyễn Văn A", "Nguyễn Văn A, ThS")),
    *[case("thieu_ho_ten_nguoi_ky", THONG_BAO, words("Nguyễn Văn A", short)) for short in ("Bình", "N. V. Bình")],
    *[case("muc_la_ma_sai_dau", THONG_BAO, words("II. YÊU CẦU", wrong)) for wrong in ("II/ YÊU CẦU", "II: YÊU CẦU", "II - YÊU CẦU", "II YÊU CẦU")],
    case("ky_hieu_khong_theo_ten", CONG_VAN, words("/SNV-VP", "/VP-SNV")),
    case("ngay_ban_hanh_qua_xa", THONG_BAO, words("tháng 3 năm 2026", "tháng 3 năm 2062"), words("tháng 3 năm 2026", "tháng 3 năm 2062", every=True)),
    case("thanh_phan_hai_khoang_trang", CONG_VAN, words("Huế, ngày 16", "Huế, ngày  16")),
    case("nhu_kinh_gui", QUYET_DINH, words("- Như Điều", "- như Điều")), case("luu_hai_lan", THONG_BAO, words("- Lưu: VT", "- Lưu: VT, VT")),
    case("phan_chuong_khong_so_la_ma", QUYET_DINH, words("Chương I", "Chương một")),
    case("so_la_ma_go_nham", QUYET_DINH, words("Chương II", "Chương Il")),
    case("can_cu_phay_truoc_ngay", QUYET_DINH, words("phương ngày 16", "phương, ngày 16")), case("so_dinh_chu", QUYET_DINH, words("Mục 2", "Mục2")),
    *[case("dong_tham_quyen_sai", QUYET_DINH, words("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", wrong)) for wrong in ("CHỦ TỊCH UBND XÃ BÌNH ĐIỀN", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "CHỦ TỊCH ỦY BAN NHÂN DÂN")],
    case("kinh_gui_co_dau_ket_thuc", CONG_VAN, words("- Các đơn vị trực thuộc Sở.", "- Các đơn vị trực thuộc Sở./.")),
    case("duong_ke_net_dut", THONG_BAO, raw('<a:prstGeom prst="line"/>', '<a:prstGeom prst="line"/><a:ln><a:prstDash val="dash"/></a:ln>')),
    case("cau_dan_thieu_hai_cham", THONG_BAO, words("kèm theo Thông báo này.", "kèm theo Thông báo này như sau.")),
    case("phu_luc_nhac_ma_khong_co", THONG_BAO, words("nêu tại Phụ lục II kèm theo", "nêu tại Phụ lục III kèm theo")),
    case("hop_truoc_ngay_van_ban", THONG_BAO, words("Kết quả kiểm tra của từng cơ quan", "Ngày 26 tháng 8 năm 2026, tại Sở, Giám đốc Sở chủ trì cuộc họp. Kết quả kiểm tra của từng cơ quan")),
    case("nguoi_ky_co_chuc_vu_khac", THONG_BAO, words("Kết quả kiểm tra của từng cơ quan", "Ông Trần Văn Cường, Phó Giám đốc Sở và ông Nguyễn Văn A, Trưởng phòng Nội vụ đã dự. Kết quả kiểm tra của từng cơ quan")),
    *[case("tieu_de_muc_co_dau_cuoi", THONG_BAO, words("II. YÊU CẦU", f"II. YÊU CẦU{mark}")) for mark in ",;"],
    *[case("so_la_ma_go_nham", THONG_BAO, words("I. KẾT QUẢ KIỂM TRA", f"{wrong}. KẾT QUẢ KIỂM TRA"), words("II. YÊU CẦU", "@"), drop("@")) for wrong in ("l", "i")],
    case("so_la_ma_go_nham", THONG_BAO, words("II. YÊU CẦU", "lI. YÊU CẦU, KIẾN NGHỊ")),
    case("khoan_hai_ngoac", THONG_BAO, words("1. Ưu điểm", "(1) Ưu điểm")),
    case("khoan_sai_dau", THONG_BAO, words("2. Hạn chế", "2- Hạn chế")), case("khoan_sai_dau", THONG_BAO, words("2. Hạn chế", "2 Hạn chế")),
    case("so_thu_tu_thua_so_khong", QUYET_DINH, words("1. Quy chế này", "01. Quy chế này")), case("so_thu_tu_thua_so_khong", QUYET_DINH, words("Mục 1", "Mục 01")),
    case("loi_van_khong_canh_deu", THONG_BAO, lay("Sở Nội vụ thông báo để các cơ quan", '<w:jc w:val="center"/>')),
    case("dau_ket_thuc_thua", QUYET_DINH, words("2. Quy chế này không quy định về lưu trữ.", "2. Quy chế này không quy định về lưu trữ./.")),
    *[case("dau_ket_thuc_sai_dang", QUYET_DINH, words("ngay trong ngày ký./.", f"ngay trong ngày ký{wrong}")) for wrong in ("/.", "./")],
    case("trang_co_khung", THONG_BAO, raw(r"<w:titlePg/>", '<w:pgBorders><w:top w:val="single" w:sz="4"/></w:pgBorders><w:titlePg/>')),
    case("loi_van_nhieu_cot", THONG_BAO, raw(r"<w:titlePg/>", '<w:cols w:num="2"/><w:titlePg/>')),
    case("ten_co_quan_chi_co_don_vi", QUYET_DINH, drop("ỦY BAN NHÂN DÂN")),
    case("ky_hieu_khong_theo_ten", THONG_BAO, words(_NUMBER, "Số: 15/TB-XYZ"), words("15/TB-SNV", "15/TB-XYZ", every=True)),
    *[case("khoan_sai_dau", THONG_BAO, words("1. Các cơ quan khắc phục", f"{wrong} Các cơ quan khắc phục")) for wrong in ("1:", "1 -", "1")],
    *[case("diem_sai_dau", THONG_BAO, words("b) Một số", f"{wrong} Một số")) for wrong in ("b:", "b -")],
    case("muc_sai_thu_tu", THONG_BAO, words("II. YÊU CẦU", "I. YÊU CẦU"), drop("Tổng hợp kết quả")),
    case("muc_sai_thu_tu", THONG_BAO, drop("I. KẾT QUẢ KIỂM TRA")),
    case("khoan_sai_thu_tu", THONG_BAO, drop("1. Các cơ quan khắc phục")),
    case("diem_sai_thu_tu", THONG_BAO, drop("a) Một số văn bản")),
    case("khoan_diem_ghi_chu", QUYET_DINH, words("Quy chế này áp dụng đối với công chức của xã.", "Khoản 1. Quy chế này áp dụng đối với công chức của xã.")),
    case("loi_van_khong_canh_deu", THONG_BAO, lay("2. Văn phòng Sở theo dõi", '<w:jc w:val="center"/>')),
    # --- who decides, and what is attached
    *[case("tham_quyen_sai_kieu_chu", QUYET_DINH, look(one, "b=0")) for one in ("CHỦ TỊCH ỦY BAN", "QUYẾT ĐỊNH:")],
    *[case("tham_quyen_khong_canh_giua", QUYET_DINH, lay(one, '<w:jc w:val="right"/>')) for one in ("CHỦ TỊCH ỦY BAN", "QUYẾT ĐỊNH:")],
    *[case("tham_quyen_co_dau_cau", QUYET_DINH, words("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", f"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN{mark}")) for mark in ".,:"],
    *[case("can_cu_sai_mo_dau", QUYET_DINH, words("Căn cứ Luật Tổ chức", wrong)) for wrong in ("Luật Tổ chức", "Dựa vào Luật Tổ chức", "CĂN CỨ Luật Tổ chức")],
    *[case("ten_loai_sai_kieu_chu", QUYET_DINH, look("QUY CHẾ", "b=0"))],
    *[case("trich_yeu_sai_kieu_chu", QUYET_DINH, look("Văn thư của Ủy ban nhân dân xã", "b=0"))],
    case("phan_chuong_co_dau_cau", QUYET_DINH, words("QUY ĐỊNH CỤ THỂ", "QUY ĐỊNH CỤ THỂ.")),
    # --- numbers, names, words
    *[case("so_dinh_chu_so", THONG_BAO, words(_NUMBER, wrong)) for wrong in ("Số:15/TB-SNV",)],
    *[case("so_khong_phai_chu_so", CONG_VAN, words("Số: 120/", f"Số: {wrong}/")) for wrong in ("0", "(120)", "1.20")],
    case("thieu_ky_hieu", CONG_VAN, words("120/SNV-VP", "120")),
    *[case("chu_quan_thieu_ten_noi", CONG_VAN, words("UBND THÀNH PHỐ HUẾ", wrong)) for wrong in ("UBND", "UBND HUẾ")],
    *[case("chu_quan_thieu_ten_noi", QUYET_DINH, words("XÃ BÌNH ĐIỀN", wrong)) for wrong in ("XÃ",)],
    case("trich_yeu_cung_dong", THONG_BAO, raw(r"(>THÔNG BÁO)(</w:t></w:r>)</w:p><w:p>(?:<w:pPr>.*?</w:pPr>)?", r"\1 \2")),
    *[case("quyen_han_khong_viet_tat", THONG_BAO, words("KT. GIÁM ĐỐC", wrong)) for wrong in ("KÝ THAY GIÁM ĐỐC", "KT, GIÁM ĐỐC")],
    *[case("thanh_phan_hai_khoang_trang", THONG_BAO, words(one, one.replace(" ", "  ", 1))) for one in ("CỘNG HÒA XÃ HỘI", "SỞ NỘI VỤ", "THÔNG BÁO", "GIÁM ĐỐC", "Nguyễn Văn A")],
    case("noi_nhan_ca_dong_in_hoa", THONG_BAO, words("- Giám đốc Sở;", "- SỞ TÀI CHÍNH;")),
    case("luu_sai_dang", THONG_BAO, words("- Lưu: VT, VP.", "- Lưu: vt, vp.")),
    _says("viet_hoa_tung_chu", "Theo Dõi Việc Thực Hiện Của Các Đơn Vị Trong Năm."),
    case("so_thu_tu_thua_so_khong", THONG_BAO, words("2. Văn phòng Sở theo dõi", "02. Văn phòng Sở theo dõi")),
    case("so_thu_tu_thua_so_khong", QUYET_DINH, words("Điều 2.", "Điều 02.")),
    case("chuc_vu_kem_noi", QUYET_DINH, raw(r">CHỦ TỊCH</w:t>", ">CHỦ TỊCH XÃ BÌNH ĐIỀN</w:t>")),
    case("dia_danh_them_tai", THONG_BAO, words("Huế, ngày 05", "Tại Huế, ngày 05")),
    case("noi_nhan_viet_thuong", THONG_BAO, words("- Giám đốc Sở;", "- giám đốc Sở;")),
    case("dau_doan_viet_thuong", CONG_VAN, words(_BODY, _BODY[0].lower() + _BODY[1:])),
    case("muc_sai_thu_tu", QUYET_DINH, words("Chương I", "Chương đầu")),
    *[case("so_trang_sai_co_chu", THONG_BAO, raw(r"<w:r>(<w:t>2</w:t>)", rf"<w:r><w:rPr><w:{wrong}/></w:rPr>\1"), part="word/header1.xml") for wrong in ("color w:val='0000FF'", "u w:val='single'")],
    # --- annexes, copies, pages
    case("phu_luc_in_hoa", THONG_BAO, raw(">Phụ lục I</w:t>", ">Phụ Lục I</w:t>")),
    case("phu_luc_sai_cho_ten", THONG_BAO, drop("DANH MỤC VĂN BẢN GỬI CHẬM")),
    case("phu_luc_sai_cho_ten", THONG_BAO, raw(">Phụ lục II</w:t>", ">Phụ lục II: DANH MỤC CHẬM</w:t>"), drop("DANH MỤC VĂN BẢN GỬI CHẬM")),
    case("phu_luc_thieu_tu_phu_luc", THONG_BAO, words(", danh mục văn bản gửi chậm nêu tại Phụ lục II kèm theo", " kèm theo"), raw(r"(?s)<w:p>(?:(?!</w:p>).)*>Phụ lục II</w:t></w:r></w:p>", "")),
    *[case("kem_theo_sai_dang", THONG_BAO, words("(Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", wrong)) for wrong in (
        "[Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ]", "(kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        "(Kèm theo Thông báo số 15/TB-SNV ngày 05/3/2026 của Sở Nội vụ)", "(Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ.)")],
    case("so_trang_khong_tu_dau", CONG_VAN, raw("<w:pgNumType[^>]*/>|<w:titlePg/>", '<w:pgNumType w:start="3"/><w:titlePg/>')),
    case("so_trang_khong_tu_dau", spoilt(CONG_VAN, raw(r"(?s)(<w:p>)(?:(?!</w:p>).)*fldChar.*</w:p>", r"\1<w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>2</w:t></w:r></w:p>"), part="word/header1.xml")),
    case("thieu_so_trang", spoilt(CONG_VAN, raw(r"(?s)<w:p>(?:(?!</w:p>).)*fldChar.*</w:p>", "<w:p/>"), part="word/header1.xml"), after(_BODY, *_LONG)),
    # --- what a paper says of itself
    case("chu_toa_khac_nguoi_ky", BIEN_BAN, words("GIÁM ĐỐC", "CHỦ TỌA"), words("Chủ trì: Bà Trần Thị B,", "Chủ trì: Bà Trần Thị Hoa,")),
    case("hop_truoc_ngay_van_ban", GIAY_MOI, words("ngày 12 tháng 3 năm 2026", "ngày 02 tháng 3 năm 2026")),
    _says("van_ban_nay_khac_loai", "Văn phòng Sở theo dõi việc thực hiện Nghị quyết này."),
    *[case("ky_hop_khac", _RESOLUTION, words("KHÓA II, KỲ HỌP THỨ 3", wrong)) for wrong in ("KHÓA II, KỲ HỌP THỨ 4", "KHÓA III, KỲ HỌP THỨ 3")],
    case("ten_kem_theo_khac", QUYET_DINH, words("Ban hành kèm theo Quyết định này Quy chế", "Ban hành kèm theo Quyết định này Điều lệ")),
    case("goi_sai_cap_cua_minh", THONG_BAO, words("- Giám đốc Sở;", "- UBND tỉnh;")),
    _says("so_nguoi_khac_bang", "Tổ kiểm tra gồm 03 công chức có tên sau:", listed("Nguyễn Văn An", "Trần Thị Bình")),
    _says("mot_nguoi_hai_dong", "Tổ kiểm tra gồm các công chức có tên sau:", listed("Nguyễn Văn An", "Trần Thị Bình", "Nguyễn Văn An")),
    _says("thu_ve_hon_phat_ra", "Văn phòng Sở phát ra 21 phiếu, thu về 23 phiếu."),
    case("tham_quyen_khac_chu_ky", QUYET_DINH, words("CHỦ TỊCH ỦY BAN", "ỦY BAN")),
    case("bao_cao_truoc_ky", _REPORT, words("văn thư tháng 01 năm 2026", "văn thư quý II năm 2026", every=True)),
    case("ky_hieu_nghi_cua_so_khac", CONG_VAN, words("120/SNV-VP", "120/STP-VP")),
    case("ket_thuc_truoc_bat_dau", BIEN_BAN, words("kết thúc vào 10 giờ 00 phút, ngày 05", "kết thúc vào 10 giờ 00 phút, ngày 04")),
    _says("trich_dan_ky_hieu_viet_sai", "Văn phòng Sở theo dõi việc thực hiện Kế hoạch số 12-KH/UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân thành phố về văn thư."),
    _says("trich_dan_thieu_con_so", "Văn phòng Sở theo dõi việc thực hiện Kế hoạch số KH-UBND."),
    _says("ngay_qua_so_ngay_cua_thang", "Văn phòng Sở theo dõi, báo cáo trước ngày 35."),
    _says("so_nam_khac_khoang", "Văn phòng Sở theo dõi việc thực hiện giai đoạn 04 năm (2021 - 2025)."),
    case("so_thu_tu_dinh_chu", THONG_BAO, words("2. Văn phòng Sở theo dõi", "2.Văn phòng Sở theo dõi")),
    case("so_thu_tu_dinh_chu", THONG_BAO, words("2. Văn phòng Sở theo", "2.Văn phòng Sở theo"), after("dõi việc thực hiện.", doan("3. Thanh tra Sở kiểm tra."))),
    _says("ten_rieng_sai_chu_hoa", "Văn phòng Sở tổ chức học tập tư tưởng Hồ chí Minh."),
    _says("thu_viet_hoa_giua_cau", "Văn phòng Sở báo cáo vào Thứ Hai."),
    _says("hang_huan_chuong_viet_thuong", "Văn phòng Sở được tặng Huân chương Lao động hạng ba."),
)  # fmt: skip

RIGHT = (
    _RESOLUTION, _REPORT,
    # Two lists of one paper, each from its beginning; a section by letters above the Roman ones.
    spoilt(THONG_BAO, words("II. YÊU CẦU", "B. YÊU CẦU")),
    # A range of years, a term from one midyear to another; a name over several rows of what people do.
    spoilt(THONG_BAO, words("Văn phòng Sở theo dõi việc thực hiện.", "Văn phòng Sở theo dõi việc thực hiện nhiệm kỳ 05 năm (2021 - 2026), giai đoạn 05 năm (2021 - 2025).")),
    spoilt(THONG_BAO, words("Văn phòng Sở theo dõi việc thực hiện.", "Văn phòng Sở phát ra 23 phiếu, thu về 21 phiếu.")),
)

"""Right and wrong texts for the rules on words: rule → what it leaves alone, what it finds.

A text is one paragraph, several in a list, or the arguments of ``tests.helpers.paper.paper``; what is found is the part at fault.
"""

from __future__ import annotations

from typing import Any

Text = str | list[str] | dict[str, Any]

CASES: dict[str, tuple[list[Text], list[tuple[Text, str]]]] = {
    "dieu_khoan_bang_chu": (
        ["Như Điều 4;", "Điều hai bên đã thỏa thuận được ghi nhận.", "Chi khoản một lần theo khoản 3 Điều 5.", "nhiều khoản ba mươi triệu đồng",
         "các khoản hai bên thống nhất", "điều một người dân mong đợi."],
        [("- Như Điều bốn;", "Điều bốn"), ("theo Điều hai Quyết định này", "Điều hai"), ("tại khoản ba Điều 5 Luật Đất đai", "khoản ba"),
         ("có tên tại Điều một chịu trách nhiệm, theo Điều mười hai.", "Điều mười hai")],
    ),
    "so_thu_tu_dinh_chu": (["1. Các xã nộp báo cáo.", "a) Nội dung", "2.000 hồ sơ", "1.1. Nội dung", "V.A Lê-nin"], [("1.Các xã nộp báo cáo.", "1."), ("a)Nội dung", "a)"), ("IV.Tổ chức", "IV.")]),
    "trich_dan_thieu_con_so": (
        ["Kế hoạch số 12/KH-UBND", "Kế hoạch số       /KH-UBND", "Kế hoạch số …/KH-UBND"],
        [("theo Kế hoạch số KH-UBND của xã", "Kế hoạch số KH-UBND"), ("theo Quyết định số /QĐ-UBND", "Quyết định số /QĐ-UBND")],
    ),
    "ngay_qua_so_ngay_cua_thang": (
        ["trước ngày 25", "sau 45 ngày", "từ ngày 30/4", "đến ngày 365 của năm", "trước ngày 31 hằng tháng"],
        [("báo cáo trước ngày 35 hằng tháng", "trước ngày 35"), ("hoàn thành trước ngày 32.", "trước ngày 32")],
    ),
    "so_nam_khac_khoang": (
        ["giai đoạn 05 năm (2021 - 2025)", "nhiệm kỳ 5 năm (2021 - 2026)", "kế hoạch 3 năm (2024 - 2026)", "trong 2 năm (2025 và 2026)"],
        [("giai đoạn 04 năm (2021 - 2025)", "04 năm (2021 - 2025)"), ("trong 4 năm (2021 - 2025) và 5 năm (2026 - 2030)", "4 năm (2021 - 2025)"), ("kế hoạch 3 năm (2024 - 2028)", "3 năm (2024 - 2028)"), ("trong 6 năm (từ năm 2021 đến năm 2025)", "6 năm (từ năm 2021 đến năm 2025)")],
    ),
    "ten_rieng_sai_chu_hoa": (
        ["tư tưởng Hồ Chí Minh", "ĐIỆN BIÊN PHỦ", "tới Vũng Tàu", "Cách mạng tháng Tám", "Thành phố Hồ Chí Minh"],
        [("tới vũng Tàu", "vũng Tàu"), ("V.I Lê-Nin", "V.I Lê-Nin"), ("chiến thắng điện biên phủ", "điện biên phủ"), ("phong trào xô viết nghệ tĩnh", "xô viết nghệ tĩnh")],
    ),
    "viet_hoa_tung_chu": (
        ["Kết quả kiểm tra công tác văn thư của các xã", "Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường dự họp", "Sở Nội vụ, Sở Tài chính và Sở Tư pháp Thành phố Hồ Chí Minh"],
        [("Kết Quả Kiểm Tra Công Tác Văn Thư Của Các Xã", "Kết Quả Kiểm Tra Công Tác Văn Thư Của Các Xã")],
    ),
    "thu_viet_hoa_giua_cau": (
        ["Thứ Hai, ngày 24/8/2026", "thứ Hai hằng tuần", "họp vào thứ Hai", "Thứ trưởng Nguyễn Văn A"],
        [("họp vào Thứ Hai hằng tuần", "Thứ"), ("từ thứ Hai đến Thứ Sáu", "Thứ")],
    ),
    "hang_huan_chuong_viet_thuong": (
        ["Huân chương Lao động hạng Ba", "khách sạn hạng nhất", "Huân chương Độc lập"],
        [("Huân chương Lao động hạng ba", "ba"), ("Huy chương Kháng chiến hạng nhất", "nhất")],
    ),
    # --- characters ---------------------------------------------------------------------------------------
    "chu_to_hop_roi": (
        ["Ủy ban nhân dân xã Bình Điền", "Thư điện tử: abc@example.vn", "25 °C, 3 m²"],
        [("U\u0309y ban nhân dân xa\u0303", "U\u0309y ban nhân dân xa\u0303"), ("Bi\u0300nh Điền", "i\u0300"), ("tiê\u0301p", "ê\u0301")],
    ),
    "phong_chu_cu": (
        ["Vitamin A 60 µg, iốt (µg); tổng 80 µg.",
         "Cộng hòa xã hội chủ nghĩa Việt Nam", "Citroën"],
        [("x· héi ViÖt Nam, ®éc lËp", "x· héi ViÖt Nam, ®éc lËp"), ("Coäng hoøa xaõ hoäi", "Coäng hoøa xaõ hoäi")],
    ),
    "chu_nhin_giong": (
        ["Điều 1. Đối tượng", "góc α = 30°, điện trở 5 kΩ, 3 µm"],
        [("Ðiều 1. Đối tượng", "Ðiều"), ("х\u00e3 Bình Điền", "хã"), ("Ủy bаn nhân dân", "bаn"), ("Số １２", "１２")],
    ),
    "ky_tu_vo_hinh": (["xã Bình Điền", "xã\u00a0Bình Điền"], [("xã\u200b Bình Điền", "\u200b"), ("\ufeffxã Bình Điền", "\ufeff"), ("thủ\u00adtục", "\u00ad")]),
    "khoang_trang_la": (["xã Bình Điền", "30\u00a0mm"], [("xã\u2003Bình Điền", "\u2003"), ("xã \u3000 Bình Điền", " \u3000 ")]),
    "ky_tu_hong": (["mã số “á”", "Ã và ã"], [("cá»™ng hòa", "á»™"), ("c\ufffdng hòa", "\ufffd"), ("xÃ£ Bình Điền", "Ã£")]),
    "dau_toan_hinh": (["Đảng ủy, Ủy ban"], [("Đảng ủy，Ủy ban", "，"), ("hết。", "。"), ("như sau：", "：")]),
    "van_ban_khong_dau": (
        ["Uy ban", "Ủy ban nhân dân xã Bình Điền đã tiếp nhận hồ sơ của công dân trên địa bàn. " * 4],
        [("Uy ban nhan dan xa Binh Dien da tiep nhan ho so. " * 6, "Uy ban nhan dan xa Binh Dien da tiep nhan ho so. " * 6)],
    ),
    "dau_thanh_hai_kieu": (
        ["hòa giải, thủy lợi, khỏe", "hoà giải, thuỷ lợi", "hòa giải tại xã Hoà Bình và Ủy ban", "quý I, hoàn thành, thủy lợi"],
        [("hòa giải, thủy lợi, thuỷ sản", "thuỷ"), ("hoà giải, thuỷ lợi, khỏe", "khỏe"), (["hóa đơn", "hóa chất", "tài khoá"], "khoá")],
    ),
    # --- spaces and marks ---------------------------------------------------------------------------------
    "hai_khoang_trang": (
        ["Ủy ban nhân dân xã", "Ban hành ngày      tháng 6 năm 2026", "Số:      /TB-UBND", "  thụt đầu dòng", "cuối dòng   "],
        [("Ủy ban  nhân dân xã", "  "), ("xã,   phường", "   "), ("xã \u00a0phường", " \u00a0"), ("Lưu: VT.  Gửi", "  ")],
    ),
    "khoang_trang_truoc_dau": (
        ["xã, phường; đặc khu: đủ.", "tệp .docx", "còn lại ...", "tỷ lệ 1 :500", "tháng     , năm"],
        [("xã , phường", "ã ,"), ("gồm :", "m :"), ("đã báo cáo .", "o ."), ("(đã nêu) ;", ") ;"), ("bao nhiêu ?", "u ?")],
    ),
    "khoang_trang_trong_ngoac": (
        ["(để báo cáo)", "“một cửa”", "(    )", "( … )"],
        [("( để báo cáo)", "( đ"), ("(để báo cáo )", "o )"), ("“ một cửa”", "“ m"), ("“một cửa ”", "a ”")],
    ),
    "thieu_khoang_trang_sau_dau": (
        ["xã, phường", "1,5 ha; 12:30", "thư điện tử abc@example.gov.vn", "https://example.vn:8080/a,b", "TP.Huế, v.v.", "tệp ke-hoach.Docx",
         {"body": ["Nội dung."], "noi_nhan": ["- Lưu: VT, NC.Châu."]}],
        [("xã,phường", "ã,"), ("đã báo cáo;đề nghị", "o;"), ("đã báo cáo.Đề nghị", "áo."), ("như sau:xã", "u:")],
    ),
    "thieu_khoang_trang_truoc_ngoac": (["cải cách hành chính (CCHC)", "f(x)", "hồ sơ(s)"], [("cải cách hành chính(CCHC)", "h("), ("xã(trừ xã A)", "ã(")]),
    "ngoac_kep_hai_kieu": (
        ["“một cửa” và “một cửa liên thông”", 'chỉ "một cửa"', '“màn hình” 24"'],
        [('“một cửa” và "liên thông"', '"'), (["“một cửa”", 'cơ chế "liên thông"'], '"')],
    ),
    "dau_cau_lap": (
        ["v.v.; vân vân...", "tr., tp., v.v.,", "Trần Phú,...", "../..", "./.", "hết …", "Ai?!"],
        [("theo quy định..", ".."), ("xã,, phường", ",,"), ("quy định,.", ",."), ("đã nêu;.", ";."), ("báo cáo. Theo quy định.,", ".,")],
    ),
    "khoang_nam_hai_kieu": (
        ["giai đoạn 2021-2025, 2026-2030", "giai đoạn 2021 - 2025", "số 2024-2025/QĐ, ngày 12-02-2025"],
        [("2021-2025, 2026-2030, 2019 - 2020", " - "), (["2021 - 2025 và 2026 - 2030", "năm 2019–2020"], "–")],
    ),
    "tab_trong_cau": (["1.\tNội dung", "Họ tên:\tNguyễn Văn A", "\tthụt đầu dòng"], [("xã đã\tbáo cáo", "\t"), ("xã,\t\t phường", "\t\t ")]),
    "ngoac_don_khong_dong": (
        ["“…đ) Đối với hộ nghèo", "“đ) Đối với hộ nghèo", "a) Các tháng trong quý (tháng 9, 10, 11) đều tăng",
         "(để báo cáo)", "1) xã; 2) phường; a) thị trấn", ["(Kèm theo Thông báo số 12/TB-UBND", "ngày 12 tháng 6 năm 2026)"], "((xã))", "a) không quá 1/3 (một phần ba) tổng số", "xã; b) phường (lớp a)"],
        [("các xã (trừ xã A", "("), ("trừ xã A) đã báo cáo", ")"), (["xã (A", "x", "y", "z"], "("), ("(xã) và (phường", "(")],
    ),
    "thieu_dau_cuoi_doan": (
        [["Kết quả đạt được", "Hết."], ["Các xã đã báo cáo đủ số liệu theo yêu cầu. Đề nghị các phòng tổng hợp.", "Hết."], ["Xã đã nộp. Cảm ơn", "Hết."]],
        [(["Các xã đã báo cáo đủ số liệu theo yêu cầu. Đề nghị các phòng tổng hợp", "Hết."], "p")],
    ),
    "cau_dan_thieu_hai_cham": (
        [["Ủy ban nhân dân xã thông báo kết quả như sau:", "Hết."], ["Nhiệm vụ như sau", "Hết."], ["Các xã làm như sau đây một năm", "Hết."]],
        [(["Ủy ban nhân dân xã thông báo kết quả như sau", "Hết."], "u"), (["Ủy ban nhân dân phường trân trọng kính mời", "Ông Nguyễn Văn A."], "i")],
    ),
    "dau_cham_than": (
        ["Xin trân trọng cảm ơn!", "Hãy bảo vệ rừng!", "Tập trung! Các xã báo cáo.", "Đạt 98%."],
        [("Đề nghị các xã báo cáo đúng hạn!", "!"), ("Hội nghị họp ngày 12/5/2026! ", "!")],
    ),
    "don_vi_hanh_chinh_sai_dau": (
        ["UBND tỉnh, UBND xã", "nâng cao cho Nhân dân tinh thần", "UBND tinh gọn bộ máy", "trên địa bàn xa trung tâm", "HĐND phường"],
        [("báo cáo UBND tinh", "tinh"), ("Ủy ban nhân dân xa Bình Điền", "xa"), ("trên địa bàn phương", "phương")],
    ),
    "khoang_trang_mot_ben": (
        ["Văn hóa - Xã hội; và/hoặc", "- Lưu: VT", "Bru-Vân Kiều", "từ -5 độ", "12/ 15", "II- MỤC TIÊU"],
        [("Văn hóa- Xã hội", "- "), ("đơn vị/ cá nhân", "/ "), ("đơn vị /cá nhân", " /")],
    ),
    "tieu_de_muc_dau_hai_cham": (
        [["1. Kết quả:", "Tốt.", "2. Hạn chế:", "Không.", "3. Yêu cầu:", "Không."], ["1. Kết quả:", "Tốt.", "2. Hạn chế", "Không."], ["1. Xã A:", "2. Xã B", "3. Xã C", "Hết."]],
        [(["1. Kết quả:", "Tốt.", "2. Hạn chế:", "Không.", "3. Yêu cầu", "Không."], "3. Yêu cầu")],
    ),
    # --- capitals -----------------------------------------------------------------------------------------
    "ten_co_quan_sai_chu_hoa": (
        ["Bộ Chính trị, Ban Chấp hành Đảng bộ tỉnh", "b) Trạm y tế xã, phường báo cáo hằng tuần", "Trạm y tế các xã trực 24 giờ", "các công ty, Công ty TNHH An Bình", "CÔNG TY AN BÌNH", "tái cơ cấu bộ chính trị",
         "ủy viên thường trực Hội đồng nhân dân xã", "hạt kiểm lâm các xã", "Ủy ban Bầu cử xã, Ủy ban bầu cử xã", "Ban chỉ huy quân sự xã", "Hạt Kiểm lâm khu vực", "Trung tâm Phục vụ Hành chính công xã", "Trung tâm Phục vụ hành chính công xã", "Ủy ban nhân dân xã, Uỷ ban nhân dân tỉnh, Sở Nội vụ", "cán bộ tài chính; cơ sở y tế", "các sở công thương", "SỞ NỘI VỤ", "các sở tài chính", "Bộ Giáo dục và Đào tạo", "Quốc hội, Chính phủ, Thủ tướng Chính phủ", "ông Trần Quốc Hội", "chính phủ các nước", "QUỐC HỘI"],
        [("Nghị quyết của Bộ chính trị", "Bộ chính trị"), ("Trạm y tế xã Bình Điền báo cáo", "Trạm y tế"), ("giao Trạm y tế xã, phường báo cáo", "Trạm y tế"), ("của Ban chấp hành Đảng bộ tỉnh", "Ban chấp hành Đảng bộ"), ("với Công Ty TNHH An Bình", "Công Ty"), ("báo cáo ủy ban MTTQ Việt Nam xã", "ủy ban MTTQ"), ("báo cáo thường trực Hội đồng nhân dân xã", "thường trực Hội đồng nhân dân"), ("Nghị định số 12/2025/NĐ-CP ngày 05/3/2025 của chính phủ", "chính phủ"), ("Hạt kiểm lâm khu vực", "Hạt kiểm lâm"),
         ("đại biểu Quốc Hội", "Quốc Hội"), ("Nghị quyết của Chính Phủ", "Chính Phủ"), ("Thủ tướng chính phủ", "Thủ tướng chính phủ"), ("ủy ban nhân dân xã", "ủy ban nhân dân"), ("Ủy Ban Nhân Dân xã", "Ủy Ban Nhân Dân"), ("gửi Sở nội vụ", "Sở nội vụ"), ("Bộ Công thương", "Bộ Công thương"), ("và sở Công thương", "sở Công thương"),
         ("giao sở Giáo dục và đào tạo", "sở Giáo dục và đào tạo"),
         ("Bộ Giáo dục và đào tạo", "Bộ Giáo dục và đào tạo"), ("Hội đồng Nhân dân", "Hội đồng Nhân dân"), ("Phòng Văn hóa – xã hội", "Phòng Văn hóa – xã hội")],
    ),
    "ten_luat_sai_chu_hoa": (
        ["Luật Ngân sách Nhà nước", "Luật Đất đai, Bộ luật Hình sự", "Thực hiện Luật Lâm nghiệp", "theo luật Anh", "theo luật Hồi giáo", "đúng luật chơi", "theo luật Việt Nam", "pháp luật đất đai", "xử lý kỷ luật viên chức", "LUẬT ĐẤT ĐAI", "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức chính quyền địa phương"],
        [("Thực hiện luật Lâm nghiệp, Luật Thủy lợi", "luật Lâm"), ("Căn cứ luật Thủy lợi;", "luật Thủy"), ("Luật đất đai", "Luật đất đai"), ("luật Đất đai", "luật Đất đai"), ("Bộ Luật Hình sự", "Bộ Luật Hình sự"), ("Luật Tổ Chức chính quyền địa phương", "Luật Tổ Chức chính quyền địa phương")],
    ),
    "ten_nguoi_viet_thuong": (
        ["bà Trần Thị B", "văn thư xã", "Siêu thị Big C", "Lê văn bản", "Phòng văn Hóa"],
        [("bà Trần thị Bình", "thị"), ("ông Nguyễn văn An", "văn"), ("bà Quàng thị Hoa", "thị"), ("ông Bế văn Nam", "văn")],
    ),
    "danh_hieu_sai_chu_hoa": (
        ["Huân chương Lao động hạng Ba", "NGHỆ SĨ NHÂN DÂN", "nghệ sĩ quần chúng"],
        [("tặng Huân chương lao động", "Huân chương lao động"), ("nghệ sĩ nhân dân", "nghệ sĩ nhân dân")],
    ),
    "thang_viet_thuong": (["trong tháng Tám", "sau tám tháng", "trong tháng 8", "trong tháng mười một ngày"], [("hoàn thành trong tháng tám", "tám"), ("hết tháng mười", "mười")]),
    "nam_am_lich_viet_thuong": (["Tết Nguyên đán Đinh Mùi", "năm tân binh", "năm quý trước"], [("Tết Nguyên đán Đinh mùi", "mùi"), ("năm kỷ tỵ", "tỵ")]),
    "nhan_vat_lich_su_viet_thuong": (["tấm gương Bác Hồ", "bác Hồ Văn A", "thủy triều lên", "triều Lý"], [("tấm gương bác Hồ", "bác"), ("thời triều lý", "lý")]),
    "trich_dan_thieu_ky_hieu": (
        ["Kế hoạch số 36/KH-UBND ngày 02/02/2026", "Nghị quyết số 57-NQ/TW ngày 22/12/2024", "Thông báo số 3"],
        [("theo Kế hoạch số 36 ngày 02/02/2026", "Kế hoạch số 36")],
    ),
    "ten_vung_sai_chu_hoa": (
        ["vùng Tây Bắc, các tỉnh Tây Nguyên, miền Trung", "phía tây bắc của xã", "gió đông bắc", "Miền Trung", "ĐỒNG BÀO MIỀN TRUNG", "cán bộ nam bộ đội"],
        [("đồng bào vùng tây bắc", "tây bắc"), ("các tỉnh Tây nguyên", "Tây nguyên"), ("ủng hộ miền trung", "miền trung"), ("các tỉnh Đông Nam bộ", "Đông Nam bộ")],
    ),
    "su_kien_lich_su_ghi_so": (
        ["Cách mạng tháng Tám", "đường Cách mạng tháng 8", "trong cách mạng tháng 8/2026"],
        [("kỷ niệm Cách mạng tháng 8", "Cách mạng tháng 8"), ("cách mạng tháng Mười", "cách mạng tháng Mười")],
    ),
    "chuc_vu_thua_chu_hoa": (
        ["Chủ tịch, các Phó Chủ tịch", "CHỦ TỊCH", "Trưởng Phòng Tư pháp", "Chánh Văn phòng"],
        [("các Phó Chủ Tịch UBND xã", "Chủ Tịch"), ("Giám Đốc Sở", "Giám Đốc"), ("Chánh Văn Phòng", "Chánh Văn Phòng")],
    ),
    "viet_tat_nuoc_ngoai_viet_thuong": (
        ["các nước ASEAN", "trang asean.org", "thư asean@example.vn"], [("các nước Asean", "Asean"), ("do Unesco công nhận", "Unesco")],
    ),
    "danh_tu_dia_hinh_viet_hoa": (
        ["ven vịnh Hạ Long", "Ông Đèo Văn Ết, bà Sông Thị Mai", "Ban Quản lý Vịnh Hạ Long", "tại Sông Đà", "Vịnh Hạ Long rộng"], [("khảo sát ven Vịnh Hạ Long", "Vịnh"), ("nạo vét Sông Vàm Cỏ", "Sông")],
    ),
    "ten_bao_viet_thuong": (
        ["báo Nhân Dân, tạp chí Cộng sản", "thông báo thanh niên trong xã", "để báo nhân dân biết"],
        [("đặt mua báo nhân dân", "báo nhân dân"), ("đọc tạp chí cộng sản", "tạp chí cộng sản")],
    ),
    "trich_dan_thieu_ten_loai": (
        ["Căn cứ Kế hoạch số 36/KH-UBND ngày 02/02/2026", "tại số 12/A đường Lê Lợi", "theo số liệu ngày 02/02/2026"],
        [("Căn cứ số 36/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân xã", "số 36/KH-UBND"), ("thực hiện theo số 12/2024/NĐ-CP ngày 02/02/2024", "số 12/2024/NĐ-CP")],
    ),
    "gach_dau_dong_dinh_chu": (["- Sở Nội vụ;", "-5 độ C", "-nt-", "xã-phường"], [("-Sở Nội vụ;", "-"), ("+Các thôn", "+")]),
    "van_ban_nay_viet_thuong": (
        [{"loai": "QĐ", "body": ["thi hành Quyết định này."]}, {"loai": "KH", "body": ["thực hiện kế hoạch này"]}, "thi hành quyết định này"],
        [({"loai": "QĐ", "body": ["Các thôn chịu trách nhiệm thi hành quyết định này."]}, "quyết định")],
    ),
    "ngay_le_sai_chu_hoa": (
        ["Ngày Giải phóng miền Nam", "ngày Quốc khánh 02/9", "Ngày Quốc tế Lao động", "tết Nguyên đán", "Tết Nguyên đán"],
        [("ngày giải phóng Miền Nam", "ngày giải phóng Miền Nam"),
         ("ngày quốc khánh", "ngày quốc khánh"), ("tết Nguyên Đán", "tết Nguyên Đán"), ("ngày nhà giáo Việt Nam", "ngày nhà giáo Việt Nam")],
    ),
    "dau_cau_viet_thuong": (
        ["Đã báo cáo. Đề nghị xã.", "hồ sơ đi kèm. ii) Yêu cầu ký; hồ sơ đi kèm. b) Nộp bản sao", "tr. 5, v.v. và các xã", "xem tệp a.docx. Xã", "năm 2024. Các xã", "TP. mới"],
        [("Đã báo cáo. đề nghị xã", "đề"), ("hồ sơ đi kèm. vi phạm thì phạt", "vi"), ("Các xã nộp đủ! riêng xã A", "riêng"), ("trong năm 2024. các xã", "các")],
    ),
    "dau_doan_viet_thuong": (
        [["như sau:", "- các xã;", "- các phường."], ["Đã báo cáo.", "Đề nghị xã."], ["Đã báo cáo.", "a) Các xã."], ["Gồm các xã;", "các phường."], ["xã Bình Điền."], ["Đạt 98%, gồm:", "các xã."], ["Gồm:", "1. các xã;", "2. các phường."]],
        [(["Gồm:", "1. hướng dẫn các xã;", "2. Tổng hợp kết quả."], "hướng"), (["QUYẾT ĐỊNH:", "Điều 1. ban hành Quy chế."], "ban"), (["Đã nộp đủ./.", "các xã tiếp tục thực hiện."], "các"), (["Tỷ lệ đạt 98%.", "các xã tiếp tục thực hiện."], "các"), (["Đã báo cáo (nếu có).", "các xã tiếp tục thực hiện."], "các"), (["Đã báo cáo đủ.", "đề nghị các xã."], "đề"), (["Đã báo cáo đủ.", "- ý kiến của xã."], "ý")],
    ),
    "dieu_viet_thuong": (
        ["Nhiều điều 4 người cùng nêu", "có mấy điều 3 thôn góp ý", "khoản 2 Điều 5 Chương II Luật Đất đai", "sửa đổi 3 điều 5 khoản", "một số điều của Luật", "danh mục 2 của Quyết định", "mục 3 của báo cáo", "thành phần 2 của Đề án", "mục 1, mục 2 nêu trên", "điểm a mục 2", "Tiểu mục 1 Mục 2 Chương V", "CHƯƠNG II MỤC 1"],
        [("theo điều 4 người lao động được nghỉ", "điều"), ("khoản 2 điều 5 người dùng", "điều"),
         ("khoản 2 điều 5 Luật Đất đai", "điều"), ("theo điều 12 Nghị định", "điều"), ("tại chương II Luật Đất đai", "chương"), ("mục 3 Chương II", "mục"),
         ("tại mục 3 chương II", "mục"), ("tại Mục 3 chương II", "chương"), ("Điều 12 mục 2", "mục"), ("tiểu mục 1 Mục 2 Chương V", "tiểu mục"), ("Tiểu Mục 1 Mục 2", "Tiểu Mục")],
    ),
    "khoan_diem_viet_hoa": (
        ["theo điểm a khoản 2 Điều 5", "Khoản 2 Điều 5 quy định", "Đã nêu. Khoản 2 quy định", "Điểm trung bình"],
        [("theo Khoản 2 Điều 5", "Khoản"), ("tại Điểm a khoản 2", "Điểm"), ("Điều 5, Khoản 2", "Khoản")],
    ),
    "nhan_dan_viet_thuong": (
        ["Ủy bân nhân dân xã", "phục vụ Nhân dân", "Ủy ban nhân dân, Tòa án nhân dân, Quỹ tín dụng nhân dân, Công an nhân dân", "đồng nhân dân tệ", "các đoàn thể nhân dân", "Chứng minh nhân dân số 0"],
        [("phục vụ nhân dân", "nhân dân"), ("cán bộ và nhân dân trong xã", "nhân dân")],
    ),
    "nha_nuoc_viet_thuong": (
        ["chính sách của Đảng và Nhà nước", "quản lý nhà nước, ngân sách nhà nước, cơ quan nhà nước", "của nhà nước pháp quyền", "NHÀ NƯỚC"],
        [("quản lý của Nhà Nước", "Nhà Nước"), ("chính sách của Đảng và nhà nước", "nhà nước"), ("tài sản của nhà nước", "nhà nước"), ("nhà nước và Nhân dân cùng làm", "nhà nước")],
    ),
    "chuc_vu_viet_thuong": (
        ["Chủ tịch Ủy ban nhân dân xã, Phó Giám đốc Sở Nội vụ", "các chủ tịch, giám đốc", "chủ tịch hội đồng quản trị", "giám đốc trung tâm"],
        [("do chủ tịch UBND xã ký", "chủ tịch"), ("phó giám đốc Sở Nội vụ", "phó giám đốc"), ("chánh văn phòng HĐND và UBND", "chánh văn phòng")],
    ),
    "ten_loai_viet_thuong": (
        ["theo Thông báo kết luận số 196-TB/TW", "Pháp lệnh số 02/2022/UBTVQH15", "theo Kế hoạch số 12/KH-UBND", "các kế hoạch của xã", "kế hoạch số 1", "dự án số 02/2024"],
        [("theo kế hoạch số 12/KH-UBND", "kế hoạch"), ("nghị định số 30/2020/NĐ-CP", "nghị định"), ("chỉ thị số 05-CT/TW", "chỉ thị")],
    ),
    "thang_viet_hoa": (
        ["trong tháng 10 năm 2026", "Tháng 10 vừa qua", "Cách mạng Tháng 8", "chào mừng Ngày 26/3", "xong. Tháng 10"],
        [("trong Tháng 10 năm 2026", "Tháng"), ("đến Ngày 05/10/2026", "Ngày"), ("từ Ngày 05 tháng 10", "Ngày")],
    ),
    "thu_viet_thuong": (
        ["thứ Hai, ngày 24/8/2026", "lần thứ hai", "đăng ký thay đổi lần thứ hai ngày 12/3/2024", "khóa thứ ba, ngày 12/3/2024", "ngày thứ hai của đợt", "thứ hai, các xã", "tuần thứ hai hằng tháng"],
        [("Sáng thứ năm hằng tuần", "năm"), ("họp vào thứ hai hằng tuần", "hai"), ("từ thứ hai đến hết thứ Sáu", "hai"), ("từ thứ Hai đến thứ sáu", "sáu"), ("thứ hai, ngày 24/8/2026", "hai"), ("Thứ ba (25/8/2026)", "ba"), ("sáng thứ tư hằng tuần", "tư")],
    ),
    "noi_nhan_viet_thuong": (
        [{"body": ["Nội dung."], "noi_nhan": ["- Văn phòng UBND tỉnh;", "- Các sở, ban, ngành;", "- như Điều 2;"]}],
        [({"body": ["Nội dung."], "noi_nhan": ["- văn phòng UBND tỉnh;", "- Lưu: VT."]}, "v"), ({"body": ["Nội dung."], "noi_nhan": ["- công an xã;"]}, "c")],
    ),
    "don_vi_mot_minh_viet_hoa": (
        [{"body": ["trên địa bàn Thành phố, các cơ quan"], "co_quan": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"]},
         "báo cáo UBND tỉnh", "UBND Thành phố Hồ Chí Minh", "UBND Tỉnh Nghệ An", ["Thành phố Huế (sau đây gọi là Thành phố)", "báo cáo UBND Thành phố."]],
        [("báo cáo UBND Tỉnh.", "Tỉnh"), ("trên địa bàn Xã, các cơ quan", "Xã"), ("Chủ tịch UBND Tỉnh giao các sở", "Tỉnh")],
    ),
    "don_vi_viet_hoa": (
        ["trên địa bàn tỉnh Nghệ An", "của Xã Tân Phước 1", "tại Phường Điện Biên Phủ", "và Phường 3", "của Xã Nguyễn Phích", "thuộc Thành phố Hồ Chí Minh", "của Tỉnh Đoàn", "Xã Bình Điền báo cáo", "các Tỉnh ủy, Thành ủy", "các xã, phường", "các Phường 3, 4", "Xã, phường", "các Xã đoàn"],
        [("UBND các Xã, Phường", "Xã, Phường"), ("tại Xã Bình Điền 3 ngày", "Xã"), ("các Tỉnh, Thành phố trực thuộc Trung ương", "Tỉnh, Thành phố"), ("Các Phường tổng hợp", "Phường"), ("trên địa bàn Tỉnh Nghệ An", "Tỉnh"), ("tại Xã Bình Điền", "Xã"), ("của Thành phố Huế", "Thành phố"), ("tại Huyện Ba Vì", "Huyện")],
    ),
    "don_vi_so_viet_thuong": (
        ["Quận 1, Phường 3", "các quận", "phường 3 hồ sơ"],
        [("tại quận 1", "quận"), ("phường 3, Quận 5", "phường")],
    ),
    "don_vi_dac_biet_sai_chu_hoa": (
        ["Thành phố Hồ Chí Minh, Thủ đô Hà Nội", "các thành phố Hồ Chí Minh, Huế"],
        [("tại thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"), ("thủ đô Hà Nội", "thủ đô Hà Nội")],
    ),
    "ten_don_vi_viet_thuong": (
        ["xã Bình Điền", "XÃ BÌNH ĐIỀN", "xã bình yên", "xã Hương Thủy tiến hành", "tỉnh đoàn kết", "xã Văn hóa- Xã hội"],
        [("phường Kim long", "Kim long"), ("tỉnh nghệ an", "nghệ an"), ("trên địa bàn xã Bình điền", "Bình điền"), ("xã bình điền", "bình điền")],
    ),
    # --- citations ----------------------------------------------------------------------------------------
    "trich_dan_thieu_ngay": (
        [{"body": ["Nội dung."], "bang": [["Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã"]], "phu_luc": ["PHỤ LỤC", "như Kế hoạch số 12/KH-UBND"]},
         ["theo Nghị định số 136/2025/NĐ- CP ngày 12/6/2025 của Chính phủ về phân cấp", "tại Nghị định số 136/2025/NĐ-CP"],
         "theo Quyết định số 12/QĐ-TTg 16/06/2022 của Thủ tướng Chính phủ phê duyệt Đề án", ["theo Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ về đánh giá (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP ngày 17/7/2023)", "theo Mẫu số 02 của Nghị định số 48/2023/NĐ-CP"],
         {"body": ["theo Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về văn thư"], "phu_luc": ["PHỤ LỤC", "như Kế hoạch số 12/KH-UBND"]}, "theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư", "Luật Đất đai", "(Kèm theo Thông báo số 12/TB-UBND của Ủy ban nhân dân xã)",
         ["theo Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về văn thư", "tại Kế hoạch số 12/KH-UBND"], "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020 về văn thư", "1. Kết quả thực hiện Kế hoạch số 13/KH-UBND",
         "Ngày 09/01/2026, Hội có Công văn số 282/HHDN-K4 đề nghị gia hạn", "Nghị định số 31/2025/NĐ-CP ngày 05/3/2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP",
         "theo Kế hoạch số 15/KH-UBND ngày      tháng      năm 2026 của UBND xã về chuyển đổi số", "Nghị quyết số 76/NQ-CP năm 2021 của Chính phủ ban hành Chương trình tổng thể", "Kế hoạch số 15/KH-UBND ban hành năm 2025 của UBND xã"],
        [({"body": ["Nội dung."], "phu_luc": ["PHỤ LỤC", "như Kế hoạch số 12/KH-UBND"]}, "Kế hoạch số 12/KH-UBND"),
         ("theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư", "Nghị định số 30/2020/NĐ-CP"), ("Kế hoạch số 15/KH-UBND của UBND xã về chuyển đổi số năm 2026", "Kế hoạch số 15/KH-UBND"),
         ("Kế hoạch số 15/KH-UBND của UBND xã về công tác trực hằng ngày trong tháng 3", "Kế hoạch số 15/KH-UBND"), ("tại Kế hoạch số 12/KH-UBND.", "Kế hoạch số 12/KH-UBND")],
    ),
    "trich_dan_thieu_co_quan": (
        ["kho được Tập đoàn An Bình thông qua tại Văn bản số 12/TĐ-KT ngày 05/02/2026", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về văn thư", "UBND xã đã ban hành: Kế hoạch số 12/KH-UBND ngày 05/02/2026 về văn thư; Kế hoạch số 13/KH-UBND ngày 05/02/2026 về lưu trữ"],
        [("Thực hiện Công văn số 12/UBND-NC ngày 05/02/2026, Sở Nội vụ báo cáo như sau:", "Công văn số 12/UBND-NC ngày 05/02/2026"),
         ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư;", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"),
         ("kho được nêu tại Văn bản số 12/TĐ-KT ngày 05/02/2026 về kho", "Văn bản số 12/TĐ-KT ngày 05/02/2026")],
    ),
    "trich_dan_thieu_trich_yeu": (
        ["Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã Thực hiện Đề án;", "Theo đề xuất của Chánh Văn phòng tại Tờ trình số 12/TTr-VP ngày 05/02/2026",
         "Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về triển khai thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ",
         "công điện số 10/CĐ-CT về việc thực hiện Nghị định số 175/2025/NĐ-CP ngày 30/6/2025 của Chính phủ và Quyết định số 2226/QĐ-BTC ngày 30/6/2025 của Bộ Tài chính.",
         "dự án A (cấp lần đầu tại Quyết định số 11/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân xã; Điều chỉnh lần 1 tại Quyết định số 12/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân xã)",
         "Trên cơ sở xin ý kiến tham gia của Sở Nội vụ tại Văn bản số 45/SNV-VT ngày 06/01/2026, các xã đã góp ý.", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về văn thư", "Theo đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-VP ngày 05/02/2026.", ["Hồ sơ gồm:", "- Tờ trình số 21/TTr-VP ngày 05/02/2026;"],
         "Thực hiện Công văn số 12/UBND-NC ngày 05/02/2026 của Ủy ban nhân dân thành phố về văn thư, Sở Nội vụ báo cáo như sau:",
         "Thực hiện Công văn số 12/UBND-NC ngày 05/02/2026 của Sở Nội vụ, Sở Tài chính về văn thư, xã Bình Điền báo cáo như sau:",
         "Thực hiện Kế hoạch số 12/KH-BCA ngày 05/02/2026 của Bộ Công an, Bộ Quốc phòng phối hợp tuần tra, Sở Nội vụ báo cáo như sau:",
         "Thực hiện Công văn số 12/UBND-NC ngày 05/02/2026 của Ủy ban nhân dân thành phố nêu trên, Sở Nội vụ báo cáo như sau:",
         "Quyết định số 12/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân xã thành lập Đoàn kiểm tra",
         "Điều lệ đã được phê duyệt theo Quyết định số 12/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân xã."],
        [*[(f"{lead} Công văn số 12/UBND-NC ngày 05/02/2026 của Ủy ban nhân dân thành phố, {who} như sau:", "Công văn số 12/UBND-NC ngày 05/02/2026 của Ủy ban nhân dân thành phố")
           for lead in ("Thực hiện", "Phúc đáp", "Căn cứ") for who in ("Ủy ban nhân dân xã Bình Điền báo cáo kết quả", "Sở Nội vụ thông báo kết quả kiểm tra", "đơn vị báo cáo")],
         ("công trình cấp I (phân cấp theo Thông tư số 12/2026/TT-BXD ngày 05/02/2026 của Bộ Xây dựng)", "Thông tư số 12/2026/TT-BXD ngày 05/02/2026 của Bộ Xây dựng"), ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ")],
    ),
    "trich_dan_hai_co_quan": (
        [["Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Nội vụ về văn thư", "theo Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Nội vụ thành phố Huế"],
         ["Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về văn thư", "theo Kế hoạch số 12/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân xã Bình Điền"],
         ["Thông báo số 12/TB-VP ngày 05/02/2026 của Văn phòng về nghỉ lễ", "theo Thông báo số 12/TB-VP ngày 05/02/2026 của VPUBND"]],
        [(["Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Nội vụ về văn thư", "theo Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Tài chính"], "Kế hoạch số 12/KH-SNV ngày 05/02/2026 của Sở Tài chính")],
    ),
    "trich_dan_lai_day_du": (
        [["Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ", "Kế hoạch số 12-KH/TU ngày 05/5/2025 của Tỉnh ủy về thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ"],
         ["Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về văn thư", "theo Kế hoạch số 12/KH-UBND"],
         "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Nghị định số 31/2025/NĐ-CP sửa đổi Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", {"body": ["Kế hoạch số 13/KH-UBND ngày 05/02/2026"], "phu_luc": ["PHỤ LỤC", "Kế hoạch số 13/KH-UBND ngày 05/02/2026"]}],
        [(["Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về văn thư", "theo Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã"], "Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã")],
    ),
    "trich_dan_dau_phay_truoc_ngay": (
        ["Kế hoạch số 12/KH-UBND ngày 05/02/2026", "Kế hoạch số 12/KH-UBND, các xã"],
        [("Kế hoạch số 12/KH-UBND, ngày 05/02/2026", ","), ("Nghị định số 30/2020/NĐ-CP, ngày 05 tháng 3 năm 2020", ",")],
    ),
    "trich_dan_sai_ma_loai": (
        ["Tờ trình số 12/AB-KT ngày 05/02/2026 của Công ty TNHH An Bình",
         "Kế hoạch số 12/KH-UBND, Tờ trình số 12/TTr-SNV, Công văn số 12/UBND-VP", "Chỉ thị số 05-CT/TW", "Công văn số 12/CT-TTHT", "Nghị quyết số 190/2025/QH15", "Kế hoạch số 01/KHPH-CA-MTTQ", "Công văn số 101/CV-HNDN", "Quy định số 24-QĐ/TW", "Công văn số 12-CV/TU"],
        [("Kế hoạch số 13/TB-UBND", "Kế hoạch số 13/TB-UBND"), ("Công văn số 12/BC-UBND", "Công văn số 12/BC-UBND"), ("Tờ trình số 12/SNV-VP", "Tờ trình số 12/SNV-VP")],
    ),
    "trich_dan_cong_van_co_cv": (["Công văn số 12/UBND-VP", "Công văn số 12-CV/TU"], [("Công văn số 101/CV-HNDN", "Công văn số 101/CV-HNDN")]),
    "trich_dan_nghi_dinh_thieu_nam": (["Nghị định số 30/2020/NĐ-CP", "Nghị định số 11/NĐ-CP ngày 05/3/1990"], [("Nghị định số 30/NĐ-CP", "Nghị định số 30/NĐ-CP"), ("Thông tư số 05/TT-BNV", "Thông tư số 05/TT-BNV")]),
    "trich_dan_hanh_chinh_co_nam": (["Công văn số 12/2026/CV-AB ngày 05/02/2026 của Công ty TNHH An Bình", "Công ty TNHH An Bình có Công văn số 12/2026/CV-AB ngày 05/02/2026", "Kế hoạch số 12/KH-UBND", "Quyết định số 12/2025/QĐ-UBND"], [("Kế hoạch số 12/2026/KH-UBND", "Kế hoạch số 12/2026/KH-UBND")]),
    "trich_dan_luat_co_so": (
        ["Luật Tổ chức chính quyền địa phương", "Luật Đất đai và Nghị định số 102/2024/NĐ-CP", "Luật số 72/2025/QH15"],
        [("Luật Đất đai số 31/2024/QH15", "Luật Đất đai số 31/2024/QH15"), ("Bộ luật Lao động số 45/2019/QH14", "Bộ luật Lao động số 45/2019/QH14")],
    ),
    "trich_dan_thieu_chu_so": (["Nghị định số 30/2020/NĐ-CP", "Công văn số: 12/UBND-VP"], [("Nghị định 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP")]),
    "trich_dan_thieu_so_khong": (["Kế hoạch số 05/KH-UBND", "Kế hoạch số 10/KH-UBND"], [("Kế hoạch số 5/KH-UBND", "Kế hoạch số 5/KH-UBND")]),
    "trich_dan_nam_khac_ngay": (["Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"], [("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021")]),
    "trich_dan_ky_hieu_viet_sai": (
        ["Kế hoạch số 012/KH-UBND", "Quyết định số 12/2025/QĐ-UBND", "Tờ trình số 12/TTr-UBND", "số 12 CT UBND xã ký", "số 15 TT UBND", "số 12 NĐ", "Nghị quyết số 18-NQ/TW", "Công văn số 12/UBND-NC", "điểm số 12 KH",
         "Hồ sơ số 12-2025/HS-UBND", "Chỉ thị số 17/CT-BCT của Bộ Công Thương", "Nghị định số 30/2020/NĐ-CP, Thông tư số 05/2025/TT-BNV, Quyết định số 12/QĐ-UBND, Quyết định số 766/QĐ-TTg", "Quyết định số 12/QĐ-UBNDTP, 05-CT/TW", "Kế hoạch số 12-KH/TU của Tỉnh ủy", "Quyết định số 12-QĐ/TW"],
        [("theo Kế hoạch số 12-KH/UBND ngày 05/02/2026", "12-KH/UBND"), ("theo Quyết định số 45-QĐ/SNV của Sở", "45-QĐ/SNV"), *[(f"Nghị định số {typed} của Chính phủ", typed) for typed in ("30/2020/nđ-cp", "30/2020/NĐ-Cp", "30/2020 NĐ-CP", "30/20/NĐ-CP", "030/2020/NĐ-CP", "30//2020/NĐ-CP")],
         *[(f"theo Kế hoạch số {typed} của xã", typed) for typed in ("12/kh-ubnd", "12 KH-UBND", "12-KH/UBND", "12/KHUBND", "12/KH-Ubnd", "12/KH UBND", "12//KH-UBND", "12/KH--UBND")],
         ("Tờ trình số 12/TTR-UBND", "12/TTR-UBND"), ("Quyết định số 12/QĐ-ttg", "12/QĐ-ttg"), ("Công văn số 12/Ubnd-NC", "Ubnd"),
         ("Chỉ thị số 17/CT-BCT ngày 02/3/2026 của Bộ Chính trị", "17/CT-BCT"), ("Kết luận số 17/KL-BCT", "17/KL-BCT"), ("Nghị định số 30/NĐ-CP/2020", "30/NĐ-CP/2020"), ("Nghị định số 30.2020.NĐ-CP", "30.2020.NĐ-CP"), ("Thông tư số 05-2025/TT-BNV", "05-2025/TT-BNV"),
         ("Nghị định số 3O/2020/NĐ-CP", "3O"), ("Nghị định số 30/2020/ND-CP", "ND-CP"), ("Thông tư số 05/2025/TT/BNV", "TT/BNV"), ("Quyết định số 12/QĐ-UBNĐ", "QĐ-UBNĐ"), ("Quyết định số 12/QD-UBND", "QD-UBND"),
         ("Nghị định số 178/2024/NĐ_CP", "NĐ_CP"), ("Kế hoạch số 12/KH_UBND", "KH_UBND")],
    ),
    "so_ky_hieu_co_khoang_trang": (
        ["theo mẫu số 04/ BCĐBQH-MT", "Kế hoạch số 12/KH-UBND", "Số:      /TB-UBND", "số 12 - xã", "Kế hoạch số 12/KH - Sở Nội vụ soạn"],
        [("Kế hoạch số 12 /KH-UBND", "12 /KH-UBND"), ("Kế hoạch số 12/KH - UBND", "12/KH - UBND"), ("số 12/KH–UBND", "12/KH–UBND")],
    ),
    # --- abbreviations ------------------------------------------------------------------------------------
    "viet_tat_chua_giai_thich": (
        ["khu công nghiệp (viết tắt KCN), các KCN", "Chương trình mục tiêu quốc gia (Chương trình MTQG), vốn MTQG",
         "cải cách hành chính (CCHC), sau đó CCHC", "cải cách hành chính (sau đây viết tắt là CCHC); CCHC", "UBND, HĐND, trường THPT, mã QR", "CÔNG TÁC CCHC", "Kế hoạch số 12/KH-SNV",
         "quý IV, mục XVI", "chữ “TL.” trước chức vụ", "CCHC (cải cách hành chính)", {"body": ["theo SNV"], "so": "Số: 12/TB-SNV"}, "văn bản QPPPL",
         "giấy chứng nhận số CH 00125", "chứng chỉ BKN 123456", "biên lai số: NTTH 0456;"],
        [("công tác CCHC của xã", "CCHC"), ("công tác CCHC 2026", "CCHC"), ("theo dõi 12 việc CCHC 15 ngày", "CCHC"), ("giải quyết TTHC", "TTHC"), (["GVCN các lớp", "giáo viên chủ nhiệm (GVCN)"], "GVCN")],
    ),
    "viet_tat_khong_dung": (
        ["cải cách hành chính (sau đây viết tắt là CCHC); công tác CCHC", "cải cách hành chính (CCHC)"],
        [("cải cách hành chính (sau đây viết tắt là CCHC) của xã", "CCHC"), ("sau đây gọi tắt là “ĐKT”", "ĐKT")],
    ),
    "viet_tat_giai_thich_hai_lan": (
        ["cải cách hành chính (CCHC), CCHC", ["Sở Nội vụ (CCHC)", "Văn phòng (CCHC)"], {"body": ["cải cách hành chính (CCHC)"], "phu_luc": ["PHỤ LỤC", "cải cách hành chính (CCHC)"]}],
        [(["cải cách hành chính (CCHC)", "công tác cải cách hành chính (CCHC)"], "CCHC"), ("Giáo dục và Đào tạo (GDĐT), Giáo dục và Đào tạo (GDĐT)", "GDĐT")],
    ),
    "viet_tat_viet_sai": (
        ["văn bản QPPL", "UBMTTQVN xã, UBMTTQ xã", "BKHCN, BKHĐT", "quy phạm (QPPPL)"],
        [("văn bản QPPPL", "QPPPL"), ("Đảng ủy, HĐND, UBNDTTQVN", "UBNDTTQVN")],
    ),
    # --- words --------------------------------------------------------------------------------------------
    "tu_viet_sai": (
        ["Ban Giám hiệu trường phân công", "bờ sông bị sạt lở", "bổ sung, xử lý, sáp nhập", "cũng cố gắng", "thành công xuất sắc", "khả năng xuất khẩu", "tiếp xúc tích cực"],
        [("diện giải phóng bằng đã đồng thuận", "giải phóng bằng"), ("thành phần thủ hành chính", "thủ hành chính"), ("điểm sạt nở ven sông", "sạt nở"), ("tư tưởng trông trờ", "trông trờ"), ("túc chực 24 giờ", "túc chực"),
         ("đã bổ xung", "bổ xung"), ("Sử lý hồ sơ", "Sử lý"), ("sát nhập các thôn", "sát nhập"), ("hợp đồng với Bru điện", "Bru điện")],
    ),
    "tu_lap": (
        ["các năm tiếp theo theo quy định", "đơn vị trực thuộc thuộc diện sắp xếp", "từ dưới lên trên", "xanh xanh, ngày ngày, luôn luôn", "tồn tại tại xã", "hiện tại tại thôn", "thiết bị bị hỏng", "lý do do thiếu", "đầu vào vào hệ thống", "của - của", "cán bộ Bộ Nội vụ", "kế hoạch năm năm 2026 - 2030", "Khoa Khoa học cơ bản", "người Lô Lô ở xã"],
        [("trước ngày ngày 15/10/2026", "ngày ngày"), ("quý III năm năm 2026,", "năm năm"), ("báo cáo UBND UBND tỉnh", "UBND UBND"), ("của Ủy Ủy ban nhân dân xã", "Ủy Ủy"),
         ("còn dưới dưới 130 hộ", "dưới dưới"), ("lắp đặt tại tại 14 nút", "tại tại"),
         ("kết quả của của xã", "của của"), ("Hội Nông dân Nông dân xã", "Nông dân Nông dân"), ("theo theo quy định", "theo theo")],
    ),
    "am_tiet_khong_co": (
        ["theo vectơ truyền bệnh", "quyết định, thường xuyên, nghiêng, quốc, giếng", "axít, ôtô, vắcxin, bêtông, ki-lô-gam", "Krông Pắc, Ea H’leo, Đắk Lắk", "file, email, zalo, km², sđt", "prôtêin"],
        [("đã quyêt định", "quyêt"), ("thưòng xuyên", "thưòng"), ("làm thủtục", "thủtục"), ("ngừoi dân", "ngừoi")],
    ),
    "tu_nghi_sai": (
        ["các cơ số y tế của xã", "các phạt nguội của xã", "các bia lon, vỉ thuốc", "Giá heo hơi, 10 kg", "Có nam 20, nữ 24", "giải đáp các thắc mắc của người dân", "rà soát kỹ cơ cấu, thành phần", "thực hiện thủ tục hành chính", "khẩn trương thực hiện", "Ông Trần Văn Tuc có mặt", "chịu trách nhiệm thi hành", "nói: “thủ tuc khẩn chương”"],
        [("hoàn thành thủ tuc theo quy định", "thủ tuc"), ("bám sát trương trình công tác", "trương trình"), ("làm việc nghiêmtúc, đúng giờ", "nghiêmtúc"),
         ("chịu trách thi hành Quyết định", "trách thi"), ("Tiếp tuc đẩy mạnh", "Tiếp tuc")],
    ),
    "dau_thanh_sai_cho": (
        ["được, của, nghĩa, quý, quỳ, giữa, hoà, hòa, thuý, thúy, khỏe, ngoài, chuyển, giải"],
        [("đựơc duyệt", "đựơc"), ("kết quả cuả xã", "cuả"), ("Nghiã vụ", "Nghiã"), ("hoaì bão", "hoaì")],
    ),
    "cau_lap": (
        ["Các xã nộp báo cáo. Các phường nộp báo cáo.", "Họ và tên: .......... ; Họ và tên: ..........", "Không có. Không có."],
        [("Các xã nộp báo cáo đúng hạn. Các xã nộp báo cáo đúng hạn.", "Các xã nộp báo cáo đúng hạn")],
    ),
    "chua_bo_dau_tieng_viet": (
        ["thuê taxi, website, visa, xoong, A4, m2, QL1, Excel, max 5, lô Pa2", "Y Bliă Niê, Ea H’leo, K'Brếu", "PM2.5, H5N1, CO2, VNeID, room, test, box, news, here, there, these", "bộ phim This is my village", "per turn"],
        [("nộp truwowcs hạn", "truwowcs"), ("ra thoong baso", "thoong baso"), ("gửi Uy3 ban", "Uy3"), ("Tho6ng ba1o", "Tho6ng ba1o"), ("dduowcj giao", "dduowcj"), ("nộp duocj ngay", "duocj"), ("khoong có", "khoong"), ("trong ngayf mai", "ngayf")],
    ),
    "vet_tin_nhan": (
        ["[1] Theo báo cáo", "gồm: a) đơn; b) bản sao", "lúc 14:05, ngày 26/11/2026", "(Dạ dày)", "tỷ lệ 1:(2)"],
        [("[14:05, 26/11/2026] Các xã nộp", "[14:05, 26/11/2026]"), ("nộp nhé :)", ":)"), ("Được gửi từ iPhone của tôi", "Được gửi từ iPhone"), ("Dạ anh, em gửi", "Dạ anh")],
    ),
    "cho_chua_dien": (
        ["ngày ... tháng ... năm ...", "Họ và tên: ..........", "số 12/KH-UBND", "Đại hội lần thứ XXX", "Thời gian (ngày)", "và ... theo", "1/2 số hộ",
         {"body": ["trước ngày …/12/2026"], "so": "Số:      /TB-UBND"}],
        [("trước ngày …/12/2026", "…/12/2026"), ("họp ngày xx/12", "xx/12"), ("có (số) hộ", "(số)"), ("đạt …%", "đạt …"), ("theo Kế hoạch số …/KH-UBND", "Kế hoạch số …/"), ("tại [tên xã]", "[tên xã]"), ("ngày … tháng 12 năm 2026", "ngày … tháng 12")],
    ),
    "bieu_tuong_cam_xuc": (["hoàn thành ✓", "25 °C"], [("hoàn thành tốt 👍", "👍")]),
    "loi_cua_word_excel": (["Điều #1", "xem mục 2", "Lỗi đã khắc phục", "1,5E"], [("xem Error! Reference source not found.", "Error! Reference source not found."), ("cột #REF!", "#REF!"), ("Click here to enter text.", "Click here to enter text."), ("1,25E+05", "1,25E+05")]),
    "xung_ho_khac_ten": (["bà Trần Thị B, ông Nguyễn Văn A", "ông, bà Nguyễn Thị B", "Ông (bà) Lê Thị Mai", "Ông/Bà Lê Văn C"], [("hộ ông Trần Thị Bình", "ông Trần Thị Bình"), ("Bà Nguyễn Văn Anh", "Bà Nguyễn Văn Anh")]),
    "ghi_chu_nhap": (
        ["xếp theo thứ tự abc", "Kế hoạch (bổ sung)", "Thư điện tử: abc@example.vn", "Đúng hay sai? Sai!", "hồ sơ (đã bổ sung)", {"body": ["số liệu ???"], "so": "Số:      /TB-UBND"}],
        [("số liệu ???", "???"), ("TODO: viết tiếp", "TODO"), ("12 hộ (bổ sung sau)", "(bổ sung sau)"), ("nội dung abc", "abc"), ("(chờ số liệu của xã)", "(chờ số liệu của xã)"), ("(cần kiểm tra lại)", "(cần kiểm tra lại)")],
    ),
    # --- figures ------------------------------------------------------------------------------------------
    "ty_le_tinh_sai": (
        ["12/20 xã hoàn thành, trong đó tổng thu ngân sách đạt 95%", "có 9.450/10.000 trẻ dưới 01 tuổi trong diện quản lý được tiêm đầy đủ các loại vắc xin, đạt tỷ lệ 94,5%", "306/310 hồ sơ đạt tỷ lệ 98,7%", "103/322 hồ sơ đạt tỷ lệ 32%", "giao 12/QĐ đạt 50%",
         "Trồng 120/150 ha rừng, bằng 80% kế hoạch.", "12/15 xã hoàn thành, đạt 95% kế hoạch.", "Trồng 120/160 ha, bằng 40% kế hoạch năm.",
         "đạt 85,2% (520/610 hồ sơ)", "tăng 15% (520/610 hồ sơ)", "đạt 95% (12/2026)", "đạt 95% (ngày 12/5/2026)", "đạt 90% (kế hoạch số 12/KH xã)",
         "120/160 hộ tham gia, đạt 90% kế hoạch", "phòng trừ 30/50 ha lúa, đạt 70% diện tích"],
        [("có 9.450/10.000 trẻ dưới 01 tuổi trong diện quản lý được tiêm đầy đủ các loại vắc xin, đạt tỷ lệ 95,4%", "9.450/10.000 trẻ dưới 01 tuổi trong diện quản lý được tiêm đầy đủ các loại vắc xin, đạt tỷ lệ 95,4%"), ("Tỷ lệ giải quyết đạt 95% (520/610 hồ sơ).", "đạt 95% (520/610 hồ sơ)"), ("chiếm tỷ lệ 58,2% (520/610 hộ)", "chiếm tỷ lệ 58,2% (520/610 hộ)"),
         ("Trồng 120/160 ha rừng, bằng 80% kế hoạch.", "120/160 ha rừng, bằng 80%"), ("Thu 12,5/15 tỷ đồng, đạt 80% dự toán.", "12,5/15 tỷ đồng, đạt 80%"),
         ("306/310 hồ sơ đạt tỷ lệ 97,8%", "306/310 hồ sơ đạt tỷ lệ 97,8%")],
    ),
    "tong_tinh_sai": (["310 + 12 = 322"], [("310 + 12 = 323", "310 + 12 = 323")]),
    "so_sai_hang_nghin": (["12.34.567", "mã thủ tục 1.001612 hồ sơ", "đã nhận 2.000889 hồ sơ", "mã số 12.50.000 hộ", "12.500 đồng", "1.250.000 đồng", "01.12.2026", "mục 1.2.3 hồ sơ", "1.250,5 ha", "1.250.000", "2.000815.000.00.00.H48", "0905.123.456"],
        [("45.00.000", "45.00.000"),
         ("đã chi 1.001612 đồng", "1.001612"),
         ("1.2500 đồng", "1.2500"), ("1.2500.000 đồng", "1.2500.000"), ("1.2500.000", "1.2500.000"), ("1250.000 đồng", "1250.000"), ("1.2500 hộ", "1.2500"), ("12.50.000 đồng", "12.50.000"), ("1.250,000 đồng", "1.250,000")]),
    "dem_khong_khop": (["gồm 3 thôn: Một, Hai và Ba", "gồm 4 thôn: Một, Hai, Ba…", "gồm 2 điểm: 12 lớp, 3 phòng", "tại 4 thôn: các thôn vùng cao"], [("gồm 4 thôn: Một, Hai và Ba.", "4 thôn"), ("tại 02 xã: Bình Điền, Hương Bình, Bình Tiến", "02 xã")]),
    "tong_loi_van_sai": (
        ["tổng số 15/16 đại biểu, vắng 01 đại biểu có lý do", "có mặt 15/16 thành viên; vắng ông Nguyễn Văn A", "Năm 2025 có 186 hộ nghèo, năm 2026 còn 151 hộ, giảm 35 hộ", "Toàn xã còn 151 hộ, giảm 45 hộ so với năm 2025", "Có 40 hộ cận nghèo và 186 hộ nghèo, nay còn 151 hộ, giảm 35 hộ", "03 tổ, mỗi tổ 8 người, tổng cộng 24 người", "186 hộ nghèo, chiếm 6,2% trong tổng số 3.000 hộ", "thu 15,2 tỷ đồng, tăng 4,8% so với năm 2025 (14,5 tỷ đồng)", "9/11 phiếu tán thành, 2 phiếu không tán thành", "11 người, gồm: 01 tổ trưởng, 01 tổ phó và 9 thành viên", "45 người: nam 20, nữ 25", "45 học viên, trong đó nam 20, nữ 25", "12 đơn: 3 đơn khiếu nại, 9 đơn tố cáo", "Đã kiểm tra 12 hộ: phạt 3 hộ, nhắc nhở 4 hộ", "12 nghị quyết: 3 nghị quyết về đầu tư và các nghị quyết khác", "610 hồ sơ, trong đó trực tuyến 95, trực tiếp 500", "120 người, trong đó 30 người xếp loại khá, 100 người khác", "6 tháng: 3 tháng đầu đạt 20%, 3 tháng sau đạt 30%", "610 hồ sơ, trực tuyến 95, trực tiếp 500, bưu chính 15", "610 hồ sơ, gồm 95 hồ sơ trực tuyến và 515 hồ sơ trực tiếp", "322 hồ sơ, trong đó 300 hồ sơ đúng hạn, 320 hồ sơ trực tuyến", "Xã có 12 km2, gồm 3 thôn, 450 hộ",
         "610 hồ sơ = 95 + 515", "610 hồ sơ (= 95 hồ sơ + 515 hồ sơ)", "1,6 tỷ đồng = 1 tỷ đồng + 600 triệu đồng", "610 = 95 + 520 + 30 + …", "Có 120 hộ: 50 hộ nghèo; đã hỗ trợ 60 hộ.",
         "Tổng số đại biểu là 45, gồm 25 đại biểu nam và 20 đại biểu nữ.", "610 hồ sơ (trực tuyến: 95; trực tiếp: 515)",
         "gồm 2 điểm trường: 12 lớp, 350 học sinh", "Kế hoạch 310 hồ sơ, thực hiện 322 hồ sơ, đạt 103,9%", "cột 5 = 3 + 4", "Tổ gồm 3 người: tổ trưởng, tổ phó và thư ký",
         "Kế hoạch trồng 150 ha rừng, thực hiện 120 ha, bằng 80% kế hoạch", "Kế hoạch 150 ha, quý I trồng 105 ha, bằng 40% kế hoạch năm",
         "Gieo cấy 120 ha, bằng 80% kế hoạch 150 ha", "Thực hiện 120 ha/kế hoạch 150 ha, bằng 80%", "tăng 6.350 triệu đồng, gồm: thu bổ sung có mục tiêu từ ngân sách thành phố tăng 4.150 triệu đồng, thu tiền sử dụng đất tăng 1.700 triệu đồng và thu khác tăng 500 triệu đồng", "Gieo cấy 120 ha, bằng 80% kế hoạch, tăng 20 ha",
         "Kế hoạch giao 150 ha lúa, 40 ha ngô, thực hiện 120 ha, bằng 90% kế hoạch", "Có 105 hộ tham gia, đạt 80% kế hoạch; còn 20 hộ chưa tham gia",
         "Xã có 2.000 người, huy động 150 người, đạt 100% kế hoạch", "1.500 triệu đồng, gồm: ngân sách tỉnh 1.000 triệu đồng, ngân sách xã 500 triệu đồng"],
        [("Đã tiếp nhận 610 hồ sơ = 95 + 520.", "610 hồ sơ = 95 + 520"), ("Số hồ sơ là 610 (= 95 + 520).", "610 (= 95 + 520"),
         ("610 hồ sơ (trực tuyến: 95; trực tiếp: 520)", "610 hồ sơ (trực tuyến: 95; trực tiếp: 520"), ("Có 120 hộ: 50 hộ nghèo; 60 hộ cận nghèo.", "120 hộ: 50 hộ nghèo; 60 hộ cận nghèo"),
         ("Tổng số đại biểu là 45, gồm 30 đại biểu nam và 20 đại biểu nữ.", "45, gồm 30 đại biểu nam và 20 đại biểu nữ"),
         ("tổng số 15/16 đại biểu, vắng 02 đại biểu", "15/16 đại biểu, vắng 02"), ("Có mặt 13/15 thành viên; vắng 03.", "13/15 thành viên; vắng 03"), ("tăng 6.350 triệu đồng, gồm: thu bổ sung có mục tiêu từ ngân sách thành phố tăng 4.510 triệu đồng, thu tiền sử dụng đất tăng 1.700 triệu đồng và thu khác tăng 500 triệu đồng.", "6.350 triệu đồng, gồm: thu bổ sung có mục tiêu từ ngân sách thành phố tăng 4.510 triệu đồng, thu tiền sử dụng đất tăng 1.700 triệu đồng và thu khác tăng 500 triệu đồng"), ("64 hộ, trong đó 41 hộ xây mới và 24 hộ sửa chữa", "64 hộ, trong đó 41 hộ xây mới và 24 hộ sửa chữa"), ("20 đơn vị, trong đó 15 xã và 6 phường", "20 đơn vị, trong đó 15 xã và 6 phường"), ("186 hộ nghèo, chiếm 7,4% trong tổng số 3.000 hộ", "186 hộ nghèo, chiếm 7,4% trong tổng số 3.000 hộ"), ("Đầu năm có 186 hộ nghèo, nay còn 151 hộ, giảm 45 hộ", "còn 151 hộ, giảm 45 hộ"), ("03 tổ, mỗi tổ 8 người, tổng cộng 26 người", "03 tổ, mỗi tổ 8 người, tổng cộng 26 người"), ("15,2 tỷ đồng, tăng 10% so với năm 2025 (14,5 tỷ đồng)", "15,2 tỷ đồng, tăng 10% so với năm 2025 (14,5 tỷ đồng)"), ("9/11 phiếu tán thành, 3 phiếu không tán thành", "9/11 phiếu tán thành, 3 phiếu không tán thành"), ("12 người, gồm: 01 chủ trì, 01 thư ký và 9 thành viên.", "12 người, gồm: 01 chủ trì, 01 thư ký và 9 thành viên"), ("2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng), gồm 1.500.000.000 đồng chi đầu tư và 900.000.000 đồng chi thường xuyên", "2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng), gồm 1.500.000.000 đồng chi đầu tư và 900.000.000 đồng chi thường xuyên"),
         ("Toàn xã có 45 người: nam 20, nữ 26.", "45 người: nam 20, nữ 26"), ("45 học viên (20 nam, 26 nữ)", "45 học viên (20 nam, 26 nữ"), ("45 học viên, trong đó nam 20, nữ 24.", "45 học viên, trong đó nam 20, nữ 24"), ("12 đơn: 3 đơn khiếu nại, 8 đơn tố cáo.", "12 đơn: 3 đơn khiếu nại, 8 đơn tố cáo"), ("Triệu tập 45 đại biểu, có mặt 40, vắng 4.", "45 đại biểu, có mặt 40, vắng 4"),
         ("610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp", "610 hồ sơ, gồm 95 hồ sơ trực tuyến và 520 hồ sơ trực tiếp"),
         ("610 hồ sơ, trong đó: trực tuyến 95 hồ sơ, trực tiếp 520 hồ sơ", "610 hồ sơ, trong đó: trực tuyến 95 hồ sơ, trực tiếp 520 hồ sơ"),
         ("Kế hoạch trồng 150 ha rừng, thực hiện 105 ha, bằng 80% kế hoạch", "Kế hoạch trồng 150 ha rừng, thực hiện 105 ha, bằng 80% kế hoạch"),
         ("Thực hiện 105 ha/kế hoạch 150 ha, bằng 80%", "105 ha/kế hoạch 150 ha, bằng 80%"),
         ("Gieo cấy 105 ha, bằng 80% kế hoạch 150 ha", "105 ha, bằng 80% kế hoạch 150 ha"),
         ("Tổ gồm 3 người: 1 tổ trưởng và 1 thư ký.", "3 người: 1 tổ trưởng và 1 thư ký"), ("610 = 95 + 520", "610 = 95 + 520"),
         ("322 hồ sơ, đã giải quyết 310 hồ sơ, đạt 103,9%", "322 hồ sơ, đã giải quyết 310 hồ sơ, đạt 103,9%"),
         ("1.500 triệu đồng, gồm: ngân sách tỉnh 1.000 triệu đồng, ngân sách xã 400 triệu đồng", "1.500 triệu đồng, gồm: ngân sách tỉnh 1.000 triệu đồng, ngân sách xã 400 triệu đồng")],
    ),
    "tong_bang_sai": (
        [{"body": ["Bảng:", "Hết."], "bang": rows} for rows in (
            [["STT", "Xã", "Hồ sơ"], ["1", "A", "1.010"], ["2", "B", "20"], ["Tổng cộng", "", "1.030"]],
            [["STT", "Xã", "Tỷ lệ"], ["1", "A", "98"], ["2", "B", "20"], ["Tổng cộng", "", "59"]],
            [["STT", "Xã", "Hồ sơ"], ["I", "Cụm 1", "30"], ["1", "A", "10"], ["2", "B", "20"], ["Tổng cộng", "", "30"]],
            [["STT", "Xã", "Hồ sơ"], ["1", "A", "chưa có"], ["2", "B", "20"], ["Tổng cộng", "", "30"]],
            [["STT", "Xã", "Hồ sơ"], ["1", "A", "-"], ["2", "B", "20"], ["Cộng:", "", "20"]],
            [["STT", "Xã", "Hồ sơ"], ["I", "CỤM MỘT", ""], ["1", "A", "10"], ["II", "CỤM HAI", ""], ["1", "B", "20"], ["", "Tổng số", "30"]],
            [["STT", "Xã", "Hồ sơ"], ["", "Tổng số", "30"], ["1", "A", "10"], ["2", "B", "20"]],
            [["Quý", "Hộ nghèo"], ["Quý I", "50"], ["Quý II", "48"], ["Cả năm", "48"]],
            [["Kỳ", "Thu"], ["Quý I", "10"], ["6 tháng", "22"], ["9 tháng", "31"], ["Cả năm", "41"]],
            [["Vụ", "Diện tích (ha)"], ["Đông Xuân", "100"], ["Hè Thu", "50"], ["Cả năm", "150"]],
            [["Thôn", "Hộ"], ["A", "10"], ["B", "20"], ["Cả xã", "30"]],
            [["STT", "Xã", "Năm", "Điện thoại"], ["1", "A", "2024", "0905123456"], ["2", "B", "2025", "0905123457"], ["", "Tổng số", "2", "2"]],
        )],
        [({"body": ["Bảng:"], "bang": [["STT", "Xã", "Hồ sơ"], ["1", "A", "10"], ["2", "B", "20"], ["3", "C", "30"], ["Tổng cộng", "", "70"]]}, "70"),
         ({"body": ["Bảng:"], "bang": [["Vụ", "Diện tích (ha)"], ["Đông Xuân", "100"], ["Hè Thu", "50"], ["Cả năm", "160"]]}, "160"),
         ({"body": ["Bảng:"], "bang": [["Thôn", "Hộ"], ["A", "10"], ["B", "20"], ["Cả xã", "31"]]}, "31"),
         ({"body": ["Bảng:"], "bang": [["STT", "Thôn", "Hộ"], ["1", "A", "10"], ["2", "B", "20"], ["", "Toàn xã", "31"]]}, "31"),
         ({"body": ["Bảng:"], "bang": [["STT", "Xã", "Hồ sơ"], ["", "Tổng số", "31"], ["1", "A", "10"], ["2", "B", "20"]]}, "31"),
         ({"body": ["Bảng:"], "bang": [["STT", "Xã", "Hồ sơ"], ["I", "CỤM MỘT", "11"], ["1", "A", "10"], ["II", "CỤM HAI", "20"], ["1", "B", "20"], ["", "Cộng", "30"]]}, "11"),
         ({"body": ["Bảng:"], "bang": [["STT", "Xã", "Hồ sơ", "Kinh phí"], ["1", "A", "1", "1,5"], ["2", "B", "2", "2,5"], ["", "Tổng", "3", "5"]]}, "5")],
    ),
    "dau_phay_hang_nghin": (
        ["1.250.000 đồng", "1,250 ha", "1,25 tỷ đồng", "12,5%", "các năm 2024,2025,2026"],
        [("1,250,000 đồng", "1,250,000"), ("1,250 hồ sơ", "1,250")],
    ),
    "dau_cham_thap_phan": (
        ["98,7%", "mục 2.1 của báo cáo", "1.250 ha", "ngày 01.5.2026", "62,5 tạ/ha", "khoản 2.1 điểm a", "lúc 8.30 giờ", "1.250 tạ"],
        [("năng suất 62.5 tạ/ha", "62.5"), ("62.5tạ/ha", "62.5"), ("tăng 1.5 lần", "1.5"), ("đạt 8.5 điểm", "8.5"), ("dài 2.5 m", "2.5"), ("1.25 m3", "1.25"), ("đạt 98.7%", "98.7"), ("1.5 tỷ đồng", "1.5"), ("diện tích 2.25 ha", "2.25")],
    ),
    "phan_tram_cach_so": (["98,7%"], [("đạt 98,7 %", " "), ("100\u00a0%", "\u00a0")]),
    "chu_word_khong_hien": ([], []),
    "cau_bo_lung": (
        ["có hiệu lực kể từ ngày ký./.", "hiện tại.", "gồm các xã sau", "theo ý kiến của: các phòng", "chữ “của”; chữ “và”", {"body": ["giao các phòng và."], "so": "Số:      /TB-UBND"}],
        [("có hiệu lực kể từ ngày./.", "kể từ ngày"), ("giao các phòng, ban và.", "và"), ("theo quy định của;", "của"), ("hoàn thành trước ngày.", "trước ngày")],
    ),
    "con_cho_trong": (
        ["(Ghi chú: số liệu của năm 2025)", "đề nghị báo cáo (ghi rõ lý do)", "hạ tầng (giao thông, điện, nước …)", ["sửa như sau: “2. Nội dung", "…", "5. Nội dung mới”."],
         "các xã, phường, v.v …", "gồm xã A, xã B, ...", "trẻ em <5 tuổi", "theo Công văn số …/SNV-VP", "xem [1], [2]", "“[…] các xã”", "còn lại ...",
         {"body": ["Nội dung."], "phu_luc": ["PHỤ LỤC", "Họ và tên: …………………"]}],
        [("(Nêu căn cứ) Thực hiện Công văn của Sở Nội vụ", "(Nêu căn cứ)"), ("(Trình bày tình hình chung) Trong năm qua", "(Trình bày tình hình chung)"), ("ông (bà) …… ở thôn Đông", "……"), ("ở thôn ..., xã Bình Điền", "..."), ("giao [cơ quan chủ trì] thực hiện", "[cơ quan chủ trì]"), ("thực hiện <nội dung> đúng hạn", "<nội dung>"),
         ({"body": ["Nội dung."], "noi_nhan": ["- ……;", "- Lưu: VT."]}, "- ……;"), ("đề nghị ____ phối hợp", "____")],
    ),
    "thut_dau_dong_bang_dau_cach": (
        ["Ủy ban nhân dân xã thông báo kết quả kiểm tra công tác văn thư năm 2026 như sau:", "        QUYẾT ĐỊNH:", "    Nguyễn Văn A"],
        [("      Ủy ban nhân dân xã thông báo kết quả kiểm tra công tác văn thư năm 2026 như sau:", "      ")],
    ),
    "trich_dan_sai_ma_quy_pham": (
        ["Quyết định số 178/QĐ-CP ngày 05/01/1991", "Quyết định số 766/QĐ-TTg ngày 23/6/2022", "Luật số 72/2025/QH15", "Nghị quyết số 76/2025/UBTVQH15", "Nghị quyết số 12/2025/NQ-HĐND", "Thông tư số 05/2025/TT-BLĐTBXH", "Pháp lệnh số 02/2022/UBTVQH15", "Nghị quyết số 01/NQ-CP", "Nghị định số 30/2020/NĐ-CP", "Nghị quyết số 202/2025/QH15", "Thông tư liên tịch số 05/2015/TTLT-BNV", "Quyết định số 28/2025/QĐ-TTg"],
        [("Luật Tổ chức chính quyền địa phương số 72/2025/NĐ15", "Luật Tổ chức chính quyền địa phương số 72/2025/NĐ15"), ("Luật số 72/2025/QH16", "Luật số 72/2025/QH16"), ("Nghị quyết số 202/2025/QĐ15", "Nghị quyết số 202/2025/QĐ15"), ("Nghị quyết số 12/2025/QĐ-HĐND", "Nghị quyết số 12/2025/QĐ-HĐND"), ("Nghị định số 30/2020/NĐ-TTg", "Nghị định số 30/2020/NĐ-TTg"), ("Thông tư số 05/2025/BNV", "Thông tư số 05/2025/BNV"), ("Thông tư số 05/2025/TT-UBND", "Thông tư số 05/2025/TT-UBND"), ("Pháp lệnh số 01/2022/QH15", "Pháp lệnh số 01/2022/QH15"),
         ("Nghị định số 126/2024/QĐ-CP ngày 08/10/2024", "Nghị định số 126/2024/QĐ-CP"), ("Quyết định số 19/2025/QĐ-CP", "Quyết định số 19/2025/QĐ-CP"), ("Quyết định số 812/QĐ-CP ngày 05/01/2026", "Quyết định số 812/QĐ-CP"),
         ("Chỉ thị số 12/CT-CP ngày 05/01/2026", "Chỉ thị số 12/CT-CP"), ("Nghị quyết số 76/NQ-TTg ngày 05/01/2026", "Nghị quyết số 76/NQ-TTg"), ("Quyết định số 28/2025/NĐ-TTg", "Quyết định số 28/2025/NĐ-TTg")],
    ),
    "nam_hai_chu_so": (
        ["tháng 4/12 xã", "từ mục 1.2.10 đến 1.2.15", "1.2.25", "trước ngày 30.4.2026", "ngày 12/5/2026", "tỷ lệ 12/5/26", "Công văn số 12/5/26", "từ 12/5 đến 20/5"],
        [("gửi báo cáo trước 30.4.26.", "30.4.26"), ("chậm nhất là 30/4/26", "30/4/26"), ("xong hạn chót 30/4/26.", "30/4/26"), ("trong tháng 4/26", "4/26"), ("quý II/26", "II/26"), ("sáng 30/4/26 họp", "30/4/26"), ("12/5/26", "12/5/26"),
         ("họp ngày 12/5/26 tại xã", "12/5/26"), ("Họp ngày 12/5/2026, 13/5/26.", "13/5/26"), ("từ 01/6/26 đến 05/6/26", "05/6/26"), ("trước ngày 30-4-26.", "30-4-26")],
    ),
    "so_tien_bang_chu_sai": (
        ["1,25 triệu đồng (một triệu hai trăm năm mươi nghìn đồng)", "120,5 m2 (một trăm hai mươi phẩy năm mét vuông)", "bằng chữ: Một triệu đồng (bằng số: 1.000.000 đồng)",
         "120 hộ (hai mươi hộ nghèo)", "7 (tháng bảy)", "1.250 cây (một nghìn hai trăm năm mươi cây)", "12,5 ha (trong đó một phẩy hai ha lúa)",
         "1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng)", "1.250.000 đồng (Bằng chữ: xem phụ lục đồng)",
         "03 (ba) bản, 05 (năm) ngày, 10 (ngày), 21 (hai mươi mốt) hộ, 15 (mười lăm) hộ, 24 (hai mươi bốn)"],
        [("1,25 triệu đồng (một triệu hai trăm nghìn đồng)", "một triệu hai trăm nghìn"), ("Bằng chữ: Một triệu hai trăm nghìn đồng (1.250.000 đồng)", "Một triệu hai trăm nghìn"),
         ("trong 05 (lăm) ngày", "lăm"), ("45 (bốn mươi năm) hộ", "bốn mươi năm"), ("120,5 m2 (một trăm hai mươi phẩy sáu mét vuông)", "một trăm hai mươi phẩy sáu"),
         ("1.250 cây (một nghìn hai trăm cây)", "một nghìn hai trăm"), ("15 hộ nghèo (mười bốn hộ nghèo)", "mười bốn"),
         ("1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)", "Một triệu hai trăm nghìn"), ("500.000 đồng (năm triệu đồng)", "năm triệu"), ("gồm 03 (bốn) bản", "bốn")],
    ),
    # --- dates --------------------------------------------------------------------------------------------
    "ngay_khong_co_trong_lich": (
        ["ngày 28/02/2026, ngày 29/02/2024, ngày 29/2", "Mục 31.13.2024", "lương tháng 13", "quý IV/2026", "ngày 30 tháng 4 năm 2026"],
        [("ngày 30/02/2026", "30/02/2026"), ("ngày 31 tháng 4 năm 2026", "ngày 31 tháng 4 năm 2026"), ("trước ngày 31/6", "ngày 31/6"), ("ngày 31 tháng 11", "ngày 31 tháng 11"), ("tháng 13/2026", "tháng 13/2026"), ("Quý V/2026", "Quý V/2026")],
    ),
    "thu_khong_khop_ngay": (
        ["thứ Hai, ngày 24/8/2026", "24/8/2026 (thứ Hai)", "lần thứ ba, ngày mai", "Chủ nhật, ngày 23/8/2026", "cấp lần thứ 3 ngày 25/8/2026", "Thay đổi lần thứ 5 ngày 25/8/2026", "kỳ họp thứ ba ngày 25/8/2026", "thứ 2 ngày 24/8/2026"],
        [("thứ Hai, ngày 25/8/2026", "25/8/2026"), ("Họp thứ hai, ngày 25/8/2026", "25/8/2026"), ("làm một lần, thứ 2 ngày 25/8/2026", "25/8/2026"), ("25/8/2026 (thứ Hai)", "25/8/2026"), ("THỨ BA, NGÀY 24/8/2026", "24/8/2026"), ("Chủ nhật, ngày 24 tháng 8 năm 2026", "ngày 24 tháng 8 năm 2026")],
    ),
    "han_truoc_ngay_van_ban": (
        ["gửi báo cáo trước ngày 28/6/2026", "các hồ sơ tiếp nhận trước ngày 01/01/2026", "đã báo cáo trước ngày 01/6/2026", "Đề nghị rà soát các hồ sơ nộp trước ngày 01/7/2025", "Các văn bản ban hành trước ngày 01/7/2025 vẫn dùng", "các dự án phê duyệt trước ngày 01/7/2025", {"body": ["gửi trước ngày 20/6/2026"], "ngay": "Bình Điền, ngày      tháng 6 năm 2026"}, {"body": ["gửi trước ngày 01/01/2020"], "ngay": "Bình Điền, ngày      tháng      năm 20…"}],
        [({"body": ["gửi trước ngày 01/01/2020"], "ngay": "Bình Điền, ngày      tháng 6 năm 2026"}, "01/01/2020"), ("gửi báo cáo về Văn phòng trước ngày 28/5/2026", "28/5/2026"), ("bảo đảm đạt tối thiểu 80% trước ngày 28/5/2026", "28/5/2026"), ("chi trả trước ngày 28/5/2026", "28/5/2026"), ("hoàn thành chậm nhất là ngày 01 tháng 6 năm 2026", "ngày 01 tháng 6 năm 2026")],
    ),
    "thu_khong_khop_ngay_khong_nam": (["thứ Hai, ngày 24/8", "thứ Hai, ngày 24/8/2026", "lần thứ ba, ngày 25/8", "kỳ thứ ba, ngày 25/8"], [("thứ Hai, ngày 25/8", "25/8"), ("Chủ nhật, ngày 24/8", "24/8")]),
    "gio_khong_co": (
        ["làm thêm 30 giờ 15 phút", "14 giờ 30 phút", "lúc 24 giờ", "trong 72 giờ", "tỷ lệ 3:75", "trực 24 giờ 7 ngày", "bản đồ 1:500", "lúc 7h30", "25 giờ tín chỉ"],
        [("8 giờ 75, ngày 12/6/2026", "8 giờ 75"), ("trước 25 giờ 00 ngày 27/6/2026", "25"),
         ("14 giờ 75 phút", "14 giờ 75"), ("lúc 25 giờ", "25"), ("14h60", "14h60"), ("14:75", "14:75")],
    ),
    "han_vao_ngay_nghi": (["gửi báo cáo trước ngày 26/6/2026", "họp ngày 27/6/2026"], [("gửi báo cáo trước ngày 27/6/2026", "27/6/2026"), ("nộp chậm nhất ngày 02/9/2026", "02/9/2026")]),
    "trich_dan_sau_ngay_van_ban": (
        ["Kế hoạch số 13/KH-UBND ngày 12/6/2026", "Căn cứ Biên bản họp Hội đồng ngày 12 tháng 6 năm 2026;", "Theo Kế hoạch tổ chức lễ ngày 20/11/2026", "Xét Đơn đề nghị nghỉ từ ngày 20/6/2026",
         "Báo cáo kết quả về Sở ngày 20/6/2026", "Căn cứ Luật Thủ đô ngày 28 tháng 6 năm 2024;", "Theo Giấy mời họp ngày 20/6/2026"],
        [("Căn cứ Biên bản họp Hội đồng sư phạm ngày 25 tháng 10 năm 2026;", "Biên bản họp Hội đồng sư phạm ngày 25 tháng 10 năm 2026"), ("Xét Đơn đề nghị của bà Trần Thị B ngày 20/6/2026", "Đơn đề nghị của bà Trần Thị B ngày 20/6/2026"),
         ("Căn cứ Luật Thủ đô ngày 28 tháng 6 năm 2026;", "Luật Thủ đô ngày 28 tháng 6 năm 2026"), ("Theo kết luận tại Thông báo kết luận ngày 20/6/2026", "Thông báo kết luận ngày 20/6/2026"), ("Kế hoạch số 13/KH-UBND ngày 13/6/2026", "Kế hoạch số 13/KH-UBND ngày 13/6/2026")],
    ),
    "khoang_ngay_nguoc": (["từ ngày 29/12 đến ngày 05/01", "từ ngày 15/11 đến ngày 15/3", "từ tháng 11/2026 đến tháng 3/2027", "giai đoạn 2026 - 2030", "từ ngày 01/6/2026 đến ngày 15/6/2026", "ngày 15/6/2026, từ ngày 01/6/2026"], [("từ ngày 29/10 đến ngày 27/10", "từ ngày 29/10 đến ngày 27/10"),
         ("từ ngày 15/6/2026 đến hết ngày 01/6/2026", "15/6/2026 đến hết ngày 01/6/2026"), ("từ 15/6/2026 - 01/6/2026", "15/6/2026 - 01/6/2026"), ("giai đoạn 2030 - 2026", "giai đoạn 2030 - 2026"), ("Giai đoạn 2030 - 2026", "Giai đoạn 2030 - 2026"), ("trong thời kỳ 2030 đến 2026", "thời kỳ 2030 đến 2026"), ("tháng 12/2026 đến tháng 10/2026", "tháng 12/2026 đến tháng 10/2026")]),
    "ngay_hai_kieu_dau": (["12/6/2026, 15/6/2026", "12-6-2026"], [("12/6/2026, 13/6/2026, 15-6-2026", "15-6-2026"), ("12.6.2026, 13.6.2026, 01/7/2026", "01/7/2026")]),
    "ngay_thang_trong_cau_thieu_so_khong": (["05/01/2026, 24/5/2026, 10/12/2026", "ngày 05 tháng 02 năm 2026", "ngày 12 tháng 6 năm 2026"], [("5/6/2026", "5/6/2026"), ("15/1/2026", "15/1/2026"), ("ngày 5 tháng 6 năm 2026", "ngày 5 tháng 6 năm 2026")]),
    "ngay_dai_ngan_lan_lon": (
        ["Kế hoạch số 13/KH-UBND ngày 05/02/2026, Kế hoạch số 14/KH-UBND ngày 06/02/2026", "Kế hoạch số 13/KH-UBND ngày 05/02/2026, họp ngày 06 tháng 02 năm 2026",
         {"body": ["Căn cứ Kế hoạch số 13/KH-UBND ngày 05 tháng 02 năm 2026;", "QUYẾT ĐỊNH:", "theo Kế hoạch số 14/KH-UBND ngày 06/02/2026"], "loai": "QĐ"}],
        [("Kế hoạch số 13/KH-UBND ngày 05/02/2026, Kế hoạch số 14/KH-UBND ngày 06/02/2026, Kế hoạch số 15/KH-UBND ngày 07 tháng 02 năm 2026", "Kế hoạch số 15/KH-UBND ngày 07 tháng 02 năm 2026")],
    ),
    # --- units --------------------------------------------------------------------------------------------
    "don_vi_khong_con": (
        ["Ủy ban nhân dân xã Tân Phước 1", "xã Bình Điền, tỉnh Nghệ An, thành phố Huế", "trước đây là huyện Ba Vì", "năm 2024 tại huyện Ba Vì", "Quyết định ngày 12/9/2022 của tỉnh Thừa Thiên Huế", "huyện Không Có", "đường Thị xã", "do UBND tỉnh Đồng Nai ban hành"],
        [("tại huyện Ba Vì", "huyện Ba Vì"), ("của tỉnh Thừa Thiên Huế", "tỉnh Thừa Thiên Huế"), ("thị trấn Tây Đằng", "thị trấn Tây Đằng")],
    ),
    "noi_nhan_tinh_ten_cu": (
        [{"noi_nhan": ["- UBND các tỉnh Nghệ An, Quảng Trị;"]}, {"noi_nhan": ["- UBND các tỉnh, thành phố: Nghệ An, Đồng Nai;"]}, {"noi_nhan": ["- UBND thành phố Đồng Nai;"]}, "do UBND tỉnh Đồng Nai ban hành", {"noi_nhan": ["- UBND tỉnh Nghệ An;"]}],
        [({"noi_nhan": ["- UBND các tỉnh Nghệ An, Đồng Nai;"]}, "Đồng Nai"), ({"noi_nhan": ["- UBND tỉnh Đồng Nai;"]}, "tỉnh Đồng Nai"), ({"noi_nhan": ["- UBND tỉnh Đồng Nai;"], "ngay": "Huế, ngày    tháng 6 năm 2026"}, "tỉnh Đồng Nai")],
    ),
    "tinh_khong_dung_ngay": (
        [{"co_quan": ["UBND TỈNH BẮC NINH", "SỞ NỘI VỤ"]}, {"co_quan": ["UBND THÀNH PHỐ ĐỒNG NAI", "SỞ NỘI VỤ"]}, {"co_quan": ["UBND TỈNH B"]},
         {"co_quan": ["UBND TỈNH ĐỒNG NAI"], "ngay": "Biên Hòa, ngày      tháng 4 năm 2026"}, {"co_quan": ["UBND TỈNH ĐỒNG NAI"], "ngay": "Biên Hòa, ngày      tháng      năm 2026"}, {"co_quan": ["UBND TỈNH ĐỒNG NAI"], "ngay": "Đồng Nai, ngày 29 tháng 4 năm 2026"}],
        [({"co_quan": ["UBND TỈNH ĐỒNG NAI", "SỞ NỘI VỤ"], "ngay": "Đồng Nai, ngày 01 tháng 10 năm 2026"}, "TỈNH ĐỒNG NAI"),
         ({"co_quan": ["ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH"], "ngay": "Bắc Ninh, ngày 20 tháng 11 năm 2026"}, "TỈNH BẮC NINH"),
         ({"co_quan": ["UBND TỈNH ĐỒNG NAI"], "ngay": "Biên Hòa, ngày      tháng 6 năm 2026"}, "TỈNH ĐỒNG NAI"), ({"co_quan": ["UBND tỉnh Đồng Nai", "Sở Nội vụ"], "ngay": "Biên Hòa, ngày … tháng 10 năm 2026"}, "tỉnh Đồng Nai"),
         ({"co_quan": ["ỦY BAN NHÂN DÂN TỈNH", "BẮC NINH"], "ngay": "Bắc Ninh, ngày 20 tháng 11 năm 2026"}, "BẮC NINH"),
         ({"co_quan": ["UBND TỈNH BÌNH THUẬN", "SỞ NỘI VỤ"]}, "TỈNH BÌNH THUẬN"), ({"co_quan": ["UBND THÀNH PHỐ VINH"]}, "THÀNH PHỐ VINH")],
    ),
    "cap_huyen_sau_sap_xep": (
        ["UBND các xã, phường, đặc khu", "từ nay không còn cấp huyện", {"body": ["UBND các huyện"], "ngay": "Bình Điền, ngày 12 tháng 6 năm 2024"}, "tại huyện Ba Vì", "Phòng Nội vụ xã", "Quyết định số 12/QĐ-UBND ngày 05/02/2024 của UBND huyện về trích lập", "trước đây do Phòng Nội vụ huyện quản lý", "đường liên huyện", "quận 1", {"body": ["Phòng Nội vụ huyện"], "ngay": "Bình Điền, ngày 12 tháng 6 năm 2025"}],
        [("Phòng Nội vụ huyện phối hợp", "Phòng Nội vụ huyện"), ("do Phòng Tài chính - Kế hoạch huyện thẩm định", "Phòng Tài chính - Kế hoạch huyện"), ("Phòng Văn hóa và Thông tin huyện", "Phòng Văn hóa và Thông tin huyện"), ("giao Công an huyện", "Công an huyện"), ("UBND các quận", "các quận"), ("trong toàn huyện", "toàn huyện"), ("trên địa bàn huyện", "địa bàn huyện"), ("UBND các huyện, thị xã", "các huyện"), ("các xã, phường, thị trấn", "xã, phường, thị trấn"), ("công chức cấp huyện", "cấp huyện")],
    ),
    "co_quan_cap_khong_con": (
        [{"co_quan": ["UBND XÃ BÌNH ĐIỀN"]}, {"co_quan": ["UBND HUYỆN PHÚ LỘC"], "ngay": "Phú Lộc, ngày 05 tháng 3 năm 2025"}],
        [({"co_quan": ["UBND HUYỆN PHÚ LỘC"]}, "UBND HUYỆN PHÚ LỘC"), ({"co_quan": ["ỦY BAN NHÂN DÂN", "THỊ XÃ HƯƠNG TRÀ"]}, "THỊ XÃ HƯƠNG TRÀ")],
    ),
    "co_quan_xa_khong_co": (
        [{"co_quan": ["UBND XÃ BÌNH ĐIỀN"]}, {"co_quan": ["UBND XÃ A"]}, {"co_quan": ["ỦY BAN NHÂN DÂN", "THỊ XÃ HƯƠNG TRÀ"], "ngay": "Hương Trà, ngày 05 tháng 3 năm 2025"}],
        [({"co_quan": ["UBND PHƯỜNG VÕ THỊ SÁU"]}, "UBND PHƯỜNG VÕ THỊ SÁU"), ({"co_quan": ["ỦY BAN NHÂN DÂN", "XÃ BÌNH DIỀN"]}, "XÃ BÌNH DIỀN")],
    ),
    "co_quan_khong_con": (
        ["báo cáo Sở Tài chính", "năm 2024, Sở Kế hoạch và Đầu tư đã thẩm định", "Thông tư số 05/2021/TT-BTNMT của Bộ Tài nguyên và Môi trường", "Sở GTVTX",
         {"body": ["do Phòng Tài chính - Kế hoạch thẩm định"], "ngay": "Bình Điền, ngày 12 tháng 01 năm 2026"}, {"body": ["Phòng GD&ĐT phối hợp"], "ngay": "Bình Điền, ngày 12 tháng 6 năm 2025"}],
        [("báo cáo Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"), ("xin ý kiến Bộ TT&TT", "Bộ TT&TT"), ("SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"),
         ("giao Phòng Lao động - Thương binh và Xã hội rà soát", "Phòng Lao động - Thương binh và Xã hội"), ("PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG thẩm tra", "PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
         ({"body": ["do Phòng Tài chính - Kế hoạch thẩm định"], "ngay": "Bình Điền, ngày 12 tháng 10 năm 2025"}, "Phòng Tài chính - Kế hoạch")],
    ),
    "hai_tu_dinh_chu_hoa": (
        ["dùng VNeID, eOffice, YouTube", "với Công an xã", "Trường THCS", "mạng MobiFone"],
        [("phối hợp vớiCông an xã", "vớiCông"), ("kế hoạch củaUBND xã", "củaUBND"), ("NgườiDân", "NgườiDân")],
    ),
    "am_tiet_bi_tach": (
        ["các đơn vị thực hiện", "tổ ng, ch", "ph.1", "TP. HCM và tr. 5"],
        [("các đơn vị th ực hiện", "th ực"), ("người ngh èo", "ngh èo")],
    ),
    "ten_co_quan_thieu_tieng": (
        ["Ủy ban nhân dân xã", "hội đồng nhân dân các cấp", "Hội đồng nhân sự xã"],
        [("Ủy ban nhân xã Bình Điền", "nhân"), ("Hội đồng nhân tỉnh giao", "nhân"), ("Tòa án nhân tối cao", "nhân")],
    ),
    "so_ban_nganh_viet_hoa": (
        ["các sở, ban, ngành", "các Sở Nội vụ, Tài chính", "các Sở: Nội vụ, Tài chính", "các Ban Quản lý dự án, Sở Y tế", "Các Phòng Kinh tế, Văn hóa"],
        [("yêu cầu các Sở, ban, ngành thực hiện", "Sở, ban, ngành"), ("Các Phòng, ban thực hiện", "Phòng, ban"), ("các Ban, Ngành và Đoàn thể", "Ban, Ngành và Đoàn thể")],
    ),
    "dang_viet_thuong": (["của Đảng và Nhà nước", "các đảng, nhà nước"], [("chủ trương của đảng và Nhà nước", "đảng"), ("đường lối của đảng, nhà nước", "đảng")]),
    "don_vi_do_dinh_so": (
        ["50 ha", "phòng 5A", "Tổ 3M", "QL1A", "mẫu 2m/kh", "QCVN 01-1:2024m", "1.250 kg"],
        [("bị ngập 50ha lúa", "50ha"), ("dài 2,5km", "2,5km"), ("rộng 120m2", "120m2"), ("hỗ trợ 1.250kg gạo", "1.250kg")],
    ),
    "dong_viet_tat": (["500.000 đồng", "khoản 1.000đ)", "điểm 3 đ"], [("hỗ trợ 500.000đ/người", "500.000đ"), ("chi 1.250.000 đ cho", "1.250.000 đ")]),
    "ngoac_kep_khong_dong": (
        ["phong trào “Toàn dân đoàn kết” được phát động", ["sửa như sau: “Điều 5.", "nội dung mới”."]],
        [("phong trào “Toàn dân đoàn kết được phát động", "“"), ("Toàn dân đoàn kết” được phát động", "”")],
    ),
    "ten_don_vi_sai_dau": (
        [{"body": ["xã Bình Điền, xã Tân Tiến, phường Thuận Hoá"], "co_quan": ["UBND THÀNH PHỐ HUẾ", "SỞ NỘI VỤ"]}, "xã Bình Diền"],
        [({"body": ["tại xã Bình Diền"], "co_quan": ["UBND THÀNH PHỐ HUẾ", "SỞ NỘI VỤ"]}, "xã Bình Diền")],
    ),
    "buoi_khac_gio": (
        ["lúc 8 giờ 30 sáng ngày 12/6/2026", "14 giờ chiều thứ Sáu", "19 giờ 30 tối"],
        [("lúc 20 giờ sáng ngày 12/6/2026", "20 giờ sáng"), ("họp 14 giờ 30 sáng thứ Sáu", "14 giờ 30 sáng"), ("trước 7 giờ chiều", "7 giờ chiều")],
    ),
    "chu_lan_vao_so": (
        ["đã tiếp nhận 105 hồ sơ", "phòng A1, tầng 2B", "lô L20"],
        [("đã tiếp nhận 1O5 hồ sơ", "1O5"), ("có 7l hộ nghèo", "7l"), ("tổng số l20 hộ", "l20")],
    ),
    "dia_chi_mang_sai": (
        ["thư điện tử: vanthu@example.gov.vn", "trang https://example.gov.vn/tin"],
        [("thư điện tử: vanthu@example,gov.vn", "vanthu@example,gov.vn"), ("thư điện tử: vanthu@examplegovvn", "vanthu@examplegovvn"), ("trang https:/example.gov.vn", "https:/example.gov.vn"), ("trang htps://example.gov.vn", "htps://example.gov.vn")],
    ),
    "gio_nguoc": (["từ 8 giờ 00 đến 10 giờ 30 ngày 12/6/2026"], [("từ 11 giờ 30 phút đến 7 giờ 00, thứ Sáu ngày 12/6/2026", "từ 11 giờ 30 phút đến 7 giờ 00"),
         ("từ 10 giờ 00 đến 8 giờ 30 ngày 12/6/2026", "từ 10 giờ 00 đến 8 giờ 30")]),
    "con_so_khong_khop": (
        ["Giao 20.000 triệu đồng, đã giải ngân 15.000 triệu đồng, đạt 75%; còn lại 5.000 triệu đồng.", "Tiếp nhận 300 hồ sơ, chuyển sang 20 hồ sơ, đã giải quyết 290 hồ sơ, còn lại 30 hồ sơ.",
         "Thu hoạch 28.000 ha, năng suất bình quân 62 tạ/ha, sản lượng 173.600 tấn.", "Thu hoạch 412,5 ha, năng suất 58,4 tạ/ha, sản lượng ước đạt 2.409 tấn.",
         "So với cùng kỳ năm 2025 (51.000 ha) tăng 1.300 ha, bằng 102,5% cùng kỳ.", "tăng 140 hồ sơ so với cùng kỳ năm 2025 (1.100 hồ sơ), tương ứng tăng 12,7%.",
         "Diện tích 154 ha, trong đó lúa 80 ha, ngô 64 ha.", "Kinh phí 300 triệu đồng, trong đó ngân sách xã 200 triệu đồng, xã hội hóa 100 triệu đồng.",
         "Mở 03 lớp cho 210 người, bình quân mỗi lớp 70 người.", "Thu về: 13 phiếu; hợp lệ: 12 phiếu; không hợp lệ: 01 phiếu.", "đạt 98,5%, tăng 0,5% so với tháng trước (98%)",
         "Có mặt 13/15 thành viên, vắng 02 (ông Phan Văn Đức, bà Nguyễn Thị Lan).", "Vắng mặt 03 đại biểu: các ông Đức, Lan và bà Hoa.", "Vắng 03 (ông Đức, Trần Thị Lan, bà Hoa).",
         "Tổ gồm 05 người: Trưởng thôn là Tổ trưởng, đại diện Chi hội Phụ nữ, đại diện Chi hội Nông dân và 02 người do hội nghị bầu.",
         "Tổ gồm 05 người: Trưởng thôn là Tổ trưởng, đại diện các chi hội và 01 người do hội nghị bầu.", "Có mặt 15/15 thành viên; vắng 0.",
         "Có 02 lĩnh vực, gồm giáo dục, khoa học và công nghệ.", "Thi 04 môn, gồm bóng đá, cờ vua, cầu lông và điền kinh.", "Gồm 03 đơn vị, gồm văn phòng, tài chính và các đơn vị khác."],
        [("Giao 20.000 triệu đồng, đã giải ngân 15.000 triệu đồng, đạt 75%; còn lại 5.500 triệu đồng.", "còn lại 5.500 triệu đồng"),
         ("Thu hoạch 28.000 ha, năng suất bình quân 62 tạ/ha, sản lượng 176.300 tấn.", "28.000 ha, năng suất bình quân 62 tạ/ha, sản lượng 176.300 tấn"),
         ("So với cùng kỳ năm 2025 (51.000 ha) tăng 1.300 ha, bằng 105,2% cùng kỳ.", "So với cùng kỳ năm 2025 (51.000 ha) tăng 1.300 ha, bằng 105,2%"),
         ("tăng 140 hồ sơ so với cùng kỳ năm 2025 (1.100 hồ sơ), tương ứng tăng 21,7%.", "tăng 140 hồ sơ so với cùng kỳ năm 2025 (1.100 hồ sơ), tương ứng tăng 21,7%"),
         ("Tiếp nhận 1.240 hồ sơ; tăng 104 hồ sơ so với cùng kỳ năm 2025 (1.100 hồ sơ).", "tăng 104 hồ sơ so với cùng kỳ năm 2025 (1.100 hồ sơ)"),
         ("Tổng diện tích 53.200 ha, trong đó: lúa 28.500 ha, ngô 3.800 ha, rau màu 20.000 ha.", "53.200 ha, trong đó: lúa 28.500 ha, ngô 3.800 ha, rau màu 20.000 ha"),
         ("Kinh phí 320 triệu đồng, trong đó ngân sách xã 200 triệu đồng, xã hội hóa 100 triệu đồng.", "320 triệu đồng, trong đó ngân sách xã 200 triệu đồng, xã hội hóa 100 triệu đồng"),
         ("Mở 03 lớp cho 210 người, bình quân mỗi lớp 75 người.", "bình quân mỗi lớp 75 người"),
         ("Thu về: 13 phiếu, hợp lệ: 12 phiếu, không hợp lệ: 02 phiếu.".replace("Thu", "Số phiếu thu"), "thu về: 13 phiếu, hợp lệ: 12 phiếu, không hợp lệ: 02 phiếu"),
         ("Tán thành: 13 phiếu; không tán thành: 01 phiếu; tổng số: 13 phiếu.", "Tán thành: 13 phiếu; không tán thành: 01 phiếu; tổng số: 13 phiếu"),
         ("đạt 98,5%, giảm 0,5% so với tháng trước (98%)", "98,5%, giảm 0,5% so với tháng trước (98%)"),
         ("Có mặt 12 thành viên, vắng 03 thành viên có lý do (bà Lê Thị Hoa đi công tác, ông Trần Văn Bình nghỉ ốm).", "vắng 03 thành viên có lý do"),
         ("Vắng 02: ông Phan Văn Đức, bà Nguyễn Thị Lan và bà Hồ Thị Hà.", "Vắng 02"),
         ("Tổ gồm 05 người: Trưởng thôn là Tổ trưởng, đại diện Chi hội Phụ nữ, đại diện Chi hội Nông dân và 01 người do hội nghị bầu.", "gồm 05 người"),
         ("Thi 05 môn, gồm bóng đá, cờ vua, cầu lông và điền kinh.", "05 môn"), ("Mở 04 lớp (lớp văn thư, lớp thanh tra và lớp kế toán).", "04 lớp"),
         ("Sửa 05 công trình, gồm: hồ Khe Ngang, hồ Tả Trạch, đập Cửa Lác, trạm bơm Phú Mỹ.", "05 công trình")],
    ),
    "phan_hon_tong_so": (
        ["Toàn trường có 612 học sinh, trong đó 602 học sinh hoàn thành chương trình.", "Xây dựng 20 xã nông thôn mới, trong đó tăng thêm 25 xã so với năm 2025.",
         "Đã tuyển 626/612 học sinh, vượt chỉ tiêu được giao.", "Giải ngân 12,5 tỷ/10 tỷ đồng.", "Có mặt 15/15 thành viên.", "Vượt 05 hồ sơ, trong đó tháng 5 tiếp nhận 45 hồ sơ.",
         "Họp ngày 16/12 thành viên dự họp đủ.", "Bình quân 30 học sinh/lớp, trong đó lớp cao nhất 45 học sinh.",
         "Có mặt 13/15 thành viên. Đồng ý 12 phiếu, không đồng ý 1 phiếu.", "Không đồng ý 5 phiếu.",
         {"body": ["Phát ra 15 phiếu."], "bang": [["TT", "Nội dung", "Đồng ý", "Không đồng ý"], ["1", "Quy chế", "13", "2"], ["2", "Kế hoạch", "10", "5"]]}],
        [("Toàn trường có 612 học sinh, trong đó 626 học sinh hoàn thành chương trình.", "612 học sinh, trong đó 626 học sinh"), ("Có mặt 16/15 thành viên.", "16/15 thành viên"),
         ("Toàn xã có 1.250 hộ nghèo (trong đó 1.520 hộ có nhà kiên cố).", "1.250 hộ nghèo (trong đó 1.520 hộ"), ("Số học sinh hoàn thành chương trình: 626/612 học sinh.", "626/612 học sinh"),
         ("Có 45 đảng viên dự họp, trong số đó 54 đảng viên nữ.", "45 đảng viên dự họp, trong số đó 54 đảng viên"),
         ("Có mặt 13 thành viên. Kết quả: đồng ý 12 phiếu, không đồng ý 3 phiếu.", "đồng ý 12 phiếu, không đồng ý 3"),
         (["Có mặt: 13 đại biểu.", "Biểu quyết: 11 đại biểu tán thành, 02 đại biểu không tán thành, 01 đại biểu không có ý kiến."],
          "11 đại biểu tán thành, 02 đại biểu không tán thành, 01 đại biểu không có ý kiến"),
         ({"body": ["Phát ra 15 phiếu."], "bang": [["TT", "Nội dung", "Đồng ý", "Không đồng ý"], ["1", "Quy chế", "13", "2"], ["2", "Kế hoạch", "12", "5"]]}, "12"),
         ({"body": ["Kết quả:"], "bang": [["TT", "Nội dung", "Có mặt", "Tán thành", "Không tán thành", "Ý kiến khác"], ["1", "A", "15", "13", "2", "1"]]}, "13")],
    ),
    "dong_bang_lech": (
        [{"body": ["Bảng:"], "bang": [["TT", "Việc", "Số người", "Số ngày", "Mức chi", "Thành tiền"], ["1", "A", "10", "1", "200", "2.000"], ["2", "B", "5", "1", "300", "1.500"],
                                       ["3", "C", "4", "2", "100", "800"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Thôn", "Số hộ", "Mức hỗ trợ", "Số tiền"], ["1", "A", "10", "200", "2.000"], ["2", "B", "5", "300", "1.500"], ["", "Tổng cộng", "15", "500", "3.500"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Thôn", "Số hộ", "Mức hỗ trợ", "Số tiền", "Ghi chú"], ["1", "A", "10", "200", "2.000", ""], ["2", "B", "5", "300", "1.500", ""],
                                       ["3", "C", "10", "300", "1.700", "Đã cấp một phần"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Hàng", "Số lượng", "Đơn giá (đồng)", "Thành tiền (nghìn đồng)"], ["1", "A", "10", "25.000", "250"], ["2", "B", "3", "12.000", "36"],
                                       ["3", "C", "4", "15.000", "60"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Xã", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"], ["1", "A", "412,5", "58,4", "2.409"], ["2", "B", "300", "60,1", "1.803"],
                                       ["3", "C", "101,3", "55", "557"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Hàng", "Số lượng", "Đơn giá", "Thành tiền"], ["1", "A", "10", "25.000", "275.000"], ["2", "B", "3", "12.000", "39.600"], ["3", "C", "4", "15.000", "60.000"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Xã", "Giao", "Có", "Còn thiếu"], ["1", "A", "30", "28", "2"], ["2", "B", "20", "19", "1"], ["3", "C", "25", "20", "5"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Xã", "Số hộ", "Hộ nghèo", "Tỷ lệ (%)"], ["1", "A", "300", "15", "5,0"], ["2", "B", "200", "20", "10,0"]]}],
        [({"body": ["Bảng:"], "bang": [["TT", "Hàng", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"], ["1", "A", "10", "25.000", "250.000"], ["2", "B", "3", "12.000", "63.000"],
                                        ["3", "C", "4", "15.000", "60.000"]]}, "63.000"),
         ({"body": ["Bảng:"], "bang": [["TT", "Xã", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"], ["1", "A", "412,5", "58,4", "2.409"], ["2", "B", "300", "60,1", "1.083"],
                                        ["3", "C", "101,3", "55", "557"]]}, "1.083"),
         ({"body": ["Bảng:"], "bang": [["TT", "Thôn", "Số người", "Mức hỗ trợ (nghìn đồng)", "Số tiền (triệu đồng)"], ["1", "A", "120", "500", "60"], ["2", "B", "80", "500", "40"],
                                        ["3", "C", "64", "500", "23"]]}, "23"),
         ({"body": ["Bảng:"], "bang": [["TT", "Xã", "Giao", "Có", "Còn thiếu"], ["1", "A", "30", "28", "2"], ["2", "B", "20", "19", "3"], ["3", "C", "25", "20", "5"]]}, "3"),
         ({"body": ["Bảng:"], "bang": [["TT", "Xã", "Số hộ", "Hộ nghèo", "Tỷ lệ (%)"], ["1", "A", "300", "15", "5,0"], ["2", "B", "200", "20", "10,0"], ["3", "C", "400", "30", "5,7"]]}, "5,7")],
    ),
    "thu_tu_bang_sai": (
        [{"body": ["Bảng:"], "bang": [["TT", "Xã"], ["I", "Vùng"], ["1", "A"], ["2", "B"], ["II", "Vùng"], ["1", "C"]]}, {"body": ["Bảng:"], "bang": [["STT", "Xã"], ["1", "A"], ["", "A"], ["2", "B"]]},
         {"body": ["Bảng:"], "bang": [["TT", "Xã"], ["1", "2"], ["1", "A"], ["2", "B"]]}],
        [({"body": ["Bảng:"], "bang": [["TT", "Xã"], ["1", "A"], ["2", "B"], ["2", "C"]]}, "2"), ({"body": ["Bảng:"], "bang": [["STT", "Xã"], ["1", "A"], ["2", "B"], ["4", "C"]]}, "4")],
    ),
    "nguon_von_khac_tong": (
        [["Tổng dự toán: 245.000.000 đồng.", "3. Nguồn vốn: ngân sách xã 200.000.000 đồng, Nhân dân đóng góp 45.000.000 đồng."], "Nguồn kinh phí: ngân sách xã năm 2026."],
        [(["Tổng dự toán: 245.000.000 đồng.", "3. Nguồn vốn: ngân sách xã 220.000.000 đồng, Nhân dân đóng góp 45.000.000 đồng."], "ngân sách xã 220.000.000 đồng, Nhân dân đóng góp 45.000.000 đồng")],
    ),
    "so_ngay_it_hon_khoang": (
        ["tập huấn 05 ngày, từ ngày 19/10/2026 đến ngày 25/10/2026", "nghỉ 07 ngày, từ ngày 19/10/2026 đến ngày 25/10/2026", "trong 05 ngày làm việc, từ ngày 19/10/2026 đến ngày 25/10/2026", "06 ngày, kể từ ngày 19/10/2026 đến ngày 25/10/2026"],
        [("tập huấn 06 ngày, từ ngày 19 tháng 10 năm 2026 đến ngày 25 tháng 10 năm 2026", "06 ngày, từ ngày 19 tháng 10 năm 2026 đến ngày 25 tháng 10 năm 2026"), ("thi 02 ngày (từ ngày 26/10/2026 đến ngày 28/10/2026)", "02 ngày (từ ngày 26/10/2026 đến ngày 28/10/2026")],
    ),
    "hai_don_vi_do_khac_nhau": (
        ["dài 1.500 m (1,5 km)", "tuyến đường 2,5 km (2.500 m)"],
        [("dài 1.500 m (1,2 km)", "1.500 m (1,2 km"), ("đường dài 2,5 km (250 m)", "2,5 km (250 m")],
    ),
    "hieu_luc_truoc_ngay_van_ban": (
        ["Nghị quyết này được Hội đồng nhân dân xã khóa II, kỳ họp thứ 2 thông qua ngày 10 tháng 6 năm 2026.", "Quyết định này có hiệu lực kể từ ngày ký."],
        [("Nghị quyết này đã được Hội đồng nhân dân xã khóa II, kỳ họp thứ 2 thông qua ngày 10 tháng 6 năm 2025", "ngày 10 tháng 6 năm 2025"),
         ("Quyết định này có hiệu lực từ ngày 01/01/2020.", "01/01/2020")],
    ),
    "khoang_so_nguoc": (["mưa phổ biến 250 - 400 mm", "giảm 5 - 3%", "Quý 3 - 2%", "lớp 5 - 3 m", "100 - 20 m = 80 m", "từ 200 - 350 mm", "từ 12 đến 45 hộ", "giảm từ 45 xuống 12 hộ"], [("mưa phổ biến 400 - 250 mm", "400 - 250 mm"), ("chiếm 30-20%", "30-20%"), ("lượng mưa từ 350 - 200 mm", "từ 350 - 200 mm"),
         ("từ 45 đến 12 hộ", "từ 45 đến 12 hộ")]),
    "ky_khac_thang": (
        ["quý II (tháng 4, 5, 6)", "quý IV (tháng 10 - 12)", "quý III (tháng 7 và tháng 8)", "6 tháng đầu năm (từ tháng 01 đến tháng 6)"],
        [("quý I (tháng 4, 5, 6)", "quý I (tháng 4, 5, 6)"), ("quý IV (tháng 10 - tháng 11)", "quý IV (tháng 10 - tháng 11)"), ("quý II (từ tháng 7 đến tháng 9)", "quý II (từ tháng 7 đến tháng 9)")],
    ),
    "so_dien_thoai_sai": (
        ["điện thoại: 0234.3812345", "điện thoại 0912345678", "đường dây nóng 1900"],
        [("điện thoại: 0234.38123", "0234.38123"), ("điện thoại 09123456789", "09123456789")],
    ),
    "so_giay_to_sai": (["căn cước số 046099001234"], [("căn cước số 0460123", "0460123"), ("CCCD số 04609900123", "04609900123")]),
    "so_ngay_qua_khoang": (
        ["nghỉ 05 ngày, từ ngày 01/6/2026 đến ngày 05/6/2026", "tập huấn 03 ngày, từ ngày 01/6/2026 đến ngày 05/6/2026", "nghỉ 05 ngày làm việc, kể từ ngày 15/6/2026 đến hết ngày 19/6/2026",
         "nghỉ 10 ngày, từ ngày 15/6/2026 đến hết ngày 26/6/2026", "nghỉ 12 ngày, từ ngày 15/6/2026 đến hết ngày 26/6/2026"],
        [("05 ngày làm việc, kể từ ngày 15 tháng 6 năm 2026 đến hết ngày 26 tháng 6 năm 2026", "05 ngày làm việc, kể từ ngày 15 tháng 6 năm 2026 đến hết ngày 26 tháng 6 năm 2026"),
         ("nghỉ phép trong thời gian 07 ngày, kể từ ngày 15/6/2026 đến hết ngày 26/6/2026", "07 ngày, kể từ ngày 15/6/2026 đến hết ngày 26/6/2026"), ("nghỉ 10 ngày, từ ngày 01/6/2026 đến ngày 05/6/2026", "10 ngày, từ ngày 01/6/2026 đến ngày 05/6/2026")],
    ),
    "gia_tri_het_truoc_ngay_van_ban": (
        ["Giấy này có giá trị đến hết ngày 12/6/2026.", "Thẻ cũ có giá trị đến ngày 01/5/2026", "Quyết định số 5/QĐ-UBND có hiệu lực đến ngày 01/5/2026"],
        [("Giấy này có giá trị đến hết ngày 11/6/2026./.", "11/6/2026"), ("Giấy ủy quyền này có hiệu lực đến ngày 01 tháng 5 năm 2026.", "ngày 01 tháng 5 năm 2026"),
         ("Thời hạn ủy quyền: từ ngày 01/01/2026 đến hết ngày 30/5/2026.", "30/5/2026")],
    ),
    "trich_dan_sai_noi_ban_hanh": (
        ["Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân xã", "Tờ trình số 12/TTr-HĐND ngày 05/01/2026 của Hội đồng nhân dân xã",
         "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "Luật Đất đai của Quốc hội", "dự thảo Luật Đất đai của Chính phủ", "Nghị định quy định chi tiết thi hành Luật Đất đai của Chính phủ",
         "theo Luật Đất đai và chỉ đạo của Chính phủ", "Luật Tổ chức Chính phủ", "Thông tư số 05/2025/TT-BNV ngày 24/6/2025 của Bộ trưởng Bộ Nội vụ", "Quyết định số 5/QĐ-UBND ngày 01/02/2026 của Chủ tịch UBND xã",
         "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội", "Luật Đất đai và các văn bản của Chính phủ"],
        [("Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Sở Nội vụ về văn thư", "Sở Nội vụ"), ("Tờ trình số 12/TTr-HĐND ngày 05/01/2026 của Ủy ban nhân dân xã", "Ủy ban nhân dân"),
         ("Nghị định số 113/2025/NĐ-CP ngày 03 tháng 6 năm 2025 của Quốc hội", "Quốc hội"), ("Căn cứ Luật Đất đai của Chính phủ", "Chính phủ"), ("Pháp lệnh Ưu đãi người có công với cách mạng của Chính phủ", "Chính phủ"),
         ("Thông tư số 05/2025/TT-BNV ngày 24/6/2025 của Thủ tướng Chính phủ", "Thủ tướng Chính phủ"), ("Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Chính phủ", "Chính phủ"), ("Quyết định số 5/QĐ-UBND ngày 01/02/2026 của HĐND xã", "HĐND")],
    ),
    "ky_hieu_co_quan_khong_con": (
        ["Công văn số 12/BTTTT-VP ngày 05/01/2025 của Bộ", "Công văn số 12/BKHCN-VP ngày 05/3/2026", "Công văn số 12/BTTTT-VP", "Thông tư số 05/2024/TT-BTNMT"],
        [("Công văn số 12/BTTTT-VP ngày 05/3/2026", "Công văn số 12/BTTTT-VP"), ("Quyết định số 12/QĐ-SNN&PTNT ngày 05/3/2026", "Quyết định số 12/QĐ-SNN&PTNT"), ("Thông tư số 05/2026/TT-BTNMT", "Thông tư số 05/2026/TT-BTNMT")],
    ),
    "dem_danh_sach_sai": (
        [["Có 03 giải pháp:", "1. Tuyên truyền.", "Việc này làm trước.", "2. Kiểm tra.", "3. Báo cáo."], ["Có 03 giải pháp:", "- Tuyên truyền;", "- Kiểm tra.", "Ngoài ra:", "- Báo cáo."],
         ["Giao 02 đơn vị:", "- Phòng Kinh tế: rà soát;", "- Văn phòng: tổng hợp;", "- Công an xã: kiểm tra;", "- Các thôn: báo cáo."], ["Có 04 giải pháp chủ yếu sau:", "- Tuyên truyền;", "- Kiểm tra;", "- Báo cáo."],
         ["Trong năm 2026 dự án:", "- Đường;", "- Cầu."], ["Còn 03 dự án:", "- Đường: 02 dự án;", "- Cầu: 01 dự án."], ["1. Có 02 nội dung:", "a) Rà soát;", "- sổ sách;", "- hồ sơ;", "b) Báo cáo.", "2. Thời gian: tháng 6."]],
        [(["Có 03 giải pháp:", "1. Tuyên truyền.", "2. Kiểm tra."], "03 giải pháp"), (["1. Tăng vốn cho 03 dự án:", "a) Đường thôn Bình Điền;", "b) Cầu An Cựu.", "2. Thời gian: tháng 6."], "03 dự án"),
         (["Tổ kiểm tra gồm 06 ông, bà có tên sau:", "- Ông Nguyễn Văn A;", "- Bà Trần Thị B;", "- Ông Lê Văn C;", "- Bà Lê Thị D."], "06 ông"), (["Thực hiện hai nhiệm vụ sau:", "- Rà soát;", "- Kiểm tra;", "- Báo cáo."], "hai nhiệm vụ")],
    ),
    "tong_danh_sach_sai": (
        [["Còn 10 hồ sơ quá hạn:", "- Lĩnh vực đất đai: 06 hồ sơ;", "- Lĩnh vực tư pháp: 04 hồ sơ."], ["Còn 09 hồ sơ quá hạn, trong đó:", "- Đất đai: 06 hồ sơ;", "- Tư pháp: 02 hồ sơ."],
         ["Có 09 hồ sơ, chủ yếu:", "- Đất đai: 06 hồ sơ;", "- Tư pháp: 04 hồ sơ."], ["Có 09 hồ sơ:", "- Đất đai: 06 hồ sơ, trong đó 02 hồ sơ quá hạn;", "- Tư pháp: 04 hồ sơ."], ["Có 09 hồ sơ:", "- Đất đai: 06 thửa;", "- Tư pháp: 04 hồ sơ."],
         ["Giao 09 hồ sơ cho các đơn vị sau:", "- Phòng Kinh tế;", "- Văn phòng."], ["Tiếp nhận 09 hồ sơ:", "- Toàn xã có 250 hồ sơ;", "- Năm trước 300 hồ sơ."]],
        [(["Còn 09 hồ sơ quá hạn:", "- Lĩnh vực đất đai: 06 hồ sơ;", "- Lĩnh vực tư pháp: 04 hồ sơ."], "09 hồ sơ"), (["Kiểm tra 5 đơn vị, có 09 hồ sơ quá hạn, trong đó:", "- 06 hồ sơ đất đai;", "- 04 hồ sơ tư pháp."], "09 hồ sơ"),
         (["Tổng kinh phí 3.500 triệu đồng, gồm:", "a) Chi thường xuyên: 2.500 triệu đồng;", "b) Chi đầu tư: 1.100 triệu đồng."], "3.500 triệu đồng")],
    ),
}


RIGHT = (
    "Đ/c Nguyễn Văn A, Phó Chủ tịch UBND xã; ThS. Trần Thị B; PGS. TS. Lê Văn C.",
    "Thời gian: 7 giờ 30 phút, thứ Sáu, ngày 12/6/2026 (cả ngày), tại Hội trường UBND xã; điện thoại: 0234.3812345.",
    "Bản đồ tỷ lệ 1:500 và 1/500; trực 24/24 giờ; cột (3) = (1) + (2); 12.500 đồng/m2; 3,5 tỷ đồng; 1.250,5 ha.",
    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2025 - 2030; khóa XIV, nhiệm kỳ 2026 - 2031.",
    "Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư về triển khai nghiên cứu, đề xuất tiếp tục sắp xếp tổ chức bộ máy.",
    "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội về việc sắp xếp đơn vị hành chính cấp tỉnh; Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số.",
    "Mặt trận Tổ quốc và các đoàn thể nhân dân, Quỹ tín dụng nhân dân, lực lượng vũ trang nhân dân cùng tham gia; Quỹ “Vì người nghèo”.",
    "Nhân dân trong xã chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước; quản lý nhà nước về đất đai; ngân sách nhà nước.",
    "Kỷ niệm Cách mạng tháng Tám và ngày Quốc khánh 02/9; nghỉ thứ Bảy, Chủ nhật; tết Nguyên đán; trong tháng 10 năm 2026.",
    "Phòng, chống dịch bệnh; phòng cháy, chữa cháy; phòng ngừa vi phạm; cán bộ tài chính; cơ sở giáo dục và đào tạo; cơ sở y tế; trụ sở công an xã.",
    "Theo điểm a khoản 2 Điều 5 Chương II của Luật Đất đai và khoản 1, khoản 3 Điều 7 Nghị định này, các hộ, cá nhân được hỗ trợ.",
    "Ủy ban nhân dân xã giao Văn phòng HĐND và UBND xã, Phòng Văn hóa - Xã hội, Trung tâm Phục vụ hành chính công phối hợp, hoàn thành trước ngày 30/6/2026.",
    "Từ ngày 01/01/2026 đến ngày 14/6/2026, xã đã tiếp nhận 322 hồ sơ; giải quyết 310 hồ sơ, trong đó 306/310 hồ sơ đúng hạn (98,7%); đang giải quyết 12 hồ sơ trong hạn.",
    "Tồn tại tại một số thôn; thiết bị bị hỏng; lý do do thiếu kinh phí; đầu vào vào hệ thống; ngày ngày, dần dần, từ từ, luôn luôn.",
    "Xã Nguyễn Phích, Phường 3, Phường Điện Biên Phủ, Thành phố Hồ Chí Minh, Thủ đô Hà Nội, thành phố Huế, tỉnh Nghệ An, đặc khu Lý Sơn.",
    "Thư điện tử: vanthu@example.gov.vn; trang thông tin: https://example.gov.vn/tin-tuc?id=12&trang=3; tệp ke-hoach.docx; mã QR; trường THPT; 30\u00a0mm.",
    "Xã đã ban hành: Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND xã về chuyển đổi số; Quyết định số 08/QĐ-UBND ngày 09/01/2026 của UBND xã về việc củng cố Bộ phận Tiếp nhận và Trả kết quả.",
    "Đề nghị các đơn vị rà soát hồ sơ nộp trước ngày 01/7/2025, các trường hợp đăng ký trước ngày 01/01/2026, báo cáo về Văn phòng trước ngày 26/6/2026.",
)
"""Sentences an office writes, right by every rule on words."""

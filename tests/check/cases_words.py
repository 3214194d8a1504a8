"""Wrong words in right papers: characters, spaces and marks, capitals."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.check.case import Case, case
from tests.helpers.docx import r
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH, doan
from tests.helpers.spoil import Change, W, after, append, raw, spoilt, words

_LINE = "Văn phòng Sở theo dõi việc thực hiện."
_PLAN = "theo Kế hoạch số 12/KH-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ về văn thư"
_TO = "- Các xã, phường;"
_INDEX = "/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số"


def rows(*added: list[str]) -> Change:
    """The table of the notice gets rows at its end."""

    def change(root: Any) -> None:
        last = next(one for one in root.iter(W + "tr") if "Xã Bình Điền" in "".join(t.text for t in one.iter(W + "t")))
        for cells in added:
            row = deepcopy(last)
            for element, text in zip(row.iter(W + "t"), cells, strict=True):
                element.text = text
            last.getparent().append(row)

    return change


def said(rule: str, text: str, *, paper: bytes = THONG_BAO) -> Case:
    """The notice says *text*, and that breaks *rule*."""
    return case(rule, paper, words(_LINE, text))


CASES = (
    said("chu_to_hop_roi", "Văn pho\u0300ng Sở theo dõi việc thực hiện."),
    said("phong_chu_cu", "V¨n phßng Së theo dâi viÖc thùc hiÖn t¹i c¸c x·."),
    said("chu_nhin_giong", "Văn phòng Sở theo dõi việc thực hiện. Ðề nghị các xã phối hợp."),
    said("ky_tu_vo_hinh", "Văn phòng Sở theo dõi\u200b việc thực hiện."),
    said("khoang_trang_la", "Văn phòng Sở theo dõi\u2003việc thực hiện."),
    said("ky_tu_hong", "Văn phòng Sở theo d\ufffdi việc thực hiện."),
    said("dau_toan_hinh", "Văn phòng Sở theo dõi，đôn đốc việc thực hiện."),
    said("dau_thanh_hai_kieu", "Văn phòng Sở theo dõi việc hoà giải, hòa nhập và khỏe mạnh."),
    said("hai_khoang_trang", "Văn phòng Sở theo dõi  việc thực hiện."),
    said("khoang_trang_truoc_dau", "Văn phòng Sở theo dõi , đôn đốc việc thực hiện."),
    said("khoang_trang_truoc_dau", "Văn phòng Sở tiếp nhận hồ sơ ,giải quyết đúng hạn."),
    said("khoang_trang_trong_ngoac", "Văn phòng Sở theo dõi ( hằng tuần) việc thực hiện."),
    said("thieu_khoang_trang_sau_dau", "Văn phòng Sở theo dõi,đôn đốc việc thực hiện."),
    said("thieu_khoang_trang_truoc_ngoac", "Văn phòng Sở theo dõi(hằng tuần) việc thực hiện."),
    said("ngoac_kep_hai_kieu", 'Văn phòng Sở theo dõi mô hình “một cửa” và "liên thông".'),
    said("dau_cau_lap", "Văn phòng Sở theo dõi,, đôn đốc việc thực hiện."),
    said("khoang_nam_hai_kieu", "Văn phòng Sở theo dõi giai đoạn 2021-2025, 2026-2030 và 2031 - 2035."),
    said("tab_trong_cau", "Văn phòng Sở theo dõi\tviệc thực hiện."),
    said("ngoac_don_khong_dong", "Văn phòng Sở theo dõi (hằng tuần việc thực hiện."),
    said("thieu_dau_cuoi_doan", "Văn phòng Sở theo dõi việc thực hiện. Các đơn vị trực thuộc Sở phối hợp thực hiện"),
    case("cau_dan_thieu_hai_cham", THONG_BAO, words("kèm theo Thông báo này.", "kèm theo Thông báo này như sau")),
    said("dau_cham_than", "Văn phòng Sở theo dõi việc thực hiện!"),
    said("don_vi_hanh_chinh_sai_dau", "Văn phòng Sở báo cáo UBND tinh."),
    said("khoang_trang_mot_ben", "Văn phòng Sở theo dõi xã Văn hóa- Xã hội."),
    case("tieu_de_muc_dau_hai_cham", THONG_BAO, after("đ) Phòng kho", doan(r("3. Nguyên nhân:", "b")), doan("Kho lưu trữ chưa được cải tạo."))),
    said("ten_co_quan_sai_chu_hoa", "Văn phòng Sở gửi ủy ban nhân dân các xã."),
    said("ten_luat_sai_chu_hoa", "Văn phòng Sở theo dõi việc thi hành Luật lưu trữ."),
    said("ngay_le_sai_chu_hoa", "Văn phòng Sở trực dịp nghỉ tết Nguyên Đán."),
    said("dau_cau_viet_thuong", "Văn phòng Sở theo dõi việc thực hiện. các đơn vị phối hợp."),
    case("dau_doan_viet_thuong", THONG_BAO, words("Kết quả kiểm tra của từng", "kết quả kiểm tra của từng")),
    said("dieu_viet_thuong", "Văn phòng Sở theo dõi theo khoản 2 điều 5 Luật Lưu trữ."),
    said("khoan_diem_viet_hoa", "Văn phòng Sở theo dõi theo Khoản 2 Điều 5 Luật Lưu trữ."),
    said("nhan_dan_viet_thuong", "Văn phòng Sở tiếp nhận phản ánh của nhân dân."),
    said("nha_nuoc_viet_thuong", "Văn phòng Sở tuyên truyền chính sách của Đảng và nhà nước."),
    said("chuc_vu_viet_thuong", "Văn phòng Sở báo cáo giám đốc Sở Nội vụ."),
    said("ten_loai_viet_thuong", "Văn phòng Sở theo dõi theo kế hoạch số 08/KH-SNV."),
    said("thang_viet_hoa", "Văn phòng Sở theo dõi trong Tháng 10 năm 2026."),
    said("thu_viet_thuong", "Văn phòng Sở họp vào sáng thứ hai."),
    said("don_vi_viet_hoa", "Văn phòng Sở theo dõi tại Xã Bình Điền."),
    said("don_vi_so_viet_thuong", "Văn phòng Sở học tập kinh nghiệm tại phường 3, thành phố Cần Thơ."),
    said("don_vi_dac_biet_sai_chu_hoa", "Văn phòng Sở học tập kinh nghiệm tại thành phố Hồ Chí Minh."),
    said("trich_dan_thieu_ngay", "Văn phòng Sở theo dõi theo Kế hoạch số 12/KH-SNV của Sở Nội vụ về văn thư."),
    case("trich_dan_thieu_co_quan", THONG_BAO, words("2. " + _LINE, "2. Căn cứ Kế hoạch số 12/KH-SNV ngày 05 tháng 02 năm 2026 về văn thư, các xã báo cáo.")),
    said("trich_dan_thieu_trich_yeu", "Văn phòng Sở theo dõi theo Kế hoạch số 12/KH-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ."),
    said("trich_dan_lai_day_du", "Văn phòng Sở theo dõi theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ."),
    said("trich_dan_dau_phay_truoc_ngay", f"Văn phòng Sở theo dõi {_PLAN.replace('SNV ngày', 'SNV, ngày')}."),
    said("trich_dan_cong_van_co_cv", "Văn phòng Sở theo dõi theo Công văn số 12/CV-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ về văn thư."),
    said("trich_dan_sai_ma_loai", f"Văn phòng Sở theo dõi {_PLAN.replace('KH-', 'TB-')}."),
    said("trich_dan_nghi_dinh_thieu_nam", "Văn phòng Sở theo dõi theo Nghị định số 30/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."),
    said("trich_dan_hanh_chinh_co_nam", f"Văn phòng Sở theo dõi {_PLAN.replace('/KH', '/2026/KH')}."),
    said("trich_dan_luat_co_so", "Văn phòng Sở theo dõi theo Luật Lưu trữ số 33/2024/QH15."),
    said("trich_dan_thieu_chu_so", f"Văn phòng Sở theo dõi {_PLAN.replace('hoạch số', 'hoạch')}."),
    said("trich_dan_thieu_so_khong", f"Văn phòng Sở theo dõi {_PLAN.replace('12/', '5/')}."),
    said("so_ky_hieu_co_khoang_trang", "Văn phòng Sở theo dõi theo Kế hoạch số 08/KH - SNV."),
    said("viet_tat_chua_giai_thich", "Văn phòng Sở theo dõi công tác CCHC."),
    said("viet_tat_khong_dung", "Văn phòng Sở (sau đây viết tắt là VPS) theo dõi việc thực hiện."),
    said("viet_tat_giai_thich_hai_lan", "Văn phòng Sở theo dõi cải cách hành chính (CCHC), báo cáo cải cách hành chính (CCHC)."),
    said("viet_tat_viet_sai", "Văn phòng Sở theo dõi văn bản QPPPL."),
    said("tu_viet_sai", "Văn phòng Sở theo dõi, bổ xung nhân sự."),
    said("tu_lap", "Văn phòng Sở theo dõi việc thực hiện của của các xã."),
    said("am_tiet_khong_co", "Văn phòng Sở thưòng xuyên theo dõi."),
    said("tu_nghi_sai", "Văn phòng Sở theo dõi việc thực hiện thủ tuc của các xã."),
    said("dau_thanh_sai_cho", "Văn phòng Sở theo dõi việc thực hiện cuả các xã."),
    said("buoi_khac_gio", "Văn phòng Sở họp lúc 14 giờ 30 sáng thứ Sáu."),
    said("chu_lan_vao_so", "Văn phòng Sở theo dõi 1O5 hồ sơ."),
    said("dia_chi_mang_sai", "Văn phòng Sở nhận thư điện tử ở vanthu@example,gov.vn."),
    said("gio_nguoc", "Văn phòng Sở họp từ 10 giờ 00 đến 8 giờ 30 ngày 12/3/2026."),
    said("hai_don_vi_do_khac_nhau", "Văn phòng Sở theo dõi tuyến đường dài 1.500 m (1,2 km)."),
    said("khoang_so_nguoc", "Văn phòng Sở theo dõi từ 45 đến 12 hộ."),
    said("ky_khac_thang", "Văn phòng Sở tổng kết quý I (tháng 4, 5, 6)."),
    said("so_dien_thoai_sai", "Văn phòng Sở trực điện thoại 0234.38123."),
    said("so_giay_to_sai", "Văn phòng Sở cấp giấy cho người có căn cước số 0460123."),
    said("so_ngay_qua_khoang", "Văn phòng Sở kiểm tra trong 10 ngày, từ ngày 02/3/2026 đến ngày 06/3/2026."),
    said("ty_le_tinh_sai", "Văn phòng Sở theo dõi 12 xã, có 06/12 xã đạt tỷ lệ 60%."),
    said("tong_tinh_sai", "Văn phòng Sở theo dõi 12 xã (6 + 7 = 12)."),
    said("bieu_tuong_cam_xuc", "Văn phòng Sở theo dõi việc thực hiện 👍."),
    said("loi_cua_word_excel", "Văn phòng Sở theo dõi việc thực hiện tại mục Error! Reference source not found."),
    said("xung_ho_khac_ten", "Văn phòng Sở theo dõi việc thực hiện của ông Trần Thị Bình."),
    said("so_sai_hang_nghin", "Văn phòng Sở theo dõi việc chi 1.2500 đồng."),
    said("dem_khong_khop", "Văn phòng Sở theo dõi việc thực hiện của 3 xã, gồm 3 xã: Bình Điền, Hưng Lộc."),
    said("tong_loi_van_sai", "Văn phòng Sở theo dõi 12 xã, gồm 6 xã đồng bằng và 7 xã miền núi."),
    case("tong_bang_sai", THONG_BAO, rows(["Xã Hưng Lộc", "3"], ["Tổng cộng", "16"])),
    said("dau_phay_hang_nghin", "Văn phòng Sở theo dõi 1,250 hồ sơ."),
    said("dau_cham_thap_phan", "Văn phòng Sở theo dõi các xã đạt dưới 98.7%."),
    said("phan_tram_cach_so", "Văn phòng Sở theo dõi các xã đạt dưới 98,7 %."),
    said("so_tien_bang_chu_sai", "Văn phòng Sở chi 1.250.000 đồng (Bằng chữ: Một triêu hai trăm năm mươi nghìn đồng)."),
    said("nam_hai_chu_so", "Văn phòng Sở tổng hợp số liệu đến ngày 12/5/26."),
    said("don_vi_mot_minh_viet_hoa", "Văn phòng Sở tổng hợp, báo cáo UBND Thành phố."),
    said("ten_co_quan_sai_chu_hoa", "Văn phòng Sở phối hợp với sở Tài chính theo dõi."),
    said("trich_dan_sai_ma_quy_pham", "Văn phòng Sở theo dõi theo Nghị định số 30/2020/QĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."),
    case("noi_nhan_viet_thuong", THONG_BAO, words("- Giám đốc Sở;", "- văn phòng Sở;")),
    case("thut_dau_dong_bang_dau_cach", CONG_VAN, words("Để chuẩn bị cho", "      Để chuẩn bị cho")),
    case("chu_word_khong_hien", TO_TRINH, raw(r"(<w:p\b[^>]*>)(?=<w:pPr>)", r"\1chữ nằm ngoài")),
    case("chu_word_khong_hien", TO_TRINH, raw(r"</w:body>", "chữ dưới thân tệp</w:body>")),
    case("chu_word_khong_hien", TO_TRINH, raw(r"(<w:p\b[^>]*>)(?=<w:r>)", r"\1<w:t>w:t không ở trong w:r</w:t>")),
    case("chu_word_khong_hien", TO_TRINH, raw(r"(<w:p\b[^>]*>)", r"\1chữ lạc ở đầu trang"), part="word/header1.xml"),
    case("trich_dan_hai_co_quan", THONG_BAO, words(_LINE, "Văn phòng Sở theo dõi theo Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Tài chính.")),
    said("trich_dan_hai_ngay", "Văn phòng Sở theo dõi theo Kế hoạch số 08/KH-SNV ngày 19 tháng 01 năm 2026."),
    case("trich_dan_hai_so", THONG_BAO, words(_LINE, f"Văn phòng Sở theo dõi theo Quyết định số 766{_INDEX}."), words("biết, thực hiện./.", f"thực hiện theo Quyết định số 776{_INDEX}./.")),
    said("phu_luc_nhac_ma_khong_co", "Văn phòng Sở theo dõi việc nêu tại Phụ lục III."),
    case("so_khac_bang", THONG_BAO, rows(["Xã Bình Minh", "10"], ["Tổng cộng", "22"]), words(_LINE, "Văn phòng Sở theo dõi tổng số 23 văn bản.")),
    case("hieu_luc_truoc_ngay_ban_hanh", QUYET_DINH, words("kể từ ngày ký ban hành", "kể từ ngày 01 tháng 6 năm 2026")),
    case("hieu_luc_truoc_ngay_van_ban", QUYET_DINH, words("kể từ ngày ký ban hành", "kể từ ngày 01 tháng 6 năm 2025")),
    case("mot_nguoi_hai_chuc_vu", THONG_BAO, words(_LINE, "Giao ông Nguyễn Văn An, Giám đốc Sở Nội vụ chỉ đạo."), words("biết, thực hiện./.", "biết; báo cáo về ông Nguyễn Văn An, Phó Giám đốc Sở Nội vụ./.")),
    case("vien_dan_het_hieu_luc", QUYET_DINH, words("phương ngày 16 tháng 6 năm 2025", "phương ngày 19 tháng 6 năm 2015")),
    said("so_tien_bang_chu_sai", "Văn phòng Sở chi 1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)."),
    said("cau_lap", "Văn phòng Sở theo dõi việc thực hiện. Văn phòng Sở theo dõi việc thực hiện."),
    said("chua_bo_dau_tieng_viet", "Văn phòng Sở theo dõi dduwowcj việc thực hiện."),
    said("vet_tin_nhan", "[14:05, 26/02/2026] Văn phòng Sở theo dõi việc thực hiện."),
    said("cho_chua_dien", "Văn phòng Sở theo dõi việc thực hiện đến ngày xx/12."),
    said("co_quan_khong_con", "Văn phòng Sở theo dõi, báo cáo Sở Kế hoạch và Đầu tư."),
    said("hai_tu_dinh_chu_hoa", "Văn phòng Sở phối hợp vớiCông an xã theo dõi."),
    said("am_tiet_bi_tach", "Văn phòng Sở theo dõi việc th ực hiện."),
    said("ten_co_quan_thieu_tieng", "Văn phòng Sở gửi Ủy ban nhân các xã, phường."),
    said("so_ban_nganh_viet_hoa", "Văn phòng Sở theo dõi các Sở, ban, ngành."),
    said("dang_viet_thuong", "Văn phòng Sở theo dõi việc thực hiện chủ trương của đảng và Nhà nước."),
    said("don_vi_do_dinh_so", "Văn phòng Sở theo dõi 50ha lúa."),
    said("dong_viet_tat", "Văn phòng Sở theo dõi việc chi 500.000đ cho mỗi hộ."),
    said("ngoac_kep_khong_dong", "Văn phòng Sở theo dõi phong trào “Toàn dân đoàn kết."),
    said("thieu_khoang_trang_sau_dau", "Văn phòng Sở theo dõi 8 thôn;12 tổ dân phố."),
    *[said("trich_dan_ky_hieu_viet_sai", f"Văn phòng Sở theo dõi {_PLAN.replace('KH-SNV', wrong)}.") for wrong in ("KH.SNV", "KH_SNV")],
    said("trich_dan_ky_hieu_viet_sai", "Văn phòng Sở theo dõi theo Nghị quyết số 57-NQ-TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học."),
    said("ten_loai_viet_thuong", f"Văn phòng Sở theo dõi {_PLAN.replace('Kế hoạch', 'kế hoạch')}."),
    said("cau_bo_lung", "Văn phòng Sở theo dõi việc thực hiện của các."),
    case("ket_thuc_truoc_bat_dau", THONG_BAO, words(_LINE, "Hội nghị bắt đầu lúc 08 giờ 15 ngày 12/3/2026, kết thúc lúc 07 giờ 30 ngày 12/3/2026.")),
    *[case("dieu_nhac_ma_khong_co", QUYET_DINH, words("hiệu lực kể từ ngày ký ban hành", f"hiệu lực kể từ ngày ký, trừ việc nêu {wrong}")) for wrong in ("tại Điều 7", "ở Điều 4 Quyết định này")],
    said("con_cho_trong", "Văn phòng Sở theo dõi việc thực hiện của ông …… ở xã Bình Điền."),
    said("ghi_chu_nhap", "Văn phòng Sở theo dõi việc thực hiện (bổ sung sau)."),
    said("thu_khong_khop_ngay_khong_nam", "Văn phòng Sở tổng kết vào thứ Hai, ngày 31/3."),
    said("gio_khong_co", "Văn phòng Sở tổng kết lúc 14 giờ 75 phút."),
    said("trich_dan_nam_khac_ngay", "Văn phòng Sở theo dõi theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 02 năm 2019 của Chính phủ về công tác văn thư."),
    said("trich_dan_ky_hieu_viet_sai", f"Văn phòng Sở theo dõi {_PLAN.replace('12/', '1O/')}."),
    said("ngay_khong_co_trong_lich", "Văn phòng Sở tổng kết ngày 31/4/2026."),
    said("thu_khong_khop_ngay", "Văn phòng Sở tổng kết vào thứ Hai, ngày 31/3/2026."),
    said("han_truoc_ngay_van_ban", "Văn phòng Sở gửi danh sách trước ngày 02/3/2026."),
    said("han_vao_ngay_nghi", "Văn phòng Sở gửi danh sách trước ngày 28/3/2026."),
    said("trich_dan_sau_ngay_van_ban", f"Văn phòng Sở theo dõi {_PLAN.replace('tháng 02', 'tháng 4')}."),
    said("khoang_ngay_nguoc", "Văn phòng Sở theo dõi từ ngày 15/4/2026 đến ngày 10/4/2026."),
    said("ngay_hai_kieu_dau", "Văn phòng Sở theo dõi các ngày 15/4/2026, 16/4/2026 và 17-4-2026."),
    said("ngay_thang_trong_cau_thieu_so_khong", "Văn phòng Sở theo dõi đến 5/4/2026."),
    said("ngay_dai_ngan_lan_lon", f"Văn phòng Sở theo dõi {_PLAN.replace(' tháng 02 năm ', '/02/')}."),
    said("don_vi_khong_con", "Văn phòng Sở theo dõi tại thị xã Hương Trà."),
    said("cap_huyen_sau_sap_xep", "Văn phòng Sở theo dõi công chức cấp huyện."),
    said("cap_huyen_sau_sap_xep", "Văn phòng Sở phối hợp Phòng Tài nguyên theo dõi nguyên nhân chậm của công chức cấp huyện."),
    said("ten_vung_sai_chu_hoa", "Văn phòng Sở theo dõi việc hỗ trợ đồng bào vùng tây bắc."),
    said("su_kien_lich_su_ghi_so", "Văn phòng Sở theo dõi việc kỷ niệm Cách mạng tháng 8."),
    said("chuc_vu_thua_chu_hoa", "Văn phòng Sở báo cáo Chủ Tịch UBND thành phố."),
    said("viet_tat_nuoc_ngoai_viet_thuong", "Văn phòng Sở đón đoàn đại biểu các nước Asean."),
    said("danh_tu_dia_hinh_viet_hoa", "Văn phòng Sở theo dõi việc khảo sát ven Vịnh Hạ Long."),
    said("ten_nguoi_viet_thuong", "Văn phòng Sở phân công bà Trần thị Bình theo dõi."),
    said("danh_hieu_sai_chu_hoa", "Văn phòng Sở theo dõi việc tặng Huân chương lao động hạng Ba."),
    said("thang_viet_thuong", "Văn phòng Sở hoàn thành việc rà soát trong tháng tám."),
    said("nam_am_lich_viet_thuong", "Văn phòng Sở chuẩn bị Tết năm Đinh mùi."),
    said("nhan_vat_lich_su_viet_thuong", "Văn phòng Sở học tập và làm theo tấm gương bác Hồ."),
    said("trich_dan_thieu_ky_hieu", f"Văn phòng Sở theo dõi việc thực hiện {_PLAN.replace('12/KH-SNV', '12').removeprefix('theo ')}."),
    said("ten_bao_viet_thuong", "Văn phòng Sở theo dõi việc đặt mua báo nhân dân."),
    said("trich_dan_thieu_ten_loai", f"Văn phòng Sở theo dõi việc thực hiện {_PLAN.replace('Kế hoạch số', 'số')}."),
    case("gach_dau_dong_dinh_chu", THONG_BAO, words("- Giám đốc Sở;", "-Giám đốc Sở;")),
    case("van_ban_nay_viet_thuong", QUYET_DINH, words("thi hành Quyết định này", "thi hành quyết định này")),
    said("ten_don_vi_sai_dau", "Văn phòng Sở theo dõi tại xã Bình Diền."),
    case("ten_don_vi_viet_thuong", QUYET_DINH, words("Quy chế này áp dụng đối với công chức của xã.", "Quy chế này áp dụng đối với công chức của xã Bình điền.")),
)
RIGHT = (
    spoilt(THONG_BAO, append(_TO, r(" các đơn vị trực thuộc Sở;", "sz=22"))),
    spoilt(THONG_BAO, words(_LINE, "Văn phòng Sở theo dõi việc nộp hồ sơ ngày      tháng      năm 2026 (nếu có), v.v…")),
    spoilt(THONG_BAO, words(_LINE, "Văn phòng Sở theo dõi các xã nguyên thuộc huyện Phú Lộc, các Tỉnh, Thành ủy phối hợp.")),
)

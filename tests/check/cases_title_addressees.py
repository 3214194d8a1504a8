"""Wrong titles and subjects, addressees and legal bases."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import connector, p, r, table
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH, doan
from tests.helpers.spoil import after, append, drop, drop_line, lay, look, raw, spoilt, words

_LEFT = '<w:jc w:val="left"/>'
_LOAI, _TRICH_YEU, _VV = "THÔNG BÁO", "Kết quả kiểm tra công tác văn thư", "V/v lập danh mục"
_LONG_SUBJECT = "Về việc khắc phục những hạn chế trong công tác văn thư của các đơn vị qua"
_ONE = (drop("- Các xã, phường;"), words("- Các đơn vị trực thuộc Sở.", "Kính gửi: Văn phòng Sở"), drop("Kính gửi:"))

CASES = (
    case("thieu_ten_loai", THONG_BAO, drop(_LOAI), drop(_TRICH_YEU)),
    case("thieu_ten_loai", QUYET_DINH, drop("QUYẾT ĐỊNH")),
    case("ten_loai_viet_sai", QUYET_DINH, words("QUYẾT ĐỊNH", "THÔNG TRI")),
    case("ten_loai_viet_sai", THONG_BAO, words(_LOAI, "THỒNG BÁO")),
    case("ten_loai_co_dau_cau", THONG_BAO, words(_LOAI, "THÔNG BÁO:")),
    case("dong_quyet_dinh_khac_mau", QUYET_DINH, words("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")),
    *[case("can_cu_co_dau_dau_dong", QUYET_DINH, words("Căn cứ Luật", wrong)) for wrong in ("- Căn cứ Luật", "Căn cứ: Luật", "căn cứ Luật")],
    case("trich_yeu_viet_thuong", TO_TRINH, words("Về việc", "Về Việc")),
    case("kinh_gui_mot_noi_co_dau", TO_TRINH, words("nhân dân thành phố Huế", "nhân dân thành phố Huế;")),
    case("dong_quyet_dinh_khac_mau", QUYET_DINH, words("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:")),
    case("trich_yeu_viet_thuong", THONG_BAO, words(_TRICH_YEU, _TRICH_YEU[0].lower() + _TRICH_YEU[1:])),
    case("thanh_phan_them_dau", THONG_BAO, words(f"{_TRICH_YEU} năm 2026", f"“{_TRICH_YEU} năm 2026”")),
    *[case("tu_kinh_gui_viet_sai", CONG_VAN, words("Kính gửi:", wrong)) for wrong in ("Kính Gửi:", "Kính trình:")],
    case("kinh_gui_nhieu_noi_cung_dong", TO_TRINH, words("Kính gửi: Ủy ban nhân dân", "Kính gửi: Sở Tài chính; Ủy ban nhân dân")),
    case("ten_loai_co_dau_cau", THONG_BAO, words(_LOAI, "THÔNG BÁO.")),
    case("ten_loai_khong_in_hoa", THONG_BAO, words(_LOAI, "Thông báo")),
    case("ten_loai_khong_in_hoa", THONG_BAO, words(_LOAI, "Thông báo kết quả")),
    *[case("ten_loai_kem_so", THONG_BAO, words(_LOAI, wrong)) for wrong in ("THÔNG BÁO SỐ 142", "THÔNG BÁO Số: 142/TB-SNV")],
    case("ten_loai_khong_in_hoa", QUYET_DINH, words("QUYẾT ĐỊNH", "Quyết định")),
    case("ten_loai_sai_co_chu", THONG_BAO, look(_LOAI, "sz=32")),
    case("ten_loai_sai_kieu_chu", THONG_BAO, look(_LOAI, "b=0")),
    case("ten_loai_khong_canh_giua", THONG_BAO, lay(_LOAI, _LEFT)),
    case("thieu_trich_yeu", THONG_BAO, drop(_TRICH_YEU)),
    case("trich_yeu_sai_co_chu", THONG_BAO, look(_TRICH_YEU, "sz=32")),
    case("trich_yeu_sai_kieu_chu", THONG_BAO, look(_TRICH_YEU, "b=0")),
    case("trich_yeu_khong_canh_giua", THONG_BAO, lay(_TRICH_YEU, '<w:jc w:val="both"/>')),
    case("trich_yeu_in_hoa", QUYET_DINH, words("Ban hành Quy chế văn thư", "BAN HÀNH QUY CHẾ VĂN THƯ CỦA XÃ BÌNH ĐIỀN"), words(" của Ủy ban nhân dân xã Bình Điền", "")),
    case("trich_yeu_thieu_duong_ke", THONG_BAO, drop_line(_TRICH_YEU)),
    case("duong_ke_trich_yeu_sai_do_dai", THONG_BAO, drop_line(_TRICH_YEU), append(_TRICH_YEU, connector(90))),
    case("duong_ke_trich_yeu_sai_do_dai", THONG_BAO, drop_line(_TRICH_YEU), append(_TRICH_YEU, connector(12)), words(_TRICH_YEU, f"{_LONG_SUBJECT} {_TRICH_YEU}")),
    case("cong_van_thieu_trich_yeu", CONG_VAN, drop(_VV)),
    case("trich_yeu_cong_van_sai_mo_dau", CONG_VAN, words("V/v lập", "Về việc lập")),
    case("trich_yeu_cong_van_sai_mo_dau", CONG_VAN, words("V/v lập", "V/v: lập")),
    *[case("trich_yeu_cong_van_viet_hoa", CONG_VAN, words("V/v lập", wrong)) for wrong in ("V/v Đôn đốc lập", "V/v Mời lập")],
    case("trich_yeu_cong_van_sai_co_chu", CONG_VAN, look(_VV, "sz=28")),
    case("trich_yeu_cong_van_sai_kieu_chu", CONG_VAN, look(_VV, "b")),
    case("trich_yeu_cong_van_khong_canh_giua", CONG_VAN, lay(_VV, _LEFT)),
    case("trich_yeu_cong_van_sat_so", CONG_VAN, lay(_VV, '<w:spacing w:before="0"/>')),
    case("dong_quyet_dinh_chu_thuong", QUYET_DINH, words("QUYẾT ĐỊNH:", "Quyết định:")),
    case("tham_quyen_noi_khac", QUYET_DINH, words("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ VINH")),
    case("trich_yeu_viet_tat", THONG_BAO, words("Kết quả kiểm tra", "V/v kết quả kiểm tra")),
    case("trich_yeu_co_dau_cham", THONG_BAO, words("văn thư năm 2026", "văn thư năm 2026.")),
    case("trich_yeu_co_dau_cham", CONG_VAN, words("hồ sơ năm 2026", "hồ sơ năm 2026.")),
    case("thieu_kinh_gui", CONG_VAN, drop("Kính gửi:"), drop("- Các xã, phường;"), drop("- Các đơn vị trực thuộc Sở."), words("- Như trên;", "- Các xã, phường;")),
    case("kinh_gui_thua", THONG_BAO, after(_TRICH_YEU, p("Kính gửi: Văn phòng Sở", ppr='<w:ind w:left="2268"/>')), words("- Các xã, phường;", "- Như trên;")),
    case("kinh_gui_sai_co_chu", CONG_VAN, look("Kính gửi:", "sz=24")),
    case("kinh_gui_sai_kieu_chu", CONG_VAN, look("Kính gửi:", "b")),
    case("cap_huyen_sau_sap_xep", CONG_VAN, words("- Các xã, phường;", "- Ủy ban nhân dân thị trấn Vân Sơn;")),
    case("kinh_gui_in_hoa", CONG_VAN, words("Kính gửi:", "KÍNH GỬI:")),
    case("kinh_gui_in_hoa", CONG_VAN, look("Kính gửi:", "caps")),
    case("kinh_gui_thieu_dau_hai_cham", TO_TRINH, words("Kính gửi: Ủy ban", "Kính gửi Ủy ban")),
    case("kinh_gui_thieu_dau_hai_cham", CONG_VAN, *_ONE, words("Kính gửi: Văn", "Kính gửi - Văn")),
    case("kinh_gui_thieu_gach_dau_dong", CONG_VAN, words("- Các đơn vị trực thuộc Sở.", "Các đơn vị trực thuộc Sở.")),
    case("kinh_gui_thieu_gach_dau_dong", CONG_VAN, words("- Các xã, phường;", "Các xã, phường;")),
    case("kinh_gui_sai_dau_cuoi", CONG_VAN, words("- Các đơn vị trực thuộc Sở.", "- Các đơn vị trực thuộc Sở;")),
    case("kinh_gui_sai_dau_cuoi", CONG_VAN, words("- Các xã, phường;", "- Các xã, phường.")),
    case("kinh_gui_nhieu_noi_cung_dong", CONG_VAN, words("Kính gửi:", "Kính gửi: - Văn phòng Sở;")),
    case("kinh_gui_mot_noi_xuong_dong", CONG_VAN, drop("- Các xã, phường;"), words("- Các đơn vị trực thuộc Sở.", "Văn phòng Sở")),
    case("can_cu_khong_nghieng", QUYET_DINH, look("Căn cứ Nghị định", "i=0")),
    case("can_cu_chung_dong", QUYET_DINH, words("về công tác văn thư;", "về công tác văn thư; Căn cứ Nghị quyết số 02/NQ-HĐND ngày 10 tháng 5 năm 2026 của Hội đồng nhân dân xã về nhiệm vụ năm 2026;")),
    case("can_cu_sai_dau_cuoi", QUYET_DINH, words("của Chánh Văn phòng.", "của Chánh Văn phòng;")),
    case("can_cu_sai_dau_cuoi", QUYET_DINH, words("ngày 16 tháng 6 năm 2025;", "ngày 16 tháng 6 năm 2025,")),
    case("thieu_can_cu", QUYET_DINH, drop("Căn cứ Luật Tổ chức"), drop("Căn cứ Nghị định"), drop("Theo đề nghị")),
    case("thieu_dong_quyet_dinh", QUYET_DINH, drop("QUYẾT ĐỊNH:")),
    case("can_cu_sai_thu_tu", QUYET_DINH, drop("Căn cứ Luật Tổ chức"), after("Căn cứ Nghị định", doan(r("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i")))),
    # A subject on two lines whose marks stand apart from their letters is still read as one.
    case("chu_to_hop_roi", THONG_BAO, drop_line(_TRICH_YEU), after(_TRICH_YEU, p(r("ta\u0323i ca\u0301c xa\u0303, phươ\u0300ng", "b") + connector(20), jc="center"))),
)

RIGHT = (
    # A long subject goes on for a second row, shorter than the page; the line may be of that one.
    spoilt(THONG_BAO, drop_line(_TRICH_YEU), append(_TRICH_YEU, connector(30)), words(_TRICH_YEU, f"{_LONG_SUBJECT} {_TRICH_YEU[0].lower()}{_TRICH_YEU[1:]}")),
    # A subject that goes on with “căn cứ …” on its second line.
    spoilt(
        QUYET_DINH, drop_line("Ban hành Quy chế văn thư"), words("Ban hành Quy chế văn thư", "Ban hành Quy chế văn thư,"),
        after("Ban hành Quy chế văn thư,", p(r("căn cứ kết quả rà soát năm 2026", "b") + connector(30), jc="center")),
    ),
    # The rule below the subject is drawn from the type's line.
    spoilt(THONG_BAO, drop_line(_TRICH_YEU), append(_LOAI, connector(40, offset=500000))),
    spoilt(CONG_VAN, *_ONE),
    spoilt(CONG_VAN, words("- Các xã, phường;", "- Các cơ quan, đơn vị"), after("- Các cơ quan, đơn vị", p("trên địa bàn thành phố;", ppr='<w:ind w:left="3402"/>'))),
    spoilt(CONG_VAN, raw(r"(?s)<w:p>(?:(?!</w:p>).)*Kính gửi:.*?Các đơn vị trực thuộc Sở\.</w:t></w:r></w:p>", table([p("Kính gửi:"), p("- Các xã, phường;") + p("- Các đơn vị trực thuộc Sở.")]))),
    spoilt(THONG_BAO, words("Thực hiện Kế hoạch", "Căn cứ Kế hoạch")),
)

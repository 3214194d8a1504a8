"""Wrong numbers and wrong date lines."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import p, r
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH
from tests.helpers.spoil import drop, lay, look, raw, spoilt, words

_LEFT = '<w:jc w:val="left"/>'
_SO, _NGAY = "Số: 15/TB-SNV", "Huế, ngày 05 tháng 3 năm 2026"


def _number(rule: str, new: str):
    """The number of the paper and of its annexes becomes *new*."""
    return case(rule, THONG_BAO, words(_SO, new))


def _date(rule: str, new: str):
    return case(rule, THONG_BAO, words(_NGAY, new))


CASES = (
    case("thieu_so_ky_hieu", QUYET_DINH, drop("Số: 08")),
    case("so_thieu_so_khong", QUYET_DINH, words("Số: 08/", "Số: 8/")),
    _number("so_thua_so_khong", "Số: 015/TB-SNV"),
    case("so_thua_so_khong", QUYET_DINH, words("Số: 08/", "Số: 008/")),
    _number("so_thieu_dau_hai_cham", "Số 15/TB-SNV"),
    _number("so_khong_phai_chu_so", "Số: XV/TB-SNV"),
    _number("thieu_ky_hieu", "Số: 15"),
    *[case("ky_hieu_sai_loai", TO_TRINH, words("31/TTr-SNV", wrong)) for wrong in ("31/KH-SNV", "31/SNV-TTr", "31/TT-SNV", "31/TTR-SNV")],
    case("cong_van_co_ma_loai", CONG_VAN, words("120/SNV-VP", "120/CV-SNV")),
    case("cong_van_thieu_don_vi_soan", CONG_VAN, words("120/SNV-VP", "120/SNV")),
    _number("so_ky_hieu_co_nam", "Số: 15/2026/TB-SNV"),
    _number("ky_hieu_sai_dau_noi", "Số: 15 / TB - SNV"),
    _number("ky_hieu_sai_dau_noi", "Số: 15/TB–SNV"),
    _number("ky_hieu_sai_dau_noi", "Số: 15/TB/SNV"),
    _number("ky_hieu_sai_dau_noi", "Số:      / TB-SNV"),
    *[_number("ky_hieu_sai_dau_noi", wrong) for wrong in ("Số: 15 TB-SNV", "Số: 15-TB-SNV", "Số: 15\\TB-SNV")],
    _number("ky_hieu_chu_thuong", "Số: 15/TB-snv"),
    case("so_ky_hieu_sai_co_chu", THONG_BAO, look(_SO, "sz=28")),
    case("so_ky_hieu_sai_kieu_chu", THONG_BAO, look(_SO, "b")),
    case("so_ky_hieu_khong_canh_giua", THONG_BAO, lay(_SO, _LEFT)),
    _number("so_ky_hieu_co_nam", "Số: 15-2026/TB-SNV"),
    case("so_khong_phai_chu_so", CONG_VAN, words("Số: 120/", "Số: 2.105/")),
    _number("so_thieu_dau_hai_cham", "Số : 15/TB-SNV"),
    *[_number("tu_so_in_hoa", f"{wrong}: 15/TB-SNV") for wrong in ("SỐ", "Sô", "số", "SÔ")],
    case("thieu_dia_danh_ngay", THONG_BAO, drop(_NGAY)),
    _date("ngay_thang_thieu_so_khong", "Huế, ngày 5 tháng 3 năm 2026"),
    case("ngay_thang_thieu_so_khong", CONG_VAN, words("tháng 01 năm 2026", "tháng 1 năm 2026")),
    _date("thang_thua_so_khong", "Huế, ngày 05 tháng 03 năm 2026"),
    case("dia_danh_ngay_sai_co_chu", THONG_BAO, look(_NGAY, "sz=24")),
    case("dia_danh_ngay_sai_kieu_chu", THONG_BAO, look(_NGAY, "i=0")),
    case("dia_danh_ngay_sai_kieu_chu", THONG_BAO, look(_NGAY, "b")),
    case("dia_danh_ngay_khong_canh_giua", THONG_BAO, lay(_NGAY, '<w:jc w:val="right"/>')),
    case("dia_danh_ngay_khac_dong_so", THONG_BAO, raw(r"(?s)(<w:tr>(?:(?!</w:tr>).)*Số: 15/TB-SNV.*?</w:tc>)", r"\1<w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc>")),
    _date("thieu_dia_danh", "Ngày 05 tháng 3 năm 2026"),
    _date("dia_danh_thieu_dau_phay", "Huế ngày 05 tháng 3 năm 2026"),
    _date("dia_danh_thieu_dau_phay", "Huế; ngày 05 tháng 3 năm 2026"),
    _date("ngay_ban_hanh_viet_tat", "Huế, ngày 05/3/2026"),
    _date("ngay_ban_hanh_viet_tat", "Huế, 05/3/2026"),
    _date("ngay_ban_hanh_viet_tat", "Huế 05/3/2026"),
    case("ngay_ban_hanh_khong_co_that", QUYET_DINH, words("Bình Điền, ngày 12 tháng 6", "Bình Điền, ngày 31 tháng 6")),
    _date("ngay_ban_hanh_viet_tat", "Huế, ngày 05 tháng 3 năm 26"),
    _date("ngay_ban_hanh_viet_tat", "Huế, ngày 05 tháng 3 năm 206"),
    *[_date("ngay_thang_viet_hoa", f"Huế, {wrong}") for wrong in ("Ngày 05 Tháng 3 Năm 2026", "ngày 05 tháng 3 Năm 2026", "NGÀY 05 THÁNG 3 NĂM 2026")],
    *[_date("dia_danh_dau_phay_cach_chu", f"Huế{wrong}ngày 05 tháng 3 năm 2026") for wrong in (" , ", ",", ",  ", " ,")],
    *[_date("dia_danh_viet_thuong", f"{wrong}, ngày 05 tháng 3 năm 2026") for wrong in ("HUẾ", "Hương trà", "Thành phố huế", "Thành Phố Huế", "Bà Rịa - vũng Tàu")],
    _date("dia_danh_sai_dau", "Phú Vàng, ngày 05 tháng 3 năm 2026"),
    *[_date("dia_danh_noi_khac", f"{place}, ngày 05 tháng 3 năm 2026") for place in ("Đà Nẵng", "Hậu Giang", "Thành Vinh", "Bình Điền, Huế")],
    *[case("dia_danh_noi_khac", QUYET_DINH, words("Bình Điền, ngày 12", f"{place}, ngày 12")) for place in ("Phú Vinh", "Khe Sâu")],
    case("so_ky_hieu_co_dau_cau", CONG_VAN, words("120/SNV-VP", "120/SNV-VP.")),
    _date("dia_danh_ngay_co_dau_cau", "Huế, ngày 05 tháng 3 năm 2026."),
    *[_date("dia_danh_la_co_quan", f"{wrong}, ngày 05 tháng 3 năm 2026") for wrong in ("Sở Nội vụ", "Văn phòng Sở")],
    case("ky_hieu_cua_co_quan_khac", QUYET_DINH, words("08/QĐ-UBND", "08/QĐ-HĐND", every=True)),
    case("ky_hieu_viet_sai", QUYET_DINH, words("Số: 08/QĐ-UBND", "Số: 08/QĐ-UBNĐ")),
    _date("dia_danh_viet_tat", "TP. Huế, ngày 05 tháng 3 năm 2026"),
    _date("dia_danh_viet_tat", "TP.HCM, ngày 05 tháng 3 năm 2026"),
    _date("dia_danh_viet_tat", "P1, ngày 05 tháng 3 năm 2026"),
    case("dia_danh_viet_thuong", QUYET_DINH, words("Bình Điền, ngày 12", "bình điền, ngày 12")),
    case("dia_danh_viet_thuong", QUYET_DINH, words("Bình Điền, ngày 12", "BÌNH ĐIỀN, ngày 12")),
    *[_date("dia_danh_thieu_loai_don_vi", f"{place}, ngày 05 tháng 3 năm 2026") for place in ("Hồ Chí Minh", "Quang Trung", "Kim Đồng", "1 Bảo Lộc", "1")],
)

_TABS = p(r("Số: 08/QĐ-UBND", "sz=26"), r("\tBình Điền, ngày 12 tháng 6 năm 2026", "i"), ppr='<w:tabs><w:tab w:val="left" w:pos="4000"/></w:tabs>')

RIGHT = (
    # A blank, or the name of what goes there, is no wrong number and no wrong date.
    *[spoilt(THONG_BAO, words(_SO, f"Số: {blank}/TB-SNV")) for blank in ("[số]", "<số>", "___", "...")],
    *[spoilt(CONG_VAN, words("Số: 120/SNV-VP", f"Số: {blank}")) for blank in ("……/……", "     /<ký hiệu>", "     /SNV-[ĐV]", "     /SNV-<...>")],
    *[spoilt(THONG_BAO, words(_NGAY, line)) for line in ("Huế, ngày ...../...../2026", "Huế, ngày …/…/2026", "Huế, ngày [ngày] tháng [tháng] năm 2026")],
    spoilt(THONG_BAO, words(_SO, "Số:       /TB-SNV"), words(_NGAY, "Huế, ngày      tháng      năm 2026")),
    spoilt(THONG_BAO, words(_SO, "Số: ……/TB-SNV"), words(_NGAY, "Huế, ngày …… tháng …… năm 2026")),
    spoilt(THONG_BAO, words(_SO, "Số:       /TB-SNV"), words(_NGAY, "Huế, ngày …. tháng …. năm 20….")),
    *[spoilt(THONG_BAO, words(_NGAY, f"{place}, ngày 05 tháng 3 năm 2026")) for place in ("Thành phố Huế", "Huế", "Phú Xuân", "Bình Điền")],
    *[spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND THÀNH PHỐ A"), words(_NGAY, f"{place}, ngày 05 tháng 3 năm 2026")) for place in ( "Đặc khu Lý Sơn", "Văn Miếu - Quốc Tử Giám", "Ea H’leo", "Pa-ri", "Xã Năm Căn", "Xã Quang Trung", "Thống Nhất", "Phường 1")],
    spoilt(THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND THÀNH PHỐ HỒ CHÍ MINH"), words(_NGAY, "Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026")),
    spoilt(CONG_VAN, words("120/SNV-VP", "120/SNV-GDTrH")),
    spoilt(QUYET_DINH, raw(r"(?s)<w:tr>(?:(?!</w:tr>).)*Số: 08.*?</w:tr></w:tbl>", f"</w:tbl>{_TABS}")),
)

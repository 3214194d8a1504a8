"""Wrong annexes, stamps, drafters and addresses."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import p, r
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, head, line
from tests.helpers.spoil import after, drop, lay, look, raw, spoilt, words

_LEFT = '<w:jc w:val="left"/>'
_TEN, _KEM = "KẾT QUẢ KIỂM TRA", "(Kèm theo Thông báo"
_NO_ANNEX_II = (words(", danh mục văn bản gửi chậm nêu tại Phụ lục II kèm theo", " kèm theo"), raw(r"(?s)(Phường Hương Trà có kết quả khá\.</w:t></w:r></w:p>)<w:p>.*(<w:sectPr)", r"\1\2"))

_SECOND = head("", ("SỞ NỘI VỤ",), 20, "Số: 16/QĐ-SNV", "Huế, ngày 06 tháng 3 năm 2026")
# The second paper's head is set by tabs, on a page of its own; its faults are not the first one's.
_TABBED = ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("UBND XÃ BÌNH ĐIỀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Số: 16/QĐ-UBND\tĐộc lập - Tự do - Hạnh phúc") + p("QUYẾT ĐỊNH")
           + p("Căn cứ đề nghị của ủy ban nhân dân xã  Bình Điền ."))

CASES = (
    case("hai_van_ban_mot_tep", CONG_VAN, raw(r"(<w:sectPr)", _SECOND + r"\1")),
    case("hai_van_ban_mot_tep", CONG_VAN, raw(r"(<w:sectPr)", _TABBED + r"\1")),
    case("phu_luc_sai_co_chu", THONG_BAO, raw(r"<w:b/></w:rPr>(<w:t[^>]*>Phụ lục II</w:t>)", r'<w:b/><w:sz w:val="26"/></w:rPr>\1')),
    case("phu_luc_sai_kieu_chu", THONG_BAO, raw(r'<w:r><w:rPr><w:b/></w:rPr>(<w:t[^>]*>Phụ lục I</w:t>)', r"<w:r>\1")),
    case("phu_luc_in_hoa", THONG_BAO, raw(r">Phụ lục I</w:t>", ">PHỤ LỤC I</w:t>")),
    case("phu_luc_khong_canh_giua", THONG_BAO, raw(r'<w:jc w:val="center"/>(</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>Phụ lục I</w:t>)', r"\1")),
    case("phu_luc_khong_danh_so", THONG_BAO, raw(">Phụ lục II</w:t>", ">Phụ lục</w:t>")),
    case("phu_luc_khong_so_la_ma", THONG_BAO, raw(">Phụ lục I</w:t>", ">Phụ lục 1</w:t>"), raw(">Phụ lục II</w:t>", ">Phụ lục 2</w:t>")),
    case("phu_luc_sai_thu_tu", THONG_BAO, raw(">Phụ lục II</w:t>", ">Phụ lục III</w:t>")),
    case("ten_phu_luc_khong_in_hoa", THONG_BAO, raw(">KẾT QUẢ KIỂM TRA</w:t>", ">Kết quả kiểm tra</w:t>")),
    case("ten_phu_luc_sai_co_chu", THONG_BAO, look("DANH MỤC VĂN BẢN", "sz=32")),
    case("ten_phu_luc_sai_kieu_chu", THONG_BAO, look("DANH MỤC VĂN BẢN", "b=0")),
    case("ten_phu_luc_khong_canh_giua", THONG_BAO, lay("DANH MỤC VĂN BẢN", _LEFT)),
    case("phu_luc_thieu_kem_theo", THONG_BAO, drop(_KEM)),
    case("kem_theo_sai_co_chu", THONG_BAO, look(_KEM, "sz=24")),
    case("kem_theo_sai_kieu_chu", THONG_BAO, look(_KEM, "i=0")),
    case("kem_theo_sai_kieu_chu", QUYET_DINH, look("(Kèm theo Quyết định", "b")),
    case("kem_theo_khong_canh_giua", THONG_BAO, lay(_KEM, _LEFT)),
    case("kem_theo_sai_so", THONG_BAO, words("(Kèm theo Thông báo số 15/", "(Kèm theo Thông báo số 14/")),
    case("kem_theo_sai_so", QUYET_DINH, words("(Kèm theo Quyết định số 08/QĐ-UBND", "(Kèm theo Quyết định số 08/QĐ-HĐND")),
    *[case("kem_theo_thieu_thong_tin", THONG_BAO, words(f"{_KEM} số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", f"{_KEM} {wrong})")) for wrong in (
        "số 15/TB-SNV của Sở Nội vụ", "số 15/TB-SNV ngày 05 tháng 3 năm 2026", "này", "ngày 05 tháng 3 năm 2026 của Sở Nội vụ")],
    case("kem_theo_sai_ngay", THONG_BAO, words("ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", "ngày 06 tháng 3 năm 2026 của Sở Nội vụ)")),
    case("kem_theo_sai_ngay", THONG_BAO, words("ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", "ngày 05/3/2025 của Sở Nội vụ)")),
    case("kem_theo_sai_co_quan", THONG_BAO, words("2026 của Sở Nội vụ)", "2026 của Sở Tài chính)")),
    case("kem_theo_sai_co_quan", THONG_BAO, words("2026 của Sở Nội vụ)", "2026 của Chủ tịch UBND thành phố Huế)")),
    case("kem_theo_sai_co_quan", QUYET_DINH, words("của Chủ tịch Ủy ban nhân dân xã Bình Điền)", "của Ủy ban nhân dân xã Phú Lộc)")),
    case("khong_chi_dan_phu_luc", THONG_BAO, drop("Kết quả kiểm tra của từng cơ quan")),
    case("khong_chi_dan_phu_luc", THONG_BAO, raw(r"Kết quả kiểm tra của từng cơ quan[^<]*", "Các đơn vị gửi danh sách về Văn phòng Sở.")),
    *[case("dau_khan_sai_dau", CONG_VAN, words("KHẨN", wrong)) for wrong in ("KHÂN", "HỎA TÔC", "THƯƠNG KHẨN")],
    *[case("phu_luc_co_dau_cau", THONG_BAO, raw(r">Phụ lục I</w:t>", f">Phụ lục I{mark}</w:t>")) for mark in ".:"],
    case("phu_luc_thua_chu_so", THONG_BAO, raw(r">Phụ lục I</w:t>", ">Phụ lục số I</w:t>")),
    case("kem_theo_sai_loai", THONG_BAO, raw(r"\(Kèm theo Thông báo số", "(Kèm theo Kế hoạch số")),
    case("dau_khan_khong_in_hoa", CONG_VAN, words("KHẨN", "Khẩn")),
    case("dau_khan_sai_co_chu", CONG_VAN, look("KHẨN", "sz=24")),
    case("dau_khan_sai_kieu_chu", CONG_VAN, look("KHẨN", "b=0")),
    case("co_dau_do_mat", CONG_VAN, words("KHẨN", "MẬT")),
    case("nguoi_soan_sai_co_chu", CONG_VAN, raw(r'(<w:t[^>]*>- Lưu: VT, VP\.) NVA\.15</w:t></w:r>', r'\1 </w:t></w:r><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>NVA.15</w:t></w:r>')),
    case("nguoi_soan_sai_kieu_chu", CONG_VAN, raw(r'(<w:t[^>]*>- Lưu: VT, VP\.) NVA\.15</w:t></w:r>', r'\1 </w:t></w:r><w:r><w:rPr><w:i/><w:sz w:val="22"/></w:rPr><w:t>NVA.15</w:t></w:r>')),
    case("dia_chi_sai_co_chu", CONG_VAN, look("đường Lê Lợi", "sz=20"), part="word/footer1.xml"),
    case("dia_chi_sai_kieu_chu", CONG_VAN, look("đường Lê Lợi", "i"), part="word/footer1.xml"),
    case("dia_chi_thieu_duong_ke", CONG_VAN, raw("<w:pBdr>.*?</w:pBdr>", ""), part="word/footer1.xml"),
)  # fmt: skip

RIGHT = (
    # One annex needs no number; its reference is left blank in an electronic paper.
    spoilt(THONG_BAO, *_NO_ANNEX_II, raw(">Phụ lục I</w:t>", ">Phụ lục</w:t>"), words("nêu tại Phụ lục I kèm", "nêu tại Phụ lục kèm")),
    spoilt(THONG_BAO, words("số 15/TB-SNV ngày 05 tháng 3 năm 2026", "số       /TB-SNV ngày      tháng      năm 2026")),
    spoilt(THONG_BAO, words("Số: 15/TB-SNV", "Số:      /TB-SNV")),
    spoilt(THONG_BAO, words("(Kèm theo Thông báo số 15", "(Kèm theo Thông báo kết quả ngày 01/02/2026 số 15")),
    spoilt(THONG_BAO, words("số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ", "số …/TB-SNV ngày … tháng … năm …")),
    *[spoilt(THONG_BAO, words("2026 của Sở Nội vụ)", f"2026 của {right})")) for right in ("Giám đốc Sở Nội vụ", "Sở Nội vụ thành phố Huế", "SNV", "……", "Sở Nội vụ Huế", "Sở Nội vụ về kết quả kiểm tra")],
    *[spoilt(QUYET_DINH, words("2026 của Chủ tịch Ủy ban nhân dân xã Bình Điền)", f"2026 của {right})")) for right in ("UBND xã Bình Điền", "Chủ tịch Uỷ ban nhân dân xã")],
    # The reference runs on to a second paragraph.
    spoilt(THONG_BAO, words("TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", "TB-SNV"), after("(Kèm theo Thông báo số 15", p(r("ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", "i"), jc="center"))),
    spoilt(CONG_VAN, words("KHẨN", "THƯỢNG KHẨN")),
    # The number stands there, without its word; an annex is free in its text; what is issued is named below the issuer.
    spoilt(THONG_BAO, words("(Kèm theo Thông báo số 15", "(Kèm theo Thông báo 15")),
    spoilt(THONG_BAO, words("1. Xã Bình Điền có kết quả tốt.", "Phần I. KẾT QUẢ CỦA CÁC XÃ"), words("2. Phường Hương Trà có kết quả khá.", "Xã Bình Điền có kết quả tốt.")),
    spoilt(QUYET_DINH, raw(r"(?s)<w:p>(?:(?!</w:p>).)*>QUY CHẾ</w:t>.*?</w:p>", line("ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "b") + line("QUY CHẾ VĂN THƯ", "b"))),
)

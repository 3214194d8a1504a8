"""Wrong pages and wrong heads: paper, quốc hiệu, tiêu ngữ, agencies."""

from __future__ import annotations

from tests.check.case import case
from tests.helpers.docx import NS, connector, p, packed, r, table, unpacked
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO
from tests.helpers.spoil import after, append, drop, drop_line, lay, look, raw, spoilt, words

_LEFT = '<w:jc w:val="left"/>'


def _line(text: str, mm: float):
    """The line under *text* is *mm* long."""
    return (drop_line(text), append(text, connector(mm)))


def _odd_and_even(paper: bytes) -> bytes:
    """*paper* with headers of their own for even pages switched on, and none made."""
    files = unpacked(paper)
    files["word/settings.xml"] = f"<w:settings {NS}><w:evenAndOddHeaders/></w:settings>".encode()
    relation = '<Relationship Id="settings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>'
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation.encode())
    return packed(files)


CASES = (
    case("kho_giay_khong_phai_a4", CONG_VAN, raw(r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    case("le_trang_ngoai_khoang", CONG_VAN, raw(r'w:left="1701"', 'w:left="1440"')),
    case("le_trang_ngoai_khoang", CONG_VAN, raw(r'w:bottom="1134"', 'w:bottom="1440"')),
    case("trang_nam_ngang", CONG_VAN, raw(r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')),
    case("thieu_so_trang", THONG_BAO, *[raw(r'<w:headerReference[^>]*/>', "")] * 3),
    case("thieu_so_trang", _odd_and_even(CONG_VAN), lay("Sở Nội vụ đề nghị các cơ quan quan tâm", "<w:pageBreakBefore/>")),
    case("so_trang_sai_vi_tri", THONG_BAO, lay("2", _LEFT), part="word/header1.xml"),
    case("so_trang_sai_co_chu", THONG_BAO, look("2", "sz=24"), part="word/header1.xml"),
    case("so_trang_sai_co_chu", THONG_BAO, look("2", "i"), part="word/header1.xml"),
    case("so_trang_hien_o_trang_dau", CONG_VAN, raw("<w:titlePg/>", "")),
    case("so_trang_khong_phai_so_a_rap", THONG_BAO, raw(r'(<w:pgNumType )w:start="1"/>', r'\1w:start="1" w:fmt="lowerRoman"/>')),
    case("so_trang_them_chu", THONG_BAO, append("2", r(" trang")), part="word/header1.xml"),
    case("phu_luc_khong_danh_so_trang_rieng", THONG_BAO, raw('<w:pgNumType w:start="1"/>(?=(?:(?!pgNumType).)*$)', "")),
    case("thieu_quoc_hieu", THONG_BAO, drop("CỘNG HÒA")),
    case("quoc_hieu_sai_chu", THONG_BAO, words("NGHĨA", "NGHIÃ")),
    *[case("quoc_hieu_sai_chu", THONG_BAO, words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", wrong)) for wrong in ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam")],
    case("co_quan_khong_in_hoa", THONG_BAO, words("SỞ NỘI VỤ", "Sở Nội vụ")),
    case("chu_quan_khong_in_hoa", THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND thành phố Huế")),
    case("quoc_hieu_sai_co_chu", THONG_BAO, look("CỘNG HÒA", "sz=28")),
    case("quoc_hieu_sai_kieu_chu", THONG_BAO, look("CỘNG HÒA", "b=0")),
    case("thieu_tieu_ngu", THONG_BAO, drop("Độc lập")),
    case("tieu_ngu_sai_chu", THONG_BAO, words("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")),
    case("tieu_ngu_sai_chu", THONG_BAO, words("Hạnh phúc", "Hạnh phúc.")),
    case("tieu_ngu_sai_chu", THONG_BAO, words("Độc lập - ", "Độc lập – ")),
    case("tieu_ngu_sai_co_chu", THONG_BAO, look("Độc lập", "sz=30")),
    case("tieu_ngu_sai_kieu_chu", THONG_BAO, look("Độc lập", "i")),
    case("tieu_ngu_khong_canh_giua", THONG_BAO, lay("Độc lập", _LEFT)),
    case("co_quan_khong_canh_giua", THONG_BAO, lay("SỞ NỘI VỤ", _LEFT)),
    case("tieu_ngu_thieu_duong_ke", THONG_BAO, drop_line("Độc lập")),
    case("duong_ke_tieu_ngu_sai_do_dai", THONG_BAO, *_line("Độc lập", 40)),
    case("thieu_ten_co_quan", QUYET_DINH, drop("ỦY BAN NHÂN DÂN"), drop("XÃ BÌNH ĐIỀN")),
    case("co_quan_sai_co_chu", THONG_BAO, look("SỞ NỘI VỤ", "sz=28")),
    case("co_quan_sai_kieu_chu", QUYET_DINH, look("ỦY BAN NHÂN DÂN", "b=0"), look("XÃ BÌNH ĐIỀN", "b=0")),
    case("chu_quan_sai_co_chu", THONG_BAO, look("UBND THÀNH PHỐ HUẾ", "sz=28")),
    case("chu_quan_sai_kieu_chu", THONG_BAO, look("UBND THÀNH PHỐ HUẾ", "i")),
    case("co_quan_co_dau_cau", THONG_BAO, words("SỞ NỘI VỤ", "SỞ NỘI VỤ.")),
    case("co_quan_co_dau_cau", THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND THÀNH PHỐ HUẾ,")),
    case("chu_quan_thieu_ten_noi", THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND THÀNH PHỐ")),
    case("ten_co_quan_viet_tat", QUYET_DINH, words("ỦY BAN NHÂN DÂN", "UBND")),
    case("ten_co_quan_viet_tat", THONG_BAO, words("SỞ NỘI VỤ", "SỞ NV - TCCB")),
    case("ten_co_quan_sai_dau", THONG_BAO, words("SỞ NỘI VỤ", "SỞ NÔI VỤ")),
    case("co_quan_cap_khong_con", THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND HUYỆN PHÚ LỘC")),
    case("co_quan_xa_khong_co", QUYET_DINH, words("XÃ BÌNH ĐIỀN", "XÃ BÌNH DIỀN"), words("DÂN XÃ BÌNH ĐIỀN", "DÂN XÃ BÌNH DIỀN")),
    case("tinh_khong_dung_ngay", THONG_BAO, words("UBND THÀNH PHỐ HUẾ", "UBND TỈNH THỪA THIÊN HUẾ")),
    case("co_quan_thieu_duong_ke", THONG_BAO, drop_line("SỞ NỘI VỤ")),
    case("duong_ke_co_quan_sai_do_dai", THONG_BAO, *_line("SỞ NỘI VỤ", 27)),
)

_RULED = '<w:tcPr><w:tcBorders><w:left w:val="single"/><w:right w:val="single"/></w:tcBorders></w:tcPr>'

RIGHT = (
    # Spaces push the second row of the issuer down; the line below is of that row.
    spoilt(THONG_BAO, words("SỞ NỘI VỤ", "TRUNG TÂM LƯU TRỮ" + " " * 30 + "LỊCH SỬ"), words("Sở Nội vụ thông báo", "Trung tâm thông báo"), words("TB-SNV", "TB-TTLTLS", every=True), words("của Sở Nội vụ)", "của Trung tâm Lưu trữ lịch sử)", every=True)),
    # One page alone has no even page; an annex of one page counts from 1.
    _odd_and_even(THONG_BAO),
    spoilt(CONG_VAN, raw(r'w:left="1701"', 'w:left="1985"')),
    # A landscape page for a table whose cells draw their own lines.
    spoilt(CONG_VAN, raw(r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'),
           after("gửi về Sở trước ngày", table([p("Cơ quan"), p("Số hồ sơ")]).replace("<w:tc>", f"<w:tc>{_RULED}"))),
    # Put in the middle by spaces, or by an indent.
    spoilt(THONG_BAO, *[one for words_ in ("Độc lập", "Huế, ngày") for one in (lay(words_, _LEFT), words(words_, f"        {words_}"))]),
    # The longest line of its cell: nobody sees how it is set.
    spoilt(QUYET_DINH, lay("ỦY BAN NHÂN DÂN", _LEFT)),
    spoilt(THONG_BAO, lay("Số: 15", f'{_LEFT}<w:ind w:left="567"/>')),
)

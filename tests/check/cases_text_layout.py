"""Text set wrong: fonts, sizes, indents, spacing, headings, numbering."""

from __future__ import annotations

from tests.check.case import Case, case
from tests.helpers.docx import p, r, table
from tests.helpers.papers import CONG_VAN, QUYET_DINH, THONG_BAO, doan
from tests.helpers.spoil import after, drop, lay, look, raw, spoilt, words

_LONG = "Các cơ quan đã phân công"
_SHORT = "Văn phòng Sở theo dõi"
_IND = '<w:ind w:firstLine="{}"/>'
_ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'


def _spacing(rule: str, attributes: str) -> Case:
    return case(rule, THONG_BAO, lay(_LONG, f'<w:spacing w:before="120" {attributes}/>'))


CASES = (
    case("sai_phong_chu", THONG_BAO, look(_LONG, _ARIAL)),
    case("sai_phong_chu", THONG_BAO, look("Số văn bản", _ARIAL)),
    case("sai_phong_chu", THONG_BAO, look("2", _ARIAL), part="word/header1.xml"),
    case("chu_mau", THONG_BAO, look(_LONG, "color=FF0000")),
    case("chu_mau", THONG_BAO, look("Số văn bản", "color=0563C1")),
    case("loi_van_sai_co_chu", THONG_BAO, *[look(text, "sz=24") for text in (_LONG, _SHORT)]),
    case("loi_van_nhieu_co_chu", THONG_BAO, look(_LONG, "sz=26")),
    case("loi_van_khong_canh_deu", THONG_BAO, lay(_LONG, '<w:jc w:val="left"/>')),
    *[case("loi_van_khong_canh_deu", THONG_BAO, lay(_LONG, f'<w:jc w:val="{aside}"/>')) for aside in ("center", "right")],
    case("loi_van_khong_canh_deu", QUYET_DINH, lay("Căn cứ Nghị định", '<w:jc w:val="center"/>')),
    *[case("loi_van_thut_le", THONG_BAO, lay(_LONG, f"<w:ind {wrong}/>")) for wrong in ('w:left="1134" w:firstLine="-414"', 'w:left="720"', 'w:right="1134" w:firstLine="720"')],
    case("dau_dong_lui_sai", THONG_BAO, lay(_LONG, _IND.format(0))),
    case("dau_dong_lui_sai", THONG_BAO, lay(_LONG, _IND.format(851))),
    case("doan_van_sat_nhau", THONG_BAO, lay(_LONG, '<w:spacing w:before="60"/>')),
    case("doan_van_sat_nhau", THONG_BAO, *[lay(text, '<w:spacing w:before="120"/><w:contextualSpacing/>') for text in (_LONG, "1. Ưu điểm")]),
    _spacing("gian_dong_ngoai_khoang", 'w:line="480"'),
    _spacing("gian_dong_ngoai_khoang", 'w:line="216"'),
    _spacing("gian_dong_ngoai_khoang", 'w:line="280" w:lineRule="exact"'),
    case("loi_van_gach_chan", THONG_BAO, look(_SHORT, '<w:u w:val="single"/>')),
    case("loi_van_in_hoa", THONG_BAO, words("Văn phòng Sở theo dõi việc thực hiện.", "VĂN PHÒNG SỞ THEO DÕI, ĐÔN ĐỐC VIỆC THỰC HIỆN.")),
    case("loi_van_in_nghieng", THONG_BAO, look("Kết quả kiểm tra của từng cơ quan", "i"), words("Phụ lục II kèm theo Thông báo này.", "Phụ lục II kèm theo Thông báo này; các cơ quan rà soát, đối chiếu với số liệu của cơ quan mình và phản hồi nếu có sai sót.")),
    case("loi_van_in_dam", THONG_BAO, look("Kết quả kiểm tra của từng cơ quan", "b"), words("Phụ lục II kèm theo Thông báo này.", "Phụ lục II kèm theo Thông báo này; các cơ quan rà soát, đối chiếu với số liệu của cơ quan mình và phản hồi nếu có sai sót.")),
    case("co_chu_dau_trang_khong_dong_bo", THONG_BAO, look("Độc lập - Tự do", "sz=26")),
    case("phan_chuong_khong_canh_giua", QUYET_DINH, lay("Chương I", '<w:jc w:val="both"/><w:ind w:firstLine="720"/>')),
    case("phan_chuong_sai_kieu_chu", QUYET_DINH, look("Chương I", "b=0")),
    case("phan_chuong_in_hoa", QUYET_DINH, words("Chương I", "CHƯƠNG I")),
    case("phan_chuong_khong_so_la_ma", QUYET_DINH, words("Chương I", "Chương 1")),
    case("phan_chuong_khong_so_la_ma", QUYET_DINH, words("Mục 2", "Mục II")),
    case("phan_chuong_khong_rieng_dong", QUYET_DINH, words("Mục 1", "Mục 1. VĂN BẢN ĐẾN"), raw(r"(?s)(VĂN BẢN ĐẾN.*?)<w:p>(?:(?!</w:p>).)*VĂN BẢN ĐẾN.*?</w:p>", r"\1")),
    case("phan_chuong_thieu_tieu_de", QUYET_DINH, drop("QUY ĐỊNH CHUNG")),
    case("dieu_thieu_tieu_de", QUYET_DINH, words("Điều 2. Đối tượng áp dụng", "Điều 2.")),
    case("tieu_de_phan_chuong_khong_in_hoa", QUYET_DINH, words("QUY ĐỊNH CHUNG", "Quy định chung")),
    case("tieu_de_phan_chuong_sai_kieu_chu", QUYET_DINH, look("QUY ĐỊNH CHUNG", "b=0")),
    case("tieu_de_phan_chuong_khong_canh_giua", QUYET_DINH, lay("QUY ĐỊNH CHUNG", '<w:jc w:val="both"/><w:ind w:firstLine="720"/>')),
    case("dieu_sai_kieu_chu", QUYET_DINH, look("Điều 2.", "b=0")),
    case("dieu_sai_kieu_chu", QUYET_DINH, look("Điều 3. Tiếp nhận", "i")),
    case("dieu_thieu_dau_cham", QUYET_DINH, words("Điều 2.", "Điều 2:")),
    case("dieu_thieu_dau_cham", QUYET_DINH, words("Điều 3. Tiếp nhận", "Điều 3 Tiếp nhận")),
    case("dieu_in_hoa", QUYET_DINH, words("Điều 2.", "ĐIỀU 2.")),
    case("muc_la_ma_khong_in_hoa", THONG_BAO, words("II. YÊU CẦU", "II. Yêu cầu")),
    case("muc_la_ma_sai_kieu_chu", THONG_BAO, look("II. YÊU CẦU", "b=0")),
    case("khoan_tieu_de_khong_dam", THONG_BAO, look("1. Ưu điểm", "b=0")),
    case("khoan_tieu_de_in_hoa", THONG_BAO, words("1. Ưu điểm", "1. ƯU ĐIỂM")),
    case("muc_sai_thu_tu", THONG_BAO, words("II. YÊU CẦU", "III. YÊU CẦU")),
    *[case("dieu_thieu_dau_cham", QUYET_DINH, words("Điều 2. Đối tượng", f"Điều 2{mark} Đối tượng")) for mark in "-–"],
    case("phan_chuong_co_dau_cau", QUYET_DINH, words("Chương II", "Chương II.")),
    case("diem_hai_ngoac", QUYET_DINH, words("Văn thư phát hành văn bản ngay", "(a) Văn thư phát hành văn bản ngay")),
    *[case("so_la_ma_viet_sai", THONG_BAO, words("II. YÊU CẦU", f"{wrong}. YÊU CẦU")) for wrong in ("IIII", "VX")],
    case("muc_sai_thu_tu", QUYET_DINH, words("Chương II", "Chương III")),
    case("dieu_sai_thu_tu", QUYET_DINH, words("Điều 3. Tiếp nhận", "Điều 4. Tiếp nhận")),
    case("khoan_sai_thu_tu", THONG_BAO, words("2. Văn phòng Sở", "3. Văn phòng Sở")),
    case("diem_sai_thu_tu", THONG_BAO, words("đ) Phòng kho", "e) Phòng kho")),
    case("diem_khong_phai_chu_viet", THONG_BAO, words("đ) Phòng kho lưu trữ còn chật hẹp.", "đ) Phòng kho lưu trữ còn chật hẹp;"), after("đ) Phòng kho", doan("e) Máy in hỏng;"), doan("f) Máy quét hỏng."))),
    case("khoan_sai_dau", QUYET_DINH, words("1. Quy chế này", "1/ Quy chế này"), words("2. Quy chế này", "2/ Quy chế này")),
    case("khoan_sai_dau", QUYET_DINH, words("1. Quy chế này", "1) Quy chế này"), words("2. Quy chế này", "2) Quy chế này")),
    case("diem_sai_dau", THONG_BAO, *[words(f"{letter}) ", f"{letter}. ") for letter in "abcdđ"]),
    case("diem_sai_dau", THONG_BAO, words("b) ", "b. ")),
    case("diem_sai_dau", THONG_BAO, words("a) ", "a. ")),
    case("diem_sai_dau", THONG_BAO, words("đ) ", "đ/ ")),
    case("khoan_sai_dau", THONG_BAO, words("2. Văn phòng Sở", "2) Văn phòng Sở")),
    case("khoan_sai_dau", QUYET_DINH, words("1. Quy chế này", "1) Quy chế này")),
    case("dieu_so_la_ma", QUYET_DINH, words("Điều 2. Đối tượng", "Điều II. Đối tượng")),
    case("diem_in_hoa", THONG_BAO, *[words(f"{letter}) ", f"{letter.upper()}) ") for letter in "abcdđ"]),
    case("danh_so_thap_phan", THONG_BAO, words("2. Văn phòng Sở theo dõi việc thực hiện.", "1.1. Văn phòng Sở theo dõi việc thực hiện.")),
)

_LISTS = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:pPr><w:ind w:left="1134" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'

RIGHT = (
    # Put in its place by a tab, spaces before it.
    spoilt(THONG_BAO, raw(r"(<w:t[^>]*>)(Văn phòng Sở theo|2\. Văn phòng Sở theo)", r'<w:t xml:space="preserve">  </w:t><w:tab/>\1\2'), lay("Văn phòng Sở theo", _IND.format(0))),
    # 13 pt throughout, 1 cm, spacing after instead of before, 1,5 lines, exactly 18 pt.
    spoilt(QUYET_DINH, *[look(text, "sz=26") for text in ("Căn cứ Luật", "Căn cứ Nghị", "Theo đề nghị", "Điều 1.", " Ban hành kèm", "Điều 2.", " Quyết định này có", "Điều 3.", " Chánh Văn phòng và", "Điều 1. Phạm vi",
           "1. Quy chế", "2. Quy chế", "Điều 2. Đối", "Quy chế này áp dụng", "Điều 3. Tiếp", "Văn thư tiếp", "Điều 4.", "Văn thư phát")]),
    spoilt(THONG_BAO, lay(_LONG, '<w:spacing w:before="120" w:line="360"/><w:ind w:firstLine="567"/>')),
    spoilt(THONG_BAO, lay(_LONG, '<w:spacing w:before="120" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="709"/>')),
    spoilt(THONG_BAO, lay(_LONG, '<w:spacing w:before="0" w:after="120"/>'), lay("1. Ưu điểm", '<w:spacing w:before="120" w:after="120"/>')),
    # One line set left looks the same; near black prints black; a web address may be underlined.
    spoilt(THONG_BAO, lay(_SHORT, '<w:jc w:val="left"/>'), look(_LONG, "color=0D0D0D")),
    # In the middle: a heading over several rows, a note, a motto without its full stop; a list set in by hand.
    spoilt(THONG_BAO, after(_SHORT, *[p(r(text, *how), jc="center", ppr='<w:spacing w:before="120"/>') for text, how in (
        ("Kế hoạch khắc phục những hạn chế trong công tác văn thư, lưu trữ của các cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố:", "b"),
        ("(Số liệu của các cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố được lấy đến hết ngày 28 tháng 02 năm 2026, chưa kiểm tra lại.)", "i"),
        ("Cán bộ, công chức, viên chức thi đua xây dựng nền hành chính chuyên nghiệp, hiện đại, phục vụ Nhân dân ngày một tốt hơn", ""))])),
    spoilt(THONG_BAO, lay("a) Một số văn bản", '<w:ind w:left="1134" w:hanging="414"/>'), words("a) Một số văn bản gửi chậm", "a) Một số văn bản của các cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố gửi chậm")),
    # Symbols, quoted clauses, a clause that is a sentence, an article quoted in a sentence.
    spoilt(THONG_BAO, after(_SHORT, doan("Điều 5 Luật Lưu trữ quy định:"), doan("“5. Cơ quan nộp lưu hồ sơ.”")), look("Số văn bản", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')),
    spoilt(THONG_BAO, after(_SHORT, doan("Phần I của Kế hoạch nêu trên được áp dụng."))),
    # Letters of the whole alphabet; a second list within a clause.
    spoilt(THONG_BAO, words("b) Một", "ă) Một"), words("c) Việc", "â) Việc"), words("d) Công", "b) Công"), words("đ) Phòng", "c) Phòng")),
    spoilt(THONG_BAO, words("theo dõi việc thực hiện.", "theo dõi các việc:"), after("theo dõi các việc:", doan("1) Lập hồ sơ;"), doan("2) Nộp lưu."), doan("3. Thanh tra Sở kiểm tra việc thực hiện."))),
    # Captions and notes of a table are smaller.
    spoilt(THONG_BAO, look("Tổng hợp kết quả", "sz=24"), raw(r"(<w:t[^>]*>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>)", r"\1" + p(r("Ghi chú: số liệu đến ngày 28 tháng 02 năm 2026.", "sz=24"), ppr='<w:spacing w:before="120"/>'))),
    # A title in the paragraph of its number, after a line break.
    spoilt(QUYET_DINH, drop("QUY ĐỊNH CHUNG"), raw(r"(<w:t[^>]*>Chương I</w:t>)", r"\1<w:br/><w:t>QUY ĐỊNH CHUNG</w:t>")),
    # A table without lines, as some set their text.
    spoilt(CONG_VAN, after("gửi về Sở trước ngày", table([p("Hạn nộp:"), p("31/01/2026")]))),
)  # fmt: skip

"""A paper against itself: its subject said again, the body it sets up, days of one event, who is asked, figures beside each other."""

from __future__ import annotations

from tests.check.case import Case, case
from tests.check.cases_forms import GIAY_MOI
from tests.helpers.docx import connector, docx, p, r, table
from tests.helpers.papers import _NUMBER, CONG_VAN, QUYET_DINH, THONG_BAO, TO_TRINH, annex, doan, foot, head, line, new_section, section
from tests.helpers.spoil import after, spoilt, words

_LINE = "Văn phòng Sở theo dõi việc thực hiện."
_BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
_ISSUED = "Ban hành kèm theo Quyết định này Quy chế văn thư của Ủy ban nhân dân xã Bình Điền."


def _says(rule: str, text: str, *more: str) -> Case:
    """The notice says *text*, and below it what *more* there is."""
    return case(rule, THONG_BAO, words(_LINE, text), *[after(text, block) for block in reversed(more)])


def _right(text: str, *more: str) -> bytes:
    """The notice that says *text*, and below it what *more* there is."""
    return spoilt(THONG_BAO, words(_LINE, text), *[after(text, block) for block in reversed(more)])


def _rows(*rows: list[str]) -> str:
    wide = max(map(len, rows))
    return table(*[[p(cell) for cell in row] for row in rows], tblpr=_BORDERS, widths=(9355 // wide,) * wide)


_SET_UP = spoilt(
    QUYET_DINH, words("Ban hành Quy chế văn thư của Ủy ban nhân dân xã Bình Điền", "Thành lập Tổ công tác chuyển đổi số và ban hành Quy chế văn thư"),
    words(_ISSUED, "Thành lập Tổ công tác chuyển đổi số; ban hành kèm theo Quyết định này Quy chế văn thư của Ủy ban nhân dân xã Bình Điền."),
)  # fmt: skip
_AWARD = docx(
    head("", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH ĐIỀN"), 14, "Số: 18/QĐ-UBND", "Bình Điền, ngày 12 tháng 6 năm 2026"), line(""), line("QUYẾT ĐỊNH", "b"),
    p(r("Về việc tặng Giấy khen cho tập thể, cá nhân", "b") + connector(35), jc="center"), p(""), line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "b"),
    doan(r("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i")), doan(r("Theo đề nghị của Chánh Văn phòng.", "i")),
    line("QUYẾT ĐỊNH:", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 1.", "b"), r(" Tặng Giấy khen cho 01 tập thể và 02 cá nhân có tên trong danh sách tại Phụ lục kèm theo Quyết định này.")),
    doan(r("Điều 2.", "b"), r(" Chánh Văn phòng và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")), p(""),
    foot(("- Như Điều 2;", "- Lưu: VT."), "CHỦ TỊCH", "Nguyễn Văn A"), new_section(),
    *annex(
        "Phụ lục", "DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN", "(Kèm theo Quyết định số 18/QĐ-UBND ngày 12 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân xã Bình Điền)",
        doan(r("I. TẬP THỂ", "b")), doan("1. Công an xã."), doan(r("II. CÁ NHÂN", "b")), doan("1. Ông Lê Văn Nam."), doan("2. Bà Hồ Thị Mai."),
    ),
    section=section('<w:pgNumType w:start="1"/>'), header1=_NUMBER,
)  # fmt: skip
_TO_TRINH = "kính trình Ủy ban nhân dân thành phố xem xét"
_PEOPLE = doan("2. Bà Trần Thị Bình, Phó Chánh Văn phòng, Phó Trưởng ban;"), doan("3. Ông Lê Văn Cường, chuyên viên, Thành viên.")
_OPENS = "Sở Nội vụ thông báo kết quả kiểm tra như sau:"
_BUILT = ["TT", "Trụ sở", "Khởi công", "Hoàn thành"]
_SHARES = ["TT", "Xã", "Tiếp nhận", "Trực tuyến", "Tỷ lệ (%)"], ["1", "Bình Điền", "200", "150", "75"], ["2", "Hưng Lộc", "100", "60", "60"]

CASES = (
    case("cau_ve_minh_khac_trich_yeu", THONG_BAO, words(_OPENS, "Sở Nội vụ thông báo kết quả kiểm tra năm 2025 như sau:")),
    case("cau_ve_minh_khac_trich_yeu", QUYET_DINH, words(_ISSUED, _ISSUED.replace("xã Bình Điền", "xã Bình Thành"))),
    case("cau_ve_minh_khac_trich_yeu", QUYET_DINH, words("ngay trong ngày ký./.", "ngay trong ngày ký, báo cáo Ủy ban nhân dân xã Bình Thành./.")),
    _says("cau_ket_cua_van_ban_khac", _LINE, doan("Trên đây là Kế hoạch kiểm tra công tác văn thư năm 2026.")),
    _says("cau_ket_cua_van_ban_khac", _LINE, doan("Trên đây là Thông báo kết quả kiểm tra công tác tuyển sinh năm 2026.")),
    case("viec_quyet_dinh_khac_trich_yeu", _SET_UP, words("Điều 2.", "Điều 2. Ban Chỉ đạo có nhiệm vụ theo dõi.")),
    case("viec_quyet_dinh_khac_trich_yeu", QUYET_DINH, words("Ban hành Quy chế văn thư của", "Ban hành Quy chế tiếp công dân của")),
    case("moc_khong_hop_viec", GIAY_MOI, after("Địa điểm", doan("Các đại biểu gửi danh sách về Văn phòng Sở trước ngày 20 tháng 3 năm 2026."))),
    case("moc_khong_hop_viec", CONG_VAN, words("quan tâm, thực hiện./.", "thực hiện; quá ngày 20 tháng 02 năm 2026, Sở không tổng hợp./.")),
    case("noi_duoc_de_nghi_khac", TO_TRINH, words(_TO_TRINH, "kính trình Sở Tài chính xem xét")),
    _says("phan_hon_tong_so", "Có 45 đảng viên dự họp, trong đó 54 đảng viên nữ."),
    _says("ten_to_chuc_hai_cach", "Hiệp hội Nước mắm Phan Thiết đề nghị.", doan("Hiệp hội Nước mắm Phan Thiết họp."), doan("Hiệp hội Nước nắm Phan Thiết dự.")),
    _says("so_dem_hai_cach", "Hiện có 09 xã, phường có dịch.", doan("Lực lượng thú y trực ở 08 xã, phường đang có dịch.")),
    case("noi_co_ten_khac", _AWARD, words("có tên tại Điều 1", "có tên tại Điều 2")),
    case("so_khen_khac_danh_sach", _AWARD, words("02 cá nhân", "03 cá nhân")),
    case("so_khen_khac_danh_sach", _AWARD, words("01 tập thể", "02 tập thể")),
    _says("vai_cua_to_chuc_khac", "Tổ kiểm tra gồm:", doan("1. Ông Nguyễn Văn An, Chánh Văn phòng, Tổ trưởng;"), *_PEOPLE),
    _says("con_so_khong_khop", "Văn phòng Sở giao 200 hồ sơ, đã giải quyết 150 hồ sơ, còn lại 60 hồ sơ."),
    _says("dong_bang_lech", _LINE, _rows(*_SHARES, ["3", "Hương An", "80", "40", "60"])),
    _says("thu_tu_bang_sai", _LINE, _rows(["TT", "Xã"], ["1", "Bình Điền"], ["2", "Hưng Lộc"], ["2", "Hương An"])),
    _says(
        "nguon_von_khac_tong", "Tổng kinh phí: 50.000.000 đồng.",
        doan("3. Nguồn kinh phí: ngân sách thành phố 40.000.000 đồng, xã hội hóa 20.000.000 đồng."),
    ),
    _says("so_ngay_it_hon_khoang", "Văn phòng Sở kiểm tra 06 ngày, từ ngày 09/3/2026 đến ngày 15/3/2026."),
    _says("viec_da_qua_sau_ngay_van_ban", "Văn phòng Sở khắc phục thiệt hại do trận lũ quét ngày 22/9/2026."),
    _says("cac_dot_nguoc_ngay", "Văn phòng Sở kiểm tra 02 đợt, đợt 1 ngày 16/4/2026, đợt 2 ngày 14/4/2026."),
    _says("cac_dot_nguoc_ngay", "Văn phòng Sở kiểm tra theo các đợt:", doan("- Đợt I: tháng 9/2026;"), doan("- Đợt II: tháng 7/2026.")),
    _says("hai_cot_ngay_nguoc", _LINE, _rows(_BUILT, ["1", "Bình Điền", "02/3/2026", "05/5/2026"], ["2", "Hưng Lộc", "03/6/2026", "29/5/2026"])),
    _says("mot_ky_hai_khoang_nam", "Đại hội nhiệm kỳ VII (2020 - 2025) đã tổng kết.", doan("Nghị quyết Đại hội nhiệm kỳ VII, 2025 - 2030.")),
    _says("chu_tri_khac_ket_luan", "Giám đốc Sở chủ trì cuộc họp.", doan("Sau khi thảo luận, Phó Giám đốc Sở kết luận như sau: giao Văn phòng theo dõi.")),
    _says(
        "moc_khong_hop_viec", "Văn phòng Sở tổ chức Hội nghị tập huấn vào ngày 16 tháng 4 năm 2026.",
        doan("Các đơn vị gửi danh sách đại biểu về Văn phòng Sở trước ngày 20 tháng 4 năm 2026."),
    ),
)  # fmt: skip

RIGHT = (
    _SET_UP, _AWARD,
    # A later stage whose first day is one by which it is asked for; the turn of a year; a paper's day.
    _right("Văn phòng Sở kiểm tra các đợt: đợt 1 ngày 16/4/2026; đợt 2 gửi danh sách trước ngày 10/4/2026, kiểm tra ngày 20/4/2026."),
    _right("Văn phòng Sở kiểm tra đợt 1 từ tháng 11/2026, đợt 2 từ tháng 01/2027."),
    _right("Văn phòng Sở kiểm tra theo các đợt:", doan("- Đợt 1: ngày 20/12;"), doan("- Đợt 2: ngày 10/01.")),
    # Deadlines that are before what they are of in most rows.
    _right(_LINE, _rows(["TT", "Lớp", "Khai giảng", "Hạn"], ["1", "A", "13/4/2026", "10/4/2026"], ["2", "B", "14/4/2026", "10/4/2026"], ["3", "C", "20/4/2026", "21/4/2026"])),
    # Two bodies, each with a term of its own.
    _right("Nghị quyết Hội Nông dân nhiệm kỳ VII (2020 - 2025).", doan("Nghị quyết Công đoàn nhiệm kỳ VII (2023 - 2028).")),
    _right("Giám đốc Sở chủ trì cuộc họp.", doan("Sau khi thảo luận, Giám đốc Sở kết luận như sau: giao Văn phòng theo dõi.")),
    _right("Phó Giám đốc Sở Lê An chủ trì cuộc họp.", doan("Sau khi thảo luận, Giám đốc Sở Trần Bình kết luận như sau: giao Văn phòng theo dõi.")),
    _right("Giám đốc Sở chủ trì cuộc họp.", doan("Giao Phó Giám đốc Sở kết luận các nội dung còn lại.")),
    # Two events: which of them is meant is not said.
    _right(
        "Văn phòng Sở tổ chức Hội nghị vào ngày 16 tháng 4 năm 2026, tổ chức Hội thi vào ngày 24 tháng 4 năm 2026.",
        doan("Các đơn vị gửi danh sách đại biểu về Văn phòng Sở trước ngày 20 tháng 4 năm 2026."),
    ),
    # The year before is spoken of, too; the paper's own is there.
    spoilt(THONG_BAO, words(_OPENS, "so với năm 2025, Sở Nội vụ thông báo kết quả kiểm tra năm 2026 như sau:")),
    spoilt(THONG_BAO, words(_LINE, _LINE), after(_LINE, doan("Trên đây là Thông báo kết quả kiểm tra công tác văn thư năm 2026."))),
    # Another commune that the decision is sent to is not the one that is reported to.
    spoilt(QUYET_DINH, words("ngay trong ngày ký./.", "ngay trong ngày ký, gửi Ủy ban nhân dân xã Bình Thành phối hợp./.")),
    spoilt(TO_TRINH, words(_TO_TRINH, "kính trình UBND thành phố xem xét")),
    spoilt(THONG_BAO, words(_LINE, "Văn phòng Sở giao 200 hồ sơ, đã giải quyết 150 hồ sơ, còn lại 50 hồ sơ.")),
    # A table of groups, each numbered anew.
    spoilt(THONG_BAO, words(_LINE, _LINE), after(_LINE, _rows(["TT", "Xã"], ["I", "Miền núi"], ["1", "Bình Điền"], ["2", "Hưng Lộc"], ["II", "Đồng bằng"], ["1", "Hương An"]))),
    spoilt(THONG_BAO, words(_LINE, _LINE), after(_LINE, _rows(*_SHARES, ["3", "Hương An", "80", "40", "50"]))),
    spoilt(THONG_BAO, words(_LINE, "Tổ kiểm tra gồm:"), after("Tổ kiểm tra gồm:", doan("3. Ông Lê Văn Cường, Trưởng ban Văn hóa, Tổ phó.")), after("Tổ kiểm tra gồm:", doan("1. Ông Nguyễn Văn An, Chánh Văn phòng, Tổ trưởng;")), after("Chánh Văn phòng, Tổ trưởng;", doan("2. Bà Trần Thị Bình, Trưởng ban Pháp chế, Thành viên;"))),
)  # fmt: skip

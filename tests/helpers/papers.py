"""Right papers, made as authors make them in Word: by hand, with tables, drawn lines and direct formatting."""

from __future__ import annotations

from tests.helpers.docx import connector, docx, p, r, table

_PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/>'
_NUMBER = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
_FROM_1 = '<w:pgNumType w:start="1"/>'
_HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
_ADDRESS = p("Số 01 đường Lê Lợi, phường Thuận Hóa, thành phố Huế; điện thoại: 0234.0000000; thư điện tử: vanthu@example.vn", jc="center", ppr='<w:pBdr><w:top w:val="single"/></w:pBdr>').replace("<w:r>", '<w:r><w:rPr><w:sz w:val="22"/></w:rPr>')


def section(more: str = "", *, address: bool = False) -> str:
    """A ``w:sectPr``: A4, the page number in the middle of the header from the second page on."""
    footer = '<w:footerReference w:type="first" r:id="footer1"/>' if address else ""
    return f"<w:sectPr>{_HEADER}{footer}{_PAGE}{more}<w:titlePg/></w:sectPr>"


def new_section() -> str:
    """The end of a section; the next begins on a new page and counts from 1."""
    return f"<w:p><w:pPr>{section(_FROM_1)}</w:pPr></w:p>"


def head(parent: str, agency: tuple[str, ...], rule: float, number: str, date: str, *below: str) -> str:
    """Boxes 1 to 4 in a table of two rows; *below* the number, more paragraphs."""
    *names, last = agency
    left = "".join([line(parent, "sz=26")] * bool(parent) + [line(one, "b", "sz=26") for one in names])
    left += p(r(last, "b", "sz=26") + connector(rule), jc="center")
    right = line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", "sz=26") + p(r("Độc lập - Tự do - Hạnh phúc", "b") + connector(60.5), jc="center")
    return table([left, right], [line(number, "sz=26") + "".join(below), line(date, "i")])


def line(text: str, *rpr: str, ppr: str = "") -> str:
    """A centred line."""
    return p(r(text, *rpr), jc="center", ppr=ppr)


def doan(*runs: str) -> str:
    """A paragraph of the text: justified, 1,27 cm in, 6 pt apart; plain texts or runs."""
    return p(*runs, jc="both", ppr='<w:spacing w:before="120"/><w:ind w:firstLine="720"/>')


def foot(recipients: tuple[str, ...], *signer: str) -> str:
    """Boxes 7 and 9b in a table; the signer's last line is the name."""
    *lines, name = signer
    left = p(r("Nơi nhận:", "b", "i", "sz=24")) + "".join(p(r(one, "sz=22")) for one in recipients)
    right = "".join(line(one, "b") for one in lines) + line("", "b") * 4 + line(name, "b")
    return table([left, right])


def annex(name: str, title: str, reference: str, *content: str) -> tuple[str, ...]:
    """The head of an annex and its text."""
    return (line(name, "b"), line(title, "b"), p(r(reference, "i") + connector(60), jc="center"), *content)


def _title(name: str, subject: str, rule: float) -> str:
    return line("") + line(name, "b") + p(r(subject, "b") + connector(rule), jc="center") + p("")


THONG_BAO = docx(
    head("UBND THÀNH PHỐ HUẾ", ("SỞ NỘI VỤ",), 10, "Số: 15/TB-SNV", "Huế, ngày 05 tháng 3 năm 2026"),
    _title("THÔNG BÁO", "Kết quả kiểm tra công tác văn thư năm 2026", 40),
    doan("Thực hiện Kế hoạch số 08/KH-SNV ngày 09 tháng 01 năm 2026 của Sở Nội vụ về kiểm tra công tác văn thư năm 2026, Sở Nội vụ thông báo kết quả kiểm tra như sau:"),
    doan(r("I. KẾT QUẢ KIỂM TRA", "b")),
    doan(r("1. Ưu điểm", "b")),
    doan("Các cơ quan đã phân công công chức làm công tác văn thư và trang bị đủ máy tính, máy quét, chữ ký số để xử lý văn bản trên môi trường mạng."),
    doan(r("2. Hạn chế", "b")),
    doan("a) Một số văn bản gửi chậm so với thời hạn được giao;"),
    doan("b) Một số hồ sơ chưa được lập đúng danh mục;"),
    doan("c) Việc nộp lưu hồ sơ còn chậm;"),
    doan("d) Công chức kiêm nhiệm chưa được tập huấn;"),
    doan("đ) Phòng kho lưu trữ còn chật hẹp."),
    doan("Kết quả kiểm tra của từng cơ quan nêu tại Phụ lục I, danh mục văn bản gửi chậm nêu tại Phụ lục II kèm theo Thông báo này."),
    line("Tổng hợp kết quả", "b", ppr='<w:spacing w:before="120"/>'),
    table([p("Cơ quan"), p("Số văn bản")], [p("Xã Bình Điền"), p("12")], tblpr='<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'),
    doan(r("II. YÊU CẦU", "b")),
    doan("1. Các cơ quan khắc phục hạn chế nêu trên và báo cáo kết quả về Sở Nội vụ trước ngày 31 tháng 3 năm 2026."),
    doan("2. Văn phòng Sở theo dõi việc thực hiện."),
    doan("Sở Nội vụ thông báo để các cơ quan biết, thực hiện./."),
    p(""),
    foot(("- Các xã, phường;", "- Giám đốc Sở;", "- Lưu: VT, VP."), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A"),
    new_section(),
    *annex("Phụ lục I", "KẾT QUẢ KIỂM TRA", "(Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", doan("1. Xã Bình Điền có kết quả tốt."), doan("2. Phường Hương Trà có kết quả khá.")),
    new_section(),
    *annex("Phụ lục II", "DANH MỤC VĂN BẢN GỬI CHẬM", "(Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)", doan("Không có văn bản gửi chậm quá 10 ngày.")),
    section=section(_FROM_1),
    header1=_NUMBER,
)  # fmt: skip
"""A notice of a department, with two annexes and a table."""

CONG_VAN = docx(
    head("UBND THÀNH PHỐ HUẾ", ("SỞ NỘI VỤ",), 10, "Số: 120/SNV-VP", "Huế, ngày 16 tháng 01 năm 2026",
         line("V/v lập danh mục hồ sơ năm 2026", "sz=24", ppr='<w:spacing w:before="120"/>'), line("KHẨN", "b", "sz=26", '<w:color w:val="FF0000"/>')),
    p("Kính gửi:", ppr='<w:spacing w:before="240"/><w:ind w:left="2268"/>'),
    p("- Các xã, phường;", ppr='<w:ind w:left="3402"/>'),
    p("- Các đơn vị trực thuộc Sở.", ppr='<w:ind w:left="3402"/>'),
    doan("Để chuẩn bị cho việc lập hồ sơ công việc, Sở Nội vụ đề nghị các cơ quan lập danh mục hồ sơ năm 2026 và gửi về Sở trước ngày 30 tháng 01 năm 2026."),
    doan("Sở Nội vụ đề nghị các cơ quan quan tâm, thực hiện./."),
    p(""),
    foot(("- Như trên;", "- Giám đốc Sở;", "- Lưu: VT, VP. NVA.15"), "GIÁM ĐỐC", "Trần Thị B"),
    section=section(address=True), header1=_NUMBER, footer1=_ADDRESS,
)  # fmt: skip
"""A letter to several addressees, urgent, with its drafter's mark and the office's address."""

QUYET_DINH = docx(
    head("", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH ĐIỀN"), 14, "Số: 08/QĐ-UBND", "Bình Điền, ngày 12 tháng 6 năm 2026"),
    _title("QUYẾT ĐỊNH", "Ban hành Quy chế văn thư của Ủy ban nhân dân xã Bình Điền", 50),
    line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH ĐIỀN", "b"),
    doan(r("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i")),
    doan(r("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", "i")),
    doan(r("Theo đề nghị của Chánh Văn phòng.", "i")),
    line("QUYẾT ĐỊNH:", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 1.", "b"), r(" Ban hành kèm theo Quyết định này Quy chế văn thư của Ủy ban nhân dân xã Bình Điền.")),
    doan(r("Điều 2.", "b"), r(" Quyết định này có hiệu lực kể từ ngày ký ban hành.")),
    doan(r("Điều 3.", "b"), r(" Chánh Văn phòng và các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.")),
    p(""),
    foot(("- Như Điều 3;", "- Các thôn;", "- Lưu: VT."), "CHỦ TỊCH", "Nguyễn Văn A"),
    new_section(),
    line("QUY CHẾ", "b"),
    line("Văn thư của Ủy ban nhân dân xã Bình Điền", "b"),
    p(r("(Kèm theo Quyết định số 08/QĐ-UBND ngày 12 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân xã Bình Điền)", "i") + connector(60), jc="center"),
    line("Chương I", "b", ppr='<w:spacing w:before="120"/>'),
    line("QUY ĐỊNH CHUNG", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 1. Phạm vi điều chỉnh", "b")),
    doan("1. Quy chế này quy định về công tác văn thư."),
    doan("2. Quy chế này không quy định về lưu trữ."),
    doan(r("Điều 2. Đối tượng áp dụng", "b")),
    doan("Quy chế này áp dụng đối với công chức của xã."),
    line("Chương II", "b", ppr='<w:spacing w:before="120"/>'),
    line("QUY ĐỊNH CỤ THỂ", "b", ppr='<w:spacing w:before="120"/>'),
    line("Mục 1", "b", ppr='<w:spacing w:before="120"/>'),
    line("VĂN BẢN ĐẾN", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 3. Tiếp nhận văn bản", "b")),
    doan("Văn thư tiếp nhận văn bản trong giờ làm việc."),
    line("Mục 2", "b", ppr='<w:spacing w:before="120"/>'),
    line("VĂN BẢN ĐI", "b", ppr='<w:spacing w:before="120"/>'),
    doan(r("Điều 4. Phát hành văn bản", "b")),
    doan("Văn thư phát hành văn bản ngay trong ngày ký./."),
    section=section(_FROM_1),
    header1=_NUMBER,
)  # fmt: skip
"""A decision of a commune's chairman, with the rules that it issues."""

TO_TRINH = docx(
    head("UBND THÀNH PHỐ HUẾ", ("SỞ NỘI VỤ",), 10, "Số: 31/TTr-SNV", "Huế, ngày 12 tháng 5 năm 2026"),
    _title("TỜ TRÌNH", "Về việc phê duyệt danh mục hồ sơ năm 2026", 40),
    p("Kính gửi: Ủy ban nhân dân thành phố Huế", ppr='<w:ind w:left="1701"/>'),
    doan("Sở Nội vụ đã xây dựng danh mục hồ sơ năm 2026 của các cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố."),
    doan("Sở Nội vụ kính trình Ủy ban nhân dân thành phố xem xét, phê duyệt./."),
    p(""),
    foot(("- Như trên;", "- Lưu: VT."), "GIÁM ĐỐC", "Nguyễn Văn A"),
    section=section(), header1=_NUMBER,
)  # fmt: skip
"""A short submission to one addressee."""

PAPERS = {"tờ trình": TO_TRINH, "thông báo": THONG_BAO, "công văn": CONG_VAN, "quyết định": QUYET_DINH}

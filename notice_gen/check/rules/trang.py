"""The page: its format and margins, its number."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from notice_gen.check import layout, look, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Kind, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so


@rule("TR01", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 1", form=True)
def kho_giay_khong_phai_a4(this: Rule, view: DocumentView) -> Faults:
    """Khổ giấy không phải A4.
    Căn cứ: khổ A4 ({kho_giay[rong]} mm x {kho_giay[cao]} mm). | Sai: Letter (216 mm x 279 mm), mặc định của Word tiếng Anh.
    Đúng: A4 ({kho_giay[rong]} mm x {kho_giay[cao]} mm). | Bỏ qua khi: phần phụ lục là bản vẽ, bảng lớn in khổ khác.
    """
    annexed = layout.sections_of_annexes(view)
    right = view.law.kho_giay
    for number, section in enumerate(view.sections):
        sides = sorted((section.width, section.height))
        if number not in annexed and any(abs(side - asked) > 1 for side, asked in zip(sides, right, strict=True)):
            wide, high = sorted(right, reverse=section.landscape)
            mend = Mend("section", {"width": float(wide), "height": float(high)})
            shown, message = f"{section.width:.0f} x {section.height:.0f}", N_("Khổ giấy {kho} mm, quy định A4 ({dung} mm).")
            yield this.at(number, message, N_("Layout > Size > A4."), mend=mend, kho=shown, dung=f"{right[0]} x {right[1]}")


_SLACK = Decimal("0.2")
_SIDES = (
    ("top", "le_tren", N_("Lề trên {le} mm, quy định {khoang}.")), ("bottom", "le_duoi", N_("Lề dưới {le} mm, quy định {khoang}.")),
    ("left", "le_trai", N_("Lề trái {le} mm, quy định {khoang}.")), ("right", "le_phai", N_("Lề phải {le} mm, quy định {khoang}.")),
)


@rule("TR02", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 3", form=True)
def le_trang_ngoai_khoang(this: Rule, view: DocumentView) -> Faults:
    """Lề trang nằm ngoài khoảng quy định.
    Căn cứ: mép trên và mép dưới {le_tren[tu]} - {le_tren[den]} mm, mép trái {le_trai[tu]} - {le_trai[den]} mm, mép phải
    {le_phai[tu]} - {le_phai[den]} mm. | Sai: cả bốn lề 25,4 mm, mặc định của Word.
    Đúng: trên {le_tren[tu]} mm, dưới {le_duoi[tu]} mm, trái {le_trai[tu]} mm, phải {le_phai[tu]} mm.
    Bỏ qua khi: phụ lục trình bày theo chiều ngang (chương trình không xét).
    """
    annexed = layout.sections_of_annexes(view)
    for number, section in enumerate(view.sections):
        if number in annexed or section.landscape:
            continue
        for side, key, message in _SIDES:
            asked = view.law.ranges[key]
            margin = Decimal(str(round(getattr(section, side), 1)))
            low, high = asked.minimum or Decimal(0), asked.maximum or margin
            # Word keeps margins in twentieths of a point and shows inches: a fifth of a millimetre is no fault.
            if not low - _SLACK <= margin <= high + _SLACK:
                mend = Mend("section", {side: float(low if margin < low else high)})
                yield this.at(number, message, N_("Layout > Margins > Custom Margins."), mend=mend, le=so(margin), khoang=asked.text)


@rule("TR03", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 2", form=True)
def trang_nam_ngang(this: Rule, view: DocumentView) -> Faults:
    """Văn bản trình bày theo chiều ngang của khổ giấy mà không có bảng, biểu.
    Căn cứ: trình bày theo chiều dài khổ A4; chỉ được theo chiều rộng khi nội dung có bảng, biểu không làm thành phụ lục riêng.
    Sai: quyết định chỉ có lời văn, giấy nằm ngang. | Đúng: giấy đứng; bảng rộng thì đưa vào phụ lục nằm ngang.
    Bỏ qua khi: bảng là hình ảnh dán vào.
    """
    annexed = layout.sections_of_annexes(view)
    with_tables = {paragraph.section for paragraph in view.paragraphs if paragraph.cell and paragraph.cell.borders}
    for number, section in enumerate(view.sections):
        if section.landscape and number not in annexed and number not in with_tables:
            yield this.at(number, N_("Trang nằm ngang nhưng không có bảng, biểu."), N_("Layout > Orientation > Portrait."))


@rule("TR04", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def thieu_so_trang(this: Rule, view: DocumentView) -> Faults:
    """Văn bản dài hơn một trang mà không có số trang, hoặc trang chẵn không có.
    Căn cứ: số trang đánh từ số 1, canh giữa trong phần lề trên, không hiển thị ở trang thứ nhất.
    Sai: văn bản năm trang, đầu trang để trống; trang chẵn không có số trang. | Đúng: từ trang 2 có số trang ở giữa lề trên.
    Bỏ qua khi: văn bản chỉ có một trang (chương trình ước lượng theo độ dài lời văn).
    """
    if view.kind is not Kind.HANH_CHINH or not view.sections or not layout.surely_two_pages(view):
        return
    if not any(layout.numbers(section) for section in view.sections):
        mend, message = layout.centred_number(view), N_("Văn bản dài hơn một trang nhưng không có số trang.")
        yield this.at(0, message, N_("Insert > Page Number > Top of Page, kiểu ở giữa; chọn Different First Page."), mend=mend)
        return
    for number, section in enumerate(view.sections):
        pairs = (section.header, section.footer), (section.even_header, section.even_footer)
        odd, even = (any(footing is not None and footing.page_field is not None for footing in pair) for pair in pairs)
        if section.even_pages and odd and not even and layout.surely_even_page(view, number):
            message, hint = N_("Trang chẵn không có số trang."), N_("Nhấp đúp vào đầu trang, bỏ chọn Different Odd & Even Pages.")
            yield this.at(number, message, hint, mend=layout.centred_number(view) if section.even_header else None)
            return


@rule("TR05", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_sai_vi_tri(this: Rule, view: DocumentView) -> Faults:
    """Số trang không ở giữa lề trên.
    Căn cứ: canh giữa theo chiều ngang trong phần lề trên. | Sai: số trang ở cuối trang, hoặc ở góc phải.
    Đúng: số trang ở giữa, phía trên trang.
    """
    for number, section in enumerate(view.sections):
        for where, paragraph in layout.numbers(section):
            if where == "footer":
                message = N_("Số trang ở chân trang.")
                hint = N_("Xóa số trang ở chân trang; Insert > Page Number > Top of Page, kiểu ở giữa.")
            elif paragraph.align != "center" and "\t" not in paragraph.text:
                message, hint = N_("Số trang không canh giữa."), N_("Nhấp đúp vào đầu trang, đặt con trỏ ở số trang, bấm Ctrl+E.")
            else:
                continue
            yield this.at(number, message, hint, mend=layout.centred_number(view))
            return


@rule("TR06", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_sai_co_chu(this: Rule, view: DocumentView) -> Faults:
    """Cỡ chữ, kiểu chữ của số trang không đúng.
    Căn cứ: chữ số Ả Rập, cỡ chữ {so_trang[khoang_ngan]}, kiểu chữ {so_trang[kieu]}. | Sai: số trang cỡ chữ 11, in nghiêng, màu xanh.
    Đúng: số trang cỡ chữ {so_trang[chon]}, {so_trang[ca_kieu]}.
    """
    part = view.law.thanh_phan["so_trang"]
    for _, paragraph in layout.each_number(view):
        span = Span(paragraph, 0, len(paragraph.text))
        faults = list(look.size_of(this, span, part)) or list(look.style_of(this, span, part))
        yield from faults[:1]
        if not faults and any(run.underline or look.other_colour(run) for run in span.runs):
            mend = Mend("run", {"color": "auto", "underline": False})
            yield this.at(span, N_("Số trang gạch chân hoặc có màu."), N_("Để số trang màu đen, không gạch chân."), mend=mend)


@rule("TR07", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_hien_o_trang_dau(this: Rule, view: DocumentView) -> Faults:
    """Trang thứ nhất hiện số trang.
    Căn cứ: không hiển thị số trang thứ nhất. | Sai: số 1 ở đầu trang thứ nhất. | Đúng: trang đầu không có số, trang sau có số 2.
    """
    if not view.sections or view.kind is not Kind.HANH_CHINH:
        return
    first = view.sections[0]
    shown = [first.first_header, first.first_footer] if first.title_page else [first.header, first.footer]
    if any(footing is not None and footing.page_field is not None for footing in shown):
        mend = layout.centred_number(view)
        yield this.at(0, N_("Số trang hiện ở trang thứ nhất."), N_("Nhấp đúp vào đầu trang, đánh dấu Different First Page."), mend=mend)


@rule("TR08", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_khong_phai_so_a_rap(this: Rule, view: DocumentView) -> Faults:
    """Số trang không phải chữ số Ả Rập.
    Căn cứ: đánh bằng chữ số Ả Rập. | Sai: ii, iii; a, b; II, III. | Đúng: 2, 3.
    """
    for number, section in enumerate(view.sections):
        if layout.numbers(section) and section.number_format != "decimal":
            message = N_("Số trang không đánh bằng chữ số Ả Rập.")
            yield this.at(number, message, N_("Insert > Page Number > Format Page Numbers, chọn 1, 2, 3, …"))


@rule("TR09", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_them_chu(this: Rule, view: DocumentView) -> Faults:
    """Bên số trang còn có chữ hoặc dấu.
    Căn cứ: số trang bằng chữ số Ả Rập; mẫu ở Mục V chỉ có con số. | Sai: Trang 2; - 2 -; 2/7. | Đúng: 2
    """
    for number, paragraph in layout.each_number(view):
        if re.search(r"[^\s\d]|\d\D+\d", paragraph.text.strip()) and len(paragraph.text.strip()) < 30:
            message = N_("Số trang có thêm chữ hoặc dấu: “{doan}”.")
            yield this.at(number, message, N_("Ở đầu trang chỉ để lại con số."), doan=paragraph.text.strip())
            return


@rule("TR11", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7", form=True)
def so_trang_khong_tu_dau(this: Rule, view: DocumentView) -> Faults:
    """Số trang của văn bản không đánh từ 1, hoặc gõ tay nên trang nào cũng một số.
    Căn cứ: số trang được đánh từ số 1. | Sai: Format Page Numbers > Start at: 3; gõ “2” vào đầu trang.
    Đúng: Start at: 1, hoặc Continue from previous section; Insert > Page Number.
    """
    first = view.sections[0] if view.sections and view.kind is Kind.HANH_CHINH else None
    if first and first.restart not in {None, 1} and layout.numbers(first):
        message = N_("Số trang đánh từ {so}, không từ 1.")
        yield this.at(0, message, N_("Insert > Page Number > Format Page Numbers > Start at: 1."), so=first.restart)
    for number, section in enumerate(view.sections):
        for _, footing in section.footings:
            shown = " ".join(paragraph.text.strip() for paragraph in footing.paragraphs).strip()
            if footing.page_field is None and re.fullmatch(r"(?:Trang )?[-– ]*\d{1,3}[-– ]*(?:/ ?\d+)?", shown):
                message = N_("Số trang “{doan}” gõ tay: trang nào cũng hiện số đó.")
                hint = N_("Xóa số này; Insert > Page Number > Top of Page.")
                yield this.at(number, message, hint, mend=layout.centred_number(view), doan=shown)
                return


@rule("TR12", Level.THONG_LE, "Phụ lục I, Phần I, Mục IV")
def trang_co_khung(this: Rule, view: DocumentView) -> Faults:
    """Trang văn bản có đường viền chung quanh.
    Căn cứ: sơ đồ bố trí các thành phần thể thức không có đường viền trang. | Sai: Page Borders > Box. | Đúng: Page Borders > None.
    """
    bordered = next((number for number, section in enumerate(view.sections) if section.bordered), None)
    if bordered is not None and view.kind is Kind.HANH_CHINH and bordered not in layout.sections_of_annexes(view):
        yield this.at(bordered, N_("Trang có đường viền chung quanh."), N_("Design > Page Borders > None."))


@rule("TR13", Level.THONG_LE, "Phụ lục I, Phần I, Mục IV")
def loi_van_nhieu_cot(this: Rule, view: DocumentView) -> Faults:
    """Lời văn chia thành nhiều cột.
    Căn cứ: nội dung văn bản ở ô số 6, suốt chiều ngang vùng chữ. | Sai: Layout > Columns > Two. | Đúng: Layout > Columns > One.
    Bỏ qua khi: chỉ phần đầu, phần ký đặt bằng hai cột (chương trình bỏ qua).
    """
    for number, section in enumerate(view.sections):
        within = sum(len(span.text) for span in texts.body(view) if span.paragraph.section == number)
        if section.columns > 1 and within > _SEVERAL_ROWS:
            yield this.at(number, N_("Lời văn chia {so} cột."), N_("Layout > Columns > One."), so=section.columns)
            return


_SEVERAL_ROWS = 200  # letters of the text; the head and the foot alone may stand in columns


@rule("TR10", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm đ", form=True)
def phu_luc_khong_danh_so_trang_rieng(this: Rule, view: DocumentView) -> Faults:
    """Số trang của phụ lục đánh tiếp theo văn bản, không đánh riêng.
    Căn cứ: số trang của Phụ lục được đánh số riêng theo từng Phụ lục. | Sai: văn bản 3 trang, phụ lục bắt đầu từ trang 4.
    Đúng: mỗi phụ lục là một section, số trang bắt đầu lại từ 1. | Bỏ qua khi: phụ lục chỉ có một trang và không hiện số trang.
    """
    if not view.annexes or not layout.surely_two_pages(view):
        return
    here = Counter(annex.paragraphs[0].section for annex in view.annexes if annex.paragraphs)
    for annex in view.annexes:
        section = annex.paragraphs[0].section if annex.paragraphs else 0
        if not section < len(view.sections) or not layout.numbers(view.sections[section]):
            continue
        if annex.ten and (here[section] > 1 or section == 0 or view.sections[section].restart != 1):
            hint = N_("Chèn Section Break (Next Page) trước phụ lục; Format Page Numbers > Start at: 1.")
            yield this.at(annex.ten, N_("Số trang của phụ lục không đánh riêng từ 1."), hint)

"""Box 6: how the text is set: its font, sizes, paragraphs and lines."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from notice_gen.check import layout, look, outline, texts
from notice_gen.check.fault import Faults, Level, Mend, Rule, rule
from notice_gen.check.view import DocumentView, Run, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

_ALLOWED_FONTS = r"\s*Times\s*New\s*Roman|Symbol|Wingdings|Webdings|Cambria Math|MT Extra|Segoe UI Symbol|MS Gothic"
# Letters of an old font are not the letters they look like: they are converted, not only set in another font.
_OLD_FONTS = r"\.Vn|VNI|UVN|VNtimes"


@rule("ND01", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4", form=True)
def sai_phong_chu(this: Rule, view: DocumentView) -> Faults:
    """Có chữ không phải phông Times New Roman.
    Căn cứ: phông chữ tiếng Việt Times New Roman, màu đen. | Sai: lời văn phông Arial, Calibri. | Đúng: toàn văn bản phông Times New Roman.
    Bỏ qua khi: ký hiệu toán, dấu chọn (Symbol, Wingdings; chương trình bỏ qua).
    """
    for paragraph in layout.everything(view):
        for span, font in look.stretches(paragraph, _other_font):
            mend = None if re.match(_OLD_FONTS, font, re.IGNORECASE) else Mend("run", {"font": "Times New Roman"})
            message = N_("Phông chữ {phong}, quy định Times New Roman.")
            yield this.at(span, message, N_("Chọn đoạn này, đổi phông chữ thành Times New Roman."), mend=mend, phong=font)


def _other_font(run: Run) -> str:
    return "" if _is_allowed(run.font) else run.font


@lru_cache(maxsize=256)  # each run is asked, and a paper has one or two
def _is_allowed(font: str) -> bool:
    return re.match(_ALLOWED_FONTS, font, re.IGNORECASE) is not None


@rule("ND02", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4", form=True)
def chu_mau(this: Rule, view: DocumentView) -> Faults:
    """Có chữ không phải màu đen.
    Căn cứ: phông chữ Times New Roman, bộ mã Unicode, màu đen. | Sai: tiêu đề màu xanh; đoạn chữ đỏ. | Đúng: toàn văn bản chữ màu đen.
    Bỏ qua khi: dấu độ khẩn, độ mật; thông tin chữ ký số trong hộp văn bản (chương trình bỏ qua).
    """
    stamped = {span.paragraph.index for span in look.spans(view, "do_khan", "do_mat", "pham_vi")}
    for paragraph in view.paragraphs:
        if paragraph.container == "textbox" or paragraph.index in stamped:
            continue
        for span, color in look.stretches(paragraph, look.other_colour):
            mend = Mend("run", {"color": "auto"})
            yield this.at(span, N_("Chữ màu #{mau}, quy định màu đen."), N_("Chọn đoạn này, Font Color > Automatic."), mend=mend, mau=color)


@rule("ND04", Level.THONG_LE, "Phụ lục I, Phần I, Mục V, chú thích 1")
def loi_van_nhieu_co_chu(this: Rule, view: DocumentView) -> Faults:
    """Lời văn có đoạn cỡ chữ {noi_dung[tu]}, có đoạn cỡ chữ {noi_dung[den]}.
    Căn cứ: cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất. | Sai: đoạn đầu cỡ {noi_dung[den]}, các đoạn sau cỡ {noi_dung[tu]}.
    Đúng: mọi đoạn của lời văn cùng cỡ chữ. | Bỏ qua khi: đoạn trích nguyên văn.
    """
    weights: Counter[float] = Counter()
    spans = layout.sentences(view)
    for span in spans:
        for run in span.runs:
            weights[run.size] += run.end - run.start
    usual = weights.most_common(1)[0][0] if weights else 0.0
    allowed = look.asked(view, "noi_dung").co_chu
    for span in spans:
        other = next((run.size for run in span.runs if run.size != usual), None)
        # A size that is not allowed at all is another fault.
        if other is not None and all(allowed.allows(Decimal(str(run.size))) for run in span.runs):
            mend = Mend("run", {"size": usual})
            message, hint = N_("Đoạn này cỡ chữ {co}, phần còn lại của lời văn cỡ {dung}."), N_("Đặt cùng một cỡ chữ cho lời văn.")
            yield this.at(span, message, hint, mend=mend, co=so(Decimal(str(other))), dung=so(Decimal(str(usual))))


@rule("ND05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e", form=True)
def loi_van_khong_canh_deu(this: Rule, view: DocumentView) -> Faults:
    """Lời văn không canh đều cả hai lề.
    Căn cứ: nội dung văn bản được canh đều cả hai lề. | Sai: lời văn canh trái, mép phải so le; lời văn, điều, khoản canh giữa.
    Đúng: lời văn canh đều (Ctrl+J). | Bỏ qua khi: đoạn chỉ có một dòng; tiêu đề, ghi chú in nghiêng đặt ở giữa (chương trình bỏ qua).
    """
    numbered = {label.span.paragraph.index for label in outline.labels(view) if label.level in {"Điều", "khoản", "điểm"}}
    numbered |= {span.paragraph.index for span in texts.bases(view) if view.loai in texts.WITH_BASES}
    for span in layout.paragraphs(view):
        left = span.paragraph.align == "left" and layout.rows(view, span) > 1.1
        aside = span.paragraph.align in {"center", "right"} and span.paragraph.index in numbered
        if left or aside or layout.put_aside(view, span):
            message = N_("Đoạn này không canh đều cả hai lề.")
            yield this.at(span, message, N_("Đặt con trỏ vào đoạn này, bấm Ctrl+J."), mend=Mend("paragraph", {"align": "both"}))


def _first_lines(view: DocumentView) -> list[float]:
    """Return how far a first line may begin from the margin, mm."""
    return [float(choice) * 10 for choice in view.law.ranges["thut_dau_dong"].choices]


def _figure(value: float, places: int = 1) -> str:
    return so(Decimal(str(value)), le=places)


@rule("ND06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e", form=True)
def dau_dong_lui_sai(this: Rule, view: DocumentView) -> Faults:
    """Chữ đầu dòng của đoạn không lùi {thut_dau_dong[chon_don_vi]}.
    Căn cứ: khi xuống dòng, chữ đầu dòng lùi vào {thut_dau_dong[chon_don_vi]}.
    Sai: đoạn văn không lùi đầu dòng; lùi 1,5 cm; lùi bằng dấu cách. | Đúng: First line {thut_dau_dong[mac_dinh]} cm.
    Bỏ qua khi: danh sách do Word đánh số, gạch đầu dòng (chương trình bỏ qua).
    """
    # What begins farther in was put in the middle by its indent.
    in_the_middle = 30.0
    # Word shows two figures of a centimetre, and rulers are dragged by hand.
    slack = 0.65
    asked, allowed = view.law.ranges["thut_dau_dong"], _first_lines(view)
    for span in layout.sentences(view):
        paragraph = span.paragraph
        listed = paragraph.number or re.match(r"[ \xa0]*\t|\s*[-–—+•*“\"]", paragraph.text)
        if listed or "\n" in paragraph.text.strip() or texts.DECIDES.fullmatch(texts.nfc(paragraph.text).strip()):
            continue
        start = paragraph.left + paragraph.first_line
        if start < in_the_middle and not any(abs(start - right) <= slack for right in allowed):
            mend, message = Mend("paragraph", {"first_line": allowed[-1], "left": 0.0}), N_("Chữ đầu dòng lùi {lui} cm, quy định {khoang}.")
            hint = N_("Đặt con trỏ vào đoạn này, Paragraph > Indentation > First line: {dung} cm.")
            yield this.at(span, message, hint, mend=mend, lui=_figure(start / 10, 2), khoang=asked.text, dung=so(asked.default))


@rule("ND07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e", form=True)
def doan_van_sat_nhau(this: Rule, view: DocumentView) -> Faults:
    """Khoảng cách giữa hai đoạn văn nhỏ hơn {gian_doan[tu]} pt.
    Căn cứ: khoảng cách giữa các đoạn văn tối thiểu là {gian_doan[tu]}pt. | Sai: Spacing Before 0 pt, After 0 pt.
    Đúng: Spacing Before {gian_doan[tu]} pt. | Bỏ qua khi: dòng thơ, câu trích nguyên văn.
    """
    least = float(view.law.ranges["gian_doan"].minimum or 0)
    for above, below in layout.neighbours(view):
        gap = above.after + below.before
        if gap < least - 0.1 and "center" not in {above.align, below.align}:
            mend, message = Mend("paragraph", {"before": least}), N_("Đoạn này cách đoạn trên {cach} pt, quy định tối thiểu {it} pt.")
            hint = N_("Đặt con trỏ vào đoạn này, Paragraph > Spacing > Before: {it} pt.")
            yield this.at(below, message, hint, mend=mend, cach=_figure(gap), it=so(Decimal(str(least))))


@rule("ND08", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e", form=True)
def gian_dong_ngoai_khoang(this: Rule, view: DocumentView) -> Faults:
    """Khoảng cách giữa các dòng nhỏ hơn dòng đơn hoặc lớn hơn {gian_dong[den]} dòng.
    Căn cứ: khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là {gian_dong[den]} lines.
    Sai: Line spacing Double; Exactly 14 pt với cỡ chữ 14. | Đúng: Single, Multiple 1,15, {gian_dong[den]} lines; Exactly 18 pt.
    """
    asked = view.law.ranges["gian_dong"]
    low, high = float(asked.minimum or 1), float(asked.maximum or 1.5)
    for span in layout.sentences(view):
        lines = _lines_of(span)
        if layout.rows(view, span) > 1 and not low - 0.03 <= lines <= high + 0.03:
            mend = Mend("paragraph", {"line": low if lines < low else high, "line_rule": "auto"})
            message = N_("Giãn dòng {gian} dòng, quy định {khoang}.")
            hint = N_("Đặt con trỏ vào đoạn này, Paragraph > Line spacing > Single.")
            yield this.at(span, message, hint, mend=mend, gian=_figure(lines, 2), khoang=asked.text)


def _lines_of(span: Span) -> float:
    """Return the spacing in lines; a height in points is measured against a single line of the largest letters."""
    paragraph = span.paragraph
    if paragraph.line_rule == "auto":
        return paragraph.line
    single = max((run.size for run in span.runs), default=14.0) * layout.SINGLE
    lines = paragraph.line / single
    return max(lines, 1.0) if paragraph.line_rule == "atLeast" else lines


@rule("ND09", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")
def loi_van_gach_chan(this: Rule, view: DocumentView) -> Faults:
    """Lời văn có chữ gạch chân.
    Căn cứ: nội dung văn bản trình bày bằng chữ in thường, kiểu chữ đứng; các mẫu không dùng gạch chân.
    Sai: Yêu cầu nộp __trước ngày 31 tháng 3__ (gạch chân). | Đúng: dùng chữ đậm hoặc nghiêng khi cần nhấn mạnh.
    Bỏ qua khi: địa chỉ trang thông tin, thư điện tử (chương trình bỏ qua).
    """
    for span in layout.paragraphs(view):
        for place in islice(look.underlined(span), 1):
            message, hint = N_("Chữ gạch chân trong lời văn: “{doan}”."), N_("Bỏ gạch chân; cần nhấn mạnh thì dùng chữ đậm.")
            yield this.at(place, message, hint, mend=Mend("run", {"underline": False}), doan=place.text.strip())


@rule("ND10", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")
def loi_van_in_hoa(this: Rule, view: DocumentView) -> Faults:
    """Cả đoạn lời văn viết in hoa.
    Căn cứ: nội dung văn bản được trình bày bằng chữ in thường. | Sai: YÊU CẦU CÁC XÃ, PHƯỜNG KHẨN TRƯƠNG TRIỂN KHAI THỰC HIỆN.
    Đúng: Yêu cầu các xã, phường khẩn trương triển khai thực hiện. | Bỏ qua khi: tiêu đề phần, chương, mục (chương trình bỏ qua).
    """
    numbered = {label.span.paragraph.index for label in outline.labels(view) if label.level in (*outline.WIDE, "mục La Mã")}
    for span in layout.sentences(view):
        heading = span.paragraph.index in numbered or span.paragraph.number or all(run.bold for run in span.runs)
        if not heading and look.capitals(span) and sum(map(str.isalpha, span.text)) > 30:
            yield this.at(span, N_("Cả đoạn viết in hoa."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."))


@rule("ND11", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")
def loi_van_in_nghieng(this: Rule, view: DocumentView) -> Faults:
    """Cả đoạn lời văn in nghiêng.
    Căn cứ: nội dung văn bản kiểu chữ đứng. | Sai: một đoạn ba dòng in nghiêng. | Đúng: chữ đứng; chỉ căn cứ ban hành in nghiêng.
    Bỏ qua khi: lời trích nguyên văn, ghi chú.
    """
    bases = {span.paragraph.index for span in texts.bases(view)}
    for span in layout.sentences(view):
        quoted = span.text.lstrip().startswith(("“", '"', "(", "["))
        slanted = all(run.italic for run in look.lettered(span))
        if slanted and not quoted and span.paragraph.index not in bases and not _opening(span) and layout.rows(view, span) > 1.1:
            yield this.at(span, N_("Cả đoạn in nghiêng."), N_("Dùng chữ đứng cho lời văn."), mend=Mend("run", {"italic": False}))


def _opening(span: Span) -> bool:
    return texts.nfc(span.text[:20]).lstrip().startswith(("Căn cứ", "Theo đề nghị", "Thực hiện", "Xét", "Trên cơ sở", "Ghi chú", "Lưu ý"))


@rule("ND12", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")
def loi_van_in_dam(this: Rule, view: DocumentView) -> Faults:
    """Cả đoạn lời văn in đậm.
    Căn cứ: nội dung văn bản kiểu chữ đứng; chữ đậm dùng cho số thứ tự và tiêu đề. | Sai: một đoạn ba dòng in đậm.
    Đúng: chữ đứng, không đậm. | Bỏ qua khi: tiêu đề dài.
    """
    numbered = {label.span.paragraph.index for label in outline.labels(view)}
    for span in layout.sentences(view):
        bold = all(run.bold for run in look.lettered(span))
        heading = span.paragraph.index in numbered or span.paragraph.number or look.capitals(span)
        if bold and not heading and layout.rows(view, span) > 2:
            yield this.at(span, N_("Cả đoạn in đậm."), N_("Chỉ in đậm tiêu đề."), mend=Mend("run", {"bold": False}))


@rule("ND13", Level.GOI_Y, "Phụ lục I, Phần I, Mục V, chú thích 1")
def co_chu_dau_trang_khong_dong_bo(this: Rule, view: DocumentView) -> Faults:
    """Cỡ chữ Quốc hiệu, Tiêu ngữ không tăng giảm cùng nhau.
    Căn cứ: Quốc hiệu {quoc_hieu[den]}, Tiêu ngữ {tieu_ngu[den]}, địa danh và ngày tháng {dia_danh[den]};
    hoặc {quoc_hieu[tu]}, {tieu_ngu[tu]}, {dia_danh[tu]}.
    Sai: Quốc hiệu {quoc_hieu[tu]}, Tiêu ngữ {tieu_ngu[den]}; Quốc hiệu {quoc_hieu[den]}, Tiêu ngữ {tieu_ngu[tu]}.
    Đúng: Quốc hiệu {quoc_hieu[den]}, Tiêu ngữ {tieu_ngu[den]}.
    Bỏ qua khi: chỉ địa danh, ngày tháng nhỏ hơn Tiêu ngữ mà còn trong khoảng cho phép (chương trình bỏ qua).
    """
    sizes, largest, smallest = [], [], []
    for name in ("quoc_hieu", "tieu_ngu"):
        here = {Decimal(str(run.size)) for span in look.spans(view, name) for run in span.runs}
        allowed = look.asked(view, name).co_chu
        if len(here) != 1 or not allowed.allows(min(here)):
            return
        sizes.append(min(here))
        largest.append(allowed.maximum or allowed.default)
        smallest.append(allowed.minimum or allowed.default)
    if sizes[1] - sizes[0] not in {largest[1] - largest[0], smallest[1] - smallest[0]}:
        shown, large, small = (", ".join(map(so, row)) for row in (sizes, largest, smallest))
        message, hint = N_("Quốc hiệu, Tiêu ngữ có cỡ chữ {co}, không tăng giảm thống nhất."), N_("Dùng cỡ chữ {lon} hoặc {nho}.")
        yield this.at(look.spans(view, "tieu_ngu")[0], message, hint, co=shown, lon=large, nho=small)


@rule("ND14", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e", form=True)
def loi_van_thut_le(this: Rule, view: DocumentView) -> Faults:
    """Cả đoạn lời văn thụt vào so với lề trái hoặc lề phải.
    Căn cứ: nội dung văn bản được canh đều cả hai lề, chỉ chữ đầu dòng lùi vào.
    Sai: đoạn văn mà mọi dòng thụt vào 2 cm; đoạn văn không tới lề phải.
    Đúng: Indentation Left 0, Right 0; First line {thut_dau_dong[mac_dinh]} cm.
    Bỏ qua khi: danh sách đánh số hoặc gạch đầu dòng, lời trích (chương trình bỏ qua).
    """
    listed_pattern = re.compile(r"\s*(?:[-–—+•*“\"(]|\w{1,3}[.)/])")
    # What a dragged ruler does not do by chance, mm.
    dragged = 5.0
    numbered = {label.span.paragraph.index for label in outline.labels(view)}
    for span in layout.sentences(view):
        paragraph = span.paragraph
        listed = paragraph.number or listed_pattern.match(paragraph.text) or paragraph.index in numbered
        if listed or "\n" in paragraph.text.strip() or "\t" in paragraph.text.strip() or layout.rows(view, span) < 1.5:
            continue
        start = paragraph.left + paragraph.first_line  # another than is allowed is the fault of its own rule
        if paragraph.right > dragged:
            message, apart, mend = N_("Đoạn này cách lề phải {lui} cm; lời văn phải canh đều cả hai lề."), paragraph.right, {"right": 0.0}
        elif paragraph.left > dragged and any(abs(start - right) < 1 for right in _first_lines(view)):
            message, apart = N_("Các dòng của đoạn này cách lề trái {lui} cm; chỉ chữ đầu dòng lùi vào."), paragraph.left
            mend = {"left": 0.0, "first_line": start}
        else:
            continue
        hint = N_("Đặt con trỏ vào đoạn này, Paragraph > Indentation: Left 0, Right 0, First line {dung} cm.")
        usual = so(view.law.ranges["thut_dau_dong"].default)
        yield this.at(paragraph, message, hint, mend=Mend("paragraph", mend), lui=_figure(apart / 10), dung=usual)



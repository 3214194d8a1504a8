"""The divisions of the text: parts, chapters, Điều, roman sections, clauses, points; their numbers and titles."""

from __future__ import annotations

from notice_gen.check import look, outline
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import Span
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import la_ma


@rule("PC03", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.wide)
def phan_chuong_in_hoa(this: Rule, heading: outline.Heading) -> Faults:
    """Từ “Phần”, “Chương”, “Mục” viết in hoa.
    Căn cứ: từ “Phần”, “Chương”, “Mục” và số thứ tự được trình bày bằng chữ in thường. | Sai: CHƯƠNG I | Đúng: Chương I
    """
    word = heading.label.shown.split()[0]
    if word.isupper() and len(word) > 1:
        yield this.write(
            heading.label.place, N_("“{doan}” viết in hoa."), f"{word.capitalize()} {heading.label.shown.split()[-1]}",
            doan=heading.label.shown,
        )


@rule("PC04", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.wide)
def phan_chuong_khong_so_la_ma(this: Rule, heading: outline.Heading) -> Faults:
    """Số thứ tự của phần, chương không phải số La Mã; của mục, tiểu mục không phải số Ả Rập.
    Căn cứ: số thứ tự của phần, chương dùng chữ số La Mã; của mục, tiểu mục dùng chữ số Ả Rập. | Sai: Chương 1; Mục II
    Đúng: Chương I; Mục 2
    """
    label = heading.label
    roman = not label.shown.split()[-1].isdigit()
    if roman != (label.level in {"phần", "chương"}):
        right = str(label.value) if roman else la_ma(label.value)
        message = N_("Số thứ tự “{doan}” dùng sai loại chữ số.")
        yield this.write(label.place, message, f"{label.level.capitalize()} {right}", doan=label.shown)


@rule("PC05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def phan_chuong_khong_rieng_dong(this: Rule, label: outline.Label) -> Faults:
    """Tiêu đề viết cùng dòng với “Phần”, “Chương”, “Mục”.
    Căn cứ: từ “Chương” và số thứ tự trên một dòng riêng; tiêu đề được trình bày ngay dưới. | Sai: Chương I. QUY ĐỊNH CHUNG
    Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG
    """
    if label.level in outline.WIDE and label.typed and label.beside:
        yield this.at(label.place, N_("Tiêu đề viết cùng dòng với “{doan}”."), N_("Xuống dòng sau số thứ tự."), doan=label.shown)


@rule("PC06", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm d", each=outline.wide)
def phan_chuong_thieu_tieu_de(this: Rule, heading: outline.Heading) -> Faults:
    """Phần, chương, mục không có tiêu đề.
    Căn cứ: phần, chương, mục, tiểu mục, điều phải có tiêu đề. | Sai: dưới “Chương I” là ngay “Điều 1.”
    Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG
    """
    if heading.title is None:
        message = N_("“{doan}” không có tiêu đề.")
        yield this.at(heading.label.span, message, N_("Thêm tiêu đề ngay dưới, canh giữa, chữ in hoa, đậm."), doan=heading.label.shown)


@rule("PC11", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", form=True, each=outline.labels)
def dieu_thieu_dau_cham(this: Rule, label: outline.Label) -> Faults:
    """Sau số thứ tự của điều không có dấu chấm.
    Căn cứ: số thứ tự của điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.). | Sai: Điều 1: Phạm vi điều chỉnh
    Đúng: Điều 1. Phạm vi điều chỉnh
    """
    if label.level == "Điều" and label.mark != "." and label.typed:
        last = label.place.text[-1]
        yield this.write(
            Span(label.place.paragraph, label.place.end - 1, label.place.end), N_("Sau “{doan}” không có dấu chấm."),
            f"{label.shown.rstrip(':')}.", new="." if last == ":" else f"{last}.", doan=label.shown.rstrip(":"),
        )


@rule("PC12", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def dieu_in_hoa(this: Rule, label: outline.Label) -> Faults:
    """Từ “Điều” viết in hoa.
    Căn cứ: từ “Điều”, số thứ tự và tiêu đề của điều được trình bày bằng chữ in thường. | Sai: ĐIỀU 1. | Đúng: Điều 1.
    """
    if label.level == "Điều" and label.shown.startswith("ĐIỀU"):
        yield this.write(label.place, N_("“{doan}” viết in hoa."), label.shown.capitalize(), doan=label.shown)


@rule("PC16", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.titled)
def khoan_tieu_de_in_hoa(this: Rule, label: outline.Label) -> Faults:
    """Tiêu đề của khoản viết in hoa.
    Căn cứ: số thứ tự và tiêu đề của khoản bằng chữ in thường. | Sai: 1. KẾT QUẢ CHUNG | Đúng: 1. Kết quả chung
    """
    if look.capitals(label.span) and len(label.rest.split()) > 1:
        message = N_("Tiêu đề khoản “{doan}” viết in hoa.")
        yield this.at(label.span, message, N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."), doan=label.span.text.strip())


@rule("PC17", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=outline.labels)
def dieu_so_la_ma(this: Rule, label: outline.Label) -> Faults:
    """Số thứ tự của điều là số La Mã.
    Căn cứ: số thứ tự của điều dùng chữ số Ả Rập. | Sai: Điều I. Phạm vi điều chỉnh | Đúng: Điều 1. Phạm vi điều chỉnh
    Bỏ qua khi: điều của văn bản khác được trích lại.
    """
    if label.level == "Điều" and not any(map(str.isdigit, label.shown)):
        yield this.write(label.place, N_("“{doan}”: số thứ tự của điều là chữ số Ả Rập."), f"Điều {label.value}.", doan=label.shown)

"""The numbers of chapters, Điều, clauses and points: their order and marks."""

from __future__ import annotations

import re

from notice_gen.check import layout, outline, texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_


@rule("SX05", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def diem_khong_phai_chu_viet(this: Rule, view: DocumentView) -> Faults:
    """Điểm dùng chữ cái không có trong tiếng Việt.
    Căn cứ: thứ tự các điểm dùng các chữ cái tiếng Việt. | Sai: e) / f) / g) | Đúng: e) / g)
    """
    for paragraph in (span.paragraph for span in texts.prose(view)):
        match = re.match(r"\s*([fjwz])\)", paragraph.number or paragraph.text[:10])
        if match:
            message = N_("Điểm “{chu})” dùng chữ cái không có trong tiếng Việt.")
            yield this.at(paragraph, message, N_("Dùng a, b, c, d, đ, e, g, h, i, k, l, …"), chu=match[1])


@rule("SX06", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def khoan_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Sau số thứ tự của khoản không phải dấu chấm.
    Căn cứ: sau số thứ tự của khoản có dấu chấm (.). | Sai: 1) Nội dung; 1/ Nội dung; 1. / 2) / 3. | Đúng: 1. Nội dung
    Bỏ qua khi: danh sách trong một khoản đã có dấu chấm (chương trình bỏ qua).
    """
    clauses = [label for label in outline.labels(view) if label.level == "khoản"]
    dotted = any(label.mark == "." for label in clauses)
    for label in clauses:
        stray = label.span.paragraph.index in outline.strays(view)
        if label.mark != "." and label.typed and (stray or not (dotted and label.mark == ")")):
            end = Span(label.place.paragraph, label.place.end - 1, label.place.end)
            message = N_("Sau số thứ tự của khoản là “{dau}”: “{doan}”.")
            yield this.write(end, message, f"{label.value}.", new=".", dau=label.mark, doan=label.shown)


@rule("SX07", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def diem_sai_dau(this: Rule, view: DocumentView) -> Faults:
    """Sau chữ cái của điểm không phải dấu đóng ngoặc đơn.
    Căn cứ: thứ tự các điểm … sau có dấu đóng ngoặc đơn. | Sai: a. Nội dung; a/ Nội dung; a) / b. / c) | Đúng: a) Nội dung
    Bỏ qua khi: danh sách không phải điểm của khoản.
    """
    for before, label in outline.steps(view):
        if label.level != "điểm" or label.mark == ")" or not label.typed:
            continue
        stray = label.span.paragraph.index in outline.strays(view)
        second = before is not None and label.value == before.value + 1
        if stray or second:
            for one in (before, label) if before and second and before.value == 1 and before.mark != ")" else (label,):
                end = Span(one.place.paragraph, one.place.end - 1, one.place.end)
                message = N_("Sau chữ cái của điểm là “{dau}”: “{doan}”.")
                yield this.write(end, message, f"{one.shown[0]})", new=")", dau=one.mark, doan=one.shown)


@rule("SX08", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")
def danh_so_thap_phan(this: Rule, view: DocumentView) -> Faults:
    """Mục nhỏ đánh số nhiều cấp (1.1, 1.1.1).
    Căn cứ: nội dung bố cục theo phần, chương, mục, tiểu mục, điều, khoản, điểm: khoản số Ả Rập, điểm chữ cái.
    Sai: 1.1. Nội dung; 2.1.3. Nội dung | Đúng: 1. Nội dung / a) Nội dung
    Bỏ qua khi: đề án, báo cáo dài có quy định riêng về cách đánh số.
    """
    for span in texts.body(view):
        label = span.paragraph.number
        number = re.match(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s", f"{label} " if label else span.text[:20])
        words = span.text.strip() if label else span.text[number.end() if number else 0 :].strip()
        if number and words[:1].isupper():
            yield this.at(span, N_("Đánh số nhiều cấp: “{doan}”."), N_("Dưới khoản 1, 2, 3 dùng điểm a), b), c)."), doan=number[1])
            return


@rule("SX09", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ", each=layout.paragraphs)
def diem_in_hoa(this: Rule, span: Span) -> Faults:
    """Chữ cái của điểm viết in hoa.
    Căn cứ: thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn, bằng chữ in thường. | Sai: A) Nội dung
    Đúng: a) Nội dung | Bỏ qua khi: danh sách không phải điểm của khoản.
    """
    match = re.match(r"\s*([A-ZĐ])\)(?=\s)", span.text)
    if match:
        message = N_("Chữ cái của điểm viết in hoa: “{doan}”.")
        yield this.write(texts.piece(span, match, 1), message, f"{match[1].lower()})", doan=f"{match[1]})")

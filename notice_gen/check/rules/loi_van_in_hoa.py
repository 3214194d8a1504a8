"""Cả đoạn lời văn viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản được trình bày bằng chữ in thường.

Sai: YÊU CẦU CÁC XÃ, PHƯỜNG KHẨN TRƯƠNG TRIỂN KHAI THỰC HIỆN.

Đúng: Yêu cầu các xã, phường khẩn trương triển khai thực hiện.

Bỏ qua khi: tiêu đề phần, chương, mục (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import layout, look, outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("ND10", "loi_van_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    numbered = {label.span.paragraph.index for label in outline.labels(view) if label.level in (*outline.WIDE, "mục La Mã")}
    for span in layout.sentences(view):
        letters = sum(map(str.isalpha, span.text))
        heading = span.paragraph.index in numbered or span.paragraph.number or all(run.bold for run in span.runs)
        if letters > 30 and not heading and look.capitals(span):
            yield RULE.at(span, N_("Cả đoạn viết in hoa."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."))

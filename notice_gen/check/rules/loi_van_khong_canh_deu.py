"""Lời văn không canh đều cả hai lề.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản được canh đều cả hai lề.

Sai: lời văn canh trái, mép phải so le; lời văn canh giữa hoặc canh phải.

Đúng: lời văn canh đều (Ctrl+J).

Bỏ qua khi: đoạn chỉ có một dòng; tiêu đề, ghi chú in nghiêng đặt ở giữa (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import layout
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("ND05", "loi_van_khong_canh_deu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in layout.paragraphs(view):
        left = span.paragraph.align == "left" and layout.rows(view, span) > 1.1
        if left or layout.put_aside(view, span):
            yield RULE.at(span, N_("Đoạn này không canh đều cả hai lề."), N_("Đặt con trỏ vào đoạn này, bấm Ctrl+J."), mend=Mend("paragraph", {"align": "both"}))

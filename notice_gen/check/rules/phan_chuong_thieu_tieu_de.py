"""Phần, chương, mục không có tiêu đề.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm d: phần, chương, mục, tiểu mục, điều phải có tiêu đề.

Sai: dưới “Chương I” là ngay “Điều 1.”

Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC06", "phan_chuong_thieu_tieu_de", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        if heading.title is None:
            yield RULE.at(heading.label.span, N_("“{doan}” không có tiêu đề."), N_("Thêm tiêu đề ngay dưới, canh giữa, chữ in hoa, đậm."), doan=heading.label.shown)

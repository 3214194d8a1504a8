"""“Phần”, “Chương”, “Mục” và số thứ tự không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: từ “Phần”, “Chương”, “Mục”, “Tiểu mục” và số thứ tự trên một dòng riêng, canh giữa.

Sai: Chương I, canh trái.

Đúng: Chương I, canh giữa.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC01", "phan_chuong_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        yield from headings.not_centred(RULE, heading.label.span)

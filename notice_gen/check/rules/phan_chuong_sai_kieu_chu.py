"""“Phần”, “Chương”, “Mục” và số thứ tự không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm.

Sai: Chương I, chữ nghiêng.

Đúng: Chương I, chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC02", "phan_chuong_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        yield from headings.not_bold(RULE, heading.label.place)

"""Tiêu đề của phần, chương, mục không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: tiêu đề của phần, chương, mục ngay dưới, canh giữa.

Sai: QUY ĐỊNH CHUNG canh trái.

Đúng: QUY ĐỊNH CHUNG canh giữa.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC09", "tieu_de_phan_chuong_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        if heading.title:
            yield from headings.not_centred(RULE, heading.title)

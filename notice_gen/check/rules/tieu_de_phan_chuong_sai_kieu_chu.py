"""Tiêu đề của phần, chương, mục không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: tiêu đề của phần, chương, mục kiểu chữ đứng, đậm.

Sai: QUY ĐỊNH CHUNG không đậm.

Đúng: QUY ĐỊNH CHUNG chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC08", "tieu_de_phan_chuong_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        if heading.title:
            yield from headings.not_bold(RULE, heading.title)

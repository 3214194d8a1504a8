"""Tiêu đề của phần, chương, mục không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: tiêu đề của phần, chương, mục ngay dưới, canh giữa, bằng chữ in hoa.

Sai: Quy định chung

Đúng: QUY ĐỊNH CHUNG

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC07", "tieu_de_phan_chuong_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        if heading.title and not look.capitals(heading.title):
            yield RULE.at(heading.title, N_("Tiêu đề “{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=heading.title.text.strip(), dung=heading.title.text.strip().upper())

"""Tiêu đề của khoản viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: số thứ tự và tiêu đề của khoản bằng chữ in thường.

Sai: 1. KẾT QUẢ CHUNG

Đúng: 1. Kết quả chung

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC16", "khoan_tieu_de_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in headings.titled(view):
        if look.capitals(label.span) and len(label.rest.split()) > 1:
            yield RULE.at(label.span, N_("Tiêu đề khoản “{doan}” viết in hoa."), N_("Viết chữ thường, chỉ viết hoa chữ đầu và tên riêng."), doan=label.span.text.strip())

"""Thứ tự các điểm không theo bảng chữ cái tiếng Việt.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt.

Sai: c) / d) / e) (thiếu đ); a) / c)

Đúng: a) / b) / c) / d) / đ) / e) / g)

Bỏ qua khi: điểm trích từ văn bản khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SX04", "diem_sai_thu_tu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return outline.out_of_order(RULE, view, "điểm")

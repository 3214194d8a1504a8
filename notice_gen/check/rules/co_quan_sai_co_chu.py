"""Cỡ chữ tên cơ quan ban hành nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: cỡ chữ từ 12 đến 13.

Sai: tên cơ quan cỡ chữ 14.

Đúng: tên cơ quan cỡ chữ 12 hoặc 13.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ02", "co_quan_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "co_quan")

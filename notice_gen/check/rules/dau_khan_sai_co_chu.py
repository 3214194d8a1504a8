"""Cỡ chữ dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 2: cỡ chữ từ 13 đến 14.

Sai: KHẨN cỡ chữ 12.

Đúng: KHẨN cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("DK02", "dau_khan_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "do_khan", "pham_vi")

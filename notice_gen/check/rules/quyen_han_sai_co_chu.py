"""Cỡ chữ quyền hạn, chức vụ người ký nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: quyền hạn, chức vụ cỡ chữ từ 13 đến 14.

Sai: CHỦ TỊCH cỡ chữ 12.

Đúng: CHỦ TỊCH cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KY04", "quyen_han_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "quyen_han", "chuc_vu")

"""Cỡ chữ họ tên người ký nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: họ và tên người ký cỡ chữ từ 13 đến 14.

Sai: Nguyễn Văn A cỡ chữ 12.

Đúng: Nguyễn Văn A cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KY06", "ho_ten_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "ho_ten")

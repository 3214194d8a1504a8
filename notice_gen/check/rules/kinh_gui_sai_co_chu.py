"""Cỡ chữ phần “Kính gửi” nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Kính gửi” và tên nơi nhận cỡ chữ từ 13 đến 14.

Sai: “Kính gửi” cỡ chữ 12.

Đúng: “Kính gửi” cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KG03", "kinh_gui_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "kinh_gui")

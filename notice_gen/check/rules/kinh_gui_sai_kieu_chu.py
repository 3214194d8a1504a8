"""Phần “Kính gửi” in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Kính gửi” và tên nơi nhận kiểu chữ đứng (Mục V: đứng, không đậm).

Sai: **Kính gửi: Sở Nội vụ** in đậm.

Đúng: Kính gửi: Sở Nội vụ, chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KG04", "kinh_gui_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "kinh_gui")

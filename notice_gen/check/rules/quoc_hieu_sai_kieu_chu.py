"""Quốc hiệu không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm a: kiểu chữ đứng, đậm.

Sai: Quốc hiệu chữ thường (không đậm) hoặc nghiêng.

Đúng: Quốc hiệu chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("QH04", "quoc_hieu_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "quoc_hieu")

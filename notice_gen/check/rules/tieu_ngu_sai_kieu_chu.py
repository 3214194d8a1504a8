"""Tiêu ngữ không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: kiểu chữ đứng, đậm.

Sai: Tiêu ngữ in nghiêng.

Đúng: Tiêu ngữ chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TN04", "tieu_ngu_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "tieu_ngu")

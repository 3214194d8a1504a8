"""Cỡ chữ trích yếu nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu cỡ chữ từ 13 đến 14.

Sai: trích yếu cỡ chữ 12.

Đúng: trích yếu cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY02", "trich_yeu_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "trich_yeu")

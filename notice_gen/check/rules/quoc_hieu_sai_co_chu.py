"""Cỡ chữ của Quốc hiệu nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm a: cỡ chữ từ 12 đến 13.

Sai: Quốc hiệu cỡ chữ 14.

Đúng: Quốc hiệu cỡ chữ 12 hoặc 13.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("QH03", "quoc_hieu_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "quoc_hieu")

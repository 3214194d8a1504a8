"""Cỡ chữ của số, ký hiệu không phải 13.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: từ “Số” và ký hiệu cỡ chữ 13.

Sai: số, ký hiệu cỡ chữ 14.

Đúng: số, ký hiệu cỡ chữ 13.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SO13", "so_ky_hieu_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "so_ky_hieu")

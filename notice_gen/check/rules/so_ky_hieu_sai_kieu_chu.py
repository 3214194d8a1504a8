"""Số, ký hiệu in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: từ “Số” và ký hiệu kiểu chữ đứng.

Sai: Số: 15/TB-UBND in đậm.

Đúng: Số: 15/TB-UBND chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SO14", "so_ky_hieu_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "so_ky_hieu")

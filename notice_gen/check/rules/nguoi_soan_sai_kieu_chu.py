"""Ký hiệu người soạn thảo in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 3: ký hiệu người soạn thảo kiểu chữ đứng.

Sai: NVA.15 in nghiêng.

Đúng: NVA.15 chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SD02", "nguoi_soan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 3")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "ky_hieu_nguoi_soan")

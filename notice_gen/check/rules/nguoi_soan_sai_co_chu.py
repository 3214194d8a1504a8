"""Cỡ chữ ký hiệu người soạn thảo không phải 11.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 3: ký hiệu người soạn thảo, số lượng bản cỡ chữ 11.

Sai: NVA.15 cỡ chữ 8.

Đúng: NVA.15 cỡ chữ 11.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SD01", "nguoi_soan_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 3")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "ky_hieu_nguoi_soan")

"""Địa chỉ cơ quan in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 4: địa chỉ, thư điện tử, số điện thoại kiểu chữ đứng.

Sai: địa chỉ in nghiêng.

Đúng: địa chỉ chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SD04", "dia_chi_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 4")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "dia_chi")

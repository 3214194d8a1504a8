"""Cỡ chữ địa chỉ cơ quan nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 4: địa chỉ, thư điện tử, số điện thoại cỡ chữ từ 11 đến 12.

Sai: địa chỉ cỡ chữ 10.

Đúng: địa chỉ cỡ chữ 11 hoặc 12.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SD03", "dia_chi_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 4")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "dia_chi")

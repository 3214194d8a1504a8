"""Cỡ chữ tên loại nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại cỡ chữ từ 13 đến 14.

Sai: THÔNG BÁO cỡ chữ 16.

Đúng: THÔNG BÁO cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TL03", "ten_loai_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "ten_loai")

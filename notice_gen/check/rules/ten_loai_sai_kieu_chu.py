"""Tên loại không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại kiểu chữ đứng, đậm.

Sai: THÔNG BÁO không đậm.

Đúng: THÔNG BÁO chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TL04", "ten_loai_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "ten_loai")

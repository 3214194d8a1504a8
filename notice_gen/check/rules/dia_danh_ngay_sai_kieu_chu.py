"""Địa danh, ngày tháng không in nghiêng, hoặc in đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: kiểu chữ nghiêng.

Sai: địa danh, ngày tháng chữ đứng.

Đúng: địa danh, ngày tháng chữ nghiêng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("DN05", "dia_danh_ngay_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "dia_danh_ngay")

"""Cỡ chữ của địa danh, ngày tháng nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: cỡ chữ từ 13 đến 14.

Sai: địa danh, ngày tháng cỡ chữ 12.

Đúng: địa danh, ngày tháng cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("DN04", "dia_danh_ngay_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "dia_danh_ngay")

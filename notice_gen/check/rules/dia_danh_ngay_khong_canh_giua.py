"""Địa danh, ngày tháng không canh giữa dưới Tiêu ngữ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: được đặt dưới, canh giữa so với Quốc hiệu và Tiêu ngữ.

Sai: địa danh, ngày tháng canh phải trong ô.

Đúng: địa danh, ngày tháng canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("DN06", "dia_danh_ngay_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "dia_danh_ngay")

"""Dòng ngày tháng không có địa danh.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm a: địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở.

Sai: Ngày 05 tháng 3 năm 2026

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN08", "thieu_dia_danh", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and not line.place and "…" not in line.span.text[:6]:
        yield RULE.at(line.span, N_("Trước ngày tháng không có địa danh: “{doan}”."), N_("Viết tên đơn vị hành chính, dấu phẩy, rồi “ngày … tháng … năm …”."), doan=line.span.text)

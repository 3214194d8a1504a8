"""Ngày ban hành không có trong lịch.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm b: thời gian ban hành là ngày, tháng, năm văn bản được ban hành.

Sai: ngày 31 tháng 6 năm 2026

Đúng: ngày 30 tháng 6 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN11", "ngay_ban_hanh_khong_co_that", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and line.whole and line.date is None:
        yield RULE.at(line.span, N_("Không có ngày {ngay}/{thang}/{nam}."), N_("Xem lại ngày, tháng, năm ban hành."), ngay=line.day, thang=line.month, nam=line.year)

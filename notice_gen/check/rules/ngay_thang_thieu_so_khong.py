"""Ngày nhỏ hơn 10 hoặc tháng 1, tháng 2 thiếu số 0 phía trước.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm b: số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.

Sai: ngày 5 tháng 2 năm 2026

Đúng: ngày 05 tháng 02 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN02", "ngay_thang_thieu_so_khong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and (re.fullmatch(r"[1-9]", line.day) or line.month in {"1", "2"}):
        right = [line.day.zfill(2) if line.day else "…", line.month.zfill(2) if line.month in {"1", "2"} else line.month or "…"]
        yield RULE.at(line.span, N_("Ngày, tháng trong “{doan}” thiếu số 0 phía trước."), N_("Viết: {dung}"), doan=line.span.text, dung=f"ngày {right[0]} tháng {right[1]}")

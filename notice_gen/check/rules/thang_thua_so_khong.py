"""Tháng 3 đến tháng 9 ghi thêm số 0.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm b: chỉ ngày nhỏ hơn 10 và tháng 1, 2 mới ghi thêm số 0.

Sai: ngày 05 tháng 03 năm 2026

Đúng: ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN03", "thang_thua_so_khong", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and re.fullmatch(r"0[3-9]", line.month):
        yield RULE.at(line.span, N_("Tháng “{thang}” thừa số 0: chỉ tháng 1, 2 mới thêm."), N_("Viết: {dung}"), thang=line.month, dung=f"tháng {line.month[1]}")

"""Số văn bản nhỏ hơn 10 không có số 0 phía trước.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.

Sai: Số: 5/TB-UBND

Đúng: Số: 05/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO02", "so_thieu_so_khong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number and re.fullmatch(r"[1-9]", number.so.text):
        yield RULE.at(number.so, N_("Số văn bản “{so}” nhỏ hơn 10, thiếu số 0 phía trước."), N_("Viết: {dung}"), so=number.so.text, dung=f"0{number.so.text}")

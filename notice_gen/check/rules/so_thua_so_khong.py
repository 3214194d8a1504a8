"""Số văn bản thừa số 0 phía trước.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: chỉ những số nhỏ hơn 10 mới ghi thêm số 0, và chỉ thêm một số.

Sai: Số: 005/TB-UBND; Số: 0125/TB-UBND

Đúng: Số: 05/TB-UBND; Số: 125/TB-UBND

Bỏ qua khi: cơ quan cấp số theo mã riêng đã có quy định.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO03", "so_thua_so_khong", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number and re.fullmatch(r"00+\d+|0\d\d+", number.so.text):
        right = f"{int(number.so.text):02}"
        yield RULE.at(number.so, N_("Số văn bản “{so}” thừa số 0 phía trước."), N_("Viết: {dung}"), so=number.so.text, dung=right)

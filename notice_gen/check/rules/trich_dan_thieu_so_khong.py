"""Số dưới 10 của văn bản được viện dẫn thiếu số 0 phía trước.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.

Sai: Kế hoạch số 5/KH-UBND

Đúng: Kế hoạch số 05/KH-UBND

Bỏ qua khi: văn bản được viện dẫn đã mang số như vậy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD11", "trich_dan_thieu_so_khong", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        if re.search(r"(?<!\d)[1-9][/-]", one.number.text):
            right = re.sub(r"(?<!\d)(?=[1-9][/-])", "0", one.number.text, count=1)
            yield RULE.at(one.number, N_("“{doan}”: số dưới 10 phải thêm số 0 ở trước."), N_("Viết: {dung}"), doan=one.number.text, dung=right)

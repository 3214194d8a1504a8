"""Ngày viết gọn bằng nhiều kiểu dấu trong cùng một văn bản.

Căn cứ: Thông lệ ghi ngày tháng: một văn bản viết ngày gọn theo một kiểu.

Sai: 12/6/2026 ở đoạn đầu, 15-6-2026 ở đoạn sau.

Đúng: 12/6/2026, 15/6/2026

Bỏ qua khi: ngày được chép nguyên văn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG07", "ngay_hai_kieu_dau", Level.GOI_Y, "Thông lệ ghi ngày tháng")

_SHORT = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/]|[.-]\d)")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = [(span, one) for span in texts.legible(view) for one in _SHORT.finditer(span.text)]
    usual = Counter(one[1] for _, one in found).most_common(1)
    for span, one in found:
        if one[1] != usual[0][0]:
            right = one[0].replace(one[1], usual[0][0])
            yield RULE.at(texts.piece(span, one), N_("Ngày “{doan}” viết khác kiểu với những chỗ còn lại."), N_("Viết: {dung}"), doan=one[0], dung=right)

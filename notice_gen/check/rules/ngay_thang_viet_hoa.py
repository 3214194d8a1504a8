"""Từ “ngày”, “tháng”, “năm” trên dòng địa danh viết hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: địa danh và thời gian ban hành bằng chữ in thường, chỉ các chữ cái đầu của địa danh viết hoa.

Sai: Bình Điền, Ngày 05 Tháng 3 Năm 2026

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN15", "ngay_thang_viet_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    typed = texts.nfc(line.span.text) if line else ""
    dated = typed[typed.lower().rfind("ngày") :]  # a place may be called Năm Căn
    found = re.search(r"(?<!\w)(?:N(?i:gày)|T(?i:háng)|N(?i:ăm))\b", dated) if line and line.place else None
    if line and found:
        yield RULE.at(line.span, N_("“{doan}” viết hoa trên dòng ngày tháng."), N_("Viết: ngày … tháng … năm …"), doan=found[0])

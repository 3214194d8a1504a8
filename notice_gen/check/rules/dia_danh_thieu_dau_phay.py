"""Sau địa danh không có dấu phẩy.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm c: sau địa danh có dấu phẩy (,).

Sai: Bình Điền ngày 05 tháng 3 năm 2026

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN09", "dia_danh_thieu_dau_phay", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    found = re.search(r"(?:\s*[;:.]\s*|\s+)(?=[Nn]g[aà])", line.span.text) if line and line.place and not line.comma else None
    if line and found:
        mend = Mend("text", {"new": ", "})
        yield RULE.at(texts.piece(line.span, found), N_("Sau địa danh thiếu dấu phẩy: “{doan}”."), N_("Viết: {dung}"), mend=mend, doan=line.span.text, dung=f"{line.place.rstrip(' ;:.')}, ngày …")

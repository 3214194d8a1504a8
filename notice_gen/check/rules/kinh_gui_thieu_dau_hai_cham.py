"""Sau từ “Kính gửi” không có dấu hai chấm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: sau từ “Kính gửi” có dấu hai chấm (:).

Sai: Kính gửi Sở Nội vụ; Kính gửi - Sở Nội vụ

Đúng: Kính gửi: Sở Nội vụ

Bỏ qua khi: công điện (mẫu 1.6: “… điện:”) (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("KG05", "kinh_gui_thieu_dau_hai_cham", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    if view.loai == "CĐ":
        return
    line, _ = lists.kinh_gui(view)
    found = re.match(r"\S+\s+\S+", line.text) if line else None
    if line and found and ":" not in line.text[: found.end() + 3]:
        end = Span(line.paragraph, line.start + found.end() - 1, line.start + found.end())
        mend = Mend("text", {"new": f"{end.text}:"})
        yield RULE.at(end, N_("Sau từ “Kính gửi” thiếu dấu hai chấm."), N_("Viết: Kính gửi: …"), mend=mend)

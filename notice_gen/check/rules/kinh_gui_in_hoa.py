"""Từ “Kính gửi” viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Kính gửi” được trình bày bằng chữ in thường.

Sai: KÍNH GỬI: Sở Nội vụ

Đúng: Kính gửi: Sở Nội vụ

Bỏ qua khi: công điện (mẫu 1.6) (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import lists, look, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG10", "kinh_gui_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    line, _ = lists.kinh_gui(view)
    found = re.match(r"\S+\s+[^\s:]+", line.text) if line and view.loai != "CĐ" else None
    if line and found and look.capitals(texts.piece(line, found)):
        yield RULE.at(texts.piece(line, found), N_("Từ “{doan}” viết in hoa."), N_("Viết: {dung}"), doan=found[0], dung="Kính gửi:")

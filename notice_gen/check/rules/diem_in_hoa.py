"""Chữ cái của điểm viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt, sau có dấu đóng ngoặc đơn, bằng chữ in thường.

Sai: A) Nội dung

Đúng: a) Nội dung

Bỏ qua khi: danh sách không phải điểm của khoản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import layout, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SX09", "diem_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in layout.paragraphs(view):
        found = re.match(r"\s*([A-ZĐ])\)(?=\s)", span.text)
        if found:
            yield RULE.at(texts.piece(span, found, 1), N_("Chữ cái của điểm viết in hoa: “{doan}”."), N_("Viết: {dung}"), doan=f"{found[1]})", dung=f"{found[1].lower()})")

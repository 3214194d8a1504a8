"""Tên ngày trong tuần mà viết thường.

Căn cứ: Phụ lục II, Mục V, khoản 8, điểm c: viết hoa chữ cái đầu của âm tiết chỉ ngày, ví dụ thứ Hai, thứ Tư.

Sai: thứ hai, ngày 24/8/2026

Đúng: thứ Hai, ngày 24/8/2026

Bỏ qua khi: “thứ hai” là số thứ tự.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH13", "thu_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 8, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    day = r"hai|ba|tư|năm|sáu|bảy"
    pattern = rf"\b[Tt]hứ (?P<a>{day})(?=,? (?:ngày \d|\(?\d{{1,2}}/\d))|(?:sáng|chiều|tối|trưa) thứ (?P<b>{day})\b"
    for span in texts.legible(view):
        for found in re.finditer(pattern, span.text):
            name = "a" if found["a"] else "b"
            message = N_("Ngày trong tuần “thứ {doan}” phải viết hoa.")
            yield RULE.at(texts.piece(span, found, name), message, N_("Viết: thứ {dung}"), doan=found[name], dung=found[name].capitalize())

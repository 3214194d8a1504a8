"""Danh từ Nhà nước viết thường, hoặc viết hoa cả hai chữ.

Căn cứ: Phụ lục II, Mục V, khoản 1: danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước.

Sai: chính sách của Đảng và nhà nước; quản lý của Nhà Nước

Đúng: chính sách của Đảng và Nhà nước

Bỏ qua khi: từ đó là tính từ, ví dụ quản lý nhà nước, cơ quan nhà nước.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH09", "nha_nuoc_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 1")


def faults(view: DocumentView) -> Iterator[Fault]:
    noun = r"(?:(?:Đảng(?: và|,)?|pháp luật(?: của)?|do|của|được) (?P<a>nhà nước)|(?P<b>nhà nước)(?= và (?:nhân dân|Nhân dân)))\b(?! pháp quyền| phong kiến| tư sản| cấp| khác)"
    for span in texts.legible(view):
        for found in re.finditer(noun, span.text):
            at = texts.piece(span, found, "a" if found["a"] else "b")
            yield RULE.at(at, N_("Danh từ “nhà nước” viết thường ở “{doan}”."), N_("Viết: Nhà nước"), doan=texts.around(span, found))
        # In a name of the list the whole name is told.
        for found in re.finditer(r"(?<!Kho bạc )\bNhà Nước\b(?! Việt Nam)", span.text):
            yield RULE.at(texts.piece(span, found), N_("“{doan}” viết hoa chưa đúng."), N_("Viết: Nhà nước"), doan=found[0])

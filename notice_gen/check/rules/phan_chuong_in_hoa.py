"""Từ “Phần”, “Chương”, “Mục” viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: từ “Phần”, “Chương”, “Mục” và số thứ tự được trình bày bằng chữ in thường.

Sai: CHƯƠNG I

Đúng: Chương I

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC03", "phan_chuong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        word = heading.label.shown.split()[0]
        if word.isupper() and len(word) > 1:
            yield RULE.at(heading.label.place, N_("“{doan}” viết in hoa."), N_("Viết: {dung}"), doan=heading.label.shown, dung=f"{word.capitalize()} {heading.label.shown.split()[-1]}")

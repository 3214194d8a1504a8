"""Từ “Điều” viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: từ “Điều”, số thứ tự và tiêu đề của điều được trình bày bằng chữ in thường.

Sai: ĐIỀU 1.

Đúng: Điều 1.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC12", "dieu_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in outline.labels(view):
        if label.level == "Điều" and label.shown.startswith("ĐIỀU"):
            yield RULE.at(label.place, N_("“{doan}” viết in hoa."), N_("Viết: {dung}"), doan=label.shown, dung=label.shown.capitalize())

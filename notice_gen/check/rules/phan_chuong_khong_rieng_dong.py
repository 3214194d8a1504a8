"""Tiêu đề viết cùng dòng với “Phần”, “Chương”, “Mục”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: từ “Chương” và số thứ tự trên một dòng riêng; tiêu đề được trình bày ngay dưới.

Sai: Chương I. QUY ĐỊNH CHUNG

Đúng: Chương I (xuống dòng) QUY ĐỊNH CHUNG

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC05", "phan_chuong_khong_rieng_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in outline.labels(view):
        if label.level in outline.WIDE and label.typed and label.beside:
            yield RULE.at(label.place, N_("Tiêu đề viết cùng dòng với “{doan}”."), N_("Xuống dòng sau số thứ tự."), doan=label.shown)

"""Số thứ tự của phần, chương không phải số La Mã; của mục, tiểu mục không phải số Ả Rập.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: số thứ tự của phần, chương dùng chữ số La Mã; của mục, tiểu mục dùng chữ số Ả Rập.

Sai: Chương 1; Mục II

Đúng: Chương I; Mục 2

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import la_ma

RULE = Rule("PC04", "phan_chuong_khong_so_la_ma", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for heading in headings.wide(view):
        label = heading.label
        roman = not label.shown.split()[-1].isdigit()
        if roman != (label.level in {"phần", "chương"}):
            right = str(label.value) if roman else la_ma(label.value)
            yield RULE.at(label.place, N_("Số thứ tự “{doan}” dùng sai loại chữ số."), N_("Viết: {dung}"), doan=label.shown, dung=f"{label.level.capitalize()} {right}")

"""Từ “Phụ lục” viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: từ “Phụ lục” và số thứ tự của phụ lục bằng chữ in thường.

Sai: PHỤ LỤC I

Đúng: Phụ lục I

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL03", "phu_luc_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.ten and look.capitals(annex.ten):
            number = attached.number(annex)
            yield RULE.at(annex.ten, N_("“{doan}” viết in hoa."), N_("Viết: {dung}"), doan=annex.ten.text.strip(), dung=f"Phụ lục {number}".strip())

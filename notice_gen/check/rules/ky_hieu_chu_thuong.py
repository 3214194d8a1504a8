"""Ký hiệu văn bản viết chữ thường.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: ký hiệu của văn bản được trình bày bằng chữ in hoa (riêng TTr, CTr, QyĐ, TrS theo Phụ lục III).

Sai: Số: 15/tb-ubnd; Số: 15/TB-Ubnd

Đúng: Số: 15/TB-UBND

Bỏ qua khi: chữ viết tắt do người đứng đầu quy định có một chữ thường, ví dụ “GDTrH” (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO12", "ky_hieu_chu_thuong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if not number:
        return
    for group in number.groups:
        small = sum(sign.islower() for sign in group)
        if group not in view.law.loai and small * 2 > len(group):
            yield RULE.at(number.ky_hieu, N_("Ký hiệu viết chữ thường: “{doan}”."), N_("Viết: {dung}"), doan=group, dung=group.upper())
            return

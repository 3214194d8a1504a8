"""Văn bản có nhiều phụ lục mà phụ lục không đánh số.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm a: từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã.

Sai: Phụ lục / Phụ lục

Đúng: Phụ lục I / Phụ lục II

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL05", "phu_luc_khong_danh_so", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = attached.annexes(view)
    for annex in found if len(found) > 1 else ():
        if annex.ten and not attached.number(annex):
            yield RULE.at(annex.ten, N_("Văn bản có {so} phụ lục, phụ lục này không có số thứ tự."), N_("Đánh số: Phụ lục I, Phụ lục II, …"), so=len(found))

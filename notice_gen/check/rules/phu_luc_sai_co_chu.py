"""Cỡ chữ của từ “Phụ lục” và số thứ tự không phải 14.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: từ “Phụ lục” và số thứ tự cỡ chữ 14.

Sai: “Phụ lục I” cỡ chữ 13.

Đúng: “Phụ lục I” cỡ chữ 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL01", "phu_luc_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.ten:
            yield from look.size_of(RULE, annex.ten, look.asked(view, "phu_luc"))

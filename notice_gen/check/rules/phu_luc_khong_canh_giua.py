"""Từ “Phụ lục” và số thứ tự không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: từ “Phụ lục” và số thứ tự thành một dòng riêng, canh giữa.

Sai: “Phụ lục I” canh trái.

Đúng: “Phụ lục I” canh giữa.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL04", "phu_luc_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.ten:
            yield from headings.not_centred(RULE, annex.ten)

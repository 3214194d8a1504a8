"""Từ “Phụ lục” và số thứ tự không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: từ “Phụ lục” và số thứ tự kiểu chữ đứng, đậm.

Sai: “Phụ lục I” không đậm.

Đúng: “Phụ lục I” chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL02", "phu_luc_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.ten:
            yield from look.style_of(RULE, annex.ten, look.asked(view, "phu_luc"))

"""Cỡ chữ dòng chỉ dẫn “Kèm theo” nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo cỡ chữ từ 13 đến 14.

Sai: “(Kèm theo …)” cỡ chữ 12.

Đúng: “(Kèm theo …)” cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL13", "kem_theo_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in view.annexes:
        if annex.kem_theo:
            yield from look.size_of(RULE, annex.kem_theo, look.asked(view, "kem_theo"))

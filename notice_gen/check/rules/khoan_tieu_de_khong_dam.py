"""Số thứ tự và tiêu đề của khoản không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: nếu khoản có tiêu đề, số thứ tự và tiêu đề trên một dòng riêng, kiểu chữ đứng, đậm.

Sai: 1. Kết quả chung (dòng riêng, không đậm).

Đúng: **1. Kết quả chung** chữ đứng, đậm.

Bỏ qua khi: khoản là một câu, không có tiêu đề (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC15", "khoan_tieu_de_khong_dam", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in headings.titled(view):
        yield from headings.not_bold(RULE, label.span)

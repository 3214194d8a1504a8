"""“Điều”, số thứ tự và tiêu đề của điều không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: từ “Điều”, số thứ tự và tiêu đề của điều kiểu chữ đứng, đậm.

Sai: Điều 1. chữ thường; *Điều 1.* chữ nghiêng.

Đúng: **Điều 1.** chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings, outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PC10", "dieu_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in outline.labels(view):
        if label.level == "Điều" and label.typed:
            yield from headings.not_bold(RULE, label.place)

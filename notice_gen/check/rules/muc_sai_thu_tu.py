"""Số thứ tự của phần, chương, mục không liên tục hoặc trùng nhau.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: phần, chương, mục, tiểu mục có số thứ tự.

Sai: I. / III.; Chương II / Chương II

Đúng: I. / II. / III.

Bỏ qua khi: phần trích nguyên văn từ văn bản khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SX01", "muc_sai_thu_tu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return outline.out_of_order(RULE, view, *outline.WIDE, "mục La Mã")

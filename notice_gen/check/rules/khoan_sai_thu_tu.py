"""Số thứ tự của khoản không liên tục hoặc trùng nhau.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: số thứ tự các khoản trong mỗi mục dùng chữ số Ả Rập.

Sai: 1. / 3.; 2. / 2.

Đúng: 1. / 2. / 3.

Bỏ qua khi: khoản trích từ văn bản khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SX03", "khoan_sai_thu_tu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return outline.out_of_order(RULE, view, "khoản")

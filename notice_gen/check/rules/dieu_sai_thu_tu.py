"""Số thứ tự của điều không liên tục hoặc trùng nhau.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: điều có số thứ tự bằng chữ số Ả Rập.

Sai: Điều 1 / Điều 3; Điều 2 / Điều 2

Đúng: Điều 1 / Điều 2 / Điều 3

Bỏ qua khi: điều được sửa đổi, bổ sung, trích từ văn bản khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("SX02", "dieu_sai_thu_tu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return outline.out_of_order(RULE, view, "Điều")

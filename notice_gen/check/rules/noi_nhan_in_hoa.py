"""Từ “Nơi nhận” viết in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” bằng chữ in thường.

Sai: NƠI NHẬN:

Đúng: Nơi nhận:

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN19", "noi_nhan_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    words, _ = lists.noi_nhan(view)
    if words and look.capitals(words):
        yield RULE.at(words, N_("Từ “{doan}” viết in hoa."), N_("Viết: {dung}"), doan=words.text, dung="Nơi nhận:")

"""Cỡ chữ của từ “Nơi nhận” không phải 12.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” cỡ chữ 12.

Sai: “Nơi nhận:” cỡ chữ 14.

Đúng: “Nơi nhận:” cỡ chữ 12.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("NN02", "noi_nhan_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    words, _ = lists.noi_nhan(view)
    if words:
        yield from look.size_of(RULE, words, look.asked(view, "noi_nhan"))

"""Cỡ chữ các dòng nơi nhận không phải 11.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: phần liệt kê nơi nhận cỡ chữ 11.

Sai: “- Các xã, phường;” cỡ chữ 12.

Đúng: “- Các xã, phường;” cỡ chữ 11.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("NN04", "muc_noi_nhan_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view):
        for span in entry.lines:
            yield from look.size_of(RULE, span, look.asked(view, "noi_nhan_muc"))

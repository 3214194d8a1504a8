"""Các dòng nơi nhận in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: phần liệt kê nơi nhận kiểu chữ đứng.

Sai: “- Các xã, phường;” in nghiêng.

Đúng: “- Các xã, phường;” chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("NN05", "muc_noi_nhan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view):
        for span in entry.lines:
            yield from look.style_of(RULE, span, look.asked(view, "noi_nhan_muc"))

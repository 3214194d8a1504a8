"""Từ “Nơi nhận” không phải chữ nghiêng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” kiểu chữ nghiêng, đậm.

Sai: “Nơi nhận:” chữ đứng.

Đúng: “Nơi nhận:” chữ nghiêng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("NN03", "noi_nhan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    words, _ = lists.noi_nhan(view)
    if words:
        yield from look.style_of(RULE, words, look.asked(view, "noi_nhan"))

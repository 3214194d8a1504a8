"""Cỡ chữ lời văn nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản cỡ chữ từ 13 đến 14.

Sai: lời văn cỡ chữ 12.

Đúng: lời văn cỡ chữ 13 hoặc 14.

Bỏ qua khi: tên bảng, ghi chú của bảng (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import layout, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("ND03", "loi_van_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in layout.paragraphs(view):
        yield from look.size_of(RULE, span, look.asked(view, "noi_dung"))

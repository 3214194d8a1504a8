"""Cỡ chữ, kiểu chữ của số trang không đúng.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng.

Sai: số trang cỡ chữ 11; số trang in nghiêng.

Đúng: số trang cỡ chữ 13 hoặc 14, đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look, page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Span

RULE = Rule("TR06", "so_trang_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    part = view.law.thanh_phan["so_trang"]
    for _, paragraph in page.each_number(view):
        span = Span(paragraph, 0, len(paragraph.text))
        found = list(look.size_of(RULE, span, part)) or list(look.style_of(RULE, span, part))
        yield from found[:1]

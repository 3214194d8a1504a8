"""Họ tên người ký viết in hoa tất cả.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: họ và tên người ký bằng chữ in thường.

Sai: NGUYỄN VĂN A

Đúng: Nguyễn Văn A

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY08", "ho_ten_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "ho_ten"):
        if look.capitals(span) and len(span.text.split()) > 1 and any(map(str.isalpha, span.text)):
            yield RULE.at(span, N_("Họ tên người ký viết in hoa: “{doan}”."), N_("Viết: {dung}"), doan=span.text, dung=span.text.title())

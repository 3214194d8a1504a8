"""Quyền hạn, chức vụ người ký không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: quyền hạn, chức vụ của người ký được trình bày bằng chữ in hoa.

Sai: TM. Ủy ban nhân dân / Chủ tịch

Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY03", "quyen_han_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "quyen_han", "chuc_vu"):
        if not look.capitals(span):
            yield RULE.at(span, N_("“{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=span.text, dung=span.text.upper())

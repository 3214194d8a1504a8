"""Tên loại văn bản không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại văn bản được trình bày bằng chữ in hoa.

Sai: Thông báo

Đúng: THÔNG BÁO

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TL02", "ten_loai_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "ten_loai"):
        if not look.capitals(span):
            yield RULE.at(span, N_("Tên loại “{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=span.text, dung=span.text.upper())

"""Mục nhỏ đánh số nhiều cấp (1.1, 1.1.1).

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: nội dung bố cục theo phần, chương, mục, tiểu mục, điều, khoản, điểm: khoản số Ả Rập, điểm chữ cái.

Sai: 1.1. Nội dung; 2.1.3. Nội dung

Đúng: 1. Nội dung / a) Nội dung

Bỏ qua khi: đề án, báo cáo dài có quy định riêng về cách đánh số.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SX08", "danh_so_thap_phan", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.body(view):
        label = span.paragraph.number
        number = re.match(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s", f"{label} " if label else span.text[:20])
        words = span.text.strip() if label else span.text[number.end() if number else 0 :].strip()
        if number and words[:1].isupper():
            yield RULE.at(span, N_("Đánh số nhiều cấp: “{doan}”."), N_("Dưới khoản 1, 2, 3 dùng điểm a), b), c)."), doan=number[1])
            return

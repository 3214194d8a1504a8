"""Dấu chấm trước phần thập phân.

Căn cứ: Luật Kế toán, Điều 11, khoản 2: sau chữ số hàng nghìn, hàng triệu, hàng tỷ đặt dấu chấm; sau chữ số hàng đơn vị đặt dấu phẩy.

Sai: 98.7%; 1.5 tỷ đồng

Đúng: 98,7%; 1,5 tỷ đồng

Bỏ qua khi: con số là số mục, ví dụ mục 2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SL05", "dau_cham_thap_phan", Level.THONG_LE, "Luật Kế toán, Điều 11, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?<![\d.,/])\d{1,4}\.\d{1,2}(?= ?%| (?:ha|km|m2|m²|tỷ|triệu|tấn|kg)\b)"
    for span in texts.legible(view):
        for found in re.finditer(pattern, span.text):
            yield RULE.at(texts.piece(span, found), N_("“{doan}”: trước phần thập phân là dấu phẩy."), N_("Viết: {dung}"), doan=found[0], dung=found[0].replace(".", ","))

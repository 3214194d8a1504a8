"""Viện dẫn văn bản mà thiếu chữ “số” trước con số.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: ghi tên loại, số, ký hiệu của văn bản.

Sai: Nghị định 30/2020/NĐ-CP

Đúng: Nghị định số 30/2020/NĐ-CP

Bỏ qua khi: viết gọn trong bảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD10", "trich_dan_thieu_chu_so", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.citations(view):
        if not re.search(r"\bsố\b", one.number.text):
            right = re.sub(r" (?=\d)", " số ", one.number.text, count=1)
            yield RULE.at(one.number, N_("“{doan}” thiếu chữ “số”."), N_("Viết: {dung}"), doan=one.number.text, dung=right)

"""Chữ viết tắt được quy ước mà không dùng đến.

Căn cứ: Thông lệ viết tắt trong văn bản: chỉ quy ước chữ viết tắt sẽ dùng lại.

Sai: cải cách hành chính (sau đây viết tắt là CCHC), rồi không có chữ CCHC nào nữa.

Đúng: cải cách hành chính

Bỏ qua khi: chữ viết tắt được dùng trong văn bản kèm theo.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notice_gen.check import abbreviations, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VT02", "viet_tat_khong_dung", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    said = [(span, found) for span in texts.prose(view) for found in abbreviations.SHORT_FOR.finditer(span.text)]
    counted = Counter(re.findall(r"[^\W\d_]+", "\n".join(span.text for span in texts.words(view)))) if said else Counter()
    for span, found in said:
        if counted[found["chu"]] == 1:
            message = N_("Chữ viết tắt “{doan}” được quy ước mà không dùng lần nào.")
            yield RULE.at(texts.piece(span, found, "chu"), message, N_("Bỏ lời quy ước viết tắt này."), doan=found["chu"])

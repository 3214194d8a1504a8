"""Viện dẫn khoản, điểm giữa câu mà viết hoa.

Căn cứ: Phụ lục II, Mục V, khoản 7: chỉ viết hoa phần, chương, mục, tiểu mục, điều; khoản và điểm viết thường.

Sai: theo Điểm a Khoản 2 Điều 5

Đúng: theo điểm a khoản 2 Điều 5

Bỏ qua khi: chữ đứng đầu câu.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH07", "khoan_diem_viet_hoa", Level.LUAT, "Phụ lục II, Mục V, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?<=[a-z\d,;(])[ \u00a0](?P<chu>Khoản(?= \d)|Điểm(?= [a-zđ]\b))"
    for span in texts.legible(view):
        for found in texts.vietnamese(pattern).finditer(span.text):
            message = N_("Giữa câu, “{doan}” không viết hoa.")
            yield RULE.at(texts.piece(span, found, "chu"), message, N_("Viết: {dung}"), doan=found["chu"], dung=found["chu"].lower())

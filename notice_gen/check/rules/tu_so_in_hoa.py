"""Từ “Số” viết in hoa, viết thường cả chữ đầu hoặc sai dấu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: từ “Số” được trình bày bằng chữ in thường; mẫu ở Mục V: “Số: 15/QĐ-BNV”.

Sai: SỐ: 15/TB-UBND; số: 15/TB-UBND; Sô: 15/TB-UBND

Đúng: Số: 15/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.chu_cai import bo_dau

RULE = Rule("SO16", "tu_so_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    shown = unicodedata.normalize("NFC", number.word) if number else ""
    # A paper typed without marks is another rule's.
    if number and bo_dau(shown).upper() == "SO" and shown != "Số" and bo_dau(shown) != shown:
        yield RULE.at(Span(number.span.paragraph, number.span.start, number.span.start + len(number.word)), N_("Từ “{doan}” viết chưa đúng."), N_("Viết: {dung}"), doan=shown, dung="Số")

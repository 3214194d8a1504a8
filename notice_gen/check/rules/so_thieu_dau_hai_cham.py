"""Sau từ “Số” không có dấu hai chấm, hoặc dấu hai chấm đứng cách chữ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: sau từ “Số” có dấu hai chấm (:).

Sai: Số 15/TB-UBND; Số : 15/TB-UBND

Đúng: Số: 15/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("SO04", "so_thieu_dau_hai_cham", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number and ":" not in number.mark:
        start = number.span.start + len(number.word)
        gap = Span(number.span.paragraph, start - 1, start)
        mend = Mend("text", {"new": f"{gap.text}:"})
        yield RULE.at(gap, N_("Sau từ “Số” thiếu dấu hai chấm."), N_("Viết: {dung}"), mend=mend, dung="Số: …")
    elif number and number.mark[:1].isspace():
        start = number.span.start + len(number.word)
        gap = Span(number.span.paragraph, start, start + number.mark.index(":") + 1)
        yield RULE.at(gap, N_("Dấu hai chấm viết liền sau từ “Số”."), N_("Viết: {dung}"), mend=Mend("text", {"new": ":"}), dung="Số: …")

"""Sau từ “Nơi nhận” không có dấu hai chấm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” sau có dấu hai chấm (:).

Sai: Nơi nhận

Đúng: Nơi nhận:

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("NN06", "noi_nhan_thieu_dau_hai_cham", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    words, _ = lists.noi_nhan(view)
    if words and not words.text.endswith(":"):
        end = Span(words.paragraph, words.end - 1, words.end)
        yield RULE.at(end, N_("Sau từ “Nơi nhận” thiếu dấu hai chấm."), N_("Viết: {dung}"), mend=Mend("text", {"new": f"{end.text}:"}), dung="Nơi nhận:")

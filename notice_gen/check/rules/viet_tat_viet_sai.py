"""Chữ viết tắt viết sai, thừa hoặc thiếu chữ cái.

Căn cứ: Thông lệ viết tắt trong văn bản: mỗi tên viết tắt theo một cách.

Sai: văn bản QPPPL; UBNDTTQVN xã

Đúng: văn bản QPPL; UBMTTQVN xã

Bỏ qua khi: đó là chữ viết tắt của một tên khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import abbreviations
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VT04", "viet_tat_viet_sai", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    wrong = abbreviations.misspelt(view)
    for use in abbreviations.uses(view):
        if use.short in wrong:
            yield RULE.at(use.place, N_("Chữ viết tắt “{doan}” có lẽ viết sai."), N_("Có phải: {dung}?"), doan=use.short, dung=wrong[use.short])

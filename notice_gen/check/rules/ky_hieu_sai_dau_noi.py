"""Số, ký hiệu có cách chữ, hoặc dấu nối không phải gạch chéo, gạch nối.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không cách chữ.

Sai: Số: 15 / TB - UBND; Số: 15/TB–UBND; Số: 15/TB/UBND

Đúng: Số: 15/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("SO11", "ky_hieu_sai_dau_noi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if not number or not number.ky_hieu or not number.groups:
        return
    start = number.so.end if number.so.text.strip(" .…_") else number.ky_hieu.start - 1
    typed = Span(number.so.paragraph, start, number.ky_hieu.end)
    right = "/" + "-".join(number.groups)
    if not re.match(head.YEAR, number.ky_hieu.text) and unicodedata.normalize("NFC", typed.text) != right:
        mend = Mend("text", {"new": right})
        yield RULE.at(typed, N_("Dấu nối trong số, ký hiệu chưa đúng: “{doan}”."), N_("Viết: {dung}"), mend=mend, doan=number.span.text, dung=f"{number.so.text.strip()}{right}")

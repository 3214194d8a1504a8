"""Hai căn cứ viết chung một đoạn.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm a: sau mỗi căn cứ phải xuống dòng.

Sai: Căn cứ Luật …; Căn cứ Nghị định …;

Đúng: mỗi căn cứ một đoạn riêng.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("CC02", "can_cu_chung_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.bases(view) if view.loai in texts.WITH_BASES else ():
        found = re.search(r"[;.]\s+(Căn cứ|Xét đề nghị|Theo đề nghị)\s", span.text)
        if found:
            yield RULE.at(texts.piece(span, found), N_("Căn cứ “{doan} …” viết chung đoạn với căn cứ trước."), N_("Xuống dòng sau mỗi căn cứ."), doan=found[1])

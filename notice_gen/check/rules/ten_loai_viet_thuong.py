"""Tên loại của một văn bản cụ thể mà viết thường.

Căn cứ: Phụ lục II, Mục V, khoản 6: viết hoa chữ cái đầu của tên loại văn bản khi nói đến một văn bản cụ thể.

Sai: theo kế hoạch số 12/KH-UBND

Đúng: theo Kế hoạch số 12/KH-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.trich_dan import cac_loai

RULE = Rule("VH11", "ten_loai_viet_thuong", Level.LUAT, "Phụ lục II, Mục V, khoản 6")


@cache
def _small() -> re.Pattern[str]:
    names = "|".join(name.lower() for name in cac_loai())
    return re.compile(rf"(?<![\w-])(?P<loai>{names})(?= số:? ?\d+(?:/(?:\d{{4}}/)?[A-ZĐ]|-[A-ZĐ][\w]*/))")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in _small().finditer(span.text) if " số" in span.text else ():
            right = found[0][0].upper() + found[0][1:]
            yield RULE.at(texts.piece(span, found), N_("Tên loại “{doan}” của một văn bản cụ thể phải viết hoa."), N_("Viết: {dung}"), doan=found[0], dung=right)

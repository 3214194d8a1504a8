"""Số, ký hiệu văn bản hành chính có ghi năm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm b: ký hiệu chỉ gồm chữ viết tắt tên loại và tên cơ quan; năm chỉ có trong văn bản quy phạm pháp luật.

Sai: Số: 15/2026/TB-UBND; Số: 15-2026/TB-UBND

Đúng: Số: 15/TB-UBND

Bỏ qua khi: văn bản quy phạm pháp luật (chương trình không xét).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import head, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO10", "so_ky_hieu_co_nam", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    with_year = re.fullmatch(r"\s*\d+(\s*[-–.]\s*(?:19|20)\d\d)\s*", number.so.text) if number and number.ky_hieu else None
    if number and with_year:
        yield RULE.at(texts.piece(number.so, with_year, 1), N_("Số, ký hiệu văn bản hành chính không ghi năm: “{doan}”."), N_("Bỏ năm: số, gạch chéo, rồi chữ viết tắt tên loại."), doan=number.span.text)
    found = re.match(head.YEAR, number.ky_hieu.text) if number and number.ky_hieu else None
    if number and number.ky_hieu and found:
        yield RULE.at(texts.piece(number.ky_hieu, found), N_("Số, ký hiệu văn bản hành chính không ghi năm: “{doan}”."), N_("Bỏ năm: số, gạch chéo, rồi chữ viết tắt tên loại."), doan=number.span.text)

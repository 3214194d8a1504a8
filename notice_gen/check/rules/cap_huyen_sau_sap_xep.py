"""Nhắc đến cấp huyện sau khi không còn cấp huyện.

Căn cứ: Luật Tổ chức chính quyền địa phương năm 2025: từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã.

Sai: văn bản năm 2026 giao UBND các huyện, thị xã, thành phố; các xã, phường, thị trấn

Đúng: UBND các xã, phường, đặc khu

Bỏ qua khi: câu nói về thời gian trước ngày 01/7/2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import places, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.danh_muc import two_levels

RULE = Rule("DV02", "cap_huyen_sau_sap_xep", Level.GOI_Y, "Luật Tổ chức chính quyền địa phương năm 2025")

_DISTRICT = re.compile(r"\b(?:cấp huyện|(?:các|UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (?:quận, )?huyện\b(?! [A-ZĐ])|xã, phường, thị trấn|phường, xã, thị trấn|[Hh]uyện ủy|[Hh]uyện uỷ)")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    if issued is None or not two_levels(issued):
        return
    for span in texts.legible(view):
        found = _DISTRICT.search(span.text)
        if found and not places.of_the_past(span):
            message = N_("“{doan}”: từ ngày 01/7/2025 không còn cấp huyện và thị trấn.")
            yield RULE.at(texts.piece(span, found), message, N_("Chỉ còn cấp tỉnh và cấp xã (xã, phường, đặc khu)."), doan=found[0])

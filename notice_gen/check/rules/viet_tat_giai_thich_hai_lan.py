"""Một chữ viết tắt được giải thích hai lần.

Căn cứ: Thông lệ viết tắt trong văn bản: giải thích một lần, sau đó dùng chữ viết tắt.

Sai: cải cách hành chính (CCHC) ở đoạn đầu, cải cách hành chính (CCHC) ở đoạn sau.

Đúng: lần sau chỉ viết CCHC.

Bỏ qua khi: phụ lục được dùng riêng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import abbreviations, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VT03", "viet_tat_giai_thich_hai_lan", Level.GOI_Y, "Thông lệ viết tắt trong văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    seen = set()
    annexed = {paragraph.index for annex in view.annexes for paragraph in annex.paragraphs}
    for span in texts.prose(view):
        for found in abbreviations.IN_BRACKETS.finditer(span.text) if span.paragraph.index not in annexed else ():
            if abbreviations.stands_for(span.text, found.start(), found["chu"]):
                if found["chu"] in seen:
                    message = N_("Chữ viết tắt “{doan}” đã được giải thích ở trên.")
                    yield RULE.at(texts.piece(span, found, "chu"), message, N_("Từ lần thứ hai chỉ viết: {doan}"), doan=found["chu"])
                seen.add(found["chu"])

"""Nhắc đến cấp huyện sau khi không còn cấp huyện.

Căn cứ: Luật Tổ chức chính quyền địa phương năm 2025: từ ngày 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã.

Sai: văn bản năm 2026 giao UBND các huyện, thị xã, thành phố; các xã, phường, thị trấn; Phòng Nội vụ huyện; Kính gửi: UBND thị trấn A

Đúng: UBND các xã, phường, đặc khu

Bỏ qua khi: câu nói về thời gian trước ngày 01/7/2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import places, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.danh_muc import two_levels

RULE = Rule("DV02", "cap_huyen_sau_sap_xep", Level.GOI_Y, "Luật Tổ chức chính quyền địa phương năm 2025")

_UNNAMED = r"(?:huyện|quận|thị xã)\b(?! [A-Z\d])"
_DISTRICT = texts.vietnamese(
    rf"\b(?:cấp huyện|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|[Cc]ác|[Tt]oàn|địa bàn) (?:quận, )?{_UNNAMED}|xã, phường, thị trấn|phường, xã, thị trấn|[Hh]uyện ủy|[Hh]uyện uỷ"
    rf"|(?:Phòng [A-Z][a-z]+(?:(?:,| -| và|) [A-Za-z]+){{0,7}}|Công an|Ban Chỉ huy [Qq]uân sự|Trung tâm [Yy] tế) {_UNNAMED})"
)
_ADDRESSED = texts.vietnamese(r"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị trấn|[Tt]hị xã) [A-Z\d]\w*(?: [A-Z][a-z]+){0,3}")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    if issued is None or not two_levels(issued):
        return
    addressed = {span.paragraph.index for span in texts.boxed(view, "kinh_gui")}
    for span in texts.legible(view):
        found = _DISTRICT.search(span.text)
        if found is None and span.paragraph.index in addressed and not any(places.gone(one) for one in places.named(span)):
            found = _ADDRESSED.search(span.text)
        if found and not places.of_the_past(span):
            message = N_("“{doan}”: từ ngày 01/7/2025 không còn cấp huyện và thị trấn.")
            yield RULE.at(texts.piece(span, found), message, N_("Chỉ còn cấp tỉnh và cấp xã (xã, phường, đặc khu)."), doan=found[0])

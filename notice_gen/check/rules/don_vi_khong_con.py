"""Đơn vị hành chính không còn ở ngày của văn bản.

Căn cứ: Nghị quyết số 202/2025/QH15 và Luật Tổ chức chính quyền địa phương năm 2025: từ ngày 01/7/2025 không còn cấp huyện, nhiều tỉnh, xã đã sắp xếp lại.

Sai: văn bản năm 2026 giao việc cho huyện Ba Vì, tỉnh Thừa Thiên Huế

Đúng: ghi tên xã, phường, tỉnh, thành phố hiện nay

Bỏ qua khi: câu nói về thời gian trước ngày 01/7/2025 hoặc tên nằm trong tên văn bản cũ.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import places, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.danh_muc import two_levels

RULE = Rule("DV01", "don_vi_khong_con", Level.GOI_Y, "Nghị quyết số 202/2025/QH15")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    if issued is None or not two_levels(issued):
        return
    seen = set()
    for span in texts.legible(view):
        for one in places.named(span) if not places.of_the_past(span) else ():
            name = places.gone(one)
            if name and (one.loai, name) not in seen:
                seen.add((one.loai, name))
                message = N_("{doan} không còn từ ngày 01/7/2025.")
                hint = N_("Ghi đơn vị hiện nay, hoặc ghi rõ là tên cũ.")
                yield RULE.at(one.place, message, hint, doan=f"{one.loai.lower()} {name}")

"""Chữ viết tắt dùng khi chưa được viết đầy đủ lần nào.

Căn cứ: Thông lệ viết tắt trong văn bản: lần đầu viết đầy đủ, chữ viết tắt đặt trong ngoặc ngay sau đó.

Sai: Công tác CCHC đạt kết quả tốt.

Đúng: Công tác cải cách hành chính (CCHC) đạt kết quả tốt.

Bỏ qua khi: nơi nhận văn bản đều quen với chữ viết tắt đó. Chữ thông dụng như UBND, HĐND, THPT không được xét.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import abbreviations, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.viet_tat import bang_viet_tat

RULE = Rule("VT01", "viet_tat_chua_giai_thich", Level.THONG_LE, "Thông lệ viết tắt trong văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    head = " ".join(span.text for span in texts.boxed(view, "so_ky_hieu", "co_quan_chu_quan", "co_quan"))
    fine = set(re.findall(r"[^\W\d_]+", head)) | abbreviations.known() | abbreviations.misspelt(view).keys()
    full = {**bang_viet_tat("don_vi"), **bang_viet_tat("thuat_ngu")}
    for use in abbreviations.uses(view):
        if use.short not in fine and abbreviations.is_short(use.short) and not use.explains:
            hint = N_("Lần đầu viết đầy đủ, kèm chữ viết tắt trong ngoặc: {dung} ({doan}).")
            yield RULE.at(use.place, N_("“{doan}” dùng khi chưa giải thích."), hint, doan=use.short, dung=full.get(use.short, "…"))
        fine.add(use.short)

"""Tỷ lệ phần trăm không khớp với hai con số đi kèm.

Căn cứ: Thông lệ ghi số liệu: tỷ lệ tính từ chính hai con số nêu trong câu, làm tròn nửa lên.

Sai: 306/310 hồ sơ đạt tỷ lệ 97,8%

Đúng: 306/310 hồ sơ đạt tỷ lệ 98,7%

Bỏ qua khi: tỷ lệ tính trên một tổng khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.phep_tinh import sai_so_hoc

RULE = Rule("SL01", "ty_le_tinh_sai", Level.THONG_LE, "Thông lệ ghi số liệu")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for shown, right in sai_so_hoc(span.text) if "%" in span.text else ():
            if right.endswith("%"):
                start = span.text.find(shown)
                yield RULE.at(texts.part(span, start, start + len(shown)), N_("“{doan}”: tính ra {dung}."), N_("Xem lại hai con số và tỷ lệ."), doan=shown, dung=right)

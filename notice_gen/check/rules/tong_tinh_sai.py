"""Phép cộng, phép trừ viết trong lời văn có kết quả sai.

Căn cứ: Thông lệ ghi số liệu: kết quả khớp với các số hạng.

Sai: 310 + 12 = 323

Đúng: 310 + 12 = 322

Bỏ qua khi: không phải phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.phep_tinh import sai_so_hoc

RULE = Rule("SL02", "tong_tinh_sai", Level.THONG_LE, "Thông lệ ghi số liệu")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for shown, right in sai_so_hoc(span.text) if "=" in span.text else ():
            if not right.endswith("%"):
                start = span.text.find(shown)
                yield RULE.at(texts.part(span, start, start + len(shown)), N_("“{doan}”: tính ra {dung}."), N_("Xem lại các số hạng và kết quả."), doan=shown, dung=right)

"""Văn bản được viện dẫn có ngày sau ngày của văn bản này.

Căn cứ: Thông lệ ghi ngày tháng: văn bản chỉ viện dẫn văn bản đã ban hành.

Sai: văn bản ngày 12/6/2026 căn cứ Kế hoạch số 12/KH-UBND ngày 05/8/2026

Đúng: căn cứ Kế hoạch số 12/KH-UBND ngày 05/02/2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.ngay_thang import ngay

RULE = Rule("TG05", "trich_dan_sau_ngay_van_ban", Level.THONG_LE, "Thông lệ ghi ngày tháng")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    for one in citing.citations(view) if issued else ():
        if issued and one.paper.ngay and one.paper.ngay > issued:
            message = N_("“{doan}” có ngày {ngay_dan}, sau ngày của văn bản này ({ngay}).")
            hint = N_("Xem lại ngày của văn bản được trích dẫn.")
            yield RULE.at(one.place, message, hint, doan=one.number.text, ngay_dan=ngay(one.paper.ngay), ngay=ngay(issued))

"""Số tiền bằng chữ không khớp với số tiền bằng số.

Căn cứ: Thông lệ ghi số liệu: số tiền bằng chữ đọc đúng số tiền bằng số.

Sai: 1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng)

Đúng: 1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng)

Bỏ qua khi: con số đứng trước không phải số tiền được đọc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.so_thanh_chu import doc_bang_chu, tien_bang_chu

RULE = Rule("SL07", "so_tien_bang_chu_sai", Level.THONG_LE, "Thông lệ ghi số liệu")

_SAID = re.compile(r"(?P<so>\d{1,3}(?:\.\d{3})+|\d+) ?(?:đồng|đ|VNĐ)[ ,;:]{0,2}\(?(?:[Vv]iết )?[Bb]ằng chữ:? ?(?P<chu>[^().;:\d]{3,200}?) đồng")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in _SAID.finditer(span.text) if "ằng chữ" in span.text else ():
            amount = int(found["so"].replace(".", ""))
            try:
                said = doc_bang_chu(" ".join(found["chu"].lower().replace(",", " ").split()))
            except ValueError:
                continue
            if said != amount:
                message = N_("Số tiền {so} đồng không khớp với “{doan}”.")
                yield RULE.at(texts.piece(span, found, "chu"), message, N_("Viết: {dung}"), so=found["so"], doan=found["chu"], dung=tien_bang_chu(amount))

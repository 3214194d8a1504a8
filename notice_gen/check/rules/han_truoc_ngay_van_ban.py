"""Thời hạn đã qua khi văn bản được ban hành.

Căn cứ: Thông lệ ghi ngày tháng: thời hạn giao việc sau ngày ban hành văn bản.

Sai: văn bản ngày 12/6/2026 yêu cầu báo cáo trước ngày 28/5/2026

Đúng: báo cáo trước ngày 28/6/2026

Bỏ qua khi: câu nói về việc đã qua.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import deadlines, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG03", "han_truoc_ngay_van_ban", Level.THONG_LE, "Thông lệ ghi ngày tháng")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    for place, day in deadlines.of(view) if issued else ():
        if issued and day < issued:
            message = N_("Thời hạn {doan} đã qua khi văn bản được ban hành ({ngay}).")
            yield RULE.at(place, message, N_("Xem lại thời hạn, nhất là năm."), doan=place.text, ngay=f"{issued:%d/%m/%Y}")

"""Ngày không có trong lịch.

Căn cứ: Thông lệ ghi ngày tháng: ngày phải có thật.

Sai: ngày 30/02/2026; ngày 31 tháng 4 năm 2026

Đúng: ngày 28/02/2026; ngày 30 tháng 4 năm 2026

Bỏ qua khi: con số không phải ngày tháng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG01", "ngay_khong_co_trong_lich", Level.THONG_LE, "Thông lệ ghi ngày tháng")

# A day and a month without a year; 29/02 may be.
_NO_YEAR = re.compile(r"\b[Nn]gày (?P<ngay>\d{1,2})/(?P<thang>\d{1,2})(?![\d/.-])")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found, day in texts.dates(span.text):
            if day is None and ("ngày" in found[0].lower() or "/" in found[0]):
                yield RULE.at(texts.piece(span, found), N_("“{doan}”: không có ngày này trong lịch."), N_("Xem lại ngày, tháng."), doan=found[0])
        for found in _NO_YEAR.finditer(span.text):
            if texts.day("2024", found["thang"], found["ngay"]) is None:
                yield RULE.at(texts.piece(span, found), N_("“{doan}”: không có ngày này trong lịch."), N_("Xem lại ngày, tháng."), doan=found[0])

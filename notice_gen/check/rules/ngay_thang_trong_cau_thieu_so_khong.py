"""Trong lời văn, ngày dưới 10 hoặc tháng 1, 2 thiếu số 0 phía trước.

Căn cứ: Thông lệ ghi ngày tháng: như ở dòng địa danh, thời gian (Phụ lục I, Phần I, Mục II, khoản 4), ngày dưới 10 và tháng 1, 2 thêm số 0.

Sai: ngày 5 tháng 1 năm 2026; 5/1/2026

Đúng: ngày 05 tháng 01 năm 2026; 05/01/2026

Bỏ qua khi: cơ quan có quy định riêng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG08", "ngay_thang_trong_cau_thieu_so_khong", Level.GOI_Y, "Thông lệ ghi ngày tháng")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found, day in texts.dates(span.text):
            *_, month, _ = found.groups()
            if day and (len(found[1]) == 1 or month in {"1", "2"}):
                shown = f"{day.month:02d}" if month in {"1", "2"} else month
                if len(found.groups()) == 4:
                    right = found[2].join((f"{day.day:02d}", shown, f"{day.year}"))
                else:
                    right = f"ngày {day.day:02d} tháng {shown} năm {day.year}"
                yield RULE.at(texts.piece(span, found), N_("“{doan}” thiếu số 0 phía trước."), N_("Viết: {dung}"), doan=found[0], dung=right)

"""Thời hạn rơi vào ngày nghỉ.

Căn cứ: Thông lệ ghi ngày tháng: thời hạn nên là ngày làm việc.

Sai: báo cáo trước ngày 27/6/2026 (thứ Bảy)

Đúng: báo cáo trước ngày 29/6/2026 (thứ Hai)

Bỏ qua khi: công việc vẫn làm được trong ngày nghỉ.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import deadlines, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.ngay_thang import ngay
from notice_gen.vietnamese.thoi_han import han_sau, la_ngay_lam_viec

RULE = Rule("TG04", "han_vao_ngay_nghi", Level.GOI_Y, "Thông lệ ghi ngày tháng")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    for place, day in deadlines.of(view):
        try:
            off = not la_ngay_lam_viec(day)
            later = han_sau(day, 0, doi=True)
        except ValueError:  # the days off of that year are not known
            continue
        if off and (issued is None or day >= issued):
            yield RULE.at(place, N_("Thời hạn {doan} là ngày nghỉ."), N_("Ngày làm việc tiếp theo là {dung}."), doan=place.text, dung=ngay(later))

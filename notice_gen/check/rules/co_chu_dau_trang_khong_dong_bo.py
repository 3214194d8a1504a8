"""Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh không tăng giảm cùng nhau.

Căn cứ: Phụ lục I, Phần I, Mục V, chú thích 1: Quốc hiệu 13, Tiêu ngữ 14, địa danh và ngày tháng 14; hoặc 12, 13, 13.

Sai: Quốc hiệu 13, Tiêu ngữ 14, địa danh 13.

Đúng: Quốc hiệu 13, Tiêu ngữ 14, địa danh 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND13", "co_chu_dau_trang_khong_dong_bo", Level.GOI_Y, "Phụ lục I, Phần I, Mục V, chú thích 1")


def faults(view: DocumentView) -> Iterator[Fault]:
    sizes = []
    for name in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay"):
        here = {run.size for span in look.spans(view, name) for run in span.runs}
        if len(here) != 1 or not look.asked(view, name).co_chu.allows(Decimal(str(min(here)))):
            return
        sizes.append(min(here))
    if sizes not in ([13, 14, 14], [12, 13, 13]):
        shown = ", ".join(so(Decimal(str(size))) for size in sizes)
        yield RULE.at(look.spans(view, "dia_danh_ngay")[0], N_("Quốc hiệu, Tiêu ngữ, địa danh có cỡ chữ {co}, không tăng giảm thống nhất."), N_("Dùng cỡ chữ 13, 14, 14 hoặc 12, 13, 13."), co=shown)

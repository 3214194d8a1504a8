"""Tên cơ quan ban hành không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: tên cơ quan, tổ chức ban hành được đặt canh giữa dưới tên cơ quan, tổ chức chủ quản trực tiếp.

Sai: “SỞ NỘI VỤ” canh trái dưới “UBND THÀNH PHỐ HUẾ”.

Đúng: “SỞ NỘI VỤ” canh giữa.

Bỏ qua khi: dòng dài nhất của ô, vì không thấy được; tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ08", "co_quan_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")

# The longest line fills the room that the others are set in; a line nearly as long stands in its middle, mm.
_SEEN = 8.0


def faults(view: DocumentView) -> Iterator[Fault]:
    widest = max((look.width(span) for span in look.spans(view, "co_quan_chu_quan", "co_quan", "so_ky_hieu")), default=0.0)
    for fault in look.centred(RULE, view, "co_quan"):
        if fault.span and look.width(fault.span) < widest - _SEEN:
            yield fault

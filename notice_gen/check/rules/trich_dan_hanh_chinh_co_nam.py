"""Văn bản hành chính được viện dẫn mà số có năm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3: số, ký hiệu của văn bản hành chính gồm số thứ tự, chữ viết tắt tên loại và cơ quan; không có năm.

Sai: Kế hoạch số 12/2026/KH-UBND

Đúng: Kế hoạch số 12/KH-UBND

Bỏ qua khi: văn bản được viện dẫn đã mang số như vậy.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD08", "trich_dan_hanh_chinh_co_nam", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3")

# Nghị quyết, Quyết định, Chỉ thị may be texts of law, which have the year.
_NEVER_LAW = frozenset({"Kế hoạch", "Thông báo", "Báo cáo", "Tờ trình", "Công văn", "Công điện", "Chương trình", "Giấy mời", "Biên bản"})


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in citing.first_ones(view):
        if one.paper.so_ky_hieu.nam and one.paper.loai in _NEVER_LAW:
            hint = N_("Bỏ năm trong số, ký hiệu; năm đã có ở ngày ban hành.")
            yield RULE.at(one.number, N_("“{doan}”: số của văn bản hành chính không có năm."), hint, doan=one.number.text)

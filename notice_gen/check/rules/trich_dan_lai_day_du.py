"""Viện dẫn lại một văn bản mà vẫn ghi đủ ngày và cơ quan ban hành.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm b: trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó.

Sai: lần thứ hai vẫn viết “Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã”.

Đúng: lần thứ hai viết “Kế hoạch số 12/KH-UBND”.

Bỏ qua khi: lần đầu ở quá xa, ghi lại cho người đọc dễ theo dõi.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import citing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD04", "trich_dan_lai_day_du", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 6, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    full = set()
    for one in citing.citations(view):
        key = (str(one.paper.so_ky_hieu), one.paper.ngay)
        if one.paper.ngay:
            if key in full and not one.first:
                yield RULE.at(one.place, N_("“{doan}” đã được viện dẫn đầy đủ ở trên."), N_("Từ lần thứ hai chỉ ghi: {doan}"), doan=one.number.text)
            full.add(key)

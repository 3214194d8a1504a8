"""Ký hiệu công văn có chữ viết tắt tên loại.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm b: đối với công văn, ký hiệu gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực.

Sai: công văn ghi “Số: 120/CV-SNV”, “Số: 120/TB-UBND”

Đúng: Số: 120/SNV-VP; Số: 120/UBND-NC

Bỏ qua khi: “CV” là chữ viết tắt tên cơ quan.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO08", "cong_van_co_ma_loai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")

# Those that are no agency's abbreviation.
_CODES = frozenset({"CV", "TB", "KH", "BC", "TTr", "TTR", "QĐ", "NQ", "GM", "BB", "CTr"})


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if view.loai == "CV" and "ten_loai" not in view.components and number and number.groups[:1] and number.groups[0] in _CODES:
        yield RULE.at(number.ky_hieu, N_("Ký hiệu công văn không có chữ viết tắt tên loại “{ghi}”."), N_("Ghi chữ viết tắt tên cơ quan, gạch nối, chữ viết tắt đơn vị soạn thảo, ví dụ 120/SNV-VP."), ghi=number.groups[0])

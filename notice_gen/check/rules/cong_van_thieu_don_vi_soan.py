"""Ký hiệu công văn không có chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm b: ký hiệu công văn gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết.

Sai: Số: 120/UBND

Đúng: Số: 120/UBND-NC

Bỏ qua khi: cơ quan nhỏ, không có đơn vị soạn thảo riêng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO09", "cong_van_thieu_don_vi_soan", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if view.loai == "CV" and "ten_loai" not in view.components and number and len(number.groups) == 1:
        yield RULE.at(number.ky_hieu, N_("Ký hiệu công văn “{ghi}” chưa có đơn vị soạn thảo hoặc lĩnh vực."), N_("Thêm gạch nối và chữ viết tắt đơn vị soạn thảo, ví dụ {ghi}-VP."), ghi=number.groups[0])

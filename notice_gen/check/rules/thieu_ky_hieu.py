"""Có số văn bản nhưng không có ký hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm b: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan ban hành.

Sai: Số: 15

Đúng: Số: 15/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO06", "thieu_ky_hieu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number and not number.groups and any(map(str.isdigit, number.so.text)):
        yield RULE.at(number.span, N_("Sau số không có ký hiệu văn bản: “{doan}”."), N_("Thêm dấu gạch chéo rồi chữ viết tắt tên loại, tên cơ quan, ví dụ 15/TB-UBND."), doan=number.span.text)

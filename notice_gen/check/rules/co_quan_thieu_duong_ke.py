"""Dưới tên cơ quan ban hành không có đường kẻ ngang.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: phía dưới có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ.

Sai: dưới tên cơ quan là số, ký hiệu, không có đường kẻ.

Đúng: đường kẻ ngắn, liền, cân đối dưới tên cơ quan.

Bỏ qua khi: đường kẻ là hình ảnh, chương trình không nhận ra.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ06", "co_quan_thieu_duong_ke", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.no_rule_below(RULE, view, "co_quan")

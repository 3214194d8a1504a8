"""Tên cơ quan ban hành không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: kiểu chữ đứng, đậm.

Sai: tên cơ quan ban hành không đậm.

Đúng: tên cơ quan ban hành chữ đứng, đậm.

Bỏ qua khi: chương trình nhận nhầm tên cơ quan chủ quản là cơ quan ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ03", "co_quan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "co_quan")

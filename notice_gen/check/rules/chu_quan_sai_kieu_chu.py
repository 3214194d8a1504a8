"""Tên cơ quan chủ quản in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: tên cơ quan chủ quản kiểu chữ đứng, chỉ tên cơ quan ban hành mới đậm.

Sai: cả “UBND TỈNH NGHỆ AN” và “SỞ NỘI VỤ” cùng đậm.

Đúng: “UBND TỈNH NGHỆ AN” không đậm, “SỞ NỘI VỤ” đậm.

Bỏ qua khi: hai dòng là tên của một cơ quan, ví dụ “ỦY BAN NHÂN DÂN / TỈNH NGHỆ AN”.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ05", "chu_quan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "co_quan_chu_quan")

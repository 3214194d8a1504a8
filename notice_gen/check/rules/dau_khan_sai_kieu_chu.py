"""Dấu chỉ mức độ khẩn, chỉ dẫn phạm vi lưu hành không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 2: kiểu chữ đứng, đậm.

Sai: KHẨN không đậm.

Đúng: KHẨN chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("DK03", "dau_khan_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 2")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "do_khan", "pham_vi")

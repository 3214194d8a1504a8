"""Họ tên người ký không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: họ và tên người ký kiểu chữ đứng, đậm.

Sai: Nguyễn Văn A không đậm.

Đúng: Nguyễn Văn A chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("KY07", "ho_ten_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "ho_ten")

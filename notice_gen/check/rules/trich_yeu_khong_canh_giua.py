"""Trích yếu không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại và trích yếu đặt canh giữa theo chiều ngang văn bản.

Sai: trích yếu canh đều hai lề.

Đúng: trích yếu canh giữa.

Bỏ qua khi: tác giả canh bằng dấu cách hoặc tab (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY04", "trich_yeu_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.centred(RULE, view, "trich_yeu")

"""Trích yếu không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu kiểu chữ đứng, đậm.

Sai: trích yếu không đậm, hoặc nghiêng.

Đúng: trích yếu chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY03", "trich_yeu_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "trich_yeu")

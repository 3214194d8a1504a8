"""Trích yếu công văn in đậm hoặc nghiêng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu công văn kiểu chữ đứng.

Sai: “V/v …” in đậm.

Đúng: “V/v …” chữ đứng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY11", "trich_yeu_cong_van_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.style(RULE, view, "trich_yeu_cong_van")

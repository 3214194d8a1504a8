"""Cỡ chữ trích yếu công văn nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu công văn cỡ chữ từ 12 đến 13.

Sai: “V/v …” cỡ chữ 14.

Đúng: “V/v …” cỡ chữ 12 hoặc 13.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY10", "trich_yeu_cong_van_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    return look.size(RULE, view, "trich_yeu_cong_van")

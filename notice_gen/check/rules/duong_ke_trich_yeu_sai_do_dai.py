"""Đường kẻ dưới trích yếu dài hoặc ngắn quá.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: đường kẻ dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ.

Sai: đường kẻ dài bằng cả dòng trích yếu.

Đúng: đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.

Bỏ qua khi: trích yếu nhiều dòng dài ngắn khác nhau.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("TY07", "duong_ke_trich_yeu_sai_do_dai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    share = view.law.duong_ke
    return look.rule_length(RULE, view, "trich_yeu", share.minimum or Decimal(0), share.maximum or Decimal(1))

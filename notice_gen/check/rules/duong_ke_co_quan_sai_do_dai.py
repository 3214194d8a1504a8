"""Đường kẻ dưới tên cơ quan dài hoặc ngắn quá.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 2, điểm b: đường kẻ dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ.

Sai: đường kẻ dài bằng cả dòng tên cơ quan.

Đúng: đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.

Bỏ qua khi: tên cơ quan ngắn, chênh lệch vài mi-li-mét.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("CQ07", "duong_ke_co_quan_sai_do_dai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 2, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    share = view.law.duong_ke
    return look.rule_length(RULE, view, "co_quan", share.minimum or Decimal(0), share.maximum or Decimal(1))

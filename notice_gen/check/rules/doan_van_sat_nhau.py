"""Khoảng cách giữa hai đoạn văn nhỏ hơn 6 pt.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: khoảng cách giữa các đoạn văn tối thiểu là 6pt.

Sai: Spacing Before 0 pt, After 0 pt.

Đúng: Spacing Before 6 pt.

Bỏ qua khi: dòng thơ, câu trích nguyên văn.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import layout
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND07", "doan_van_sat_nhau", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    least = float(view.law.ranges["gian_doan"].minimum or 0)
    for above, below in layout.neighbours(view):
        gap = above.after + below.before
        if gap < least - 0.1 and "center" not in {above.align, below.align}:
            mend = Mend("paragraph", {"before": least})
            yield RULE.at(below, N_("Đoạn này cách đoạn trên {cach} pt, quy định tối thiểu {it} pt."), N_("Đặt con trỏ vào đoạn này, Paragraph > Spacing > Before: 6 pt."), mend=mend, cach=so(Decimal(str(gap)), le=1), it=so(Decimal(str(least))))

"""Trích yếu công văn đặt sát số, ký hiệu.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu công văn cách dòng 6pt với số và ký hiệu văn bản.

Sai: “V/v …” liền dưới số, ký hiệu, không có khoảng cách.

Đúng: “V/v …” cách 6 pt (Spacing Before 6 pt).

Bỏ qua khi: hai dòng ở hai ô khác nhau của bảng (chương trình không đo được).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("TY13", "trich_yeu_cong_van_sat_so", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    numbers, subjects = look.spans(view, "so_ky_hieu"), look.spans(view, "trich_yeu_cong_van")
    if numbers and subjects:
        above, below = numbers[0].paragraph, subjects[0].paragraph
        together = above.cell == below.cell and above.part == below.part and below.index - above.index == 1
        if together and above.after + below.before < 5.9:
            mend = Mend("paragraph", {"before": 6.0})
            yield RULE.at(subjects[0], N_("Trích yếu công văn cách số, ký hiệu {cach} pt, quy định 6 pt."), N_("Đặt con trỏ ở dòng “V/v”, Layout > Spacing > Before: 6 pt."), mend=mend, cach=so(Decimal(str(above.after + below.before)), le=0))

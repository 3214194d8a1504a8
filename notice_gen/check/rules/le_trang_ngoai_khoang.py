"""Lề trang nằm ngoài khoảng quy định.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 3: mép trên và mép dưới 20 - 25 mm, mép trái 30 - 35 mm, mép phải 15 - 20 mm.

Sai: cả bốn lề 25,4 mm, mặc định của Word.

Đúng: trên 20 mm, dưới 20 mm, trái 30 mm, phải 15 mm.

Bỏ qua khi: phụ lục trình bày theo chiều ngang (chương trình không xét).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("TR02", "le_trang_ngoai_khoang", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 3")


_SLACK = Decimal("0.2")
_SIDES = (
    ("top", "le_tren", N_("Lề trên {le} mm, quy định {khoang}.")),
    ("bottom", "le_duoi", N_("Lề dưới {le} mm, quy định {khoang}.")),
    ("left", "le_trai", N_("Lề trái {le} mm, quy định {khoang}.")),
    ("right", "le_phai", N_("Lề phải {le} mm, quy định {khoang}.")),
)


def faults(view: DocumentView) -> Iterator[Fault]:
    annexed = page.sections_of_annexes(view)
    for number, section in enumerate(view.sections):
        if number in annexed or section.landscape:
            continue
        for side, key, message in _SIDES:
            asked = view.law.ranges[key]
            found = Decimal(str(round(getattr(section, side), 1)))
            low, high = asked.minimum or Decimal(0), asked.maximum or found
            # Word keeps margins in twentieths of a point and shows inches: a fifth of a millimetre is no fault.
            if not low - _SLACK <= found <= high + _SLACK:
                right = low if found < low else high
                mend = Mend("section", {side: float(right)})
                yield RULE.at(number, message, N_("Layout > Margins > Custom Margins."), mend=mend, le=so(found), khoang=asked.text)

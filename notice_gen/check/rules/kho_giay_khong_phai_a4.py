"""Khổ giấy không phải A4.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 1: khổ A4 (210 mm x 297 mm).

Sai: Letter (216 mm x 279 mm), mặc định của Word tiếng Anh.

Đúng: A4 (210 mm x 297 mm).

Bỏ qua khi: phần phụ lục là bản vẽ, bảng lớn in khổ khác.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR01", "kho_giay_khong_phai_a4", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 1")


def faults(view: DocumentView) -> Iterator[Fault]:
    annexed = page.sections_of_annexes(view)
    right = view.law.kho_giay
    for number, section in enumerate(view.sections):
        sides = sorted((section.width, section.height))
        if number not in annexed and any(abs(side - asked) > 1 for side, asked in zip(sides, right, strict=True)):
            wide, high = sorted(right, reverse=section.landscape)
            mend = Mend("section", {"width": float(wide), "height": float(high)})
            hint = N_("Layout > Size > A4.")
            shown = f"{section.width:.0f} x {section.height:.0f}"
            yield RULE.at(number, N_("Khổ giấy {kho} mm, quy định A4 ({dung} mm)."), hint, mend=mend, kho=shown, dung=f"{right[0]} x {right[1]}")

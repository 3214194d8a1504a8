"""Số văn bản không phải chữ số Ả Rập.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm a: số của văn bản được ghi bằng chữ số Ả Rập.

Sai: Số: XII/TB-UBND; Số: 12A/TB-UBND

Đúng: Số: 12/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SO05", "so_khong_phai_chu_so", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number and number.ky_hieu and any(sign.isalpha() for sign in number.so.text) and "{" not in number.so.text:
        yield RULE.at(number.so, N_("Số văn bản “{so}” không phải chữ số Ả Rập."), N_("Ghi số thứ tự đăng ký bằng chữ số 0 đến 9."), so=number.so.text.strip())

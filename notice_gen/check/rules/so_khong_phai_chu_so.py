"""Số văn bản không phải chữ số Ả Rập, hoặc có dấu phân cách hàng nghìn.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm a: số của văn bản được ghi bằng chữ số Ả Rập.

Sai: Số: XII/TB-UBND; Số: 12A/TB-UBND; Số: 2.105/TB-UBND

Đúng: Số: 12/TB-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
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
    elif number and re.fullmatch(r"\d{1,3}[.,]\d{3}", number.so.text.strip()):
        yield RULE.at(number.so, N_("Số văn bản viết liền, không có dấu phân cách: “{so}”."), N_("Viết: {dung}"), so=number.so.text.strip(), dung=re.sub(r"\D", "", number.so.text))

"""Số trang không phải chữ số Ả Rập.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 7: đánh bằng chữ số Ả Rập.

Sai: ii, iii; a, b; II, III.

Đúng: 2, 3.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import page
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TR08", "so_trang_khong_phai_so_a_rap", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 7")


def faults(view: DocumentView) -> Iterator[Fault]:
    for number, section in enumerate(view.sections):
        if page.numbers(section) and section.number_format != "decimal":
            yield RULE.at(number, N_("Số trang không đánh bằng chữ số Ả Rập."), N_("Insert > Page Number > Format Page Numbers, chọn 1, 2, 3, …"))

"""Dòng tổng cộng của bảng không bằng tổng các dòng ở trên.

Căn cứ: Thông lệ ghi số liệu: dòng tổng cộng bằng tổng các dòng của cột.

Sai: cột có 10, 20, 30 mà dòng Tổng cộng ghi 70

Đúng: dòng Tổng cộng ghi 60

Bỏ qua khi: bảng chỉ trích một số dòng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import figures
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("SL03", "tong_bang_sai", Level.THONG_LE, "Thông lệ ghi số liệu")


def faults(view: DocumentView) -> Iterator[Fault]:
    for one in figures.wrong_totals(view):
        message = N_("Cột “{cot}”: dòng tổng ghi {doan}, các dòng cộng lại được {dung}.")
        yield RULE.at(one.cell, message, N_("Xem lại từng dòng và dòng tổng của cột này."), cot=one.name, doan=one.cell.text.strip(), dung=so(one.sum))

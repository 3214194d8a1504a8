"""Địa danh viết tắt.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm a: địa danh là tên gọi chính thức của đơn vị hành chính.

Sai: TP. Hồ Chí Minh, ngày …; TP.HCM, ngày …; X. Bình Điền, ngày …

Đúng: Thành phố Hồ Chí Minh, ngày …; Bình Điền, ngày …

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import dia_danh

RULE = Rule("DN12", "dia_danh_viet_tat", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and line.abbreviated:
        yield RULE.at(line.span, N_("Địa danh viết tắt: “{dia_danh}”."), N_("Viết: {dung}"), dia_danh=line.place, dung=dia_danh.format(line.place.replace("HCM", "Hồ Chí Minh")))

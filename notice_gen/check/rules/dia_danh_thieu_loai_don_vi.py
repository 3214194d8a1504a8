"""Địa danh đặt theo tên người, chữ số hoặc sự kiện lịch sử mà không ghi đầy đủ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm a: đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử phải ghi tên gọi đầy đủ.

Sai: Hồ Chí Minh, ngày …

Đúng: Thành phố Hồ Chí Minh, ngày …

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import dia_danh

RULE = Rule("DN14", "dia_danh_thieu_loai_don_vi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm a")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and line.place == "Hồ Chí Minh":
        yield RULE.at(line.span, N_("Địa danh “{dia_danh}” phải ghi tên gọi đầy đủ."), N_("Viết: {dung}"), dia_danh=line.place, dung=dia_danh.format(line.place))

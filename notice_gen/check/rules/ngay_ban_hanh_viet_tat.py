"""Thời gian ban hành viết tắt: dùng dấu gạch chéo, hoặc năm không đủ bốn chữ số.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 4, điểm b: thời gian ban hành văn bản phải được viết đầy đủ: ngày, tháng, năm.

Sai: Bình Điền, ngày 05/3/2026; Bình Điền, ngày 05 tháng 3 năm 26

Đúng: Bình Điền, ngày 05 tháng 3 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DN10", "ngay_ban_hanh_viet_tat", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 4, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    line = head.date_line(view)
    if line and not line.written_out:
        yield RULE.at(line.span, N_("Thời gian ban hành viết chưa đầy đủ: “{doan}”."), N_("Viết: {dung}"), doan=line.span.text, dung=f"ngày {line.day} tháng {line.month} năm {line.year}")
    elif line and line.day and line.month and 0 < len(line.year) < 4 and line.year != "20" and line.span.text.rstrip(" .").endswith(line.year):
        yield RULE.at(line.span, N_("Năm ban hành viết chưa đủ bốn chữ số: “{doan}”."), N_("Viết đủ năm, ví dụ: năm 2026."), doan=line.span.text)

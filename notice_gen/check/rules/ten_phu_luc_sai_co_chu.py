"""Cỡ chữ tên phụ lục nằm ngoài quy định.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: tên phụ lục cỡ chữ từ 13 đến 14.

Sai: KẾT QUẢ KIỂM TRA cỡ chữ 16.

Đúng: KẾT QUẢ KIỂM TRA cỡ chữ 13 hoặc 14.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL09", "ten_phu_luc_sai_co_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.tieu_de:
            yield from look.size_of(RULE, annex.tieu_de, look.asked(view, "ten_phu_luc"))

"""Tên phụ lục không phải chữ đứng, đậm.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: tên phụ lục kiểu chữ đứng, đậm.

Sai: KẾT QUẢ KIỂM TRA không đậm.

Đúng: KẾT QUẢ KIỂM TRA chữ đứng, đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL10", "ten_phu_luc_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.tieu_de:
            yield from look.style_of(RULE, annex.tieu_de, look.asked(view, "ten_phu_luc"))

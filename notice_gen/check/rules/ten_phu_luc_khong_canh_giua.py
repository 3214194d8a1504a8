"""Tên phụ lục không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: tên phụ lục (nếu có) được trình bày canh giữa.

Sai: KẾT QUẢ KIỂM TRA canh trái.

Đúng: KẾT QUẢ KIỂM TRA canh giữa.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL11", "ten_phu_luc_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.tieu_de:
            yield from headings.not_centred(RULE, annex.tieu_de)

"""Tên phụ lục không in hoa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm b: tên phụ lục (nếu có) được trình bày canh giữa, bằng chữ in hoa.

Sai: Kết quả kiểm tra

Đúng: KẾT QUẢ KIỂM TRA

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL08", "ten_phu_luc_khong_in_hoa", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in attached.annexes(view):
        if annex.tieu_de and not look.capitals(annex.tieu_de):
            shown = annex.tieu_de.text.strip()
            yield RULE.at(annex.tieu_de, N_("Tên phụ lục “{doan}” phải viết in hoa."), N_("Viết: {dung}"), doan=shown, dung=shown.upper())

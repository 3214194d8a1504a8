"""Dấu cuối dòng của các nơi ở “Kính gửi” chưa đúng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: cuối dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.).

Sai: - Các xã, phường. / - Các đơn vị trực thuộc;

Đúng: - Các xã, phường; / - Các đơn vị trực thuộc.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG07", "kinh_gui_sai_dau_cuoi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    _, found = lists.kinh_gui(view)
    if len(found) > 1 and any(entry.dash for entry in found):
        yield from lists.marks(RULE, found, N_("“{doan}” phải kết thúc bằng dấu “{dau}”."))

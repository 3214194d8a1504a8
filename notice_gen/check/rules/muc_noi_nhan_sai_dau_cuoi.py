"""Dấu cuối dòng nơi nhận chưa đúng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: cuối dòng có dấu chấm phẩy (;), dòng cuối cùng (Lưu) kết thúc bằng dấu chấm (.).

Sai: - Các xã, phường. / - Lưu: VT, VP

Đúng: - Các xã, phường; / - Lưu: VT, VP.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN09", "muc_noi_nhan_sai_dau_cuoi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    yield from lists.marks(RULE, lists.recipients(view), N_("“{doan}” phải kết thúc bằng dấu “{dau}”."))

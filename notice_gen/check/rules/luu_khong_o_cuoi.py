"""Dòng “Lưu” không ở cuối phần nơi nhận.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: dòng cuối cùng bao gồm chữ “Lưu”.

Sai: - Lưu: VT; / - Các xã, phường.

Đúng: - Các xã, phường; / - Lưu: VT.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN11", "luu_khong_o_cuoi", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = lists.recipients(view)
    kept = [number for number, entry in enumerate(found) if lists.is_kept(entry)]
    if kept and kept[-1] != len(found) - 1:
        yield RULE.at(found[kept[-1]].lines[0], N_("Dòng “{doan}” phải ở cuối phần nơi nhận."), N_("Chuyển dòng “Lưu” xuống cuối."), doan=found[kept[-1]].text)

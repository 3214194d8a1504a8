"""Dòng nơi nhận không có gạch đầu dòng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: tên mỗi nơi nhận trên một dòng riêng, đầu dòng có gạch đầu dòng (-) sát lề trái.

Sai: Các xã, phường; + Lưu: VT.

Đúng: - Các xã, phường; - Lưu: VT.

Bỏ qua khi: dòng viết tiếp của nơi nhận ở trên (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN08", "muc_noi_nhan_thieu_gach_dau_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view):
        if entry.dash != "-":
            yield RULE.at(entry.lines[0], N_("Đầu dòng “{doan}” không có gạch đầu dòng."), N_("Viết: {dung}"), doan=entry.text, dung=f"- {entry.text}")

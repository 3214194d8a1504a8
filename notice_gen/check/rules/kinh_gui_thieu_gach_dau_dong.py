"""Gửi nhiều nơi mà đầu dòng không có gạch.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: gửi từ hai nơi trở lên, mỗi nơi một dòng, đầu dòng có gạch đầu dòng (-).

Sai: dưới “Kính gửi:” là “Các xã, phường;” không có gạch.

Đúng: - Các xã, phường;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG06", "kinh_gui_thieu_gach_dau_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    line, found = lists.kinh_gui(view)
    if line is None or len(found) < 2:
        return
    for entry in found:
        if entry.dash != "-" and not lists.beside(line, entry):
            yield RULE.at(entry.lines[0], N_("Đầu dòng “{doan}” không có gạch đầu dòng."), N_("Viết: {dung}"), doan=entry.text, dung=f"- {entry.text}")

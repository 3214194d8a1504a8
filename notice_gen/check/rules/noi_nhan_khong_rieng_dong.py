"""Nơi nhận đầu tiên viết cùng dòng với từ “Nơi nhận”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: từ “Nơi nhận” được trình bày trên một dòng riêng.

Sai: Nơi nhận: - Các xã, phường;

Đúng: Nơi nhận: (xuống dòng) - Các xã, phường;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN07", "noi_nhan_khong_rieng_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    words, found = lists.noi_nhan(view)
    if words and found and found[0].lines[0].paragraph is words.paragraph and found[0].lines[0].start == words.end:
        yield RULE.at(found[0].lines[0], N_("“{doan}” viết cùng dòng với “Nơi nhận:”."), N_("Xuống dòng sau “Nơi nhận:”."), doan=found[0].text)

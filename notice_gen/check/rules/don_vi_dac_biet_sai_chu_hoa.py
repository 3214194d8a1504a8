"""Thủ đô Hà Nội, Thành phố Hồ Chí Minh viết hoa sai.

Căn cứ: Phụ lục II, Mục III, khoản 1, điểm c: trường hợp viết hoa đặc biệt.

Sai: thành phố Hồ Chí Minh; thủ đô Hà Nội

Đúng: Thành phố Hồ Chí Minh; Thủ đô Hà Nội

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import ten_goi

RULE = Rule("VH16", "don_vi_dac_biet_sai_chu_hoa", Level.LUAT, "Phụ lục II, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in ten_goi.sai_chu_hoa(span.text, "dia_danh"):
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("“{doan}” viết hoa chưa đúng."), N_("Viết: {dung}"), doan=found.text, dung=one.dung)

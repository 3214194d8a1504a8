"""Nơi nhận ghi “Như trên” mà văn bản không có “Kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm c: văn bản không có phần “Kính gửi” thì liệt kê các nơi nhận.

Sai: kế hoạch không có “Kính gửi”, nơi nhận ghi “- Như trên;”

Đúng: - Các phòng, ban;

Bỏ qua khi: giấy mời, giấy giới thiệu, công điện (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN16", "nhu_tren_khong_co_kinh_gui", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 9, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    if "kinh_gui" in view.components or view.loai in {"GM", "GGT", "CĐ", ""}:
        return
    for entry in lists.recipients(view):
        if lists.as_above(entry):
            yield RULE.at(entry.lines[0], N_("Không có “Kính gửi” để nơi nhận ghi “{doan}”."), N_("Ghi tên các nơi nhận."), doan=entry.text)

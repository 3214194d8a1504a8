"""Gửi một nơi mà tên nơi nhận ở dòng khác với “Kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: gửi cho một nơi thì từ “Kính gửi” và tên nơi nhận trên cùng một dòng.

Sai: Kính gửi: (xuống dòng) Sở Nội vụ

Đúng: Kính gửi: Sở Nội vụ

Bỏ qua khi: tên nơi nhận dài, chương trình nhận nhầm dòng sau.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG09", "kinh_gui_mot_noi_xuong_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    line, found = lists.kinh_gui(view)
    if line and len(found) == 1 and not line.text.partition(":")[2].strip() and not lists.beside(line, found[0]):
        yield RULE.at(found[0].lines[0], N_("Gửi một nơi thì “{doan}” ở cùng dòng với “Kính gửi:”."), N_("Viết: {dung}"), doan=found[0].text, dung=f"Kính gửi: {found[0].text}")

"""Gửi nhiều nơi mà nơi đầu tiên ở cùng dòng với “Kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm d: gửi từ hai nơi trở lên thì xuống dòng, tên mỗi nơi trên một dòng riêng.

Sai: Kính gửi: - Sở Nội vụ; (dòng dưới) - Sở Tài chính.

Đúng: Kính gửi: (xuống dòng) - Sở Nội vụ; (xuống dòng) - Sở Tài chính.

Bỏ qua khi: các nơi nhận đặt ở ô bên cạnh trong bảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KG08", "kinh_gui_nhieu_noi_cung_dong", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm d")


def faults(view: DocumentView) -> Iterator[Fault]:
    line, found = lists.kinh_gui(view)
    listed = [entry for entry in found if entry.dash]
    if line and listed and line.text.partition(":")[2].strip():
        yield RULE.at(line, N_("Gửi nhiều nơi thì sau “Kính gửi:” phải xuống dòng: “{doan}”."), N_("Xuống dòng sau dấu hai chấm, mỗi nơi một dòng, có gạch đầu dòng."), doan=line.text)

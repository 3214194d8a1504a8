"""Nơi nhận ghi “Như kính gửi”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 9, điểm b: phía dưới từ “Nơi nhận” là từ “Như trên”.

Sai: - Như kính gửi;

Đúng: - Như trên;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import lists
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN14", "nhu_kinh_gui", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 9, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for entry in lists.recipients(view):
        if re.match(r"NHU (?:NOI )?KINH GUI\b", entry.key):
            yield RULE.at(entry.lines[0], N_("Nơi nhận ghi “{doan}”."), N_("Viết: {dung}"), doan=entry.text, dung="- Như trên;")

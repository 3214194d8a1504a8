"""Nơi nhận ghi “Như Điều …” mà văn bản không có điều đó.

Căn cứ: Phụ lục III, Mục II, mẫu 1.2: nơi nhận ghi “Như Điều …”, là điều giao trách nhiệm thi hành.

Sai: quyết định có 3 điều, nơi nhận ghi “- Như Điều 4;”

Đúng: - Như Điều 3;

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import lists, outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("NN17", "nhu_dieu_khong_co", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.2")


def faults(view: DocumentView) -> Iterator[Fault]:
    there = {label.value for label in outline.labels(view) if label.level == "Điều" and label.annex == -1}
    for entry in lists.recipients(view):
        found = re.match(r"NHU DIEU (\d+)\b", entry.key)
        if found and there and int(found[1]) not in there:
            yield RULE.at(entry.lines[0], N_("Văn bản không có Điều {so}."), N_("Ghi điều giao trách nhiệm thi hành, thường là điều cuối: Điều {dung}."), so=int(found[1]), dung=max(there))

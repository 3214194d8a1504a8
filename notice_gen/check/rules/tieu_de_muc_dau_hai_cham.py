"""Các tiêu đề cùng cấp, chỗ có dấu hai chấm chỗ không.

Căn cứ: Thông lệ soạn thảo trên máy tính: các tiêu đề cùng cấp trong một văn bản viết theo một kiểu.

Sai: “1. Kết quả đạt được:”, “2. Tồn tại, hạn chế:” rồi “3. Yêu cầu”.

Đúng: “1. Kết quả đạt được”, “2. Tồn tại, hạn chế”, “3. Yêu cầu”.

Bỏ qua khi: tiêu đề dẫn ngay vào một danh sách.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import outline, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC13", "tieu_de_muc_dau_hai_cham", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")

_LONGEST = 80
_FEWEST = 3


def faults(view: DocumentView) -> Iterator[Fault]:
    for siblings in _siblings(view):
        with_colon = [label for label in siblings if label.rest.endswith(":")]
        without = [label for label in siblings if not label.rest.endswith(":")]
        if len(siblings) >= _FEWEST and with_colon and without:
            one = min(with_colon, without, key=len)[0]
            shown = one.span.text.strip()
            usual = without[0] if one in with_colon else with_colon[0]
            message = N_("Tiêu đề “{doan}” khác kiểu với “{dung}”: chỗ có dấu hai chấm, chỗ không.")
            yield RULE.at(one.span, message, N_("Viết các tiêu đề cùng cấp theo một kiểu."), doan=shown, dung=usual.span.text.strip())


def _siblings(view: DocumentView) -> Iterator[list[outline.Label]]:
    """Yield the headings of each level below one and the same wider heading."""
    found: dict[tuple[int, str, int], list[outline.Label]] = {}
    wider: dict[int, int] = {}
    prose = texts.prose(view)
    at = {label.span.paragraph.index: label for label in outline.labels(view)}
    for number, (span, below) in enumerate(pairwise(prose)):
        label = at.get(span.paragraph.index)
        if label is None:
            continue
        rank = outline.LEVELS.index(label.level)
        wider[rank] = number
        following = at.get(below.paragraph.index)
        content = following is None or outline.LEVELS.index(following.level) > rank
        if content and label.level != "điểm" and 0 < len(label.rest) <= _LONGEST and re.search(r"[\w)”:]$", label.rest):
            parent = max((place for above, place in wider.items() if above < rank), default=-1)
            found.setdefault((label.annex, label.level, parent), []).append(label)
    yield from found.values()

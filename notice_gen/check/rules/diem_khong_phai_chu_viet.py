"""Điểm dùng chữ cái không có trong tiếng Việt.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: thứ tự các điểm dùng các chữ cái tiếng Việt.

Sai: e) / f) / g)

Đúng: e) / g)

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SX05", "diem_khong_phai_chu_viet", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for paragraph in (span.paragraph for span in texts.prose(view)):
        found = re.match(r"\s*([fjwz])\)", paragraph.number or paragraph.text[:10])
        if found:
            yield RULE.at(paragraph, N_("Điểm “{chu})” dùng chữ cái không có trong tiếng Việt."), N_("Dùng a, b, c, d, đ, e, g, h, i, k, l, …"), chu=found[1])

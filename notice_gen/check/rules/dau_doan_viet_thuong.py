"""Đoạn văn bắt đầu bằng chữ thường dù đoạn trước đã kết thúc.

Căn cứ: Phụ lục II, Mục I: viết hoa chữ cái đầu của một câu khi xuống dòng.

Sai: đề nghị các xã báo cáo.

Đúng: Đề nghị các xã báo cáo.

Bỏ qua khi: đoạn nối tiếp câu của đoạn trước.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH05", "dau_doan_viet_thuong", Level.LUAT, "Phụ lục II, Mục I")

_START = texts.vietnamese(r"\s*(?:[-–+•*][ \t\u00a0]*)?(?P<dau>[a-z]{2,}|ý)(?= )")


def faults(view: DocumentView) -> Iterator[Fault]:
    before = None
    for span in texts.prose(view):
        found = _START.match(span.text)
        ended = before is not None and re.search(r"(?:\w{2}|\d%|\w\))[.!?][”\"]?\s*$", before.text[-12:])
        if found and ended and texts.is_legible(span):
            yield RULE.at(texts.piece(span, found, "dau"), N_("Đoạn bắt đầu bằng chữ thường “{doan}”."), N_("Viết hoa chữ đầu đoạn."), doan=found["dau"])
        before = span

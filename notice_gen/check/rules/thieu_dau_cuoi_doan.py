"""Đoạn văn gồm nhiều câu mà cuối đoạn không có dấu câu.

Căn cứ: Thông lệ chính tả tiếng Việt: câu kết thúc bằng dấu chấm.

Sai: Các xã đã báo cáo. Đề nghị các phòng tổng hợp

Đúng: Các xã đã báo cáo. Đề nghị các phòng tổng hợp.

Bỏ qua khi: đoạn đó là tiêu đề.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC11", "thieu_dau_cuoi_doan", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")

_TWO_SENTENCES = texts.vietnamese(r"[a-z]{2}\. [A-Z]")
_OPEN_END = re.compile(r"[^\W_]\s*$")
_SHORTEST = 60


def faults(view: DocumentView) -> Iterator[Fault]:
    running = texts.sentences(view)
    # The last paragraph of the text ends with ./. and is another rule's.
    last = texts.body(view)[-1:]
    for span in running:
        if len(span.text) >= _SHORTEST and _OPEN_END.search(span.text[-20:]) and _TWO_SENTENCES.search(span.text) and span not in last:
            end = len(span.text.rstrip())
            found = texts.part(span, end - 1, end)
            yield RULE.at(found, N_("Đoạn kết thúc bằng “{doan}” mà không có dấu câu."), N_("Thêm dấu chấm ở cuối đoạn."), doan=span.text[:end][-25:].partition(" ")[2] or span.text[end - 1])

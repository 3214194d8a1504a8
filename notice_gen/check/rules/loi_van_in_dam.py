"""Cả đoạn lời văn in đậm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản kiểu chữ đứng; chữ đậm dùng cho số thứ tự và tiêu đề.

Sai: một đoạn ba dòng in đậm.

Đúng: chữ đứng, không đậm.

Bỏ qua khi: tiêu đề dài.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import layout, look, outline
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("ND12", "loi_van_in_dam", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    numbered = {label.span.paragraph.index for label in outline.labels(view)}
    for span in layout.sentences(view):
        bold = all(run.bold for run in look.lettered(span))
        if bold and span.paragraph.index not in numbered and not span.paragraph.number and not look.capitals(span) and layout.rows(view, span) > 2:
            yield RULE.at(span, N_("Cả đoạn in đậm."), N_("Chỉ in đậm tiêu đề."), mend=Mend("run", {"bold": False}))

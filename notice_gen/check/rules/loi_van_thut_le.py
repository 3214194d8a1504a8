"""Cả đoạn lời văn thụt vào so với lề trái hoặc lề phải.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: nội dung văn bản được canh đều cả hai lề, chỉ chữ đầu dòng lùi vào.

Sai: đoạn văn mà mọi dòng thụt vào 2 cm; đoạn văn không tới lề phải.

Đúng: Indentation Left 0, Right 0; First line 1,27 cm.

Bỏ qua khi: danh sách đánh số hoặc gạch đầu dòng, lời trích (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from notice_gen.check import layout, outline
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Paragraph
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND14", "loi_van_thut_le", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")

# What a dragged ruler does not do by chance, mm.
_SEEN = 5.0
_LISTED = re.compile(r"\s*(?:[-–—+•*“\"(]|\w{1,3}[.)/])")


def faults(view: DocumentView) -> Iterator[Fault]:
    numbered = {label.span.paragraph.index for label in outline.labels(view)}
    for span in layout.sentences(view):
        paragraph = span.paragraph
        listed = paragraph.number or _LISTED.match(paragraph.text) or paragraph.index in numbered
        if listed or "\n" in paragraph.text.strip() or "\t" in paragraph.text.strip() or layout.rows(view, span) < 1.5:
            continue
        if paragraph.right > _SEEN:
            yield _fault(paragraph, N_("Đoạn này cách lề phải {lui} cm; lời văn phải canh đều cả hai lề."), paragraph.right, {"right": 0.0})
        elif paragraph.left > _SEEN and _first_line_is_right(view, paragraph):
            mend = {"left": 0.0, "first_line": paragraph.left + paragraph.first_line}
            yield _fault(paragraph, N_("Các dòng của đoạn này cách lề trái {lui} cm; chỉ chữ đầu dòng lùi vào."), paragraph.left, mend)


def _first_line_is_right(view: DocumentView, paragraph: Paragraph) -> bool:
    """Any other first line is told by its own rule."""
    return any(abs(paragraph.left + paragraph.first_line - float(choice) * 10) < 1 for choice in view.law.ranges["thut_dau_dong"].choices)


def _fault(paragraph: Paragraph, message: str, found: float, values: Mapping[str, object]) -> Fault:
    return RULE.at(paragraph, message, N_("Đặt con trỏ vào đoạn này, Paragraph > Indentation: Left 0, Right 0, First line 1,27 cm."), mend=Mend("paragraph", values), lui=so(Decimal(str(found / 10)), le=1))

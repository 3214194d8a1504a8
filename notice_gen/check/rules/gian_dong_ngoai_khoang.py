"""Khoảng cách giữa các dòng nhỏ hơn dòng đơn hoặc lớn hơn 1,5 dòng.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines.

Sai: Line spacing Double; Exactly 14 pt với cỡ chữ 14.

Đúng: Single, Multiple 1,15, 1,5 lines; Exactly 18 pt.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import layout
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND08", "gian_dong_ngoai_khoang", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")


def faults(view: DocumentView) -> Iterator[Fault]:
    asked = view.law.ranges["gian_dong"]
    low, high = float(asked.minimum or 1), float(asked.maximum or 1.5)
    for span in layout.sentences(view):
        lines = _lines(span)
        if layout.rows(view, span) > 1 and not low - 0.03 <= lines <= high + 0.03:
            mend = Mend("paragraph", {"line": low if lines < low else high, "line_rule": "auto"})
            yield RULE.at(span, N_("Giãn dòng {gian} dòng, quy định {khoang}."), N_("Đặt con trỏ vào đoạn này, Paragraph > Line spacing > Single."), mend=mend, gian=so(Decimal(str(lines)), le=2), khoang=asked.text)


def _lines(span: Span) -> float:
    """Return the spacing in lines; a height in points is measured against a single line of the largest letters."""
    paragraph = span.paragraph
    if paragraph.line_rule == "auto":
        return paragraph.line
    single = max((run.size for run in span.runs), default=14.0) * layout.SINGLE
    lines = paragraph.line / single
    return max(lines, 1.0) if paragraph.line_rule == "atLeast" else lines

"""Chữ đầu dòng của đoạn không lùi 1 cm hoặc 1,27 cm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm e: khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

Sai: đoạn văn không lùi đầu dòng; lùi 1,5 cm; lùi bằng dấu cách.

Đúng: First line 1,27 cm.

Bỏ qua khi: danh sách do Word đánh số, gạch đầu dòng (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from notice_gen.check import layout, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.con_so import so

RULE = Rule("ND06", "dau_dong_lui_sai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm e")

# Word shows two figures of a centimetre, and rulers are dragged by hand.
_SLACK = 0.65
# What begins farther in was put in the middle by its indent.
_IN_THE_MIDDLE = 30.0


def faults(view: DocumentView) -> Iterator[Fault]:
    allowed = [float(choice) * 10 for choice in view.law.ranges["thut_dau_dong"].choices]
    for span in layout.sentences(view):
        paragraph = span.paragraph
        if paragraph.number or paragraph.text.startswith("\t") or re.match(r"\s*[-–—+•*“\"]", paragraph.text) or "\n" in paragraph.text.strip():
            continue
        if texts.DECIDES.fullmatch(texts.nfc(paragraph.text).strip()):
            continue
        start = paragraph.left + paragraph.first_line
        if start < _IN_THE_MIDDLE and not any(abs(start - right) <= _SLACK for right in allowed):
            mend = Mend("paragraph", {"first_line": allowed[-1], "left": 0.0})
            yield RULE.at(span, N_("Chữ đầu dòng lùi {lui} cm, quy định {khoang}."), N_("Đặt con trỏ vào đoạn này, Paragraph > Indentation > First line: 1,27 cm."), mend=mend, lui=so(Decimal(str(start / 10)), le=2), khoang=view.law.ranges["thut_dau_dong"].text)

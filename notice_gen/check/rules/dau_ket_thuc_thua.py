"""Có hơn một dấu “./.” trong nội dung, hoặc “./.” ở giữa.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: “./.” chỉ ở cuối nội dung.

Sai: khoản 1 kết thúc bằng “./.”, khoản 2 cũng kết thúc bằng “./.”

Đúng: chỉ chữ cuối cùng của nội dung có “./.”

Bỏ qua khi: mỗi phụ lục có một dấu ở cuối (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KE04", "dau_ket_thuc_thua", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    spans, last = texts.body(view), texts.last_of_text(view)
    for span in spans:
        for found in re.finditer(r"\./\.", span.text):
            if (span is not spans[-1] and span is not last) or span.text[found.end() :].strip(" \t./"):
                mend = Mend("text", {"new": "."})
                yield RULE.at(texts.piece(span, found), N_("Dấu “./.” không ở cuối nội dung."), N_("Ở đây chỉ dùng dấu chấm; “./.” chỉ đặt ở cuối nội dung."), mend=mend)

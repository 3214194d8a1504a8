"""Dấu ngoặc kép thẳng và cong lẫn lộn trong cùng một văn bản.

Căn cứ: Thông lệ soạn thảo trên máy tính: một văn bản dùng một kiểu ngoặc kép; nghị định dùng “…”.

Sai: "một cửa" ở đoạn đầu, “một cửa” ở đoạn sau.

Đúng: “một cửa” ở mọi chỗ.

Bỏ qua khi: dấu " là ký hiệu inch hoặc giây.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC06", "ngoac_kep_hai_kieu", Level.GOI_Y, "Thông lệ soạn thảo trên máy tính")

_STRAIGHT = re.compile(r'(?<![\w"])"(?=[^\s"])([^"\n]{1,300})(?<=[^\s"])"(?!\w)')


def faults(view: DocumentView) -> Iterator[Fault]:
    spans = texts.words(view)
    if any("“" in span.text or "”" in span.text for span in spans):
        for span in spans:
            for found in _STRAIGHT.finditer(span.text) if '"' in span.text else ():
                for at in (found.start(), found.end() - 1):
                    new = "“" if at == found.start() else "”"
                    hint = N_("Viết “{doan}” như những chỗ khác trong văn bản.")
                    message = N_("Ngoặc kép thẳng (\") quanh “{doan}”, trong khi chỗ khác dùng ngoặc cong.")
                    yield RULE.at(texts.part(span, at, at + 1), message, hint, mend=Mend("text", {"new": new}), doan=found[1])

"""Sau số thứ tự của khoản không phải dấu chấm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: sau số thứ tự của khoản có dấu chấm (.).

Sai: 1) Nội dung; 1/ Nội dung; 1. / 2) / 3.

Đúng: 1. Nội dung

Bỏ qua khi: danh sách trong một khoản đã có dấu chấm (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("SX06", "khoan_sai_dau", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    found = [label for label in outline.labels(view) if label.level == "khoản"]
    dotted = any(label.mark == "." for label in found)
    for label in found:
        stray = label.span.paragraph.index in outline.strays(view)
        if label.mark != "." and label.typed and (stray or not (dotted and label.mark == ")")):
            end = Span(label.place.paragraph, label.place.end - 1, label.place.end)
            yield RULE.at(end, N_("Sau số thứ tự của khoản là “{dau}”: “{doan}”."), N_("Viết: {dung}"), mend=Mend("text", {"new": "."}), dau=label.mark, doan=label.shown, dung=f"{label.value}.")

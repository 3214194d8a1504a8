"""Sau số thứ tự của điều không có dấu chấm.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: số thứ tự của điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.).

Sai: Điều 1: Phạm vi điều chỉnh

Đúng: Điều 1. Phạm vi điều chỉnh

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("PC11", "dieu_thieu_dau_cham", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in outline.labels(view):
        if label.level == "Điều" and label.mark != "." and label.typed:
            last = label.place.text[-1]
            mend = Mend("text", {"new": "." if last == ":" else f"{last}."})
            yield RULE.at(Span(label.place.paragraph, label.place.end - 1, label.place.end), N_("Sau “{doan}” không có dấu chấm."), N_("Viết: {dung}"), mend=mend, doan=label.shown.rstrip(":"), dung=f"{label.shown.rstrip(':')}.")

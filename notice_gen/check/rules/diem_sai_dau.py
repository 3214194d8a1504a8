"""Sau chữ cái của điểm không phải dấu đóng ngoặc đơn.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: thứ tự các điểm … sau có dấu đóng ngoặc đơn.

Sai: a. Nội dung; a/ Nội dung; a) / b. / c)

Đúng: a) Nội dung

Bỏ qua khi: danh sách không phải điểm của khoản.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("SX07", "diem_sai_dau", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for before, label in outline.steps(view):
        if label.level != "điểm" or label.mark == ")" or not label.typed:
            continue
        stray = label.span.paragraph.index in outline.strays(view)
        second = before is not None and label.value == before.value + 1
        if stray or second:
            for one in (before, label) if before and second and before.value == 1 and before.mark != ")" else (label,):
                end = Span(one.place.paragraph, one.place.end - 1, one.place.end)
                yield RULE.at(end, N_("Sau chữ cái của điểm là “{dau}”: “{doan}”."), N_("Viết: {dung}"), mend=Mend("text", {"new": ")"}), dau=one.mark, doan=one.shown, dung=f"{one.shown[0]})")

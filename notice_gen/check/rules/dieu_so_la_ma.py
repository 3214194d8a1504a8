"""Số thứ tự của điều là số La Mã.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ: số thứ tự của điều dùng chữ số Ả Rập.

Sai: Điều I. Phạm vi điều chỉnh

Đúng: Điều 1. Phạm vi điều chỉnh

Bỏ qua khi: điều của văn bản khác được trích lại.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import outline
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PC17", "dieu_so_la_ma", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for label in outline.labels(view):
        if label.level == "Điều" and not any(map(str.isdigit, label.shown)):
            yield RULE.at(label.place, N_("“{doan}”: số thứ tự của điều là chữ số Ả Rập."), N_("Viết: {dung}"), doan=label.shown, dung=f"Điều {label.value}.")

"""Tháng, ngày ghi bằng chữ số giữa câu mà viết hoa.

Căn cứ: Phụ lục II, Mục V, khoản 8, điểm c: chỉ viết hoa tên ngày và tháng khi không dùng chữ số.

Sai: trong Tháng 10 năm 2026

Đúng: trong tháng 10 năm 2026

Bỏ qua khi: chữ là một phần của tên gọi, ví dụ tên một ngày kỷ niệm.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("VH12", "thang_viet_hoa", Level.LUAT, "Phụ lục II, Mục V, khoản 8, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?<=[a-z,])(?<!niệm)(?<!mừng)(?<!thống)(?<!mạng)[ \u00a0](?P<chu>Tháng(?= \d{1,2}\b)|Ngày(?= \d{1,2}(?: tháng|/\d)))"
    for span in texts.legible(view):
        for found in texts.vietnamese(pattern).finditer(span.text):
            yield RULE.at(texts.piece(span, found, "chu"), N_("Giữa câu, “{doan}” trước chữ số không viết hoa."), N_("Viết: {dung}"), doan=found["chu"], dung=found["chu"].lower())

"""Từ viết sai chính tả.

Căn cứ: Thông lệ chính tả tiếng Việt: viết theo từ điển tiếng Việt.

Sai: bổ xung, sử lý, sát nhập, thăm quan

Đúng: bổ sung, xử lý, sáp nhập, tham quan

Bỏ qua khi: chữ được chép nguyên văn.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import loi_chu

RULE = Rule("CT01", "tu_viet_sai", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in loi_chu.viet_sai(span.text):
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("“{doan}” viết sai chính tả."), N_("Viết: {dung}"), doan=found.text, dung=one.dung)

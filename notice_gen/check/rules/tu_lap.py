"""Từ viết lặp hai lần liền.

Căn cứ: Thông lệ chính tả tiếng Việt: từ láy thì giữ, từ gõ thừa thì bỏ.

Sai: kết quả của của xã; Hội Nông dân Nông dân xã

Đúng: kết quả của xã; Hội Nông dân xã

Bỏ qua khi: lặp lại có chủ ý.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import loi_chu

RULE = Rule("CT02", "tu_lap", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for one in loi_chu.tu_lap(span.text):
            found = texts.part(span, one.tu, one.den)
            yield RULE.at(found, N_("Từ viết lặp: “{doan}”."), N_("Chỉ giữ lại: {dung}"), doan=found.text, dung=one.dung)

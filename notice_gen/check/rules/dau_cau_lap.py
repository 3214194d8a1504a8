"""Hai dấu câu liền nhau.

Căn cứ: Thông lệ soạn thảo trên máy tính: mỗi chỗ ngắt một dấu câu.

Sai: theo quy định.. hoặc theo quy định,.

Đúng: theo quy định.

Bỏ qua khi: dấu chấm lửng viết bằng hai dấu chấm.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC07", "dau_cau_lap", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")

_TWICE = texts.vietnamese(r"(?<![.,;:!?…/])(?:([,;:])\1+|(?<=\w)\.\.|[,;:][.;:,]|(?<=[a-z]{4})\.[,;])(?![.,;:!?…/])")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.words(view):
        for found in _TWICE.finditer(span.text):
            same = len(set(found[0])) == 1
            mend = Mend("text", {"new": found[0][0]}) if same else None
            hint = N_("Chỉ để lại một dấu.")
            yield RULE.at(texts.piece(span, found), N_("Hai dấu câu liền nhau “{dau}” ở “{doan}”."), hint, mend=mend, dau=found[0], doan=texts.around(span, found))

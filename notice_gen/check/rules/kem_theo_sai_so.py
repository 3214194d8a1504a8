"""Dòng chỉ dẫn “Kèm theo” ghi số, ký hiệu khác với văn bản.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.

Sai: văn bản số 15/TB-SNV, phụ lục ghi “Kèm theo Thông báo số 14/TB-SNV”.

Đúng: (Kèm theo Thông báo số 15/TB-SNV …)

Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, head
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL16", "kem_theo_sai_so", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    for annex in view.annexes:
        other = attached.other_number(view, annex)
        if number and other:
            yield RULE.at(annex.kem_theo, N_("Phụ lục ghi kèm theo văn bản “{doan}”, văn bản này là “{dung}”."), N_("Ghi đúng số, ký hiệu của văn bản này."), doan=other, dung=number.span.text)

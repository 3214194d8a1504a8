"""Dòng chỉ dẫn “Kèm theo” ghi cơ quan khác với cơ quan ban hành văn bản.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.

Sai: văn bản của Sở Nội vụ, phụ lục ghi “của Sở Tài chính”.

Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)

Bỏ qua khi: tên cơ quan viết tắt (chương trình không so).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL20", "kem_theo_sai_co_quan", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in view.annexes:
        name = attached.issuer(attached.reference(annex))
        if name and attached.other_issuer(view, name) and not attached.other_number(view, annex):
            yield RULE.at(annex.kem_theo, N_("Phụ lục ghi kèm theo văn bản của “{doan}”, không phải cơ quan ban hành văn bản này."), N_("Ghi đúng tên cơ quan ban hành."), doan=name)

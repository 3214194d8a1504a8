"""Dòng chỉ dẫn “Kèm theo” ghi ngày khác với ngày của văn bản.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.

Sai: văn bản ngày 05 tháng 3 năm 2026, phụ lục ghi ngày 06 tháng 3 năm 2026.

Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)

Bỏ qua khi: phụ lục kèm theo văn bản khác được nhắc lại.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import attached, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.ngay_thang import ngay

RULE = Rule("PL19", "kem_theo_sai_ngay", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    issued = texts.issued(view)
    for annex in view.annexes:
        found = attached.date_of(annex)
        if issued and found and found[1] != issued and not attached.other_number(view, annex):
            yield RULE.at(annex.kem_theo, N_("Phụ lục ghi “{doan}”, văn bản này ban hành ngày {dung}."), N_("Ghi đúng ngày của văn bản này."), doan=found[0][0], dung=ngay(issued))

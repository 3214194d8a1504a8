"""Dòng chỉ dẫn “Kèm theo” thiếu số, ngày hoặc cơ quan ban hành.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ quan ban hành văn bản.

Sai: (Kèm theo Thông báo số 15/TB-SNV của Sở Nội vụ); (Kèm theo Thông báo này)

Đúng: (Kèm theo Thông báo số 15/TB-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)

Bỏ qua khi: văn bản điện tử để trống các chỗ này (chương trình bỏ qua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import attached
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("PL18", "kem_theo_thieu_thong_tin", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    own = view.law.loai.get(view.loai)  # else the annex may be another paper's
    types = "|".join(one.ten for one in ([own] if own else (*view.law.loai.values(), *view.law.loai_khong_ma))) + "|Văn bản"
    for annex in view.annexes:
        said = attached.reference(annex)
        if not re.match(rf"\(\s*(?:Ban hành )?kèm theo (?:{types})\b", said, re.IGNORECASE):
            continue
        blank = re.search(r"\bngày(?![\s.…_]*\d)|\bsố(?![\s.…_:]*\d)", said)
        lacking = [name for name, word in (("số, ký hiệu", "số"), ("ngày, tháng, năm", "ngày"), ("cơ quan ban hành", "của")) if not re.search(rf"\b{word}\b", said)]
        if lacking and not (blank and lacking == ["cơ quan ban hành"]):
            yield RULE.at(annex.kem_theo, N_("Dòng chỉ dẫn thiếu {thieu}: “{doan})”."), N_("Viết: (Kèm theo … số … ngày … tháng … năm … của …)"), thieu="; ".join(lacking), doan=said)

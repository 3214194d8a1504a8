"""Dấu kết thúc viết không phải “./.”.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: nội dung văn bản kết thúc bằng “./.”.

Sai: … thực hiện /. ; … thực hiện./ ; … thực hiện/./

Đúng: … thực hiện./.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("KT03", "dau_ket_thuc_sai_dang", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    last = texts.last_of_text(view)
    found = re.search(texts.ENDING, last.text) if last else None
    if last and found and found.start() and re.sub(r"\s", "", found[0]) != "./." and not re.fullmatch(r"[\s.…]*\./\.\s*", found[0]):
        place = Span(last.paragraph, last.start + found.start() - 1, last.start + found.end())
        mend = Mend("text", {"new": f"{place.text[:1]}./."})
        yield RULE.at(place, N_("Dấu kết thúc viết “{doan}”."), N_("Viết: {dung}"), mend=mend, doan=found[0].strip(), dung="./.")

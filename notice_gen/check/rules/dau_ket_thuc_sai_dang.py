"""Dấu kết thúc viết không phải “./.”.

Căn cứ: Phụ lục III, Mục II, mẫu 1.1 đến 1.10: nội dung văn bản kết thúc bằng “./.”.

Sai: … thực hiện /. ; … thực hiện./ ; … thực hiện/./

Đúng: … thực hiện./.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView, Span
from notice_gen.errors import N_

RULE = Rule("KE03", "dau_ket_thuc_sai_dang", Level.THONG_LE, "Phụ lục III, Mục II, mẫu 1.1 đến 1.10")


def faults(view: DocumentView) -> Iterator[Fault]:
    last = texts.last_of_text(view)
    start = texts.ending(last.text) if last else None
    if last and start:
        typed = last.text[start:].strip()
        # A blank to be filled in may stand before the mark, "năm …../.".
        if typed.lstrip(".") not in {"/.", ""} or typed in {"/.", "../."}:
            place = Span(last.paragraph, last.start + start - 1, last.end)
            mend = Mend("text", {"new": f"{place.text[:1]}./."})
            yield RULE.at(place, N_("Dấu kết thúc viết “{doan}”."), N_("Viết: {dung}"), mend=mend, doan=typed, dung="./.")

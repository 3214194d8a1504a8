"""Sau chữ viết tắt quyền hạn không có dấu cách.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm b: các mẫu ở Mục V và Phụ lục III viết “TM. ỦY BAN NHÂN DÂN”, có cách chữ.

Sai: TL.CHỦ TỊCH; KT.GIÁM ĐỐC

Đúng: TL. CHỦ TỊCH; KT. GIÁM ĐỐC

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look, signing, texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY12", "quyen_han_thieu_dau_cach", Level.THONG_LE, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "quyen_han"):
        found = re.match(signing.TIGHT, span.text)
        if found:
            mend = Mend("text", {"new": f"{found[0]} "})
            yield RULE.at(texts.piece(span, found), N_("Sau “{doan}” thiếu dấu cách."), N_("Viết: {dung}"), mend=mend, doan=found[0], dung=re.sub(signing.TIGHT, r"\1. ", span.text))

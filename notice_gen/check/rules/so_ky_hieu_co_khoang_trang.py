"""Khoảng trắng trong số, ký hiệu của văn bản được viện dẫn.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 3, điểm c: giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có dấu gạch nối, không cách chữ.

Sai: Kế hoạch số 12 /KH - UBND

Đúng: Kế hoạch số 12/KH-UBND

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD12", "so_ky_hieu_co_khoang_trang", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 3, điểm c")

_SPACED = r"(?<=số )\d{1,5} ?/ ?(?:\d{4} ?/ ?)?[A-Z][A-Za-z]{0,5} ?[-–] ?[A-Z]{2}[A-Za-z]{0,9}(?:-[A-Z][A-Za-z]*)*"


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in texts.vietnamese(_SPACED).finditer(span.text):
            if re.search(r"[ –]", found[0]):
                new = re.sub(r" ?([/–-]) ?", r"\1", found[0]).replace("–", "-")
                hint, mend = N_("Viết: {dung}"), Mend("text", {"new": new})
                yield RULE.at(texts.piece(span, found), N_("Số, ký hiệu “{doan}” viết cách chữ."), hint, mend=mend, doan=found[0], dung=new)

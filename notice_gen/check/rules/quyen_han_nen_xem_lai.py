"""Quyền hạn, chức vụ người ký có chỗ nên xem lại.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm b: cách ghi quyền hạn; Điều 13 của Nghị định: ai được ký thay, thừa lệnh, thừa ủy quyền.

Sai: TUQ. CHỦ TỊCH / PHÓ CHÁNH VĂN PHÒNG; TM. ỦY BAN NHÂN DÂN của một xã khác.

Đúng: TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG

Bỏ qua khi: có văn bản ủy quyền, phân công của cơ quan.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import signing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY14", "quyen_han_nen_xem_lai", Level.GOI_Y, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for place, problem in signing.problems(view):
        if problem.level != "error":
            yield Fault(RULE, problem.message, N_("Xem lại dòng này với người ký."), problem.values, span=place)

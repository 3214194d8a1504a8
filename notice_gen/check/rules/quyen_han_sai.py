"""Quyền hạn và chức vụ người ký không đi với nhau, hoặc viết tắt sai.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm b: TM. trước tên tập thể; Q., KT., TL., TUQ. trước chức vụ của người đứng đầu; cấp phó ký thay cấp trưởng.

Sai: TM. CHỦ TỊCH; KT. CHỦ TỊCH / CHỦ TỊCH; TL. CHỦ TỊCH / PHÓ CHỦ TỊCH

Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH; KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG

Bỏ qua khi: chương trình nhận nhầm dòng chức vụ.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import signing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY11", "quyen_han_sai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for place, problem in signing.problems(view):
        if problem.level == "error":
            hint = N_("Xem lại chữ viết tắt TM., Q., KT., TL., TUQ. và chức vụ ở dưới.")
            yield Fault(RULE, problem.message, hint, problem.values, span=place)

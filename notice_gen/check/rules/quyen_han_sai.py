"""Quyền hạn và chức vụ người ký không đi với nhau, hoặc viết tắt sai.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm b: TM. trước tên tập thể; Q., KT., TL., TUQ. trước chức vụ của người đứng đầu; cấp phó ký thay cấp trưởng.

Sai: TM. CHỦ TỊCH; KT. CHỦ TỊCH / CHỦ TỊCH; TL. CHỦ TỊCH / PHÓ CHỦ TỊCH

Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH; KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG

Bỏ qua khi: chương trình nhận nhầm dòng chức vụ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import signing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.legal import fault_in_signature

RULE = Rule("KY11", "quyen_han_sai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for signer in signing.signers(view):
        spaced = tuple(re.sub(signing.TIGHT, r"\1. ", line) for line in signer.lines)
        fault = fault_in_signature(spaced, signer.title) if signer.title else None
        if fault:
            place = (signer.authority or signer.post)[0]
            hint = N_("Xem lại chữ viết tắt TM., Q., KT., TL., TUQ. và chức vụ ở dưới.")
            yield Fault(RULE, fault.message, hint, fault.values, span=place)

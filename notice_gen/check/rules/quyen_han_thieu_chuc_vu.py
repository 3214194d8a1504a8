"""Có dòng quyền hạn mà không có chức vụ người ký.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm đ: quyền hạn, chức vụ của người ký được trình bày ở ô số 7a.

Sai: TM. ỦY BAN NHÂN DÂN / Nguyễn Văn A

Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn A

Bỏ qua khi: biên bản họp do nhiều người ký.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import signing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY13", "quyen_han_thieu_chuc_vu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ")


def faults(view: DocumentView) -> Iterator[Fault]:
    for signer in signing.signers(view):
        if signer.authority and signer.name and not signer.title:
            yield RULE.at(signer.authority[-1], N_("Dưới “{doan}” không có chức vụ của người ký."), N_("Thêm dòng chức vụ, ví dụ “CHỦ TỊCH”, giữa quyền hạn và họ tên."), doan=signer.authority[-1].text)

"""Dưới chức vụ không có họ tên người ký.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 7, điểm c: họ và tên người ký văn bản bao gồm họ, tên đệm (nếu có) và tên.

Sai: dưới “CHỦ TỊCH” để trống.

Đúng: CHỦ TỊCH / Nguyễn Văn A

Bỏ qua khi: bản dự thảo chưa có số, chưa rõ người ký (chương trình bỏ qua).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import head, signing
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KY02", "thieu_ho_ten_nguoi_ky", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 7, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    if number is not None and number.ky_hieu and not any(map(str.isdigit, number.so.text)):
        return  # a draft: who signs is not known yet
    for signer in signing.signers(view):
        last = (signer.post or signer.authority)[-1:]
        if last and not signer.name and not any(signing.below(view, last[0])):
            yield RULE.at(last[0], N_("Dưới “{doan}” không có họ tên người ký."), N_("Ghi họ và tên người ký, canh giữa, chữ đậm."), doan=last[0].text)

"""Dòng chỉ dẫn “Kèm theo” không canh giữa.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo văn bản được canh giữa phía dưới tên của phụ lục.

Sai: “(Kèm theo …)” canh trái.

Đúng: “(Kèm theo …)” canh giữa.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import headings
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL15", "kem_theo_khong_canh_giua", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in view.annexes:
        if annex.kem_theo:
            yield from headings.not_centred(RULE, annex.kem_theo)

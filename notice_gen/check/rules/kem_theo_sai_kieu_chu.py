"""Dòng chỉ dẫn “Kèm theo” không in nghiêng, hoặc in đậm.

Căn cứ: Phụ lục I, Phần I, Mục III, khoản 1, điểm c: thông tin chỉ dẫn kèm theo chữ in thường, kiểu chữ nghiêng.

Sai: “(Kèm theo …)” chữ đứng.

Đúng: “(Kèm theo …)” chữ nghiêng, không đậm.

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView

RULE = Rule("PL14", "kem_theo_sai_kieu_chu", Level.LUAT, "Phụ lục I, Phần I, Mục III, khoản 1, điểm c")


def faults(view: DocumentView) -> Iterator[Fault]:
    for annex in view.annexes:
        if annex.kem_theo:
            yield from look.style_of(RULE, annex.kem_theo, look.asked(view, "kem_theo"))

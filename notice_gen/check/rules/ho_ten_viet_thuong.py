"""Họ tên người ký có chữ không viết hoa chữ cái đầu.

Căn cứ: Phụ lục II, Mục II, khoản 1: viết hoa chữ cái đầu tất cả các âm tiết của tên người Việt Nam.

Sai: Trần thị Bình; trần thị bình

Đúng: Trần Thị Bình

Bỏ qua khi: tên người nước ngoài, tên theo cách viết của dân tộc thiểu số (chương trình chỉ xét những họ thường gặp).
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import look, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.legal.quyen_ky import quyen_ky

RULE = Rule("KY15", "ho_ten_viet_thuong", Level.LUAT, "Phụ lục II, Mục II, khoản 1")


def faults(view: DocumentView) -> Iterator[Fault]:
    families = quyen_ky().truoc_ho_ten["ho"]
    for span in look.spans(view, "ho_ten"):
        words = texts.nfc(span.text).split()
        if 2 <= len(words) <= 5 and words[0].lower() in families and all(word.isalpha() for word in words) and any(word[0].islower() for word in words):
            yield RULE.at(span, N_("Họ tên người ký viết hoa chưa đúng: “{doan}”."), N_("Viết: {dung}"), doan=span.text, dung=" ".join(word[0].upper() + word[1:] for word in words))

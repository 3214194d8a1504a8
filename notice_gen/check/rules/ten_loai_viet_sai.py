"""Tên loại văn bản viết sai chữ, hoặc không phải tên loại mà ký hiệu nói tới.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: tên loại văn bản do cơ quan ban hành (các loại ở Điều 7).

Sai: QUYẾT ĐINH; số ghi “15/QĐ-SNV” mà tên loại ghi “THÔNG TRI”.

Đúng: QUYẾT ĐỊNH

Bỏ qua khi: tên loại của ngành khác, số và ký hiệu theo quy định riêng.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notice_gen.check import head, look
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import dat_dau

RULE = Rule("TL06", "ten_loai_viet_sai", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    number = head.number(view)
    said = view.loai or (number.groups[0] if number and number.groups else "")
    known = view.law.loai.get(said)
    for span in look.spans(view, "ten_loai")[:1] if known else ():
        typed = " ".join(unicodedata.normalize("NFC", span.text).split()).rstrip(" :.")
        if known and dat_dau(typed.casefold(), "cu") != dat_dau(known.ten.casefold(), "cu"):
            yield RULE.at(span, N_("Tên loại “{doan}” viết chưa đúng."), N_("Viết: {dung}"), doan=typed, dung=known.ten.upper())

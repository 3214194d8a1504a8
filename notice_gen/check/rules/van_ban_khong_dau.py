"""Văn bản gõ không dấu.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: phông chữ tiếng Việt, bộ mã ký tự Unicode theo TCVN 6909:2001.

Sai: Kinh gui: Uy ban nhan dan xa

Đúng: Kính gửi: Ủy ban nhân dân xã

Bỏ qua khi: văn bản bằng tiếng nước ngoài.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT08", "van_ban_khong_dau", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

_ENOUGH = 150


def faults(view: DocumentView) -> Iterator[Fault]:
    text = " ".join(span.text for span in texts.words(view))
    bare = sum(sign.isalpha() for sign in text)
    # One letter in four of Vietnamese has a mark; a paper without any has lost them all.
    if bare >= _ENOUGH and sum(sign.isalpha() and not sign.isascii() for sign in unicodedata.normalize("NFC", text)) * 100 < bare:
        yield RULE.at(texts.words(view)[0], N_("Văn bản gõ không dấu."), N_("Gõ lại có dấu bằng bộ gõ tiếng Việt, bảng mã Unicode."))

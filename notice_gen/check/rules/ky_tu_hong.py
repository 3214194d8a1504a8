"""Chữ đã hỏng khi chuyển mã.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: bộ mã ký tự Unicode theo TCVN 6909:2001.

Sai: “cá»™ng hÃ²a”, “c�ng hòa”.

Đúng: “cộng hòa”.

Bỏ qua khi: không có trường hợp nào; chữ đã mất thì phải gõ lại theo bản gốc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT07", "ky_tu_hong", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

# The replacement character; control characters; the bytes of UTF-8 read as Windows-1252.
_BROKEN = re.compile(r"[\ufffd\u0080-\u009f]|Ã[\u00a0-\u00bf]|á[º»][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]|[ÄÆ][\u00a0-\u00bf\u2018-\u2022]")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        found = _BROKEN.search(span.text) if not span.text.isascii() else None
        if found:
            hint = N_("Gõ lại theo bản gốc; chữ đã hỏng không tự khôi phục được.")
            yield RULE.at(texts.piece(span, found), N_("Chữ hỏng do chuyển mã: “{doan}”."), hint, doan=texts.around(span, found))

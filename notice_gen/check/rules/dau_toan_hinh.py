"""Dấu câu toàn hình của bộ gõ tiếng Trung, tiếng Nhật.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: phông chữ tiếng Việt Times New Roman.

Sai: Đảng ủy，Ủy ban nhân dân xã

Đúng: Đảng ủy, Ủy ban nhân dân xã

Bỏ qua khi: đoạn đó là tiếng nước ngoài.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT09", "dau_toan_hinh", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

_WIDE = re.compile(r"(?P<dau>[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\u3001\u3002])(?P<sau>(?=\w))?")
_OTHER = str.maketrans({"\u3001": ",", "\u3002": "."})


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        for found in _WIDE.finditer(span.text):
            right = unicodedata.normalize("NFKC", found["dau"].translate(_OTHER))
            space = " " if found["sau"] is not None and right in ",.;:!?)" else ""
            hint = N_("Gõ lại dấu “{dung}” của bàn phím thường.")
            message = N_("Dấu “{dau}” toàn hình ở “{doan}”.")
            mend = Mend("text", {"new": right + space})
            yield RULE.at(texts.piece(span, found), message, hint, mend=mend, dau=found["dau"], doan=texts.around(span, found), dung=right)

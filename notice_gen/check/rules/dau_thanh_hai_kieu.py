"""Dấu thanh của oa, oe, uy đặt theo hai kiểu trong cùng một văn bản.

Căn cứ: Thông lệ chính tả tiếng Việt: cả “hòa, thủy” và “hoà, thuỷ” đều được dùng; một văn bản nên theo một kiểu.

Sai: “hòa giải” ở đoạn đầu, “hoà giải” ở đoạn sau.

Đúng: “hòa giải” ở mọi chỗ.

Bỏ qua khi: chữ được chép nguyên văn từ văn bản khác. Tên riêng không được xét.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese.chinh_ta import dat_dau

RULE = Rule("KT06", "dau_thanh_hai_kieu", Level.GOI_Y, "Thông lệ chính tả tiếng Việt")

_OLD = re.compile(r"\b[a-zđ]*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b")
_NEW = re.compile(r"\b[a-zđ]*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b")


def faults(view: DocumentView) -> Iterator[Fault]:
    old = [(span, found) for span in texts.legible(view) for found in _OLD.finditer(span.text)]
    new = [(span, found) for span in texts.legible(view) for found in _NEW.finditer(span.text)]
    if old and new:
        fewer, style = (old, "moi") if len(old) < len(new) else (new, "cu")
        span, found = fewer[0]
        right = dat_dau(found[0], "moi" if style == "moi" else "cu")
        hint = N_("Cả văn bản nên theo một kiểu; phần lớn chỗ khác viết theo kiểu “{dung}”.")
        message = N_("Dấu thanh đặt theo hai kiểu: “{doan}” ({so} chữ) khác kiểu với những chữ còn lại.")
        yield RULE.at(texts.piece(span, found), message, hint, doan=found[0], so=len(fewer), dung=right)

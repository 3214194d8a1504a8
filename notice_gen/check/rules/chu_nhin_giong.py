"""Chữ của bảng chữ cái khác lẫn vào từ tiếng Việt, nhìn giống mà không phải.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: bộ mã ký tự Unicode theo TCVN 6909:2001.

Sai: “Ðiều 1” với chữ Ð của tiếng Iceland; “xã” với chữ х của tiếng Nga.

Đúng: “Điều 1”, “xã” với chữ Đ, x của tiếng Việt.

Bỏ qua khi: đó là ký hiệu khoa học hoặc tên riêng nước ngoài viết đúng.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT03", "chu_nhin_giong", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

_CYRILLIC = "аеорсухіјѕАВЕКМНОРСТУХІЈЅ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
# One that is of no other use here, or one that touches a Latin letter.
_ALIKE = re.compile(rf"[ÐðƉ{_WIDE}]|(?<=[A-Za-zÀ-ỹ])[{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}](?=[A-Za-zÀ-ỹ])")
_WORD = re.compile(r"\S+")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        if span.text.isascii():
            continue
        for word in _WORD.finditer(span.text):
            found = _ALIKE.search(word[0])
            if found:
                name = unicodedata.name(found[0], "").lower()
                hint = N_("Xóa chữ “{chu}” rồi gõ lại bằng bộ gõ tiếng Việt.")
                yield RULE.at(texts.piece(span, word), N_("“{doan}”: chữ “{chu}” không phải chữ tiếng Việt ({ten})."), hint, doan=word[0], chu=found[0], ten=name)

"""Chữ có dấu gõ bằng mã tổ hợp (dấu rời) thay cho mã dựng sẵn.

Căn cứ: Phụ lục I, Phần I, Mục I, khoản 4: bộ mã ký tự Unicode theo TCVN 6909:2001, chữ có dấu dùng mã dựng sẵn.

Sai: chữ “ế” gồm ba mã: e, dấu mũ, dấu sắc (gõ bằng Unicode tổ hợp, hoặc chép từ máy Mac, từ tệp PDF).

Đúng: chữ “ế” là một mã; nhìn không khác nhưng tìm kiếm và sắp xếp được.

Bỏ qua khi: không có trường hợp nào; chương trình sửa được mà không đổi chữ nào.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT01", "chu_to_hop_roi", Level.LUAT, "Phụ lục I, Phần I, Mục I, khoản 4")

_APART = re.compile(r"[A-Za-zÀ-ỹ][\u0300-\u0303\u0306\u0309\u031b\u0323]+")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.everything(view):
        found = [one for one in _APART.finditer(span.text) if unicodedata.normalize("NFC", one[0]) != one[0]]
        if found:
            apart = texts.part(span, found[0].start(), found[-1].end())
            mend = Mend("text", {"new": unicodedata.normalize("NFC", apart.text)})
            shown = unicodedata.normalize("NFC", texts.around(span, found[0]))
            hint = N_("Chuyển sang Unicode dựng sẵn, ví dụ bằng UniKey (Ctrl+Shift+F6), hoặc để chương trình sửa.")
            yield RULE.at(apart, N_("Chữ gõ bằng Unicode tổ hợp ở “{doan}” ({so} chữ trong đoạn)."), hint, mend=mend, doan=shown, so=len(found))

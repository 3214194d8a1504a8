"""Sentences: where one ends, and the capital that the next begins with (Phụ lục II, Mục I)."""

from __future__ import annotations

import re

from notice_gen.vietnamese.chu_cai import CHU_THUONG, chu_hoa

TU_CO_CHAM = frozenset({
    "tr", "tp", "ths", "ts", "gs", "bs", "ks", "vv", "st", "đt", "sđt", "tel", "vd", "tx", "tt", "đc", "nxb", "sn", "ng", "th",
})  # fmt: skip
"""Small words whose full stop says that they are short for something, not that a sentence ends."""

_SENTENCE_END = re.compile(rf"(?<![\w./@-])([{CHU_THUONG}]{{2,7}})[.?!][ \u00a0]+$")
_FIRST_WORD = re.compile(rf"[{CHU_THUONG}]+(?![\w.@/:-])")


def het_cau(text: str) -> bool:
    """Say whether a sentence ends at the end of *text*, so that a capital comes next.

    >>> het_cau("Đã niêm yết công khai. "), het_cau("Liên hệ đt. "), het_cau("Tại ")
    (True, False, False)
    """
    end = _SENTENCE_END.search(text[-12:])
    return end is not None and end[1] not in TU_CO_CHAM


def dau_cau(text: str) -> str:
    """Return *text* with the capital of a sentence's first word; an address or a code is left as it is.

    >>> dau_cau("xã Bình Điền"), dau_cau("Ủy ban"), dau_cau("vanthu@xa.vn"), dau_cau("03 hộ")
    ('Xã Bình Điền', 'Ủy ban', 'vanthu@xa.vn', '03 hộ')
    """
    return chu_hoa(text[0]) + text[1:] if _FIRST_WORD.match(text) else text

"""Thiếu khoảng trắng sau dấu câu.

Căn cứ: Thông lệ soạn thảo trên máy tính: sau dấu , . ; : có một khoảng trắng.

Sai: Đảng ủy,Ủy ban nhân dân xã

Đúng: Đảng ủy, Ủy ban nhân dân xã

Bỏ qua khi: đó là địa chỉ trang mạng, thư điện tử, tên tệp hoặc ký hiệu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC04", "thieu_khoang_trang_sau_dau", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")

_TIGHT = texts.vietnamese(r"[^\W\d_](?P<dau>[,;])(?=[^\W\d_])|[a-z]{2}(?P<cham>\.)(?=[A-Z][a-z])|[a-z](?P<hai>:)(?=[^\W\d_])")
_ADDRESS = re.compile(r"[@\\#=&]|://|www\.|\.(?:vn|com|org|net|gov|docx?|xlsx?|pdf)\b", re.IGNORECASE)
_LONGEST_WORD = 80


def faults(view: DocumentView) -> Iterator[Fault]:
    kept = {id(span) for span in texts.boxed(view, "noi_nhan")}
    for span in texts.legible(view):
        for found in _TIGHT.finditer(span.text):
            if (id(span) in kept and found["cham"]) or _ADDRESS.search(_word(span.text, found)):
                continue
            dau = found["dau"] or found["cham"] or found["hai"]
            hint, mend = N_("Thêm một khoảng trắng sau dấu “{dau}”."), Mend("text", {"new": found[0] + " "})
            yield RULE.at(texts.piece(span, found), N_("Thiếu khoảng trắng sau dấu “{dau}” ở “{doan}”."), hint, mend=mend, dau=dau, doan=texts.around(span, found))


def _word(text: str, found: re.Match[str]) -> str:
    """Return the word, no space within, that holds what was found."""
    before = text[max(found.start() - _LONGEST_WORD, 0) : found.start()].rsplit(" ", maxsplit=1)[-1]
    return before + text[found.start() : found.end() + _LONGEST_WORD].split(" ", maxsplit=1)[0]

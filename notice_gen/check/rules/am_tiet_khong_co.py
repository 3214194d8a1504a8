"""Chữ không phải một âm tiết tiếng Việt, thường do gõ nhầm hoặc hai từ dính nhau.

Căn cứ: Thông lệ chính tả tiếng Việt: mỗi âm tiết gồm phụ âm đầu, vần và thanh điệu có trong tiếng Việt.

Sai: quyêt định; thưòng xuyên; thủtục

Đúng: quyết định; thường xuyên; thủ tục

Bỏ qua khi: đó là từ nước ngoài hoặc tiếng dân tộc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import am_tiet

RULE = Rule("CT03", "am_tiet_khong_co", Level.THONG_LE, "Thông lệ chính tả tiếng Việt")

# A small word with a letter of Vietnamese alone; a hyphen, a figure or an apostrophe makes it something else.
_WORD = r"(?<![\w'’/.@&-])[a-z]{2,14}(?![\w'’/@&-])"
_FOREIGN = re.compile(r"[fjwz]|[bcdđgkp][lr]|[st]l|s[ckmnpt]|[lrsvxkdđbq]$|(?<!n)g$|(?<![nc])h$")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in texts.vietnamese(_WORD).finditer(span.text):
            word = found[0]
            if word.isascii() or am_tiet.la_am_tiet(word) or not re.search(r"[^\W_bcdđghklmnpqrstvx]", word):
                continue
            apart = am_tiet.dinh_chu(word)
            if apart:
                hint, right = N_("Viết: {dung}"), " ".join(apart)
                yield RULE.at(texts.piece(span, found), N_("“{doan}”: hai từ viết dính nhau."), hint, doan=word, dung=right)
            elif len(word) <= 7 and not am_tiet.la_tu_ghep(word) and not _FOREIGN.search(am_tiet.khong_thanh(word)):
                yield RULE.at(texts.piece(span, found), N_("“{doan}” không phải một âm tiết tiếng Việt."), N_("Xem lại chữ và dấu của “{doan}”."), doan=word)

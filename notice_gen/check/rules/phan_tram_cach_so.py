"""Khoảng trắng giữa con số và dấu phần trăm.

Căn cứ: Thông lệ ghi số liệu: dấu % viết liền sau con số.

Sai: đạt 98,7 %

Đúng: đạt 98,7%

Bỏ qua khi: cơ quan có quy định riêng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("SL06", "phan_tram_cach_so", Level.GOI_Y, "Thông lệ ghi số liệu")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.words(view):
        for found in re.finditer(r"(?<=\d)(?P<cach>[ \u00a0])%", span.text):
            yield RULE.at(texts.piece(span, found, "cach"), N_("Khoảng trắng trước dấu % ở “{doan}”."), N_("Viết dấu % liền sau con số."), mend=Mend("text", {"new": ""}), doan=texts.around(span, found))

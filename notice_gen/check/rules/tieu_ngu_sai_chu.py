"""Tiêu ngữ viết sai: sai chữ, thiếu gạch nối, gạch nối không có cách chữ.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 1, điểm b: chữ in thường, chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối (-), có cách chữ.

Sai: Độc lập-Tự do-Hạnh phúc; Độc lập – Tự do – Hạnh Phúc; ĐỘC LẬP - TỰ DO - HẠNH PHÚC

Đúng: Độc lập - Tự do - Hạnh phúc

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notice_gen.check import look
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TN02", "tieu_ngu_sai_chu", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 1, điểm b")


_RIGHT = "Độc lập - Tự do - Hạnh phúc"


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "tieu_ngu"):
        shown = unicodedata.normalize("NFC", span.text.strip())
        if shown == _RIGHT and not look.capitals(span):
            continue
        marks_only = "".join(filter(str.isalpha, shown)) == "".join(filter(str.isalpha, _RIGHT))
        mend = Mend("text", {"new": span.text.replace(span.text.strip(), _RIGHT)}) if marks_only else None
        yield RULE.at(span, N_("Tiêu ngữ viết chưa đúng: “{doan}”."), N_("Viết: {dung}"), mend=mend, doan=shown, dung=_RIGHT)

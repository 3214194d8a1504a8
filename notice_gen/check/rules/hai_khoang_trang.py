"""Hai khoảng trắng trở lên liền nhau giữa các từ.

Căn cứ: Thông lệ soạn thảo trên máy tính: giữa hai từ là một khoảng trắng.

Sai: Ủy ban nhân dân  xã

Đúng: Ủy ban nhân dân xã

Bỏ qua khi: chỗ trống chờ điền, ví dụ “ngày      tháng 6 năm 2026”, “Họ và tên:      ”. Khoảng trắng dài giữa hai cột chữ thì báo nhưng không tự sửa.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC01", "hai_khoang_trang", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")

_RUN = re.compile(r"(?:(?<=[^\s:….])|(?<=\w[.:]))[ \u00a0]{2,}(?=[^\s/])")
_LONG = 4  # spaces: columns put apart by hand, or room for something to be filled in
_BLANK_AFTER = ("ngày", "tháng", "năm", "số", "giờ", "phút", "lúc")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.words(view):
        for found in _RUN.finditer(span.text) if "  " in span.text.replace("\u00a0", " ") else ():
            before, is_long = span.text[max(found.start() - 5, 0) : found.start()].lower(), len(found[0]) >= _LONG
            if before.endswith(_BLANK_AFTER) or (is_long and before.endswith(":")):
                continue
            hint = N_("Giữa hai từ chỉ để một khoảng trắng; chữ xếp thành cột thì dùng phím Tab hoặc bảng không viền.") if is_long else N_("Giữa hai từ chỉ để một khoảng trắng.")
            mend = None if is_long else Mend("text", {"new": " "})
            yield RULE.at(texts.piece(span, found), N_("Thừa khoảng trắng ở “{doan}”."), hint, mend=mend, doan=texts.around(span, found))

"""Khoảng trắng đặc biệt thay cho khoảng trắng thường.

Căn cứ: Thông lệ soạn thảo trên máy tính: giữa các từ là một khoảng trắng thường.

Sai: hai từ cách nhau bằng khoảng trắng rộng (em), hẹp (thin) hoặc của tiếng Trung, tiếng Nhật, thường do chép từ nơi khác.

Đúng: một khoảng trắng thường; khoảng trắng không ngắt (Ctrl+Shift+Space) được dùng để giữ hai từ trên một dòng.

Bỏ qua khi: khoảng trắng hẹp được dùng có chủ ý trong công thức.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("KT05", "khoang_trang_la", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")


def faults(view: DocumentView) -> Iterator[Fault]:
    odd = "\u2000-\u200a\u202f\u205f\u3000"
    pattern = f"(?:(?<![ \u00a0])[ \u00a0]+)?[{odd}][ \u00a0{odd}]*"
    for span in texts.everything(view):
        for found in re.finditer(pattern, span.text):
            hint = N_("Thay bằng một khoảng trắng thường.")
            shown = texts.around(span, found)
            yield RULE.at(texts.piece(span, found), N_("Khoảng trắng đặc biệt ở “{doan}”."), hint, mend=Mend("text", {"new": " "}), doan=shown)

"""Thiếu khoảng trắng trước dấu mở ngoặc.

Căn cứ: Thông lệ soạn thảo trên máy tính: trước dấu mở ngoặc đơn có một khoảng trắng.

Sai: cải cách hành chính(CCHC)

Đúng: cải cách hành chính (CCHC)

Bỏ qua khi: đó là công thức hoặc ký hiệu.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC05", "thieu_khoang_trang_truoc_ngoac", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?P<chu>[a-z])\((?=[^\W\d_]{2})"
    message, hint = N_("Thiếu khoảng trắng trước dấu ngoặc ở “{doan}”."), N_("Thêm một khoảng trắng trước dấu mở ngoặc.")
    for span in texts.legible(view):
        for found in texts.vietnamese(pattern).finditer(span.text):
            mend = Mend("text", {"new": found["chu"] + " ("})
            yield RULE.at(texts.piece(span, found), message, hint, mend=mend, doan=texts.around(span, found))

"""Khoảng trắng đứng trước dấu câu.

Căn cứ: Thông lệ soạn thảo trên máy tính: dấu , . ; : ! ? đi liền sau chữ, khoảng trắng đứng sau dấu.

Sai: Ủy ban nhân dân xã , các phòng

Đúng: Ủy ban nhân dân xã, các phòng

Bỏ qua khi: chỗ trống chờ điền đứng trước dấu.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC02", "khoang_trang_truoc_dau", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?P<truoc>[^\W_]|[)\]”’%])[ \u00a0](?P<dau>[,.;:!?])(?=[\s”’)]|$|(?<=[,;])[^\W\d_])"
    message, hint = N_("Thừa khoảng trắng trước dấu “{dau}” ở “{doan}”."), N_("Viết dấu “{dau}” liền sau “{truoc}”.")
    return texts.each(RULE, texts.words(view), pattern, message, hint, r"\g<truoc>\g<dau>")

"""Khoảng trắng ngay sau dấu mở ngoặc hoặc ngay trước dấu đóng ngoặc.

Căn cứ: Thông lệ soạn thảo trên máy tính: dấu ngoặc đi liền với chữ bên trong.

Sai: ( để báo cáo )

Đúng: (để báo cáo)

Bỏ qua khi: trong ngoặc là chỗ trống chờ điền.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC03", "khoang_trang_trong_ngoac", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")


def faults(view: DocumentView) -> Iterator[Fault]:
    pattern = r"(?P<mo>[(\[“‘])[ \u00a0]+(?P<chu>[^\W_])|(?P<cuoi>[^\s_.…(\[“‘])[ \u00a0]+(?P<dong>[)\]”’])"
    for span in texts.words(view):
        for found in re.finditer(pattern, span.text):
            new = (found["mo"] or found["cuoi"]) + (found["chu"] or found["dong"])
            hint = N_("Viết dấu ngoặc liền với chữ bên trong.")
            shown = texts.around(span, found)
            yield RULE.at(texts.piece(span, found), N_("Thừa khoảng trắng bên trong dấu ngoặc ở “{doan}”."), hint, mend=Mend("text", {"new": new}), doan=shown)

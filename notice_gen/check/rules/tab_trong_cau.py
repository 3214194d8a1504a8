"""Dấu tab đứng giữa câu thay cho khoảng trắng.

Căn cứ: Thông lệ soạn thảo trên máy tính: giữa hai từ là một khoảng trắng.

Sai: Ủy ban nhân dân xã, dấu tab, rồi báo cáo.

Đúng: Ủy ban nhân dân xã báo cáo.

Bỏ qua khi: tab dùng để gióng cột trong một danh sách.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("DC09", "tab_trong_cau", Level.THONG_LE, "Thông lệ soạn thảo trên máy tính")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.prose(view):
        for found in texts.vietnamese(r"(?<=[a-z,;])[ \u00a0]?\t[\t \u00a0]*(?=[a-z])").finditer(span.text):
            shown, hint = texts.around(span, found).replace("\t", "→"), N_("Xóa dấu tab, để lại một khoảng trắng.")
            yield RULE.at(texts.piece(span, found), N_("Dấu tab giữa câu ở “{doan}”."), hint, mend=Mend("text", {"new": " "}), doan=shown)

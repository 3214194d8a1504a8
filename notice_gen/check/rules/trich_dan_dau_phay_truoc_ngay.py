"""Dấu phẩy giữa ký hiệu và ngày ban hành của văn bản được viện dẫn.

Căn cứ: Thông lệ viện dẫn văn bản: theo mẫu của nghị định, “số …/…-… ngày … tháng … năm …” viết liền, không dấu phẩy.

Sai: Kế hoạch số 12/KH-UBND, ngày 05 tháng 02 năm 2026

Đúng: Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Mend, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TD05", "trich_dan_dau_phay_truoc_ngay", Level.THONG_LE, "Thông lệ viện dẫn văn bản")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found in texts.vietnamese(r"\d/(?:\d{4}/)?[A-Z][\w&.-]{1,30}(?P<phay>,) ngày \d{1,2}[/. t-]").finditer(span.text):
            shown = span.text[max(found.start() - 5, 0) : found.end() - 1].split(" ", 1)[-1]
            message = N_("Dấu phẩy thừa trước “ngày” ở “{doan}”.")
            yield RULE.at(texts.piece(span, found, "phay"), message, N_("Bỏ dấu phẩy."), mend=Mend("text", {"new": ""}), doan=shown)

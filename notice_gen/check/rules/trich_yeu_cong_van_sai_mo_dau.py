"""Trích yếu công văn không mở đầu bằng “V/v”.

Căn cứ: Phụ lục I, Phần I, Mục II, khoản 5, điểm b: trích yếu nội dung công văn sau chữ “V/v”.

Sai: Về việc lập danh mục hồ sơ; V/V lập danh mục; v/v: lập danh mục

Đúng: V/v lập danh mục hồ sơ

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import look, texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TY09", "trich_yeu_cong_van_sai_mo_dau", Level.LUAT, "Phụ lục I, Phần I, Mục II, khoản 5, điểm b")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in look.spans(view, "trich_yeu_cong_van")[:1]:
        found = re.match(r"\S+(?:\s+việc\b)?\s*:?", span.text)
        if found and not re.match(r"V/v\s+\w", span.text):
            yield RULE.at(texts.piece(span, found), N_("Trích yếu công văn mở đầu chưa đúng: “{doan}”."), N_("Viết: V/v, một dấu cách, rồi nội dung, không có dấu hai chấm."), doan=found[0])

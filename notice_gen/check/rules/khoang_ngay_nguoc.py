"""Khoảng ngày kết thúc trước khi bắt đầu.

Căn cứ: Thông lệ ghi ngày tháng: ngày cuối không trước ngày đầu.

Sai: từ ngày 15/6/2026 đến ngày 01/6/2026

Đúng: từ ngày 01/6/2026 đến ngày 15/6/2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG06", "khoang_ngay_nguoc", Level.THONG_LE, "Thông lệ ghi ngày tháng")

_BETWEEN = re.compile(r"\s*(?:đến|-|–)(?: hết)?(?: ngày)?\s*")


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        found = sorted(texts.dates(span.text), key=lambda one: one[0].start())
        for (first, begin), (second, end) in pairwise(found):
            # The word “ngày” belongs to what a long date matches, and stands before a short one.
            between = span.text[first.end() : second.start()]
            from_ = re.search(r"\btừ(?: ngày)?\s*$", span.text[max(first.start() - 12, 0) : first.start()], re.IGNORECASE)
            if begin and end and end < begin and from_ and _BETWEEN.fullmatch(between):
                whole = texts.part(span, first.start(), second.end())
                yield RULE.at(whole, N_("Khoảng ngày “{doan}” kết thúc trước khi bắt đầu."), N_("Xem lại hai ngày."), doan=whole.text)

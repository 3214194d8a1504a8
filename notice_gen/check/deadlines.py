"""The deadlines a paper sets: ``gửi báo cáo trước ngày …``, ``hoàn thành chậm nhất ngày …``."""

from __future__ import annotations

import re
from datetime import date

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span
from notice_gen.facts import Phrases

_BEFORE = Phrases(r"{truoc_han}(?: \d{{1,2}} ?(?:giờ|h)(?: ?\d{{2}})?,?)?(?: ngày)?(?: (?:thứ \w+|[Cc]hủ nhật),?(?: ngày)?)?\s*$")
# What is asked for; what is told of the past is no deadline.
_ASKED = Phrases(r"\b{viec_giao}\b", re.IGNORECASE)
_PAST = Phrases(r"\b{viec_da_qua}\b")
# “các hồ sơ nộp trước ngày …”: which ones, not by when.
_WHICH = Phrases(r"\b{doi_tuong}(?: \w+){{0,2}} {viec_cua_doi_tuong}\s*$")
_LONGEST_CLAUSE = 300


@texts.remembered
def of(view: DocumentView) -> list[tuple[Span, date]]:
    """Return the days by which the text asks for something, each with its place."""
    found = []
    for span in texts.legible(view):
        for one, day in texts.dates(span.text):
            before = re.split(r"[.;:]\s", span.text[max(one.start() - _LONGEST_CLAUSE, 0) : one.start()])[-1]
            limit = _BEFORE.search(before[-60:])
            clause = before[: len(before) - (len(limit[0]) if limit else 0)]
            if day and limit and _ASKED.search(clause) and not _PAST.search(clause) and not _WHICH.search(clause[-80:]):
                found.append((texts.piece(span, one), day))
    return found

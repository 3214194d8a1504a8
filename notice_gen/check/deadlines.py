"""The deadlines a paper sets: ``gửi báo cáo trước ngày …``, ``hoàn thành chậm nhất ngày …``."""

from __future__ import annotations

import re
from datetime import date

from notice_gen.check import texts
from notice_gen.check.view import DocumentView, Span

_BEFORE = re.compile(r"(?:\btrước|\bchậm nhất(?: là)?(?: vào)?|\bmuộn nhất(?: là)?|\bhạn cuối(?: là)?|\bthời hạn(?: là)?)(?: \d{1,2} ?(?:giờ|h)(?: ?\d{2})?,?)?(?: ngày)?(?: (?:thứ \w+|[Cc]hủ nhật),?(?: ngày)?)?\s*$")
# What is asked for; what is told of the past is no deadline.
_ASKED = re.compile(r"\b(?:gửi|báo cáo|hoàn thành|nộp|đăng ký|tổng hợp|thực hiện|triển khai|khắc phục|trình|xong|rà soát|góp ý|ban hành)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:đã|được|có hiệu lực|trước đây|phát sinh|tính đến|tiếp nhận|sinh|thành lập|tồn đọng|đang|từ ngày|kể từ)\b")
# “các hồ sơ nộp trước ngày …”: which ones, not by when.
_WHICH = re.compile(
    r"\b(?:hồ sơ|trường hợp|văn bản|công trình|dự án|hợp đồng|đối tượng|vụ việc|nhiệm vụ|người|hộ|đơn|giấy tờ|tài sản|quyết định|kế hoạch|công dân|tổ chức)"
    r"(?: \w+){0,2} (?:nộp|gửi|đăng ký|ban hành|thực hiện|triển khai|hoàn thành|ký|trình|báo cáo)\s*$"
)
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

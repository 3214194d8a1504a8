"""Thứ không khớp với ngày.

Căn cứ: Thông lệ ghi ngày tháng: thứ và ngày cùng chỉ một ngày.

Sai: thứ Hai, ngày 25/8/2026

Đúng: thứ Ba, ngày 25/8/2026

Bỏ qua khi: không có trường hợp nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_gen.check import texts
from notice_gen.check.fault import Fault, Level, Rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_

RULE = Rule("TG02", "thu_khong_khop_ngay", Level.THONG_LE, "Thông lệ ghi ngày tháng")

_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_SUNDAY = 6
_NAME = re.compile(r"(?:thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,(:-]?\s*(?:ngày )?\(?$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s*\(\s*(?:thứ (?P<thu>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*\)", re.IGNORECASE)


def faults(view: DocumentView) -> Iterator[Fault]:
    for span in texts.legible(view):
        for found, day in texts.dates(span.text):
            before = _NAME.search(span.text[max(found.start() - 30, 0) : found.start()])
            said = before or _NAME_AFTER.match(span.text, found.end())
            if said and day and _number(said["thu"]) != day.weekday():
                right = "Chủ nhật" if day.weekday() == _SUNDAY else f"thứ {_DAYS[day.weekday()]}"
                shown = said[0].strip(" ,(:)-")
                yield RULE.at(texts.piece(span, found), N_("{ngay} là {dung}, không phải “{doan}”."), N_("Xem lại thứ hoặc ngày."), ngay=found[0], dung=right, doan=shown)


def _number(name: str | None) -> int:
    if name is None:
        return _SUNDAY
    return int(name) - 2 if name.isdigit() else [one.lower() for one in _DAYS].index(name.lower())

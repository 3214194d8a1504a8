"""Is it the same document?  What a notice says now against the line that the register has of it."""

from __future__ import annotations

import difflib
import re

from notice_gen.register.entry import Entry, Request, ten_chuan

_SAME_TEXT = 0.6  # of difflib; a reworded trích yếu stays above, that of another matter falls below
_LOOKED_AT = 1000  # characters of a trích yếu: the time difflib takes grows with their square


def is_another(entry: Entry, request: Request) -> bool:
    """Tell whether *request* is another document than the one that has its number: of another unit, period or matter."""
    if entry.don_vi and request.don_vi and ten_chuan(entry.don_vi) != ten_chuan(request.don_vi):
        return True
    if entry.ngay != request.ngay and (former := _periods(entry.trich_yeu)) and (other := _periods(request.trich_yeu)) and former != other:
        return True  # the paper of the next month: another day, and another month or quarter in its subject
    return not alike(entry.trich_yeu, request.trich_yeu)


_DAY = re.compile(r"\bngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})")
_PERIOD = re.compile(
    r"\b(tuần|tháng|quý|đợt|kỳ|lần|năm)(?:\s+thứ)?\s+0*(\d+|[ivxlc]+\b|mười một|mười hai|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|nhất|nhì|giêng|chạp)"  # noqa: E501
)


def _periods(text: str) -> list[tuple[str, str]]:
    """Return the months, quarters, terms and years that a trích yếu speaks of; days left out.

    >>> _periods("Kết quả quý III năm 2026, tháng 09"), _periods("Hồ sơ tháng sáu"), _periods("Giải quyết 12 hồ sơ ngày 12/6/2026")
    ([('quý', 'iii'), ('năm', '2026'), ('tháng', '9')], [('tháng', 'sáu')], [])
    """
    return _PERIOD.findall(_DAY.sub("", ten_chuan(text)))


def alike(former: str, other: str) -> bool:
    """Tell whether two trích yếu may be of one document; an empty one may be of any."""
    former, other = ten_chuan(former)[:_LOOKED_AT], ten_chuan(other)[:_LOOKED_AT]
    return not former or not other or former == other or difflib.SequenceMatcher(None, former, other, autojunk=False).ratio() >= _SAME_TEXT

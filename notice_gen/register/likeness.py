"""Are two lines of the register, or a line and a notice that asks for its number, one document?"""

from __future__ import annotations

import difflib
import re

from notice_gen import vietnamese
from notice_gen.register.entry import Entry, Request, ten_chuan
from notice_gen.vietnamese import ten_nguoi


def columns(line: Entry | Request) -> tuple[object, ...]:
    """Return all that paper says of a document."""
    texts = (line.ky_hieu, line.trich_yeu, line.nguoi_ky, line.noi_nhan, line.luu)
    return (line.day_so, line.ngay, *map(ten_chuan, texts))


def about(line: Entry | Request) -> tuple[object, ...]:
    """Return what lines that are one document have in common, but for the trích yếu, which takes longest to be compared."""
    return (line.day_so, line.ngay, line.loai, ten_chuan(line.don_vi))


def likeness(line: Entry | Request, so: int = 0) -> tuple[object, ...]:
    """Return by what two lines of the register would be one document; without a trích yếu that is its number *so*."""
    return (*about(line), ten_chuan(line.trich_yeu) or so)


_SAME_TEXT = 0.6  # of difflib; a reworded trích yếu stays above, that of another matter falls below
_LOOKED_AT = 1000  # characters of a trích yếu: the time difflib takes grows with their square


_AS_ABOVE = "Như "  # of an invitation, in a register of before it noted who is invited


def is_another(entry: Entry, request: Request) -> bool:
    """Tell whether *request* is another document than the one that has its number: of another unit, period or matter."""
    if entry.don_vi and request.don_vi and ten_chuan(entry.don_vi) != ten_chuan(request.don_vi):
        return True
    if entry.ngay != request.ngay and (former := _periods(entry.trich_yeu)) and (other := _periods(request.trich_yeu)) and former != other:
        return True  # the paper of the next month: another day, and another month or quarter in its subject
    return not alike(entry.trich_yeu, request.trich_yeu)


def is_for_another(entry: Entry, request: Request) -> bool:
    """Tell whether *request* is for another person, or goes to another addressee first, than the paper that has its number.

    Whom a row of a mailing goes to is told by its unit.
    """
    if (entry.noi_nhan, entry.trich_yeu) == (request.noi_nhan, request.trich_yeu):
        return False
    first, new = entry.noi_nhan.partition(";")[0], request.noi_nhan.partition(";")[0]
    kept = ten_chuan(first) in ten_chuan(request.noi_nhan) or ten_chuan(new) in ten_chuan(entry.noi_nhan)
    if first and new and not entry.hang and not kept and not first.startswith(_AS_ABOVE):
        return vietnamese.bo_dau(ten_chuan(first)) != vietnamese.bo_dau(ten_chuan(new))
    return ten_nguoi.khac_nguoi(entry.trich_yeu, request.trich_yeu)


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

"""A span said in days, weeks, months or years against the dates beside it, where no manner of counting makes the two agree.

Figures are asked for as ``[0-9]``: an expression stands in a text as figures that no paper has (``loi_go.CHUA_BIET``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from notice_gen.errors import N_, Words
from notice_gen.facts import Pattern
from notice_gen.vietnamese.chinh_ta import LoiChu
from notice_gen.vietnamese.loi_ho_so import ngay_lam_viec, so_ngay_khac_khoang
from notice_gen.vietnamese.loi_ngay import ngay_co

_NUMBER = r"\b(?P<so>[0-9]{1,3})(?: \([^()0-9]{2,40}\))? (?P<don_vi>ngày|tuần|tháng|năm)(?: liên tục| liền)?"
_LEADS = r"(?:,|:| -| –)? ?\(?(?P<ke>tính |kể |bắt đầu )?từ (?:ngày )?"
_FIRST = r"(?P<d1>[0-9]{1,2})(?:(?:/| tháng )(?P<m1>[0-9]{1,2})(?:(?:/| năm )(?P<y1>[0-9]{4}))?)?"
_LAST = r"(?P<d2>[0-9]{1,2})(?:/| tháng )(?P<m2>[0-9]{1,2})(?:/| năm )(?P<y2>[0-9]{4})(?![0-9/])"
_SPAN = Pattern(rf"{_NUMBER}{_LEADS}{_FIRST} ?(?:đến|tới|-|–)(?: hết)?(?: ngày)? ?{_LAST}")
_OF_MONTHS = Pattern(
    rf"{_NUMBER}{_LEADS}tháng (?P<m1>[0-9]{{1,2}})(?:(?:/| năm )(?P<y1>[0-9]{{4}}))? ?(?:đến|tới|-|–)(?: hết)?(?: tháng)? ?"
    r"(?P<m2>[0-9]{1,2})(?:/| năm )(?P<y2>[0-9]{4})(?![0-9/])"
)
# Of each of several: two days a week from one day to another; of a share of the span: five days within it.
_OF_EACH = Pattern(r"\b(?:mỗi|từng|hằng|hàng|ít nhất|tối thiểu|tối đa|không quá|bình quân|trước|sau|cách)\b[^.;:,]*$", re.IGNORECASE)
_MANY = Pattern(r"\b(?:lần|buổi|đợt|lớp|người|ca|lượt)[ /]$", re.IGNORECASE)
_DAYS, _MONTHS = N_("{so} ngày"), N_("{so} tháng")
_MONTH, _YEAR, _WEEK = 30, 12, 7
_FAR, _FAR_OF_YEARS = 0.75, 1.0  # months by which a span of months, of years may be rounded
_SAID = 60
_SATURDAY, _SUNDAY = 5, 6


def so_ngay_it_hon_khoang(text: str) -> Iterator[LoiChu]:
    """Yield a number of days, weeks, months, years that the dates behind it do not span, its days of work neither.

    More days than the dates have are told by :func:`loi_ho_so.so_ngay_khac_khoang`.

    >>> text = "Tổ chức 06 ngày, từ ngày 19/10/2026 đến ngày 25/10/2026; đi 03 ngày làm việc, từ ngày 19/10/2026 đến ngày 22/10/2026."
    >>> [str(loi.gia_tri["co"]) for loi in so_ngay_it_hon_khoang(text)]
    ['7 ngày']
    >>> [str(loi.gia_tri["co"]) for loi in so_ngay_it_hon_khoang("Thời gian 02 tháng (từ ngày 01/8/2026 đến hết ngày 31/10/2026)")]
    ['3 tháng']
    """
    if not any(map(text.__contains__, (" từ ", "(từ "))) or not any(map(text.__contains__, (" ngày", " tuần", " tháng", " năm"))):
        return
    spans = [*_SPAN.finditer(text)]
    told = {loi.tu for loi in so_ngay_khac_khoang(text)} if spans else set()
    for found in spans:
        before = text[max(found.start() - _SAID, 0) : found.start()]
        if found.start() not in told and not _OF_EACH.search(before) and not _MANY.search(before) and (right := _other(found)):
            yield LoiChu(*found.span(), None, {"co": right})
    for found in _OF_MONTHS.finditer(text):
        months = _months(found)
        if found["don_vi"] == "tháng" and months > 0 and int(found["so"]) not in {months, months + 1}:
            yield LoiChu(*found.span(), None, {"co": Words(_MONTHS, so=months + 1)})


def _months(found: re.Match[str]) -> int:
    """Return how many months after the first the last one is."""
    return _YEAR * (int(found["y2"]) - int(found["y1"] or found["y2"])) + int(found["m2"]) - int(found["m1"] or found["m2"])


def _other(found: re.Match[str]) -> Words | None:
    """Return what the dates of a span come to, None where its number can be that."""
    begin = ngay_co(found["y1"] or found["y2"], found["m1"] or found["m2"], found["d1"])
    end = ngay_co(found["y2"], found["m2"], found["d2"])
    if begin is None or end is None or begin > end:
        return None
    number, there = int(found["so"]), (end - begin).days + 1
    if found["don_vi"] == "ngày":
        first_left_out = {there - 1} if found["ke"] else set()
        return None if number in {there, *first_left_out, *_at_work(begin, end)} else Words(_DAYS, so=there)
    if found["don_vi"] == "tuần":
        return None if _WEEK * number - 3 < there < _WEEK * number + 2 else Words(_DAYS, so=there)
    months = _months(found) + (end.day - begin.day + 1) / _MONTH
    wrong = abs(number - months) >= _FAR if found["don_vi"] == "tháng" else abs(_YEAR * number - months) > _FAR_OF_YEARS
    return Words(_MONTHS, so=f"{months:.1f}".removesuffix(".0").replace(".", ",")) if wrong else None


def _at_work(begin: date, end: date) -> set[int]:
    """Return how many days of work a span may have: with and without Saturdays, with and without the days off of the year."""
    days = [(begin + timedelta(n)).weekday() for n in range((end - begin).days + 1)]
    known, but_sundays = ngay_lam_viec(begin, end), sum(day < _SUNDAY for day in days)
    # Of one week but a Sunday, the first or the last day was forgotten more likely.
    of_six = {but_sundays} if but_sundays < len(days) - 1 else set()
    return {sum(day < _SATURDAY for day in days)} | of_six | (set() if known is None else {known})

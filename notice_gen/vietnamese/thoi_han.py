"""Deadlines: so many days, or so many working days, after a date.

The day itself does not count (Bộ luật Dân sự 2015, Điều 147 khoản 2).  Days off come from
``data/ngay-nghi.toml``; a year that is not in it is refused, never guessed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from notice_gen import facts
from notice_gen.errors import N_
from notice_gen.vietnamese.gia_tri import GiaTriSai

_DAY = timedelta(days=1)
_SATURDAY = 5


class LichNghi(NamedTuple):
    """Days off of one year.

    Attributes:
        nghi: weekdays off.
        lam_bu: Saturdays worked instead.
        chinh_thuc: False while the year's calendar is worked out from the law, not yet announced.
    """

    nghi: frozenset[date]
    lam_bu: frozenset[date]
    chinh_thuc: bool


@cache
def lich_nghi(nam: int) -> LichNghi:
    """Return the days off of a year (Bộ luật Lao động 2019, Điều 112).

    Raises:
        ValueError: the year's Tết is not in the data.

    >>> date(2026, 2, 16) in lich_nghi(2026).nghi, lich_nghi(2030).chinh_thuc
    (True, False)
    """
    data = _data()
    year = data["nam"].get(str(nam))
    if year is None:
        raise GiaTriSai(
            f"no calendar of days off for {nam}: add it to ngay-nghi.toml",
            N_("“{code}”: chưa biết lịch nghỉ của năm {nam}, nên không tính được ngày làm việc."),
            N_("Xem lại năm và số ngày; đúng năm đó thì ghi thẳng ngày vào [so_lieu]."), nam=nam,
        )
    if "nghi" in year:
        return LichNghi(frozenset(year["nghi"]), frozenset(year["lam_bu"]), chinh_thuc=True)
    fixed = [date.fromisoformat(f"{nam}-{day['ngay']}") for day in data["co_dinh"]]
    holidays = [*fixed, year["gio_to"], *(year["tet"] + n * _DAY for n in range(-2, 3))]
    return LichNghi(_with_days_in_lieu(holidays), frozenset(), chinh_thuc=False)


def la_ngay_lam_viec(d: date) -> bool:
    """Tell whether state offices work on a day.

    >>> la_ngay_lam_viec(date(2024, 4, 29)), la_ngay_lam_viec(date(2024, 5, 4)), la_ngay_lam_viec(date(2024, 6, 28))
    (False, True, True)
    """
    year = lich_nghi(d.year)
    return d in year.lam_bu or (d.weekday() < _SATURDAY and d not in year.nghi)


def han_sau(d: date, n: int, *, lam_viec: bool = False, doi: bool = False) -> date:
    """Return the last day of a term of *n* days that runs from *d*.

    Args:
        d: the day from which the term runs; it does not count itself.
        n: days, at least 0.
        lam_viec: count working days only.
        doi: when the last day is a day off, take the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).

    Raises:
        ValueError: *n* is negative, or the days off of a year are not known.

    >>> han_sau(date(2024, 6, 13), 15), han_sau(date(2024, 2, 7), 3, lam_viec=True)
    (datetime.date(2024, 6, 28), datetime.date(2024, 2, 19))
    >>> han_sau(date(2024, 4, 13), 5, doi=True)
    datetime.date(2024, 4, 19)
    """
    if n < 0:
        raise GiaTriSai(
            f"a term cannot be negative: {n}", N_("“{code}”: thời hạn không thể là số âm; ở đây là {so} ngày."),
            N_("Ghi số ngày từ 0 trở lên, ví dụ: ngay | han_sau(15)."), so=n,
        )
    if not lam_viec:
        d += n * _DAY
        while doi and not la_ngay_lam_viec(d):
            d += _DAY
        return d
    while n:
        d += _DAY
        n -= la_ngay_lam_viec(d)
    return d


def _with_days_in_lieu(holidays: list[date]) -> frozenset[date]:
    """Give each holiday on a weekly day off the next free weekday (Điều 111 khoản 3)."""
    off = {day for day in holidays if day.weekday() < _SATURDAY}
    for day in sorted(set(holidays) - off):
        while day.weekday() >= _SATURDAY or day in off:
            day += _DAY  # noqa: PLW2901
        off.add(day)
    return frozenset(off)


@cache
def _data() -> dict[str, Any]:
    return facts.table("ngay-nghi.toml")

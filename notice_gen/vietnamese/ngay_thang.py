"""Dates as the decree writes them, and read back; terms of so many days, or working days, after a date.

Phụ lục I, mục II.4: the day below 10 and months 1 and 2 take a leading zero, no other month does.
Practice keeps the same padding in the short form (``09/01/2024``, ``12/9/2022``).  In a term the day itself does not count (Bộ luật Dân sự
2015, Điều 147 khoản 2).  Days off come from ``data/ngay-nghi.toml``; a year that is not in it is refused, never guessed.  What an office
does otherwise holds within :func:`theo_lich_rieng`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from notice_gen import facts
from notice_gen.errors import N_
from notice_gen.records import record
from notice_gen.vietnamese.con_so import GiaTriSai, doc_la_ma, la_ma

_DAY = timedelta(days=1)
_SATURDAY = 5


@record
class LichNghi:
    """Days off of one year."""

    nghi: frozenset[date]  # weekdays off
    lam_bu: frozenset[date]  # Saturdays worked instead
    chinh_thuc: bool  # False while the year's calendar is worked out from the law, not yet announced


_RIENG: ContextVar[tuple[Collection[date], Collection[date]]] = ContextVar("lich_rieng", default=((), ()))


class theo_lich_rieng:  # noqa: N801 - used as a function; one that is decorated takes three times as long
    """Count as an office works: days off, and days worked, that the calendar has otherwise (an exchange of two days).

    >>> with theo_lich_rieng([date(2026, 11, 23)], [date(2026, 11, 28)]):
    ...     la_ngay_lam_viec(date(2026, 11, 23)), la_ngay_lam_viec(date(2026, 11, 28)), la_ngay_lam_viec(date(2026, 11, 25))
    (False, True, True)
    """

    def __init__(self, nghi: Collection[date], lam_viec: Collection[date]) -> None:
        self._rieng = nghi, lam_viec

    def __enter__(self) -> None:
        self._token = _RIENG.set(self._rieng)

    def __exit__(self, *_: object) -> None:
        _RIENG.reset(self._token)


@cache
def lich_nghi(nam: int) -> LichNghi:
    """Return the days off of a year (Bộ luật Lao động 2019, Điều 112).

    Raises ValueError: the year's Tết is not in the data.

    >>> date(2026, 2, 16) in lich_nghi(2026).nghi, lich_nghi(2030).chinh_thuc
    (True, False)
    """
    data = facts.table("ngay-nghi.toml")
    year = data["nam"].get(str(nam))
    if year is None:
        raise GiaTriSai(
            f"no calendar of days off for {nam}: add it to ngay-nghi.toml",
            N_("“{code}”: chưa biết lịch nghỉ của năm {nam}, nên không tính được ngày làm việc."),
            N_("Xem lại năm và số ngày; đúng năm đó thì ghi thẳng ngày vào [so_lieu]."), nam=nam,
        )
    if "nghi" in year:
        return LichNghi(frozenset(year["nghi"]), frozenset(year["lam_bu"]), chinh_thuc=True)
    fixed = [(date.fromisoformat(f"{nam}-{day['ngay']}"), day) for day in data["co_dinh"]]
    fixed = [(day, law) for day, law in fixed if day >= law.get("tu", day)]
    moved = [day for day, law in fixed if law.get("nghi_bu", True)]
    holidays = [*moved, year["gio_to"], *(year["tet"] + n * _DAY for n in range(-2, 3))]
    return LichNghi(_with_days_in_lieu(holidays, {day for day, _ in fixed}.difference(moved)), frozenset(), chinh_thuc=False)


def la_ngay_lam_viec(d: date) -> bool:
    """Tell whether state offices work on a day.

    >>> la_ngay_lam_viec(date(2024, 4, 29)), la_ngay_lam_viec(date(2024, 5, 4)), la_ngay_lam_viec(date(2024, 6, 28))
    (False, True, True)
    """
    off, worked = _RIENG.get()
    if d in off or d in worked:
        return d in worked
    year = lich_nghi(d.year)
    return d in year.lam_bu or (d.weekday() < _SATURDAY and d not in year.nghi)


def han_sau(d: date, n: int, *, lam_viec: bool = False, doi: bool = False) -> date:
    """Return the last day of a term of *n* days that runs from *d*.

    Args:
        d: the day from which the term runs; it does not count itself.
        n: days, at least 0.
        lam_viec: count working days only.
        doi: when the last day is a day off, take the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).

    Raises ValueError: *n* is negative, or the days off of a year are not known.

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


def _with_days_in_lieu(holidays: list[date], others: Collection[date]) -> frozenset[date]:
    """Give each of the *holidays* on a weekly day off the next free weekday (Điều 111 khoản 3); the *others* have none."""
    off = {day for day in (*holidays, *others) if day.weekday() < _SATURDAY}
    for day in sorted(set(holidays) - off):
        while day.weekday() >= _SATURDAY or day in off:
            day += _DAY  # noqa: PLW2901
        off.add(day)
    return frozenset(off)


# Patterns stay text: compiling them at first use keeps the import light.
_FULL = r"(?:[Nn]gày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
_SHORT = r"(?:[Nn]gày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_MONTH = r"[Tt]háng (?:(\d{1,2}) năm |(\d{1,2})/)(\d{4})"
_QUARTER = r"[Qq]uý ([IViv]+|[1-4])(?:/| năm )(\d{4})"
_RANGE = r"[Tt]ừ (ngày .+) đến (?:hết )?(ngày .+)"
_COUNTED = ("lần", "kỳ họp", "phiên họp", "kỳ", "đợt", "khóa", "khoá")
NOT_COUNTED = "".join(rf"(?<![{word[0].upper()}{word[0]}]{word[1:]} )" for word in _COUNTED)
"""Before *thứ* as the pattern of a weekday: “cấp lần thứ 3 ngày 20/4/2023” counts, it names no day of the week."""
_WEEK = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DATE_LINE = r"(.+), (ngày .+)"


def ngay(d: date) -> str:
    """Return the short form.

    >>> ngay(date(2024, 1, 9)), ngay(date(2022, 9, 12))
    ('09/01/2024', '12/9/2022')
    """
    return f"{d.day:02d}/{_month(d)}/{d.year:04d}"


@lru_cache(maxsize=256)
def ngay_day_du(d: date) -> str:
    """Return the full form (Phụ lục I, mục II.4).

    >>> ngay_day_du(date(2026, 2, 5)), ngay_day_du(date(2024, 6, 12))
    ('ngày 05 tháng 02 năm 2026', 'ngày 12 tháng 6 năm 2024')
    """
    return f"ngày {d.day:02d} tháng {_month(d)} năm {d.year:04d}"


def thu(d: date) -> str:
    """Return the day of the week (Phụ lục II, mục V.8.c: its syllable has a capital).

    >>> thu(date(2026, 3, 5)), thu(date(2026, 3, 8))
    ('thứ Năm', 'Chủ nhật')
    """
    return _WEEK[d.weekday()]


def gio_ngay(t: datetime, *, in_thu: bool = False) -> str:
    """Return the time of day and the date, as forms 1.7 and 1.9 have them.

    Args:
        t: a moment; seconds are not printed.
        in_thu: print the day of the week too.

    >>> gio_ngay(datetime(2026, 3, 5, 8, 0)), gio_ngay(datetime(2026, 3, 5, 13, 30), in_thu=True)
    ('08 giờ 00, ngày 05 tháng 3 năm 2026', '13 giờ 30, thứ Năm, ngày 05 tháng 3 năm 2026')
    """
    return f"{t.hour:02d} giờ {t.minute:02d}, {thu(t) + ', ' if in_thu else ''}{ngay_day_du(t)}"


def dong_ngay(dia_danh: str, d: date) -> str:
    """Return the date line (ô số 4).

    >>> dong_ngay("Hương Trà", date(2024, 6, 12))
    'Hương Trà, ngày 12 tháng 6 năm 2024'
    """
    return f"{dia_danh}, {ngay_day_du(d)}"


def thang(d: date) -> str:
    """Return the month of a date.

    >>> thang(date(2024, 6, 12)), thang(date(2024, 2, 5))
    ('tháng 6 năm 2024', 'tháng 02 năm 2024')
    """
    return f"tháng {_month(d)} năm {d.year:04d}"


def quy(d: date) -> str:
    """Return the quarter of a date.

    >>> quy(date(2024, 3, 31)), quy(date(2024, 12, 1))
    ('quý I/2024', 'quý IV/2024')
    """
    return f"quý {la_ma((d.month + 2) // 3)}/{d.year:04d}"


def khoang_ngay(tu: date, den: date) -> str:
    """Return a range of days.

    Raises ValueError: the range ends before it begins.

    >>> khoang_ngay(date(2024, 1, 1), date(2024, 6, 14))
    'từ ngày 01/01/2024 đến ngày 14/6/2024'
    """
    if den < tu:
        raise GiaTriSai(
            f"the range ends before it begins: {tu} - {den}", N_("“{code}”: ngày cuối {den} ở trước ngày đầu {tu}."),
            N_("Xem lại hai ngày; ngày đầu viết trước: tu_ngay | khoang_ngay(den_ngay)."), tu=ngay(tu), den=ngay(den),
        )
    return f"từ ngày {ngay(tu)} đến ngày {ngay(den)}"


def doc_ngay(text: str) -> date:
    """Read a date in its full or short form, padded or not.

    Raises ValueError: *text* is no date, or no such day exists.

    >>> doc_ngay("ngày 05 tháng 02 năm 2026"), doc_ngay("12/9/2022"), doc_ngay("09-01-2024")
    (datetime.date(2026, 2, 5), datetime.date(2022, 9, 12), datetime.date(2024, 1, 9))
    """
    found = _match("a date", text, _FULL, _SHORT)
    return date(int(found[3]), int(found[2]), int(found[1]))


def doc_thang(text: str) -> date:
    """Read a month and return its first day.

    >>> doc_thang("tháng 6 năm 2024"), doc_thang("tháng 02/2024")
    (datetime.date(2024, 6, 1), datetime.date(2024, 2, 1))
    """
    found = _match("a month", text, _MONTH)
    return date(int(found[3]), int(found[1] or found[2]), 1)


def doc_quy(text: str) -> date:
    """Read a quarter and return its first day.

    >>> doc_quy("quý I/2024"), doc_quy("Quý 3 năm 2024")
    (datetime.date(2024, 1, 1), datetime.date(2024, 7, 1))
    """
    found = _match("a quarter", text, _QUARTER)
    number = int(found[1]) if found[1].isdigit() else doc_la_ma(found[1].upper())
    return date(int(found[2]), 3 * number - 2, 1)


def doc_khoang_ngay(text: str) -> tuple[date, date]:
    """Read a range of days and return its two ends, both inside.

    >>> doc_khoang_ngay("từ ngày 01/01/2024 đến hết ngày 14/6/2024")
    (datetime.date(2024, 1, 1), datetime.date(2024, 6, 14))
    """
    found = _match("a range of days", text, _RANGE)
    tu, den = doc_ngay(found[1]), doc_ngay(found[2])
    if den < tu:
        raise ValueError(f"the range ends before it begins: {text!r}")
    return tu, den


def doc_dong_ngay(text: str) -> tuple[str, date]:
    """Read a date line and return the place and the date.

    >>> doc_dong_ngay("Hương Trà, ngày 12 tháng 6 năm 2024")
    ('Hương Trà', datetime.date(2024, 6, 12))
    """
    found = _match("a date line", text, _DATE_LINE)
    return found[1], doc_ngay(found[2])


def ngay_ban_hanh(text: str) -> date | None:
    """Return the date that a date line has, however its place is written; None in a draft, or when there is no such day.

    >>> ngay_ban_hanh("TP. Huế,ngày 12 tháng 6 năm 2024"), ngay_ban_hanh("Huế, ngày    tháng 6 năm 2024")
    (datetime.date(2024, 6, 12), None)
    """
    try:
        return doc_dong_ngay(text)[1]
    except ValueError:
        pass
    found = re.search(r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\b", text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _month(d: date) -> str:
    return f"{d.month:02d}" if d.month <= 2 else str(d.month)


def _match(what: str, text: str, *patterns: str) -> re.Match[str]:
    """Return *text* as the first of the patterns that fits reads it; ValueError when none does."""
    tidy = " ".join(unicodedata.normalize("NFC", text).split())
    found = next(filter(None, (re.fullmatch(pattern, tidy, re.ASCII) for pattern in patterns)), None)
    if found is None:
        raise ValueError(f"not {what}: {text!r}")
    return found

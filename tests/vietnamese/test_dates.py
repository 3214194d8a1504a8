"""Dates, read and written; deadlines and days off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import vietnamese as vn
from notice_gen.vietnamese.ngay_thang import theo_lich_rieng

DATES = st.dates(date(1000, 1, 1), date(9999, 12, 31))

# Phụ lục I, mục II.4: day below 10 and months 1, 2 take a zero, no other month.
CASES = [
    (date(2026, 2, 5), "05/02/2026", "ngày 05 tháng 02 năm 2026"),
    (date(2024, 1, 9), "09/01/2024", "ngày 09 tháng 01 năm 2024"),
    (date(2024, 3, 9), "09/3/2024", "ngày 09 tháng 3 năm 2024"),
    (date(2022, 9, 12), "12/9/2022", "ngày 12 tháng 9 năm 2022"),
    (date(2024, 6, 28), "28/6/2024", "ngày 28 tháng 6 năm 2024"),
    (date(2023, 12, 31), "31/12/2023", "ngày 31 tháng 12 năm 2023"),
    (date(2024, 10, 1), "01/10/2024", "ngày 01 tháng 10 năm 2024"),
]


@pytest.mark.parametrize(("day", "short", "full"), CASES)
def test_dates(day, short, full):
    assert vn.ngay(day) == short
    assert vn.ngay_day_du(day) == full
    assert vn.dong_ngay("Hương Trà", day) == f"Hương Trà, {full}"


@pytest.mark.parametrize(
    ("month", "text"),
    [
        (1, "quý I/2024"),
        (3, "quý I/2024"),
        (4, "quý II/2024"),
        (9, "quý III/2024"),
        (10, "quý IV/2024"),
        (12, "quý IV/2024"),
    ],
)
def test_quarters(month, text):
    assert vn.quy(date(2024, month, 15)) == text


def test_months_and_ranges():
    assert vn.thang(date(2024, 4, 1)) == "tháng 4 năm 2024"
    assert vn.thang(date(2024, 1, 1)) == "tháng 01 năm 2024"
    assert vn.khoang_ngay(date(2024, 1, 1), date(2024, 1, 1)) == "từ ngày 01/01/2024 đến ngày 01/01/2024"
    with pytest.raises(ValueError, match="ends before"):
        vn.khoang_ngay(date(2024, 1, 2), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/2/2026", date(2026, 2, 5)),
        ("ngày 5 tháng 2 năm 2026", date(2026, 2, 5)),
        ("Ngày  05\u00a0tháng 02 năm 2026", date(2026, 2, 5)),
        ("30.4.2024", date(2024, 4, 30)),
        ("ngày 23/4/2024", date(2024, 4, 23)),
    ],
)
def test_dates_are_read_as_clerks_write_them(text, day):
    assert vn.doc_ngay(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2024", "5/2", "5/2/26", "2024-06-12", "ngày tháng năm 2024", "0/1/2024", "12/6/20244", "٥/2/2026"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - no such day is Python's own sentence
        vn.doc_ngay(text)


@pytest.mark.parametrize("read", [vn.doc_thang, vn.doc_quy, vn.doc_khoang_ngay, vn.doc_dong_ngay])
@pytest.mark.parametrize(
    "text", ["", "quý V/2024", "tháng 13 năm 2024", "từ ngày 02/01/2024 đến ngày 01/01/2024", "Hương Trà 12/6/2024"]
)
def test_what_is_no_period_is_refused(read, text):
    with pytest.raises(ValueError):  # noqa: PT011 - several sentences
        read(text)


@given(DATES)
def test_dates_round_trip(day):
    assert vn.doc_ngay(vn.ngay(day)) == vn.doc_ngay(vn.ngay_day_du(day)) == day
    assert vn.doc_dong_ngay(vn.dong_ngay("Phường 3", day)) == ("Phường 3", day)
    assert vn.doc_thang(vn.thang(day)) == day.replace(day=1)
    first = vn.doc_quy(vn.quy(day))
    assert timedelta(0) <= day - first < timedelta(days=93)
    assert vn.quy(first) == vn.quy(day)


@given(DATES, DATES)
def test_ranges_round_trip(a, b):
    ends = (min(a, b), max(a, b))
    assert vn.doc_khoang_ngay(vn.khoang_ngay(*ends)) == ends


# --- deadlines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "n", "switches", "last"),
    [
        (date(2024, 6, 13), 15, {}, date(2024, 6, 28)),
        (date(2024, 6, 13), 0, {}, date(2024, 6, 13)),
        # Bộ luật Dân sự 2015, Điều 148 khoản 5: Saturday 15/6 → Monday.
        (date(2024, 6, 5), 10, {"doi": True}, date(2024, 6, 17)),
        (date(2024, 6, 14), 1, {"lam_viec": True}, date(2024, 6, 17)),
        # Tết 2024: 8/2 to 14/2 off.
        (date(2024, 2, 7), 1, {"lam_viec": True}, date(2024, 2, 15)),
        # 29/4/2024 off against Saturday 4/5, which is worked.
        (date(2024, 4, 26), 3, {"lam_viec": True}, date(2024, 5, 4)),
        (date(2025, 8, 29), 1, {"lam_viec": True}, date(2025, 9, 3)),
        (date(2026, 12, 31), 1, {"lam_viec": True}, date(2027, 1, 4)),
        # 24/11/2026 off: Nghị quyết 28/2026/QH16, Điều 2; a Friday in 2028.
        (date(2026, 11, 20), 5, {"lam_viec": True}, date(2026, 11, 30)),
        (date(2028, 11, 23), 1, {"lam_viec": True}, date(2028, 11, 27)),
    ],
)
def test_deadlines(start, n, switches, last):
    assert vn.han_sau(start, n, **switches) == last


def test_a_term_is_not_negative_and_days_off_are_never_guessed():
    with pytest.raises(ValueError, match="negative"):
        vn.han_sau(date(2024, 6, 13), -1)
    with pytest.raises(ValueError, match="no calendar"):
        vn.han_sau(date(2099, 6, 13), 5, lam_viec=True)
    assert vn.han_sau(date(2099, 6, 13), 5) == date(2099, 6, 18)  # calendar days need no calendar of days off


@pytest.mark.parametrize("year", range(2024, 2031))
def test_every_year_has_the_holidays_of_the_labour_code(year):
    """Bộ luật Lao động 2019, Điều 112: 11 days, with days in lieu (Điều 111), and since 2026 24/11, which has none."""
    calendar = vn.lich_nghi(year)
    assert all(day.year == year and day.weekday() < 5 for day in calendar.nghi)
    assert all(day.weekday() == 5 for day in calendar.lam_bu)
    day_of_culture = date(year, 11, 24)
    assert len(calendar.nghi) - len(calendar.lam_bu) == 11 + (year >= 2026 and day_of_culture.weekday() < 5)
    assert vn.la_ngay_lam_viec(day_of_culture) is (year < 2026 and day_of_culture.weekday() < 5)
    for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)):
        assert not vn.la_ngay_lam_viec(date(year, month, day))
    assert calendar.chinh_thuc is (year <= 2026)


@given(st.dates(date(2024, 1, 1), date(2029, 6, 1)), st.integers(0, 60))
def test_working_days_count_back(start, n):
    last = vn.han_sau(start, n, lam_viec=True)
    between = [start + timedelta(days=i) for i in range(1, (last - start).days + 1)]
    assert sum(map(vn.la_ngay_lam_viec, between)) == n
    assert n == 0 or vn.la_ngay_lam_viec(last)


def test_an_office_may_work_otherwise_for_a_while():
    swapped = date(2026, 11, 23), date(2026, 11, 28)
    with theo_lich_rieng([swapped[0]], [swapped[1]]):
        assert [*map(vn.la_ngay_lam_viec, swapped)] == [False, True]
        assert vn.han_sau(date(2026, 11, 20), 5, lam_viec=True) == date(2026, 11, 30)
    assert [*map(vn.la_ngay_lam_viec, swapped)] == [True, False]

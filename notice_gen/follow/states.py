"""Where a finding stands: worked out from its deadline, what has come of it and the calendar, never typed.

A deadline that falls on a day off ends with the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5); where the days off of its
year are not known yet, it ends on its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from notice_gen.errors import N_
from notice_gen.follow.model import DienBien, KienNghi
from notice_gen.vietnamese.ngay_thang import han_sau

BAO_CAO, GIA_HAN, HOAN_THANH, KHONG_CHAP_NHAN = N_("báo cáo"), N_("gia hạn"), N_("hoàn thành"), N_("không chấp nhận")
"""What can come of a finding, as the register has it."""

QUA_HAN: Final = "quá hạn"
SAP_DEN_HAN: Final = "sắp đến hạn"
CHUA_DEN_HAN: Final = "chưa đến hạn"
DA_BAO_CAO: Final = "đã báo cáo"
DA_XONG: Final = "hoàn thành"
KHONG_HAN: Final = "không ghi hạn"
STATES = (QUA_HAN, SAP_DEN_HAN, CHUA_DEN_HAN, KHONG_HAN, DA_BAO_CAO, DA_XONG)
"""All of them, the most pressing first."""

SOON = 5
"""Working days before its deadline from which a finding is nearly due."""


class State(NamedTuple):
    """Where a finding stands on a day."""

    ten: str
    han: date | None  # the deadline in force: put off, and moved off a day off


class Today:
    """A day, and what follows from it for every finding; *soon* as :data:`SOON`.  The office's own days off are the caller's context."""

    def __init__(self, today: date, soon: int = SOON) -> None:
        self.today = today
        self._soon = _working(today, soon)
        self._ends = lru_cache(maxsize=4096)(_end)

    def state(self, kien_nghi: KienNghi) -> State:
        """Return where a finding stands."""
        events = kien_nghi.dien_bien
        if not events:
            return self._by_date(kien_nghi.han)
        han, last = _deadline(kien_nghi.han, events), events[-1].loai
        if last in {BAO_CAO, HOAN_THANH}:
            return State(DA_BAO_CAO if last == BAO_CAO else DA_XONG, self._ends(han) if han else None)
        return self._by_date(han)

    def _by_date(self, han: date | None) -> State:
        if han is None:
            return State(KHONG_HAN, None)
        end = self._ends(han)
        return State(QUA_HAN if end < self.today else SAP_DEN_HAN if end <= self._soon else CHUA_DEN_HAN, end)


def _deadline(han: date | None, events: Sequence[DienBien]) -> date | None:
    return next((event.han for event in reversed(events) if event.loai == GIA_HAN and event.han), han)


def _end(han: date) -> date:
    try:
        return han_sau(han, 0, doi=True)
    except ValueError:
        return han


def _working(today: date, days: int) -> date:
    try:
        return han_sau(today, days, lam_viec=True)
    except ValueError:
        return han_sau(today, days)

"""What is not as it should be in a register: gaps, numbers kept and never printed, counters that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from operator import itemgetter

from notice_gen import legal, vietnamese
from notice_gen.errors import N_, Problem
from notice_gen.register import archive, journal, statements, store
from notice_gen.register.connection import Connection
from notice_gen.register.entry import CHUNG, GIU_CHO, HUY, DaySo, Entry
from notice_gen.register.store import Register


def findings(register: Register, *, days: int, heads: Sequence[str] = ()) -> list[Problem]:
    """Return everything that is odd in *register*, of one moment; nothing for one in order.

    A number kept longer than these *days* without a file being written is odd, and a journal without the *heads* that were printed once.

    Raises RegisterError: it cannot be read.
    """
    broken = [Problem(N_("Cơ sở dữ liệu tự báo hỏng: {loi}."), _RESTORE, {"loi": fault}) for fault in store.integrity(register)]

    def work(connection: Connection) -> list[Problem]:
        before = datetime.fromisoformat(register.store.now(connection)) - timedelta(days=days)
        lines, counters = statements.select(connection, [statements.EVERY]), statements.counters(connection)
        told = (odd(lines, counters, before.strftime("%Y-%m-%dT%H:%M:%SZ")), journal.faults(connection, heads), archive.faults(connection))
        return [problem for several in told for problem in several]

    return broken + store.read(register, work)


def odd(entries: Sequence[Entry], counters: Mapping[DaySo, int], before: str) -> Iterator[Problem]:
    """Yield what is odd in *entries*, all the lines of a register, by the *counters*, the highest number that each series gave.

    A number kept since *before* this time (UTC, ISO 8601) should have been printed.
    """
    by_series: dict[DaySo, list[Entry]] = {series: [] for series in counters}
    for entry in entries:
        by_series.setdefault(entry.day_so, []).append(entry)
    for series, lines in sorted(by_series.items(), key=repr):
        counter, highest = counters.get(series, 0), max((line.so for line in lines if line.trang_thai != HUY), default=0)
        kind = "" if series.nhom == CHUNG else f" ({series.nhom})"
        where = {"co_quan": lines[0].co_quan if lines else series.co_quan, "nam": series.nam, "day": kind}
        if missing := gaps((line.so for line in lines), max(counter, highest)):
            yield Problem(N_("{co_quan}, năm {nam}{day}: trong sổ không có số {thieu}, cũng không ghi là đã hủy."), _GAP, {**where, "thieu": missing})  # noqa: E501
        if counter < highest:
            yield Problem(N_("{co_quan}, năm {nam}{day}: bộ đếm ở số {dem}, mà đã có số {so}."), _RESTORE, {**where, "dem": counter, "so": highest})  # noqa: E501
        yield from _out_of_order(lines)
    for entry in entries:
        if entry.trang_thai == GIU_CHO and entry.giu_luc < before:
            message = N_("Số {so_ky_hieu} giữ cho tệp {tep} từ {luc} mà chưa in.")
            hint = N_("In văn bản đó (lệnh cũ, số vẫn giữ), hoặc hủy: notice-gen register void {so_ky_hieu} --year {nam} --reason \"…\".")
            luc = vietnamese.ngay(date.fromisoformat(entry.giu_luc[:10]))
            yield Problem(message, hint, {"so_ky_hieu": entry.so_ky_hieu, "tep": entry.tep, "luc": luc, "nam": entry.nam})


def _out_of_order(lines: Sequence[Entry]) -> Iterator[Problem]:
    """Yield where a number is dated before the one below it (Điều 15: in the order of time within the year)."""
    dated = sorted(((line.so, line.ngay, line.so_ky_hieu) for line in lines if line.ngay and line.trang_thai != HUY), key=itemgetter(0))
    for (_, former, so_kia), (_, following, so_ky_hieu) in pairwise(dated):
        if following < former:
            message = N_("Số {so_ky_hieu} ghi ngày {ngay}, mà số {so_kia} ghi ngày {ngay_kia}: số và ngày phải cùng thứ tự ({dieu}).")
            hint = N_("Xem lại ngày của hai văn bản; nhập nhầm từ sổ giấy thì hủy số đó rồi nhập lại.")
            values = {"so_ky_hieu": so_ky_hieu, "ngay": vietnamese.ngay(following), "so_kia": so_kia, "ngay_kia": vietnamese.ngay(former)}
            yield Problem(message, hint, {**values, "dieu": legal.law(following).dieu["so_van_ban"]})


_GAP = N_("Số đã cấp trên giấy thì nhập vào sổ: notice-gen register import. Số tự động không quay lại các số này.")
_RESTORE = N_("Chép bản sao lưu gần nhất ra chỗ khác để so, rồi nhờ người phụ trách máy.")


def gaps(numbers: Iterable[int], top: int) -> str:
    """Return which numbers from 1 to *top* are missing, written short.

    >>> gaps([9, 3, 4], 11)
    '1-2, 5-8, 10-11'
    """
    ends = pairwise((0, *sorted(number for number in numbers if number <= top), top + 1))
    missing = [(last + 1, following - 1) for last, following in ends if following > last + 1]
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in missing)

"""Lines from paper → the register: all of them or none; what is there already stays, its blanks filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record
from notice_gen.register import journal, plan, refusals, statements, store
from notice_gen.register.connection import Connection
from notice_gen.register.entry import HUY, DaySo, Entry, ten_chuan
from notice_gen.register.kien_nghi import reading
from notice_gen.register.paper.form import row, told
from notice_gen.register.paper.reading import Line
from notice_gen.register.store import Register

_FILLED = ("ky_hieu", "ngay", "trich_yeu", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen", "ghi_chu")
_CONTRADICTS = (N_("Số {so} năm {nam} trong sổ đã là {so_ky_hieu} ngày {ngay}: “{trich_yeu}”; ở đây ghi khác."),
                N_("Cùng một văn bản thì sửa ô này theo sổ (xem notice-gen register show {so}); văn bản khác thì xem lại số."))
_VOID_HERE = (N_("Số {so} năm {nam} ở đây ghi là hủy, trong sổ còn dùng cho {so_ky_hieu} ngày {ngay}: “{trich_yeu}”."),
              N_("Đúng là hủy thì hủy trong sổ: notice-gen register void {so} --year {nam} --reason \"…\"."))
_VOID_THERE = (N_("Số {so} năm {nam} trong sổ đã hủy ({ly_do}); số đã hủy không dùng lại."),
               N_("Ghi “Hủy: lý do” ở cột ghi chú, hoặc xem lại số."))


@record
class Entered:
    """What became of the lines."""

    new: int  # how many were entered
    filled: int  # how many were there, and had blanks that are filled now
    same: int  # how many were there just so
    last: dict[DaySo, int]  # the highest number of each series they belong to


def enter(register: Register, lines: Sequence[Line]) -> Entered:
    """Enter *lines*, all of them or none; entering them again changes nothing.

    Raises:
        InputError: what contradicts the register, each problem's path its row and column in the file.
        RegisterError: the register cannot be written.
    """

    def work(connection: Connection) -> Entered:
        statements.lock(register.store, connection, [line.request for line in lines])
        ids = {series: statements.series_id(connection, series) for series in {line.request.day_so for line in lines}}
        now = statements.state(connection, sorted({(series.co_quan, series.nam) for series in ids}))
        ours = told(reading.linked_in(connection))
        entries, problems = [], []
        for line in lines:
            there = now.by_so.get((line.request.day_so, line.request.so or 0))
            if there and there.id in ours:
                line = _without(line, ours[there.id])  # noqa: PLW2901 - what we wrote out says nothing new
            faults = list(_faults(line, there, now))
            problems += faults
            if not faults:
                entries.append((there, _filled(there, line) if there else _new(line)))
        if problems:
            raise InputError(problems)
        changed = [entry for there, entry in entries if entry != there]
        statements.save(connection, register.store, changed, ids, now.by_so.values(), journal.NHAP)
        new = sum(not there for there, _ in entries)
        counters = statements.counters(connection)
        return Entered(new, len(changed) - new, len(entries) - len(changed), {series: counters[series] for series in ids})

    return store.write(register, work)


def _without(line: Line, ours: Sequence[str]) -> Line:
    """Return a line without what :func:`form.noted` writes into its remarks."""
    ghi_chu = "\n".join(text for text in line.request.ghi_chu.split("\n") if text not in ours)
    return replace(line, request=line.request._replace(ghi_chu=ghi_chu))


def _new(line: Line) -> Entry:
    return plan.new(line.request, line.request.so or 0)._replace(trang_thai=line.trang_thai, ly_do=line.ly_do)


def _filled(there: Entry, line: Line) -> Entry:
    said = {name: getattr(line.request, name) for name in _FILLED if not getattr(there, name)}
    return there._replace(**{name: value for name, value in said.items() if value})


def _faults(line: Line, there: Entry | None, now: plan.State) -> Iterator[Problem]:
    series = line.request.day_so
    if now.nhom_of.get((series.co_quan, series.nam, line.request.loai), series.nhom) != series.nhom:
        yield _at(line, "so", refusals.other_series(line.request))
        return
    if not there:
        return
    if (there.trang_thai == HUY) != (line.trang_thai == HUY):
        yield _at(line, "ghi_chu", refusals.of(_VOID_HERE if line.trang_thai == HUY else _VOID_THERE, there))
    for name in _FILLED:
        written, kept = getattr(line.request, name), getattr(there, name)
        same = not written or not kept or written == kept or (name != "ngay" and ten_chuan(written) == ten_chuan(kept))
        if not same and name == "trich_yeu":
            same = ten_chuan(row(_new(line))[2]) == ten_chuan(row(there)[2])
        if not same:
            yield _at(line, "so" if name == "ky_hieu" else name, refusals.of(_CONTRADICTS, there))


def _at(line: Line, name: str, problem: Problem) -> Problem:
    return replace(problem, path=(line.row, line.at.get(name, line.at["so"])))

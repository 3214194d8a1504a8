"""The operations on an open register: reserve, issue, void, look.

Whatever reads or writes it raises RegisterError where it cannot be read or written; then nothing was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from notice_gen.errors import N_, InputError, Problem
from notice_gen.register import failures, journal, plan, statements, store
from notice_gen.register.entry import DA_CAP, HUY, DaySo, Entry, Request, TrangThai, ten_chuan, tep_of
from notice_gen.register.kien_nghi import keeping
from notice_gen.register.store import Register
from notice_gen.register.tables import day_so as series_table
from notice_gen.register.tables import van_ban as lines


def reserve(register: Register, requests: Sequence[Request], borne: Sequence[plan.Borne] = ()) -> list[Entry]:
    """Give every one of *requests* its number, in that order and all together, or none; none of them one of *borne*, see :func:`plan.plan`.

    A notice that has a number keeps it, its line brought up to date.  Returned is the line of each, warnings in its ``doubts``.

    Raises NumberRefusedError: a number is taken, void, or not this notice's.
    """

    def work(connection: sa.Connection) -> list[Entry]:
        statements.lock(register.store, connection, requests)
        ids = {series: statements.series_id(connection, series) for series in {request.day_so for request in requests}}
        there = statements.state(connection, _years(requests), requests)
        planned = plan.plan(there, requests, borne)
        statements.save(connection, register.store, planned, ids, there.by_so.values(), journal.GIU)
        given = [entry for chunk in statements.chunks(planned) for entry in statements.as_saved(connection, chunk)]
        keeping.keep(connection, requests, given, {entry.khoa for entry in planned if not entry.id}, register.store.now)
        return given

    return store.write(register, work) if requests else []


def preview(register: Register, requests: Sequence[Request], borne: Sequence[plan.Borne] = ()) -> list[Entry]:
    """Return what :func:`reserve` would give now, or raise as it would, reserving nothing."""
    if not register.ready:
        return plan.plan(plan.State({}, {}, {}, {}), requests, borne)
    return store.read(register, lambda connection: plan.plan(statements.state(connection, _years(requests), requests), requests, borne))


def _years(requests: Sequence[Request]) -> list[tuple[str, int]]:
    return sorted({(request.day_so.co_quan, request.nam) for request in requests})


def issue(register: Register, files: Iterable[tuple[str, str]]) -> None:
    """Note that the *files* of some reserved notices are written: of each its khoa and the file's sha256, hexadecimal.

    Raises RegisterError also where one is not in it any more.
    """
    done = dict(files)

    def work(connection: sa.Connection) -> None:
        statements.lock_types(register.store, connection, done)
        asked = [lines.c.khoa.in_(chunk) for chunk in statements.chunks(list(done))]
        living = {entry.khoa: entry for entry in statements.select(connection, asked, for_update=True) if entry.trang_thai != HUY}
        if lost := done.keys() - living.keys():
            message = N_("Sổ “{so}” không còn giữ số của {dem} văn bản vừa ghi ({cac_tep}).")
            hint = N_("Có người đã hủy số hoặc thay tệp sổ trong khi chạy: xem notice-gen register list rồi chạy lại.")
            cac_tep = ", ".join(sorted(map(tep_of, lost))[:5])
            raise failures.failure(message, hint, register.label, dem=len(lost), cac_tep=cac_tep)
        changed = [entry for entry in living.values() if (entry.trang_thai, entry.sha256) != (DA_CAP, done[entry.khoa])]
        if not changed:
            return
        now = register.store.now(connection)
        says = {"trang_thai": DA_CAP, "cap_luc": now}
        statement = lines.update().where(lines.c.id == sa.bindparam("line")).values({**says, "sha256": sa.bindparam("digest")})
        connection.execute(statement, [{"line": entry.id, "digest": done[entry.khoa]} for entry in changed])
        events = [(journal.CAP, entry.day_so, {**says, "so": entry.so, "sha256": done[entry.khoa]}) for entry in changed]
        journal.append(register.store.lock, connection, events, now)

    if done:
        store.write(register, work)


def void(register: Register, ids: Sequence[int], reason: str, *, rewind: bool = False) -> list[Entry]:
    """Make the numbers of these lines void, all of them or none, never to be used again, and return the lines; a *reason* is not empty.

    With *rewind* automatic numbers go on after the highest that is not void: for a number typed too high by mistake.

    Raises InputError: there is no such line, one is void already, or no reason is given.
    """
    if not reason.strip():
        raise InputError(Problem(N_("Hủy số phải có lý do."), N_("Ghi --reason \"…\", ví dụ --reason \"In nhầm, lãnh đạo không ký\".")))
    ly_do = " ".join(reason.split())
    ours: set[int] = set()  # void by an earlier try of this very call, of which only the answer was lost

    def work(connection: sa.Connection) -> list[Entry]:
        wanted = lines.c.id.in_(ids)
        statements.lock(register.store, connection, statements.select(connection, [wanted]))
        there = {entry.id: entry for entry in statements.select(connection, [wanted], for_update=True)}
        void_before = {number for number, entry in there.items() if entry.trang_thai == HUY} - ours
        if faults := [_not_to_void(there.get(number)) for number in ids if number not in there or number in void_before]:
            raise InputError(faults)
        now = register.store.now(connection)
        connection.execute(lines.update().where(wanted, lines.c.trang_thai != HUY).values(trang_thai=HUY, ly_do=ly_do, huy_luc=now))
        if rewind:
            living = sa.select(sa.func.coalesce(sa.func.max(lines.c.so), 0))
            highest = living.where(lines.c.day == series_table.c.id, lines.c.trang_thai != HUY).scalar_subquery()
            touched = series_table.update().where(series_table.c.id.in_(sa.select(lines.c.day).where(wanted)))
            connection.execute(touched.values(so_cuoi=highest))
        done = {entry.id: entry for entry in statements.select(connection, [wanted])}
        says = {"trang_thai": HUY, "ly_do": ly_do, "huy_luc": now}
        voided = [entry for entry in done.values() if there[entry.id].trang_thai != HUY]
        journal.append(register.store.lock, connection, [(journal.HUY_SO, entry.day_so, {**says, "so": entry.so}) for entry in voided], now)
        ours.update(done)
        return [done[number] for number in ids]

    return store.write(register, work)


def _not_to_void(entry: Entry | None) -> Problem:
    message = N_("Số {so} đã hủy từ trước ({ly_do}).") if entry else N_("Trong sổ không có số đó.")
    return Problem(message, N_("Xem sổ: notice-gen register list."), {"so": entry.so, "ly_do": entry.ly_do} if entry else {})


def entries(
    register: Register, *, nam: int | None = None, loai: str | None = None, trang_thai: TrangThai | None = None,
    co_quan: str | None = None, so: int | None = None,
) -> list[Entry]:  # fmt: skip
    """Return the lines of the register that match all that is given, by agency, year, series and number; none of one that is not made yet.

    *loai* is the type's code, empty for công văn; *co_quan* is the agency's name, however it is spelt.
    """
    if not register.ready:
        return []
    wanted = {series_table.c.nam: nam, lines.c.loai: loai, lines.c.trang_thai: trang_thai, lines.c.so: so}
    conditions = [column == value for column, value in wanted.items() if value is not None]
    if co_quan is not None:
        conditions.append(series_table.c.co_quan == ten_chuan(co_quan))
    return store.read(register, lambda connection: statements.select(connection, [sa.and_(sa.true(), *conditions)]))


def counters(register: Register) -> dict[DaySo, int]:
    """Return the highest number that each series ever gave."""
    return store.read(register, lambda connection: statements.counters(connection, sa.true())) if register.ready else {}


def heads(register: Register) -> list[journal.Head]:
    """Return the end of the journal of each agency's year; nothing while the register has no journal yet."""
    # One of an older version is only read as if it had a journal: what that would end with is nothing to keep.
    return store.read(register, journal.heads) if register.version == register.newest else []

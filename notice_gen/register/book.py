"""The operations on an open register: reserve, issue, void, look.

Whatever reads or writes it raises RegisterError where it cannot be read or written; then nothing was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from notice_gen.errors import N_, InputError, Problem, RegisterError
from notice_gen.register import archive, failures, journal, plan, statements, store
from notice_gen.register.connection import Connection
from notice_gen.register.entry import DA_CAP, HUY, DaySo, Entry, Request, TrangThai, ten_chuan, tep_of
from notice_gen.register.kien_nghi import keeping
from notice_gen.register.store import Register
from notice_gen.register.store.protocol import Store


def reserve(register: Register, requests: Sequence[Request], borne: Sequence[plan.Borne] = ()) -> list[Entry]:
    """Give every one of *requests* its number, in that order and all together, or none; none of them one of *borne*, see :func:`plan.plan`.

    A notice that has a number keeps it, its line brought up to date.  Returned is the line of each, warnings in its ``doubts``.

    Raises NumberRefusedError: a number is taken, void, or not this notice's.
    """
    kinds = {(request.day_so, request.loai): request for request in requests}  # few: they are put aside, and read again each time

    def work(connection: Connection) -> list[Entry]:
        statements.lock(register.store, connection, kinds.values())
        ids = {series: statements.series_id(connection, series) for series, _ in kinds}
        there = statements.state(connection, _years(kinds.values()), requests)
        planned = plan.plan(there, requests, borne)
        given = statements.save(connection, register.store, planned, ids, there.by_so.values(), journal.GIU)
        keeping.keep(connection, requests, given, {entry.khoa for entry in planned if not entry.id}, register.store.now)
        return given

    return store.write(register, work) if requests else []


def preview(register: Register, requests: Sequence[Request], borne: Sequence[plan.Borne] = ()) -> list[Entry]:
    """Return what :func:`reserve` would give now, or raise as it would, reserving nothing."""
    if not register.ready:
        return plan.plan(plan.State({}, {}, {}, {}), requests, borne)
    return store.read(register, lambda connection: plan.plan(statements.state(connection, _years(requests), requests), requests, borne))


def _years(requests: Iterable[Request]) -> list[tuple[str, int]]:
    return sorted({(request.day_so.co_quan, request.nam) for request in requests})


class Issue(NamedTuple):
    """A file that is written."""

    khoa: str  # of its notice, which is reserved
    sha256: str  # hexadecimal
    mau_sha256: str = ""  # of its Word template; empty where nobody says
    phien_ban: str = ""  # what printed it
    paper: archive.Paper | None = None  # what the archive is to keep; None for nothing
    is_line: bool = True  # the line is to name it: of papers that bear one number one is


def issue(register: Register, files: Iterable[Issue | tuple[str, str]]) -> tuple[str, ...]:
    """Note that the *files* of some reserved notices are written; of several of one notice, the first that may is what its line names.

    Returns the names of those that the archive was to keep and could not: their files are gone, or are not what was printed.
    Raises RegisterError also where one is not in it any more.
    """
    several = [file if isinstance(file, Issue) else Issue(*file) for file in files]
    named = {file.khoa: at for at, file in reversed([*enumerate(several)]) if file.is_line}
    wanted = list(dict.fromkeys(file.khoa for file in several))

    def work(connection: Connection) -> tuple[str, ...]:
        statements.lock_types(register.store, connection, wanted)
        asked = [statements.all_of(statements.among("khoa", chunk), statements.LIVING) for chunk in statements.chunks(wanted)]
        living = {entry.khoa: entry for entry in statements.select(connection, asked, for_update=True)}
        if lost := set(wanted) - living.keys():
            raise _no_longer_kept(register, lost)
        now = register.store.now(connection)
        papers = {at: (living[file.khoa].id, file.paper) for at, file in enumerate(several) if file.paper}
        kept = archive.keep(connection, register.store, list(papers.values()), now)
        marks = {at: kept[place] for place, at in enumerate(papers) if place in kept}
        in_order = sorted(named.items(), key=itemgetter(1))
        says = [(living[khoa], _issued(living[khoa], several[at], marks.get(at, ""))) for khoa, at in in_order]
        _note(connection, register.store, [(entry, {**news, "cap_luc": now}) for entry, news in says if news], now)
        return tuple(paper.ten for at, (_, paper) in papers.items() if at not in marks)

    return store.write(register, work) if several else ()


def _no_longer_kept(register: Register, lost: Iterable[str]) -> RegisterError:
    found = sorted(map(tep_of, lost))
    message = N_("Sổ “{so}” không còn giữ số của {dem} văn bản vừa ghi ({cac_tep}).")
    hint = N_("Có người đã hủy số hoặc thay tệp sổ trong khi chạy: xem notice-gen register list rồi chạy lại.")
    return failures.failure(message, hint, register.label, dem=len(found), cac_tep=", ".join(found[:5]))


def _issued(entry: Entry, file: Issue, mark: str) -> dict[str, str]:
    """Return what a line says when its file is written; nothing where it says so already."""
    news = {"mau_sha256": file.mau_sha256, "phien_ban": file.phien_ban, "luu_tru": mark}
    before = {name: getattr(entry, name) for name in news}
    is_same = (entry.trang_thai, entry.sha256) == (DA_CAP, file.sha256)
    if is_same and mark in {"", before["luu_tru"]}:  # by which version the same bytes were printed once more is no news
        news = {name: before[name] or value for name, value in news.items()}
    return {} if is_same and news == before else {"trang_thai": DA_CAP, "sha256": file.sha256, **news}


def _note(connection: Connection, kept_by: Store, changed: Sequence[tuple[Entry, Mapping[str, str]]], now: str) -> None:
    """Write into lines what *changed* says of each, and note it in the journal."""
    if not changed:
        return
    names = tuple(changed[0][1])
    connection.set_texts("so_van_ban", names, [(*news.values(), entry.id) for entry, news in changed])
    events = [(journal.CAP, entry.day_so, (*news.items(), ("so", entry.so))) for entry, news in changed]
    journal.append(kept_by.lock, connection, events, now)


def void(register: Register, ids: Sequence[int], reason: str, *, rewind: bool = False) -> list[Entry]:
    """Make the numbers of these lines void, all of them or none, never to be used again, and return the lines; a *reason* is not empty.

    With *rewind* automatic numbers go on after the highest that is not void: for a number typed too high by mistake.

    Raises InputError: there is no such line, one is void already, or no reason is given.
    """
    if not reason.strip():
        raise InputError(Problem(N_("Hủy số phải có lý do."), N_("Ghi --reason \"…\", ví dụ --reason \"In nhầm, lãnh đạo không ký\".")))
    ly_do = " ".join(reason.split())
    ours: set[int] = set()  # void by an earlier try of this very call, of which only the answer was lost

    def work(connection: Connection) -> list[Entry]:
        wanted = statements.among("so_van_ban.id", ids)
        statements.lock(register.store, connection, statements.select(connection, [wanted]))
        there = {entry.id: entry for entry in statements.select(connection, [wanted], for_update=True)}
        void_before = {number for number, entry in there.items() if entry.trang_thai == HUY} - ours
        if faults := [_not_to_void(there.get(number)) for number in ids if number not in there or number in void_before]:
            raise InputError(faults)
        now = register.store.now(connection)
        condition, values = wanted
        says = f"UPDATE so_van_ban SET trang_thai = ?, ly_do = ?, huy_luc = ? WHERE {condition} AND trang_thai <> ?"  # noqa: S608 - our own
        connection.do(says, (HUY, ly_do, now, *values, HUY))
        if rewind:
            living = "SELECT coalesce(max(so), 0) FROM so_van_ban WHERE day = so_day.id AND trang_thai <> ?"
            touched = f"SELECT day FROM so_van_ban WHERE {condition}"  # noqa: S608 - our own
            connection.do(f"UPDATE so_day SET so_cuoi = ({living}) WHERE id IN ({touched})", (HUY, *values))  # noqa: S608 - our own
        done = {entry.id: entry for entry in statements.select(connection, [wanted])}
        event = {"trang_thai": HUY, "ly_do": ly_do, "huy_luc": now}
        voided = [entry for entry in done.values() if there[entry.id].trang_thai != HUY]
        events = [(journal.HUY_SO, entry.day_so, (*event.items(), ("so", entry.so))) for entry in voided]
        journal.append(register.store.lock, connection, events, now)
        ours.update(done)
        return [done[number] for number in ids]

    return store.write(register, work)


def _not_to_void(entry: Entry | None) -> Problem:
    message = N_("Số {so} đã hủy từ trước ({ly_do}).") if entry else N_("Trong sổ không có số đó.")
    return Problem(message, N_("Xem sổ: notice-gen register list."), {"so": entry.so, "ly_do": entry.ly_do} if entry else {})


def entries(
    register: Register, *, nam: int | None = None, loai: str | None = None, trang_thai: TrangThai | None = None,
    co_quan: str | None = None, so: int | None = None, sha256: str | None = None, ids: Sequence[int] | None = None,
) -> list[Entry]:  # fmt: skip
    """Return the lines of the register that match all that is given, by agency, year, series and number; none of one that is not made yet.

    *loai* is the type's code, empty for công văn; *co_quan* is the agency's name, however it is spelt; *sha256* that of the file
    issued.
    """
    if not register.ready:
        return []
    agency = None if co_quan is None else ten_chuan(co_quan)
    wanted = {"nam": nam, "loai": loai, "trang_thai": trang_thai, "so": so, "sha256": sha256, "so_day.co_quan": agency}
    asked: list[statements.Condition] = [(f"{column} = ?", (value,)) for column, value in wanted.items() if value is not None]
    asked += [] if ids is None else [statements.among("so_van_ban.id", ids)]
    return store.read(register, lambda connection: statements.select(connection, [statements.all_of(*asked)]))


def counters(register: Register) -> dict[DaySo, int]:
    """Return the highest number that each series ever gave."""
    return store.read(register, statements.counters) if register.ready else {}


def heads(register: Register) -> list[journal.Head]:
    """Return the end of the journal of each agency's year; nothing while the register has no journal yet."""
    # One of an older version is only read as if it had a journal: what that would end with is nothing to keep.
    return store.read(register, journal.heads) if register.version == register.newest else []

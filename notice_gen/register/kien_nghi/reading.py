"""What stands in the register of findings after issue: read as of one moment; and events added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, Literal

import sqlalchemy as sa

from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record
from notice_gen.register import statements, store
from notice_gen.register.entry import DA_CAP, Entry, ten_chuan
from notice_gen.register.store import Register
from notice_gen.register.tables import day_so as series_table
from notice_gen.register.tables import dien_bien, kien_nghi, lien_ket, so_lieu, van_ban

BAO_CAO: Final = "báo cáo"
GIA_HAN: Final = "gia hạn"
HOAN_THANH: Final = "hoàn thành"
KHONG_CHAP_NHAN: Final = "không chấp nhận"
Viec = Literal["báo cáo", "gia hạn", "hoàn thành", "không chấp nhận"]
"""What can come of a finding: a report came, its deadline was put off, it is done, what was reported is not accepted."""


@record
class Noted:
    """All that is followed, as it stands in the tables, rows in the order of their columns but *van_ban*."""

    van_ban: tuple[Entry, ...]  # the papers' lines
    kien_nghi: Sequence[Any]  # by paper, in the order of its page
    dien_bien: Sequence[Any]  # as they came in
    so_lieu: Sequence[Any]
    lien_ket: Sequence[Any]


@record
class SuKien:
    """An event to be added: of which finding, and what happened."""

    van_ban: int  # the paper's line
    nhan: str  # the finding's label in it
    ngay: date  # when it happened
    loai: Viec
    han: date | None = None  # the new deadline, where it is put off
    van_ban_den: str = ""  # the paper that says so
    ghi_chu: str = ""


def noted(register: Register, *, co_quan: str | None = None) -> Noted:
    """Return everything that is followed, of all agencies or of one, however its name is spelt.

    Raises RegisterError: it cannot be read.
    """
    if not register.ready:
        return Noted((), (), (), (), ())
    wanted = sa.true() if co_quan is None else series_table.c.co_quan == ten_chuan(co_quan)

    def work(connection: sa.Connection) -> Noted:
        entries = tuple(statements.select(connection, [wanted]))
        ours = sa.select(van_ban.c.id).join_from(van_ban, series_table).where(wanted)

        def rows(table: sa.Table, *order: sa.Column[Any]) -> Sequence[Any]:
            query = sa.select(table) if co_quan is None else sa.select(table).where(table.c.van_ban.in_(ours))
            return connection.execute(query.order_by(*order)).all()

        return Noted(
            entries, rows(kien_nghi, kien_nghi.c.van_ban, kien_nghi.c.stt), rows(dien_bien, dien_bien.c.id),
            rows(so_lieu, so_lieu.c.van_ban), rows(lien_ket, lien_ket.c.van_ban),
        )  # fmt: skip

    return store.read(register, work)


def add(register: Register, events: Sequence[SuKien]) -> int:
    """Add what happened, all of it or nothing; an event that stands there word for word is not added again.

    Returns how many were new.  Raises InputError: a paper is not issued, or has no such finding; RegisterError: it cannot be written.
    """

    def work(connection: sa.Connection) -> int:
        numbers = sorted({event.van_ban for event in events})
        issued: set[int] = set()
        there: set[tuple[int, str]] = set()
        told: set[tuple[Any, ...]] = set()
        columns = [column for column in dien_bien.columns if column.name not in {"id", "luc"}]
        for chunk in statements.chunks(numbers):
            # Nobody makes the paper void, or prints it otherwise, until the end.
            lines = sa.select(van_ban.c.id).where(van_ban.c.id.in_(chunk), van_ban.c.trang_thai == DA_CAP).order_by(van_ban.c.id)
            issued.update(connection.scalars(lines.with_for_update()))
            labels = sa.select(kien_nghi.c.van_ban, kien_nghi.c.nhan).where(kien_nghi.c.van_ban.in_(chunk))
            there.update(map(tuple, connection.execute(labels)))
            told.update(map(tuple, connection.execute(sa.select(*columns).where(dien_bien.c.van_ban.in_(chunk)))))
        if any(event.van_ban not in issued or (event.van_ban, event.nhan) not in there for event in events):
            message = N_("Kiến nghị vừa ghi không còn trong sổ: văn bản đã bị hủy số hoặc in lại.")
            raise InputError(Problem(message, N_("Xem lại: notice-gen follow list, rồi ghi lại.")))
        now = register.store.now(connection)
        new = [values for values in dict.fromkeys(map(_values, events)) if values not in told]
        if new:
            names = [column.name for column in columns]
            connection.execute(dien_bien.insert(), [{**dict(zip(names, values, strict=True)), "luc": now} for values in new])
        return len(new)

    return store.write(register, work) if events else 0


def _values(event: SuKien) -> tuple[Any, ...]:
    han = event.han.isoformat() if event.han else ""
    return (event.van_ban, event.nhan, event.ngay.isoformat(), event.loai, han, event.van_ban_den, event.ghi_chu)


def of_papers(register: Register, ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return how many findings papers have, and how many of these something has come of, by the papers' lines."""
    wanted = list(ids)

    def work(connection: sa.Connection) -> dict[int, tuple[int, int]]:
        count = sa.select(kien_nghi.c.van_ban, sa.func.count()).where(kien_nghi.c.van_ban.in_(wanted), kien_nghi.c.bo_luc == "")
        told = sa.select(dien_bien.c.van_ban, sa.func.count(sa.distinct(dien_bien.c.nhan))).where(dien_bien.c.van_ban.in_(wanted))
        heard: dict[int, int] = {row[0]: row[1] for row in connection.execute(told.group_by(dien_bien.c.van_ban))}
        return {number: (many, heard.get(number, 0)) for number, many in connection.execute(count.group_by(kien_nghi.c.van_ban))}

    return store.read(register, work) if register.ready and wanted else {}


def links(register: Register, ids: Iterable[int]) -> list[tuple[int, str, int]]:
    """Return ``(later, viec, earlier)`` for the papers among *ids* that follow another, or that another, not void, follows."""
    wanted = list(ids)

    def work(connection: sa.Connection) -> list[tuple[int, str, int]]:
        query = sa.select(lien_ket.c.van_ban, lien_ket.c.viec, lien_ket.c.truoc).where(
            lien_ket.c.truoc.is_not(None), sa.or_(lien_ket.c.van_ban.in_(wanted), lien_ket.c.truoc.in_(wanted))
        )
        return [(later, viec, earlier) for later, viec, earlier in connection.execute(query)]

    return store.read(register, work) if register.ready and wanted else []

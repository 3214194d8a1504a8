"""What stands in the register of findings after issue: read as of one moment; and events added, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, Literal

from notice_gen.errors import N_, InputError, Problem
from notice_gen.records import record
from notice_gen.register import statements, store
from notice_gen.register.connection import Connection
from notice_gen.register.entry import DA_CAP, Entry, ten_chuan
from notice_gen.register.kien_nghi.keeping import COLUMNS, FIGURES
from notice_gen.register.store import Register

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
    wanted: statements.Condition = statements.EVERY if co_quan is None else ("so_day.co_quan = ?", (ten_chuan(co_quan),))

    def work(connection: Connection) -> Noted:
        entries = tuple(statements.select(connection, [wanted]))
        ours = "" if co_quan is None else (
            f" WHERE van_ban IN (SELECT so_van_ban.id FROM so_van_ban JOIN so_day ON so_van_ban.day = so_day.id WHERE {wanted[0]})"  # noqa: S608 - our own
        )

        def rows(table: str, columns: Sequence[str], order: str) -> Sequence[Any]:
            return connection.rows(f"SELECT {', '.join(columns)} FROM {table}{ours} ORDER BY {order}", wanted[1])  # noqa: S608 - our own

        return Noted(
            entries, rows("kien_nghi", COLUMNS, "van_ban, stt"), rows("dien_bien", EVENTS, "id"),
            rows("so_lieu_van_ban", FIGURES, "van_ban, don_vi, ten"),
            rows("van_ban_truoc", ("van_ban", "viec", "so_ky_hieu", "ngay", "truoc"), "van_ban"),
        )  # fmt: skip

    return store.read(register, work)


EVENTS = ("id", "van_ban", "nhan", "ngay", "loai", "han", "van_ban_den", "ghi_chu", "luc")
_SAID = EVENTS[1:-1]


def add(register: Register, events: Sequence[SuKien]) -> int:
    """Add what happened, all of it or nothing; an event that stands there word for word is not added again.

    Returns how many were new.  Raises InputError: a paper is not issued, or has no such finding; RegisterError: it cannot be written.
    """

    def work(connection: Connection) -> int:
        issued: set[int] = set()
        there: set[tuple[int, str]] = set()
        told: set[tuple[Any, ...]] = set()
        for chunk in statements.chunks(sorted({event.van_ban for event in events})):
            # Nobody makes the paper void, or prints it otherwise, until the end.
            wanted = statements.among("so_van_ban.id", chunk)
            issued |= {entry.id for entry in statements.select(connection, [wanted], for_update=True) if entry.trang_thai == DA_CAP}
            of_papers, values = statements.among("van_ban", chunk)
            there.update(connection.rows(f"SELECT van_ban, nhan FROM kien_nghi WHERE {of_papers}", values))  # noqa: S608 - our own
            told.update(connection.rows(f"SELECT {', '.join(_SAID)} FROM dien_bien WHERE {of_papers}", values))  # noqa: S608 - our own
        if any(event.van_ban not in issued or (event.van_ban, event.nhan) not in there for event in events):
            message = N_("Kiến nghị vừa ghi không còn trong sổ: văn bản đã bị hủy số hoặc in lại.")
            raise InputError(Problem(message, N_("Xem lại: notice-gen follow list, rồi ghi lại.")))
        now = register.store.now(connection)
        new = [values for values in dict.fromkeys(map(_values, events)) if values not in told]
        connection.insert("dien_bien", EVENTS[1:], [((), [(*values, now) for values in new])])
        return len(new)

    return store.write(register, work) if events else 0


def _values(event: SuKien) -> tuple[Any, ...]:
    han = event.han.isoformat() if event.han else ""
    return (event.van_ban, event.nhan, event.ngay.isoformat(), event.loai, han, event.van_ban_den, event.ghi_chu)


def of_papers(register: Register, ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return how many findings papers have, and how many of these something has come of, by the papers' lines."""
    wanted = list(ids)

    def work(connection: Connection) -> dict[int, tuple[int, int]]:
        ours, values = statements.among("van_ban", wanted)
        heard = f"SELECT van_ban, count(DISTINCT nhan) FROM dien_bien WHERE {ours} GROUP BY van_ban"  # noqa: S608 - our own
        count = f"SELECT van_ban, count(*) FROM kien_nghi WHERE {ours} AND bo_luc = '' GROUP BY van_ban"  # noqa: S608 - our own
        of = dict(connection.rows(heard, values))
        return {number: (many, of.get(number, 0)) for number, many in connection.rows(count, values)}

    return store.read(register, work) if register.ready and wanted else {}


Linked = tuple[Entry, str, Entry]
"""Two papers: the later one, what it does (``dinh-chinh``, ``thu-hoi``, ``thay-the``), the earlier one."""


def linked(register: Register) -> list[Linked]:
    """Return which papers follow another of the register.  Raises RegisterError: it cannot be read."""
    return store.read(register, linked_in) if register.ready else []


def linked_in(connection: Connection) -> list[Linked]:
    """Return the same within a transaction."""
    pairs = connection.rows("SELECT van_ban, viec, truoc FROM van_ban_truoc WHERE truoc IS NOT NULL ORDER BY van_ban")
    wanted = sorted({number for later, _, earlier in pairs for number in (later, earlier)})
    asked = [statements.among("so_van_ban.id", chunk) for chunk in statements.chunks(wanted)]
    every = {entry.id: entry for entry in statements.select(connection, asked)}
    return [(every[later], viec, every[earlier]) for later, viec, earlier in pairs if later in every and earlier in every]

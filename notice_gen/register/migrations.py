"""How an older register is brought up: its version, and what has changed since.

``tables.py`` says what a new register looks like; a migration says how the one before becomes so.  How to add one:
docs/dev/analysis/register.md, "Versions".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import sqlalchemy as sa

from notice_gen.records import record
from notice_gen.register import journal
from notice_gen.register.entry import DaySo
from notice_gen.register.tables import phien_ban

FIRST = 1
"""The version of the registers made before there were migrations."""


@record
class Migration:
    """One change of the tables."""

    day: date  # when it was written
    name: str  # what changes, in a few words
    apply: Callable[[sa.Connection], None]  # makes the change; the transaction around it is the caller's


def _journal(connection: sa.Connection) -> None:
    """Begin the journal: every line enters it as it was found."""
    then = sa.MetaData()
    sa.Table(
        "so_su_kien", then, sa.Column("co_quan", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Integer, primary_key=True, autoincrement=False) for name in ("nam", "stt")),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in (("luc", 20), ("viec", 16))),
        sa.Column("noi_dung", sa.Text, nullable=False), sa.Column("niem_phong", sa.String(64), nullable=False),
        sqlite_with_rowid=False,
    )  # fmt: skip
    then.create_all(connection)
    series = sa.table("so_day", *map(sa.column, ("id", "co_quan", "nam", "nhom")))
    names = (
        "so", "khoa", "co_quan", "loai", "ky_hieu", "ngay", "trich_yeu", "don_vi", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen",
        "ghi_chu", "trang_thai", "ly_do", "sha256", "giu_luc", "cap_luc", "huy_luc",
    )  # fmt: skip
    lines = sa.table("so_van_ban", *map(sa.column, ("id", "day", *names)))
    query = sa.select(series.c.co_quan, series.c.nam, series.c.nhom, *(lines.c[name] for name in names))
    found = connection.execute(query.join_from(lines, series, lines.c.day == series.c.id).order_by(lines.c.id)).all()
    changes = [(journal.CO_SAN, DaySo(*row[:3]), dict(zip(names, row[3:], strict=True))) for row in found]
    journal.insert(connection, journal.rows({}, changes, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))


def _findings(connection: sa.Connection) -> None:
    """Begin to follow findings: tables for them, the figures of their papers, what has come of them, papers that follow papers."""
    then = sa.MetaData()
    sa.Table("so_van_ban", then, sa.Column("id", sa.Integer, primary_key=True))

    def texts(*names: str, length: int | None = None) -> list[sa.Column[str]]:
        return [sa.Column(name, sa.String(length) if length else sa.Text, nullable=False) for name in names]

    def paper() -> sa.Column[int]:
        return sa.Column("van_ban", sa.Integer, sa.ForeignKey("so_van_ban.id"), primary_key=True, autoincrement=False)

    sa.Table(
        "kien_nghi", then, paper(), sa.Column("nhan", sa.Text, primary_key=True), sa.Column("stt", sa.Integer, nullable=False),
        *texts("ma", "don_vi", "ma_don_vi", "loai", "linh_vuc", "noi_dung"), *texts("han", length=10), *texts("bo_luc", length=20),
        sqlite_with_rowid=False,
    )  # fmt: skip
    sa.Table(
        "so_lieu_van_ban", then, paper(), *(sa.Column(name, sa.Text, primary_key=True) for name in ("don_vi", "ten")), *texts("gia_tri"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    sa.Table(
        "dien_bien", then, sa.Column("id", sa.Integer, primary_key=True), sa.Column("van_ban", sa.Integer, nullable=False), *texts("nhan"),
        *texts("ngay", length=10), *texts("loai", length=16), *texts("han", length=10), *texts("van_ban_den", "ghi_chu"),
        *texts("luc", length=20), sa.ForeignKeyConstraint(["van_ban", "nhan"], ["kien_nghi.van_ban", "kien_nghi.nhan"]),
    )  # fmt: skip
    sa.Table(
        "van_ban_truoc", then, paper(), *texts("viec", length=16), *texts("so_ky_hieu"), *texts("ngay", length=10),
        sa.Column("truoc", sa.Integer, sa.ForeignKey("so_van_ban.id")),
    )  # fmt: skip
    then.create_all(connection, [table for name, table in then.tables.items() if name != "so_van_ban"])


MIGRATIONS: tuple[Migration, ...] = (
    Migration(date(2026, 11, 29), "nhật ký niêm phong", _journal),
    Migration(date(2026, 11, 30), "theo dõi kiến nghị", _findings),
)
"""All of them, oldest first, never to be changed once released: the first makes version 2 of version 1."""


def newest(migrations: Sequence[Migration]) -> int:
    """Return the version that *migrations* lead to."""
    return FIRST + len(migrations)


def bring_up(connection: sa.Connection, old: int, migrations: Sequence[Migration]) -> None:
    """Apply what a register of version *old* lacks, and note its version."""
    for migration in migrations[old - FIRST :]:
        migration.apply(connection)
    connection.execute(phien_ban.update().values(phien_ban=newest(migrations)))

"""The register's tables as a new register has them, one schema for every store; ``migrations.py`` makes an older one so.

What must never happen is forbidden here, so that no fault elsewhere can bring it about: one number twice in a
series, two living entries of one notice.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String, Table, Text

from notice_gen.register.entry import DA_CAP, GIU_CHO, HUY

metadata = sa.MetaData()


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


phien_ban = Table("so_phien_ban", metadata, Column("phien_ban", Integer, primary_key=True, autoincrement=False))

day_so = Table(
    "so_day", metadata, Column("id", Integer, primary_key=True), Column("co_quan", Text, nullable=False),
    Column("nam", Integer, nullable=False), Column("nhom", Text, nullable=False), Column("so_cuoi", Integer, nullable=False),
    sa.UniqueConstraint("co_quan", "nam", "nhom"),
)

van_ban = Table(
    "so_van_ban", metadata, Column("id", Integer, primary_key=True), Column("day", Integer, sa.ForeignKey("so_day.id"), nullable=False),
    Column("so", Integer, nullable=False), *_texts("khoa", "co_quan", "loai", "ky_hieu"), Column("ngay", sa.Date),
    *_texts("trich_yeu", "don_vi", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen", "ghi_chu"),
    Column("trang_thai", String(16), nullable=False), *_texts("ly_do"), Column("sha256", String(64), nullable=False),
    *(Column(name, String(20), nullable=False) for name in ("giu_luc", "cap_luc", "huy_luc")),
    *(Column(name, Text, nullable=False, server_default="") for name in ("mau_sha256", "phien_ban", "luu_tru")),
    sa.UniqueConstraint("day", "so"), sa.CheckConstraint("so >= 1"),
    sa.CheckConstraint(f"trang_thai IN ('{GIU_CHO}', '{DA_CAP}', '{HUY}')"),
)
COLUMNS = tuple(column.name for column in van_ban.columns if column.name not in {"id", "day"})
"""What a line says, in the order of the table."""
_LIVING = sa.text(f"trang_thai <> '{HUY}'")
sa.Index("so_van_ban_khoa", van_ban.c.khoa, unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING)

su_kien = Table(
    "so_su_kien", metadata, Column("co_quan", Text, primary_key=True),
    *(Column(name, Integer, primary_key=True, autoincrement=False) for name in ("nam", "stt")),
    Column("luc", String(20), nullable=False), Column("viec", String(16), nullable=False),
    *_texts("noi_dung"), Column("niem_phong", String(64), nullable=False),
    sqlite_with_rowid=False,  # found by its chain alone
)
"""The journal, ``journal.py``: only ever added to."""

khoi = Table("so_khoi", metadata, Column("ma", String(64), primary_key=True), Column("noi_dung", sa.LargeBinary, nullable=False))
"""Contents of the archive, by their SHA-256."""

luu_tru = Table(
    "so_luu_tru", metadata, Column("van_ban", Integer, sa.ForeignKey("so_van_ban.id"), primary_key=True, autoincrement=False),
    Column("ma", String(64), primary_key=True), Column("sha256", String(64), nullable=False), *_texts("ten"),
    Column("luc", String(20), nullable=False), *_texts("ban_ghi"),
)  # fmt: skip
"""The archive, ``archive.py``: the papers printed under a number; only ever added to."""
sa.Index("so_luu_tru_tep", luu_tru.c.sha256)

FIRST_TABLES = frozenset({"so_phien_ban", "so_day", "so_van_ban"})
"""Those of the first version: a database that has one of them, and not the others, is no register."""

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

kien_nghi = Table(
    "kien_nghi", metadata, Column("van_ban", Integer, sa.ForeignKey("so_van_ban.id"), primary_key=True, autoincrement=False),
    Column("nhan", Text, primary_key=True), Column("stt", Integer, nullable=False),
    *_texts("ma", "don_vi", "ma_don_vi", "loai", "linh_vuc", "noi_dung"), Column("han", String(10), nullable=False),
    Column("bo_luc", String(20), nullable=False),
    sqlite_with_rowid=False,  # found by its paper alone
)
"""The findings of each paper, by what tells them apart in it; ``kien_nghi/``."""

so_lieu = Table(
    "so_lieu_van_ban", metadata, Column("van_ban", Integer, sa.ForeignKey("so_van_ban.id"), primary_key=True, autoincrement=False),
    *(Column(name, Text, primary_key=True) for name in ("don_vi", "ten")), *_texts("gia_tri"),
    sqlite_with_rowid=False,
)
"""The figures of each paper: numbers and days."""

dien_bien = Table(
    "dien_bien", metadata, Column("id", Integer, primary_key=True), Column("van_ban", Integer, nullable=False),
    Column("nhan", Text, nullable=False), Column("ngay", String(10), nullable=False), Column("loai", String(16), nullable=False),
    Column("han", String(10), nullable=False), *_texts("van_ban_den", "ghi_chu"), Column("luc", String(20), nullable=False),
    sa.ForeignKeyConstraint(["van_ban", "nhan"], ["kien_nghi.van_ban", "kien_nghi.nhan"]),
)
"""What has come of a finding since: only ever added to."""

lien_ket = Table(
    "van_ban_truoc", metadata, Column("van_ban", Integer, sa.ForeignKey("so_van_ban.id"), primary_key=True, autoincrement=False),
    Column("viec", String(16), nullable=False), *_texts("so_ky_hieu"), Column("ngay", String(10), nullable=False),
    Column("truoc", Integer, sa.ForeignKey("so_van_ban.id")),
)
"""Which earlier paper a paper corrects, withdraws or replaces; ``truoc`` is its line, where the register has it."""

FIRST_TABLES = frozenset({"so_phien_ban", "so_day", "so_van_ban"})
"""Those of the first version: a database that has one of them, and not the others, is no register."""

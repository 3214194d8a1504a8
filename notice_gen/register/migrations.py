"""How an older register is brought up: its version, and what has changed since.

``tables.py`` says what a new register looks like; a migration says how the one before becomes so.  How to add one:
docs/dev/analysis/register.md, "Versions".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from notice_gen.records import record
from notice_gen.register import journal
from notice_gen.register.connection import Connection
from notice_gen.register.entry import DaySo

FIRST = 1
"""The version of the registers made before there were migrations."""


@record
class Migration:
    """One change of the tables."""

    day: date  # when it was written
    name: str  # what changes, in a few words
    apply: Callable[[Connection], None]  # makes the change; the transaction around it is the caller's


def _journal(connection: Connection) -> None:
    """Begin the journal: every line enters it as it was found."""
    connection.make(
        "CREATE TABLE so_su_kien (co_quan TEXT NOT NULL, nam INTEGER NOT NULL, stt INTEGER NOT NULL, luc VARCHAR(20) NOT NULL, "
        "viec VARCHAR(16) NOT NULL, noi_dung TEXT NOT NULL, niem_phong VARCHAR(64) NOT NULL, PRIMARY KEY (co_quan, nam, stt)){by_key}"
    )
    names = (
        "so", "khoa", "co_quan", "loai", "ky_hieu", "ngay", "trich_yeu", "don_vi", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen",
        "ghi_chu", "trang_thai", "ly_do", "sha256", "giu_luc", "cap_luc", "huy_luc",
    )  # fmt: skip
    columns = ", ".join(["so_day.co_quan", "nam", "nhom", *(f"so_van_ban.{name}" for name in names)])
    found = connection.rows(f"SELECT {columns} FROM so_van_ban JOIN so_day ON so_van_ban.day = so_day.id ORDER BY so_van_ban.id")  # noqa: S608 - our own
    changes = [(journal.CO_SAN, DaySo(*row[:3]), [*zip(names, row[3:], strict=True)]) for row in found]
    journal.insert(connection, journal.rows({}, changes, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))


def _archive(connection: Connection) -> None:
    """Begin the archive; the lines there were printed without it."""
    for name in ("mau_sha256", "phien_ban", "luu_tru"):
        connection.do(f"ALTER TABLE so_van_ban ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    connection.make("CREATE TABLE so_khoi (ma VARCHAR(64) NOT NULL, noi_dung {bytes} NOT NULL, PRIMARY KEY (ma))")
    connection.make(
        "CREATE TABLE so_luu_tru (van_ban INTEGER NOT NULL, ma VARCHAR(64) NOT NULL, sha256 VARCHAR(64) NOT NULL, ten TEXT NOT NULL, "
        "luc VARCHAR(20) NOT NULL, ban_ghi TEXT NOT NULL, PRIMARY KEY (van_ban, ma), FOREIGN KEY (van_ban) REFERENCES so_van_ban (id))"
    )
    connection.make("CREATE INDEX so_luu_tru_tep ON so_luu_tru (sha256)")


def _findings(connection: Connection) -> None:
    """Begin to follow findings: tables for them, the figures of their papers, what has come of them, papers that follow papers."""
    for table in _FOLLOWED.split(";"):
        connection.make(table.strip())


_FOLLOWED = """CREATE TABLE kien_nghi (
    van_ban INTEGER NOT NULL, nhan TEXT NOT NULL, stt INTEGER NOT NULL, ma TEXT NOT NULL, don_vi TEXT NOT NULL, ma_don_vi TEXT NOT NULL,
    loai TEXT NOT NULL, linh_vuc TEXT NOT NULL, noi_dung TEXT NOT NULL, han VARCHAR(10) NOT NULL, bo_luc VARCHAR(20) NOT NULL,
    PRIMARY KEY (van_ban, nhan)
){by_key};

CREATE TABLE so_lieu_van_ban (
    van_ban INTEGER NOT NULL, don_vi TEXT NOT NULL, ten TEXT NOT NULL, gia_tri TEXT NOT NULL,
    PRIMARY KEY (van_ban, don_vi, ten)
){by_key};

CREATE TABLE dien_bien (
    id {counted} NOT NULL, van_ban INTEGER NOT NULL, nhan TEXT NOT NULL, ngay VARCHAR(10) NOT NULL, loai VARCHAR(16) NOT NULL,
    han VARCHAR(10) NOT NULL, van_ban_den TEXT NOT NULL, ghi_chu TEXT NOT NULL, luc VARCHAR(20) NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY (van_ban, nhan) REFERENCES kien_nghi (van_ban, nhan)
);

CREATE TABLE van_ban_truoc (
    van_ban INTEGER NOT NULL, viec VARCHAR(16) NOT NULL, so_ky_hieu TEXT NOT NULL, ngay VARCHAR(10) NOT NULL, truoc INTEGER,
    PRIMARY KEY (van_ban), FOREIGN KEY (van_ban) REFERENCES so_van_ban (id), FOREIGN KEY (truoc) REFERENCES so_van_ban (id)
)
"""


MIGRATIONS: tuple[Migration, ...] = (
    Migration(date(2026, 11, 29), "nhật ký niêm phong", _journal), Migration(date(2026, 11, 30), "lưu trữ văn bản đã in", _archive),
    Migration(date(2026, 11, 30), "theo dõi kiến nghị", _findings),
)
"""All of them, oldest first, never to be changed once released: the first makes version 2 of version 1."""


def newest(migrations: Sequence[Migration]) -> int:
    """Return the version that *migrations* lead to."""
    return FIRST + len(migrations)


def bring_up(connection: Connection, old: int, migrations: Sequence[Migration]) -> None:
    """Apply what a register of version *old* lacks, and note its version."""
    for migration in migrations[old - FIRST :]:
        migration.apply(connection)
    connection.do("UPDATE so_phien_ban SET phien_ban = ?", (newest(migrations),))

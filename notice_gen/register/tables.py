"""The register's tables as a new register has them, one schema for every store; ``migrations.py`` makes an older one so.

What must never happen is forbidden here, so that no fault elsewhere can bring it about: one number twice in a
series, two living entries of one notice.
"""

from __future__ import annotations

from notice_gen.register.entry import DA_CAP, GIU_CHO, HUY

COLUMNS = (
    "so", "khoa", "co_quan", "loai", "ky_hieu", "ngay", "trich_yeu", "don_vi", "nguoi_ky", "noi_nhan", "luu", "so_ban", "ngay_chuyen",
    "ghi_chu", "trang_thai", "ly_do", "sha256", "giu_luc", "cap_luc", "huy_luc", "mau_sha256", "phien_ban", "luu_tru",
)  # fmt: skip
"""What a line says, in the order of the table ``so_van_ban``."""

_KINDS = {"so": "INTEGER", "ngay": "DATE", "trang_thai": "VARCHAR(16)", "sha256": "VARCHAR(64)"} | dict.fromkeys(
    ("giu_luc", "cap_luc", "huy_luc"), "VARCHAR(20)"
)
_ADDED = frozenset({"mau_sha256", "phien_ban", "luu_tru"})  # by a migration, which has to say something of older lines
_LINE = ", ".join(
    f"{name} {_KINDS.get(name, 'TEXT')}{'' if name == 'ngay' else ' NOT NULL'}{' DEFAULT ' + repr('') if name in _ADDED else ''}"
    for name in COLUMNS
)
TABLES = tuple(map(str.strip, f"""
CREATE TABLE so_phien_ban (phien_ban INTEGER NOT NULL, PRIMARY KEY (phien_ban));

CREATE TABLE so_day (
    id {{counted}} NOT NULL, co_quan TEXT NOT NULL, nam INTEGER NOT NULL, nhom TEXT NOT NULL, so_cuoi INTEGER NOT NULL,
    PRIMARY KEY (id), UNIQUE (co_quan, nam, nhom)
);

CREATE TABLE so_van_ban (
    id {{counted}} NOT NULL, day INTEGER NOT NULL, {_LINE},
    PRIMARY KEY (id), UNIQUE (day, so), CHECK (so >= 1), CHECK (trang_thai IN ('{GIU_CHO}', '{DA_CAP}', '{HUY}')),
    FOREIGN KEY (day) REFERENCES so_day (id)
);

CREATE UNIQUE INDEX so_van_ban_khoa ON so_van_ban (khoa) WHERE trang_thai <> '{HUY}';

CREATE TABLE so_su_kien (
    co_quan TEXT NOT NULL, nam INTEGER NOT NULL, stt INTEGER NOT NULL, luc VARCHAR(20) NOT NULL, viec VARCHAR(16) NOT NULL,
    noi_dung TEXT NOT NULL, niem_phong VARCHAR(64) NOT NULL, PRIMARY KEY (co_quan, nam, stt)
){{by_key}};

CREATE TABLE so_khoi (ma VARCHAR(64) NOT NULL, noi_dung {{bytes}} NOT NULL, PRIMARY KEY (ma));

CREATE TABLE so_luu_tru (
    van_ban INTEGER NOT NULL, ma VARCHAR(64) NOT NULL, sha256 VARCHAR(64) NOT NULL, ten TEXT NOT NULL, luc VARCHAR(20) NOT NULL,
    ban_ghi TEXT NOT NULL, PRIMARY KEY (van_ban, ma), FOREIGN KEY (van_ban) REFERENCES so_van_ban (id)
);

CREATE INDEX so_luu_tru_tep ON so_luu_tru (sha256);

CREATE TABLE kien_nghi (
    van_ban INTEGER NOT NULL, nhan TEXT NOT NULL, stt INTEGER NOT NULL, ma TEXT NOT NULL, don_vi TEXT NOT NULL, ma_don_vi TEXT NOT NULL,
    loai TEXT NOT NULL, linh_vuc TEXT NOT NULL, noi_dung TEXT NOT NULL, han VARCHAR(10) NOT NULL, bo_luc VARCHAR(20) NOT NULL,
    PRIMARY KEY (van_ban, nhan)
){{by_key}};

CREATE TABLE so_lieu_van_ban (
    van_ban INTEGER NOT NULL, don_vi TEXT NOT NULL, ten TEXT NOT NULL, gia_tri TEXT NOT NULL,
    PRIMARY KEY (van_ban, don_vi, ten)
){{by_key}};

CREATE TABLE dien_bien (
    id {{counted}} NOT NULL, van_ban INTEGER NOT NULL, nhan TEXT NOT NULL, ngay VARCHAR(10) NOT NULL, loai VARCHAR(16) NOT NULL,
    han VARCHAR(10) NOT NULL, van_ban_den TEXT NOT NULL, ghi_chu TEXT NOT NULL, luc VARCHAR(20) NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY (van_ban, nhan) REFERENCES kien_nghi (van_ban, nhan)
);

CREATE TABLE van_ban_truoc (
    van_ban INTEGER NOT NULL, viec VARCHAR(16) NOT NULL, so_ky_hieu TEXT NOT NULL, ngay VARCHAR(10) NOT NULL, truoc INTEGER,
    PRIMARY KEY (van_ban), FOREIGN KEY (van_ban) REFERENCES so_van_ban (id), FOREIGN KEY (truoc) REFERENCES so_van_ban (id)
)
""".split(";")))
"""What makes them; what stands in braces each database says in its own way.

The journal (``so_su_kien``, ``journal.py``) is only ever added to, and so is the archive (``archive.py``): contents by their SHA-256
(``so_khoi``), and the papers printed under a number (``so_luu_tru``).

Followed (``kien_nghi/``) are the findings of each paper, by what tells them apart in it; its figures (numbers and days); what has come of
a finding since (``dien_bien``, only ever added to); which earlier paper it corrects, withdraws or replaces (``truoc``: its line, where
there is one).
"""

FIRST_TABLES = frozenset({"so_phien_ban", "so_day", "so_van_ban"})
"""Those of the first version: a database that has one of them, and not the others, is no register."""

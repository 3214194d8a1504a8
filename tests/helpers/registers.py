"""Registers for tests: what asks for a number, and a private PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from notice_gen.office import numbering
from notice_gen.register import Request, khoa

GUARDED = "khoa"
"""A user that :func:`postgresql` asks for a password, once it is made."""

UBND = "Ủy ban nhân dân xã Bình Điền"


def request(tep: str, **changes: Any) -> Request:
    """What the notice in the file *tep* asks of the register."""
    values: dict[str, Any] = {
        "co_quan": UBND, "nam": 2026, "loai": "TB", "ky_hieu": "TB-UBND", "ngay": date(2026, 3, 5),
        "trich_yeu": f"Kết quả kiểm tra {tep}", "nguoi_ky": "Nguyễn Văn A", "noi_nhan": "Các thôn", "luu": "VT",
    } | changes  # fmt: skip
    name = {key: values[key] for key in ("co_quan", "nam", "loai")}
    return Request(khoa=khoa(tep, **name), **values)


def _binaries() -> Path | None:
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    return next((p for p in places if (p / "initdb").is_file()), Path(found).parent if found else None)


def admin(where: str) -> sa.Engine:
    """An engine beside the program's own, which keeps no connection: *where* is a register's URL or file."""
    url = where.replace("postgresql:", "postgresql+psycopg:") if "://" in where else f"sqlite:///{where}"
    return sa.create_engine(url, poolclass=sa.pool.NullPool)


@contextmanager
def sqlite() -> Iterator[str]:
    """The name of the register in the folder at hand, as :func:`postgresql`."""
    yield numbering.NAME


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL of one's own on a unix socket; yields its URL. Skips where there is none, or none is wanted."""
    pytest.importorskip("psycopg")
    if os.environ.get("NOTICE_GEN_TEST_WITHOUT_POSTGRESQL"):
        pytest.skip("PostgreSQL is not wanted")
    binaries = _binaries()
    if binaries is None or sys.platform == "win32":
        pytest.skip("PostgreSQL's initdb is not installed")
    as_other: list[str] = []
    import pwd

    user = pwd.getpwuid(os.getuid()).pw_name
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            user = next((name for name in ("postgres", "nobody") if any(e.pw_name == name for e in pwd.getpwall())), "")
            if not user or not shutil.which("runuser"):
                pytest.skip("running as root, without another user to run PostgreSQL as")
            as_other = ["runuser", "-u", user, "--"]
            shutil.chown(folder, user)
        data = f"{folder}/data"

        def do(program: str, *arguments: str) -> None:
            subprocess.run([*as_other, str(binaries / program), *arguments], check=True, capture_output=True, cwd="/", timeout=120)

        do("initdb", "-D", data, "-U", "clerk", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        rules = Path(data, "pg_hba.conf")
        rules.write_text(f"local all {GUARDED} scram-sha-256\n" + rules.read_text(encoding="utf-8"), encoding="utf-8")
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=40"
        do("pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://clerk@/postgres?host={folder}"
        finally:
            do("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")

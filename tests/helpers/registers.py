"""Registers for tests: what asks for a number, and a private PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest

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


@contextmanager
def sqlite() -> Iterator[str]:
    """The name of the register in the folder at hand, as :func:`postgresql`."""
    yield numbering.NAME


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL of one's own on a unix socket; yields its URL. Skips where there is none, or none is wanted."""
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


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The server's URL, for the tests of one file; ``conftest.py`` of a folder names this fixture and the next."""
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a register may be: a file, and a server's database, neither there yet."""
    return str(tmp_path / "so.db") if request.param == "sqlite" else emptied(request.getfixturevalue("server"))


@contextmanager
def raw(where: str) -> Iterator[Any]:
    """A line of the driver's own to the register at *where*, past our program; kept at the end."""
    if "://" in where:
        with psycopg.connect(where) as server:
            yield server
        return
    with closing(sqlite3.connect(where)) as file, file:
        yield file


def value(where: str, statement: str) -> Any:
    """The one value that a statement finds."""
    with raw(where) as line:
        return line.execute(statement).fetchone()[0]


def emptied(where: str) -> str:
    """The server's database without a register."""
    with raw(where) as line:
        line.execute("DROP TABLE IF EXISTS dien_bien, kien_nghi, so_lieu_van_ban, van_ban_truoc, so_luu_tru, so_khoi, so_su_kien, so_van_ban, so_day, so_phien_ban")
    return where


class LostError(sqlite3.IntegrityError, psycopg.errors.UniqueViolation):
    """What either database's driver may raise when a line breaks, or another was quicker."""

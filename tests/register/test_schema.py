"""What a new register's tables promise by themselves, whatever program writes to them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from notice_gen import register
from tests.helpers.registers import request

KNOWN = {
    "so_day": "id co_quan nam nhom so_cuoi",
    "so_van_ban": "id day so khoa co_quan loai ky_hieu ngay trich_yeu don_vi nguoi_ky noi_nhan luu so_ban ngay_chuyen ghi_chu trang_thai ly_do sha256 "
    "giu_luc cap_luc huy_luc",
}


@pytest.fixture
def raw(tmp_path):
    with register.connect(tmp_path / "so.db") as book:
        register.reserve(book, [request("a.toml"), request("b.toml", loai="", ky_hieu="UBND-VP", nam=2027, rieng=True)])
    with closing(sqlite3.connect(tmp_path / "so.db")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


@pytest.mark.parametrize("table", KNOWN)
def test_the_columns_are_called_as_in_old_registers_and_only_a_day_may_be_missing(raw, table):
    columns = {name: (kind, must or key) for _, name, kind, must, _, key in raw.execute(f"PRAGMA table_info({table})")}
    assert set(KNOWN[table].split()) <= columns.keys()
    assert {name for name in KNOWN[table].split() if not columns[name][1]} <= {"ngay"}
    assert all(kind for kind, _ in columns.values())


def test_the_series_of_letters_without_a_type_is_called_as_in_old_registers(raw):
    assert raw.execute("SELECT nam, nhom FROM so_day ORDER BY nam").fetchall() == [(2026, "chung"), (2027, "CV")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE so_van_ban SET so = 1, day = 1",
        "UPDATE so_van_ban SET khoa = 'một'",
        "UPDATE so_van_ban SET day = 99 WHERE id = 1",
        "INSERT INTO so_day (id, co_quan, nam, nhom, so_cuoi) SELECT id + 9, co_quan, nam, nhom, so_cuoi FROM so_day",
    ],
)
def test_what_would_give_a_number_twice_is_refused_by_the_file_itself(raw, statement):
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(statement)

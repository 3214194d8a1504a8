"""An older register is brought up in place, after a copy; a newer one is refused; on both databases."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.errors import RegisterError
from notice_gen.register import HUY, connect, migrations
from notice_gen.register.connection import Connection
from notice_gen.register.migrations import MIGRATIONS, Migration
from notice_gen.register.store import sqlite as in_file
from tests.helpers.registers import raw, request, value

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PRINTED = [(2026, 1, "đã cấp"), (2026, 2, HUY), (2026, 3, "giữ chỗ"), (2026, 4, "giữ chỗ"), (2027, 1, "giữ chỗ")]
"""What stands in ``phien-ban-1.*.sql``."""


def secret(connection: Connection) -> None:
    connection.do("ALTER TABLE so_van_ban ADD COLUMN do_mat TEXT NOT NULL DEFAULT 'thường'")


def recommended(connection: Connection) -> None:
    connection.make("CREATE TABLE but_phe (id {counted} NOT NULL, noi_dung TEXT NOT NULL, PRIMARY KEY (id))")
    connection.do("INSERT INTO but_phe (noi_dung) VALUES (?)", ("Rà soát hồ sơ quá hạn",))


LATER = (*MIGRATIONS, Migration(date(2026, 12, 1), "độ mật", secret), Migration(date(2027, 1, 4), "bút phê", recommended))
NEWEST = migrations.newest(LATER)


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request, tmp_path):
    """A register as version 1 left it."""
    script = (HERE / f"phien-ban-1.{request.param}.sql").read_text("utf-8")
    if request.param == "sqlite":
        path = tmp_path / "so.db"
        with raw(str(path)) as line:
            line.executescript(script)
        return str(path)
    url = request.getfixturevalue("server")
    fresh(url)
    with raw(url) as line:
        line.execute(script)
    return url


def fresh(url: str) -> None:
    with raw(url) as line:
        line.execute("DROP SCHEMA public CASCADE")
        line.execute("CREATE SCHEMA public")


def version(where: str) -> int:
    return value(where, "SELECT phien_ban FROM so_phien_ban")


def state(book) -> list[tuple[int, int, str]]:
    return [(entry.nam, entry.so, entry.trang_thai) for entry in register.entries(book)]


def copies(where: str) -> list[Path]:
    return sorted(Path(where).parent.glob("so.phien-ban-*")) if "://" not in where else []


def shape(where: str) -> dict[str, object]:
    """What the database itself says of each table: its columns, and what it forbids."""
    columns = "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
    rules = "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    indexes = "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    found: dict[str, list[object]] = {}
    with raw(where) as line:
        if "://" in where:
            for query in (columns, rules, indexes):
                for name, *rest in line.execute(query).fetchall():
                    found.setdefault(name, []).append(tuple(rest))
        else:
            names = [name for (name,) in line.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in names:
                about = [line.execute(f"PRAGMA {what}({name})").fetchall() for what in ("table_info", "foreign_key_list", "index_list")]
                uniques = [line.execute(f"PRAGMA index_info({index[1]})").fetchall() for index in about[2]]
                found[name] = [*about, *uniques]
    return {name: sorted(map(repr, about)) for name, about in found.items()}


def test_migrations_lead_from_the_first_version_to_the_tables_of_a_new_register(old, tmp_path):
    with connect(old) as book:
        assert state(book) == PRINTED
        assert [entry.so for entry in register.reserve(book, [request("f.toml"), request("c.toml")])] == [5, 3]
    with connect(tmp_path / "moi.db"):
        pass
    brought_up = shape(old)
    if "://" in old:
        fresh(old)
        with connect(old):
            pass
    assert brought_up == shape(old if "://" in old else str(tmp_path / "moi.db"))
    assert len(copies(old)) == (len(MIGRATIONS) > 0 and "://" not in old)


def test_an_older_register_is_brought_up_when_it_is_written(old):
    with connect(old, migrations=LATER) as book:
        assert book.version == version(old) == NEWEST
        assert state(book) == PRINTED
        assert [entry.so for entry in register.reserve(book, [request("f.toml"), request("c.toml")])] == [5, 3]
        [remark] = book.remarks
        assert (remark.level, f"từ phiên bản 1 lên {NEWEST}" in remark.text()) == ("warning", True)
        kept = copies(old)
        server = "Bản sao của sổ trên máy chủ do người quản trị giữ; máy khác báo sổ mới hơn thì cập nhật máy ấy."
        assert remark.hint_text() == (f"Bản sao trước khi nâng: “{kept[0]}”; giữ lại tới khi thấy mọi việc như thường." if kept else server)
    assert value(old, "SELECT noi_dung FROM but_phe") == "Rà soát hồ sơ quá hạn"
    with raw(old) as line:
        assert set(line.execute("SELECT do_mat FROM so_van_ban").fetchall()) == {("thường",)}
    with connect(old, migrations=LATER) as book:
        assert book.remarks == []
    if "://" not in old:
        [kept] = copies(old)
        assert version(str(kept)) == 1
        with connect(kept, create=False) as book:
            assert state(book) == PRINTED


@pytest.mark.parametrize("change", [
    lambda book: register.issue(book, [(request("c.toml").khoa, "cd" * 32)]),
    lambda book: register.void(book, [3], "Thử"),
])  # fmt: skip
def test_opened_to_be_looked_at_it_is_brought_up_at_the_first_change(old, change):
    with connect(old, create=False, migrations=LATER) as book:
        assert (book.version, version(old), book.remarks) == (1, 1, [])
        change(book)
        assert (book.version, version(old), len(book.remarks)) == (NEWEST, NEWEST, 1)
        assert state(book) != PRINTED


def test_what_is_only_looked_at_stays_as_it_is(old, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = Path(old)
    there = list(tmp_path.iterdir())
    before = file.read_bytes() if "://" not in old else b""
    with connect(old, create=False, migrations=LATER) as book:
        assert state(book) == PRINTED
        assert [entry.so for entry in register.preview(book, [request("f.toml")])] == [5]
        assert not [problem for problem in register.findings(book, days=99999) if "bộ đếm" in problem.message]
        with_new_column = "SELECT count(do_mat) FROM so_van_ban"
        assert register.store.read(book, lambda connection: register.store.value(connection, with_new_column)) == 5
    assert version(old) == 1
    assert copies(old) == []
    assert (before, there) == (file.read_bytes() if "://" not in old else b"", list(tmp_path.iterdir()))


def test_a_new_register_is_of_the_newest_version(tmp_path):
    with connect(tmp_path / "so.db", migrations=LATER) as book:
        assert (book.version, book.created, book.remarks) == (NEWEST, True, [])
    assert version(str(tmp_path / "so.db")) == NEWEST


def test_a_newer_one_is_refused_with_what_to_do(old, capsys):
    with connect(old, migrations=LATER):
        pass
    for create in (True, False):
        with pytest.raises(RegisterError, match="phiên bản notice-gen mới hơn") as caught, connect(old, create=create):
            pass
        assert "Cập nhật notice-gen" in caught.value.problems[0].hint_text()
    assert run(["register", "list", "--register", old]) == 4
    assert "Cập nhật notice-gen" in capsys.readouterr().err


def test_a_register_that_another_desk_brought_up_meanwhile(old):
    with connect(old) as book, connect(old, migrations=LATER):
        with pytest.raises(RegisterError, match="phiên bản notice-gen mới hơn"):
            register.reserve(book, [request("f.toml")])
        assert state(book) == PRINTED  # what it may not write, it still can read


def test_copies_are_never_written_over(old):
    if "://" in old:
        pytest.skip("a server's copies are its administrator's")
    with connect(old, create=False, migrations=LATER) as book:
        day = register.store.read(book, book.store.now)[:10]
    taken = Path(old).with_name(f"so.phien-ban-1.{day}.db")
    taken.write_bytes(b"mine")
    with connect(old, migrations=LATER) as book:
        assert str(taken.with_name(f"so.phien-ban-1.{day}-2.db")) in book.remarks[0].hint_text()
    assert taken.read_bytes() == b"mine"


def test_where_no_copy_can_be_kept_nothing_is_brought_up(old, monkeypatch):
    if "://" in old:
        pytest.skip("a server's copies are its administrator's")
    monkeypatch.setattr(in_file, "_write", lambda *_: (_ for _ in ()).throw(OSError(28, "no space")))
    with pytest.raises(RegisterError, match="Ổ đĩa đã đầy"), connect(old, migrations=LATER):
        pass
    assert (version(old), copies(old)) == (1, [])


def test_a_damaged_register_is_not_brought_up(old):
    if "://" in old:
        pytest.skip("a server's pages are its own matter")
    with raw(old) as line:
        line.execute("UPDATE so_van_ban SET day = 99 WHERE id = 3")
    with pytest.raises(RegisterError, match="bị hỏng"), connect(old, migrations=LATER):
        pass
    assert version(old) == 1


def test_what_fails_in_the_middle_leaves_the_old_one(old):
    broken = (*LATER, Migration(date(2027, 2, 1), "hỏng", lambda connection: connection.do("ALTER TABLE khong_co ADD x TEXT")))
    with pytest.raises(RegisterError), connect(old, migrations=broken):
        pass
    assert version(old) == 1
    assert "but_phe" not in shape(old)
    with connect(old) as book:
        assert state(book) == PRINTED


DESK = """
import os, signal, sys, time
from notice_gen import register
from tests.helpers.registers import request
from tests.register import test_migrations as known
from notice_gen.register.migrations import Migration

where, how, name = sys.argv[1:]

def last(connection):
    known.secret(connection)
    connection.do("UPDATE so_van_ban SET do_mat = 'mật'")
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(1)

with register.connect(where, migrations=(*known.MIGRATIONS, Migration(known.LATER[-2].day, "độ mật", last))) as book:
    print(len(book.remarks), register.reserve(book, [request(name)])[0].so)
"""


def desk(where: str, how: str, name: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", DESK, where, how, name], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_of_two_at_once_one_brings_it_up_and_the_other_waits(old):
    both = [desk(old, "slowly", name) for name in "xyz"]
    answers = []
    for process in both:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        answers.append(tuple(map(int, out.split())))
    assert sorted(remarks for remarks, _ in answers) == [0, 0, 1]
    assert sorted(so for _, so in answers) == [5, 6, 7]
    assert version(old) == NEWEST - 1
    assert len(copies(old)) == ("://" not in old)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed by a signal here")
def test_killed_between_the_copy_and_the_commit_the_old_one_is_whole(old):
    process = desk(old, "killed", "x")
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    assert version(old) == 1
    with connect(old, create=False) as book:
        assert state(book) == PRINTED
        assert register.integrity(book) == []
    out, err = desk(old, "slowly", "x").communicate(timeout=120)
    assert out.split() == ["1", "5"], err
    assert version(old) == NEWEST - 1
    assert len(copies(old)) == ("://" not in old)  # the copy kept before is the same


def test_migrations_are_dated_in_order():
    days = [migration.day for migration in MIGRATIONS]
    assert days == sorted(days)
    assert all(migration.name for migration in MIGRATIONS)
    assert migrations.newest(MIGRATIONS) == migrations.FIRST + len(MIGRATIONS)

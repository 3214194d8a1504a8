"""What the stores promise: a file that is gone is missed, a damaged one is told, a password is never shown, series do not wait."""

from __future__ import annotations

import errno
import os
import random
import re
import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.errors import RegisterError
from notice_gen.register import connect, statements, store
from notice_gen.register.store import address
from notice_gen.register.store import postgresql as on_server
from notice_gen.register.store import sqlite as in_file
from notice_gen.register.store.postgresql import PostgresqlStore
from tests.helpers.findings import spoilt
from tests.helpers.registers import emptied, request

AUTO = spoilt("so = 12", 'so = "tu-dong"')


@pytest.fixture
def clean(server):
    return emptied(server)


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_without_the_driver_what_to_install_is_typed_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RegisterError) as caught, connect("postgresql://clerk@khongco.invalid/so"):
        pass
    [problem] = caught.value.problems
    assert problem.text() == "Chưa cài phần nối với PostgreSQL."
    assert problem.hint_text() == 'Cài thêm: python -m pip install "notice-gen[postgresql]".'


def test_a_drive_that_fails_is_named_with_what_the_system_says(monkeypatch, tmp_path):
    in_use = in_file.SqliteStore(tmp_path / "so.db")

    def gone(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "exists", gone)
    with pytest.raises(RegisterError, match=r"so\.db”: ổ đĩa hoặc mạng bị lỗi"):
        in_use.is_there()


def test_a_database_with_one_of_our_tables_alone_is_no_register(tmp_path):
    raw = sqlite3.connect(tmp_path / "so.db")
    raw.execute("CREATE TABLE so_phien_ban (phien_ban INTEGER PRIMARY KEY)")
    raw.execute("INSERT INTO so_phien_ban VALUES (2)")
    raw.commit()
    raw.close()
    with pytest.raises(RegisterError, match="không phải sổ văn bản của notice-gen"), connect(tmp_path / "so.db", create=False):
        pass


def test_a_line_of_no_series_is_told(tmp_path):
    with connect(tmp_path / "so.db") as book:
        register.reserve(book, [request("a")])
    raw = sqlite3.connect(tmp_path / "so.db")
    raw.execute("UPDATE so_van_ban SET day = 99")
    raw.commit()
    raw.close()
    with connect(tmp_path / "so.db", create=False) as book:
        [loose] = register.integrity(book)
    assert "so_van_ban" in loose


# --- a file that is gone -------------------------------------------------------------------------------


def numbers(path: Path | str) -> list[int]:
    with connect(path, create=False) as book:
        return [entry.so for entry in register.entries(book)]


@pytest.fixture
def open_book(tmp_path):
    """A register in use, of which a second name keeps the file when the first is taken away; beside it another register."""
    with connect(tmp_path / "khac.db") as other:
        register.reserve(other, [request(f"khác {n}") for n in range(3)])
    with connect(tmp_path / "so.db") as book:
        register.reserve(book, [request("a")])
        os.link(tmp_path / "so.db", tmp_path / "ten-khac.db")
        yield book


def test_a_register_that_another_took_the_place_of_is_not_even_read(open_book):
    Path("khac.db").replace("so.db")
    with pytest.raises(RegisterError, match="đã bị xóa, đổi chỗ hoặc bị thay"):
        register.entries(open_book)


def test_nothing_is_committed_to_a_file_that_was_taken_away_meanwhile(open_book, monkeypatch):
    save = statements.save
    monkeypatch.setattr(statements, "save", lambda *arguments: (save(*arguments), Path("so.db").unlink())[0])
    with pytest.raises(RegisterError, match="đã bị xóa, đổi chỗ hoặc bị thay"):
        register.reserve(open_book, [request("b")])
    assert numbers("ten-khac.db") == [1]


def test_a_file_taken_away_in_the_last_moment_is_missed_after_the_commit(open_book, monkeypatch):
    commit = in_file._commit
    with monkeypatch.context() as once:
        once.setattr(in_file, "_commit", lambda raw: (Path("khac.db").replace("so.db"), commit(raw)))
        with pytest.raises(RegisterError, match="đã bị xóa, đổi chỗ hoặc bị thay"):
            register.reserve(open_book, [request("b")])
    assert numbers("so.db") == [1, 2, 3]


# --- a file that is damaged ----------------------------------------------------------------------------

COMMANDS = (["register", "list"], ["register", "check"], ["register", "export", "so.csv", "--if-exists", "overwrite"], ["render", "a.toml"])
PLAIN = re.compile(
    r"Tệp sổ “so.db” bị hỏng|“so.db” không phải sổ văn bản|phiên bản notice-gen mới hơn|Không mở được sổ|Không dùng được sổ|chỉ được đọc|Ổ đĩa|đang được"
)


def spoil(data: bytes, seed: int) -> bytes:
    """One byte changed, or a run of them; of the head, of what is written, or of anything."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    written = [place for place, value in enumerate(data) if value]
    place = pick.choice([pick.randrange(100), pick.choice(written), pick.choice(written), pick.randrange(len(data))])
    long = pick.choice([1, 1, 1, 2, 40])
    return data[:place] + bytes(pick.randrange(256) for _ in range(long)) + data[place + long :]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_flipped_bytes_are_a_damaged_register_and_never_a_surprise(seed, capsys):
    with connect("mau.db") as book:
        entries = register.reserve(book, [request(f"{n}.toml", don_vi="thôn Một") for n in range(30)])
        register.issue(book, [(entries[0].khoa, "ab" * 32)])
        register.void(book, [entries[1].id], "In nhầm")
    data = Path("mau.db").read_bytes()
    Path("a.toml").write_text(AUTO, "utf-8")
    refused = 0
    for number in range(12):
        for command in COMMANDS:
            Path("so.db").write_bytes(spoil(data, seed * 1000 + number))
            code = run([*command, "--register", "so.db"])
            _, err = capsys.readouterr()
            assert "ngoài dự kiến" not in err, (seed, number, command)
            assert code in {0, 1, 3, 4}
            assert code != 4 or PLAIN.search(err), (seed, number, command, err)
            refused += code == 4
        for printed in Path().glob("*.docx"):
            printed.unlink()
    assert refused


@pytest.mark.parametrize(
    "change",
    [
        "trich_yeu = CAST(x'ff41' AS TEXT)", "trich_yeu = x'ff'", "so = 'mười'", "khoa = 'a.toml'", "ngay = 'hôm qua'", "giu_luc = 'hôm qua'", "huy_luc = '9'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", COMMANDS[:3], ids=lambda command: command[1])
def test_values_that_no_register_holds_are_a_damaged_one(change, command, capsys):
    with connect("so.db") as book:
        register.reserve(book, [request("a.toml")])
        with book.store.transaction("write") as connection:
            connection.do(f"UPDATE so_van_ban SET {change}")  # noqa: S608 - our own
    assert run([*command, "--register", "so.db"]) == 4
    out, err = capsys.readouterr()
    assert "Tệp sổ “so.db” bị hỏng" in err
    assert out == ""


# --- passwords -----------------------------------------------------------------------------------------

SPELLINGS = [
    "postgresql://clerk:bi%2Dmat@khongco.invalid/so",
    "postgres://clerk:bi-mat@khongco.invalid/so",
    "POSTGRESQL://clerk:bi-mat@khongco.invalid/so",
    "postgresql+psycopg://clerk:bi-mat@khongco.invalid/so",
    "postgresql+psycopg2://clerk:bi-mat@khongco.invalid/so",
    "postgresql://khongco.invalid/so?user=clerk&password=bi-mat",
    "postgresql://khongco.invalid/so?user=clerk&password=bi%2Dmat&password=bi-mat",
    "postgresql://khongco.invalid/so?PASSWORD=bi-mat",
    "postgresql://khongco.invalid/so?sslpassword=bi-mat&sslmode=require",
    "postgresql://khongco.invalid/so?options=bi-mat",
    "postgresql://clerk@khongco.invalid/so",  # with PGPASSWORD
    "postgresql://clerk:a@bi-mat@khongco.invalid/so",
    "postgresql://clerk:a@bi-mat/b@khongco.invalid/so",
    "postgresql://clerk:a@b?bi-mat@khongco.invalid/so",
    "postgresql://clerk:bi-mat:5432/so",
    "postgresql:/clerk:bi-mat@khongco.invalid/so",
    "postgresql:clerk:bi-mat@khongco.invalid/so",
    "jdbc:postgresql://khongco.invalid/so?user=clerk&password=bi-mat",
    '"postgresql://clerk:bi-mat@khongco.invalid/so"',
    " postgresql://clerk:bi-mat@khongco.invalid/so",
    "clerk:bi-mat@khongco.invalid/so",
    "host=khongco.invalid user=clerk password=bi-mat dbname=so",
    "password = 'bi-mat' host = khongco.invalid",
    "mysql://clerk:bi-mat@khongco.invalid/so",
    "sqlite://clerk:bi-mat@khongco.invalid/so.db",
    "postgresql://khongco.invalid/so?dbname=password%3Dbi-mat",
    "postgresql://khongco.invalid/so?dbname=postgresql://clerk:bi-mat@khongco.invalid/so",
    "postgresql://khongco.invalid/password=bi-mat",
    "postgresql://khongco.invalid/so#bi-mat",
    "postgresql://khongco.invalid/so?user=clerk:bi-mat",
    "postgresql://clerk%3Abi-mat@khongco.invalid/so",
    "postgresql://khongco.invalid/?service=bi-mat",
    "postgresql://khongco.invalid/so?passfile=bi-mat",
    "postgresql://khongco.invalid:bi-mat/so",
    "postgresql://clerk:b%69-mat@khongco.invalid/so",
    "postgresql//clerk:bi-mat@khongco.invalid/so",
    "postgres;//clerk:bi-mat@khongco.invalid/so",
    "postgresql：//clerk:bi-mat@khongco.invalid/so",
    "//clerk:bi-mat@khongco.invalid/so",
    "connect_timeout=1 password=bi-mat",
    "application_name=x PASSWORD = bi-mat",
    "sslkey=x sslpassword=bi-mat",
    "PGPASSWORD=bi-mat host=khongco.invalid",
    "PGPASS=bi-mat",
    "psql -d postgresql://clerk:bi-mat@khongco.invalid/so",
    "psql -h khongco.invalid -U clerk password=bi-mat",
]


@pytest.mark.parametrize("where", SPELLINGS)
def test_no_spelling_of_an_address_shows_its_password(where, capsys, monkeypatch, caplog):
    monkeypatch.setenv("PGPASSWORD", "bi-mat")
    monkeypatch.setenv("NOTICE_GEN_DEBUG", "1")
    Path("a.toml").write_text(AUTO, "utf-8")
    for command in (["register", "list"], ["render", "a.toml"]):
        assert run([*command, "--register", where]) == 4
        out, err = capsys.readouterr()
        for text in (out, err, caplog.text):
            assert "bi-mat" not in text
            assert "bi%2Dmat" not in text
    assert [path.name for path in Path().iterdir()] == ["a.toml"]


def test_what_a_server_says_is_shown_without_the_password():
    store = PostgresqlStore(address.parsed("postgresql://clerk:b%C3%AD%20m%E1%BA%ADt@may-chu/so?sslpassword=kh%C3%B3a"))
    assert store.label == "postgresql://clerk:***@may-chu/so"
    for said in ('invalid value "bí mật"', "b%C3%AD%20m%E1%BA%ADt@may-chu", "b%C3%AD+m%E1%BA%ADt", "khóa"):
        shown = store.failure(OSError(said)).problems[0].text()
        assert "***" in shown
        assert not re.search("mật|khóa|%E1", shown)


# --- who waits for whom --------------------------------------------------------------------------------


@pytest.mark.slow
def test_series_do_not_wait_for_each_other_on_a_server(clean, monkeypatch):
    monkeypatch.setattr(on_server, "PATIENCE", 1)
    apart = {"nam": 2027, "ngay": date(2027, 1, 4), "rieng": True}
    with connect(clean) as book:
        [held] = register.reserve(book, [request("a", **apart)])
        with book.store.transaction("write") as holding:
            statements.lock(book.store, holding, [held])
            others = [request("b", loai="QĐ", **apart), request("c", co_quan="UBND xã Khác", **apart), request("d")]
            assert [register.reserve(book, [other])[0].so for other in others] == [1, 1, 1]
            assert register.preview(book, [request("e", **apart)])[0].so == 2
            for change in (
                lambda: register.reserve(book, [request("e", **apart)]),
                lambda: register.reserve(book, [request("e", **{**apart, "rieng": False})]),  # the type may have numbers in one series only
                lambda: register.issue(book, [(held.khoa, "ab" * 32)]),
                lambda: register.void(book, [held.id], "Thử"),
            ):
                with pytest.raises(RegisterError, match="đang được chương trình khác ghi"):
                    change()
        assert register.reserve(book, [request("e", **apart)])[0].so == 2


def test_a_file_has_one_writer(tmp_path, monkeypatch):
    monkeypatch.setattr(in_file, "PATIENCE", 0.1)
    with connect(tmp_path / "so.db") as book, book.store.transaction("write"):
        with pytest.raises(RegisterError, match="đang được chương trình khác ghi"):
            register.reserve(book, [request("b", loai="QĐ", rieng=True)])
        assert register.entries(book) == []


def test_a_void_in_the_middle_of_a_reservation_is_not_undone(clean, monkeypatch):
    """Who reads a line to bring it up to date must not write over what another desk makes of it meanwhile."""
    monkeypatch.setattr(on_server, "PATIENCE", 1)
    with connect(clean) as book:
        [entry] = register.reserve(book, [request("a")])
        state, voided = statements.state, []

        def then_void(*arguments):
            read = state(*arguments)
            with connect(clean, create=False) as other, pytest.raises(RegisterError, match="đang được"):
                voided.append(register.void(other, [entry.id], "In nhầm"))
            return read

        monkeypatch.setattr(statements, "state", then_void)
        register.reserve(book, [request("a", nguoi_ky="Trần Thị B")])
        assert voided == []
        assert [line.trang_thai for line in register.entries(book)] == ["giữ chỗ"]


def test_what_is_read_is_of_one_moment(clean):
    with connect(clean) as book:

        def work(connection):
            before = statements.counters(connection)
            with connect(clean) as other:
                register.reserve(other, [request("a")])
            return before, statements.counters(connection)

        before, after = store.read(book, work)
        assert before == after == {}

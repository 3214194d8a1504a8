"""The register when much happens at once, and when things break in the middle: no number twice, none lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli import work
from notice_gen.cli.main import run
from notice_gen.errors import RegisterError
from notice_gen.office import numbering
from notice_gen.register import DA_CAP, GIU_CHO, HUY, connect, place, statements, store
from notice_gen.register.store import postgresql as on_server
from notice_gen.register.store import sqlite as in_file
from tests.helpers.findings import GOOD, spoilt
from tests.helpers.registers import GUARDED, LostError, emptied, raw, request, value

ROOT = Path(__file__).parents[2]
unix_only = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed by a signal here")


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


# --- many at once --------------------------------------------------------------------------------------

DESK = """
import json, os, signal, sys
from notice_gen import register
from notice_gen.register import statements, store
from tests.helpers.registers import request

where, die, names = sys.argv[1], sys.argv[2], sys.argv[3:]

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if die == "in the transaction":
    save = statements.save
    statements.save = lambda *a: (save(*a), killed())
with register.connect(where) as book:
    given = {}
    for name in names:  # one by one, as desks do, and then all together
        [entry] = register.reserve(book, [request(name)])
        given[name] = entry.so
    again = register.reserve(book, [request(name) for name in names])
    assert [entry.so for entry in again] == list(given.values())
    if die == "before issuing":
        killed()
    register.issue(book, [(entry.khoa, "ab" * 32) for entry in again])
    if die == "after issuing":
        killed()
print(json.dumps(given))
"""


def desk(where: str, *names: str, die: str = "") -> subprocess.Popen:
    command = [sys.executable, "-c", DESK, where, die, *names]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def given(process: subprocess.Popen) -> dict[str, int]:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return json.loads(out)


@pytest.mark.slow
def test_many_desks_at_once_give_no_number_twice_and_leave_none_out(where):
    desks = [desk(where, *(f"chung-{n}" for n in range(5)), *(f"bàn-{number}-{n}" for n in range(8))) for number in range(5)]
    all_given = [given(one) for one in desks]
    shared = {frozenset((name, so) for name, so in one.items() if name.startswith("chung")) for one in all_given}
    assert len(shared) == 1
    merged = {name: so for one in all_given for name, so in one.items()}
    assert sorted(merged.values()) == list(range(1, 5 + 5 * 8 + 1))
    with connect(where, create=False) as book:
        assert {entry.trang_thai for entry in register.entries(book)} == {DA_CAP}
        assert register.findings(book, days=0) == []


# --- killed --------------------------------------------------------------------------------------------


@unix_only
@pytest.mark.parametrize("die", ["in the transaction", "before issuing", "after issuing"])
@pytest.mark.slow
def test_killed_and_started_again_it_goes_on_with_the_same_numbers(where, die):
    with connect(where) as book:
        register.reserve(book, [request("trước")])
    process = desk(where, "a", "b", "c", die=die)
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    with connect(where) as book:
        left = [(entry.so, entry.trang_thai) for entry in register.entries(book)]
        kept = {"in the transaction": [], "before issuing": [GIU_CHO] * 3, "after issuing": [DA_CAP] * 3}[die]
        assert left == list(enumerate([GIU_CHO, *kept], start=1))
    assert given(desk(where, "a", "b", "c", "d")) == {"a": 2, "b": 3, "c": 4, "d": 5}


@unix_only
def test_a_commit_cut_short_is_undone_by_the_next_who_opens(tmp_path):
    """The file is half written, its journal beside it: what a power cut leaves."""
    where = tmp_path / "so.db"
    with connect(where) as book:
        register.reserve(book, [request(f"x{n}") for n in range(300)])
    # Written out before the commit: a small cache spills.
    script = (
        "import os, signal, sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size = 1')\n"
        "raw.execute('BEGIN IMMEDIATE')\n"
        "raw.execute(\"UPDATE so_van_ban SET trich_yeu = 'hỏng', so = so + 1000\")\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(where)], check=False, timeout=60)
    assert where.with_name("so.db-journal").stat().st_size > 0
    assert "hỏng".encode() in where.read_bytes()
    with connect(where) as book:
        assert [entry.so for entry in register.entries(book)] == list(range(1, 301))
        assert register.findings(book, days=7) == []


# --- a line that breaks --------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_backend_terminated_in_the_middle_is_tried_again(server, monkeypatch):
    url = emptied(server)
    save, cut = statements.save, []

    def then_cut(connection, *rest):
        saved = save(connection, *rest)
        if len(cut) < 2:
            cut.append(store.value(connection, "SELECT pg_backend_pid()"))
            assert value(url, f"SELECT pg_terminate_backend({cut[-1]})")
        return saved

    monkeypatch.setattr(statements, "save", then_cut)
    with connect(url) as book:
        assert [entry.so for entry in register.reserve(book, [request("a"), request("b")])] == [1, 2]
        assert [entry.so for entry in register.reserve(book, [request("c")])] == [3]
    assert len(set(cut)) == 2


def lost_answer(monkeypatch) -> None:
    """Let the next commit succeed without its answer arriving."""
    once, left = store._once, [1]

    def and_lose(*args, **kwargs):
        result = once(*args, **kwargs)
        if "write" in args and left.pop() if left else False:
            raise LostError
        return result

    monkeypatch.setattr(store, "_once", and_lose)


def test_an_answer_lost_after_the_commit_does_not_do_things_twice(where, monkeypatch):
    with connect(where) as book:
        lost_answer(monkeypatch)
        [entry] = register.reserve(book, [request("a")])
        lost_answer(monkeypatch)
        register.issue(book, [(entry.khoa, "ab" * 32)])
        lost_answer(monkeypatch)
        [void] = register.void(book, [entry.id], "In nhầm")
        assert (void.so, void.trang_thai, void.ly_do) == (1, HUY, "In nhầm")
        assert len(register.entries(book)) == 1


@pytest.mark.slow
def test_two_batches_that_touch_the_same_series_do_not_wait_for_each_other_forever(where):
    """Each asks for two agencies, in the opposite order."""
    script = (
        "import sys\nfrom notice_gen import register\nfrom tests.helpers.registers import request\n"
        "with register.connect(sys.argv[1]) as book:\n"
        "    for n in range(15):\n"
        "        asked = [request(f'{sys.argv[2]}{n}', co_quan=c, loai=l, rieng=True) for c in ('UBND xã A', 'UBND xã B') for l in ('TB', 'QĐ')]\n"
        "        register.reserve(book, asked if sys.argv[2] == 'x' else asked[::-1])\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", script, where, name], cwd=ROOT, stderr=subprocess.PIPE, text=True) for name in "xy"]
    for process in both:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    with connect(where) as book:
        assert sorted(register.counters(book).values()) == [30, 30, 30, 30]
        assert register.findings(book, days=7) == []


# --- a register that cannot be used: one plain message, exit 4 -----------------------------------------

AUTO = spoilt("so = 12", 'so = "tu-dong"')


def complaint(capsys, where: str | None = None, command: str = "render") -> str:
    Path("a.toml").write_text(AUTO, "utf-8")
    arguments = {"render": ["render", "a.toml"], "list": ["register", "list"], "void": ["register", "void", "1", "--reason", "Thử"]}[command]
    assert run([*arguments, *(["--register", where] if where else [])]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert "ngoài dự kiến" not in err
    assert "bimat" not in err
    assert not list(Path().glob("*.docx"))
    return err


@pytest.mark.parametrize("command", ["render", "list"])
def test_a_server_that_refuses(server, command, capsys):
    host = server.partition("?")[2]
    with raw(server) as line:
        line.execute(f"DROP ROLE IF EXISTS {GUARDED}")
        line.execute(f"CREATE ROLE {GUARDED} LOGIN PASSWORD 'dung'")
    assert "không cho đăng nhập" in complaint(capsys, f"postgresql://{GUARDED}:bimat@/postgres?{host}", command)
    assert "không cho đăng nhập" in complaint(capsys, f"postgresql://la:bimat@/postgres?{host}", command)
    assert "Không có cơ sở dữ liệu" in complaint(capsys, f"postgresql://clerk:bimat@/khongco?{host}", command)
    assert "Không nối được" in complaint(capsys, "postgresql://clerk:bimat@/postgres?host=/khong/co", command)


def test_a_user_who_may_only_read(server, capsys):
    host = server.partition("?")[2]
    with raw(emptied(server)) as line:
        line.execute("DROP ROLE IF EXISTS docthoi")
        line.execute("CREATE ROLE docthoi LOGIN")
    reader = f"postgresql://docthoi@/postgres?{host}"
    assert "chỉ được đọc" in complaint(capsys, reader)  # PostgreSQL 15 and on: not even tables of one's own
    with connect(server) as book:
        register.reserve(book, [request("a")])
    with raw(server) as line:
        line.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO docthoi")
    assert "chỉ được đọc" in complaint(capsys, reader)
    assert "chỉ được đọc" in complaint(capsys, reader, "void")
    assert run(["register", "list", "--register", reader]) == 0
    with raw(server) as line:
        line.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM docthoi")
        line.execute("DROP ROLE docthoi")


def test_what_the_server_says_of_itself_is_passed_on(server, capsys):
    with connect(emptied(server)), raw(server) as line:
        line.execute("ALTER TABLE so_van_ban DROP COLUMN luu")
    assert "Không dùng được sổ" in complaint(capsys, server)


def test_somebody_else_holds_it(where, monkeypatch, capsys):
    monkeypatch.setattr(in_file, "PATIENCE", 1)
    monkeypatch.setattr(on_server, "PATIENCE", 1)
    with connect(where) as book:
        [held] = register.reserve(book, [request("a", nam=2024, co_quan="Ủy ban nhân dân xã Bình Điền")])
        with book.store.transaction("write") as holding:
            statements.lock(book.store, holding, [held])
            assert "đang được chương trình khác ghi" in complaint(capsys, where)
    assert run(["render", "a.toml", "--register", where]) == 0


def test_a_network_share_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(place, "file_system", lambda *_: "cifs")
    if sys.platform == "linux":
        for command in ("render", "list", "void"):
            assert "nằm trên ổ mạng dùng chung" in complaint(capsys, command=command)
    assert not Path(numbering.NAME).exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_loses_nothing(tmp_path):
    where = tmp_path / "so.db"
    with connect(where) as book:
        register.reserve(book, [request("a")])
    script = (
        "import resource, signal, sys\nfrom notice_gen import register\nfrom notice_gen.errors import RegisterError\nfrom tests.helpers.registers import request\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with register.connect(sys.argv[1]) as book:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000))\n"
        "    try:\n        register.reserve(book, [request(f'x{n}') for n in range(500)])\n"
        "    except RegisterError as error:\n        print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(where)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert "Ổ đĩa" in done.stdout, done
    with connect(where) as book:
        assert [entry.so for entry in register.reserve(book, [request("b"), request("a")])] == [2, 1]
        assert register.findings(book, days=7) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_no_register(capsys):
    os.mkfifo("so.db")
    assert "không phải tệp sổ" in complaint(capsys, "so.db")


# --- the turn of the year, two agencies ----------------------------------------------------------------


def put(name: str, text: str, so: str = '"tu-dong"', ngay: str = "2026-12-31") -> str:
    Path(name).write_text(text.replace("so = 12", f"so = {so}").replace("2024-06-12", ngay).replace("2024-06-28", "2027-06-28"), "utf-8")
    return name


def test_at_midnight_the_number_belongs_to_the_year_of_the_document(monkeypatch, capsys):
    monkeypatch.setattr(work, "today", lambda: date(2027, 1, 1))
    old = put("cu.toml", GOOD.replace("thôn Một", "thôn Ba"))
    assert run(["render", put("moi.toml", GOOD, ngay="2027-01-01"), old]) == 0
    assert run(["render", put("moi-2.toml", GOOD.replace("thôn Một", "thôn Hai"), ngay="2027-01-01")]) == 0
    with connect(numbering.NAME) as book:
        assert [(entry.nam, entry.so, entry.tep) for entry in register.entries(book)] == [(2026, 1, "cu.toml"), (2027, 1, "moi.toml"), (2027, 2, "moi-2.toml")]
    undated = put("so-ghi.toml", GOOD.replace("ngay = 2024-06-12\n", ""), so="9")
    assert run(["render", undated]) == 0
    with connect(numbering.NAME) as book:
        assert [entry.nam for entry in register.entries(book, so=9)] == [2027]
    capsys.readouterr()


def test_last_year_s_document_of_the_same_name_is_not_written_over(capsys):
    assert run(["render", put("cu.toml", GOOD)]) == 0
    before = Path("01-tb-ubnd-thon-mot.docx").read_bytes()
    assert run(["render", put("moi.toml", GOOD, ngay="2027-01-04")]) == 4
    assert "là văn bản của năm 2026, văn bản này của năm" in capsys.readouterr().err
    assert Path("01-tb-ubnd-thon-mot.docx").read_bytes() == before
    assert run(["render", put("cu.toml", GOOD.replace('luu = "VT"', 'luu = "VT, VP"'))]) == 0
    assert Path("01-tb-ubnd-thon-mot.docx").read_bytes() != before
    Path("2027").mkdir()
    assert run(["render", "moi.toml", "-o", "2027"]) == 0
    assert len(list(Path("2027").iterdir())) == 1


def test_two_agencies_in_one_register():
    party = GOOD.replace('["Ủy ban nhân dân", "xã Bình Điền"]', '["Hội đồng nhân dân", "xã Bình Điền"]').replace('"UBND"', '"HĐND"').replace("TM. Ủy ban", "TM. Hội đồng")
    assert run(["render", put("a.toml", GOOD), put("b.toml", party), put("c.toml", GOOD.replace("thôn Một", "thôn Hai"))]) == 0
    with connect(numbering.NAME) as book:
        assert [(entry.so_ky_hieu, entry.tep) for entry in register.entries(book)] == [("01/TB-HĐND", "b.toml"), ("01/TB-UBND", "a.toml"), ("02/TB-UBND", "c.toml")]


def test_a_file_that_is_no_register_is_let_go(capsys, monkeypatch):
    Path("so.db").write_bytes(b"khong phai so van ban " * 400)
    real, opened = sqlite3.connect, []

    def connect(*args, **kwargs):
        opened.append(real(*args, **kwargs))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    assert "không phải sổ văn bản" in complaint(capsys, "so.db")
    assert opened
    for line in opened:  # else Windows keeps the file from everybody
        with pytest.raises(sqlite3.ProgrammingError):
            line.execute("SELECT 1")


def test_a_read_only_file_and_folder(tmp_path, capsys, monkeypatch):
    """What the system answers, not the rights themselves: root writes everywhere."""
    with connect("so.db") as book:
        register.reserve(book, [request("a")])
    real = sqlite3.connect

    def read_only(target, *args, **kwargs):
        return real(target.replace("mode=rw", "mode=ro"), *args, **kwargs)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert "chỉ được đọc" in complaint(capsys, "so.db")
    assert run(["register", "list", "--register", "so.db"]) == 0
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "touch", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no")))
    with pytest.raises(RegisterError, match="không có quyền"), connect("khac.db"):
        pass

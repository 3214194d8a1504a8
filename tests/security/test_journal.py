# ruff: noqa: S608 - our own statements
"""The register's journal: normal use keeps it, every change by hand is told, on both databases."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.errors import RegisterError
from notice_gen.register import connect, paper, store
from notice_gen.register.journal import Head
from notice_gen.register.migrations import MIGRATIONS, newest
from tests.helpers.registers import UBND, LostError, emptied, postgresql, raw, request

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "register"


@pytest.fixture(scope="module")
def server():
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if request.param == "sqlite":
        return str(tmp_path / "so.db")
    return emptied(request.getfixturevalue("server"))


def used(where: str) -> list[register.Head]:
    """A register after an ordinary month: reserved, issued, printed again, void, entered from paper, of two agencies and years."""
    with connect(where) as book:
        entries = register.reserve(book, [request(name) for name in "abcd"])
        register.issue(book, [(entry.khoa, "ab" * 32) for entry in entries[:3]])
        register.issue(book, [(entries[0].khoa, "ab" * 32)])  # the same file again is no event
        register.reserve(book, [request("a"), request("b", nguoi_ky="Trần Thị B")])
        register.void(book, [entries[1].id], "In nhầm")
        register.reserve(book, [request("x", nam=2027, ngay=date(2027, 1, 4)), request("y", co_quan="HĐND xã Bình Điền", ngay=None)])
        values = {"so": "9/TB-UBND", "ngay": date(2026, 3, 9), "trich_yeu": "Lịch trực", "ghi_chu": "Hủy: in nhầm"}
        at = {name: index for index, name in enumerate(values)}
        lines, faults = paper.lines([(2, values)], at, paper.Office(UBND, False, "UBND", None, False, date(2026, 11, 29)))
        assert faults == []
        paper.enter(book, lines)
        return register.heads(book)


def by_hand(where: str, *statements: str) -> None:
    with raw(where) as line:
        for statement in statements:
            line.execute(statement)


def told(where: str, *heads: str) -> list[str]:
    """What is wrong with the journal, without the gaps between the numbers."""
    with connect(where, create=False) as book:
        problems = register.findings(book, days=99999, heads=heads)
    return [problem.text() for problem in problems if re.search(r"nhật ký|Nhật ký|ngoài chương trình", problem.text())]


def events(where: str) -> list[tuple[str, int, int, str]]:
    query = "SELECT co_quan, nam, stt, viec, noi_dung FROM so_su_kien ORDER BY co_quan, nam, stt"
    with connect(where, create=False) as book:
        rows = store.read(book, lambda connection: connection.rows(query))
    return [(co_quan.split()[0], nam, stt, viec, json.loads(noi_dung)["so"]) for co_quan, nam, stt, viec, noi_dung in rows]


def test_ordinary_use_keeps_the_chain(where):
    heads = used(where)
    assert events(where) == [
        ("hđnd", 2026, 1, "giữ chỗ", 1),
        *(("ủy", 2026, n, "giữ chỗ", n) for n in range(1, 5)),
        *(("ủy", 2026, n + 4, "cấp", n) for n in range(1, 4)),
        ("ủy", 2026, 8, "sửa", 2), ("ủy", 2026, 9, "hủy", 2), ("ủy", 2026, 10, "nhập", 9),
        ("ủy", 2027, 1, "giữ chỗ", 1),
    ]  # fmt: skip
    assert [(head.nam, head.stt) for head in heads] == [(2026, 1), (2026, 10), (2027, 1)]
    assert told(where, *map(str, heads)) == []


def test_a_mailing_of_more_lines_than_one_statement_takes_is_in_the_journal_whole(tmp_path):
    with connect(tmp_path / "so.db") as book:
        register.reserve(book, [request(f"to-{n}") for n in range(1100)])
    assert [number for *_, number in events(str(tmp_path / "so.db"))] == list(range(1, 1101))
    assert told(str(tmp_path / "so.db")) == []


def test_lines_changed_by_hand_are_told_by_number_whenever_they_were_entered(where):
    with connect(where) as book:
        for number in (9, 3, 5):
            register.reserve(book, [request(f"so-{number}", so=number)])
    by_hand(where, "UPDATE so_van_ban SET trich_yeu = 'Khác'")
    assert [text[:5] for text in told(where)] == ["Số 03", "Số 05", "Số 09"]


def test_each_event_is_sealed_with_the_one_before():
    # A seal made once by hand (printf | sha256sum): what was printed must be found again by every later version.
    from notice_gen.register.journal import CAP, DaySo, rows, said

    series = DaySo("ubnd xã a", 2026, "chung")
    changes = [("giữ chỗ", series, [("so", 1), ("ngay", date(2026, 3, 5)), ("ly_do", "")]), (CAP, series, [("so", 1), ("sha256", "ab")])]
    first, second = rows({}, changes, "2026-03-05T01:02:03Z")
    assert first[5] == said("chung", changes[0][2]) == '{"nhom":"chung","so":1,"ngay":"2026-03-05"}'
    assert first[6] == "ba3aa669b32a2c8c701cdff64885eed24d24d17360980d10471b4cdb5dba200d"
    assert second[6] == "11f3446d7dfe24d261c903acd1efb9f08e6882942c42900edbf9311b2fd68941"
    [again] = rows({("ubnd xã a", 2026): (1, first[6])}, changes[1:], "2026-03-05T01:02:03Z")
    assert again == second


CHAIN = "co_quan LIKE 'ủy%%' AND nam = 2026"
LINE = "day = (SELECT id FROM so_day WHERE co_quan LIKE 'ủy%%' AND nam = 2026)"
NUMBER = "Ủy ban nhân dân xã Bình Điền, năm 2026"
JOURNAL = "Nhật ký của ủy ban nhân dân xã bình điền, năm 2026"

BY_HAND = {
    "a subject": ([f"UPDATE so_van_ban SET trich_yeu = 'Khác' WHERE {LINE} AND so = 1"], [f"Số 01/TB-UBND ({NUMBER}) bị sửa ngoài chương trình: trich_yeu trong sổ là “Khác”, nhật ký ghi “Kết quả kiểm tra a”."]),
    "a day": ([f"UPDATE so_van_ban SET ngay = '2026-02-01' WHERE {LINE} AND so = 3"], [f"Số 03/TB-UBND ({NUMBER}) bị sửa ngoài chương trình: ngay trong sổ là “2026-02-01”, nhật ký ghi “2026-03-05”."]),
    "a moment": ([f"UPDATE so_van_ban SET giu_luc = '2026-01-01T00:00:00Z' WHERE {LINE} AND so = 4"], ["giu_luc trong sổ là “2026-01-01T00:00:00Z”"]),
    "a reason": ([f"UPDATE so_van_ban SET ly_do = 'Lý do khác' WHERE {LINE} AND so = 2"], ["ly_do trong sổ là “Lý do khác”, nhật ký ghi “In nhầm”"]),
    "a void number alive": ([f"UPDATE so_van_ban SET trang_thai = 'đã cấp' WHERE {LINE} AND so = 2"], ["trang_thai trong sổ là “đã cấp”, nhật ký ghi “hủy”"]),
    "a digest": ([f"UPDATE so_van_ban SET sha256 = '{'cd' * 32}' WHERE {LINE} AND so = 1"], [f"sha256 trong sổ là “{'cd' * 32}”"]),
    "a blank filled": ([f"UPDATE so_van_ban SET ghi_chu = 'x' WHERE {LINE} AND so = 1"], ["ghi_chu trong sổ là “x”, nhật ký ghi “”"]),
    "a text emptied": ([f"UPDATE so_van_ban SET nguoi_ky = '' WHERE {LINE} AND so = 1"], ["nguoi_ky trong sổ là “”, nhật ký ghi “Nguyễn Văn A”"]),
    "a line deleted": ([f"DELETE FROM so_van_ban WHERE {LINE} AND so = 3"], [f"Số 03/TB-UBND ({NUMBER}) có trong nhật ký mà không còn trong sổ"]),
    "a line put in": (
        [f"INSERT INTO so_van_ban SELECT 999, day, 5, 'z|||2026|TB', co_quan, loai, ky_hieu, ngay, trich_yeu, don_vi, nguoi_ky, noi_nhan, luu, so_ban, ngay_chuyen, ghi_chu, trang_thai, ly_do, sha256, giu_luc, cap_luc, huy_luc, mau_sha256, phien_ban, luu_tru FROM so_van_ban WHERE {LINE} AND so = 1"],
        [f"Số 05/TB-UBND ({NUMBER}) được thêm vào sổ ngoài chương trình"],
    ),
    "a number": ([f"UPDATE so_van_ban SET so = 6 WHERE {LINE} AND so = 3"], ["Số 06/TB-UBND", "Số 03/TB-UBND"]),
    "a year": (["UPDATE so_day SET nam = 2028 WHERE co_quan LIKE 'ủy%%' AND nam = 2027"], ["năm 2028) được thêm", "năm 2027) có trong nhật ký"]),
    "what an event says": ([f"UPDATE so_su_kien SET noi_dung = replace(noi_dung, 'kiểm tra a', 'kiểm tra z') WHERE {CHAIN} AND stt = 1"], [f"{JOURNAL}: sự kiện 1 (số 1, giữ chỗ, lúc", "trich_yeu"]),
    "line and event alike": (
        [f"UPDATE so_su_kien SET noi_dung = replace(noi_dung, 'kiểm tra a', 'kiểm tra z') WHERE {CHAIN} AND stt = 1", f"UPDATE so_van_ban SET trich_yeu = 'Kết quả kiểm tra z' WHERE {LINE} AND so = 1"],
        [f"{JOURNAL}: sự kiện 1 (số 1,"],
    ),
    "when an event was": ([f"UPDATE so_su_kien SET luc = '2026-01-01T00:00:00Z' WHERE {CHAIN} AND stt = 6"], [f"{JOURNAL}: sự kiện 6 (số 2, cấp, lúc 2026-01-01T00:00:00Z)"]),
    "what an event was": ([f"UPDATE so_su_kien SET viec = 'nhập' WHERE {CHAIN} AND stt = 4"], [f"{JOURNAL}: sự kiện 4 (số 4, nhập,"]),
    "no such event": ([f"UPDATE so_su_kien SET viec = 'xóa' WHERE {CHAIN} AND stt = 4"], [f"{JOURNAL}: sự kiện 4 (số 4, xóa,"]),
    "a seal": ([f"UPDATE so_su_kien SET niem_phong = '{'0' * 64}' WHERE {CHAIN} AND stt = 5"], [f"{JOURNAL}: sự kiện 5 (số 1,"]),
    "the last seal": ([f"UPDATE so_su_kien SET niem_phong = '{'0' * 64}' WHERE {CHAIN} AND stt = 10"], [f"{JOURNAL}: sự kiện 10 (số 9,"]),
    "no event any more": ([f"UPDATE so_su_kien SET noi_dung = 'gì đó' WHERE {CHAIN} AND stt = 7"], [f"{JOURNAL}: sự kiện 7 (số ?,", "trang_thai", "sha256", "cap_luc"]),
    "the first event deleted": ([f"DELETE FROM so_su_kien WHERE {CHAIN} AND stt = 1"], [f"{JOURNAL}, thiếu sự kiện 1:"]),
    "two events deleted": ([f"DELETE FROM so_su_kien WHERE {CHAIN} AND stt IN (6, 7)"], [f"{JOURNAL}, thiếu sự kiện 6-7:", "Số 03/TB-UBND"]),
    "the last event deleted": ([f"DELETE FROM so_su_kien WHERE {CHAIN} AND stt = 10"], ["Số 09/TB-UBND"]),
    "a whole chain deleted": ([f"DELETE FROM so_su_kien WHERE {CHAIN}"], [f"Số 0{so}/TB-UBND ({NUMBER}) được thêm" for so in (1, 2, 3, 4, 9)]),
    "two events changed round": (
        [f"UPDATE so_su_kien SET stt = {new} WHERE {CHAIN} AND stt = {old}" for old, new in ((5, 99), (6, 5), (99, 6))],
        [f"{JOURNAL}: sự kiện 5", f"{JOURNAL}: sự kiện 6", f"{JOURNAL}: sự kiện 7"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_change_by_hand_is_told(where, name):
    used(where)
    statements, expected = BY_HAND[name]
    by_hand(where, *statements)
    found = told(where)
    for text in expected:
        assert any(text in line for line in found), (text, found)
    assert not [line for line in found if not any(text in line for text in expected) and "thiếu" not in line], found


def test_who_makes_the_whole_chain_anew_is_found_by_a_printed_head(where, capsys):
    printed = [str(head) for head in used(where)]
    with connect(where) as book:  # the chain has gone on since
        register.reserve(book, [request("e")])
    assert told(where, *printed) == []
    assert told(where, f"  0{printed[1].upper()[:30]} ") == []  # as typed from paper
    assert told(where, "10-abc", "x") != []
    by_hand(where, f"UPDATE so_van_ban SET trich_yeu = 'Khác' WHERE {LINE} AND so = 1", "DELETE FROM so_su_kien")
    with connect(where) as book:
        from notice_gen.register import migrations

        def anew(connection):
            connection.do("DROP TABLE so_su_kien")
            migrations.MIGRATIONS[0].apply(connection)

        store.write(book, anew)
    assert told(where) == []
    assert [line for line in told(where, *printed) if "không có trong sổ" in line and printed[1] in line]
    assert run(["register", "check", "--register", where, "--head", printed[1]]) == 1
    assert "sổ đã bị thay hoặc bị sửa" in capsys.readouterr().out


def test_heads_are_printed(where, capsys):
    heads = [str(head) for head in used(where)]
    assert run(["register", "list", "--register", where]) == 0
    err = capsys.readouterr().err
    assert all(head in err for head in heads)
    assert run(["register", "list", "--register", where, "--year", "2026", "--agency", UBND]) == 0
    err = capsys.readouterr().err
    assert f"Mã nhật ký {UBND}, năm 2026: {heads[1]}" in err
    assert heads[0] not in err
    assert heads[2] not in err
    assert run(["register", "list", "--register", where, "--format", "json"]) == 0
    told_json = json.loads(capsys.readouterr().out)["nhat_ky"]
    assert [(one["nam"], one["so_su_kien"], one["ma"]) for one in told_json] == [(2026, 1, heads[0]), (2026, 10, heads[1]), (2027, 1, heads[2])]
    for name in ("so.docx", "so.csv", "so.xlsx"):
        assert run(["register", "export", name, "--register", where]) == 0
    with zipfile.ZipFile("so.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert [text.count(head) for head in heads] == [1, 1, 1]
    rows = list(csv.reader(io.StringIO(Path("so.csv").read_text("utf-8-sig"), newline="")))
    assert [row[12] for row in rows if row[12]] == ["Mã nhật ký", *heads]
    capsys.readouterr()
    for name in ("so.xlsx", "so.csv"):  # and an exported register is read back as before
        assert run(["register", "init", "--register", f"lai-{name}.db"]) == 0
        assert run(["register", "import", name, "--register", f"lai-{name}.db"]) == 0
        assert "không được đọc" not in capsys.readouterr().err


def test_an_old_register_enters_the_journal_as_found(where):
    kind = "postgresql" if "://" in where else "sqlite"
    script = (OLD / f"phien-ban-1.{kind}.sql").read_text("utf-8")
    with raw(where) as line:
        (line.executescript if kind == "sqlite" else line.execute)(script)
    with connect(where, create=False) as book:
        assert register.heads(book) == []  # what a reading on trial would end with is not to be printed
        assert [text for text in (problem.text() for problem in register.findings(book, days=99999)) if "ngoài chương trình" in text] == []
    with connect(where) as book:
        assert (book.version, len(book.remarks)) == (newest(MIGRATIONS), 1)
        assert [(head.nam, head.stt) for head in register.heads(book)] == [(2026, 4), (2027, 1)]
    assert events(where) == [*(("ủy", 2026, n, "có sẵn", n) for n in range(1, 5)), ("ủy", 2027, 1, "có sẵn", 1)]
    assert told(where) == []
    with connect(where) as book:
        assert [entry.so for entry in register.reserve(book, [request("f"), request("c.toml")])] == [5, 3]
    assert told(where) == []
    by_hand(where, f"UPDATE so_van_ban SET ly_do = 'Khác' WHERE {LINE} AND so = 2")
    assert "nhật ký ghi “In nhầm, lãnh đạo không ký”" in told(where)[0]


def test_an_older_program_refuses(where):
    used(where)
    for create in (True, False):
        with pytest.raises(RegisterError, match="phiên bản notice-gen mới hơn"), connect(where, create=create, migrations=()):
            pass


DESK = """
import os, signal, sys
from notice_gen import register
from notice_gen.register import journal
from tests.helpers.registers import UBND, LostError, emptied, postgresql, raw, request

where, die, name = sys.argv[1:]
append = journal.append
if die:
    def killed(*arguments):
        if die == "after":
            append(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)
    journal.append = killed
with register.connect(where) as book:
    for n in range(6):
        [entry] = register.reserve(book, [request(f"{name}-{n}", loai=name, rieng=True)])
        register.issue(book, [(entry.khoa, "ab" * 32)])
    register.void(book, [entry.id], "Thử")
"""


def desk(where: str, name: str, die: str = "") -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", DESK, where, die, name], cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_desks_at_once_in_series_of_their_own_keep_one_chain(where):
    with connect(where):
        pass
    desks = [desk(where, name) for name in ("TB", "QĐ", "BC")]
    for one in desks:
        _, err = one.communicate(timeout=120)
        assert one.returncode == 0, err
    with connect(where) as book:
        assert [head.stt for head in register.heads(book)] == [3 * 13]
    assert told(where) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed by a signal here")
@pytest.mark.parametrize("die", ["before", "after"])
def test_killed_in_the_middle_neither_line_nor_event_is_there(where, die):
    heads = used(where)
    one = desk(where, "QĐ", die)
    one.communicate(timeout=120)
    assert one.returncode == -signal.SIGKILL
    with connect(where) as book:
        assert register.heads(book) == heads
        assert [entry for entry in register.entries(book) if entry.loai == "QĐ"] == []
    assert told(where) == []


def test_a_try_whose_answer_was_lost_is_noted_once(where, monkeypatch):
    once, tries = store._once, []

    def lost(*arguments):
        done = once(*arguments)
        tries.append(1)
        if len(tries) == 1:
            raise LostError
        return done

    with connect(where) as book:
        monkeypatch.setattr(store, "_once", lost)
        for change in (
            lambda: register.reserve(book, [request("a")]),
            lambda: register.issue(book, [(request("a").khoa, "ab" * 32)]),
            lambda: register.void(book, [1], "Thử"),
        ):
            tries.clear()
            change()
            assert len(tries) == 2
        monkeypatch.setattr(store, "_once", once)
        assert isinstance(register.heads(book)[0], Head)
    assert [event[3] for event in events(where)] == ["giữ chỗ", "cấp", "hủy"]
    assert told(where) == []

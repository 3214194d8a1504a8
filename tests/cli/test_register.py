"""``notice-gen register …`` as a clerk types it: list, show, void, backup, check."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.cli.register import chosen
from notice_gen.cli.register.look import table
from notice_gen.register import audit
from notice_gen.register.store.sqlite import SqliteStore
from tests.helpers.registers import UBND, request

BOOK = "so-van-ban.db"
OTHER = "Ủy ban nhân dân xã Phú Lộc"


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    monkeypatch.chdir(tmp_path)


def fill(*requests, issued=(), where=BOOK):
    with register.connect(where) as book:
        entries = register.reserve(book, requests)
        register.issue(book, [(entry.khoa, "ab" * 32) for entry in entries if entry.so in issued])
    return entries


def states(where=BOOK) -> list[tuple[int, str]]:
    with register.connect(where, create=False) as book:
        return [(entry.so, entry.trang_thai) for entry in register.entries(book)]


def sql(statement: str) -> None:
    raw = sqlite3.connect(BOOK)
    raw.execute(statement)
    raw.commit()
    raw.close()


# --- list and show -------------------------------------------------------------------------------------


def test_the_list_is_a_table_a_clerk_can_read(capsys):
    fill(request("a.toml"), request("nghị quyết.toml", trich_yeu="Về  việc\nnghỉ lễ", loai="NQ", ky_hieu="NQ-HĐND"), issued={1})
    assert run(["register", "list"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{UBND}, năm 2026",
        "Số  Ký hiệu  Ngày       Trích yếu                Trạng thái  Tệp",
        "01  TB-UBND  05/3/2026  Kết quả kiểm tra a.toml  đã cấp      a.toml",
        "02  NQ-HĐND  05/3/2026  Về việc nghỉ lễ          giữ chỗ     nghị quyết.toml",
    ]
    counted, journal = err.splitlines()
    assert counted == "2 số: 1 đã cấp, 1 giữ chỗ, 0 hủy."
    assert re.fullmatch(f"Mã nhật ký {UBND}, năm 2026: 3-[0-9a-f]{{64}}", journal)


def test_agencies_years_and_series_stand_apart(capsys):
    fill(request("a"), request("b", co_quan=OTHER), request("c", nam=2027, loai="QĐ", rieng=True))
    assert run(["register", "list", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if UBND in line or OTHER in line] == [
        f"{UBND}, 2026", f"{UBND}, 2027, series QĐ", f"{OTHER}, 2026"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (["--year", "2026"], [1, 2, 1]),
        (["--type", "qđ"], [2]),
        (["--type", "cv"], [1]),
        (["--status", "huy"], [1]),
        (["--agency", OTHER.upper()], [1]),
        (["--agency", "xã lạ"], []),
    ],
)
def test_the_list_by_what_is_asked(asked, numbers, capsys):
    entries = fill(request("a"), request("b", loai="QĐ"), request("c", co_quan=OTHER), request("d", nam=2027, loai=""))
    with register.connect(BOOK) as book:
        register.void(book, [entries[0].id], "Thử")
    assert run(["register", "list", "--format", "json", *asked]) == 0
    assert [line["so"] for line in json.loads(capsys.readouterr().out)["entries"]] == numbers
    assert run(["register", "list", *asked]) == 0


def test_the_list_as_json_says_everything(capsys):
    fill(request("a.toml"), issued={1})
    assert run(["register", "list", "--format", "json"]) == 0
    [line] = json.loads(capsys.readouterr().out)["entries"]
    known = {
        "so": 1, "so_ky_hieu": "01/TB-UBND", "ngay": "2026-03-05", "nam": 2026, "loai": "TB", "trang_thai": "da-cap",
        "tep": "a.toml", "hang": "", "noi_nhan": "Các thôn", "sha256": "ab" * 32, "ly_do": "",
    }  # fmt: skip
    assert line.items() >= known.items()
    assert not line.keys() & {"id", "khoa", "doubts"}


@pytest.mark.parametrize("width", [40, 60, 79, 80, 200, None])
def test_a_table_keeps_to_the_terminal(width):
    rows = [["Số", "Trích yếu", "Tệp"], ["07", "Kết luận kiểm tra " * 4, "thư-mục/rất/dài/thong-bao.toml"], ["1999", "漢字 và chữ tổ hợp a\u0323", "b.toml"]]
    lines = list(table(rows, width=width, shortened=(2, 1), right=0))
    assert [line[:6] for line in lines] == ["  Số  ", "  07  ", "1999  "]
    assert all(len(line) <= (width or 999) for line in lines)
    assert ("…" in lines[1]) == (width is not None and width < 120)
    if width is None or width > 60:
        assert "a\u0323" in lines[2]
        # Two columns for a wide letter, none for a mark: the file stands below the one above it.
        assert lines[1].index("thư-mục") == lines[2].index("b.toml") + 2 - 1


def test_what_would_command_the_terminal_is_written_out(capsys):
    fill(request("a\x1b[31m.toml", trich_yeu="Kết\x1b]0;luận"))
    for command in (["list"], ["show", "1"], ["void", "1", "--reason", "\x1b[2J"]):
        assert run(["register", *command]) == 0
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err


def test_one_number_with_its_history(capsys):
    [entry] = fill(request("a.toml", don_vi="thôn Một"), issued={1})
    with register.connect(BOOK) as book:
        register.void(book, [entry.id], "In nhầm")
    for asked in ("1", "01/TB-UBND", "Số: 01/tb-ubnd", " 1 / TB-UBND "):
        assert run(["register", "show", asked]) == 0
        out = capsys.readouterr().out
        for said in ("01/TB-UBND", UBND, "2026, chung mọi loại", "05/3/2026", "thôn Một", "Nguyễn Văn A", "Các thôn", "a.toml", "hủy", "ab" * 32, "In nhầm", "Giữ chỗ lúc:", "Cấp lúc:", "Hủy lúc:"):
            assert said in out
        assert "Số lượng bản" not in out


def test_a_moment_is_told_by_the_clock_of_the_place(monkeypatch):
    import time

    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set here")
    monkeypatch.setenv("TZ", "UTC-7")
    time.tzset()
    try:
        assert chosen.moment("2026-12-31T18:05:09Z") == "01:05:09 01/01/2027"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_every_line_with_the_number_is_shown(capsys):
    fill(request("a"), request("b", co_quan=OTHER), request("c", nam=2027))
    assert run(["register", "show", "1"]) == 0
    assert capsys.readouterr().out.count("Số, ký hiệu:") == 3
    assert run(["register", "show", "1", "--year", "2026", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["entries"]) == 2
    assert run(["register", "show", "2"]) == 3
    assert "Trong sổ không có số 2" in capsys.readouterr().err
    assert run(["register", "show", "bảy"]) == 2


# --- void ----------------------------------------------------------------------------------------------


def test_numbers_are_made_void_together_or_not_at_all(capsys):
    fill(request("a.toml"), request("b.toml"), request("c.toml"), issued={1})
    assert run(["register", "void", "1", "3", "8", "9", "--reason", "In nhầm"]) == 3
    err = capsys.readouterr().err
    assert "không có số 8" in err
    assert "không có số 9" in err
    assert [state for _, state in states()] == ["đã cấp", "giữ chỗ", "giữ chỗ"]
    assert run(["register", "void", "1", "03/TB-UBND", "1", "--reason", "In nhầm."]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == f"Đã hủy số 01/TB-UBND ngày 05/3/2026 “Kết quả kiểm tra a.toml” ({UBND}). Lý do: In nhầm."
    assert out.count("Đã hủy") == 2
    assert "Tệp a.toml nếu in lại thì nhận số mới" in err
    assert states() == [(1, "hủy"), (2, "giữ chỗ"), (3, "hủy")]
    assert run(["register", "void", "3", "--reason", "Nữa"]) == 3
    assert "đã hủy từ trước (In nhầm.)" in capsys.readouterr().err
    assert run(["register", "void", "2", "--reason", " "]) == 3
    assert run(["register", "void", "2"]) == 2


@pytest.mark.parametrize(
    ("others", "hints", "then"),
    [
        ([request("b", nam=2027)], ["--year 2026", "--year 2027"], ["--year", "2026"]),
        ([request("b", co_quan=OTHER)], [f'--agency "{UBND}"', f'--agency "{OTHER}"'], ["--agency", UBND]),
        ([request("b", loai="QĐ", ky_hieu="QĐ-UBND", rieng=True)], [": 01/TB-UBND", ": 01/QĐ-UBND"], ["--type", "TB"]),
        ([request("b", loai="QĐ", rieng=True)], ["--type TB", "--type QĐ"], ["--type", "TB"]),
    ],
)
def test_which_one_is_asked_when_there_are_several(others, hints, then, capsys):
    fill(request("a"), *others)
    assert run(["register", "void", "1", "--reason", "Thử"]) == 2
    err = capsys.readouterr().err
    assert "có 2 văn bản số 1" in err
    for hint in hints:
        assert hint in err
    assert {state for _, state in states()} == {"giữ chỗ"}
    assert run(["register", "void", "1", "--reason", "Thử", *then]) == 0
    with register.connect(BOOK) as book:
        assert [entry.tep for entry in register.entries(book, trang_thai="hủy")] == ["a"]


def test_a_void_line_counts_when_asking_which():
    entries = fill(request("a"), request("b", nam=2027))
    with register.connect(BOOK) as book:
        register.void(book, [entries[1].id], "Thử")
    assert run(["register", "void", "1", "--reason", "Thử"]) == 2
    assert states() == [(1, "giữ chỗ"), (1, "hủy")]


def test_the_count_goes_back_after_a_slip():
    fill(request("a"), request("b", so=88))
    assert run(["register", "void", "88", "--rewind", "--reason", "Gõ nhầm số"]) == 0
    assert [entry.so for entry in fill(request("b"))] == [2]


# --- backup --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["backup", "-o", "luu.db"], ["export", "--output", "so.docx"], ["export", "-o", "so.csv"]])
def test_the_file_to_write_may_stand_behind_o(command, capsys):
    fill(request("a"))
    assert run(["register", *command]) == 0
    assert capsys.readouterr().out == f"{command[-1]}\n"
    assert run(["register", *command, "khac.csv"]) == 2
    assert f"Ghi tên tệp một lần: khac.csv, hoặc -o {command[-1]}." in capsys.readouterr().err
    assert run(["register", command[0]]) == 2
    assert "Ghi thêm tên tệp để ghi ra" in capsys.readouterr().err


def test_a_backup_is_a_register_and_overwrites_nothing(capsys):
    fill(request("a"))
    assert run(["register", "backup", "luu.db"]) == 0
    assert capsys.readouterr().out == "luu.db\n"
    assert states("luu.db") == states()
    fill(request("b"))
    assert run(["register", "backup", "luu.db"]) == 4
    assert "không ghi đè" in capsys.readouterr().err
    assert run(["register", "backup", f"./{BOOK}", "--if-exists", "overwrite"]) == 2
    assert "chính là sổ" in capsys.readouterr().err
    assert len(states("luu.db")) == 1
    assert run(["register", "backup", "luu.db", "--if-exists", "overwrite"]) == 0
    assert states("luu.db") == states()


def test_a_backup_into_a_folder_bears_the_day(capsys):
    fill(request("a"))
    Path("luu").mkdir()
    assert run(["register", "backup", "luu"]) == 0
    name = Path(capsys.readouterr().out.strip())
    assert name.parent == Path("luu")
    assert date.fromisoformat(name.stem.removeprefix("so-van-ban-"))
    assert run(["register", "backup", "khong/co/luu.db"]) == 4


def test_a_backup_of_a_register_in_use():
    fill(*(request(f"x{n}") for n in range(200)))
    raw = sqlite3.connect(BOOK, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE so_van_ban SET ly_do = 'chưa xong'")
    assert run(["register", "backup", "luu.db"]) == 0
    raw.execute("ROLLBACK")
    raw.close()
    assert states("luu.db") == states()


# --- check ---------------------------------------------------------------------------------------------


def found(capsys, *options: str) -> str:
    code = run(["register", "check", *options])
    out, err = capsys.readouterr()
    assert code == (1 if out else 0)
    assert ("điều cần xem lại" in err) == bool(out)
    return out


def test_a_register_in_order(capsys):
    entries = fill(request("a"), request("b"), request("c"), issued={1, 2})
    with register.connect(BOOK) as book:
        register.void(book, [entries[1].id], "In nhầm")
    assert found(capsys) == ""


def test_gaps_that_no_void_explains(capsys):
    fill(request("a", so=3), request("b", so=7), request("c", nam=2027, rieng=True, so=2), issued={2, 3, 7})
    out = found(capsys)
    assert f"{UBND}, năm 2026: trong sổ không có số 1-2, 4-6," in out
    assert "năm 2027 (TB): trong sổ không có số 1," in out
    with register.connect(BOOK) as book:
        register.void(book, [register.entries(book, so=7)[0].id], "Gõ nhầm", rewind=True)
    assert "không có số 1-2," in found(capsys)


def test_numbers_and_days_out_of_order(capsys):
    fill(request("a", ngay=date(2026, 2, 5)), request("b", ngay=date(2026, 1, 5)), request("c", ngay=date(2026, 3, 5)), issued={1, 2, 3})
    out = found(capsys)
    assert "Số 02/TB-UBND ghi ngày 05/01/2026, mà số 01/TB-UBND ghi ngày 05/02/2026" in out
    assert out.count("cùng thứ tự") == 1


def test_a_number_kept_long_and_never_printed(capsys, monkeypatch):
    fill(request("c.toml"))
    assert found(capsys) == ""
    Path(BOOK).unlink()
    with monkeypatch.context() as then:
        then.setattr(SqliteStore, "now", lambda *_: "2026-01-05T01:00:00Z")
        fill(request("a.toml"), request("b.toml"), issued={2})
    assert "Số 01/TB-UBND giữ cho tệp a.toml từ 05/01/2026 mà chưa in" in found(capsys)
    assert found(capsys, "--days", "36500") == ""


def test_counters_and_lines_that_do_not_fit(capsys):
    fill(request("a"), request("b"))
    sql("UPDATE so_day SET so_cuoi = 1")
    assert "bộ đếm ở số 1, mà đã có số 2" in found(capsys)
    sql("UPDATE so_day SET so_cuoi = 2")
    sql("DELETE FROM so_van_ban WHERE so = 2")
    assert "không có số 2" in found(capsys)


def test_a_line_of_no_series_is_what_the_database_finds(capsys):
    fill(request("a"))
    raw = sqlite3.connect(BOOK)
    raw.execute("INSERT INTO so_day VALUES (9, 'x', 2026, 'chung', 0)")
    raw.execute("UPDATE so_van_ban SET day = 99")
    raw.commit()
    raw.close()
    assert "Cơ sở dữ liệu tự báo hỏng" in found(capsys)


@pytest.mark.parametrize(("numbers", "top", "said"), [([], 0, ""), ([], 3, "1-3"), ([1, 3], 3, "2"), ([2, 9], 4, "1, 3-4"), ([1, 2], 2, "")])
def test_gaps_written_short(numbers, top, said):
    assert audit.gaps(numbers, top) == said


# --- a register that is not there ----------------------------------------------------------------------

COMMANDS = (["list"], ["show", "1"], ["void", "1", "--reason", "Thử"], ["backup", "luu.db"], ["check"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: None, "Chưa có sổ văn bản"),
        (lambda: Path(BOOK).mkdir(), "không phải tệp sổ"),
        (lambda: Path(BOOK).write_text("Sổ tay " * 900, encoding="utf-8"), "không phải sổ văn bản"),
        (lambda: Path(BOOK).touch(), "rỗng"),
        (lambda: [fill(request("a")), sql("UPDATE so_phien_ban SET phien_ban = 9")], "phiên bản notice-gen mới hơn"),
        (lambda: [fill(request("a")), sql("DROP TABLE so_day")], "không phải sổ văn bản"),
    ],
    ids=["none", "folder", "text", "empty", "newer", "foreign"],
)
def test_a_register_that_cannot_be_used_is_one_plain_message(command, make, said, capsys):
    make()
    assert run(["register", *command]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "ngoài dự kiến" not in err
    assert not Path("luu.db").exists()


def test_the_register_in_force_is_the_office_s(monkeypatch, capsys):
    Path("phong/thang-3").mkdir(parents=True)
    Path("phong/notice-gen.toml").write_text("", encoding="utf-8")
    fill(request("a"), where=f"phong/{BOOK}")
    monkeypatch.chdir("phong/thang-3")
    assert run(["register", "list"]) == 0
    assert "Kết quả kiểm tra a" in capsys.readouterr().out
    monkeypatch.setenv("NOTICE_GEN_REGISTER", "khac.db")
    assert run(["register", "list"]) == 4
    assert "khac.db" in capsys.readouterr().err


def test_without_a_command_they_are_listed(capsys):
    assert run(["register"]) == 2
    err = capsys.readouterr().err
    assert all(f"  {command[0]}" in err for command in COMMANDS)

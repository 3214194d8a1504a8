"""``notice-gen follow …`` as a clerk types it: list, acts, the workbook, letters to those who are late, the calendar."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.follow import calendar, model, states
from notice_gen.register.kien_nghi import reading
from tests.helpers.following import BOOK, CHUNG, at_work, followed, on, put, xa
from tests.helpers.word import paragraphs

OFFICE = """\
[co_quan]
ten = ["Ủy ban nhân dân", "thành phố Huế"]
viet_tat = "UBND"
[van_ban]
dia_danh = "Huế"
[noi_nhan]
luu = "VT"
[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path)


def mailed(count: int = 3) -> None:
    Path("notice-gen.toml").write_text(OFFICE, "utf-8")
    assert run([*put(xa(count)), "-q"]) == 0


def said(capsys, *args: str) -> dict:
    capsys.readouterr()
    assert run([*args, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def states_of(capsys) -> dict[tuple[str, str], str]:
    return {(each["van_ban"], each["ma"] or str(each["stt"])): each["trang_thai"] for each in said(capsys, "follow", "list")["kien_nghi"]}


# --- where a finding stands ----------------------------------------------------------------------------


def finding(han, *events) -> model.KienNghi:
    paper = model.VanBan(1, "01/TB-UBND", date(2026, 1, 5), 2026, "UBND", "xã A", "", "")
    return model.KienNghi(paper, "A", 1, "A", "xã A", "", "yeu-cau", "", "Rà soát", han, tuple(model.DienBien(*event) for event in events))


@pytest.mark.parametrize(("day", "state", "until"), [
    (date(2026, 4, 17), "chưa đến hạn", date(2026, 4, 28)),  # Saturday the 25th, then Giỗ Tổ in lieu on Monday the 27th
    (date(2026, 4, 21), "sắp đến hạn", date(2026, 4, 28)),
    (date(2026, 4, 28), "sắp đến hạn", date(2026, 4, 28)),
    (date(2026, 4, 29), "quá hạn", date(2026, 4, 28)),
])  # fmt: skip
def test_a_deadline_on_a_day_off_ends_with_the_next_working_day(day, state, until):
    assert tuple(states.Today(day).state(finding(date(2026, 4, 25)))) == (state, until)


def test_where_the_days_off_are_not_known_a_deadline_ends_on_its_day():
    assert tuple(states.Today(date(2095, 1, 3)).state(finding(date(2095, 1, 2)))) == ("quá hạn", date(2095, 1, 2))


def test_the_last_that_has_come_of_it_decides():
    day, later = date(2026, 3, 2), date(2026, 3, 9)
    now = states.Today(date(2026, 3, 20))
    said = (day, "báo cáo", None, "", "")
    assert now.state(finding(day)).ten == "quá hạn"
    assert now.state(finding(day, said)).ten == "đã báo cáo"
    assert now.state(finding(day, said, (later, "không chấp nhận", None, "", ""))).ten == "quá hạn"
    assert tuple(now.state(finding(day, (day, "gia hạn", date(2026, 4, 1), "5/UBND", "")))) == ("chưa đến hạn", date(2026, 4, 1))
    assert now.state(finding(day, said, (later, "hoàn thành", None, "", ""))).ten == "hoàn thành"
    assert now.state(finding(None)).ten == "không ghi hạn"


# --- list, show, acts ----------------------------------------------------------------------------------


def test_the_list_has_what_presses_first_and_says_what_it_leaves_out(capsys):
    mailed()
    capsys.readouterr()
    assert run(["follow", "list"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [re.split(r"\s{2,}", line)[:4] for line in lines[1:3]] == [["30/10/2026", "quá hạn", "02/TB-UBND", "TTHC-03"], ["30/10/2026", "quá hạn", "01/TB-UBND", "TTHC-03"]]
    assert len(lines) == 1 + 9  # neither what is only told nor what asks for nothing
    assert "9 kiến nghị: 3 quá hạn, 3 sắp đến hạn, 3 không ghi hạn." in err
    assert "3 kiến nghị không ghi mã" in err


@pytest.mark.parametrize(("options", "count"), [
    (["--all"], 15), (["--unit", "Vy Da"], 3), (["--unit", "19753"], 3), (["--field", "chuyen doi"], 3), (["--state", "qua-han"], 3),
    (["--state", "qua-han", "--state", "khong-han"], 6), (["--kind", "ton-tai"], 3), (["--until", "30/10/2026"], 3), (["--year", "2025"], 0),
])  # fmt: skip
def test_the_list_is_narrowed(capsys, options, count):
    mailed()
    assert len(said(capsys, "follow", "list", *options)["kien_nghi"]) == count


def test_what_is_noted_is_seen_and_never_changed(capsys):
    mailed()
    assert run(["follow", "answered", "1", "TTHC-03", "--paper", "12/BC-UBND", "--date", "20/11/2026"]) == 0
    assert run(["follow", "extend", "02/TB-UBND", "TTHC-03", "--to", "31/12/2026", "--paper", "15/UBND-VP"]) == 0
    assert run(["follow", "done", "3", "TTHC-03", "CDS-01"]) == 0
    found = states_of(capsys)
    assert [found["01/TB-UBND", "TTHC-03"], found["02/TB-UBND", "TTHC-03"], found["03/TB-UBND", "CDS-01"]] == ["đã báo cáo", "chưa đến hạn", "hoàn thành"]
    assert run(["follow", "reopen", "3", "CDS-01", "--note", "Ghi nhầm"]) == 0
    assert states_of(capsys)["03/TB-UBND", "CDS-01"] == "sắp đến hạn"
    assert run(["follow", "show", "3", "CDS-01"]) == 0
    out = capsys.readouterr().out
    assert "30/11/2026  hoàn thành" in out
    assert "30/11/2026  không chấp nhận; Ghi nhầm" in out


@pytest.mark.parametrize(("args", "why"), [
    (["done", "9", "TTHC-03"], "không có văn bản số 9"),
    (["done", "1", "TTHC-09"], "không có kiến nghị “TTHC-09”"),
    (["done", "1"], "chưa ghi mã nên chưa rõ kiến nghị nào"),
    (["done", "không", "A"], "không phải số văn bản"),
    (["answered", "1", "TTHC-03", "--date", "01/10/2026"], "ở trước ngày 15/10/2026"),
    (["extend", "1", "TTHC-03", "--to", "01/11/2026", "--paper", "1/UBND"], "ở trước ngày 30/11/2026 của việc gia hạn"),
])  # fmt: skip
def test_what_cannot_be_noted_is_refused_in_words_and_nothing_is_written(capsys, args, why):
    mailed(1)
    assert run(["follow", *args]) == 3
    assert why in capsys.readouterr().err
    assert followed().kien_nghi[3].dien_bien == ()


@pytest.mark.parametrize("args", [["--date", "hôm qua"], ["--date", "01/12/2026"]])
def test_a_day_that_is_none_or_to_come_is_wrong_usage(args):
    mailed(1)
    assert run(["follow", "done", "1", "TTHC-03", *args]) == 2


# --- the workbook --------------------------------------------------------------------------------------


def filled(path: str, answers: dict[tuple[str, str], tuple[object, ...]]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for row in sheet.iter_rows(min_row=4):
        for n, value in enumerate(answers.get((row[0].value, row[2].value), ())):
            row[9 + n].value = value
    book.save(path)


def test_units_report_in_the_workbook_that_the_list_gives(capsys):
    mailed()
    assert run(["follow", "list", "-o", "td.xlsx"]) == 0
    filled("td.xlsx", {
        ("01/TB-UBND", "TTHC-03"): ("Đã hoàn thành", date(2026, 11, 20), "12/BC-UBND"),
        ("02/TB-UBND", "TTHC-03"): ("Được gia hạn", "21/11/2026", "15/UBND-VP", "15/12/2026", "Theo đề nghị"),
        ("03/TB-UBND", "TTHC-03"): ("Đang thực hiện", "22/11/2026"),
    })  # fmt: skip
    assert run(["follow", "import", "td.xlsx", "--dry-run"]) == 0
    assert all(each.dien_bien == () for each in followed().kien_nghi)
    assert run(["follow", "import", "td.xlsx"]) == 0
    events = {each.van_ban.so_ky_hieu: each.dien_bien for each in followed().kien_nghi if each.ma == "TTHC-03"}
    assert [tuple(event) for event in events["01/TB-UBND"]] == [(date(2026, 11, 20), "báo cáo", None, "12/BC-UBND", "Báo đã hoàn thành")]
    assert [tuple(event) for event in events["02/TB-UBND"]] == [(date(2026, 11, 21), "gia hạn", date(2026, 12, 15), "15/UBND-VP", "Theo đề nghị")]
    assert events["03/TB-UBND"][0].ghi_chu == "Đang thực hiện"
    capsys.readouterr()
    assert run(["follow", "import", "td.xlsx"]) == 0
    out, err = capsys.readouterr()
    assert out == "Đã ghi 0 việc.\n"
    assert "3 việc đã ghi từ trước, 6 hàng chưa điền." in err
    assert run(["follow", "import", "td.xlsx", "--accept"]) == 0
    assert states_of(capsys)["01/TB-UBND", "TTHC-03"] == "hoàn thành"


def test_every_fault_of_the_workbook_is_told_at_its_cell_and_nothing_is_taken_over(capsys):
    mailed()
    assert run(["follow", "list", "-o", "td.xlsx"]) == 0
    filled("td.xlsx", {
        ("01/TB-UBND", "TTHC-03"): ("Xong rồi", "20/11/2026"),
        ("02/TB-UBND", "TTHC-03"): ("Được gia hạn", "21/11/2026", "", "15/12/2026"),
        ("03/TB-UBND", "TTHC-03"): ("Đã hoàn thành", "31/12/2026"),
        ("03/TB-UBND", "CDS-01"): ("Đã hoàn thành", "20/11/2026", "9/BC-UBND"),
        ("01/TB-UBND", "CDS-01"): ("", "20/11/2026"),
    })  # fmt: skip
    capsys.readouterr()
    assert run(["follow", "import", "td.xlsx"]) == 3
    err = capsys.readouterr().err
    told = re.findall(r"td\.xlsx, (Theo dõi!\w+): lỗi: (.*)", err)
    assert [(cell[-2:][:1], words) for cell, words in sorted(told, key=lambda one: one[1])] == [
        ("J", "Chưa ghi kết quả thực hiện."), ("J", "Không rõ kết quả “Xong rồi”."),
        ("K", "Ngày báo cáo 31/12/2026 ở sau hôm nay (30/11/2026)."), ("L", "Được gia hạn thì phải ghi hạn mới và văn bản cho gia hạn."),
    ]  # fmt: skip
    assert "Có 4 lỗi; chưa nhập gì." in err
    assert all(each.dien_bien == () for each in followed().kien_nghi)


def test_a_workbook_of_other_columns_is_refused(capsys):
    mailed(1)
    Path("khac.csv").write_text("Tên,Tuổi\nA,3\n", "utf-8")
    assert run(["follow", "import", "khac.csv"]) == 3
    assert "Không thấy hàng tên cột" in capsys.readouterr().err


def test_what_looks_like_a_formula_is_a_text_in_the_workbook():
    mailed(1)
    Path("mot.toml").write_text(CHUNG.replace("[van_ban]", '[don_vi]\nten = "xã Bình Điền"\n\n[van_ban]', 1).replace("Ký số toàn bộ", "=1+1 ký số").replace("năm 2026 tại", "quý III năm 2026 tại"), "utf-8")
    assert run(["render", "mot.toml"]) == 0
    assert run(["follow", "list", "--unit", "Bình Điền", "-o", "td.xlsx"]) == 0
    cells = [cell for row in openpyxl.load_workbook("td.xlsx").active.iter_rows() for cell in row if cell.value and str(cell.value).startswith("=")]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in cells] == [("=1+1 ký số văn bản đi", "s", "@")]


# --- letters -------------------------------------------------------------------------------------------


def test_each_unit_that_is_late_and_silent_has_one_letter_with_a_number_of_the_register():
    mailed(4)
    assert run(["follow", "answered", "1", "TTHC-03"]) == 0
    assert run(["follow", "done", "2", "TTHC-03"]) == 0
    assert run(["follow", "remind"]) == 0
    assert run(["follow", "remind", "nhac-viec.toml"]) == 0
    letters = {path.name: "\n".join(paragraphs(path.read_bytes())) for path in sorted(Path("nhac-viec").glob("*.docx"))}
    assert list(letters) == ["05-ubnd-vp-phuong-thuan-hoa.docx", "06-ubnd-vp-phuong-vy-da.docx"]
    text = letters["05-ubnd-vp-phuong-thuan-hoa.docx"]
    assert "còn 01 nội dung đã quá thời hạn" in text
    assert "Xin lỗi người dân có hồ sơ quá hạn (văn bản số 04/TB-UBND ngày 15/10/2026; hạn 30/10/2026)." in " ".join(text.split())
    assert "viec_qua_han" not in text
    before = len(followed().kien_nghi)
    assert run(["follow", "remind", "nhac-viec.toml"]) == 0  # nothing new
    assert len(followed().kien_nghi) == before == 20
    with register.connect(BOOK) as book:
        assert [entry.so for entry in register.entries(book, loai="")] == [5, 6]


def test_when_all_have_answered_nobody_is_written_to(capsys):
    mailed(1)
    assert run(["follow", "answered", "1", "--all"]) == 0
    assert run(["follow", "remind"]) == 0
    assert run(["follow", "remind", "nhac-viec.toml"]) == 0
    assert "không in gì" in capsys.readouterr().err
    assert not Path("nhac-viec").exists()


def test_the_letters_of_the_last_time_are_not_written_over(capsys, monkeypatch):
    mailed(1)
    assert run(["follow", "remind"]) == 0
    assert run(["follow", "remind", "nhac-viec.toml"]) == 0
    text = Path("nhac-viec.toml").read_text("utf-8")
    Path("nhac-viec.toml").write_text(text.replace("ngay = 2026-11-30", "ngay = 2026-12-15"), "utf-8")
    on(monkeypatch, date(2026, 12, 15))
    capsys.readouterr()
    assert run(["follow", "remind", "nhac-viec.toml"]) == 3
    assert "in lại sẽ thay lời văn của công văn đã gửi" in capsys.readouterr().err
    Path("nhac-viec.toml").rename("nhac-viec-2.toml")
    assert run(["follow", "remind", "nhac-viec-2.toml"]) == 0
    assert [path.name[:2] for folder in ("nhac-viec", "nhac-viec-2") for path in Path(folder).glob("*.docx")] == ["02", "03"]


def test_a_file_without_a_place_for_what_is_owed_is_refused(capsys):
    mailed(1)
    assert run(["follow", "remind"]) == 0
    Path("nhac-viec.toml").write_text(Path("nhac-viec.toml").read_text("utf-8").replace("- {{ don_vi.viec_qua_han }}\n", ""), "utf-8")
    assert run(["follow", "remind", "nhac-viec.toml"]) == 3
    assert "- {{ don_vi.viec_qua_han }}" in capsys.readouterr().err


# --- the calendar --------------------------------------------------------------------------------------


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_deadlines_are_a_calendar_by_rfc_5545():
    mailed(2)
    assert run(["follow", "done", "1", "TTHC-03"]) == 0
    assert run(["follow", "calendar"]) == 0
    data = Path("han-kien-nghi.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = unfolded(data)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART;VALUE=DATE:20261030", "DTSTART;VALUE=DATE:20261203", "DTSTART;VALUE=DATE:20261203"]
    assert "SUMMARY:Hạn: phường Kim Long\\, 1 kiến nghị (02/TB-UBND)" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == lines.count("BEGIN:VALARM") == 3
    assert len({line for line in lines if line.startswith("UID:")}) == 3


def test_a_calendar_says_nothing_that_would_break_its_lines():
    text = calendar.escaped("A;B,C\\D\r\nBEGIN:VEVENT\x07\x0b")
    assert text == "A\\;B\\,C\\\\D\\nBEGIN:VEVENT"
    assert calendar.folded("X:" + "ế" * 100).replace("\r\n ", "") == "X:" + "ế" * 100


def test_events_of_another_desk_stand_in_the_order_of_their_days():
    mailed(1)
    each = followed().kien_nghi[3]
    with register.connect(BOOK) as book:
        reading.add(book, [reading.SuKien(each.van_ban.id, each.nhan, date(2026, 11, 20), "không chấp nhận")])
        reading.add(book, [reading.SuKien(each.van_ban.id, each.nhan, date(2026, 11, 10), "báo cáo")])
    assert [event.loai for event in followed().kien_nghi[3].dien_bien] == ["báo cáo", "không chấp nhận"]

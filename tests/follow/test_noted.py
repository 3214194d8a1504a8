"""Findings are noted with the number of their paper: both or neither, each once."""

from __future__ import annotations

import json
import marshal
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.office import notices
from notice_gen.register.kien_nghi import reading
from notice_gen.register.kien_nghi.reading import SuKien
from tests.helpers.following import BOOK, CHUNG, at_work, followed, put, xa
from tests.helpers.registers import request

ROOT = Path(__file__).parents[2]
unix_only = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed by a signal here")
CODES = ["TTHC-01", "TTHC-02", "", "TTHC-03", "CDS-01"]


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path, date(2026, 10, 20))


def one(name: str = "mot.toml", text: str = CHUNG, don_vi: str = "xã Bình Điền") -> None:
    Path(name).write_text(text.replace("[van_ban]", f'[don_vi]\nten = "{don_vi}"\n\n[van_ban]', 1), "utf-8")


# --- render and batch -----------------------------------------------------------------------------------


def test_a_paper_that_is_printed_has_its_findings_in_the_register():
    one()
    assert run(["render", "mot.toml"]) == 0
    found = followed().kien_nghi
    assert [each.ma for each in found] == CODES
    assert [each.noi_dung for each in found][:3] == ["Đã tiếp nhận 100 hồ sơ", "Còn 03 hồ sơ quá hạn", "Chưa công khai đầy đủ thủ tục hành chính"]
    last = found[-1]
    assert (last.loai, last.linh_vuc, last.han, last.don_vi, last.van_ban.so_ky_hieu) == ("yeu-cau", "Chuyển đổi số", date(2026, 12, 3), "xã Bình Điền", "01/TB-UBND")
    assert {(each.ten, each.gia_tri) for each in followed().so_lieu} == {("tiep_nhan", 100), ("qua_han", 3)}


def test_so_has_every_paper_of_a_mailing_and_a_second_run_changes_nothing():
    command = put(xa(4))
    assert run(command) == 0
    before = followed()
    assert [each.ma for each in before.kien_nghi] == CODES * 4
    assert len({each.ma_don_vi for each in before.kien_nghi}) == 4
    assert sorted(each.gia_tri for each in before.so_lieu if each.ten == "tiep_nhan") == [110, 120, 130, 140]
    assert run(command) == 0
    assert followed() == before
    assert run([*put([*xa(4), (xa(5)[4][0], 999, 0)]), "--if-exists", "overwrite"]) == 0
    after = followed()
    assert after.kien_nghi[:20] == before.kien_nghi
    assert len(after.kien_nghi) == 25


def test_a_number_that_is_typed_is_followed_too_where_there_is_a_register():
    one("dau.toml")
    one("go.toml", CHUNG.replace('"tu-dong"', "7").replace("năm 2026 tại", "quý III năm 2026 tại"), "xã Long Quảng")
    assert run(["render", "dau.toml", "go.toml"]) == 0
    assert {each.van_ban.so_ky_hieu for each in followed().kien_nghi} == {"01/TB-UBND", "07/TB-UBND"}


def test_a_number_only_kept_does_not_count_yet():
    one()
    with register.connect(BOOK) as book:
        assert book.created
    outcomes = notices.make([notices.Findings("mot.toml", Path())], today=date(2026, 10, 20))
    notices.number(outcomes, None, today=date(2026, 10, 20))
    assert followed().kien_nghi == ()
    assert followed().ngoai == {"giữ chỗ": 5}


def test_papers_that_share_a_number_have_the_findings_of_each_unit():
    base = CHUNG.replace('luu = "VT"', 'luu = "VT"\nchung_so = true').replace(" tại Ủy ban nhân dân {{ don_vi.ten }}", "")
    command = put(xa(3), base=base)
    assert run(command) == 0
    found = followed().kien_nghi
    assert len({each.van_ban.id for each in found}) == 1
    assert sorted((each.ma_don_vi, each.ma) for each in found) == sorted((ma, code) for ma, _, _ in xa(3) for code in CODES)
    assert run([*put([*xa(2), (xa(3)[2][0], 500, 1)], base=base), "--if-exists", "overwrite"]) == 0
    again = followed()
    assert len(again.kien_nghi) == 15
    assert sorted(each.gia_tri for each in again.so_lieu if each.ten == "tiep_nhan") == [110, 120, 500]


# --- printed again, void ---------------------------------------------------------------------------------


def test_what_a_paper_printed_again_says_otherwise_is_said_otherwise_here_and_what_has_come_of_it_stays():
    one()
    assert run(["render", "mot.toml"]) == 0
    event = followed().kien_nghi[3]
    with register.connect(BOOK) as book:
        assert reading.add(book, [SuKien(event.van_ban.id, event.nhan, date(2026, 10, 25), "báo cáo", None, "12/BC-UBND")]) == 1
        assert reading.add(book, [SuKien(event.van_ban.id, event.nhan, date(2026, 10, 25), "báo cáo", None, "12/BC-UBND")]) == 0
    one(text=CHUNG.replace("Xin lỗi", "Xin lỗi bằng văn bản").replace('  "Chưa công khai đầy đủ thủ tục hành chính",\n', ""))
    assert run(["render", "mot.toml"]) == 0
    now = followed()
    assert [each.ma for each in now.kien_nghi] == ["TTHC-01", "TTHC-02", "TTHC-03", "CDS-01"]
    assert (now.kien_nghi[2].noi_dung, now.kien_nghi[2].dien_bien[0].van_ban_den) == ("Xin lỗi bằng văn bản người dân có hồ sơ quá hạn", "12/BC-UBND")
    assert now.ngoai == {"bo": 1}
    one()
    assert run(["render", "mot.toml"]) == 0
    assert [each.ma for each in followed().kien_nghi] == CODES


def test_a_void_paper_takes_its_findings_out_and_says_so(capsys):
    one()
    assert run(["render", "mot.toml"]) == 0
    first = followed().kien_nghi[3]
    with register.connect(BOOK) as book:
        reading.add(book, [SuKien(first.van_ban.id, first.nhan, date(2026, 10, 25), "hoàn thành")])
    capsys.readouterr()
    assert run(["register", "void", "1", "--reason", "In nhầm"]) == 0
    assert "5 kiến nghị của văn bản này không còn tính" in capsys.readouterr().err
    assert followed().kien_nghi == ()
    assert followed().ngoai == {"hủy": 5}
    with register.connect(BOOK) as book, pytest.raises(InputError, match="không còn trong sổ"):
        reading.add(book, [SuKien(first.van_ban.id, first.nhan, date(2026, 10, 26), "báo cáo")])
    assert run(["render", "mot.toml"]) == 0
    assert [(each.ma, each.van_ban.so_ky_hieu, each.dien_bien) for each in followed().kien_nghi] == [(ma, "02/TB-UBND", ()) for ma in CODES]


# --- killed, and many at once ----------------------------------------------------------------------------

KEM = marshal.dumps([("xã A", "", (("TTHC-01", 1, "TTHC-01", "yeu-cau", "", "Rà soát", "2026-12-01"),), (("tiep_nhan", "5"),), ())])

DESK = """
import json, os, signal, sys
from datetime import date
from notice_gen import register
from notice_gen.register import statements
from notice_gen.register.kien_nghi import keeping, reading
from tests.follow.test_noted import KEM
from tests.helpers.registers import request

where, die, names = sys.argv[1], sys.argv[2], sys.argv[3:]

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if die == "between number and findings":
    keeping.keep = killed
elif die == "before the commit":
    keep = keeping.keep
    keeping.keep = lambda *a: (keep(*a), killed())
with register.connect(where) as book:
    for name in names:
        [entry] = register.reserve(book, [request(name, kem=KEM)])
        if die == "after the commit":
            killed()
        register.issue(book, [(entry.khoa, "ab" * 32)])
        reading.add(book, [reading.SuKien(entry.id, "TTHC-01", date(2026, 11, 1), "báo cáo", ghi_chu=name)])
"""


def desk(where: str, *names: str, die: str = "") -> subprocess.Popen:
    command = [sys.executable, "-c", DESK, where, die, *names]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@unix_only
@pytest.mark.slow
@pytest.mark.parametrize("die", ["between number and findings", "before the commit", "after the commit"])
def test_killed_between_number_and_findings_there_are_both_or_neither(where, die):
    with register.connect(where):
        pass
    process = desk(where, "a", die=die)
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    with register.connect(where) as book:
        noted = reading.noted(book)
    there = die == "after the commit"
    assert (len(noted.van_ban), len(noted.kien_nghi), len(noted.so_lieu)) == (there, there, there)
    again = desk(where, "a")
    _, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    assert [(each.ma, each.van_ban.so_ky_hieu, len(each.dien_bien)) for each in followed(where).kien_nghi] == [("TTHC-01", "01/TB-UBND", 1)]


@pytest.mark.slow
def test_desks_at_once_note_every_finding_once(where):
    desks = [desk(where, *(f"chung-{n}" for n in range(4)), *(f"bàn-{number}-{n}" for n in range(6))) for number in range(3)]
    for process in desks:
        _, err = process.communicate(timeout=180)
        assert process.returncode == 0, err
    found = followed(where)
    names = sorted([f"chung-{n}" for n in range(4)] + [f"bàn-{number}-{n}" for number in range(3) for n in range(6)])
    assert sorted(each.van_ban.tep for each in found.kien_nghi) == sorted(os.path.normcase(name) for name in names)
    assert [[event.ghi_chu for event in each.dien_bien] for each in found.kien_nghi] == [[each.van_ban.tep] for each in found.kien_nghi]
    assert len(found.so_lieu) == len(names)


def test_however_many_findings_a_paper_has_and_whatever_they_say_all_are_noted_in_their_order(where):
    texts = ["\\N", "hai\tcột", "hai\ndòng", "a\\b'c\"d", "100 %", "{x} ?1", *(f"thứ {n}" for n in range(150))]
    found = tuple((f"M-{n}", n, f"M-{n}", "yeu-cau", "", text, "") for n, text in enumerate(texts, start=1))
    papers = [request(f"to-{n}", kem=marshal.dumps([(f"xã {n}", "", found[: n * 39], (("a", "1"), ("b", "\\N")), ())])) for n in range(5)]
    with register.connect(where) as book:
        entries = register.reserve(book, papers)
        register.issue(book, [(entry.khoa, "ab" * 32) for entry in entries])
    theo_doi = followed(where)
    for n, entry in enumerate(entries):
        own = [each for each in theo_doi.kien_nghi if each.van_ban.id == entry.id]
        assert [(each.stt, each.noi_dung, each.don_vi) for each in own] == [(k, texts[k - 1], f"xã {n}") for k in range(1, n * 39 + 1)]
    assert [(each.ten, each.gia_tri) for each in theo_doi.so_lieu] == [("a", 1)] * 5


def test_what_was_noted_by_one_desk_is_seen_by_another(where):
    with register.connect(where) as book:
        [entry] = register.reserve(book, [request("a", kem=KEM)])
        register.issue(book, [(entry.khoa, "ab" * 32)])
        reading.add(book, [SuKien(entry.id, "TTHC-01", date(2026, 11, 1), "gia hạn", date(2026, 12, 20), "15/TB-UBND")])
    [found] = followed(where).kien_nghi
    assert [tuple(event) for event in found.dien_bien] == [(date(2026, 11, 1), "gia hạn", date(2026, 12, 20), "15/TB-UBND", "")]
    assert json.loads(json.dumps(found.noi_dung)) == "Rà soát"

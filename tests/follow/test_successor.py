"""A paper that was wrong is corrected, withdrawn or replaced; the register links the two, and counts follow."""

from __future__ import annotations

import csv
import json
import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from notice_gen.cli.main import run
from tests.helpers.following import CHUNG, at_work, followed, put, xa
from tests.helpers.word import paragraphs


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path, date(2026, 10, 20))


def printed(text: str = CHUNG) -> None:
    Path("mot.toml").write_text(text.replace("[van_ban]", '[don_vi]\nten = "xã Bình Điền"\n\n[van_ban]', 1), "utf-8")
    assert run(["render", "mot.toml", "-q"]) == 0


def shown(capsys, so: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert run(["register", "show", so, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["lien_ket"]


def test_what_replaces_a_paper_has_its_findings_and_what_has_come_of_them(capsys):
    printed()
    assert run(["follow", "answered", "1", "TTHC-03", "--paper", "12/BC-UBND"]) == 0
    assert run(["register", "replace", "1"]) == 0
    tree = tomllib.loads(Path("thay-the-01-tb-ubnd.toml").read_text("utf-8"))
    assert tree["van_ban_truoc"] == {"viec": "thay-the", "so_ky_hieu": "01/TB-UBND", "ngay": date(2026, 10, 15)}
    assert tree["ket_thuc"]["noi_dung"].startswith("Thông báo này thay thế Thông báo số 01/TB-UBND ngày 15 tháng 10 năm 2026 của Ủy ban nhân dân thành phố Huế về kết luận kiểm tra")
    assert len(followed().kien_nghi) == 5
    assert run(["render", "thay-the-01-tb-ubnd.toml"]) == 0
    now = followed()
    assert {each.van_ban.so_ky_hieu for each in now.kien_nghi} == {"02/TB-UBND"}
    assert now.ngoai == {"thay-the": 5}
    assert [[event.van_ban_den for event in each.dien_bien] for each in now.kien_nghi] == [[], [], [], ["12/BC-UBND"], []]
    link = [{"viec": "thay-the", "van_ban": "02/TB-UBND", "van_ban_truoc": "01/TB-UBND"}]
    assert shown(capsys, "1") == shown(capsys, "2") == link
    assert run(["register", "show", "1"]) == 0
    assert "Được thay thế bằng 02/TB-UBND." in capsys.readouterr().out
    assert any("Thông báo này thay thế Thông báo số 01/TB-UBND" in " ".join(line.split()) for line in paragraphs(Path("02-tb-ubnd-xa-binh-dien.docx").read_bytes()))


def test_when_what_replaces_it_is_void_the_first_counts_again():
    printed()
    assert run(["register", "replace", "1"]) == 0
    assert run(["render", "thay-the-01-tb-ubnd.toml"]) == 0
    assert run(["register", "void", "2", "--reason", "In nhầm"]) == 0
    assert {each.van_ban.so_ky_hieu for each in followed().kien_nghi} == {"01/TB-UBND"}


def test_a_paper_withdrawn_takes_its_findings_out():
    printed()
    assert run(["register", "withdraw", "01/TB-UBND", "--reason", "ban hành không đúng thẩm quyền"]) == 0
    text = Path("thu-hoi-01-tb-ubnd.toml").read_text("utf-8")
    assert tomllib.loads(text)["so_lieu"] == {"ly_do": "ban hành không đúng thẩm quyền"}
    assert run(["render", "thu-hoi-01-tb-ubnd.toml", "--check", "full"]) == 0
    assert followed().kien_nghi == ()
    assert followed().ngoai == {"thu-hoi": 5}


def test_a_correction_leaves_findings_as_they_are_and_has_to_be_filled_in(capsys):
    printed()
    assert run(["register", "correct", "1"]) == 0
    assert run(["render", "dinh-chinh-01-tb-ubnd.toml"]) == 3
    assert "(ghi lời sai)" in capsys.readouterr().err
    text = Path("dinh-chinh-01-tb-ubnd.toml").read_text("utf-8")
    for blank, word in (("(ghi mục, trang)", "phần nơi nhận, trang 2"), ("(ghi lời sai)", "Sở Nộii vụ"), ("(ghi lời đúng)", "Sở Nội vụ")):
        text = text.replace(blank, word)
    Path("dinh-chinh-01-tb-ubnd.toml").write_text(text, "utf-8")
    assert run(["render", "dinh-chinh-01-tb-ubnd.toml"]) == 0
    assert {each.van_ban.so_ky_hieu for each in followed().kien_nghi} == {"01/TB-UBND"}
    assert shown(capsys, "1") == [{"viec": "dinh-chinh", "van_ban": "02/UBND-VP", "van_ban_truoc": "01/TB-UBND"}]


def test_the_paper_of_a_mailing_has_its_row_again(capsys):
    assert run([*put(xa(3)), "-q"]) == 0
    assert run(["register", "replace", "2"]) == 3
    assert "--data" in capsys.readouterr().err
    assert run(["register", "replace", "2", "--data", "so-lieu.csv"]) == 0
    tree = tomllib.loads(Path("thay-the-02-tb-ubnd.toml").read_text("utf-8"))
    assert (tree["don_vi"], tree["so_lieu"]) == ({"ma": xa(2)[1][0]}, {"tiep_nhan": 120, "qua_han": 2})
    assert run(["render", "thay-the-02-tb-ubnd.toml"]) == 0
    assert sorted({each.van_ban.so_ky_hieu for each in followed().kien_nghi}) == ["01/TB-UBND", "03/TB-UBND", "04/TB-UBND"]


@pytest.mark.parametrize(("prepare", "why"), [
    (["register", "void", "1", "--reason", "thử"], "chưa ban hành"), (None, "Không thấy tệp nội dung"),
])  # fmt: skip
def test_what_cannot_be_followed_is_refused(capsys, prepare, why):
    printed()
    if prepare:
        assert run(prepare) == 0
    else:
        Path("mot.toml").unlink()
    capsys.readouterr()
    assert run(["register", "replace", "1"]) == 3
    assert why in capsys.readouterr().err
    assert not Path("thay-the-01-tb-ubnd.toml").exists()


def remarks(name: str) -> list[str]:
    """The tenth column of an exported register, the lines' own order."""
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return [row[9] for row in csv.reader(file)][1:]


def test_the_book_says_in_its_remarks_what_was_corrected_replaced_withdrawn_and_void(capsys):
    for n, name in enumerate(("a", "b", "c"), start=1):
        Path(f"{name}.toml").write_text(CHUNG.replace("[van_ban]", f'[don_vi]\nten = "xã {name.upper()}"\n\n[van_ban]', 1), "utf-8")
        assert run(["render", f"{name}.toml", "-q"]) == 0
        assert run(["register", ("replace", "withdraw", "correct")[n - 1], str(n)]) == 0
    text = Path("dinh-chinh-03-tb-ubnd.toml").read_text("utf-8")
    for blank in ("(ghi mục, trang)", "(ghi lời sai)", "(ghi lời đúng)"):
        text = text.replace(blank, "mục 2")
    Path("dinh-chinh-03-tb-ubnd.toml").write_text(text, "utf-8")
    Path("thu-hoi-02-tb-ubnd.toml").write_text(Path("thu-hoi-02-tb-ubnd.toml").read_text("utf-8").replace("(ghi lý do)", "Trùng"), "utf-8")
    assert run(["render", "thay-the-01-tb-ubnd.toml", "-q"]) == 0
    assert run(["render", "thu-hoi-02-tb-ubnd.toml", "-q"]) == 0, capsys.readouterr().err
    assert run(["render", "dinh-chinh-03-tb-ubnd.toml", "-q"]) == 0, capsys.readouterr().err
    assert run(["register", "export", "so.csv"]) == run(["register", "export", "so.xlsx"]) == run(["register", "export", "so.docx"]) == 0
    told = [
        "Được thay thế bằng 04/TB-UBND", "Bị thu hồi bằng 05/TB-UBND", "Được đính chính bằng 06/UBND-VP",
        "Thay thế 01/TB-UBND", "Thu hồi 02/TB-UBND", "Đính chính 03/TB-UBND",
    ]  # fmt: skip
    assert remarks("so.csv") == told
    assert [row[9].value for row in openpyxl.load_workbook("so.xlsx").active.iter_rows(min_row=2)] == told
    assert all(text in "\n".join(paragraphs(Path("so.docx").read_bytes())) for text in told)
    capsys.readouterr()
    assert run(["register", "import", "so.xlsx"]) == 0  # what the book says by itself is nothing new to it
    assert run(["register", "void", "4", "--reason", "In nhầm"]) == 0
    assert run(["register", "export", "lai.csv"]) == 0
    assert remarks("lai.csv") == ["", *told[1:3], "Hủy: In nhầm", *told[4:]]
    assert run(["register", "init", "--register", "khac.db"]) == 0
    assert run(["register", "import", "so.csv", "--register", "khac.db"]) == 0  # another register knows no links: there they are remarks
    assert run(["register", "export", "khac.csv", "--register", "khac.db"]) == 0
    assert remarks("khac.csv") == told


def test_a_paper_that_the_register_does_not_know_is_noted_by_its_number_alone(capsys):
    text = CHUNG + '\n[van_ban_truoc]\nviec = "thay-the"\nso_ky_hieu = "99/TB-UBND"\nngay = 2025-03-04\n'
    printed(text)
    assert shown(capsys, "1") == []
    assert len(followed().kien_nghi) == 5

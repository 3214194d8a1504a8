"""docs/so-van-ban.md: what the clerk's page shows is what is printed."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from notice_gen.cli.main import run

PAGE = (Path(__file__).parents[2] / "docs" / "so-van-ban.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n([^`]*)```\n```text\n([^`]*)```", PAGE)

OFFICE = """
[co_quan]
ten = ["Ủy ban nhân dân", "xã Bình Điền"]
viet_tat = "UBND"
[van_ban]
dia_danh = "Bình Điền"
[ky]
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"
"""
NOTICE = """
phien_ban = 1
mau = "thong-bao"
[don_vi]
ten = "{don_vi}"
[van_ban]
so = "tu-dong"
ngay = {ngay}
trich_yeu = "{trich_yeu}"
[mo_dau]
noi_dung = "Ủy ban nhân dân xã thông báo như sau:"
[[muc]]
phat_hien = ["Các thôn báo cáo đúng hạn."]
[noi_nhan]
gui = ["Các thôn"]
luu = "VT"
"""


@pytest.fixture
def office(monkeypatch, tmp_path):
    monkeypatch.setattr("notice_gen.cli.work.today", lambda: date(2026, 3, 10))  # the page's day: a number taken much later is told
    monkeypatch.chdir(tmp_path)
    Path("notice-gen.toml").write_text(OFFICE, "utf-8")
    for name, don_vi, ngay, trich_yeu in (
        ("hop-giao-ban", "thôn Một", "2026-03-05", "Kết luận họp giao ban tháng 3"),
        ("kiem-tra-thon-hai", "thôn Hai", "2026-03-06", "Kết luận kiểm tra tại thôn Hai"),
    ):
        Path(f"{name}.toml").write_text(NOTICE.format(don_vi=don_vi, ngay=ngay, trich_yeu=trich_yeu), "utf-8")
    book = openpyxl.Workbook()
    for line in re.findall(r"^\| (?!-)(.*) \|$", PAGE, re.MULTILINE):
        book.active.append([cell.strip() for cell in line.split("|")])
    book.save("so-giay.xlsx")
    return tmp_path


def test_the_page_shows_what_is_printed(office, capsys):
    assert len(SHOWN) == 6
    for commands, text in SHOWN:
        for command in commands.splitlines():
            program, *arguments = shlex.split(command)
            assert program == "notice-gen"
            assert run(arguments) in ((0, 1) if "check" in arguments else (0,))
        out, err = capsys.readouterr()
        printed = re.sub(r"(?<=\d-)[0-9a-f]{64}\b", "5e884898…", out + err).replace(str(office), "…")
        assert sorted(printed.splitlines()) == sorted(text.splitlines())


@pytest.mark.usefixtures("office")
def test_the_slip_of_the_page_is_mended():
    assert run(["render", "hop-giao-ban.toml"]) == 0
    typed = Path("kiem-tra-thon-hai.toml")
    typed.write_text(typed.read_text("utf-8").replace('"tu-dong"', "88"), "utf-8")
    assert run(["render", typed.name]) == 0
    [command] = [line for line in PAGE.splitlines() if line.startswith("notice-gen register void 88")]
    assert run(shlex.split(command)[1:]) == 0
    typed.write_text(typed.read_text("utf-8").replace("so = 88", "so = 2"), "utf-8")
    assert run(["render", typed.name]) == 0

"""Counts equal a count by hand; the workbook and the report say the same."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from notice_gen.cli.main import run
from notice_gen.follow.counting import stats
from notice_gen.follow.model import SoLieu, TheoDoi, VanBan
from notice_gen.follow.states import Today
from notice_gen.vietnamese import don_vi
from tests.follow.test_commands import OFFICE
from tests.helpers.following import CHUNG, TODAY, at_work, followed, put, xa
from tests.helpers.word import paragraphs

UNITS = [*don_vi.tat_ca(TODAY, "Đồng Tháp")[:84], *don_vi.tat_ca(TODAY, "Lâm Đồng")[:84]]
"""168 communes, some of one name in two provinces."""
NAMES = Counter(unit.ten for unit in UNITS)


def called(n: int) -> str:
    """What the n-th is to be called: with its province where another has its name."""
    return UNITS[n].day_du if NAMES[UNITS[n].ten] > 1 else UNITS[n].ten


@pytest.fixture(autouse=True)
def quiet(monkeypatch, tmp_path):
    at_work(monkeypatch, tmp_path)


KINDS, FIELDS = ("ket-qua", "ton-tai", "yeu-cau", ""), ("Đất đai", "Chuyển đổi số", "Thủ tục hành chính", "")


def notice(n: int) -> str:
    """The findings of the n-th commune: how many, of which kinds and fields, due when, follows from *n* alone."""
    found = []
    for k in range(1 + n % 6):
        kind, field, due = KINDS[(n + k) % 4], FIELDS[(n * k + k) % 4], date(2026, 10 + (n + k) % 3, 1 + (n * 7 + k) % 28)
        parts = [f'ma = "M-{k}"', f'noi_dung = "Nội dung thứ {k}"']
        parts += [f'loai = "{kind}"'] if kind else []
        parts += [f'linh_vuc = "{field}"'] if field else []
        parts += [f"han = {due}"] if kind == "yeu-cau" else []
        found.append("{ " + ", ".join(parts) + " },")
    body = "\n".join(found)
    day = date(2026, 8 + n % 3, 1 + n % 28)
    head, _, tail = CHUNG.partition("[[muc]]")
    tail = "[noi_nhan]" + tail.partition("[noi_nhan]")[2]
    text = head.replace("[van_ban]", f'[don_vi]\nma = "{UNITS[n].ma}"\n\n[van_ban]').replace("ngay = 2026-10-15", f"ngay = {day}")
    text = text.replace('so = "tu-dong"', f"so = {n + 1}").replace("tiep_nhan = 100", f"tiep_nhan = {100 + n * 3 % 71}").replace("qua_han = 3", f"qua_han = {n % 9}")
    return f'{text}[[muc]]\ntieu_de = "Kết luận"\nphat_hien = [\n{body}\n]\n\n{tail}'


def written(count: int = 168) -> list[str]:
    Path("to").mkdir()
    names = []
    for n in range(count):
        names.append(f"to/{n:03}.toml")
        Path(names[-1]).write_text(notice(n), "utf-8")
    return names


def by_hand(count: int = 168) -> tuple[Counter, int, dict[str, list[int]]]:
    """The same, counted from the texts alone by another way: TOML read, loops, nothing of the room."""
    counts: Counter = Counter()
    figures: dict[str, list[int]] = {"tiep_nhan": [], "qua_han": []}
    total = 0
    for n in range(count):
        tree = tomllib.loads(notice(n))
        for muc in tree["muc"]:
            for finding in muc["phat_hien"]:
                total += 1
                month = f"{tree['van_ban']['ngay']:%Y-%m}"
                counts[finding.get("loai", ""), finding.get("linh_vuc", "(chưa ghi lĩnh vực)"), called(n), month] += 1
        for name, values in figures.items():
            values.append(tree["so_lieu"][name])
    return counts, total, figures


@pytest.mark.slow
def test_the_counts_of_168_notices_are_those_of_a_count_by_hand(capsys):
    names = written()
    capsys.readouterr()
    assert run(["stats", *names, "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    counts, total, figures = by_hand()
    assert {(one["loai"], one["linh_vuc"], one["don_vi"], one["thang"]): one["so"] for one in said["dem"]} == counts
    assert (said["tong"], len(said["van_ban"])) == (total, 168)
    assert len({one["don_vi"] for one in said["dem"]}) == 168
    assert max(NAMES.values()) > 1
    for figure in said["so_lieu"]:
        values = figures[figure["ten"]]
        assert figure["tong"] == sum(values)
        assert sorted(one["gia_tri"] for one in figure["don_vi"]) == sorted(values)
        assert all(one["hang"] == 1 + sum(value > one["gia_tri"] for value in values) for one in figure["don_vi"])
        assert all(one["ty_trong"] == pytest.approx(one["gia_tri"] / sum(values)) for one in figure["don_vi"])


def test_the_register_counts_as_the_files_do(capsys):
    names = written(12)
    Path("mot.toml").write_text(CHUNG.replace("[van_ban]", '[don_vi]\nten = "xã Bình Điền"\n\n[van_ban]', 1).replace("2026-10-15", "2026-07-01"), "utf-8")
    assert run(["render", "mot.toml", "-q"]) == 0  # begins the register
    assert run(["register", "void", "1", "--reason", "thử"]) == 0
    Path("ra").mkdir()
    assert run(["render", *(name for name in names[1:]), "-o", "ra/"]) == 0
    capsys.readouterr()
    assert run(["stats", "--format", "json"]) == 0
    of_book = json.loads(capsys.readouterr().out)
    assert run(["stats", *names[1:], "--format", "json"]) == 0
    of_files = json.loads(capsys.readouterr().out)
    assert of_book["dem"] == of_files["dem"]
    assert [{**one, "don_vi": None} for one in of_book["so_lieu"]] == [{**one, "don_vi": None} for one in of_files["so_lieu"]]
    assert (of_book["ngoai"], of_files["ngoai"]) == ({"hủy": 5}, {})


@pytest.mark.parametrize(("language", "nameless"), [("vi", "(chưa ghi lĩnh vực)"), ("en", "(no field given)")])
def test_findings_without_a_field_have_a_row_in_the_language_spoken(language, nameless, capsys):
    names = written(12)
    capsys.readouterr()
    assert run(["stats", *names, "--lang", language]) == 0
    rows = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    assert {nameless, *filter(None, FIELDS)} <= {*rows}


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_counted(capsys):
    names = written(3)
    Path(names[1]).write_text("sai", "utf-8")
    capsys.readouterr()
    assert run(["stats", "to", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)["van_ban"]) == 2
    assert "to/001.toml:1:1: lỗi:" in err


def two_years() -> None:
    base = CHUNG.replace("2026-10-15", "2025-10-15").replace("năm 2026", "năm 2025").replace("2026-", "2025-")
    assert run([*put([(ma, tiep_nhan - 30, 1) for ma, tiep_nhan, _ in xa(4)], base=base, out="ra25", chung="c25.toml"), "-q"]) == 0
    assert run([*put(xa(4)), "-q"]) == 0


def test_a_figure_is_held_against_the_year_before(capsys):
    two_years()
    capsys.readouterr()
    assert run(["stats", "--year", "2026", "--format", "json"]) == 0
    said = {figure["ten"]: figure for figure in json.loads(capsys.readouterr().out)["so_lieu"]}
    assert (said["tiep_nhan"]["tong"], said["tiep_nhan"]["tong_nam_truoc"]) == (500, 380)
    first = said["tiep_nhan"]["don_vi"][0]
    assert (first["gia_tri"], first["nam_truoc"], first["hang"]) == (140, 110, 1)
    assert first["tang"] == pytest.approx(30 / 110)


def test_equal_figures_share_a_place_and_two_papers_of_one_year_are_told():
    papers = tuple(VanBan(n, f"{n:02}/TB-UBND", date(2026, n, 1), 2026, "UBND", unit, "", "a.toml", loai="TB") for n, unit in enumerate("ABCA", start=1))
    figures = tuple(SoLieu(paper, paper.don_vi, "ho_so", value) for paper, value in zip(papers, (5, 7, 7, 6), strict=True))
    counted = stats(TheoDoi(papers, (), figures), Today(TODAY))
    ((figure,), (doubt,)) = counted.so_lieu, counted.ghi_chu
    assert [(row.don_vi, row.gia_tri, row.hang) for row in figure.don_vi] == [("B", 7, 1), ("C", 7, 1), ("A", 6, 3)]
    assert doubt.values == {"don_vi": "A", "so": 2, "van_ban": "04/TB-UBND"}


def test_the_dashboard_has_its_charts_and_every_number_leads_to_what_it_counts():
    two_years()
    assert run(["stats", "--year", "2026", "-o", "tk.xlsx"]) == 0
    data = Path("tk.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        charts = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    assert len(charts) >= 5
    book = openpyxl.load_workbook("tk.xlsx")
    assert book.sheetnames == ["Tổng hợp", "Đơn vị", "Số liệu", "Kiến nghị", "Văn bản"]
    for name in ("Đơn vị", "Số liệu", "Kiến nghị", "Văn bản"):
        sheet = book[name]
        assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("B4", True), name
    whole = book["Tổng hợp"]
    heads = [cell.value for cell in whole[3]][:6]
    assert heads == ["Lĩnh vực", "Kết quả", "Tồn tại", "Yêu cầu", "Chưa ghi loại", "Cộng"]
    counted = {row[0].value: [cell.value for cell in row[1:6]] for row in whole.iter_rows(min_row=4, max_row=7)}
    assert counted["Thủ tục hành chính"] == [4, 4, 4, 0, 12]
    cell = whole["D5"]
    assert (cell.value, cell.number_format, cell.hyperlink.location) == (4, "#,##0", "'Kiến nghị'!A16:I19")
    listed = [[cell.value for cell in row][:3] for row in book["Kiến nghị"]["A16:I19"]]
    assert [row[:2] for row in listed] == [["Thủ tục hành chính", "Yêu cầu"]] * 4
    units = book["Đơn vị"]
    assert units["F4"].hyperlink.location.startswith("'Văn bản'!A")
    assert book["Văn bản"].cell(int(re.search(r"A(\d+)", units["F4"].hyperlink.location)[1]), 3).value == units["A4"].value


def test_the_same_counts_give_the_same_bytes():
    assert run([*put(xa(2)), "-q"]) == 0
    assert run(["stats", "-o", "a.xlsx"]) == 0
    assert run(["stats", "-o", "b.xlsx"]) == 0
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


# --- the report ----------------------------------------------------------------------------------------


def reported(*args: str) -> str:
    Path("notice-gen.toml").write_text(OFFICE + '[cot]\n"Hồ sơ tiếp nhận" = "so_lieu.tiep_nhan"\n', "utf-8")
    assert run(["report", "--to", "Bộ Nội vụ", *args]) == 0
    return Path("bao-cao.toml").read_text("utf-8")


def test_the_report_is_clean_and_says_what_was_counted(capsys):
    assert run([*put(xa(5)), "-q"]) == 0
    assert run(["follow", "done", "1", "TTHC-03"]) == 0
    tree = tomllib.loads(reported())
    assert {name: tree["so_lieu"][name] for name in ("so_van_ban", "tong_kien_nghi", "so_hoan_thanh", "so_qua_han", "so_don_vi_qua_han", "tong_tiep_nhan")} == {
        "so_van_ban": 5, "tong_kien_nghi": 25, "so_hoan_thanh": 1, "so_qua_han": 4, "so_don_vi_qua_han": 4, "tong_tiep_nhan": 650,
    }  # fmt: skip
    assert [row[1] for row in tree["phu_luc"][0]["bang"][0]["hang"]] == ["phường Hương An", "phường Kim Long", "phường Thuận Hoá", "phường Vỹ Dạ"]
    Path("bao-cao.toml").write_text(Path("bao-cao.toml").read_text("utf-8").replace("[van_ban]\n", '[van_ban]\nso = "tu-dong"\n', 1), "utf-8")
    capsys.readouterr()
    assert run(["render", "bao-cao.toml", "--check", "full", "--strict"]) == 0, capsys.readouterr().err
    text = paragraphs(Path("06-bc-ubnd.docx").read_bytes())
    assert any("đã ban hành 05 văn bản với 25 nội dung kết luận, kiến nghị đối với 05 đơn vị" in line for line in text)
    assert run(["check", "06-bc-ubnd.docx"]) == 0, capsys.readouterr().out
    assert len(followed().kien_nghi) == 25  # the report itself asks for nothing


def test_new_figures_leave_every_word_of_the_clerk(capsys):
    assert run([*put(xa(3)), "-q"]) == 0
    text = reported().replace("Nhiệm vụ trong thời gian tới", "Phương hướng").replace("tong_kien_nghi = 15\n", "tong_kien_nghi = 15\nso_cua_toi = 7  # của tôi\n")
    Path("bao-cao.toml").write_text(text, "utf-8")
    assert run(["follow", "done", "1", "TTHC-03"]) == 0
    capsys.readouterr()
    assert run(["report", "--to", "Bộ Nội vụ", "--refresh"]) == 0
    assert "Lời văn chưa nhắc tới số liệu so_hoan_thanh = 1" in capsys.readouterr().err
    now = Path("bao-cao.toml").read_text("utf-8")
    tree = tomllib.loads(now)
    assert (tree["so_lieu"]["so_hoan_thanh"], tree["so_lieu"]["so_qua_han"], tree["so_lieu"]["so_cua_toi"]) == (1, 2, 7)
    assert len(tree["phu_luc"][0]["bang"][0]["hang"]) == 2
    assert "so_cua_toi = 7  # của tôi" in now
    assert tree["muc"][-1]["tieu_de"] == "Phương hướng"
    assert run(["report", "--to", "Bộ Nội vụ", "--refresh"]) == 0
    assert Path("bao-cao.toml").read_text("utf-8") == now


def test_without_findings_there_is_no_report(capsys):
    Path("mot.toml").write_text(notice(0).replace("phat_hien", "phat_hien").replace('so = 1', 'so = "tu-dong"'), "utf-8")
    assert run(["render", "mot.toml", "-q"]) == 0
    assert run(["report", "--year", "2020"]) == 3
    assert "Không có kiến nghị nào để báo cáo" in capsys.readouterr().err


def test_another_file_is_not_taken_for_a_report(capsys):
    assert run([*put(xa(1)), "-q"]) == 0
    before = Path("chung.toml").read_text("utf-8")
    assert run(["report", "-o", "chung.toml", "--refresh"]) == 3
    assert "không phải báo cáo" in capsys.readouterr().err
    assert Path("chung.toml").read_text("utf-8") == before

"""The mass mailing's first hour, by the lines that both READMEs show: a workbook of the communes, filled, printed, checked, on to PDF."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from notice_gen import register
from notice_gen.cli.main import run
from notice_gen.convert import find
from tests.helpers.spoil import spoilt, words

HOME = Path(__file__).parents[2]
COMMUNES = 40  # of thành phố Huế


def lines(page: str) -> list[str]:
    """The commands that a README shows, without what it says of them."""
    return [re.sub(r"\s{2,}#.*", "", line.removeprefix("$ ")) for line in (HOME / page).read_text("utf-8").splitlines() if line.startswith("$ notice-gen ")]


def test_both_readmes_show_the_same_lines():
    assert lines("README.md") == lines("README.vi.md")
    assert [line.split()[1] for line in lines("README.md")] == ["batch-form", "batch", "check", "pdf", "import", "take-edits", "doctor"]


@pytest.mark.slow
def test_the_lines_of_the_readme(tmp_path, monkeypatch, capsys):
    """In their order, in one folder, on the file that ``new`` wrote and somebody filled in."""
    monkeypatch.chdir(tmp_path)
    form, mailing, check, pdf, import_, edits, doctor = (shlex.split(line)[1:] for line in lines("README.md"))
    assert run(["new"]) == 0
    fill_in(Path("thong-bao.toml"))
    assert run(form) == 0
    fill_rows(Path("thong-bao.xlsx"))

    capsys.readouterr()
    assert run([*mailing, "--dry-run"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == COMMUNES
    assert not Path("so-van-ban.db").exists()
    assert run(mailing) == 0
    papers = sorted(Path("ra").glob("*.docx"))
    assert len(papers) == COMMUNES
    with register.connect("so-van-ban.db", create=False) as book:
        assert sorted(entry.so for entry in register.entries(book)) == list(range(1, COMMUNES + 1))
    before = {path: path.read_bytes() for path in papers}
    assert run(mailing) == 0  # goes on where it was: nothing is left to do
    assert {path: path.read_bytes() for path in papers} == before

    Path("du-thao-nhan-duoc.docx").write_bytes(spoilt(before[papers[0]], words("Độc lập - Tự do", "Độc lập – Tự do")))
    capsys.readouterr()
    assert run(check) == 1
    told = capsys.readouterr().out
    assert "TN02" in told
    assert "ra/" not in told.partition("TN02")[0].splitlines()[-1]  # of the draft received, not of ours

    Path("quyet-dinh-2025.docx").write_bytes(before[papers[1]])
    assert run(import_) == 0
    assert 'mau = "thong-bao"' in Path("quyet-dinh-2025.toml").read_text("utf-8")

    one = Path("thong-bao.toml").read_text("utf-8").replace('so = "tu-dong"', "")
    Path("thong-bao.toml").write_text(one, "utf-8")
    assert run(["render", "thong-bao.toml", "-o", "12-tb-ubnd.docx"]) == 0
    edited = spoilt(Path("12-tb-ubnd.docx").read_bytes(), words("Kết luận rà soát", "Kết luận kiểm tra"))
    Path("12-tb-ubnd.docx").write_bytes(edited)
    assert run(edits) == 0
    assert "Kết luận kiểm tra" in Path("thong-bao.toml").read_text("utf-8")
    assert run(doctor) in {0, 1}
    assert "LibreOffice" in capsys.readouterr().out
    print_pdfs(pdf, papers[:1])


def fill_in(path: Path) -> None:
    text = path.read_text("utf-8")
    for blank, value in (
        ("(ghi trích yếu)", "Kết luận rà soát thủ tục hành chính tại {{ don_vi.ten }}"), ("(ghi tên xã)", "Bình Điền"), ("(ghi địa danh)", "Bình Điền"),
        ("(ghi họ tên)", "Nguyễn Văn Hà"),
    ):  # fmt: skip
        text = text.replace(blank, value)
    text = re.sub(r"(?m)^# so = 12\b", 'so = "tu-dong"', text)
    path.write_text(re.sub(r"(?m)^# ngay = ", "ngay = ", text), "utf-8")


def fill_rows(path: Path) -> None:
    """Fill in every figure of every commune, each commune's own."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    keys = [cell.value for cell in sheet[2]]
    rows = [row for row in sheet.iter_rows(min_row=3) if row[0].value]
    assert len(rows) == COMMUNES
    for n, row in enumerate(rows, 1):
        values = {"so_lieu.tiep_nhan": 100 + n, "so_lieu.da_giai_quyet": 90 + n, "so_lieu.dang_giai_quyet": 10}
        for key, cell in zip(keys, row, strict=True):
            if key in values:
                cell.value = values[key]
    book.save(path)


def print_pdfs(line: list[str], papers: list[Path]) -> None:
    """Of one paper, for it is LibreOffice's time; where there is none it is said what is lacking."""
    pytest.importorskip("pyhanko", reason="the extra [ky-so] is not installed")
    assert line == ["pdf", "ra", "--sign-places"]
    assert run(["pdf", *map(str, papers), "--sign-places"]) == (0 if find() else 4)
    assert all(path.with_suffix(".pdf").read_bytes().count(b"/Sig") for path in papers if find())

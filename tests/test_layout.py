"""The printed page, measured on what LibreOffice makes of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from notice_gen.issue import issue
from notice_gen.typography import balanced, width_mm

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext") and shutil.which("pdftoppm")),
    reason="needs LibreOffice (soffice) and poppler (pdftotext, pdftoppm) to print pages",
)

MM = 25.4 / 72
DPI = 144
RIGHT_COLUMN = 30 + 61.5  # mm from the paper's left edge
# Lengths of the body, in lines, around the end of the first and of the second page.
LENGTHS = (19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34)
ISSUER = "Sở Nông nghiệp, Môi trường và Phát triển nông thôn miền núi thành phố Hà Nội"
NOTICE = """
phien_ban = 1
[co_quan]
chu_quan = "UBND tỉnh A"
ten = "{ten}"
viet_tat = "SA"
[van_ban]
so = 8
ngay = 2026-10-15
dia_danh = "{dia_danh}"
trich_yeu = "Kết quả kiểm tra"
[mo_dau]
noi_dung = '''
{lines}
'''
[noi_nhan]
gui = ["Ủy ban nhân dân xã B", "Giám đốc, các Phó Giám đốc"]
luu = "VT, VP"
[ky]
quyen_han = ["KT. Giám đốc"]
chuc_vu = "Phó Giám đốc"
ho_ten = "Nguyễn Văn A"
"""


ANNEXES = f"""
[[phu_luc]]
tieu_de = "Danh sách xã"
bang = {{ tieu_de = "Bảng của phụ lục", cot = ["TT", "Tên xã", "Số hồ sơ"], hang = [{", ".join(f'[{i}, "Xã {i}", 1250]' for i in range(1, 61))}], tong = true }}
[[phu_luc]]
ngang = true
bang = {{ cot = ["TT", "Tên phường"], hang = [[1, "Phường A"]] }}
"""


@dataclass(frozen=True)
class Line:
    """Words with one baseline on one page: their text, and where they lie in mm."""

    page: int
    text: str
    left: float
    right: float
    bottom: float


def notice(ten=ISSUER, dia_danh="Huế", lines=3):
    text = "\n".join(f"- Việc thứ {i} đã làm xong." for i in range(1, lines + 1))
    return NOTICE.format(ten=ten, dia_danh=dia_danh, lines=text)


CASES = {
    "wrapped": notice(),
    "short": notice(ten="Sở A"),
    "long-place": notice(ten="Sở A", dia_danh="Văn Miếu - Quốc Tử Giám"),
    "annexes": notice(ten="Sở A") + ANNEXES,
    **{f"body-{n}": notice(ten="Sở A", lines=n) for n in LENGTHS},
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, text in CASES.items():
        made = issue(text.encode(), file=f"{name}.toml", folder=folder, today=date(2026, 10, 15))
        (folder / f"{name}.docx").write_bytes(made.docx)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *folder.glob("*.docx")], check=True, capture_output=True, timeout=300)
    return folder


def lines(pdf: Path) -> list[Line]:
    html = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    words = defaultdict(list)
    for page, body in enumerate(html.split("<page ")[1:], 1):
        for x1, x2, y2, word in re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)', body):
            words[page, round(float(y2) * MM, 1)].append((float(x1) * MM, float(x2) * MM, word))
    found = []
    for (page, bottom), group in sorted(words.items()):
        group.sort()
        found.append(Line(page, " ".join(w for _, _, w in group), group[0][0], group[-1][1], bottom))
    return found


def line(pdf: Path, start: str) -> Line:
    return next(one for one in lines(pdf) if start in one.text)


def rules(pdf: Path) -> list[tuple[float, float]]:
    """Return (left, length) in mm of every drawn rule of page 1, from the top: thin dark rows longer than any stroke."""
    image = subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-f", "1", "-l", "1", pdf], check=True, capture_output=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
    assert head
    width, height = int(head[1]), int(head[2])
    px, found, last = 25.4 / DPI, [], -10
    dark = re.compile(rb"[\x00-\xb0]{60,}")
    for y in range(height):
        row = image[head.end() + y * width : head.end() + (y + 1) * width]
        runs = [(m.start() * px, (m.end() - m.start()) * px) for m in dark.finditer(row)]
        if runs and y > last + 3:
            found += runs
        last = y if runs else last
    return found


def test_quoc_hieu_stays_on_one_line(pdfs):
    quoc_hieu = line(pdfs / "wrapped.pdf", "CHỦ NGHĨA")
    assert quoc_hieu.text.endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert quoc_hieu.right <= 195.2


@pytest.mark.parametrize("name", ["wrapped", "short", "long-place"])
def test_number_and_date_stand_on_one_line(pdfs, name):
    pdf = pdfs / f"{name}.pdf"
    number, place = line(pdf, "Số: 08/TB-SA"), line(pdf, "ngày 15 tháng 10 năm 2026")
    assert number.page == place.page == 1
    assert abs(number.bottom - place.bottom) < 0.6
    assert place.right <= 195.2


def test_the_issuer_really_wraps(pdfs):
    assert sum("NÔNG" in one.text or "MÔI" in one.text or "NÚI" in one.text for one in lines(pdfs / "wrapped.pdf")) >= 2


def test_rules_have_the_lengths_of_the_decree(pdfs):
    title = line(pdfs / "short.pdf", "Kết quả kiểm tra")
    (left, below_tieu_ngu), (_, below_title) = rules(pdfs / "short.pdf")
    assert below_tieu_ngu == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True), abs=0.8)
    assert left + below_tieu_ngu / 2 == pytest.approx(RIGHT_COLUMN + 103.5 / 2, abs=0.8)
    assert 1 / 3 <= below_title / (title.right - title.left) <= 1 / 2


def test_rule_of_a_wrapped_issuer(pdfs):
    (rule,) = [length for left, length in rules(pdfs / "wrapped.pdf") if left + length < RIGHT_COLUMN]
    last = balanced(ISSUER.upper(), 61.5, size_pt=13, bold=True)[-1]
    assert 1 / 3 <= rule / width_mm(last, size_pt=13, bold=True) <= 1 / 2
    assert line(pdfs / "wrapped.pdf", last)


def test_page_number_is_absent_on_page_one_and_centred_on_page_two(pdfs):
    pages = lines(pdfs / f"body-{LENGTHS[-1]}.pdf")
    assert not [one for one in pages if one.page == 1 and one.bottom < 20]
    header = [one for one in pages if one.page == 2 and one.bottom < 20]
    assert [one.text for one in header] == ["2"]
    assert (header[0].left + header[0].right) / 2 == pytest.approx(30 + 165 / 2, abs=0.5)


@pytest.mark.parametrize("n", LENGTHS)
def test_signature_is_never_split_nor_alone(pdfs, n):
    pages = lines(pdfs / f"body-{n}.pdf")
    block = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:", "- Lưu: VT, VP.")
    (page,) = {one.page for one in pages for mark in block if mark in one.text}
    assert page == max(one.page for one in pages)
    assert [one for one in pages if one.page == page and "Việc thứ" in one.text]
    assert sum(f"Việc thứ {n} " in one.text for one in pages) == 1


def test_the_lengths_straddle_the_page(pdfs):
    counts = {max(one.page for one in lines(pdfs / f"body-{n}.pdf")) for n in LENGTHS}
    assert counts == {1, 2}


def test_annexes_have_pages_and_numbers_of_their_own(pdfs):
    pdf = pdfs / "annexes.pdf"
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", pdf], check=True, capture_output=True, encoding="utf-8").stdout
    sizes = [(round(float(w)), round(float(h))) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)]
    assert sizes == [(595, 842), (595, 842), (595, 842), (842, 595)], "no empty page, the last one landscape"
    numbers = [(one.page, one.text) for one in lines(pdf) if one.bottom < 18]
    assert numbers == [(3, "2")], "each annex begins at 1, and shows no number on its first page"
    assert line(pdf, "Phụ lục II").page == 4


def test_table_heads_repeat_and_rows_are_all_there(pdfs):
    pages = lines(pdfs / "annexes.pdf")
    assert [one.page for one in pages if "Tên xã" in one.text] == [2, 3]
    assert [sum(f"Xã {i} 1.250" in one.text for one in pages) for i in range(1, 61)] == [1] * 60
    assert sum("75.000" in one.text for one in pages) == 1

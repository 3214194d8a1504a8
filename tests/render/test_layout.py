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

from notice_gen.compose.breaks import balanced
from notice_gen.issue import issue
from notice_gen.typography import width_mm

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


def decision(lines):
    """A decision that issues a text; its second chapter stands after *lines* lines."""
    text = "\n".join(f"- Việc thứ {i} đã làm xong." for i in range(1, lines + 1))
    return f"""
phien_ban = 1
mau = "quyet-dinh"
[co_quan]
ten = "Sở A"
viet_tat = "SA"
[van_ban]
so = 8
ngay = 2026-10-15
dia_danh = "Huế"
trich_yeu = "Ban hành Quy chế làm việc"
[mo_dau]
tham_quyen = "Giám đốc Sở A"
can_cu = ["Căn cứ Luật B", "Theo đề nghị của Chánh Văn phòng"]
[[muc]]
noi_dung = "Ban hành kèm theo Quyết định này Quy chế làm việc."
[noi_nhan]
luu = "VT"
[ky]
chuc_vu = "Giám đốc"
ho_ten = "Nguyễn Văn A"
[[van_ban_kem_theo]]
ten_loai = "Quy chế"
trich_yeu = "Làm việc"
danh_so = "chuong"
[[van_ban_kem_theo.muc]]
tieu_de = "Quy định chung"
[[van_ban_kem_theo.muc.muc]]
tieu_de = "Phạm vi"
noi_dung = '''
{text}
'''
[[van_ban_kem_theo.muc]]
tieu_de = "Quy định riêng"
[[van_ban_kem_theo.muc.muc]]
cap = "muc"
tieu_de = "Xử lý"
[[van_ban_kem_theo.muc.muc.muc]]
tieu_de = "Thời hạn"
noi_dung = "Năm ngày làm việc."
"""


def letter(lines):
    """An official letter with an address at the foot of its first page, and an annex."""
    head = notice(ten="Sở A", lines=lines).replace("phien_ban = 1", 'phien_ban = 1\nmau = "cong-van"')
    head = head.replace('viet_tat = "SA"', 'viet_tat = "SA"\ndia_chi = ["Số 1 đường Ví Dụ", "Điện thoại: 000"]')
    return head.replace("trich_yeu =", 'don_vi_soan = "VP"\nkinh_gui = ["Sở B", "Sở C"]\ntrich_yeu =') + ANNEXES


CHAPTERS = tuple(range(16, 24))
CASES = {
    **{f"decision-{n}": decision(n) for n in CHAPTERS},
    "letter": letter(30),
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


@pytest.mark.slow
def test_quoc_hieu_stays_on_one_line(pdfs):
    quoc_hieu = line(pdfs / "wrapped.pdf", "CHỦ NGHĨA")
    assert quoc_hieu.text.endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert quoc_hieu.right <= 195.2


@pytest.mark.parametrize("name", ["wrapped", "short", "long-place"])
@pytest.mark.slow
def test_number_and_date_stand_on_one_line(pdfs, name):
    pdf = pdfs / f"{name}.pdf"
    number, place = line(pdf, "Số: 08/TB-SA"), line(pdf, "ngày 15 tháng 10 năm 2026")
    assert number.page == place.page == 1
    assert abs(number.bottom - place.bottom) < 0.6
    assert place.right <= 195.2


@pytest.mark.slow
def test_the_issuer_really_wraps(pdfs):
    assert sum("NÔNG" in one.text or "MÔI" in one.text or "NÚI" in one.text for one in lines(pdfs / "wrapped.pdf")) >= 2


@pytest.mark.slow
def test_rules_have_the_lengths_of_the_decree(pdfs):
    title = line(pdfs / "short.pdf", "Kết quả kiểm tra")
    (left, below_tieu_ngu), (_, below_title) = rules(pdfs / "short.pdf")
    assert below_tieu_ngu == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", size_pt=14, bold=True), abs=0.8)
    assert left + below_tieu_ngu / 2 == pytest.approx(RIGHT_COLUMN + 103.5 / 2, abs=0.8)
    assert 1 / 3 <= below_title / (title.right - title.left) <= 1 / 2


@pytest.mark.slow
def test_rule_of_a_wrapped_issuer(pdfs):
    (rule,) = [length for left, length in rules(pdfs / "wrapped.pdf") if left + length < RIGHT_COLUMN]
    last = balanced(ISSUER.upper(), 61.5, size_pt=13, bold=True)[-1]
    assert 1 / 3 <= rule / width_mm(last, size_pt=13, bold=True) <= 1 / 2
    assert line(pdfs / "wrapped.pdf", last)


@pytest.mark.slow
def test_page_number_is_absent_on_page_one_and_centred_on_page_two(pdfs):
    pages = lines(pdfs / f"body-{LENGTHS[-1]}.pdf")
    assert not [one for one in pages if one.page == 1 and one.bottom < 20]
    header = [one for one in pages if one.page == 2 and one.bottom < 20]
    assert [one.text for one in header] == ["2"]
    assert (header[0].left + header[0].right) / 2 == pytest.approx(30 + 165 / 2, abs=0.5)


@pytest.mark.parametrize("n", LENGTHS)
@pytest.mark.slow
def test_signature_is_never_split_nor_alone(pdfs, n):
    pages = lines(pdfs / f"body-{n}.pdf")
    block = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:", "- Lưu: VT, VP.")
    (page,) = {one.page for one in pages for mark in block if mark in one.text}
    assert page == max(one.page for one in pages)
    assert [one for one in pages if one.page == page and "Việc thứ" in one.text]
    assert sum(f"Việc thứ {n} " in one.text for one in pages) == 1


@pytest.mark.slow
def test_the_lengths_straddle_the_page(pdfs):
    counts = {max(one.page for one in lines(pdfs / f"body-{n}.pdf")) for n in LENGTHS}
    assert counts == {1, 2}


@pytest.mark.slow
def test_annexes_have_pages_and_numbers_of_their_own(pdfs):
    pdf = pdfs / "annexes.pdf"
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", pdf], check=True, capture_output=True, encoding="utf-8").stdout
    sizes = [(round(float(w)), round(float(h))) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)]
    assert sizes == [(595, 842), (595, 842), (595, 842), (842, 595)], "no empty page, the last one landscape"
    numbers = [(one.page, one.text) for one in lines(pdf) if one.bottom < 18]
    assert numbers == [(3, "2")], "each annex begins at 1, and shows no number on its first page"
    assert line(pdf, "Phụ lục II").page == 4


@pytest.mark.slow
def test_table_heads_repeat_and_rows_are_all_there(pdfs):
    pages = lines(pdfs / "annexes.pdf")
    assert [one.page for one in pages if "Tên xã" in one.text] == [2, 3]
    assert [sum(f"Xã {i} 1.250" in one.text for one in pages) for i in range(1, 61)] == [1] * 60
    assert sum("75.000" in one.text for one in pages) == 1


@pytest.mark.slow
def test_an_issued_text_begins_on_a_page_of_its_own_counted_anew(pdfs):
    """Form 1.3: letterhead without number and date, then title and reference."""
    pages = lines(pdfs / f"decision-{CHAPTERS[-1]}.pdf")
    assert [one.page for one in pages if "CHỦ NGHĨA" in one.text] == [1, 2]
    assert [one.page for one in pages if "Số: 08/QĐ-SA" in one.text] == [1]
    assert line(pdfs / f"decision-{CHAPTERS[-1]}.pdf", "(Kèm theo Quyết định số 08/QĐ-SA ngày 15 tháng 10 năm 2026 của Sở A)").page == 2
    assert [(one.page, one.text) for one in pages if one.bottom < 18] == [(3, "2")]


@pytest.mark.parametrize("n", CHAPTERS)
@pytest.mark.slow
def test_a_chapter_s_head_stays_whole_and_with_its_first_words(pdfs, n):
    pages = lines(pdfs / f"decision-{n}.pdf")
    head = ("Chương II", "QUY ĐỊNH RIÊNG", "Mục 1", "XỬ LÝ", "Điều 2. Thời hạn", "Năm ngày làm việc./.")
    assert len({one.page for one in pages for mark in head if mark == one.text}) == 1
    assert sum(mark == one.text for one in pages for mark in head) == len(head)


@pytest.mark.slow
def test_the_lengths_bring_the_chapter_over_the_page(pdfs):
    assert {line(pdfs / f"decision-{n}.pdf", "Chương II").page for n in CHAPTERS} == {2, 3}


@pytest.mark.slow
def test_an_official_letter_s_subject_stands_below_its_number_six_points_apart(pdfs):
    pdf = pdfs / "letter.pdf"
    number, place, about = line(pdf, "Số: 08/SA-VP"), line(pdf, "ngày 15 tháng 10"), line(pdf, "V/v Kết quả kiểm tra")
    assert abs(number.bottom - place.bottom) < 0.6
    assert about.bottom - number.bottom == pytest.approx(6 * MM + 13 * 1.15 * MM, abs=0.6)
    assert (about.left + about.right) / 2 == pytest.approx(30 + 61.5 / 2, abs=0.8)


@pytest.mark.slow
def test_the_address_is_at_the_foot_of_page_one_only(pdfs):
    pages = lines(pdfs / "letter.pdf")
    (address,) = [one for one in pages if "Số 1 đường Ví Dụ" in one.text]
    (phone,) = [one for one in pages if "Điện thoại: 000" in one.text]
    assert (address.page, phone.page) == (1, 1)
    assert 297 - 20 < phone.bottom < 297 - 9
    assert max(one.bottom for one in pages if one.page == 1 and "Việc thứ" in one.text) < address.bottom - 5
    assert len({one.page for one in pages}) >= 4

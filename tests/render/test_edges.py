"""Papers at the edges of what offices print, measured on LibreOffice's pages: nothing is lost, split, alone or outside."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date

import pytest

from notice_gen.issue import issue
from notice_gen.typography import width_mm
from tests.helpers import pages
from tests.helpers.word import paragraphs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, ("soffice", "pdftotext", "pdftoppm"))), reason="needs LibreOffice and poppler to print pages"),
]

LONG_AGENCY = "Trung tâm Phục vụ hành chính công và Chuyển đổi số liên xã, phường khu vực phía Nam thành phố trực thuộc trung ương"
LONG_POST = "Trưởng Ban Chỉ đạo Cải cách hành chính, chuyển đổi số và phát triển khoa học, công nghệ, đổi mới sáng tạo"
SUBJECT = "Kết quả kiểm tra, đánh giá công tác cải cách hành chính, chuyển đổi số, giải quyết thủ tục hành chính "
LINE = "Yêu cầu các cơ quan, đơn vị, địa phương khẩn trương triển khai thực hiện nghiêm túc các nội dung nêu tại khoản 2 Điều 5 Kế hoạch số 45/KH-UBND ngày 28 tháng 6 năm 2026"


def toml(
    mau="thong-bao", ten='["Ủy ban nhân dân", "xã A"]', van_ban="", trich_yeu="Kết quả kiểm tra", lines=3, mo_dau="", muc="", gui=2,
    noi_nhan=True, ho_ten="Nguyễn Văn A", chuc_vu="Chủ tịch", quyen_han='["TM. Ủy ban nhân dân"]', more="", dia_danh="A", place="Thôn {}", viet_tat="UBND",
):  # fmt: skip
    text = "\n".join(f"{LINE}, việc thứ {n}." for n in range(1, lines + 1))
    who = ", ".join(f'"{place.format(n)}"' for n in range(1, gui + 1))
    receives = f'[noi_nhan]\ngui = [{who}]\nluu = "VT"\n' if noi_nhan else ""
    return f"""phien_ban = 1
mau = "{mau}"
[co_quan]
ten = {ten}
viet_tat = "{viet_tat}"
[van_ban]
so = 12
ngay = 2026-10-15
dia_danh = "{dia_danh}"
trich_yeu = "{trich_yeu}"
{van_ban}
[mo_dau]
{mo_dau}
noi_dung = '''
{text}
'''
{muc}
[ket_thuc]
noi_dung = "Trên đây là kết quả{', chi tiết tại Phụ lục kèm theo' * ('phu_luc' in more)}."
{receives}[ky]
quyen_han = {quyen_han}
chuc_vu = "{chuc_vu}"
ho_ten = "{ho_ten}"
{more}
"""


def table(columns, rows, place="muc", **more):
    head = ", ".join(['"TT"', *(f'"Chỉ tiêu {n}"' for n in range(1, columns))])
    body = ", ".join("[" + ", ".join([str(n), *(f"{100 + n * c}" for c in range(1, columns))]) + "]" for n in range(1, rows + 1))
    keys = "\n".join(f"{key} = {value}" for key, value in more.items())
    return f'[[{place}]]\ntieu_de = "Số liệu"\n[{place}.bang]\ntieu_de = "Bảng số liệu"\ncot = [{head}]\nhang = [{body}]\n{keys}\n'


def annex(columns=2, rows=3, *, wide=False):
    return table(columns, rows, "phu_luc").replace("[[phu_luc]]", f"[[phu_luc]]\nngang = {str(wide).lower()}")


def letters(count):
    points = "\n".join(f'[[muc.muc]]\ntieu_de = "Nội dung thứ {n}"' for n in range(1, count + 1))
    return f'[[muc]]\ntieu_de = "Các nội dung"\n{points}\n'


def signers(count, agency="Sở Nội vụ {}"):
    one = '[[ky_lien_tich]]\nco_quan = "{}"\nchuc_vu = "Giám đốc"\nho_ten = "Nguyễn Văn B"\n'
    return "co_quan = \"Sở Tài chính\"\n" + "".join(one.format(agency.format(n)) for n in range(1, count))


PARENT = "Sở Nông nghiệp, Môi trường và Phát triển nông thôn miền núi thành phố Hà Nội"
DIRECTOR = {"quyen_han": "[]", "chuc_vu": "Giám đốc"}
DECISION = {"mau": "quyet-dinh", "mo_dau": 'tham_quyen = "Chủ tịch Ủy ban nhân dân xã A"\ncan_cu = ["Căn cứ Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Chánh Văn phòng"]'}
LETTER = {"mau": "cong-van", "van_ban": 'don_vi_soan = "VP"\nkinh_gui = ["Sở Nội vụ", "Sở Tài chính"]'}
ARTICLES = "\n".join(f'[[muc]]\nnoi_dung = "{LINE}, điều thứ {n}."' for n in range(1, 41))

CASES = {
    "agency-of-one-word": toml(ten='"Sở Nội vụ"', viet_tat="SNV", **DIRECTOR),
    "agency-long": toml(ten=f'"{LONG_AGENCY}"', viet_tat="TT", **DIRECTOR),
    "agency-long-and-its-parent": toml(ten=f'"{LONG_AGENCY}"\nchu_quan = "{PARENT}"', viet_tat="TT", **DIRECTOR),
    "place-long": toml(dia_danh="Văn Miếu - Quốc Tử Giám"),
    "post-long": toml(chuc_vu=LONG_POST, quyen_han="[]"),
    "name-long": toml(ho_ten="Nguyễn Hoàng Phương Thảo Minh Anh"),
    "subject-of-one-line": toml(trich_yeu="Kết quả"),
    "subject-of-two-lines": toml(trich_yeu=SUBJECT.strip()),
    "subject-of-five-lines": toml(trich_yeu=(SUBJECT * 3).strip()),
    "subject-of-eight-lines": toml(trich_yeu=(SUBJECT * 5).strip()),
    "letter-of-eight-lines-of-subject": toml(trich_yeu=(SUBJECT * 2).strip(), **LETTER),
    "recipients-none": toml(gui=0),
    "recipients-eight": toml(gui=8),
    "recipients-fourteen": toml(gui=14),
    "recipients-sixteen": toml(gui=16),
    "recipients-thirty": toml(gui=30),
    "recipients-thirty-after-a-full-page": toml(gui=30, lines=12),
    "recipients-sixty-long": toml(gui=60, place="Trung tâm Phục vụ hành chính công và các phòng chuyên môn xã số {}"),
    "minutes-to-thirty": None,
    "table-small-at-the-page-s-end": toml(lines=11, muc=table(4, 6)),
    "table-of-nine-columns": toml(muc=table(9, 10)),
    "table-of-seventy-five-rows": toml(muc=table(5, 75, tong="true")),
    "table-of-two-levels": toml(muc=table(3, 40).replace('"Chỉ tiêu 1", "Chỉ tiêu 2"', '{ tieu_de = "Năm 2026", cot = ["Chỉ tiêu 1", "Chỉ tiêu 2"] }')),
    "table-with-a-note": toml(muc=table(4, 30, chu_thich='"Nguồn: báo cáo của các xã."')),
    "annex-of-eighteen-columns": toml(more=annex(18, 12, wide=True)),
    "annex-landscape-of-two-pages": toml(more=annex(6, 60, wide=True)),
    "annexes-twelve": toml(more="\n".join(annex() for _ in range(12))),
    "pages-full": toml(lines=9),
    "pages-two": toml(lines=16),
    "pages-seventy-five": toml(lines=1060),
    "letters-to-y": toml(muc=letters(23)),
    "articles-forty": toml(muc=ARTICLES, lines=1, **DECISION),
    "signers-two": toml(more=signers(2), **DIRECTOR),
    "signers-three": toml(more=signers(3), **DIRECTOR),
    "signers-five-of-long-names": toml(more=signers(5, "Ban Quản lý dự án đầu tư xây dựng khu vực {}"), **DIRECTOR),
    "marks-both": toml(van_ban='khan = "thượng khẩn"\nluu_hanh = "xem xong trả lại"'),
}
CASES["minutes-to-thirty"] = toml(
    mau="bien-ban", gui=30, quyen_han="[]", chuc_vu="Chủ tịch",
    more='[bien_ban]\ncuoc_hop = "Cuộc họp"\nthoi_gian = 2026-10-15 08:00:00\nden_luc = 2026-10-15 11:00:00\ndia_diem = "Trụ sở"\nthanh_phan = "Các thôn"\n'
    'chu_tri = "Ông Nguyễn Văn A, Chủ tịch"\nthu_ky = { ho_ten = "Trần Thị B", chuc_vu = "Văn thư" }',
).replace('chuc_vu = "Chủ tịch"\nho_ten', "ho_ten")  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edges")
    found = {}
    for name, text in CASES.items():
        found[name] = issue(text.encode(), file=f"{name}.toml", folder=folder, today=date(2026, 10, 15)).docx
        (folder / f"{name}.docx").write_bytes(found[name])
    pages.printed(folder, sorted(folder.glob("*.docx")))
    return {name: (docx, folder / f"{name}.pdf", pages.pieces(folder / f"{name}.pdf")) for name, docx in found.items()}


def words(texts):
    return Counter(word for text in texts for word in text.replace("\u00a0", " ").split())


def test_there_are_thirty_six():
    assert len(CASES) == 36


@pytest.mark.parametrize("name", CASES)
def test_no_word_is_lost(made, name):
    docx, _, pieces = made[name]
    printed = Counter("".join(piece.text for piece in pieces).replace(" ", ""))
    assert not Counter("".join(paragraphs(docx)).replace(" ", "").replace("\n", "")) - printed
    missing = words(paragraphs(docx)) - words([piece.text for piece in pieces])
    assert not {word for word in missing if len(word) < 8}, "a word is broken that need not be"


@pytest.mark.parametrize("name", CASES)
def test_all_stands_within_the_margins_and_no_page_is_empty(made, name):
    _, pdf, pieces = made[name]
    wide = {page for page in {piece.page for piece in pieces} if max(piece.right for piece in pieces if piece.page == page) > 200}
    assert wide == set() or "annex" in name
    for piece in pieces:
        assert piece.left >= 29.5, piece
        assert piece.right <= (282.5 if piece.page in wide else 195.6), piece
        assert piece.bottom <= (190.5 if piece.page in wide else 277.5), piece
        assert piece.top >= 19.5 or piece.text.isdigit() or piece.text == "XEM XONG TRẢ LẠI", piece
    for page in range(1, pages.count(pdf) + 1):
        assert [piece for piece in pieces if piece.page == page and not (piece.text.isdigit() and piece.bottom < 20)], page


@pytest.mark.parametrize("name", CASES)
def test_the_letterhead_keeps_its_lines(made, name):
    _, _, pieces = made[name]
    first = [piece for piece in pieces if piece.page == 1]
    [quoc_hieu] = [piece for piece in first if "CHỦ NGHĨA VIỆT NAM" in piece.text]
    assert quoc_hieu.text.endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    if "minutes" in name:
        return
    [number] = [piece for piece in first if piece.text.startswith("Số: 12/")]
    [day] = [piece for piece in first if "ngày 15 tháng 10 năm 2026" in piece.text and piece.left > 90 and piece.bottom < 150]
    assert abs(number.bottom - day.bottom) < 0.6
    issuer = [piece for piece in first if piece.right < 92 and piece.text.isupper() and piece.bottom < number.bottom]
    rule = next(length for left, length in pages.rules(made[name][1]) if abs(left + length / 2 - (30 + 61.5 / 2)) < 0.6)
    assert 1 / 3 - 0.02 <= rule / width_mm(issuer[-1].text, size_pt=13, bold=True) <= 1 / 2 + 0.02


@pytest.mark.parametrize("name", [name for name in CASES if not name.startswith("signers")])
def test_the_signature_stays_whole_and_with_the_text(made, name):
    _, _, pieces = made[name]
    signer = re.search(r'^ho_ten = "(.*)"$', CASES[name], re.MULTILINE)[1]
    [signed] = [piece for piece in pieces if signer in piece.text and piece.left > 100][-1:]
    [post] = [piece for piece in pieces if piece.left > 100 and piece.text.isupper() and piece.page == signed.page and piece.bottom < signed.bottom][-1:]
    assert 15 < signed.bottom - post.bottom < 45
    above = [piece for piece in pieces if piece.page == signed.page and piece.bottom < post.bottom and not piece.text.isdigit() and piece.left < 60]
    assert above, "no line of the text stands on its page"


@pytest.mark.parametrize("name", ["recipients-sixteen", "recipients-thirty", "recipients-thirty-after-a-full-page", "recipients-sixty-long", "minutes-to-thirty"])
def test_long_lists_break_among_recipients(made, name):
    _, _, pieces = made[name]
    listed = [piece for piece in pieces if piece.text.startswith(("- Thôn", "- Trung tâm", "- Lưu"))]
    assert len(listed) == int(re.search(r'(?:Thôn|số) (\d+)"\]', CASES[name])[1]) + 1
    by_page = Counter(piece.page for piece in listed)
    assert by_page[max(by_page)] >= 3, "the last stands alone"
    first_page = [piece for piece in pieces if piece.page == 1]
    assert max(piece.bottom for piece in first_page) > 200, "page 1 is left nearly empty"


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("subject")])
def test_titles_are_balanced(made, name):
    _, _, pieces = made[name]
    title = next(piece for piece in pieces if piece.text == "THÔNG BÁO")
    subject = []
    for piece in pieces:
        if piece.page == 1 and piece.bottom > title.bottom and (not subject or piece.top - subject[-1].bottom < 1):
            subject.append(piece)
    assert all(abs((piece.left + piece.right) / 2 - 112.5) < 1 for piece in subject)
    assert all(len(piece.text.split()) > 1 for piece in subject)
    expected = {"one": 1, "two": 2, "five": 5, "eight": 8}[name.split("-")[2]]
    assert abs(len(subject) - expected) <= (expected > 2)


@pytest.mark.parametrize(("name", "rows"), [("table-of-seventy-five-rows", 75), ("table-of-two-levels", 40), ("annex-landscape-of-two-pages", 60)])
def test_long_tables_repeat_their_heads(made, name, rows):
    _, _, pieces = made[name]
    heads = [piece.page for piece in pieces if piece.text.startswith("TT")]
    held = {piece.page for piece in pieces if re.fullmatch(r"\d{1,2}", piece.text.split()[0]) and piece.left < 45 and piece.bottom > 22}
    assert sorted(heads) == sorted(held)
    assert len(held) >= 2
    numbers = [int(piece.text.split()[0]) for piece in pieces if re.fullmatch(r"\d{1,2}", piece.text.split()[0]) and piece.left < 45 and piece.bottom > 22]
    assert numbers == list(range(1, rows + 1))


def test_a_small_table_stays_whole_with_its_title(made):
    _, _, pieces = made["table-small-at-the-page-s-end"]
    assert len({piece.page for piece in pieces if "Bảng số liệu" in piece.text or "TT" in piece.text or re.match(r"[1-6] 10\d", piece.text)}) == 1


def test_the_letters_are_the_decree_s(made):
    _, _, pieces = made["letters-to-y"]
    printed = "".join(piece.text[0] for piece in pieces if re.match(r".\) Nội dung thứ", piece.text))
    assert printed == "abcdđeghiklmnopqrstuvxy"


def test_long_papers_count_their_pages(made):
    _, pdf, pieces = made["pages-seventy-five"]
    count = pages.count(pdf)
    assert count >= 75
    assert [piece.text for piece in pieces if piece.bottom < 20 and piece.text.isdigit()] == [str(n) for n in range(2, count + 1)]


def test_annexes_begin_pages_of_their_own(made):
    _, pdf, pieces = made["annexes-twelve"]
    assert [piece.page for piece in pieces if re.fullmatch(r"Phụ lục [IVX]+", piece.text)] == list(range(2, 14))
    assert pages.count(pdf) == 13


@pytest.mark.parametrize("name", CASES)
def test_no_line_ends_inside_a_number_or_with_one_word(made, name):
    """What is held: ``khoản 2``, ``Điều 5``, ``ngày 28``; the last two words."""
    _, _, pieces = made[name]
    body = [piece for piece in pieces if piece.left < 45 and piece.right > 190]
    assert not [piece.text for piece in body if re.search(r"\b(?:khoản|Điều|ngày|tháng|năm|thứ)$", piece.text)]
    assert not [piece.text for piece in pieces if re.fullmatch(r"\d+\.", piece.text)]

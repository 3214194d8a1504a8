"""Marks on the page and several signers, in the Word file itself."""

from __future__ import annotations

import re
from datetime import date

import pytest
from lxml import etree

from notice_gen import render, templates, typography
from notice_gen.errors import InputError
from notice_gen.issue import issue
from tests.helpers.word import W as WML
from tests.helpers.word import paragraphs, part

W = f"{{{WML}}}"
WORD = sorted({word: name for name in templates.names() if (word := templates.find(name).manifest["word"]) != "ban-sao"}.values())
"""A type for each Word file that has a letterhead."""


def made(text: str, folder):
    return issue(text.encode(), file="tep.toml", folder=folder, today=date(2026, 11, 23))


def sample(mau: str, table: str, lines: str) -> str:
    text = templates.sample(mau)
    assert table in text
    text = re.sub(rf"^{lines.partition(' = ')[0]} = .*\n", "", text, flags=re.MULTILINE)  # some types are usually urgent
    return text.replace(table, f"{table}\n{lines}\n", 1)


def frames(docx: bytes, style: str) -> list[tuple[str, float, float]]:
    """The text of each framed mark with the width and height of its rectangle in mm."""
    found = []
    for table in etree.fromstring(part(docx).encode()).iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == style:
            height = table.find(f"{W}tr/{W}trPr/{W}trHeight")
            assert height.get(f"{W}hRule") == "exact"
            width = table.find(f"{W}tr/{W}tc/{W}tcPr/{W}tcW").get(f"{W}w")
            mm = (int(length) / typography.TWIPS_PER_MM for length in (width, height.get(f"{W}val")))
            found.append(("".join(table.itertext()), *mm))
    return found


@pytest.mark.parametrize("mau", WORD)
@pytest.mark.parametrize(("khan", "text", "rong"), [("hỏa tốc", "HỎA TỐC", 30), ("thượng khẩn", "THƯỢNG KHẨN", 40), ("khẩn", "KHẨN", 20)])
def test_an_urgency_mark_has_the_decree_s_millimetres(mau, khan, text, rong, tmp_path):
    """Phụ lục I, Phần I, mục III.2.b."""
    found = frames(made(sample(mau, "[van_ban]", f'khan = "{khan}"'), tmp_path).docx, "KhungKhan")
    assert found == [(text, pytest.approx(rong, abs=0.02), pytest.approx(8, abs=0.02))]


@pytest.mark.parametrize("mau", WORD)
def test_the_mark_of_circulation_stands_above_the_quoc_hieu(mau, tmp_path):
    """Phụ lục I, Phần I, mục IV.2, ô 11: in the top margin of the first page alone."""
    docx = made(sample(mau, "[van_ban]", 'luu_hanh = "xem xong trả lại"'), tmp_path).docx
    assert [text for text, *_ in frames(docx, "KhungLuuHanh")] == ["XEM XONG TRẢ LẠI"]
    place = next(etree.fromstring(part(docx).encode()).iter(f"{W}tblpPr"))
    assert (place.get(f"{W}vertAnchor"), place.get(f"{W}horzAnchor")) == ("page", "page")
    assert int(place.get(f"{W}tblpY")) / typography.TWIPS_PER_MM + 8 < 20  # the least top margin


@pytest.mark.parametrize("mau", WORD)
def test_a_notice_without_marks_has_none(mau, tmp_path):
    docx = made(re.sub(r"^khan = .*\n", "", templates.sample(mau), flags=re.MULTILINE), tmp_path).docx
    assert frames(docx, "KhungKhan") == frames(docx, "KhungLuuHanh") == []


def test_a_signing_program_finds_the_signature(tmp_path):
    document = etree.fromstring(part(made(templates.sample("thong-bao"), tmp_path).docx).encode())
    (mark,) = document.iter(f"{W}bookmarkStart")
    assert mark.get(f"{W}name") == "cho_ky_so"
    assert "".join(mark.getparent().itertext()) == "Nguyễn Văn A"


JOINT = """
[[ky_lien_tich]]
co_quan = "Sở Tài chính"
quyen_han = ["KT. Giám đốc"]
chuc_vu = "Phó Giám đốc"
ho_ten = "Trần Thị B"
"""
LEAD = 'co_quan = "Sở Nội vụ"'


@pytest.mark.parametrize("mau", [mau for mau in WORD if "ky_lien_tich" in render.compiled(templates.find(mau).docx, mau).names])
def test_agencies_sign_side_by_side(mau, tmp_path):
    head, table, signature = sample(mau, "\n[ky]", LEAD).partition("\n[ky]")
    signature = re.sub(r"^quyen_han = .*\n", "", signature, flags=re.MULTILINE)
    text = head + table + re.sub(r'^chuc_vu = "[^"]*"', 'chuc_vu = "Giám đốc"', signature, flags=re.MULTILINE) + JOINT
    printed = paragraphs(made(text, tmp_path).docx)
    at = printed.index("SỞ TÀI CHÍNH")
    assert printed[at : at + 3] == ["SỞ TÀI CHÍNH", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert printed.index("Trần Thị B") < printed.index("Nơi nhận:")
    assert "SỞ NỘI VỤ" in printed[at:]


def problems(text: str, folder):
    with pytest.raises(InputError) as caught:
        made(text, folder)
    return [(problem.place.text, problem.text()) for problem in caught.value.problems]


def test_each_of_several_signers_says_for_whom(tmp_path):
    text = templates.sample("thong-bao") + JOINT.replace('co_quan = "Sở Tài chính"\n', "")
    assert problems(text, tmp_path) == [
        ("[ky]", "Nhiều cơ quan cùng ký mà chưa ghi người này ký cho cơ quan nào."),
        ("[[ky_lien_tich]]", "Nhiều cơ quan cùng ký mà chưa ghi người này ký cho cơ quan nào."),
    ]


def test_a_lone_signer_says_it_in_co_quan(tmp_path):
    assert problems(sample("thong-bao", "[ky]", LEAD), tmp_path) == [(LEAD, "“co_quan” trong [ky] chỉ in khi nhiều cơ quan cùng ký.")]


def test_each_signature_is_judged_by_its_own_agency(tmp_path):
    text = sample("thong-bao", "[ky]", 'co_quan = "UBND tỉnh A"') + JOINT.replace('quyen_han = ["KT. Giám đốc"]\n', "")
    ((line, message),) = [one for one in problems(text, tmp_path) if "phải có dòng" in one[1]]
    assert line == 'chuc_vu = "Phó Giám đốc"'
    assert "phải có dòng “KT. Giám đốc”" in message

"""What only printed pages tell: of pages made by hand, and of those that LibreOffice prints."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import pytest

from notice_gen.cli.main import run
from notice_gen.convert import pages
from notice_gen.convert.pages import Page
from notice_gen.errors import ToolError
from notice_gen.office import paging
from notice_gen.office.paging import Facts
from tests.check.test_command import RIGHT_HEAD
from tests.helpers.docx import c, docx, p, table
from tests.helpers.findings import GOOD
from tests.helpers.notices import TODAY
from tests.helpers.office import needs_writer

BODY = ("Ủy ban nhân dân xã thông báo kết quả kiểm tra như sau.", "Các thôn thực hiện tốt.")
FOOT = (p("Nơi nhận:"), p("- Như trên;"), c("CHỦ TỊCH", b=True), c("Nguyễn Văn A", b=True))
PAPER = docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *map(p, BODY), *FOOT)
HEAD = "ỦY BAN NHÂN DÂN\nXÃ BÌNH ĐIỀN\nSố: 12/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Điền, ngày 05 tháng 3 năm 2026\nTHÔNG BÁO\nKết quả kiểm tra\n"
SIGNED = "Nơi nhận:\n- Như trên;\nCHỦ TỊCH\nNguyễn Văn A\n"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ((Page(HEAD + "\n".join(BODY) + SIGNED, 30),), Facts(1, 1, False, 30, "", 10)),
        ((Page(HEAD + "\n".join(BODY), 30), Page(SIGNED, 4)), Facts(2, 2, True, 4, "")),
        ((Page(HEAD + BODY[0], 30), Page(BODY[1] + SIGNED, 5)), Facts(2, 2, False, 5, "", 1)),
        ((Page(HEAD + "\n".join(BODY) + SIGNED.replace("Nguyễn Văn A", ""), 30), Page("Nguyễn\r\nVăn A", 1)), Facts(2, 2, True, 1, "")),
        ((Page(HEAD + BODY[0] + SIGNED, 30),), Facts(1, 1, False, 30, "".join(sorted("cácthônthựchiệntốt")), 9)),
        ((Page("", 0),), None),
    ],
)  # fmt: skip
def test_facts(monkeypatch, printed, expected):
    monkeypatch.setattr(pages, "pages", lambda *_, **__: printed)
    found = paging.facts(b"", PAPER, TODAY)
    assert found == expected or (expected is None and found.signature == 0)


ROWS = [["Thôn", "Hồ sơ"], ["Thôn Một", "12"], ["Thôn Hai", "34"], ["Thôn Ba", "56"]]


@pytest.mark.parametrize(
    ("top", "differing"),
    [
        ("Thôn Hồ\nsơ\n", ""),  # the heading once more
        ("", ""),  # none
        ("Hồ Thôn\nsơ\n", ""),  # line by line
        ("Thôn Hồ\n", "thônhồ"),  # half of it
        ("Thôn Hồ sơ\nThôn Hồ sơ\n", "thônhồsơ"),
        ("Thôn Một\n", "thônmột"),  # a row that is not the heading
    ],
)
def test_a_heading_that_a_table_prints_on_each_page_is_no_other_text(monkeypatch, top, differing):
    rows = table(*ROWS).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    paper = docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), p(BODY[0]), rows, *FOOT)
    first, second = ("\n".join(map(" ".join, part)) + "\n" for part in (ROWS[:2], ROWS[2:]))
    printed = (Page(HEAD + BODY[0] + "\n" + first, 30), Page(top + second + SIGNED, 8))
    monkeypatch.setattr(pages, "pages", lambda *_, **__: printed)
    assert paging.facts(b"", paper, TODAY).differing == "".join(sorted(differing))


@pytest.mark.parametrize(
    ("found", "codes"),
    [
        (Facts(1, 1, False, 1, ""), []), (Facts(2, 2, True, 4, ""), ["chu_ky_mot_minh_mot_trang"]),
        (Facts(3, 2, False, 1, ""), ["trang_cuoi_mot_dong"]), (Facts(1, 1, False, 20, "abc"), ["pdf_khac_tep_word"]),
        (Facts(3, 1, False, 0, "", 0, (2, 3)), ["trang_trong"]),
    ],
)  # fmt: skip
def test_doubts(found, codes):
    assert [problem.code for problem in paging.doubts(found, "a.pdf", ours=True)] == codes
    assert "pdf_khac_tep_word" not in [problem.code for problem in paging.doubts(found, "a.pdf", ours=False)]


def test_lines_are_heights_apart():
    assert [pages._lines(middles) for middles in ([], [10.0], [10.0, 12.0], [10.0, 25.0, 26.0])] == [0, 1, 1, 2]


def test_a_picture_is_a_png():
    made = pages._png(2, 1, b"\1\2\3\4\5\6\0\0", 8)
    at = made.index(b"IDAT") + 4
    [length] = struct.unpack(">I", made[at - 8 : at - 4])
    assert zlib.decompress(made[at : at + length]) == b"\0\1\2\3\4\5\6"


def test_without_pypdfium2_what_to_type_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(pages, "can_read", lambda: False)
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(PAPER)
    assert run(["check", "a.docx", "--select", "TN02", "--pages"]) == 4
    assert 'pip install "notice-gen[pdf]"' in capsys.readouterr().err
    assert list(paging.of_our_own({Path("a.docx"): (Path("a.pdf"), ())}, TODAY)) == []
    with pytest.raises(ToolError):
        pages.pages(b"", top=20, bottom=20)


RULED = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr></w:pPr></w:p>'
"""A page with a line drawn and no word is not blank."""


@needs_writer
@pytest.mark.slow
def test_the_real_pages(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pypdfium2")
    monkeypatch.chdir(tmp_path)
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    Path("a.docx").write_bytes(PAPER)
    Path("b.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *map(p, BODY), broken, *FOOT))
    Path("c.docx").write_bytes(b"khong phai")
    Path("f.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả kiểm tra", b=True), *map(p, BODY), *FOOT, broken, "<w:p/>"))
    Path("g.docx").write_bytes(docx(RIGHT_HEAD, c("THÔNG BÁO", b=True), c("Kết quả", b=True), *map(p, BODY), *FOOT, broken, RULED))
    assert run(["check", "a.docx", "b.docx", "c.docx", "f.docx", "g.docx", "--select", "TN02", "--pages", "--format", "json"]) == 3
    said = capsys.readouterr()
    rows = json.loads(said.out)["results"]
    assert rows[0]["pages"] == {"count": 1, "signature": 1, "signature_alone": False, "lines_of_last": rows[0]["pages"]["lines_of_last"], "blank": []}
    assert (rows[1]["pages"]["count"], rows[1]["pages"]["signature"], rows[1]["pages"]["signature_alone"]) == (2, 2, True)
    assert "pages" not in rows[2]
    assert (rows[3]["pages"]["count"], rows[3]["pages"]["blank"], rows[4]["pages"]["blank"]) == (2, [2], [])
    assert "f.docx: cảnh báo: Trang trống: trang 2." in said.err
    assert "Chữ ký đứng một mình ở trang 2" in said.err
    Path("a.toml").write_text(GOOD, "utf-8")
    assert run(["render", "a.toml", "-o", "d.docx", "--pdf"]) == 0
    assert "cảnh báo" not in capsys.readouterr().err

"""Copies (forms 3.1, 3.2) and annexes as files of their own (form 2.2)."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from notice_gen import register, templates
from notice_gen.apart import apart
from notice_gen.cli.main import run
from notice_gen.errors import InputError, TemplateError
from notice_gen.issue import issue
from tests.helpers.findings import changed
from tests.helpers.word import W, paragraphs, part

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "examples" / "trich-sao.toml").read_text("utf-8")
ANNEXES = (ROOT / "examples" / "phu-luc.toml").read_text("utf-8")
COPIES = ("sao-y", "sao-luc", "trich-sao")


def made(text: str, folder):
    return issue(text.encode(), file="tep.toml", folder=folder, today=date(2026, 11, 23))


def cut(text: str, start: str, stop: str = "") -> str:
    """*text* without what stands from *start* to before *stop*."""
    at = text.index(start)
    return text[:at] + (text[text.index(stop, at) :] if stop else "")


# --- on paper ------------------------------------------------------------------------------------------


def test_the_copy_follows_the_last_words_of_the_text(tmp_path):
    printed = paragraphs(made(EXAMPLE, tmp_path).docx)
    assert printed[printed.index("Lê Văn C") :] == [
        "Lê Văn C", "ỦY BAN NHÂN DÂN", "XÃ BÌNH ĐIỀN", "TRÍCH SAO", "Số: 05/TrS-UBND", "Bình Điền, ngày 21 tháng 9 năm 2026",
        "Nơi nhận:", "- Phòng Kinh tế;", "- Phòng Văn hóa - Xã hội;", "- Lưu: VT.", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Trần Thị B",
    ]  # fmt: skip


def test_the_copy_follows_the_annexes(tmp_path):
    text = EXAMPLE + '\n[[phu_luc]]\ntieu_de = "Danh mục"\nngang = true\nnoi_dung = "Hết phụ lục."\n'
    printed = paragraphs(made(text.replace("Các phòng, đơn vị chuẩn bị", "Theo Phụ lục, các phòng chuẩn bị"), tmp_path).docx)
    assert printed.index("Lê Văn C") < printed.index("Hết phụ lục./.") < printed.index("TRÍCH SAO")


def test_another_office_may_copy(tmp_path):
    office = '[ban_sao.co_quan]\nten = "Sở Nội vụ"\nviet_tat = "SNV"\n\n[ban_sao.noi_nhan]'
    text = changed(EXAMPLE, ("[ban_sao.noi_nhan]", office), ("ngay = 2026-09-21", 'ngay = 2026-09-21\ndia_danh = "Huế"'))
    text = changed(text, ('quyen_han = ["TL. Chủ tịch"]', 'quyen_han = ["TL. Giám đốc"]'))
    printed = paragraphs(made(text, tmp_path).docx)
    assert printed[printed.index("SỞ NỘI VỤ") + 1 :][:3] == ["TRÍCH SAO", "Số: 05/TrS-SNV", "Huế, ngày 21 tháng 9 năm 2026"]


def test_a_copy_without_number_and_date_leaves_room(tmp_path):
    printed = paragraphs(made(changed(EXAMPLE, ("so = 5\nngay = 2026-09-21\n", "")), tmp_path).docx)
    assert "Số:      /TrS-UBND" in printed
    assert "Bình Điền, ngày      tháng      năm 2026" in printed


def problems(text: str, folder):
    with pytest.raises(InputError) as caught:
        made(text, folder)
    return [(problem.place.text, problem.text()) for problem in caught.value.problems]


WRONG = [
    (("so = 48\n", ""), "[ban_sao]", "Chỉ sao văn bản đã ban hành: [van_ban] chưa có đủ so và ngay."),
    (("so = 48", 'so = "tu-dong"'), "[ban_sao]", "Chỉ sao văn bản đã ban hành: [van_ban] chưa có đủ so và ngay."),
    (("2026-09-21", "2026-09-01"), "ngay = 2026-09-01", "Ngày sao 1/9/2026 ở trước ngày 7/9/2026 của văn bản được sao."),
    (('[ban_sao.noi_nhan]\ngui = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]\nluu = "VT"\n', ""), "[ban_sao]", "Bản sao giấy phải có bảng [ban_sao.noi_nhan] (Phụ lục I, Phần II, mục II.1)."),
    (('chuc_vu = "Chánh Văn phòng"', 'chuc_vu = "Phó Chánh Văn phòng"'), 'chuc_vu = "Phó Chánh Văn phòng"', "“Phó Chánh Văn phòng” ký thừa lệnh thì còn thiếu dòng ký thay cấp trưởng của mình (Điều 13 khoản 4)."),
    (('chuc_vu = "Chánh Văn phòng"', 'co_quan = "A"\nchuc_vu = "Chánh Văn phòng"'), 'co_quan = "A"', "“co_quan” trong [ban_sao.ky] không in."),
    (("[ban_sao.noi_nhan]", '[ban_sao.co_quan]\nten = "Sở Nội vụ"\nviet_tat = "SNV"\nchu_quan = "UBND tỉnh A"\n[ban_sao.noi_nhan]'), 'chu_quan = "UBND tỉnh A"', "“chu_quan” trong [ban_sao.co_quan] không in."),
    (("[ban_sao.noi_nhan]", '[ban_sao.co_quan]\nten = "Sở Nội vụ"\nviet_tat = "SNV"\ndia_chi = "Số 1"\n[ban_sao.noi_nhan]'), 'dia_chi = "Số 1"', "“dia_chi” trong [ban_sao.co_quan] không in."),
    (("so = 5\n", "so = 5\ndien_tu = true\n"), "so = 5", "“so”: bản sao điện tử chỉ có hình thức sao, cơ quan sao và thời gian ký (Phụ lục I, Phần II, mục I.3.c)."),
    (("so = 5\n", 'so = 5\nhinh_thuc = "sao nguyên văn"\n'), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("change", "line", "message"), [row for row in WRONG if row[1]])
def test_a_copy_that_cannot_be_is_refused_at_its_line(change, line, message, tmp_path):
    assert (line, message) in problems(changed(EXAMPLE, change), tmp_path)


@pytest.mark.parametrize(("hinh_thuc", "mau"), [("sao y", "sao-y"), ("sao lục", "sao-luc")])
def test_a_photocopy_typed_anew_is_doubted(hinh_thuc, mau, tmp_path):
    """Điều 25: only an extract is typed."""
    issued = made(changed(EXAMPLE, ('hinh_thuc = "trích sao"', f'hinh_thuc = "{hinh_thuc}"')), tmp_path)
    (doubt,) = issued.warnings
    assert (doubt.level, f"notice-gen new {mau}" in doubt.hint_text()) == ("warning", True)
    assert hinh_thuc.upper() in paragraphs(issued.docx)


# --- the block alone -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mau", "form", "symbol"), [("sao-y", "SAO Y", "SY-UBND"), ("sao-luc", "SAO LỤC", "SL-UBND"), ("trich-sao", "TRÍCH SAO", "TrS-UBND")])
def test_the_block_alone_goes_below_a_photocopy(mau, form, symbol, tmp_path):
    printed = paragraphs(made(templates.sample(mau), tmp_path).docx)
    assert printed[:4] == ["ỦY BAN NHÂN DÂN", "XÃ A", form, f"Số:      /{symbol}"]
    assert not [line for line in printed if "CỘNG HÒA" in line or "Quyết định" in line]


def test_the_block_alone_has_no_text(tmp_path):
    ((line, message),) = problems(templates.sample("sao-y") + '\n[ket_thuc]\nnoi_dung = "x"\n', tmp_path)
    assert (line, message) == ("[ket_thuc]", "Phần sao không có chỗ cho “ket_thuc”: nội dung là bản chụp văn bản được sao.")


def test_nothing_that_the_block_has_no_place_for_is_lost(tmp_path):
    with pytest.raises(TemplateError) as caught:
        made(changed(templates.sample("sao-y"), ("[van_ban]", '[van_ban]\nkhan = "khẩn"')), tmp_path)
    assert "van_ban.khan" in caught.value.problems[0].text()


def test_copies_are_numbered_in_one_series(tmp_path):
    """Phụ lục I, Phần II, mục II.1.c."""
    days = set()
    for mau in COPIES:
        issued = made(templates.sample(mau), tmp_path)
        days.add(register.request_of(issued.notice, issued.context.page, tep="a", today=date(2026, 1, 2)).day_so)
    letter = made(templates.sample("cong-van"), tmp_path)
    assert len(days) == 1
    assert register.request_of(letter.notice, letter.context.page, tep="a", today=date(2026, 1, 2)).day_so not in days


# --- electronic ------------------------------------------------------------------------------------------


def test_an_electronic_copy_has_one_line_and_no_block(tmp_path):
    text = cut(EXAMPLE, "so = 5\n", "[ban_sao.noi_nhan]").replace('hinh_thuc = "trích sao"', 'hinh_thuc = "trích sao"\ndien_tu = true')
    printed = paragraphs(made(cut(text, "[ban_sao.noi_nhan]"), tmp_path).docx)
    assert printed[0] == "Trích sao; Ủy ban nhân dân xã Bình Điền;"
    assert printed[-1] == "Lê Văn C"


def test_an_electronic_document_leaves_the_reference_blank(tmp_path):
    """Phụ lục I, Phần I, mục III.1.c."""
    paper = [line for line in paragraphs(made(ANNEXES, tmp_path).docx) if line.startswith("(Kèm theo")]
    assert paper == ["(Kèm theo Thông báo số 04/TB-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ)"] * 2
    electronic = changed(ANNEXES, ("[van_ban]", "[van_ban]\ndien_tu = true"))
    blank = [line for line in paragraphs(made(electronic, tmp_path).docx) if line.startswith("(Kèm theo")]
    assert [re.sub(" +", " ", line) for line in blank] == ["(Kèm theo Thông báo số ngày tháng năm của Sở Nội vụ)"] * 2


def test_annexes_apart(tmp_path):
    """Form 2.2: number and symbol top right, the reference blank, each with its own page."""
    whole = made(ANNEXES, tmp_path)
    parts = apart(whole)
    assert [name for name, _ in parts.others] == ["phu-luc-1", "phu-luc-2"]
    assert "".join(paragraphs(parts.docx)) + "".join("".join(paragraphs(docx)[1:]) for _, docx in parts.others) == re.sub(
        r"số 04/TB-SNV ngày 05 tháng 02 năm 2026 ", f"số{' ' * 12}ngày{' ' * 6}tháng{' ' * 6}năm{' ' * 6}", "".join(paragraphs(whole.docx))
    )
    for _, docx in parts.others:
        assert paragraphs(docx)[0] == "Số: 04/TB-SNV;"
    wide = etree.fromstring(part(parts.others[1][1]).encode()).findall(f".//{{{W}}}sectPr/{{{W}}}pgSz")
    assert [size.get(f"{{{W}}}orient") for size in wide] == ["landscape"]


def test_a_notice_with_nothing_attached_is_itself(tmp_path):
    issued = made(templates.sample("ke-hoach"), tmp_path)
    assert apart(issued).docx == issued.docx
    assert apart(issued).others == ()


def test_the_command_writes_each_annex_beside_the_notice(tmp_path, capfd):
    source = tmp_path / "a.toml"
    source.write_text(ANNEXES, "utf-8")
    names = ["b.docx", "b-phu-luc-1.docx", "b-phu-luc-2.docx"]
    assert run(["render", str(source), "--annexes-apart", "-o", str(tmp_path / "b.docx"), "--format", "json"]) == 0
    (result,) = json.loads(capfd.readouterr().out)["results"]
    assert [Path(name).name for name in (result["output"], *result["annexes"])] == names
    assert all((tmp_path / name).is_file() for name in names)
    assert run(["render", str(source), "--annexes-apart", "-o", str(tmp_path / "b.docx")]) == 0
    assert [Path(line).name for line in capfd.readouterr().out.split()] == names


def test_several_files_do_not_go_to_standard_output(tmp_path):
    (tmp_path / "a.toml").write_text(ANNEXES, "utf-8")
    assert run(["render", str(tmp_path / "a.toml"), "--annexes-apart", "-o", "-"]) == 2

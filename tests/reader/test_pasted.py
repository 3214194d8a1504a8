"""What a clerk pastes from Word: tables, bullets, cut paragraphs, numbers, dashes; what is sure is mended, what is not is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_gen import issue, reader
from notice_gen.errors import InputError, Place, Problem
from notice_gen.page import Bang, Dong
from notice_gen.reader import judging
from tests.helpers.findings import GOOD, TODAY

OWN = GOOD[GOOD.index("phat_hien = [") : GOOD.index("\n[noi_nhan]")]
END = '\n[ket_thuc]\nnoi_dung = "Hết"\n'
ROWS = "TT\tNội dung\tSố\n1\tTiếp nhận\t1.250\n2\tGiải quyết\t5"
BANG = 'bang = { cot = ["TT", "Nội dung", "Số"], hang = [["1", "Tiếp nhận", "1.250"], ["2", "Giải quyết", "5"]] }'


def issued(section: str = OWN, *changes: tuple[str, str]) -> issue.Issued:
    """A notice of which *section* is what its only section says; *changes* are made in the rest."""
    text = GOOD.replace(OWN, section + END)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return issue.issue(text.encode(), file="a.toml", folder=Path("khong-co"), today=TODAY)


def text(lines: str) -> str:
    return f'noi_dung = """\n{lines}"""\n'


def told(section: str, *changes: tuple[str, str]) -> list[Problem]:
    try:
        return list(issued(section, *changes).warnings)
    except InputError as error:
        return list(error.problems)


def blocks(made: issue.Issued, document: int = 0) -> list[str | Bang]:
    """What is printed between the title of the section and the last line."""
    own = [block.chu if isinstance(block, Dong) else block for block in made.context.page.tai_lieu[document].noi_dung]
    return own if document else own[3:-1]


def cells(bang: str | Bang) -> list[list[str]]:
    assert isinstance(bang, Bang)
    return [[cot.ten for cot in bang.cot], *([o.chu for o in hang] for hang in bang.hang)]


TABLE = [["TT", "Nội dung", "Số"], ["1", "Tiếp nhận", "1.250"], ["2", "Giải quyết", "5"]]


# --- tables --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "before"),
    [
        (text(ROWS), []),
        (text(f"Kết quả như bảng:\n{ROWS}"), ["Kết quả như bảng:"]),
        (text(f"Lời.\n\n{ROWS}\n\n"), ["Lời."]),
        (text(ROWS.replace("\n", "\n\n")), []),
        (text(ROWS.replace("\n", "\t\n") + "\t"), []),  # an empty last column, as Excel leaves it
        (text(ROWS.replace("\t", " \t ")), []),
        ('noi_dung = ["Lời.", "TT\\tNội dung\\tSố", "1\\tTiếp nhận\\t1.250", "2\\tGiải quyết\\t5"]\n', ["Lời."]),
        ('noi_dung = "TT\\tNội dung\\tSố\\n1\\tTiếp nhận\\t1.250\\n2\\tGiải quyết\\t5"\n', []),
    ],
)
def test_lines_with_tabs_at_the_end_of_a_section_become_its_table(section, before):
    made = issued(section)
    *lines, bang = blocks(made)
    assert (lines, cells(bang), made.warnings) == (before, TABLE, ())


def test_a_pasted_table_stands_before_the_tables_of_its_section_and_two_are_two():
    made = issued(text(f"{ROWS}\n\nHọ tên\tChức vụ\nNguyễn Văn A\tChủ tịch") + 'bang = { cot = ["Riêng"], hang = [["x"]] }\n')
    assert [cells(bang)[0] for bang in blocks(made)] == [["TT", "Nội dung", "Số"], ["Họ tên", "Chức vụ"], ["Riêng"]]


def test_an_annex_has_its_pasted_table_too():
    made = issued(OWN, ('"Hết"\n', f'"Hết (Phụ lục kèm theo)"\n\n[[phu_luc]]\ntieu_de = "Số liệu"\n{text(ROWS)}'))
    *_, bang, end = blocks(made, 1)
    assert (cells(bang), end, made.warnings) == (TABLE, "./.", ())


@pytest.mark.parametrize(
    ("lines", "pasted"),
    [
        (f"{ROWS}\nSau bảng.", f'noi_dung = """\nSau bảng."""\n{BANG}'),
        (f"Trước\\\\ bảng.\n{ROWS}\nSau bảng.", f'noi_dung = """\nTrước\\\\ bảng.\nSau bảng."""\n{BANG}'),
        (f"Kết quả\nnhư sau:\n{ROWS}\nSau bảng.", f'noi_dung = """\nKết quả như sau:\nSau bảng."""\n{BANG}'),
        (ROWS.replace("2\tGiải quyết", "Chưa rõ"), BANG.replace('"2", "Giải quyết"', '"Chưa rõ", ""')),  # cells merged in Word
        ("1\tTiếp nhận\t1.250\n2\tGiải quyết\t5", BANG.replace('"TT", "Nội dung", "Số"', '"Cột 1", "Cột 2", "Cột 3"')),  # no headings
        (ROWS.replace("TT\t", "\t"), BANG.replace('"TT"', '"Cột 1"')),
    ],
)
def test_a_table_that_is_not_sure_is_told_and_written_out_and_what_is_written_out_is_quiet(lines, pasted):
    problem = told(text(lines))[-1]
    assert (problem.level, problem.code) == ("warning", "bang_trong_loi_van")
    first = next(n for n, line in enumerate(lines.split("\n")) if "\t" in line)
    assert (problem.place.line, problem.place.column) == (34 + first, 1 + (lines[0] == "\t"))
    assert problem.hint_text().partition("\n")[2] == pasted
    made = issued(pasted + "\n")
    assert (made.warnings, isinstance(blocks(made)[-1], Bang)) == ((), True)


@pytest.mark.parametrize(
    ("section", "changes", "line"),
    [
        (text(ROWS) + 'phat_hien = ["Một"]\n', (), 34),
        (f'phat_hien = ["Một", """\n{ROWS}"""]\n', (), 34),
        (f'phat_hien = [{{ noi_dung = """\n{ROWS}""" }}]\n', (), 34),
        (f'phat_hien = """\n{ROWS}"""\n', (), 34),
        (OWN, (('noi_dung = "Hết"', f'noi_dung = """\n{ROWS}\nHết"""'),), 40),
        (OWN, (("Thông báo như sau:\n", f"{ROWS}\nThông báo như sau:\n"),), 28),
    ],
)
def test_a_table_where_none_can_stand_is_told(section, changes, line):
    [problem] = told(section, *changes)
    assert (problem.code, problem.place.line, BANG in problem.hint_text()) == ("bang_trong_loi_van", line, True)


def test_a_long_table_is_written_out_whole():
    rows = "TT\tNội dung\n" + "\n".join(f"{n}\tViệc số {n}" for n in range(1, 200))
    [problem] = told(text(f"{rows}\nSau bảng."))
    assert problem.hint_text().endswith('["199", "Việc số 199"]] }')


@pytest.mark.parametrize(
    "lines",
    [
        "•\tMột;\n•\tHai.", "1)\tMột;\n2)\tHai.", "-\tMột;\n-\tHai.", "a)\tMột;\nb)\tHai.",  # lists of Word
        "Thời gian:\t08 giờ 00.\nĐịa điểm:\tHội trường.", "\tMột.\n\tHai.", "Một.\t\nHai.\t", "Họ tên\tNguyễn Văn A", "(1)\tMột\n(2)\tHai",
    ],
)  # fmt: skip
def test_tabs_that_are_no_table_are_blanks(lines):
    made = issued(text(lines))
    assert (made.warnings, any(isinstance(block, Bang) for block in blocks(made))) == ((), False)


@pytest.mark.parametrize("heading", ["Nội dung {{ khong_co }}", "Nội\u202e dung"])
def test_a_fault_in_a_pasted_table_is_told_in_it(heading):
    error = next(problem for problem in told(text(f"TT\t{heading}\n1\tMột")) if problem.level == "error")
    assert error.place.line == 34


# --- bullets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("•\tMột\no\tHai\n§\tBa\n•\tBốn", ["- Một", "+ Hai", "+ Ba", "- Bốn"]),
        ("\uf0b7\tMột\no\tHai\n\uf0a7\tBa", ["- Một", "+ Hai", "+ Ba"]),
        ("o\tMột\no\tHai", ["- Một", "- Hai"]),  # the only bullet of the list
        ("§ Một\n§ Hai", ["- Một", "- Hai"]),
        ("\uf0d8\tMột\n\uf0fc\tHai", ["- Một", "- Hai"]),
        ("* Một\n*\tHai\n* **Ba** bốn", ["- Một", "- Hai", "- Ba bốn"]),
        ("–Một\n— Hai\n-Ba\n· Bốn\n▪Năm\n‣ Sáu", ["- Một", "- Hai", "- Ba", "- Bốn", "- Năm", "- Sáu"]),
        ("- Một\n\to\tHai\n  + Ba", ["- Một", "+ Hai", "+ Ba"]),
        ("- Một\no Hai", ["- Một", "+ Hai"]),
        ("Lời:\no\tMột", ["Lời:", "- Một"]),
        ("*Một* hai.\n* * *\n-5 độ.\n§ 5 của quy chế.\no bế.", ["Một hai.", "* * *", "-5 độ.", "§ 5 của quy chế.", "o bế."]),  # none of them
    ],
)
def test_bullets_of_word_become_our_dashes_and_plus_signs(lines, printed):
    made = issued(text(lines))
    assert ([str(block) for block in blocks(made)], made.warnings) == (printed, ())


@pytest.mark.parametrize("mark", ["•\t", "o\t", "§ ", "§", "* ", "*\t", "\uf0a7\t", "\uf0b7 ", "\uf0d8", "\uf0fc\t", "– ", "▪", "‣\t", "· ", "-", "-\t"])
def test_bullets_go_from_every_list(mark):
    gui = ("gui = [", f"gui = ['{mark}Thôn Không', ")
    made = issued(f"phat_hien = ['{mark}Một', {{ noi_dung = 'Hai', phu = ['{mark}Ba'] }}]\n", gui, ("[mo_dau]", f"[mo_dau]\ncan_cu = ['{mark}Căn cứ Luật A']"))
    printed = [block.chu for block in made.context.page.tai_lieu[0].noi_dung]
    assert (printed[0], printed[4:-1]) == ("Căn cứ Luật A.", ["- Một;", "- Hai:", "+ Ba."])
    assert (made.context.page.noi_nhan[0], made.warnings) == ("- Thôn Không;", ())


@pytest.mark.parametrize("mark", ["•", "§", "*", "\uf0a7", "+"])
def test_a_line_that_is_a_bullet_alone_is_told(mark):
    [problem] = told(text(f"Lời.\n{mark}\n"))
    assert problem.values["found"] == mark


# --- one text for a list -------------------------------------------------------------------------------


def test_one_text_is_a_list_one_line_one_item():
    made = issued(
        'phat_hien = """\n•\tHai việc\no\tmột\no\thai\n\n-  Ba\n"""\n', ('["Thôn Một", "Thôn Hai"]', '"""\n- Thôn Một;\n• Thôn Hai;\n"""'),
        ("[mo_dau]", '[mo_dau]\ncan_cu = """\nCăn cứ Luật A\nCăn cứ Luật B\n"""'),
    )  # fmt: skip
    printed = [str(block.chu) for block in made.context.page.tai_lieu[0].noi_dung]
    assert printed[:2] == ["Căn cứ Luật A;", "Căn cứ Luật B."]
    assert printed[5:-1] == ["- Hai việc:", "+ một;", "+ hai;", "- Ba."]
    assert made.context.page.noi_nhan[-3:] == ("- Thôn Một;", "- Thôn Hai;", "- Lưu: VT.")
    assert not made.warnings


def test_a_fault_in_a_line_of_such_a_text_stands_at_its_line():
    [problem] = told('phat_hien = """\nMột\nHai {{ khong_co }}"""\n')
    assert (problem.level, problem.place.line, problem.place.column) == ("error", 35, 5)


# --- hard returns --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "joined", "line"),
    [
        ("Kết quả kiểm tra cho thấy\nđơn vị đã thực hiện tốt.", "Kết quả kiểm tra cho thấy đơn vị đã thực hiện tốt.", 34),
        ("Lời.\nĐoàn làm việc với\ncác phòng và ghi\nnhận như sau:\n- Một.", "Đoàn làm việc với các phòng và ghi nhận như sau:", 35),
        ("- Đã công khai tại\ntrụ sở;\n- Hai.", "- Đã công khai tại trụ sở;", 34),
        ("•\tĐã công khai tại\ntrụ sở;", "• Đã công khai tại trụ sở;", 34),
        ("- Một:\no\tđã công khai tại\ntrụ sở;", "- Một:\n◦ đã công khai tại trụ sở;", 35),
        ("1)\tĐã công khai tại\ntrụ sở;", "1) Đã công khai tại trụ sở;", 34),
        ("Thực hiện Kế hoạch số 12/KH-UBND năm 2026,\nđoàn đã kiểm tra.", "Thực hiện Kế hoạch số 12/KH-UBND năm 2026, đoàn đã kiểm tra.", 34),
        ("\tĐã làm tốt các việc\n\tđược giao.", "Đã làm tốt các việc được giao.", 34),
        ("Đạt {{ tiep_nhan }}\nhồ sơ.", "Đạt {{ tiep_nhan }} hồ sơ.", 34),
        ("Theo “quy chế”\ncủa cơ quan.", "Theo “quy chế” của cơ quan.", 34),
        ("Đã  làm\u00a0việc\nvới xã.", "Đã làm việc với xã.", 34),
        ("Việc (nêu trên)\nđã xong.", "Việc (nêu trên) đã xong.", 34),
        ("Đã làm tốt các việc\n\nđược giao.", "Đã làm tốt các việc được giao.", 34),
        ("Có 5 hồ sơ, đạt 98\nphần trăm, đúng hạn.", "Có 5 hồ sơ, đạt 98 phần trăm, đúng hạn.", 34),
    ],
)
def test_a_paragraph_that_is_cut_is_told_with_the_whole_one_which_is_quiet(lines, joined, line):
    [problem] = told(text(lines))
    assert (problem.level, problem.code, problem.place.line, problem.place.column) == ("warning", "cau_bi_ngat_dong", line, 1 + len(lines) - len(lines.lstrip()))
    assert problem.hint_text().partition(": ")[2] == joined.split("\n")[-1]
    assert told(text(joined)) == []


@pytest.mark.parametrize(
    ("section", "changes"),
    [
        ('phat_hien = """\nĐã công khai tại\ntrụ sở"""\n', ()),
        ('phat_hien = ["Đã công khai tại\\ntrụ sở", "Hai"]\n', ()),
        ('phat_hien = [{ noi_dung = """\nĐã công khai tại\ntrụ sở""" }]\n', ()),
        (OWN, (("[mo_dau]", '[mo_dau]\ncan_cu = """\nCăn cứ Luật A và\ncác nghị định;"""'),)),
        (OWN, (('["Thôn Một", "Thôn Hai"]', '"""\n- Các phòng chuyên môn\nthuộc xã;\n- Thôn Hai."""'),)),
        (OWN, (("Thông báo như sau:", "Thông báo\nnhư sau:"),)),
        (OWN, (('"Hết"\n', '"Hết (Phụ lục)"\n\n[[phu_luc]]\nnoi_dung = "Lời bị\\nngắt."\n'),)),
    ],
)
def test_it_is_told_wherever_it_stands(section, changes):
    assert [problem.code for problem in told(section, *changes)] == ["cau_bi_ngat_dong"]


@pytest.mark.parametrize(
    "lines",
    [
        "Gồm:\nđại diện phòng A\nđại diện phòng B", "Gồm:\nông A,\nbà B,\nông C.", "a) một\nb) hai\nđ) ba", "Một;\nhai;\nba.", "Một…\nhai.",
        "KẾT LUẬN\nvề việc kiểm tra.", "**Về tổ chức**\nđã kiện toàn.", "Số điện thoại: 02343\nemail: a@b.gov.vn", "Xem tại\nhttps://a.gov.vn",
        "Số 12 đường Trần Phú\nphường Thuận Hóa\nthành phố Huế", "Phần mềm\niOffice đã dùng.", "Gạo trắng nước trong\nai về xứ ấy\nmà xem lúa vàng\nthơm lừng đất nước",
        "Đã làm.\nđã xong.", "Một,\nhai,\nba.", "Đã xong./.\nđã gửi.", "Ông hỏi: “Xong chưa?”\nđáp: rồi.", "i) Một\nii) Hai\niii) Ba", "{{ tiep_nhan }}\n{{ tiep_nhan }}",
    ],
)  # fmt: skip
def test_lines_that_are_meant_so_are_quiet(lines):
    assert told(text(lines)) == []


def test_recipients_on_lines_without_marks_are_a_list():
    assert told(OWN, ('["Thôn Một", "Thôn Hai"]', '"""\nNhư trên\nCác phòng chuyên môn\nCác thôn"""')) == []


def test_warnings_of_pasting_are_waived_by_name():
    waive = ("[noi_nhan]", '[the_thuc]\nbo_qua = ["cau_bi_ngat_dong", "bang_trong_loi_van", "so_go_tay"]\n\n[noi_nhan]')
    section = text(f"Kết quả\nđã có.\n1. Một\n{ROWS}\nSau bảng.") + 'phat_hien = ["a) Một", { noi_dung = "Hai", phu = ["1. Ba"] }]\n'
    assert {problem.code for problem in told(section)} == {"cau_bi_ngat_dong", "bang_trong_loi_van", "so_go_tay"}
    assert told(section, waive) == []


def test_cells_of_a_mailing_are_judged_like_texts():
    common = reader.parse(GOOD.encode(), file="chung.toml")
    rows = {"muc": {0: {"phat_hien": ["•\tĐã công khai tại", "trụ sở"], "noi_dung": ["Đã làm việc với", "các thôn."]}}}
    found = judging.slips([common, reader.Layer("a.csv", "", rows, where=lambda path, found: Place("a.csv", 2, 1, text=str((path, found))))])
    assert [(problem.code, problem.path) for problem in found] == [("cau_bi_ngat_dong", ("muc", 0, key)) for key in ("noi_dung", "phat_hien")]


# --- numbers -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "dashes", "line"),
    [
        ('[[muc.muc]]\ntieu_de = "Ý"\n' + text("Gồm:\n1. Một\n2. Hai"), "- Một\n- Hai", 37),  # under our a)
        ('[[muc.muc]]\ntieu_de = "Ý"\n' + text("a) Một"), "- Một", 36),
        (text("1. Một\n2.\tHai"), "- Một\n- Hai", 34),  # under our 1.
        (text("a) Một") + '[[muc.muc]]\ntieu_de = "Ý"\nnoi_dung = "Lời."\n', "- Một", 34),  # beside our a)
    ],
)
def test_typed_numbers_that_run_into_ours_are_told(section, dashes, line):
    [problem] = told(section)
    assert (problem.level, problem.code, problem.place.line, problem.place.column) == ("warning", "so_go_tay", line, 1)
    assert problem.hint_text().partition("\n")[2] == dashes
    assert told(re.sub(r"(?m)^(?:\d\.|a\))\s", "- ", section)) == []


@pytest.mark.parametrize(
    ("lines", "danh_so"),
    [("a) Một\nb) Hai", "1"), ("1.1. Một\n1.2. Hai", "1"), ("1. Một", "I"), ("1. Một", "dieu"), ("1. Một", "khong"), ("1.250 hồ sơ.", "1"), ("(1) Một", "1"), ("1) Một", "1")],
)
def test_typed_numbers_of_a_kind_that_we_do_not_count_there_are_quiet(lines, danh_so):
    assert told(text(f"Gồm:\n{lines}"), ("[noi_nhan]", f'[dinh_dang]\ndanh_so = "{danh_so}"\n\n[noi_nhan]')) == []


@pytest.mark.parametrize(
    "number", ["1. ", "1.", "1) ", "1/ ", "(1) ", "1.2. ", "1 - ", "I - ", "I/ ", "II. ", "a) ", "a. ", "a/ ", "Điều 1. ", "ĐIỀU 1: ", "Điều 1.", "CHƯƠNG II. "]
)
def test_a_number_in_a_title_is_refused_however_it_is_typed(number):
    [problem] = told(text("Lời."), ('"Kết quả"', f'"{number}Kết quả"'))
    assert (problem.level, problem.place.line, problem.found, problem.values["con_lai"]) == ("error", 32, number.strip(), "Kết quả")


@pytest.mark.parametrize(
    "title", ["2025 - 2026: kết quả", "5 năm thực hiện", "V.I. Lênin", "Điều 5 Nghị định", "100% hồ sơ", "A/B", "Chương trình 135", "1.250 hồ sơ đã xong", "C. Mác"]
)
def test_a_title_may_begin_with_a_figure_or_a_name(title):
    assert [problem for problem in told(text("Lời."), ('"Kết quả"', f'"{title}"')) if "1.250" not in title] == []


@pytest.mark.parametrize("number", ["1. ", "1) ", "(1) ", "1/ ", "a) ", "a/ ", "(a) ", "I. "])
def test_a_number_in_a_finding_or_below_it_is_told(number):
    first, second = told(f'phat_hien = ["{number}Một", {{ noi_dung = "Hai", phu = ["{number}Ba"] }}]\n')
    assert (first.level, first.code, first.values["con_lai"]) == ("warning", "so_go_tay", "Một")
    assert (second.level, second.code, second.values["con_lai"]) == ("warning", "so_go_tay", "Ba")


# --- names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dash", [" – ", " — ", "–", "– ", " –", "- ", "\u00a0– "])
def test_the_dash_in_a_name_of_an_office_is_a_hyphen_with_blanks(dash):
    name = f"Phòng Văn hóa{dash}Xã hội"
    made = issued(
        OWN, ('"Thôn Một"', f'"{name}"'), ('luu = "VT"', f'luu = "VT, {name}"'), ('chuc_vu = "Chủ tịch"', f'chuc_vu = "Trưởng {name}"'), ('quyen_han = ["TM. Ủy ban nhân dân"]', f'quyen_han = "{name}"'),
        ('ten = ["Ủy ban nhân dân", "xã Bình Điền"]', f'ten = "{name}"'), ('ten = "thôn Một"', f'ten = "{name}"'),
    )  # fmt: skip
    page = made.context.page
    assert page.noi_nhan[0] == "- Phòng Văn hóa - Xã hội;"
    assert page.noi_nhan[-1] == "- Lưu: VT, Phòng Văn hóa - Xã hội."
    assert (" ".join(page.co_quan.ten), page.ky.chuc_vu) == ("PHÒNG VĂN HÓA - XÃ HỘI", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")
    assert page.van_ban.trich_yeu == "Kết luận kiểm tra tại Phòng Văn hóa - Xã hội"


@pytest.mark.parametrize("name", ["Như trên – để báo cáo", "Ông Trần Văn B – Trưởng thôn", "VH–TT", "Giai đoạn 2021 – 2025", "Sở VH-TT", "Trưởng thôn – Bí thư"])
def test_other_dashes_stay_as_typed(name):
    assert issued(OWN, ('"Thôn Một"', f'"{name}"')).context.page.noi_nhan[0] == f"- {name};"


def test_a_dash_in_prose_stays_as_typed():
    assert blocks(issued(text("Phòng Văn hóa – Xã hội."))) == ["Phòng Văn hóa – Xã hội."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Sở\u00a0\u00a0Nội", "Sở\u00a0Nội"), ("Sở \u00a0Nội", "Sở Nội"), ("Sở\u00a0Nội", "Sở\u00a0Nội"), ("\u00a0\u00a0- Sở\u00a0", "- Sở"), ("Số:\u00a0\u00a0\u00a0\u00a0/A", "Số:\u00a0\u00a0\u00a0\u00a0/A")],
)
def test_a_doubled_no_break_space_is_one(typed, printed):
    assert blocks(issued(text(f"{typed}"))) == [printed]

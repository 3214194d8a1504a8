"""Slips of a clerk's hand that are no fault of TOML: each is told, at its place, with what to type."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from notice_gen import issue
from notice_gen.errors import InputError, Problem
from tests.helpers.findings import GOOD, changed, sample, spoilt

TODAY = dt.date(2026, 11, 23)


def told(text: str, today: dt.date = TODAY) -> list[tuple[str, int, str, str, str]]:
    """What is said of a file, but for figures that nothing uses (test_words): level, line, piece under the caret, message, hint."""
    try:
        problems = issue.issue(text.encode(), file="tep.toml", folder=Path("/nonexistent"), today=today).warnings
    except InputError as error:
        problems = error.problems
    return [_said(problem) for problem in problems if problem.code != "so_lieu_khong_dung"]


def _said(problem: Problem) -> tuple[str, int, str, str, str]:
    place = problem.place
    assert place
    assert place.file == "tep.toml"
    at = place.column - 1
    return problem.level, place.line, place.text[at : at + place.width], problem.text(), problem.hint_text()


def test_a_good_file_is_told_nothing():
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("ngay", "nam", "message"),
    [
        ("2206-03-05", "2206", "Năm 2206 chắc là gõ nhầm: ngày trong văn bản từ năm 1945 đến năm 2100."),
        ("0206-03-05", "0206", "Năm 206 chắc là gõ nhầm: ngày trong văn bản từ năm 1945 đến năm 2100."),
        ("2062-03-05", "2062", "Ngày ban hành 5/3/2062 ở quá xa sau hôm nay, chắc là gõ nhầm năm."),
    ],
)
def test_a_year_that_cannot_be_is_refused(ngay, nam, message):
    ((level, line, found, said, hint),) = told(changed(GOOD, ("ngay = 2024-06-12", f"ngay = {ngay}"), ("han_nop = 2024-06-28\n", "")))
    assert (level, line, found, said) == ("error", 13, nam, message)
    assert "năm-tháng-ngày" in hint


@pytest.mark.parametrize(("han", "nam"), [("2206-12-15", "2206"), ("0206-12-15", "0206"), ("1930-02-03", "")])
def test_a_date_among_the_figures_may_be_of_history_but_not_of_no_time(han, nam):
    found = [(level, line, piece) for level, line, piece, _, _ in told(spoilt("[so_lieu]", f"[so_lieu]\nlich_su = {han}"))]
    assert found == ([("error", 18, nam)] if nam else [])


def test_too_many_points_are_refused_where_the_letters_end():
    points = "".join(f'[[muc.muc]]\ntieu_de = "Ý {n}"\nnoi_dung = "Lời."\n' for n in range(1, 27))
    text = GOOD.replace("[noi_nhan]", points + "\n[noi_nhan]")
    ((level, line, _, message, hint),) = told(text)
    assert (level, text.split("\n")[line]) == ("error", 'tieu_de = "Ý 24"')
    assert message == "Có hơn 23 điểm: chữ cái đánh số điểm đi từ a đến y, tới đây không còn chữ nào."
    assert "khoản" in hint
    points = "".join(f"[[muc.muc.muc]]\nnoi_dung = \"Ý {n}\"\n" for n in range(1, 26))
    articles = sample("quyet-dinh").replace("[noi_nhan]", '[[muc]]\nnoi_dung = "Điều."\n[[muc.muc]]\ntieu_de = "Khoản"\n' + points + "[noi_nhan]", 1)
    assert [said for _, _, _, said, _ in told(articles)] == [message]


@pytest.mark.parametrize(
    ("typed", "found", "message", "hint"),
    [
        ("1.250", "1.250", "1.250 được hiểu là số thập phân, in ra 1,25.", "Gõ: 1250 nếu là số hàng nghìn (khi in, dấu chấm tự thêm); đúng là số thập phân thì gõ: 1.25."),
        ("-12.000", "-12.000", "-12.000 được hiểu là số thập phân, in ra -12.", "Gõ: -12000 nếu là số hàng nghìn (khi in, dấu chấm tự thêm); đúng là số thập phân thì gõ: -12."),
        ("98.734", "98.734", "98.734 được hiểu là số thập phân, in ra 98,734.", "Gõ: 98734 nếu là số hàng nghìn (khi in, dấu chấm tự thêm); đúng là số thập phân thì gõ: 98.7340."),
    ],
)
def test_a_figure_that_looks_like_thousands_is_told(typed, found, message, hint):
    text = spoilt("[so_lieu]", f"[so_lieu]\ndan_so = {typed}")
    assert told(text) == [("warning", 18, found, message, hint)]


@pytest.mark.parametrize("typed", ["1250", "1.25", "0.125", "1250.125", "1.2500", '"1.250"'])
def test_other_figures_are_left_alone(typed):
    assert told(spoilt("[so_lieu]", f"[so_lieu]\ndan_so = {typed}")) == []


@pytest.mark.parametrize(
    ("code", "found", "advised"),
    [
        ("don_vi", "don_vi", "Có phải ý bạn là: {{ don_vi.ten }}"), ("co_quan | upper", "co_quan", "Có phải ý bạn là: {{ co_quan.ten | upper }}"),
        ("van_ban", "van_ban", "Ghi một tên trong bảng, ví dụ {{ van_ban.so_ky_hieu }}."),
        ("so_lieu", "so_lieu", "Ghi một tên trong bảng, ví dụ {{ so_lieu.han_nop }}."),
    ],
)
def test_a_whole_table_is_not_printed(code, found, advised):
    ((level, line, piece, message, hint),) = told(spoilt("Đã tiếp nhận {{ tiep_nhan }}", f"Đã tiếp nhận {{{{ {code} }}}}"))
    assert (level, line, piece) == ("error", 34, f"{{{{ {code} }}}}")
    assert message == f"“{found}” là cả một bảng, không in được."
    assert hint == advised


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        *((sign, "đảo chiều chữ") for sign in "\u202e\u202c\u2066\u200f\u061c"),
        *((sign, "không nhìn thấy") for sign in "\u2028\u2029\u2062"),
        *((sign, "ký tự điều khiển") for sign in "\u0085\u009f"),
    ],
)
def test_what_nobody_sees_is_refused_where_it_stands(sign, said):
    in_a_list = spoilt("Đã tiếp nhận", f"Đã tiếp {sign}nhận")
    for text, line in ((in_a_list, 34), (spoilt('"Bình Điền"', f'"Bình{sign} Điền"'), 14), (spoilt("tiep_nhan = 322", f'tiep_nhan = 322\nten = "a{sign}b"'), 19)):
        ((level, at, found, message, hint),) = told(text)
        assert (level, at, found) == ("error", line, sign)
        assert said in message
        assert f"U+{ord(sign):04X}" in message
        assert "Xóa ký tự đó" in hint


@pytest.mark.parametrize("sign", "\u200b\u00ad\ufeff\u2060\u200d")
def test_a_place_to_break_a_word_is_taken_out(sign):
    text = spoilt("Đã tiếp nhận", f"Đã tiếp {sign}nh{sign}ận").encode()
    issued = issue.issue(text, file="tep.toml", folder=Path("/nonexistent"), today=TODAY)
    assert not issued.warnings
    assert issued.docx == issue.issue(GOOD.encode(), file="tep.toml", folder=Path("/nonexistent"), today=TODAY).docx


@pytest.mark.parametrize(("typed", "printed"), [("tại thôn\u200bMột,", "tại thôn Một,"), ("xã\u200bBình\u200bĐiền", "xã Bình Điền"), ("Đi\u200bền", "Điền"), ("thô\u200bn", "thôn")])
def test_a_place_to_break_between_two_words_is_a_blank(typed, printed):
    docx = [
        issue.issue(spoilt("Đã tiếp nhận", f"{text} đã tiếp nhận").encode(), file="tep.toml", folder=Path("/nonexistent"), today=TODAY).docx
        for text in (typed, printed)
    ]
    assert docx[0] == docx[1]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("322", spoilt("tiep_nhan = 322", 'tiep_nhan = "322"')),
        ("322", spoilt('"tiep_nhan == 322"', '"so_lieu.tiep_nhan == 320 + 2"').replace("tiep_nhan = 322", 'tiep_nhan = "322"')),
        ("98.5", changed(GOOD, ("tiep_nhan = 322", 'tiep_nhan = "98,5"'), ("tiep_nhan == 322", "tiep_nhan > 98"))),
        ("322", changed(GOOD, ("tiep_nhan = 322", 'tiep_nhan = "322"'), ("tiep_nhan == 322", "han_nop == han_nop"), ("{{ tiep_nhan }}", "{{ tiep_nhan + 1 }} và {{ tiep_nhan | ty_le(500) }}"))),
        ("322", changed(GOOD, ("tiep_nhan = 322", 'tiep_nhan = "322"'), ("tiep_nhan == 322", "gap_doi > 1"), ("[[kiem_tra]]", '[so_lieu_tinh]\ngap_doi = "tiep_nhan * 2"\n\n[[kiem_tra]]'))),
    ],
)
def test_a_number_in_quotes_is_told_at_its_figure(typed, text):
    ((level, line, _, message, hint),) = told(text)
    assert (level, line) == ("error", 18)
    assert message.startswith("“tiep_nhan” là chữ chứ không phải số, vì nằm trong dấu nháy:")
    assert hint == f"Gõ: tiep_nhan = {typed} (không có dấu nháy)."


def test_a_number_in_quotes_is_told_once_however_often_it_is_used():
    text = changed(GOOD, ("tiep_nhan = 322", 'tiep_nhan = "322"'), ("Đã công khai.", "{{ tiep_nhan | ty_le(400) }}"))
    assert len(told(text.replace("[mo_dau]", '[[kiem_tra]]\ndieu_kien = "tiep_nhan > 0"\nthong_bao = "A"\n\n[mo_dau]'))) == 1


def test_a_number_in_quotes_that_is_also_wrong_gets_the_sides():
    ((_, _, _, message, _),) = told(spoilt("tiep_nhan = 322", 'tiep_nhan = "321"'))
    assert "vì tiep_nhan = 321 còn 322 = 322" in message


@pytest.mark.parametrize(
    ("mau", "table", "keys"),
    [
        ("thong-bao", "van_ban", 'dia_danh = "Hương Trà"; trich_yeu = "'),
        ("bien-ban", "ky", 'ho_ten = "Nguyễn Văn A"'),
    ],
)
def test_a_table_that_only_the_form_has_is_missed_in_the_own_file(mau, table, keys):
    text = re.sub(rf"(?ms)^\[{table}\].*?(?=^\[|\Z)", "", sample(mau))
    ((level, line, _, message, hint),) = [one for one in told(text) if one[0] == "error"]
    assert (level, message) == ("error", f"Thiếu bảng [{table}].")
    assert line == len(text.rstrip().split("\n"))
    assert hint.startswith(f"Thêm dòng [{table}], dưới đó ghi: {keys}")


AUTHORITY = 'quyen_han = ["TM. Ủy ban nhân dân"]'


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('["TM. Ủy ban nhân dân", "KT. Chủ tịch"]', None),
        ('["Xin chào"]', ("warning", '"Xin chào"', "“Xin chào” không có chữ viết tắt quyền hạn nào đứng trước (TM., KT., TL., TUQ., Q.).")),
        ('["Xin chào", "Một", "Hai"]', ("error", '"Hai"', "quyen_han có 3 dòng; nhiều nhất là 2, dưới đó là chức vụ của người ký.")),
        ('["TM. Ủy ban nhân dân", "xã Bình Điền", "KT. Chủ tịch"]', ("error", '"KT. Chủ tịch"', "quyen_han có 3 dòng; nhiều nhất là 2, dưới đó là chức vụ của người ký.")),
    ],
)
def test_lines_of_authority(lines, expected):
    text = changed(GOOD, (AUTHORITY, f"quyen_han = {lines}"))
    if "KT." in lines:
        text = changed(text, ('chuc_vu = "Chủ tịch"', 'chuc_vu = "Phó Chủ tịch"'))
    found = [(level, piece if piece.startswith('"') else f'"{piece}"', message) for level, line, piece, message, _ in told(text) if line == 43]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("name", "right"),
    [("nguyễn văn a", "Nguyễn Văn A"), ("NGUYỄN VĂN ÁNH", "Nguyễn Văn Ánh"), ("h'hen niê", "H'Hen Niê"), ("Nguyễn Văn A", ""), ("Y Bhim Niê", ""), ("Tô", ""), ("A B", "")],
)
def test_a_signer_s_name_is_written_as_a_name(name, right):
    found = told(spoilt("Nguyễn Văn A", name))
    assert [(level, hint) for level, _, _, _, hint in found] == ([("warning", f'Gõ ho_ten = "{right}".')] if right else [])


def test_a_signer_s_name_in_capitals_is_told_for_each_who_signs():
    more = '[[ky_lien_tich]]\nco_quan = "Hội Nông dân xã Bình Điền"\nchuc_vu = "Chủ tịch"\nho_ten = "TRẦN THỊ BÌNH"\n'
    text = spoilt('ho_ten = "Nguyễn Văn A"', 'ho_ten = "Nguyễn Văn A"\nco_quan = "Ủy ban nhân dân xã Bình Điền"') + "\n" + more
    assert [hint for _, _, _, _, hint in told(text) if "ho_ten" in hint] == ['Gõ ho_ten = "Trần Thị Bình".']


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Gửi **trước ngày 28/6", "**trước"),
        ("Gửi ** đậm **", "** đậm"),
        ("Gửi **đậm** và **hở", "**hở"),
        ("Gửi đậm** rồi", "** rồi"),
        ("Gửi __gạch", "__gạch"),
        ("Gửi **{{ don_vi.ten }}", "**"),
        ("Gửi **đậm**, *nghiêng*, 5 * 3, (*) và (**), ngày __/__/2026, 2*3", ""),
    ],
)
def test_emphasis_without_its_partner_is_told(typed, found):
    for text, line in ((spoilt("Đã công khai.", typed), 35), (spoilt('"Thôn Hai"', f'"{typed}"'), 39), (spoilt("Thông báo như sau:", typed), 28)):
        said = [(level, at, piece) for level, at, piece, _, _ in told(text)]
        assert said == ([("warning", line, found)] if found else [])


@pytest.mark.parametrize("mark", ["- ", "-", "+", "•", "–"])
def test_a_mark_of_a_list_without_an_item_is_told(mark):
    ((level, line, _, message, _),) = told(spoilt("Thông báo như sau:", f"Thông báo như sau:\n{mark}"))
    assert (level, line) == ("warning", 26)
    assert message == f"Dòng chỉ có dấu “{mark.strip()}”, không có chữ nào sau đó, nên không in ra."
    ((level, line, _, _, _),) = told(spoilt('"Đã tiếp nhận {{ tiep_nhan }} hồ sơ."', f'"Đã tiếp nhận.", "{mark}"'))
    assert (level, line) == ("warning", 34)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("han_nop | khoang_ngay(dau_nam)", "“han_nop | khoang_ngay(dau_nam)”: ngày cuối 01/01/2024 ở trước ngày đầu 28/6/2024."),
        ("han_nop | han_sau(30000, lam_viec=true)", "“han_nop | han_sau(30000, lam_viec=true)”: chưa biết lịch nghỉ của năm 2031, nên không tính được ngày làm việc."),
        ("han_nop | han_sau(-1)", "“han_nop | han_sau(-1)”: thời hạn không thể là số âm; ở đây là -1 ngày."),
        ("0 | la_ma", "“0 | la_ma”: không có số La Mã cho 0."),
        ("0 | so_van_ban", "“0 | so_van_ban”: số văn bản bắt đầu từ 1; ở đây là 0."),
        ("tiep_nhan | ngay", "Không tính được “tiep_nhan | ngay”: số liệu không đúng loại cho phép tính hay bộ lọc này."),
    ],
)
def test_what_a_filter_does_not_take_is_said(code, message):
    text = changed(GOOD, ("Đã công khai.", f"{{{{ {code} }}}}"), ("tiep_nhan = 322", "tiep_nhan = 322\ndau_nam = 2024-01-01"), ("ngay = 2024-06-12", "ngay = 2023-12-12"))
    ((level, line, piece, said, hint),) = told(text)
    assert (level, line, said) == ("error", 36, message)
    assert piece == code
    assert hint


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("1", True), ("tiep_nhan", True), ("tiep_nhan + 1", True), ("1 == 1", True), ("tiep_nhan > 0 and 1", True), ("not tiep_nhan", True),
        ("tiep_nhan > 0", False), ("not tiep_nhan > 900", False), ("tiep_nhan > 0 and (tiep_nhan < 900 or tiep_nhan == 1)", False),
        ("tiep_nhan > 1 if tiep_nhan > 0 else tiep_nhan == 0", False), ("0 < tiep_nhan < 900", False),
    ],
)  # fmt: skip
def test_a_check_that_checks_nothing_is_refused(code, refused):
    found = told(spoilt('"tiep_nhan == 322"', f'"{code}"'))
    message = f"Điều kiện “{code}” không so sánh số liệu nào nên không kiểm tra được gì."
    assert [(level, line, said) for level, line, _, said, _ in found] == ([("error", 22, message)] if refused else [])


DECISION = sample("quyet-dinh")


@pytest.mark.parametrize(
    ("tham_quyen", "quyen_han", "said"),
    [
        ('"Chủ tịch Ủy ban nhân dân xã A"', "", ""),
        ('["Chủ tịch", "Ủy ban nhân dân xã A"]', 'quyen_han = ["TM. Ủy ban nhân dân"]', "Thẩm quyền là của một chức vụ, “Chủ tịch Ủy ban nhân dân xã A”, mà chữ ký ghi thay mặt tập thể: “TM. Ủy ban nhân dân”."),
        ('"ỦY BAN NHÂN DÂN XÃ A"', 'quyen_han = ["TM. Ủy ban nhân dân"]', ""),
        ('"Uỷ ban nhân dân xã A"', "", "Thẩm quyền là của tập thể, “Uỷ ban nhân dân xã A”, mà chữ ký không ghi thay mặt tập thể (TM.)."),
        ('"Hội đồng nhân dân xã A"', 'quyen_han = ["TM. Ủy ban nhân dân"]', "Thẩm quyền ghi “Hội đồng nhân dân xã A” mà cơ quan ban hành là “Ủy ban nhân dân xã A”."),
        ('"Giám đốc Sở A"', "", ""),
        ('"{{ co_quan.ten }}"', "", ""),
    ],
)
def test_the_authority_is_the_issuer_s_and_the_signer_s(tham_quyen, quyen_han, said):
    text = re.sub(r"(?m)^tham_quyen = .*$", f"tham_quyen = {tham_quyen}", DECISION)
    text = re.sub(r"(?m)^(quyen_han = .*\n)?chuc_vu = ", f"{quyen_han}\nchuc_vu = ", text)
    assert [(level, message) for level, _, _, message, _ in told(text)] == ([("warning", said)] if said else [])


@pytest.mark.parametrize(
    ("ten", "ngay", "cap"),
    [
        ("huyện Phong Điền", "2026-03-05", "huyện"), ("thị trấn Sịa", "2026-03-05", "thị trấn"), ("UBND huyện Phong Điền", "2026-03-05", "huyện"),
        ("Thị xã A", "2025-07-01", "thị xã"), ("huyện Phong Điền", "2025-06-30", ""), ("phường Phong Điền", "2026-03-05", ""), ("Quân khu 4", "2026-03-05", ""),
    ],
)  # fmt: skip
def test_a_unit_that_is_no_more_is_told(ten, ngay, cap):
    text = changed(GOOD, ('"thôn Một"', f'"{ten}"'), ("ngay = 2024-06-12", f"ngay = {ngay}"), ("han_nop = 2024-06-28\n", ""))
    said = f"Từ ngày 01/7/2025 không còn đơn vị hành chính “{cap}”; văn bản ghi ngày sau đó (Nghị quyết 203/2025/QH15, Điều 2; Luật số 72/2025/QH15)."
    assert [one[:4] for one in told(text)] == ([("warning", 9, ten, said)] if cap else [])


@pytest.mark.parametrize(
    ("typed", "right", "formula"),
    [("310 + 12 = 323", "322", "{{ a + b }}"), ("103/322 hồ sơ (đạt 33%)", "32%", "{{ a | ty_le(b) }}")],
)
def test_wrong_arithmetic_is_told_with_what_calculates_it(typed, right, formula):
    ((level, line, found, _, hint),) = told(spoilt("Đã công khai.", typed))
    assert (level, line, found) == ("warning", 35, typed.rstrip(")"))
    assert hint == f"Kết quả đúng là {right}; sửa con số, hoặc để máy tính: {formula}."


@pytest.mark.parametrize(
    ("old", "new", "level", "found", "hint"),
    [
        ('dia_danh = "Bình Điền"', 'dia_danh = "Bình Điền, ngày 5 tháng 3"', "error", "Bình Điền, ngày 5 tháng 3", 'Gõ: dia_danh = "Bình Điền"'),
        ('dia_danh = "Bình Điền"', 'dia_danh = "bình Điền"', "warning", "bình Điền", 'Gõ: dia_danh = "Bình Điền"'),
        ('viet_tat = "UBND"', 'viet_tat = "ubnd"', "warning", "ubnd", 'Gõ: viet_tat = "UBND"'),
        ("so = 12", 'so = 12\nky_hieu = "KH-UBND"', "warning", "KH-UBND", 'Bỏ dòng ky_hieu để máy tự ghép, hoặc gõ: ky_hieu = "TB-UBND"'),
    ],
)
def test_the_head_is_looked_at_as_it_is_typed(old, new, level, found, hint):
    [(its_level, _, its_found, _, its_hint)] = told(changed(GOOD, (old, new)))
    assert (its_level, its_found, its_hint) == (level, found, hint)


@pytest.mark.parametrize(("old", "new"), [("so = 12", 'so = 12\nky_hieu = "TB-VP"'), ('viet_tat = "UBND"', 'viet_tat = "TTg"'), ('dia_danh = "Bình Điền"', 'dia_danh = "Phường 6"')])
def test_a_head_that_is_right_is_told_nothing(old, new):
    text = changed(GOOD, ("xã Bình Điền", "phường 6")) if "Phường 6" in new else GOOD
    assert told(changed(text, (old, new))) == []


def test_items_of_the_second_level_among_findings_are_told_with_what_to_type():
    text = spoilt('  { ma = "A-01", noi_dung = "Đã công khai." },\n', '  "Còn hai việc",\n  "+ một",\n  "+ hai.",\n  "Đã xong.",\n')
    (problem,) = told(text)
    assert problem[:2] == ("warning", 36)
    mended = '{ noi_dung = "Còn hai việc:", phu = ["một", "hai."] }'
    assert problem[-1] == f"Thay phát hiện ở trên và các ý “+” của nó bằng: {mended}"
    assert told(text.replace('"Còn hai việc",\n  "+ một",\n  "+ hai."', mended)) == []

"""Figures and phrases that cannot be, or hardly: refused or doubted at their place; honest look-alikes pass without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notice_gen import issue, templates
from tests.helpers.findings import GOOD, TODAY, changed, sample, spoilt
from tests.reader.test_slips import told

ROOT = Path(__file__).parents[2]
NUMBER = (("# so = 12 ", "so = 12 "), ("# ngay = 2026-03-05", "ngay = 2026-03-05"))


def quiet(text: str) -> bool:
    return told(text) == []


def finding(words: str) -> str:
    return spoilt("{{ tiep_nhan }} hồ sơ", f"{words} hồ sơ")


# --- names in other braces -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "{ tiep_nhan }", "{tiep_nhan}", "${tiep_nhan}", "#{ tiep_nhan }", "«tiep_nhan»", "‹tiep_nhan›", "[[tiep_nhan]]", "<<tiep_nhan>>", "{ {tiep_nhan} }",
        "{{{ tiep_nhan }}}", "｛tiep_nhan｝", "{TIEP_NHAN}", "{tiếp nhận}", "{Tiếp nhận}", "{so_lieu.tiep_nhan}",
    ],
)
def test_a_figure_s_name_in_other_braces_is_refused(typed):
    ((level, line, found, message, hint),) = [one for one in told(finding(typed)) if one[0] == "error"]
    assert (level, line, found) == ("error", 34, typed)
    assert message == f"“{typed}” in nguyên ra văn bản, không thay bằng số liệu."
    assert hint == ("Gõ: {{ so_lieu.tiep_nhan }}" if "." in typed else "Gõ: {{ tiep_nhan }}")
    assert quiet(finding(hint.removeprefix("Gõ: ")))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("{ tiep_nhan | so_thanh_chu }", "{{ tiep_nhan | so_thanh_chu }}"), ("{ tiep_nhan + 1 }", "{{ tiep_nhan + 1 }}"), ("{ don_vi.ten }", "{{ don_vi.ten }}"), ("{van_ban.so}", "{{ van_ban.so }}")],
)
def test_what_stands_beside_the_name_is_kept(typed, hint):
    assert [one[4] for one in told(finding(typed))] == [f"Gõ: {hint}"]


@pytest.mark.parametrize(
    ("old", "line"),
    [("Kết quả\"", 32), ("Kết luận", 15), ("Căn cứ Biên bản", 27), ("Thôn Hai", 39), ("Đã công khai", 35)],
)
def test_a_name_in_one_brace_is_found_at_any_text(old, line):
    assert [one[:3] for one in told(spoilt(old, "{ tiep_nhan } " + old))] == [("error", line, "{ tiep_nhan }")]


def test_a_name_in_one_brace_is_found_in_a_cell():
    table = 'tieu_de = "Kết quả"\nbang = { cot = ["Số"], hang = [["{ tiep_nhan }"]] }'
    assert ("error", 33, "{ tiep_nhan }") in [one[:3] for one in told(spoilt('tieu_de = "Kết quả"', table))]


def test_where_no_expression_is_worked_out_none_is_advised():
    for text, found in ((spoilt('"Nguyễn Văn A"', '"{ don_vi.ten }"'), "{ don_vi.ten }"), (spoilt('"Nguyễn Văn A"', '"{{ don_vi.ten }}"'), "{{ don_vi.ten }}")):
        ((level, line, piece, _, hint),) = told(text)
        assert (level, line, piece) == ("error", 45, found)
        assert "{{" not in hint


def test_a_figure_is_no_expression():
    ((level, line, found, _, hint),) = told(spoilt("tiep_nhan = 322", 'tiep_nhan = 322\ngap_doi = "{{ tiep_nhan * 2 }}"'))
    assert (level, line, found) == ("error", 19, "{{ tiep_nhan * 2 }}")
    assert "[so_lieu_tinh]" in hint


@pytest.mark.parametrize("typed", ["[tiep_nhan]", "<tiep_nhan>", "%tiep_nhan%", "tiep_nhan", "$tiep_nhan", "don_vi.ten"])
def test_a_figure_s_name_without_braces_is_doubted(typed):
    ((level, line, _, message, hint),) = told(finding(typed))
    assert (level, line) == ("warning", 34)
    assert "in nguyên ra văn bản" in message
    assert quiet(finding(hint.removeprefix("Gõ: ")))


@pytest.mark.parametrize(
    "typed",
    [
        "{khong_co}", "{1}", "{ghi chú}", "{…}", "«Tuổi trẻ»", "«Tiếp nhận»", "[[1]]", "<< xem tiếp >>", "https://a.gov.vn/tiep_nhan", "tiep_nhan@a.gov.vn", "tiep_nhan.xlsx",
        "lượt tiếp nhận", "tiep nhan", "{{ tiep_nhan }}", "«{{ tiep_nhan }}»", "[{{ tiep_nhan }}]", "tap_huan",
    ],
)
def test_other_braces_and_words_are_quiet(typed):
    assert quiet(finding(typed))


def test_a_code_that_is_called_as_a_figure_is_no_text():
    assert quiet(spoilt('ma = "A-01"', 'ma = "tiep_nhan"'))
    assert quiet(GOOD + '\n[cot]\n"Tiếp nhận" = "so_lieu.tiep_nhan"\n')


@pytest.mark.parametrize("key", ["kinh_gui", "luu2", "trich_yeu", "ho_ten"])
def test_a_key_of_another_table_among_the_figures_is_doubted(key):
    for above in ("han_nop = 2024-06-28", 'ten = "thôn Một"'):
        problems = told(spoilt(above, f'{above}\n{key} = "Sở Nội vụ"'))
        if key == "kinh_gui":
            assert [one[:1] + one[2:3] + one[4:] for one in problems] == [("warning", "kinh_gui", "“kinh_gui” thuộc bảng [van_ban]: chuyển xuống dưới dòng đó.")]
        else:  # the file has these at their places, or nobody knows it
            assert problems == []


def test_a_figure_that_is_asked_for_may_be_called_as_a_key():
    assert quiet(changed(GOOD, ("han_nop = 2024-06-28", 'han_nop = 2024-06-28\nkinh_gui = "Sở Nội vụ"'), ("Đã công khai", "Gửi {{ kinh_gui }}")))


# --- phrases twice ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["V/v V/v", "Về việc về việc", "V/v về việc", "v/v: V/v", "Về việc: V/v", "VỀ VIỆC Về việc", "V/v. về việc", "V / v V/v"])
def test_about_typed_twice_is_refused(typed):
    for text, line in ((spoilt("Kết luận kiểm tra", f"{typed} kiểm tra"), 15), (finding(typed), 34)):
        ((level, at, found, _, hint),) = told(text)
        assert (level, at, found) == ("error", line, typed)
        once = re.search(r"“(.+)”", hint)
        assert once
        assert not any(level == "error" for level, *_ in told(text.replace(typed, once[1])))  # V/v itself is a doubt below a type


@pytest.mark.parametrize("typed", ["Về việc kiểm tra", "Về việc giải quyết vụ việc về đất đai", "Trao đổi về công việc, về việc làm"])
def test_about_typed_once_is_quiet(typed):
    assert quiet(spoilt("Kết luận kiểm tra", typed))


@pytest.mark.parametrize("typed", ["V/v cử người", "V/v: cử người", "v/v cử người", "Về việc: cử người", "V/v. cử người", "V/v - cử người"])
def test_about_before_the_subject_of_an_official_letter_is_printed_once(typed):
    made = issue.issue(sample("cong-van", ('"cử người', f'"{typed}')).encode(), file="a.toml", folder=Path("/nonexistent"), today=TODAY)
    assert made.context.page.van_ban.trich_yeu.startswith("V/v cử người tham gia")


@pytest.mark.parametrize(
    ("mau", "key", "typed"),
    [
        ("giay-gioi-thieu", "ve_viec", "Về việc"), ("giay-gioi-thieu", "ve_viec", "V/v:"), ("giay-moi", "toi_du", "Tới dự"), ("giay-moi", "kinh_moi", "Kính mời:"),
        ("giay-moi", "kinh_moi", "Trân trọng kính mời"), ("giay-moi", "dia_diem", "Địa điểm:"), ("giay-moi", "chu_tri", "Chủ trì:"), ("to-trinh", "kinh_gui", "Kính gửi:"),
    ],
)  # fmt: skip
def test_words_that_the_form_supplies_are_refused(mau, key, typed):
    text = re.sub(rf'(?m)^{key} = "', rf'{key} = "{typed} ', sample(mau), count=1)
    problems = [one for one in told(text) if one[0] == "error"]
    assert [(found, message) for _, _, found, message, _ in problems] == [(typed, f"“{typed}” khi in tự thêm, gõ nữa thì thành hai lần.")]


# --- the subject and its type ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Thông báo về việc", "Thông báo V/v", "THÔNG BÁO Về việc", "Thông báo: Về việc", "Thông báo số 12/TB-UBND về việc", "Thông báo v/v:"])
def test_a_subject_that_says_its_type_again_is_doubted(typed):
    ((level, line, found, _, hint),) = told(spoilt('"Kết luận', f'"{typed} kết luận'))
    assert (level, line, found) == ("warning", 15, typed)
    assert quiet(re.sub(r"trich_yeu = .*", lambda _: hint.removeprefix("Gõ: "), GOOD))


@pytest.mark.parametrize("typed", ["Về việc", "Thông báo", "Kế hoạch về việc", "Về việc thông báo về việc", "Kết luận Thông báo về việc"])
def test_other_subjects_are_quiet(typed):
    assert quiet(spoilt('"Kết luận', f'"{typed} kết luận'))


# --- tags of the web -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["<b>", "<br>", "<br/>", "<BR>", "</p>", "<i>", "<u>", "<strong>", "<span style='a'>", "<font color=red>", "&nbsp;", "&amp;", "&#160;", "&quot;", "<o:p>"])
def test_tags_are_doubted(typed):
    ((level, line, found, _, hint),) = told(finding(f"chữ {typed} chữ"))
    assert (level, line, found) == ("warning", 34, typed)
    assert hint


@pytest.mark.parametrize("typed", ["tỷ lệ < 50% và > 20%", "a<b", "R&D;", "Q&A", "<A>", "<https://a.vn>", "AT&T; B", "5<i<7", "x < y", "<ghi tên>", "P&L"])
def test_signs_that_are_no_tags_are_quiet(typed):
    assert quiet(finding(typed))


# --- deadlines -------------------------------------------------------------------------------------------


def due(han: str, words: str) -> str:
    return spoilt('ma = "A-01", noi_dung = "Đã công khai."', f'ma = "A-01", han = {han}, noi_dung = "{words}"')


@pytest.mark.parametrize("figure", ["han", "han_bao_cao", "thoi_han", "ngay_han", "han_chot"])
def test_a_deadline_before_the_paper_s_date_is_doubted(figure):
    for text, line, piece in ((spoilt("tiep_nhan = 322", f"tiep_nhan = 322\n{figure} = 2024-06-01"), 19, "2024-06-01"), (due("2024-06-01", "Xong."), 35, "2024-06-01")):
        assert told(text) == [("warning", line, piece, "Hạn 1/6/2024 ở trước ngày ban hành 12/6/2024 của văn bản.", "Xem lại hạn này hoặc ngay trong [van_ban].")]


@pytest.mark.parametrize("figure", ["hanh_trinh", "qua_han", "ngay_qua_han", "ngay_dung_han", "ngay_hop", "khai_mac"])
def test_another_date_before_the_paper_s_date_is_quiet(figure):
    assert quiet(spoilt("tiep_nhan = 322", f"tiep_nhan = 322\n{figure} = 2024-06-01"))


@pytest.mark.parametrize(
    "words",
    [
        "trước ngày 30/11/2024", "chậm nhất ngày 30 tháng 11 năm 2024", "xong trước 30/11", "Hạn nộp: 30/11/2024", "Thời hạn hoàn thành: 30.11.2024", "đến hết ngày 30/11/2024",
        "trước 17 giờ 00 ngày 30/11/2024", "trước 17h00 ngày 30/11/2024", "không muộn hơn ngày 30-11-2024", "không quá ngày 30/11/2024", "hoàn thành vào ngày 30/11/2024", "TRƯỚC NGÀY 30/11/2024",
        "trước ngày {{ han_khac | ngay }}", "trước {{ han_khac | ngay_day_du }}",
    ],
)
def test_a_deadline_against_its_own_words_is_doubted(words):
    text = due("2024-10-30", f"Báo cáo về xã {words}.").replace("han_nop = ", "han_khac = 2024-11-30\nhan_nop = ")
    ((level, line, found, message, hint),) = told(text)
    assert (level, line, found) == ("warning", 36, "2024-10-30")
    assert "2024-10-30" in message
    assert hint == "Sửa một trong hai cho khớp; theo lời văn thì gõ: han = 2024-11-30"
    assert quiet(text.replace("han = 2024-10-30", "han = 2024-11-30"))


@pytest.mark.parametrize(
    "words",
    [
        "trước ngày 30/10/2024", "trước ngày 31/10/2024", "theo Công văn ngày 30/11/2024", "hồ sơ tồn từ trước ngày 01/01/2024", "đợt 1 trước ngày 30/9/2024, đợt 2 trước ngày 30/10/2024",
        "trước {{ han_nop | han_sau(3) | ngay }}", "trong tháng 11", "hồ sơ quá hạn 30/11", "từ ngày 01/11/2024 đến hết ngày 30/11/2024", "đến nay", "trước 30 ngày",
    ],
)
def test_a_deadline_beside_other_words_is_quiet(words):
    assert quiet(due("2024-10-30", f"Báo cáo về xã {words}."))


# --- percentages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "typed", "right"), [("ty_le", "9650", "96.50"), ("ty_le_dung_han", "12345", "123.45"), ("tile", "1000", "10.00"), ("phan_tram", '"9650"', "96.50"), ("dung_han_ty_le", "1050", "10.50")])
def test_a_percentage_without_its_comma_is_doubted(name, typed, right):
    text = spoilt("tiep_nhan = 322", f"tiep_nhan = 322\n{name} = {typed}")
    ((level, line, found, _, hint),) = told(text)
    assert (level, line, found) == ("warning", 19, typed.strip('"'))
    assert hint == f"Gõ: {right} (khi in, dấu chấm tự đổi thành dấu phẩy)."
    assert quiet(text.replace(f"{name} = {typed}", f"{name} = {right}"))


@pytest.mark.parametrize(("name", "typed"), [("ty_le", "96.5"), ("ty_le", "120"), ("ty_le", "999"), ("ty_le", "-1250"), ("ty_so", "9650"), ("tong", "9650"), ("ty_le", '"1/2000"'), ("nam", "2026")])
def test_other_figures_are_quiet(name, typed):
    assert quiet(spoilt("tiep_nhan = 322", f"tiep_nhan = 322\n{name} = {typed}"))


def column(heading: str, cell: str) -> str:
    return spoilt('tieu_de = "Kết quả"', f'tieu_de = "Kết quả"\nbang = {{ cot = ["Xã", "{heading}"], hang = [["A", {cell}]] }}') + '\n[ket_thuc]\nnoi_dung = "Đề nghị thực hiện."\n'


@pytest.mark.parametrize("heading", ["Tỷ lệ (%)", "%", "Tỉ lệ", "TỶ LỆ (%)", "Đạt (%)", "Tỷ lệ phần trăm", "Tỷ trọng"])
@pytest.mark.parametrize("cell", ["9650", '"9650"'])
def test_a_column_of_percentages_is_looked_at(heading, cell):
    assert [one[:3] for one in told(column(heading, cell))] == [("warning", 33, "9650")]


@pytest.mark.parametrize(("heading", "cell"), [("Số hộ đạt trên 90%", "9650"), ("Đạt trên 90%", "1250"), ("Tỷ lệ bản đồ", "2000"), ("Kinh phí", "9650"), ("Tỷ lệ (%)", "96.5"), ("Số xã có tỷ lệ cao", "1650"), ("Tỷ lệ (‰)", "1050"), ("Tăng so với cùng kỳ (%)", "250")])
def test_other_columns_are_quiet(heading, cell):
    assert quiet(column(heading, cell))


def test_a_table_of_an_annex_is_looked_at():
    text = GOOD.replace('Căn cứ Biên bản kiểm tra', 'Căn cứ Biên bản kiểm tra (Phụ lục kèm theo)') + '\n[[phu_luc]]\ntieu_de = "Biểu"\nbang = { cot = ["Xã", "%"], hang = [["A", 9650]] }\n'
    assert [one[2] for one in told(text)] == ["9650"]


# --- checks that are one line ----------------------------------------------------------------------------


def asked(check: str, figures: str = "") -> str:
    return changed(GOOD, ("tiep_nhan = 322", f"tiep_nhan = 322\n{figures}"), ("[[kiem_tra]]", f"[[kiem_tra]]\n{check}\n\n[[kiem_tra]]"))


@pytest.mark.parametrize(
    ("check", "figures", "found", "message"),
    [
        ('khong_am = ["tiep_nhan", "qua_han"]', "qua_han = -4", "-4", "“qua_han” không được âm; ở đây là -4."),
        ('la_phan_cua = { qua_han = "tiep_nhan" }', "qua_han = 1400", "1400", "“qua_han” = 1.400 lớn hơn “tiep_nhan” = 322, mà là một phần của số ấy."),
        ('la_phan_cua = { qua_han = "tiep_nhan" }', "qua_han = 322.5", "322.5", "“qua_han” = 322,5 lớn hơn “tiep_nhan” = 322, mà là một phần của số ấy."),
        ('khong_am = ["qua_han"]', 'qua_han = "4"', '"4"', "“qua_han” không phải là số; ở đây là: 4."),
        ('khong_am = ["qua_hna"]', "qua_han = 4", '"qua_hna"', "Không có số liệu nào tên “qua_hna”."),
        ('la_phan_cua = { qua_hna = "tiep_nhan" }', "qua_han = 4", '{ qua_hna = "tiep_nhan" }', "Không có số liệu nào tên “qua_hna”."),
        ("sai_so = 1", "", "[[kiem_tra]]", "Thiếu khóa “dieu_kien” trong bảng [[kiem_tra]]."),
        ('dieu_kien = "tiep_nhan > 0"', "", "[[kiem_tra]]", "Thiếu khóa “thong_bao” trong bảng [[kiem_tra]]."),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_at_its_figure(check, figures, found, message):
    assert [(one[0], one[2], one[3]) for one in told(asked(check, figures))] == [("error", found, message)]


@pytest.mark.parametrize("figures", ["giam = -12\nty_le_kh = 120\nphan = 500", "qua_han = 0", "qua_han = 322"])
def test_what_nobody_asked_is_quiet(figures):
    check = 'khong_am = ["tiep_nhan", "qua_han"]\nla_phan_cua = { qua_han = "tiep_nhan" }' if "qua_han" in figures else 'khong_am = ["tiep_nhan"]'
    assert quiet(asked(check, figures))


# --- recipients ------------------------------------------------------------------------------------------


def without_recipients(mau: str) -> str:
    return re.sub(r"(?ms)^gui = \[.*?\]", "gui = []", sample(mau), count=1)


@pytest.mark.parametrize("mau", ["thong-bao", "ke-hoach", "giay-moi", "bien-ban", "sao-y", "chi-thi"])
def test_a_paper_that_goes_nowhere_is_doubted(mau):
    assert [one[3] for one in told(without_recipients(mau))] == ["Nơi nhận chỉ có dòng “Lưu”, không ghi văn bản gửi đến đâu."]


@pytest.mark.parametrize("mau", ["cong-van", "to-trinh", "quyet-dinh", "nghi-quyet", "hop-dong", "thu-cong", "giay-nghi-phep", "giay-gioi-thieu"])
def test_a_form_that_names_its_recipients_itself_is_quiet(mau):
    assert quiet(without_recipients(mau))


# --- what is left of the sample --------------------------------------------------------------------------

OWN = [
    ('"xã A"]', '"xã Bình Điền"]'), ('dia_danh = "A"', 'dia_danh = "Bình Điền"'), ('"Kết luận kiểm tra việc giải quyết', '"Kết luận thanh tra việc giải quyết'), ('ten = "thôn Một"', 'ten = "thôn Ba"'),
    ("tiep_nhan = 125", "tiep_nhan = 225"), ("da_giai_quyet = 120", "da_giai_quyet = 212"), ("= 2026-12-15", "= 2026-12-20"), ('ho_ten = "Nguyễn Văn A"', 'ho_ten = "Lê Văn Hà"'),
    ("dang_giai_quyet = 5", "dang_giai_quyet = 13"),
]  # fmt: skip
LOOSE = (("Ủy ban nhân dân xã A thông báo", "Ủy ban nhân dân xã thông báo"), ('"tiep_nhan == da_giai_quyet + dang_giai_quyet"', '"tiep_nhan > 0"'), ("la_phan_cua = {", "# la_phan_cua = {"))
KEYS = ["co_quan.ten", "van_ban.dia_danh", "van_ban.trich_yeu", "don_vi.ten", "so_lieu.tiep_nhan", "so_lieu.da_giai_quyet", "so_lieu.han_bao_cao", "ky.ho_ten"]


@pytest.mark.parametrize(("n", "key"), [*enumerate(KEYS)])
def test_one_value_of_the_sample_left_in_a_paper_is_told_at_its_key(n, key):
    text = sample("thong-bao", *NUMBER, *LOOSE, *(pair for m, pair in enumerate(OWN) if m != n))
    ((level, _, _, message, _),) = told(text)
    assert level == "warning"
    assert message.startswith(f"“{key}” vẫn là giá trị của tệp mẫu: ")


def test_a_paper_of_its_own_is_quiet():
    assert quiet(sample("thong-bao", *NUMBER, *LOOSE, *OWN))


@pytest.mark.parametrize("mau", templates.names())
def test_the_sample_itself_is_quiet_with_a_number_too(mau):
    for text in (sample(mau), re.sub(r"(?m)^# (so|ngay) = ", r"\1 = ", sample(mau), count=2)):
        assert not [one for one in told(text) if "tệp mẫu" in one[3]]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.toml")), ids=lambda path: path.stem)
def test_examples_are_quiet(path):
    assert issue.issue(path.read_bytes(), file="a.toml", folder=Path("/nonexistent"), today=TODAY).warnings == ()


def test_blanks_and_another_commune_s_name_are_no_work_of_the_clerk():
    filled = sample("thong-bao", ('"xã A"]', '"xã (ghi tên xã)"]'), ('ho_ten = "Nguyễn Văn A"', 'ho_ten = "Lê Hà"')).replace("xã A", "xã Bình Điền")
    assert not [one for one in told(filled) if "tệp mẫu" in one[3]]


def test_a_name_of_the_sample_in_another_s_paper_is_chance():
    assert "Nguyễn Văn A" in GOOD
    assert quiet(GOOD)


def test_one_small_figure_alike_is_chance():
    assert quiet(sample("thong-bao", *LOOSE, *OWN[:-1]))


# --- names of warnings -----------------------------------------------------------------------------------


def test_every_warning_is_waived_by_its_name():
    text = sample("thong-bao", *OWN[:3], LOOSE[0], ('noi_dung = "Bên', 'noi_dung = "<b>Bên')) + '\n[the_thuc]\nbo_qua = ["gia_tri_cua_tep_mau", "the_trang_web"]\n'
    assert quiet(text)

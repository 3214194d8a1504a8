"""Every sentence of the page, as text."""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import expressions
from notice_gen.batch.job import file_name
from notice_gen.compose.breaks import balanced, even
from notice_gen.errors import InputError
from notice_gen.expressions.values import BLANK
from notice_gen.markup import StyledText
from notice_gen.page import Page
from notice_gen.typography import TWIPS_PER_MM, width_mm
from notice_gen.vietnamese.lien_dong import nhu_go
from tests.helpers.notices import body, composed, kinds, notice

# --- number, date, place ---------------------------------------------------------------------------

SO_KY_HIEU = [
    ({"so": 4}, "04/TB-UBND"),
    ({"so": 12}, "12/TB-UBND"),
    ({"so": 1999}, "1999/TB-UBND"),
    ({"so": None}, "     /TB-UBND"),
    ({"so": 7, "ky_hieu": "TB-HĐND"}, "07/TB-HĐND"),
    ({"so": 7, "loai": "KH"}, "07/KH-UBND"),
    ({"so": 7, "loai": None, "don_vi_soan": "NV"}, "07/UBND-NV"),
]


@pytest.mark.parametrize(("van_ban", "expected"), SO_KY_HIEU)
def test_so_ky_hieu(van_ban, expected):
    """Phụ lục I, Phần I, mục II.3: zero below 10, no year, type then issuer."""
    assert composed(van_ban=van_ban).values["van_ban"]["so_ky_hieu"] == expected


THOI_GIAN = [
    (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
    (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
    (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
    (date(2026, 10, 31), "ngày 31 tháng 10 năm 2026"),
    (None, "ngày      tháng      năm 2026"),
]


@pytest.mark.parametrize(("ngay", "expected"), THOI_GIAN)
def test_thoi_gian(ngay, expected):
    """Phụ lục I, Phần I, mục II.4.b: days below 10 and months 1 and 2 are padded, no others."""
    assert composed(van_ban={"ngay": ngay}).values["van_ban"]["thoi_gian"] == expected


def test_the_letterhead_is_in_capitals():
    values = composed(co_quan={"chu_quan": "UBND thành phố Huế", "ten": "Sở Nội vụ", "viet_tat": "SNV"}).values
    assert values["co_quan"]["chu_quan"] == ["UBND THÀNH PHỐ HUẾ"]
    assert values["co_quan"]["ten"] == ["SỞ NỘI VỤ"]
    assert values["van_ban"]["ten_loai"] == "THÔNG BÁO"
    assert values["van_ban"]["so_ky_hieu"] == "12/TB-SNV"


def test_a_long_place_takes_the_letterhead_down_together():
    assert composed().co_chu_dau == 14
    assert composed(van_ban={"dia_danh": "Thành phố Hồ Chí Minh", "ngay": date(2026, 10, 29)}).co_chu_dau == 13
    assert composed(dinh_dang={"co_chu": Decimal(13)}).co_chu_dau == 13


def test_rules_are_a_lawful_share_of_their_line():
    """A third to a half of the line above (mục II.2.b, II.5.b)."""
    values = composed(co_quan={"ten": ["Ủy ban nhân dân"]}).values
    mm = values["co_quan"]["duong_ke"] / 1440 * 25.4
    assert 43.2 / 3 <= mm <= 43.2 / 2
    about = "Kết luận kiểm tra " * 20
    line = max(width_mm(one, size_pt=14, bold=True) for one in balanced(about.strip(), 0.9 * 165, size_pt=14, bold=True))
    long = composed(van_ban={"trich_yeu": about}).values["van_ban"]["duong_ke"] / 1440 * 25.4
    assert line / 3 <= long <= line / 2


def test_the_subject_of_a_letter_is_measured_as_it_is_printed_upright_below_the_number():
    about = "phê duyệt chủ trương cải tạo Công viên bờ sông phường Kim Long"
    printed = composed(mau="cong-van", van_ban={"loai": None, "trich_yeu": about}).values["van_ban"]
    text, lines, width, _ = even(f"V/v {about}", 0.9 * 65, slack_mm=2, size_pt=13, bold=False)
    assert lines > 1
    assert (printed["trich_yeu"], printed["be_rong"]) == (text, round(width * TWIPS_PER_MM))


def test_a_letter_of_the_head_of_an_office_bears_no_number_in_its_texts_either():
    letter = {"mau": "thu-cong", "van_ban": {"loai": None}, "thu_cong": {}, "mo_dau": {"noi_dung": "Thư{{ van_ban.so_ky_hieu }} gửi các thầy, cô."}}
    assert composed(**letter).values["van_ban"]["so_ky_hieu"] == ""
    assert body(**letter)[0] == "Thư gửi các thầy, cô."


def test_a_long_subject_is_set_in_even_lines():
    about = "Về việc phê duyệt chủ trương cải tạo Công viên bờ sông phường Kim Long"
    short, long = (composed(van_ban={"trich_yeu": text}).values["van_ban"] for text in ("Về việc phê duyệt", about))
    assert short["be_rong"] == round(0.9 * 165 * TWIPS_PER_MM)
    lines = balanced(about, 0.9 * 165, size_pt=14, bold=True)
    assert len(lines) == 2
    assert long["be_rong"] / TWIPS_PER_MM == pytest.approx(max(width_mm(one, size_pt=14, bold=True) for one in lines) + 2, abs=0.1)
    assert 1 / 3 < long["duong_ke"] / long["be_rong"] < 1 / 2


# --- the body ----------------------------------------------------------------------------------------

MUC = [
    {"tieu_de": "Một", "muc": [{"tieu_de": "Nhỏ"}, {"tieu_de": "Nhỏ nữa"}]},
    {"noi_dung": "Đoạn không tiêu đề không có số."},
    {"tieu_de": "Hai"},
]


@pytest.mark.parametrize(
    ("danh_so", "heads"),
    [
        ("1", ["1. Một", "a) Nhỏ", "b) Nhỏ nữa", "2. Hai"]),
        ("I", ["I. MỘT", "1. Nhỏ", "2. Nhỏ nữa", "II. HAI"]),
        ("khong", ["Một", "Nhỏ", "Nhỏ nữa", "Hai"]),
    ],
)
def test_numbering(danh_so, heads):
    texts = body(muc=MUC, dinh_dang={"danh_so": danh_so})
    assert [t for t in texts if "Đoạn" not in t and "Yêu cầu" not in t] == heads


def test_articles_are_all_counted_those_without_a_title_before_their_words():
    """Form 1.2: ``Điều 1. Ban hành …``; a khoản without a title has its number before its text (mục II.6.đ)."""
    texts = [{"noi_dung": "Khoản thứ nhất.\nĐoạn nữa."}, {"noi_dung": "- Khoản thứ hai."}, {"tieu_de": "Khoản có tiêu đề", "muc": [{"noi_dung": "Điểm."}]}]
    muc = [{"tieu_de": "Phạm vi", "muc": texts}, {"noi_dung": "Quyết định này có **hiệu lực**."}]
    assert body(muc=muc, dinh_dang={"danh_so": "dieu"})[:-1] == [
        "Điều 1. Phạm vi", "1. Khoản thứ nhất.", "Đoạn nữa.", "2. Khoản thứ hai.", "3. Khoản có tiêu đề", "a) Điểm.", "Điều 2. Quyết định này có hiệu lực.",
    ]  # fmt: skip
    assert kinds(muc=muc, dinh_dang={"danh_so": "dieu"})[:-1] == ["dieu", "doan", "doan", "doan", "khoan", "doan", "doan"]
    blocks = composed(muc=muc, dinh_dang={"danh_so": "dieu"}).values["tai_lieu"][0]["noi_dung"]
    assert blocks[-2]["chu"].runs == (("Điều 2. ", "b"), ("Quyết định này có ", ""), ("hiệu lực", "b"), (".", ""))
    assert type(blocks[1]["chu"]) is str


def test_an_article_must_say_something():
    with pytest.raises(InputError, match="Điều 2"):
        body(muc=[{"tieu_de": "Một"}, {"phat_hien": ["Ý"]}], dinh_dang={"danh_so": "dieu"})


def dieu(*titles, **more):
    return [{"tieu_de": title, "noi_dung": "Lời.", **more} for title in titles]


def heads(muc, danh_so):
    blocks = composed(muc=muc, dinh_dang={"danh_so": danh_so}).values["tai_lieu"][0]["noi_dung"][:-1]
    return [f"{b['chu']} {b.get('ten', '')}".strip() for b in blocks if b["kieu"] != "doan"]


def test_chapters_and_articles_run_on_sections_begin_anew():
    """``Chương I`` and ``Mục 1`` stand on their own line, the title in capitals on the next (mục II.6.đ)."""
    sections = [{"cap": "muc", "tieu_de": "đầu", "muc": dieu("b")}, {"cap": "muc", "tieu_de": "sau", "muc": dieu("c")}]
    muc = [
        {"tieu_de": "Quy định chung", "muc": dieu("a")},
        {"tieu_de": "Quy định riêng", "muc": sections},
        {"tieu_de": "Hết", "muc": [{"cap": "muc", "tieu_de": "cuối", "muc": dieu("d")}]},
    ]
    assert heads(muc, "chuong") == [
        "Chương I QUY ĐỊNH CHUNG", "Điều 1. a", "Chương II QUY ĐỊNH RIÊNG", "Mục 1 ĐẦU", "Điều 2. b", "Mục 2 SAU", "Điều 3. c",
        "Chương III HẾT", "Mục 1 CUỐI", "Điều 4. d",
    ]  # fmt: skip
    assert kinds(muc=muc, dinh_dang={"danh_so": "chuong"})[:2] == ["chuong", "dieu"]


def test_an_article_inside_a_chapter_should_have_a_title():
    """Mục II.6.d; a decision's own articles stand in no chapter and need none (form 1.2)."""
    muc = [{"tieu_de": "chung", "muc": [{"noi_dung": "Lời."}, {"tieu_de": "a", "noi_dung": "Lời."}]}]
    (warning,) = composed(muc=muc, dinh_dang={"danh_so": "chuong"}).warnings
    assert (warning.level, warning.path) == ("warning", ("muc", 0, "muc", 0))
    assert composed(muc=[{"noi_dung": "Lời."}], dinh_dang={"danh_so": "dieu"}).warnings == ()


def test_parts_stand_above_any_scheme():
    muc = [{"cap": "phan", "tieu_de": "tình hình", "muc": [{"tieu_de": "x"}, {"tieu_de": "y"}]}, {"cap": "phan", "tieu_de": "nhiệm vụ", "muc": [{"tieu_de": "z"}]}]
    assert heads(muc, "I") == ["Phần I TÌNH HÌNH", "I. X", "II. Y", "Phần II NHIỆM VỤ", "I. Z"]
    chapters = [{"cap": "phan", "tieu_de": str(n), "muc": [{"tieu_de": "c", "muc": dieu("d")}]} for n in (1, 2)]
    assert heads(chapters, "chuong") == ["Phần I 1", "Chương I C", "Điều 1. d", "Phần II 2", "Chương II C", "Điều 2. d"]
    mixed = [{"cap": "chuong", "tieu_de": "c", "muc": dieu("d")}, {"cap": "chuong", "tieu_de": "c", "muc": dieu("e")}]
    assert heads(mixed, "dieu") == ["Chương I C", "Điều 1. d", "Chương II C", "Điều 2. e"]


@pytest.mark.parametrize(
    ("muc", "says"),
    [
        ([{"tieu_de": "c", "muc": [{"cap": "phan", "tieu_de": "p", "muc": dieu("d")}]}], "Phần không nằm trong"),
        ([{"tieu_de": "c", "muc": [{"tieu_de": "d", "noi_dung": "x", "muc": [{"cap": "muc", "tieu_de": "m"}]}]}], "Mục không nằm trong"),
        ([{"muc": dieu("d")}], "Chương phải có tiêu đề"),
    ],
)
def test_divisions_out_of_order_or_without_title_are_refused(muc, says):
    with pytest.raises(InputError, match=says):
        body(muc=muc, dinh_dang={"danh_so": "chuong"})


def test_points_follow_the_decree_s_alphabet():
    """A khoản's points run a b c d đ e g h i k l (mục II.6.đ), which Word cannot count."""
    points = [{"tieu_de": "Ý"} for _ in range(11)]
    texts = body(muc=[{"tieu_de": "Một", "muc": points}])
    assert "".join(t[0] for t in texts if t[1:2] == ")") == "abcdđeghikl"


def test_sections_nested_too_deep_are_refused():
    with pytest.raises(InputError, match="sâu hơn"):
        body(muc=[{"tieu_de": "1", "muc": [{"tieu_de": "a", "muc": [{"tieu_de": "?"}]}]}])


DEEP = {"tieu_de": "1", "muc": [{"tieu_de": "a", "muc": [{"tieu_de": "?"}]}]}
OUT_OF_ORDER = [
    ("1", DEEP, ("muc", 0, "muc", 0, "muc")),
    ("I", {"tieu_de": "I", "muc": [DEEP]}, ("muc", 0, "muc", 0, "muc", 0, "muc")),
    ("chuong", {"tieu_de": "c", "muc": [{"cap": "phan", "tieu_de": "p", "muc": dieu("d")}]}, ("muc", 0, "muc", 0, "cap")),
    ("chuong", {"muc": dieu("d")}, ("muc", 0)),
    ("1", {"tieu_de": "1", "muc": [{"tieu_de": "ý"}] * 30}, ("muc", 0, "muc", 23)),
]


@pytest.mark.parametrize(("danh_so", "muc", "path"), OUT_OF_ORDER)
def test_sections_that_cannot_be_numbered_are_refused_where_they_stand(danh_so, muc, path):
    with pytest.raises(InputError) as caught:
        composed(muc=[muc], dinh_dang={"danh_so": danh_so})
    [problem] = caught.value.problems
    assert (problem.path, "danh_so = \"I\"" in problem.hint) == (path, muc == DEEP)


def test_lines_become_paragraphs_dashes_and_pluses():
    pasted = "Mở đầu:\n- Ý một\n-\tÝ hai\n• Ý ba\n– Ý tư\n+ Nhỏ\n\n\n-Sát chữ\n-5 độ\nKết."
    assert body(mo_dau={"noi_dung": pasted})[:-1] == [
        "Mở đầu:", "- Ý một", "- Ý hai", "- Ý ba", "- Ý tư", "+ Nhỏ", "- Sát chữ", "-5 độ", "Kết.",
    ]  # fmt: skip
    assert kinds(mo_dau={"noi_dung": pasted})[:6] == ["doan", "gach", "gach", "gach", "gach", "cong"]


def test_findings_print_as_dash_items_with_their_pluses():
    findings = ["Chưa ban hành kế hoạch.", "- Đã có gạch", {"noi_dung": "Có ý nhỏ:", "phu": ["một;", "+ hai."], "ma": "X-1"}]
    texts = body(muc=[{"tieu_de": "Tồn tại", "phat_hien": findings}])
    assert texts[1:6] == ["- Chưa ban hành kế hoạch.", "- Đã có gạch.", "- Có ý nhỏ:", "+ một;", "+ hai."]


@pytest.mark.parametrize("mark", ["-", "+"])
def test_a_mark_without_words_is_reported_with_what_to_do(mark):
    (warning,) = composed(mo_dau={"noi_dung": f"Mở đầu.\n{mark}\nTiếp."}).warnings
    assert (warning.text(), warning.hint_text()) == (f"Dòng chỉ có dấu “{mark}”, không có chữ nào sau đó, nên không in ra.", "Gõ nội dung sau dấu đó, hoặc xóa dòng.")
    assert (warning.level, warning.path) == ("warning", ("mo_dau", "noi_dung"))


UNTITLED = "Điều 1 nằm trong chương, mục nên phải có tiêu đề (Phụ lục I, Phần I, mục II.6.d)."


@pytest.mark.parametrize("cap", ["phan", "chuong", "muc", "tieu-muc"])
def test_an_article_below_a_division_should_have_a_title(cap):
    article = {"noi_dung": "Phạm vi."}
    context = composed(muc=[{"cap": cap, "tieu_de": "Đầu", "muc": [article]}], dinh_dang={"danh_so": "dieu"})
    assert [(warning.text(), warning.path) for warning in context.warnings] == [(UNTITLED, ("muc", 0, "muc", 0))]
    assert composed(muc=[article], dinh_dang={"danh_so": "dieu"}).warnings == ()
    assert composed(muc=[{"cap": cap, "tieu_de": "Đầu", "muc": [article | {"tieu_de": "Phạm vi"}]}], dinh_dang={"danh_so": "dieu"}).warnings == ()


def test_a_finding_of_several_lines_keeps_them_all():
    """The first is the dash item; the others are what their own marks say."""
    muc = [{"tieu_de": "Tồn tại", "phat_hien": [{"noi_dung": "Chậm giải quyết:\n+ Ba hồ sơ;\nĐã nhắc nhở.", "phu": ["Chưa công khai"]}]}]
    assert body(muc=muc, ket_thuc=None)[1:] == ["- Chậm giải quyết:", "+ Ba hồ sơ;", "Đã nhắc nhở.", "+ Chưa công khai./."]
    assert kinds(muc=muc, ket_thuc=None)[1:] == ["gach", "cong", "doan", "cong"]


def test_the_order_inside_a_section_is_the_contract_s():
    section = {
        "muc": [{"tieu_de": "con"}],
        "bang": {"cot": ["A"], "hang": [["x"]]},
        "phat_hien": ["phát hiện"],
        "noi_dung": "lời",
        "tieu_de": "Đầu",
    }
    assert kinds(muc=[section])[:5] == ["khoan", "doan", "gach", "bang", "diem"]


CLOSINGS = [
    ("Yêu cầu thực hiện.", "Yêu cầu thực hiện./."),
    ("Yêu cầu thực hiện", "Yêu cầu thực hiện./."),
    ("Yêu cầu thực hiện./.", "Yêu cầu thực hiện./."),
    ("Yêu cầu thực hiện;", "Yêu cầu thực hiện./."),
    ("Nêu rõ lý do (nếu có)", "Nêu rõ lý do (nếu có)./."),
    ("Đã xong chưa?", "Đã xong chưa?./."),
    ("Hết ./.", "Hết./."),
    ("Hết. ./.", "Hết./."),
    ("Hết./", "Hết./."),
    ("Hết /.", "Hết./."),
    ("Hết. / .", "Hết./."),
    ("Hết././.", "Hết./."),
    ("Ngày cấp: ../../..", "Ngày cấp: ../../.../."),
    ("Số: ..../..", "Số: ..../.../."),
    ("Hết:", "Hết./."),
    ("Hết.\n./.", "Hết./."),
    ("Hết.\n ./. ", "Hết./."),
    ("Hết **rồi**./.", "Hết rồi./."),
    ("Xem https://a.gov.vn/", "Xem https://a.gov.vn/./."),
    ("Xem https://a.gov.vn/.", "Xem https://a.gov.vn/./."),
]


@pytest.mark.parametrize(("given_text", "printed"), CLOSINGS)
def test_the_last_paragraph_closes_once(given_text, printed):
    assert body(ket_thuc={"noi_dung": given_text})[-1] == printed


@pytest.mark.parametrize(
    ("opening", "printed"),
    [("Như sau./.", "Như sau."), ("Như sau:./.", "Như sau:"), ("Như sau.\n./.", "Như sau."), ("Như **sau**./.", "Như sau."), ("Ngày 05/3/2026.", "Ngày 05/3/2026."), ("Một ./. hai.", "Một ./. hai.")],
)
def test_a_close_typed_further_up_goes(opening, printed):
    assert body(mo_dau={"noi_dung": opening}) == [printed, "Yêu cầu các đơn vị thực hiện./."]


def test_a_close_typed_at_a_basis_goes():
    assert body(mo_dau={"can_cu": ["Căn cứ Luật A./.", "Theo đề nghị của B./."]})[:2] == ["Căn cứ Luật A;", "Theo đề nghị của B."]


def test_a_close_alone_after_a_table_stays():
    section = {"tieu_de": "Bảng", "bang": {"cot": ["A"], "hang": [["x"]]}}
    assert body(muc=[section], ket_thuc={"noi_dung": "./."})[-1] == "./."


def test_the_close_stands_inside_the_last_run():
    last = composed(ket_thuc={"noi_dung": "Gửi ***trước ngày 28/6/2024.***"}).values["tai_lieu"][0]["noi_dung"][-1]
    assert isinstance(last["chu"], StyledText)
    assert last["chu"].runs[-1] == ("trước ngày\u00a028/6/2024./.", "bi")
    assert last["cuoi"]


def test_bases_are_punctuated():
    texts = body(mo_dau={"can_cu": ["Căn cứ Luật A", "Căn cứ Nghị định B;", "Theo đề nghị của C,"]})
    assert texts[:3] == ["Căn cứ Luật A;", "Căn cứ Nghị định B;", "Theo đề nghị của C."]


QUYET_DINH = {"mau": "quyet-dinh", "van_ban": {"loai": "QĐ", "trich_yeu": "Về việc thành lập Tổ công tác"}, "dinh_dang": {"danh_so": "dieu"}}


def test_a_decision_opens_with_authority_bases_and_its_words():
    """Form 1.2, from THẨM QUYỀN BAN HÀNH to QUYẾT ĐỊNH:."""
    mo_dau = {"tham_quyen": ["Chủ tịch", "Ủy ban nhân dân xã A"], "can_cu": ["Căn cứ Luật A", "Theo đề nghị của B"], "noi_dung": "Lời mở đầu."}
    decision = {**QUYET_DINH, "mo_dau": mo_dau, "muc": [{"noi_dung": "Thành lập Tổ."}], "ket_thuc": None}
    assert body(**decision) == [
        "CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ A", "Căn cứ Luật A;", "Theo đề nghị của B.", "QUYẾT ĐỊNH:", "Lời mở đầu.", "Điều 1. Thành lập Tổ./.",
    ]  # fmt: skip
    assert kinds(**decision)[:5] == ["tham_quyen", "tham_quyen", "can_cu", "can_cu", "quyet"]
    assert "QUYẾT NGHỊ:" in body(**{**decision, "mau": "nghi-quyet", "van_ban": {"loai": "NQ"}})


@pytest.mark.parametrize(
    ("articles", "gui", "first"),
    [
        (["Thành lập.", "Nhiệm vụ.", "Các ông, bà chịu trách nhiệm thi hành."], ["Sở A"], "- Như Điều 3;"),
        (["Thành lập.", "Ông A chịu trách nhiệm thi hành.", "Quyết định có hiệu lực từ ngày ký."], ["Sở A"], "- Như Điều 2;"),
        (["Thành lập.", "Hiệu lực."], ["Như Điều 1, Điều 2", "Sở A"], "- Như Điều 1, Điều 2;"),
        (["Thành lập."], [], "- Như Điều 1;"),
    ],
)
def test_recipients_of_a_decision_begin_with_the_article(articles, gui, first):
    values = composed(**QUYET_DINH, muc=[{"noi_dung": one} for one in articles], noi_nhan={"gui": gui, "luu": "VT"}, ket_thuc=None).values
    assert values["noi_nhan"][0] == first
    assert sum("Như Điều" in line for line in values["noi_nhan"]) == 1


def test_a_text_that_a_decision_issues_has_title_reference_and_numbers_of_its_own():
    """Form 1.3."""
    quy_che = {"ten_loai": "Quy chế", "trich_yeu": "Làm việc của Tổ", "danh_so": "chuong", "muc": [{"tieu_de": "chung", "muc": dieu("Phạm vi")}]}
    context = composed(**QUYET_DINH, muc=[{"noi_dung": "Ban hành kèm theo Quyết định này Quy chế."}], ket_thuc=None, van_ban_kem_theo=[quy_che], phu_luc=[{"tieu_de": "x"}])
    _, attached, annex = context.values["tai_lieu"]
    assert (attached["ten_loai"], attached["tieu_de"], attached["ten"]) == ("QUY CHẾ", "Làm việc của Tổ", "")
    assert nhu_go(attached["kem_theo"]) == "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Bình Điền)"
    assert [b["chu"] for b in attached["noi_dung"]] == ["Chương I", "Điều 1. Phạm vi", "Lời./."]
    assert (annex["ten"], annex["ten_loai"]) == ("Phụ lục", "")
    assert [w.path for w in context.warnings] == [("phu_luc", 0)]
    alone = composed(**QUYET_DINH, muc=[{"noi_dung": "Ban hành Quy chế."}], ket_thuc=None, van_ban_kem_theo=[quy_che])
    assert [w.path for w in alone.warnings] == [("van_ban_kem_theo", 0)]


def test_an_annex_of_a_decision_is_not_counted_in_articles():
    annex = [{"tieu_de": "x", "muc": [{"tieu_de": "Một"}]}, {"danh_so": "I", "muc": [{"tieu_de": "Hai"}]}]
    tai_lieu = composed(**QUYET_DINH, muc=[{"noi_dung": "Có Phụ lục."}], ket_thuc=None, phu_luc=annex).values["tai_lieu"]
    assert [part["noi_dung"][-1]["chu"] for part in tai_lieu] == ["Điều 1. Có Phụ lục./.", "1. Một./.", "I. HAI./."]


CONG_VAN = {"mau": "cong-van", "van_ban": {"loai": None, "don_vi_soan": "VX", "kinh_gui": "Sở A", "trich_yeu": "triển khai kế hoạch"}}


@pytest.mark.parametrize("typed", ["triển khai kế hoạch", "V/v triển khai kế hoạch", "Về việc triển khai kế hoạch"])
def test_an_official_letter_has_its_subject_below_its_number_and_no_title(typed):
    """Ô 5b (mục II.5.b); its symbol is issuer and drafting unit (mục II.3.b)."""
    context = composed(**{**CONG_VAN, "van_ban": {**CONG_VAN["van_ban"], "trich_yeu": typed}})
    van_ban = context.values["van_ban"]
    assert (van_ban["so_ky_hieu"], van_ban["trich_yeu"], van_ban["ten_loai"]) == ("12/UBND-VX", "V/v triển khai kế hoạch", "")
    assert (context.title, context.subject) == ("Công văn 12/UBND-VX", "triển khai kế hoạch")


def test_a_type_of_the_same_form_passes():
    assert composed(van_ban={"loai": "KH"}).values["van_ban"]["ten_loai"] == "KẾ HOẠCH"


def test_one_addressee_stands_on_the_line_of_kinh_gui_several_below():
    assert body(van_ban={"kinh_gui": "Bộ Nội vụ"})[0] == "Kính gửi: Bộ Nội vụ"
    assert body(van_ban={"kinh_gui": ["Sở A", "- Sở B"]})[:3] == ["Kính gửi:", "- Sở A;", "- Sở B."]


def test_recipients_are_punctuated():
    values = composed(noi_nhan={"gui": ["CT, các PCT", "- Đoàn Kiểm tra;", "Xã A."], "luu": "VT, NV."}).values
    assert values["noi_nhan"] == ["- CT, các PCT;", "- Đoàn Kiểm tra;", "- Xã A;", "- Lưu: VT, NV."]
    assert composed(van_ban={"kinh_gui": "Sở A"}).values["noi_nhan"][0] == "- Như trên;"


def test_a_line_of_filing_among_the_recipients_is_told():
    assert not composed(noi_nhan={"gui": ["Lưu trữ lịch sử thành phố", "Lưu Thị B"]}).warnings
    [doubt] = composed(noi_nhan={"gui": ["Các thôn", "Lưu: VT, KT"]}).warnings
    assert (doubt.path, doubt.hint_text()) == (("noi_nhan", "gui", 1), 'Bỏ dòng này, ghi luu = "VT, KT".')


def test_the_signature_is_in_capitals_and_the_name_is_not():
    ky = composed(ky={"quyen_han": ["TL. Chủ tịch"], "chuc_vu": "Chánh Văn phòng"}).values["ky"]
    assert ky == {"quyen_han": ["TL. CHỦ TỊCH"], "chuc_vu": "CHÁNH VĂN PHÒNG", "chuc_vu_khac": "", "ho_ten": "Nguyễn Văn A"}


def test_the_other_post_is_in_capitals_too():
    assert composed(ky={"chuc_vu_khac": "Chủ tịch UBND xã"}).values["ky"]["chuc_vu_khac"] == "CHỦ TỊCH UBND XÃ"


@pytest.mark.parametrize(
    ("noi_nhan", "last"),
    [
        ({"nguoi_soan": "pl", "so_ban": 300}, "- Lưu: VT. PL.(300)."),
        ({"nguoi_soan": "NTH"}, "- Lưu: VT. NTH."),
        ({"so_ban": 5}, "- Lưu: VT. (5)."),
        ({"luu": "VT, **NC**", "nguoi_soan": "PL"}, "- Lưu: VT, NC. PL."),
    ],
)
def test_drafter_and_copies_follow_the_filing(noi_nhan, last):
    assert str(composed(noi_nhan=noi_nhan).values["noi_nhan"][-1]) == last


SIGNERS = [{"co_quan": f"Sở {letter}", "chuc_vu": "Giám đốc", "ho_ten": letter} for letter in "BCDEF"]


@pytest.mark.parametrize(
    ("others", "rows"),
    [
        (1, {"hai": ["B A"], "ba": []}),
        (2, {"hai": [], "ba": ["B C A"]}),
        (3, {"hai": ["B A", "C D"], "ba": []}),
        (4, {"hai": [], "ba": ["B C A", "D E "]}),
        (5, {"hai": [], "ba": ["B C A", "D E F"]}),
    ],
)
def test_the_leading_agency_signs_on_the_right_of_the_first_row(others, rows):
    lead = {"co_quan": "Sở A", "quyen_han": None, "chuc_vu": "Giám đốc", "ho_ten": "A"}
    found = composed(ky=lead, ky_lien_tich=SIGNERS[:others]).values["ky_lien_tich"]
    assert {key: [" ".join(one["ho_ten"] for one in row.values()) for row in found[key]] for key in found} == rows
    assert (found["hai"] or found["ba"])[0]["phai"]["co_quan"] == "SỞ A"


def test_one_signer_has_no_rows():
    assert composed().values["ky_lien_tich"] == {}


def test_figures_and_emphasis_in_texts():
    figures = {"a": 306, "b": 310, "q": 4, "han": date(2024, 6, 28), "ten": "A*B* {{ x }}"}
    text = "Đúng hạn {{ a }}/{{ b }} hồ sơ (**{{ a | ty_le(b) }}**), quá hạn {{ q }}, hạn {{ han | ngay }}, {{ ten }}."
    printed = body(so_lieu=figures, mo_dau={"noi_dung": text})[0]
    assert printed == "Đúng hạn 306/310 hồ sơ (98,7%), quá hạn 04, hạn 28/6/2024, A*B* {{ x }}."
    assert ("98,7%", "b") in composed(so_lieu=figures, mo_dau={"noi_dung": text}).values["tai_lieu"][0]["noi_dung"][0]["chu"].runs


def test_texts_may_name_unit_number_and_issuer():
    text = "{{ don_vi.ten }} - {{ van_ban.so_ky_hieu }} - {{ co_quan.ten }} - {{ van_ban.ngay | ngay_day_du }}"
    assert body(don_vi={"ten": "xã A"}, mo_dau={"noi_dung": text})[0] == (
        "Xã A - 12/TB-UBND - Ủy ban nhân dân xã Bình Điền - ngày 05 tháng 3 năm 2026"
    )


UNIT = {"ten": "xã A", "thu": "vanthu@xa.vn"}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ don_vi.ten }} báo cáo", "Xã A báo cáo"),
        ("**{{ don_vi.ten }}** báo cáo", "Xã A báo cáo"),
        ("- {{ don_vi.ten }} báo cáo", "- Xã A báo cáo"),
        ("Đã rõ. {{ don_vi.ten }} báo cáo", "Đã rõ. Xã A báo cáo"),
        ("Đã rõ; {{ don_vi.ten }} báo cáo", "Đã rõ; xã A báo cáo"),
        ("**Đã rõ.** {{ don_vi.ten }} báo cáo", "Đã rõ. Xã A báo cáo"),
        ("Liên hệ đt. {{ don_vi.ten }}", "Liên hệ đt. xã A"),
        ("{{ 3 | bang_chu }} hộ", "Ba hộ"),
        ("{{ don_vi.thu }} nhận báo cáo", "vanthu@xa.vn nhận báo cáo"),
        ("xã A báo cáo", "xã A báo cáo"),
        ("(1) {{ don_vi.ten }}", "(1) xã A"),
    ],
)
def test_what_an_expression_puts_at_the_head_of_a_sentence_gets_its_capital(text, printed):
    """Phụ lục II, Mục I; what is typed stays as typed."""
    assert body(don_vi=UNIT, mo_dau={"noi_dung": f"Mở đầu.\n{text}\nKết."})[1] == printed


def test_titles_findings_and_recipients_begin_with_a_capital_too():
    unit = "{{ don_vi.ten }}"
    findings = {"muc": [{"tieu_de": unit, "phat_hien": [{"noi_dung": unit, "phu": [unit]}]}], "ket_thuc": None}
    assert body(don_vi=UNIT, **findings) == ["1. Xã A", "- Xã A:", "+ Xã A./."]
    assert composed(don_vi=UNIT, noi_nhan={"gui": [unit]}).values["noi_nhan"][0] == "- Xã A;"


def test_a_draft_says_what_it_does_not_know():
    text = "Số {{ van_ban.so_ky_hieu }} {{ van_ban.ngay | ngay }}"
    assert body(van_ban={"so": None, "ngay": None}, mo_dau={"noi_dung": text})[0] == "Số … …"


# --- refusals ------------------------------------------------------------------------------------------


def test_a_failing_check_shows_both_sides():
    checks = [
        {"dieu_kien": "a == b + c and a > 0", "thong_bao": "Tổng không khớp"},
        {"dieu_kien": "b == 2", "thong_bao": "Hai"},
        {"dieu_kien": "c / 0 == 1", "thong_bao": "Chia"},
    ]
    with pytest.raises(InputError) as caught:
        composed(so_lieu={"a": 322, "b": 310, "c": 11}, kiem_tra=checks)
    first, second, third = caught.value.problems
    assert first.text() == "Tổng không khớp: “a == b + c” không đúng, vì a = 322 còn b + c = 321."
    assert first.path == ("kiem_tra", 0, "dieu_kien")
    assert second.path == ("kiem_tra", 1, "dieu_kien")
    assert "chia cho 0" in third.text()


def test_every_text_that_fails_is_reported_with_its_path():
    with pytest.raises(InputError) as caught:
        composed(
            so_lieu={"a": 1, "z": 0},
            mo_dau={"noi_dung": "{{ a | ty_le(z) }}"},
            muc=[{"tieu_de": "T", "phat_hien": ["tốt", "{{ a / z }}"]}],
        )
    assert [problem.path for problem in caught.value.problems] == [("mo_dau", "noi_dung"), ("muc", 0, "phat_hien", 1)]


def test_an_empty_body_and_a_body_ending_in_a_table_are_refused():
    with pytest.raises(InputError, match="chưa có nội dung"):
        composed(ket_thuc=None)
    with pytest.raises(InputError, match="kết thúc bằng bảng"):
        composed(ket_thuc=None, muc=[{"tieu_de": "T", "bang": {"cot": ["A"], "hang": [["x"]]}}])


# --- figures worked out ------------------------------------------------------------------------------


def test_figures_are_worked_out_from_figures_in_any_order():
    formulas = {"ty_le": "dung_han | ty_le(da)", "con_lai": "tong - da", "tong": "da + dang"}
    text = "{{ tong }} hồ sơ, còn {{ con_lai }}, đúng hạn {{ ty_le }}"
    printed = body(so_lieu={"dung_han": 306, "da": 310, "dang": 12}, so_lieu_tinh=formulas, mo_dau={"noi_dung": text})[0]
    assert printed == "322 hồ sơ, còn 12, đúng hạn 98,7%"


@pytest.mark.parametrize(
    ("formulas", "says", "paths"),
    [
        ({"x": "y + 1", "y": "z", "z": "x"}, "x → y → z → x", [("so_lieu_tinh", "x")]),
        ({"x": "x + 1"}, "x → x", [("so_lieu_tinh", "x")]),
        ({"x": "a / 0", "y": "x + 1"}, "chia cho 0", [("so_lieu_tinh", "x")]),
        ({"a": "2"}, "vừa có trong", [("so_lieu_tinh", "a")]),
        ({"x": "a / 0", "y": "a | ngay"}, "không đúng loại", [("so_lieu_tinh", "x"), ("so_lieu_tinh", "y")]),
    ],
)
def test_formulas_that_cannot_be_worked_out_are_refused(formulas, says, paths):
    with pytest.raises(InputError, match=says) as caught:
        composed(so_lieu={"a": 1}, so_lieu_tinh=formulas)
    assert [problem.path for problem in caught.value.problems] == paths


def test_a_check_may_allow_a_difference():
    check = {"dieu_kien": "a + b == 10", "thong_bao": "Tổng", "sai_so": Decimal("0.5")}
    assert composed(so_lieu={"a": Decimal("4.7"), "b": Decimal("5.1")}, kiem_tra=[check])
    with pytest.raises(InputError, match="Tổng"):
        composed(so_lieu={"a": Decimal("4.7"), "b": Decimal("6.1")}, kiem_tra=[check])


def test_arithmetic_typed_in_a_text_is_worked_out_again():
    wrong = composed(so_lieu={"a": 103}, mo_dau={"noi_dung": "trực tuyến {{ a }}/322 hồ sơ đạt tỷ lệ 33%"}).warnings
    assert [(w.path, w.level, w.values["dung"]) for w in wrong] == [(("mo_dau", "noi_dung"), "warning", "32%")]
    assert not composed(mo_dau={"noi_dung": "trực tuyến 103/322 hồ sơ đạt tỷ lệ 32%; 310 + 12 = 322"}).warnings


# --- tables and annexes ------------------------------------------------------------------------------


def test_a_table_prints_figures_aligned_and_totalled():
    bang = {
        "tieu_de": "Kết quả",
        "don_vi_tinh": "hồ sơ",
        "cot": ["TT", "Lĩnh vực", "Tiếp nhận", "Tỷ lệ"],
        "hang": [[1, "Đất đai", 1250, "{{ a | ty_le(b) }}"], [2, "Hộ tịch", "{{ b }}", "-"]],
        "tong": True,
    }
    blocks = composed(so_lieu={"a": 1, "b": 4}, muc=[{"tieu_de": "T", "bang": bang}]).values["tai_lieu"][0]["noi_dung"]
    title, unit, table = blocks[1:4]
    assert (title["chu"], unit["chu"]) == ("Kết quả", "Đơn vị tính: hồ sơ")
    assert [[c["chu"] for c in row] for row in table["hang"]] == [["1", "Đất đai", "1.250", "25%"], ["2", "Hộ tịch", "4", "-"]]
    assert [c["la_so"] for c in table["hang"][0]] == [False, False, True, True]
    assert [c["chu"] for c in table["tong"]] == ["", "Tổng cộng", "1.254", ""]
    assert sum(c["rong"] for c in table["cot"]) == 9354


def test_asked_widths_are_kept_in_proportion():
    bang = {"cot": ["A", "B"], "hang": [["x", "y"]], "rong": [1, 3]}
    table = composed(muc=[{"tieu_de": "T", "bang": bang}]).values["tai_lieu"][0]["noi_dung"][1]
    assert [c["rong"] for c in table["cot"]] == [2338, 7016]


def test_annexes_are_numbered_in_roman_when_several():
    one = composed(phu_luc=[{"tieu_de": "Danh sách", "noi_dung": "Có."}])
    assert one.values["tai_lieu"][1]["ten"] == "Phụ lục"
    assert one.values["tai_lieu"][1]["tieu_de"] == "DANH SÁCH"
    assert nhu_go(one.values["tai_lieu"][1]["kem_theo"]) == (
        "(Kèm theo Thông báo số 12/TB-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Bình Điền)"
    )
    two = composed(phu_luc=[{"noi_dung": "Có."}, {"noi_dung": "Có nữa."}]).values
    assert [t["ten"] for t in two["tai_lieu"][1:]] == ["Phụ lục I", "Phụ lục II"]
    assert two["co_phu_luc"]
    assert two["tai_lieu"][2]["noi_dung"][-1]["chu"] == "Có nữa./."


def test_an_annex_that_ends_in_a_table_is_closed_below_it():
    """Form 2.1."""
    bang = {"cot": ["A"], "hang": [["x"]]}
    _, first, second, third = composed(phu_luc=[{"bang": bang}, {"noi_dung": "Có.", "bang": bang}, {"noi_dung": "Có./.", "muc": [{"bang": bang, "noi_dung": "Hết"}]}]).values["tai_lieu"]
    assert [[block["kieu"], block["chu"]] for block in first["noi_dung"]] == [["bang", ""], ["doan", "./."]]
    for annex in (second, third):
        assert [block["chu"].count("./.") for block in annex["noi_dung"]] == [0] * (len(annex["noi_dung"]) - 1) + [1]


def test_a_blank_reference_has_what_its_form_has():
    """Forms 2.2 and 1.3: no stroke in that of an annex, ``/QĐ-`` in that of a text that a decision issues."""
    quy_che, electronic = {"ten_loai": "Quy chế", "trich_yeu": "x", "noi_dung": "y"}, QUYET_DINH | {"van_ban": {**QUYET_DINH["van_ban"], "dien_tu": True}}
    tables = {"muc": [{"noi_dung": "Ban hành kèm theo Quyết định này Quy chế, Phụ lục."}], "ket_thuc": None, "van_ban_kem_theo": [quy_che], "phu_luc": [{"tieu_de": "x", "noi_dung": "y"}]}
    _, attached, annex = composed(**electronic, **tables).values["tai_lieu"]
    assert " ".join(attached["kem_theo"].split()) == "(Kèm theo Quyết định số /QĐ- ngày tháng năm của Ủy ban nhân dân xã Bình Điền)"
    assert " ".join(annex["kem_theo"].split()) == "(Kèm theo Quyết định số ngày tháng năm của Ủy ban nhân dân xã Bình Điền)"


def test_an_annex_names_the_agency_of_the_letterhead():
    """Phụ lục I, Phần I, mục III.1.c and II.2.a: the agency of ô số 2, or the office of state that stands there."""
    chairman = {"co_quan": {"ten": ["Chủ tịch Ủy ban nhân dân", "xã Bình Điền"]}, "ky": {"quyen_han": []}}
    for more, issuer in (({}, "Ủy ban nhân dân xã Bình Điền"), (chairman, "Chủ tịch Ủy ban nhân dân xã Bình Điền")):
        tables = QUYET_DINH | {"mo_dau": {"tham_quyen": ["Chủ tịch Ủy ban nhân dân xã Bình Điền"]}, "phu_luc": [{"tieu_de": "x", "noi_dung": "y"}]} | more
        assert nhu_go(composed(**tables).values["tai_lieu"][1]["kem_theo"]).endswith(f" của {issuer})")


def test_an_annex_nobody_points_to_is_a_warning():
    annex = [{"noi_dung": "Có."}]
    assert len(composed(phu_luc=annex).warnings) == 1
    assert not composed(phu_luc=annex, ket_thuc={"noi_dung": "Chi tiết tại Phụ lục kèm theo."}).warnings


# --- nothing is lost -------------------------------------------------------------------------------

_WORD = st.text(alphabet=st.characters(whitelist_categories=["L", "N"], whitelist_characters="&<>'\"%()"), min_size=1, max_size=9)


@pytest.mark.slow
@given(st.lists(st.lists(_WORD, min_size=1, max_size=6), min_size=1, max_size=8))
def test_every_word_is_printed_in_order(lines):
    source = "\n".join(" ".join(words) for words in lines)
    printed = " ".join(body(mo_dau={"noi_dung": source})[:-1]).split()
    assert printed == unicodedata.normalize("NFC", source).split()


# --- the page ----------------------------------------------------------------------------------------


def test_every_fact_is_seen_by_texts_conditions_and_file_names():
    tables = {"don_vi": {"ten": "xã A"}, "so_lieu": {"a": 1}, "co_quan": {"chu_quan": "UBND tỉnh B"}, "van_ban": {"khan": "khẩn", "luu_hanh": "lưu hành nội bộ"}}
    asked = [f"{group}.{name}" for group, names in expressions.GROUPS.items() for name in sorted(names)]
    texts = body(**tables, mo_dau={"noi_dung": [f"{{{{ {name} }}}}" for name in asked if name != "van_ban.trich_yeu"]})
    assert all(text and BLANK not in text for text in texts)
    checks = [{"dieu_kien": f"{name} != 'x'", "thong_bao": name} for name in asked]
    issued = SimpleNamespace(context=composed(**tables, kiem_tra=checks), notice=notice(**tables))
    for name in asked:
        assert BLANK not in file_name(f"{{{{ {name} }}}}", issued, 12)
    assert file_name("{{ van_ban.so }} {{ van_ban.loai }} {{ van_ban.ngay }} {{ a }} {{ don_vi.ten }}", issued, 12) == "12 TB 05-3-2026 01 xã A.docx"


def test_a_template_sees_the_page_as_plain_dicts_and_lists():
    bang = {"cot": ["TT", "Số"], "hang": [["x", 3]], "tong": True}
    context = composed(so_lieu={"ky": 1, "a": 2}, muc=[{"tieu_de": "T", "bang": bang}], phu_luc=[{"noi_dung": "Phụ lục."}])
    values = context.values
    assert set(values) == {"so_lieu", "a", *(field.name for field in fields(Page))}
    assert values["ky"] == {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "CHỦ TỊCH", "chuc_vu_khac": "", "ho_ten": "Nguyễn Văn A"}
    assert (values["ban_sao"], values["ky_lien_tich"], values["ky_cac_ben"]) == ({}, {}, {})

    def kinds_of(value):
        yield type(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from kinds_of(inner)

    assert set(kinds_of(values)) <= {dict, list, str, int, bool}
    assert values["tai_lieu"][0]["noi_dung"][1]["hang"][0][1] == {
        "chu": "3", "la_so": True, "rong": context.page.tai_lieu[0].noi_dung[1].cot[1].rong, "giua": False, "dam": False, "cot": 1, "giu": True,
    }


# --- where a problem is reported ---------------------------------------------------------------------

LONE = "Bàn giao **tài sản"
SECTION = {"tieu_de": LONE, "noi_dung": [LONE], "phat_hien": [{"noi_dung": [LONE], "phu": [LONE]}], "muc": [{"tieu_de": "Mục con", "noi_dung": [LONE]}]}
TABLE = {"tieu_de": LONE, "don_vi_tinh": LONE, "cot": ["TT", LONE], "hang": [[1, LONE], [LONE, 2]]}
EIGHT = datetime.fromisoformat("2026-03-06 08:00:00")
SOMEBODY = {"ho_ten": "Trần Thị B", "chuc_vu": LONE}
LEAVE = {"ngay_don": EIGHT.date(), "so_ngay": 1, "tu_ngay": EIGHT.date(), "den_ngay": EIGHT.date()}
EVERYWHERE = [
    {"co_quan": {"chu_quan": [LONE], "ten": ["Ủy ban nhân dân", LONE], "dia_chi": ["Số 1", LONE]}},
    {"van_ban": {"trich_yeu": LONE}},
    {"van_ban": {"loai": None, "kinh_gui": ["Sở A", LONE]}},
    {"mo_dau": {"can_cu": ["Căn cứ Luật", LONE], "noi_dung": ["Mở đầu.", LONE]}},
    {"muc": [{"tieu_de": "Mục"}, SECTION | {"bang": [TABLE, TABLE]}]},
    {"muc": [{"tieu_de": "Mục", "phat_hien": ["Một ý", LONE]}]},
    {"phu_luc": [{"tieu_de": "Phụ lục"}, {"tieu_de": LONE, "noi_dung": [LONE], "muc": [SECTION], "bang": [TABLE, TABLE]}]},
    {"van_ban_kem_theo": [{"ten_loai": "Quy chế", "trich_yeu": LONE, "noi_dung": [LONE], "muc": [SECTION]}]},
    {"ket_thuc": {"noi_dung": ["Hết.", LONE]}},
    {"noi_nhan": {"gui": ["Các thôn", LONE], "luu": LONE}},
    {"ky": {"quyen_han": [LONE], "chuc_vu": LONE, "chuc_vu_khac": LONE}},
    {"giay_moi": {"kinh_moi": ["Ông A", LONE], "toi_du": LONE, "chu_tri": LONE, "thoi_gian": EIGHT, "dia_diem": LONE}},
    {"giay_moi": {"kinh_moi": [LONE], "toi_du": "Hội nghị", "thoi_gian": EIGHT, "dia_diem": "Hội trường"}},
    {"cong_dien": {"nguoi_dien": LONE, "dien_toi": ["Sở A", LONE]}},
    {"bien_ban": {"thoi_gian": EIGHT, "den_luc": EIGHT, "dia_diem": LONE, "thanh_phan": [LONE], "chu_tri": LONE, "thu_ky": SOMEBODY}},
    {"giay_gioi_thieu": SOMEBODY | {"cu_den": LONE, "ve_viec": LONE, "den_ngay": EIGHT.date()}},
    {"giay_nghi_phep": SOMEBODY | LEAVE | {"noi_nghi": LONE, "tinh_vao": LONE}},
    {"ben": [{"ten": "Bên một", "dai_dien": SOMEBODY}, {"ten": LONE, "thong_tin": [LONE], "dai_dien": SOMEBODY}]},
]


LINES = {"chu_quan", "ten", "dia_chi", "kinh_gui", "noi_dung", "quyen_han", "kinh_moi", "dien_toi", "thanh_phan", "thong_tin"}
"""Keys whose lines may be typed as one text: they are reported as a whole."""


def typed_at(value, path=()):
    """Where LONE is typed; the lines of a finding are the finding's."""
    if value == LONE:
        return {path}
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    places = {place for step, one in inner for place in typed_at(one, (*path, step))}
    if path and path[-1] in LINES:
        return {path[:-1] if "phat_hien" in path else path} if places else set()
    return places


@pytest.mark.parametrize("tables", EVERYWHERE, ids=lambda tables: next(iter(tables)))
def test_what_is_wrong_in_a_text_is_reported_where_it_is_typed(tables):
    assert {warning.path for warning in composed(**tables).warnings if "**" in warning.found} == typed_at(tables)

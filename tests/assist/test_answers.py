"""Completion, hover, outline, and where the page comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import notice_gen
from notice_gen import assist
from notice_gen.assist import Desk
from notice_gen.assist.desk import look
from tests.helpers.findings import GOOD, TODAY, changed
from tests.helpers.wrong import good

DESK = Desk(TODAY, file="van-ban.toml")
CARET = "§"


def at_caret(text: str) -> tuple[str, int, int]:
    at = text.index(CARET)
    return text.replace(CARET, "", 1), text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def offered(text: str, desk: Desk = DESK) -> dict[str, assist.Completion]:
    return {one.label: one for one in assist.complete(*at_caret(text), desk)}


def chosen(text: str, label: str) -> str:
    """*text* after the choice, the caret where it goes."""
    one = offered(text)[label]
    plain, start = text.replace(CARET, "", 1), one.edit.span
    lines = plain.split("\n")
    at = sum(len(line) + 1 for line in lines[: start.line - 1]) + start.column - 1 + one.caret
    new = assist.applied(plain, [one.edit])
    return new[:at] + CARET + new[at:]


@pytest.mark.parametrize(("old", "new", "there", "absent"), [
    ("so = 12\n", "so = 12\nk§\n", {"khan", "kinh_gui", "ky_hieu"}, {"so", "ngay", "ho_ten"}),
    ("so = 12\n", "so = 12\nkhan = §\n", {"khẩn", "thượng khẩn", "hỏa tốc"}, set()),
    ("so = 12\n", 'so = 12\nkhan = "§"\n', {"khẩn"}, set()),
    ("so = 12\n", "so = 12\ndien_tu = §\n", {"true", "false"}, set()),
    ("so = 12\n", "so = §\n", {"tu-dong"}, set()),
    ('mau = "thong-bao"', 'mau = "§"', {"thong-bao", "cong-van", "quyet-dinh"}, set()),
    ("[mo_dau]", "[§\n[mo_dau]", {"[[muc]]", "[ket_thuc]", "[[phu_luc]]"}, {"[ky]", "[van_ban]", "[[muc.muc]]"}),
    ("[noi_nhan]", "[[muc.§\n[noi_nhan]", {"[[muc.muc]]", "[[muc.phat_hien]]", "[[muc.bang]]"}, set()),
    ('ma = "A-01"', 'ma = "A-01", §', {"loai", "han", "linh_vuc"}, {"ma"}),
    ('ma = "A-01"', 'loai = "§"', {"ket-qua", "ton-tai", "yeu-cau"}, set()),
    ("{{ tiep_nhan }}", "{{ §", {"tiep_nhan", "han_nop", "don_vi."}, {"loai"}),
    ("{{ tiep_nhan }}", "{{ don_vi.§ }}", {"ten"}, {"tiep_nhan"}),
    ("{{ tiep_nhan }}", "{{ tiep_nhan | §", {"bang_chu", "tien", "ty_le"}, {"tiep_nhan"}),
    ('ten = "thôn Một"', 'ten = "Bình Điề§"', {"xã Bình Điền"}, set()),
    ('ten = "thôn Một"', 'ma = "2003§"', {"20035 xã Bình Điền"}, set()),
    ('["TM. Ủy ban nhân dân"]', '["§"]', {"TM. Ủy ban nhân dân", "KT. Chủ tịch", "TL. Chủ tịch"}, set()),
    ("[ky]\n", '[dinh_dang]\ndanh_so = "§"\n[ky]\n', {"1", "I", "dieu", "khong"}, set()),
    ("[ky]\n", "[dinh_dang]\ndanh_so: §\n[ky]\n", {"dieu"}, set()),
    ('tieu_de = "Kết quả"\n', 'tieu_de = "Kết quả"\nbang = { cot = ["a"], § }\n', {"hang", "tong", "rong"}, {"cot"}),
    ("phien_ban = 1\n", "§\n", {"phien_ban"}, {"mau", "van_ban"}),
    ("trich_yeu = ", "trich§_yeu = ", {"trich_yeu", "khan"}, {"so", "ngay"}),  # the key there is may be typed anew
])  # fmt: skip
def test_what_may_stand_at_the_caret(old, new, there, absent):
    labels = offered(changed(GOOD, (old, new))).keys()
    assert there <= labels
    assert absent.isdisjoint(labels)


def test_a_figure_is_offered_with_what_it_prints_now():
    found = offered(changed(GOOD, ("{{ tiep_nhan }}", "{{ §")))
    assert (found["tiep_nhan"].detail, found["han_nop"].detail) == ("322", "28/6/2024")
    assert offered(changed(GOOD, ("{{ tiep_nhan }}", "{{ tiep_nhan | §")))["bang_chu"].detail == "ba trăm hai mươi hai"


def test_what_is_worked_out_is_known_while_the_text_is_refused():
    text = changed(GOOD, ("[mo_dau]", '[so_lieu_tinh]\nhai_lan = "tiep_nhan * 2"\n[mo_dau]'), ("{{ tiep_nhan }}", "{{ §"), ("so = 12", "so ="))
    assert offered(text)["hai_lan"].detail == "644"


def test_a_required_key_comes_with_its_help_and_the_caret_where_the_value_goes():
    text = changed(GOOD, ('trich_yeu = "Kết luận kiểm tra tại {{ don_vi.ten }}"', "tr§"))
    one = offered(text)["trich_yeu"]
    assert one.required
    assert one.help.startswith("Trích yếu nội dung")
    assert 'trich_yeu = "§"' in chosen(text, "trich_yeu")
    assert 'khan = "hỏa tốc"§' in chosen(changed(GOOD, ("so = 12\n", 'so = 12\nkhan = "hỏ§\n')), "hỏa tốc")
    assert "ngay = 2026-11-23§" in chosen(changed(GOOD, ("ngay = 2024-06-12", "ng§")), "ngay")


def test_nothing_is_offered_in_a_remark_or_a_free_text():
    assert not offered(changed(GOOD, ("so = 12", "so = 12 # kh§")))
    assert not offered(changed(GOOD, ("Kết quả", "Kết quả§")))


@pytest.mark.parametrize(("old", "new", "words"), [
    ("trich_yeu", "trich§_yeu", ["trich_yeu · phải có", "Trích yếu nội dung"]), ("[van_ban]", "[van§_ban]", ["[van_ban]", "Số, ký hiệu"]),
    ("{{ tiep_nhan }}", "§{{ tiep_nhan }}", ["tiep_nhan → 322"]),
    ("{{ tiep_nhan }}", "{§{ tiep_nhan }}", ["tiep_nhan → 322"]), ("{{ tiep_nhan }}", "{{ tiep§_nhan * 2 }}", ["tiep_nhan * 2 → 644", "tiep_nhan = 322"]), ("tiep_nhan = 322", "tiep§_nhan = 322", ["tiep_nhan = 322"]),
    ('"tiep_nhan == 322"', '"tiep_§nhan == 322"', ["→ đúng"]), ("so = 12", "s§o = ", ["so", "Số văn bản"]),
    ("[ky]", '[the_thuc]\nbo_qua = ["TR§05"]\n[ky]', ["TR05 · Phụ lục I, Phần I, Mục I, khoản 7"]),
    ("[ky]", '[the_thuc]\nbo_qua = ["so_lieu_khong§_dung"]\n[ky]', ["so_lieu_khong_dung", "không in ra"]),
    ("[ky]", '[dinh_dang]\ndanh_§so = "1"\n[ky]', ["1, I, dieu, chuong, khong"]),
])  # fmt: skip
def test_hover(old, new, words):
    found = assist.hover(*at_caret(changed(GOOD, (old, new))), DESK)
    assert found
    for word in words:
        assert any(word in line for line in found.lines), found.lines


def test_hover_over_plain_words_says_nothing():
    assert assist.hover(*at_caret(changed(GOOD, ("Kết quả", "Kết §quả"))), DESK) is None


def names(symbols: tuple[assist.Symbol, ...]) -> list[object]:
    return [(one.kind, one.name, names(one.inner)) if one.inner else (one.kind, one.name) for one in symbols]


def test_outline():
    found = names(assist.outline(GOOD, DESK))
    assert ("section", "[[muc]] Kết quả", [("item", "Đã tiếp nhận {{ tiep_nhan }} hồ sơ."), ("item", "Đã công khai.")]) in found
    assert ("table", "[so_lieu]", [("figure", "tiep_nhan = 322"), ("figure", "han_nop = 2024-06-28")]) in found


def test_outline_of_a_text_that_is_no_toml_has_what_can_be_read():
    assert "[ky]" in [one.name for one in assist.outline(changed(GOOD, ("so = 12", "so = ")), DESK)]


def test_the_parts_of_an_outline_stand_where_it_says():
    for case in good():
        lines = case.text.split("\n")

        def check(symbols: tuple[assist.Symbol, ...], lines: list[str]) -> None:
            for one in symbols:
                if one.kind in ("table", "section") and isinstance(one.path[-1], int | str) and one.head.line:
                    assert lines[one.head.line - 1].lstrip()[one.head.column - 1 :].startswith(("[", str(one.path[-1]))), one
                check(one.inner, lines)

        check(assist.outline(case.text, DESK), lines)


# --- where the page comes from -----------------------------------------------------------------------

FIXED = re.compile(
    r"CỘNG HÒA .*|Độc lập - .*|Nơi nhận:|Kính gửi:|- Như .*;|QUYẾT (NGHỊ|ĐỊNH):|Phụ lục( [IVX]+)?|\./\.|ĐẠI DIỆN BÊN .|THƯ KÝ|CHỦ TỌA|Hôm nay, .*:"
    r"|(Hai|Các) bên thống nhất .*:|Thời gian.*|Thành phần tham dự:|Nội dung:|Đề nghị Quý cơ quan .*|Giấy này có giá trị .*|Xác nhận của .*"
    r"|\(Chữ ký, .*\)|TRÍCH SAO|Số: .*|\(Kèm theo .*|SỞ NỘI VỤ|Bên [A-Z].*|Tổng cộng|.*kết thúc vào .*|.* trân trọng (giới thiệu|kính mời):"
)
"""What the form says by itself."""


@pytest.mark.parametrize("case", good(), ids=lambda case: case.name)
def test_every_paragraph_of_the_page_leads_to_its_line(case):
    from notice_gen.assist import tracing

    desk = replace(DESK, file=case.name)
    issued = look(case.text, desk).issued
    assert issued
    page = tracing._paragraphs(tracing._printed(issued, issued.notice, desk))
    found = {one.paragraph: one for one in assist.origins(case.text, desk)}
    lost = [one.text for n, one in enumerate(page) if one.text.strip() and n not in found and not FIXED.fullmatch(one.text.strip())]
    assert lost == []
    lines = case.text.split("\n")
    for one in found.values():
        assert one.text == page[one.paragraph].text
        if one.file == case.name and one.path[0] != "mau" and {"hang", "tong"}.isdisjoint(one.path) and "{{" not in lines[one.span.line - 1]:
            assert _alike(one.text, "\n".join(lines[one.span.line - 1 : one.span.end_line])), (one, lines[one.span.line - 1])


def _alike(printed: str, typed: str) -> bool:
    """Tell whether most of the words printed are typed there, or what is typed is printed."""
    printed = printed.replace("\u00a0", " ")
    words, value = re.findall(r"\w{2,}", printed.lower()), typed.partition("=")[2].strip(' "[],').lower()
    known = sum(word in typed.lower() for word in words) * 2 >= len(words)
    return known or value in printed.lower() or printed.startswith(("Số:", "Kèm"))


def test_lines_of_one_text_that_are_alike_lead_each_to_its_own():
    text = changed(GOOD, ("Căn cứ Biên bản kiểm tra;", "Giống nhau.\nKhác.\nGiống nhau."))
    found = [one.span.line for one in assist.origins(text, DESK) if one.text == "Giống nhau."]
    first = text.split("\n").index("Giống nhau.") + 1
    assert found == [first, first + 2]


def test_cells_lead_to_their_row():
    bang = 'bang = { cot = ["TT", "Thôn", "Hồ sơ"], hang = [\n  [1, "Một", 12],\n  [2, "Hai", 12],\n], tong = true }\n'
    text = changed(GOOD, ('tieu_de = "Kết quả"\n', f'tieu_de = "Kết quả"\n{bang}'), ("[noi_nhan]", '[ket_thuc]\nnoi_dung = "Yêu cầu thực hiện."\n[noi_nhan]'))
    line = next(n for n, one in enumerate(text.split("\n"), start=1) if one.startswith("  [1,"))
    found = {(one.text, one.span.line) for one in assist.origins(text, DESK) if "bang" in one.path}
    assert {("12", line), ("12", line + 1), ("Một", line), ("Hai", line + 1)} <= found


def test_what_the_office_says_leads_to_its_file():
    office = '[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n'
    text = changed(GOOD, ('[co_quan]\nten = ["Ủy ban nhân dân", "xã Bình Điền"]\nviet_tat = "UBND"\n\n', ""))
    found = {one.text: (one.file, one.span.line) for one in assist.origins(text, replace(DESK, office=office))}
    assert found["XÃ BÌNH ĐIỀN"] == ("notice-gen.toml", 2)


def test_a_refused_text_has_no_page():
    assert assist.origins(changed(GOOD, ("so = 12", "so = ")), DESK) == ()


def test_a_page_with_charts_leads_to_its_lines():
    text = (Path(__file__).parents[2] / "examples" / "bao-cao-bieu-do.toml").read_text("utf-8")
    found = {origin.text.replace("\u00a0", " "): origin.path for origin in assist.origins(text, DESK)}
    assert found["Biểu đồ 1. Hồ sơ đã giải quyết theo quý"] == ("muc", 0, "bieu_do", 0, "ten")
    assert found["Biểu đồ 3. Hồ sơ tiếp nhận, giải quyết của các xã, phường"] == ("muc", 1, "bieu_do", 0, "ten")
    assert found["Sở Nội vụ kính báo cáo Ủy ban nhân dân thành phố./."][:1] == ("ket_thuc",)


@pytest.mark.parametrize("so", ["so = 12", 'so = "tu-dong"', ""])
def test_the_paper_is_the_one_that_the_library_makes(so):
    text = GOOD.replace("so = 12", so)
    assert assist.paper(text, Desk(TODAY)) == notice_gen.make(text.encode(), today=TODAY).docx
    assert assist.paper(text.replace("ngay = ", "ngayy = "), Desk(TODAY)) is None

"""Letters, capitals, tone marks, order, file names, abbreviations, filters."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen import expressions
from notice_gen import vietnamese as vn
from notice_gen.expressions import sandbox
from notice_gen.vietnamese import viet_tat
from notice_gen.vietnamese.chu_cai import _TCVN3, _VNI, cac_cum, dau_cum, phong_chu_cu

TEXT = st.text(st.characters(codec="utf-8"))
VIETNAMESE = st.text("aáàảãạăằắâấđeêệioôơuưỳýAÀĐÔƯ hbctnqg-", max_size=30)


def test_letters_of_points_follow_the_decree():
    """Phụ lục I, mục II.6, with the usage of Phụ lục VI: d, đ, no f, j, w, z, no ă, â, ê, ô, ơ, ư."""
    letters = [vn.chu_diem(i) for i in range(23)]
    assert "".join(letters) == "abcdđeghiklmnopqrstuvxy"
    for place in (-1, 23):
        with pytest.raises(ValueError, match="no letter"):
            vn.chu_diem(place)


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Ủy ban nhân dân xã Đắk Ơ", "ỦY BAN NHÂN DÂN XÃ ĐẮK Ơ"),
        (unicodedata.normalize("NFD", "thị xã Hương Trà"), "THỊ XÃ HƯƠNG TRÀ"),
        ("quý I/2024", "QUÝ I/2024"),
    ],
)
def test_capitals_are_precomposed(text, capitals):
    assert vn.chu_hoa(text) == capitals


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("xã Bình Điền", "xa-binh-dien"),
        ("Phường 3, Quận 5", "phuong-3-quan-5"),
        ("1999/TB-UBND", "1999-tb-ubnd"),
        ("Ea H'leo", "ea-hleo"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("  ...  ", ""),
        ("CON", "con_"),
        ("nul", "nul_"),
        ("com1", "com1_"),
        ("concord", "concord"),
        ("../../etc", "etc"),
        ("漢字", ""),
    ],
)
def test_file_names(text, name):
    assert vn.slug(text) == name


@given(TEXT)
def test_file_names_are_safe_whatever_the_text(text):
    name = vn.slug(text)
    assert name.isascii()
    assert name == name.lower()
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert vn.slug(unicodedata.normalize("NFD", text)) == name


# --- tone marks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("thủy", "thuỷ"),
        ("ủy", "uỷ"),
        ("tòa", "toà"),
        ("xòe", "xoè"),
        ("lũy", "luỹ"),
        ("họa", "hoạ"),
    ],
)
def test_tone_marks_move_both_ways(old, new):
    assert vn.dat_dau(old, "moi") == new
    assert vn.dat_dau(new, "cu") == old
    assert vn.dat_dau(old, "cu") == old
    assert vn.dat_dau(new, "moi") == new


@pytest.mark.parametrize(
    "word", ["hoàn", "quý", "quỳ", "hoa", "khoẻn", "thuở", "của", "ngoáy", "hoặc", "uyển", "lúa", "hoài"]
)
def test_other_syllables_have_one_place_only(word):
    assert vn.dat_dau(word, "cu") == vn.dat_dau(word, "moi") == word


def test_names_are_left_alone_unless_asked():
    assert vn.dat_dau("xã Hoà Bình, HOÀ GIẢI", "cu") == "xã Hoà Bình, HOÀ GIẢI"
    assert vn.dat_dau("xã Hoà Bình, HOÀ GIẢI", "cu", chu_hoa_dau=True) == "xã Hòa Bình, HÒA GIẢI"


@given(VIETNAMESE)
def test_moving_tone_marks_changes_nothing_else(text):
    for kieu in ("cu", "moi"):
        moved = vn.dat_dau(text, kieu, chu_hoa_dau=True)
        assert vn.dat_dau(moved, kieu, chu_hoa_dau=True) == moved
        assert vn.bo_dau(moved) == vn.bo_dau(text)
        assert sorted(unicodedata.normalize("NFD", moved)) == sorted(unicodedata.normalize("NFD", text))


# --- order ----------------------------------------------------------------------------------------


def in_order(names):
    backwards = list(names)[::-1]
    return sorted(backwards, key=vn.khoa_sap_xep)


def test_order_of_letters_and_tones():
    assert in_order("aăâbcdđeêghiklmnoôơpqrstuưvxy") == list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert in_order(tones) == tones


@pytest.mark.parametrize(
    "names",
    [
        ["An Bình", "An Lão", "Ân Thi", "Ba Đồn", "Bà Nà", "Bá Thước"],
        ["Dương Nỗ", "Đa Kao", "Đông Ba", "Em"],
        ["Hòa", "Hòa An", "Hòa Xuân", "Hóa"],
        ["Phường 2", "Phường 10", "Phường Phú Hội"],
        ["Hòa An", "Hòa Xuân", "Hóa Châu", "Hoàn Lão"],
        ["A Lưới 1", "A Lưới 2", "A Lưới 10"],
    ],
)
def test_order_of_names(names):
    assert in_order(names) == names


@given(st.lists(TEXT, min_size=2))
def test_any_texts_can_be_sorted(texts):
    ordered = sorted(texts, key=vn.khoa_sap_xep)
    assert [unicodedata.normalize("NFC", t) for t in in_order(texts)] == [
        unicodedata.normalize("NFC", t) for t in ordered
    ]
    assert all(vn.khoa_sap_xep(a) <= vn.khoa_sap_xep(b) for a, b in pairwise(ordered))


def test_lists_in_a_sentence():
    assert vn.liet_ke(["một"]) == "một"
    assert vn.liet_ke(["một", "hai"]) == "một và hai"
    assert vn.liet_ke(["một", "hai", "ba"]) == "một, hai và ba"


# --- abbreviations --------------------------------------------------------------------------------


def test_abbreviations_fit_the_symbol_of_a_document():
    for nhom in ("co_quan", "don_vi", "loai"):
        for short, full in viet_tat.bang_viet_tat(nhom).items():
            assert not set(short) & set(" /-"), short
            assert full == unicodedata.normalize("NFC", full).strip()


def test_the_codes_of_types_are_those_of_the_decree():
    """Phụ lục III, mục I: 27 codes and 3 of copies."""
    codes = viet_tat.bang_viet_tat("loai")
    assert len(codes) == 30
    assert (codes["QĐ"], codes["QyĐ"], codes["TTr"], codes["TrS"]) == (
        "Quyết định",
        "Quy định",
        "Tờ trình",
        "Trích sao",
    )
    assert viet_tat.rut_gon("Thông báo", "loai") == "TB"
    assert viet_tat.rut_gon("Công văn", "loai") is None


# --- filters --------------------------------------------------------------------------------------

FIGURES = {
    "n": 4, "x": Decimal("1250.5"), "dung": 306, "tat_ca": 310, "tien": 120_000_000, "moc": date(2024, 6, 28), "ngay_dau": date(2024, 1, 9),
    "ten": "xã Bình Điền",
}  # fmt: skip
FILTERED = [
    ("moc | ngay", "28/6/2024"),
    ("ngay_dau | ngay_day_du", "ngày 09 tháng 01 năm 2024"),
    ("moc | thang", "tháng 6 năm 2024"),
    ("moc | quy", "quý II/2024"),
    ("ngay_dau | khoang_ngay(moc)", "từ ngày 09/01/2024 đến ngày 28/6/2024"),
    ("ngay_dau | han_sau(15)", "24/01/2024"),
    ("ngay_dau | han_sau(5, lam_viec=true)", "16/01/2024"),
    ("x | so", "1.250,5"),
    ("x | so(le=0)", "1.251"),
    ("n | so", "4"),
    ("n | so_dem", "04"),
    ("n | so_dem(dem_0=false)", "4"),
    ("n | so_van_ban", "04"),
    ("dung | ty_le(tat_ca)", "98,7%"),
    ("98.7 | phan_tram", "98,7%"),
    ("tien | tien", "120.000.000 đồng"),
    ("x | do_luong('ha')", "1.250,5 ha"),
    ("n | la_ma", "IV"),
    ("n | bang_chu", "bốn"),
    ("tien | tien_bang_chu", "Một trăm hai mươi triệu đồng"),
    ("ten | chu_hoa", "XÃ BÌNH ĐIỀN"),
    ("ten | slug", "xa-binh-dien"),
]


@pytest.mark.parametrize(("code", "text"), FILTERED)
def test_filters_mean_the_same_in_texts_and_in_templates(code, text):
    assert expressions.Scope(FIGURES).show(code) == text
    environment = sandbox.environment(autoescape=True, finalize=expressions.show)
    assert environment.from_string("{{ " + code + " }}").render(FIGURES) == text


def test_every_filter_is_tried_here():
    used = {name.split("(")[0].strip() for code, _ in FILTERED for name in code.split("|")[1:]}
    assert used == set(vn.FILTERS)


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, notice_gen.vietnamese; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    heavy = {"babel", "docx", "docxtpl", "lxml", "jinja2", "pydantic", "tomllib", "importlib.resources"}
    assert not heavy & set(loaded)


def test_every_public_function_is_in_the_users_page():
    page = (Path(__file__).parents[2] / "docs" / "vietnamese.md").read_text(encoding="utf-8")
    missing = [name for name in vn.__all__ if name != "FILTERS" and f"`{name}`" not in page]
    assert missing == []
    rows = {
        line.split("`")[1] for line in page.split("## Bộ lọc")[1].split("##")[0].splitlines() if line.startswith("| `")
    }
    assert rows == set(vn.FILTERS)


def test_a_phrase_is_looked_for_wherever_its_first_words_stand():
    phrases = ("bổ xung", "chiệu", "bổ", "mát-xcơ-va", "và và", "  ", "xung đột bổ")
    heads = dau_cum(phrases)
    for text in ("bổ xung", "bổ sung", "bổ, xung", "chiệu", "mát xcơ-va và và bổ", "mát-xcơ-va", "", "đã bổ xung đột", "xung đột"):
        standing = {at for at, phrase in enumerate(phrases) if phrase.strip() and re.search(rf"(?<!\w){phrase}(?!\w)", text)}
        assert standing <= {*cac_cum(text, heads)}, text
    assert cac_cum("đã bổ sung", heads) == [2]
    assert cac_cum("bổ xung", heads) == [0, 2]


@pytest.mark.parametrize("text", ["CÉNG HßA X· HéI", "Coäng hoøa xaõ hoäi", "COÄNG HOØA XAÕ HOÄI", "10 \u03bcg\u03bc \u03bcs\u03bc", "xa\u212b hoA\u212b"])
def test_old_fonts_are_told_in_either_case(text):
    named = next((name for name, odd in (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI)) if len({*filter(odd.search, text.split())}) > 1), "")
    assert phong_chu_cu(text)[0] == named

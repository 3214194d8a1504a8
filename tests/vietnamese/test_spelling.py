"""Syllables and tone marks, sure slips, capitals of names."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.vietnamese import am_tiet, chinh_ta, ten_goi
from notice_gen.vietnamese.chinh_ta import dat_dau

DATA = Path(__file__).parents[2] / "notice_gen" / "data"
SLIPS = tomllib.loads((DATA / "loi-chinh-ta.toml").read_text("utf-8"))
NAMES = tomllib.loads((DATA / "ten-viet-hoa.toml").read_text("utf-8"))

_SYLLABLES = (
    "nghiêng quyết định khuỷu tay nguyễn thuở xưa giặt giũ gìn giữ gì giếng giường khoèo ngoằn ngoèo quạnh quẽ quốc gia huơ hươu rượu yêu yểu chuyện khuya "
    "tuýp xoong boong quýt quỳ quý uỷ ủy hoà hòa khoẻ khỏe thuế huệ ngoài xoáy loay hoay khuấy đuổi muối người được những ướt ích ếch ạch oẹ ỉa"
)
_NONE = "nghành ngiệm kính̀ quyêt đươc cac thât đảc kiẻm trưòng ngừoi qúa̒ ce gê kac zô củá"


@pytest.mark.parametrize("word", _SYLLABLES.split())
def test_a_syllable_is_known_and_its_tone_mark_left_where_it_may_stand(word):
    assert am_tiet.la_am_tiet(word)
    assert am_tiet.la_am_tiet(word.capitalize())
    assert am_tiet.dat_dung_dau(word) == word


@pytest.mark.parametrize("word", ["nghành", "ngiệm", "kính̀", "quyêt", "đươc", "cac", "thât", "đảc", "kiẻm", "trưòng", "ngừoi", "qúa̒", "ce", "gê", "kac", "zô", "củá"])
def test_what_is_no_syllable_is_known(word):
    assert not am_tiet.la_am_tiet(word)


@pytest.mark.parametrize(("wrong", "right"), [("đựơc", "được"), ("cuả", "của"), ("nghiã", "nghĩa"), ("hiêủ", "hiểu"), ("Thuê", "Thuê"), ("qúy", "quý"), ("gía", "giá"), ("tòan", "toàn"), ("thuở", "thuở")])
def test_a_tone_mark_is_put_where_it_belongs(wrong, right):
    assert am_tiet.dat_dung_dau(wrong) == right


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy\u0300\u0301\u0303\u0309\u0323", max_size=9))
def test_moving_a_tone_mark_keeps_the_letters_and_is_done_once(word):
    moved = am_tiet.dat_dung_dau(word)
    assert am_tiet.dat_dung_dau(moved) == moved
    assert sorted(unicodedata.normalize("NFD", moved)) == sorted(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(("wrong", "right"), SLIPS["sai"].items())
def test_a_slip_is_found_in_any_capitals_and_its_right_form_is_none(wrong, right):
    for shown, meant in ((wrong, right), (wrong.upper(), right.upper()), (wrong.capitalize(), right.capitalize())):
        assert [(one.tu, one.den, one.dung) for one in chinh_ta.viet_sai(f"xã {shown}, đã")] == [(3, 3 + len(shown), meant)]
    assert list(chinh_ta.viet_sai(f"xã {right}, đã {right.upper()}")) == []
    assert list(chinh_ta.tu_lap(f"{right} và {right}")) == []


@pytest.mark.parametrize("phrase", SLIPS["tru"])
def test_a_right_phrase_that_holds_a_slip_by_chance_is_left_alone(phrase):
    assert any(wrong in phrase for wrong in SLIPS["sai"])
    assert list(chinh_ta.viet_sai(f"Xã {phrase} hơn.")) == []


@pytest.mark.parametrize("word", SLIPS["lap"]["tu"])
def test_a_word_typed_twice_is_found(word):
    assert [one.dung for one in chinh_ta.tu_lap(f"xã {word} {word} xã")] == [word]


@pytest.mark.parametrize(("nhom", "name"), [(nhom, name) for nhom, names in NAMES.items() if isinstance(names, list) for name in names])
def test_a_name_in_its_right_capitals_is_left_alone_and_in_others_found(nhom, name):
    assert list(ten_goi.sai_chu_hoa(f"của {name} và {dat_dau(name, 'moi', chu_hoa_dau=True)}, {name.upper()}.", nhom)) == []
    wrong = name.title() if name.title() != name else name[0] + name[1:].lower()
    found = list(ten_goi.sai_chu_hoa(f"của {wrong},", nhom))
    assert [one.dung for one in found] == ([name] if found else [])
    assert found or name.title() == name

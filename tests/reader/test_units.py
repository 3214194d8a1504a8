"""``don_vi.ma`` fills the unit's name and province by the notice's date."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from notice_gen import issue, reader
from notice_gen.errors import InputError
from notice_gen.reader import Layer
from notice_gen.reader.codes import with_unit

EXAMPLE = (Path(__file__).parents[2] / "examples" / "findings.toml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 1)


def notice(tmp_path, don_vi, ngay="2026-10-15"):
    text = EXAMPLE.replace('ten = "xã Bình Điền"', don_vi).replace("ngay = 2026-10-15", f"ngay = {ngay}")
    assert don_vi in text
    return issue.issue(text.encode(), file="a.toml", folder=tmp_path, today=TODAY)


def test_a_code_gives_the_name_and_the_province(tmp_path):
    issued = notice(tmp_path, 'ma = "20035"')
    assert dict(issued.notice.don_vi) == {"ma": "20035", "ten": "xã Bình Điền", "tinh": "thành phố Huế"}
    assert issued.warnings == ()
    with ZipFile(io.BytesIO(issued.docx)) as package:
        assert "năm 2026 tại UBND xã Bình Điền" in package.read("word/document.xml").decode()


def test_what_the_file_says_stands_with_a_warning(tmp_path):
    issued = notice(tmp_path, 'ma = "20035"\nten = "xã Bình Tiến"')
    assert issued.notice.don_vi["ten"] == "xã Bình Tiến"
    (warning,) = issued.warnings
    assert warning.text() == "Mã 20035 là xã Bình Điền, còn ten ghi “xã Bình Tiến”."
    assert (warning.level, warning.place.file, warning.place.text) == ("warning", "a.toml", 'ma = "20035"')


@pytest.mark.parametrize("ten", ["xã Phú Vang", "Phú Vang", "XÃ PHÚ VANG"])
def test_a_code_beside_another_commune_s_name_is_refused(tmp_path, ten):
    """Rows pasted one line off would send each commune the other's notice."""
    with pytest.raises(InputError) as raised:
        notice(tmp_path, f'ma = "20035"\nten = "{ten}"')
    (problem,) = raised.value.problems
    assert problem.text() == f"Mã 20035 là xã Bình Điền, còn ten ghi “{ten}”."
    assert (problem.level, problem.place.text) == ("error", 'ma = "20035"')


@pytest.mark.parametrize(
    ("ma", "row", "ten", "warnings"),
    [
        ("20035", "", "xã Bình Điền", 0),  # not the name in the common file
        ("20035", "xã Bình Điền", "xã Bình Điền", 0),
        ("20035", "xã B", "xã B", 1),
        ("99999", "xã B", "xã B", 1),
        ("99999", "", None, 0),
    ],
)
def test_a_row_that_gives_a_code_is_called_by_it(ma, row, ten, warnings):
    base = Layer("chung.toml", "", {"don_vi": {"ten": "xã A"}, "van_ban": {"ngay": date(2026, 10, 15)}})
    own = Layer("bang.csv", "", {"don_vi": {"ma": ma, **({"ten": row} if row else {})}})
    layers, doubts = with_unit([base, own], TODAY)
    assert len(doubts) == warnings
    if ten:
        assert reader.merge(layers)["don_vi"]["ten"] == ten
    else:
        assert [p.level for layer in layers for p in layer.problems] == ["error"]


def test_a_unit_unknown_on_the_date_is_a_warning_that_says_what_it_became(tmp_path):
    issued = notice(tmp_path, 'ma = "00001"\nten = "phường Phúc Xá"')
    (warning,) = issued.warnings
    assert "ngày 15/10/2026 không còn phường Phúc Xá, quận Ba Đình" in warning.text()
    assert warning.place.text == 'ma = "00001"'


def test_without_a_name_an_unknown_code_is_refused(tmp_path):
    with pytest.raises(InputError) as raised:
        notice(tmp_path, 'ma = "99999"')
    first = raised.value.problems[0]
    assert "Không thấy đơn vị “99999”" in first.text()
    assert (first.level, first.place.text) == ("error", 'ma = "99999"')


def test_a_commune_that_became_a_ward_is_called_so_from_its_day_on(tmp_path):
    issued = notice(tmp_path, 'ma = "07399"')
    assert issued.notice.don_vi["ten"] == "phường Kép"
    assert not issued.warnings

"""Forms that ask for keys of their own, and refuse those they have no place for."""

from __future__ import annotations

import re
from datetime import date

import pytest

from notice_gen import templates
from notice_gen.check import judge
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.errors import InputError
from notice_gen.issue import issue
from tests.helpers.findings import sample
from tests.helpers.word import paragraphs, part

TODAY = date(2026, 11, 23)


def made(text: str, folder):
    return issue(text.encode(), file="tep.toml", folder=folder, today=TODAY)


def problems(text: str, folder):
    with pytest.raises(InputError) as caught:
        made(text, folder)
    return [(problem.place.text, problem.text(), problem.hint_text()) for problem in caught.value.problems]


KINH_GUI = 'kinh_gui = ["Các phòng, đơn vị thuộc xã", "Các thôn"]   # một nơi thì viết kinh_gui = "Sở Nội vụ"\n'
MISSING = [
    ("cong-van", (KINH_GUI, ""), "[van_ban]", "Công văn phải có “kinh_gui” trong bảng [van_ban].", 'Thêm dòng này dưới [van_ban]: kinh_gui = ["Các phòng, đơn vị thuộc xã", "Các thôn"]'),
    ("cong-van", (KINH_GUI, "kinh_gui = []\n"), "kinh_gui = []", "Công văn phải có “kinh_gui” trong bảng [van_ban].", 'Thêm dòng này dưới [van_ban]: kinh_gui = ["Các phòng, đơn vị thuộc xã", "Các thôn"]'),
    ("quyet-dinh", ("tham_quyen =", "# tham_quyen ="), "[mo_dau]", "Quyết định phải có “tham_quyen” trong bảng [mo_dau].", 'Thêm dòng này dưới [mo_dau]: tham_quyen = "Chủ tịch Ủy ban nhân dân xã A"'),
]  # fmt: skip


@pytest.mark.parametrize(("mau", "change", "line", "message", "hint"), MISSING)
def test_a_key_that_the_form_needs_is_asked_for_at_its_table(mau, change, line, message, hint, tmp_path):
    assert problems(sample(mau, change), tmp_path) == [(line, message, hint)]


def test_all_that_is_missing_is_said_at_once(tmp_path):
    text = sample("quyet-dinh", ("[mo_dau]", "[mo_dau_khac]"), ('ho_ten = "Nguyễn Văn A"', "ho_ten = 1"))
    said = [message for _, message, _ in problems(text, tmp_path)]
    assert sum("Quyết định phải có" in message for message in said) == 2
    assert any("ho_ten" in message for message in said)


OUT_OF_PLACE = [
    ("thong-bao", "[van_ban]", 'kinh_gui = "Sở A"', "Thông báo không có chỗ cho “kinh_gui”: in ra sẽ mất nội dung."),
    ("ke-hoach", "[co_quan]", 'dia_chi = "Số 1"', "Kế hoạch không có chỗ cho “dia_chi”: in ra sẽ mất nội dung."),
    ("bao-cao", "[mo_dau]", 'tham_quyen = "Chủ tịch"', "Báo cáo không có chỗ cho “tham_quyen”: in ra sẽ mất nội dung."),
    ("quyet-dinh", "[van_ban]", 'kinh_gui = "Sở A"', "Quyết định không có chỗ cho “kinh_gui”: in ra sẽ mất nội dung."),
]


@pytest.mark.parametrize(("mau", "table", "line", "message"), OUT_OF_PLACE)
def test_a_key_that_the_form_has_no_place_for_is_refused_at_its_line(mau, table, line, message, tmp_path):
    assert problems(sample(mau, (f"\n{table}", f"\n{table}\n{line}")), tmp_path) == [(line, message, f"Bỏ {line.split()[0]}, hoặc chọn mẫu khác ở dòng mau đầu tệp.")]


def test_a_text_enclosed_with_a_plan_is_refused(tmp_path):
    text = templates.sample("ke-hoach") + '[[van_ban_kem_theo]]\nten_loai = "Quy chế"\ntrich_yeu = "x"\nnoi_dung = "y"\n'
    ((line, message, _),) = problems(text, tmp_path)
    assert (line, message) == ("[[van_ban_kem_theo]]", "Kế hoạch không có chỗ cho “van_ban_kem_theo”: in ra sẽ mất nội dung.")


def test_the_office_s_address_is_printed_where_the_form_has_a_foot(tmp_path):
    """Ô 13: in the settings of the office it serves every document, and is out of place in none."""
    (tmp_path / "notice-gen.toml").write_text('[co_quan]\ndia_chi = ["Số 1, xã A & B", "Điện thoại: 000"]\n', "utf-8")
    letter = made(templates.sample("cong-van"), tmp_path).docx
    foot = part(letter, "word/footer1.xml")
    assert [text in foot for text in ("Số 1, xã A &amp; B", "Điện thoại: 000")] == [True, True]
    assert "dia_chi" not in foot
    assert "Điện thoại" not in "".join(paragraphs(made(templates.sample("thong-bao"), tmp_path).docx))
    (tmp_path / "notice-gen.toml").unlink()
    assert 'w:val="DuongKe"' not in part(made(templates.sample("cong-van"), tmp_path).docx, "word/footer1.xml")


@pytest.mark.parametrize(
    ("mau", "name"), [("cong-van", "du-thao-ubnd-vp.docx"), ("to-trinh", "du-thao-ttr-ubnd.docx"), ("quyet-dinh", "du-thao-qd-ubnd.docx")]
)
def test_file_names_tell_the_symbol(mau, name, tmp_path):
    assert made(templates.sample(mau), tmp_path).name == name


def test_an_own_template_without_a_place_for_the_enclosed_text_loses_nothing(tmp_path):
    """A Word file made from an older one, without ``tl.ten_loai``."""
    text = templates.sample("quyet-dinh") + '[[van_ban_kem_theo]]\nten_loai = "Quy chế"\ntrich_yeu = "x"\nnoi_dung = "y"\n'
    own = tmp_path / "cu.docx"
    own.write_bytes(templates.find("ke-hoach").docx)
    with pytest.raises(templates.TemplateError) as caught:
        issue(text.encode(), file="tep.toml", folder=tmp_path, today=TODAY, template=own)
    said = caught.value.problems[0].text()
    assert all(word in said for word in ("van_ban_kem_theo", "tham_quyen", "quyet"))


@pytest.mark.parametrize("mau", templates.names())
def test_a_sample_with_the_date_it_offers_agrees_with_itself(mau, tmp_path):
    """Nothing it cites is of a later day, nor does any rule of the checker find fault."""
    text = re.sub(r"(?m)^# ((?:so|ngay) = )", r"\1", templates.sample(mau))
    issued = made(text, tmp_path)
    assert issued.warnings == ()
    assert judge.judge(read(issued.docx, TODAY), judge.at_least(Level.THONG_LE)).faults == ()

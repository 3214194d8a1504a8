"""Long lists of recipients: told, and broken over pages among them; short ones stay beside the signature."""

from __future__ import annotations

import pytest

from notice_gen.vietnamese import slug_ky_hieu
from tests.helpers.notices import composed

LONG = "Trung tâm Phục vụ hành chính công và các phòng chuyên môn của phường"


def recipients(count, text="Thôn {}"):
    made = composed(noi_nhan={"gui": [text.format(n) for n in range(1, count + 1)], "luu": "VT"})
    return made.page, [warning for warning in made.warnings if warning.code == "noi_nhan_dai"]


@pytest.mark.parametrize(("count", "text"), [(1, "Thôn {}"), (8, "Thôn {}"), (14, "Thôn {}"), (6, LONG + " {}")])
def test_a_list_as_long_as_offices_have_it_stays_beside_the_signature(count, text):
    page, told = recipients(count, text)
    assert not page.noi_nhan_duoi
    assert not told


@pytest.mark.parametrize(("count", "text"), [(15, "Thôn {}"), (30, "Thôn {}"), (9, LONG + " {}")])
def test_a_longer_one_goes_on_below_and_is_told(count, text):
    page, [told] = recipients(count, text)
    assert page.noi_nhan_duoi == page.noi_nhan[-len(page.noi_nhan_duoi) :]
    assert 4 <= len(page.noi_nhan) - len(page.noi_nhan_duoi) <= 12
    assert told.path == ("noi_nhan", "gui")
    assert told.values["so_dong"] > 15


def test_de_an_and_du_an_of_one_number_have_different_names():
    assert slug_ky_hieu("12/ĐA-UBND") != slug_ky_hieu("12/DA-UBND")


@pytest.mark.parametrize("said", ["(có danh sách kèm theo)", "theo danh mục đính kèm", "Gửi kèm theo Thông báo này danh sách các xã"])
def test_a_list_that_is_enclosed_announces_an_annex(said):
    annex = [{"tieu_de": "Danh sách", "noi_dung": "Có."}]
    assert not composed(phu_luc=annex, ket_thuc={"noi_dung": f"Yêu cầu thực hiện {said}."}).warnings

"""Nothing is lost: what a notice prints and its template has no place for is refused, by name."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from notice_gen import lost, templates
from notice_gen.errors import TemplateError
from tests.helpers.notices import composed

NAMES = {
    "noi_nhan", "tai_lieu", "co_quan.ten", "van_ban.so_ky_hieu", "van_ban.dia_danh", "van_ban.thoi_gian", "van_ban.ten_loai", "van_ban.trich_yeu",
    "ky.quyen_han", "ky.chuc_vu", "ky.ho_ten",
}  # fmt: skip
"""What the smallest notice prints."""
KINDS = {"doan"}
TABLE = {"muc": [{"tieu_de": "Một", "bang": {"cot": ["A"], "hang": [[1]]}}]}


def refused(context, names=NAMES, kinds=KINDS, mau="thong-bao"):
    """What is named as lost with a template that has these names and knows these kinds of blocks."""
    form = SimpleNamespace(names=frozenset(names), words=frozenset(kinds), label="cua-toi.docx", digest="x")
    try:
        lost.refuse(context, form, templates.find(mau))
    except TemplateError as error:
        [problem] = error.problems
        assert problem.values["mau"] == "cua-toi.docx"
        return problem.values["cac_ten"].split(", ")
    return []


def test_a_template_with_a_place_for_everything_loses_nothing():
    assert refused(composed()) == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_has_no_place_is_named(name):
    assert refused(composed(), NAMES - {name}) == [name]


def test_all_that_would_be_lost_is_named_at_once():
    assert refused(composed(), NAMES - {"ky.ho_ten", "co_quan.ten"}, set()) == ["co_quan.ten", "ky.ho_ten", "doan"]


MORE = [
    ({"van_ban": {"khan": "khẩn"}}, ["van_ban.khan"]),
    ({"van_ban": {"luu_hanh": "lưu hành nội bộ"}}, ["van_ban.luu_hanh"]),
    ({"co_quan": {"chu_quan": "UBND tỉnh A"}}, ["co_quan.chu_quan"]),
    ({"co_quan": {"dia_chi": "Số 1"}}, []),  # an office's setting for the types that have a foot
    ({"ky": {"chuc_vu_khac": "Trưởng ban"}}, ["ky.chuc_vu_khac"]),
    (TABLE, ["bang", "khoan"]),
]


@pytest.mark.parametrize(("tables", "names"), MORE)
def test_what_only_some_notices_have_is_asked_for_only_then(tables, names):
    assert refused(composed(**tables)) == names


def test_what_a_type_prints_elsewhere_is_not_asked_for():
    """The parties of a contract sign, not [ky]; it names no recipients."""
    less = NAMES - {"noi_nhan", "ky.quyen_han", "ky.chuc_vu", "ky.ho_ten"}
    assert refused(composed(), less, mau="hop-dong") == []
    assert refused(composed(), less, mau="thong-bao") == ["ky.chuc_vu", "ky.ho_ten", "ky.quyen_han", "noi_nhan"]


def test_a_title_of_an_enclosed_text_needs_a_place_of_its_own():
    context = composed(mau="quyet-dinh", van_ban={"loai": "QĐ"}, van_ban_kem_theo=[{"ten_loai": "Quy chế", "trich_yeu": "x", "noi_dung": "y"}])
    names = NAMES | {"mo_dau.tham_quyen"}
    kinds = {block["kieu"] for part in context.values["tai_lieu"] for block in part["noi_dung"]}
    assert refused(context, names, kinds, "quyet-dinh") == ["van_ban_kem_theo"]
    assert refused(context, names | {"tl.ten_loai"}, kinds, "quyet-dinh") == []


def shown(**tables):
    context = composed(**tables)
    kinds = {block["kieu"] for part in context.values["tai_lieu"] for block in part["noi_dung"]}
    more = {f"{group}.{key}" for group in ("co_quan", "van_ban", "ky") for key in context.values[group]}
    form = SimpleNamespace(names=frozenset(NAMES | more | {"tl.tieu_de"}), words=frozenset(kinds), label="x", digest="x")
    return lost.refuse(context, form, templates.find("thong-bao"))


def test_pages_that_show_the_same_boxes_are_of_one_form():
    """So that each form is judged once: other words make no other form, another box or block does."""
    first = lost.digest("x", shown())
    assert first == lost.digest("x", shown(van_ban={"so": 99, "trich_yeu": "Khác"}, ket_thuc={"noi_dung": "Khác."}))
    others = [{"van_ban": {"khan": "khẩn"}}, {"ky": {"chuc_vu_khac": "Trưởng ban"}}, {"ket_thuc": {"noi_dung": "- Ý"}}, {"phu_luc": [{"noi_dung": "x"}]}, TABLE]
    assert len({first, lost.digest("y", shown()), *(lost.digest("x", shown(**tables)) for tables in others)}) == 2 + len(others)

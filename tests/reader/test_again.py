"""``reader.following``: what it reads, and refuses, is what ``reader.read`` does; only faster."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from notice_gen import reader
from notice_gen.errors import InputError
from notice_gen.reader import FormKeys, Layer
from tests.helpers.findings import GOOD, TODAY, changed

FORM = FormKeys("Thông báo", can=("van_ban.trich_yeu",), khong=("van_ban.kinh_gui", "phu_luc"))
DEFAULTS = Layer("manifest.toml", "", {"van_ban": {"loai": "TB"}})
COMMON = reader.parse(GOOD.encode(), file="chung.toml")
SHARED = (DEFAULTS, COMMON)

ROWS = [
    {"don_vi": {"ten": "thôn Hai"}, "so_lieu": {"tiep_nhan": 322}},
    {"don_vi": {"ten": "  thôn   Ba "}},
    {"don_vi": {"ten": "thôn Tư", "ma": "19777"}, "so_lieu": {"tiep_nhan": 5, "moi": 3}},
    {"so_lieu": {"tiep_nhan": "ba trăm"}},
    {"so_lieu": {"tiep nhan": 3}},
    {"so_lieu": {"han_nop": date(2020, 1, 1)}},
    {"van_ban": {"so": 7, "trich_yeu": "Kết luận tại {{ don_vi.ten }}, {{ tiep_nhan }} hồ sơ"}},
    {"van_ban": {"so": 7}},
    {"van_ban": {"so": 8}},
    {"van_ban": {"so": "bảy"}},
    {"van_ban": {"so": 8, "la": 1}},
    {"van_ban": {"so": 0}},
    {"van_ban": {"so": "tu-dong", "ngay": None}},
    {"van_ban": {"trich_yeu": ""}},
    {"van_ban": {"trich_yeu": "{{ khong_co }}"}},
    {"van_ban": {"kinh_gui": "Xã A"}},
    {"muc": {0: {"tieu_de": "Kết quả khác"}}},
    {"muc": {0: {"tieu_de": "1. Kết quả"}}},
    {"ky": {"ho_ten": "Trần Thị B"}, "don_vi": {"ten": "thôn Năm"}},
    {"ky": {"quyen_han": ["XX. Chủ tịch"]}},
    {"la": {"khoa": 1}},
    {"phu_luc": [{"tieu_de": "Phụ lục"}]},
    {},
]  # fmt: skip


def outcome(read, row):
    try:
        taken = read((*SHARED, Layer("so-lieu.csv", "", row)), FORM, TODAY)
        return taken._replace(layers=())
    except InputError as error:
        return [str(problem) for problem in error.problems]


@given(st.lists(st.sampled_from(range(len(ROWS))), min_size=1, max_size=12))
def test_rows_in_any_order_are_read_as_if_each_were_alone(order):
    read = reader.following()
    for n in order:
        assert outcome(read, ROWS[n]) == outcome(reader.read, ROWS[n]), ROWS[n]


def test_what_rows_share_is_one_object():
    read = reader.following()
    _, _, one, other = (outcome(read, {"don_vi": {"ten": f"thôn {n}"}}) for n in range(4))
    one, other = one.notice, other.notice
    assert (one.don_vi["ten"], other.don_vi["ten"]) == ("thôn 2", "thôn 3")
    assert one.muc is other.muc
    assert one.co_quan is other.co_quan
    assert one.muc[0] is other.muc[0]
    assert one.ky is other.ky


def test_rows_that_name_their_signers():
    office = reader.parse(SIGNERS.encode(), file="notice-gen.toml")
    read = reader.following()
    for ma, n in zip("abba" * 3, range(12), strict=True):
        layers = (DEFAULTS, office, COMMON, Layer("so-lieu.csv", "", {"ky": {"nguoi_ky": ma}, "don_vi": {"ten": f"thôn {n}"}}))
        notice = read(layers, FORM, TODAY).notice
        assert notice == reader.read(layers, FORM, TODAY).notice
        assert notice.ky.ho_ten == {"a": "Nguyễn Văn A", "b": "Trần Thị B"}[ma]


SIGNERS = """
[[nguoi_ky]]
ma = "a"
quyen_han = ["TM. Ủy ban nhân dân"]
chuc_vu = "Chủ tịch"
ho_ten = "Nguyễn Văn A"

[[nguoi_ky]]
ma = "b"
quyen_han = ["TM. Ủy ban nhân dân", "KT. Chủ tịch"]
chuc_vu = "Phó Chủ tịch"
ho_ten = "Trần Thị B"
"""


def test_of_the_head_only_what_a_row_says_otherwise_is_another():
    read = reader.following()
    _, one, other, again = (outcome(read, {"van_ban": {"so": so}}).notice.van_ban for so in (1286, 7, 8, 8))
    assert (one.so, other.so) == (7, 8)
    assert one.trich_yeu is other.trich_yeu
    assert again is other


def test_rows_that_all_fill_something_else_do_not_pile_up():
    read = reader.following()
    for n in range(200):
        notice = outcome(read, {"so_lieu": {f"so_{n}": n}}).notice
        assert notice.so_lieu[f"so_{n}"] == n


# --- what notices must have in common before one is read by what another kept --------------------------------


def pairs(*sources, forms=(FORM,)):
    """Read the notices of *sources*, one after the other, both ways."""
    read = reader.following()
    for n, layers in enumerate(sources):
        form = forms[n % len(forms)]
        yield both(read, layers, form)


def both(read, layers, form):
    outcomes = []
    for way in (read, reader.read):
        try:
            outcomes.append(way(layers, form, TODAY)._replace(layers=()))
        except InputError as error:
            outcomes.append([str(problem) for problem in error.problems])
    return outcomes


def row(data):
    return Layer("so-lieu.csv", "", data)


def test_the_layers_below_are_the_very_same():
    """Two communes' rows over one common file, then two over another, which say the same of everything but the signer."""
    other = reader.parse(changed(GOOD, ("Nguyễn Văn A", "Trần Thị B")).encode(), file="chung-khac.toml")
    sources = [(DEFAULTS, common, row({"don_vi": {"ten": f"thôn {n}"}})) for common in (COMMON, other) for n in range(3)]
    taken = list(pairs(*sources))
    assert all(faster == plain for faster, plain in taken)
    assert [faster.notice.ky.ho_ten for faster, _ in taken] == ["Nguyễn Văn A"] * 3 + ["Trần Thị B"] * 3


def test_the_form_is_the_same():
    strict = FormKeys("Thông báo", khong=("don_vi.tinh",))
    sources = [(*SHARED, row({"don_vi": {"ten": "thôn Hai", "tinh": "tỉnh A"}})) for _ in range(4)]
    taken = list(pairs(*sources, forms=(FORM, FORM, FORM, strict)))
    assert all(faster == plain for faster, plain in taken)
    assert "không có chỗ" in taken[-1][0][0]


def test_the_tables_filled_are_the_same():
    """What a row fills is not kept: a row that leaves it to the common file has what that says."""
    opening, signer = {"mo_dau": {"noi_dung": "Thông báo."}}, {"ky": {"ho_ten": "Trần Thị B"}}
    taken = list(pairs(*((*SHARED, row(data)) for data in (opening, opening, signer, signer))))
    assert all(faster == plain for faster, plain in taken)
    assert taken[-1][0].notice.mo_dau.noi_dung == ("Căn cứ Biên bản kiểm tra;", "Thông báo như sau:")


def test_the_figures_have_the_same_names():
    def data(name):
        return {"so_lieu": {name: 1}, "van_ban": {"trich_yeu": "Kết luận về {{ moi }} hồ sơ"}}

    taken = list(pairs(*((*SHARED, row(data(name))) for name in ("moi", "moi", "khac"))))
    assert all(faster == plain for faster, plain in taken)
    assert "moi" in taken[-1][0][0]


def test_one_part_more_of_what_the_rows_are_about_is_another_way():
    def data(**don_vi):
        return {"don_vi": {"ten": "thôn Hai", **don_vi}, "van_ban": {"trich_yeu": "Kết luận tại {{ don_vi.tinh }}"}}

    taken = list(pairs(*((*SHARED, row(said)) for said in (data(tinh="tỉnh A"), data(tinh="tỉnh A"), data()))))
    assert all(faster == plain for faster, plain in taken)
    assert "“tinh”" in taken[-1][0][0]

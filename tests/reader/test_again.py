"""``reader.following``: what it reads, and refuses, is what ``reader.read`` does; only faster."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from notice_gen import reader
from notice_gen.errors import InputError
from notice_gen.reader import FormKeys, Layer
from tests.helpers.findings import GOOD
from tests.helpers.notices import TODAY

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
        return read((*SHARED, Layer("so-lieu.csv", "", row)), FORM, TODAY)
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
    assert (one.don_vi["ten"], other.don_vi["ten"]) == ("thôn 2", "thôn 3")
    assert one.muc is other.muc
    assert one.co_quan is other.co_quan
    assert one.muc[0] is other.muc[0]
    assert one.ky is other.ky


def test_rows_that_name_their_signers():
    office = reader.parse(SIGNERS.encode(), file="notice-gen.toml")
    read = reader.following()
    for ma, n in zip("abba" * 3, range(12), strict=True):
        layers = reader.with_signer((DEFAULTS, office, COMMON, Layer("so-lieu.csv", "", {"ky": {"nguoi_ky": ma}, "don_vi": {"ten": f"thôn {n}"}})))
        notice = read(layers, FORM, TODAY)
        assert notice == reader.read(layers, FORM, TODAY)
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


def test_rows_that_all_fill_something_else_do_not_pile_up():
    read = reader.following()
    for n in range(200):
        notice = outcome(read, {"so_lieu": {f"so_{n}": n}})
        assert notice.so_lieu[f"so_{n}"] == n

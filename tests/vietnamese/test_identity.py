"""Số, ký hiệu; citations in texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_gen.vietnamese import ngay, so_ky_hieu, trich_dan, viet_tat
from notice_gen.vietnamese.so_ky_hieu import SoKyHieu

SEED = Path(__file__).parents[3] / "shared" / "seed" / "thong-bao-1999-tb-ubnd.txt"

# Phụ lục I, mục II.3 and Phụ lục III, mục I: text, number, type, issuer, unit, year.
RIGHT = [
    ("1999/TB-UBND", 1999, "TB", "UBND", None, None),
    ("05/TB-UBND", 5, "TB", "UBND", None, None),
    ("12/UBND-NV", 12, None, "UBND", "NV", None),
    ("1826/BNV-CVT&LTNN", 1826, None, "BNV", "CVT&LTNN", None),
    ("05/SY-UBND", 5, "SY", "UBND", None, None),
    ("07/TrS-SNV", 7, "TrS", "SNV", None, None),
    ("12/TTr-UBND", 12, "TTr", "UBND", None, None),
    ("12/QyĐ-UBND", 12, "QyĐ", "UBND", None, None),
    ("219/BC-ĐKT", 219, "BC", "ĐKT", None, None),
    ("10/NQ-HĐND", 10, "NQ", "HĐND", None, None),
    ("05-CT/TW", 5, "CT", "TW", None, None),
    ("399-QĐ/TW", 399, "QĐ", "TW", None, None),
    ("01-TBLT/SNV-STC", 1, "TBLT", "SNV-STC", None, None),
    ("15/VP", 15, None, "VP", None, None),
    ("/TB-UBND", None, "TB", "UBND", None, None),
]
# Legal normative documents carry a year: read in citations, not valid for an administrative document.
WITH_YEAR = [
    ("30/2020/NĐ-CP", 30, "NĐ", "CP", None, 2020),
    ("72/2025/QH15", 72, None, "QH15", None, 2025),
    ("19/2025/QĐ-TTg", 19, "QĐ", "TTg", None, 2025),
    ("12/2015/TTLT-BTC-BNV", 12, "TTLT", "BTC-BNV", None, 2015),
]


@pytest.mark.parametrize(("text", "so", "loai", "co_quan", "don_vi", "nam"), RIGHT + WITH_YEAR)
def test_parts_of_a_number(text, so, loai, co_quan, don_vi, nam):
    value = so_ky_hieu.parse(text)
    assert (value.so, value.loai, value.co_quan, value.don_vi, value.nam) == (so, loai, co_quan, don_vi, nam)
    assert so_ky_hieu.format(value) == str(value) == text


@pytest.mark.parametrize("case", RIGHT)
def test_right_numbers_are_valid(case):
    assert so_ky_hieu.validate(case[0]) == so_ky_hieu.parse(case[0])
    assert so_ky_hieu.is_valid(case[0])


# What clerks type, what to type instead, and a word of the reason.
WRONG = [
    ("5/TB-UBND", "05/TB-UBND", "số 0"),
    ("1.999/TB-UBND", "1999/TB-UBND", "hàng nghìn"),
    ("12 / TB - UBND", "12/TB-UBND", "khoảng trắng"),
    ("Số: 12/TB-UBND", "12/TB-UBND", "không thêm chữ"),
    ("12/TB–UBND", "12/TB-UBND", "không thêm"),
    ("012/TB-UBND", "12/TB-UBND", "không thêm"),
    ("12/tb-ubnd", "12/TB-UBND", "in hoa"),
    ("12/ttr-ubnd", "12/TTr-UBND", "in hoa"),
    ("12/TTR-UBND", "12/TTr-UBND", "viết tắt tên loại"),
    ("12/QYĐ-UBND", "12/QyĐ-UBND", "viết tắt tên loại"),
    ("08/2024/QĐ-UBND", "08/QĐ-UBND", "năm"),
    *((text, f"{so:02d}/{ky_hieu}", "năm") for text, so, *_ in WITH_YEAR for ky_hieu in [text.split("/")[2]]),
]


@pytest.mark.parametrize(("text", "right", "reason"), WRONG)
def test_wrong_numbers_say_what_to_write(text, right, reason):
    fault = so_ky_hieu.fault(text)
    assert reason in fault.text()
    assert text in fault.text()
    assert fault.hint_text() == f"Viết: {right}"
    assert fault.found == text
    assert so_ky_hieu.is_valid(right)
    with pytest.raises(ValueError, match=reason):
        so_ky_hieu.validate(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "12/",
        "12",
        "TB-UBND",
        "00/TB-UBND",
        "12/TB-",
        "12//TB-UBND",
        "12/-UBND",
        "mười hai/TB-UBND",
        "12/1TB",
        "-CT/TW",
        "12-CT/2024/TW",
    ],
)
def test_what_is_no_number_at_all(text):
    with pytest.raises(ValueError, match="chưa phải số, ký hiệu"):
        so_ky_hieu.parse(text)
    assert "1999/TB-UBND" in so_ky_hieu.fault(text).hint_text()


GROUP = st.from_regex(r"[A-ZĐÂÊÔƠƯ][A-ZĐa-z0-9]{0,6}", fullmatch=True)
NUMBERS = st.builds(
    SoKyHieu,
    st.integers(1, 10**6),
    st.lists(GROUP, min_size=1, max_size=4).map(tuple),
    st.none() | st.integers(1945, 2099),
)
PARTY = st.builds(
    SoKyHieu,
    st.integers(1, 10**6),
    st.tuples(st.from_regex(r"[A-ZĐ]{2,4}", fullmatch=True), GROUP),
    st.none(),
    st.just(True),
)


@given(NUMBERS | PARTY)
def test_numbers_round_trip(value):
    assert so_ky_hieu.parse(so_ky_hieu.format(value)) == value


@given(st.text())
def test_any_text_is_a_number_or_refused_in_vietnamese(text):
    fault = so_ky_hieu.fault(text)
    if fault is None:
        assert str(so_ky_hieu.parse(text)) == text
    else:
        assert fault.text()
        assert fault.hint_text()


# --- citations -------------------------------------------------------------------------------------

CITED = [
    ("Quyết định số 08/QĐ-UBND ngày 09/01/2024 của UBND về việc ban hành", "08/QĐ-UBND", date(2024, 1, 9), "UBND"),
    ("Kế hoạch số 898/KH-UBND, ngày 29/12/2023 về việc rà soát", "898/KH-UBND", date(2023, 12, 29), ""),
    ("Báo cáo số 219/BC-ĐKT ngày 30 tháng 5 năm 2024 của Đoàn Kiểm tra về kết quả", "219/BC-ĐKT", date(2024, 5, 30), "Đoàn Kiểm tra"),
    ("Nghị định 30/2020/NĐ-CP của Chính phủ", "30/2020/NĐ-CP", None, "Chính phủ"),
    ("Thông tư liên tịch số 12/2015/TTLT-BTC-BNV ngày 5/2/2015;", "12/2015/TTLT-BTC-BNV", date(2015, 2, 5), ""),
    ("Công văn số: 12/UBND-NV ban hành ngày 3/3/2026.", "12/UBND-NV", date(2026, 3, 3), ""),
    ("Quy định số 399-QĐ/TW ngày 09/01/2026 của Ban Chấp hành Trung ương về thể thức", "399-QĐ/TW", date(2026, 1, 9), "Ban Chấp hành Trung ương"),
    ("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025", "72/2025/QH15", date(2025, 6, 16), ""),
    ("Tờ trình số 7/TTr-UBND của Chủ tịch UBND xã Bình Điền, kèm theo", "07/TTr-UBND", None, "Chủ tịch UBND xã Bình Điền"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "day", "issuer"), CITED)
def test_citations_are_found(text, number, day, issuer):
    text = f"Thực hiện {text}"
    (found,) = trich_dan.tim(text)
    assert (str(found.so_ky_hieu), found.ngay, found.co_quan) == (number, day, issuer)
    begin, end = found.vi_tri
    assert text[begin:end] == found.nguyen_van


@pytest.mark.parametrize(
    "text",
    [
        "103/322 hồ sơ",
        "Bộ phận 1/2 cửa",
        "quyết định số 08/QĐ-UBND",
        "Quyết định ngày 09/01/2024",
        "Luật Đất đai",
        "Quyết định số 08",
    ],
)
def test_what_is_no_citation(text):
    assert trich_dan.tim(text) == ()
    assert not trich_dan.is_valid(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Quyết định số 35/KH-UBND ngày 10/01/2024", "KH là ký hiệu của Kế hoạch"),
        ("Đề án số 35/DA-UBND", "DA là ký hiệu của Dự án"),
        ("Quyết định số 35/QĐ-UBND ngày 31/02/2024", "không có ngày này"),
        ("Quyết định số 35/QĐ-UBND ngày 13/6/2024", "sau ngày của văn bản này"),
    ],
)
def test_doubtful_citations_are_warned_of(text, reason):
    fault = trich_dan.fault(trich_dan.parse(text), den=date(2024, 6, 12))
    assert reason in fault.text()
    assert fault.hint_text()
    assert fault.level == "warning"
    assert fault.found == text


def test_a_citation_of_the_same_day_is_right():
    assert trich_dan.fault(trich_dan.parse("Quyết định số 35/QĐ-UBND ngày 12/6/2024"), den=date(2024, 6, 12)) is None


@given(
    st.sampled_from(sorted((name, code) for code, name in viet_tat.bang_viet_tat("loai").items())),
    st.integers(1, 9999),
    st.dates(date(1945, 9, 2), date(2100, 1, 1)),
    st.sampled_from(["", "UBND xã Bình Điền", "Đoàn Kiểm tra"]),
)
def test_citations_round_trip(loai, so, day, issuer):
    value = trich_dan.TrichDan(loai[0], SoKyHieu(so, (loai[1], "UBND")), day, issuer)
    text = trich_dan.format(value)
    found = trich_dan.validate(text)
    assert trich_dan.format(found) == text
    assert (found.so_ky_hieu, found.ngay, found.co_quan) == (value.so_ky_hieu, day, issuer)
    assert ngay(day) in text


@given(st.text())
def test_any_text_can_be_searched(text):
    for found in trich_dan.tim(text + "Quyết định số 08/QĐ-UBND"):
        assert found.nguyen_van


@pytest.mark.skipif(not SEED.exists(), reason="the seed notice is not beside the repository")
def test_the_seed_notice_cites_eight_documents_without_a_fault():
    found = trich_dan.tim(SEED.read_text(encoding="utf-8"))
    assert [str(t.so_ky_hieu) for t in found] == [
        "219/BC-ĐKT", "08/QĐ-UBND", "35/KH-UBND", "898/KH-UBND", "879/KH-UBND", "897/KH-UBND", "22/KH-UBND", "2204/QĐ-UBND",
    ]  # fmt: skip
    assert [trich_dan.fault(t, den=date(2024, 6, 12)) for t in found] == [None] * 8

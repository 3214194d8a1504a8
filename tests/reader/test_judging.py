"""The one list of checks: its order, each once for a notice, and what is remembered is of the very parts looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notice_gen import issue, reader
from notice_gen.cli.main import run
from notice_gen.errors import InputError
from notice_gen.reader import judging, places
from notice_gen.reader.judging import CHECKS, OF_A_WHOLE_NOTICE, following, judged
from tests.helpers.findings import GOOD, TODAY, changed
from tests.helpers.notices import notice

CONG_VAN = {"mau": "cong-van", "van_ban": {"loai": None, "don_vi_soan": "VX", "kinh_gui": ["Các thôn"]}}


def messages(**tables) -> list[str]:
    return [problem.text() for problem in judged(notice(**tables), TODAY)]


def test_a_right_notice_is_not_spoken_of():
    assert messages() == []
    assert messages(**CONG_VAN) == []


def test_every_check_says_what_it_looks_for():
    assert all(check.__doc__ for check in (*CHECKS, *OF_A_WHOLE_NOTICE))


def test_problems_come_in_the_order_of_the_list():
    spoilt = {
        "co_quan": {"viet_tat": "ubnd"},
        "van_ban": {"so": "tu-dong", "ngay": None, "dia_danh": "bình Điền", "loai": "XX"},
        "muc": [{"tieu_de": "1. Kết quả"}],
        "ky": {"ho_ten": "NGUYỄN VĂN A"},
    }
    paths = [problem.path for problem in judged(notice(**spoilt), TODAY)]
    kinds = [("van_ban", "so"), ("van_ban", "dia_danh"), ("co_quan", "viet_tat"), ("muc", 0, "tieu_de"), ("ky", "ho_ten"), ("van_ban", "loai")]
    assert paths == kinds


def test_a_notice_is_judged_once(monkeypatch):
    """Of a notice that was made, the warnings are those of its reading."""
    seen = []
    monkeypatch.setattr("notice_gen.reader.reading.judging.judged", lambda one, today, *which: seen.append(one) or judged(one, today, *which))
    issued = issue.issue(changed(GOOD, ('viet_tat = "UBND"', 'viet_tat = "ubnd"')).encode(), file="a.toml", folder=Path(), today=TODAY)
    assert len(seen) == 1
    assert [problem.path for problem in issued.warnings] == [("co_quan", "viet_tat")]
    again = issue.numbered(issued, 9, today=TODAY)
    assert len(seen) == 1
    assert again.warnings == issued.warnings


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("muc", {"muc": [{"tieu_de": "1. Kết quả"}]}),
        ("phu_luc", {"phu_luc": [{"tieu_de": "A", "muc": [{"tieu_de": "1. B"}]}]}),
        ("van_ban_kem_theo", {"van_ban_kem_theo": [{"ten_loai": "Quy chế", "trich_yeu": "A", "muc": [{"tieu_de": "1. B"}]}]}),
        ("ky", {"ky": {"ho_ten": "NGUYỄN VĂN A"}}),
        ("co_quan", {"co_quan": {"ten": ["Hội đồng nhân dân", "xã Bình Điền"]}, "ky": {"quyen_han": "TM. Ủy ban nhân dân"}}),
    ],
)
def test_what_is_remembered_of_one_notice_is_not_said_of_another(part, other):
    """A notice that differs in one part, the others being the very same objects, is judged as if it came first."""
    first, judge = notice(), following()
    second = replace(first, **{part: getattr(notice(**other), part)})
    assert judge(first, TODAY) == ()
    said = judge(second, TODAY)
    assert said == judged(notice(**other), TODAY) != ()
    assert judge(first, TODAY) == ()


def test_the_numbering_of_headings_is_among_what_is_remembered():
    muc = {"muc": [{"tieu_de": "1. Kết quả"}]}
    numbered = notice(**muc)
    plain, judge = replace(numbered, dinh_dang=replace(numbered.dinh_dang, danh_so="khong")), following()
    assert [problem.path for problem in judge(numbered, TODAY)] == [("muc", 0, "tieu_de")]
    assert judge(plain, TODAY) == ()


def test_the_date_is_among_what_is_remembered_of_a_signature():
    """Until 1 July 2025 a district had a people's committee that could issue."""
    signed = {"co_quan": {"ten": ["Ủy ban nhân dân", "huyện Hương Trà"]}}
    new, judge = notice(**signed), following()
    old = replace(new, van_ban=replace(new.van_ban, ngay=date(2024, 6, 12)))
    assert [problem.path[0] for problem in judge(new, TODAY)] == ["co_quan"]
    assert judge(old, TODAY) == ()


def test_after_a_check_that_failed_all_are_asked_again(monkeypatch):
    judge, spoilt, ask = following(), notice(muc=[{"tieu_de": "1. Kết quả"}]), judging._ask
    last = [check for check in OF_A_WHOLE_NOTICE if "muc" in judging.PARTS[check]][-1]
    assert judge(notice(), TODAY) == ()

    def fail(check, one, on):
        if check is last:
            raise RecursionError
        return ask(check, one, on)

    monkeypatch.setattr(judging, "_ask", fail)
    with pytest.raises(RecursionError):
        judge(spoilt, TODAY)
    monkeypatch.setattr(judging, "_ask", ask)
    assert judge(spoilt, TODAY) == judged(spoilt, TODAY) != ()


def test_a_check_that_reads_what_it_does_not_declare_fails_in_every_test():
    @judging.reads("muc")
    def check(one, _):
        return [one.ky]

    with pytest.raises(AssertionError, match="ky"):
        [*judging._ask(check, notice(), TODAY)]
    del judging.PARTS[check]


def test_a_mailing_asks_from_its_third_row_on_only_what_its_rows_change(monkeypatch, tmp_path):
    """Of 20 rows that differ in number, unit and figures; what is wrong in the common file is looked up in it once."""
    asked, ask = Counter(), judging._ask
    places.index.cache_clear()
    monkeypatch.setattr(judging, "_ask", lambda check, *rest: asked.update([check]) or ask(check, *rest))
    base = changed(GOOD, ("so = 12\n", ""), ('viet_tat = "UBND"', 'viet_tat = "ubnd"'), ("Kết quả", "Kết qủa"))
    (tmp_path / "chung.toml").write_text(base, "utf-8")
    table = tmp_path / "hang.csv"
    table.write_text("don_vi.ten,van_ban.so,so_lieu.tiep_nhan\n" + "".join(f"thôn {n},{n},322\n" for n in range(1, 21)), "utf-8")
    assert run(["batch", str(tmp_path / "chung.toml"), "--data", str(table), "-o", str(tmp_path / "ra"), "--jobs", "1"]) == 0
    assert len([*(tmp_path / "ra").glob("*.docx")]) == 20
    rows = {"don_vi", "so_lieu", "van_ban.so"}
    shared = [check for check in (*CHECKS, *OF_A_WHOLE_NOTICE) if not rows & {*judging.PARTS[check]}]
    assert len(shared) > 30
    # Of the first row it is not known yet what it shares, of the second everything is read anew to be kept.
    assert [check.__name__ for check in shared if asked[check] > 2] == []
    assert {asked[check] for check in {*CHECKS, *OF_A_WHOLE_NOTICE} - {*shared}} == {20}
    assert places.index.cache_info().misses == 1


# --- the kind of document --------------------------------------------------------------------------------


def test_the_symbol_of_an_official_letter_needs_the_unit():
    without = {**CONG_VAN["van_ban"], "don_vi_soan": None}
    (said,) = messages(mau="cong-van", van_ban=without)
    assert "đơn vị soạn thảo" in said
    assert messages(mau="cong-van", van_ban={**without, "ky_hieu": "UBND-NV"}) == []


@pytest.mark.parametrize(("mau", "loai"), [("thong-bao", "QĐ"), ("quyet-dinh", "TB"), ("cong-van", "TB")])
def test_a_type_of_another_form_is_refused(mau, loai):
    assert any("không trình bày như" in said for said in messages(mau=mau, van_ban={"loai": loai}))


def test_an_unknown_type_code_and_a_drafting_unit_out_of_place_are_refused():
    assert any("Phụ lục III" in said for said in messages(van_ban={"loai": "XX"}))
    assert any("chỉ có trong ký hiệu công văn" in said for said in messages(van_ban={"don_vi_soan": "NV"}))


def test_a_wrong_type_is_reported_with_all_else_at_its_line():
    text = changed(GOOD, ("dia_danh", 'loai = "XX"\ndia_danh'), ("2024-06-28", "2024-05-01"))
    with pytest.raises(InputError) as caught:
        reader.read([reader.parse(text.encode(), file="a.toml")], None, TODAY)
    assert [problem.place.line for problem in caught.value.problems] == [14, 20]


def test_nothing_is_said_of_the_type_where_an_example_stands_in_for_a_faulty_key():
    text = changed(GOOD, ("so = 12", "so = 0"))
    with pytest.raises(InputError) as caught:
        reader.read([reader.parse(text.encode(), file="a.toml")], None, TODAY)
    assert [problem.path for problem in caught.value.problems] == [("van_ban", "so")]

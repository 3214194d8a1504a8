"""Each document is made and judged by the decree of its own date: a second one, invented, is in force from 2027."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from notice_gen import facts, legal, model, reader, schema
from notice_gen.check import rules
from notice_gen.check.fault import Level
from notice_gen.check.read import read
from notice_gen.errors import InputError
from notice_gen.issue import issue
from notice_gen.reader import FormKeys, Layer
from notice_gen.register.paper.form import ten_loai
from notice_gen.vietnamese.trich_dan import fault as doubt_of_citation
from notice_gen.vietnamese.trich_dan import parse
from tests.helpers.decrees import SECOND, two_decrees  # noqa: F401 - a fixture
from tests.helpers.findings import GOOD, changed

OLD, NEW = date(2026, 12, 30), date(2027, 1, 4)
TODAY = date(2026, 12, 31)
DATED = {ngay: changed(GOOD, ("ngay = 2024-06-12", f"ngay = {ngay}"), ("2024-06-28", "2027-06-28")) for ngay in (OLD, NEW)}
DRAFT = changed(GOOD, ("so = 12\n", ""), ("ngay = 2024-06-12\n", ""), ("2024-06-28", "2027-06-28"))

pytestmark = pytest.mark.usefixtures("two_decrees")


def made(text: str, today: date = TODAY) -> bytes:
    return issue(text.encode(), file="tep.toml", folder=Path("/nonexistent"), today=today).docx


def part(docx: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read(name).decode()


def bottoms(docx: bytes) -> set[str]:
    """The bottom margins of all sections, in twips."""
    return set(re.findall(r'w:bottom="(\d+)"', " ".join(re.findall(r"<w:pgMar [^>]*>", part(docx, "word/document.xml")))))


def unlawful(docx: bytes, today: date = TODAY) -> set[str]:
    view = read(docx, today)
    return {fault.rule.name for entry in rules.all_rules() for fault in entry.faults(view) if fault.rule.level is Level.LUAT}


@pytest.mark.parametrize(
    ("on", "number"),
    [(date(1999, 1, 1), "30/2020/NĐ-CP"), (date(2020, 3, 5), "30/2020/NĐ-CP"), (date(2026, 12, 31), "30/2020/NĐ-CP"),
     (date(2027, 1, 1), "99/2026/NĐ-CP"), (date(2050, 1, 1), "99/2026/NĐ-CP")],
)  # fmt: skip
def test_the_decree_in_force_on_a_day(on, number):
    assert legal.law(on).so_ky_hieu == number


def test_there_is_no_law_of_no_date():
    with pytest.raises(TypeError):
        legal.law(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        legal.law()  # type: ignore[call-arg]


def test_a_decree_says_only_what_it_changes():
    old, new = legal.every()
    assert (new.ranges["le_duoi"].text, new.ranges["le_duoi"].label, new.ranges["le_duoi"].dieu) == ("từ 25 đến 30 mm", "Lề dưới", "Điều 4")
    assert {key for key, limit in new.ranges.items() if limit != old.ranges[key]} == {"le_duoi"}
    assert {key for key, part in new.thanh_phan.items() if part != old.thanh_phan[key]} == {"noi_nhan_muc"}
    assert set(new.loai) - set(old.loai) == {"PAn"}
    assert set(old.loai) - set(new.loai) == {"PA"}
    assert set(new.quyen_han) - set(old.quyen_han) == {"TG"}
    assert old.quyen_han.items() <= new.quyen_han.items()


def test_a_notice_is_printed_by_the_law_of_its_date():
    old, new = made(DATED[OLD]), made(DATED[NEW])
    assert (bottoms(old), bottoms(new)) == ({"1134"}, {"1417"})
    size = r'w:styleId="NoiNhanMuc".*?<w:sz w:val="(\d+)"'
    assert [re.search(size, part(docx, "word/styles.xml"))[1] for docx in (old, new)] == ["22", "24"]
    rule = r"w:ind w:left=\"(\d+)\""
    assert re.findall(rule, part(old, "word/document.xml")) != re.findall(rule, part(new, "word/document.xml"))


def test_before_the_second_decree_nothing_is_printed_otherwise(monkeypatch):
    with_two = made(DATED[OLD])
    monkeypatch.setattr(facts, "DECREES", facts.DECREES[:1])
    assert made(DATED[OLD]) == with_two


@pytest.mark.parametrize("ngay", [OLD, NEW])
def test_a_notice_is_judged_by_the_law_of_its_date(ngay):
    for today in (OLD, NEW):
        assert unlawful(made(DATED[ngay], TODAY), today) == set()


def test_a_document_that_follows_the_law_of_another_date_is_reported(monkeypatch):
    known = facts.DECREES
    monkeypatch.setattr(facts, "DECREES", known[:1])
    by_the_old = made(DATED[NEW])
    monkeypatch.setattr(facts, "DECREES", known)
    by_the_new = made(DATED[NEW])
    assert unlawful(by_the_new) == set()
    assert {"le_trang_ngoai_khoang", "muc_noi_nhan_sai_co_chu"} <= unlawful(by_the_old)
    monkeypatch.setattr(facts, "DECREES", known[:1])
    assert {"le_trang_ngoai_khoang", "muc_noi_nhan_sai_co_chu"} & unlawful(by_the_new) == {"muc_noi_nhan_sai_co_chu"}


@pytest.mark.parametrize(("today", "bottom"), [(OLD, "1134"), (NEW, "1417")])
def test_a_draft_is_made_and_judged_by_the_law_of_the_day(today, bottom):
    docx = made(DRAFT, today)
    assert bottoms(docx) == {bottom}
    assert unlawful(docx, today) == set()
    other = NEW if today == OLD else OLD
    assert "muc_noi_nhan_sai_co_chu" in unlawful(docx, other)


@pytest.mark.parametrize(("today", "dieu"), [(OLD, "Điều 15"), (NEW, "Điều 7")])
def test_a_message_names_the_article_of_the_day(today, dieu):
    with pytest.raises(InputError) as caught:
        made(changed(DRAFT, ("[van_ban]\n", "[van_ban]\nso = \"tu-dong\"\n")), today)
    assert f"cùng lúc ({dieu})." in str(caught.value)


@pytest.mark.parametrize(("ngay", "wish", "lawful"), [(OLD, 22, True), (NEW, 22, False), (OLD, 28, False), (NEW, 28, True), (NEW, 25, True), (OLD, 25, True)])
def test_a_wish_is_held_against_the_law_of_the_notices_date(ngay, wish, lawful):
    text = f"{DATED[ngay]}\n[dinh_dang]\nle_duoi = {wish}\n"
    if lawful:
        docx = made(text)
        assert bottoms(docx) == {str(round(wish / 25.4 * 1440))}
        assert unlawful(docx) == set()
        return
    with pytest.raises(InputError) as caught:
        made(text)
    limit = legal.law(ngay).ranges["le_duoi"]
    assert [one.text() for one in caught.value.problems] == [f"Lề dưới phải là {limit.text} ({limit.dieu})."]


def test_the_rows_of_a_mailing_have_each_its_law():
    """What the rows share was read once, by the law of the first; a row of another date is read anew."""
    shared = reader.parse(f"{DRAFT}\n[dinh_dang]\nle_duoi = 22\n".encode(), file="chung.toml")
    following, form = reader.following(), FormKeys("", (), ())

    def row(ngay: date) -> model.Notice:
        return following((shared, Layer("so-lieu.csv", "", {"van_ban": {"ngay": ngay}})), form, TODAY).notice

    assert row(OLD).dinh_dang.le_duoi == row(OLD).dinh_dang.le_duoi == Decimal(22)
    with pytest.raises(InputError):
        row(NEW)
    assert row(OLD).dinh_dang.le_duoi == Decimal(22)


def test_a_form_that_one_law_allows_is_judged_anew_under_another():
    old, new = (issue(text.encode(), file="tep.toml", folder=Path("/nonexistent"), today=TODAY) for text in (
        f"{DATED[ngay]}\n[dinh_dang]\nle_duoi = 25\n" for ngay in (OLD, NEW)
    ))  # fmt: skip
    assert old.form != new.form
    assert (old.context.law, new.context.law) == legal.every()


def test_types_and_lines_of_authority_are_those_of_the_date():
    old, new = legal.every()
    assert ten_loai("PAn", NEW) == "Phương án" != ten_loai("PAn", OLD)
    assert legal.has_authority("TG. Giám đốc", new)
    assert not legal.has_authority("TG. Giám đốc", old)
    plan = changed(DATED[NEW], ('mau = "thong-bao"', 'mau = "phuong-an"'), ("dia_danh =", 'loai = "PAn"\ndia_danh ='))
    assert unlawful(made(plan)) == set()
    with pytest.raises(InputError):
        made(changed(plan, (f"ngay = {NEW}", f"ngay = {OLD}")))


def test_what_is_cited_may_be_of_any_date():
    for symbol in ("PA", "PAn"):
        assert doubt_of_citation(parse(f"Phương án số 35/{symbol}-UBND ngày 10/01/2024")) is None
        assert doubt_of_citation(parse(f"Quyết định số 35/{symbol}-UBND ngày 10/01/2024")) is not None


def test_the_schema_allows_what_any_decree_allows():
    properties = schema.json_schema({"thong-bao": ()})["definitions"]["DinhDang"]["properties"]
    assert (properties["le_duoi"]["minimum"], properties["le_duoi"]["maximum"]) == (20, 30)

"""The form in a real browser: a paper changed without one word of TOML, and its text with every comment as it was."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from notice_gen.assist.form.layout import comments
from tests.web import browser
from tests.web.started import screen
from tests.web.test_editor import opened

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
pytestmark = [browser.needed(), pytest.mark.slow]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    for name in ("findings", "ke-hoach"):
        shutil.copy(ROOT / "examples" / f"{name}.toml", here)
    return here


@pytest.fixture
def page(chrome, folder, tmp_path):
    with screen(folder, tmp_path / "state") as served, browser.page(chrome, served.address) as one:
        yield one


def in_form(page, name):
    opened(page, name)
    page.get_by_role("button", name="Dạng biểu mẫu").click()
    page.wait_for_selector(".form details.table")


def saved(page, folder, name):
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_selector("text=Đã lưu.")
    return (folder / f"{name}.toml").read_text("utf-8")


def field(page, *path):
    found = page.locator(f'[id="o-{".".join(map(str, path))}"]')
    if found.count() and not found.is_visible():  # folded away among those that say nothing yet
        found.evaluate("one => { for (let at = one; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true; }")
    return found


def test_a_paper_changed_without_a_word_of_toml(page, folder):
    before = (folder / "findings.toml").read_text("utf-8")
    in_form(page, "findings")
    subject = field(page, "van_ban", "trich_yeu")
    subject.fill("Kết luận kiểm tra đợt “hai” năm 2026")
    subject.press("Tab")
    page.wait_for_selector(".pages article >> text=đợt “hai” năm 2026")
    field(page, "van_ban", "khan").select_option("khẩn")
    page.wait_for_selector(".pages article >> text=KHẨN")
    text = saved(page, folder, "findings")
    data = tomllib.loads(text)["van_ban"]
    assert (data["trich_yeu"], data["khan"]) == ("Kết luận kiểm tra đợt “hai” năm 2026", "khẩn")
    assert comments(text) == comments(before)


def test_switching_back_and_forth_changes_nothing(page, folder):
    before = (folder / "findings.toml").read_text("utf-8")
    in_form(page, "findings")
    for _ in range(3):
        page.get_by_role("button", name="Dạng chữ", exact=True).click()
        page.wait_for_selector(".cm-content:visible")
        page.get_by_role("button", name="Dạng biểu mẫu").click()
        page.wait_for_selector(".form details.table")
    assert page.get_by_role("button", name="Lưu", exact=True).is_disabled()
    assert (folder / "findings.toml").read_text("utf-8") == before


def test_rows_are_moved_by_keyboard_and_dragged(page, folder):
    before = tomllib.loads((folder / "findings.toml").read_text("utf-8"))["noi_nhan"]["gui"]
    in_form(page, "findings")
    rows = page.get_by_role("region", name="Gửi", exact=True)
    rows.get_by_role("button", name="Đưa Gửi 1 xuống").focus()
    page.keyboard.press("Enter")
    expect(field(page, "noi_nhan", "gui", 1)).to_have_value(before[0])
    last = len(before) - 1
    rows.locator(".drag").nth(last).drag_to(rows.locator("li").nth(0))
    expect(field(page, "noi_nhan", "gui", 0)).to_have_value(before[-1])
    after = tomllib.loads(saved(page, folder, "findings"))["noi_nhan"]["gui"]
    assert after == [before[-1], before[1], before[0], *before[2:-1]]


def test_a_range_of_excel_is_pasted_into_a_table(page, folder):
    before = (folder / "ke-hoach.toml").read_text("utf-8")
    in_form(page, "ke-hoach")
    cell = page.get_by_role("region", name="Các hàng", exact=True).first.get_by_label(re.compile("^Hàng 1, cột ")).nth(0)
    cell.evaluate(
        """cell => { const data = new DataTransfer(); data.setData("text/plain", "1\\tKhai mạc\\t1.250\\t98,5\\r\\n2\\tBế mạc\\t7\\t0\\r\\n");
        cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""
    )
    expect(cell.locator("xpath=../..").get_by_label(re.compile("^Hàng 1, cột ")).nth(1)).to_have_value("Khai mạc")
    text = saved(page, folder, "ke-hoach")
    rows = tomllib.loads(text)["muc"][2]["bang"]["hang"]
    assert rows[:2] == [[1, "Khai mạc", 1250, 98.5], [2, "Bế mạc", 7, 0]]
    assert comments(text) == comments(before)


def test_what_is_refused_leads_to_its_line_in_the_text(page):
    in_form(page, "findings")
    number = page.locator(".two-parts input")
    number.fill("12/TB")
    number.press("Tab")
    page.get_by_role("alert").get_by_role("button").click()
    page.wait_for_selector(".cm-content:visible")
    assert "so" in page.locator(".cm-activeLine").inner_text()


def test_a_text_that_is_no_toml_says_so_and_loses_nothing(page):
    opened(page, "findings")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("so: 12\n")
    page.get_by_role("button", name="Dạng biểu mẫu").click()
    page.wait_for_selector(".form >> text=chưa mở được biểu mẫu")
    page.locator(".form .said button").first.click()
    assert "so: 12" in page.locator(".cm-content").inner_text()


def test_the_columns_of_a_table_are_named_above_it(page):
    in_form(page, "ke-hoach")
    assert page.locator(".form .grid thead tr").first.locator("th").all_inner_texts() == ["TT", "Nội dung", "Ngân sách xã", "Xã hội hóa"]


def test_a_day_is_typed_as_an_office_writes_it(page, folder):
    in_form(page, "findings")
    day = field(page, "van_ban", "ngay")
    expect(day).to_have_value("15/10/2026")  # the same in a browser of any language
    day.fill("5/11/2026")
    day.press("Tab")
    page.wait_for_selector(".pages article >> text=ngày 05 tháng 11 năm 2026")
    assert str(tomllib.loads(saved(page, folder, "findings"))["van_ban"]["ngay"]) == "2026-11-05"


def test_the_number_is_none_the_registers_or_typed(page, folder):
    in_form(page, "findings")
    choice, typed = field(page, "van_ban", "so"), page.locator(".two-parts input")
    expect(typed).to_have_value("1286")
    choice.select_option(label="lấy số trong sổ khi in")
    expect(typed).to_have_count(0)
    assert tomllib.loads(saved(page, folder, "findings"))["van_ban"]["so"] == "tu-dong"
    choice.select_option(label="đã có số:")
    typed.fill("7")
    typed.press("Tab")
    page.wait_for_selector(".pages article >> text=07/TB-UBND")
    choice.select_option(label="chưa có số (dự thảo)")
    page.wait_for_selector(".tools .note >> text=Chưa lưu")
    assert "so" not in tomllib.loads(saved(page, folder, "findings"))["van_ban"]


def test_what_is_wrong_stands_at_its_own_field(page):
    in_form(page, "findings")
    second = field(page, "noi_nhan", "gui", 1)
    second.fill("{{ don_v.ten }}")
    second.press("Tab")
    page.locator(".form span.wrong").wait_for()
    assert page.locator(".form li:has(span.wrong) .label").all_inner_texts() == ["Gửi 2"]


def test_what_says_nothing_yet_is_folded_away_and_stays_where_it_was_when_it_does(page):
    in_form(page, "findings")
    rest = page.locator('[id="o-van_ban"] > details.rest')
    assert not rest.get_by_label("Mức độ khẩn").is_visible()
    rest.locator("summary").click()
    rest.get_by_label("Mức độ khẩn").select_option("khẩn")
    page.wait_for_selector(".pages article >> text=KHẨN")
    assert rest.get_by_label("Mức độ khẩn").is_visible()

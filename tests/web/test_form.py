"""The form in a real browser: a paper changed without one word of TOML, and its text with every comment as it was."""

from __future__ import annotations

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
    return page.locator(f'[id="o-{".".join(map(str, path))}"]')


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
    cell = page.get_by_role("region", name="Các hàng", exact=True).first.get_by_label("Hàng 1, cột 1", exact=True)
    cell.evaluate(
        """cell => { const data = new DataTransfer(); data.setData("text/plain", "1\\tKhai mạc\\t1.250\\t98,5\\r\\n2\\tBế mạc\\t7\\t0\\r\\n");
        cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""
    )
    expect(cell.locator("xpath=../..").get_by_label("Hàng 1, cột 2", exact=True)).to_have_value("Khai mạc")
    text = saved(page, folder, "ke-hoach")
    rows = tomllib.loads(text)["muc"][2]["bang"]["hang"]
    assert rows[:2] == [[1, "Khai mạc", 1250, 98.5], [2, "Bế mạc", 7, 0]]
    assert comments(text) == comments(before)


def test_what_is_refused_leads_to_its_line_in_the_text(page):
    in_form(page, "findings")
    number = field(page, "van_ban", "so")
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

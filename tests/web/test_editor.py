"""The screen as a clerk uses it, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from notice_gen.convert.finding import find
from tests.web import browser, papers
from tests.web.started import screen

pytest.importorskip("starlette", reason="the extra [web] is not installed")
pytest.importorskip("uvicorn", reason="the extra [web] is not installed")
pytestmark = [browser.needed(), pytest.mark.slow]

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def folder(tmp_path):
    here = tmp_path / "vanban"
    here.mkdir()
    for name in ("findings", "cong-van", "phu-luc"):
        shutil.copy(ROOT / "examples" / f"{name}.toml", here)
    return here


def opened(page, name):
    page.get_by_role("link", name=re.compile(rf"^{name}")).click()
    page.wait_for_selector(f'.tools .name[title="{name}.toml"]')
    page.wait_for_selector(".pages .sheet")
    return page


def at(page, text):
    """Put the caret at the end of the line that holds *text*."""
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    page.locator(".cm-line", has_text=text).first.click()
    page.keyboard.press("End")


def test_files_text_and_page_stand_side_by_side(page):
    opened(page, "findings")
    assert page.locator(".files .list h2").all_inner_texts() == ["Công văn", "Thông báo"]
    assert "phien_ban = 1" in page.locator(".cm-content").inner_text()
    assert page.locator(".pages .sheet").count() == 2
    assert page.locator(".pages .number").all_inner_texts() == ["Trang 1/2", "Trang 2/2"]
    assert page.locator(".pages header").nth(1).inner_text().strip() == "2"
    assert "Không có lỗi." in page.locator(".problems").inner_text()
    assert page.locator(".state").first.inner_text() == "dự thảo"


def test_a_key_changes_the_page_and_the_page_leads_to_its_line(page):
    opened(page, "findings")
    page.locator(".pages article p", has_text="phản ánh, kiến nghị").first.click()
    page.wait_for_selector(".cm-activeLine >> text=phan_anh")
    at(page, 'ten = "xã Bình Điền"')
    page.keyboard.press("ArrowLeft")
    page.keyboard.type(" Mới")
    page.locator(".pages article p", has_text="tại Ủy ban nhân dân xã Bình Điền Mới").first.wait_for()


def test_an_error_stands_at_its_place_and_is_mended_by_its_button(page):
    opened(page, "findings")
    at(page, "viet_tat")
    page.keyboard.press("Home")
    page.keyboard.type("x")
    page.locator(".problems li.error", has_text="xviet_tat").wait_for()
    assert page.locator(".cm-lintRange-error").inner_text() == "xviet_tat"
    assert "Trang của bản đúng gần nhất" in page.locator(".preview").inner_text()
    assert page.locator(".pages .sheet").count() == 2
    page.get_by_role("button", name="Gõ: viet_tat").click()
    page.locator(".problems .count", has_text="Không có lỗi.").wait_for()
    assert "xviet_tat" not in page.locator(".cm-content").inner_text()


def test_what_may_stand_at_the_caret_is_offered_and_explained(page):
    opened(page, "findings")
    at(page, "viet_tat")
    page.keyboard.press("Enter")
    page.keyboard.type("dia_")
    page.locator(".cm-tooltip-autocomplete >> text=dia_chi").wait_for()
    page.keyboard.press("Escape")
    page.locator(".cm-line", has_text="so = 1286").locator("span", has_text="so").first.hover()
    page.locator(".cm-tooltip-hover").wait_for()


def test_saving_goes_over_what_was_read_alone(page, folder):
    opened(page, "findings")
    at(page, "viet_tat")
    page.keyboard.type(" # một")
    page.keyboard.press("Control+S")
    page.locator(".note", has_text="Đã lưu.").wait_for()
    assert '"UBND" # một' in (folder / "findings.toml").read_text("utf-8")
    elsewhere = (folder / "findings.toml").read_text("utf-8").replace("# một", "# hai")
    (folder / "findings.toml").write_text(elsewhere, "utf-8")
    page.keyboard.type(" ba")
    page.keyboard.press("Control+S")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    assert [("một ba" in text, "# hai" in text) for text in (area.input_value() for area in dialog.locator("textarea").all())] == [(True, False), (False, True)]
    dialog.get_by_role("button", name="Lấy bản trên đĩa").click()
    page.locator(".cm-line", has_text="# hai").wait_for()
    dialog.wait_for(state="detached")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Z")
    page.locator(".cm-line", has_text="# một ba").wait_for()
    page.keyboard.press("Control+S")
    page.locator(".note", has_text="Đã lưu.").wait_for()
    assert "# một ba" in (folder / "findings.toml").read_text("utf-8")


def test_nothing_typed_is_lost_with_the_tab_or_the_server(chrome, folder, tmp_path):
    before = (folder / "findings.toml").read_text("utf-8")
    with screen(folder, tmp_path / "state") as one:
        with browser.page(chrome, one.address) as tab:
            opened(tab, "findings")
            at(tab, "viet_tat")
            tab.keyboard.type(" # tab đóng")
            tab.wait_for_timeout(900)
        assert [draft["text"].count("# tab đóng") for draft in map(json.loads, (path.read_text("utf-8") for path in (tmp_path / "state").rglob("dang-soan/*.json")))] == [1]
        one.process.kill()  # as a power cut
    with screen(folder, tmp_path / "state") as again, browser.page(chrome, again.address) as tab:
        opened(tab, "findings")
        tab.locator(".cm-line", has_text="# tab đóng").wait_for()
        assert "soạn dở" in tab.locator(".banner").inner_text()
        tab.get_by_role("button", name="Lấy bản đã lưu").click()
        tab.locator(".banner").wait_for(state="detached")
        assert "tab đóng" not in tab.locator(".cm-content").inner_text()
    assert (folder / "findings.toml").read_text("utf-8") == before


def test_what_is_typed_while_the_server_is_gone_is_kept_by_the_browser(chrome, served):
    context = chrome.new_context()
    tab = context.new_page()
    tab.goto(served.address)
    opened(tab, "findings")
    served.process.kill()
    at(tab, "viet_tat")
    tab.keyboard.type(" # mất máy chủ")
    tab.get_by_role("alert").wait_for()
    assert "đã tắt" in tab.get_by_role("alert").inner_text()
    assert any("# mất máy chủ" in value for value in tab.evaluate("Object.values(localStorage)"))
    context.close()


def test_a_new_document_from_the_gallery_to_word(page, folder):
    browser.go(page, "Thiết lập cơ quan")
    page.get_by_label(re.compile("^Tên cơ quan ban hành")).fill("UBND xã Bình Điền")
    page.get_by_label(re.compile("^Chức vụ người ký thường dùng")).fill("chủ tịch")
    page.get_by_label(re.compile("^Họ và tên")).fill("Nguyễn Văn A")
    page.get_by_role("button", name="Ghi thiết lập").click()
    page.wait_for_url("**/soan**")
    assert 'viet_tat = "UBND"' in (folder / "notice-gen.toml").read_text("utf-8")
    browser.go(page, "Văn bản mới")
    page.get_by_role("button", name=re.compile("^Thông báo ")).click()
    page.get_by_label("Tên tệp").fill("moi")
    page.get_by_role("button", name="Bắt đầu soạn").click()
    page.wait_for_selector('.tools .name[title="moi.toml"]')
    page.locator(".pages article p", has_text="XÃ BÌNH ĐIỀN").first.wait_for()
    page.get_by_role("button", name="In thành .docx").click()
    page.get_by_role("dialog").wait_for()
    made = sorted(path.name for path in folder.glob("*.docx"))
    assert made == ["du-thao-tb-ubnd-thon-mot-moi.docx"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp Word về").click()
    assert Path(download.value.path()).read_bytes() == (folder / made[0]).read_bytes()


def test_a_printed_file_is_told_from_one_changed_since(page):
    opened(page, "findings")
    page.get_by_role("button", name="In thành .docx").click()
    page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    state = page.locator('a[title="findings.toml"] .state')
    page.locator('a[title="findings.toml"] .state.printed').wait_for()
    assert state.inner_text() == "1286/TB-UBND · đã in"
    at(page, 'ten = "xã Bình Điền"')
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("n")
    page.keyboard.press("Control+S")
    page.locator('a[title="findings.toml"] .state.changed').wait_for()


def test_the_parts_of_a_file_lead_to_their_lines_and_fields(page):
    opened(page, "phu-luc")
    parts = page.get_by_role("region", name="Các phần của tệp")
    parts.get_by_role("button", name=re.compile("^Phụ lục 2 ")).click()
    assert "[[phu_luc]]" in page.locator(".cm-activeLine").inner_text()
    parts.locator("[aria-current]", has_text="Phụ lục 2").wait_for()
    page.get_by_role("button", name="Dạng biểu mẫu").click()
    page.wait_for_selector(".form details.table")
    parts.get_by_role("button", name="Nơi nhận").click()
    assert page.evaluate("document.activeElement.innerText") == "Nơi nhận"


def test_a_number_is_shown_before_it_is_taken(page, folder):
    text = (folder / "findings.toml").read_text("utf-8").replace("so = 1286", 'so = "tu-dong"')
    (folder / "findings.toml").write_text(text, "utf-8")
    (folder / "notice-gen.toml").write_text("", "utf-8")
    opened(page, "findings")
    for _ in range(2):  # looked at twice, it is the same
        page.get_by_role("button", name="In thành .docx").click()
        page.get_by_role("dialog").get_by_text("Văn bản sẽ mang số 01/TB-UBND, lấy trong sổ so-van-ban.db").wait_for()
        page.get_by_role("dialog").get_by_text("sổ mới sẽ được lập").wait_for()
        page.get_by_role("dialog").get_by_role("button", name="Chưa in").click()
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".toml") == []
    page.get_by_role("button", name="In thành .docx").click()
    page.get_by_role("dialog").get_by_role("button", name="Lấy số và in").click()
    page.get_by_role("dialog").get_by_text("01/TB-UBND", exact=True).wait_for()
    assert sorted(path.suffix for path in folder.iterdir() if path.suffix != ".toml") == [".db", ".docx"]


def test_a_word_file_in_the_way_is_kept_or_given_up_by_a_button(page, folder):
    opened(page, "findings")
    page.get_by_role("button", name="In thành .docx").click()
    page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    [docx] = folder.glob("*.docx")
    docx.write_bytes(papers.changed(docx.read_bytes(), lambda xml: xml.replace("kiến nghị", "đề nghị")))
    edited = docx.read_bytes()
    page.get_by_role("button", name="In thành .docx").click()
    refused = page.get_by_role("dialog", name="Chưa làm được")
    refused.wait_for()
    assert "--" not in refused.inner_text()
    refused.get_by_role("button", name="Ghi sang tên khác").click()
    page.get_by_role("dialog", name="Đã in").wait_for()
    assert len(list(folder.glob("*.docx"))) == 2
    assert docx.read_bytes() == edited


def test_another_language_keeps_what_is_typed_and_can_be_taken_back(page):
    opened(page, "findings")
    at(page, "viet_tat")
    page.keyboard.type(" # giữ")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Save", exact=True).wait_for()
    assert "# giữ" in page.locator(".cm-content").inner_text()
    assert page.locator(".cm-content").get_attribute("aria-label") == "Text of the file"
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Z")
    page.locator(".cm-content", has_not_text="# giữ").wait_for()
    page.get_by_role("button", name="Tiếng Việt").click()


def test_which_font_stands_in_for_times_new_roman_is_told(page):
    opened(page, "findings")
    there = page.evaluate("""async () => {
      const is = (name) => new FontFace("x", `local("${name}")`).load().then(() => true, () => false);
      return [await is("Times New Roman"), await is("Liberation Serif")];
    }""")
    if there == [False, True]:
        page.locator(".preview .tools", has_text="phông: Liberation Serif").wait_for()
    elif there[0]:
        assert page.locator(".preview .tools [role=note]").count() == 0
    else:
        page.locator(".preview .tools [role=note]").wait_for()


def test_an_empty_folder_says_where_to_begin(chrome, tmp_path):
    (tmp_path / "trong").mkdir()
    with screen(tmp_path / "trong", tmp_path / "state") as one, browser.page(chrome, one.address) as tab:
        tab.get_by_role("heading", name="Bắt đầu từ đâu").wait_for()
        tab.locator(".welcome").get_by_role("link", name="Văn bản mới").click()
        tab.get_by_role("button", name=re.compile("^Báo cáo")).wait_for()


def test_html_in_texts_and_names_is_text(chrome, folder, tmp_path):
    evil = '<img src=x onerror=\'document.title="hong"\'>'
    text = (folder / "findings.toml").read_text("utf-8")
    (folder / "&lt;b&gt; 'x'.toml").write_text(text.replace("xã Bình Điền", evil).replace("Tồn tại, hạn chế", evil), "utf-8")
    with screen(folder, tmp_path / "state") as one, browser.page(chrome, one.address) as tab:
        tab.locator(".files a", has_text="&lt;b&gt;").click()
        tab.locator(".problems .count").wait_for()
        tab.wait_for_timeout(1500)
        assert tab.title() == "Soạn thảo – notice-gen"
        assert tab.locator("main img").count() == 0


def test_the_page_keeps_its_own_policy(page):
    """No script of the page, and no style but those that docx-preview writes, is against the policy: a complaint would fail the test."""
    opened(page, "phu-luc")
    browser.go(page, "Văn bản mới")
    page.get_by_role("button", name=re.compile("^Báo cáo")).wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_role("link", name="Office settings").first.wait_for()
    page.get_by_role("button", name="Tiếng Việt").click()


@pytest.mark.parametrize("path", ["/soan?tep=findings.toml", "/soan?tep=phu-luc.toml", "/moi", "/thiet-lap"])
def test_every_page_fits_the_office_pc_and_axe_has_nothing_serious(path, chrome, served):
    with browser.page(chrome, served.address, bypass=True) as tab:
        tab.goto(f"http://127.0.0.1:{served.port}{path}")
        tab.wait_for_timeout(1500)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")
        if not AXE.exists():
            pytest.skip("axe-core is not installed: make web")
        tab.add_script_tag(path=str(AXE))
        found = tab.evaluate("axe.run(document, {exclude: [['.pages']]}).then((result) => result.violations)")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_all_of_it_is_reached_by_the_keyboard(page):
    opened(page, "findings")
    page.locator(".bar a").first.focus()
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || document.activeElement.placeholder"))
        if seen[-1] and "Nội dung tệp" in page.evaluate("document.activeElement.getAttribute('aria-label') || ''"):
            page.keyboard.press("Escape")
            page.keyboard.press("Tab")
    said = "\n".join(filter(None, seen))
    for wanted in ("Văn bản mới", "English", "Tắt", "In thành .docx", "Vừa khung", "Các trang của văn bản"):
        assert wanted in said, wanted


def test_a_chart_is_named_where_it_stands(page, folder):
    """The quick page does not draw it; the real one does."""
    shutil.copy(ROOT / "examples" / "bao-cao-bieu-do.toml", folder)
    page.reload()
    opened(page, "bao-cao-bieu-do")
    charts = page.locator(".pages [data-chart]")
    assert charts.count() == 3
    said = charts.evaluate_all("several => several.map((one) => getComputedStyle(one, '::before').content)")
    assert said[0].startswith('"Biểu đồ cột chồng: Hồ sơ đã giải quyết theo quý. Đơn vị tính: hồ sơ. Đúng hạn: Quý I 18.420')
    wide, high = charts.first.evaluate("one => [one.clientWidth, one.clientHeight]")
    assert 600 < wide < 640
    assert 270 < high < 300
    assert page.locator(".pages .sheet").count() == 3


def test_the_button_ends_it(page, served):
    page.wait_for_load_state("networkidle")  # what is still asked for then would find nobody
    page.get_by_role("button", name="Tắt").click()
    page.get_by_role("heading", name="Đã tắt notice-gen.").wait_for()
    assert served.process.wait(20) == 0


@pytest.mark.skipif(find() is None, reason="LibreOffice is not installed")
def test_the_real_pages_are_libreoffices(page):
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    opened(page, "phu-luc")
    page.get_by_role("button", name="Trang in thật").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("img").nth(2).wait_for(timeout=120_000)
    assert dialog.locator("img").count() == page.locator(".pages .sheet").count() == 3
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Tải PDF về").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    assert download.value.suggested_filename == "phu-luc.pdf"
